package planner_test

import (
	"fmt"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/pages"
	"igny8/app/planner"
)

func TestOpportunityOfAKeyword(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines("a,us,20,500,,", "b,us,,500,,", "c,us,20,,,", "d,us,0,7,,", "e,us,100,900,,", "f,us,50,1,,", "g,us,95,10,,")
	for text, want := range map[string]struct {
		opportunity any
		working     string
	}{
		"a": {int64(400), "500 × (1 − 20 ÷ 100) = 400"},
		"b": {int64(250), "500 × (1 − 50 ÷ 100) = 250. Its difficulty is not known."},
		"c": {nil, "Its demand is not known, so its opportunity is not either."},
		"d": {int64(7), "7 × (1 − 0 ÷ 100) = 7"},
		"e": {int64(0), "900 × (1 − 100 ÷ 100) = 0"},
		"f": {int64(1), "1 × (1 − 50 ÷ 100) = 1"}, // halves go up on both databases
		"g": {int64(1), "10 × (1 − 95 ÷ 100) = 1"},
	} {
		k := w.keyword(text)
		if value(k.Opportunity) != want.opportunity || k.OpportunityWorking() != want.working {
			t.Errorf("%s: got %v, %s", text, value(k.Opportunity), k.OpportunityWorking())
		}
	}
	w.importLines("a,us,40,1000,,")
	if k := w.keyword("a"); *k.Opportunity != 600 {
		t.Errorf("after another import: %v", *k.Opportunity)
	}
	list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Sort: "-opportunity"})
	w.must(err)
	if got := texts(list.Items); got != "a b d g f e c" {
		t.Errorf("sorted: %s", got)
	}
}

func TestOpportunityOfClusters(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree() // puppy food: 500 at 10 and 100 at 20; crate training: 900 at 30 and 200 at 31; raw dog food: nothing known
	w.worth(c, "puppy food 530 11.7", "crate training 768 30.2", "raw dog food <nil> <nil>", "food 530 11.7", "dogs 1298 23.7")
	w.ranked("-opportunity", "crate training 768", "puppy food 530", "raw dog food <nil>")
	w.ranked("opportunity", "puppy food 530", "crate training 768", "raw dog food <nil>")

	page := w.propose(c["crate training"])
	w.ranked("-opportunity", "crate training 768", "puppy food 530", "raw dog food <nil>")
	for state, want := range map[pages.State][]string{
		pages.Planned:   {"crate training 576", "puppy food 530"},
		pages.Drafted:   {"puppy food 530", "crate training 384"},
		pages.Approved:  {"puppy food 530", "crate training 192"},
		pages.Published: {"puppy food 530", "crate training 0"},
		pages.Removed:   {"crate training 768", "puppy food 530"},
	} {
		w.pageState(page.ID, state)
		w.ranked("-opportunity", append(want, "raw dog food <nil>")...)
	}
	w.pageState(page.ID, pages.Drafted)
	second := w.propose(c["crate training"]) // the furthest counts, and once
	w.pageState(second.ID, pages.Planned)
	left, err := w.planner.Opportunities(w.ctx, []planner.Cluster{w.cluster(c["crate training"].ID), w.cluster(c["dogs"].ID), w.cluster(c["food"].ID), w.cluster(c["raw dog food"].ID)})
	w.must(err)
	for name, want := range map[string]string{
		"crate training": "Its keywords: 768 × (1 − 0.5) = 384. Its furthest page is drafted.",
		"dogs":           "Its page clusters: 1,298 − 384 that pages cover = 914",
		"food":           "Its page clusters: 530 − 0 that pages cover = 530",
		"raw dog food":   "The demand of its keywords is not known, so its opportunity is not either.",
	} {
		if got := left[c[name].ID].Working(); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}

	excluded := planner.ClusterExcluded
	_, err = w.planner.UpdateCluster(w.ctx, c["crate training"].ID, planner.ClusterChange{State: &excluded})
	w.must(err)
	w.worth(c, "crate training 768 30.2", "dogs 530 11.7", "training 768 30.2")
	left, err = w.planner.Opportunities(w.ctx, []planner.Cluster{w.cluster(c["dogs"].ID)})
	w.must(err)
	if got := *left[c["dogs"].ID].Left(); got != 530 {
		t.Errorf("what is excluded takes %d", 530-got)
	}
	others, err := w.planner.Opportunities(w.Ctx(accountstest.Stranger), []planner.Cluster{w.cluster(c["crate training"].ID)})
	w.must(err)
	if o := others[c["crate training"].ID]; o.Covered != 0 || o.State != "" {
		t.Errorf("the other account sees pages: %+v", o)
	}
}

// worth compares opportunity and difficulty of clusters.
func (w *world) worth(c map[string]planner.Cluster, want ...string) {
	w.Helper()
	for _, line := range want {
		var got []string
		for name := range c {
			now := w.cluster(c[name].ID)
			got = append(got, fmt.Sprint(name, " ", value(now.Opportunity), " ", value(now.Difficulty)))
		}
		if !strings.Contains("\n"+strings.Join(got, "\n")+"\n", "\n"+line+"\n") {
			w.Fatalf("want %q among %q", line, got)
		}
	}
}

// ranked compares the page clusters by opportunity, at once and one by one.
func (w *world) ranked(sort string, want ...string) {
	w.Helper()
	for _, limit := range []int{0, 1} {
		var got []string
		q := planner.ClusterQuery{SectorID: w.Sector, Level: planner.LevelPage, Sort: sort, Limit: limit}
		for {
			page, err := w.planner.ClusterPage(w.ctx, q)
			w.must(err)
			left, err := w.planner.Opportunities(w.ctx, page.Items)
			w.must(err)
			for _, c := range page.Items {
				got = append(got, fmt.Sprint(c.Name, " ", value(left[c.ID].Left())))
			}
			if q.Cursor = page.Next; page.Next == "" {
				break
			}
		}
		if strings.Join(got, ", ") != strings.Join(want, ", ") {
			w.Fatalf("%s, %d at once: got %q, want %q", sort, limit, got, want)
		}
	}
}

func (w *world) propose(c planner.Cluster) pages.Page {
	w.Helper()
	var page pages.Page
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) (err error) {
		page, err = pages.Propose(tx, pages.Page{SiteID: w.Site, ClusterID: &c.ID, Title: c.Name})
		return err
	}))
	return page
}

func (w *world) pageState(id string, state pages.State) {
	w.Helper()
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error { return pages.SetState(tx, id, state) }))
}
