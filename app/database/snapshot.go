package database

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"gorm.io/gorm"
)

// Snapshot is the database as it was at one moment, whatever is written meanwhile.
type Snapshot struct {
	Tables    []Table // in the order of their names
	Migration int64   // the newest one, 0 for a database without tables
	tx        *gorm.DB
}

// Snapshot calls fn with the rows of this moment. They stay readable until fn returns: SQLite keeps what is written meanwhile in its log
// beside the database.
func (db *DB) Snapshot(ctx context.Context, fn func(*Snapshot) error) error {
	return db.read.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		s := &Snapshot{tx: tx}
		var err error
		if s.Migration, err = db.version(ctx, tx.Statement.ConnPool); err != nil {
			return fmt.Errorf("read the version of the schema: %w", err)
		}
		if s.Tables, err = db.tables(ctx, tx.Statement.ConnPool); err != nil {
			return err
		}
		return fn(s)
	}, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
}

// Tx returns the transaction of the snapshot, for the queries of the owners of tables.
func (s *Snapshot) Tx() *gorm.DB { return s.tx }

// Each calls visit for every row of the table, of all accounts. The values are in the order of its columns: nil, string, int64, float64,
// bool, time.Time or []byte. They are valid until visit returns.
func (s *Snapshot) Each(ctx context.Context, t Table, visit func(values []any) error) error {
	values, into := make([]any, len(t.Columns)), make([]any, len(t.Columns))
	for i := range values {
		into[i] = &values[i]
	}
	return each(ctx, s.tx.Statement.ConnPool, "SELECT "+t.names()+" FROM "+quoted(t.Name), func(scan func(...any) error) error {
		if err := scan(into...); err != nil {
			return err
		}
		for i, c := range t.Columns {
			value, ok := plain(c.Type, values[i])
			if !ok {
				return fmt.Errorf("the column %s of %s holds a %T", c.Name, t.Name, values[i])
			}
			values[i] = value
		}
		return visit(values)
	})
}

// plain returns what a driver has read as the one Go type of its column.
func plain(of ColumnType, value any) (any, bool) {
	if value == nil {
		return nil, true
	}
	switch v := value.(type) {
	case []byte: // PostgreSQL's JSON
		if of == TextColumn || of == JSONColumn {
			return string(v), true
		}
		return v, of == BytesColumn
	case string:
		return v, of == TextColumn || of == JSONColumn
	case int64:
		switch of {
		case RealColumn:
			return float64(v), true
		case BooleanColumn: // SQLite has no type of its own for them
			return v != 0, true
		}
		return v, of == IntegerColumn
	case float64:
		return v, of == RealColumn
	case bool:
		return v, of == BooleanColumn
	case time.Time:
		return v.UTC(), of == TimeColumn
	}
	return nil, false
}
