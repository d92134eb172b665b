package accounts_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database"
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

func TestTheSameLettersFromAnotherKeyboard(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	_, err := c.Accounts.SignUp(t.Context(), accounts.SignUp{AccountName: "G", Name: "G", Email: "zoe\u0308@example.com", Password: "pa\u0308sswort-lang"})
	must(t, err)
	if _, err = c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: "ZO\u00cb@example.com", Password: "p\u00e4sswort-lang"}); err != nil {
		t.Errorf("composed letters: %v", err)
	}
}

func TestSignInIsThrottledByFailures(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := accountstest.Email(accountstest.Owner)
	sign := func(email, password, address string) error {
		_, err := c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: email, Password: password, Address: address})
		return err
	}
	for range 20 {
		must(t, sign(owner, accountstest.Password, "192.0.2.1"))
	}
	for range 9 {
		refused(t, "a failure", sign(owner, "wrong password", "192.0.2.1"), fault.Unauthenticated)
	}
	must(t, sign(owner, accountstest.Password, "192.0.2.1")) // forgets the failures
	for range 10 {
		refused(t, "a failure", sign(owner, "wrong password", "192.0.2.1"), fault.Unauthenticated)
	}
	refused(t, "the right password after ten failures", sign(owner, accountstest.Password, "192.0.2.9"), fault.Throttled)
	must(t, sign(accountstest.Email(accountstest.Admin), accountstest.Password, "192.0.2.1"))
	for i := range 10 {
		refused(t, "a failure of nobody", sign("nobody@igny8.test", "wrong password", fmt.Sprint("198.51.100.", i)), fault.Unauthenticated)
	}
	refused(t, "nobody is throttled like somebody", sign("nobody@igny8.test", "wrong password", ""), fault.Throttled)

	for i := range 50 - 10 {
		refused(t, "a failure of many", sign(fmt.Sprintf("many%d@igny8.test", i), "wrong password", "192.0.2.1"), fault.Unauthenticated)
	}
	refused(t, "an address with fifty failures", sign(accountstest.Email(accountstest.Admin), accountstest.Password, "192.0.2.1"), fault.Throttled)
	must(t, sign(accountstest.Email(accountstest.Admin), accountstest.Password, "192.0.2.2"))

	c.set(t, &accounts.SignInFailure{}, "failed_at", database.Now().Add(-16*time.Minute))
	must(t, sign(owner, accountstest.Password, "192.0.2.1"))
}

func TestABurstOfAttemptsIsThrottledToo(t *testing.T) {
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
