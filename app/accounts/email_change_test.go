package accounts_test

import (
	"errors"
	"slices"
	"sync"
	"testing"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/fault"
)

func TestEmailChange(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	viewer, old := c.Ctx(accountstest.Viewer), accountstest.Email(accountstest.Viewer)
	const next = "vera@new.test"
	ask := func(email, password string) error {
		return c.Accounts.RequestEmailChange(viewer, accounts.NewEmail{Email: email, Password: password})
	}
	refused(t, "without a person", c.Accounts.RequestEmailChange(t.Context(), accounts.NewEmail{Email: next}), fault.Unauthenticated)
	for _, email := range []string{"", "vera", "a b@new.test", "nul\x00@new.test", " VIEWER@igny8.test"} {
		refused(t, "the address "+email, ask(email, accountstest.Password), fault.Invalid)
	}
	refused(t, "a wrong password", ask(next, "wrong password"), fault.Invalid)
	for _, token := range []string{"", "x", "nul\x00"} {
		refused(t, "no token", c.Accounts.ConfirmEmail(t.Context(), token), fault.NotFound)
	}
	if links := c.Mails.Links(next); len(links) != 0 {
		t.Fatalf("mailed %v after refusals", links)
	}

	must(t, ask(next, accountstest.Password))
	replaced := c.Mails.Token(next)
	must(t, ask(next, accountstest.Password))
	token := c.Mails.Token(next)
	refused(t, "a link that was replaced", c.Accounts.ConfirmEmail(t.Context(), replaced), fault.NotFound)
	c.Deliver()
	if got := c.Mails.Notices(old); !slices.Contains(got, accounts.EmailChangeAsked) {
		t.Errorf("the old address is told %v before the change", got)
	}
	change, err := c.Accounts.EmailChangeByToken(t.Context(), token)
	if err != nil || change.Email != next {
		t.Errorf("the link is for %q, %v", change.Email, err)
	}
	pending, err := c.Accounts.PendingEmail(viewer)
	if err != nil || pending == nil || pending.Email != next {
		t.Errorf("pending is %+v, %v", pending, err)
	}
	if pending, err := c.Accounts.PendingEmail(c.Foreign); pending != nil || err != nil {
		t.Errorf("the other account sees %+v, %v", pending, err)
	}
	if m, _ := accounts.MemberFrom(c.Now(accountstest.Viewer)); m.Email != old {
		t.Fatalf("the address was changed to %s before it was confirmed", m.Email)
	}
	must(t, c.Accounts.RequestReset(t.Context(), old, ""))
	c.Deliver()
	reset := c.Mails.Token(old)

	must(t, c.Accounts.ConfirmEmail(t.Context(), token))
	c.Deliver()
	refused(t, "used twice", c.Accounts.ConfirmEmail(t.Context(), token), fault.NotFound)
	refused(t, "a link to a new password in the old mailbox", c.Accounts.ResetByToken(t.Context(), reset), fault.NotFound)
	_, err = c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: old, Password: accountstest.Password})
	refused(t, "the old address", err, fault.Unauthenticated)
	u, err := c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: "VERA@new.test", Password: accountstest.Password})
	if err != nil || u.ID != c.Member(accountstest.Viewer).UserID {
		t.Errorf("the new address: %+v, %v", u, err)
	}
	if got := c.Mails.Notices(old); !slices.Contains(got, accounts.EmailChanged) {
		t.Errorf("the old address is told %v after the change", got)
	}
	log, err := c.Events.Log(c.Ctx(accountstest.Owner), 1, "")
	must(t, err)
	if e := log.Items[0]; e.Action() != "e-mail changed" || e.Subject != next || e.Detail != "from "+old {
		t.Errorf("audited %+v", e)
	}
	if got := c.actions(t, accountstest.Stranger); got[0] == "e-mail changed" {
		t.Errorf("audited in the other account: %v", got)
	}
}

