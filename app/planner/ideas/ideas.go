// Package ideas proposes a page for each approved page cluster and lets people decide about it: it shows which pages of the
// site the new one would compete with, spreads ideas over the calendar, and rejects or changes them. To accept an idea is
// the Writer's: it makes a task of it.
//
// It stands above the Planner, whose changes of clusters its ideas follow. It owns ideas, and of the AI engine the function generate_ideas.
package ideas

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/history"
	"igny8/app/planner"
	"igny8/app/sites"
)

// Service keeps ideas.
type Service struct {
	db      *database.DB
	trash   *history.Trash
	sites   *sites.Service
	planner *planner.Service
	engine  *ai.Engine
	author  func() Author
}

// Needs are the modules that ideas stand on.
type Needs struct {
	DB      *database.DB
	Trash   *history.Trash
	Sites   *sites.Service
	Planner *planner.Service
	Engine  *ai.Engine
	Author  func() Author // asked for when it is needed, as it is made after the ideas; nil: there is none
}

// New makes the Service and registers its function with the engine.
func New(n Needs) *Service {
	s := &Service{db: n.DB, trash: n.Trash, sites: n.Sites, planner: n.Planner, engine: n.Engine, author: n.Author}
	s.trash.Register(trashKind())
	s.engine.Register(s.generateIdeas())
	return s
}

// Tally is how many ideas there are. Rejected ones are not counted.
type Tally struct{ Proposed, Accepted int64 }

// All returns how many ideas are counted.
func (t Tally) All() int64 { return t.Proposed + t.Accepted }

// Tally counts the ideas of the site.
func (s *Service) Tally(ctx context.Context, siteID string) (Tally, error) {
	var t Tally
	query, _, err := s.ideasIn(ctx, IdeaQuery{SiteID: siteID})
	if err != nil {
		return t, err
	}
	var states []struct {
		State IdeaState
		Count int64
	}
	if err := query.Model(&Idea{}).Select("state, COUNT(*) AS count").Group("state").Find(&states).Error; err != nil {
		return t, fmt.Errorf("count ideas: %w", err)
	}
	for _, of := range states {
		switch of.State {
		case IdeaProposed:
			t.Proposed = of.Count
		case IdeaAccepted:
			t.Accepted = of.Count
		}
	}
	return t, nil
}

// batch is how many rows one statement names: below the number of parameters that either database takes.
const batch = 900

// change runs fn on the idea with the id, in a transaction that no other change of the idea's sector meets.
func (s *Service) change(ctx context.Context, id string, fn func(tx *gorm.DB, idea Idea) error) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		idea, err := database.One[Idea](tx, "idea", id)
		if err != nil {
			return err
		}
		if _, err := planner.LockSector(tx, idea.SectorID); err != nil {
			return err
		}
		if idea, err = database.One[Idea](tx, "idea", id); err != nil {
			return err
		}
		return fn(tx, idea)
	})
}

// Dropped rejects the ideas of proposed pages that were removed.
func (s *Service) Dropped(tx *gorm.DB, pageIDs []string) error {
	if err := tx.Model(&Idea{}).Where("page_id IN ?", pageIDs).Update("state", IdeaRejected).Error; err != nil {
		return fmt.Errorf("reject ideas: %w", err)
	}
	return nil
}

// Following returns the table whose rows Succeed changes: they come back when a merge is undone.
func (s *Service) Following() history.Table { return history.Table{Model: &Idea{}, Label: "title"} }
