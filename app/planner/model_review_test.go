package planner_test

import (
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/ai/provider/openai"
	"igny8/app/planner"
	"igny8/app/planner/grouping"
)

// reviewedBy returns a world whose engine asks the server.
func reviewedBy(t *testing.T, s *aitest.Server) *world {
	t.Helper()
	return newWorldWith(t, ai.Options{
		Provider: openai.New(openai.Server{BaseURL: s.URL, Model: "small", EmbeddingModel: "vectors"}),
		Backoff:  time.Millisecond, CallTimeout: 2 * time.Second,
	})
}

// reviewer answers calls for vectors and questions about clusters. Without a script, couch and sofa are one word, no pair is
// joined and every group is named by its number.
func reviewer(vectors, chat aitest.Script) aitest.Script {
	return func(c aitest.Call) aitest.Answer {
		switch {
		case c.Path == aitest.Embeddings && vectors != nil:
			return vectors(c)
		case c.Path == aitest.Embeddings:
			return aitest.Vectors(meaning)
		case chat != nil:
			return chat(c)
		}
		return advise(c)
	}
}

// meaning is a direction for each word, one for both names of the furniture.
func meaning(text string) []float64 {
	v := make([]float64, 64)
	for _, word := range strings.Fields(strings.ToLower(text)) {
		h := fnv.New32a()
		_, _ = io.WriteString(h, strings.ReplaceAll(strings.TrimSuffix(word, "s"), "couch", "sofa"))
		v[h.Sum32()%64]++
	}
	return v
}

// advise joins no pair and names every group by its number.
func advise(c aitest.Call) aitest.Answer {
	if strings.Contains(c.Prompt, "Each numbered pair") {
		return aitest.Says(`{"same":[]}`)
	}
	var list []string
	for n := 1; n <= strings.Count(c.Prompt, `"number":`); n++ {
		list = append(list, fmt.Sprintf(`{"number":%d,"name":"Named %d"}`, n, n))
	}
	return aitest.Says(`{"names":[` + strings.Join(list, ",") + `]}`)
}

var furniture = []string{
	"couch cleaner,us,,900,,", "sofa cleaner,us,,800,,", "couch cleaner spray,us,,90,,", "sofa cleaner spray,us,,80,,",
	"bed frame queen,us,,700,,", "queen bed frame wood,us,,60,,", "desk lamp led,us,,500,,", "led desk lamp dimmable,us,,50,,",
}

func TestAModelBringsSynonymsTogether(t *testing.T) {
	t.Parallel()
	model := aitest.New(t, reviewer(nil, nil))
	w := reviewedBy(t, model)
	w.importLines(furniture...)
	run, err := w.grouping.StartGrouping(w.ctx, w.Sector, grouping.Choice{WordsOnly: true})
	w.must(err)
	w.await(run)
	if calls := len(model.Calls()); calls != 0 {
		t.Fatalf("words alone took %d calls", calls)
	}
	if *w.keyword("couch cleaner").ClusterID == *w.keyword("sofa cleaner").ClusterID {
		t.Fatal("words alone join couch and sofa")
	}
	run = w.group()
	couch, sofa := w.keyword("couch cleaner"), w.keyword("sofa cleaner")
	if *couch.ClusterID != *sofa.ClusterID {
		t.Errorf("couch and sofa are apart: %s", run.Message)
	}
	if *couch.ClusterID == *w.keyword("desk lamp led").ClusterID {
		t.Error("couches and lamps are together")
	}
	if page := w.cluster(*couch.ClusterID); !strings.HasPrefix(page.Name, "Named ") {
		t.Errorf("the model's name was not taken: %q", page.Name)
	}
	if run.CreditsCharged != 1 || run.Provider != "openai" || run.TokensIn == 0 || !strings.Contains(run.Message, "The model named ") {
		t.Errorf("run %+v", run)
	}
	w.consistent()
}

