package database

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"

	"github.com/pressly/goose/v3"

	"igny8/migrations"
)

// ErrBehind is the refusal of a PostgreSQL database that lacks migrations: several binaries may share it, so it is
// migrated on purpose and not in passing.
var ErrBehind = errors.New("the database is older than this program: run igny8 migrate up")

// ErrNewer is the refusal of a database that a later version of the program has migrated.
var ErrNewer = errors.New("the database was migrated by a newer version of igny8: use that version or later")

// Migration is one step of the schema.
type Migration struct {
	Version int64
	Name    string
	Applied bool
}

// goose fills the types in from the process environment, so two databases cannot be migrated at the same moment.
var migrating sync.Mutex

func (db *DB) provider() (*goose.Provider, error) {
	dialect, types := goose.DialectSQLite3, map[string]string{"DB_TS": "TIMESTAMP", "DB_BLOB": "BLOB", "DB_KEY": "TEXT", "DB_JSON": "TEXT"}
	if db.postgres {
		dialect, types = goose.DialectPostgres, map[string]string{"DB_TS": "TIMESTAMPTZ", "DB_BLOB": "BYTEA", "DB_KEY": `TEXT COLLATE "C"`, "DB_JSON": "JSONB"}
	}
	for name, value := range types {
		if err := os.Setenv(name, value); err != nil {
			return nil, err
		}
	}
	return goose.NewProvider(dialect, db.pools[len(db.pools)-1], migrations.Files)
}

// Migrate brings the schema up to date. A database newer than the program is refused with ErrNewer.
func (db *DB) Migrate(ctx context.Context) error {
	migrating.Lock()
	defer migrating.Unlock()
	p, err := db.provider()
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if err := refuseNewer(ctx, p); err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// Check refuses a database that is newer (ErrNewer) or older (ErrBehind) than the program.
func (db *DB) Check(ctx context.Context) error {
	migrating.Lock()
	defer migrating.Unlock()
	p, err := db.provider()
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if err := refuseNewer(ctx, p); err != nil {
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

func refuseNewer(ctx context.Context, p *goose.Provider) error {
	current, target, err := p.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if current > target {
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
