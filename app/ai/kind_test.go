package ai_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/fault"
	"igny8/app/runs"
)

type countTo struct {
	To int `json:"to"`
}

// counting returns a kind of run without a model. It counts, and saves the result as the name of a sector.
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
	if _, err := w.engine.Rerun(w.a, run.ID, runs.Replay); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a record of answers: %v", err)
	}
	if _, err := w.engine.RunAITask(w.a, "count", ask); fault.KindOf(err) != fault.Invalid {
		t.Errorf("asked as a function: %v", err)
	}
	w.charged(0)
}

// about returns a kind whose runs have words as their subject.
func about() runs.Definition {
	return runs.Define(runs.Kind[shouted, int]{
		Name: "read", Title: "Read aloud", PerSite: true, Subjects: func(r runs.Input[shouted]) []string { return r.Payload.Words },
		Work: func(_ context.Context, _ runs.Run, p shouted, _ runs.Progress) (int, error) {
			if slices.Contains(p.Words, "hum") {
				return 0, fault.New(fault.Unavailable, "It hums.")
			}
			return len(p.Words), nil
		},
	})
}

// TestSubjectHasOneActiveRun has eight requests for one subject start at once, with other words and in another order. After a run ends in
// any way, the next can begin.
func TestSubjectHasOneActiveRun(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, runs.Options{SweepEvery: 20 * time.Millisecond})
	w.engine.Engine.Register(about())
	ask := func(ctx context.Context, words ...string) (runs.Run, error) {
		payload, err := json.Marshal(shouted{words})
		w.must(err)
		return w.engine.Start(ctx, "read", runs.Request{SiteID: w.site, Payload: payload})
	}
	var mu sync.Mutex
	var first []runs.Run
	refused := map[string]int{}
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			run, err := ask(w.a, [][]string{{"tea", "mate"}, {"mate", "tea"}}[i%2]...)
			mu.Lock()
			defer mu.Unlock()
			u := (*runs.Underway)(nil)
			switch {
			case err == nil:
				first = append(first, run)
			case fault.KindOf(err) == fault.Conflict && errors.As(err, &u):
				refused[u.Run.ID]++
			default:
				t.Errorf("refused with %v", err)
			}
		})
	}
	all.Wait()
	if len(first) != 1 || refused[first[0].ID] != 7 {
		t.Fatalf("%d runs were started; refused were %v", len(first), refused)
	}
	if _, err := ask(w.a, "oolong", "mate"); fault.KindOf(err) != fault.Conflict || !strings.Contains(fault.Sentence(err), "1 of these is on the way already") {
		t.Errorf("one of two: %v", err)
	}
	if run, ok, err := w.engine.About(w.a, "read", "oolong", "tea"); err != nil || !ok || run.ID != first[0].ID {
		t.Errorf("about tea: %+v, %v, %v", run, ok, err)
	}
	if _, ok, err := w.engine.About(w.a, "shout", "tea"); err != nil || ok {
		t.Errorf("another kind: %v, %v", ok, err)
	}
	if run, err := runs.Joined(ask(w.a, "tea")); err != nil || run.ID != first[0].ID {
		t.Errorf("joined %+v, %v", run, err)
	}
	_, err := w.engine.Cancel(w.a, first[0].ID)
	w.must(err)
	again, err := ask(w.a, "tea", "hum")
	w.must(err)
	if _, err := w.engine.Retry(w.a, first[0].ID); fault.KindOf(err) != fault.Conflict {
		t.Errorf("tried again beside another: %v", err)
	}
	w.start()
	if run := w.wait(again.ID); run.Phase != runs.PhaseFailed {
		t.Errorf("run %+v", run)
	}
	_, err = w.engine.Retry(w.a, first[0].ID)
	w.must(err)
	if run := w.wait(first[0].ID); run.Phase != runs.PhaseDone {
		t.Errorf("run %+v", run)
	}
	if _, ok, err := w.engine.About(w.a, "read", "tea", "mate", "hum"); err != nil || ok {
		t.Errorf("after all: %v, %v", ok, err)
	}
	if _, ok, err := w.engine.About(w.b, "read", "tea"); err != nil || ok {
		t.Errorf("the other account: %v, %v", ok, err)
	}
}
