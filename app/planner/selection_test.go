package planner_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/planner"
)

func TestSelectionsThatAreRefusedChangeNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.importLines("loner,us,,7,,")
	puppy, loner := w.keyword("puppy food").ID, w.keyword("loner").ID
	w.decide(planner.Decision{State: p(planner.ClusterExcluded)}, c["crate training"].ID)
	many := make([]string, planner.MaxChosen+1)
	for i := range many {
		many[i] = fmt.Sprint(i)
	}
	before := w.rows()

	move := func(s planner.Selection) error {
		_, err := w.planner.MoveKeywords(w.ctx, s, c["raw dog food"].ID)
		return err
	}
	exclude := func(s planner.Selection) error {
		_, err := w.planner.ExcludeKeywords(w.ctx, w.Sector, s)
		return err
	}
	include := func(s planner.Selection) error {
		_, err := w.planner.IncludeKeywords(w.ctx, w.Sector, s)
		return err
	}
	pin := func(s planner.Selection) error {
		_, err := w.planner.PinKeywords(w.ctx, w.Sector, s, true)
		return err
	}
	matching := func(q planner.KeywordQuery) planner.Selection { return planner.Selection{Matching: &q} }
	for _, c := range []struct {
		name   string
		do     func(planner.Selection) error
		chosen planner.Selection
		kind   fault.Kind
		words  string
	}{
		{"nothing", exclude, named(), fault.Invalid, "Choose the keywords first"},
		{"too many", exclude, named(many...), fault.Invalid, "5,001 keywords; at most 5,000"},
		{"one that is none", exclude, named(puppy, "nobody"), fault.NotFound, "keyword"},
		{"NUL", move, named(puppy, "a\x00b"), fault.NotFound, "keyword"},
		{"no UTF-8", pin, named(puppy, "\xff"), fault.NotFound, "keyword"},
		{"a search with NUL", exclude, matching(planner.KeywordQuery{Q: "a\x00"}), fault.Invalid, "characters"},
		{"a state of no kind", exclude, matching(planner.KeywordQuery{State: "old"}), fault.Invalid, "old"},
		{"nothing matches", exclude, matching(planner.KeywordQuery{Q: "giraffe"}), fault.Invalid, "No keyword matches"},
		{"pin among others one in no cluster", pin, named(puppy, loner), fault.Invalid, `"loner" is in no cluster`},
		{"include what is under an excluded cluster", include, matching(planner.KeywordQuery{}), fault.Invalid, `"crate training" is excluded`},
	} {
		if err := c.do(c.chosen); fault.KindOf(err) != c.kind || !strings.Contains(fault.Sentence(err), c.words) {
			t.Errorf("%s: got %v, want %s with %q", c.name, err, c.kind, c.words)
		}
	}
	_, err := w.planner.MoveKeywords(w.ctx, named(loner), c["crate training"].ID)
	w.refused(err, fault.Invalid, "is excluded")

	decide := func(state planner.ClusterState, ids ...string) error {
		_, err := w.planner.DecideClusters(w.ctx, w.Sector, clusters(ids...), planner.Decision{State: &state})
		return err
	}
	w.refused(decide(planner.ClusterApproved), fault.Invalid, "Choose the clusters first")
	w.refused(decide(planner.ClusterApproved, many...), fault.Invalid, "at most 5,000")
	w.refused(decide(planner.ClusterApproved, c["food"].ID, "nobody"), fault.NotFound, "cluster")
	w.refused(decide(planner.ClusterApproved, c["food"].ID, "a\x00b"), fault.NotFound, "cluster")
	w.refused(decide("done", c["food"].ID), fault.Invalid, "done")
	if after := w.rows(); after != before {
		t.Fatalf("what was refused changed something:\n%s\nbefore:\n%s", after, before)
	}
}

func TestSelectionsAreChangedOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.importLines("loner,us,,7,,")
	puppy, loner := w.keyword("puppy food").ID, w.keyword("loner").ID
	// twice runs what a double click sends two times: the second changes nothing, not even a time.
	twice := func(do func() (int64, error), count int64) {
		t.Helper()
		for range 2 {
			before := w.rows()
			n, err := do()
			w.must(err)
			if n != count {
				t.Fatalf("%d were chosen, want %d", n, count)
			}
			if again := w.rows(); again == before {
				return
			}
		}
		t.Fatal("the second time changed something")
	}
	twice(func() (int64, error) { return w.planner.ExcludeKeywords(w.ctx, w.Sector, named(puppy, loner, puppy)) }, 2)
	w.counts(c, "puppy food 1 100 100", "food 3 100 100", "dogs 5 1200 1200")
	twice(func() (int64, error) { return w.planner.IncludeKeywords(w.ctx, w.Sector, named(puppy, loner)) }, 2)
	w.counts(c, "puppy food 2 600 600", "dogs 6 1700 1700")
	if k := w.keyword("loner"); k.State != planner.KeywordNew {
		t.Fatalf("the loner came back as %s", k.State)
	}
	twice(func() (int64, error) { return w.planner.PinKeywords(w.ctx, w.Sector, named(puppy), true) }, 1)
	twice(func() (int64, error) { return w.planner.PinKeywords(w.ctx, w.Sector, named(puppy, loner), false) }, 2)
	twice(func() (int64, error) { return w.planner.MoveKeywords(w.ctx, named(puppy, loner), c["raw dog food"].ID) }, 2)
	w.counts(c, "puppy food 1 100 100", "raw dog food 4 507 507", "food 5 607 607", "dogs 7 1707 1707")
	if k := w.keyword("loner"); !k.Pinned || len(k.Evidence) != 1 || k.State != planner.KeywordClustered {
		t.Fatalf("got %+v", k)
	}

	// All that match, although the change makes them match no more.
	food := planner.Selection{Matching: &planner.KeywordQuery{Q: "food", State: planner.KeywordClustered, Limit: 1, Cursor: "x"}}
	n, err := w.planner.ExcludeKeywords(w.ctx, w.Sector, food)
	w.must(err)
	count, err := w.planner.CountKeywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Q: "food", State: planner.KeywordExcluded})
	w.must(err)
	if n != 4 || count != 4 {
		t.Fatalf("%d were chosen and %d are excluded, want 4", n, count)
	}
	within := planner.Selection{Matching: &planner.KeywordQuery{ClusterID: c["food"].ID, State: planner.KeywordExcluded}}
	n, err = w.planner.MoveKeywords(w.ctx, within, c["crate training"].ID)
	w.must(err)
	if n != 4 {
		t.Fatalf("%d were moved out of food, want 4", n)
	}
	w.counts(c, "raw dog food 1 7 7", "crate training 6 1700 1700", "dogs 7 1707 1707")
	for state, want := range map[planner.KeywordState]bool{
		planner.KeywordExcluded: false, planner.KeywordNew: false,
		planner.KeywordClustered: true,
	} {
		if has, err := w.planner.HasKeywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, State: state}); err != nil || has != want {
			t.Errorf("has %s: %v, %v", state, has, err)
		}
	}
}

