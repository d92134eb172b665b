package runs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"gorm.io/gorm"

	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// Percent at the beginning of each phase.
const (
	PercentPrep  = 2
	PercentCall  = 10
	PercentParse = 88
	percentSave  = 94
	percentDone  = 100
)

// saves is how often the transaction that saves is tried: a deadlock or a lost connection is no reason to lose the work.
const saves = 3

// NothingHappened ends the sentence of a run that fails.
const NothingHappened = " Nothing was saved and nothing was charged."

// Attempt is one claim of a run. Everything it writes is on condition that the lease is still its own.
type Attempt struct {
	Run    Run
	engine *Engine
	pool   *pool
	owner  string

	mu      sync.Mutex // progress
	percent int64
	message string
	written time.Time
	phase   Phase // that this attempt is in, and since when
	since   time.Time
}

// Parked is the end of an attempt whose run waits, without a worker.
type Parked struct {
	Until   time.Time
	Message string // for people: what it waits for
	// Then is called once the run waits: what it waits for may have come in the meantime, unseen.
	Then func(context.Context) error
}

func (p *Parked) Error() string { return "runs: parked until " + p.Until.String() }

// deliver returns the queue's handler. Being called twice, or for a run that has ended or belongs to another pool by now, is
// nothing special.
func (e *Engine) deliver(ctx context.Context, p *pool, payload []byte) error {
	var d delivery
	if err := json.Unmarshal(payload, &d); err != nil {
		return fmt.Errorf("read delivery: %w", err)
	}
	ctx = tenancy.With(ctx, tenancy.Scope{Account: tenancy.Account(ctx)})
	if err := p.enter(ctx); err != nil {
		return nil // the process stops, and nothing was claimed
	}
	defer p.leave()
	a, err := e.claim(ctx, p, d.Run)
	if err != nil || a == nil {
		return err
	}
	// The work is done in the name of whoever asked, and may reach all of the account: the site was checked when it was asked.
	ctx = tenancy.With(ctx, tenancy.Scope{Account: a.Run.AccountID, User: a.Run.UserID})
	e.working.Add(1)
	defer e.working.Add(-1)
	if err := a.conclude(ctx, a.work(ctx)); !errors.Is(err, errLost) {
		return err
	}
	return nil
}

// conclude writes how the attempt ended, unless it has saved or the run is not ours any more.
func (a *Attempt) conclude(ctx context.Context, failure error) error {
	stopping := errors.Is(ctx.Err(), context.Canceled)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
	defer cancel()
	if errors.Is(failure, errLost) {
		return nil
	}
	if failure != nil && stopping {
		return a.yield(ctx)
	}
	if wait := (*Parked)(nil); errors.As(failure, &wait) {
		defer a.engine.Wake(ctx)
		return a.park(ctx, wait)
	}
	if failure != nil {
		if fault.KindOf(failure) == fault.Internal {
			a.Run.Log().Error("run failed", "phase", a.phase, "error", failure)
		} else {
			a.Run.Log().Info("run failed", "phase", a.phase, "reason", failure)
		}
		if err := a.fail(ctx, fault.Sentence(failure)); err != nil {
			return err
		}
	}
	run, err := a.engine.Get(ctx, a.Run.ID)
	if err != nil {
		return err
	}
	a.engine.ended(ctx, run)
	return nil
}

func (a *Attempt) fail(ctx context.Context, sentence string) error {
	return a.engine.db.Tx(ctx, func(tx *gorm.DB) error {
		_, err := a.engine.close(tx, a.Run.ID, a.owner, PhaseFailed, sentence)
		return err
	})
}

// park gives the run back until it may go on. That is nobody's failure, so the attempt does not count.
func (a *Attempt) park(ctx context.Context, p *Parked) error {
	err := a.Write(ctx, map[string]any{
		"lease_owner": "", "lease_until": nil, "attempt": gorm.Expr("attempt - 1"), "phase": PhaseInit, "message": p.Message, "not_before": p.Until,
	})
	if err != nil {
		return err
	}
	return p.Then(ctx)
}

