package accounts_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
)

func TestSignIn(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := accountstest.Email(accountstest.Owner)
	sentence := ""
	for _, n := range []accounts.SignIn{
		{Email: owner, Password: "wrong password"},
		{Email: owner, Password: ""},
		{Email: "nobody@igny8.test", Password: accountstest.Password},
		{Email: "", Password: ""},
		{Email: "nul\x00@igny8.test", Password: accountstest.Password},
		{Email: "broken\xff", Password: accountstest.Password},
	} {
		_, err := c.Accounts.SignIn(t.Context(), n)
		refused(t, n.Email, err, fault.Unauthenticated)
		if sentence == "" {
			sentence = fault.Sentence(err)
		}
		if fault.Sentence(err) != sentence {
			t.Errorf("%q is answered by %q, others by %q", n.Email, fault.Sentence(err), sentence)
		}
	}
	u, err := c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: " OWNER@igny8.test", Password: accountstest.Password})
	if err != nil || u.ID != c.Member(accountstest.Owner).UserID {
		t.Errorf("signed in as %+v, %v", u, err)
	}
}

func TestPasswordMatchesItsDecomposedForm(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	_, err := c.Accounts.SignUp(t.Context(), accounts.SignUp{AccountName: "G", Name: "G", Email: "zoe\u0308@example.com", Password: "pa\u0308sswort-lang"})
	must(t, err)
	if _, err = c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: "ZO\u00cb@example.com", Password: "p\u00e4sswort-lang"}); err != nil {
		t.Errorf("composed letters: %v", err)
	}
}

// tries makes sign-ins, one after the other.
type tries struct {
	stage
	t *testing.T
}

func (s tries) sign(email, password, address, browser string) error {
	_, err := s.Accounts.SignIn(s.t.Context(), accounts.SignIn{Email: email, Password: password, Address: address, Browser: browser})
	return err
}

// fail makes n attempts with a wrong password, none of which may be throttled.
func (s tries) fail(n int, email, address, browser string) {
	s.t.Helper()
	for range n {
		refused(s.t, "a wrong password", s.sign(email, "wrong password", address, browser), fault.Unauthenticated)
	}
}

// older makes all failures older by the duration.
func (s tries) older(by time.Duration) {
	s.t.Helper()
	var all []accounts.SignInFailure
	must(s.t, s.db.Read(s.System()).Find(&all).Error)
	must(s.t, s.db.Tx(s.System(), func(tx *gorm.DB) error {
		for _, f := range all {
			if err := tx.Model(&accounts.SignInFailure{}).Where("id = ?", f.ID).Update("failed_at", f.FailedAt.Add(-by)).Error; err != nil {
				return err
			}
		}
		return nil
	}))
}

func TestWrongPasswordsCostGrowingWaits(t *testing.T) {
	t.Parallel()
	s := tries{newStage(t), t}
	owner := accountstest.Email(accountstest.Owner)
	for range 20 {
		must(t, s.sign(owner, accountstest.Password, "192.0.2.1", ""))
	}
	s.fail(4, owner, "192.0.2.1", "")
	must(t, s.sign(owner, accountstest.Password, "192.0.2.1", "")) // a success deletes the failures
	for _, email := range []string{owner, "nobody@igny8.test"} {
		s.fail(4, email, "192.0.2.1", "")
		for _, wait := range []int{15, 30, 60, 120, 240, 480, 900, 900} {
			s.fail(1, email, "192.0.2.1", "")
			err := s.sign(email, accountstest.Password, "192.0.2.1", "")
			refused(t, "the right password too early", err, fault.Throttled)
			if got := fault.RetryAfter(err); got > wait || got < wait-5 {
				t.Errorf("%s: wait %d seconds, want %d", email, got, wait)
			}
			s.older(time.Duration(wait) * time.Second)
		}
	}
	must(t, s.sign(owner, accountstest.Password, "192.0.2.1", ""))
	if got := s.sign("nobody@igny8.test", "wrong password", "192.0.2.1", ""); fault.KindOf(got) != fault.Unauthenticated {
		t.Errorf("after the wait: %v", got)
	}
}

