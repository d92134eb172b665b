package ai_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/fault"
	"igny8/app/runs"

	"gorm.io/gorm"
)

// TestOnlyWhatWasSavedIsCharged saves a part of what was answered, and then nothing of it.
func TestOnlyWhatWasSavedIsCharged(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	w.shout.loses(map[string]string{"sencha": "Somebody has drunk it.", "matcha": "It is cold."}, "")

	none := w.wait(w.run(`{"words": ["sencha", "matcha"]}`).ID)
	if none.Phase != runs.PhaseFailed || none.CreditsCharged != 0 || len(none.Failed) != 2 || none.Failed[1].Reason != "It is cold." ||
		none.Message != "None of 2 items could be done; the first: Somebody has drunk it. Nothing was saved and nothing was charged." {
		t.Errorf("nothing saved: %+v", none)
	}
	w.charged(0)

	part := w.wait(w.run(`{"words": ["oolong", "sencha", "assam"]}`).ID)
	failed := []runs.Failure{{Subject: "sencha", Label: "sencha", Reason: "Somebody has drunk it."}}
	if part.Phase != runs.PhaseDone || part.CreditsQuoted != 6 || part.CreditsCharged != 4 || part.Parameters.Units != 2 ||
		!slices.Equal(part.Failed, failed) ||
		part.Message != "Shouted 2 words. 1 item could not be done." {
		t.Errorf("a part saved: %+v", part)
	}
	if got := w.saved(); !slices.Equal(got, []string{"OOLONG!", "ASSAM!"}) {
		t.Errorf("saved %v", got)
	}
	w.charged(4)
}

// TestItemsFailAlone has a server give no usable answer for one word of three.
func TestItemsFailAlone(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name   string
		answer aitest.Script // for mate
		reason string
	}{
		{"refused", aitest.Always(aitest.SaysAndEnds("", "content_filter")), `The AI model refused to answer for "mate".`},
		{"cut off at its length", aitest.Always(aitest.SaysAndEnds(`{"loud"`, "length")), `The answer of the AI model for "mate" was cut off at its length limit.`},
		{"unusable twice", aitest.Always(loudly("coffee")), `The AI model answered twice for "mate" in a form that cannot be used (Another word was shouted).`},
		{"not accepted", aitest.Always(aitest.Fails(400)), "The AI server did not accept the question"},
		{"broken, as often as it is asked", aitest.Always(aitest.Fails(500)), "The AI server does not answer properly."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w, _ := remoteWorld(t, ai.Options{}, func(call aitest.Call) aitest.Answer {
				if call.Subject == "mate" {
					return c.answer(call)
				}
				return good(call)
			})
			run := w.wait(w.run(`{"words": ["tea", "mate", "rum"]}`).ID)
			if run.Phase != runs.PhaseDone || run.CreditsCharged != 10 || run.Message != "Shouted 2 words. 1 item could not be done." {
				t.Errorf("run %+v", run)
			}
			if len(run.Failed) != 1 || run.Failed[0].Subject != "mate" || run.Failed[0].Label != "mate" || !strings.HasPrefix(run.Failed[0].Reason, c.reason) {
				t.Errorf("failed %+v, want %q", run.Failed, c.reason)
			}
			if got := w.saved(); !slices.Equal(got, []string{"TEA!", "RUM!"}) {
				t.Errorf("saved %v", got)
			}
			w.charged(10)
		})
	}
}

// TestBuiltInAndRecordedItemsFailAlone refuses one of the answers that no server has given.
func TestBuiltInAndRecordedItemsFailAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	w.shout.at("PARSE", func(_ context.Context, word string) error {
		if word == "mate" {
			return fault.New(fault.Invalid, "It is bitter.")
		}
		return nil
	})
	first := w.wait(w.run(`{"words": ["tea", "mate"]}`).ID)
	failed := []runs.Failure{{Subject: "mate", Label: "mate", Reason: "It is bitter."}}
	if first.Phase != runs.PhaseDone || first.CreditsCharged != 2 || !slices.Equal(first.Failed, failed) {
		t.Errorf("built in: %+v", first)
	}
	replay := w.rerun(first.ID, runs.Replay)
	if replay.Phase != runs.PhaseDone || replay.CreditsCharged != 0 || len(replay.Failed) != 1 || !strings.HasPrefix(replay.Failed[0].Reason, `The record has no answer for "mate"`) {
		t.Errorf("replay: %+v", replay)
	}
	if got := w.saved(); !slices.Equal(got, []string{"TEA!", "TEA!"}) {
		t.Errorf("saved %v", got)
	}
	w.charged(2)
}

