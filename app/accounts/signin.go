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

// SignIn is what a person fills in to be recognised. Address is where the request comes from, Browser the mark of a browser that has
// signed in before, if there is one.
type SignIn struct {
	Email, Password, Address, Browser string
}

// SignInFailure is a wrong password. Only failures are counted.
type SignInFailure struct {
	ID       string
	EmailKey string
	Address  string // the network it came from, or the known browser
	FailedAt time.Time
}

// Guessing is slowed down, and nobody can lock out somebody else by it (ASVS 5.0, 6.1.1 and 6.3.1). The design is OWASP's "Slow Down
// Online Guessing Attacks with Device Cookies", with waits in place of locks:
//
//   - Failures count for an e-mail and a network together. After freeFailures of them each further one makes the next try wait twice as
//     long, up to longestWait. So one network has about fifteen tries an hour at one password, and costs nobody else anything.
//   - A browser in which the user has signed in before is counted by itself. What others do, even behind the same address, never slows it.
//   - Many networks at one e-mail: from manyPerEmail failures on, each network has one free try instead of five. There is no pause for the
//     e-mail as a whole: whoever tries most often would take every turn, and the user on a new device would be locked out. What is left to
//     many machines is one try each; the list of common passwords and the length of passwords make that too few.
//   - Many e-mails from one network: from manyPerAddress failures on, a network has one try each addressPause. That is far above what an
//     office mistypes, and browsers that are known pass.
//
// What waits is refused at once and told how long: nothing is held open, and a refused try is not counted.
const (
	failureWindow  = time.Hour
	freeFailures   = 5
	firstWait      = 15 * time.Second
	longestWait    = 15 * time.Minute
	manyPerEmail   = 50
	manyPerAddress = 100
	addressPause   = 10 * time.Second
)

// SignInMember recognises the person and returns their place in the account that they worked in last. Who has no account any
// more is told what a wrong password is told, so that the answer does not give the password away.
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

// SignInByAPI recognises the person and begins a token family in the account, or in the one used last where accountID is empty.
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

// SignIn recognises the user. A wrong password and an unknown address are one answer and take the same time. A success forgets the
// failures of the same origin.
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
			return forgetFailures(tx.Where("address = ?", f.Address), f.EmailKey)
		}
		f.ID, f.FailedAt = database.NewID(), database.Now()
		if err := tx.Create(&f).Error; err != nil {
			return fmt.Errorf("count failure: %w", err)
		}
		return nil
	})
}

// throttle refuses an attempt that has to wait.
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

// addressWait is the pause of a network from which many e-mails are tried.
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

// lastFailures counts as many failures as matter to a wait, and tells when the last one was.
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

// waitAfter is how long the next try waits after so many failures.
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

// storable is a key as both databases can keep it: what is no text, or longer than any address, is nobody's.
func storable(key string) string {
	if !text.Printable(key) || len(key) > maxEmail {
		return "?"
	}
	return key
}
