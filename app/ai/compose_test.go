package ai_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/runs"
)

// chant returns a composed function. It asks for each word separately and joins the answers to one song. For words without an answer it
// uses the first letter, if resting allows that.
func chant(calls int, resting bool) ai.Definition {
	type song struct{ Words []string }
	return ai.Define(ai.Function[shouted, song, song]{
		Name: "chant", Title: "Chant", Per: "song", Price: ai.Price{Remote: 3}, Calls: calls,
		Steps: []ai.Step{{
			Name: "word", Prompt: `Sing. {{data "word" .}}`,
			Schema: json.RawMessage(`{"type":"object","properties":{"loud":{"type":"string"}},"required":["loud"],"additionalProperties":false}`),
		}},
		Units: func(context.Context, runs.Input[shouted]) (int64, error) { return 1, nil },
		Prepare: func(_ context.Context, r runs.Input[shouted]) ([]ai.Item[song], error) {
			return []ai.Item[song]{{Key: "song", Label: "song", In: song{r.Payload.Words}}}, nil
		},
		Compose: func(ctx context.Context, in song, m *ai.Model, tell runs.Progress) (song, error) {
			var out song
			for i, word := range in.Words {
				tell(float64(i)/float64(len(in.Words)), "Singing "+word)
				sung, err := ai.Ask(ctx, m, ai.Question{Step: "word", Key: fmt.Sprint(i), Label: word, In: word}, func(l loud) (loud, error) {
					if !strings.EqualFold(l.Loud, word) {
						return l, errors.New("another word was sung")
					}
					return l, nil
				})
				if err != nil && (!resting || !ai.Unanswered(err)) {
					return out, err
				}
				if err != nil {
					sung.Loud = word[:1]
				}
				out.Words = append(out.Words, sung.Loud)
			}
			return out, nil
		},
		Save: func(_ context.Context, _ *gorm.DB, run runs.Run, r []ai.Result[song, song]) (runs.Saved, error) {
			return runs.Saved{Units: run.Parameters.Units, Summary: strings.Join(r[0].Out.Words, " ")}, nil
		},
	})
}

func TestComposedFunction(t *testing.T) {
	t.Parallel()
	mate := func(first aitest.Answer) aitest.Script {
		return func(c aitest.Call) aitest.Answer {
			if c.Subject == "mate" && c.N == 1 {
				return first
			}
			return good(c)
		}
	}
	cases := []struct {
		name    string
		calls   int
		resting bool
		script  aitest.Script
		phase   runs.Phase
		message string
		asked   int // questions about mate
	}{
		{name: "each word is asked for", script: good, phase: runs.PhaseDone, message: "TEA MATE RUM", asked: 1},
		{name: "more calls than stated", calls: 2, script: good, phase: runs.PhaseFailed, message: "asked 2 times, which is the most", asked: 1},
		{name: "more calls than stated, and it can do without", calls: 2, resting: true, script: good, phase: runs.PhaseDone, message: "TEA MATE r", asked: 1},
		{name: "a bad answer, then a good one", script: mate(loudly("coffee")), phase: runs.PhaseDone, message: "TEA MATE RUM", asked: 2},
		{name: "a key that is refused", script: mate(aitest.Fails(401)), phase: runs.PhaseFailed, message: "refuses our key", asked: 1},
		{name: "an answer that is refused twice", script: aitest.Always(aitest.Says(`{"loud": ""}`)), phase: runs.PhaseFailed, message: "answered twice"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w, m := remoteWorld(t, ai.Options{}, c.script)
			w.engine.Register(chant(c.calls, c.resting))
			queued, err := w.engine.RunAITask(w.a, "chant", runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"Words":["tea","mate","rum"]}`)})
			w.must(err)
			run := w.wait(queued.ID)
			if run.Phase != c.phase || !strings.Contains(run.Message, c.message) || m.Asked("mate") != c.asked {
				t.Errorf("%s %q, asked %d times; want %s %q, %d", run.Phase, run.Message, m.Asked("mate"), c.phase, c.message, c.asked)
			}
			charge := int64(0)
			if c.phase == runs.PhaseDone {
				charge = 3
			}
			w.charged(charge)
		})
	}
}

// TestComposedFunctionAsksOnlyForTheRest has a run fail in the middle: questions that were answered are not asked again.
func TestComposedFunctionAsksOnlyForTheRest(t *testing.T) {
	t.Parallel()
	w, m := remoteWorld(t, ai.Options{}, func(c aitest.Call) aitest.Answer {
		if c.Subject == "mate" && c.N == 1 {
			return aitest.Fails(401)
		}
		return good(c)
	})
	w.engine.Register(chant(0, false))
	queued, err := w.engine.RunAITask(w.a, "chant", runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"Words":["tea","mate"]}`)})
	w.must(err)
	if run := w.wait(queued.ID); run.Phase != runs.PhaseFailed {
		t.Fatalf("run %+v", run)
	}
	_, err = w.engine.Retry(w.a, queued.ID)
	w.must(err)
	if run := w.wait(queued.ID); run.Message != "TEA MATE" || m.Asked("tea") != 1 || m.Asked("mate") != 2 {
		t.Errorf("%q, asked %d and %d times", run.Message, m.Asked("tea"), m.Asked("mate"))
	}
	w.charged(3)
}

// TestProgressShowsStreamedWords has a server delay the end of its answer until the progress of the run shows received words.
func TestProgressShowsStreamedWords(t *testing.T) {
	t.Parallel()
	told := make(chan struct{})
	w, _ := remoteWorld(t, ai.Options{}, func(c aitest.Call) aitest.Answer {
		return aitest.Trickles("   ", time.Millisecond, told, good(c))
	})
	w.engine.Register(chant(0, false))
	queued, err := w.engine.RunAITask(w.a, "chant", runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"Words":["tea"]}`)})
	w.must(err)
	for seen := false; !seen; {
		run, err := w.engine.Get(w.a, queued.ID)
		w.must(err)
		if run.Ended() {
			t.Fatalf("the run ended before a word was told of: %s", run.Message)
		}
		seen = strings.Contains(run.Message, "words so far")
	}
	close(told)
	w.wait(queued.ID)
}