// TestRunWaitsWhenServerFailsForEveryItem has a server break while a run is at work: items that failed before the circuit opened are not
// given up, and what was answered is not asked again.
func TestRunWaitsWhenServerFailsForEveryItem(t *testing.T) {
	t.Parallel()
	var status atomic.Int64
	w, m := remoteWorld(t, ai.Options{Pause: time.Hour / 2}, func(c aitest.Call) aitest.Answer {
		if code := status.Load(); code != 0 {
			return aitest.Fails(int(code))
		}
		status.Store(500)
		return good(c)
	}, runs.Options{SweepEvery: 10 * time.Millisecond})
	run := w.waiting(w.run(`{"words": ["tea", "mate", "rum", "gin", "ale", "mead"]}`).ID)
	if run.Ended() || run.CreditsHeld() != 30 || len(w.saved()) != 0 {
		t.Fatalf("run %+v", run)
	}
	m.Follow(good)
	w.later(time.Minute)
	if run = w.wait(run.ID); run.Phase != runs.PhaseDone || run.CreditsCharged != 30 || len(run.Failed) != 0 || len(m.Calls()) != 5 {
		t.Errorf("run %+v, asked %d times", run, len(m.Calls()))
	}
	w.charged(30)
}

// TestFailedItemsAreTriedAgain asks for what failed by another run, and for nothing else.
func TestFailedItemsAreTriedAgain(t *testing.T) {
	t.Parallel()
	refusing := func(words ...string) aitest.Script {
		return func(c aitest.Call) aitest.Answer {
			if slices.Contains(words, c.Subject) {
				return aitest.SaysAndEnds("", "content_filter")
			}
			return good(c)
		}
	}
	w, m := remoteWorld(t, ai.Options{}, refusing("mate", "gin"))
	whole := w.wait(w.run(`{"words": ["rum"]}`).ID)
	if _, err := w.engine.Retry(w.a, whole.ID); fault.KindOf(err) != fault.Conflict {
		t.Errorf("retry of a run that has done everything: %v", err)
	}
	first := w.wait(w.run(`{"words": ["tea", "mate", "gin"]}`).ID)
	if _, err := w.engine.Retry(w.b, first.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("retry by the other account: %v", err)
	}
	if quote, err := w.engine.QuoteRetryOf(w.a, first); err != nil || quote.Credits != 10 {
		t.Errorf("quote %+v, %v", quote, err)
	}

	release := m.Hold()
	second, err := w.engine.Retry(w.a, first.ID)
	w.must(err)
	if same, err := w.engine.Retry(w.a, first.ID); err != nil || same.ID != second.ID {
		t.Errorf("tried again twice: %+v, %v; want %s", same, err, second.ID)
	}
	m.Follow(refusing("gin"))
	release()
	second = w.wait(second.ID)
	if second.ID == first.ID || second.RetryOf != first.ID || !slices.Equal(w.asked(second), []string{"mate", "gin"}) || second.CreditsQuoted != 10 ||
		second.CreditsCharged != 5 || len(second.Failed) != 1 {
		t.Errorf("the retry: %+v", second)
	}

	m.Follow(good)
	third, err := w.engine.Retry(w.a, first.ID)
	w.must(err)
	if third = w.wait(third.ID); third.RetryOf != second.ID || third.CreditsCharged != 5 || len(third.Failed) != 0 || len(m.Calls()) != 1 {
		t.Errorf("the retry of the retry: %+v, asked %d times", third, len(m.Calls()))
	}
	if _, err := w.engine.Retry(w.a, first.ID); fault.KindOf(err) != fault.Conflict {
		t.Errorf("retry when nothing is left: %v", err)
	}
	if again, err := w.engine.Get(w.a, first.ID); err != nil || again.CreditsCharged != 5 || len(again.Failed) != 2 {
		t.Errorf("the first run has changed: %+v, %v", again, err)
	}
	w.charged(20)
}

