package accounts_test

import (
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
)

func to[T any](v T) *T { return &v }

func TestMembersChangeOnlyLowerRoles(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	access := []accounts.Access{{SiteID: c.Site}}
	cases := []struct {
		what         string
		actor, whom  accountstest.Person
		change       accounts.MemberChange
		kind         fault.Kind
		mayBeRemoved bool
	}{
		{"an editor changes nobody", accountstest.Editor, accountstest.Viewer, accounts.MemberChange{Access: &access}, fault.Forbidden, false},
		{"a publisher changes nobody", accountstest.Publisher, accountstest.Viewer, accounts.MemberChange{Access: &access}, fault.Forbidden, false},
		{"an admin does not change the owner", accountstest.Admin, accountstest.Owner, accounts.MemberChange{Role: to(accounts.Viewer)}, fault.Forbidden, false},
		{"an admin does not change themselves", accountstest.Admin, accountstest.Admin, accounts.MemberChange{Role: to(accounts.Viewer)}, fault.Forbidden, false},
		{"an admin makes no admin", accountstest.Admin, accountstest.Editor, accounts.MemberChange{Role: to(accounts.Admin)}, fault.Forbidden, true},
		{"an owner makes no owner", accountstest.Owner, accountstest.Editor, accounts.MemberChange{Role: to(accounts.Owner)}, fault.Forbidden, true},
		{"an owner does not step down", accountstest.Owner, accountstest.Owner, accounts.MemberChange{Role: to(accounts.Admin)}, fault.Forbidden, false},
		{"an owner makes no developer", accountstest.Owner, accountstest.Editor, accounts.MemberChange{Role: to(accounts.Developer)}, fault.Forbidden, true},
		{"a developer makes no developer", accountstest.Staff, accountstest.Editor, accounts.MemberChange{Role: to(accounts.Developer)}, fault.Forbidden, true},
		{"a developer makes no second owner", accountstest.Staff, accountstest.Editor, accounts.MemberChange{Role: to(accounts.Owner)}, fault.Invalid, true},
		{"a role must exist", accountstest.Owner, accountstest.Editor, accounts.MemberChange{Role: to(accounts.Role("root"))}, fault.Invalid, true},
		{"a bot is no person", accountstest.Owner, accountstest.Editor, accounts.MemberChange{Role: to(accounts.SystemBot)}, fault.Invalid, true},
		{"a foreign site is missing", accountstest.Owner, accountstest.Editor, accounts.MemberChange{Access: &[]accounts.Access{{SiteID: c.ForeignSite}}}, fault.NotFound, true},
		{"a limit below 0", accountstest.Owner, accountstest.Editor, accounts.MemberChange{Access: &[]accounts.Access{{SiteID: c.Site, MonthlyCredits: to(int64(-1))}}}, fault.Invalid, true},
		{"a site twice", accountstest.Owner, accountstest.Editor, accounts.MemberChange{Access: &[]accounts.Access{{SiteID: c.Site}, {SiteID: c.Site}}}, fault.Invalid, true},
		{"the other account does not see the member", accountstest.Stranger, accountstest.Editor, accounts.MemberChange{Role: to(accounts.Viewer)}, fault.NotFound, false},
	}
	for _, k := range cases {
		id := c.Member(k.whom).MembershipID
		_, err := c.Accounts.UpdateMember(c.Ctx(k.actor), id, k.change)
		refused(t, k.what, err, k.kind)
		if !k.mayBeRemoved {
			refused(t, k.what+", nor removes", c.Accounts.RemoveMember(c.Ctx(k.actor), id), k.kind)
		}
	}
	_, err := c.Accounts.MemberByID(c.Foreign, c.Member(accountstest.Editor).MembershipID)
	refused(t, "the other account reads the member", err, fault.NotFound)
	for _, p := range accountstest.People() {
		m, err := c.Accounts.Member(t.Context(), c.Member(p).UserID, c.Member(p).AccountID)
		if err != nil || m.Role != c.Member(p).Role || len(m.Access) != len(c.Member(p).Access) {
			t.Errorf("after the refusals %s is %+v, %v", p, m, err)
		}
	}
}

func TestMemberIsChangedAndRemoved(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	id := c.Member(accountstest.Editor).MembershipID
	granted := []accounts.Access{{SiteID: c.OtherSite, CanPublish: true, MonthlyCredits: to(int64(50))}}
	m, err := c.Accounts.UpdateMember(c.Ctx(accountstest.Admin), id, accounts.MemberChange{Access: &granted})
	must(t, err)
	if m.Role != accounts.Editor || !m.May(accounts.Publish, c.OtherSite) || m.May(accounts.See, c.Site) ||
		*m.MonthlyCredits(c.OtherSite) != 50 {
		t.Errorf("after the grant: %+v", m)
	}
	if _, err := c.Sites.Get(c.Now(accountstest.Editor), c.Site); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the site that was taken away: %v, want not found", err)
	}
	if m, err = c.Accounts.UpdateMember(c.Ctx(accountstest.Owner), id, accounts.MemberChange{Role: to(accounts.Admin)}); err != nil ||
		len(m.Access) != 0 {
		t.Errorf("as admin: %+v, %v; want no site access", m, err)
	}
	if m, err = c.Accounts.UpdateMember(c.Ctx(accountstest.Staff), id, accounts.MemberChange{Role: to(accounts.Viewer)}); err != nil ||
		m.May(accounts.See, c.OtherSite) {
		t.Errorf("as viewer: %+v, %v; want no site access from before", m, err)
	}
	must(t, c.Accounts.RemoveMember(c.Ctx(accountstest.Admin), id))
	refused(t, "removed twice", c.Accounts.RemoveMember(c.Ctx(accountstest.Admin), id), fault.NotFound)
	_, err = c.Accounts.Member(t.Context(), c.Member(accountstest.Editor).UserID, c.Alpha)
	refused(t, "the removed member", err, fault.NotFound)
	if got := c.actions(t, accountstest.Owner)[:4]; !slices.Equal(got, []string{"member removed", "member changed", "member changed", "member changed"}) {
		t.Errorf("audited %v", got)
	}
	if got := c.actions(t, accountstest.Stranger); slices.Contains(got, "member removed") {
		t.Errorf("the other account reads %v", got)
	}
}

