package database

import (
	"context"
	"reflect"
	"sync"

	"gorm.io/gorm"

	"igny8/app/tenancy"
)

// memory holds the rows that One has read in a context, until the next transaction of that context begins or ends.
type memory struct {
	mu   sync.Mutex
	rows map[seat]any
}

// seat is where a row was found. The same id may be out of reach in another scope.
type seat struct {
	row   reflect.Type
	id    string
	reach string
}

type memoryKey struct{}

// Remembering returns a context in which One reads each row once. It is for work whose parts each load what they need, such as a page or
// the preparation of a run: they see the same row, and the database is asked for it once. Nobody may change what a remembered row refers
// to, such as the elements of its lists.
func Remembering(ctx context.Context) context.Context {
	return context.WithValue(ctx, memoryKey{}, &memory{rows: map[seat]any{}})
}

// Remember adds a whole row that was read in another way, if the context remembers rows.
func Remember[T any](ctx context.Context, id string, row T) {
	m, _ := ctx.Value(memoryKey{}).(*memory)
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.rows[seat{reflect.TypeFor[T](), id, tenancy.Reach(ctx)}] = row
}

// forget drops what was remembered: a transaction may change it.
func forget(ctx context.Context) {
	m, _ := ctx.Value(memoryKey{}).(*memory)
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	clear(m.rows)
}

// Once returns the row from the memory of the query's context, or loads it and remembers it. key tells rows of the type T apart: it is the
// id of the row, or what else the row is found by. Outside of such a context, and in a transaction, it loads.
func Once[T any](tx *gorm.DB, key string, load func() (T, error)) (T, error) {
	m, _ := tx.Statement.Context.Value(memoryKey{}).(*memory)
	if m == nil || !wholeRow(tx.Statement) {
		return load()
	}
	at := seat{reflect.TypeFor[T](), key, tenancy.Reach(tx.Statement.Context)}
	m.mu.Lock()
	row, ok := m.rows[at].(T)
	m.mu.Unlock()
	if ok {
		return row, nil
	}
	row, err := load() // which may look into the memory itself
	if err == nil {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.rows[at] = row
	}
	return row, err
}

// wholeRow reports whether the statement asks for whole rows, outside of a transaction and without conditions of its own.
func wholeRow(st *gorm.Statement) bool {
	set := false
	st.Settings.Range(func(any, any) bool { set = true; return false })
	_, inTransaction := st.ConnPool.(gorm.TxCommitter)
	return !set && !inTransaction && !st.Unscoped && len(st.Clauses) == 0 &&
		len(st.Selects)+len(st.Omits)+len(st.Preloads)+len(st.Joins) == 0
}
