package accounts_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

func TestWrongSignUps(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	good := accounts.SignUp{AccountName: "Gamma", Name: "Gil", Email: "gil@example.com", Password: "long enough"}
	cases := map[string]struct {
		change func(*accounts.SignUp)
		kind   fault.Kind
		field  string
	}{
		"no account name":        {func(s *accounts.SignUp) { s.AccountName = " " }, fault.Invalid, "account_name"},
		"no name":                {func(s *accounts.SignUp) { s.Name = "" }, fault.Invalid, "name"},
		"a name of 101 letters":  {func(s *accounts.SignUp) { s.Name = strings.Repeat("é", 101) }, fault.Invalid, "name"},
		"a name of two lines":    {func(s *accounts.SignUp) { s.Name = "Gil\r\nBcc: all@example.com" }, fault.Invalid, "name"},
		"a name of broken UTF-8": {func(s *accounts.SignUp) { s.Name = "Gil\xff" }, fault.Invalid, "name"},
		"no address":             {func(s *accounts.SignUp) { s.Email = "gil" }, fault.Invalid, "email"},
		"an address with a name": {func(s *accounts.SignUp) { s.Email = "Gil <gil@example.com>" }, fault.Invalid, "email"},
		"an address too long":    {func(s *accounts.SignUp) { s.Email = strings.Repeat("g", 250) + "@example.com" }, fault.Invalid, "email"},
		"a short password":       {func(s *accounts.SignUp) { s.Password = "ninechars" }, fault.Invalid, "password"},
		"an endless password":    {func(s *accounts.SignUp) { s.Password = strings.Repeat("x", 1001) }, fault.Invalid, "password"},
		"the address again":      {func(s *accounts.SignUp) { s.Password = "GIL@example.com" }, fault.Invalid, "password"},
		"an address in use":      {func(s *accounts.SignUp) { s.Email = " OWNER@igny8.test " }, fault.Conflict, "email"},
	}
	for name, k := range cases {
		t.Run(name, func(t *testing.T) {
			n := good
			k.change(&n)
			_, err := c.Accounts.SignUp(t.Context(), n)
			refused(t, name, err, k.kind)
			if fields := fault.FieldsOf(err); len(fields) != 1 || fields[0].Name != k.field {
				t.Errorf("fields = %+v, want %s alone", fields, k.field)
			}
		})
	}
	if list, err := c.Accounts.AccountsOf(t.Context(), c.Member(accountstest.Staff).UserID); err != nil || len(list) != 2 {
		t.Errorf("a refused sign-up left something: %+v, %v", list, err)
	}
}

func TestClosedSignUp(t *testing.T) {
	t.Parallel()
	closed := accounts.New(dbtest.New(t), accounts.Options{SecretKey: []byte("k")})
	_, err := closed.SignUp(t.Context(), accounts.SignUp{AccountName: "A", Name: "A", Email: "a@example.com", Password: "long enough"})
	refused(t, "closed sign-up", err, fault.Forbidden)
}

type granter struct {
	account string
	fail    error
}

func (g *granter) GrantSignup(ctx context.Context, _ *gorm.DB) error {
	g.account = tenancy.Account(ctx)
	return g.fail
}

func TestSignUpAndItsGrantAreOne(t *testing.T) {
	t.Parallel()
	g := &granter{}
	c := accountstest.NewCast(t, dbtest.New(t), func(o *accounts.Options) { o.Granter = g })
	n := accounts.SignUp{AccountName: "Gamma", Name: "Gil", Email: "Gil@Example.com", Password: "long enough"}
	g.fail = errors.New("no wallet")
	if _, err := c.Accounts.SignUp(t.Context(), n); !errors.Is(err, g.fail) {
		t.Fatalf("got %v, want the failure of the grant", err)
	}
	g.fail = nil
	m, err := c.Accounts.SignUp(t.Context(), n)
	if err != nil || m.Role != accounts.Owner || m.Email != n.Email || g.account != m.AccountID {
		t.Fatalf("after the failure: %+v, %v, granted to %q", m, err, g.account)
	}
	if u, err := c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: "gil@example.COM", Password: n.Password}); err != nil || u.ID != m.UserID {
		t.Errorf("sign in: %+v, %v", u, err)
	}
}

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

func TestUsersOfTheOperator(t *testing.T) {
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