// TestFailedItemsAreTriedAgainOnce has several people ask for the retry at the same moment.
func TestFailedItemsAreTriedAgainOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	w.shout.loses(map[string]string{"mate": "It is bitter."}, "")
	first := w.wait(w.run(`{"words": ["tea", "mate"]}`).ID)
	hold := make(chan struct{})
	w.shout.at("PREP", func(context.Context, string) error {
		<-hold
		return nil
	})
	const people = 5
	got := make(chan string, people)
	for range people {
		go func() {
			run, err := w.engine.Retry(w.a, first.ID)
			if err != nil {
				t.Error(err)
			}
			got <- run.ID
		}()
	}
	ids := map[string]bool{}
	for range people {
		ids[<-got] = true
	}
	close(hold)
	all, err := w.engine.List(w.a, runs.Filter{Function: "shout"})
	if len(ids) != 1 || ids[first.ID] || err != nil || len(all.Items) != 2 {
		t.Errorf("%v were started, %d runs, %v", ids, len(all.Items), err)
	}
	for id := range ids {
		w.wait(id)
	}
}

// asked returns the words that a run of shout was asked for.
func (w *world) asked(run runs.Run) []string {
	w.Helper()
	var payload shouted
	w.must(json.Unmarshal(run.Payload, &payload))
	return payload.Words
}

// TestRetryLeavesOutWhatCannotBeAskedForAnyMore deletes one of two words that failed.
func TestRetryLeavesOutWhatCannotBeAskedForAnyMore(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	w.shout.loses(map[string]string{"mate": "It is bitter.", "gin": "It is strong."}, "")
	first := w.wait(w.run(`{"words": ["tea", "mate", "gin"]}`).ID)
	w.shout.loses(nil, "gin")
	second, err := w.engine.Retry(w.a, first.ID)
	w.must(err)
	if second = w.wait(second.ID); !slices.Equal(w.asked(second), []string{"mate"}) || second.CreditsCharged != 2 {
		t.Errorf("the retry: %+v", second)
	}
	w.charged(4)
}

// TestRetryKeepsThePartsOfItems has a composed answer fail at its last question, beside another that succeeds.
func TestRetryKeepsThePartsOfItems(t *testing.T) {
	t.Parallel()
	w, m := remoteWorld(t, ai.Options{}, goodBut("mate"))
	w.engine.Register(chants())
	first, err := w.engine.RunAITask(w.a, "chants", runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"words":["tea rum","gin mate"]}`)})
	w.must(err)
	if run := w.wait(first.ID); run.Phase != runs.PhaseDone || run.CreditsCharged != 3 || len(run.Failed) != 1 || run.Message != "TEA RUM 1 item could not be done." {
		t.Fatalf("run %+v", run)
	}
	m.Follow(good)
	second, err := w.engine.Retry(w.a, first.ID)
	w.must(err)
	if run := w.wait(second.ID); run.Phase != runs.PhaseDone || run.Message != "GIN MATE" || m.Asked("gin") != 0 || m.Asked("mate") != 1 {
		t.Errorf("run %+v, asked %d and %d times", run, m.Asked("gin"), m.Asked("mate"))
	}
	w.charged(6)
}

// TestRetryAsksAnewForWhatCannotBeUsedTogether refuses all answers of an item at the end, after each was accepted.
func TestRetryAsksAnewForWhatCannotBeUsedTogether(t *testing.T) {
	t.Parallel()
	w, m := remoteWorld(t, ai.Options{}, good)
	w.engine.Register(chants())
	queued, err := w.engine.RunAITask(w.a, "chants", runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"words":["tea","off key"]}`)})
	w.must(err)
	first := w.wait(queued.ID)
	if first.Phase != runs.PhaseDone || len(first.Failed) != 1 || first.Failed[0].Reason != `The answer for "off key" cannot be used (that is no song).` {
		t.Fatalf("run %+v", first)
	}
	second, err := w.engine.Retry(w.a, first.ID)
	w.must(err)
	if run := w.wait(second.ID); run.Phase != runs.PhaseFailed || m.Asked("off") != 2 || m.Asked("tea") != 1 {
		t.Errorf("run %+v, asked %d and %d times", run, m.Asked("off"), m.Asked("tea"))
	}
	w.charged(3)
}

