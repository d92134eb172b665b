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

// signUpLife is how long the link that confirms an address works.
const signUpLife = 24 * time.Hour

// SignUp is what a new person enters. Address is the network address of the request.
type SignUp struct {
	AccountName, Name, Email, Password, Address string
}

// SignedUp is the result of a sign-up. If addresses are confirmed there is no member yet: Pending is the id of the waiting sign-up.
type SignedUp struct {
	Member
	Pending string
}

// PendingSignUp is a sign-up whose address is not confirmed. It has no user, no account and no credits. An address may have several: the
// link of each opens the account and sets the password that were entered with it.
type PendingSignUp struct {
	ID           string
	Email        string
	EmailKey     string
	Name         string
	AccountName  string
	PasswordHash string
	TokenHash    string
	ExpiresAt    time.Time
	CreatedAt    time.Time
}

// SignUpMail holds what the mail of a sign-up needs. Its link confirms the address.
type SignUpMail struct {
	To, Name, AccountName, Link string
	ExpiresAt                   time.Time
}

// AccountExistsMail tells a person who signs up that they already have a user.
type AccountExistsMail struct {
	To, Name, SignInLink, ResetLink string
}

// SignUp creates an account and the user who owns it. It is forbidden if sign-up is closed. An address that has a user is a conflict. Too
// many sign-ups from one network are throttled. If addresses are confirmed it creates nothing yet, and a known address gets the same
// answer in the same time.
func (s *Service) SignUp(ctx context.Context, n SignUp) (SignedUp, error) {
	if err := s.signUpIsOpen(); err != nil {
		return SignedUp{}, err
	}
	var f fault.Fields
	p := PendingSignUp{ID: database.NewID(), ExpiresAt: database.Now().Add(signUpLife)}
	p.AccountName = checkName(&f, "account_name", "the name of your company or project", n.AccountName)
	p.Name = checkName(&f, "name", "your name", n.Name)
	p.Email = checkEmail(&f, n.Email)
	p.EmailKey = EmailKey(p.Email)
	checkPassword(&f, n.Password, n.Email, n.AccountName, n.Name)
	if err := f.Err(); err != nil {
		return SignedUp{}, err
	}
	ctx = tenancy.System(ctx, "sign up")
	if err := s.countSignUp(ctx, n.Address); err != nil {
		return SignedUp{}, err
	}
	p.PasswordHash = s.passwords.hash(n.Password)
	if s.options.SignupConfirm {
		return SignedUp{Pending: p.ID}, s.await(ctx, p)
	}
	var m Member
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		var err error
		m, err = s.openFor(ctx, tx, p)
		return err
	})
	return SignedUp{Member: m}, err
}

func (s *Service) signUpIsOpen() error {
	if s.options.SignupOpen {
		return nil
	}
	return fault.New(fault.Forbidden, "Sign-up is closed here. Ask somebody in your company for an invitation.")
}

// countSignUp refuses a network that has signed up too often. Forms with mistakes are not counted because they cost little.
func (s *Service) countSignUp(ctx context.Context, address string) error {
	from := network(address)
	if from == "" {
		return nil
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		wait, err := signUpsPerAddress.count(tx, from)
		if err != nil || wait == 0 {
			return err
		}
		return fault.Throttle(wait, "Too many accounts were opened from your network. None was opened now; try again in %s.", inWords(wait))
	})
}

// openFor creates the user and the account of the sign-up.
func (s *Service) openFor(ctx context.Context, tx *gorm.DB, p PendingSignUp) (Member, error) {
	u, err := createUser(tx, User{Email: p.Email, Name: p.Name, PasswordHash: p.PasswordHash})
	if err != nil {
		return Member{}, err
	}
	return s.open(ctx, tx, u, p.AccountName)
}

// await stores the sign-up and requests the mail with its link. No link can confirm it before that mail is made.
func (s *Service) await(ctx context.Context, p PendingSignUp) error {
	p.TokenHash = hashSecret(newSecret())
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Create(&p).Error; err != nil {
			return fmt.Errorf("write sign-up: %w", err)
		}
		return ask(tx, events.Event{Kind: events.SignUpAsked, ObjectID: p.ID})
	})
}

