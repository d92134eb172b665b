package runs

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/tenancy"
)

// Reclaim gives back all leases, so that the runs of a process that was killed go on at once. Call it only where no other process can
// work on runs: at the start of the one that holds the data directory. An attempt that was killed counts, since the run may be what
// ends the process.
func (e *Engine) Reclaim(ctx context.Context) error {
	err := e.db.Tx(tenancy.System(ctx, "give back the leases of a process that was killed"), func(tx *gorm.DB) error {
		return tx.Model(&Run{}).Where(notEnded).Where("lease_owner <> ''").UpdateColumns(map[string]any{"lease_owner": "", "lease_until": nil}).Error
	})
	if err != nil {
		return fmt.Errorf("give back leases: %w", err)
	}
	return nil
}
