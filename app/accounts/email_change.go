package accounts

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// A link that confirms an address works for a day. The number of links per person and window is limited, because each is a mail to an
// address that may belong to somebody else.
const (
	emailChangeLife       = 24 * time.Hour
	emailChangeWindow     = time.Hour
	emailChangesPerWindow = 5
)

// EmailChange is a new address of a person that is not confirmed yet. Only the mail contains its token.
type EmailChange struct {
	ID        string
	UserID    string
	Email     string
	TokenHash string
	ExpiresAt time.Time
	UsedAt    *time.Time // when it was confirmed, withdrawn or replaced
	CreatedAt time.Time
}

// EmailChangeMail holds what the mail to a new address needs.
type EmailChangeMail struct {
	To, Name, Link string
	ExpiresAt      time.Time
}

// NewEmail is the wanted address of a person, and their password. Address is the network address of the request.
type NewEmail struct {
	Email, Password, Address string
}

// RequestEmailChange mails a link to the new address of the person in ctx and notifies the old address. Nothing changes before
// ConfirmEmail. The answer does not reveal whether the new address has a user; its owner gets a mail.
func (s *Service) RequestEmailChange(ctx context.Context, n NewEmail) error {
	m, err := signedIn(ctx)
	if err != nil {
		return err
	}
	var f fault.Fields
	email := checkEmail(&f, n.Email)
	f.Check(EmailKey(email) != EmailKey(m.Email), "email", "This is your address already.")
	if err := f.Err(); err != nil {
		return err
	}
	u, err := s.confirm(ctx, m, n.Password, n.Address)
	if err != nil {
		return err
	}
	token, now := newSecret(), database.Now()
	change := EmailChange{
		ID: database.NewID(), UserID: u.ID, Email: email, TokenHash: hashSecret(token), ExpiresAt: now.Add(emailChangeLife),
	}
	taken := false
	err = s.db.Tx(tenancy.System(ctx, "request an e-mail change"), func(tx *gorm.DB) error {
		taken, err = requestEmailChange(tx, change, now)
		return err
	})
	if err != nil {
		return err
	}
	return s.mailEmailChange(ctx, u, change, token, taken)
}

// requestEmailChange stores the change in place of an earlier one, and reports whether the address has a user.
func requestEmailChange(tx *gorm.DB, change EmailChange, now time.Time) (taken bool, err error) {
	// The lock makes simultaneous requests count each other.
	if _, err := take[User](database.Locked(tx), "user", "id = ?", change.UserID); err != nil {
		return false, err
	}
	var recent, users int64
	err = tx.Model(&EmailChange{}).Where("user_id = ? AND created_at > ?", change.UserID, now.Add(-emailChangeWindow)).Count(&recent).Error
	if err != nil {
		return false, fmt.Errorf("count e-mail changes: %w", err)
	}
	if recent >= emailChangesPerWindow {
		return false, fault.New(fault.Throttled, "You asked for %d links within an hour. Your address stays as it is. Try again in an hour.", recent)
	}
	if err := tx.Model(&User{}).Where("email_key = ?", EmailKey(change.Email)).Count(&users).Error; err != nil {
		return false, fmt.Errorf("look for the address: %w", err)
	}
	if err := voidEmailChanges(tx, change.UserID); err != nil {
		return false, err
	}
	if err := tx.Create(&change).Error; err != nil {
		return false, fmt.Errorf("create e-mail change: %w", err)
	}
	return users > 0, nil
}

func (s *Service) mailEmailChange(ctx context.Context, u User, change EmailChange, token string, taken bool) error {
	if s.options.Mailer == nil {
		return nil
	}
	var err error
	if taken {
		err = s.options.Mailer.Notice(ctx, NoticeMail{
			To: change.Email, Event: EmailTaken, Email: change.Email, Link: s.options.Addresses.SignIn(),
		})
	} else {
		err = s.options.Mailer.EmailChange(ctx, EmailChangeMail{
			To: change.Email, Name: u.Name, Link: s.options.Addresses.ConfirmEmail(token), ExpiresAt: change.ExpiresAt,
		})
	}
	if err != nil {
		sentence := "The mail to %s could not be sent. Your address stays as it is. Check the new one, or try again later."
		return errors.Join(fault.Wrap(err, fault.Unavailable, sentence, change.Email), s.WithdrawEmailChange(ctx))
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error { return notify(tx, u, EmailChangeAsked, change.Email) })
}

