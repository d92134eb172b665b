package database

import (
	"time"

	"gorm.io/gorm"
)

// Clock returns the time of the database, and the duration later, as a value for a statement. What several hosts compare with their own
// time is told by this one clock. SQLite runs inside the process and has the clock of its host.
func (db *DB) Clock(later time.Duration) any {
	if !db.postgres {
		return Now().Add(later)
	}
	return gorm.Expr("clock_timestamp() + ? * INTERVAL '1 microsecond'", later.Microseconds())
}
