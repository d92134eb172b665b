package accounts_test

import (
	"testing"

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
		must(t, c.Accounts.RequestReset(t.Context(), email))
		c.Accounts.Wait()
	}
	refused(t, "no address", c.Accounts.RequestReset(t.Context(), "owner"), fault.Invalid)
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
	for range 10 {
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

func TestNobodyIsFloodedWithResets(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	for range 12 {
		must(t, c.Accounts.RequestReset(t.Context(), accountstest.Email(accountstest.Owner)))
		c.Accounts.Wait()
	}
	if links := c.Mails.Links(accountstest.Email(accountstest.Owner)); len(links) != 5 {
		t.Errorf("%d mails in an hour, want 5", len(links))
	}
}
