package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/gofrs/flock"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	"golang.org/x/mod/semver"

	"igny8/migrations"
)

// ErrBehind refuses a PostgreSQL database that lacks migrations. Several binaries may share it, so a person migrates it.
var ErrBehind = errors.New("the database is older than this program: run igny8 migrate up")

// ErrNewer refuses a database that a later version of the program has migrated and that this version cannot use.
var ErrNewer = errors.New("the database was migrated by a newer version of igny8: use that version or later")

// ErrUnreleased refuses a database of a program before 0.1.0.
var ErrUnreleased = errors.New("the database was made by igny8 before version 0.1.0, which later versions cannot read: begin with a new database")

// Migration is one step of the schema.
type Migration struct {
	Version int64
	Name    string
	Applied bool
}

// goose takes the types from the process environment, so two databases cannot be migrated at the same time.
var migrating sync.Mutex

// writer returns the pool that may write: on PostgreSQL the only one.
func (db *DB) writer() *sql.DB { return db.pools[len(db.pools)-1] }

func (db *DB) provider() (*goose.Provider, error) {
	dialect, types := goose.DialectSQLite3, map[string]string{"DB_TS": "TIMESTAMP", "DB_BLOB": "BLOB", "DB_KEY": "TEXT", "DB_JSON": "TEXT"}
	var options []goose.ProviderOption
	if db.postgres {
		dialect, types = goose.DialectPostgres, map[string]string{"DB_TS": "TIMESTAMPTZ", "DB_BLOB": "BYTEA", "DB_KEY": `TEXT COLLATE "C"`, "DB_JSON": "JSONB"}
		oneAtATime, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300)) // asks every second, for five minutes
		if err != nil {
			return nil, err
		}
		options = append(options, goose.WithSessionLocker(oneAtATime))
	}
	for name, value := range types {
		if err := os.Setenv(name, value); err != nil {
			return nil, err
		}
	}
	return goose.NewProvider(dialect, db.writer(), migrations.Files, options...)
}

// Migrate brings the schema up to date. Several processes may do so at the same time: one of them migrates, the others wait for it.
// A database that the program cannot use is refused with ErrNewer or ErrUnreleased.
func (db *DB) Migrate(ctx context.Context) error {
	return db.alone(ctx, func(p *goose.Provider) error {
		if err := db.refuse(ctx, p); err != nil {
			return err
		}
		if _, err := p.Up(ctx); err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
		return nil
	})
}

// alone calls fn while no other process changes the schema.
func (db *DB) alone(ctx context.Context, fn func(*goose.Provider) error) error {
	migrating.Lock()
	defer migrating.Unlock()
	release, err := db.lockFile(ctx)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	defer release()
	p, err := db.provider()
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return fn(p)
}

// lockFile locks a file beside the SQLite database, because SQLite cannot hold a lock over several transactions. On
// PostgreSQL goose holds a lock of the session.
func (db *DB) lockFile(ctx context.Context) (release func(), err error) {
	if db.postgres {
		return func() {}, nil
	}
	file := flock.New(db.path+"-migrate", flock.SetPermissions(0o600))
	if _, err := file.TryLockContext(ctx, 50*time.Millisecond); err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	return func() { _ = file.Unlock() }, nil
}

// Check refuses a database that is newer than the program (ErrNewer) or older (ErrBehind, ErrUnreleased).
func (db *DB) Check(ctx context.Context) error {
	migrating.Lock()
	defer migrating.Unlock()
	p, err := db.provider()
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if err := db.refuse(ctx, p); err != nil {
		return err
	}
	pending, err := p.HasPending(ctx)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if pending {
		return ErrBehind
	}
	return nil
}

// refuse returns why the program cannot use the database, or nil. A database with migrations that the program does not know
// may be used if the oldest version that it names allows it.
func (db *DB) refuse(ctx context.Context, p *goose.Provider) error {
	current, target, err := p.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	first := p.ListSources()[0].Version
	if current > 0 && current < first {
		return ErrUnreleased
	}
	if current <= target {
		return nil
	}
	var oldest string
	if err := db.writer().QueryRowContext(ctx, "SELECT version FROM oldest_program").Scan(&oldest); err != nil {
		return fmt.Errorf("migrate: read the oldest version: %w", err)
	}
	if semver.Compare("v"+migrations.Program, "v"+oldest) < 0 {
		return ErrNewer
	}
	return nil
}

// Migrations lists the steps in order, applied or not.
func (db *DB) Migrations(ctx context.Context) ([]Migration, error) {
	migrating.Lock()
	defer migrating.Unlock()
	p, err := db.provider()
	if err != nil {
		return nil, fmt.Errorf("migrate: %w", err)
	}
	status, err := p.Status(ctx)
	if err != nil {
		return nil, fmt.Errorf("migrate: %w", err)
	}
	list := make([]Migration, len(status))
	for i, s := range status {
		list[i] = Migration{Version: s.Source.Version, Name: s.Source.Path, Applied: s.State == goose.StateApplied}
	}
	return list, nil
}
