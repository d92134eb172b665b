// Package accounts manages tenants and their people: accounts, users, memberships with roles and site access, invitations, sessions and
// tokens. Only roles.go holds the table of roles and permissions.
//
// The package stands above sites, to which it grants access, and below every module that needs to know who acts. The Member in the
// context is the person who acts, and sets the tenancy scope. Higher packages provide the credits of a new account and the mails through
// Granter and Mailer.
//
// The database stores only hashes of passwords and tokens. Queries that run before the person is known (sign-in, tokens, invitations,
// sessions) use tenancy's system context.
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

// Mailer sends mails that people are waiting for. It is called after the transaction.
type Mailer interface {
	// Sends reports whether mails leave the installation. If not, they are stored, and only developers can read them.
	Sends() bool
	Invitation(ctx context.Context, m InvitationMail) error
	PasswordReset(ctx context.Context, m ResetMail) error
	EmailChange(ctx context.Context, m EmailChangeMail) error
	Notice(ctx context.Context, m NoticeMail) error
	SignUp(ctx context.Context, m SignUpMail) error
	AccountExists(ctx context.Context, m AccountExistsMail) error
}

// Options are settings of the installation.
type Options struct {
	SecretKey     []byte
	Addresses     Addresses
	SignupOpen    bool // false: people need an invitation
	SignupConfirm bool // a sign-up creates nothing until the link in its mail is opened
	Granter       Granter
	Mailer        Mailer
	Cost          Cost // of a password hash; zero means OWASP's recommendation
}

// Addresses builds the links that mails contain.
type Addresses interface {
	SignIn() string
	Profile() string
	ForgotPassword() string
	ResetPassword(token string) string
	ConfirmSignup(token string) string
	ConfirmEmail(token string) string
	Invitation(token string) string
}

// Service is the only access to accounts and people.
type Service struct {
	db         *database.DB
	options    Options
	passwords  *passwords
	signing    []byte
	browserKey []byte
}

// New returns the service over the database. Without a Granter no credits are granted, without a Mailer no mail is sent.
func New(db *database.DB, o Options) *Service {
	return &Service{
		db: db, options: o, passwords: newPasswords(o.Cost),
		signing: derivedKey(o.SecretKey, "igny8 access token"), browserKey: derivedKey(o.SecretKey, "igny8 known browser"),
	}
}

func derivedKey(secret []byte, purpose string) []byte {
	key, err := hkdf.Key(sha256.New, secret, nil, purpose, sha256.Size)
	if err != nil {
		panic("accounts: " + err.Error()) // only for a length that SHA-256 cannot produce
	}
	return key
}

// SendsMail reports whether mails leave the installation.
func (s *Service) SendsMail() bool { return s.options.Mailer != nil && s.options.Mailer.Sends() }

// take returns the one row that meets the condition. If there is none, or a value is not valid text, it returns that the noun is not
// found.
func take[T any](tx *gorm.DB, noun, condition string, values ...any) (T, error) {
	for _, v := range values {
		if s, ok := v.(string); ok && !text.Printable(s) {
			var none T
			return none, fault.Missing(noun)
		}
	}
	return database.Take[T](tx.Where(condition, values...), noun)
}
