// Package accounts keeps the tenants and their people: accounts, users, memberships with their roles and site access,
// invitations, sessions and tokens. The table of who may do what stands in roles.go and nowhere else.
//
// It stands above sites, which it grants access to, and below every module that asks who acts: a Member in the context is who acts,
// and brings the tenancy scope with it.
// What it needs from higher rooms, credits for a new account and mails, it asks for by Granter and Mailer.
//
// Only hashes of passwords and tokens are stored. What is looked up before anybody is known (sign-in, tokens, invitations,
// sessions) runs in tenancy's system context.
package accounts

import (
	"context"
	"crypto/hkdf"
	"crypto/sha256"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/text"
)

// Granter gives a new account its credits. It is called inside the transaction of the sign-up, with the new account in ctx.
type Granter interface {
	GrantSignup(ctx context.Context, tx *gorm.DB) error
}

// Mailer sends what people are waiting for. It is called after the transaction.
type Mailer interface {
	// Sends says whether mails leave the installation. If not, they are kept where only developers read them.
	Sends() bool
	Invitation(ctx context.Context, m InvitationMail) error
	PasswordReset(ctx context.Context, m ResetMail) error
	EmailChange(ctx context.Context, m EmailChangeMail) error
	Notice(ctx context.Context, m NoticeMail) error
	SignUp(ctx context.Context, m SignUpMail) error
	AccountExists(ctx context.Context, m AccountExistsMail) error
}

// Options are what the installation decides.
type Options struct {
	SecretKey     []byte
	Addresses     Addresses
	SignupOpen    bool // false: people come by invitation alone
	SignupConfirm bool // a sign-up is nothing until the link in its mail is followed
	Granter       Granter
	Mailer        Mailer
	Cost          Cost // of a password hash; zero is OWASP's advice
}

// Addresses spells the addresses that people follow from mails.
type Addresses interface {
	SignIn() string
	Profile() string
	ForgotPassword() string
	ResetPassword(token string) string
	ConfirmSignup(token string) string
	ConfirmEmail(token string) string
	Invitation(token string) string
}

// Service is the one way to accounts and people.
type Service struct {
	db         *database.DB
	options    Options
	passwords  *passwords
	signing    []byte
	browserKey []byte
}

// New is the service over the database. Without a Granter nothing is granted, without a Mailer nothing is sent.
func New(db *database.DB, o Options) *Service {
	return &Service{
		db: db, options: o, passwords: newPasswords(o.Cost),
		signing: derivedKey(o.SecretKey, "igny8 access token"), browserKey: derivedKey(o.SecretKey, "igny8 known browser"),
	}
}

func derivedKey(secret []byte, purpose string) []byte {
	key, err := hkdf.Key(sha256.New, secret, nil, purpose, sha256.Size)
	if err != nil {
		panic("accounts: " + err.Error()) // only for a length that SHA-256 cannot give
	}
	return key
}

// SendsMail says whether mails leave the installation.
func (s *Service) SendsMail() bool { return s.options.Mailer != nil && s.options.Mailer.Sends() }

// take returns the one row that meets the condition. Without one, and for a value that is no text, there is no such noun.
func take[T any](tx *gorm.DB, noun, condition string, values ...any) (T, error) {
	for _, v := range values {
		if s, ok := v.(string); ok && !text.Printable(s) {
			var none T
			return none, fault.Missing(noun)
		}
	}
	return database.Take[T](tx.Where(condition, values...), noun)
}
