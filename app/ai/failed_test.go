package ai_test

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/fault"
	"igny8/app/runs"
)

// TestOnlyWhatWasSavedIsCharged saves a part of what was answered, and then nothing of it.
func TestOnlyWhatWasSavedIsCharged(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	w.shout.drop = map[string]string{"sencha": "Somebody has drunk it.", "matcha": "It is cold."}

	none := w.wait(w.run(`{"words": ["sencha", "matcha"]}`).ID)
	if none.Phase != runs.PhaseFailed || none.CreditsCharged != 0 || len(none.Failed) != 2 || none.Failed[1].Reason != "It is cold." ||
		none.Message != "None of 2 items could be done; the first: Somebody has drunk it. Nothing was saved and nothing was charged." {
		t.Errorf("nothing saved: %+v", none)
	}
	w.charged(0)

	part := w.wait(w.run(`{"words": ["oolong", "sencha", "assam"]}`).ID)
	failed := []runs.Failure{{Subject: "1", Label: "sencha", Reason: "Somebody has drunk it."}}
	if part.Phase != runs.PhaseDone || part.CreditsQuoted != 6 || part.CreditsCharged != 4 || part.Parameters.Units != 2 || !slices.Equal(part.Failed, failed) ||
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
		{"broken, as often as it is asked", aitest.Always(aitest.Fails(500)), "The AI server does not answer properly. Please try again later."},
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
			if len(run.Failed) != 1 || run.Failed[0].Subject != "1" || run.Failed[0].Label != "mate" || !strings.HasPrefix(run.Failed[0].Reason, c.reason) {
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
	failed := []runs.Failure{{Subject: "1", Label: "mate", Reason: `The answer for "mate" cannot be used (It is bitter).`}}
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