func TestMembersListOnlyTheAccount(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	list, err := c.Accounts.Members(c.Ctx(accountstest.Admin))
	must(t, err)
	if len(list) != 7 || list[0].Role != accounts.Owner || list[1].Role != accounts.Admin || list[6].Role != accounts.Viewer {
		t.Errorf("members of alpha: %+v", list)
	}
	list, err = c.Accounts.Members(c.Foreign)
	if err != nil || len(list) != 1 || list[0].UserID != c.Member(accountstest.Stranger).UserID {
		t.Errorf("members of beta: %+v, %v", list, err)
	}
}

func TestOwnershipIsTransferred(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	id := c.Member(accountstest.Editor).MembershipID
	refused(t, "by an admin", c.Accounts.TransferOwnership(c.Ctx(accountstest.Admin), id), fault.Forbidden)
	refused(t, "by the other account", c.Accounts.TransferOwnership(c.Foreign, id), fault.NotFound)
	refused(t, "to oneself", c.Accounts.TransferOwnership(c.Ctx(accountstest.Owner), c.Member(accountstest.Owner).MembershipID), fault.Conflict)
	must(t, c.Accounts.TransferOwnership(c.Ctx(accountstest.Owner), id))
	for p, want := range map[accountstest.Person]accounts.Role{
		accountstest.Editor: accounts.Owner, accountstest.Owner: accounts.Admin, accountstest.Stranger: accounts.Owner,
	} {
		m, _ := accounts.MemberFrom(c.Now(p))
		if m.Role != want || len(m.Access) != 0 {
			t.Errorf("%s is %s with %v, want %s", p, m.Role, m.Access, want)
		}
	}
}

func TestAccountHasOneOwnerAfterConcurrentTransfers(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	var all sync.WaitGroup
	var done atomic.Int32
	for _, heir := range []accountstest.Person{accountstest.Admin, accountstest.Editor, accountstest.Publisher, accountstest.Viewer} {
		all.Go(func() {
			err := c.Accounts.TransferOwnership(c.Ctx(accountstest.Owner), c.Member(heir).MembershipID)
			if err == nil {
				done.Add(1)
			} else if fault.KindOf(err) != fault.Conflict {
				t.Errorf("to %s: %v", heir, err)
			}
		})
	}
	all.Wait()
	list, err := c.Accounts.Members(c.Ctx(accountstest.Admin))
	if err != nil || done.Load() != 1 || list[0].Role != accounts.Owner || list[1].Role == accounts.Owner {
		t.Errorf("%d hand-overs, %+v, %v; want one of each", done.Load(), list, err)
	}
}

func TestSwitchingBetweenAccounts(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	editor, staff := c.Member(accountstest.Editor), c.Member(accountstest.Staff)
	_, err := c.Accounts.Enter(t.Context(), editor.UserID, c.Beta)
	refused(t, "into an account of others", err, fault.NotFound)
	for _, id := range []string{"no such account", "nul\x00", "broken\xff"} {
		_, err = c.Accounts.Enter(t.Context(), editor.UserID, id)
		refused(t, "into no account", err, fault.NotFound)
	}
	_, err = c.Accounts.Member(t.Context(), "no such user", "")
	refused(t, "nobody", err, fault.NotFound)

	_, err = c.Accounts.Invite(c.Foreign, accounts.Invite{Email: editor.Email, Role: accounts.Viewer})
	must(t, err)
	m, err := c.Accounts.Accept(t.Context(), accounts.Accept{Token: c.Mails.Token(editor.Email), Password: accountstest.Password})
	must(t, err)
	if m.UserID != editor.UserID || m.AccountID != c.Beta {
		t.Fatalf("accepted as %+v", m)
	}
	for _, account := range []string{c.Alpha, c.Beta} {
		if _, err = c.Accounts.Enter(t.Context(), editor.UserID, account); err != nil {
			t.Fatal(err)
		}
		if m, err = c.Accounts.Member(t.Context(), editor.UserID, ""); err != nil || m.AccountID != account {
			t.Errorf("works in %s, %v; want the account used last, %s", m.AccountID, err, account)
		}
	}
	must(t, c.Accounts.RemoveMember(c.Foreign, m.MembershipID))
	if m, err = c.Accounts.Member(t.Context(), editor.UserID, ""); err != nil || m.AccountID != c.Alpha {
		t.Errorf("works in %s, %v; want the account that is left", m.AccountID, err)
	}

	if m, err = c.Accounts.Enter(t.Context(), staff.UserID, c.Beta); err != nil || m.Role != accounts.Developer ||
		!m.May(accounts.Manage, c.ForeignSite) {
		t.Errorf("a developer in beta: %+v, %v", m, err)
	}
	if got := c.actions(t, accountstest.Stranger); got[0] != "developer entered" {
		t.Errorf("the visit is not audited: %v", got)
	}
	for user, want := range map[string]int{editor.UserID: 1, staff.UserID: 2} {
		if list, err := c.Accounts.AccountsOf(t.Context(), user); err != nil || len(list) != want {
			t.Errorf("accounts = %+v, %v; want %d", list, err, want)
		}
	}
}
