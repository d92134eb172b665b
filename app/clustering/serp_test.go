package clustering_test

import (
	"reflect"
	"testing"

	"igny8/app/clustering"
)

// withSERPs returns the garden with a difficulty and an intent for each keyword.
func withSERPs(difficulty func(i int) float64, intent func(i int) string) []clustering.Keyword {
	list := garden()
	for i := range list {
		d := difficulty(i)
		list[i].Difficulty, list[i].Intents = &d, []string{intent(i)}
	}
	return list
}

func TestResultPagesSeparatePages(t *testing.T) {
	together := func(list []clustering.Keyword, a, b int) bool {
		result := run(t, list, clustering.Options{})
		return pageOf(t, result, list[a].Text).Page == pageOf(t, result, list[b].Text).Page
	}
	const bin, kitchen, food, fertilizer = 0, 3, 8, 9
	if list := garden(); together(list, food, fertilizer) || !together(list, bin, kitchen) {
		t.Fatal("the words alone decide otherwise: these keywords show nothing")
	}
	list := withSERPs(func(i int) float64 { return float64(4 * i) }, func(int) string { return "commercial" })
	list[fertilizer].Difficulty = list[food].Difficulty
	if !together(list, food, fertilizer) {
		t.Error("as hard and wanting the same, they are two pages")
	}
	why := pageOf(t, run(t, list, clustering.Options{}), list[food].Text).Evidence
	if want := `results like those of "tomato plant fertilizer": commercial, about as hard to rank for`; len(why) != 2 || why[1].String() != want {
		t.Errorf("the reasons are %v, want the shared words and %s", why, want)
	}
	hardest := 100.
	list[kitchen].Difficulty, list[kitchen].Intents = &hardest, []string{"informational"}
	if together(list, bin, kitchen) {
		t.Error("far harder and wanting something else, it is on the same page")
	}
}

func TestEqualResultPagesChangeNothing(t *testing.T) {
	want := run(t, garden(), clustering.Options{})
	for name, list := range map[string][]clustering.Keyword{
		"one difficulty and intent": withSERPs(func(int) float64 { return 30 }, func(int) string { return "informational" }),
		"intents nobody knows":      withSERPs(func(int) float64 { return 0 }, func(int) string { return "branded" }),
	} {
		if got := run(t, list, clustering.Options{}); !reflect.DeepEqual(got.Clusters, want.Clusters) {
			t.Errorf("%s: other clusters", name)
		}
	}
}
