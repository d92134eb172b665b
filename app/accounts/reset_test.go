package accounts_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/fault"
)

func TestPasswordReset(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := accountstest.Email(accountstest.Owner)
	request := func(email string) {
		t.Helper()
		must(t, c.Accounts.RequestReset(t.Context(), email, ""))
		c.Deliver()
	}
	refused(t, "no address", c.Accounts.RequestReset(t.Context(), "owner", ""), fault.Invalid)
	request("nobody@igny8.test")
	if links := c.Mails.Links("nobody@igny8.test"); len(links) != 0 {
		t.Fatalf("mailed %v to nobody", links)
	}
	request("OWNER@igny8.test")
	expired := c.Mails.Token(owner)
	c.set(t, &accounts.PasswordReset{}, "expires_at", database.Now())
	request(owner)
	other := c.Mails.Token(owner)
	request(owner)
	token := c.Mails.Token(owner)
	pair, err := c.Accounts.Issue(t.Context(), c.Member(accountstest.Owner).UserID, "")
	must(t, err)

	refused(t, "no token", c.Accounts.Reset(t.Context(), "", "a new password"), fault.NotFound)
	refused(t, "expired", c.Accounts.Reset(t.Context(), expired, "a new password"), fault.NotFound)
	refused(t, "a short password", c.Accounts.Reset(t.Context(), token, "short"), fault.Invalid)
	refused(t, "the address as password", c.Accounts.Reset(t.Context(), token, owner), fault.Invalid)
	must(t, c.Accounts.ResetByToken(t.Context(), token))
	for range 5 {
		_, err := c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: owner, Password: "forgotten password"})
		refused(t, "a failure", err, fault.Unauthenticated)
	}

	must(t, c.Accounts.Reset(t.Context(), token, "a new password"))
	refused(t, "used twice", c.Accounts.Reset(t.Context(), token, "another password"), fault.NotFound)
	refused(t, "used twice", c.Accounts.ResetByToken(t.Context(), token), fault.NotFound)
	refused(t, "another link of before", c.Accounts.Reset(t.Context(), other, "another password"), fault.NotFound)
	_, err = c.Accounts.Verify(t.Context(), pair.AccessToken)
	refused(t, "an access token of before", err, fault.Unauthenticated)
	_, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken)
	refused(t, "a refresh token of before", err, fault.Unauthenticated)
	if m, _ := accounts.MemberFrom(c.Now(accountstest.Owner)); m.Stamp == c.Member(accountstest.Owner).Stamp {
		t.Error("the stamp of the sessions of before is still good")
	}
	_, err = c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: owner, Password: accountstest.Password})
	refused(t, "the old password", err, fault.Unauthenticated)
	if _, err := c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: owner, Password: "a new password"}); err != nil {
		t.Errorf("the new password: %v", err)
	}
	if got := c.actions(t, accountstest.Owner); got[0] != "password reset" {
		t.Errorf("audited %v", got)
	}
	if got := c.actions(t, accountstest.Stranger); got[0] == "password reset" {
		t.Errorf("audited in the other account: %v", got)
	}
}

func TestResetMailsHaveALimitOnBothDatabases(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := accountstest.Email(accountstest.Owner)
	for range 12 {
		must(t, c.Accounts.RequestReset(t.Context(), owner, ""))
	}
	c.Deliver()
	if links := c.Mails.Links(owner); len(links) != 5 {
		t.Errorf("%d mails of 12 requests at once, want 5", len(links))
	}
	c.set(t, &accounts.Throttle{}, "ends_at", database.Now())
	must(t, c.Accounts.RequestReset(t.Context(), owner, ""))
	c.Deliver()
	if links := c.Mails.Links(owner); len(links) != 6 {
		t.Errorf("%d mails after the hour, want 6", len(links))
	}
}

