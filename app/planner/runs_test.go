package planner_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/grouping"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
)

func TestRequestsThatAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, refusal := range []struct{ function, payload, words string }{
		{grouping.AutoCluster, `{}`, "no keywords to group"},
		{grouping.AutoCluster, `{"granularity":"huge"}`, "fine, normal or coarse"},
		{grouping.AutoCluster, `{"granularty":"fine"}`, "granularty"},
		{ideas.GenerateIdeas, `{}`, "No page cluster of this sector is approved"},
		{ideas.GenerateIdeas, `{"cluster_ids":7}`, "payload"},
	} {
		_, err := w.engine.RunAITask(w.ctx, refusal.function, runs.Request{SectorID: w.Sector, Payload: json.RawMessage(refusal.payload)})
		w.refused(err, fault.Invalid, refusal.words)
	}
	c := w.tree()
	_, err := w.ideas.StartIdeas(w.ctx, w.Sector, []string{c["puppy food"].ID})
	w.refused(err, fault.Invalid, "not an approved page cluster")
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	_, err = w.ideas.StartIdeas(w.ctx, w.Sector, []string{c["food"].ID})
	w.refused(err, fault.Invalid, "not an approved page cluster")
	_, err = w.ideas.StartIdeas(w.ctx, w.Sector, []string{"nobody"})
	w.refused(err, fault.NotFound, "cluster")
}

func (w *world) group() runs.Run {
	w.Helper()
	run, err := w.grouping.StartClustering(w.ctx, w.Sector, "")
	w.must(err)
	return w.await(run)
}

// kennel is a list that falls into groups whatever the method.
var kennel = []string{
	"puppy food,us,,500,,", "best puppy food,us,,100,,", "puppy food brands,us,,50,,", "cheap puppy food,us,,40,,",
	"crate training,us,,900,,", "crate training schedule,us,,90,,", "crate training tips,us,,80,,",
	"dog insurance cost,us,,300,,", "dog insurance price,us,,200,,", "monthly dog insurance cost,us,,20,,",
}

// What a tool tells of result pages counts: the same words are one page or two by the difficulty alone.
func TestGroupingHearsWhatToolsTellOfResultPages(t *testing.T) {
	t.Parallel()
	together := func(kitchen string) bool {
		w := newWorld(t)
		w.importLines(
			"compost bin,us,10,500,,", "compost bin for kitchen,us,"+kitchen+",90,,", "raised bed soil,us,40,300,,", "raised bed soil mix,us,41,80,,",
			"watering can,us,20,400,,", "hedge trimmer battery,us,30,200,,", "slug repellent,us,70,100,,", "bird feeder pole,us,90,60,,",
		)
		w.group()
		told, err := w.planner.CountKeywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Evidence: "similar_serp"})
		w.must(err)
		joined := *w.keyword("compost bin").ClusterID == *w.keyword("compost bin for kitchen").ClusterID
		if joined && told < 2 {
			t.Errorf("%d keywords say that their results are alike", told)
		}
		return joined
	}
	if !together("10") || together("95") {
		t.Error("the difficulty does not tell pages apart")
	}
}

func TestAutoCluster(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines(kennel...)
	w.exclude([]string{w.keyword("cheap puppy food").ID})
	if run := w.group(); run.CreditsCharged != 1 {
		t.Fatalf("the run cost %d", run.CreditsCharged)
	}
	w.consistent()
	byKind := map[string]int64{}
	for _, line := range kennel {
		text, _, _ := strings.Cut(line, ",")
		for _, e := range w.keyword(text).Evidence {
			byKind[e.Kind]++
		}
	}
	for _, kind := range planner.EvidenceKinds() {
		count, err := w.planner.CountKeywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Evidence: kind})
		w.must(err)
		if count != byKind[kind] || (kind == "shared_words" && count == 0) {
			t.Errorf("%d keywords are found by the evidence %s, want %d", count, kind, byKind[kind])
		}
	}
	for _, line := range kennel {
		text, _, _ := strings.Cut(line, ",")
		k := w.keyword(text)
		if text == "cheap puppy food" {
			if k.State != "excluded" || k.ClusterID != nil {
				t.Fatalf("the excluded keyword was grouped: %+v", k)
			}
			continue
		}
		if k.State != "clustered" || len(k.Evidence) == 0 || k.Strength == nil {
			t.Fatalf("got %+v", k)
		}
	}
	before := w.rows()
	w.group()
	if after := w.rows(); after != before {
		t.Fatalf("the same keywords, another tree:\n%s\nbefore:\n%s", after, before)
	}
}

