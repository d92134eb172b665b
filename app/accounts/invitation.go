package accounts

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

const (
	invitationLife = 7 * 24 * time.Hour
	newAccountAge  = 30 * 24 * time.Hour // younger accounts may send only a limited number of invitations a day
)

// Invitation invites a person into an account. Only the mail contains its token.
type Invitation struct {
	ID         string
	AccountID  string `gorm:"<-:create"`
	Email      string
	EmailKey   string
	Role       Role
	Access     []Access `gorm:"serializer:json"`
	TokenHash  string
	InvitedBy  string
	ExpiresAt  time.Time
	AcceptedAt *time.Time
	CreatedAt  time.Time
}

// InvitationMail holds what the mail of an invitation needs.
type InvitationMail struct {
	To, Link, AccountName, InviterName string
	Role                               Role
	ExpiresAt                          time.Time
}

// Invite is the input of an invitation. Access matters for editors and viewers only.
type Invite struct {
	Email  string
	Role   Role
	Access []Access
}

func (i Invitation) event(kind events.Kind) events.Event {
	return events.Event{Kind: kind, ObjectID: i.ID, Subject: i.Email, Detail: string(i.Role), Data: events.Data{Role: string(i.Role)}}
}

// IssuedInvitation is an invitation with its link, which can be shown only now.
type IssuedInvitation struct {
	Invitation
	// Link is set if no mail was sent, so that the inviter can pass it on. If a mail was sent it is empty: whoever opens a link that only
	// the mail contains has proved that they read the mail of that address.
	Link string
}

// Invite stores an invitation and mails it. A second invitation of an address replaces the first. If the mail is not sent, the invitation
// stays and Invite returns its link. A new account that sends too many is throttled.
func (s *Service) Invite(ctx context.Context, n Invite) (IssuedInvitation, error) {
	actor, err := superior(ctx, n.Role)
	if err != nil {
		return IssuedInvitation{}, err
	}
	var f fault.Fields
	email := checkEmail(&f, n.Email)
	f.Check(grantable(n.Role), "role", "Choose admin, editor or viewer.")
	if err := f.Err(); err != nil {
		return IssuedInvitation{}, err
	}
	token := newSecret()
	i := Invitation{
		ID: database.NewID(), Email: email, EmailKey: EmailKey(email), Role: n.Role, Access: []Access{}, TokenHash: hashSecret(token),
		InvitedBy: actor.UserID, ExpiresAt: database.Now().Add(invitationLife),
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if !n.Role.wholeAccount() {
			if i.Access, err = checkAccess(tx, n.Access); err != nil {
				return err
			}
		}
		if err := countInvitation(tx, actor.AccountID); err != nil {
			return err
		}
		return invite(tx, i)
	})
	if err != nil {
		return IssuedInvitation{}, err
	}
	return s.mailInvitation(ctx, actor, i, token), nil
}

// RenewInvitation gives an invitation a new link for another week and mails it. The earlier link becomes invalid.
func (s *Service) RenewInvitation(ctx context.Context, id string) (IssuedInvitation, error) {
	token := newSecret()
	var actor Member
	var i Invitation
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		if i, err = take[Invitation](tx, "invitation", "id = ? AND accepted_at IS NULL", id); err != nil {
			return err
		}
		if actor, err = superior(ctx, i.Role); err != nil {
			return err
		}
		if err := countInvitation(tx, actor.AccountID); err != nil {
			return err
		}
		i.TokenHash, i.ExpiresAt = hashSecret(token), database.Now().Add(invitationLife)
		renewed := tx.Model(&Invitation{}).Where("id = ? AND accepted_at IS NULL", i.ID).Select("token_hash", "expires_at").Updates(&i)
		if renewed.Error != nil {
			return fmt.Errorf("renew invitation: %w", renewed.Error)
		}
		if renewed.RowsAffected == 0 {
			return fault.Missing("invitation")
		}
		return events.Record(tx, i.event(events.InvitationRenewed))
	})
	if err != nil {
		return IssuedInvitation{}, err
	}
	return s.mailInvitation(ctx, actor, i, token), nil
}

