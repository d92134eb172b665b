package accounts

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/mail"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// User is a person who can sign in.
type User struct {
	ID            string
	Email         string
	EmailKey      string // the address in the form in which addresses are compared
	Name          string
	PasswordHash  string
	Developer     bool // may work in every account
	LastAccountID string
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

func (u User) stamp() string {
	sum := sha256.Sum256([]byte(u.PasswordHash))
	return hex.EncodeToString(sum[:8])
}

const (
	maxName  = 100
	maxEmail = 254 // RFC 5321, 4.5.3.1.3
)

// EmailKey returns the form in which addresses are compared: trimmed, NFC, lower case.
func EmailKey(email string) string { return strings.ToLower(norm.NFC.String(strings.TrimSpace(email))) }

func checkEmail(f *fault.Fields, email string) string {
	email = norm.NFC.String(strings.TrimSpace(email))
	parsed, err := mail.ParseAddress(email)
	ok := err == nil && parsed.Address == email && len(email) <= maxEmail && text.Printable(email)
	f.Check(ok, "email", "This is not an e-mail address. It looks like name@example.com.")
	return email
}

func checkName(f *fault.Fields, field, what, name string) string {
	name = strings.TrimSpace(norm.NFC.String(name))
	switch {
	case name == "":
		f.Add(field, "Enter %s.", what)
	case utf8.RuneCountInString(name) > maxName:
		f.Add(field, "Shorten %s to %d characters.", what, maxName)
	case !text.Printable(name):
		f.Add(field, "There are characters in %s that cannot be shown. Remove them.", what)
	}
	return name
}

// recordOf records an event about the user in every account in which they have a place. The context of tx must reach all of them.
func recordOf(tx *gorm.DB, u User, e events.Event) error {
	var places []Membership
	if err := tx.Where("user_id = ?", u.ID).Order("account_id").Find(&places).Error; err != nil {
		return fmt.Errorf("list memberships: %w", err)
	}
	e.ObjectID, e.Subject = u.ID, u.Email
	for _, place := range places {
		inside := tenancy.With(tx.Statement.Context, tenancy.Scope{Account: place.AccountID, User: u.ID})
		if err := events.Record(tx.WithContext(inside), e); err != nil {
			return err
		}
	}
	return nil
}

// NewUser is a user that the operator creates on the command line.
type NewUser struct {
	Email       string
	Password    string
	AccountName string // an account with this name, or a new one; empty: a new one named after the address
	Role        Role
}

// CreateUser creates a user for the operator, who alone can give the role developer. A new account gets the sign-up credits.
func (s *Service) CreateUser(ctx context.Context, n NewUser) (Member, error) {
	var f fault.Fields
	email := checkEmail(&f, n.Email)
	checkPassword(&f, n.Password, n.Email, n.AccountName)
	f.Check(n.Role != SystemBot && may[n.Role] != nil, "role", "The role must be developer, owner, admin, editor or viewer.")
	name, _, _ := strings.Cut(email, "@")
	if n.AccountName == "" {
		n.AccountName = name
	}
	accountName := checkName(&f, "account", "the name of the account", n.AccountName)
	if err := f.Err(); err != nil {
		return Member{}, err
	}
	ctx = tenancy.System(ctx, "create a user for the operator")
	hash := s.passwords.hash(n.Password)
	var m Member
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		u, err := createUser(tx, User{Email: email, Name: name, PasswordHash: hash, Developer: n.Role == Developer})
		if err != nil {
			return err
		}
		m, err = s.place(ctx, tx, u, accountName, n.Role)
		return err
	})
	return m, err
}

// place gives the new user their account: the one with the name, or a new one, which always has an owner.
func (s *Service) place(ctx context.Context, tx *gorm.DB, u User, accountName string, role Role) (Member, error) {
	var found []Account
	if err := tx.Where("name = ?", accountName).Limit(2).Find(&found).Error; err != nil {
		return Member{}, fmt.Errorf("find account: %w", err)
	}
	switch {
	case len(found) > 1:
		return Member{}, fault.New(fault.Conflict, "There are several accounts named %q. Rename one first.", accountName)
	case len(found) == 0 && (role == Owner || role == Developer):
		return s.open(ctx, tx, u, accountName)
	case len(found) == 0:
		return Member{}, fault.New(fault.NotFound, "There is no account named %q. Create its owner first.", accountName)
	case role == Owner:
		return Member{}, fault.New(fault.Conflict, "The account %q has an owner already. Create the user as admin; the owner can hand over.", accountName)
	}
	if err := remember(tx, u.ID, found[0].ID); err != nil {
		return Member{}, err
	}
	if role != Developer {
		if _, err := join(tx, found[0].ID, u.ID, role, nil); err != nil {
			return Member{}, err
		}
	}
	return member(tx, u.ID, found[0].ID)
}

// UserPlaces is a person with the accounts of which they are a member.
type UserPlaces struct {
	User
	Places []Place
}

// Place is a role in an account.
type Place struct {
	AccountName string
	Role        Role
}

// Users returns all people of the installation by e-mail address, for the operator.
func (s *Service) Users(ctx context.Context) ([]UserPlaces, error) {
	tx := s.db.Read(tenancy.System(ctx, "list the users for the operator"))
	var users []User
	var accounts []Account
	var places []Membership
	err := errors.Join(tx.Order("email_key").Find(&users).Error, tx.Find(&accounts).Error, tx.Order("created_at, id").Find(&places).Error)
	if err != nil {
		return nil, fmt.Errorf("list users: %w", err)
	}
	names := map[string]string{}
	for _, a := range accounts {
		names[a.ID] = a.Name
	}
	of := map[string][]Place{}
	for _, m := range places {
		of[m.UserID] = append(of[m.UserID], Place{names[m.AccountID], m.Role})
	}
	all := make([]UserPlaces, len(users))
	for i, u := range users {
		all[i] = UserPlaces{u, of[u.ID]}
	}
	return all, nil
}

// createUser stores a new user. An address that already has one is a conflict.
func createUser(tx *gorm.DB, u User) (User, error) {
	u.ID, u.EmailKey = database.NewID(), EmailKey(u.Email)
	err := tx.Create(&u).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		const sentence = "There is a user with this e-mail already. Sign in, or choose another address."
		return User{}, &fault.Error{Kind: fault.Conflict, Message: sentence, Fields: fault.Fields{{Name: "email", Message: sentence}}}
	}
	if err != nil {
		return User{}, fmt.Errorf("create user: %w", err)
	}
	return u, nil
}
