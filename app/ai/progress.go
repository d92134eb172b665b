package ai

import (
	"context"
	"errors"
	"maps"
	"time"
)

// between is the least time between two lines of progress within a phase.
const between = time.Second

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
	if time.Since(a.written) < between {
		return
	}
	a.written = time.Now()
	err := a.write(ctx, map[string]any{"percent": a.percent, "message": a.message})
	if err != nil && ctx.Err() == nil && !errors.Is(err, errLost) {
		a.run.log().Warn("progress not written", "error", err)
	}
}
