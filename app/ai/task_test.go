package ai_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/runs"
	"igny8/app/tenancy"
)

func TestRefusals(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	limit := int64(3)
	editor := accounts.WithMember(t.Context(), accounts.Member{
		AccountID: tenancy.Account(w.a), UserID: "ed", Role: accounts.Editor, Access: []accounts.Access{{SiteID: w.site, MonthlyCredits: &limit}},
	})
	outsider := accounts.WithMember(t.Context(), accounts.Member{AccountID: tenancy.Account(w.a), UserID: "eve", Role: accounts.Editor})
	many := `{"words": ["tea"` + strings.Repeat(`, "tea"`, 50) + `]}`
	cases := []struct {
		name     string
		ctx      context.Context
		function string
		sector   string
		payload  string
		want     fault.Kind
	}{
		{"no such function", w.a, "whistle", w.sector, `{}`, fault.Invalid},
		{"no sector", w.a, "shout", "", `{}`, fault.Invalid},
		{"no such sector", w.a, "shout", database.NewID(), `{}`, fault.NotFound},
		{"another account's sector, whatever the payload", w.b, "shout", w.sector, `[`, fault.NotFound},
		{"a site without access", outsider, "shout", w.sector, `{"words": ["tea"]}`, fault.NotFound},
		{"a payload that is a list", w.a, "shout", w.sector, `["tea"]`, fault.Invalid},
		{"a payload with a NUL", w.a, "shout", w.sector, `{"words": ["te\u0000a"]}`, fault.Invalid},
		{"two payloads", w.a, "shout", w.sector, `{"words": ["tea"]} {}`, fault.Invalid},
		{"a payload that the function refuses", w.a, "shout", w.sector, ``, fault.Invalid},
		{"more than the wallet has", w.a, "shout", w.sector, many, fault.NoCredits},
		{"more than the person's monthly limit", editor, "shout", w.sector, `{"words": ["tea", "mate"]}`, fault.NoCredits},
	}
	for _, c := range cases {
		_, err := w.engine.RunAITask(c.ctx, c.function, runs.Request{SectorID: c.sector, Payload: json.RawMessage(c.payload)})
		if err == nil || fault.KindOf(err) != c.want {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
	page, err := w.engine.List(w.a, runs.Filter{})
	w.must(err)
	if len(page.Items) != 0 {
		t.Errorf("refused runs were kept: %+v", page.Items)
	}
	w.charged(0)
	quote, err := w.engine.Quote(w.a, "shout", runs.Request{SectorID: w.sector, Payload: json.RawMessage(many)})
	if err != nil || quote.Credits != 102 || quote.UpperBound != 102 {
		t.Errorf("quote %+v, %v", quote, err)
	}
}

func TestRunsOfOneSectorFollowEachOther(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, runs.Options{SweepEvery: time.Hour}) // the end of a run must start the next
	var mu sync.Mutex
	running := 0
	w.shout.at("AI_CALL", func(context.Context, string) error {
		mu.Lock()
		running++
		if running > 1 {
			t.Error("two runs of one sector at the same time")
		}
		mu.Unlock()
		time.Sleep(5 * time.Millisecond)
		mu.Lock()
		running--
		mu.Unlock()
		return nil
	})
	var all []runs.Run
	for _, word := range []string{"a", "b", "c", "d", "e"} {
		all = append(all, w.run(`{"words": ["`+word+`"]}`))
	}
	if active, ok, err := w.engine.Active(w.a, w.sector, "shout"); err != nil || !ok || active.ID != all[0].ID {
		t.Errorf("active run %v %v %v", active.ID, ok, err)
	}
	w.start()
	for _, run := range all {
		if ended := w.wait(run.ID); ended.Phase != runs.PhaseDone {
			t.Errorf("run %+v", ended)
		}
	}
	if got := strings.Join(w.saved(), ""); got != "A!B!C!D!E!" {
		t.Errorf("saved in the order %s", got)
	}
	if _, ok, err := w.engine.Active(w.a, w.sector, "shout"); err != nil || ok {
		t.Errorf("active run after all: %v %v", ok, err)
	}
	w.charged(10)
}

func TestOtherSectorsDoNotWait(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	blocked, release := make(chan struct{}), make(chan struct{})
	w.shout.at("AI_CALL", func(_ context.Context, word string) error {
		if word == "slow" {
			close(blocked)
			<-release
		}
		return nil
	})
	slow := w.run(`{"words": ["slow"]}`)
	<-blocked
	quick, err := w.engine.RunAITask(w.a, "shout", runs.Request{SectorID: w.second, Payload: json.RawMessage(`{"words": ["quick"]}`)})
	w.must(err)
	if run := w.wait(quick.ID); run.Phase != runs.PhaseDone {
		t.Errorf("run of another sector %+v", run)
	}
	close(release)
	w.wait(slow.ID)
}

func TestCancel(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, runs.Options{Heartbeat: 10 * time.Millisecond}).start()
	working, stopped := make(chan struct{}), make(chan error, 1)
	w.shout.at("AI_CALL", func(ctx context.Context, word string) error {
		if word != "slow" {
			return nil
		}
		close(working)
		<-ctx.Done()
		stopped <- context.Cause(ctx)
		return ctx.Err()
	})
	running, queued, next := w.run(`{"words": ["slow"]}`), w.run(`{"words": ["never"]}`), w.run(`{"words": ["next"]}`)
	<-working
	if _, err := w.engine.Cancel(w.b, running.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("another account cancels: %v", err)
	}
	for range 2 {
		for _, id := range []string{queued.ID, running.ID} {
			run, err := w.engine.Cancel(w.a, id)
			if err != nil || run.Phase != runs.PhaseCancelled || run.CreditsHeld() != 0 {
				t.Errorf("cancel: %+v, %v", run, err)
			}
		}
	}
	if err := <-stopped; err == nil {
		t.Error("the worker went on")
	}
	w.wait(next.ID)
	if _, err := w.engine.Cancel(w.a, next.ID); fault.KindOf(err) != fault.Conflict {
		t.Errorf("cancel of what is done: %v", err)
	}
	if got := strings.Join(w.saved(), ""); got != "NEXT!" {
		t.Errorf("saved %s", got)
	}
	w.charged(2)
}

