package runs

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"gorm.io/gorm"

	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
)

// Percent at the beginning of each phase.
const (
	PercentPrep  = 2
	PercentCall  = 10
	PercentParse = 88
	percentSave  = 94
	percentDone  = 100
)

// saveTries is how often the transaction that saves is tried: a deadlock or a lost connection must not lose the work.
const saveTries = 3

// NothingHappened ends the message of a run that fails.
const NothingHappened = " Nothing was saved and nothing was charged."

// Attempt is one claim of a run. It can write only while it has the lease.
type Attempt struct {
	Run    Run
	engine *Engine
	pool   *pool
	owner  string

	claimed time.Time

	mu      sync.Mutex // progress
	percent int64
	message string
	written time.Time
	phase   Phase // of this attempt, and when it began
	since   time.Time
	kept    map[string]any // what is not written yet, see Enter
	later   *time.Timer    // writes it
}

// Parked ends an attempt whose run waits without a worker.
type Parked struct {
	Until   time.Time
	Message string // for people: what it waits for
	// Then is called once the run waits, because what it waits for may have come just before.
	Then func(context.Context) error
}

func (p *Parked) Error() string { return "runs: parked until " + p.Until.String() }

// severity returns the level at which a failure is logged: operators look at what is wrong with the program or with a server.
func severity(failure error) slog.Level {
	switch fault.KindOf(failure) {
	case fault.Internal:
		return slog.LevelError
	case fault.Unavailable:
		return slog.LevelWarn
	}
	return slog.LevelInfo
}

// conclude writes how the attempt ended, unless it has saved or lost the lease.
func (a *Attempt) conclude(ctx context.Context, failure error) error {
	stopping := errors.Is(ctx.Err(), context.Canceled)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
	defer cancel()
	if errors.Is(failure, errLeaseLost) {
		return nil
	}
	if failure != nil && stopping {
		defer a.engine.Wake(ctx) // another process goes on at once
		return a.giveBack(ctx)
	}
	if wait := (*Parked)(nil); errors.As(failure, &wait) {
		return a.park(ctx, wait)
	}
	if failure != nil {
		a.Run.Log().Log(context.Background(), severity(failure), "run failed", "phase", a.phase, "error", failure)
		if err := a.fail(ctx, failure); err != nil {
			return err
		}
	}
	outcome := PhaseDone
	if failure != nil {
		outcome = PhaseFailed
	}
	a.engine.options.Observe(a.Run.Function, string(outcome), time.Since(*a.Run.StartedAt).Seconds())
	return nil
}

func (a *Attempt) fail(ctx context.Context, failure error) error {
	return a.engine.db.Tx(ctx, func(tx *gorm.DB) error {
		ended, err := a.engine.close(tx, a.Run.ID, a.owner, PhaseFailed, fault.Sentence(failure))
		none := (*nothingSaved)(nil)
		if err != nil || !ended || !errors.As(failure, &none) {
			return err
		}
		return writeFailures(tx, a.Run.ID, none.failed)
	})
}

// park returns the run to the queue until it may continue. The attempt does not count, since nothing has failed.
func (a *Attempt) park(ctx context.Context, p *Parked) error {
	err := a.Write(ctx, map[string]any{
		"lease_owner": "", "lease_until": nil, "attempt": gorm.Expr("attempt - 1"), "phase": PhaseInit, "message": p.Message, "not_before": p.Until,
	})
	if err != nil {
		return err
	}
	return p.Then(ctx)
}

// work does the run. A panic in its code fails only this run.
func (a *Attempt) work(ctx context.Context) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	if a.Run.Attempt > maxAttempts {
		return fault.New(fault.Unavailable, "This task was interrupted %d times and has been given up. Nothing was saved and nothing was charged; try it again, or with less at once.", maxAttempts)
	}
	kind := a.engine.kinds[a.Run.Function]
	if kind == nil {
		return fault.New(fault.Unavailable, "This version of the program has no function %q. Nothing was charged.", a.Run.Function)
	}
	out, err := a.untilSave(ctx, kind)
	if err != nil {
		return err
	}
	return a.saveAll(ctx, out)
}

