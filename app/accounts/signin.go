package accounts

import (
	"context"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// SignIn is what a person enters to sign in. Address is the network address of the request, Browser the mark of a browser that has signed
// in before, if there is one.
type SignIn struct {
	Email, Password, Address, Browser string
}

// SignInFailure is a wrong password. Successful sign-ins are not stored.
type SignInFailure struct {
	ID       string
	EmailKey string
	Address  string // the network, or the known browser
	FailedAt time.Time
}

// Guessing a password is slowed down, but nobody can lock out another person by it (ASVS 5.0, 6.1.1 and 6.3.1). The design follows
// OWASP's "Slow Down Online Guessing Attacks with Device Cookies", with waits in place of locks:
//
//   - Failures count for an e-mail address and a network together. After freeFailures of them, each further failure doubles the wait
//     before the next try, up to longestWait. So one network has about fifteen tries an hour at one password, and slows down no other.
//   - A browser in which the user has signed in before has a count of its own. Failures of others never slow it down, even if they
//     come from the same network.
//   - Many networks at one e-mail address: from manyPerEmail failures on, each network has one free try instead of five. The address
//     as a whole has no wait: an attacker who tries most often would use every turn, and lock out the user on a new device. Many
//     machines still have one try each; the list of common passwords and the minimum length make that too few.
//   - Many e-mail addresses from one network: from manyPerAddress failures on, a network has one try per addressPause. An office
//     mistypes far less often, and known browsers are not affected.
//
// A try that must wait is refused at once, with the time to wait: no request is held open, and a refused try is not counted.
const (
	failureWindow  = time.Hour
	freeFailures   = 5
	firstWait      = 15 * time.Second
	longestWait    = 15 * time.Minute
	manyPerEmail   = 50
	manyPerAddress = 100
	addressPause   = 10 * time.Second
)

// SignInMember checks the password and returns the person's place in the account that they used last. A person without an account gets
// the answer for a wrong password, so that the answer does not confirm the password.
func (s *Service) SignInMember(ctx context.Context, n SignIn) (Member, error) {
	u, err := s.SignIn(ctx, n)
	if err != nil {
		return Member{}, err
	}
	m, err := s.Member(ctx, u.ID, "")
	if fault.KindOf(err) == fault.NotFound {
		return Member{}, errSignIn()
	}
	return m, err
}

// SignInByAPI checks the password and begins a token family in the account. An empty accountID means the one used last.
func (s *Service) SignInByAPI(ctx context.Context, n SignIn, accountID string) (TokenPair, error) {
	m, err := s.SignInMember(ctx, n)
	if err != nil {
		return TokenPair{}, err
	}
	return s.Issue(ctx, m.UserID, accountID)
}

func errSignIn() error {
	return fault.New(fault.Unauthenticated, "E-mail or password is wrong. Check both, or ask for a new password.")
}

// SignIn checks the password and returns the user. A wrong password and an unknown address get the same answer in the same time. A
// success deletes the failures of the same origin.
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
	ok, err := s.attempt(ctx, SignInFailure{EmailKey: storable(key), Address: s.origin(u.ID, n)}, u.PasswordHash, n.Password)
	if err != nil {
		return User{}, err
	}
	if !known || !ok {
		return User{}, errSignIn()
	}
	return u, nil
}

// attempt compares the password and counts a failure. It holds a slot while it reads the count, compares and counts, so that simultaneous
// attempts exceed the limit at most by the number of slots.
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
			return forgetFailures(tx.Where("address = ?", f.Address), f.EmailKey)
		}
		f.ID, f.FailedAt = database.NewID(), database.Now()
		if err := tx.Create(&f).Error; err != nil {
			return fmt.Errorf("count failure: %w", err)
		}
		return nil
	})
}

// throttle refuses an attempt that must wait.
func throttle(tx *gorm.DB, f SignInFailure) error {
	now := database.Now()
	wait, err := waitFor(tx, f, now)
	if err != nil || wait <= 0 {
		return err
	}
	return fault.Throttle(wait, "Too many wrong passwords. Try again in %s, or ask for a new password.", inWords(wait))
}

func waitFor(tx *gorm.DB, f SignInFailure, now time.Time) (time.Duration, error) {
	recent := tx.Model(&SignInFailure{}).Where("failed_at > ?", now.Add(-failureWindow)).Session(&gorm.Session{})
	same := recent.Where("email_key = ? AND address = ?", f.EmailKey, f.Address)
	failures, last, err := lastFailures(same)
	if err != nil {
		return 0, err
	}
	if strings.HasPrefix(f.Address, knownBrowser) {
		return last.Add(waitAfter(failures)).Sub(now), nil
	}
	var all int64
	if err := recent.Where("email_key = ?", f.EmailKey).Count(&all).Error; err != nil {
		return 0, fmt.Errorf("count failures: %w", err)
	}
	if all >= manyPerEmail && failures > 0 {
		failures += freeFailures - 1
	}
	wait := last.Add(waitAfter(failures)).Sub(now)
	busy, err := addressWait(recent.Where("address = ?", f.Address), now)
	return max(wait, busy), err
}

// addressWait returns the wait of a network that tries many e-mail addresses.
func addressWait(network *gorm.DB, now time.Time) (time.Duration, error) {
	network = network.Session(&gorm.Session{})
	var all int64
	if err := network.Count(&all).Error; err != nil {
		return 0, fmt.Errorf("count failures: %w", err)
	}
	if all < manyPerAddress {
		return 0, nil
	}
	_, last, err := lastFailures(network)
	return last.Add(addressPause).Sub(now), err
}

// lastFailures counts failures, up to the number that matters for a wait, and returns the time of the last one.
func lastFailures(query *gorm.DB) (count int, last time.Time, err error) {
	var times []time.Time
	if err := query.Order("failed_at DESC").Limit(20).Pluck("failed_at", &times).Error; err != nil {
		return 0, last, fmt.Errorf("load failures: %w", err)
	}
	if len(times) > 0 {
		last = times[0]
	}
	return len(times), last, nil
}

// waitAfter returns how long the next try waits after this many failures.
func waitAfter(failures int) time.Duration {
	if failures < freeFailures {
		return 0
	}
	wait := firstWait
	for range failures - freeFailures {
		if wait *= 2; wait >= longestWait {
			return longestWait
		}
	}
	return wait
}

func forgetFailures(tx *gorm.DB, emailKey string) error {
	if err := tx.Where("email_key = ?", emailKey).Delete(&SignInFailure{}).Error; err != nil {
		return fmt.Errorf("forget failures: %w", err)
	}
	return nil
}

// storable returns the key in a form that both databases can store. It replaces invalid text, and text longer than any address, by a
// value that belongs to nobody.
func storable(key string) string {
	if !text.Printable(key) || len(key) > maxEmail {
		return "?"
	}
	return key
}
