package database

import (
	"errors"

	"gorm.io/gorm"
)

// PoolStats says how the connections of a pool are used.
type PoolStats struct {
	Pool         string // "postgres", or "read" and "write" of SQLite
	Most         int    // connections at the same time
	Open, InUse  int
	Waits        int64   // how often somebody had to wait for a connection
	WaitsSeconds float64 // for how long in all
}

// OnStatement has fn called after each statement. Begin and commit are none.
func OnStatement(db *gorm.DB, name string, fn func(*gorm.DB)) error {
	after := func(db *gorm.DB) {
		if !db.DryRun { // a dry run builds a part of another statement
			fn(db)
		}
	}
	cb := db.Callback()
	return errors.Join(
		cb.Query().After("gorm:query").Register(name, after), cb.Row().After("gorm:row").Register(name, after),
		cb.Raw().After("gorm:raw").Register(name, after), cb.Create().After("gorm:create").Register(name, after),
		cb.Update().After("gorm:update").Register(name, after), cb.Delete().After("gorm:delete").Register(name, after),
	)
}

// Statements returns how many statements this process has sent.
func (db *DB) Statements() int64 { return db.statements.Load() }

// Stats returns the use of each pool, for metrics.
func (db *DB) Stats() []PoolStats {
	names := []string{"read", "write"}
	if db.postgres {
		names = []string{"postgres"}
	}
	all := make([]PoolStats, len(db.pools))
	for i, pool := range db.pools {
		s := pool.Stats()
		all[i] = PoolStats{
			Pool: names[i], Most: s.MaxOpenConnections, Open: s.OpenConnections, InUse: s.InUse,
			Waits: s.WaitCount, WaitsSeconds: s.WaitDuration.Seconds(),
		}
	}
	return all
}
