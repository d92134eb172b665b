package mail

import (
	"context"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/views/email"
)

// mailboxLife is how long the mailbox keeps a mail; the links in it end sooner.
const mailboxLife = 30 * 24 * time.Hour

// MailboxMessage is a mail that was not sent because there is no server. Only developers may read it.
type MailboxMessage struct {
	ID        string
	Recipient string
	Subject   string
	BodyText  string
	BodyHTML  string `gorm:"column:body_html"`
	CreatedAt time.Time
}

// keep writes the mail into the mailbox, and clears out what is old.
func (s *Service) keep(ctx context.Context, l email.Letter, html string) (string, error) {
	m := MailboxMessage{ID: database.NewID(), Recipient: l.To, Subject: l.Subject, BodyText: l.Text(), BodyHTML: html}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Where("created_at < ?", database.Now().Add(-mailboxLife)).Delete(&MailboxMessage{}).Error; err != nil {
			return err
		}
		return tx.Create(&m).Error
	})
	return m.ID, err
}

// Messages are the mails in the mailbox, newest first.
func (s *Service) Messages(ctx context.Context, limit int, cursor string) (database.Page[MailboxMessage], error) {
	order := database.Order{Column: "created_at", Falling: true, Kind: database.Time}
	return database.List(s.db.Read(ctx), order, limit, cursor, func(m MailboxMessage) database.Position {
		return database.Position{Value: m.CreatedAt, ID: m.ID}
	})
}

// Message is the mail with the id.
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

// Mailbox says whether mails are kept for developers to read because no server is configured.
func (s *Service) Mailbox() bool { return s.smtp == nil }