func TestRunsHaveADeadline(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, runs.Options{Timeout: 20 * time.Millisecond}).start()
	w.shout.at("AI_CALL", func(ctx context.Context, _ string) error {
		<-ctx.Done()
		return ctx.Err()
	})
	if run := w.wait(w.run(`{"words": ["tea"]}`).ID); run.Phase != runs.PhaseFailed || !strings.Contains(run.Message, "took longer than") {
		t.Errorf("run %+v", run)
	}
	w.charged(0)
}

func TestFailureAndRetry(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	cases := []struct {
		phase string
		err   error
		want  string
	}{
		{"PREP", fault.New(fault.Conflict, "The kettle is empty."), "The kettle is empty."},
		{"AI_CALL", errors.New("secret detail"), "Something went wrong on our side. Nothing was changed; please try again."},
		{"PARSE", fault.New(fault.Invalid, "No tea in it."), "No tea in it. Nothing was saved and nothing was charged."},
		{"SAVE", errors.New("deadlock"), "Something went wrong on our side. Nothing was changed; please try again."},
		{"SAVE", nil, "Something went wrong on our side. Nothing was changed; please try again."}, // a panic
	}
	for i, c := range cases {
		w.shout.at(c.phase, func(context.Context, string) error {
			if c.err == nil {
				panic("at the disco")
			}
			return c.err
		})
		queued := w.run(`{"words": ["tea"]}`)
		run := w.wait(queued.ID)
		if run.Phase != runs.PhaseFailed || run.Message != c.want || run.CreditsCharged != 0 || len(w.saved()) != i {
			t.Errorf("%s: run %+v, saved %v", c.phase, run, w.saved())
		}
		w.charged(int64(2 * i))
		if _, err := w.engine.Retry(w.b, run.ID); fault.KindOf(err) != fault.NotFound {
			t.Errorf("another account retries: %v", err)
		}
		w.shout.at(c.phase, nil)
		for range 2 { // a double click
			if _, err := w.engine.Retry(w.a, run.ID); err != nil && fault.KindOf(err) != fault.Conflict {
				t.Errorf("retry: %v", err)
			}
		}
		if run := w.wait(queued.ID); run.Phase != runs.PhaseDone || run.CreditsCharged != 2 || run.Attempt != 1 {
			t.Errorf("%s: retried run %+v", c.phase, run)
		}
		if _, err := w.engine.Retry(w.a, run.ID); fault.KindOf(err) != fault.Conflict {
			t.Errorf("retry of what is done: %v", err)
		}
	}
	w.charged(int64(2 * len(cases)))
}

