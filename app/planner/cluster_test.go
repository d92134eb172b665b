package planner_test

import (
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
)

func TestUpdateCluster(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	page, food, training := c["puppy food"].ID, c["food"].ID, c["training"].ID
	for _, refusal := range []struct {
		id     string
		change planner.ClusterChange
		words  string
	}{
		{page, planner.ClusterChange{Name: p("  ")}, "1 to 1000 characters"},
		{page, planner.ClusterChange{Name: p("a\x00b")}, "can be shown"},
		{page, planner.ClusterChange{Name: p("Raw  DOG food")}, "already a page"},
		{page, planner.ClusterChange{Role: p("star")}, "hub, supporting or attribute"},
		{page, planner.ClusterChange{State: p(planner.ClusterState("done"))}, "proposed, approved or excluded"},
		{page, planner.ClusterChange{ParentID: p(c["dogs"].ID)}, "stands under a topic"},
		{c["dogs"].ID, planner.ClusterChange{ParentID: p(food)}, "nothing stands above it"},
	} {
		_, err := w.planner.UpdateCluster(w.ctx, refusal.id, refusal.change)
		w.refused(err, fault.Invalid, refusal.words)
	}

	changed, err := w.planner.UpdateCluster(w.ctx, page, planner.ClusterChange{Name: p(" Puppy   meals "), Role: p("hub"), Locked: p(true), ParentID: p(training)})
	w.must(err)
	if changed.Name != "Puppy meals" || !changed.Renamed || changed.Role != "hub" || !changed.Locked || *changed.ParentID != training || !changed.Placed {
		t.Fatalf("got %+v", changed)
	}
	w.counts(c, "food 2 <nil> <nil>", "training 4 1700 1700", "dogs 6 1700 1700")

	_, err = w.planner.Approve(w.ctx, food)
	w.must(err)
	if state := w.cluster(c["raw dog food"].ID).State; state != planner.ClusterApproved {
		t.Fatalf("the page under an approved topic is %s", state)
	}
	if state := w.cluster(c["dogs"].ID).State; state != planner.ClusterProposed {
		t.Fatalf("a pillar with a proposed topic is %s", state)
	}
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	if state := w.cluster(c["dogs"].ID).State; state != planner.ClusterApproved {
		t.Fatalf("the pillar is %s", state)
	}

	// What was excluded alone stays excluded when the cluster is taken back.
	alone := w.keyword("how to crate train")
	w.exclude([]string{alone.ID})
	_, err = w.planner.UpdateCluster(w.ctx, training, planner.ClusterChange{State: p(planner.ClusterExcluded)})
	w.must(err)
	if k := w.keyword("crate training"); k.State != "excluded" || k.ClusterID == nil {
		t.Fatalf("got %+v", k)
	}
	w.counts(c, "training 3 1500 1500", "dogs 2 <nil> <nil>")
	_, err = w.planner.UpdateKeyword(w.ctx, w.keyword("crate training").ID, planner.KeywordChange{State: p(planner.KeywordClustered)})
	w.refused(err, fault.Invalid, "is excluded")
	_, err = w.planner.UpdateCluster(w.ctx, training, planner.ClusterChange{State: p(planner.ClusterProposed)})
	w.must(err)
	if a, b := w.keyword("crate training"), w.keyword("how to crate train"); a.State != "clustered" || b.State != "excluded" {
		t.Fatalf("got %s and %s", a.State, b.State)
	}
	w.counts(c, "training 3 1500 1500", "dogs 5 1500 1500")
	if state := w.cluster(c["dogs"].ID).State; state != planner.ClusterProposed {
		t.Fatalf("the pillar is %s", state)
	}
}

func TestMerge(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	for _, refusal := range []struct{ id, into, words string }{
		{c["puppy food"].ID, c["puppy food"].ID, "into itself"},
		{c["puppy food"].ID, c["food"].ID, "one level"},
	} {
		_, err := w.planner.Merge(w.ctx, refusal.id, refusal.into)
		w.refused(err, fault.Invalid, refusal.words)
	}
	_, err := w.planner.Merge(w.ctx, c["puppy food"].ID, "nobody")
	w.refused(err, fault.NotFound, "cluster")

	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	proposed := w.generateIdeas("puppy food", "raw dog food")
	merged, err := w.planner.Merge(w.ctx, c["puppy food"].ID, c["raw dog food"].ID)
	w.must(err)
	if merged.KeywordCount != 4 || *merged.Volume != 600 {
		t.Fatalf("got %+v", merged)
	}
	if k := w.keyword("puppy food"); !k.Pinned || *k.ClusterID != merged.ID || !strings.Contains(k.Evidence[0].Text, "puppy food") {
		t.Fatalf("got %+v", k)
	}
	_, err = w.planner.Cluster(w.ctx, c["puppy food"].ID)
	w.refused(err, fault.NotFound, "cluster")
	served, err := w.pages.List(w.ctx, w.Site)
	w.must(err)
	served = slices.DeleteFunc(served, func(p pages.Page) bool {
		return p.ClusterID == nil || *p.ClusterID != merged.ID || p.State == pages.Removed
	})
	if len(served) != 1 {
		t.Fatalf("the merged cluster has %d pages", len(served))
	}
	for _, before := range proposed {
		now, err := w.ideas.Idea(w.ctx, before.ID)
		w.must(err)
		if want := map[bool]ideas.IdeaState{
			true:  ideas.IdeaProposed,
			false: ideas.IdeaRejected,
		}[now.PageID == served[0].ID]; now.State != want || now.ClusterID != merged.ID {
			t.Fatalf("the idea %q is %s in %s", now.Title, now.State, now.ClusterID)
		}
	}

	topic, err := w.planner.Merge(w.ctx, c["food"].ID, c["training"].ID)
	w.must(err)
	if topic.KeywordCount != 6 || *w.cluster(merged.ID).ParentID != topic.ID {
		t.Fatalf("got %+v", topic)
	}
	w.counts(map[string]planner.Cluster{
		"puppy food": merged, "raw dog food": merged, "crate training": c["crate training"], "food": topic, "training": topic, "dogs": c["dogs"],
	}, "training 6 1700 1700", "dogs 6 1700 1700")
}

