package runs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// An account has a number of slots in each pool. A run holds one as long as it has a lease. However many runs an account has
// queued, it fills only its slots. A worker that has ended a run goes on with the next run of the account, for the time of
// its stint; then it hands the account on through the queue, so that accounts take turns.

// stint is how long a worker goes on with the runs of one account before others have their turn.
const stint = 500 * time.Millisecond

// runnable selects the runs of the account that may be claimed if there is a slot for them, the oldest first. Only the first
// run of a lane may, so it goes from lane to lane in the index of the queue and reads no other run.
const runnable = `WITH RECURSIVE lanes (lane) AS (
		SELECT MIN(lane) FROM runs WHERE account_id = @account AND ` + queued + `
		UNION ALL
		SELECT (SELECT MIN(runs.lane) FROM runs WHERE account_id = @account AND runs.lane > lanes.lane AND ` + queued + `)
		FROM lanes WHERE lanes.lane IS NOT NULL
	), heads (id) AS (
		SELECT (SELECT id FROM runs WHERE account_id = @account AND runs.lane = lanes.lane AND ` + queued + ` ORDER BY created_at, id LIMIT 1)
		FROM lanes WHERE lanes.lane IS NOT NULL
	)
	SELECT runs.id, account_id, user_id, function, lane, attempt, provider, integration_id, rerun
	FROM heads CROSS JOIN runs
	WHERE account_id = @account AND runs.id = heads.id AND ` + queued + ` AND ` + unheld + ` AND ` + due + ` AND ` + notPaused

// next returns runs of the account, in the pool, that may be claimed now.
func (e *Engine) next(ctx context.Context, p *pool, limit int) (list []Run, err error) {
	query := runnable + " AND " + p.rows + " ORDER BY created_at, runs.id LIMIT @limit"
	err = tenancy.SQL(e.db.Read(ctx), query, map[string]any{"now": e.db.Clock(0), "limit": limit}).Scan(&list).Error
	if err != nil {
		return nil, fmt.Errorf("read waiting runs: %w", err)
	}
	return list, nil
}

// slots returns the slots of the account that its runs hold. If two runs choose the same free slot, a unique index refuses
// the second. SQLite takes the index of slots only for a condition on the slot.
func slots(tx *gorm.DB) (taken []int64, err error) {
	if err := tx.Model(&Run{}).Where("lease_owner <> '' AND slot > 0").Where(notEnded).Pluck("slot", &taken).Error; err != nil {
		return nil, fmt.Errorf("read slots: %w", err)
	}
	return taken, nil
}

// deliver handles a delivery of the queue: it does the run, and then other waiting runs of the account. A second delivery, or
// one for a run that has ended or moved to another pool, does nothing.
func (e *Engine) deliver(ctx context.Context, p *pool, payload []byte) error {
	var d delivery
	if err := json.Unmarshal(payload, &d); err != nil {
		return fmt.Errorf("read delivery: %w", err)
	}
	ctx = tenancy.With(ctx, tenancy.Scope{Account: tenancy.Account(ctx)})
	if err := p.acquire(ctx); err != nil {
		return nil // the process stops, and nothing was claimed
	}
	defer p.release()
	a, err := e.claim(ctx, p, d.Run, 0, first+" AND "+notPaused)
	for began := time.Now(); err == nil && a != nil; {
		if err := e.do(ctx, a); err != nil || ctx.Err() != nil {
			return err
		}
		if time.Since(began) > stint {
			e.Wake(ctx)
			return nil
		}
		a, err = e.claimNext(ctx, a)
	}
	return err
}

// do does the claimed run in the name of the person who asked. It may use the whole account: the site was checked when the
// run was queued.
func (e *Engine) do(ctx context.Context, a *Attempt) error {
	ctx = tenancy.With(ctx, tenancy.Scope{Account: a.Run.AccountID, User: a.Run.UserID})
	e.working.Add(1)
	defer e.working.Add(-1)
	if err := a.conclude(ctx, a.work(ctx)); !errors.Is(err, errLeaseLost) {
		return err
	}
	return nil
}

