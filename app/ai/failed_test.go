package ai_test

import (
	"slices"
	"testing"

	"igny8/app/ai"
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
