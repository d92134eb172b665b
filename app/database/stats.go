package database

import (
	"errors"
	"sync/atomic"

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

// counter is the GORM plugin that counts statements. Begin and commit are not counted.
type counter struct{ statements *atomic.Int64 }

// Name returns the plugin's name.
func (counter) Name() string { return "counter" }

// Initialize registers the counter behind GORM's own callbacks.
func (c counter) Initialize(db *gorm.DB) error {
	count := func(db *gorm.DB) {
		if !db.DryRun { // a dry run builds a part of another statement
			c.statements.Add(1)
		}
	}
	cb := db.Callback()
	return errors.Join(
		cb.Query().After("gorm:query").Register("counter:query", count), cb.Row().After("gorm:row").Register("counter:row", count),
		cb.Raw().After("gorm:raw").Register("counter:raw", count), cb.Create().After("gorm:create").Register("counter:create", count),
		cb.Update().After("gorm:update").Register("counter:update", count), cb.Delete().After("gorm:delete").Register("counter:delete", count),
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