func TestResetsAreThrottledByNetwork(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	for i := range 20 {
		must(t, c.Accounts.RequestReset(t.Context(), fmt.Sprintf("nobody%d@igny8.test", i), fmt.Sprintf("2001:db8:1:2::%x", i)))
		c.Deliver()
	}
	err := c.Accounts.RequestReset(t.Context(), "somebody@igny8.test", "2001:db8:1:2:ffff::1")
	refused(t, "the 21st of a network", err, fault.Throttled)
	if fault.RetryAfter(err) < 3500 {
		t.Errorf("retry after %d seconds, want about an hour", fault.RetryAfter(err))
	}
	must(t, c.Accounts.RequestReset(t.Context(), "somebody@igny8.test", "2001:db8:1:3::1"))
	c.Deliver()
}

func TestMailThatFailsIsSentAgainAndCountedOnce(t *testing.T) {
	t.Parallel()
	c, s := confirming(t)
	owner := accountstest.Email(accountstest.Owner)
	c.Mails.Fail = errors.New("connection refused")
	must(t, c.Accounts.RequestReset(t.Context(), owner, ""))
	_, err := s.SignUp(t.Context(), gil)
	must(t, err)
	for range 3 {
		c.Deliver()
		c.later(t)
	}
	unsent := c.Mails.Token(gil.Email)
	c.Mails.Fail = nil
	c.Deliver()
	must(t, c.Accounts.ResetByToken(t.Context(), c.Mails.Token(owner)))
	_, err = s.SignUpByToken(t.Context(), unsent)
	refused(t, "the link of a mail that failed", err, fault.NotFound)
	_, err = s.SignUpByToken(t.Context(), c.Mails.Token(gil.Email))
	must(t, err)
	for range 5 {
		must(t, c.Accounts.RequestReset(t.Context(), owner, ""))
		_, err := s.SignUp(t.Context(), gil)
		must(t, err)
	}
	c.Deliver()
	for _, to := range []string{owner, gil.Email} {
		if tried := len(c.Mails.Links(to)); tried != 3+5 {
			t.Errorf("%d mails to %s were tried, want 3 that failed and 5", tried, to)
		}
	}
}

func TestMailsRequestedByStrangersAreLimited(t *testing.T) {
	t.Parallel()
	c, s := confirming(t)
	n := gil
	for i := range 50 {
		must(t, c.Accounts.RequestReset(t.Context(), fmt.Sprintf("nobody%d@igny8.test", i), ""))
		n.Email = fmt.Sprintf("gil%d@igny8.test", i)
		_, err := s.SignUp(t.Context(), n)
		must(t, err)
	}
	refused(t, "the 101st mail", c.Accounts.RequestReset(t.Context(), accountstest.Email(accountstest.Owner), ""), fault.Throttled)
	n.Email = "gil@igny8.test"
	_, err := s.SignUp(t.Context(), n)
	refused(t, "the 101st mail", err, fault.Throttled)
	c.Deliver()
	must(t, c.Accounts.RequestReset(t.Context(), accountstest.Email(accountstest.Owner), ""))
	c.Deliver()
	if links := c.Mails.Links(accountstest.Email(accountstest.Owner)); len(links) != 1 {
		t.Errorf("%d mails once the others are sent, want 1", len(links))
	}
}

func TestOperatorMakesAResetLink(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	_, _, err := c.Accounts.ResetLink(t.Context(), "nobody@igny8.test")
	refused(t, "a link for nobody", err, fault.NotFound)
	link, expires, err := c.Accounts.ResetLink(t.Context(), "OWNER@igny8.test")
	must(t, err)
	token, ok := strings.CutPrefix(link, "https://igny8.test/password/reset?token=")
	if !ok || time.Until(expires) > time.Hour || len(c.Mails.Links(accountstest.Email(accountstest.Owner))) != 0 {
		t.Fatalf("link %q until %s, mails %v", link, expires, c.Mails.Links(accountstest.Email(accountstest.Owner)))
	}
	must(t, c.Accounts.Reset(t.Context(), token, "a new password"))
}
