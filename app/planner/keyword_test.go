package planner_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"igny8/app/fault"
	"igny8/app/planner"
)

func texts(list []planner.Keyword) string {
	names := make([]string, len(list))
	for i, k := range list {
		names[i] = k.Text
	}
	return strings.Join(names, " ")
}

func TestKeywords(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines("b,us,10,5,,", "a,us,,5,,", "d,us,30.5,,,", "c,us,20,700,,", "e,us,,,,", "50%_off,us,40,1,,", "Über mich,de,50,0,,")

	for _, query := range []planner.KeywordQuery{
		{SectorID: w.Sector, Sort: "cpc"},
		{SectorID: w.Sector, State: "old"},
		{SectorID: w.Sector, Intent: "curious"},
		{SectorID: w.Sector, Evidence: "rumour"},
		{SectorID: w.Sector, Q: "a\x00b"},
		{SectorID: w.Sector, Q: "\xff"},
		{SectorID: w.Sector, Cursor: "nonsense"},
		{SectorID: w.Sector, Sort: "keyword", Cursor: "WzUsIngiXQ"}, // a cursor of another order
	} {
		_, err := w.planner.Keywords(w.ctx, query)
		w.refused(err, fault.Invalid, "")
	}
	_, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, ClusterID: "nobody"})
	w.refused(err, fault.NotFound, "cluster")

	for _, c := range []struct {
		query planner.KeywordQuery
		want  []string // ties follow by id, which is the order of the keys
	}{
		{planner.KeywordQuery{}, []string{"c", "b", "a", "50%_off", "Über mich", "e", "d"}},
		{planner.KeywordQuery{Sort: "volume"}, []string{"Über mich", "50%_off", "a", "b", "c", "d", "e"}},
		{planner.KeywordQuery{Sort: "difficulty"}, []string{"b", "c", "d", "50%_off", "Über mich", "a", "e"}},
		{planner.KeywordQuery{Sort: "-difficulty"}, []string{"Über mich", "50%_off", "d", "c", "b", "e", "a"}},
		{planner.KeywordQuery{Sort: "keyword"}, []string{"50%_off", "a", "b", "c", "d", "e", "Über mich"}},
		{planner.KeywordQuery{Sort: "-keyword"}, []string{"Über mich", "e", "d", "c", "b", "a", "50%_off"}},
		{planner.KeywordQuery{Q: "%"}, []string{"50%_off"}},
		{planner.KeywordQuery{Q: "0%_O"}, []string{"50%_off"}},
		{planner.KeywordQuery{Q: "ÜBER"}, []string{"Über mich"}},
		{planner.KeywordQuery{Q: "_b"}, nil},
		{planner.KeywordQuery{State: "new", Q: "E"}, []string{"Über mich", "e"}},
	} {
		c.query.SectorID = w.Sector
		all, err := w.planner.Keywords(w.ctx, c.query)
		w.must(err)
		if got := texts(all.Items); got != strings.Join(c.want, " ") {
			t.Errorf("%+v: got %s, want %v", c.query, got, c.want)
		}
		var paged []planner.Keyword
		for c.query.Limit = 2; ; {
			part, err := w.planner.Keywords(w.ctx, c.query)
			w.must(err)
			paged = append(paged, part.Items...)
			if c.query.Cursor = part.Next; part.Next == "" {
				break
			}
		}
		if got := texts(paged); got != texts(all.Items) {
			t.Errorf("%+v in pages: got %s, want %s", c.query, got, texts(all.Items))
		}
	}
}