// countInvitation refuses invitations of a new account above its daily limit, because they are mails to strangers.
func countInvitation(tx *gorm.DB, accountID string) error {
	a, err := take[Account](tx, "account", "id = ?", accountID)
	if err != nil || database.Now().Sub(a.CreatedAt) > newAccountAge {
		return err
	}
	wait, err := newInvitations.count(tx, a.ID)
	if err != nil || wait == 0 {
		return err
	}
	return fault.Throttle(wait, "In its first 30 days an account can send %d invitations a day. This one was not sent; the next can go in %s.",
		newInvitations.most, inWords(wait))
}

func invite(tx *gorm.DB, i Invitation) error {
	var members int64
	people := tx.Model(&User{}).Select("id").Where("email_key = ?", i.EmailKey)
	if err := tx.Model(&Membership{}).Where("user_id IN (?)", people).Count(&members).Error; err != nil {
		return fmt.Errorf("look for the member: %w", err)
	}
	if members > 0 {
		return fault.New(fault.Conflict, "%s is a member of this account already. Change the role there.", i.Email)
	}
	if err := tx.Where("email_key = ? AND accepted_at IS NULL", i.EmailKey).Delete(&Invitation{}).Error; err != nil {
		return fmt.Errorf("replace invitation: %w", err)
	}
	if err := tx.Create(&i).Error; err != nil {
		return fmt.Errorf("create invitation: %w", err)
	}
	return events.Record(tx, i.event(events.MemberInvited))
}

// InvitationByID returns an invitation of the account that nobody has accepted yet.
func (s *Service) InvitationByID(ctx context.Context, id string) (Invitation, error) {
	return take[Invitation](s.db.Read(ctx), "invitation", "id = ? AND accepted_at IS NULL", id)
}

// mailInvitation mails the link. If the mail is not sent, the result contains the link.
func (s *Service) mailInvitation(ctx context.Context, actor Member, i Invitation, token string) IssuedInvitation {
	link := s.options.Addresses.Invitation(token)
	if s.options.Mailer == nil {
		return IssuedInvitation{i, link}
	}
	err := s.options.Mailer.Invitation(ctx, InvitationMail{
		To: i.Email, Link: link, AccountName: actor.AccountName, InviterName: actor.Name, Role: i.Role, ExpiresAt: i.ExpiresAt,
	})
	if err != nil {
		slog.ErrorContext(ctx, "mail an invitation", "invitation", i.ID, "error", err)
	}
	if err != nil || !s.SendsMail() {
		return IssuedInvitation{i, link}
	}
	return IssuedInvitation{Invitation: i}
}

// Invitations returns the invitations of the account that nobody has accepted yet, including expired ones, newest first.
func (s *Service) Invitations(ctx context.Context) ([]Invitation, error) {
	var list []Invitation
	if err := s.db.Read(ctx).Where("accepted_at IS NULL").Order("created_at DESC, id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list invitations: %w", err)
	}
	return list, nil
}

// Withdraw deletes an invitation.
func (s *Service) Withdraw(ctx context.Context, id string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		i, err := take[Invitation](tx, "invitation", "id = ? AND accepted_at IS NULL", id)
		if err != nil {
			return err
		}
		if _, err := superior(ctx, i.Role); err != nil {
			return err
		}
		if err := tx.Where("id = ?", i.ID).Delete(&Invitation{}).Error; err != nil {
			return fmt.Errorf("withdraw invitation: %w", err)
		}
		return events.Record(tx, i.event(events.InvitationWithdrawn))
	})
}

// Invited is what a person sees after opening the link of an invitation.
type Invited struct {
	AccountName string
	Email       string
	Role        Role
	Known       bool // the address has a user, who confirms with their password
}

// InvitationByToken returns an invitation that can be accepted. An invitation that was used, withdrawn or has expired is not found.
func (s *Service) InvitationByToken(ctx context.Context, token string) (Invited, error) {
	tx := s.db.Read(tenancy.System(ctx, "open an invitation"))
	i, err := pendingInvitation(tx, token)
	if err != nil {
		return Invited{}, err
	}
	a, err := take[Account](tx, "account", "id = ?", i.AccountID)
	if err != nil {
		return Invited{}, err
	}
	_, err = take[User](tx, "user", "email_key = ?", i.EmailKey)
	if err != nil && fault.KindOf(err) != fault.NotFound {
		return Invited{}, err
	}
	return Invited{AccountName: a.Name, Email: i.Email, Role: i.Role, Known: err == nil}, nil
}

