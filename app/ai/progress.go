package ai

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
	"time"
)

// between is the least time between two lines of progress within a phase. It grows with the number of runs in the
// process, so that all together write some thirty lines a second.
func (e *Engine) between() time.Duration { return time.Second * time.Duration(1+e.working.Load()/32) }

// enter begins a phase and writes it at once, with the values that go with it.
func (a *attempt) enter(ctx context.Context, phase Phase, percent int64, message string, values map[string]any) error {
	a.observe()
	a.mu.Lock()
	defer a.mu.Unlock()
	a.percent, a.message, a.written = max(a.percent, percent), message, time.Now()
	row := map[string]any{"phase": phase, "percent": a.percent, "message": message, "lease_until": a.lease()}
	maps.Copy(row, values)
	if err := a.write(ctx, row); err != nil {
		return err
	}
	a.phase, a.since = phase, time.Now()
	return nil
}

// observe tells what the phase that ends now took.
func (a *attempt) observe() {
	if a.phase != "" {
		a.options.Observe(a.run.Function, string(a.phase), time.Since(a.since).Seconds())
	}
}

// progress writes how far AI_CALL is, from 0 to 1, at most once in a while. The percent never falls, not even after a
// takeover. A line that cannot be written is no reason to stop.
func (a *attempt) progress(ctx context.Context, fraction float64, sentence string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.percent = max(a.percent, percentCall+int64(fraction*float64(percentParse-percentCall)))
	if sentence != "" {
		a.message = sentence
	}
	if time.Since(a.written) < a.between() {
		return
	}
	a.written = time.Now()
	err := a.write(ctx, map[string]any{"percent": a.percent, "message": a.message})
	if err != nil && ctx.Err() == nil && !errors.Is(err, errLost) {
		a.run.log().Warn("progress not written", "error", err)
	}
}

// share adds up how far several items are that are worked on at the same time.
type share struct {
	*attempt
	adding   sync.Mutex
	of       []float64 // from 0 to 1
	finished int
}

func (s *share) tell(ctx context.Context, i int, fraction float64, sentence string) {
	s.adding.Lock()
	defer s.adding.Unlock()
	s.of[i] = max(s.of[i], min(fraction, 1))
	sum := 0.0
	for _, f := range s.of {
		sum += f
	}
	s.progress(ctx, sum/float64(len(s.of)), sentence)
}

func (s *share) done(ctx context.Context, i int, label string) {
	s.adding.Lock()
	s.finished++
	sentence := fmt.Sprintf("%d of %d: %s", s.finished, len(s.of), label)
	s.adding.Unlock()
	s.tell(ctx, i, 1, sentence)
}
