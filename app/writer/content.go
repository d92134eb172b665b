package writer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/blocks"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// ContentState is where a content stands.
type ContentState string

// The states of a content.
const (
	ContentDraft     ContentState = "draft"
	ContentInReview  ContentState = "in_review"
	ContentApproved  ContentState = "approved"
	ContentPublished ContentState = "published"
)

// mayBecome reports whether a content in the state may be moved to the next one: every content can become a draft again, and be approved.
// Undo brings back the state before.
func (s ContentState) mayBecome(next ContentState) bool {
	switch next {
	case ContentInReview:
		return s == ContentDraft
	case ContentPublished:
		return s == ContentApproved
	}
	return true
}

// The longest texts, in characters.
const (
	MaxTitle       = 200
	MaxDescription = 400
	maxReason      = 2000
)

// Content is a page as a list of blocks. Every save makes a revision; the approved one is what gets published.
type Content struct {
	ID               string
	AccountID        string `gorm:"<-:create"`
	SiteID           string `gorm:"<-:create"`
	SectorID         *string
	PageID           string
	TaskID           *string
	Title            string
	Slug             string
	Description      string
	Blocks           blocks.Document
	State            ContentState
	Revision         int64
	ApprovedRevision *int64
	ApprovedAt       *time.Time
	ReturnReason     string
	BuiltIn          bool // the built-in engine wrote the first draft, and nobody has changed it since
	Words            int64
	Outlined         bool  // the built-in engine drafted it before it left slots
	Unwritten        int64 // gaps, see Gap
	OpenClaims       int64 // claims that nobody has decided about
	CreatedAt        time.Time
	UpdatedAt        time.Time
	DeletedAt        *time.Time // in the trash since

	before  Stand    // where it stood when the action that returns it began
	decided []string // the suggestions that the action decided
}

// Revision is a content as it was saved once.
type Revision struct {
	ID          string
	AccountID   string `gorm:"<-:create"`
	SiteID      string `gorm:"<-:create"`
	ContentID   string
	Number      int64
	Title       string
	Slug        string
	Description string
	Blocks      blocks.Document
	AuthorID    string
	RunID       *string
	Note        string
	CreatedAt   time.Time
}

// Change is what a save changes; nil keeps what is there. Revision is the one that the change was made from.
type Change struct {
	Revision                 int64
	Title, Slug, Description *string
	Blocks                   *blocks.Document
	base                     blocks.Document // what Blocks were made from, as it is stored; nil: unknown
	moved                    []string        // the blocks that are known to have been moved
}

// Stale is the refusal of a save or a decision that was made from an older revision. It carries the newer content, so that
// nothing typed is lost. It is a fault of kind Conflict.
type Stale struct {
	Newer     Content
	Conflicts []blocks.Conflict // what both changed, where a change was to be joined with the newer content
	fault     *fault.Error
}

func (e *Stale) Error() string { return e.fault.Error() }
func (e *Stale) Unwrap() error { return e.fault }

func stale(newer Content) *Stale {
	return &Stale{Newer: newer, fault: fault.New(fault.Conflict, "Somebody saved revision %d in the meantime. Nothing of yours was done; look at the newer text, then do it again.", newer.Revision)}
}

// Contents returns the contents of the site without their blocks, the last changed first.
func (s *Service) Contents(ctx context.Context, siteID string) ([]Content, error) {
	var list []Content
	if err := s.db.Read(ctx).Omit("blocks").Where("site_id = ?", siteID).Order("updated_at DESC").Order("id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list contents: %w", err)
	}
	return list, nil
}

// ContentPage returns one page of the site's contents, newest first, for the API.
func (s *Service) ContentPage(ctx context.Context, siteID string, limit int, cursor string) (database.Page[Content], error) {
	if _, err := s.sites.Get(ctx, siteID); err != nil {
		return database.Page[Content]{}, err
	}
	return database.List(s.db.Read(ctx).Where("site_id = ?", siteID), database.Order{Column: "created_at", Falling: true, Kind: database.Time}, limit, cursor,
		func(c Content) database.Position { return database.Position{Value: c.CreatedAt, ID: c.ID} })
}