// rows is every cluster and keyword as text, with ids and times of change.
func (w *world) rows() string {
	w.Helper()
	clusters, err := w.planner.Clusters(w.ctx, w.Sector, "")
	w.must(err)
	list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Sort: "keyword", Limit: 200})
	w.must(err)
	var b strings.Builder
	for _, c := range clusters {
		fmt.Fprintln(&b, c.ID, c.Level, value(c.ParentID), c.Name, c.Role, c.State, c.KeywordCount, value(c.Volume), c.UpdatedAt.UTC())
	}
	for _, k := range list.Items {
		fmt.Fprintln(&b, k.ID, k.Text, k.State, value(k.ClusterID), k.Pinned, k.Evidence, k.UpdatedAt.UTC())
	}
	return b.String()
}

// consistent checks what must hold of every tree: levels, counts, unique names of siblings, nothing empty and unlocked.
func (w *world) consistent() {
	w.Helper()
	clusters, err := w.planner.Clusters(w.ctx, w.Sector, "")
	w.must(err)
	list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Limit: 200})
	w.must(err)
	byID, names := map[string]planner.Cluster{}, map[string]bool{}
	for _, c := range clusters {
		byID[c.ID] = c
	}
	counts := map[string]int64{}
	for _, k := range list.Items {
		bits := int64(0)
		for _, e := range k.Evidence {
			bits |= 1 << slices.Index(planner.EvidenceKinds(), e.Kind)
		}
		if k.EvidenceBits != bits {
			w.Fatalf("%q has the bits %b for the evidence %+v", k.Text, k.EvidenceBits, k.Evidence)
		}
		if k.State == "clustered" {
			page := byID[*k.ClusterID]
			for c := page; c.ID != ""; c = byID[fmt.Sprint(value(c.ParentID))] {
				counts[c.ID]++
			}
		}
	}
	above := map[string]string{planner.LevelPage: planner.LevelTopic, planner.LevelTopic: planner.LevelPillar, planner.LevelPillar: ""}
	for _, c := range clusters {
		name := c.Level + fmt.Sprint(value(c.ParentID)) + c.NameKey
		if names[name] || c.Name == "" {
			w.Fatalf("the name %q stands twice", c.Name)
		}
		names[name] = true
		if parent := byID[fmt.Sprint(value(c.ParentID))]; parent.Level != above[c.Level] {
			w.Fatalf("a %s under a %q", c.Level, parent.Level)
		}
		if c.State != planner.ClusterExcluded && (counts[c.ID] != c.KeywordCount || (c.KeywordCount == 0 && !c.Locked)) {
			w.Fatalf("%s %q counts %d keywords and has %d", c.Level, c.Name, c.KeywordCount, counts[c.ID])
		}
	}
}

