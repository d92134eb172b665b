package accounts_test

import (
	"slices"
	"testing"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
)

func TestRename(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	refused(t, "no name", c.Accounts.Rename(c.Ctx(accountstest.Owner), ""), fault.Invalid)
	refused(t, "nobody", c.Accounts.Rename(t.Context(), "Omega"), fault.NotFound)
	must(t, c.Accounts.Rename(c.Ctx(accountstest.Owner), "Omega"))
	for p, want := range map[accountstest.Person]string{accountstest.Editor: "Omega", accountstest.Stranger: "Beta"} {
		if m, _ := accounts.MemberFrom(c.Now(p)); m.AccountName != want {
			t.Errorf("%s works in %q, want %q", p, m.AccountName, want)
		}
	}
}

func TestOperatorCreatesUsers(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	create := func(name, email, account string, role accounts.Role) (accounts.Member, error) {
		return c.Accounts.CreateUser(t.Context(), accounts.NewUser{Email: email, Password: "long enough", AccountName: account, Role: role})
	}
	for _, k := range []struct {
		what, email, account string
		role                 accounts.Role
		kind                 fault.Kind
	}{
		{"a role that does not exist", "x@example.com", "Alpha", "root", fault.Invalid},
		{"a bot", "x@example.com", "Alpha", accounts.SystemBot, fault.Invalid},
		{"a second owner", "x@example.com", "Alpha", accounts.Owner, fault.Conflict},
		{"a viewer of no account", "x@example.com", "Gamma", accounts.Viewer, fault.NotFound},
		{"an address in use", accountstest.Email(accountstest.Owner), "Gamma", accounts.Owner, fault.Conflict},
	} {
		_, err := create(k.what, k.email, k.account, k.role)
		refused(t, k.what, err, k.kind)
	}
	for _, k := range []struct {
		what, email, account string
		role                 accounts.Role
		in                   string
	}{
		{"an admin of alpha", "a@example.com", "Alpha", accounts.Admin, "Alpha"},
		{"an owner of a new account", "b@example.com", "Gamma", accounts.Owner, "Gamma"},
		{"a developer with an account of the address", "dev@example.com", "", accounts.Developer, "dev"},
	} {
		m, err := create(k.what, k.email, k.account, k.role)
		if err != nil || m.Role != k.role || m.AccountName != k.in {
			t.Errorf("%s: %+v, %v", k.what, m, err)
		}
	}
	if _, err := create("", "c@example.com", "Gamma", accounts.Viewer); err != nil {
		t.Errorf("a viewer of gamma: %v", err)
	}
}

func TestOperatorListsAllUsers(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	_, err := c.Accounts.Invite(c.Ctx(accountstest.Owner),
		accounts.Invite{Email: accountstest.Email(accountstest.Stranger), Role: accounts.Viewer})
	must(t, err)
	_, err = c.Accounts.Accept(t.Context(), accounts.Accept{
		Token:    c.Mails.Token(accountstest.Email(accountstest.Stranger)),
		Password: accountstest.Password,
	})
	must(t, err)
	all, err := c.Accounts.Users(t.Context())
	must(t, err)
	if len(all) != len(accountstest.People()) {
		t.Fatalf("%d users, want %d", len(all), len(accountstest.People()))
	}
	last := all[len(all)-2] // staff, stranger, viewer
	want := []accounts.Place{{AccountName: "Beta", Role: accounts.Owner}, {AccountName: "Alpha", Role: accounts.Viewer}}
	if last.Email != accountstest.Email(accountstest.Stranger) || !slices.Equal(last.Places, want) {
		t.Errorf("%s is in %v, want %v", last.Email, last.Places, want)
	}
}
