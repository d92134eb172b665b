package runs

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// Retry queues a failed or cancelled run again, at today's price and for the person who calls. Earlier answers of a model
// are used again. An approval stays valid up to its price. A run that waits or runs is not changed. For what a run that is done
// could not do, Retry starts another run, which it returns: the charge of the first never changes.
func (e *Engine) Retry(ctx context.Context, id string) (Run, error) {
	return e.retry(ctx, id, false)
}

// retry is Retry for a run that may be one of many. approval says that the runs that are retried together need approval.
func (e *Engine) retry(ctx context.Context, id string, approval bool) (Run, error) {
	run, err := e.Get(ctx, id)
	if err != nil {
		return Run{}, err
	}
	if run.Phase == PhaseDone {
		return e.retryFailed(ctx, run)
	}
	if !run.Ended() {
		return run, nil
	}
	if err := e.allowed(ctx, run.Function, run.SiteID); err != nil {
		return run, err
	}
	p, err := e.plan(ctx, run.Function, run.Request(), &run)
	if err != nil {
		return run, err
	}
	kept := NoApproval
	if run.approves(p.credits) {
		kept, p.allowance = ApprovalGiven, nil
	}
	changed := false
	err = e.db.Tx(ctx, func(tx *gorm.DB) error {
		done := tx.Model(&Run{}).Where("id = ? AND phase IN ?", id, []Phase{PhaseFailed, PhaseCancelled}).
			Select("user_id", "phase", "percent", "message", "failed", "credits_quoted", "provider", "integration_id", "model", "parameters",
				"attempt", "not_before", "started_at", "finished_at", "prompts", "approval", "asked_at").
			Updates(Run{
				UserID: tenancy.User(ctx), Phase: PhaseInit, Message: "Waiting for its turn again.", Approval: kept,
				AskedAt: database.Now(), CreditsQuoted: p.credits, Record: p.Record,
			})
		if done.Error != nil {
			return fmt.Errorf("queue again: %w", done.Error)
		}
		if run, err = find(tx, id); err != nil || done.RowsAffected == 0 {
			return err
		}
		changed = true
		if err := e.claimSubjects(tx, run, p.Subjects); err != nil {
			return err
		}
		if err := e.billing.Hold(tx, e.hold(ctx, run)); err != nil {
			return err
		}
		return e.awaitApproval(tx, p, approval, &run)
	})
	if err != nil {
		return Run{}, err
	}
	if changed {
		e.hand(ctx, run, database.NewID())
	}
	return run, nil
}

// retryFailed starts a run that asks for what the run could not do. If there is such a run already, that one is retried instead.
func (e *Engine) retryFailed(ctx context.Context, run Run) (Run, error) {
	next, ok, err := e.Retried(ctx, run.ID)
	if err != nil {
		return run, err
	}
	if ok {
		return e.Retry(ctx, next.ID)
	}
	p, err := e.planFailed(ctx, run)
	if err != nil {
		return run, err
	}
	p.retryOf = run.ID
	next, err = e.start(ctx, p)
	if !errors.Is(err, gorm.ErrDuplicatedKey) {
		return next, err
	}
	if faster, ok, _ := e.Retried(ctx, run.ID); ok { // two people have asked at the same moment
		return faster, nil
	}
	return run, err
}

// QuoteRetryOf returns what a retry of the run, which has ended, would hold. It refuses what the retry would refuse, except for a lack of
// credits.
func (e *Engine) QuoteRetryOf(ctx context.Context, run Run) (Quote, error) {
	if run.Phase == PhaseDone {
		p, err := e.planFailed(ctx, run)
		return p.quote(), err
	}
	p, err := e.plan(ctx, run.Function, run.Request(), &run)
	if err != nil {
		return Quote{}, err
	}
	if run.approves(p.credits) {
		p.approval = false
	}
	return p.quote(), nil
}

// Retried returns the run that asks for what the run with the id could not do; ok is false if there is none.
func (e *Engine) Retried(ctx context.Context, id string) (run Run, ok bool, err error) {
	err = e.db.Read(ctx).Where("retry_of = ?", id).Take(&run).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Run{}, false, nil
	}
	if err != nil {
		return Run{}, false, fmt.Errorf("find the retry of a run: %w", err)
	}
	return run, true, nil
}

// planFailed returns the plan of a run that asks for what the run could not do. What cannot be asked for any more, because somebody has
// done it since or it is deleted, is left out; if that is all of it, its refusal is returned.
func (e *Engine) planFailed(ctx context.Context, run Run) (plan, error) {
	d := e.kinds[run.Function]
	if d == nil || d.Narrow == nil || len(run.Failed) == 0 {
		return plan{}, fault.New(fault.Conflict, "This task is done. Start a new one instead.")
	}
	narrowed := func(subjects []string) (plan, error) {
		r := run.Request()
		var err error
		if r.Payload, err = d.Narrow(r.Payload, subjects); err != nil {
			return plan{}, err
		}
		return e.plan(ctx, run.Function, r, nil)
	}
	subjects := make([]string, len(run.Failed))
	for i, f := range run.Failed {
		subjects[i] = f.Subject
	}
	p, refusal := narrowed(subjects)
	if refusal == nil || fault.KindOf(refusal) == fault.Internal || len(subjects) == 1 {
		return p, refusal
	}
	var left []string
	for _, s := range subjects {
		_, err := narrowed([]string{s})
		if err != nil && fault.KindOf(err) == fault.Internal {
			return plan{}, err
		}
		if err == nil {
			left = append(left, s)
		}
	}
	if len(left) == 0 {
		return plan{}, refusal
	}
	return narrowed(left)
}
