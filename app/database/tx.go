package database

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"
)

// atEnd holds the functions that a transaction runs before it commits, by key.
type atEnd map[string]func(tx *gorm.DB) error

type atEndKey struct{}

// AtEnd runs fn as one of the last steps of the transaction that Tx began, once for each key and in the order of the keys.
// Use it for counts over all that the transaction wrote, and for rows that must be locked only for a short time.
func AtEnd(tx *gorm.DB, key string, fn func(tx *gorm.DB) error) error {
	last, ok := tx.Statement.Context.Value(atEndKey{}).(atEnd)
	if !ok {
		return errors.New("database: AtEnd outside of a transaction of Tx")
	}
	last[key] = fn
	return nil
}

func (last atEnd) run(tx *gorm.DB) error {
	for _, key := range slices.Sorted(maps.Keys(last)) {
		if err := last[key](tx); err != nil {
			return fmt.Errorf("end of the transaction: %w", err)
		}
	}
	return nil
}

// Tx runs fn in one transaction that commits when fn returns nil. It returns the error of fn unchanged.
func (db *DB) Tx(ctx context.Context, fn func(tx *gorm.DB) error) error {
	forget(ctx)
	defer forget(ctx)
	last := atEnd{}
	return db.write.WithContext(context.WithValue(ctx, atEndKey{}, last)).Transaction(func(tx *gorm.DB) error {
		if err := fn(tx); err != nil {
			return err
		}
		return last.run(tx)
	})
}
