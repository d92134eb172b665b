package clustering_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"igny8/app/clustering"
)

// lawns returns a tree written by hand: four pages in one topic and one in another.
func lawns() clustering.Result {
	volume := func(n int64) *int64 { return &n }
	alone := []clustering.Evidence{{Kind: clustering.Alone}}
	shared := []clustering.Evidence{{Kind: clustering.SharedWords, Words: []string{"lawn"}, Detail: "lawn seed"}}
	return clustering.Result{
		Clusters: []clustering.Cluster{
			{Level: clustering.Pillar, Name: "lawn", Parent: -1, Volume: volume(200)},
			{Level: clustering.Topic, Name: "lawn seed", Parent: 0, Volume: volume(150)},
			{Level: clustering.Topic, Name: "lawn mower", Parent: 0, Volume: volume(50)},
			{Level: clustering.Page, Name: "grass seed", Parent: 1, Volume: volume(60)},
			{Level: clustering.Page, Name: "lawn seed", Parent: 1, Volume: volume(90)},
			{Level: clustering.Page, Name: "overseeding", Parent: 1},
			{Level: clustering.Page, Name: "sowing", Parent: 1},
			{Level: clustering.Page, Name: "lawn mower", Parent: 2, Volume: volume(50)},
		},
		Memberships: []clustering.Membership{
			{Key: "best lawn seed", Text: "best lawn seed", Page: 4, Evidence: shared, Strength: .2, Weak: true},
			{Key: "grass seed", Text: "grass seed", Volume: volume(60), Page: 3, Evidence: alone, Strength: 1},
			{Key: "lawn mower", Text: "lawn mower", Volume: volume(50), Page: 7, Evidence: alone, Strength: 1},
			{Key: "lawn seed", Text: "lawn seed", Volume: volume(90), Page: 4, Evidence: shared, Strength: .8},
			{Key: "overseeding", Text: "overseeding", Page: 5, Evidence: alone, Strength: 1},
			{Key: "sowing", Text: "sowing", Page: 6, Evidence: alone, Strength: 1},
		},
		Borderline: []clustering.Borderline{
			{A: 3, B: 4, Similarity: .45},
			{A: 3, B: 5, Similarity: .4},
			{A: 4, B: 5, Similarity: .38},
			{A: 5, B: 6, Similarity: .37},
		},
	}
}

func judgedWith(r clustering.Result, text string) string {
	for _, m := range r.Memberships {
		if m.Text == text && m.Evidence[len(m.Evidence)-1].Kind == clustering.Judged {
			return m.Evidence[len(m.Evidence)-1].Detail
		}
	}
	return ""
}

func TestMergeIgnoresInvalidPairs(t *testing.T) {
	want := lawns()
	for name, pair := range map[string][2]int{
		"itself": {3, 3}, "a topic": {1, 3}, "topics": {1, 2}, "another topic's page": {3, 7}, "no cluster": {3, 8}, "below zero": {-1, 3},
	} {
		if got := clustering.Merge(lawns(), [][2]int{pair}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v", name, got.Clusters)
		}
	}
}

func TestMergeJoinsPages(t *testing.T) {
	before := lawns()
	got := clustering.Merge(before, [][2]int{{3, 4}, {5, 3}, {4, 5}})
	if !reflect.DeepEqual(before, lawns()) {
		t.Error("the result given was changed")
	}
	check(t, keywords("grass seed", "lawn seed", "best lawn seed", "overseeding", "sowing", "lawn mower"), got)
	page := got.Clusters[pageOf(t, got, "grass seed").Page]
	if page.Name != "lawn seed" || *page.Volume != 150 || len(got.Clusters) != 6 || *got.Clusters[1].Volume != 150 {
		t.Errorf("%+v", got.Clusters)
	}
	for text, want := range map[string]string{"grass seed": "lawn seed", "overseeding": "lawn seed", "lawn seed": "", "best lawn seed": "", "sowing": "", "lawn mower": ""} {
		if with := judgedWith(got, text); with != want {
			t.Errorf("%s is judged to be with %q, want %q", text, with, want)
		}
	}
	if seed := pageOf(t, got, "grass seed"); len(seed.Evidence) != 1 || !strings.Contains(seed.Evidence[0].String(), `"lawn seed"`) {
		t.Errorf("grass seed: %v", seed.Evidence)
	}
	if want := []clustering.Borderline{{A: 3, B: 4, Similarity: .37}}; !slices.Equal(got.Borderline, want) {
		t.Errorf("borderline %v, want %v", got.Borderline, want)
	}
	if two := clustering.Merge(lawns(), [][2]int{{6, 5}}); judgedWith(two, "overseeding") != "sowing" || judgedWith(two, "sowing") != "overseeding" || two.Clusters[5].Volume != nil {
		t.Errorf("two without a volume: %+v", two)
	}
}

func TestRenameKeepsNamesUnique(t *testing.T) {
	before := lawns()
	got := clustering.Rename(before, map[int]string{3: "  Lawn  Seed", 4: " ", 5: "Sowing late", 6: "sowing LATE", 7: "lawn seed", 99: "nowhere"})
	if !reflect.DeepEqual(before, lawns()) {
		t.Error("the result given was changed")
	}
	var names []string
	for _, c := range got.Clusters[3:] {
		names = append(names, c.Name)
	}
	if want := []string{"Lawn Seed (2)", "lawn seed", "Sowing late", "sowing LATE (2)", "lawn seed"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

func TestBorderlineListsPagesThatWereNearlyJoined(t *testing.T) {
	result := run(t, garden(), clustering.Options{Granularity: clustering.Fine})
	if len(result.Borderline) == 0 {
		t.Fatal("nothing was close")
	}
	for i, b := range result.Borderline {
		a, z := result.Clusters[b.A], result.Clusters[b.B]
		if b.A >= b.B || a.Level != clustering.Page || z.Level != clustering.Page || a.Parent != z.Parent || b.Similarity <= 0 ||
			b.Similarity > 1 {
			t.Errorf("%+v: %+v and %+v", b, a, z)
		}
		if i > 0 && b.Similarity > result.Borderline[i-1].Similarity {
			t.Errorf("%v after %v", b, result.Borderline[i-1])
		}
	}
	if n := len(run(t, many(3000), clustering.Options{}).Borderline); n > 200 {
		t.Errorf("%d pairs", n)
	}
}

func TestMergeAndRenameReturnATree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := listed.Draw(t, "list")
		result := run(t, list, clustering.Options{Granularity: clustering.Fine})
		index := rapid.IntRange(-1, len(result.Clusters))
		pairs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) [2]int { return [2]int{index.Draw(t, "a"), index.Draw(t, "b")} }), 0, 30).Draw(t, "pairs")
		for _, b := range result.Borderline {
			pairs = append(pairs, [2]int{b.A, b.B})
		}
		merged := clustering.Merge(result, pairs)
		check(t, list, merged)
		names := rapid.MapOf(rapid.IntRange(0, len(result.Clusters)), rapid.SampledFrom([]string{"", "A", "a", "a (2)", "code"})).Draw(t, "names")
		check(t, list, clustering.Rename(merged, names))
		for _, b := range merged.Borderline {
			if b.A >= b.B || merged.Clusters[b.B].Level != clustering.Page {
				t.Fatalf("borderline %+v", fmt.Sprint(b))
			}
		}
	})
}
