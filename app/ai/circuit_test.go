package ai_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/database"
	"igny8/app/runs"
	"igny8/app/tenancy"
)

// switched returns a script that fails with the status while one is set, and otherwise answers correctly.
func switched(status *atomic.Int64) aitest.Script {
	return func(c aitest.Call) aitest.Answer {
		if code := status.Load(); code != 0 {
			return aitest.Fails(int(code))
		}
		return good(c)
	}
}

// circuitWorld returns a world whose server fails. The first pause of the circuit lasts longer than any test.
func circuitWorld(t *testing.T, status int64) (*world, *aitest.Server, *atomic.Int64) {
	t.Helper()
	var failing atomic.Int64
	failing.Store(status)
	w, m := remoteWorld(t, ai.Options{Pause: time.Hour / 2}, switched(&failing), runs.Options{SweepEvery: 10 * time.Millisecond})
	return w, m, &failing
}

// waiting returns the run once it waits for its provider again.
func (w *world) waiting(id string) runs.Run {
	w.Helper()
	for range 2000 {
		run, err := w.engine.Get(w.a, id)
		w.must(err)
		if run.NotBefore != nil && run.NotBefore.After(time.Now()) || run.Ended() { // one whose time has come is not waiting
			return run
		}
		time.Sleep(5 * time.Millisecond)
	}
	w.Fatal("the run neither waits nor ends")
	return runs.Run{}
}

// later moves the pauses of all circuits, and the runs that wait for them, into the past.
func (w *world) later(age time.Duration) {
	w.Helper()
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error {
		values := map[string]any{"opened": database.Now().Add(-age), "until": database.Now().Add(-time.Second)}
		if _, err := tenancy.Run(tx, "UPDATE ai_circuits SET opened_at = @opened, open_until = @until WHERE account_id = @account AND opened_at IS NOT NULL", values); err != nil {
			return err
		}
		_, err := tenancy.Run(tx, "UPDATE runs SET not_before = @until WHERE account_id = @account AND not_before IS NOT NULL", values)
		return err
	}))
}

func (w *world) circuit() ai.Circuit {
	w.Helper()
	all, err := w.engine.Circuits(w.a)
	w.must(err)
	return all["openai"]
}

// break5 makes five runs fail, one after the other, and returns the fifth.
func (w *world) break5() runs.Run {
	w.Helper()
	var run runs.Run
	for i := range 5 {
		if c := w.circuit(); c.Open() || c.Failures != int64(i) {
			w.Fatalf("after %d failures: %+v", i, c)
		}
		run = w.waiting(w.run(`{"words": ["tea"]}`).ID)
	}
	if c := w.circuit(); !c.Open() || c.Failures != 5 {
		w.Fatalf("after five failures: %+v", c)
	}
	return run
}

func TestRunsWaitForServerThatDoesNotAnswer(t *testing.T) {
	t.Parallel()
	w, m, failing := circuitWorld(t, 500)
	fifth := w.break5()
	if fifth.Ended() || fifth.Phase != runs.PhaseInit || fifth.LeaseOwner != "" || fifth.Attempt != 0 || fifth.CreditsHeld() != 5 || !strings.Contains(fifth.Message, "The next try is at") {
		t.Errorf("the run that opened the circuit: %+v", fifth)
	}
	asked := m.Asked("tea")
	next, err := w.engine.RunAITask(w.a, "shout", runs.Request{SectorID: w.second, Payload: json.RawMessage(`{"words": ["mate"]}`)})
	w.must(err)
	if run := w.waiting(next.ID); run.Ended() || m.Asked("mate") != 0 || m.Asked("tea") != asked {
		t.Errorf("a run that begins then: %+v, asked %d times", run, m.Asked("mate"))
	}
	if all, err := w.engine.Circuits(w.b); err != nil || len(all) != 0 {
		t.Errorf("the other account's circuits: %v, %v", all, err)
	}

	w.later(time.Minute)
	before := w.circuit().OpenUntil
	for w.circuit().Trials == 0 {
		time.Sleep(5 * time.Millisecond)
	}
	c := w.circuit()
	if !c.Open() || !c.OpenUntil.After(before.Add(time.Hour-time.Minute)) || m.Asked("tea")+m.Asked("mate") != asked+4 {
		t.Errorf("after a trial that failed: %+v, asked %d and %d times, before %d", c, m.Asked("tea"), m.Asked("mate"), asked)
	}

	failing.Store(0)
	for _, id := range []string{fifth.ID, next.ID} {
		w.waiting(id)
	}
	w.later(time.Minute)
	for _, id := range []string{fifth.ID, next.ID} {
		if run := w.wait(id); run.Phase != runs.PhaseDone {
			t.Errorf("run after the server is back: %+v", run)
		}
	}
	if c := w.circuit(); c.Failures != 0 || c.Open() {
		t.Errorf("circuit %+v", c)
	}
	w.charged(10)
}

