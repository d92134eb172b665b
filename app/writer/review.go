package writer

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/pages"
	"igny8/app/sites"
	"igny8/app/text"
)

// Latest is the revision of a decision about the content as it is now. A person decides about the revision on the screen.
const Latest int64 = 0

// Submit asks for a review of the content at the revision that was seen. A newer one is a *Stale.
func (s *Service) Submit(ctx context.Context, id string, seen int64) (Content, error) {
	return s.move(ctx, id, seen, func(tx *gorm.DB, c *Content) error {
		if c.State == ContentInReview {
			return nil
		}
		if !c.State.mayBecome(ContentInReview) {
			return fault.New(fault.Conflict, "Only a draft can be submitted; this content is %s.", spoken(c.State))
		}
		c.State, c.ReturnReason = ContentInReview, ""
		if err := pages.Advance(tx, c.PageID, pages.InReview); err != nil {
			return err
		}
		return recordReview(tx, *c, events.ContentSubmitted)
	})
}

// Approve makes the revision that was seen the one to publish. A newer one is a *Stale, suggestions that nobody has decided about are an
// *Undecided, gaps an *Unwritten, open claims an *OpenClaims, unless somebody waived that check of the gate. Approving twice is approving
// once.
func (s *Service) Approve(ctx context.Context, id string, seen int64) (Content, error) {
	return s.approve(ctx, id, seen, undecided)
}

// ApproveWithout rejects the suggestions that are open and approves the text as it is, like Approve.
func (s *Service) ApproveWithout(ctx context.Context, id string, seen int64) (Content, error) {
	return s.approve(ctx, id, seen, rejectAll)
}

func (s *Service) approve(ctx context.Context, id string, seen int64, suggested func(tx *gorm.DB, c *Content) error) (Content, error) {
	current, err := s.Content(ctx, id)
	if err != nil {
		return current, err
	}
	waived, err := sites.Waived(s.db.Read(ctx), current.SiteID, gates.Writer, claimsCheck)
	if err != nil {
		return current, err
	}
	return s.move(ctx, id, seen, func(tx *gorm.DB, c *Content) error {
		if c.State == ContentApproved || c.State == ContentPublished {
			return nil
		}
		if err := suggested(tx, c); err != nil {
			return err
		}
		if err := complete(tx, *c); err != nil {
			return err
		}
		if c.Blocks.Words() == 0 {
			return fault.New(fault.Conflict, "This content is empty. Write something before it is approved.")
		}
		if !waived {
			if err := settled(tx, *c); err != nil {
				return err
			}
		}
		revision, now := c.Revision, database.Now()
		c.State, c.ReturnReason, c.ApprovedRevision, c.ApprovedAt = ContentApproved, "", &revision, &now
		if c.TaskID != nil {
			if err := tx.Model(&Task{ID: *c.TaskID}).Update("state", TaskDone).Error; err != nil {
				return err
			}
		}
		if err := pages.Advance(tx, c.PageID, pages.Approved); err != nil {
			return err
		}
		return recordReview(tx, *c, events.ContentApproved)
	})
}

// Return sends the content back to its writer with a reason, unless there is a newer revision than the one that was seen. What
// was approved is so no longer.
func (s *Service) Return(ctx context.Context, id string, seen int64, reason string) (Content, error) {
	reason = strings.TrimSpace(reason)
	var f fault.Fields
	f.Check(reason != "", "reason", "Say what is to be changed.")
	f.Check(utf8.RuneCountInString(reason) <= maxReason, "reason", "At most 2,000 characters.")
	f.Check(text.Multiline(reason), "reason", "This has characters that cannot be shown. Remove them.")
	if err := f.Err(); err != nil {
		return Content{}, err
	}
	return s.move(ctx, id, seen, func(tx *gorm.DB, c *Content) error {
		switch c.State {
		case ContentInReview:
			if err := pages.Advance(tx, c.PageID, before(*c)); err != nil {
				return err
			}
		case ContentApproved:
			if err := withdraw(tx, c); err != nil {
				return err
			}
		default:
			return fault.New(fault.Conflict, "Only content in review can be returned; this content is %s.", spoken(c.State))
		}
		c.State, c.ReturnReason = ContentDraft, reason
		return recordReview(tx, *c, events.ContentReturned)
	})
}

