package ai_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/runs"
)

// orders returns a request for each word.
func (w *world) orders(words ...string) []runs.Request {
	requests := make([]runs.Request, len(words))
	for i, word := range words {
		requests[i] = runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"words": ["` + word + `"]}`)}
	}
	return requests
}

func (w *world) batch(braked bool, words ...string) runs.Batch {
	w.Helper()
	b, err := w.engine.StartBatch(w.a, runs.BatchRequest{Function: "shout", Requests: w.orders(words...), Braked: braked})
	w.must(err)
	return b
}

func (w *world) tally(id string) runs.Tally {
	w.Helper()
	all, err := w.engine.Runs(w.a, id)
	w.must(err)
	return runs.TallyOf(all)
}

// until waits until the tally of the batch meets the condition.
func (w *world) until(id string, there func(runs.Tally) bool) runs.Tally {
	w.Helper()
	for range 2000 {
		if t := w.tally(id); there(t) {
			return t
		}
		time.Sleep(5 * time.Millisecond)
	}
	w.Fatalf("the batch stays at %+v", w.tally(id))
	return runs.Tally{}
}

// words returns n different words.
func words(n int) (list []string) {
	for i := range n {
		list = append(list, fmt.Sprintf("tea%d", i))
	}
	return list
}

func TestBatchesAreRefusedWhole(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	three, elsewhere := int64(3), database.NewID()
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error {
		if err := tx.Create(&site{ID: elsewhere, Name: "Coffee", Type: "blog"}).Error; err != nil {
			return err
		}
		return tx.Create(&sector{ID: elsewhere, SiteID: elsewhere, Name: "dark", NameKey: "dark"}).Error
	}))
	for name, c := range map[string]struct {
		order runs.BatchRequest
		ctx   context.Context
		kind  fault.Kind
	}{
		"none":                       {runs.BatchRequest{}, w.a, fault.Invalid},
		"too many":                   {runs.BatchRequest{Requests: w.orders(words(runs.MaxBatch + 1)...)}, w.a, fault.Invalid},
		"one that is refused":        {runs.BatchRequest{Requests: append(w.orders("tea"), runs.Request{SectorID: w.sector})}, w.a, fault.Invalid},
		"two sites":                  {runs.BatchRequest{Requests: append(w.orders("tea"), runs.Request{SectorID: elsewhere, Payload: w.orders("tea")[0].Payload})}, w.a, fault.NotFound},
		"the other account's":        {runs.BatchRequest{Requests: w.orders("tea")}, w.b, fault.NotFound},
		"more than the wallet has":   {runs.BatchRequest{Requests: w.orders(words(51)...)}, w.a, fault.NoCredits},
		"more than was shown":        {runs.BatchRequest{Requests: w.orders("tea", "mate"), Most: &three}, w.a, fault.Conflict},
		"what goes with it is wrong": {runs.BatchRequest{Requests: w.orders("tea"), With: func(*gorm.DB) error { return fault.New(fault.Conflict, "No.") }}, w.a, fault.Conflict},
	} {
		c.order.Function = "shout"
		if _, err := w.engine.StartBatch(c.ctx, c.order); fault.KindOf(err) != c.kind {
			t.Errorf("%s: got %v, want %s", name, err, c.kind)
		}
	}
	all, err := w.engine.List(w.a, runs.Filter{})
	w.must(err)
	batches, err := w.engine.Batches(w.a, w.site, 0, "")
	w.must(err)
	if len(all.Items)+len(batches.Items) != 0 {
		t.Errorf("refusals left %d runs and %d batches", len(all.Items), len(batches.Items))
	}
	w.charged(0)
	if q, err := w.engine.QuoteBatch(w.a, "shout", w.orders("tea", "mate")); err != nil || q.Credits != 4 || q.UpperBound != 4 {
		t.Errorf("the quote is %+v, %v", q, err)
	}
}

func TestBatchIsPausedAndResumed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, runs.Options{SweepEvery: 20 * time.Millisecond})
	b := w.batch(true, words(6)...)
	if b, err := w.engine.PauseBatch(w.a, b.ID); err != nil || b.State != runs.BatchPaused {
		t.Fatalf("%+v, %v", b, err)
	}
	w.start()
	alone := w.run(`{"words": ["mate"]}`)
	w.wait(alone.ID) // a paused batch blocks no other run
	if at := w.tally(b.ID); at.Waiting != 6 || at.Held != 12 || w.shout.count("AI_CALL") != 1 {
		t.Errorf("paused before it began, it stands at %+v", at)
	}
	_, err := w.engine.ResumeBatch(w.a, b.ID, true)
	w.must(err)
	if end := w.until(b.ID, runs.Tally.Ended); end.Done != 6 || end.Percent != 100 || end.Charged != 12 {
		t.Errorf("it ended at %+v", end)
	}
	w.charged(14)
}

// A run can pause its batch in SAVE: runs that have begun end, and no other run begins until somebody resumes the batch.
func TestBatchIsPausedBySave(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	var engine atomic.Pointer[ai.Engine]
	w.shout.saving = func(tx *gorm.DB, run runs.Run) error {
		braked, err := engine.Load().Braked(tx, run)
		if err != nil || !braked {
			return err
		}
		return engine.Load().Brake(tx, run, "Too loud.", map[string]int{"decibels": 120})
	}
	engine.Store(w.engine)
	b := w.batch(true, words(8)...)
	w.start()
	at := w.until(b.ID, func(t runs.Tally) bool { return t.Done > 0 && t.Running == 0 })
	b, err := w.engine.Batch(w.a, b.ID)
	w.must(err)
	if b.State != runs.BatchPaused || b.Reason != "Too loud." || len(b.Evidence) == 0 || at.Done > 2 || at.Waiting < 6 {
		t.Errorf("stopped %+v at %+v", b, at)
	}
	b, err = w.engine.ResumeBatch(w.a, b.ID, false)
	w.must(err)
	if end := w.until(b.ID, runs.Tally.Ended); end.Done != 8 || b.Reason != "" || len(b.Evidence) != 0 {
		t.Errorf("without its brake it ended at %+v, %+v", end, b)
	}
	w.charged(16)
}

func TestBatchCancelsWaitingAndRetriesFailedRuns(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	var healed atomic.Bool
	w.shout.at("AI_CALL", func(_ context.Context, word string) error {
		if word == "tea1" && !healed.Load() {
			return errors.New("hoarse")
		}
		return nil
	})
	w.start()
	b := w.batch(false, words(3)...)
	if end := w.until(b.ID, runs.Tally.Ended); end.Done != 2 || end.Failed != 1 {
		t.Fatalf("ended at %+v", end)
	}
	w.charged(4)
	one, two := int64(1), int64(2)
	if _, err := w.engine.RetryBatch(w.a, b.ID, &one); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a retry for more than was shown: %v", err)
	}
	healed.Store(true)
	if n, err := w.engine.RetryBatch(w.a, b.ID, &two); err != nil || n != 1 {
		t.Errorf("%d are tried again, %v", n, err)
	}
	if end := w.until(b.ID, runs.Tally.Ended); end.Done != 3 {
		t.Errorf("after the retry: %+v", end)
	}
	if _, err := w.engine.RetryBatch(w.a, b.ID, nil); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a retry of nothing: %v", err)
	}
	w.charged(6)

	waiting := w.batch(false, words(4)...)
	_, err := w.engine.PauseBatch(w.a, waiting.ID)
	w.must(err)
	_, err = w.engine.CancelBatch(w.a, waiting.ID)
	w.must(err)
	if end := w.tally(waiting.ID); !end.Ended() || end.Held != 0 {
		t.Errorf("cancelled, it stands at %+v", end)
	}
	if n, err := w.engine.CancelBatch(w.a, b.ID); err != nil || n != 0 {
		t.Errorf("what has ended: %d cancelled, %v", n, err)
	}
}

// The process dies in the middle of a batch, together with Redis. Another process finishes it; each word is processed and charged once.
func TestBatchSurvivesItsProcess(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, dying())
	silent, wake := make(chan struct{}), make(chan struct{})
	var reached atomic.Bool
	w.shout.at("AI_CALL", func(_ context.Context, word string) error {
		if word == "tea2" && reached.CompareAndSwap(false, true) {
			close(silent)
			<-wake
		}
		return nil
	})
	b := w.batch(false, words(6)...)
	w.start()
	<-silent
	w.engine = w.heir()
	if end := w.until(b.ID, runs.Tally.Ended); end.Done != 6 {
		t.Errorf("it ended at %+v", end)
	}
	close(wake)
	w.must(w.queue.Shutdown(t.Context()))
	saved := w.saved()
	slices.Sort(saved)
	if len(slices.Compact(saved)) != 6 || len(saved) != 6 {
		t.Errorf("shouted %v", saved)
	}
	w.charged(12)
}

func TestBatchIsHiddenFromOtherAccount(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	b := w.batch(true, "tea")
	for name, call := range map[string]func() error{
		"see":    func() error { _, err := w.engine.Batch(w.b, b.ID); return err },
		"pause":  func() error { _, err := w.engine.PauseBatch(w.b, b.ID); return err },
		"resume": func() error { _, err := w.engine.ResumeBatch(w.b, b.ID, true); return err },
		"cancel": func() error { _, err := w.engine.CancelBatch(w.b, b.ID); return err },
		"retry":  func() error { _, err := w.engine.RetryBatch(w.b, b.ID, nil); return err },
	} {
		if err := call(); fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
	all, err := w.engine.Runs(w.b, b.ID)
	w.must(err)
	list, err := w.engine.Batches(w.b, w.site, 0, "")
	w.must(err)
	if own := w.tally(b.ID); len(all)+len(list.Items) != 0 || own.Waiting != 1 {
		t.Errorf("it sees %d runs and %d batches; the batch stands at %+v", len(all), len(list.Items), own)
	}
}