// untilSave does everything before SAVE, under a lease that is renewed meanwhile.
func (a *Attempt) untilSave(ctx context.Context, kind *Definition) (out Outcome, err error) {
	ctx, stop := context.WithTimeoutCause(ctx, a.engine.options.Timeout, fault.New(fault.Unavailable,
		"This task took longer than %d minutes and was ended."+NothingHappened+" Try it again: what was answered is not asked again. Or do less at once.", int(a.engine.options.Timeout.Minutes())))
	defer stop()
	ctx, cancel := context.WithCancelCause(ctx)
	var keeping sync.WaitGroup
	keeping.Go(func() { a.keepLease(ctx, cancel) })
	// The renewal stops before SAVE begins: it would wait for the row that SAVE has locked.
	defer func() {
		if err != nil && ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		cancel(nil)
		keeping.Wait()
	}()
	return kind.Work(ctx, a)
}

// saveAll is SAVE: one transaction writes the domain rows, settles the credits and marks the run DONE, which only the holder of the lease
// can do.
func (a *Attempt) saveAll(ctx context.Context, out Outcome) error {
	if err := a.Enter(ctx, PhaseSave, percentSave, "Saving.", nil); err != nil {
		return err
	}
	a.forget()
	var err error
	for try := range saveTries {
		if try > 0 {
			a.Run.Log().Warn("saving again", "error", err)
			if e := Sleep(ctx, time.Duration(try)*200*time.Millisecond); e != nil {
				return e
			}
		}
		err = a.engine.db.Tx(ctx, func(tx *gorm.DB) error { return a.save(ctx, tx, out) })
		if err == nil || errors.Is(err, errLeaseLost) || ctx.Err() != nil || fault.KindOf(err) != fault.Internal {
			break
		}
	}
	if err == nil {
		a.observe()
	}
	return err
}

func (a *Attempt) save(ctx context.Context, tx *gorm.DB, out Outcome) error {
	if err := a.hold(tx); err != nil {
		return err
	}
	saved, err := out.Save(ctx, tx)
	if err != nil {
		return err
	}
	if saved.Units == 0 && len(saved.Failed) > 0 {
		return NothingSaved(saved.Failed)
	}
	if err := freeSubjects(tx, a.Run.ID); err != nil {
		return err
	}
	record := a.Run.Record
	record.Parameters.Units = saved.Units
	charge := min(a.Run.CreditsQuoted, saved.Units*record.Parameters.UnitPrice)
	if err := a.engine.billing.Settle(tx, billing.Settle{RunID: a.Run.ID, Function: a.Run.Function, Amount: charge}); err != nil {
		return err
	}
	// Saving may be the longest part: the time is taken after it.
	err = tx.Model(&Run{}).Where("id = ?", a.Run.ID).
		Select("phase", "percent", "lease_owner", "lease_until", "inputs_hash", "model", "prompt_version",
			"message", "credits_charged", "failed", "parameters", "finished_at").
		Updates(Run{
			Phase: PhaseDone, Percent: percentDone, Record: record,
			Message: saved.message(), CreditsCharged: charge, Failed: saved.Failed, FinishedAt: new(database.Now()),
		}).Error
	if err != nil {
		return fmt.Errorf("end run: %w", err)
	}
	return recordEnd(tx, a.Run, events.Data{Outcome: string(PhaseDone), Credits: charge, Failed: int64(len(saved.Failed))})
}

// ReleasePlace gives the attempt's place to another run while it waits for a server. AcquirePlace takes one again.
func (a *Attempt) ReleasePlace() { a.pool.release() }

// AcquirePlace waits for a place to work at.
func (a *Attempt) AcquirePlace(ctx context.Context) error { return a.pool.acquire(ctx) }

// WithoutPlace calls wait and lets another run work meanwhile. The caller has a place before and after it, even if the run
// was ended in between: writing that down needs one.
func (a *Attempt) WithoutPlace(wait func()) {
	a.pool.release()
	defer func() { _ = a.pool.acquire(context.Background()) }()
	wait()
}
