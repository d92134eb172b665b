package ai_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/runs"
)

// dying returns the options of a process that dies: its leases expire and are not renewed.
func dying() runs.Options {
	return runs.Options{Lease: 150 * time.Millisecond, Heartbeat: time.Hour, SweepEvery: time.Hour}
}

// heir starts a second process on the same database. It does not share the queue of the first one.
func (w *world) heir() *ai.Engine {
	w.Helper()
	queue, engine := w.process(ai.Options{}, runs.Options{SweepEvery: 20 * time.Millisecond})
	w.must(queue.Start())
	return engine
}

// TestWorkerDiesInEveryPhase stops a worker in each phase until another worker has taken over its run and ended it. Then the first worker
// continues: nothing that it does may count.
func TestWorkerDiesInEveryPhase(t *testing.T) {
	t.Parallel()
	for _, phase := range []string{"PREP", "AI_CALL", "PARSE"} {
		t.Run(phase, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, ai.Options{}, dying()).start()
			silent, wake := make(chan struct{}), make(chan struct{})
			w.shout.at(phase, func(context.Context, string) error {
				if w.shout.count(phase) == 1 {
					close(silent)
					<-wake
				}
				return nil
			})
			queued := w.run(`{"words": ["tea"]}`)
			<-silent
			w.heir()
			run := w.wait(queued.ID)
			if run.Phase != runs.PhaseDone || run.Attempt < 2 {
				t.Errorf("run %+v", run)
			}
			close(wake)
			w.must(w.queue.Shutdown(t.Context())) // waits until the first worker has ended
			if saved := w.saved(); len(saved) != 1 {
				t.Errorf("saved %v", saved)
			}
			w.charged(2)
		})
	}
}

// TestWorkerIsSlowInSave has the lease expire in the middle of the transaction that saves. The row is locked, so no other worker can save
// at the same time, whether the transaction commits or not.
func TestWorkerIsSlowInSave(t *testing.T) {
	t.Parallel()
	for _, lost := range []error{nil, errors.New("connection lost")} {
		t.Run("lost "+map[bool]string{true: "no", false: "yes"}[lost == nil], func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, ai.Options{}, dying()).start()
			saving := make(chan struct{})
			w.shout.at("SAVE", func(context.Context, string) error {
				if w.shout.count("SAVE") > 1 {
					return nil
				}
				close(saving)
				time.Sleep(400 * time.Millisecond)
				return lost
			})
			queued := w.run(`{"words": ["tea"]}`)
			<-saving
			w.heir()
			if run := w.wait(queued.ID); run.Phase != runs.PhaseDone {
				t.Errorf("run %+v", run)
			}
			time.Sleep(250 * time.Millisecond) // so that the first worker tries again before a stop prevents it
			w.must(w.queue.Shutdown(t.Context()))
			tries := map[bool]int{true: 1, false: 2}[lost == nil]
			if saved := w.saved(); len(saved) != 1 || w.shout.count("SAVE") != tries {
				t.Errorf("saved %v in %d transactions, want %d", saved, w.shout.count("SAVE"), tries)
			}
			w.charged(2)
		})
	}
}

func TestLostQueueLosesNoRun(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}) // never started: its Redis is lost with it
	first, second := w.run(`{"words": ["tea"]}`), w.run(`{"words": ["mate"]}`)
	w.heir()
	for _, id := range []string{first.ID, second.ID} {
		if run := w.wait(id); run.Phase != runs.PhaseDone || run.Attempt != 1 {
			t.Errorf("run %+v", run)
		}
	}
	w.charged(4)
}

func TestStopReturnsRunToQueue(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	working := make(chan struct{})
	w.shout.at("AI_CALL", func(ctx context.Context, _ string) error {
		if w.shout.count("AI_CALL") > 1 {
			return nil
		}
		close(working)
		<-ctx.Done()
		return ctx.Err()
	})
	queued := w.run(`{"words": ["tea"]}`)
	<-working
	w.must(w.queue.Shutdown(t.Context()))
	run, err := w.engine.Get(w.a, queued.ID)
	if err != nil || run.Ended() || run.LeaseOwner != "" || run.Attempt != 0 {
		t.Errorf("after the stop: %+v, %v", run, err)
	}
	w.heir()
	if run := w.wait(queued.ID); run.Phase != runs.PhaseDone || run.Attempt != 1 {
		t.Errorf("run %+v", run)
	}
	w.charged(2)
}

func TestRunFailsAfterFiveAttempts(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	queued := w.run(`{"words": ["tea"]}`)
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error {
		return tx.Model(&runs.Run{}).Where("id = ?", queued.ID).Updates(map[string]any{
			"attempt": 5, "phase": runs.PhaseCall, "lease_owner": "dead", "lease_until": database.Now().Add(-time.Second),
		}).Error
	}))
	w.heir()
	run := w.wait(queued.ID)
	if run.Phase != runs.PhaseFailed || !strings.Contains(run.Message, "interrupted 5 times") {
		t.Errorf("run %+v", run)
	}
	w.charged(0)
	if _, err := w.engine.Retry(w.a, queued.ID); err != nil {
		t.Error(err)
	}
}
