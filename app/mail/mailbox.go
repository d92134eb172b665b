package mail

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/views/email"
)

// mailboxLife is how long the mailbox keeps a mail whose link does not expire.
const mailboxLife = 30 * 24 * time.Hour

// MailboxMessage is a mail that was not sent because there is no server. Only developers may read it. It contains its link
// in the clear, so it is deleted when the link expires.
type MailboxMessage struct {
	ID        string
	Recipient string
	Subject   string
	BodyText  string
	BodyHTML  string     `gorm:"column:body_html"`
	ExpiresAt *time.Time // nil only for mails of earlier versions
	CreatedAt time.Time
}

// keep writes the mail into the mailbox.
func (s *Service) keep(ctx context.Context, l email.Letter, html string) (string, error) {
	ends := l.Ends
	if ends.IsZero() {
		ends = database.Now().Add(mailboxLife)
	}
	m := MailboxMessage{ID: database.NewID(), Recipient: l.To, Subject: l.Subject, BodyText: l.Text(), BodyHTML: html, ExpiresAt: &ends}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error { return tx.Create(&m).Error })
	return m.ID, err
}

// DeleteExpired deletes the mails whose link has expired.
func (s *Service) DeleteExpired(ctx context.Context) error {
	now := database.Now()
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old := tx.Where("expires_at < ? OR (expires_at IS NULL AND created_at < ?)", now, now.Add(-mailboxLife))
		if err := old.Delete(&MailboxMessage{}).Error; err != nil {
			return fmt.Errorf("delete kept mails: %w", err)
		}
		return nil
	})
}

// Messages returns the mails in the mailbox, newest first.
func (s *Service) Messages(ctx context.Context, limit int, cursor string) (database.Page[MailboxMessage], error) {
	order := database.Order{Column: "created_at", Falling: true, Kind: database.Time}
	return database.List(s.db.Read(ctx), order, limit, cursor, func(m MailboxMessage) database.Position {
		return database.Position{Value: m.CreatedAt, ID: m.ID}
	})
}

// Message returns the mail with the id.
func (s *Service) Message(ctx context.Context, id string) (MailboxMessage, error) {
	var found []MailboxMessage
	if err := s.db.Read(ctx).Where("id = ?", id).Limit(1).Find(&found).Error; err != nil {
		return MailboxMessage{}, err
	}
	if len(found) == 0 {
		return MailboxMessage{}, fault.Missing("mail")
	}
	return found[0], nil
}

// Sends reports whether mails leave the installation. Without a server they are stored for developers to read.
func (s *Service) Sends() bool { return s.smtp != nil }