func recordReview(tx *gorm.DB, c Content, kind events.Kind) error {
	return events.Record(tx, events.Event{
		Kind: kind, SiteID: c.SiteID, ObjectID: c.ID, Subject: c.Title, Data: events.Data{Revision: c.Revision, Reason: c.ReturnReason},
	})
}

// before returns the state that the page of a content in review had before the review: an earlier revision may have been approved.
func before(c Content) pages.State {
	if c.ApprovedRevision != nil {
		return pages.Approved
	}
	return pages.Drafted
}

// withdraw takes an approval back, so that the text is not published. It is refused where an earlier text is live: the page would leave the
// site.
func withdraw(tx *gorm.DB, c *Content) error {
	var page pages.Page
	if err := tx.Take(&page, "id = ?", c.PageID).Error; err != nil {
		return fmt.Errorf("load page of content: %w", err)
	}
	if page.State == pages.Published {
		return fault.New(fault.Conflict, "This page is live, and its approval stands. Change the text and approve that instead.")
	}
	c.ApprovedRevision, c.ApprovedAt = nil, nil
	if c.TaskID != nil {
		if err := tx.Model(&Task{ID: *c.TaskID}).Update("state", TaskDrafted).Error; err != nil {
			return fmt.Errorf("reopen task: %w", err)
		}
	}
	return pages.SetState(tx, c.PageID, pages.Drafted)
}

// move changes the state of a content by step, unless somebody has saved since it was seen.
func (s *Service) move(ctx context.Context, id string, seen int64, step func(*gorm.DB, *Content) error) (Content, error) {
	var moved Content
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		defer fault.In(&err, "decide on content")
		if moved, err = s.held(tx, id); err != nil {
			return err
		}
		if seen != Latest && seen != moved.Revision {
			return stale(moved)
		}
		if err := step(tx, &moved); err != nil {
			return err
		}
		if from := moved.before.State; from != moved.State && !from.mayBecome(moved.State) {
			return fault.New(fault.Conflict, "This content is %s. It cannot become %s.", spoken(from), spoken(moved.State))
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

func spoken(state ContentState) string { return strings.ReplaceAll(string(state), "_", " ") }

// Publishable is an approved content as it was approved, with its page.
type Publishable struct {
	Content Content
	Page    pages.Page
}

// Publishable lists the approved contents of the site, each at the revision that was approved. One in which something is still to be
// written is none of them, whatever its state says.
func (s *Service) Publishable(ctx context.Context, siteID string) ([]Publishable, error) {
	list, err := asApproved(s.db.Read(ctx), siteID, "approved_revision IS NOT NULL")
	if err != nil {
		return nil, err
	}
	return s.withPages(ctx, siteID, list)
}

// asApproved returns those contents at the revision that was approved, without those in which something is still to be written.
func asApproved(db *gorm.DB, siteID, which string) ([]Content, error) {
	var list []Content
	if err := db.Where("site_id = ?", siteID).Where(which).Order("created_at").Order("id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list approved contents: %w", err)
	}
	older, err := approvedRevisions(db, list)
	if err != nil {
		return nil, err
	}
	written := make([]Content, 0, len(list))
	for _, c := range list {
		if r, ok := older[c.ID]; ok {
			c.Title, c.Slug, c.Description, c.Blocks = r.Title, r.Slug, r.Description, r.Blocks
		}
		outline, err := outlineTexts(db, c)
		if err != nil {
			return nil, err
		}
		if !outline.Unwritten(c.Blocks) {
			written = append(written, c)
		}
	}
	return written, nil
}

// Drafts returns all contents of the site as they are now, with their pages.
func (s *Service) Drafts(ctx context.Context, siteID string) ([]Publishable, error) {
	var list []Content
	if err := s.db.Read(ctx).Where("site_id = ?", siteID).Order("created_at").Order("id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list contents: %w", err)
	}
	return s.withPages(ctx, siteID, list)
}

// withPages puts the page of the site beside each of its contents.
func (s *Service) withPages(ctx context.Context, siteID string, contents []Content) ([]Publishable, error) {
	list, err := s.pages.List(ctx, siteID)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]pages.Page, len(list))
	for _, p := range list {
		byID[p.ID] = p
	}
	all := make([]Publishable, len(contents))
	for i, c := range contents {
		all[i] = Publishable{Content: c, Page: byID[c.PageID]}
	}
	return all, nil
}

