package ideas

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/app/text"
)

// Pace is how ideas are spread over the calendar, as a person types it.
type Pace struct {
	Begin   string // YYYY-MM-DD
	PerWeek string // a number of 1 to 100; empty puts all on the first day
}

// days returns the dates of n ideas.
func (p Pace) days(n int) ([]string, error) {
	var wrong fault.Fields
	begin, err := time.Parse(time.DateOnly, p.Begin)
	wrong.Check(err == nil, "begin", "Give the day of the first page as year, month and day, such as 2027-01-31.")
	perWeek := 0
	if p.PerWeek != "" {
		perWeek, err = strconv.Atoi(p.PerWeek)
		wrong.Check(err == nil && perWeek >= 1 && perWeek <= 100, "per_week", "Give how many pages a week, 1 to 100.")
	}
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	days := make([]string, n)
	for i := range days {
		day := begin
		if perWeek > 0 {
			day = begin.AddDate(0, 0, i*7/perWeek)
		}
		days[i] = day.Format(time.DateOnly)
	}
	return days, nil
}

// PlanIdeas gives the ideas of the site that wait for a decision dates at the pace, in the order of the ids, and says how many those are.
func (s *Service) PlanIdeas(ctx context.Context, siteID string, ids []string, pace Pace) (int, error) {
	if !text.Printable(strings.Join(ids, "")) {
		return 0, fault.Missing("idea")
	}
	planned := 0
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := planner.LockSectors(tx, siteID); err != nil {
			return err
		}
		var open []string
		for part := range slices.Chunk(ids, batch) {
			var found []string
			if err := tx.Model(&Idea{}).Where("site_id = ? AND id IN ? AND state = ?", siteID, part, IdeaProposed).Pluck("id", &found).Error; err != nil {
				return fmt.Errorf("load ideas: %w", err)
			}
			open = append(open, found...)
		}
		waiting := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !slices.Contains(open, id) })
		days, err := pace.days(len(waiting))
		if err != nil {
			return err
		}
		for i, id := range waiting {
			if err := tx.Model(&Idea{}).Where("id = ?", id).Update("planned_on", days[i]).Error; err != nil {
				return fmt.Errorf("plan idea: %w", err)
			}
		}
		planned = len(waiting)
		return nil
	})
	return planned, err
}
