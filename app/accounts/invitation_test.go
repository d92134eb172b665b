package accounts_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/fault"
)

const guestEmail = "Zoë@example.com"

func TestInvitationsAreRefused(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	cases := []struct {
		what   string
		actor  accountstest.Person
		invite accounts.Invite
		kind   fault.Kind
	}{
		{"by an editor", accountstest.Editor, accounts.Invite{Email: guestEmail, Role: accounts.Viewer}, fault.Forbidden},
		{"of an admin by an admin", accountstest.Admin, accounts.Invite{Email: guestEmail, Role: accounts.Admin}, fault.Forbidden},
		{"of an owner by the owner", accountstest.Owner, accounts.Invite{Email: guestEmail, Role: accounts.Owner}, fault.Forbidden},
		{"of a developer", accountstest.Staff, accounts.Invite{Email: guestEmail, Role: accounts.Developer}, fault.Forbidden},
		{"without a role", accountstest.Owner, accounts.Invite{Email: guestEmail}, fault.Invalid},
		{"without an address", accountstest.Owner, accounts.Invite{Email: "zoe", Role: accounts.Viewer}, fault.Invalid},
		{"of a member", accountstest.Owner, accounts.Invite{Email: accountstest.Email(accountstest.Viewer), Role: accounts.Viewer}, fault.Conflict},
		{"to a site of others", accountstest.Owner, accounts.Invite{Email: guestEmail, Role: accounts.Viewer, Access: []accounts.Access{{SiteID: c.ForeignSite}}}, fault.NotFound},
	}
	for _, k := range cases {
		_, err := c.Accounts.Invite(c.Ctx(k.actor), k.invite)
		refused(t, k.what, err, k.kind)
	}
	if list, err := c.Accounts.Invitations(c.Ctx(accountstest.Owner)); err != nil || len(list) != 0 {
		t.Errorf("a refused invitation is kept: %+v, %v", list, err)
	}
	if links := c.Mails.Links(guestEmail); len(links) != 0 {
		t.Errorf("mailed %v", links)
	}
}

func TestInvitationIsAcceptedOnce(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	invite := accounts.Invite{Email: guestEmail, Role: accounts.Editor, Access: []accounts.Access{
		{SiteID: c.Site, CanPublish: true, MonthlyCredits: to(int64(9))}, {SiteID: c.OtherSite},
	}}
	_, err := c.Accounts.Invite(c.Ctx(accountstest.Admin), invite)
	must(t, err)
	replaced := c.Mails.Token(guestEmail)
	_, err = c.Accounts.Invite(c.Ctx(accountstest.Admin), invite)
	must(t, err)
	token := c.Mails.Token(guestEmail)
	if list, err := c.Accounts.Invitations(c.Ctx(accountstest.Owner)); err != nil || len(list) != 1 ||
		strings.Contains(token, list[0].TokenHash) {
		t.Fatalf("invitations = %+v, %v; want one, and its token nowhere", list, err)
	}
	accept := accounts.Accept{Token: token, Name: "Zoë", Password: "long enough"}

	for what, n := range map[string]accounts.Accept{
		"a token that is none":     {Token: "x", Name: "Z", Password: "long enough"},
		"a token without a letter": {Token: "", Name: "Z", Password: "long enough"},
		"a token that is replaced": {Token: replaced, Name: "Z", Password: "long enough"},
	} {
		_, err := c.Accounts.Accept(t.Context(), n)
		refused(t, what, err, fault.NotFound)
		_, err = c.Accounts.InvitationByToken(t.Context(), n.Token)
		refused(t, what, err, fault.NotFound)
	}
	_, err = c.Accounts.Accept(t.Context(), accounts.Accept{Token: token, Name: "Z", Password: "short"})
	refused(t, "a short password", err, fault.Invalid)

	shown, err := c.Accounts.InvitationByToken(t.Context(), token)
	if err != nil || shown != (accounts.Invited{AccountName: "Alpha", Email: guestEmail, Role: accounts.Editor}) {
		t.Fatalf("shown = %+v, %v", shown, err)
	}
	must(t, c.DeleteSite(c.Ctx(accountstest.Owner), c.OtherSite))
	m, err := c.Accounts.Accept(t.Context(), accept)
	must(t, err)
	if m.AccountID != c.Alpha || m.Role != accounts.Editor || !m.May(accounts.Publish, c.Site) || len(m.Access) != 1 ||
		*m.Access[0].MonthlyCredits != 9 {
		t.Errorf("the new member is %+v", m)
	}
	_, err = c.Accounts.Accept(t.Context(), accept)
	refused(t, "accepted twice", err, fault.NotFound)
	if got := c.actions(t, accountstest.Owner)[:2]; !slices.Equal(got, []string{"invitation accepted", "site deleted"}) {
		t.Errorf("audited %v", got)
	}
}