func TestSaveIsRetried(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	w.shout.at("SAVE", func(context.Context, string) error {
		if w.shout.count("SAVE") == 1 {
			return errors.New("connection reset")
		}
		return nil
	})
	if run := w.wait(w.run(`{"words": ["tea"]}`).ID); run.Phase != runs.PhaseDone || len(w.saved()) != 1 {
		t.Errorf("run %+v, saved %v", run, w.saved())
	}
	w.charged(2)
}

func TestProgressNeverDecreases(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, runs.Options{Unseen: time.Nanosecond}).start()
	var id string
	var mu sync.Mutex
	last, phases := int64(0), []string{}
	for _, phase := range []string{"PREP", "AI_CALL", "PARSE"} {
		w.shout.at(phase, func(context.Context, string) error {
			mu.Lock()
			defer mu.Unlock()
			run, err := w.engine.Get(w.a, id)
			if err != nil || string(run.Phase) != phase || run.Percent < last || run.Percent >= 100 || run.Message == "" || !run.Running() {
				t.Errorf("at %s after %d%%: %+v, %v", phase, last, run, err)
			}
			last, phases = run.Percent, append(phases, phase)
			return nil
		})
	}
	mu.Lock()
	id = w.run(`{"words": ["a", "b"]}`).ID
	mu.Unlock()
	w.wait(id)
	if got := strings.Join(phases, " "); got != "PREP AI_CALL AI_CALL PARSE PARSE" {
		t.Errorf("phases %s", got)
	}
}

func TestRunIsHiddenFromOtherAccount(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	run := w.run(`{"words": ["tea"]}`)
	if _, err := w.engine.Get(w.b, run.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("get: %v", err)
	}
	page, err := w.engine.List(w.b, runs.Filter{SectorID: w.sector})
	if err != nil || len(page.Items) != 0 {
		t.Errorf("list: %v %v", page, err)
	}
	if _, ok, err := w.engine.Active(w.b, w.sector, "shout"); err != nil || ok {
		t.Errorf("active: %v %v", ok, err)
	}
	page, err = w.engine.List(w.a, runs.Filter{SectorID: w.sector, Waiting: true})
	if err != nil || len(page.Items) != 1 || page.Items[0].Sector() != w.sector || page.Items[0].CreditsHeld() != 2 {
		t.Errorf("own list: %+v %v", page, err)
	}
}

func TestConcurrentStartsRespectBalance(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	var group sync.WaitGroup
	var mu sync.Mutex
	var all []runs.Run
	for i := range 60 { // 2 credits each, of 100
		group.Go(func() {
			place := []string{w.sector, w.second}[i%2]
			run, err := w.engine.RunAITask(w.a, "shout", runs.Request{SectorID: place, Payload: json.RawMessage(`{"words": ["tea"]}`)})
			if err != nil {
				if fault.KindOf(err) != fault.NoCredits {
					t.Error(err)
				}
				return
			}
			mu.Lock()
			all = append(all, run)
			mu.Unlock()
		})
	}
	group.Wait()
	for _, run := range all {
		w.wait(run.ID)
	}
	if len(all) != 50 || len(w.saved()) != 50 {
		t.Errorf("%d runs, %d saved; want 50", len(all), len(w.saved()))
	}
	w.charged(100)
}

func TestDeletedSiteReleasesItsHolds(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	w.run(`{"words": ["tea"]}`)
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error { return tx.Delete(&site{}, "id = ?", w.site).Error }))
	w.must(w.engine.Sweep(t.Context()))
	if wallet, err := w.ledger.Wallet(w.a); err != nil || wallet.Held != 2 {
		t.Errorf("a young hold was released: %+v %v", wallet, err)
	}
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error {
		_, err := tenancy.Run(tx, "UPDATE credit_holds SET created_at = @then WHERE account_id = @account", map[string]any{"then": database.Now().Add(-time.Hour)})
		return err
	}))
	w.must(w.engine.Sweep(t.Context()))
	w.charged(0)
}
