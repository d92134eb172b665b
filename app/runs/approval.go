package runs

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// Approval is an admin's decision about a run whose price is above what the account allows without approval.
type Approval string

// The states of an approval.
const (
	NoApproval       Approval = "" // none is needed
	ApprovalWaiting  Approval = "waiting"
	ApprovalGiven    Approval = "approved"
	ApprovalDeclined Approval = "declined"
)

// needsNoApproval is the condition of runs that need no approval or have it.
const needsNoApproval = "approval <> 'waiting'"

// AwaitsApproval reports whether the run waits for an admin's approval. It holds its credits meanwhile.
func (r Run) AwaitsApproval() bool { return r.Approval == ApprovalWaiting && !r.Ended() }

// Day is the time in which a person's runs add up towards the limit.
const Day = 24 * time.Hour

// checkApproval sets whether a run or a batch at the price needs approval. A person who may approve it approves it by
// starting it. A run that nobody in particular starts needs none.
func (e *Engine) checkApproval(ctx context.Context, p *plan, price int64) (err error) {
	p.together, p.allowance, p.approval = price, nil, false
	member, ok := accounts.MemberFrom(ctx)
	if !ok || price == 0 || member.May(accounts.Manage, p.request.SiteID) {
		return nil
	}
	if p.allowance = p.room.Wallet.ApprovalAbove; p.allowance == nil {
		return nil
	}
	p.started, err = startedToday(e.db.Read(ctx))
	p.approval = p.started+price > *p.allowance
	return err
}

// creditsTaken is what a run counts towards the person's day: its charge, or its hold until it has ended.
const creditsTaken = "CASE phase WHEN 'DONE' THEN credits_charged WHEN 'FAILED' THEN 0 WHEN 'CANCELLED' THEN 0 ELSE credits_quoted END"

// startedToday returns the credits of the runs that the person has started within a day without approval. Approved runs do
// not count.
func startedToday(tx *gorm.DB) (credits int64, err error) {
	person, since := tenancy.User(tx.Statement.Context), database.Now().Add(-Day)
	err = tx.Model(&Run{}).Select("COALESCE(SUM("+creditsTaken+"), 0)").Where("user_id = ? AND asked_at > ? AND approval = ''", person, since).Scan(&credits).Error
	if err != nil {
		return 0, fmt.Errorf("sum what was started: %w", err)
	}
	return credits, nil
}

// awaitApproval makes runs that were written in tx wait for approval, if the person exceeds the limit with them; with anyway
// they wait in any case. The holds have locked the wallet: of two starts at the same time, the second counts the first.
func (e *Engine) awaitApproval(tx *gorm.DB, p plan, anyway bool, runs ...*Run) error {
	if p.allowance == nil {
		return nil
	}
	all, err := startedToday(tx)
	if err != nil || (all <= *p.allowance && !anyway) {
		return err
	}
	message := fmt.Sprintf("Waiting for an admin's approval: this may cost %d credits%s, and in this account a person who starts more than %d "+
		"within 24 hours needs one.", p.together, p.before(), *p.allowance)
	ids := make([]string, len(runs))
	for i, run := range runs {
		ids[i], run.Approval, run.Message = run.ID, ApprovalWaiting, message
	}
	done := tx.Model(&Run{}).Where("id IN ?", ids).Updates(map[string]any{"approval": ApprovalWaiting, "message": message})
	if done.Error != nil {
		return fmt.Errorf("wait for approval: %w", done.Error)
	}
	return nil
}

func (p plan) before() string {
	if p.started == 0 {
		return ""
	}
	return fmt.Sprintf(" after %d that were started before", p.started)
}

// approves reports whether the approval of the run covers a retry at the price.
func (r Run) approves(price int64) bool {
	return r.Approval == ApprovalGiven && price <= r.CreditsQuoted
}

// Approve lets a run begin that waits for approval, and with it all runs of its batch. It changes nothing if the run is
// approved already.
func (e *Engine) Approve(ctx context.Context, id string) (Run, error) {
	return e.decide(ctx, id, ApprovalGiven, func(tx *gorm.DB, ids []string) error {
		return tx.Model(&Run{}).Where("id IN ?", ids).Update("message", "Approved. Waiting for its turn.").Error
	})
}

// Decline ends a run that waits for approval, and all runs of its batch. The reason is shown to the person who started it.
// The credits are released.
func (e *Engine) Decline(ctx context.Context, id, reason string) (Run, error) {
	reason = strings.TrimRight(strings.TrimSpace(reason), ".")
	if utf8.RuneCountInString(reason) > 500 {
		return Run{}, fault.Fields{{Name: "reason", Message: "Shorten the reason to 500 characters. Nothing was decided."}}.Err()
	}
	message := "An admin declined this. Nothing was started and nothing was charged."
	if reason != "" {
		message = "An admin declined this: " + reason + ". Nothing was started and nothing was charged."
	}
	return e.decide(ctx, id, ApprovalDeclined, func(tx *gorm.DB, ids []string) error {
		for _, id := range ids {
			if _, err := e.close(tx, id, "", PhaseCancelled, message); err != nil {
				return err
			}
		}
		return nil
	})
}

// decide writes the decision and calls follow for the runs that waited, in one transaction. If the run was decided otherwise
// or needs no decision, it is a conflict.
func (e *Engine) decide(ctx context.Context, id string, decision Approval, follow func(tx *gorm.DB, ids []string) error) (run Run,
	err error,
) {
	var ids []string
	err = e.db.Tx(ctx, func(tx *gorm.DB) error {
		if run, err = find(tx, id); err != nil {
			return err
		}
		if ids, err = e.decideAll(tx, run, decision); err != nil || len(ids) == 0 {
			return err
		}
		if err := follow(tx, ids); err != nil {
			return fmt.Errorf("decide on runs: %w", err)
		}
		kind := events.RunApproved
		if decision == ApprovalDeclined {
			kind = events.RunDeclined
		}
		err := events.Record(tx, events.Event{
			Kind: kind, SiteID: run.SiteID, ObjectID: ids[0], Subject: run.Function, Data: events.Data{Function: run.Function},
			Detail: fmt.Sprintf("up to %d credits each, %s", run.CreditsQuoted, text.Count(len(ids), "run", "runs")),
		})
		if err != nil {
			return err
		}
		run, err = find(tx, id)
		return err
	})
	if err != nil {
		return Run{}, err
	}
	if len(ids) == 0 && run.Approval != decision {
		return run, fault.New(fault.Conflict, "This task no longer waits for approval. Nothing was changed.")
	}
	e.Wake(ctx)
	return run, nil
}

// decideAll writes the decision on the run and its batch. It returns the ids of the runs that waited.
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
