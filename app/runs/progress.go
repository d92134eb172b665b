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

// Enter begins a phase and writes it, together with the values. A run that asks a server writes it at once: an attempt that has
// lost its lease must not ask. Most runs of the built-in engine end before anybody could see their phases, so such a run writes
// what it has entered when it has worked for a moment.
func (a *Attempt) Enter(ctx context.Context, phase Phase, percent int64, message string, values map[string]any) error {
	a.observe()
	a.mu.Lock()
	defer a.mu.Unlock()
	a.percent, a.message, a.written = max(a.percent, percent), message, time.Now()
	row := map[string]any{"phase": phase, "percent": a.percent, "message": message}
	maps.Copy(row, values)
	if wait := a.engine.options.Unseen - time.Since(a.claimed); wait > 0 && a.pool.local == nil {
		a.keep(ctx, row, wait)
	} else if err := a.tell(ctx, row); err != nil {
		return err
	}
	a.phase, a.since = phase, time.Now()
	return ctx.Err()
}

// keep has the values of the run's row written after the wait, unless the attempt has ended by then. mu is held.
func (a *Attempt) keep(ctx context.Context, row map[string]any, wait time.Duration) {
	if a.kept != nil {
		maps.Copy(a.kept, row)
		return
	}
	a.kept = row
	a.later = time.AfterFunc(wait, func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		if a.kept != nil {
			a.mention(ctx, nil)
		}
	})
}

// forget drops what was kept: the end of the run writes everything that stays.
func (a *Attempt) forget() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.later != nil {
		a.later.Stop()
	}
	a.kept = nil
}

// tell writes what was kept, and then the values, to the run's row, and renews the lease. mu is held.
func (a *Attempt) tell(ctx context.Context, row map[string]any) error {
	all := map[string]any{"lease_until": a.lease()}
	maps.Copy(all, a.kept)
	maps.Copy(all, row)
	a.kept = nil
	return a.Write(ctx, all)
}

// mention is tell for what the work does not depend on. mu is held.
func (a *Attempt) mention(ctx context.Context, row map[string]any) {
	if err := a.tell(ctx, row); err != nil && ctx.Err() == nil && !errors.Is(err, errLeaseLost) {
		a.Run.Log().Warn("progress not written", "error", err)
	}
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
	a.mention(ctx, map[string]any{"percent": a.percent, "message": a.message})
}
