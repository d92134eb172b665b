package planner_test

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"igny8/app/ai"
	"igny8/app/ai/openai"
	"igny8/app/planner"
)

// counsellor is a server with OpenAI's API: vectors in which couch and sofa are one word, and answers to questions about clusters.
type counsellor struct {
	calls, embeddings, chats atomic.Int64
	vectors                  func(w http.ResponseWriter, texts []string, call int64)
	chat                     func(w http.ResponseWriter, prompt string, call int64)
	closed                   chan struct{}
}

func (c *counsellor) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.calls.Add(1)
	var body struct {
		Input    []string
		Messages []struct{ Content string }
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if strings.HasSuffix(r.URL.Path, "/embeddings") {
		c.vectors(w, body.Input, c.embeddings.Add(1))
		return
	}
	c.chat(w, body.Messages[1].Content, c.chats.Add(1))
}

// counselled is a world whose engine asks the server.
func counselled(t *testing.T, c *counsellor) *world {
	t.Helper()
	c.closed = make(chan struct{})
	server := httptest.NewServer(c)
	t.Cleanup(func() {
		close(c.closed)
		server.Close()
	})
	return newWorldWith(t, ai.Options{
		Provider: openai.New(openai.Server{BaseURL: server.URL + "/v1", Model: "small", EmbeddingModel: "vectors"}),
		Backoff:  time.Millisecond, CallTimeout: 2 * time.Second,
	})
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

func embed(w http.ResponseWriter, texts []string, _ int64) {
	type vector struct {
		Index     int       `json:"index"`
		Embedding []float64 `json:"embedding"`
	}
	data := make([]vector, len(texts))
	for i, text := range texts {
		data[len(texts)-1-i] = vector{i, meaning(text)} // a server may answer in any order
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"data": data, "usage": map[string]int{"prompt_tokens": len(texts)}})
}

func answer(w http.ResponseWriter, text string) {
	content, _ := json.Marshal(text)
	w.Header().Set("Content-Type", "text/event-stream")
	_, _ = fmt.Fprintf(w, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":%s},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n", content)
}

// advise joins no pair and names every group by its number.
func advise(w http.ResponseWriter, prompt string, _ int64) {
	if strings.Contains(prompt, "Each numbered pair") {
		answer(w, `{"same":[]}`)
		return
	}
	var list []string
	for n := 1; n <= strings.Count(prompt, `"number":`); n++ {
		list = append(list, fmt.Sprintf(`{"number":%d,"name":"Named %d"}`, n, n))
	}
	answer(w, `{"names":[`+strings.Join(list, ",")+`]}`)
}

func status(code int, header ...string) func(w http.ResponseWriter) {
	return func(w http.ResponseWriter) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		http.Error(w, `{"error":{"message":"no"}}`, code)
	}
}

var furniture = []string{
	"couch cleaner,us,,900,,", "sofa cleaner,us,,800,,", "couch cleaner spray,us,,90,,", "sofa cleaner spray,us,,80,,",
	"bed frame queen,us,,700,,", "queen bed frame wood,us,,60,,", "desk lamp led,us,,500,,", "led desk lamp dimmable,us,,50,,",
}

