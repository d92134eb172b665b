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

// AwaitsApproval reports whether the run waits for an admin's yes. It holds its credits meanwhile.
func (r Run) AwaitsApproval() bool { return r.Approval == ApprovalWaiting && !r.Ended() }

// Day is how far back the runs are counted that a person has started.
const Day = 24 * time.Hour

// ask finds out whether a run or a batch at the price would wait for a yes. Who may give one has given it by starting
// it, and so has the account itself when nobody in particular acts.
func (e *Engine) ask(ctx context.Context, p *plan, price int64) (err error) {
	p.together, p.allowance, p.approval = price, nil, false
	member, ok := accounts.MemberFrom(ctx)
	if !ok || price == 0 || member.May(accounts.Manage, p.request.SiteID) {
		return nil
	}
	if p.allowance = p.room.Wallet.ApprovalAbove; p.allowance == nil {
		return nil
	}
	p.started, err = started(e.db.Read(ctx))
	p.approval = p.started+price > *p.allowance
	return err
}

// taken is what a run takes of the person's day: what it was charged, or what it holds until it has ended.
const taken = "CASE phase WHEN 'DONE' THEN credits_charged WHEN 'FAILED' THEN 0 WHEN 'CANCELLED' THEN 0 ELSE credits_quoted END"

// started returns what the person has started within a day without a yes, in credits. Runs that an admin has approved are not
// counted.
func started(tx *gorm.DB) (credits int64, err error) {
	person, since := tenancy.User(tx.Statement.Context), database.Now().Add(-Day)
	err = tx.Model(&Run{}).Select("COALESCE(SUM("+taken+"), 0)").Where("user_id = ? AND asked_at > ? AND approval = ''", person, since).Scan(&credits).Error
	if err != nil {
		return 0, fmt.Errorf("sum what was started: %w", err)
	}
	return credits, nil
}

// await makes runs wait for a yes that were written in tx, if the person has started too much with them; with anyway they
// wait in any case. The holds of their credits have locked the wallet: of two starts at the same time, the second counts
// the first.
func (e *Engine) await(tx *gorm.DB, p plan, anyway bool, runs ...*Run) error {
	if p.allowance == nil {
		return nil
	}
	all, err := started(tx)
	if err != nil || (all <= *p.allowance && !anyway) {
		return err
	}
	message := fmt.Sprintf("Waiting for an admin's yes: this may cost %d credits%s, and in this account a person who starts more than %d "+
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

// approves reports whether an admin's yes to the run covers trying it again at the price.
func (r Run) approves(price int64) bool {
	return r.Approval == ApprovalGiven && price <= r.CreditsQuoted
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
		return run, fault.New(fault.Conflict, "This task does not wait for a yes any more. Nothing was changed.")
	}
	e.Wake(ctx)
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
