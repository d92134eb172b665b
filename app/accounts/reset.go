package accounts

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// resetLife is how long a reset link works.
const resetLife = time.Hour

// PasswordReset lets a person who forgot their password choose another. Only the mail contains its token.
type PasswordReset struct {
	ID        string
	UserID    string
	TokenHash string
	ExpiresAt time.Time
	UsedAt    *time.Time
	CreatedAt time.Time
}

// ResetMail holds what the mail of a password reset needs.
type ResetMail struct {
	To, Name, Link string
	ExpiresAt      time.Time
}

// RequestReset requests a mail with a reset link to the e-mail address. Whether the address has a user is looked up after the response.
// Address is the network address of the request: a network that asks too often is throttled.
func (s *Service) RequestReset(ctx context.Context, email, address string) error {
	var f fault.Fields
	email = checkEmail(&f, email)
	if err := f.Err(); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := countReset(tx, address); err != nil {
			return err
		}
		return ask(tx, events.Event{Kind: events.PasswordResetAsked, Data: events.Data{Email: email}})
	})
}

func countReset(tx *gorm.DB, address string) error {
	from := network(address)
	if from == "" {
		return nil
	}
	wait, err := resetsPerAddress.count(tx, from)
	if err != nil || wait == 0 {
		return err
	}
	return fault.Throttle(wait, "Your network asked for too many links. None was sent now; try again in %s.", inWords(wait))
}

// mailReset mails a link. If the user has already got enough links, it sends nothing and returns no error. An event older than the life
// of a link is dropped: the person has asked again by then.
func (s *Service) mailReset(ctx context.Context, e events.Event) error {
	if database.Now().Sub(e.CreatedAt) > resetLife {
		return nil
	}
	u, err := take[User](s.db.Read(ctx), "user", "email_key = ?", EmailKey(e.Data.Email))
	if fault.KindOf(err) == fault.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	var m ResetMail
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		wait, err := resetMails.countOnce(tx, u.ID, e.ID)
		if err != nil || wait > 0 {
			return err
		}
		m, err = s.newReset(tx, u)
		return err
	})
	if err != nil || m.Link == "" {
		return err
	}
	return s.options.Mailer.PasswordReset(ctx, m)
}

func (s *Service) newReset(tx *gorm.DB, u User) (ResetMail, error) {
	token := newSecret()
	r := PasswordReset{ID: database.NewID(), UserID: u.ID, TokenHash: hashSecret(token), ExpiresAt: database.Now().Add(resetLife)}
	if err := tx.Create(&r).Error; err != nil {
		return ResetMail{}, fmt.Errorf("create reset: %w", err)
	}
	return ResetMail{To: u.Email, Name: u.Name, Link: s.options.Addresses.ResetPassword(token), ExpiresAt: r.ExpiresAt}, nil
}

// ResetLink returns a reset link for the operator to pass on. No other function shows one.
func (s *Service) ResetLink(ctx context.Context, email string) (link string, expires time.Time, err error) {
	ctx = tenancy.System(ctx, "make a reset link for the operator")
	u, err := take[User](s.db.Read(ctx), "user", "email_key = ?", EmailKey(email))
	if err != nil {
		return "", time.Time{}, err
	}
	var m ResetMail
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, err = s.newReset(tx, u)
		return err
	})
	return m.Link, m.ExpiresAt, err
}

func errReset() error {
	return fault.New(fault.NotFound, "This link cannot be used any more. Ask for a new one.")
}

// ResetByToken reports whether a link is valid: otherwise it returns not found.
func (s *Service) ResetByToken(ctx context.Context, token string) error {
	_, err := pendingReset(s.db.Read(ctx), token)
	return err
}

func pendingReset(tx *gorm.DB, token string) (PasswordReset, error) {
	r, err := take[PasswordReset](tx, "link", "token_hash = ? AND used_at IS NULL AND expires_at > ?", hashSecret(token), database.Now())
	if fault.KindOf(err) == fault.NotFound {
		return r, errReset()
	}
	return r, err
}

// Reset sets a new password. It ends the tokens, sessions and other links of the old one, and deletes the failures.
func (s *Service) Reset(ctx context.Context, token, password string) error {
	ctx = tenancy.System(ctx, "reset a password")
	r, err := pendingReset(s.db.Read(ctx), token)
	if err != nil {
		return err
	}
	u, err := take[User](s.db.Read(ctx), "user", "id = ?", r.UserID)
	if err != nil {
		return err
	}
	var f fault.Fields
	checkPassword(&f, password, u.Email, u.Name)
	if err := f.Err(); err != nil {
		return err
	}
	hash := s.passwords.hash(password)
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		spent := tx.Model(&PasswordReset{}).Where("id = ? AND used_at IS NULL", r.ID).Update("used_at", database.Now())
		if spent.Error != nil {
			return fmt.Errorf("spend reset: %w", spent.Error)
		}
		if spent.RowsAffected == 0 {
			return errReset()
		}
		return setPassword(tx, u, hash, events.PasswordReset)
	})
}

// voidResets invalidates the unused reset links of the user.
func voidResets(tx *gorm.DB, userID string) error {
	pending := tx.Model(&PasswordReset{}).Where("user_id = ? AND used_at IS NULL", userID)
	if err := pending.Update("used_at", database.Now()).Error; err != nil {
		return fmt.Errorf("end links to a new password: %w", err)
	}
	return nil
}

// setPassword replaces the password, if it is still the one in u, and records the reason.
func setPassword(tx *gorm.DB, u User, hash string, why events.Kind) error {
	changed := tx.Model(&User{}).Where("id = ? AND password_hash = ?", u.ID, u.PasswordHash).Update("password_hash", hash)
	if changed.Error != nil {
		return fmt.Errorf("set password: %w", changed.Error)
	}
	if changed.RowsAffected == 0 {
		return fault.New(fault.Conflict, "The password was changed elsewhere just now. Sign in with the new one, or ask for a link.")
	}
	if err := endSessions(tx, u.ID, ""); err != nil {
		return err
	}
	if err := voidEmailChanges(tx, u.ID); err != nil {
		return err
	}
	if err := voidResets(tx, u.ID); err != nil {
		return err
	}
	if err := forgetFailures(tx, u.EmailKey); err != nil {
		return err
	}
	return recordOf(tx, u, events.Event{Kind: why})
}
