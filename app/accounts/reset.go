package accounts

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// A reset link lives for an hour, and an address gets only so many of them in the window.
const (
	resetLife       = time.Hour
	resetWindow     = time.Hour
	resetsPerWindow = 5
	mailPatience    = time.Minute
)

// PasswordReset lets a person who has lost the password choose another. Its token is in the mail alone.
type PasswordReset struct {
	ID        string
	UserID    string
	TokenHash string
	ExpiresAt time.Time
	UsedAt    *time.Time
	CreatedAt time.Time
}

// ResetMail is what the mail of a password reset says.
type ResetMail struct {
	To, Name, Link string
	ExpiresAt      time.Time
}

// RequestReset mails a link to the address, if it has a user. It looks and mails after it has answered, so that neither the answer
// nor its time tells whether it has.
func (s *Service) RequestReset(ctx context.Context, email string) error {
	var f fault.Fields
	email = checkEmail(&f, email)
	if err := f.Err(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(tenancy.System(context.WithoutCancel(ctx), "request a password reset"), mailPatience)
	s.mails.Go(func() {
		defer cancel()
		if err := s.mailReset(ctx, email); err != nil {
			slog.ErrorContext(ctx, "mail a password reset", "error", err)
		}
	})
	return nil
}

func (s *Service) mailReset(ctx context.Context, email string) error {
	token := newSecret()
	now := database.Now()
	r := PasswordReset{ID: database.NewID(), TokenHash: hashSecret(token), ExpiresAt: now.Add(resetLife)}
	u, err := take[User](s.db.Read(ctx), "user", "email_key = ?", EmailKey(email))
	if fault.KindOf(err) == fault.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	r.UserID = u.ID
	written := false
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		var recent int64
		if err := tx.Model(&PasswordReset{}).Where("user_id = ? AND created_at > ?", u.ID, now.Add(-resetWindow)).Count(&recent).Error; err != nil {
			return fmt.Errorf("count resets: %w", err)
		}
		if written = recent < resetsPerWindow; !written {
			return nil
		}
		return tx.Create(&r).Error
	})
	if err != nil || !written || s.options.Mailer == nil {
		return err
	}
	return s.options.Mailer.PasswordReset(ctx, ResetMail{
		To: u.Email, Name: u.Name, Link: s.options.BaseURL + "/password/reset?token=" + token, ExpiresAt: r.ExpiresAt,
	})
}

func errReset() error {
	return fault.New(fault.NotFound, "This link cannot be used any more. Ask for a new one.")
}

// ResetByToken says whether a link can still be used: not found if not.
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

// Reset sets a new password. It ends what was begun with the old one: tokens, sessions, other links; failures are forgotten.
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
	checkPassword(&f, password, u.Email)
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
		return setPassword(ctx, tx, u, hash, "password reset")
	})
}

// voidResets ends the links to a new password that the user has not used.
func voidResets(tx *gorm.DB, userID string) error {
	pending := tx.Model(&PasswordReset{}).Where("user_id = ? AND used_at IS NULL", userID)
	if err := pending.Update("used_at", database.Now()).Error; err != nil {
		return fmt.Errorf("end links to a new password: %w", err)
	}
	return nil
}

// setPassword replaces the password that the user had when u was loaded, and audits why.
func setPassword(ctx context.Context, tx *gorm.DB, u User, hash, why string) error {
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
	return auditPerson(ctx, tx, u, why, "")
}