// claimNext claims the next run of the account, in the slot that the ended attempt has left. The worker stays in its lane while
// it can: the next run is found there at once, and the workers of an account do not all reach for the same one.
func (e *Engine) claimNext(ctx context.Context, ended *Attempt) (claimed *Attempt, err error) {
	claimed, err = e.claimIn(ctx, ended.pool, e.head(ctx, ended.Run.Lane), ended.Run.Slot, notPaused)
	if claimed != nil || err != nil && !errors.Is(err, gorm.ErrDuplicatedKey) {
		return claimed, err
	}
	for _, look := range []func(context.Context, *Attempt) ([]Run, error){e.nextOfLane, e.nextOfAll} {
		waiting, err := look(ctx, ended)
		if err != nil {
			return nil, err
		}
		for _, run := range waiting {
			if e.pool(run) != ended.pool { // the workers of that pool go on with the lane
				e.enqueue(ctx, run, database.NewID())
				continue
			}
			if claimed, err = e.claim(ctx, ended.pool, run.ID, ended.Run.Slot, notPaused); err != nil || claimed != nil {
				return claimed, err
			}
		}
	}
	return nil, nil
}

// head selects the id of the first run of the lane.
func (e *Engine) head(ctx context.Context, lane string) *gorm.DB {
	return e.db.Read(ctx).Model(&Run{}).Select("id").Where("lane = ?", lane).Where(queued).Order("created_at, id").Limit(1)
}

// nextOfLane returns the next run of the lane of the ended attempt, if it may be claimed now.
func (e *Engine) nextOfLane(ctx context.Context, ended *Attempt) (list []Run, err error) {
	err = e.db.Read(ctx).Where("id = (?)", e.head(ctx, ended.Run.Lane)).Where(unheld, e.now()).Where(due, e.now()).Find(&list).Error
	if err != nil {
		return nil, fmt.Errorf("read next run of lane: %w", err)
	}
	return list, nil
}

// nextOfAll returns the oldest runs of the account, in the pool of the ended attempt, that may be claimed now. Their order is random, so
// that workers who look at the same moment reach for different ones.
func (e *Engine) nextOfAll(ctx context.Context, ended *Attempt) ([]Run, error) {
	list, err := e.next(ctx, ended.pool, 2*e.options.PerAccount)
	rand.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list, err
}

// hand delivers a run that was queued just now, unless it is behind another of its lane: the worker that ends that one goes
// on with it.
func (e *Engine) hand(ctx context.Context, run Run, occasion string) {
	if run.AwaitsApproval() {
		return
	}
	var begins int64
	err := e.db.Read(ctx).Model(&Run{}).Where("id = ?", run.ID).Where(first).Count(&begins).Error
	if err != nil || begins > 0 {
		e.enqueue(ctx, run, occasion)
	}
}

// Wake delivers as many of the account's waiting runs as it has free slots, the oldest first. If it fails, the sweeper does
// it later.
func (e *Engine) Wake(ctx context.Context) {
	ctx = tenancy.With(ctx, tenancy.Scope{Account: tenancy.Account(ctx), User: tenancy.User(ctx)})
	if err := e.wakeRuns(ctx); err != nil {
		Run{AccountID: tenancy.Account(ctx)}.Log().Warn("waiting runs not handed out; the sweeper will do it", "error", err)
	}
}

func (e *Engine) wakeRuns(ctx context.Context) error {
	taken, err := slots(e.db.Read(ctx))
	if err != nil {
		return err
	}
	for _, p := range e.pools {
		free := p.free(taken, e.options.PerAccount)
		if free <= 0 {
			continue
		}
		if _, err := e.handOut(ctx, p, free, func(Run) string { return database.NewID() }); err != nil {
			return err
		}
	}
	return nil
}

// handOut delivers waiting runs of the account, the oldest first, and returns how many. A delivery with the id and the occasion of one
// that has not been taken yet adds nothing.
func (e *Engine) handOut(ctx context.Context, p *pool, limit int, occasion func(Run) string) (int, error) {
	waiting, err := e.next(ctx, p, limit)
	for _, run := range waiting {
		e.enqueue(ctx, run, occasion(run))
	}
	return len(waiting), err
}