func TestRunsFailWhenWaitingDoesNotHelp(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		status int64
		age    time.Duration // of the open circuit
		want   string
	}{
		{"a key that is refused", 401, 0, "refuses our key"},
		{"a server that has been silent for long", 500, 3 * time.Hour, "does not answer properly. It has left 5 questions in a row unanswered"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w, m, _ := circuitWorld(t, c.status)
			w.break5()
			w.must(w.db.Tx(w.a, func(tx *gorm.DB) error {
				_, err := tenancy.Run(tx, "UPDATE ai_circuits SET opened_at = @then WHERE account_id = @account", map[string]any{"then": database.Now().Add(-c.age)})
				return err
			}))
			next, err := w.engine.RunAITask(w.a, "shout", runs.Request{SectorID: w.second, Payload: json.RawMessage(`{"words": ["mate"]}`)})
			w.must(err)
			if run := w.wait(next.ID); run.Phase != runs.PhaseFailed || !strings.Contains(run.Message, c.want) || !strings.Contains(run.Message, "not asked again before") || m.Asked("mate") != 0 {
				t.Errorf("run %+v, asked %d times", run, m.Asked("mate"))
			}
			if wallet, err := w.ledger.Wallet(w.a); err != nil || wallet.Balance != 100 {
				t.Errorf("charged: %+v, %v", wallet, err)
			}
		})
	}
}

// TestTryByAdminClosesTheCircuit has an admin find that the server works again before the pause is over.
func TestTryByAdminClosesTheCircuit(t *testing.T) {
	t.Parallel()
	failing := new(atomic.Int64)
	failing.Store(503)
	server := serve(t, func(c aitest.Call) aitest.Answer {
		if failing.Load() == 0 && c.Subject == "" {
			return aitest.Says(`{"answer": "yes"}`)
		}
		return switched(failing)(c)
	})
	var o ai.Options
	o.Pause = time.Hour / 2
	w := newWorld(t, o, own{private: true}, runs.Options{SweepEvery: 10 * time.Millisecond}).start()
	i, err := w.integrations.Add(w.a, ownServer(server.URL).Entered())
	w.must(err)
	for range 4 {
		w.wait(w.run(`{"words": ["tea"]}`).ID)
	}
	run := w.waiting(w.run(`{"words": ["tea"]}`).ID)
	circuits, err := w.engine.Circuits(w.a)
	if err != nil || !circuits[i.ID].Open() || run.NotBefore == nil {
		t.Fatalf("circuits %+v, %v; run %+v", circuits, err, run)
	}
	failing.Store(0)
	if tried, err := w.integrations.Try(w.a, i.ID); err != nil || !tried.TriedOK {
		t.Fatalf("tried %+v, %v", tried, err)
	}
	if ended := w.wait(run.ID); ended.Phase != runs.PhaseDone {
		t.Errorf("run %+v", ended)
	}
}

// TestOptionalModelIsNotWaitedFor runs a function that works without its model while the circuit is open.
func TestOptionalModelIsNotWaitedFor(t *testing.T) {
	t.Parallel()
	w, m, _ := circuitWorld(t, 500)
	w.engine.Register(helped(1))
	w.break5()
	queued, err := w.engine.RunAITask(w.a, "hum", runs.Request{SectorID: w.second})
	w.must(err)
	if run := w.wait(queued.ID); run.Phase != runs.PhaseDone || run.Message != "hm" || m.Asked("hum") != 0 {
		t.Errorf("run %+v, asked %d times", run, m.Asked("hum"))
	}
}

// TestHelpEndsWithAServerThatKeepsSilent runs a function that works without its model, and would ask ten questions.
func TestHelpEndsWithAServerThatKeepsSilent(t *testing.T) {
	t.Parallel()
	o := ai.Options{CallTimeout: 30 * time.Millisecond, HelpPatience: 50 * time.Millisecond}
	w, m := remoteWorld(t, o, aitest.Always(aitest.Silent()))
	w.engine.Register(helped(10))
	queued, err := w.engine.RunAITask(w.a, "hum", runs.Request{SectorID: w.sector})
	w.must(err)
	if run := w.wait(queued.ID); run.Phase != runs.PhaseDone || run.Message != "hm" || len(m.Calls()) > 2 {
		t.Errorf("run %+v, asked %d times", run, len(m.Calls()))
	}
	if c := w.circuit(); c.Open() {
		t.Errorf("circuit %+v", c)
	}
}

// helped returns a function that computes its answer itself when its model does not answer any of its questions.
func helped(questions int) ai.Definition {
	return ai.Define(ai.Function[any, whisper, loud]{
		Name: "hum", Title: "Hum", Per: "tune", Help: true,
		Steps: []ai.Step{{Name: "word", Prompt: `Hum. {{data "word" .}}`, Schema: json.RawMessage(`{"type":"object","properties":{"loud":{"type":"string"}}}`)}},
		Units: func(context.Context, runs.Input[any]) (int64, error) { return 1, nil },
		Prepare: func(context.Context, runs.Input[any]) ([]ai.Item[whisper], error) {
			return []ai.Item[whisper]{{Key: "1", In: whisper{"hum"}}}, nil
		},
		Compose: func(ctx context.Context, in whisper, m *ai.Model, _ runs.Progress) (loud, error) {
			for n := range questions {
				out, err := ai.Ask[loud](ctx, m, ai.Question{Step: "word", Key: fmt.Sprint(n), Label: "hum", In: in.Word}, nil)
				if !ai.Unanswered(err) {
					return out, err
				}
			}
			return loud{"hm"}, nil
		},
		Save: func(_ context.Context, _ *gorm.DB, _ runs.Run, r []ai.Result[whisper, loud]) (runs.Saved, error) {
			return runs.Saved{Units: 1, Summary: r[0].Out.Loud}, nil
		},
	})
}
