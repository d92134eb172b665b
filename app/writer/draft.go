package writer

import (
	"cmp"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/blocks"
	"igny8/app/database"
	"igny8/app/pages"
	"igny8/app/text"
)

// Draft is a first text for the page of a task.
type Draft struct {
	TaskID      string
	Title       string // a proposal: the page keeps the title that was accepted
	Description string
	Blocks      blocks.Document // clean
	BuiltIn     bool
	RunID       string
	OrderedBy   string // a user's id: who approved the brief with the order, if nobody had
	OrderedAt   time.Time
}

// SaveDrafts stores the first revision of the content of each draft, and returns the contents by task. A page that got content in the
// meantime keeps it, and a task that was deleted gets none: left says why, by task.
func (s *Service) SaveDrafts(tx *gorm.DB, siteID string, drafts []Draft) (saved map[string]Content, left map[string]string, err error) {
	ids := make([]string, len(drafts))
	for i, d := range drafts {
		ids[i] = d.TaskID
	}
	tasks, held, err := tasksWithPages(tx, ids)
	if err != nil {
		return nil, nil, err
	}
	saved, left = map[string]Content{}, map[string]string{}
	for _, d := range drafts {
		task, exists := tasks[d.TaskID]
		if !exists {
			left[d.TaskID] = PageGone
			continue
		}
		c, made, err := saveDraft(tx, d, task, held[task.PageID])
		if err != nil {
			return nil, nil, fmt.Errorf("save draft %s: %w", d.TaskID, err)
		}
		if !made {
			left[d.TaskID] = PageWritten
			continue
		}
		saved[d.TaskID] = c
	}
	return saved, left, s.setStage(tx, siteID)
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
	c = Content{
		ID: database.NewID(), SiteID: task.SiteID, SectorID: task.SectorID, PageID: page.ID, TaskID: &task.ID,
		Title: text.Clean(page.Title, MaxTitle), Slug: page.Slug,
		Description: cmp.Or(text.Clean(d.Description, MaxDescription), page.Description),
		Blocks:      d.Blocks, State: ContentDraft, Revision: 1, BuiltIn: d.BuiltIn, Words: int64(d.Blocks.Words()),
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
	if err := d.proposeTitle(tx, c); err != nil {
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

// proposeTitle leaves the title of the draft to a person, if it is another than that of the page: the page was accepted under its own,
// which was compared with those of other pages. The built-in engine knows none that is better.
func (d Draft) proposeTitle(tx *gorm.DB, c Content) error {
	title := text.Clean(d.Title, MaxTitle)
	if d.BuiltIn || title == "" || title == c.Title {
		return nil
	}
	return ProposeMeta(tx, MetaProposal{ContentID: c.ID, RunID: d.RunID, Title: title, Description: c.Description})
}
