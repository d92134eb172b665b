// Package database opens SQLite or PostgreSQL behind one type and migrates both from one set. Every statement passes the
// guard of tenancy. SQLite has one writer and a pool of readers, so that a list never waits for an import.
//
// Exported methods of the modules open the transaction with Tx; unexported helpers take it. Inside a transaction only tx may
// be used: on SQLite a second write would wait for itself.
//
// A row that several people or runs change is loaded with Locked to be changed, and only the columns that change are
// written: a transaction that reads a row without a lock and writes all of its columns would overwrite what another one has
// changed meanwhile. A transaction that locks more than one row locks them in the order of LockOrder, and rows of one kind by
// id, so that no two transactions wait for each other.
//
// The lock of a sector covers its keywords, clusters and ideas. The transaction that saves the result of a run locks the row
// of the run first; no transaction that holds another row asks for it.
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/logger"

	"igny8/app/tenancy"
)

// DB is an open database.
type DB struct {
	read, write *gorm.DB
	pools       []*sql.DB
	postgres    bool
	path        string // of the SQLite file
	statements  atomic.Int64
}

// LockOrder is the order in which a transaction locks rows of different kinds.
var LockOrder = []string{
	"account", "site", "sector", "blueprint", "cluster", "idea", "page", "destination", "content", "task", "image", "run", "hold", "wallet", "stage", "event",
}

// FileName is the SQLite database in the data directory.
const FileName = "igny8.db"

// OpenSQLite opens, or makes, the SQLite database at path. It does not migrate.
func OpenSQLite(path string) (*DB, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return nil, fmt.Errorf("data directory: %w", err)
	}
	if err := private(path); err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	writer, err := openSQLite(path, true)
	if err != nil {
		return nil, unusable(path, err)
	}
	readers, err := openSQLite(path, false)
	if err != nil {
		return nil, errors.Join(unusable(path, err), writer.Close())
	}
	db, err := assemble(false, sqliteDialect{readers}, sqliteDialect{writer}, readers, writer)
	if err != nil {
		return nil, err
	}
	db.path = path
	return db, nil
}

// private makes the database file readable only by its owner. SQLite gives the files beside it the same permissions.
func private(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	for _, file := range []string{path, path + "-wal", path + "-shm"} {
		if err := os.Chmod(file, 0o600); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// OpenPostgres opens the database that the URL names, with up to this many connections. It does not migrate.
func OpenPostgres(ctx context.Context, url string, connections int) (*DB, error) {
	pool, err := sql.Open("pgx", url)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns((connections + 1) / 2)
	pool.SetConnMaxIdleTime(5 * time.Minute)
	if err := pool.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open database: %w", err), pool.Close())
	}
	dialect := postgres.New(postgres.Config{Conn: pool})
	return assemble(true, dialect, dialect, pool)
}

func assemble(isPostgres bool, read, write gorm.Dialector, pools ...*sql.DB) (*DB, error) {
	db := &DB{postgres: isPostgres, pools: pools}
	var err error
	if db.read, err = db.open(read, !isPostgres); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if db.write = db.read; isPostgres {
		return db, nil
	}
	if db.write, err = db.open(write, true); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

func (db *DB) open(dialect gorm.Dialector, prepare bool) (*gorm.DB, error) {
	g, err := gorm.Open(dialect, &gorm.Config{
		NowFunc:                Now,
		PrepareStmt:            prepare,
		TranslateError:         true,
		SkipDefaultTransaction: true,
		Logger:                 logger.Discard, // errors are logged once, at the edge
	})
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	count := func(*gorm.DB) { db.statements.Add(1) }
	return g, errors.Join(g.Use(tenancy.Guard{}), OnStatement(g, "count", count))
}

// Now returns the time for everything that is stored: UTC, in the microseconds that both databases can store.
func Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// NewID returns a new UUIDv7: ids sort by the time of their creation.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// Locked makes the query lock the rows that it finds: until the transaction ends nobody else can change them, and what is
// read is their latest state. Other rows may still refer to them. SQLite has one writer at a time anyway. The package
// comment has the order of locks.
func Locked(tx *gorm.DB) *gorm.DB { return tx.Clauses(clause.Locking{Strength: "NO KEY UPDATE"}) }

// Postgres reports whether the database is PostgreSQL, for the few statements that differ.
func (db *DB) Postgres() bool { return db.postgres }

// Day returns an expression for the day of a time column in UTC, written 2006-01-02.
func (db *DB) Day(column string) string {
	if db.postgres {
		return "to_char(" + column + " AT TIME ZONE 'UTC', 'YYYY-MM-DD')"
	}
	return "substr(" + column + ", 1, 10)"
}

// Read returns a session for queries outside a transaction.
func (db *DB) Read(ctx context.Context) *gorm.DB { return db.read.WithContext(ctx) }

// Ping checks that the database answers.
func (db *DB) Ping(ctx context.Context) error {
	for _, pool := range db.pools {
		if err := pool.PingContext(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Close ends all connections.
func (db *DB) Close() error {
	var errs []error
	for _, pool := range db.pools {
		errs = append(errs, pool.Close())
	}
	return errors.Join(errs...)
}
