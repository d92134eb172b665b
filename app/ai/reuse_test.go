package ai_test

import (
	"encoding/json"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/fault"
	"igny8/app/runs"
	"igny8/app/tenancy"
)

func (w *world) rerun(id string, how runs.Rerun) runs.Run {
	w.Helper()
	run, err := w.engine.Rerun(w.a, id, how)
	w.must(err)
	if run.CreditsHeld() != 0 {
		w.Errorf("a rerun holds credits: %+v", run)
	}
	return w.wait(run.ID)
}

func TestRerunIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	waiting := w.run(`{"words": ["tea"]}`)
	for _, how := range []runs.Rerun{runs.Reuse, runs.Replay} {
		if _, err := w.engine.Rerun(w.a, waiting.ID, how); fault.KindOf(err) != fault.Conflict {
			t.Errorf("%s of what is not done: %v", how, err)
		}
		if _, err := w.engine.Rerun(w.b, waiting.ID, how); fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s by another account: %v", how, err)
		}
	}
	if _, err := w.engine.Again(w.b, waiting.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("again by another account: %v", err)
	}
	if _, err := w.engine.QuoteAgain(w.b, waiting.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("quote for another account: %v", err)
	}
	if _, err := w.engine.Outputs(w.b, waiting.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("outputs for another account: %v", err)
	}
}

func TestRerunReusesAndReplaysAnswers(t *testing.T) {
	t.Parallel()
	w, m := remoteWorld(t, ai.Options{}, good)
	first := w.wait(w.run(`{"words": ["tea", "mate"]}`).ID)
	if first.Phase != runs.PhaseDone || first.TokensOut != 6 {
		t.Fatalf("first run %+v", first)
	}
	w.charged(10)

	quote, err := w.engine.QuoteAgain(w.a, first.ID)
	if err != nil || quote.UpperBound != 10 {
		t.Errorf("quote %+v, %v", quote, err)
	}
	again, err := w.engine.Again(w.a, first.ID)
	w.must(err)
	if run := w.wait(again.ID); run.Phase != runs.PhaseDone || run.CreditsCharged != 10 || m.Asked("tea") != 2 {
		t.Errorf("again: %+v, asked %d times", run, m.Asked("tea"))
	}
	for _, how := range []runs.Rerun{runs.Reuse, runs.Replay} {
		run := w.rerun(first.ID, how)
		if run.Phase != runs.PhaseDone || run.CreditsCharged != 0 || run.TokensOut != 0 || run.Rerun != how || run.OriginID == "" ||
			run.InputsHash != first.InputsHash || run.PromptVersion != first.PromptVersion || run.Model != "small" {
			t.Errorf("%s: %+v", how, run)
		}
	}
	if m.Asked("tea") != 2 || m.Asked("mate") != 2 {
		t.Errorf("the model was asked %d and %d times", m.Asked("tea"), m.Asked("mate"))
	}
	if got := strings.Join(w.saved(), " "); got != "TEA! MATE! TEA! MATE! TEA! MATE! TEA! MATE!" {
		t.Errorf("saved %s", got)
	}
	w.charged(20)
}

func TestReuseNeedsTheSameInputs(t *testing.T) {
	t.Parallel()
	w, m := remoteWorld(t, ai.Options{}, good)
	first := w.wait(w.run(`{"words": ["tea"]}`).ID)
	_, err := w.engine.SavePrompt(w.a, ai.PromptChange{Name: "shout", Text: `Louder. {{data "word" .Word}}`})
	w.must(err)
	run := w.rerun(first.ID, runs.Reuse)
	if run.Phase != runs.PhaseFailed || !strings.Contains(run.Message, "No earlier task was asked exactly this") {
		t.Errorf("reuse after the prompt has changed: %+v", run)
	}
	if run := w.rerun(first.ID, runs.Replay); run.Phase != runs.PhaseDone || run.PromptVersion != first.PromptVersion {
		t.Errorf("replay after the prompt has changed: %+v", run)
	}
	if _, err := w.engine.Retry(w.a, run.ID); err != nil {
		t.Error(err)
	}
	if run := w.wait(run.ID); run.Phase != runs.PhaseFailed || run.CreditsCharged != 0 || m.Asked("tea") != 1 {
		t.Errorf("a reuse that was tried again asks: %+v", run)
	}
	w.charged(5)
}

func TestReplayNeedsTheWholeRecord(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	first := w.wait(w.run(`{"words": ["tea", "mate"]}`).ID)
	outputs, err := w.engine.Outputs(w.a, first.ID)
	w.must(err)
	if len(outputs) != 2 || outputs[0].Label != "tea" || !strings.Contains(outputs[0].Text, `"TEA!"`) {
		t.Errorf("outputs %+v", outputs)
	}
	if run := w.rerun(first.ID, runs.Replay); run.Phase != runs.PhaseDone || run.CreditsCharged != 0 {
		t.Errorf("replay of the built-in engine: %+v", run)
	}
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error {
		_, err := tenancy.Run(tx, "DELETE FROM ai_outputs WHERE account_id = @account", nil)
		return err
	}))
	if run := w.rerun(first.ID, runs.Replay); run.Phase != runs.PhaseFailed || !strings.Contains(run.Message, `no answer for "tea"`) {
		t.Errorf("replay without a record: %+v", run)
	}
	w.charged(4)
}

func TestComposedAnswersAreReplayed(t *testing.T) {
	t.Parallel()
	w, m := remoteWorld(t, ai.Options{}, good)
	w.engine.Register(chant(0, false))
	first, err := w.engine.RunAITask(w.a, "chant", runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"Words":["tea","mate"]}`)})
	w.must(err)
	w.wait(first.ID)
	for _, how := range []runs.Rerun{runs.Reuse, runs.Replay} {
		if run := w.rerun(first.ID, how); run.Message != "TEA MATE" || m.Asked("tea") != 1 || run.OriginID != first.ID {
			t.Errorf("%s: %+v, asked %d times", how, run, m.Asked("tea"))
		}
	}
	w.charged(3)
}
