package clustering_test

import (
	"context"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"igny8/app/clustering"
)

// apart returns a unit vector for each text, each in a direction of its own.
func apart(texts ...string) map[string][]float32 {
	list := map[string][]float32{}
	for i, text := range texts {
		v := make([]float32, len(texts))
		v[i] = 1
		list[text] = v
	}
	return list
}

func phraseTexts(list []clustering.Keyword) []string {
	var texts []string
	for _, p := range clustering.Phrases(context.Background(), list, "") {
		texts = append(texts, p.Text)
	}
	return texts
}

func TestPhrasesListWhatRunCompares(t *testing.T) {
	low, high := int64(10), int64(90)
	list := []clustering.Keyword{
		{Text: "compost bin", Volume: &low}, {Text: "Compost Bins", Volume: &high}, {Text: "compost bins"}, {Text: "bin for compost"}, {Text: "slug repellent"}, {Text: " "},
	}
	got := clustering.Phrases(t.Context(), list, "en")
	if len(got) != 2 || got[0].Text != "Compost Bins" || got[0].Count != 3 || *got[0].Volume != 100 || got[1] != (clustering.Phrase{Text: "slug repellent", Count: 1}) {
		t.Errorf("%+v", got)
	}
	if clustering.Phrases(t.Context(), nil, "") == nil || len(clustering.Phrases(t.Context(), nil, "")) != 0 {
		t.Error("phrases of nothing")
	}
}

func TestVectorsJoinKeywordsWithoutASharedWord(t *testing.T) {
	list := garden()
	list = append(list, keywords("snail barrier copper")...)
	vectors := apart(phraseTexts(list)...)
	words := run(t, list, clustering.Options{})
	if pageOf(t, words, "slug repellent").Page == pageOf(t, words, "snail barrier copper").Page {
		t.Fatal("words alone join slugs and snails")
	}
	near := slices.Clone(vectors["slug repellent"])
	near[0] += .2
	vectors["snail barrier copper"] = near
	result := run(t, list, clustering.Options{Vectors: vectors})
	check(t, list, result)
	slug, snail := pageOf(t, result, "slug repellent"), pageOf(t, result, "snail barrier copper")
	if slug.Page != snail.Page || !slices.Equal(kinds(slug), []string{clustering.SimilarMeaning}) || slug.Weak || slug.Strength < .5 {
		t.Errorf("pages %d and %d: %v, strength %.2f", slug.Page, snail.Page, slug.Evidence, slug.Strength)
	}
}

func TestVectorsChangeOnlyTheirOwnPhrases(t *testing.T) {
	list := append(garden(), keywords("snail barrier copper")...)
	together := func(result clustering.Result) [][]bool {
		var pairs [][]bool
		for _, a := range list[:22] {
			var row []bool
			for _, b := range list[:22] {
				row = append(row, pageOf(t, result, a.Text).Page == pageOf(t, result, b.Text).Page)
			}
			pairs = append(pairs, row)
		}
		return pairs
	}
	want := run(t, list, clustering.Options{})
	got := run(t, list, clustering.Options{Vectors: map[string][]float32{"slug repellent": {1, .1}, "snail barrier copper": {1, 0}}})
	if !reflect.DeepEqual(together(got), together(want)) {
		t.Error("other pages changed")
	}
	if pageOf(t, got, "slug repellent").Page != pageOf(t, got, "snail barrier copper").Page {
		t.Error("two vectors of the same meaning join nothing")
	}
	for name, vectors := range map[string]map[string][]float32{
		"none":      {},
		"unknown":   {"nobody searches this": {1, 2}},
		"nothing":   {"slug repellent": {}, "bird feeder pole": nil},
		"zero":      {"slug repellent": {0, 0}, "bird feeder pole": {0, 0}},
		"no number": {"slug repellent": {float32(math.NaN()), 1}, "bird feeder pole": {float32(math.Inf(1)), 1}},
	} {
		if got := run(t, list, clustering.Options{Vectors: vectors}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: another result", name)
		}
	}
}

func TestVectorsSeparateTheSameWords(t *testing.T) {
	list := append(garden(), keywords("jaguar speed", "jaguar speed car")...)
	if r := run(t, list, clustering.Options{}); pageOf(t, r, "jaguar speed").Page != pageOf(t, r, "jaguar speed car").Page {
		t.Fatal("words alone tell the cat from the car")
	}
	vectors := apart(phraseTexts(list)...)
	for _, text := range []string{"jaguar speed", "jaguar speed car"} {
		vectors[text] = slices.Repeat([]float32{0}, len(vectors))
	}
	vectors["jaguar speed"][0], vectors["jaguar speed car"][0] = 1, -1
	if r := run(t, list, clustering.Options{Vectors: vectors}); pageOf(t, r, "jaguar speed").Page == pageOf(t, r, "jaguar speed car").Page {
		t.Error("opposite vectors leave the cat with the car")
	}
}

func TestRunWithVectorsIgnoresTheOrder(t *testing.T) {
	source := rand.New(rand.NewPCG(1, 1))
	list := many(600)
	vectors := map[string][]float32{}
	for i, text := range phraseTexts(list) {
		if i%3 > 0 {
			v := make([]float32, 300)
			for k := range v {
				v[k] = float32(source.NormFloat64()) + float32(i%20*k%7)
			}
			vectors[text] = v
		}
	}
	want := run(t, list, clustering.Options{Workers: 1, Vectors: vectors})
	check(t, list, want)
	for workers := 2; workers < 5; workers++ {
		source.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		if got := run(t, list, clustering.Options{Workers: workers, Vectors: vectors}); !reflect.DeepEqual(got, want) {
			t.Fatalf("another order, another result with %d workers", workers)
		}
	}
}
