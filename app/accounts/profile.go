package accounts

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// PasswordChange is a new password and the current one. Address is the network address of the request.
type PasswordChange struct {
	Current, New, Address string
}

// The events about which a person gets a mail, since somebody else may have caused them.
const (
	EmailChangeAsked NoticeEvent = "e-mail change asked"
	EmailChanged     NoticeEvent = "e-mail changed"
	EmailTaken       NoticeEvent = "e-mail taken"
	PasswordChanged  NoticeEvent = "password changed"
)

// NoticeEvent is what happened to a user.
type NoticeEvent string

// NoticeMail tells a person what happened to their user.
type NoticeMail struct {
	To, Name string
	Event    NoticeEvent
	Email    string // the new address, for events about an address
	Link     string // where the person can react
}

// RenameUser changes the name of the person in ctx.
func (s *Service) RenameUser(ctx context.Context, name string) (Member, error) {
	m, err := signedIn(ctx)
	if err != nil {
		return Member{}, err
	}
	var f fault.Fields
	name = checkName(&f, "name", "your name", name)
	if err := f.Err(); err != nil {
		return Member{}, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Model(&User{}).Where("id = ?", m.UserID).Update("name", name).Error; err != nil {
			return fmt.Errorf("rename user: %w", err)
		}
		return nil
	})
	m.Name = name
	return m, err
}

// ChangePassword sets a new password for the person in ctx, who must know the current one. It ends all earlier sessions, tokens and
// links. The returned member has the new stamp, with which the caller can sign in.
func (s *Service) ChangePassword(ctx context.Context, c PasswordChange) (Member, error) {
	m, err := signedIn(ctx)
	if err != nil {
		return Member{}, err
	}
	var f fault.Fields
	checkPassword(&f, c.New, m.Email, m.Name, m.AccountName)
	f.Check(c.New != c.Current, "password", "This is the password that you have already. Choose another one.")
	if err := f.Err(); err != nil {
		return Member{}, err
	}
	u, err := s.confirm(ctx, m, c.Current, c.Address)
	if err != nil {
		return Member{}, err
	}
	hash := s.passwords.hash(c.New)
	system := tenancy.System(ctx, "change a password")
	err = s.db.Tx(system, func(tx *gorm.DB) error {
		if err := setPassword(tx, u, hash, events.PasswordChanged); err != nil {
			return err
		}
		return notify(tx, u, PasswordChanged, "")
	})
	if err != nil {
		return Member{}, err
	}
	return s.Member(ctx, m.UserID, m.AccountID)
}

// confirm checks the password of the signed-in person again. A wrong one counts as a failed sign-in.
func (s *Service) confirm(ctx context.Context, m Member, password, address string) (User, error) {
	u, err := s.SignIn(ctx, SignIn{Email: m.Email, Password: password, Address: address})
	if fault.KindOf(err) == fault.Unauthenticated || (err == nil && u.ID != m.UserID) {
		var f fault.Fields
		f.Add("current_password", "This is not your password.")
		return User{}, f.Err()
	}
	return u, err
}