func TestAModelBringsSynonymsTogether(t *testing.T) {
	t.Parallel()
	c := &counsellor{vectors: embed, chat: advise}
	w := counselled(t, c)
	w.imports(furniture...)
	run, err := w.planner.StartGrouping(w.ctx, w.Sector, planner.GroupingChoice{WordsOnly: true})
	w.must(err)
	w.await(run)
	if c.calls.Load() != 0 {
		t.Fatalf("words alone took %d calls", c.calls.Load())
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
	asked := ""
	c := &counsellor{vectors: embed, chat: func(w http.ResponseWriter, prompt string, call int64) {
		if strings.Contains(prompt, "Each numbered pair") {
			asked = prompt
			answer(w, `{"same":[1]}`)
			return
		}
		answer(w, `{"names":[]}`)
	}}
	w := counselled(t, c)
	w.imports(kennel...)
	w.imports("dog insurance quote,us,,30,,", "dog insurance reviews,us,,30,,", "puppy food reviews,us,,30,,", "crate training collar,us,,30,,")
	run := w.group()
	if asked == "" {
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
	failing := func(fail func(http.ResponseWriter)) func(http.ResponseWriter, []string, int64) {
		return func(w http.ResponseWriter, _ []string, _ int64) { fail(w) }
	}
	silent := func(c *counsellor) func(http.ResponseWriter, []string, int64) {
		return func(http.ResponseWriter, []string, int64) { <-c.closed }
	}
	raw := func(body string) func(http.ResponseWriter, []string, int64) {
		return func(w http.ResponseWriter, _ []string, _ int64) { _, _ = io.WriteString(w, body) }
	}
	const noVectors, noNames = "did not answer for the meaning of the phrases", "names of clusters: there the words alone decided"
	cases := []struct {
		name    string
		vectors func(c *counsellor) func(http.ResponseWriter, []string, int64)
		chat    func(w http.ResponseWriter, prompt string, call int64)
		message string
	}{
		{name: "429 with Retry-After, then good", message: "The model named", vectors: func(*counsellor) func(http.ResponseWriter, []string, int64) {
			return func(w http.ResponseWriter, texts []string, call int64) {
				if call == 1 {
					status(429, "Retry-After", "0.01")(w)
					return
				}
				embed(w, texts, call)
			}
		}},
		{name: "429 for an hour", message: noVectors, vectors: func(*counsellor) func(http.ResponseWriter, []string, int64) {
			return failing(status(429, "Retry-After", "3600"))
		}},
		{name: "500 for ever", message: noVectors, vectors: func(*counsellor) func(http.ResponseWriter, []string, int64) { return failing(status(500)) }},
		{name: "no such model", message: noVectors, vectors: func(*counsellor) func(http.ResponseWriter, []string, int64) { return failing(status(404)) }},
		{name: "too few vectors", message: noVectors, vectors: func(*counsellor) func(http.ResponseWriter, []string, int64) {
			return raw(`{"data":[{"index":0,"embedding":[1,2]}]}`)
		}},
		{name: "vectors of two lengths", message: noVectors, vectors: func(*counsellor) func(http.ResponseWriter, []string, int64) {
			return func(w http.ResponseWriter, texts []string, _ int64) {
				list := make([]string, len(texts))
				for i := range texts {
					list[i] = fmt.Sprintf(`{"index":%d,"embedding":[1%s]}`, i, strings.Repeat(",1", i%2))
				}
				_, _ = io.WriteString(w, `{"data":[`+strings.Join(list, ",")+`]}`)
			}
		}},
		{name: "the same text twice", message: noVectors, vectors: func(*counsellor) func(http.ResponseWriter, []string, int64) {
			return func(w http.ResponseWriter, texts []string, _ int64) {
				_, _ = io.WriteString(w, `{"data":[`+strings.Repeat(`{"index":0,"embedding":[1]},`, len(texts)-1)+`{"index":0,"embedding":[1]}]}`)
			}
		}},
		{name: "NaN", message: noVectors, vectors: func(*counsellor) func(http.ResponseWriter, []string, int64) {
			return raw(`{"data":[{"index":0,"embedding":[NaN]}]}`)
		}},
		{name: "numbers beyond all bounds", message: noVectors, vectors: func(*counsellor) func(http.ResponseWriter, []string, int64) {
			return raw(`{"data":[{"index":0,"embedding":[1e99]}]}`)
		}},
		{name: "not JSON", message: noVectors, vectors: func(*counsellor) func(http.ResponseWriter, []string, int64) { return raw(`<html>vectors</html>`) }},
		{name: "cut in the middle", message: noVectors, vectors: func(*counsellor) func(http.ResponseWriter, []string, int64) {
			return func(w http.ResponseWriter, _ []string, _ int64) {
				w.Header().Set("Content-Length", "1000")
				_, _ = io.WriteString(w, `{"data":[{"index":0,`)
			}
		}},
		{name: "silence", message: noVectors, vectors: silent},
		{name: "names that are not JSON", message: noNames, chat: func(w http.ResponseWriter, _ string, _ int64) { answer(w, "Sure! Here are the names.") }},
		{name: "names of groups that do not exist", message: noNames, chat: func(w http.ResponseWriter, _ string, _ int64) {
			answer(w, `{"names":[{"number":9999,"name":"x"}],"same":[]}`)
		}},
		{name: "names without end", message: noNames, chat: func(w http.ResponseWriter, _ string, _ int64) {
			answer(w, `{"names":[{"number":1,"name":"`+strings.Repeat("long ", 40)+`"}]}`)
		}},
		{name: "a refused key for names", message: noNames, chat: func(w http.ResponseWriter, _ string, _ int64) { status(401)(w) }},
	}
	for _, test := range cases {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := &counsellor{vectors: embed, chat: advise}
			if test.vectors != nil {
				c.vectors = test.vectors(c)
			}
			if test.chat != nil {
				c.chat = test.chat
			}
			w := counselled(t, c)
			w.imports(furniture...)
			run := w.group()
			if !strings.Contains(run.Message, test.message) || run.CreditsCharged != 1 {
				t.Errorf("%d credits, %q; want %q", run.CreditsCharged, run.Message, test.message)
			}
			if calls := c.calls.Load(); calls == 0 || calls > planner.MostCalls {
				t.Errorf("%d calls, at most %d were stated", calls, planner.MostCalls)
			}
			if w.keyword("couch cleaner").ClusterID == nil {
				t.Error("the keywords were not grouped")
			}
			w.consistent()
		})
	}
}
