package writer

import (
	"cmp"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/blocks"
	"igny8/app/database"
	"igny8/app/pages"
	"igny8/app/planner/ideas"
	"igny8/app/text"
)

// Draft is a first text for the page of a task.
type Draft struct {
	TaskID      string
	PageTitle   string // the title that the page had when the draft was ordered
	Title       string
	Description string
	Blocks      blocks.Document // clean
	BuiltIn     bool
	RunID       string
	OrderedBy   string // a user's id: who approved the brief with the order, if nobody had
	OrderedAt   time.Time
}

// SaveDrafts stores the first revision of the content of each draft, and returns the contents by task. A page that got content in the
// meantime keeps it, and a task that was deleted gets none.
func (s *Service) SaveDrafts(tx *gorm.DB, siteID string, drafts []Draft) (map[string]Content, error) {
	ids := make([]string, len(drafts))
	for i, d := range drafts {
		ids[i] = d.TaskID
	}
	tasks, held, err := tasksWithPages(tx, ids)
	if err != nil {
		return nil, err
	}
	saved := map[string]Content{}
	for _, d := range drafts {
		task, exists := tasks[d.TaskID]
		if !exists {
			continue
		}
		c, made, err := saveDraft(tx, d, task, held[task.PageID])
		if err != nil {
			return nil, fmt.Errorf("save draft %s: %w", d.TaskID, err)
		}
		if made {
			saved[d.TaskID] = c
		}
	}
	return saved, s.setStage(tx, siteID)
}

// tasksWithPages loads and locks the pages of the tasks, and then the tasks, by id.
func tasksWithPages(tx *gorm.DB, ids []string) (map[string]Task, map[string]pages.Page, error) {
	var pageIDs []string
	if err := tx.Model(&Task{}).Where("id IN ?", ids).Pluck("page_id", &pageIDs).Error; err != nil {
		return nil, nil, fmt.Errorf("look for pages of tasks: %w", err)
	}
	held, err := pages.LockedByID(tx, pageIDs...)
	if err != nil {
		return nil, nil, err
	}
	tasks, err := lockedTasks(tx, ids)
	return tasks, held, err
}

func saveDraft(tx *gorm.DB, d Draft, task Task, page pages.Page) (c Content, made bool, err error) {
	var existing int64
	if err := tx.Model(&Content{}).Where("page_id = ?", task.PageID).Count(&existing).Error; err != nil || existing > 0 {
		return c, false, err
	}
	title, err := d.titleFor(tx, task, page)
	if err != nil {
		return c, false, err
	}
	c = Content{
		ID: database.NewID(), SiteID: task.SiteID, SectorID: task.SectorID, PageID: page.ID, TaskID: &task.ID,
		Title: title, Slug: page.Slug, Description: cmp.Or(text.Clean(d.Description, MaxDescription), page.Description),
		Blocks: d.Blocks, State: ContentDraft, Revision: 1, BuiltIn: d.BuiltIn, Words: int64(d.Blocks.Words()),
	}
	if err := countClaims(tx, &c); err != nil {
		return c, false, err
	}
	if err := countGaps(tx, &c); err != nil {
		return c, false, err
	}
	if err := tx.Create(&c).Error; err != nil {
		return c, false, fmt.Errorf("create content: %w", err)
	}
	if err := record(tx, c, "drafted", &d.RunID); err != nil {
		return c, false, err
	}
	if err := carry(tx, &c); err != nil {
		return c, false, err
	}
	if err := pages.Advance(tx, page.ID, pages.Drafted); err != nil {
		return c, false, err
	}
	if task.BriefApprovedAt == nil {
		task.BriefApprovedAt, task.BriefApprovedBy = &d.OrderedAt, d.OrderedBy
	}
	task.State = TaskDrafted
	return c, true, task.write(tx, "state", "brief_approved_at", "brief_approved_by")
}

// titleFor returns the title of the draft, or that of the page if a person chose it.
func (d Draft) titleFor(tx *gorm.DB, task Task, page pages.Page) (string, error) {
	chosen := task.IdeaID == nil || page.Title != d.PageTitle
	if !chosen {
		var idea ideas.Idea
		if err := tx.Select("id", "edited").Take(&idea, "id = ?", *task.IdeaID).Error; err != nil {
			return "", fmt.Errorf("load idea of task: %w", err)
		}
		chosen = idea.Edited
	}
	if chosen {
		return text.Clean(page.Title, MaxTitle), nil
	}
	return text.Clean(d.Title, MaxTitle), nil
}
