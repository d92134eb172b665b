package runs

import (
	"context"
	"errors"
	"maps"
	"time"
)

// between returns the least time between two lines of progress within a phase. It grows with the number of runs in the
// process, so that all together write some thirty lines a second.
func (e *Engine) between() time.Duration { return time.Second * time.Duration(1+e.working.Load()/32) }

// Enter begins a phase and writes it at once, with the values that go with it.
func (a *Attempt) Enter(ctx context.Context, phase Phase, percent int64, message string, values map[string]any) error {
	a.observe()
	a.mu.Lock()
	defer a.mu.Unlock()
	a.percent, a.message, a.written = max(a.percent, percent), message, time.Now()
	row := map[string]any{"phase": phase, "percent": a.percent, "message": message, "lease_until": a.lease()}
	maps.Copy(row, values)
	if err := a.Write(ctx, row); err != nil {
		return err
	}
	a.phase, a.since = phase, time.Now()
	return nil
}

// observe tells what the phase that ends now took.
func (a *Attempt) observe() {
	if a.phase != "" {
		a.engine.options.Observe(a.Run.Function, string(a.phase), time.Since(a.since).Seconds())
	}
}

// Progress writes how far AI_CALL is, from 0 to 1, at most once in a while. The percent never falls, not even after a
// takeover. A line that cannot be written is no reason to stop.
func (a *Attempt) Progress(ctx context.Context, fraction float64, sentence string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.percent = max(a.percent, PercentCall+int64(fraction*float64(PercentParse-PercentCall)))
	if sentence != "" {
		a.message = sentence
	}
	if time.Since(a.written) < a.engine.between() {
		return
	}
	a.written = time.Now()
	err := a.Write(ctx, map[string]any{"percent": a.percent, "message": a.message})
	if err != nil && ctx.Err() == nil && !errors.Is(err, errLost) {
		a.Run.Log().Warn("progress not written", "error", err)
	}
}
