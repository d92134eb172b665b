package accounts_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/tenancy"
	"igny8/views/address"
)

func TestSignUpsAreRefused(t *testing.T) {
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
		"a common password":      {func(s *accounts.SignUp) { s.Password = "Password123" }, fault.Invalid, "password"},
		"the part before the @":  {func(s *accounts.SignUp) { s.Email, s.Password = "gilbert.gamma@example.com", "Gilbert.Gamma" }, fault.Invalid, "password"},
		"the own name":           {func(s *accounts.SignUp) { s.Name, s.Password = "Gilbert Gamma", "gilbert gamma" }, fault.Invalid, "password"},
		"the account's name":     {func(s *accounts.SignUp) { s.AccountName, s.Password = "Gamma Gardens", "gamma gardens" }, fault.Invalid, "password"},
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

func TestSignUpAndItsGrantShareATransaction(t *testing.T) {
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

func TestNetworkSignsUpTwentyTimesAnHour(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	made := 0
	sign := func(address, password string) error {
		made++
		_, err := c.Accounts.SignUp(t.Context(), accounts.SignUp{
			AccountName: "Gamma", Name: "Gil", Email: fmt.Sprintf("gil%d@example.com", made), Password: password, Address: address,
		})
		return err
	}
	for range 25 {
		refused(t, "a mistake is not counted", sign("192.0.2.1", "short"), fault.Invalid)
	}
	for range 20 {
		must(t, sign("192.0.2.1", "long enough"))
	}
	err := sign("::ffff:192.0.2.1", "long enough")
	refused(t, "the 21st", err, fault.Throttled)
	if got := fault.RetryAfter(err); got < 3500 || got > 3600 {
		t.Errorf("retry after %d seconds, want about an hour", got)
	}
	must(t, sign("192.0.2.2", "long enough"))
	c.set(t, &accounts.Throttle{}, "ends_at", database.Now())
	must(t, sign("192.0.2.1", "long enough"))
}

func TestSignUpsAtOnceAreCountedOneByOne(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	var all sync.WaitGroup
	errs := make([]error, 30)
	for i := range errs {
		all.Go(func() {
			_, errs[i] = c.Accounts.SignUp(t.Context(), accounts.SignUp{
				AccountName: "Gamma", Name: "Gil", Email: fmt.Sprintf("gil%d@example.com", i), Password: "long enough", Address: "2001:db8::1",
			})
		})
	}
	all.Wait()
	made := 0
	for _, err := range errs {
		if err == nil {
			made++
		} else {
			refused(t, "one too many", err, fault.Throttled)
		}
	}
	if made != 20 {
		t.Errorf("%d of 30 signed up at once, want 20", made)
	}
}

// confirming returns a service that confirms addresses, over the database of a new cast.
func confirming(t *testing.T) (stage, *accounts.Service) {
	t.Helper()
	c := newStage(t)
	return c, accounts.New(c.db, accounts.Options{
		SecretKey: []byte("k"), Addresses: address.On("https://igny8.test"), SignupOpen: true, SignupConfirm: true, Mailer: c.Mails, Granter: &granter{},
		Cost: accounts.Cost{MemoryKiB: 8, Passes: 1},
	})
}

var gil = accounts.SignUp{AccountName: "Gamma", Name: "Gil", Email: "Gil@example.com", Password: "long enough"}

func (s stage) rows(t *testing.T, model any) (n int64) {
	t.Helper()
	must(t, s.db.Read(s.System()).Model(model).Count(&n).Error)
	return n
}

func TestSignUpCreatesNothingBeforeConfirmation(t *testing.T) {
	t.Parallel()
	c, s := confirming(t)
	accountsBefore, usersBefore := c.rows(t, &accounts.Account{}), c.rows(t, &accounts.User{})
	up, err := s.SignUp(t.Context(), gil)
	must(t, err)
	c.Deliver()
	if up.Pending == "" || up.AccountID != "" || c.rows(t, &accounts.Account{}) != accountsBefore || c.rows(t, &accounts.User{}) != usersBefore {
		t.Fatalf("before the confirmation there is %+v", up)
	}
	_, err = s.SignIn(t.Context(), accounts.SignIn{Email: gil.Email, Password: gil.Password})
	refused(t, "signing in before", err, fault.Unauthenticated)
	token := c.Mails.Token(gil.Email)
	for what, n := range map[string]accounts.Confirmation{
		"no token": {Browser: up.Pending}, "a token that is none": {Token: "x", Browser: up.Pending},
	} {
		_, err := s.ConfirmSignUp(t.Context(), n)
		refused(t, what, err, fault.NotFound)
	}
	if shown, err := s.SignUpByToken(t.Context(), token); err != nil || shown.AccountName != "Gamma" {
		t.Errorf("looking at the link: %+v, %v", shown, err)
	}
	if c.rows(t, &accounts.User{}) != usersBefore {
		t.Error("looking at the link confirms it")
	}
	m, err := s.ConfirmSignUp(t.Context(), accounts.Confirmation{Token: token, Browser: up.Pending})
	if err != nil || m.Role != accounts.Owner || m.AccountName != "Gamma" || m.Email != gil.Email {
		t.Fatalf("confirmed: %+v, %v", m, err)
	}
	_, err = s.ConfirmSignUp(t.Context(), accounts.Confirmation{Token: token, Browser: up.Pending})
	refused(t, "the link once more", err, fault.NotFound)
	_, err = s.SignIn(t.Context(), accounts.SignIn{Email: gil.Email, Password: gil.Password})
	must(t, err)
	if sites, err := c.Sites.List(accounts.WithMember(t.Context(), m)); err != nil || len(sites) != 0 {
		t.Errorf("the new account sees %v, %v", sites, err)
	}
}

func TestConfirmationIsUsedOnceByManyAtOnce(t *testing.T) {
	t.Parallel()
	c, s := confirming(t)
	up, err := s.SignUp(t.Context(), gil)
	must(t, err)
	c.Deliver()
	var all sync.WaitGroup
	errs := make([]error, 6)
	for i := range errs {
		all.Go(func() {
			_, errs[i] = s.ConfirmSignUp(t.Context(), accounts.Confirmation{Token: c.Mails.Token(gil.Email), Browser: up.Pending})
		})
	}
	all.Wait()
	confirmed := 0
	for _, err := range errs {
		if err == nil {
			confirmed++
		} else {
			refused(t, "one who came too late", err, fault.NotFound)
		}
	}
	if confirmed != 1 {
		t.Errorf("%d of 6 opened the account", confirmed)
	}
}

// A stranger signs up with somebody's address and their own password. They must not get into an account that the owner of the address
// opens.
func TestConfirmationInOtherBrowserNeedsPassword(t *testing.T) {
	t.Parallel()
	c, s := confirming(t)
	_, err := s.SignUp(t.Context(), accounts.SignUp{AccountName: "Gamma", Name: "Gil", Email: gil.Email, Password: "of the stranger"})
	must(t, err)
	c.Deliver()
	planted := c.Mails.Token(gil.Email)
	up, err := s.SignUp(t.Context(), gil)
	must(t, err)
	c.Deliver()
	for what, n := range map[string]accounts.Confirmation{
		"without a password":             {Token: planted},
		"with the own password":          {Token: planted, Password: gil.Password},
		"in the browser of another link": {Token: planted, Browser: up.Pending},
		"with an endless password":       {Token: planted, Password: strings.Repeat("x", 1<<20)},
	} {
		_, err := s.ConfirmSignUp(t.Context(), n)
		refused(t, what, err, fault.Invalid)
	}
	_, err = s.ConfirmSignUp(t.Context(), accounts.Confirmation{Token: c.Mails.Token(gil.Email), Password: gil.Password})
	must(t, err)
	_, err = s.ConfirmSignUp(t.Context(), accounts.Confirmation{Token: planted, Password: "of the stranger"})
	refused(t, "the other link afterwards", err, fault.NotFound)
}

func TestKnownAddressGetsAnswerForUnknownOne(t *testing.T) {
	t.Parallel()
	c, s := confirming(t)
	owner := accountstest.Email(accountstest.Owner)
	n := gil
	n.Email = strings.ToUpper(owner)
	up, err := s.SignUp(t.Context(), n)
	must(t, err)
	c.Deliver()
	if up.Pending == "" || up.UserID != "" {
		t.Errorf("the answer for a known address is %+v", up)
	}
	mails := c.Mails.To(owner)
	if len(mails) != 1 {
		t.Fatalf("%d mails, want one that says that there is an account", len(mails))
	}
	exists, ok := mails[0].(accounts.AccountExistsMail)
	if !ok || exists.Name != "OWNER" || !strings.HasSuffix(exists.SignInLink, "/login") || !strings.HasSuffix(exists.ResetLink, "/password/forgot") {
		t.Errorf("mailed %+v", mails[0])
	}
	must(t, s.RepeatSignUpMail(t.Context(), up.Pending))
	c.Deliver()
	if mails := c.Mails.To(owner); len(mails) != 2 || mails[1] != mails[0] {
		t.Errorf("repeated: %+v", mails)
	}
}

func TestSignUpMailsHaveALimit(t *testing.T) {
	t.Parallel()
	c, s := confirming(t)
	up, err := s.SignUp(t.Context(), gil)
	must(t, err)
	c.Deliver()
	first := c.Mails.Token(gil.Email)
	for range 3 {
		must(t, s.RepeatSignUpMail(t.Context(), up.Pending))
		c.Deliver()
	}
	refused(t, "the fourth repetition", s.RepeatSignUpMail(t.Context(), up.Pending), fault.Throttled)
	_, err = s.SignUpByToken(t.Context(), first)
	refused(t, "the link before", err, fault.NotFound)
	for range 6 {
		_, err := s.SignUp(t.Context(), gil)
		must(t, err)
		c.Deliver()
	}
	if mails := c.Mails.To(gil.Email); len(mails) != 5 {
		t.Errorf("%d mails in an hour to one address, want 5", len(mails))
	}
	refused(t, "of nothing", s.RepeatSignUpMail(t.Context(), "x"), fault.NotFound)
}

func TestUnconfirmedSignUpsEnd(t *testing.T) {
	t.Parallel()
	c, s := confirming(t)
	up, err := s.SignUp(t.Context(), gil)
	must(t, err)
	c.Deliver()
	must(t, s.DeleteExpired(t.Context()))
	if n := c.rows(t, &accounts.PendingSignUp{}); n != 1 {
		t.Fatalf("%d sign-ups wait, want 1", n)
	}
	c.set(t, &accounts.PendingSignUp{}, "expires_at", database.Now())
	_, err = s.ConfirmSignUp(t.Context(), accounts.Confirmation{Token: c.Mails.Token(gil.Email), Browser: up.Pending})
	refused(t, "an old link", err, fault.NotFound)
	must(t, s.DeleteExpired(t.Context()))
	if n := c.rows(t, &accounts.PendingSignUp{}); n != 0 {
		t.Errorf("%d sign-ups are kept after their end", n)
	}
	shut := accounts.New(c.db, accounts.Options{SecretKey: []byte("k")})
	_, err = shut.ConfirmSignUp(t.Context(), accounts.Confirmation{Token: "x"})
	refused(t, "closed meanwhile", err, fault.Forbidden)
}