// work does the run. A panic in its code fails it and nothing else.
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
	out, err := a.do(ctx, kind)
	if err != nil {
		return err
	}
	return a.saveAll(ctx, out)
}

// do returns all that comes before SAVE, under a lease that is renewed all the while.
func (a *Attempt) do(ctx context.Context, kind *Definition) (out Outcome, err error) {
	ctx, stop := context.WithTimeoutCause(ctx, a.engine.options.Timeout, fault.New(fault.Unavailable,
		"This task took longer than %d minutes and was ended."+NothingHappened+" Try it again: what was answered is not asked again. Or do less at once.", int(a.engine.options.Timeout.Minutes())))
	defer stop()
	ctx, cancel := context.WithCancelCause(ctx)
	var keeping sync.WaitGroup
	keeping.Go(func() { a.keep(ctx, cancel) })
	// The renewal ends before SAVE begins: it would wait for the row that SAVE has locked.
	defer func() {
		if err != nil && ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		cancel(nil)
		keeping.Wait()
	}()
	return kind.Work(ctx, a)
}

// saveAll is SAVE: one transaction marks the run DONE, which only the holder of the lease can, writes the domain rows and
// settles the credits.
func (a *Attempt) saveAll(ctx context.Context, out Outcome) error {
	if err := a.Enter(ctx, PhaseSave, percentSave, "Saving.", nil); err != nil {
		return err
	}
	var err error
	for try := range saves {
		if try > 0 {
			a.Run.Log().Warn("saving again", "error", err)
			if e := Sleep(ctx, time.Duration(try)*200*time.Millisecond); e != nil {
				return e
			}
		}
		err = a.engine.db.Tx(ctx, func(tx *gorm.DB) error { return a.save(ctx, tx, out) })
		if err == nil || errors.Is(err, errLost) || ctx.Err() != nil || fault.KindOf(err) != fault.Internal {
			break
		}
	}
	if err == nil {
		a.observe()
	}
	return err
}

func (a *Attempt) save(ctx context.Context, tx *gorm.DB, out Outcome) error {
	charge := min(a.Run.CreditsQuoted, a.Run.Parameters.Units*a.Run.Parameters.UnitPrice)
	done := tx.Model(&Run{}).Where("id = ? AND lease_owner = ? AND phase = ?", a.Run.ID, a.owner, PhaseSave).
		Select("phase", "percent", "message", "credits_charged", "parameters", "lease_owner", "lease_until").
		Updates(Run{Phase: PhaseDone, Percent: percentDone, Message: out.Summary, CreditsCharged: charge, Record: Record{Parameters: a.Run.Parameters}})
	if done.Error != nil {
		return fmt.Errorf("save run: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return errLost
	}
	if err := out.Save(ctx, tx); err != nil {
		return err
	}
	if err := freeSubjects(tx, a.Run.ID); err != nil {
		return err
	}
	if err := a.engine.billing.Settle(tx, billing.Settle{RunID: a.Run.ID, Function: a.Run.Function, Amount: charge}); err != nil {
		return err
	}
	// Saving may be the longest part: the time is taken after it.
	if err := tx.Model(&Run{}).Where("id = ?", a.Run.ID).Update("finished_at", database.Now()).Error; err != nil {
		return fmt.Errorf("end run: %w", err)
	}
	return recordEnd(tx, a.Run, PhaseDone, charge)
}

// Leave gives the attempt's place at work to another run, and Come waits for one: work that waits for a server keeps nobody from working.
func (a *Attempt) Leave() { a.pool.leave() }

// Come waits for a place to work at.
func (a *Attempt) Come(ctx context.Context) error { return a.pool.enter(ctx) }

// Away does something that waits, and lets another run work meanwhile. Whoever calls it has a place, and has one again
// afterwards, even if the run was ended in between: writing that down needs one.
func (a *Attempt) Away(wait func()) {
	a.pool.leave()
	defer func() { _ = a.pool.enter(context.Background()) }()
	wait()
}
