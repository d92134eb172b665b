package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pressly/goose/v3"
)

// Loader fills a database with the rows of a Snapshot, in any order of tables and rows.
type Loader struct {
	Tables []Table
	tx     *sql.Tx
	mark   string // before the number of a parameter
}

// loadedAtOnce is the number of rows of one statement. Together with the widest table it stays below the 32,766 parameters of SQLite.
const loadedAtOnce = 200

// Counts returns the number of rows of each table, in the order of the tables' names.
func (db *DB) Counts(ctx context.Context) (map[string]int64, error) {
	tables, err := db.tables(ctx, db.writer())
	if err != nil {
		return nil, err
	}
	return counts(ctx, db.writer(), tables)
}

func counts(ctx context.Context, q querier, tables []Table) (map[string]int64, error) {
	found := make(map[string]int64, len(tables))
	for _, t := range tables {
		n, err := number(ctx, q, "SELECT COUNT(*) FROM "+quoted(t.Name))
		if err != nil {
			return nil, fmt.Errorf("count the rows of %s: %w", t.Name, err)
		}
		found[t.Name] = n
	}
	return found, nil
}

// MigrateEmpty brings a database without rows to the schema after one migration. A schema that is newer is dropped first. A migration
// that the program does not know is ErrNewer.
func (db *DB) MigrateEmpty(ctx context.Context, migration int64) error {
	return db.alone(ctx, func(p *goose.Provider) error {
		if sources := p.ListSources(); migration > sources[len(sources)-1].Version {
			return ErrNewer
		}
		current, err := db.version(ctx, db.writer())
		if err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
		if current > migration {
			if err := db.drop(ctx); err != nil {
				return fmt.Errorf("drop the empty tables: %w", err)
			}
		}
		if _, err := p.UpTo(ctx, migration); err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
		return nil
	})
}

// drop deletes all tables, the one in which goose counts the migrations included.
func (db *DB) drop(ctx context.Context) (err error) {
	tables, err := db.tables(ctx, db.writer())
	if err != nil {
		return err
	}
	if !db.postgres { // SQLite looks for the parents of a table that it drops; the one connection that writes is told not to
		if _, err := db.writer().ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
			return err
		}
		defer func() {
			_, failed := db.writer().ExecContext(context.WithoutCancel(ctx), "PRAGMA foreign_keys = ON")
			err = errors.Join(err, failed)
		}()
	}
	return db.inTx(ctx, func(tx *sql.Tx) error {
		for _, t := range append(tables, Table{Name: goose.DefaultTablename}) {
			statement := "DROP TABLE " + quoted(t.Name)
			if db.postgres {
				statement += " CASCADE" // the foreign keys of other tables
			}
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return err
			}
		}
		return nil
	})
}

func (db *DB) inTx(ctx context.Context, fn func(tx *sql.Tx) error) error {
	tx, err := db.writer().BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := fn(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// Load calls fn with a loader in one transaction, whose end checks the foreign keys.
func (db *DB) Load(ctx context.Context, fn func(*Loader) error) error {
	return db.inTx(ctx, func(tx *sql.Tx) error {
		tables, err := db.tables(ctx, tx)
		if err != nil {
			return err
		}
		check, err := db.deferKeys(ctx, tx)
		if err != nil {
			return fmt.Errorf("defer the foreign keys: %w", err)
		}
		l := &Loader{Tables: tables, tx: tx, mark: "?"}
		if db.postgres {
			l.mark = "$"
		}
		if err := fn(l); err != nil {
			return err
		}
		if err := check(); err != nil {
			return fmt.Errorf("check the foreign keys: %w", err)
		}
		return nil
	})
}

// deferKeys lets rows come before the rows that they refer to, until the returned function checks all of them. SQLite can defer the keys of
// any table. PostgreSQL cannot, so there they are dropped and added again.
func (db *DB) deferKeys(ctx context.Context, tx *sql.Tx) (check func() error, err error) {
	if !db.postgres {
		_, err := tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON") // until the transaction ends
		return func() error { return nil }, err
	}
	var drop, add []string
	query := `SELECT CAST(conrelid::regclass AS TEXT), conname, pg_get_constraintdef(oid) FROM pg_constraint
		WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 1, 2`
	err = each(ctx, tx, query, func(scan func(...any) error) error {
		var table, name, definition string
		if err := scan(&table, &name, &definition); err != nil {
			return err
		}
		drop = append(drop, "ALTER TABLE "+table+" DROP CONSTRAINT "+quoted(name))
		add = append(add, "ALTER TABLE "+table+" ADD CONSTRAINT "+quoted(name)+" "+definition)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return func() error { return execute(ctx, tx, add) }, execute(ctx, tx, drop)
}

func execute(ctx context.Context, tx *sql.Tx, statements []string) error {
	for _, s := range statements {
		if _, err := tx.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// Counts returns the number of rows of each table in the transaction.
func (l *Loader) Counts(ctx context.Context) (map[string]int64, error) {
	return counts(ctx, l.tx, l.Tables)
}

// Empty deletes all rows.
func (l *Loader) Empty(ctx context.Context) error {
	for _, t := range l.Tables {
		if _, err := l.tx.ExecContext(ctx, "DELETE FROM "+quoted(t.Name)); err != nil {
			return fmt.Errorf("empty %s: %w", t.Name, err)
		}
	}
	return nil
}

// Insert writes rows of the table. Each has a value for each column of t, as Snapshot.Each gives it.
func (l *Loader) Insert(ctx context.Context, t Table, rows [][]any) error {
	for part := range slices.Chunk(rows, loadedAtOnce) {
		args := make([]any, 0, len(part)*len(t.Columns))
		for _, row := range part {
			args = append(args, row...)
		}
		if _, err := l.tx.ExecContext(ctx, l.insert(t, len(part)), args...); err != nil {
			return fmt.Errorf("write the rows of %s: %w", t.Name, err)
		}
	}
	return nil
}

// insert returns the statement for a number of rows.
func (l *Loader) insert(t Table, rows int) string {
	var s strings.Builder
	s.WriteString("INSERT INTO " + quoted(t.Name) + " (" + t.names() + ") VALUES ")
	for row := range rows {
		if row > 0 {
			s.WriteString(", ")
		}
		s.WriteByte('(')
		for i := range t.Columns {
			if i > 0 {
				s.WriteString(", ")
			}
			fmt.Fprintf(&s, "%s%d", l.mark, row*len(t.Columns)+i+1)
		}
		s.WriteByte(')')
	}
	return s.String()
}