// NextToReview returns the id of the content of the site that has waited longest for an approval, empty if none waits. Those that a review
// is asked for come before drafts.
func (s *Service) NextToReview(ctx context.Context, siteID string) (string, error) {
	var ids []string
	err := s.db.Read(ctx).Model(&Content{}).Where("site_id = ? AND state IN ?", siteID, []ContentState{ContentInReview, ContentDraft}).
		Order(clause.Expr{SQL: "CASE WHEN state = ? THEN 0 ELSE 1 END", Vars: []any{ContentInReview}}).Order("updated_at").Order("id").Limit(1).Pluck("id", &ids).Error
	if err != nil {
		return "", fmt.Errorf("find the next content to review: %w", err)
	}
	return strings.Join(ids, ""), nil
}

// Content returns the content with the id.
func (s *Service) Content(ctx context.Context, id string) (Content, error) {
	return database.One[Content](s.db.Read(ctx), "content", id)
}

// held loads the content and locks its page and it: what is written with it, its page, its task and the count of its claims, belongs to
// one change. The stages of the site are computed again when tx ends.
func (s *Service) held(tx *gorm.DB, id string) (Content, error) {
	seen, err := database.One[Content](tx.Omit("blocks"), "content", id)
	if err != nil {
		return seen, err
	}
	if _, err := pages.LockedByID(tx, seen.PageID); err != nil {
		return seen, err
	}
	c, err := database.One[Content](database.Locked(tx), "content", id)
	if err != nil {
		return c, err
	}
	c.before = c.stand()
	return c, s.setStage(tx, c.SiteID)
}

// Save stores a change as the next revision, or refuses it with a *Stale when it was made from an older one. What was
// approved or in review becomes a draft again; what is live stays live until the next publish. A change that changes nothing
// makes no revision.
func (s *Service) Save(ctx context.Context, id string, c Change) (Content, error) {
	return s.save(ctx, id, c, "edited")
}

func (s *Service) save(ctx context.Context, id string, c Change, note string) (Content, error) {
	var saved Content
	c, err := c.cleaned(ctx)
	if err != nil {
		return saved, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		current, err := s.held(tx, id)
		if err != nil {
			return err
		}
		if current.Revision != c.Revision {
			return stale(current)
		}
		saved = current
		if err := c.onto(&saved); err != nil || saved.reads(current) {
			return err
		}
		saved.State, saved.BuiltIn = ContentDraft, false
		return store(tx, &saved, note)
	})
	return saved, err
}

// reads reports whether both are the same to a reader.
func (c Content) reads(other Content) bool {
	return c.Title == other.Title && c.Slug == other.Slug && c.Description == other.Description &&
		slices.EqualFunc(c.Blocks, other.Blocks, blocks.Block.Equal)
}

// onto applies the change, which is cleaned, to the content.
func (c Change) onto(to *Content) error {
	var f fault.Fields
	if c.Title != nil {
		to.Title = text.Line(&f, "title", *c.Title, MaxTitle)
		f.Check(to.Title != "", "title", "Give the page a title.")
	}
	if c.Slug != nil && strings.TrimSpace(*c.Slug) != "" {
		to.Slug = pages.Slug(*c.Slug)
	}
	if c.Description != nil {
		to.Description = text.Line(&f, "description", *c.Description, MaxDescription)
	}
	if c.Blocks != nil {
		to.Words += int64(c.Blocks.MoreWords(to.Blocks))
		to.Blocks = *c.Blocks
	}
	return f.Err()
}

// cleaned returns the change with its text as it may be stored. It is called before anything is locked: a long text takes a while. A text
// that breaks a rule or exceeds a limit is a fault.
func (c Change) cleaned(ctx context.Context) (Change, error) {
	if c.Blocks == nil {
		return c, nil
	}
	doc, err := c.Blocks.CleanBeside(ctx, c.base)
	var wrong *blocks.Error
	if errors.As(err, &wrong) {
		return c, fault.Wrap(err, fault.Invalid, "The text could not be saved: %s Nothing was changed.", wrong.Error())
	}
	if err != nil {
		return c, err
	}
	c.Blocks = &doc
	return c, nil
}

