package ai

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// Approval is what an admin has said to a run whose price is above what the account lets pass by itself.
type Approval string

// The states of an approval.
const (
	NoApproval       Approval = "" // none is needed
	ApprovalWaiting  Approval = "waiting"
	ApprovalGiven    Approval = "approved"
	ApprovalDeclined Approval = "declined"
)

// granted is the condition of a run that nobody has to say yes to any more.
const granted = "approval <> 'waiting'"

// AwaitsApproval says whether the run waits for an admin's yes. It holds its credits meanwhile.
func (r Run) AwaitsApproval() bool { return r.Approval == ApprovalWaiting && !r.Ended() }

// ask notes whether a run or a batch at the price waits for a yes. Who may give one has given it by starting it, and so has the account itself
// when nobody in particular acts.
func (p *plan) ask(ctx context.Context, price int64) {
	member, ok := accounts.MemberFrom(ctx)
	above := p.room.Wallet.ApprovalAbove
	p.together, p.approval = price, ok && above != nil && price > *above && !member.May(accounts.Manage, p.request.SiteID)
}

// await is how a run with the plan begins.
func (p plan) await(waiting string) (Approval, string) {
	if !p.approval {
		return NoApproval, waiting
	}
	return ApprovalWaiting, fmt.Sprintf("Waiting for an admin's yes: this may cost %d credits, and in this account what may cost more than %d needs one.", p.together, *p.room.Wallet.ApprovalAbove)
}

// Approve lets a run begin that waits for a yes, and with it all runs of its batch. One that has been approved already is left as it is.
func (e *Engine) Approve(ctx context.Context, id string) (Run, error) {
	return e.decide(ctx, id, ApprovalGiven, func(tx *gorm.DB, _ []string) error {
		return tx.Updates(map[string]any{"message": "Approved. Waiting for its turn."}).Error
	})
}

// Decline ends a run that waits for a yes, and all runs of its batch, with the reason for whoever asked. Their credits are released.
func (e *Engine) Decline(ctx context.Context, id, reason string) (Run, error) {
	reason = strings.TrimRight(strings.TrimSpace(reason), ".")
	if utf8.RuneCountInString(reason) > 500 {
		return Run{}, fault.Fields{{Name: "reason", Message: "Shorten the reason to 500 characters. Nothing was decided."}}.Err()
	}
	message := "An admin said no. Nothing was started and nothing was charged."
	if reason != "" {
		message = "An admin said no: " + reason + ". Nothing was started and nothing was charged."
	}
	return e.decide(ctx, id, ApprovalDeclined, func(tx *gorm.DB, ids []string) error {
		for _, id := range ids {
			if _, err := e.close(tx.Session(&gorm.Session{NewDB: true}), id, "", PhaseCancelled, message); err != nil {
				return err
			}
		}
		return nil
	})
}

// decide makes the decision in one transaction, and does with the runs that waited what follows from it. What was decided otherwise, or
// needs no decision, is a conflict.
func (e *Engine) decide(ctx context.Context, id string, decision Approval, follow func(tx *gorm.DB, ids []string) error) (run Run, err error) {
	var ids []string
	err = e.db.Tx(ctx, func(tx *gorm.DB) error {
		if run, err = find(tx, id); err != nil {
			return err
		}
		if ids, err = e.decideAll(tx, run, decision); err != nil || len(ids) == 0 {
			return err
		}
		if err := follow(tx.Model(&Run{}).Where("id IN ?", ids), ids); err != nil {
			return fmt.Errorf("decide on runs: %w", err)
		}
		what := fmt.Sprintf("up to %d credits each, %d runs, the first %s", run.CreditsQuoted, len(ids), ids[0])
		if err := accounts.Audit(ctx, tx, "run "+string(decision), run.Function, what); err != nil {
			return err
		}
		run, err = find(tx, id)
		return err
	})
	if err != nil {
		return Run{}, err
	}
	if len(ids) == 0 && run.Approval != decision {
		return run, fault.New(fault.Conflict, "This task does not wait for a yes any more. Nothing was changed.")
	}
	e.wake(ctx)
	return run, nil
}

// decideAll writes the decision on the run and its batch, and is the runs that waited for it.
func (e *Engine) decideAll(tx *gorm.DB, run Run, decision Approval) (ids []string, err error) {
	waiting := tx.Model(&Run{}).Where("approval = ?", ApprovalWaiting).Where(notEnded)
	if run.BatchID != "" {
		waiting = waiting.Where("batch_id = ?", run.BatchID)
	} else {
		waiting = waiting.Where("id = ?", run.ID)
	}
	if err := waiting.Order("created_at, id").Pluck("id", &ids).Error; err != nil || len(ids) == 0 {
		return nil, err
	}
	done := tx.Model(&Run{}).Where("id IN ? AND approval = ?", ids, ApprovalWaiting).Where(notEnded).Updates(map[string]any{
		"approval": decision, "decided_by": tenancy.User(tx.Statement.Context), "decided_at": database.Now(),
	})
	if done.Error == nil && int(done.RowsAffected) != len(ids) {
		done.Error = fault.New(fault.Conflict, "Somebody else has decided on this task in the meantime. Look at it again.")
	}
	return ids, done.Error
}
