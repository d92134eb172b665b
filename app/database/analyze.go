package database

import (
	"fmt"

	"gorm.io/gorm"
)

// analyzeFrom is from how many rows on PostgreSQL is told of them.
const analyzeFrom = 1000

// Analyze lets PostgreSQL count the tables to which the transaction has written so many rows. By itself it does that about a minute later,
// and until then it takes the tables for what they were: it would join ten thousand rows one by one. Call it before statements that join
// what was written. SQLite needs no counts.
func Analyze(tx *gorm.DB, rows int, tables ...string) error {
	if rows < analyzeFrom || tx.Name() != "postgres" {
		return nil
	}
	for _, table := range tables {
		if _, err := tx.Statement.ConnPool.ExecContext(tx.Statement.Context, "ANALYZE "+table); err != nil {
			return fmt.Errorf("count %s: %w", table, err)
		}
	}
	return nil
}
