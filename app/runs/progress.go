package runs

import (
	"context"
	"errors"
	"maps"
	"time"
)

// progressInterval is the least time between two progress messages within a phase. It grows with the number of runs in the
// process, so that all together write about thirty messages a second.
func (e *Engine) progressInterval() time.Duration {
	return time.Second * time.Duration(1+e.working.Load()/32)
}

// BeginPhase begins a phase and writes it at once, together with the values.
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

// observe reports how long the phase took that ends now.
func (a *Attempt) observe() {
	if a.phase != "" {
		a.engine.options.Observe(a.Run.Function, string(a.phase), time.Since(a.since).Seconds())
	}
}

// Progress writes how far AI_CALL is, from 0 to 1, but not too often. The percent never falls, not even after a takeover. If
// the message cannot be written, the work continues.
func (a *Attempt) Progress(ctx context.Context, fraction float64, sentence string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.percent = max(a.percent, PercentCall+int64(fraction*float64(PercentParse-PercentCall)))
	if sentence != "" {
		a.message = sentence
	}
	if time.Since(a.written) < a.engine.progressInterval() {
		return
	}
	a.written = time.Now()
	err := a.Write(ctx, map[string]any{"percent": a.percent, "message": a.message})
	if err != nil && ctx.Err() == nil && !errors.Is(err, errLeaseLost) {
		a.Run.Log().Warn("progress not written", "error", err)
	}
}
