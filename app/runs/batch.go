package runs

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// BatchState is where a batch stands.
type BatchState string

// The states of a batch. Each may become the other. There is none for a batch whose runs have all ended: its tally says so.
const (
	BatchGoing  BatchState = "going"
	BatchPaused BatchState = "paused"
)

// MaxBatch is the number of runs that a batch may have.
const MaxBatch = 200

// batchLanes is the number of runs of a batch that run at the same time. It leaves the account slots for other runs, and
// limits what is spent after a batch is paused.
const batchLanes = 2

// Batch is a set of runs that were started and quoted together. Each is charged, fails and is retried by itself. None begins
// while the batch is paused; one that has begun continues.
type Batch struct {
	ID            string
	AccountID     string `gorm:"<-:create"`
	SiteID        string `gorm:"<-:create"`
	UserID        string
	Function      string
	State         BatchState
	Size          int64
	CreditsQuoted int64
	Braked        bool            // its runs may pause it, see Brake
	Reason        string          // for people: why a run has paused it
	Evidence      json.RawMessage `gorm:"serializer:json"` // of the reason, in the form of the module that gave it
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// TableName returns the table of batches.
func (Batch) TableName() string { return "run_batches" }

// Tally counts the runs of a batch by state.
type Tally struct {
	Waiting, Running, Done, Failed, Cancelled int64
	Percent                                   int64 // of all that is to be done
	Held, Charged                             int64 // credits
}

// Ended reports whether no run waits or runs.
func (t Tally) Ended() bool { return t.Waiting+t.Running == 0 }

// notPaused is the condition of runs whose batch is not paused.
const notPaused = `NOT EXISTS (SELECT 1 FROM run_batches AS batch WHERE batch.account_id = runs.account_id AND batch.id = runs.batch_id AND batch.state = 'paused')`

// BatchRequest asks for a batch: a run for each request, all of one site.
type BatchRequest struct {
	Function string
	Requests []Request
	Braked   bool
	Most     *int64                  // the quote that the person saw: a higher price is refused; nil: no limit
	With     func(tx *gorm.DB) error // runs in the transaction that writes the runs; may be nil
}

// QuoteBatch returns what StartBatch would hold for all runs together. It refuses what StartBatch would refuse, except for a
// lack of credits.
func (e *Engine) QuoteBatch(ctx context.Context, function string, requests []Request) (Quote, error) {
	plans, err := e.plans(ctx, function, requests)
	if err != nil {
		return Quote{}, err
	}
	q := plans[0].quote()
	q.Credits, q.UpperBound = sum(plans), sum(plans)
	return q, nil
}

// StartBatch queues a run for each request and holds the credits of all, or does nothing.
func (e *Engine) StartBatch(ctx context.Context, o BatchRequest) (Batch, error) {
	plans, err := e.plans(ctx, o.Function, o.Requests)
	if err != nil {
		return Batch{}, err
	}
	b := Batch{
		ID: database.NewID(), SiteID: plans[0].request.SiteID, UserID: tenancy.User(ctx), Function: o.Function, State: BatchGoing,
		Size:          int64(len(plans)),
		CreditsQuoted: sum(plans), Braked: o.Braked,
	}
	if err := affordable(b.CreditsQuoted, o.Most); err != nil {
		return Batch{}, err
	}
	err = e.db.Tx(ctx, func(tx *gorm.DB) error {
		if o.With != nil {
			if err := o.With(tx); err != nil {
				return err
			}
		}
		if err := tx.Create(&b).Error; err != nil {
			return fmt.Errorf("write batch: %w", err)
		}
		runs := make([]*Run, len(plans))
		for i, p := range plans {
			p.batch, p.lane = b.ID, p.lane+" "+b.ID+"/"+strconv.Itoa(i%batchLanes)
			run, err := e.write(ctx, tx, p)
			if err != nil {
				return err
			}
			runs[i] = &run
		}
		return e.awaitApproval(tx, plans[0], false, runs...)
	})
	if err != nil {
		return Batch{}, err
	}
	e.Wake(ctx)
	return b, nil
}

func (e *Engine) plans(ctx context.Context, function string, requests []Request) ([]plan, error) {
	var f fault.Fields
	f.Check(len(requests) > 0, "payload", "Choose at least one.")
	f.Check(len(requests) <= MaxBatch, "payload", "A batch has at most %d runs.", MaxBatch)
	if err := f.Err(); err != nil {
		return nil, err
	}
	plans := make([]plan, len(requests))
	for i, r := range requests {
		p, err := e.plan(ctx, function, r, nil)
		if err != nil {
			return nil, err
		}
		if plans[i] = p; p.request.SiteID != plans[0].request.SiteID {
			return nil, fault.Missing("site")
		}
	}
	return plans, e.checkApproval(ctx, &plans[0], sum(plans))
}

func sum(plans []plan) (credits int64) {
	for _, p := range plans {
		credits += p.credits
	}
	return credits
}

func affordable(credits int64, most *int64) error {
	if most == nil || credits <= *most {
		return nil
	}
	return fault.New(fault.Conflict, "The price has changed since it was shown: it is %d credits now, not %d. Nothing was started; look at it again.", credits, *most)
}

// Batch returns the batch with the id.
func (e *Engine) Batch(ctx context.Context, id string) (Batch, error) {
	return findBatch(e.db.Read(ctx), id)
}

func findBatch(tx *gorm.DB, id string) (b Batch, err error) {
	return database.One[Batch](tx, "batch", id)
}

// Batches returns the batches of the site, newest first.
func (e *Engine) Batches(ctx context.Context, siteID string, limit int, cursor string) (database.Page[Batch], error) {
	order := database.Order{Column: "created_at", Falling: true, Kind: database.Time}
	return database.List(e.db.Read(ctx).Where("site_id = ?", siteID), order, limit, cursor, func(b Batch) database.Position {
		return database.Position{Value: b.CreatedAt, ID: b.ID}
	})
}

// BatchCount counts the runs of a batch that have not ended, and those that failed.
type BatchCount struct {
	BatchID         string
	Unended, Failed int64
}

// CountBatches returns the counts of the newest batches of the site, the newest first.
func (e *Engine) CountBatches(ctx context.Context, siteID string, limit int) ([]BatchCount, error) {
	newest := e.db.Read(ctx).Model(&Batch{}).Select("id").Where("site_id = ?", siteID).Order("created_at DESC, id DESC").Limit(limit)
	var counts []BatchCount
	err := e.db.Read(ctx).Model(&Run{}).Where("batch_id IN (?)", newest).
		Select("batch_id, COUNT(CASE WHEN "+notEnded+" THEN 1 END) AS unended, COUNT(CASE WHEN phase = ? THEN 1 END) AS failed", PhaseFailed).
		Group("batch_id").Order("batch_id DESC").Scan(&counts).Error // ids sort by time
	if err != nil {
		return nil, fmt.Errorf("count runs of batches: %w", err)
	}
	return counts, nil
}

// Runs returns the runs of the batch, in the order in which they were asked for.
func (e *Engine) Runs(ctx context.Context, batchID string) (runs []Run, err error) {
	if err := e.db.Read(ctx).Where("batch_id = ?", batchID).Order("created_at, id").Find(&runs).Error; err != nil {
		return nil, fmt.Errorf("list runs of batch: %w", err)
	}
	return runs, nil
}

// TallyOf counts runs.
func TallyOf(runs []Run) (t Tally) {
	for _, r := range runs {
		switch {
		case r.Phase == PhaseDone:
			t.Done++
		case r.Phase == PhaseFailed:
			t.Failed++
		case r.Phase == PhaseCancelled:
			t.Cancelled++
		case r.Running():
			t.Running++
		default:
			t.Waiting++
		}
		if r.Ended() {
			t.Percent += percentDone
		} else {
			t.Percent += r.Percent
		}
		t.Held += r.CreditsHeld()
		t.Charged += r.CreditsCharged
	}
	t.Percent /= max(int64(len(runs)), 1)
	return t
}

// PauseBatch keeps the waiting runs of the batch from beginning. Pausing twice changes nothing.
func (e *Engine) PauseBatch(ctx context.Context, id string) (Batch, error) {
	return e.changeBatch(ctx, id, map[string]any{"state": BatchPaused})
}

// ResumeBatch lets a paused batch continue. braked says whether its runs may pause it again.
func (e *Engine) ResumeBatch(ctx context.Context, id string, braked bool) (Batch, error) {
	b, err := e.changeBatch(ctx, id, map[string]any{"state": BatchGoing, "braked": braked, "reason": "", "evidence": nil})
	if err == nil {
		e.Wake(ctx)
	}
	return b, err
}

func (e *Engine) changeBatch(ctx context.Context, id string, values map[string]any) (b Batch, err error) {
	err = e.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Model(&Batch{}).Where("id = ?", id).Updates(values).Error; err != nil {
			return fmt.Errorf("change batch: %w", err)
		}
		b, err = findBatch(tx, id)
		return err
	})
	return b, err
}

