package ai

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
	"gorm.io/gorm"

	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/app/tenancy"
)

// Percent at the beginning of each phase.
const (
	percentPrep  = 2
	percentCall  = 10
	percentParse = 88
	percentSave  = 94
	percentDone  = 100
)

// saves is how often the transaction that saves is tried: a deadlock or a lost connection is no reason to lose the work.
const saves = 3

// attempt is one claim of a run. Everything it writes is on condition that the lease is still its own.
type attempt struct {
	*Engine
	pool       *pool
	owner      string
	run        Run
	definition *Definition
	texts      map[string]string // of the prompts, by name
	site       sites.Profile
	provider   connected // none: the built-in engine

	mu      sync.Mutex // progress
	percent int64
	message string
	written time.Time
	phase   Phase // that this attempt is in, and since when
	since   time.Time
}

// deliver is the queue's handler. Being called twice, or for a run that has ended or belongs to another pool by now, is nothing special.
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
	ctx = tenancy.With(ctx, tenancy.Scope{Account: a.run.AccountID, User: a.run.UserID})
	e.working.Add(1)
	defer e.working.Add(-1)
	if err := a.conclude(ctx, a.work(ctx)); !errors.Is(err, errLost) {
		return err
	}
	return nil
}

// conclude writes how the attempt ended, unless it has saved or the run is not ours any more.
func (a *attempt) conclude(ctx context.Context, failure error) error {
	stopping := errors.Is(ctx.Err(), context.Canceled)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
	defer cancel()
	if errors.Is(failure, errLost) {
		return nil
	}
	if failure != nil && stopping {
		return a.yield(ctx)
	}
	if wait := (*parked)(nil); errors.As(failure, &wait) {
		defer a.wake(ctx)
		return a.park(ctx, wait)
	}
	if failure != nil {
		if fault.KindOf(failure) == fault.Internal {
			a.run.log().Error("run failed", "phase", a.phase, "error", failure)
		} else {
			a.run.log().Info("run failed", "phase", a.phase, "reason", failure)
		}
		if err := a.fail(ctx, fault.Sentence(failure)); err != nil {
			return err
		}
	}
	run, err := a.Get(ctx, a.run.ID)
	if err != nil {
		return err
	}
	a.ended(ctx, run)
	return nil
}

func (a *attempt) fail(ctx context.Context, sentence string) error {
	return a.db.Tx(ctx, func(tx *gorm.DB) error {
		_, err := a.close(tx, a.run.ID, a.owner, PhaseFailed, sentence)
		return err
	})
}

// work goes through the phases. A panic in a function fails its run and nothing else.
func (a *attempt) work(ctx context.Context) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	if a.run.Attempt > maxAttempts {
		return fault.New(fault.Unavailable, "This task was interrupted %d times and has been given up. Nothing was saved and nothing was charged; try it again, or with less at once.", maxAttempts)
	}
	if err = a.ready(ctx); err != nil {
		return err
	}
	results, err := a.answer(ctx)
	if err != nil {
		return err
	}
	return a.saveAll(ctx, results)
}

// ready finds the function and makes sure that the run can be done the way it was paid for.
func (a *attempt) ready(ctx context.Context) (err error) {
	if a.definition = a.functions[a.run.Function]; a.definition == nil {
		return fault.New(fault.Unavailable, "This version of the program has no function %q. Nothing was charged.", a.run.Function)
	}
	if !a.remote() || a.run.Reprise != Asked {
		return nil
	}
	if a.provider, err = a.providerOf(ctx, a.run); err != nil {
		return err
	}
	return a.begin(ctx)
}

func (a *attempt) remote() bool { return a.run.Provider != BuiltIn }

// answer is PREP, AI_CALL and PARSE, under a lease that is renewed all the while.
func (a *attempt) answer(ctx context.Context) (results []result, err error) {
	ctx, stop := context.WithTimeoutCause(ctx, a.options.RunTimeout, fault.New(fault.Unavailable,
		"This task took longer than %d minutes and was ended."+nothingHappened+" Try it again: what was answered is not asked again. Or do less at once.", int(a.options.RunTimeout.Minutes())))
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
	items, err := a.prepare(ctx)
	if err != nil {
		return nil, err
	}
	if results, err = a.call(ctx, items); err != nil {
		return nil, err
	}
	return results, a.parse(ctx, results)
}

func (a *attempt) prepare(ctx context.Context) ([]item, error) {
	if err := a.enter(ctx, PhasePrep, percentPrep, "Reading what is needed.", nil); err != nil {
		return nil, err
	}
	units, err := a.definition.units(ctx, a.run.request())
	if err != nil {
		return nil, err
	}
	items, err := a.definition.prepare(ctx, a.run.request())
	if err != nil {
		return nil, err
	}
	if len(items) == 0 && a.definition.work == nil {
		units = 0
	}
	a.run.Parameters.Units = units
	if a.site, err = a.options.Site(ctx, a.run.SiteID); err != nil {
		return nil, err
	}
	h := sha256.New()
	encoder := json.NewEncoder(h)
	if err := encoder.Encode(a.site); err != nil {
		return nil, fmt.Errorf("encode site: %w", err)
	}
	for _, i := range items {
		if err := encoder.Encode([]any{i.key, i.in}); err != nil {
			return nil, fmt.Errorf("encode item %s: %w", i.key, err)
		}
	}
	a.run.InputsHash = hex.EncodeToString(h.Sum(nil))
	if a.remote() && a.run.Reprise != Replay {
		if err := a.pin(ctx); err != nil {
			return nil, err
		}
		a.run.PromptVersion = a.version()
		if a.run.Reprise == Asked {
			a.run.Model = a.provider.Model()
		}
	}
	return items, nil
}

