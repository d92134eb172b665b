package billing

import (
	"context"
	"fmt"

	"igny8/app/tenancy"
)

// Held returns the credits that the runs of all accounts hold, for metrics.
func (s *Service) Held(ctx context.Context) (credits int64, err error) {
	err = s.db.Read(tenancy.System(ctx, "add up held credits")).Model(&Wallet{}).Select("COALESCE(SUM(held), 0)").Scan(&credits).Error
	if err != nil {
		return 0, fmt.Errorf("add up held credits: %w", err)
	}
	return credits, nil
}
