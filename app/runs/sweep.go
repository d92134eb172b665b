package runs

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

const (
	// sweepLimit is the number of deliveries after which a sweep ends. The accounts come in another order each time.
	sweepLimit = 500
	// sweepInterval is the least time between two deliveries of one run by the sweeper.
	sweepInterval = 15 * time.Second
	// orphaned is the age from which an open hold without a run is taken for a leftover of a deleted site.
	orphaned = time.Minute
)

// Sweep delivers again every run that waits or whose worker is gone, and releases the holds of runs that were deleted with
// their site. The queue calls it at the start and on a schedule. Calling it too often is harmless.
func (e *Engine) Sweep(ctx context.Context) error {
	return errors.Join(e.sweepLeases(ctx), e.sweepRuns(ctx), e.sweepHolds(ctx))
}

// sweepLeases ends the leases of dead workers on runs that are not the first of their lane, because an older one was tried again or
// approved meanwhile. Nobody could claim the older one while such a lease stands, nor the younger one while the older waits.
func (e *Engine) sweepLeases(ctx context.Context) error {
	err := e.db.Tx(tenancy.System(ctx, "end the leases of dead workers"), func(tx *gorm.DB) error {
		dead := tx.Model(&Run{}).Where(notEnded).Where("lease_owner <> '' AND lease_until < ?", e.db.Clock(0)).Where("NOT (" + first + ")")
		return dead.UpdateColumns(map[string]any{"lease_owner": "", "lease_until": nil}).Error
	})
	if err != nil {
		return fmt.Errorf("sweep leases: %w", err)
	}
	return nil
}

// accountsWaiting selects the accounts that have runs in the queue, from one to the next in its index.
const accountsWaiting = `WITH RECURSIVE accounts (id) AS (
		SELECT MIN(account_id) FROM runs WHERE ` + queued + `
		UNION ALL
		SELECT (SELECT MIN(account_id) FROM runs WHERE account_id > accounts.id AND ` + queued + `)
		FROM accounts WHERE accounts.id IS NOT NULL
	)
	SELECT id FROM accounts WHERE id IS NOT NULL`

func (e *Engine) sweepRuns(ctx context.Context) error {
	var accounts []string
	if err := e.db.Read(tenancy.System(ctx, "sweep AI runs")).Raw(accountsWaiting).Scan(&accounts).Error; err != nil {
		return fmt.Errorf("sweep runs: %w", err)
	}
	rand.Shuffle(len(accounts), func(i, j int) { accounts[i], accounts[j] = accounts[j], accounts[i] })
	// The id differs from every earlier one: a task of a dead worker may hold its id in Redis for a long time.
	now := strconv.FormatInt(database.Now().UnixNano()/int64(sweepInterval), 36)
	occasion := func(r Run) string { return strconv.FormatInt(r.Attempt, 10) + "." + now }
	delivered := 0
	for _, account := range accounts {
		owner := tenancy.With(ctx, tenancy.Scope{Account: account})
		for _, p := range e.pools {
			n, err := e.handOut(owner, p, e.options.PerAccount, occasion)
			if err != nil {
				return fmt.Errorf("sweep runs: %w", err)
			}
			delivered += n
		}
		if delivered >= sweepLimit {
			return nil
		}
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
