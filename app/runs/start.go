package runs

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/app/tenancy"
)

// plan is a checked request with its price.
type plan struct {
	Terms
	kind      *Definition
	request   Request
	lane      string
	batch     string // empty: none
	retryOf   string // the run whose failed items it asks for again; empty: none
	credits   int64
	room      billing.Room
	approval  bool   // it would wait for approval
	together  int64  // the price to approve: of the run, or of its whole batch
	allowance *int64 // credits that the person may start within a day without approval; nil: no limit
	started   int64  // credits that the person has started of that
}

// Start queues a run of the kind: it validates, quotes, and writes the run, its subjects and the hold of its credits in one
// transaction. If a run of the kind with one of the subjects has not ended, it refuses with *Underway. A worker does the
// run; see Get and Wait.
func (e *Engine) Start(ctx context.Context, kind string, r Request) (Run, error) {
	p, err := e.plan(ctx, kind, r, nil)
	if err != nil {
		return Run{}, err
	}
	return e.start(ctx, p)
}

// StartAs queues a run of the kind on given terms, such as those of a rerun.
func (e *Engine) StartAs(ctx context.Context, kind string, r Request, terms Terms) (Run, error) {
	p, err := e.located(ctx, kind, r)
	if err != nil {
		return Run{}, err
	}
	if p, err = e.priced(ctx, p, terms); err != nil {
		return Run{}, err
	}
	return e.start(ctx, p)
}

// start writes the run and its hold, and delivers it to the workers unless it waits for approval.
func (e *Engine) start(ctx context.Context, p plan) (Run, error) {
	var run Run
	err := e.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		if run, err = e.write(ctx, tx, p); err != nil {
			return err
		}
		return e.awaitApproval(tx, p, false, &run)
	})
	if err != nil {
		return Run{}, err
	}
	e.hand(ctx, run, "")
	return run, nil
}

// write writes the planned run and the hold of its credits.
func (e *Engine) write(ctx context.Context, tx *gorm.DB, p plan) (Run, error) {
	if err := e.allowed(ctx, p.kind.Name, p.request.SiteID); err != nil {
		return Run{}, err
	}
	run := Run{
		ID: database.NewID(), SiteID: p.request.SiteID, UserID: tenancy.User(ctx), BatchID: p.batch, RetryOf: p.retryOf,
		Function: p.kind.Name, Lane: p.lane,
		Payload: p.request.Payload, Phase: PhaseInit, Message: "Waiting for its turn.", CreditsQuoted: p.credits, Record: p.Record, AskedAt: database.Now(),
	}
	if p.request.SectorID != "" {
		run.SectorID = &p.request.SectorID
	}
	if err := tx.Create(&run).Error; err != nil {
		return Run{}, fmt.Errorf("queue %s: %w", run.Function, err)
	}
	if err := e.claimSubjects(tx, run, p.Subjects); err != nil {
		return Run{}, err
	}
	return run, e.billing.Hold(tx, e.hold(ctx, run))
}

func (e *Engine) hold(ctx context.Context, run Run) billing.Hold {
	return billing.Hold{Spender: spender(ctx, run.SiteID), RunID: run.ID, Amount: run.CreditsQuoted}
}

// plan validates a request and prices it. prior is the run that is retried.
func (e *Engine) plan(ctx context.Context, kind string, r Request, prior *Run) (plan, error) {
	p, err := e.located(ctx, kind, r)
	if err != nil {
		return plan{}, err
	}
	terms, err := p.kind.Plan(ctx, p.request, prior)
	if err != nil {
		return plan{}, err
	}
	return e.priced(ctx, p, terms)
}

// located returns the plan without its terms: the kind and the place.
func (e *Engine) located(ctx context.Context, kind string, r Request) (plan, error) {
	d := e.kinds[kind]
	if d == nil {
		var wrong fault.Fields
		wrong.Add("function", "There is no AI function %q.", kind)
		return plan{}, wrong.Err()
	}
	r, err := e.locate(ctx, d, r)
	if err != nil {
		return plan{}, err
	}
	if r.Payload, err = object(r.Payload); err != nil {
		return plan{}, err
	}
	place := r.SectorID
	if d.PerSite {
		place = r.SiteID
	}
	return plan{kind: d, request: r, lane: lane(kind, place)}, nil
}

// priced returns the plan with its price and what the account has left.
func (e *Engine) priced(ctx context.Context, p plan, terms Terms) (_ plan, err error) {
	p.Terms = terms
	if p.room, err = e.billing.Room(ctx, spender(ctx, p.request.SiteID)); err != nil {
		return plan{}, err
	}
	if p.Free {
		return p, nil
	}
	if p.room.Wallet.Unmetered {
		p.Parameters.UnitPrice = 0
	}
	p.credits = p.Parameters.Units * p.Parameters.UnitPrice
	return p, e.checkApproval(ctx, &p, p.credits)
}

