package planner_test

import (
	"net/url"
	"strings"
	"testing"

	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/tenancy"
)

// What lists filter by is looked for in one index, without reading the rows, and what is read in the order of opportunity
// comes out of an index in it.
func TestFiltersAndOpportunityComeOutOfIndexes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.many(3000)
	system := tenancy.System(t.Context(), "test")
	for _, list := range []string{"sort=-opportunity", "sort=opportunity", "state=new&sort=-opportunity"} {
		plan := w.planOf(list, 3000)
		if strings.Contains(plan, "TEMP B-TREE") || strings.Contains(plan, "->  Sort ") || !strings.Contains(plan, "keywords_opportunity") {
			t.Errorf("%s is read by\n%s", list, plan)
		}
	}
	for _, list := range []string{"state=excluded", "weak=yes", "pinned=no", "question=yes", "intent=commercial", "intent=unknown", "intent_by=hand", "volume=unknown", "volume_min=9&volume_max=10", "difficulty_max=3", "q=ter&match=words"} {
		if plan := w.planOf(list, 0); !w.db.Postgres() && !strings.Contains(plan, "COVERING INDEX keywords_facets") {
			t.Errorf("%s is read by\n%s", list, plan)
		}
	}

	c := w.tree()
	w.pageState(w.propose(c["puppy food"]).ID, pages.Drafted)
	for _, sort := range []string{"opportunity", "-opportunity"} {
		statements := w.queries(func() {
			_, err := w.planner.ClusterPage(w.ctx, planner.ClusterQuery{SectorID: w.Sector, Level: planner.LevelPage, Sort: sort})
			w.must(err)
		})
		rest := statements[len(statements)-1]
		if plan := w.explain(system, rest); !w.db.Postgres() && (strings.Contains(plan, "TEMP B-TREE") || !strings.Contains(plan, "clusters_opportunity")) {
			t.Errorf("clusters by %s are read by\n%s", sort, plan)
		}
	}
}

// planOf is how the database reads the list, of which so many keywords are said to match.
func (w *world) planOf(list string, matches int64) string {
	w.Helper()
	parameters, err := url.ParseQuery(list)
	w.must(err)
	q, err := planner.KeywordQueryOf(w.Sector, parameters.Get)
	w.must(err)
	q.Matches = matches
	statements := w.queries(func() {
		_, err := w.planner.Keywords(w.ctx, q)
		w.must(err)
	})
	return w.explain(tenancy.System(w.ctx, "test"), statements[len(statements)-1])
}