// Braked reports whether the run may pause its batch. It locks the batch until tx ends, so that each run of the batch sees
// what the others have saved.
func (e *Engine) Braked(tx *gorm.DB, run Run) (bool, error) {
	if run.BatchID == "" {
		return false, nil
	}
	var b Batch
	if err := database.Locked(tx).Take(&b, "id = ?", run.BatchID).Error; err != nil {
		return false, fmt.Errorf("lock batch: %w", err)
	}
	return b.Braked, nil
}

// Brake pauses the batch of the run in tx, with the reason for people and its evidence. It does nothing if the batch is
// paused or may not be paused by its runs.
func (e *Engine) Brake(tx *gorm.DB, run Run, reason string, evidence any) error {
	data, err := json.Marshal(evidence)
	if err != nil {
		return fmt.Errorf("write evidence: %w", err)
	}
	paused := tx.Model(&Batch{}).Where("id = ? AND state = ? AND braked", run.BatchID, BatchGoing)
	if err := paused.Select("state", "reason", "evidence").Updates(Batch{State: BatchPaused, Reason: reason, Evidence: data}).Error; err != nil {
		return fmt.Errorf("pause batch: %w", err)
	}
	return nil
}

// CancelBatch cancels all runs of the batch that have not ended, and returns how many.
func (e *Engine) CancelBatch(ctx context.Context, id string) (cancelled int, err error) {
	if _, err := e.Batch(ctx, id); err != nil {
		return 0, err
	}
	runs, err := e.Runs(ctx, id)
	if err != nil {
		return 0, err
	}
	for _, r := range runs {
		if r.Ended() {
			continue
		}
		run, err := e.Cancel(ctx, r.ID)
		switch {
		case err == nil && run.Phase == PhaseCancelled:
			cancelled++
		case err != nil && fault.KindOf(err) != fault.Conflict: // it ended in the meantime
			return cancelled, err
		}
	}
	_, err = e.ResumeBatch(ctx, id, true)
	return cancelled, err
}