func TestStrangerCannotLockOutUser(t *testing.T) {
	t.Parallel()
	s := tries{newStage(t), t}
	owner := accountstest.Email(accountstest.Owner)
	known := s.Accounts.KnownBrowser(s.Member(accountstest.Owner).UserID)
	for i := range 9 {
		s.fail(5, owner, fmt.Sprintf("198.51.100.%d", i), "")
	}
	s.fail(5, owner, "192.0.2.1", known+"x")
	refused(t, "an unknown browser there", s.sign(owner, accountstest.Password, "192.0.2.1", ""), fault.Throttled)
	for what, browser := range map[string]string{
		"a mark of another user": s.Accounts.KnownBrowser(s.Member(accountstest.Admin).UserID), "a mark without signature": "abc", "a cut mark": known[:len(known)-1],
	} {
		refused(t, what, s.sign(owner, accountstest.Password, "192.0.2.1", browser), fault.Throttled)
	}
	must(t, s.sign(owner, accountstest.Password, "203.0.113.7", "")) // from another network, for the first time
	must(t, s.sign(owner, accountstest.Password, "192.0.2.1", known))
	s.fail(5, owner, "192.0.2.1", known)
	refused(t, "a known browser that guesses", s.sign(owner, accountstest.Password, "192.0.2.1", known), fault.Throttled)
}

func TestManyNetworksGetOneTryEachAtOneEmail(t *testing.T) {
	t.Parallel()
	s := tries{newStage(t), t}
	owner := accountstest.Email(accountstest.Owner)
	for i := range 10 {
		s.fail(5, owner, fmt.Sprintf("198.51.100.%d", i), "")
	}
	s.fail(1, owner, "2001:db8:5:5::1", "")
	refused(t, "a second try of a network", s.sign(owner, accountstest.Password, "2001:db8:5:5::2", ""), fault.Throttled)
	must(t, s.sign(owner, accountstest.Password, "2001:db8:5:6::1", ""))
	must(t, s.sign(accountstest.Email(accountstest.Admin), accountstest.Password, "2001:db8:5:5::1", ""))
}

func TestOfficeBehindOneAddressWorks(t *testing.T) {
	t.Parallel()
	s := tries{newStage(t), t}
	admin := s.Member(accountstest.Admin)
	for i := range 100 {
		if i%30 == 29 {
			must(t, s.sign(admin.Email, accountstest.Password, "192.0.2.1", ""))
		}
		s.fail(1, fmt.Sprintf("many%d@igny8.test", i), "192.0.2.1", "")
	}
	err := s.sign(admin.Email, accountstest.Password, "192.0.2.1", "")
	refused(t, "a network that tries 100 e-mails", err, fault.Throttled)
	if got := fault.RetryAfter(err); got > 10 {
		t.Errorf("wait %d seconds, want 10 at most", got)
	}
	must(t, s.sign(admin.Email, accountstest.Password, "192.0.2.1", s.Accounts.KnownBrowser(admin.UserID)))
	must(t, s.sign(admin.Email, accountstest.Password, "192.0.2.2", ""))
	s.older(10 * time.Second)
	must(t, s.sign(admin.Email, accountstest.Password, "192.0.2.1", ""))
}

func TestBurstOfAttemptsIsThrottled(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	var all sync.WaitGroup
	var mutex sync.Mutex
	kinds := map[fault.Kind]int{}
	for range 60 {
		all.Go(func() {
			_, err := c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: accountstest.Email(accountstest.Owner), Password: "wrong password"})
			mutex.Lock()
			defer mutex.Unlock()
			kinds[fault.KindOf(err)]++
		})
	}
	all.Wait()
	if kinds[fault.Throttled] < 30 || kinds[fault.Throttled]+kinds[fault.Unauthenticated] != 60 {
		t.Errorf("60 attempts at once: %v; want most of them throttled", kinds)
	}
}

func TestPersonWithoutAccountGetsAnswerForWrongPassword(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	viewer := c.Member(accountstest.Viewer)
	must(t, c.Accounts.RemoveMember(c.Ctx(accountstest.Owner), viewer.MembershipID))
	enter := func(email, password string) error {
		_, err := c.Accounts.SignInMember(t.Context(), accounts.SignIn{Email: email, Password: password})
		return err
	}
	token := func(email, password string) error {
		_, err := c.Accounts.SignInByAPI(t.Context(), accounts.SignIn{Email: email, Password: password}, c.Alpha)
		return err
	}
	for what, sign := range map[string]func(email, password string) error{"a page": enter, "the API": token} {
		removed, wrong := sign(viewer.Email, accountstest.Password), sign(viewer.Email, "wrong password")
		refused(t, what, removed, fault.Unauthenticated)
		if removed == nil || wrong == nil || removed.Error() != wrong.Error() {
			t.Errorf("%s: %v tells more than %v", what, removed, wrong)
		}
		must(t, sign(accountstest.Email(accountstest.Editor), accountstest.Password))
	}
}
