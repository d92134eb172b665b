package billing

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/app/tenancy"
)

// Limits are the spending limits that the account sets itself.
type Limits struct {
	ApprovalAbove *int64           // what an editor may start within a day without an admin's approval; nil: as much as they like
	Sites         map[string]int64 // credits per month and site; a site that is not listed has no limit
}

// siteLimit is the row of a site's limit.
type siteLimit struct {
	ID             string
	AccountID      string `gorm:"<-:create"`
	SiteID         string `gorm:"<-:create"`
	MonthlyCredits int64
	CreatedAt      time.Time
	UpdatedAt      time.Time
}

// Limits returns the limits of the account of ctx.
func (s *Service) Limits(ctx context.Context) (Limits, error) {
	w, err := s.Wallet(ctx)
	if err != nil {
		return Limits{}, err
	}
	var rows []siteLimit
	tx := s.db.Read(ctx)
	if err := tx.Where("site_id IN (?)", tx.Session(&gorm.Session{NewDB: true}).Model(&sites.Site{}).Select("id")).Find(&rows).Error; err != nil {
		return Limits{}, fmt.Errorf("read limits: %w", err)
	}
	l := Limits{ApprovalAbove: w.ApprovalAbove, Sites: make(map[string]int64, len(rows))}
	for _, row := range rows {
		l.Sites[row.SiteID] = row.MonthlyCredits
	}
	return l, nil
}

// SetLimits replaces the limits of the account. They apply to runs that start from now on.
func (s *Service) SetLimits(ctx context.Context, l Limits) error {
	var wrong fault.Fields
	wrong.Check(l.ApprovalAbove == nil || *l.ApprovalAbove >= 0, "approval_above", "What a person may start without approval is a number of 0 or more.")
	for id, credits := range l.Sites {
		wrong.Check(credits >= 0, "credits-"+id, "Credits a month is a number of 0 or more.")
	}
	if err := wrong.Err(); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := setApproval(tx, l.ApprovalAbove); err != nil {
			return err
		}
		if err := setSites(tx, l.Sites); err != nil {
			return err
		}
		return events.Record(tx, events.Event{
			Kind: events.LimitsChanged, ObjectID: tenancy.Account(ctx), Subject: l.approval(), Detail: fmt.Sprintf("limits of %d sites", len(l.Sites)),
		})
	})
}

func (l Limits) approval() string {
	if l.ApprovalAbove == nil {
		return "no run needs approval"
	}
	return fmt.Sprintf("above %d credits a day and person, runs need approval", *l.ApprovalAbove)
}

func setApproval(tx *gorm.DB, above *int64) error {
	done := tx.Model(&Wallet{}).Where("balance >= 0").Updates(map[string]any{"approval_above": above})
	if done.Error != nil {
		return fmt.Errorf("set approval: %w", done.Error)
	}
	if done.RowsAffected > 0 {
		return nil
	}
	if err := tx.Create(&Wallet{ID: database.NewID(), ApprovalAbove: above}).Error; err != nil {
		return fmt.Errorf("open wallet: %w", err)
	}
	return nil
}

func setSites(tx *gorm.DB, credits map[string]int64) error {
	ids, rows := make([]string, 0, len(credits)), make([]siteLimit, 0, len(credits))
	for id, amount := range credits {
		ids, rows = append(ids, id), append(rows, siteLimit{ID: database.NewID(), SiteID: id, MonthlyCredits: amount})
	}
	var known int64
	if err := tx.Model(&sites.Site{}).Where("id IN ?", ids).Count(&known).Error; err != nil {
		return fmt.Errorf("find sites: %w", err)
	}
	if int(known) != len(ids) {
		return fault.Missing("site")
	}
	if err := tx.Where("site_id IN (?)", tx.Session(&gorm.Session{NewDB: true}).Model(&sites.Site{}).Select("id")).Delete(&siteLimit{}, "site_id NOT IN ?", append(ids, "")).Error; err != nil {
		return fmt.Errorf("lift limits: %w", err)
	}
	if len(rows) == 0 {
		return nil
	}
	update := clause.OnConflict{Columns: []clause.Column{{Name: "account_id"}, {Name: "site_id"}}, DoUpdates: clause.AssignmentColumns([]string{"monthly_credits", "updated_at"})}
	if err := tx.Clauses(update).Create(&rows).Error; err != nil {
		return fmt.Errorf("set limits: %w", err)
	}
	return nil
}
