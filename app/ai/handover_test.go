package ai_test

import (
	"context"
	"crypto/rand"
	"os"
	"testing"
	"time"

	"igny8/app/ai"
	"igny8/app/runs"
)

// TestStoppedWorkerHandsItsRunOver stops a worker inside a run. Nobody sweeps, so another worker gets the run only from the first.
func TestStoppedWorkerHandsItsRunOver(t *testing.T) {
	t.Parallel()
	if os.Getenv("TEST_REDIS_URL") == "" {
		t.Skip("two processes share a queue only on TEST_REDIS_URL")
	}
	queue, work := sharing("test-"+rand.Text()), runs.Options{SweepEvery: time.Hour}
	w := newWorld(t, ai.Options{}, queue, work).start()
	inside := make(chan struct{})
	w.shout.at("AI_CALL", func(ctx context.Context, _ string) error {
		if w.shout.count("AI_CALL") > 1 {
			return nil
		}
		close(inside)
		<-ctx.Done()
		return ctx.Err()
	})
	queued := w.run(`{"words": ["tea"]}`)
	<-inside
	other, _ := w.process(ai.Options{}, queue, work)
	w.must(other.Start())
	w.must(w.queue.Shutdown(t.Context()))
	if run := w.wait(queued.ID); run.Phase != runs.PhaseDone || run.Attempt != 1 {
		t.Errorf("run %+v", run)
	}
	w.charged(2)
}