func TestEmailChangeLinkEnds(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	viewer := c.Ctx(accountstest.Viewer)
	ask := func() string {
		must(t, c.Accounts.RequestEmailChange(viewer, accounts.NewEmail{Email: "vera@new.test", Password: accountstest.Password}))
		return c.Mails.Token("vera@new.test")
	}
	withdrawn := ask()
	must(t, c.Accounts.WithdrawEmailChange(c.Foreign))
	_, err := c.Accounts.EmailChangeByToken(t.Context(), withdrawn)
	must(t, err) // a link that another person cannot withdraw
	must(t, c.Accounts.WithdrawEmailChange(viewer))
	refused(t, "withdrawn", c.Accounts.ConfirmEmail(t.Context(), withdrawn), fault.NotFound)
	if pending, err := c.Accounts.PendingEmail(viewer); pending != nil || err != nil {
		t.Errorf("still pending: %+v, %v", pending, err)
	}
	expired := ask()
	c.set(t, &accounts.EmailChange{}, "expires_at", database.Now())
	refused(t, "expired", c.Accounts.ConfirmEmail(t.Context(), expired), fault.NotFound)

	c.Mails.Fail = errors.New("connection refused")
	err = c.Accounts.RequestEmailChange(viewer, accounts.NewEmail{Email: "vera@new.test", Password: accountstest.Password})
	refused(t, "a mail that is not sent", err, fault.Unavailable)
	if pending, err := c.Accounts.PendingEmail(viewer); pending != nil || err != nil {
		t.Errorf("a mail that was not sent is pending: %+v, %v", pending, err)
	}
}

func TestEmailChangeHidesWhoHasAUser(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	taken := accountstest.Email(accountstest.Stranger)
	must(t, c.Accounts.RequestEmailChange(c.Ctx(accountstest.Viewer), accounts.NewEmail{Email: taken, Password: accountstest.Password}))
	if pending, err := c.Accounts.PendingEmail(c.Ctx(accountstest.Viewer)); err != nil || pending == nil || pending.Email != taken {
		t.Errorf("a taken address is pending as %+v, %v", pending, err)
	}
	if links := c.Mails.Links(taken); len(links) != 0 {
		t.Errorf("a link was mailed to the owner of the address: %v", links)
	}
	if got := c.Mails.Notices(taken); !slices.Equal(got, []accounts.NoticeEvent{accounts.EmailTaken}) {
		t.Errorf("the owner of the address is told %v", got)
	}
}

func TestEmailChangeFailsWhenAddressWasTaken(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	const next = "both@new.test"
	must(t, c.Accounts.RequestEmailChange(c.Ctx(accountstest.Viewer), accounts.NewEmail{Email: next, Password: accountstest.Password}))
	first := c.Mails.Token(next)
	must(t, c.Accounts.RequestEmailChange(c.Foreign, accounts.NewEmail{Email: next, Password: accountstest.Password}))
	must(t, c.Accounts.ConfirmEmail(t.Context(), c.Mails.Token(next)))
	refused(t, "the slower one", c.Accounts.ConfirmEmail(t.Context(), first), fault.Conflict)
	if m, _ := accounts.MemberFrom(c.Now(accountstest.Viewer)); m.Email != accountstest.Email(accountstest.Viewer) {
		t.Errorf("the slower one has %s", m.Email)
	}
}

func TestEmailChangesAreLimited(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	ctx := c.Ctx(accountstest.Viewer)
	var all sync.WaitGroup
	errs := make([]error, 12)
	for i := range errs {
		all.Go(func() {
			errs[i] = c.Accounts.RequestEmailChange(ctx, accounts.NewEmail{Email: "vera@new.test", Password: accountstest.Password})
		})
	}
	all.Wait()
	sent := 0
	for _, err := range errs {
		if err == nil {
			sent++
		} else {
			refused(t, "too many", err, fault.Throttled)
		}
	}
	if links := c.Mails.Links("vera@new.test"); sent != 5 || len(links) != 5 {
		t.Errorf("%d requests and %d mails within an hour, want 5", sent, len(links))
	}
}