func TestInvitationIsAcceptedByOneOfMany(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	_, err := c.Accounts.Invite(c.Ctx(accountstest.Owner), accounts.Invite{Email: guestEmail, Role: accounts.Viewer})
	must(t, err)
	accept := accounts.Accept{Token: c.Mails.Token(guestEmail), Name: "Zoë", Password: "long enough"}
	errs := make([]error, 6)
	var all sync.WaitGroup
	for i := range errs {
		all.Go(func() { _, errs[i] = c.Accounts.Accept(t.Context(), accept) })
	}
	all.Wait()
	accepted := 0
	for _, err := range errs {
		if err == nil {
			accepted++
		} else if fault.KindOf(err) == fault.Internal {
			t.Errorf("one who came too late: %v", err)
		}
	}
	if list, err := c.Accounts.Members(c.Ctx(accountstest.Owner)); accepted != 1 || err != nil || len(list) != 8 {
		t.Errorf("%d accepted, %d members, %v; want 1 and 8", accepted, len(list), err)
	}
}

func TestExistingUserAcceptsInvitationWithPassword(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	stranger := c.Member(accountstest.Stranger)
	_, err := c.Accounts.Invite(c.Ctx(accountstest.Owner), accounts.Invite{Email: "STRANGER@igny8.test", Role: accounts.Admin})
	must(t, err)
	token := c.Mails.Token("STRANGER@igny8.test")
	if shown, err := c.Accounts.InvitationByToken(t.Context(), token); err != nil || !shown.Known {
		t.Fatalf("shown = %+v, %v; want a known person", shown, err)
	}
	_, err = c.Accounts.Accept(t.Context(), accounts.Accept{Token: token, Name: "Mallory", Password: "another password"})
	refused(t, "a wrong password", err, fault.Unauthenticated)
	m, err := c.Accounts.Accept(t.Context(), accounts.Accept{Token: token, Password: accountstest.Password})
	if err != nil || m.UserID != stranger.UserID || m.Name != stranger.Name || m.Role != accounts.Admin || m.AccountID != c.Alpha {
		t.Errorf("accepted as %+v, %v", m, err)
	}
}

func TestInvitationsEnd(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	i, err := c.Accounts.Invite(c.Ctx(accountstest.Owner), accounts.Invite{Email: guestEmail, Role: accounts.Admin})
	must(t, err)
	refused(t, "withdrawn by one of equal role", c.Accounts.Withdraw(c.Ctx(accountstest.Admin), i.ID), fault.Forbidden)
	refused(t, "withdrawn by the other account", c.Accounts.Withdraw(c.Foreign, i.ID), fault.NotFound)
	if list, err := c.Accounts.Invitations(c.Foreign); err != nil || len(list) != 0 {
		t.Errorf("the other account sees %+v, %v", list, err)
	}
	c.set(t, &accounts.Invitation{}, "expires_at", database.Now())
	_, err = c.Accounts.Accept(t.Context(), accounts.Accept{Token: c.Mails.Token(guestEmail), Name: "Z", Password: "long enough"})
	refused(t, "expired", err, fault.NotFound)
	must(t, c.Accounts.Withdraw(c.Ctx(accountstest.Owner), i.ID))
	refused(t, "withdrawn twice", c.Accounts.Withdraw(c.Ctx(accountstest.Owner), i.ID), fault.NotFound)
}

