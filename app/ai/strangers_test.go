package ai_test

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/ai/provider"
	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/outbound"
	"igny8/app/runs"
	"igny8/app/tenancy"
)

// trickle answers with signs of life only.
func trickle(aitest.Call) aitest.Answer { return aitest.Trickles("", 5*time.Second, nil, nil) }

// stranger creates an account with its own AI server and this many sectors on a site.
func (w *world) stranger(address string, sectors int) (context.Context, []sector) {
	w.Helper()
	id, place := database.NewID(), database.NewID()
	w.must(w.db.Tx(w.Context(), func(tx *gorm.DB) error { return tx.Create(&account{ID: id, Name: id}).Error }))
	ctx := tenancy.With(w.Context(), tenancy.Scope{Account: id, User: database.NewID()})
	all := make([]sector, sectors)
	for i := range all {
		all[i] = sector{ID: database.NewID(), SiteID: place, Name: fmt.Sprint(i), NameKey: fmt.Sprint(i)}
	}
	w.must(w.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := w.ledger.GrantSignup(ctx, tx); err != nil {
			return err
		}
		if err := tx.Create(&site{ID: place, Name: "Slow", Type: "blog"}).Error; err != nil {
			return err
		}
		return tx.Create(all).Error
	}))
	_, err := w.integrations.Add(ctx, ownServer(address).Entered())
	w.must(err)
	return ctx, all
}

// eventually waits until the condition holds.
func (w *world) eventually(what string, holds func() bool) {
	w.Helper()
	for deadline := time.Now().Add(time.Minute); !holds(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			w.Fatalf("waited in vain for %s", what)
		}
	}
}

