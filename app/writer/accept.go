package writer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/app/prose"
	"igny8/app/text"
)

// AcceptIdea creates a task for the idea, as AcceptIdeas does. The brief of the task waits for somebody who looks at it and approves it.
func (s *Service) AcceptIdea(ctx context.Context, ideaID string) (Task, error) {
	idea, err := s.ideas.Idea(ctx, ideaID)
	if err != nil {
		return Task{}, err
	}
	tasks, err := s.AcceptIdeas(ctx, idea.SiteID, []string{idea.ID})
	if err != nil {
		return Task{}, err
	}
	return tasks[0], nil
}

// AcceptIdeas creates tasks for the site's ideas, all or none: their pages become planned ones with the ideas' metadata. It is refused
// until the Site Builder's gate is passed, and while one of them competes with another page and nobody has decided about the two. Accepting
// twice is accepting once. The tasks come in the order of the ids.
func (s *Service) AcceptIdeas(ctx context.Context, siteID string, ids []string) ([]Task, error) {
	tasks, _, err := s.accept(ctx, siteID, ids, true)
	return tasks, err
}

// AcceptClear accepts those of the site's ideas that compete with no other page, as AcceptIdeas does, and returns the others, which are
// held back.
func (s *Service) AcceptClear(ctx context.Context, siteID string, ids []string) ([]Task, []Held, error) {
	return s.accept(ctx, siteID, ids, false)
}

// Held is an idea that was not accepted, and the pages that it competes with.
type Held struct {
	Idea      ideas.Idea
	Conflicts []ideas.Conflict
}

func (h Held) refusal() error {
	meets := h.Conflicts[0]
	return fault.New(fault.Conflict, "The idea %q meets the page %q (%s). %s Decide first whether that page is extended, or both stand. Nothing was accepted.",
		h.Idea.Title, meets.Page.Title, meets.Page.Path, strings.Join(meets.Evidence(), " "))
}

// accept creates a task for each idea. With all, an idea that competes with another page refuses them all; without, it is held back.
func (s *Service) accept(ctx context.Context, siteID string, ids []string, all bool) (tasks []Task, held []Held, err error) {
	if err := s.enter(ctx, siteID); err != nil {
		return nil, nil, err
	}
	plan, err := s.builder.Plan(ctx, siteID)
	if err != nil {
		return nil, nil, err
	}
	accept := func(tx *gorm.DB) (err error) {
		ideas, err := chosen(tx, siteID, ids)
		if err != nil {
			return err
		}
		if ideas, held, err = clear(tx, siteID, ideas); err != nil {
			return err
		}
		if all && len(held) > 0 {
			return held[0].refusal()
		}
		if tasks, err = acceptAll(tx, ideas, plan.Business.Audience); err != nil {
			return err
		}
		return s.sites.SetStage(tx, siteID, gates.Builder) // pages that were taken out of the plan come back with their ideas
	}
	err = s.db.Tx(ctx, accept)
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		// Somebody accepted one of them at the same moment: theirs is the task.
		err = s.db.Tx(ctx, accept)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("accept ideas: %w", err)
	}
	return tasks, held, nil
}

// clear splits the ideas into those that may be accepted and those that compete with a page, or with an idea that comes before.
func clear(tx *gorm.DB, siteID string, list []ideas.Idea) (free []ideas.Idea, held []Held, err error) {
	conflicts, err := ideas.ConflictsOf(tx, siteID, list)
	if err != nil {
		return nil, nil, err
	}
	for _, idea := range list {
		open := append(ideas.Open(conflicts[idea.ID]), ideas.Open(idea.Meets(free))...)
		if len(open) > 0 {
			held = append(held, Held{idea, open})
			continue
		}
		free = append(free, idea)
	}
	return free, held, nil
}

// acceptAll creates a task for each idea that has none. It returns the tasks of all ideas in their order.
func acceptAll(tx *gorm.DB, all []ideas.Idea, audience string) ([]Task, error) {
	tasks, err := tasksOf(tx, all)
	if err != nil {
		return nil, err
	}
	var made []Task
	var fresh []ideas.Idea
	for _, idea := range all {
		if _, exists := tasks[idea.PageID]; !exists {
			task := taskOf(idea, audience)
			tasks[idea.PageID] = task
			made, fresh = append(made, task), append(fresh, idea)
		}
	}
	if err := ideas.AcceptIdeas(tx, fresh); err != nil {
		return nil, err
	}
	if err := pages.Brief(tx, pagesOf(fresh)); err != nil {
		return nil, err
	}
	for part := range slices.Chunk(made, batch) {
		if err := tx.Create(&part).Error; err != nil {
			return nil, err
		}
	}
	list := make([]Task, len(all))
	for i, idea := range all {
		list[i] = tasks[idea.PageID]
	}
	return list, nil
}

// batch is how many rows one statement writes or names.
const batch = 200

// chosen returns the ideas of the site in the order of the ids, and locks their sectors: the Planner changes them after this transaction.
func chosen(tx *gorm.DB, siteID string, ids []string) ([]ideas.Idea, error) {
	if !text.Printable(strings.Join(ids, "")) {
		return nil, fault.Missing("idea")
	}
	if err := planner.LockSectors(tx, siteID); err != nil {
		return nil, err
	}
	byID := map[string]ideas.Idea{}
	for part := range slices.Chunk(ids, batch) {
		var found []ideas.Idea
		if err := tx.Where("site_id = ? AND id IN ?", siteID, part).Find(&found).Error; err != nil {
			return nil, fmt.Errorf("load ideas: %w", err)
		}
		for _, idea := range found {
			byID[idea.ID] = idea
		}
	}
	list := make([]ideas.Idea, len(ids))
	for i, id := range ids {
		idea, ok := byID[id]
		if !ok {
			return nil, fault.Missing("idea")
		}
		list[i] = idea
	}
	return list, nil
}

// tasksOf returns the tasks that the pages of the ideas have already, by page.
func tasksOf(tx *gorm.DB, list []ideas.Idea) (map[string]Task, error) {
	tasks := map[string]Task{}
	for part := range slices.Chunk(list, batch) {
		var found []Task
		if err := tx.Where("page_id IN ?", pagesOf(part)).Find(&found).Error; err != nil {
			return nil, fmt.Errorf("load tasks: %w", err)
		}
		for _, t := range found {
			tasks[t.PageID] = t
		}
	}
	return tasks, nil
}

func pagesOf(list []ideas.Idea) []string {
	ids := make([]string, len(list))
	for i, idea := range list {
		ids[i] = idea.PageID
	}
	return ids
}

func taskOf(idea ideas.Idea, audience string) Task {
	return Task{
		ID: database.NewID(), SiteID: idea.SiteID, SectorID: &idea.SectorID, PageID: idea.PageID, IdeaID: &idea.ID,
		PlannedOn: idea.PlannedOn, State: TaskOpen,
		Brief: Brief{
			Audience: audience, Angle: idea.Angle, Intent: idea.Intent, Outline: idea.Outline,
			Keywords: idea.TargetKeywords, Questions: prose.QuestionsAmong(idea.TargetKeywords),
		},
	}
}