// call asks for every item: the remote model with several at a time, the built-in engine one after the other.
func (a *attempt) call(ctx context.Context, items []item) ([]result, error) {
	if err := a.enter(ctx, PhaseCall, percentCall, "Working.", map[string]any{
		"inputs_hash": a.run.InputsHash, "model": a.run.Model, "prompt_version": a.run.PromptVersion,
	}); err != nil {
		return nil, err
	}
	if a.definition.work != nil {
		return a.doWork(ctx)
	}
	if a.run.Reprise != Asked {
		return a.recorded(ctx, items)
	}
	results := make([]result, len(items))
	if a.remote() {
		return results, a.callRemote(ctx, items, results)
	}
	for i, it := range items {
		out, err := a.definition.local(ctx, it, func(fraction float64, sentence string) {
			a.progress(ctx, (float64(i)+min(max(fraction, 0), 1))/float64(len(items)), sentence)
		})
		if err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		results[i] = result{item: it, out: out, builtIn: true}
		if len(items) > 1 {
			a.progress(ctx, float64(i+1)/float64(len(items)), fmt.Sprintf("%d of %d: %s", i+1, len(items), it.label))
		}
	}
	return results, nil
}

func (a *attempt) callRemote(ctx context.Context, items []item, results []result) error {
	kept, err := a.outputs(ctx)
	if err != nil {
		return err
	}
	told := &share{attempt: a, of: make([]float64, len(items))}
	group, within := errgroup.WithContext(ctx)
	group.SetLimit(a.options.Parallel)
	a.pool.away(func() {
		for i, it := range items {
			group.Go(func() error {
				if err := a.pool.enter(within); err != nil {
					return err
				}
				defer a.pool.leave()
				tell := func(fraction float64, sentence string) { told.tell(within, i, fraction, sentence) }
				out, err := a.answerTo(within, it, kept, tell)
				if err != nil {
					return err
				}
				results[i] = result{item: it, out: out}
				told.done(ctx, i, it.label)
				return nil
			})
		}
		err = group.Wait()
	})
	return err
}

// parse checks all answers together; those of a remote model have been checked when they came, and are so again.
func (a *attempt) parse(ctx context.Context, results []result) error {
	if err := a.enter(ctx, PhaseParse, percentParse, "Checking the answers.", nil); err != nil {
		return err
	}
	if a.definition.work != nil {
		return nil
	}
	for i, r := range results {
		out, err := a.definition.parse(r.item, a.definition.mend(r.out, a.site, r.builtIn))
		if err != nil {
			return err
		}
		results[i].out = out
	}
	return nil
}

// saveAll is SAVE: one transaction marks the run DONE, which only the holder of the lease can, writes the domain rows and
// settles the credits.
func (a *attempt) saveAll(ctx context.Context, results []result) error {
	if err := a.enter(ctx, PhaseSave, percentSave, "Saving.", nil); err != nil {
		return err
	}
	var err error
	for try := range saves {
		if try > 0 {
			a.run.log().Warn("saving again", "error", err)
			if e := sleep(ctx, time.Duration(try)*200*time.Millisecond); e != nil {
				return e
			}
		}
		err = a.db.Tx(ctx, func(tx *gorm.DB) error { return a.save(ctx, tx, results) })
		if err == nil || errors.Is(err, errLost) || ctx.Err() != nil || fault.KindOf(err) != fault.Internal {
			break
		}
	}
	if err == nil {
		a.observe()
	}
	return err
}

func (a *attempt) save(ctx context.Context, tx *gorm.DB, results []result) error {
	charge := min(a.run.CreditsQuoted, a.run.Parameters.Units*a.run.Parameters.UnitPrice)
	done := tx.Model(&Run{}).Where("id = ? AND lease_owner = ? AND phase = ?", a.run.ID, a.owner, PhaseSave).
		Select("phase", "percent", "message", "credits_charged", "parameters", "lease_owner", "lease_until").
		Updates(Run{Phase: PhaseDone, Percent: percentDone, Message: a.definition.summary(results), CreditsCharged: charge, Parameters: a.run.Parameters})
	if done.Error != nil {
		return fmt.Errorf("save run: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return errLost
	}
	if err := a.definition.save(ctx, tx, a.run, results); err != nil {
		return err
	}
	if err := a.recordAnswers(tx, results); err != nil {
		return err
	}
	if err := a.billing.Settle(tx, billing.Settle{RunID: a.run.ID, Function: a.run.Function, Amount: charge}); err != nil {
		return err
	}
	// Saving may be the longest part: the time is taken after it.
	if err := tx.Model(&Run{}).Where("id = ?", a.run.ID).Update("finished_at", database.Now()).Error; err != nil {
		return fmt.Errorf("end run: %w", err)
	}
	return nil
}
