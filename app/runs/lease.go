package runs

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
)

// errLost says that the run is not ours any more: cancelled, or taken over by another worker.
var errLost = errors.New("runs: the lease of the run is lost")

// A run may be claimed that has not ended, that nobody holds, that is due, that is the first of its lane, and whose batch is
// not paused, when its account has a free slot. That no two runs of a lane, nor of a slot, are ever held is the work of unique indexes.
const (
	unheld = "(lease_owner = '' OR lease_until < ?)"
	first  = `NOT EXISTS (SELECT 1 FROM runs AS earlier WHERE earlier.account_id = runs.account_id AND earlier.lane = runs.lane
		AND earlier.` + notEnded + ` AND earlier.` + granted + ` AND (earlier.created_at, earlier.id) < (runs.created_at, runs.id))`
)

// claim takes the run for a new owner. Nil when it is not to be had: ended, held by another worker, of another pool, or not its turn.
func (e *Engine) claim(ctx context.Context, p *pool, id string) (a *Attempt, err error) {
	for range e.options.PerAccount {
		if a, err = e.claimOnce(ctx, p, id); !errors.Is(err, gorm.ErrDuplicatedKey) {
			return a, err
		}
	}
	return nil, nil // somebody else was faster each time
}

func (e *Engine) claimOnce(ctx context.Context, p *pool, id string) (*Attempt, error) {
	a := &Attempt{engine: e, pool: p, owner: database.NewID()}
	err := e.db.Tx(ctx, func(tx *gorm.DB) error {
		now := database.Now()
		taken, err := slots(tx.Where("id <> ?", id))
		if err != nil {
			return err
		}
		slot := p.freeSlot(taken, e.options.PerAccount)
		if slot == 0 {
			return errLost
		}
		may := tx.Model(&Run{}).Where("id = ?", id).Where(p.rows).Where(notEnded).Where(unheld, now).Where(due, now).Where(first).Where(going)
		done := may.Updates(map[string]any{
			"lease_owner": a.owner, "lease_until": now.Add(e.options.Lease), "slot": slot, "not_before": nil,
			"attempt": gorm.Expr("attempt + 1"), "started_at": gorm.Expr("COALESCE(started_at, ?)", now),
		})
		if done.Error != nil {
			return done.Error
		}
		if done.RowsAffected == 0 {
			return errLost
		}
		a.Run, err = find(tx, id)
		return err
	})
	if errors.Is(err, errLost) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("claim run: %w", err)
	}
	a.percent = a.Run.Percent
	return a, nil
}

// Change changes the run's row while the lease is ours, else errLost.
func (a *Attempt) Change(tx *gorm.DB, values map[string]any) error {
	done := tx.Model(&Run{}).Where("id = ? AND lease_owner = ?", a.Run.ID, a.owner).Where(notEnded).Updates(values)
	if done.Error != nil {
		return fmt.Errorf("write run: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return errLost
	}
	return nil
}

// Write is Change in a transaction of its own.
func (a *Attempt) Write(ctx context.Context, values map[string]any) error {
	return a.engine.db.Tx(ctx, func(tx *gorm.DB) error { return a.Change(tx, values) })
}

func (a *Attempt) lease() time.Time { return database.Now().Add(a.engine.options.Lease) }

// keep renews the lease until ctx ends, and cancels the work with errLost once the lease is gone.
func (a *Attempt) keep(ctx context.Context, cancel context.CancelCauseFunc) {
	renewed := time.Now()
	for Sleep(ctx, a.engine.options.Heartbeat*3/4+rand.N(a.engine.options.Heartbeat/2+1)) == nil { // not all runs at the same moment
		err := a.renew(ctx)
		if err == nil {
			renewed = time.Now()
			continue
		}
		if ctx.Err() != nil {
			return
		}
		if errors.Is(err, errLost) || time.Since(renewed) > a.engine.options.Lease {
			cancel(errLost)
			return
		}
		a.Run.Log().Warn("lease not renewed", "error", err)
	}
}

// renew finds out whether the lease is still ours, and prolongs it once a quarter of it is over: a thousand runs that
// wait read often and write seldom. What people see of the run does not change by it, so neither does updated_at.
func (a *Attempt) renew(ctx context.Context) error {
	var row Run
	err := a.engine.db.Read(ctx).Select("lease_until").Where("id = ? AND lease_owner = ?", a.Run.ID, a.owner).Where(notEnded).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return errLost
	}
	if err != nil {
		return fmt.Errorf("read lease: %w", err)
	}
	if time.Until(*row.LeaseUntil) > a.engine.options.Lease*3/4 {
		return nil
	}
	return a.engine.db.Tx(ctx, func(tx *gorm.DB) error {
		done := tx.Model(&Run{}).Where("id = ? AND lease_owner = ?", a.Run.ID, a.owner).Where(notEnded).UpdateColumns(map[string]any{"lease_until": a.lease()})
		if done.Error != nil {
			return fmt.Errorf("renew lease: %w", done.Error)
		}
		if done.RowsAffected == 0 {
			return errLost
		}
		return nil
	})
}

// yield gives the run back to the queue when the process stops. That is nobody's failure, so the attempt does not count.
func (a *Attempt) yield(ctx context.Context) error {
	return a.Write(ctx, map[string]any{"lease_owner": "", "lease_until": nil, "attempt": gorm.Expr("attempt - 1")})
}

// Unpark lets the runs begin at once that wait for the provider: the id of an integration, or the name of the installation's.
func Unpark(tx *gorm.DB, provider string) error {
	done := tx.Model(&Run{}).Where(notEnded).Where("not_before IS NOT NULL AND (integration_id = ? OR (integration_id = '' AND provider = ?))", provider, provider).
		UpdateColumns(map[string]any{"not_before": nil})
	if done.Error != nil {
		return fmt.Errorf("wake runs: %w", done.Error)
	}
	return nil
}