func TestDecisionsSurviveGrouping(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines(kennel...)
	w.group()
	training, insurance := *w.keyword("crate training").ClusterID, *w.keyword("dog insurance cost").ClusterID
	_, err := w.planner.UpdateCluster(w.ctx, training, planner.ClusterChange{Name: p("Kennels"), Role: p("hub")})
	w.must(err)
	_, err = w.planner.Approve(w.ctx, training)
	w.must(err)
	w.move(training, []string{w.keyword("best puppy food").ID})
	_, err = w.planner.UpdateCluster(w.ctx, insurance, planner.ClusterChange{State: p(planner.ClusterExcluded)})
	w.must(err)
	locked, err := w.planner.UpdateCluster(w.ctx, *w.keyword("puppy food").ClusterID, planner.ClusterChange{Locked: p(true)})
	w.must(err)

	w.importLines("crate training for puppies,us,,70,,", "puppy food delivery,us,,60,,")
	w.group()
	w.consistent()
	now := w.cluster(training)
	if now.Name != "Kennels" || now.Role != "hub" || now.State != planner.ClusterApproved || now.KeywordCount < 2 || *w.keyword("crate training").ClusterID != training {
		t.Fatalf("got %+v", now)
	}
	if k := w.keyword("best puppy food"); !k.Pinned || *k.ClusterID != training || k.Evidence[0].Text != "A person put it here." {
		t.Fatalf("the pinned keyword is %+v", k)
	}
	if k := w.keyword("dog insurance cost"); k.State != "excluded" || *k.ClusterID != insurance || w.cluster(insurance).State != planner.ClusterExcluded {
		t.Fatalf("the excluded cluster came back: %+v", k)
	}
	if k := w.keyword("puppy food delivery"); *k.ClusterID == locked.ID {
		t.Fatal("a run put a keyword into a locked cluster")
	}
	if after := w.cluster(locked.ID); after.KeywordCount != locked.KeywordCount {
		t.Fatalf("the locked cluster changed: %+v", after)
	}
}

func TestGroupingHandsPagesOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree() // a tree that no run would make
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	proposed := w.generateIdeas("puppy food", "raw dog food", "crate training")
	w.group()
	w.consistent()
	for _, before := range proposed {
		now, err := w.ideas.Idea(w.ctx, before.ID)
		w.must(err)
		cluster := w.cluster(now.ClusterID)
		page, err := w.pages.Get(w.ctx, now.PageID)
		w.must(err)
		if *page.ClusterID != cluster.ID || (now.State == ideas.IdeaRejected) != (page.State == pages.Removed) {
			t.Fatalf("the page %+v stands for another cluster than its idea %+v", page, now)
		}
	}
	if len(c) != 6 {
		t.Fatal("the tree is another")
	}
}

func TestGenerateIdeas(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	all := w.generateIdeas()
	if len(all) != 3 || all[0].ClusterID != c["crate training"].ID || all[2].Demand != nil {
		t.Fatalf("got %d ideas: %+v", len(all), all)
	}
	for _, idea := range all {
		if idea.Title == "" || idea.Angle == "" || idea.Intent == "" || len(idea.Outline) < 6 || len(idea.Outline) > 9 || len(idea.TargetKeywords) != 2 || idea.State != ideas.IdeaProposed {
			t.Errorf("got %+v", idea)
		}
	}

	// Again: the same ideas, of which the edited, rejected and accepted ones stay as they are and are refused by name.
	_, err := w.ideas.UpdateIdea(w.ctx, all[0].ID, ideas.IdeaChange{Title: p(" "), State: p(ideas.IdeaState("done"))})
	w.refused(err, fault.Invalid, "1 to 300")
	_, err = w.ideas.UpdateIdea(w.ctx, all[0].ID, ideas.IdeaChange{State: p(ideas.IdeaAccepted)})
	w.refused(err, fault.Invalid, "Writer")
	edited, err := w.ideas.UpdateIdea(w.ctx, all[0].ID, ideas.IdeaChange{Title: p("Crates,  gently"), Outline: &[]string{" One ", "", "Two"}})
	w.must(err)
	_, err = w.ideas.UpdateIdea(w.ctx, all[1].ID, ideas.IdeaChange{State: p(ideas.IdeaRejected)})
	w.must(err)
	page, err := w.pages.Get(w.ctx, edited.PageID)
	w.must(err)
	if edited.Title != "Crates, gently" || !slices.Equal(edited.Outline, []string{"One", "Two"}) || page.Title != edited.Title {
		t.Fatalf("got %+v and page %+v", edited, page)
	}
	_, err = w.ideas.StartIdeas(w.ctx, w.Sector, []string{all[0].ClusterID, all[1].ClusterID, all[2].ClusterID})
	w.refused(err, fault.Invalid, "the ideas of “crate training”, “puppy food”")
	w.generateIdeas("raw dog food")
	again, err := w.ideas.Ideas(w.ctx, ideas.IdeaQuery{SectorID: w.Sector})
	w.must(err)
	if len(again.Items) != 3 || again.Items[0].Title != edited.Title || again.Items[1].State != ideas.IdeaRejected ||
		again.Items[2].ID != all[2].ID {
		t.Fatalf("got %+v", again.Items)
	}
	list, err := w.pages.List(w.ctx, w.Site)
	w.must(err)
	if len(list) != 3 {
		t.Fatalf("there are %d pages for 3 clusters", len(list))
	}
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error { return ideas.AcceptIdeas(tx, all[2:]) }))
	_, err = w.ideas.UpdateIdea(w.ctx, all[2].ID, ideas.IdeaChange{Title: p("late")})
	w.refused(err, fault.Conflict, "is a task now")
	_, err = w.ideas.StartIdeas(w.ctx, w.Sector, nil)
	w.refused(err, fault.Invalid, "decided on")
}

