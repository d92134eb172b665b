package clustering_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"igny8/app/clustering"
)

// watched is a context that counts how often it is looked at, and ends at a certain look.
type watched struct {
	context.Context
	mu    sync.Mutex
	looks int
	end   int // 0: never
}

func (w *watched) Err() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.looks++; w.end > 0 && w.looks >= w.end {
		return context.Canceled
	}
	return nil
}

// TestEveryStageLooksAtItsContext counts the looks in each stage of a large import: a worker that is stopped must hand the run over at
// once, and a stage takes seconds.
func TestEveryStageLooksAtItsContext(t *testing.T) {
	t.Parallel()
	const size = 20_000
	ctx, before := &watched{Context: t.Context()}, map[string]int{}
	stage := "beginning"
	_, err := clustering.Run(ctx, invented(size), clustering.Options{Workers: 1, Progress: func(_ float64, sentence string) {
		ctx.mu.Lock()
		defer ctx.mu.Unlock()
		before[stage], stage, ctx.looks = ctx.looks, sentence, 0
	}})
	if err != nil {
		t.Fatal(err)
	}
	delete(before, "beginning")
	if len(before) < 6 {
		t.Fatalf("stages %v", before)
	}
	for stage, looks := range before {
		if looks < size/1000 {
			t.Errorf("%q looked %d times at its context, want %d", stage, looks, size/1000)
		}
	}
}

// TestContextMayEndAnywhere ends the context at each look in turn: what a stage leaves incomplete must not make a later one fail.
func TestContextMayEndAnywhere(t *testing.T) {
	t.Parallel()
	list := invented(600)
	whole := &watched{Context: t.Context()}
	if _, err := clustering.Run(whole, list, clustering.Options{Workers: 1}); err != nil {
		t.Fatal(err)
	}
	for end := 1; end <= whole.looks; end++ {
		ctx := &watched{Context: t.Context(), end: end}
		if _, err := clustering.Run(ctx, list, clustering.Options{Workers: 1}); !errors.Is(err, context.Canceled) {
			t.Fatalf("ended at look %d of %d: %v", end, whole.looks, err)
		}
		if ctx.looks > end+60 {
			t.Errorf("ended at look %d, and looked %d times more", end, ctx.looks-end)
		}
	}
}