// mailSignUp gives the sign-up a new link and mails it. If the address has a user, the mail tells them so instead. An address that has
// got enough mails gets no more.
func (s *Service) mailSignUp(ctx context.Context, e events.Event) error {
	p, err := s.PendingSignUp(ctx, e.ObjectID)
	if fault.KindOf(err) == fault.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	token, wait := newSecret(), time.Duration(0)
	err = s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		if wait, err = signUpMails.countOnce(tx, p.EmailKey, e.ID); err != nil || wait > 0 {
			return err
		}
		return renewSignUp(tx, p.ID, token)
	})
	if err != nil || wait > 0 {
		return err
	}
	u, err := take[User](s.db.Read(ctx), "user", "email_key = ?", p.EmailKey)
	if err == nil {
		return s.options.Mailer.AccountExists(ctx, AccountExistsMail{
			To: u.Email, Name: u.Name, SignInLink: s.options.Addresses.SignIn(), ResetLink: s.options.Addresses.ForgotPassword(),
		})
	}
	if fault.KindOf(err) != fault.NotFound {
		return err
	}
	return s.options.Mailer.SignUp(ctx, SignUpMail{
		To: p.Email, Name: p.Name, AccountName: p.AccountName, Link: s.options.Addresses.ConfirmSignup(token), ExpiresAt: p.ExpiresAt,
	})
}

// PendingSignUp returns the waiting sign-up with the id that SignUp returned.
func (s *Service) PendingSignUp(ctx context.Context, id string) (PendingSignUp, error) {
	return s.pendingSignUp(ctx, "id = ?", id)
}

// SignUpByToken returns the sign-up that the link confirms, not found if the link is used or has expired.
func (s *Service) SignUpByToken(ctx context.Context, token string) (PendingSignUp, error) {
	return s.pendingSignUp(ctx, "token_hash = ?", hashSecret(token))
}

func (s *Service) pendingSignUp(ctx context.Context, condition, value string) (PendingSignUp, error) {
	p, err := take[PendingSignUp](s.db.Read(ctx), "sign-up", condition+" AND expires_at > ?", value, database.Now())
	if fault.KindOf(err) == fault.NotFound {
		return p, errConfirmation()
	}
	return p, err
}

func errConfirmation() error {
	return fault.New(fault.NotFound, "This link was used already, was replaced by a newer one, or is older than 24 hours. "+
		"Sign in if you have confirmed your address, else sign up again.")
}

// RepeatSignUpMail requests a mail with a new link for the waiting sign-up. The earlier link becomes invalid.
func (s *Service) RepeatSignUpMail(ctx context.Context, id string) error {
	ctx = tenancy.System(ctx, "repeat the mail of a sign-up")
	p, err := s.PendingSignUp(ctx, id)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		wait, err := signUpRepeats.count(tx, p.ID)
		if err != nil {
			return err
		}
		if wait > 0 {
			return fault.Throttle(wait, "Three new links were made already, and the last one works. The next can be made in %s.", inWords(wait))
		}
		if err := renewSignUp(tx, p.ID, newSecret()); err != nil {
			return err
		}
		return ask(tx, events.Event{Kind: events.SignUpAsked, ObjectID: p.ID})
	})
}

// renewSignUp replaces the link of the sign-up: from now on only this token confirms it.
func renewSignUp(tx *gorm.DB, id, token string) error {
	if err := tx.Model(&PendingSignUp{}).Where("id = ?", id).Update("token_hash", hashSecret(token)).Error; err != nil {
		return fmt.Errorf("renew link: %w", err)
	}
	return nil
}

// Confirmation confirms the address of a sign-up. Browser is the id of the sign-up that was made in the same browser. In any other
// browser the password is required, so that nobody opens an account for a stranger who signed up with their address.
type Confirmation struct {
	Token, Password, Browser string
}

// ConfirmSignUp opens the account. All other sign-ups of the address are deleted.
func (s *Service) ConfirmSignUp(ctx context.Context, n Confirmation) (Member, error) {
	if err := s.signUpIsOpen(); err != nil {
		return Member{}, err
	}
	ctx = tenancy.System(ctx, "confirm a sign-up")
	p, err := s.SignUpByToken(ctx, n.Token)
	if err != nil {
		return Member{}, err
	}
	if n.Browser != p.ID && !s.passwords.check(p.PasswordHash, n.Password) {
		var f fault.Fields
		f.Add("password", "This is not the password that was chosen when signing up. If you did not sign up, leave this page.")
		return Member{}, f.Err()
	}
	var m Member
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		spent := tx.Where("id = ? AND token_hash = ?", p.ID, p.TokenHash).Delete(&PendingSignUp{})
		if spent.Error != nil {
			return fmt.Errorf("spend sign-up: %w", spent.Error)
		}
		if spent.RowsAffected == 0 {
			return errConfirmation()
		}
		if err := tx.Where("email_key = ?", p.EmailKey).Delete(&PendingSignUp{}).Error; err != nil {
			return fmt.Errorf("end other sign-ups: %w", err)
		}
		m, err = s.openFor(ctx, tx, p)
		return err
	})
	return m, err
}
