package writer

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/pages"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// trashKinds are the tables of the Writer whose rows can be in the trash. A task goes and comes with its page alone.
func trashKinds() []history.TrashKind {
	return []history.TrashKind{
		{Noun: "task", Model: &Task{}, Under: map[string]string{"site_id": "site", "page_id": "page", "idea_id": "idea"}},
		{Noun: "content", Model: &Content{}, Under: map[string]string{"site_id": "site", "page_id": "page", "task_id": "task"}, Restore: restore},
	}
}

// DeleteContent puts the content into the trash. Its page waits for a text again, and its task for a draft. Readers see what is live until
// the next publish.
func (s *Service) DeleteContent(ctx context.Context, id string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		c, err := s.held(tx, id)
		if err != nil {
			return err
		}
		state := pages.Planned
		if c.TaskID != nil {
			state = pages.Briefed
			if err := tx.Model(&Task{ID: *c.TaskID}).Update("state", TaskOpen).Error; err != nil {
				return fmt.Errorf("reopen task: %w", err)
			}
		}
		if err := pages.SetState(tx, c.PageID, state); err != nil {
			return err
		}
		return s.trash.Move(tx, history.TrashItem{Noun: "content", RowID: c.ID, SiteID: c.SiteID, Name: c.Title})
	})
}

// restore brings the content back to its page, unless that has another one by now.
func restore(tx *gorm.DB, item history.TrashItem, back func() error) error {
	var c Content
	if err := tenancy.WithTrash(tx).Omit("blocks").Take(&c, "id = ?", item.RowID).Error; err != nil {
		return fmt.Errorf("load deleted content: %w", err)
	}
	if _, err := pages.LockedByID(tx, c.PageID); err != nil {
		return err
	}
	var others []Content
	if err := tx.Omit("blocks").Where("page_id = ?", c.PageID).Limit(1).Find(&others).Error; err != nil {
		return fmt.Errorf("look for another content: %w", err)
	}
	if len(others) > 0 {
		return fault.New(fault.Conflict, "Its page has another text by now: %s. Delete that, then restore this one.", text.Quote(others[0].Title))
	}
	if err := back(); err != nil {
		return err
	}
	if err := carry(tx, &c); err != nil {
		return err
	}
	if err := tx.Model(&Content{ID: c.ID}).UpdateColumn("slug", c.Slug).Error; err != nil {
		return fmt.Errorf("write slug: %w", err)
	}
	if err := pages.SetState(tx, c.PageID, c.pageState()); err != nil {
		return err
	}
	if c.TaskID == nil {
		return nil
	}
	state := TaskDrafted
	if c.State == ContentApproved || c.State == ContentPublished {
		state = TaskDone
	}
	if err := tx.Model(&Task{ID: *c.TaskID}).Update("state", state).Error; err != nil {
		return fmt.Errorf("close task: %w", err)
	}
	return nil
}

// pageState is the state of the page of a content that nobody sees live.
func (c Content) pageState() pages.State {
	if c.State == ContentInReview {
		return pages.InReview
	}
	return before(c)
}
