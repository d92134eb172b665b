package planner_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/clustering"
	"igny8/app/fault"
	"igny8/app/language"
	"igny8/app/planner"
	"igny8/app/planner/grouping"
	"igny8/app/planner/imports"
	"igny8/app/runs"
)

// groupedFile is what a tool gave: three pages, two of them in a topic, one of whose keywords comes without it.
var groupedFile = []string{
	"Keyword,Seed keyword,Volume,Topic,Page",
	"puppy food,dog,500,Feeding,Puppy Food",
	"kibble for young dogs,dog,100,Feeding,puppy food",
	"whelp chow,dog,,,puppy food",
	"raw dog food,dog,300,Feeding,Raw",
	"crate training,dog,900,,Crates",
	"sleeping in a box,dog,90,,Crates",
	"dog insurance cost,dog,300,,",
	"cost of dog insurance,dog,200,,",
}

func (w *world) importsGiven() {
	w.Helper()
	_, err := w.imports.ImportFiles(w.ctx, w.Sector, []imports.File{file("given.csv", groupedFile...)}, false)
	w.must(err)
	w.importLines("how to crate train,us,,80,,crate training", "crating a dog,us,,70,,Crate  Training", "vet bills,us,,,,")
}

func (w *world) groupGiven(granularity clustering.Granularity) runs.Run {
	w.Helper()
	run, err := w.grouping.StartGrouping(w.ctx, w.Sector, grouping.Choice{Granularity: granularity, Given: true})
	w.must(err)
	return w.await(run)
}

// place is the page, topic and pillar of the keyword.
func (w *world) place(text string) (page, topic, pillar planner.Cluster) {
	w.Helper()
	page = w.cluster(*w.keyword(text).ClusterID)
	topic = w.cluster(*page.ParentID)
	return page, topic, w.cluster(*topic.ParentID)
}

func TestGivenClustersThatAreNotThere(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines("puppy food,us,,500,,", "rake,us,,1,,rakes")
	w.exclude([]string{w.keyword("rake").ID})
	_, err := w.grouping.StartGrouping(w.ctx, w.Sector, grouping.Choice{Given: true})
	w.refused(err, fault.Invalid, "No keyword of this sector has a cluster of a tool")
	_, err = w.engine.RunAITask(w.ctx, grouping.AutoCluster, runs.Request{SectorID: w.Sector, Payload: json.RawMessage(`{"given":"yes"}`)})
	w.refused(err, fault.Invalid, "payload")
	stranger := w.Ctx(accountstest.Stranger)
	_, err = w.grouping.StartGrouping(stranger, w.Sector, grouping.Choice{Given: true})
	w.refused(err, fault.NotFound, "sector")
}

func TestGivenClustersAreThePages(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importsGiven()
	if count, err := w.grouping.CountGiven(w.ctx, w.Sector); err != nil || count != 8 {
		t.Fatalf("%d keywords have a given cluster, want 8 (%v)", count, err)
	}
	run := w.groupGiven("")
	if run.CreditsCharged != 1 || run.Message != "11 keywords are in 6 page clusters, 4 as tools gave them." {
		t.Fatalf("%d credits: %s", run.CreditsCharged, run.Message)
	}
	w.consistent()
	for _, want := range []struct {
		page, topic string // no topic: one that the words give
		keywords    []string
		evidence    string
	}{
		{"Puppy Food", "Feeding", []string{"puppy food", "kibble for young dogs", "whelp chow"}, "A tool put it on the page"},
		{"Raw", "Feeding", []string{"raw dog food"}, "A tool put it on the page “Raw”."},
		{"Crates", "", []string{"crate training", "sleeping in a box"}, "A tool put it on the page “Crates”."},
		{"crate training", "", []string{"how to crate train", "crating a dog"}, "A tool gave it the parent keyword"},
		{"dog insurance cost", "", []string{"dog insurance cost", "cost of dog insurance"}, "shares"},
	} {
		page, topic, _ := w.place(want.keywords[0])
		if language.Key(page.Name) != language.Key(want.page) || page.KeywordCount != int64(len(want.keywords)) || (want.topic != "" && topic.Name != want.topic) {
			t.Errorf("got %q with %d keywords in %q, want %+v", page.Name, page.KeywordCount, topic.Name, want)
		}
		for _, text := range want.keywords {
			k := w.keyword(text)
			if *k.ClusterID != page.ID || len(k.Evidence) == 0 || !strings.Contains(k.Evidence[0].Text, want.evidence) {
				t.Errorf("%q is in %s by %v", text, *k.ClusterID, k.Evidence)
			}
			if isGiven := k.Evidence[0].Kind == clustering.Given; isGiven != (want.evidence != "shares") {
				t.Errorf("%q has the evidence %v", text, k.Evidence)
			}
		}
	}
	before := w.rows()
	w.groupGiven("")
	if after := w.rows(); after != before {
		t.Fatalf("the same keywords, another tree:\n%s\nbefore:\n%s", after, before)
	}
}

func TestThePageOfItsNameTakesTheKeyword(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines("crate train a dog,us,,80,,Crate Training", "crate training,us,,900,,")
	w.groupGiven("")
	if page, _, _ := w.place("crate training"); page.KeywordCount != 2 || w.keyword("crate training").Evidence[0].Text != "A tool named this page after it." {
		t.Fatalf("the page has %d keywords, by %v", page.KeywordCount, w.keyword("crate training").Evidence)
	}
}

func TestDecisionsSurviveGivenClusters(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importsGiven()
	w.group()
	insurance, _, _ := w.place("dog insurance cost")
	w.move(insurance.ID, []string{w.keyword("raw dog food").ID})
	_, err := w.planner.UpdateCluster(w.ctx, insurance.ID, planner.ClusterChange{Name: p("Cover"), Locked: p(true)})
	w.must(err)
	w.exclude([]string{w.keyword("whelp chow").ID})
	w.groupGiven(clustering.Fine)
	w.consistent()
	now, _, _ := w.place("raw dog food")
	if now.ID != insurance.ID || now.Name != "Cover" || now.KeywordCount != 3 || !w.keyword("raw dog food").Pinned {
		t.Fatalf("the locked cluster is %+v", now)
	}
	if page, topic, _ := w.place("puppy food"); page.KeywordCount != 2 || topic.Name != "Feeding" || w.keyword("whelp chow").State != planner.KeywordExcluded {
		t.Fatalf("got %+v in %q", page, topic.Name)
	}
}

func TestTheLastGroupingIsRemembered(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importsGiven()
	last := func() grouping.Choice {
		choice, err := w.grouping.LastGrouping(w.ctx, w.Sector)
		w.must(err)
		return choice
	}
	seen := []grouping.Choice{last()}
	w.groupGiven(clustering.Coarse)
	seen = append(seen, last())
	w.group()
	seen = append(seen, last())
	want := []grouping.Choice{
		{Granularity: clustering.Normal},
		{Granularity: clustering.Coarse, Given: true},
		{Granularity: clustering.Normal},
	}
	if !slices.Equal(seen, want) {
		t.Fatalf("got %v, want %v", seen, want)
	}
	if choice, err := w.grouping.LastGrouping(w.Ctx(accountstest.Stranger), w.Sector); err != nil || choice != want[0] {
		t.Fatalf("a stranger sees %v (%v)", choice, err)
	}
}
