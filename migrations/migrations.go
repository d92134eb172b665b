// Package migrations holds the one portable set of goose migrations for SQLite and PostgreSQL. Only four column types
// differ between the two; they stand as ${DB_TS}, ${DB_BLOB}, ${DB_KEY} and ${DB_JSON} and are filled in by app/database.
// Never edit a migration that has been released: add one.
package migrations

import "embed"

// Files are the migrations in order, named NNNNN_room.sql.
//
//go:embed *.sql
var Files embed.FS