func TestAModelJoinsWhatWasNearlyJoined(t *testing.T) {
	t.Parallel()
	model := aitest.New(t, reviewer(nil, func(c aitest.Call) aitest.Answer {
		if strings.Contains(c.Prompt, "Each numbered pair") {
			return aitest.Says(`{"same":[1]}`)
		}
		return aitest.Says(`{"names":[]}`)
	}))
	w := reviewedBy(t, model)
	w.importLines(kennel...)
	w.importLines("dog insurance quote,us,,30,,", "dog insurance reviews,us,,30,,", "puppy food reviews,us,,30,,", "crate training collar,us,,30,,")
	run := w.group()
	if !strings.Contains(model.Prompts(), "Each numbered pair") {
		t.Fatal("no pair was nearly joined: the list has to be another one")
	}
	found, err := w.planner.CountKeywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Evidence: "judged"})
	w.must(err)
	if found == 0 || !strings.Contains(run.Message, "The model joined 1 pair of clusters.") {
		t.Errorf("%d keywords were judged: %s", found, run.Message)
	}
}

func TestAModelThatFailsLeavesTheWords(t *testing.T) {
	t.Parallel()
	const noVectors, noNames = "did not answer for the meaning of the phrases", "names of clusters: there the words alone decided"
	cases := []struct {
		name          string
		vectors, chat aitest.Script
		message       string
	}{
		{name: "429 with Retry-After, then good", message: "The model named", vectors: func(c aitest.Call) aitest.Answer {
			if c.N == 1 {
				return aitest.Fails(429, "Retry-After", "0.01")
			}
			return aitest.Vectors(meaning)
		}},
		{name: "429 for an hour", message: noVectors, vectors: aitest.Always(aitest.Fails(429, "Retry-After", "3600"))},
		{name: "500 for ever", message: noVectors, vectors: aitest.Always(aitest.Fails(500))},
		{name: "no such model", message: noVectors, vectors: aitest.Always(aitest.Fails(404))},
		{name: "too few vectors", message: noVectors, vectors: aitest.Always(aitest.Sends(`{"data":[{"index":0,"embedding":[1,2]}]}`))},
		{name: "vectors of two lengths", message: noVectors, vectors: func(c aitest.Call) aitest.Answer {
			return aitest.Vectors(func(text string) []float64 { return slices.Repeat([]float64{1}, 1+slices.Index(c.Texts, text)%2) })
		}},
		{name: "the same text twice", message: noVectors, vectors: func(c aitest.Call) aitest.Answer {
			return aitest.Sends(`{"data":[` + strings.Repeat(`{"index":0,"embedding":[1]},`, len(c.Texts)-1) + `{"index":0,"embedding":[1]}]}`)
		}},
		{name: "NaN", message: noVectors, vectors: aitest.Always(aitest.Sends(`{"data":[{"index":0,"embedding":[NaN]}]}`))},
		{name: "numbers beyond all bounds", message: noVectors, vectors: aitest.Always(aitest.Sends(`{"data":[{"index":0,"embedding":[1e99]}]}`))},
		{name: "not JSON", message: noVectors, vectors: aitest.Always(aitest.Sends(`<html>vectors</html>`))},
		{name: "cut in the middle", message: noVectors, vectors: aitest.Always(aitest.CutOff(`{"data":[{"index":0,`))},
		{name: "silence", message: noVectors, vectors: aitest.Always(aitest.Silent())},
		{name: "names that are not JSON", message: noNames, chat: aitest.Always(aitest.Says("Sure! Here are the names."))},
		{name: "names of groups that do not exist", message: noNames, chat: aitest.Always(aitest.Says(`{"names":[{"number":9999,"name":"x"}],"same":[]}`))},
		{name: "names without end", message: noNames, chat: aitest.Always(aitest.Says(`{"names":[{"number":1,"name":"` + strings.Repeat("long ", 40) + `"}]}`))},
		{name: "a refused key for names", message: noNames, chat: aitest.Always(aitest.Fails(401))},
	}
	for _, test := range cases {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			model := aitest.New(t, reviewer(test.vectors, test.chat))
			w := reviewedBy(t, model)
			w.importLines(furniture...)
			run := w.group()
			if !strings.Contains(run.Message, test.message) || run.CreditsCharged != 1 {
				t.Errorf("%d credits, %q; want %q", run.CreditsCharged, run.Message, test.message)
			}
			if calls := len(model.Calls()); calls == 0 || calls > grouping.MostCalls {
				t.Errorf("%d calls, at most %d were stated", calls, grouping.MostCalls)
			}
			if w.keyword("couch cleaner").ClusterID == nil {
				t.Error("the keywords were not grouped")
			}
			w.consistent()
		})
	}
}