func TestSplit(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	page, best, both := c["puppy food"].ID, w.keyword("best puppy food").ID, []string{w.keyword("puppy food").ID, w.keyword("best puppy food").ID}
	for _, refusal := range []struct {
		id    string
		ids   []string
		name  string
		words string
	}{
		{c["food"].ID, []string{best}, "best", "Only page clusters"},
		{page, nil, "best", "Choose the keywords"},
		{page, []string{best}, "", "1 to 1000"},
		{page, []string{best}, "raw dog food", "already a page"},
		{page, []string{w.keyword("raw dog food").ID}, "best", "not in the cluster"},
		{page, both, "best", "Leave at least one"},
	} {
		_, err := w.planner.Split(w.ctx, refusal.id, refusal.ids, refusal.name)
		w.refused(err, fault.Invalid, refusal.words)
	}
	w.counts(c, "puppy food 2 600 600", "food 4 600 600") // what was refused changed nothing
	made, err := w.planner.Split(w.ctx, page, []string{best}, "Best of puppy food")
	w.must(err)
	if made.KeywordCount != 1 || *made.Volume != 100 || made.State != planner.ClusterProposed || *made.ParentID != c["food"].ID {
		t.Fatalf("got %+v", made)
	}
	if k := w.keyword("best puppy food"); !k.Pinned || *k.ClusterID != made.ID {
		t.Fatalf("got %+v", k)
	}
	w.counts(c, "puppy food 1 500 500", "food 4 600 600")
}

func TestListsOfClusters(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	_, err := w.planner.Clusters(w.ctx, w.Sector, "shelf")
	w.refused(err, fault.Invalid, "pillar, topic, page")
	pageLevel, err := w.planner.Clusters(w.ctx, w.Sector, planner.LevelPage)
	w.must(err)
	first, err := w.planner.ClusterPage(w.ctx, planner.ClusterQuery{SectorID: w.Sector, Level: planner.LevelPage, Limit: 2})
	w.must(err)
	rest, err := w.planner.ClusterPage(w.ctx, planner.ClusterQuery{
		SectorID: w.Sector, Level: planner.LevelPage, Limit: 2,
		Cursor: first.Next,
	})
	w.must(err)
	for i, want := range []string{"crate training", "puppy food", "raw dog food"} { // the unknown demand last
		if pageLevel[i].Name != want || append(first.Items, rest.Items...)[i].Name != want {
			t.Fatalf("got %v", pageLevel)
		}
	}
	for _, bad := range []planner.ClusterQuery{{Q: "a\x00"}, {Q: "\xff"}, {Cursor: "\x00"}, {State: "old"}} {
		bad.SectorID = w.Sector
		_, err := w.planner.ClusterPage(w.ctx, bad)
		w.refused(err, fault.Invalid, "")
	}
	for q, want := range map[string]int{"FOOD": 3, "%": 0, "raw  dog": 1, "": 6} {
		found, err := w.planner.ClusterPage(w.ctx, planner.ClusterQuery{SectorID: w.Sector, Q: q, Open: true})
		w.must(err)
		if len(found.Items) != want {
			t.Errorf("%q finds %d clusters, want %d", q, len(found.Items), want)
		}
	}
	found, err := w.planner.ClustersNamed(w.ctx, w.Sector, planner.LevelPage, "food", "Raw  Dog FOOD", "\x00")
	w.must(err)
	if len(found) != 0 {
		t.Errorf("a name with NUL finds %v", found)
	}
	found, err = w.planner.ClustersNamed(w.ctx, w.Sector, planner.LevelPage, "food", "Raw  Dog FOOD")
	w.must(err)
	if len(found) != 1 || found[0].ID != c["raw dog food"].ID {
		t.Errorf("got %v", found)
	}
	byID, err := w.planner.ClustersByID(w.ctx, []string{c["food"].ID, c["food"].ID, "nobody"})
	w.must(err)
	if len(byID) != 1 || byID[c["food"].ID].Name != "food" {
		t.Errorf("got %v", byID)
	}
	trail, err := w.planner.Trail(w.ctx, c["puppy food"])
	w.must(err)
	if len(trail) != 2 || trail[0].Name != "dogs" || trail[1].Name != "food" {
		t.Errorf("got %v", trail)
	}
	for limit, want := range map[int]int{5: 3, 4: 0, 2: 0} { // pages are left out where topics and pages are more than the limit
		branch, err := w.planner.Branch(w.ctx, c["dogs"], limit)
		w.must(err)
		leaves := 0
		for _, topic := range branch.Children {
			leaves += len(topic.Children)
		}
		if len(branch.Children) != 2 || branch.Children[0].Name != "training" || leaves != want {
			t.Errorf("with limit %d: %d pages under %v, want %d", limit, leaves, branch.Children, want)
		}
	}
	tree, err := w.planner.Tree(w.ctx, w.Sector)
	w.must(err)
	if len(tree) != 1 || len(tree[0].Children) != 2 || tree[0].Children[0].Name != "training" || len(tree[0].Children[1].Children) != 2 {
		t.Fatalf("got %+v", tree)
	}
	for id, want := range map[string]int{c["dogs"].ID: 6, c["food"].ID: 4, c["puppy food"].ID: 2} {
		list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, ClusterID: id})
		w.must(err)
		if len(list.Items) != want {
			t.Errorf("the subtree has %d keywords, want %d", len(list.Items), want)
		}
	}
}

