package ideas

import (
	"context"
	"fmt"
	"slices"

	"gorm.io/gorm"
)

// Selection chooses ideas of a site: those that are named, or all that match and are not accepted yet.
type Selection struct {
	IDs      []string
	Matching *IdeaQuery // nil: the named ones. Order and page do not count
}

// Chosen returns the ids of the ideas that the selection chooses, of those that match the greatest demand first. Named ones
// come as they are.
func (s *Service) Chosen(ctx context.Context, chosen Selection) ([]string, error) {
	if chosen.Matching == nil {
		return chosen.IDs, nil
	}
	matching, keep, err := s.matching(ctx, *chosen.Matching)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	matching = matching.Where("state <> ?", IdeaAccepted).Order("(demand IS NULL), demand DESC, id")
	if keep == nil {
		if err := matching.Model(&Idea{}).Pluck("id", &ids).Error; err != nil {
			return nil, fmt.Errorf("choose ideas: %w", err)
		}
		return ids, nil
	}
	var list []Idea
	if err := matching.Find(&list).Error; err != nil {
		return nil, fmt.Errorf("choose ideas: %w", err)
	}
	for _, idea := range slices.DeleteFunc(list, func(i Idea) bool { return !keep(i) }) {
		ids = append(ids, idea.ID)
	}
	return ids, nil
}

// matching returns the ideas of the query without order and page, and what else an idea must pass; nil: nothing.
func (s *Service) matching(ctx context.Context, q IdeaQuery) (query *gorm.DB, keep func(Idea) bool, err error) {
	if err := q.check(); err != nil {
		return nil, nil, err
	}
	query, siteID, err := s.ideasIn(ctx, q)
	if err != nil {
		return nil, nil, err
	}
	query = q.dated(query)
	if q.State != "" {
		query = query.Where("state = ?", q.State)
	}
	if q.Conflict == "" {
		return query, nil, nil
	}
	standing, err := standingPages(s.db.Read(ctx), siteID)
	return query, func(i Idea) bool {
		held := i.State == IdeaProposed && len(Open(i.meets(standing))) > 0
		return held == (q.Conflict == IdeasHeld)
	}, err
}