// QuoteRetry returns what RetryBatch would hold: today's price of the failed runs.
func (e *Engine) QuoteRetry(ctx context.Context, batchID string) (q Quote, failed []Run, err error) {
	runs, err := e.Runs(ctx, batchID)
	if err != nil {
		return q, nil, err
	}
	var last plan
	var unapproved int64
	for _, r := range runs {
		if r.Phase != PhaseFailed {
			continue
		}
		p, err := e.plan(ctx, r.Function, r.Request(), &r)
		if err != nil && fault.KindOf(err) != fault.Internal {
			continue // its subject is done or gone
		}
		if err != nil {
			return q, nil, err
		}
		q.Credits, failed, last = q.Credits+p.credits, append(failed, r), p
		if !r.approves(p.credits) {
			unapproved += p.credits
		}
	}
	if err := e.checkApproval(ctx, &last, unapproved); err != nil {
		return q, nil, err
	}
	q.UpperBound, q.Room, q.Approval, q.Started = q.Credits, last.room, last.approval, last.started
	return q, failed, nil
}

// RetryBatch retries the failed runs of the batch, and returns how many. most is the quote that the person saw.
func (e *Engine) RetryBatch(ctx context.Context, id string, most *int64) (int, error) {
	if _, err := e.Batch(ctx, id); err != nil {
		return 0, err
	}
	q, failed, err := e.QuoteRetry(ctx, id)
	if err != nil {
		return 0, err
	}
	if err := affordable(q.UpperBound, most); err != nil {
		return 0, err
	}
	if len(failed) == 0 {
		return 0, fault.New(fault.Conflict, "No run of this batch has failed that could be tried again.")
	}
	for i, r := range failed {
		if _, err := e.retry(ctx, r.ID, q.Approval); err != nil {
			return i, err
		}
	}
	return len(failed), nil
}