// RefuseOutlines refuses revisions, by content, that the built-in engine outlined and nobody wrote: a release of before slots may hold
// some.
func (s *Service) RefuseOutlines(ctx context.Context, revisions map[string]int64) error {
	var outlined []Content
	ids := slices.Sorted(maps.Keys(revisions))
	for part := range slices.Chunk(ids, 200) {
		var found []Content
		if err := s.db.Read(ctx).Where("id IN ? AND outlined", part).Order("id").Find(&found).Error; err != nil {
			return fmt.Errorf("look for outlines: %w", err)
		}
		outlined = append(outlined, found...)
	}
	var titles []string
	for _, c := range outlined {
		r, err := s.Revision(ctx, c.ID, revisions[c.ID])
		if err != nil {
			return err
		}
		outline, err := outlineTexts(s.db.Read(ctx), c)
		if err != nil {
			return err
		}
		if outline.Unwritten(r.Blocks) {
			titles = append(titles, "“"+text.Clean(r.Title, 80)+"”")
		}
	}
	if len(titles) == 0 {
		return nil
	}
	return fault.New(fault.Conflict, "This release shows %s that nobody has written, such as %s. It was not switched to; publish a new one, which leaves them out.",
		text.Count(len(titles), "page", "pages"), titles[0])
}

// approvedRevisions returns the approved revisions of the contents that were changed since, by content.
func approvedRevisions(db *gorm.DB, contents []Content) (map[string]Revision, error) {
	found := map[string]Revision{}
	for part := range slices.Chunk(contents, 200) {
		var pairs [][]any
		for _, c := range part {
			if c.Revision != *c.ApprovedRevision {
				pairs = append(pairs, []any{c.ID, *c.ApprovedRevision})
			}
		}
		if len(pairs) == 0 {
			continue
		}
		var list []Revision
		if err := db.Where("(content_id, number) IN ?", pairs).Find(&list).Error; err != nil {
			return nil, fmt.Errorf("load approved revisions: %w", err)
		}
		for _, r := range list {
			found[r.ContentID] = r
		}
	}
	return found, nil
}

// SetPublished stores, in the transaction of a publish, which revisions of each content of the site readers see, at any destination.
// A content is published when the approved one is among them; what is not live, or live as it was before, is approved again.
func SetPublished(tx *gorm.DB, siteID string, live map[string][]int64) error {
	if _, err := pages.Locked(tx.Where("site_id = ?", siteID)); err != nil {
		return err
	}
	var contents []Content
	if err := database.Locked(tx).Omit("blocks").Where("site_id = ? AND approved_revision IS NOT NULL", siteID).Order("id").Find(&contents).Error; err != nil {
		return fmt.Errorf("list approved contents: %w", err)
	}
	shown := map[string]bool{}
	for _, c := range contents {
		shown[c.PageID] = len(live[c.ID]) > 0
		state := ContentApproved
		if slices.Contains(live[c.ID], *c.ApprovedRevision) {
			state = ContentPublished
		}
		if (c.State != ContentApproved && c.State != ContentPublished) || c.State == state {
			continue
		}
		if err := tx.Model(&Content{ID: c.ID}).Update("state", state).Error; err != nil {
			return fmt.Errorf("mark content: %w", err)
		}
	}
	return pages.MarkLive(tx, siteID, shown)
}

// ApprovedRevisions returns the approved revisions of the site's contents that are publishable, by content.
func (s *Service) ApprovedRevisions(ctx context.Context, siteID string) (map[string]int64, error) {
	return ApprovedRevisions(s.db.Read(ctx), siteID)
}

// ApprovedRevisions is the method of that name, inside a transaction.
func ApprovedRevisions(db *gorm.DB, siteID string) (map[string]int64, error) {
	var list []Content
	err := db.Select("id", "approved_revision", "outlined").Where("site_id = ? AND approved_revision IS NOT NULL", siteID).Find(&list).Error
	if err != nil {
		return nil, fmt.Errorf("list approved contents: %w", err)
	}
	approved, outlined := make(map[string]int64, len(list)), false
	for _, c := range list {
		if outlined = outlined || c.Outlined; !c.Outlined {
			approved[c.ID] = *c.ApprovedRevision
		}
	}
	if !outlined {
		return approved, nil
	}
	// What was approved since there are slots has none. Older outlines tell by their text alone.
	outlines, err := asApproved(db, siteID, "approved_revision IS NOT NULL AND outlined")
	if err != nil {
		return nil, err
	}
	for _, c := range outlines {
		approved[c.ID] = *c.ApprovedRevision
	}
	return approved, nil
}
