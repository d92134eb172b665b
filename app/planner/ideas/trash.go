package ideas

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// trashKind is the table of ideas, which can be in the trash.
func trashKind() history.TrashKind {
	return history.TrashKind{
		Noun: "idea", Model: &Idea{}, Restore: restore,
		Under: map[string]string{"site_id": "site", "sector_id": "sector", "cluster_id": "cluster", "page_id": "page"},
	}
}

// Delete puts the idea into the trash. Its page stays, and another idea can be had for it. An idea that has been accepted is refused.
func (s *Service) Delete(ctx context.Context, id string) error {
	return s.change(ctx, id, func(tx *gorm.DB, i Idea) error {
		if i.State == IdeaAccepted {
			return fault.New(fault.Conflict, "The idea %q has been accepted and is a task now. Delete its page instead.", i.Title)
		}
		return s.trash.Move(tx, history.TrashItem{Noun: "idea", RowID: i.ID, SiteID: i.SiteID, Name: i.Title})
	})
}

// restore brings the idea back, unless its page has another one by now.
func restore(tx *gorm.DB, item history.TrashItem, back func() error) error {
	var idea Idea
	if err := tenancy.WithTrash(tx).Take(&idea, "id = ?", item.RowID).Error; err != nil {
		return fmt.Errorf("load deleted idea: %w", err)
	}
	var others []Idea
	if err := tx.Where("page_id = ?", idea.PageID).Limit(1).Find(&others).Error; err != nil {
		return fmt.Errorf("look for another idea: %w", err)
	}
	if len(others) > 0 {
		const refusal = "There is another idea for its page by now: %s. Delete that, then restore this one."
		return fault.New(fault.Conflict, refusal, text.Quote(others[0].Title))
	}
	return back()
}

// Referred returns those of the clusters that ideas in the trash refer to. The others refer to them by their pages. It, Succeed,
// Dropped and Following are for the Planner, which merges clusters and groups them anew.
func (s *Service) Referred(tx *gorm.DB, clusterIDs []string) (found []string, err error) {
	trashed := tenancy.WithTrash(tx).Model(&Idea{}).Where("cluster_id IN ? AND deleted_at IS NOT NULL", clusterIDs)
	if err := trashed.Distinct().Pluck("cluster_id", &found).Error; err != nil {
		return nil, fmt.Errorf("clusters of deleted ideas: %w", err)
	}
	return found, nil
}

// Succeed gives the ideas of one cluster to another, those in the trash included.
func (s *Service) Succeed(tx *gorm.DB, from, to string) error {
	if err := tenancy.WithTrash(tx).Model(&Idea{}).Where("cluster_id = ?", from).Update("cluster_id", to).Error; err != nil {
		return fmt.Errorf("move ideas: %w", err)
	}
	return nil
}