// PendingEmail returns the unconfirmed address of the person in ctx, nil if there is none.
func (s *Service) PendingEmail(ctx context.Context) (*EmailChange, error) {
	m, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	change, err := take[EmailChange](s.db.Read(ctx), "address", "user_id = ? AND used_at IS NULL AND expires_at > ?", m.UserID, database.Now())
	if fault.KindOf(err) == fault.NotFound {
		return nil, nil
	}
	return &change, err
}

// WithdrawEmailChange invalidates the link to a new address of the person in ctx, if there is one.
func (s *Service) WithdrawEmailChange(ctx context.Context) error {
	m, err := signedIn(ctx)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error { return voidEmailChanges(tx, m.UserID) })
}

func voidEmailChanges(tx *gorm.DB, userID string) error {
	pending := tx.Model(&EmailChange{}).Where("user_id = ? AND used_at IS NULL", userID)
	if err := pending.Update("used_at", database.Now()).Error; err != nil {
		return fmt.Errorf("end links to a new address: %w", err)
	}
	return nil
}

// EmailChangeByToken returns the change of a valid link, otherwise not found.
func (s *Service) EmailChangeByToken(ctx context.Context, token string) (EmailChange, error) {
	return pendingEmailChange(s.db.Read(ctx), token)
}

func pendingEmailChange(tx *gorm.DB, token string) (EmailChange, error) {
	change, err := take[EmailChange](tx, "link", "token_hash = ? AND used_at IS NULL AND expires_at > ?", hashSecret(token), database.Now())
	if fault.KindOf(err) == fault.NotFound {
		return change, errEmailChange()
	}
	return change, err
}

func errEmailChange() error {
	return fault.New(fault.NotFound, "This link cannot be used any more. Your address stays as it is. Ask for a new link in your profile.")
}

// ConfirmEmail gives the person the address of the link and notifies the old address. Links that were mailed to the old address become
// invalid.
func (s *Service) ConfirmEmail(ctx context.Context, token string) error {
	system := tenancy.System(ctx, "confirm an e-mail change")
	return s.db.Tx(system, func(tx *gorm.DB) error {
		change, err := pendingEmailChange(tx, token)
		if err != nil {
			return err
		}
		before, err := take[User](database.Locked(tx), "user", "id = ?", change.UserID)
		if err != nil {
			return err
		}
		if err := confirmEmail(tx, before, change); err != nil {
			return err
		}
		return notify(tx, before, EmailChanged, change.Email)
	})
}

func confirmEmail(tx *gorm.DB, u User, change EmailChange) error {
	spent := tx.Model(&EmailChange{}).Where("id = ? AND used_at IS NULL", change.ID).Update("used_at", database.Now())
	if spent.Error != nil {
		return fmt.Errorf("spend link: %w", spent.Error)
	}
	if spent.RowsAffected == 0 {
		return errEmailChange()
	}
	before := u.Email
	u.Email, u.EmailKey = change.Email, EmailKey(change.Email)
	err := tx.Model(&User{}).Where("id = ?", u.ID).Updates(map[string]any{"email": u.Email, "email_key": u.EmailKey}).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return fault.New(fault.Conflict, "Another user has this address by now. Your address stays as it is. Choose another one in your profile.")
	}
	if err != nil {
		return fmt.Errorf("change e-mail: %w", err)
	}
	if err := voidResets(tx, u.ID); err != nil {
		return err
	}
	return recordOf(tx, u, events.Event{Kind: events.EmailChanged, Detail: "from " + before})
}