// TestAnswersOfEarlierRunsAreSetAside refuses together what two runs have asked: the first half is then asked anew as well.
func TestAnswersOfEarlierRunsAreSetAside(t *testing.T) {
	t.Parallel()
	w, m := remoteWorld(t, ai.Options{}, goodBut("key"))
	w.engine.Register(chants())
	first, err := w.engine.RunAITask(w.a, "chants", runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"words":["tea","off key"]}`)})
	w.must(err)
	w.wait(first.ID)
	m.Follow(good)
	second, err := w.engine.Retry(w.a, first.ID)
	w.must(err)
	if run := w.wait(second.ID); run.Phase != runs.PhaseFailed || m.Asked("off") != 0 || m.Asked("key") != 1 {
		t.Fatalf("run %+v, asked %d and %d times", run, m.Asked("off"), m.Asked("key"))
	}
	m.Follow(good)
	_, err = w.engine.Retry(w.a, second.ID)
	w.must(err)
	if run := w.wait(second.ID); m.Asked("off") != 1 || m.Asked("key") != 1 {
		t.Errorf("run %+v, asked %d and %d times", run, m.Asked("off"), m.Asked("key"))
	}
}

// goodBut returns a script that refuses to answer for the word, and answers for all others.
func goodBut(word string) aitest.Script {
	return func(c aitest.Call) aitest.Answer {
		if c.Subject == word {
			return aitest.SaysAndEnds("", "content_filter")
		}
		return good(c)
	}
}

// chants returns a composed function that asks for each word of several songs, one item a song.
func chants() ai.Definition {
	type song struct{ Words []string }
	return ai.Define(ai.Function[shouted, song, song]{
		Name: "chants", Title: "Chant songs", Per: "song", Price: ai.Price{Remote: 3},
		Steps: []ai.Step{{
			Name: "word", Prompt: `Sing. {{data "word" .}}`,
			Schema: json.RawMessage(`{"type":"object","properties":{"loud":{"type":"string"}},"required":["loud"],"additionalProperties":false}`),
		}},
		Units:  func(_ context.Context, r runs.Input[shouted]) (int64, error) { return int64(len(r.Payload.Words)), nil },
		Narrow: func(_ shouted, songs []string) shouted { return shouted{songs} },
		Prepare: func(_ context.Context, r runs.Input[shouted]) (items []ai.Item[song], _ error) {
			for _, words := range r.Payload.Words {
				items = append(items, ai.Item[song]{Key: words, Label: words, In: song{strings.Fields(words)}})
			}
			return items, nil
		},
		Compose: func(ctx context.Context, in song, m *ai.Model, _ runs.Progress) (out song, _ error) {
			for _, word := range in.Words {
				sung, err := ai.Ask[loud](ctx, m, ai.Question{Step: "word", Key: word, Label: word, In: word}, nil)
				if err != nil {
					return out, err
				}
				out.Words = append(out.Words, sung.Loud)
			}
			return out, nil
		},
		Parse: func(in, out song) (song, error) {
			if in.Words[0] == "off" {
				return out, errors.New("that is no song")
			}
			return out, nil
		},
		Save: func(_ context.Context, _ *gorm.DB, _ runs.Run, results []ai.Result[song, song]) (saved runs.Saved, _ error) {
			var songs []string
			for _, r := range results {
				saved.Units++
				songs = append(songs, strings.Join(r.Out.Words, " "))
			}
			saved.Summary = strings.Join(songs, " ")
			return saved, nil
		},
	})
}
