package planner_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/planner"
	"igny8/app/tenancy"
)

// Lists of keywords come out of an index in their order: nothing sorts the sector for one page of it.
func TestListsComeOutOfIndexesInTheirOrder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	lines := make([]string, 3000)
	for i := range lines {
		lines[i] = fmt.Sprintf("keyword %d,us,%d,%d,,", i, i%100, i*7919%3000)
	}
	w.importLines(lines...)
	system := tenancy.System(t.Context(), "test")
	if w.db.Postgres() {
		w.must(w.db.Tx(system, func(tx *gorm.DB) error { return tx.Exec("ANALYZE keywords").Error }))
	}
	for _, sort := range []string{"volume", "-volume", "difficulty", "-difficulty", "keyword", "-keyword"} {
		query := planner.KeywordQuery{SectorID: w.Sector, Sort: sort}
		for range 3 { // the first page and two that follow
			statements := w.queries(func() {
				page, err := w.planner.Keywords(w.ctx, query)
				w.must(err)
				query.Cursor = page.Next
			})
			list := statements[len(statements)-1]
			if plan := w.explain(system, list); strings.Contains(plan, "TEMP B-TREE") || strings.Contains(plan, "->  Sort ") || !strings.Contains(strings.ToUpper(plan), "INDEX") {
				t.Errorf("by %s the plan of\n%s\nis\n%s", sort, list, plan)
			}
		}
	}
}

// queries are the statements that fn reads with, with the values in them.
func (w *world) queries(fn func()) []string {
	w.Helper()
	var list []string
	ctx := w.ctx
	w.ctx = context.WithValue(ctx, counting{}, &list)
	defer func() { w.ctx = ctx }()
	w.must(w.db.Read(ctx).Callback().Query().After("gorm:query").Register(fmt.Sprintf("test:%p", &list), func(db *gorm.DB) {
		if st := db.Statement; st.Context.Value(counting{}) == &list {
			list = append(list, db.Dialector.Explain(st.SQL.String(), st.Vars...))
		}
	}))
	fn()
	return list
}

func (w *world) explain(ctx context.Context, statement string) string {
	w.Helper()
	word := "EXPLAIN QUERY PLAN "
	if w.db.Postgres() {
		word = "EXPLAIN "
	}
	rows, err := w.db.Read(ctx).Raw(word + statement).Rows()
	w.must(err)
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	w.must(err)
	var plan strings.Builder
	for rows.Next() {
		row, targets := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			targets[i] = &row[i]
		}
		w.must(rows.Scan(targets...))
		fmt.Fprintln(&plan, row[len(row)-1])
	}
	w.must(rows.Err())
	return plan.String()
}