// locate finds the site or sector that the request names. A place of another account is not found, whatever else is wrong.
func (e *Engine) locate(ctx context.Context, d *Definition, r Request) (Request, error) {
	var wrong fault.Fields
	if d.PerSite {
		wrong.Check(r.SiteID != "", "site_id", "%s works on a site: name it by site_id.", d.Title)
		if err := wrong.Err(); err != nil {
			return r, err
		}
		r.SectorID = ""
		_, err := database.One[sites.Site](e.db.Read(ctx), "site", r.SiteID)
		return r, err
	}
	wrong.Check(r.SectorID != "", "sector_id", "%s works on a sector: name it by sector_id.", d.Title)
	if err := wrong.Err(); err != nil {
		return r, err
	}
	s, err := database.One[sites.Sector](e.db.Read(ctx), "sector", r.SectorID)
	if err == nil && r.SiteID != "" && r.SiteID != s.SiteID {
		err = fault.Missing("sector")
	}
	r.SiteID = s.SiteID
	return r, err
}

// nul is the only character that JSON can hold and PostgreSQL cannot.
const nul = `\u0000`

// object returns the payload as a JSON object; an empty payload becomes an empty object. It is encoded again, because
// PostgreSQL accepts less JSON than Go.
func object(payload json.RawMessage) (json.RawMessage, error) {
	payload = bytes.TrimSpace(payload)
	if len(payload) == 0 || bytes.Equal(payload, []byte("null")) {
		return json.RawMessage("{}"), nil
	}
	decoder := json.NewDecoder(bytes.NewReader(payload))
	decoder.UseNumber()
	var fields map[string]any
	var wrong fault.Fields
	if err := decoder.Decode(&fields); err != nil || decoder.More() {
		wrong.Add("payload", "The payload must be a JSON object.")
		return nil, wrong.Err()
	}
	written, err := json.Marshal(fields)
	if err != nil {
		return nil, fmt.Errorf("write payload: %w", err)
	}
	wrong.Check(!bytes.Contains(written, []byte(nul)), "payload", "The payload holds a NUL character, which cannot be stored.")
	return written, wrong.Err()
}

// Cancel ends a run at once: its credits are released, and its worker cannot save any more. Cancelling again changes
// nothing; cancelling a run that is done or has failed is a conflict.
func (e *Engine) Cancel(ctx context.Context, id string) (Run, error) {
	run, err := e.Get(ctx, id)
	if err != nil {
		return Run{}, err
	}
	if err := e.allowed(ctx, run.Function, run.SiteID); err != nil {
		return Run{}, err
	}
	changed := false
	err = e.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		changed, err = e.close(tx, id, "", PhaseCancelled, "Cancelled. Nothing was saved and nothing was charged.")
		if err != nil {
			return err
		}
		run, err = find(tx, id)
		return err
	})
	if err != nil {
		return Run{}, err
	}
	if changed {
		e.afterEnd(ctx, run)
	} else if run.Phase != PhaseCancelled {
		return run, fault.New(fault.Conflict, "This task has already ended, so there is nothing to cancel.")
	}
	return run, nil
}

// CancelSite cancels the runs of a site that was deleted, whoever may cancel them otherwise.
func (e *Engine) CancelSite(ctx context.Context, siteID string) error {
	err := e.db.Tx(ctx, func(tx *gorm.DB) error {
		var ids []string
		if err := database.Locked(tx).Model(&Run{}).Where("site_id = ?", siteID).Where(notEnded).Order("id").Pluck("id", &ids).Error; err != nil {
			return fmt.Errorf("find the runs of a site: %w", err)
		}
		for _, id := range ids {
			if _, err := e.close(tx, id, "", PhaseCancelled, "Cancelled: the site was deleted. Nothing was charged."); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		e.Wake(ctx)
	}
	return err
}

// close ends a run without a result and releases its credits, in tx. With an owner it does so only while the owner has the
// lease. It reports whether this call ended the run.
func (e *Engine) close(tx *gorm.DB, id, owner string, phase Phase, message string) (bool, error) {
	query := tx.Model(&Run{}).Where("id = ?", id).Where(notEnded)
	if owner != "" {
		query = query.Where("lease_owner = ?", owner)
	}
	done := query.Updates(map[string]any{
		"phase": phase, "message": message, "lease_owner": "", "lease_until": nil, "finished_at": database.Now(),
	})
	if done.Error != nil {
		return false, fmt.Errorf("end run: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return false, nil
	}
	if err := freeSubjects(tx, id); err != nil {
		return false, err
	}
	if err := e.billing.Release(tx, id); err != nil {
		return false, err
	}
	run, err := find(tx, id)
	if err != nil {
		return false, err
	}
	return true, recordEnd(tx, run, events.Data{Outcome: string(phase)})
}

// recordEnd records in which phase the run has ended, what it was charged, and how much of it failed.
func recordEnd(tx *gorm.DB, run Run, how events.Data) error {
	how.Function = run.Function
	return events.Record(tx, events.Event{Kind: events.RunEnded, SiteID: run.SiteID, ObjectID: run.ID, Data: how})
}

// afterEnd reports the end to the observer, and wakes what waited for the slot or behind the run.
func (e *Engine) afterEnd(ctx context.Context, run Run) {
	if run.StartedAt != nil && run.FinishedAt != nil {
		e.options.Observe(run.Function, string(run.Phase), run.FinishedAt.Sub(*run.StartedAt).Seconds())
	}
	e.Wake(ctx)
}

// spender returns the person and their limit on the site. Without a person there is no limit.
func spender(ctx context.Context, siteID string) billing.Spender {
	s := billing.Spender{SiteID: siteID, UserID: tenancy.User(ctx)}
	if member, ok := accounts.MemberFrom(ctx); ok {
		s.MonthlyLimit = member.MonthlyCredits(siteID)
	}
	return s
}
