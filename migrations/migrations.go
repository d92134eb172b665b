// Package migrations holds the one portable set of goose migrations for SQLite and PostgreSQL: a file for each module. Only four column
// types differ between the two; they stand as ${DB_TS}, ${DB_BLOB}, ${DB_KEY} and ${DB_JSON}, and app/database fills them in.
// Migrations up to 00118 are those of version 0.1.0. A migration that has been released is never edited: a test holds its checksum.
// The numbers begin at 101, so that a database of a program before 0.1.0 is recognised and refused.
package migrations

import "embed"

// Program is the version of the program that these migrations belong to. A database refuses a program that is older than its
// oldest_program.
const Program = "0.1.0"

// Files are the migrations in order, named NNNNN_module.sql.
//
//go:embed *.sql
var Files embed.FS