func TestGate(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	red := func() string {
		g, err := w.planner.Gate(w.ctx, w.Site)
		w.must(err)
		var keys []string
		for _, c := range g.Checks {
			if !c.OK {
				keys = append(keys, c.Key)
				if c.Reason == "" || c.Where.Site != w.Site || c.Where.Screen == "" {
					t.Errorf("the check %s has reason %q and place %+v", c.Key, c.Reason, c.Where)
				}
			}
		}
		if g.Passed != (len(keys) == 0) {
			t.Errorf("passed is %v with %v red", g.Passed, keys)
		}
		return strings.Join(keys, " ")
	}
	expect := func(want string) {
		t.Helper()
		if got := red(); got != want {
			t.Fatalf("red are %q, want %q", got, want)
		}
	}
	expect("imported grouped approved")
	c := w.tree()
	expect("approved")
	w.importLines("late,us,,1,,")
	expect("grouped approved")
	w.exclude([]string{w.keyword("late").ID})
	_, err := w.planner.Approve(w.ctx, c["food"].ID)
	w.must(err)
	expect("approved")
	_, err = w.planner.UpdateCluster(w.ctx, c["training"].ID, planner.ClusterChange{State: p(planner.ClusterExcluded)})
	w.must(err)
	expect("")
	_, err = w.planner.UpdateCluster(w.ctx, c["training"].ID, planner.ClusterChange{State: p(planner.ClusterProposed)})
	w.must(err)
	expect("approved")
	g, err := w.planner.Gate(w.ctx, w.Site)
	w.must(err)
	for _, check := range g.Checks {
		if check.CanWaive != (check.Key == "approved") {
			t.Errorf("the check %s can be waived: %v", check.Key, check.CanWaive)
		}
	}
	w.must(w.Sites.Waive(w.Ctx(accountstest.Owner), w.Site, g, "approved", "The rest comes next week."))
	expect("")
	sum, err := w.planner.Summary(w.ctx, w.Site)
	w.must(err)
	if here, err := w.planner.SectorSummary(w.ctx, w.Sector); err != nil || here != sum {
		t.Fatalf("the only sector holds %+v, the site %+v, %v", here, sum, err)
	}
	if other, err := w.planner.SectorSummary(w.Ctx(accountstest.Owner), w.OtherSector); err != nil || other != (planner.Summary{}) {
		t.Fatalf("the empty sector holds %+v, %v", other, err)
	}
	if sum.Proposed != 3 || sum.Keywords != 7 || sum.Clustered != 6 || sum.Excluded != 1 || sum.Unapproved != 2 || sum.Pages != 3 ||
		sum.ApprovedPages != 2 || sum.Topics != 2 || sum.Pillars != 1 {
		t.Fatalf("got %+v", sum)
	}
}

func TestPagesFollowTheirClusters(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	idea := w.generateIdeas("crate training")[0]
	page, err := w.pages.Get(w.ctx, idea.PageID)
	w.must(err)
	if page.Path != "/crate-training/" || page.State != pages.Proposed || *page.ClusterID != c["crate training"].ID || page.TargetKeywords[0] != "crate training" || page.Title != idea.Title {
		t.Fatalf("got %+v", page)
	}
}