func TestInvitationShowsItsLinkOnlyWhereNoMailGoesOut(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	invite := accounts.Invite{Email: guestEmail, Role: accounts.Viewer}
	sent, err := c.Accounts.Invite(c.Ctx(accountstest.Owner), invite)
	if err != nil || sent.Link != "" || !c.Accounts.SendsMail() {
		t.Fatalf("mailed: link %q, %v; want none, the mail has it", sent.Link, err)
	}
	for what, arrange := range map[string]func(){
		"the mail fails":                 func() { c.Mails.Fail = errors.New("connection refused") },
		"the installation has no server": func() { c.Mails.Fail, c.Mails.Keeps = nil, true },
	} {
		arrange()
		issued, err := c.Accounts.Invite(c.Ctx(accountstest.Owner), invite)
		must(t, err)
		if want := "https://igny8.test/invitations/" + c.Mails.Token(guestEmail); issued.Link != want {
			t.Errorf("%s: link %q, want %q", what, issued.Link, want)
		}
		if _, err := c.Accounts.InvitationByToken(t.Context(), c.Mails.Token(guestEmail)); err != nil {
			t.Errorf("%s: the link does not work: %v", what, err)
		}
	}
	if list, err := c.Accounts.Invitations(c.Ctx(accountstest.Owner)); err != nil || len(list) != 1 {
		t.Errorf("invitations = %+v, %v; want the one kept", list, err)
	}
	entries, err := c.Events.Log(c.Ctx(accountstest.Owner), 0, "")
	must(t, err)
	for _, e := range entries.Items {
		if strings.Contains(e.Subject+e.Detail, c.Mails.Token(guestEmail)) {
			t.Errorf("the audit trail holds the link: %+v", e)
		}
	}
}

func TestInvitationGetsANewLink(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	i, err := c.Accounts.Invite(c.Ctx(accountstest.Owner), accounts.Invite{Email: guestEmail, Role: accounts.Admin})
	must(t, err)
	first := c.Mails.Token(guestEmail)
	c.set(t, &accounts.Invitation{}, "expires_at", database.Now())
	for p, kind := range map[accountstest.Person]fault.Kind{
		accountstest.Editor: fault.Forbidden, accountstest.Admin: fault.Forbidden, accountstest.Stranger: fault.NotFound,
	} {
		_, err := c.Accounts.RenewInvitation(c.Ctx(p), i.ID)
		refused(t, string(p), err, kind)
	}
	c.Mails.Keeps = true
	renewed, err := c.Accounts.RenewInvitation(c.Ctx(accountstest.Owner), i.ID)
	must(t, err)
	if renewed.ID != i.ID || !strings.HasSuffix(renewed.Link, c.Mails.Token(guestEmail)) || renewed.Link == "" {
		t.Errorf("renewed: %+v", renewed)
	}
	_, err = c.Accounts.InvitationByToken(t.Context(), first)
	refused(t, "the link before", err, fault.NotFound)
	_, err = c.Accounts.Accept(t.Context(), accounts.Accept{Token: c.Mails.Token(guestEmail), Name: "Zoë", Password: "long enough"})
	must(t, err)
	_, err = c.Accounts.RenewInvitation(c.Ctx(accountstest.Owner), i.ID)
	refused(t, "an accepted one", err, fault.NotFound)
	if got := c.actions(t, accountstest.Owner)[1]; got != "invitation renewed" {
		t.Errorf("audited %q", got)
	}
}

func TestNewAccountInvitesTwentyADay(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	send := func(p accountstest.Person, n int) (err error) {
		for i := range n {
			if _, err = c.Accounts.Invite(c.Ctx(p), accounts.Invite{Email: fmt.Sprintf("guest%d@example.com", i%3), Role: accounts.Viewer}); err != nil {
				return err
			}
		}
		return nil
	}
	must(t, send(accountstest.Stranger, 20))
	err := send(accountstest.Stranger, 1)
	refused(t, "the 21st", err, fault.Throttled)
	if got := fault.RetryAfter(err); got < 23*3600 || !strings.Contains(fault.Sentence(err), "30 days") {
		t.Errorf("retry after %d: %v", got, err)
	}
	list, err := c.Accounts.Invitations(c.Foreign)
	must(t, err)
	_, err = c.Accounts.RenewInvitation(c.Foreign, list[0].ID)
	refused(t, "a new link is a mail as well", err, fault.Throttled)
	must(t, send(accountstest.Owner, 1)) // the other account has its own limit
	c.set(t, &accounts.Account{}, "created_at", database.Now().Add(-31*24*time.Hour))
	must(t, send(accountstest.Stranger, 25))
}