func TestUpdateKeyword(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.importLines("loner,us,,7,,")
	k, loner := w.keyword("puppy food"), w.keyword("loner")
	for _, refusal := range []struct {
		id     string
		change planner.KeywordChange
		kind   fault.Kind
		words  string
	}{
		{"nobody", planner.KeywordChange{}, fault.NotFound, "keyword"},
		{"no\x00body", planner.KeywordChange{}, fault.NotFound, "keyword"},
		{k.ID, planner.KeywordChange{ClusterID: p("nobody")}, fault.NotFound, "cluster"},
		{k.ID, planner.KeywordChange{ClusterID: p(c["food"].ID)}, fault.Invalid, "Only page clusters hold keywords"},
		{k.ID, planner.KeywordChange{State: p(planner.KeywordState("gone"))}, fault.Invalid, "new, clustered or excluded"},
		{k.ID, planner.KeywordChange{Intent: p("curious")}, fault.Invalid, "curious"},
		{loner.ID, planner.KeywordChange{State: p(planner.KeywordClustered)}, fault.Invalid, "in no cluster"},
		{loner.ID, planner.KeywordChange{Pinned: p(true)}, fault.Invalid, "pinned"},
	} {
		_, err := w.planner.UpdateKeyword(w.ctx, refusal.id, refusal.change)
		w.refused(err, refusal.kind, refusal.words)
	}

	moved, err := w.planner.UpdateKeyword(w.ctx, k.ID, planner.KeywordChange{ClusterID: p(c["raw dog food"].ID), Intent: p("Commercial, informational")})
	w.must(err)
	if !moved.Pinned || moved.State != "clustered" || len(moved.Evidence) != 1 || moved.Intent != "informational,commercial" {
		t.Fatalf("got %+v", moved)
	}
	w.counts(c, "puppy food 1 100 100", "raw dog food 3 500 500", "food 4 600 600", "dogs 6 1700 1700")

	_, err = w.planner.UpdateKeyword(w.ctx, k.ID, planner.KeywordChange{State: p(planner.KeywordExcluded)})
	w.must(err)
	w.counts(c, "raw dog food 2 <nil> <nil>", "food 3 100 100", "dogs 5 1200 1200")
	back, err := w.planner.UpdateKeyword(w.ctx, k.ID, planner.KeywordChange{State: p(planner.KeywordClustered)})
	w.must(err)
	if *back.ClusterID != c["raw dog food"].ID {
		t.Fatalf("the keyword came back to %v", back.ClusterID)
	}
	out, err := w.planner.UpdateKeyword(w.ctx, k.ID, planner.KeywordChange{ClusterID: p("")})
	w.must(err)
	if out.State != "new" || out.ClusterID != nil || out.Pinned || len(out.Evidence) != 0 {
		t.Fatalf("got %+v", out)
	}
	w.must(w.planner.DeleteKeyword(w.ctx, w.keyword("best puppy food").ID))
	w.counts(c, "puppy food 0 <nil> <nil>", "food 2 <nil> <nil>")

	// Words of a keyword that look like a kind of evidence are none.
	w.importLines(`"same_serp",us,,7,,`, `"\""same_serp""",us,,7,,`)
	for kind, want := range map[string]string{"by_hand": "crate training how to crate train raw dog food raw food for dogs", "same_serp": ""} {
		list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Evidence: kind, Sort: "keyword"})
		w.must(err)
		if got := texts(list.Items); got != want {
			t.Errorf("%s: got %q, want %q", kind, got, want)
		}
	}

	ids := []string{loner.ID, k.ID, loner.ID}
	_, err = w.planner.MoveKeywords(w.ctx, named(append(ids, "nobody")...), c["puppy food"].ID)
	w.refused(err, fault.NotFound, "keyword")
	w.move(c["puppy food"].ID, ids)
	w.counts(c, "puppy food 2 507 507")
	w.exclude(ids)
	w.counts(c, "puppy food 0 <nil> <nil>")
}

// counts compares count, volume and demand of clusters.
func (w *world) counts(c map[string]planner.Cluster, want ...string) {
	w.Helper()
	var got []string
	for _, name := range []string{"puppy food", "raw dog food", "crate training", "food", "training", "dogs"} {
		now := w.cluster(c[name].ID)
		got = append(got, fmt.Sprint(name, " ", now.KeywordCount, " ", value(now.Volume), " ", value(now.Demand)))
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			w.Fatalf("want %q among %q", line, got)
		}
	}
}
