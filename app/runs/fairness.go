package runs

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// An account has a number of slots in each pool. A run holds one as long as it has a lease. However many runs an account has
// queued, it fills only its slots: claim puts back any other delivery within milliseconds, and the run is delivered again
// when a slot is free.

// due is the condition of a run that waits only for a worker.
const due = "(not_before IS NULL OR not_before <= ?) AND " + needsNoApproval

// slots returns the slots of the account that its runs hold. If two runs choose the same free slot, a unique index refuses
// the second.
func slots(tx *gorm.DB) (taken []int64, err error) {
	if err := tx.Model(&Run{}).Where("lease_owner <> ''").Where(notEnded).Pluck("slot", &taken).Error; err != nil {
		return nil, fmt.Errorf("read slots: %w", err)
	}
	return taken, nil
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
		if free := p.free(taken, e.options.PerAccount); free > 0 {
			if err := e.wakePool(ctx, p, free); err != nil {
				return err
			}
		}
	}
	return nil
}

func (e *Engine) wakePool(ctx context.Context, p *pool, free int) error {
	var runs []Run
	err := e.db.Read(ctx).Where(p.rows).Where(notEnded).Where("lease_owner = ''").Where(due, database.Now()).Where(first).Where(notPaused).
		Order("created_at, id").Limit(free).Find(&runs).Error
	if err != nil {
		return fmt.Errorf("read waiting runs: %w", err)
	}
	for _, run := range runs {
		e.enqueue(ctx, run, database.NewID())
	}
	return nil
}
