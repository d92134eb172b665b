package ai_test

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/runs"
)

// crowd creates a site with n sectors for the account, and queues a run on each.
func (w *world) crowd(ctx context.Context, n int) []runs.Run {
	w.Helper()
	place := database.NewID()
	sectors := make([]sector, n)
	for i := range sectors {
		sectors[i] = sector{ID: database.NewID(), SiteID: place, Name: fmt.Sprint(i), NameKey: fmt.Sprint(i)}
	}
	w.must(w.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Create(&site{ID: place, Name: "Crowd", Type: "blog"}).Error; err != nil {
			return err
		}
		return tx.CreateInBatches(sectors, 100).Error
	}))
	_, err := w.ledger.Grant(ctx, billing.Grant{Amount: int64(2 * n), Note: "for the crowd"})
	w.must(err)
	crowd := make([]runs.Run, n)
	for i := range crowd {
		var err error
		crowd[i], err = w.engine.RunAITask(ctx, "shout", runs.Request{SectorID: sectors[i].ID, Payload: json.RawMessage(`{"words": ["slow"]}`)})
		w.must(err)
	}
	return crowd
}

// TestManyRunsOfOneAccountDelayNoOther queues 1,000 runs of one account, which hold their workers until the test releases them, and then
// one run of another account. That run finishes while the others wait. The first account never has more active runs than slots.
func TestManyRunsOfOneAccountDelayNoOther(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]runs.Options{
		"by deliveries":      {PerAccount: 3, SweepEvery: time.Hour},
		"by the sweep alone": {PerAccount: 3, SweepEvery: 20 * time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, ai.Options{}, o)
			var mu sync.Mutex
			working, most := 0, 0
			release := make(chan struct{})
			w.shout.at("AI_CALL", func(ctx context.Context, word string) error {
				if word != "slow" {
					return nil
				}
				mu.Lock()
				working++
				most = max(most, working)
				mu.Unlock()
				defer func() {
					mu.Lock()
					working--
					mu.Unlock()
				}()
				select {
				case <-release:
				case <-ctx.Done():
				}
				return ctx.Err()
			})
			crowd := w.crowd(w.b, 1000)
			first := w.run(`{"words": ["quick"]}`)
			if o.SweepEvery < time.Hour { // the queue is lost with this process
				queue, _ := w.process(ai.Options{}, o)
				w.must(queue.Start())
			} else {
				w.start()
			}
			if run := w.wait(first.ID); run.Phase != runs.PhaseDone {
				t.Errorf("the other account's first run %+v", run)
			}
			left, err := w.engine.List(w.b, runs.Filter{Waiting: true, Limit: 200})
			if err != nil || left.Next == "" {
				t.Errorf("the crowd is gone already: %d runs, %v", len(left.Items), err)
			}
			second := w.run(`{"words": ["quick"]}`)
			w.wait(second.ID)
			close(release)
			ctx, cancel := context.WithTimeout(w.b, time.Minute)
			defer cancel()
			for _, run := range crowd[:20] {
				if ended, err := w.engine.Wait(ctx, run.ID); err != nil || ended.Phase != runs.PhaseDone {
					t.Fatalf("run of the crowd %+v, %v", ended, err)
				}
			}
			mu.Lock()
			defer mu.Unlock()
			if most != 3 {
				t.Errorf("%d runs of the crowd at the same time, want 3", most)
			}
		})
	}
}
