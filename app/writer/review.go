package writer

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/pages"
)

// Submit asks for a review of the content.
func (s *Service) Submit(ctx context.Context, id string) (Content, error) {
	return s.move(ctx, id, func(_ *gorm.DB, c *Content) error {
		if c.State == InReview {
			return nil
		}
		if c.State != Draft {
			return fault.New(fault.Conflict, "Only a draft can be submitted; this content is %s.", spoken(c.State))
		}
		c.State, c.ReturnReason = InReview, ""
		return nil
	})
}

// Approve makes the current revision the one to publish. Approving twice is approving once.
func (s *Service) Approve(ctx context.Context, id string) (Content, error) {
	return s.move(ctx, id, func(tx *gorm.DB, c *Content) error {
		if c.State == Approved || c.State == Published {
			return nil
		}
		if len(c.Blocks) == 0 {
			return fault.New(fault.Conflict, "This content is empty. Write something before it is approved.")
		}
		revision, now := c.Revision, database.Now()
		c.State, c.ReturnReason, c.ApprovedRevision, c.ApprovedAt = Approved, "", &revision, &now
		if c.TaskID != nil {
			if err := tx.Model(&Task{ID: *c.TaskID}).Update("state", Done).Error; err != nil {
				return err
			}
		}
		return advance(tx, c.PageID, pages.Approved)
	})
}

// Return sends the content back to its writer with a reason.
func (s *Service) Return(ctx context.Context, id, reason string) (Content, error) {
	reason = strings.TrimSpace(reason)
	var f fault.Fields
	f.Check(reason != "", "reason", "Say what is to be changed.")
	f.Check(len([]rune(reason)) <= 2000, "reason", "At most 2,000 characters.")
	if err := f.Err(); err != nil {
		return Content{}, err
	}
	return s.move(ctx, id, func(_ *gorm.DB, c *Content) error {
		if c.State != InReview && c.State != Approved {
			return fault.New(fault.Conflict, "Only content in review can be returned; this content is %s.", spoken(c.State))
		}
		c.State, c.ReturnReason = Draft, reason
		return nil
	})
}

// advance moves a page forward in its life, never back: what is live stays live while its text changes.
func advance(tx *gorm.DB, pageID, state string) error {
	var page pages.Page
	if err := tx.Take(&page, "id = ?", pageID).Error; err != nil {
		return err
	}
	if page.State == pages.Published {
		return nil
	}
	return pages.SetState(tx, pageID, state)
}

// move changes the state of a content by what step decides, unless somebody saved in between.
func (s *Service) move(ctx context.Context, id string, step func(*gorm.DB, *Content) error) (Content, error) {
	var moved Content
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		var err error
		if moved, err = content(tx, id); err != nil {
			return err
		}
		if err := step(tx, &moved); err != nil {
			return err
		}
		done := tx.Model(&Content{}).Where("id = ? AND revision = ?", id, moved.Revision).
			Select("state", "return_reason", "approved_revision", "approved_at", "updated_at").Updates(&moved)
		if done.Error == nil && done.RowsAffected == 0 {
			return stale(moved)
		}
		return done.Error
	})
	return moved, err
}

func spoken(state string) string { return strings.ReplaceAll(state, "_", " ") }

// Gate is the Writer's gate: content is approved. Drafts that are not are held back, and who may waive can let the site go
// without them.
func (s *Service) Gate(ctx context.Context, siteID string) (gates.Gate, error) {
	contents, err := s.Contents(ctx, siteID)
	if err != nil {
		return gates.Gate{}, err
	}
	approved, waiting := 0, 0
	for _, c := range contents {
		switch {
		case c.ApprovedRevision != nil:
			approved++
		default:
			waiting++
		}
	}
	link := "/app/sites/" + siteID + "/writer"
	checks := []gates.Check{
		{Key: "written", OK: len(contents) > 0, Label: "There is content", Link: link},
		{Key: "approved", OK: approved > 0, Label: "Content is approved", Link: link},
		{Key: "reviewed", OK: waiting == 0 && approved > 0, Label: "No draft waits for approval", Link: link, CanWaive: approved > 0},
	}
	for i, reason := range []string{"Nothing has been written yet.", "No content has been approved yet.", reviewReason(waiting)} {
		if !checks[i].OK {
			checks[i].Reason = reason
		}
	}
	return s.sites.Judge(ctx, siteID, gates.Writer, checks...)
}

func reviewReason(waiting int) string {
	if waiting == 1 {
		return "1 draft is not approved and will not be published."
	}
	return fmt.Sprintf("%d drafts are not approved and will not be published.", waiting)
}

// Publishable is an approved content as it was approved, with its page.
type Publishable struct {
	Content Content
	Page    pages.Page
}

// Publishable lists the approved contents of the site, each at the revision that was approved.
func (s *Service) Publishable(ctx context.Context, siteID string) ([]Publishable, error) {
	var list []Content
	if err := s.db.Read(ctx).Where("site_id = ? AND approved_revision IS NOT NULL", siteID).Order("created_at").Order("id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list approved contents: %w", err)
	}
	all := make([]Publishable, len(list))
	for i, c := range list {
		if c.Revision != *c.ApprovedRevision {
			r, err := s.Revision(ctx, c.ID, *c.ApprovedRevision)
			if err != nil {
				return nil, err
			}
			c.Title, c.Slug, c.Description, c.Blocks = r.Title, r.Slug, r.Description, r.Blocks
		}
		page, err := s.pages.Get(ctx, c.PageID)
		if err != nil {
			return nil, err
		}
		all[i] = Publishable{Content: c, Page: page}
	}
	return all, nil
}

// MarkPublished notes, inside the transaction of a publish, that the contents are live at their approved revision.
func MarkPublished(tx *gorm.DB, list []Publishable) error {
	for _, p := range list {
		if p.Content.State == Approved {
			if err := tx.Model(&Content{}).Where("id = ? AND state = ?", p.Content.ID, Approved).Update("state", Published).Error; err != nil {
				return err
			}
		}
		if err := pages.SetState(tx, p.Page.ID, pages.Published); err != nil {
			return err
		}
	}
	return nil
}

// Waiting counts the approved contents that are not live at their approved revision.
func (s *Service) Waiting(ctx context.Context, siteID string) (int64, error) {
	var n int64
	err := s.db.Read(ctx).Model(&Content{}).Where("site_id = ? AND state = ?", siteID, Approved).Count(&n).Error
	return n, err
}
