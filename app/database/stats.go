package database

// PoolStats says how the connections of a pool are used.
type PoolStats struct {
	Pool         string // "postgres", or "read" and "write" of SQLite
	Most         int    // connections at the same time
	Open, InUse  int
	Waits        int64   // how often somebody had to wait for a connection
	WaitsSeconds float64 // for how long in all
}

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