func pendingInvitation(tx *gorm.DB, token string) (Invitation, error) {
	i, err := take[Invitation](tx, "invitation", "token_hash = ? AND accepted_at IS NULL AND expires_at > ?", hashSecret(token), database.Now())
	if fault.KindOf(err) == fault.NotFound {
		return i, fault.New(fault.NotFound, "This invitation cannot be used any more. Ask for a new one.")
	}
	return i, err
}

// Accept is what an invited person enters. An existing user gives their password, and the name is ignored.
type Accept struct {
	Token, Name, Password string
	Address, Browser      string // as in SignIn
}

// Accept makes the invited person a member, and creates their user if they have none.
func (s *Service) Accept(ctx context.Context, n Accept) (Member, error) {
	ctx = tenancy.System(ctx, "accept an invitation")
	i, err := pendingInvitation(s.db.Read(ctx), n.Token)
	if err != nil {
		return Member{}, err
	}
	u, err := s.acceptor(ctx, i, n)
	if err != nil {
		return Member{}, err
	}
	var m Member
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if u.ID == "" {
			if u, err = createUser(tx, u); err != nil {
				return err
			}
		}
		if err := spendInvitation(tx, i.ID); err != nil {
			return err
		}
		if err := enter(ctx, tx, i, u); err != nil {
			return err
		}
		m, err = member(tx, u.ID, i.AccountID)
		return err
	})
	return m, err
}

// acceptor returns the user who accepts: the existing one after checking the password, or a new one without id.
func (s *Service) acceptor(ctx context.Context, i Invitation, n Accept) (User, error) {
	known, err := take[User](s.db.Read(ctx), "user", "email_key = ?", i.EmailKey)
	if err == nil {
		return s.SignIn(ctx, SignIn{Email: known.Email, Password: n.Password, Address: n.Address, Browser: n.Browser})
	}
	if fault.KindOf(err) != fault.NotFound {
		return User{}, err
	}
	var f fault.Fields
	name := checkName(&f, "name", "your name", n.Name)
	checkPassword(&f, n.Password, i.Email, n.Name)
	if err := f.Err(); err != nil {
		return User{}, err
	}
	return User{Email: i.Email, Name: name, PasswordHash: s.passwords.hash(n.Password)}, nil
}

// spendInvitation marks the invitation as used. Of two who accept at once, only one succeeds.
func spendInvitation(tx *gorm.DB, id string) error {
	spent := tx.Model(&Invitation{}).Where("id = ? AND accepted_at IS NULL", id).Update("accepted_at", database.Now())
	if spent.Error != nil {
		return fmt.Errorf("spend invitation: %w", spent.Error)
	}
	if spent.RowsAffected == 0 {
		return fault.New(fault.NotFound, "This invitation cannot be used any more. Ask for a new one.")
	}
	return nil
}

// enter makes the user a member with the role and access of the invitation. It leaves out sites that were deleted meanwhile.
func enter(ctx context.Context, tx *gorm.DB, i Invitation, u User) error {
	ctx = tenancy.With(ctx, tenancy.Scope{Account: i.AccountID, User: u.ID})
	inside := tx.WithContext(ctx)
	sites, err := existing(inside, i.Access)
	if err != nil {
		return err
	}
	access := slices.DeleteFunc(i.Access, func(a Access) bool { return !slices.Contains(sites, a.SiteID) })
	place, err := join(inside, i.AccountID, u.ID, i.Role, access)
	if err != nil {
		if errors.Is(err, gorm.ErrDuplicatedKey) {
			return fault.New(fault.Conflict, "You are a member of this account already. Sign in.")
		}
		return err
	}
	if err := remember(tx, u.ID, i.AccountID); err != nil {
		return err
	}
	return events.Record(inside, events.Event{
		Kind: events.InvitationAccepted, ObjectID: place.ID, Subject: strings.TrimSpace(u.Email), Detail: string(i.Role),
		Data: events.Data{Role: string(i.Role)},
	})
}
