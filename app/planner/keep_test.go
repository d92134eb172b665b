package planner_test

import (
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/ai/aitest"
	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/app/planner/grouping"
	"igny8/app/runs"
)

// groupNew places the keywords that have no place.
func (w *world) groupNew() runs.Run {
	w.Helper()
	run, err := w.grouping.StartGrouping(w.ctx, w.Sector, grouping.Choice{Keep: true})
	w.must(err)
	return w.await(run)
}

func TestAGroupingThatKeepsNeedsNewKeywords(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines(kennel...)
	w.group()
	_, err := w.grouping.StartGrouping(w.ctx, w.Sector, grouping.Choice{Keep: true})
	w.refused(err, fault.Invalid, "has its place")
	w.importLines("raw dog food,us,,30,,")
	w.exclude([]string{w.keyword("raw dog food").ID})
	_, err = w.grouping.StartGrouping(w.ctx, w.Sector, grouping.Choice{Keep: true})
	w.refused(err, fault.Invalid, "has its place")
	_, err = w.grouping.StartGrouping(w.Ctx(accountstest.Stranger), w.Sector, grouping.Choice{Keep: true})
	w.refused(err, fault.NotFound, "sector")
}

// Whoever adds keywords to a list that has been looked through finds everything where it was, and what is new where it belongs.
func TestNewKeywordsFindTheirPlaceAndNothingMoves(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines(kennel...)
	w.group()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	// Where a person has put it, far from where its words would.
	w.move(*w.keyword("crate training tips").ClusterID, []string{w.keyword("puppy food brands").ID})
	before := map[string]planner.Keyword{}
	for _, line := range kennel {
		k := w.keyword(strings.Split(line, ",")[0])
		before[k.Text] = k
	}
	clusters, err := w.planner.Clusters(w.ctx, w.Sector, "")
	w.must(err)

	w.importLines("best puppy food 2026,us,,60,,", "crate training tips 2026,us,,70,,", "aquarium water filter,us,,500,,", "aquarium water filter cleaning,us,,50,,")
	run := w.groupNew()
	w.consistent()
	if want := "4 keywords are placed, 10 stay where they are."; run.Message != want {
		t.Errorf("the run says %q, want %q", run.Message, want)
	}
	for text, was := range before {
		if k := w.keyword(text); *k.ClusterID != *was.ClusterID || k.Pinned != was.Pinned || !k.UpdatedAt.Equal(was.UpdatedAt) {
			t.Errorf("%s was touched: %+v", text, k)
		}
	}
	for _, was := range clusters {
		if was.KeywordCount == 0 {
			continue // the move left it empty
		}
		c := w.cluster(was.ID)
		if c.Name != was.Name || value(c.ParentID) != value(was.ParentID) || c.State != was.State || c.Role != was.Role {
			t.Errorf("the cluster %s became %+v", was.Name, c)
		}
	}
	for text, beside := range map[string]string{
		"best puppy food 2026": "best puppy food", "crate training tips 2026": "crate training tips", "aquarium water filter cleaning": "aquarium water filter",
	} {
		page, _, _ := w.place(text)
		near, _, _ := w.place(beside)
		if page.ID != near.ID || len(w.keyword(text).Evidence) == 0 {
			t.Errorf("%s is in %q and %s in %q", text, page.Name, beside, near.Name)
		}
	}
	page, topic, pillar := w.place("aquarium water filter")
	for _, c := range []planner.Cluster{page, topic, pillar} {
		if c.State != planner.ClusterProposed {
			t.Errorf("the new %s %q is %s", c.Level, c.Name, c.State)
		}
	}
}

// A model is asked for the names of what is new alone, and a name that it gives to nothing else moves nothing.
func TestAModelIsAskedAboutWhatIsNewAlone(t *testing.T) {
	t.Parallel()
	model := aitest.New(t, reviewer(nil, nil))
	w := reviewedBy(t, model)
	w.importLines(furniture...)
	w.group()
	lamp, _, _ := w.place("desk lamp led")
	w.importLines("garden hose reel,us,,400,,", "garden hose reel wall mounted,us,,40,,")
	model.Follow(reviewer(nil, nil))
	w.groupNew()
	w.consistent()
	if again, _, _ := w.place("desk lamp led"); again.ID != lamp.ID || again.Name != lamp.Name {
		t.Errorf("%q became %q", lamp.Name, again.Name)
	}
	if page, _, _ := w.place("garden hose reel"); !strings.HasPrefix(page.Name, "Named ") {
		t.Errorf("the new page is called %q", page.Name)
	}
	questions := model.Prompts()
	if !strings.Contains(questions, "garden hose reel") || strings.Contains(questions, "desk lamp") {
		t.Errorf("the model was asked:\n%s", questions)
	}
}
