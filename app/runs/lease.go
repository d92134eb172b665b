package runs

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
)

// errLeaseLost says that the run was cancelled or taken over by another worker.
var errLeaseLost = errors.New("runs: the lease of the run is lost")

// A run may be claimed if it has not ended, nobody holds it, it is due, it is the first of its lane, its batch is not
// paused, and its account has a free slot. Unique indexes guarantee that two runs of a lane, or in a slot, are never held at
// the same time. @now is the time by the database's clock, see now.
const (
	unheld = "(lease_owner = '' OR lease_until < @now)"
	due    = "(not_before IS NULL OR not_before <= @now)" // it waits for no server
	first  = `NOT EXISTS (SELECT 1 FROM runs AS earlier WHERE earlier.account_id = runs.account_id AND earlier.lane = runs.lane
		AND ` + queued + ` AND (earlier.created_at, earlier.id) < (runs.created_at, runs.id))`
)

// now returns the value of @now in the conditions.
func (e *Engine) now() map[string]any { return map[string]any{"now": e.db.Clock(0)} }

// claim takes the run for a new owner, in the slot if that is free or else in another. It returns nil if the run cannot be
// claimed: it has ended, another worker holds it, it is of another pool, or it is not its turn. turn is the condition of its
// turn; a run that has just been found to be the first of its lane needs no second look at that.
func (e *Engine) claim(ctx context.Context, p *pool, id string, slot int64, turn string) (a *Attempt, err error) {
	for range e.options.PerAccount {
		if slot == 0 {
			taken, err := slots(e.db.Read(ctx).Where("id <> ?", id))
			if err != nil {
				return nil, err
			}
			if slot = p.freeSlot(taken, e.options.PerAccount); slot == 0 {
				return nil, nil
			}
		}
		if a, err = e.claimIn(ctx, p, id, slot, turn); !errors.Is(err, gorm.ErrDuplicatedKey) {
			return a, err
		}
		slot = 0
	}
	return nil, nil // each time another worker was faster
}

// claimIn claims the run in the slot. id is its id, or a query that selects it.
func (e *Engine) claimIn(ctx context.Context, p *pool, id any, slot int64, turn string) (*Attempt, error) {
	a := &Attempt{engine: e, pool: p, owner: database.NewID(), claimed: time.Now()}
	err := e.db.Tx(ctx, func(tx *gorm.DB) error {
		may := tx.Model(&a.Run).Clauses(clause.Returning{}).Where("id = (?)", id).Where(p.rows).Where(queued).Where(unheld, e.now()).Where(due, e.now()).
			Where(turn)
		done := may.Updates(map[string]any{
			"lease_owner": a.owner, "lease_until": e.db.Clock(e.options.Lease), "slot": slot, "not_before": nil,
			"attempt": gorm.Expr("attempt + 1"), "started_at": gorm.Expr("COALESCE(started_at, ?)", database.Now()),
		})
		if done.Error == nil && done.RowsAffected == 0 {
			return errLeaseLost
		}
		return done.Error
	})
	if errors.Is(err, errLeaseLost) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("claim run: %w", err)
	}
	a.percent = a.Run.Percent
	return a, nil
}

// held selects the run's row if this attempt still has the lease.
func (a *Attempt) held(tx *gorm.DB) *gorm.DB {
	return tx.Model(&Run{}).Where("id = ? AND lease_owner = ?", a.Run.ID, a.owner).Where(notEnded)
}

// Change updates the run's row if this attempt still has the lease, else it returns errLeaseLost.
func (a *Attempt) Change(tx *gorm.DB, values map[string]any) error {
	done := a.held(tx).Updates(values)
	if done.Error != nil {
		return fmt.Errorf("write run: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return errLeaseLost
	}
	return nil
}

// hold locks the run's row if this attempt still has the lease, else it returns errLeaseLost.
func (a *Attempt) hold(tx *gorm.DB) error {
	var ids []string
	if err := database.Locked(a.held(tx)).Pluck("id", &ids).Error; err != nil {
		return fmt.Errorf("hold run: %w", err)
	}
	if len(ids) == 0 {
		return errLeaseLost
	}
	return nil
}

// Write is Change in a transaction of its own.
func (a *Attempt) Write(ctx context.Context, values map[string]any) error {
	return a.engine.db.Tx(ctx, func(tx *gorm.DB) error { return a.Change(tx, values) })
}

// lease returns the time until which the attempt keeps the run, as a value for a statement.
func (a *Attempt) lease() any { return a.engine.db.Clock(a.engine.options.Lease) }

// keepLease renews the lease until ctx ends, and cancels the work with errLeaseLost once the lease is lost.
func (a *Attempt) keepLease(ctx context.Context, cancel context.CancelCauseFunc) {
	renewed := time.Now()
	// The times are spread, so that the runs do not all renew at the same moment.
	for Sleep(ctx, a.engine.options.Heartbeat*3/4+rand.N(a.engine.options.Heartbeat/2+1)) == nil {
		err := a.renewLease(ctx)
		if err == nil {
			renewed = time.Now()
			continue
		}
		if ctx.Err() != nil {
			return
		}
		if errors.Is(err, errLeaseLost) || time.Since(renewed) > a.engine.options.Lease {
			cancel(errLeaseLost)
			return
		}
		a.Run.Log().Warn("lease not renewed", "error", err)
	}
}

// renewLease checks that the lease is still held, and extends it when a quarter of it is over, so that a thousand waiting
// runs read often and write rarely. Nothing that people see changes, so updated_at stays.
func (a *Attempt) renewLease(ctx context.Context) error {
	var long []bool
	err := a.held(a.engine.db.Read(ctx)).Select("lease_until > ?", a.engine.db.Clock(a.engine.options.Lease*3/4)).Scan(&long).Error
	if err != nil {
		return fmt.Errorf("read lease: %w", err)
	}
	if len(long) == 0 {
		return errLeaseLost
	}
	if long[0] {
		return nil
	}
	return a.engine.db.Tx(ctx, func(tx *gorm.DB) error {
		done := a.held(tx).UpdateColumns(map[string]any{"lease_until": a.lease()})
		if done.Error != nil {
			return fmt.Errorf("renew lease: %w", done.Error)
		}
		if done.RowsAffected == 0 {
			return errLeaseLost
		}
		return nil
	})
}

// giveBack returns the run to the queue when the process stops. The attempt does not count, since nothing has failed.
func (a *Attempt) giveBack(ctx context.Context) error {
	return a.Write(ctx, map[string]any{"lease_owner": "", "lease_until": nil, "attempt": gorm.Expr("attempt - 1")})
}

// Unpark lets the runs that wait for the provider begin at once. provider is the id of an integration, or the name of the
// installation's provider.
func Unpark(tx *gorm.DB, provider string) error {
	done := tx.Model(&Run{}).Where(notEnded).Where("not_before IS NOT NULL AND (integration_id = ? OR (integration_id = '' AND provider = ?))", provider, provider).
		UpdateColumns(map[string]any{"not_before": nil})
	if done.Error != nil {
		return fmt.Errorf("wake runs: %w", done.Error)
	}
	return nil
}
