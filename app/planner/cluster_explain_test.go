package planner_test

import (
	"context"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/planner"
	"igny8/app/tenancy"
)

// Lists of clusters come out of indexes: those of a level in their order without sorting, those that filter without reading
// other sectors. So do the tray, the changes, and what is counted before everything is approved.
func TestClusterListsComeOutOfIndexes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.ctx = w.Ctx(accountstest.Owner)
	w.many(3000)
	w.manyClusters()
	system := tenancy.System(t.Context(), "test")
	if w.db.Postgres() {
		w.must(w.db.Tx(system, func(tx *gorm.DB) error { return tx.Exec("ANALYZE").Error }))
	}
	for name, q := range clusterLists(w) {
		w.checkPlan(name, strings.HasPrefix(name, "by ") && !strings.Contains(name, "opportunity"), func() {
			page, err := w.planner.ClusterPage(w.ctx, q)
			w.must(err)
			if q.Cursor = page.Next; q.Cursor != "" {
				_, err = w.planner.ClusterPage(w.ctx, q)
				w.must(err)
			}
		})
		w.checkPlan("count of "+name, false, func() {
			_, err := w.planner.CountClusters(w.ctx, q)
			w.must(err)
		})
	}
	w.checkPlan("waiting", false, func() {
		_, err := w.planner.Waiting(w.ctx, w.Sector)
		w.must(err)
	})
	w.checkPlan("changes", true, func() {
		_, err := w.planner.Changes(w.ctx, w.Sector, 50, "")
		w.must(err)
	})
	w.checkPlan("last change", false, func() {
		_, _, err := w.planner.LastChange(w.ctx, w.Sector)
		w.must(err)
	})
	w.checkPlan("tray", false, func() {
		_, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Weak: p(true)})
		w.must(err)
	})
}

// checkPlan fails the test when a query of planner's tables that fn makes reads a whole table, or sorts where its rows lie in order.
func (w *world) checkPlan(name string, ordered bool, fn func()) {
	w.Helper()
	system := tenancy.System(w.ctx, "test")
	for _, statement := range w.queries(fn) {
		plan := w.plan(system, statement)
		sorts := strings.Contains(plan, "TEMP B-TREE") || strings.Contains(plan, "->  Sort ")
		scans := strings.Contains(plan, "SCAN clusters") || strings.Contains(plan, "SCAN keywords") || strings.Contains(plan, "SCAN changes") || strings.Contains(plan, "Seq Scan")
		if (ordered && sorts) || scans {
			w.Errorf("%s: the plan of\n%s\nis\n%s", name, statement, plan)
		}
	}
}

// plan is the statement's plan. PostgreSQL reads small tables whole because that is quicker; it is asked how it would read large ones.
func (w *world) plan(ctx context.Context, statement string) string {
	w.Helper()
	if !w.db.Postgres() {
		return w.explain(ctx, statement)
	}
	var lines []string
	w.must(w.db.Tx(ctx, func(tx *gorm.DB) error {
		for _, setting := range []string{"enable_seqscan", "enable_bitmapscan"} {
			if err := tx.Exec("SET LOCAL " + setting + " = off").Error; err != nil {
				return err
			}
		}
		return tx.Raw("EXPLAIN " + statement).Scan(&lines).Error
	}))
	return strings.Join(lines, "\n")
}
