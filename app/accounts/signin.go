package accounts

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// SignIn is what a person fills in to be recognised. Address is where the request comes from.
type SignIn struct {
	Email, Password, Address string
}

// SignInFailure is a wrong password. Only failures are counted.
type SignInFailure struct {
	ID       string
	EmailKey string
	Address  string
	FailedAt time.Time
}

// After this many failures in the window, sign-in waits. Behind one address may be a whole office.
const (
	failureWindow      = 15 * time.Minute
	failuresPerEmail   = 10
	failuresPerAddress = 50
)

// SignIn recognises the user. A wrong password and an unknown address are one answer and take the same time. Too many
// failures are throttled; a success forgets those of the address signed in with.
func (s *Service) SignIn(ctx context.Context, n SignIn) (User, error) {
	ctx = tenancy.System(ctx, "sign in")
	key := EmailKey(n.Email)
	u, err := take[User](s.db.Read(ctx), "user", "email_key = ?", key)
	known := err == nil
	if err != nil && fault.KindOf(err) != fault.NotFound {
		return User{}, err
	}
	if !known {
		u.PasswordHash = s.passwords.decoy
	}
	ok, err := s.attempt(ctx, SignInFailure{EmailKey: storable(key), Address: n.Address}, u.PasswordHash, n.Password)
	if err != nil {
		return User{}, err
	}
	if !known || !ok {
		return User{}, fault.New(fault.Unauthenticated, "E-mail or password is wrong. Check both, or ask for a new password.")
	}
	return u, nil
}

// attempt compares the password and counts a failure. It holds a slot from the count to the next count, so that attempts made
// at once cannot overtake it by more than the slots.
func (s *Service) attempt(ctx context.Context, f SignInFailure, hash, password string) (bool, error) {
	select {
	case s.passwords.slots <- struct{}{}:
		defer func() { <-s.passwords.slots }()
	case <-ctx.Done():
		return false, ctx.Err()
	}
	if err := throttle(s.db.Read(ctx), f); err != nil {
		return false, err
	}
	ok := len(password) <= maxPassword && s.passwords.matches(hash, password)
	return ok, s.db.Tx(ctx, func(tx *gorm.DB) error {
		if ok {
			return forgetFailures(tx, f.EmailKey)
		}
		f.ID, f.FailedAt = database.NewID(), database.Now()
		if err := tx.Create(&f).Error; err != nil {
			return fmt.Errorf("count failure: %w", err)
		}
		return nil
	})
}

func throttle(tx *gorm.DB, f SignInFailure) error {
	since := database.Now().Add(-failureWindow)
	for _, limit := range []struct {
		column, value string
		most          int64
	}{{"email_key", f.EmailKey, failuresPerEmail}, {"address", f.Address, failuresPerAddress}} {
		if limit.value == "" {
			continue
		}
		var count int64
		err := tx.Model(&SignInFailure{}).Where(limit.column+" = ? AND failed_at > ?", limit.value, since).Count(&count).Error
		if err != nil {
			return fmt.Errorf("count failures: %w", err)
		}
		if count >= limit.most {
			return fault.New(fault.Throttled, "Too many attempts failed. Wait %d minutes, or ask for a new password.", int(failureWindow.Minutes()))
		}
	}
	return nil
}

func forgetFailures(tx *gorm.DB, emailKey string) error {
	if err := tx.Where("email_key = ?", emailKey).Delete(&SignInFailure{}).Error; err != nil {
		return fmt.Errorf("forget failures: %w", err)
	}
	return nil
}

// storable is a key as both databases can keep it: what is no text, or longer than any address, is nobody's.
func storable(key string) string {
	if !printable(key) || len(key) > maxEmail {
		return "?"
	}
	return key
}
