package ai_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/fault"
	"igny8/app/runs"
)

type countTo struct {
	To int `json:"to"`
}

// counting is a kind of work without a model: it counts, and saves what it has counted to as the name of a sector.
func counting(hold <-chan struct{}) runs.Definition {
	return runs.Define(runs.Kind[countTo, int]{
		Name: "count", Title: "Count", PerSite: true,
		Check: func(_ context.Context, in runs.Input[countTo]) error {
			if in.Payload.To == 0 {
				return fault.Fields{{Name: "payload", Message: "Say how far to count."}}.Err()
			}
			return nil
		},
		Work: func(ctx context.Context, _ runs.Run, p countTo, progress runs.Progress) (int, error) {
			progress(0.5, "Counting.")
			select {
			case <-hold:
			case <-ctx.Done():
			}
			return p.To, ctx.Err()
		},
		Save: func(_ context.Context, tx *gorm.DB, run runs.Run, n int) error {
			return tx.Model(&sector{}).Where("site_id = ?", run.SiteID).Update("name", strings.Repeat("1", n)).Error
		},
		Summary: func(n int) string { return "Counted." },
	})
}

func TestKindWithoutModelRunsToItsEnd(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	hold := make(chan struct{})
	w.engine.Engine.Register(counting(hold))
	w.start()
	refused := []struct {
		name, payload string
		site          string
		want          fault.Kind
	}{
		{"an unknown field", `{"too": 3}`, w.site, fault.Invalid},
		{"another type", `{"to": "three"}`, w.site, fault.Invalid},
		{"what Check refuses", `{}`, w.site, fault.Invalid},
		{"no site", `{"to": 3}`, "", fault.Invalid},
	}
	for _, c := range refused {
		_, err := w.engine.Start(w.a, "count", runs.Request{SiteID: c.site, Payload: json.RawMessage(c.payload)})
		if err == nil || fault.KindOf(err) != c.want {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
	ask := runs.Request{SiteID: w.site, Payload: json.RawMessage(`{"to": 3}`)}
	if _, err := w.engine.Start(w.b, "count", ask); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the other account: %v", err)
	}
	cancelled, err := w.engine.Start(w.a, "count", ask)
	w.must(err)
	if _, err = w.engine.Cancel(w.a, cancelled.ID); err != nil {
		t.Fatal(err)
	}
	again, err := w.engine.Retry(w.a, cancelled.ID)
	w.must(err)
	close(hold)
	run := w.wait(again.ID)
	if run.Phase != runs.PhaseDone || run.Percent != 100 || run.Message != "Counted." || run.CreditsCharged != 0 {
		t.Errorf("run %+v", run)
	}
	var name string
	w.must(w.db.Read(w.a).Model(&sector{}).Where("id = ?", w.sector).Pluck("name", &name).Error)
	if name != "111" {
		t.Errorf("saved %q", name)
	}
	if _, err := w.engine.Reprise(w.a, run.ID, runs.Replay); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a record of answers: %v", err)
	}
	if _, err := w.engine.RunAITask(w.a, "count", ask); fault.KindOf(err) != fault.Invalid {
		t.Errorf("asked as a function: %v", err)
	}
	w.charged(0)
}
