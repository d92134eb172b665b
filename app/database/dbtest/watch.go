package dbtest

import (
	"context"
	"sync"
	"testing"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// Watch returns a function that returns the statements, with their values, that have run since its last call. It leaves out those whose
// context is not one of the contexts that are watched, such as those of workers.
func Watch(t testing.TB, db *database.DB, watched func(context.Context) bool) func() []string {
	t.Helper()
	var mu sync.Mutex
	var list []string
	note := func(db *gorm.DB) {
		if !watched(db.Statement.Context) {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		list = append(list, db.Dialector.Explain(db.Statement.SQL.String(), db.Statement.Vars...))
	}
	ctx, name := tenancy.System(t.Context(), "watch the statements"), "test:"+database.NewID()
	err := database.OnStatement(db.Read(ctx), name, note)
	if err == nil && !db.Postgres() { // which has one pool for both
		err = db.Tx(ctx, func(tx *gorm.DB) error { return database.OnStatement(tx, name, note) })
	}
	if err != nil {
		t.Fatal(err)
	}
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		taken := list
		list = nil
		return taken
	}
}
