package clustering_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"igny8/app/clustering"
)

// labelledSets are the sets in CLUSTERING_DATA that are small enough to be run several times.
func labelledSets(t *testing.T) []labelled {
	t.Helper()
	folder := os.Getenv("CLUSTERING_DATA")
	if folder == "" {
		t.Skip("no labelled sets: make bench-clustering DATA=folder measures on them")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*", "*.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var sets []labelled
	for _, file := range files {
		if set := readSet(t, file); set.level != "" && len(set.keywords) <= 20_000 {
			sets = append(sets, set)
		}
	}
	return sets
}

// TestQualityWithMisspellings prints what is lost when a fifth of the keywords is misspelt.
func TestQualityWithMisspellings(t *testing.T) {
	lost, sets := 0., labelledSets(t)
	for _, set := range sets {
		before, _, _ := grouped(t, set)
		source := rand.New(rand.NewPCG(3, 5))
		wrong := set
		wrong.keywords = append([]clustering.Keyword(nil), set.keywords...)
		for i := range wrong.keywords {
			if source.IntN(5) == 0 {
				wrong.keywords[i].Text = misspell(source, wrong.keywords[i].Text)
			}
		}
		after, _, _ := grouped(t, wrong)
		a, b := measure(before[set.level], set.truth), measure(after[set.level], set.truth)
		t.Logf("%-22s AMI %.3f, misspelt %.3f", set.name, a.ami, b.ami)
		lost += (a.ami - b.ami) / float64(len(sets))
	}
	t.Logf("20%% misspelt cost %.3f AMI on average (goal: at most .01)", lost)
}

// misspell swaps two neighbouring letters or drops one, in a word of at least five letters where there is one.
func misspell(source *rand.Rand, text string) string {
	letters, run := []rune(text), 0
	var places []int
	for i, r := range letters {
		if run++; r == ' ' {
			run = 0
		}
		if run >= 4 && i+1 < len(letters) && letters[i+1] != ' ' {
			places = append(places, i)
		}
	}
	if len(places) == 0 {
		return text
	}
	at := places[source.IntN(len(places))]
	if source.IntN(2) == 0 {
		return string(letters[:at]) + string(letters[at+1:])
	}
	letters[at], letters[at+1] = letters[at+1], letters[at]
	return string(letters)
}

// TestStabilityOfAGrownList prints how far the decisions on the old keywords stay when a twentieth is added.
func TestStabilityOfAGrownList(t *testing.T) {
	kept, sets := 0., labelledSets(t)
	for _, set := range sets {
		source, small := rand.New(rand.NewPCG(7, 11)), set
		small.keywords = nil
		for _, k := range set.keywords {
			if source.IntN(21) > 0 {
				small.keywords = append(small.keywords, k)
			}
		}
		before := run(t, small.keywords, clustering.Options{})
		after := run(t, set.keywords, clustering.Options{})
		q := measure(labels(after, small.keywords)[set.level], labels(before, small.keywords)[set.level])
		t.Logf("%-22s %s: ARI %.3f", set.name, set.level, q.ari)
		kept += q.ari / float64(len(sets))
	}
	t.Logf("5%% more keywords keep %.3f of the pair decisions on average (goal: .95)", kept)
}
