package writer

import (
	"context"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/pages"
)

// Stand is the revision of a content and what was decided about it.
type Stand struct {
	Revision         int64
	State            ContentState
	ApprovedRevision *int64
	ApprovedAt       *time.Time
	ReturnReason     string
	BuiltIn          bool
}

func (s Stand) equal(other Stand) bool {
	return s.Revision == other.Revision && s.State == other.State && s.ReturnReason == other.ReturnReason &&
		sameRevision(s.ApprovedRevision, other.ApprovedRevision)
}

func sameRevision(a, b *int64) bool {
	return a == b || a != nil && b != nil && *a == *b
}

func (c Content) stand() Stand {
	return Stand{c.Revision, c.State, c.ApprovedRevision, c.ApprovedAt, c.ReturnReason, c.BuiltIn}
}

// Step is one action on a content, with what is needed to undo it.
type Step struct {
	ContentID     string
	Before, After Stand
	Suggestions   []string // ids of those that the action decided
}

// Decides reports whether the step changed which revision is approved. Only who may publish may undo such a step.
func (s Step) Decides() bool {
	return !sameRevision(s.Before.ApprovedRevision, s.After.ApprovedRevision)
}

// Step returns the action that the content was returned by, and whether it changed anything. A content that was only read has none.
func (c Content) Step() (Step, bool) {
	s := Step{ContentID: c.ID, Before: c.before, After: c.stand(), Suggestions: c.decided}
	return s, c.before.Revision > 0 && (!s.Before.equal(s.After) || len(s.Suggestions) > 0)
}

// Undo takes the step back: text, state, approval and suggestions are as they were before it. The text that it takes away stays among the
// revisions. Where the content was changed since, nothing is undone, and the error is of kind Conflict.
func (s *Service) Undo(ctx context.Context, step Step) (Content, error) {
	var c Content
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		if c, err = s.held(tx, step.ContentID); err != nil {
			return err
		}
		if !c.stand().equal(step.After) {
			return fault.New(fault.Conflict, "This page was changed since, so that step cannot be undone any more. Nothing was changed. Earlier texts are among the revisions.")
		}
		if err := c.goBack(tx, step.Before); err != nil {
			return err
		}
		return reopen(tx, c.ID, step.Suggestions)
	})
	return c, err
}

// goBack brings the content, its page and its task back to an earlier stand. An older text is saved as the next revision.
func (c *Content) goBack(tx *gorm.DB, to Stand) error {
	c.State, c.ApprovedRevision, c.ApprovedAt = to.State, to.ApprovedRevision, to.ApprovedAt
	c.ReturnReason, c.BuiltIn = to.ReturnReason, to.BuiltIn
	if to.Revision != c.Revision {
		var r Revision
		if err := tx.Take(&r, "content_id = ? AND number = ?", c.ID, to.Revision).Error; err != nil {
			return fmt.Errorf("load the revision before: %w", err)
		}
		if err := (Change{Title: &r.Title, Slug: &r.Slug, Description: &r.Description, Blocks: &r.Blocks}).onto(c); err != nil {
			return err
		}
		if err := store(tx, c, fmt.Sprintf("undone: back to revision %d", to.Revision)); err != nil {
			return err
		}
	}
	if err := tx.Model(&Content{ID: c.ID}).Select("state", "approved_revision", "approved_at", "return_reason").Updates(c).Error; err != nil {
		return fmt.Errorf("undo a step: %w", err)
	}
	if c.TaskID != nil {
		state := TaskDrafted
		if c.ApprovedRevision != nil {
			state = TaskDone
		}
		if err := tx.Model(&Task{ID: *c.TaskID}).Update("state", state).Error; err != nil {
			return fmt.Errorf("undo a step of a task: %w", err)
		}
	}
	page := before(*c)
	if c.State == ContentInReview {
		page = pages.InReview
	}
	return pages.Advance(tx, c.PageID, page)
}

// reopen opens decided suggestions again. One whose block has a newer open suggestion stays decided.
func reopen(tx *gorm.DB, contentID string, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	open, err := openSuggestions(tx, contentID)
	if err != nil {
		return err
	}
	var list []Suggestion
	if err := tx.Where("content_id = ? AND id IN ?", contentID, ids).Find(&list).Error; err != nil {
		return fmt.Errorf("load decided suggestions: %w", err)
	}
	var again []string
	for _, one := range list {
		if one.State.mayBecome(SuggestionOpen) && !slices.ContainsFunc(open,
			func(newer Suggestion) bool { return newer.BlockID == one.BlockID }) {
			again = append(again, one.ID)
		}
	}
	if len(again) == 0 {
		return nil
	}
	err = tx.Model(&Suggestion{}).Where("id IN ?", again).Updates(map[string]any{"state": SuggestionOpen, "decided_by": "", "decided_at": nil}).Error
	if err != nil {
		return fmt.Errorf("reopen suggestions: %w", err)
	}
	return nil
}
