package billing

import (
	"context"
	"fmt"
	"time"
)

// Charge is the sum charged on a day for a person's runs of a function on a site.
type Charge struct {
	Day, UserID, SiteID, Function string
	Credits                       int64
}

// Charges returns the charges from one time to before another, by days in UTC.
func (s *Service) Charges(ctx context.Context, from, to time.Time) ([]Charge, error) {
	var charges []Charge
	err := s.db.Read(ctx).Model(&Entry{}).
		Select(s.db.Day("created_at")+" AS day, user_id, COALESCE(site_id, '') AS site_id, function, SUM(amount) AS credits").
		Where("book = ? AND kind = ? AND created_at >= ? AND created_at < ?", usage, Charged, from.UTC(), to.UTC()).
		Group("1, 2, 3, 4").Order("1, 2, 3, 4").Scan(&charges).Error
	if err != nil {
		return nil, fmt.Errorf("sum charges: %w", err)
	}
	return charges, nil
}