func TestIdeasUseThePageThatIsThere(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	cluster := c["puppy food"].ID
	var planned pages.Page
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) (err error) {
		planned, err = pages.Propose(tx, pages.Page{SiteID: w.Site, ClusterID: &cluster, Title: "Feeding puppies", State: pages.Planned})
		return err
	}))
	idea := w.generateIdeas("puppy food")[0]
	page, err := w.pages.Get(w.ctx, planned.ID)
	w.must(err)
	if idea.PageID != planned.ID || page.Title != "Feeding puppies" || page.Path != "/feeding-puppies/" || page.TargetKeywords[0] != "puppy food" || page.State != pages.Planned {
		t.Fatalf("got %+v and page %+v", idea, page)
	}
}

func TestIdeasAreForThePlanFirst(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	cluster := w.tree()["raw dog food"].ID
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		_, err := pages.Propose(tx, pages.Page{SiteID: w.Site, ClusterID: &cluster, Title: "Raw food", State: pages.Planned})
		return err
	}))
	if first := w.generateIdeas(); len(first) != 1 || first[0].ClusterID != cluster {
		t.Fatalf("first come %+v, want the planned page alone", first)
	}
	if all := w.generateIdeas(); len(all) != 3 {
		t.Fatalf("then there are %d ideas, want those of the other clusters too", len(all))
	}
}

func TestAClusterWithAPageIsNotLostWithItsKeywords(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	idea := w.generateIdeas("crate training")[0]
	for _, text := range []string{"crate training", "how to crate train"} {
		w.must(w.planner.DeleteKeyword(w.ctx, w.keyword(text).ID))
	}
	w.group()
	left := w.cluster(c["crate training"].ID)
	page, err := w.pages.Get(w.ctx, idea.PageID)
	w.must(err)
	if left.KeywordCount != 0 || left.Volume != nil || *page.ClusterID != left.ID {
		t.Fatalf("got %+v for page %+v", left, page)
	}
}

func TestAnotherPageIsNotApproved(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.move(c["puppy food"].ID, []string{w.keyword("raw dog food").ID, w.keyword("raw food for dogs").ID, w.keyword("how to crate train").ID})
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		return tx.Model(&planner.Keyword{}).Where("sector_id = ?", w.Sector).Update("pinned", false).Error
	}))
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	w.group()
	w.consistent()
	if now := w.cluster(c["puppy food"].ID); now.KeywordCount > 2 || now.State != planner.ClusterProposed {
		t.Fatalf("a page that lost most of its keywords is %s with %d", now.State, now.KeywordCount)
	}
}