func TestDecisionsAboutSeveralClusters(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	decide := func(d planner.Decision, names ...string) {
		t.Helper()
		var ids []string
		for _, name := range names {
			ids = append(ids, c[name].ID)
		}
		w.decide(d, ids...)
		once := w.rows()
		w.decide(d, ids...)
		if again := w.rows(); again != once {
			t.Fatalf("the second time changed something:\n%s\nbefore:\n%s", again, once)
		}
	}
	state := func(want planner.ClusterState, names ...string) {
		t.Helper()
		for _, name := range names {
			if got := w.cluster(c[name].ID).State; got != want {
				t.Fatalf("%s is %s, want %s", name, got, want)
			}
		}
	}
	decide(planner.Decision{State: p(planner.ClusterApproved), Locked: p(true)}, "food", "puppy food")
	state(planner.ClusterApproved, "food", "puppy food", "raw dog food")
	state(planner.ClusterProposed, "dogs", "training", "crate training")
	if !w.cluster(c["food"].ID).Locked || w.cluster(c["raw dog food"].ID).Locked {
		t.Fatal("a lock goes for the named clusters alone")
	}
	decide(planner.Decision{State: p(planner.ClusterExcluded), Locked: p(false)}, "raw dog food", "training", "food")
	state(planner.ClusterExcluded, "dogs", "food", "training", "puppy food", "raw dog food", "crate training")
	w.counts(c, "dogs 6 1700 1700", "food 4 600 600")
	decide(planner.Decision{State: p(planner.ClusterProposed)}, "food", "puppy food")
	state(planner.ClusterProposed, "dogs", "food", "puppy food", "raw dog food")
	state(planner.ClusterExcluded, "training", "crate training")
	w.counts(c, "dogs 4 600 600")
	if k := w.keyword("puppy food"); k.State != planner.KeywordClustered {
		t.Fatalf("got %+v", k)
	}
}

// A change of many rows takes as many statements as one of a few.
func TestTheStatementsOfAChangeDoNotGrow(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines(kennel...)
	w.group()
	var ids, clusters []string
	list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Limit: 200})
	w.must(err)
	for _, k := range list.Items {
		ids = append(ids, k.ID)
		if !slices.Contains(clusters, *k.ClusterID) {
			clusters = append(clusters, *k.ClusterID)
		}
	}
	counts := func(do func(ids, clusters []string) error) (few, many int) {
		t.Helper()
		few = w.statements(func() { w.must(do(ids[:1], clusters[:1])) })
		many = w.statements(func() { w.must(do(ids, clusters)) })
		return few, many
	}
	for name, do := range map[string]func(ids, clusters []string) error{
		"exclude and include": func(ids, _ []string) error {
			if _, err := w.planner.ExcludeKeywords(w.ctx, w.Sector, named(ids...)); err != nil {
				return err
			}
			_, err := w.planner.IncludeKeywords(w.ctx, w.Sector, named(ids...))
			return err
		},
		"pin": func(ids, _ []string) error {
			_, err := w.planner.PinKeywords(w.ctx, w.Sector, named(ids...), true)
			return err
		},
		"move": func(ids, _ []string) error {
			_, err := w.planner.MoveKeywords(w.ctx, named(ids...), clusters[0])
			return err
		},
		"approve": func(_, clusters []string) error {
			_, err := w.planner.DecideClusters(w.ctx, w.Sector, planner.ClusterSelection{IDs: clusters},
				planner.Decision{State: p(planner.ClusterApproved)})
			return err
		},
	} {
		// A stage that changes is a statement more, and which of the two changes it depends on the numbers.
		if few, many := counts(do); max(few-many, many-few) > 2 || few == 0 {
			t.Errorf("%s: %d statements for one, %d for all", name, few, many)
		}
	}
}

// counting marks the statements that are counted: workers make others at the same time.
type counting struct{}

// statements counts the statements that fn makes with the context of w.
func (w *world) statements(fn func()) int {
	w.Helper()
	ctx, mark := w.ctx, new(int)
	w.ctx = context.WithValue(ctx, counting{}, mark)
	defer func() { w.ctx = ctx }()
	taken := dbtest.Watch(w, w.db, func(ctx context.Context) bool { return ctx.Value(counting{}) == mark })
	fn()
	return len(taken())
}
