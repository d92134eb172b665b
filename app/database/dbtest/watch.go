package dbtest

import (
	"context"
	"errors"
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
		if db.DryRun || !watched(db.Statement.Context) { // a dry run builds a part of another statement
			return
		}
		mu.Lock()
		defer mu.Unlock()
		list = append(list, db.Dialector.Explain(db.Statement.SQL.String(), db.Statement.Vars...))
	}
	ctx := tenancy.System(t.Context(), "watch the statements")
	err := watch(db.Read(ctx), note)
	if err == nil && !db.Postgres() { // which has one pool for both
		err = db.Tx(ctx, func(tx *gorm.DB) error { return watch(tx, note) })
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

func watch(db *gorm.DB, note func(*gorm.DB)) error {
	cb, name := db.Callback(), "test:"+database.NewID()
	return errors.Join(
		cb.Query().After("gorm:query").Register(name, note), cb.Row().After("gorm:row").Register(name, note),
		cb.Raw().After("gorm:raw").Register(name, note), cb.Create().After("gorm:create").Register(name, note),
		cb.Update().After("gorm:update").Register(name, note), cb.Delete().After("gorm:delete").Register(name, note),
	)
}