// TestSlowServersDelayNoOtherAccount has a thousand calls hang at servers of other accounts. A built-in run and a run on the
// installation's model still finish. A cancelled run frees a slot for the next run of its account, and a stop returns all runs to the
// queue.
func TestSlowServersDelayNoOtherAccount(t *testing.T) {
	t.Parallel()
	const accounts, runsEach, callsEach = 63, 4, 4
	slow := serve(t, trickle)
	quick := serve(t, good)
	var o ai.Options
	o.Provider = connect(true)(ownServer(quick.URL))
	w := newWorld(t, o, own{private: true})
	w.engine.Register(ai.Define(w.shout.builtIn()))
	w.start()
	before := memory()
	var last context.Context
	var waiting []runs.Run
	for range accounts {
		ctx, sectors := w.stranger(slow.URL, runsEach+1)
		last, waiting = ctx, nil
		_, err := w.ledger.Grant(ctx, billing.Grant{Amount: 1000, Note: "for the crowd"})
		w.must(err)
		for _, s := range sectors {
			words := json.RawMessage(`{"words": ["a", "b", "c", "d", "e", "f"]}`)
			run, err := w.engine.RunAITask(ctx, "shout", runs.Request{SectorID: s.ID, Payload: words})
			w.must(err)
			waiting = append(waiting, run)
		}
	}
	calls := accounts * runsEach * callsEach
	w.eventually("a thousand calls that hang", func() bool { return slow.Open() == calls })
	t.Logf("%d calls hang, which takes %d MB", calls, (memory()-before)>>20)

	queued, err := w.engine.RunAITask(w.a, "shout_built_in", runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"words": ["tea"]}`)})
	w.must(err)
	local := w.wait(queued.ID)
	if local.Phase != runs.PhaseDone || local.StartedAt.Sub(local.CreatedAt) > 5*time.Second {
		t.Errorf("the built-in run beside them: %+v", local)
	}
	t.Logf("the built-in run began after %s", local.StartedAt.Sub(local.CreatedAt))
	if run := w.wait(w.run(`{"words": ["tea"]}`).ID); run.Phase != runs.PhaseDone || run.Provider != "openai" {
		t.Errorf("the run of the installation's model beside them: %+v", run)
	}
	if slow.Open() != calls {
		t.Errorf("%d calls hang, want %d: none gave way, and no account has more than its share", slow.Open(), calls)
	}

	var beyond, within []string
	for _, run := range waiting {
		run, err := w.engine.Get(last, run.ID)
		w.must(err)
		if run.Phase == runs.PhaseInit {
			beyond = append(beyond, run.ID)
		} else {
			within = append(within, run.ID)
		}
	}
	if len(beyond) != 1 || len(within) != runsEach {
		t.Fatalf("%d runs of an account are at work and %d wait, want %d and 1", len(within), len(beyond), runsEach)
	}
	if _, err := w.engine.Get(w.a, beyond[0]); fault.KindOf(err) != fault.NotFound {
		t.Errorf("another account sees the run: %v", err)
	}
	_, err = w.engine.Cancel(last, within[0])
	w.must(err)
	w.eventually("the next run in its place", func() bool {
		run, err := w.engine.Get(last, beyond[0])
		return err == nil && run.Phase == runs.PhaseCall
	})
	w.must(w.queue.Shutdown(w.Context()))
	left, err := w.engine.List(last, runs.Filter{Waiting: true})
	w.must(err)
	for _, run := range left.Items {
		if run.LeaseOwner != "" || run.Attempt != 0 {
			t.Errorf("the stop did not give the run back: %+v", run)
		}
	}
	if len(left.Items) != runsEach {
		t.Errorf("%d runs of the account are left, want %d", len(left.Items), runsEach)
	}
}

func memory() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse + m.StackInuse
}

// TestOwnSlowServerDelaysNoBuiltInRun has the calls of an account hang at its own server. Runs of that account that need no server still
// finish.
func TestOwnSlowServerDelaysNoBuiltInRun(t *testing.T) {
	t.Parallel()
	slow := serve(t, trickle)
	w := newWorld(t, ai.Options{}, own{private: true}, runs.Options{PerAccount: 2})
	w.engine.Register(ai.Define(w.shout.builtIn()))
	w.start()
	ctx, sectors := w.stranger(slow.URL, 3)
	for _, s := range sectors {
		_, err := w.engine.RunAITask(ctx, "shout", runs.Request{SectorID: s.ID, Payload: json.RawMessage(`{"words": ["tea"]}`)})
		w.must(err)
	}
	w.eventually("two calls that hang", func() bool { return slow.Open() == 2 })
	run, err := w.engine.RunAITask(ctx, "shout_built_in", runs.Request{SectorID: sectors[0].ID, Payload: json.RawMessage(`{"words": ["tea"]}`)})
	w.must(err)
	if run := w.ended(ctx, run.ID); run.Phase != runs.PhaseDone {
		t.Errorf("run %+v", run)
	}
	if slow.Open() != 2 {
		t.Errorf("%d calls hang, want the 2 of the account's share", slow.Open())
	}
}

// silent is a provider whose server sends nothing.
type silent struct{ provider.Provider }

func (silent) Complete(context.Context, provider.Completion) (provider.Answer, error) {
	silence := &outbound.Silence{For: provider.Patience.FirstByte}
	return provider.Answer{}, &provider.Failure{Reason: provider.Silent, Told: silence.Error(), Err: silence}
}

func TestSilenceOfServerIsReported(t *testing.T) {
	t.Parallel()
	var o ai.Options
	reach := connect(true)
	o.Provider = silent{reach(ownServer("http://127.0.0.1:1/v1"))}
	w := newWorld(t, o, own{private: true, connect: func(c ai.Connection) provider.Provider { return silent{reach(c)} }}).start()
	ctx, sectors := w.stranger("http://llm.example:8080/v1", 1)
	theirs, err := w.engine.RunAITask(ctx, "shout", runs.Request{SectorID: sectors[0].ID, Payload: json.RawMessage(`{"words": ["tea"]}`)})
	w.must(err)
	for name, ended := range map[string]runs.Run{
		"llm.example:8080": w.ended(ctx, theirs.ID),
		"it":               w.wait(w.run(`{"words": ["tea"]}`).ID),
	} {
		want := "did not answer in time: " + name + " sent nothing for 60 seconds. Nothing was saved and nothing was charged."
		if ended.Phase != runs.PhaseFailed || !strings.Contains(ended.Message, want) {
			t.Errorf("run %s %q, want %q", ended.Phase, ended.Message, want)
		}
	}
	w.charged(0)
}

// ended waits for the end of the run in the account of ctx and returns it.
func (w *world) ended(ctx context.Context, id string) runs.Run {
	w.Helper()
	limited, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	run, err := w.engine.Wait(limited, id)
	if err != nil {
		w.Fatalf("run did not end: %v (%+v)", err, run)
	}
	return run
}

// builtIn returns the function without a remote model.
func (s *shout) builtIn() ai.Function[shouted, whisper, loud] {
	f := s.function()
	f.Name, f.LocalOnly, f.Schema, f.Prompt = "shout_built_in", true, nil, ""
	return f
}
