package writer

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/prose"
)

// MetaProposal is a title and a description that wait for a decision. A content has at most one.
type MetaProposal struct {
	ID          string
	AccountID   string `gorm:"<-:create"`
	SiteID      string `gorm:"<-:create"`
	ContentID   string
	RunID       string
	Title       string
	Description string
	CreatedAt   time.Time
}

// Snippets returns the proposal as search engines would show it.
func (p MetaProposal) Snippets() []prose.Snippet { return prose.Snippets(p.Title, p.Description) }

// ProposeMeta stores a proposal in the place of an older one for the same content. A content that was deleted gets none: it is missing.
func ProposeMeta(tx *gorm.DB, p MetaProposal) error {
	var c Content
	err := tx.Select("id", "site_id").Take(&c, "id = ?", p.ContentID).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return fault.Missing("content")
	}
	if err != nil {
		return fmt.Errorf("load content: %w", err)
	}
	p.ID, p.SiteID = database.NewID(), c.SiteID
	known := clause.OnConflict{
		Columns:   []clause.Column{{Name: "account_id"}, {Name: "content_id"}},
		DoUpdates: clause.AssignmentColumns([]string{"run_id", "title", "description", "created_at"}),
	}
	if err := tx.Clauses(known).Create(&p).Error; err != nil {
		return fmt.Errorf("save proposal: %w", err)
	}
	return nil
}

func (s *Service) metaProposal(ctx context.Context, contentID string) (*MetaProposal, error) {
	var p MetaProposal
	err := s.db.Read(ctx).Where("content_id = ?", contentID).Take(&p).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("load proposal: %w", err)
	}
	return &p, nil
}

// AcceptMeta saves what is proposed, as a person may have changed it, as the next revision of the content. A revision that is not
// the newest is a *Stale, and keeps the proposal.
func (s *Service) AcceptMeta(ctx context.Context, contentID string, seen int64, title, description string) (Content, error) {
	saved, err := s.save(ctx, contentID, Change{Revision: seen, Title: &title, Description: &description}, "took the proposed title and description")
	if err != nil {
		return saved, err
	}
	return saved, s.dropMeta(ctx, contentID)
}

// RejectMeta drops what is proposed.
func (s *Service) RejectMeta(ctx context.Context, contentID string) error {
	if _, err := s.Content(ctx, contentID); err != nil {
		return err
	}
	return s.dropMeta(ctx, contentID)
}

func (s *Service) dropMeta(ctx context.Context, contentID string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Where("content_id = ?", contentID).Delete(&MetaProposal{}).Error; err != nil {
			return fmt.Errorf("drop proposal: %w", err)
		}
		return nil
	})
}