// store writes the content as its next revision and carries the metadata to the page, which may give it another slug. Only one of
// two savers that saw the same revision gets through.
func store(tx *gorm.DB, c *Content, note string) error {
	seen := c.Revision
	c.Revision++
	if err := carry(tx, c); err != nil {
		return err
	}
	if err := countClaims(tx, c); err != nil {
		return err
	}
	if err := countGaps(tx, c); err != nil {
		return err
	}
	done := tx.Model(&Content{}).Where("id = ? AND revision = ?", c.ID, seen).
		Select("title", "slug", "description", "blocks", "state", "revision", "built_in", "words", "unwritten", "open_claims", "updated_at").
		Updates(c)
	if done.Error != nil {
		return fmt.Errorf("save content: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		newer, err := database.One[Content](tx, "content", c.ID)
		if err != nil {
			return err
		}
		return stale(newer)
	}
	return record(tx, *c, note, nil)
}

func record(tx *gorm.DB, c Content, note string, runID *string) error {
	r := Revision{
		ID: database.NewID(), SiteID: c.SiteID, ContentID: c.ID, Number: c.Revision, Title: c.Title, Slug: c.Slug,
		Description: c.Description, Blocks: c.Blocks, AuthorID: tenancy.User(tx.Statement.Context), RunID: runID, Note: note,
	}
	if err := tx.Create(&r).Error; err != nil {
		return fmt.Errorf("save revision: %w", err)
	}
	return nil
}

// carry writes title, description and slug of the content to its page. A slug that another page has becomes the next free one.
func carry(tx *gorm.DB, c *Content) error {
	if err := pages.SetMetadata(tx, c.PageID, pages.Metadata{Title: &c.Title, Description: &c.Description}); err != nil {
		return err
	}
	page, err := pages.SetSlug(tx, c.PageID, c.Slug)
	c.Slug = page.Slug
	return err
}

// Revisions returns the revisions of the content without their blocks, the newest first.
func (s *Service) Revisions(ctx context.Context, contentID string) ([]Revision, error) {
	return s.RevisionsBefore(ctx, contentID, 0, 0)
}

// RevisionsBefore is Revisions for those that are older than the one with the number, at most as many as the limit. 0 is no limit, and no
// such one.
func (s *Service) RevisionsBefore(ctx context.Context, contentID string, number int64, limit int) ([]Revision, error) {
	if _, err := s.Content(ctx, contentID); err != nil {
		return nil, err
	}
	query := s.db.Read(ctx).Omit("blocks").Where("content_id = ?", contentID).Order("number DESC")
	if number > 0 {
		query = query.Where("number < ?", number)
	}
	if limit > 0 {
		query = query.Limit(limit)
	}
	var list []Revision
	if err := query.Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list revisions: %w", err)
	}
	return list, nil
}

// Revision returns one revision of the content by its number.
func (s *Service) Revision(ctx context.Context, contentID string, number int64) (Revision, error) {
	var r Revision
	err := s.db.Read(ctx).Where("content_id = ? AND number = ?", contentID, number).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return r, fault.Missing("revision")
	}
	if err != nil {
		return r, fmt.Errorf("load revision: %w", err)
	}
	return r, nil
}

// Restore saves an older revision as the next one. from is the revision that the person was looking at.
func (s *Service) Restore(ctx context.Context, contentID string, number, from int64) (Content, error) {
	r, err := s.Revision(ctx, contentID, number)
	if err != nil {
		return Content{}, err
	}
	change := Change{Revision: from, Title: &r.Title, Slug: &r.Slug, Description: &r.Description, Blocks: &r.Blocks}
	return s.save(ctx, contentID, change, fmt.Sprintf("restored revision %d", number))
}
