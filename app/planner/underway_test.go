package planner_test

import (
	"errors"
	"sync"
	"testing"

	"igny8/app/runs"
)

// TestSectorHasOneGroupingAtATime starts eight groupings of a sector at once: one is queued and paid, the others are told of it.
func TestSectorHasOneGroupingAtATime(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines(furniture...)
	var mu sync.Mutex
	var started []runs.Run
	met := map[string]int{}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			run, err := w.grouping.StartClustering(w.ctx, w.Sector, "")
			mu.Lock()
			defer mu.Unlock()
			underway := (*runs.Underway)(nil)
			switch {
			case err == nil:
				started = append(started, run)
			case errors.As(err, &underway):
				met[underway.Run.ID]++
			default:
				t.Errorf("refused with %v", err)
			}
		})
	}
	all.Wait()
	if len(started) != 1 || met[started[0].ID] != 7 {
		t.Fatalf("%d started, met %v", len(started), met)
	}
	w.await(started[0])
	again, err := w.grouping.StartClustering(w.ctx, w.Sector, "")
	w.must(err)
	w.await(again)
}
