package accounts

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// AuditEntry says who did what to whom or what. It is never changed.
type AuditEntry struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	UserID    string // empty: the system
	Action    string // past tense: member removed
	Subject   string // the person or thing
	Detail    string
	CreatedAt time.Time
}

// Audit writes an entry in the account of ctx, as the user of ctx, within the transaction of what is done.
func Audit(ctx context.Context, tx *gorm.DB, action, subject, detail string) error {
	e := AuditEntry{ID: database.NewID(), UserID: tenancy.User(ctx), Action: action, Subject: subject, Detail: detail}
	if err := tx.WithContext(ctx).Create(&e).Error; err != nil {
		return fmt.Errorf("audit %s: %w", action, err)
	}
	return nil
}

// auditPerson writes an entry about the user in every account where they have a place.
func auditPerson(ctx context.Context, tx *gorm.DB, u User, action, detail string) error {
	var places []Membership
	if err := tx.Where("user_id = ?", u.ID).Find(&places).Error; err != nil {
		return fmt.Errorf("list memberships: %w", err)
	}
	for _, place := range places {
		scope := tenancy.With(ctx, tenancy.Scope{Account: place.AccountID, User: u.ID})
		if err := Audit(scope, tx, action, u.Email, detail); err != nil {
			return err
		}
	}
	return nil
}

// AuditEntries are the entries of the account, newest first.
func (s *Service) AuditEntries(ctx context.Context, limit int, cursor string) (database.Page[AuditEntry], error) {
	order := database.Order{Column: "created_at", Falling: true, Kind: database.Time}
	return database.List(s.db.Read(ctx), order, limit, cursor, func(e AuditEntry) database.Position {
		return database.Position{Value: e.CreatedAt, ID: e.ID}
	})
}
