package runs

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

const (
	// sweepLimit bounds one sweep. The rest waits for the next.
	sweepLimit = 500
	// sweepInterval is the least time between two deliveries of one run by the sweeper.
	sweepInterval = 15 * time.Second
	// orphaned is the age from which an open hold without a run is taken for a leftover of a deleted site.
	orphaned = time.Minute
)

// Sweep delivers again every run that waits or whose worker is gone, and releases the holds of runs that were deleted with
// their site. The queue calls it at the start and on a schedule. Calling it too often is harmless.
func (e *Engine) Sweep(ctx context.Context) error {
	return errors.Join(e.sweepRuns(ctx), e.sweepHolds(ctx))
}

func (e *Engine) sweepRuns(ctx context.Context) error {
	for _, p := range e.pools {
		if err := e.sweepPool(ctx, p); err != nil {
			return fmt.Errorf("sweep runs: %w", err)
		}
	}
	return nil
}

func (e *Engine) sweepPool(ctx context.Context, p *pool) error {
	now := database.Now()
	all := e.db.Read(tenancy.System(ctx, "sweep AI runs"))
	// Each account gets one run before any gets a second, and none gets more than its slots.
	waiting := all.Model(&Run{}).Select("*", "ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY created_at, id) AS turn").
		Where(p.rows).Where(notEnded).Where(unheld, now).Where(due, now).Where(first).Where(notPaused)
	var runs []Run
	err := all.Table("(?) AS waiting", waiting).
		Select("id", "account_id", "user_id", "function", "attempt", "provider", "integration_id", "rerun").
		Where("turn <= ?", e.options.PerAccount).Order("turn, created_at").Limit(sweepLimit).Find(&runs).Error
	if err != nil {
		return err
	}
	// The id differs from every earlier one: a task of a dead worker may hold its id in Redis for a long time.
	occasion := strconv.FormatInt(now.UnixNano()/int64(sweepInterval), 36)
	for _, run := range runs {
		owner := tenancy.With(ctx, tenancy.Scope{Account: run.AccountID, User: run.UserID})
		e.enqueue(owner, run, strconv.FormatInt(run.Attempt, 10)+"."+occasion)
	}
	return nil
}

func (e *Engine) sweepHolds(ctx context.Context) error {
	holds, err := e.billing.OpenHolds(ctx, orphaned)
	if err != nil || len(holds) == 0 {
		return err
	}
	ids := make([]string, len(holds))
	for i, h := range holds {
		ids[i] = h.RunID
	}
	var alive []string
	err = e.db.Read(tenancy.System(ctx, "sweep AI runs")).Model(&Run{}).Where("id IN ?", ids).Where(notEnded).Pluck("id", &alive).Error
	if err != nil {
		return fmt.Errorf("sweep holds: %w", err)
	}
	for _, h := range holds {
		if slices.Contains(alive, h.RunID) {
			continue
		}
		owner := tenancy.With(ctx, tenancy.Scope{Account: h.AccountID})
		if err := e.db.Tx(owner, func(tx *gorm.DB) error { return e.billing.Release(tx, h.RunID) }); err != nil {
			return fmt.Errorf("sweep holds: %w", err)
		}
	}
	return nil
}
