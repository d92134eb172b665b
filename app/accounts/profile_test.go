package accounts_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/fault"
)

func TestRenameUser(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	_, err := c.Accounts.RenameUser(t.Context(), "Nobody")
	refused(t, "without a person", err, fault.Unauthenticated)
	for _, name := range []string{"", " ", "a\nb", string(make([]rune, 101))} {
		_, err := c.Accounts.RenameUser(c.Ctx(accountstest.Viewer), name)
		refused(t, "the name "+name, err, fault.Invalid)
	}
	m, err := c.Accounts.RenameUser(c.Ctx(accountstest.Viewer), " Vera Müller ")
	if err != nil || m.Name != "Vera Müller" {
		t.Errorf("renamed to %q, %v", m.Name, err)
	}
	for p, want := range map[accountstest.Person]string{accountstest.Viewer: "Vera Müller", accountstest.Stranger: "STRANGER"} {
		if m, _ := accounts.MemberFrom(c.Now(p)); m.Name != want {
			t.Errorf("%s is named %q, want %q", p, m.Name, want)
		}
	}
}

func TestChangePassword(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner, email := c.Ctx(accountstest.Owner), accountstest.Email(accountstest.Owner)
	before := c.Member(accountstest.Owner)
	store := c.Accounts.SessionStore()
	begin(t, store, "owner's", "x", time.Hour, accounts.Visit{UserID: before.UserID})
	begin(t, store, "stranger's", "x", time.Hour, accounts.Visit{UserID: c.Member(accountstest.Stranger).UserID})
	pair, err := c.Accounts.Issue(t.Context(), before.UserID, "")
	must(t, err)
	foreign, err := c.Accounts.Issue(t.Context(), c.Member(accountstest.Stranger).UserID, "")
	must(t, err)
	must(t, c.Accounts.RequestEmailChange(owner, accounts.NewEmail{Email: "mine@igny8.test", Password: accountstest.Password}))
	change := func(ctx context.Context, current, next string) error {
		_, err := c.Accounts.ChangePassword(ctx, accounts.PasswordChange{Current: current, New: next, Address: "192.0.2.1"})
		return err
	}
	refused(t, "without a person", change(t.Context(), accountstest.Password, "a new password"), fault.Unauthenticated)
	refused(t, "a short password", change(owner, accountstest.Password, "short"), fault.Invalid)
	refused(t, "the same password", change(owner, accountstest.Password, accountstest.Password), fault.Invalid)
	refused(t, "the address as password", change(owner, accountstest.Password, email), fault.Invalid)
	err = change(owner, "wrong password", "a new password")
	refused(t, "a wrong password", err, fault.Invalid)
	if fields := fault.FieldsOf(err); len(fields) != 1 || fields[0].Name != "current_password" {
		t.Errorf("a wrong password is said of %v", fields)
	}
	if _, found, err := store.Find("owner's"); !found || err != nil {
		t.Errorf("a refused change ended a session: %v", err)
	}

	m, err := c.Accounts.ChangePassword(owner, accounts.PasswordChange{Current: accountstest.Password, New: "a new password"})
	if err != nil || m.Stamp == before.Stamp || m.AccountID != c.Alpha {
		t.Fatalf("changed as %+v, %v", m, err)
	}
	c.Deliver()
	_, err = c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: email, Password: accountstest.Password})
	refused(t, "the old password", err, fault.Unauthenticated)
	_, err = c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: email, Password: "a new password"})
	must(t, err)
	_, err = c.Accounts.Verify(t.Context(), pair.AccessToken)
	refused(t, "an access token of before", err, fault.Unauthenticated)
	_, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken)
	refused(t, "a refresh token of before", err, fault.Unauthenticated)
	refused(t, "a link to a new address of before", c.Accounts.ConfirmEmail(t.Context(), c.Mails.Token("mine@igny8.test")), fault.NotFound)
	for token, want := range map[string]bool{"owner's": false, "stranger's": true} {
		if _, found, err := store.Find(token); err != nil || found != want {
			t.Errorf("the session %s: found %v, %v; want %v", token, found, err, want)
		}
	}
	if _, err := c.Accounts.Verify(t.Context(), foreign.AccessToken); err != nil {
		t.Errorf("the token of the other account: %v", err)
	}
	if got := c.Mails.Notices(email); !slices.Contains(got, accounts.PasswordChanged) {
		t.Errorf("the person is told %v", got)
	}
	if got := c.actions(t, accountstest.Owner); got[0] != "password changed" {
		t.Errorf("audited %v", got)
	}
	if got := c.actions(t, accountstest.Stranger); got[0] == "password changed" {
		t.Errorf("audited in the other account: %v", got)
	}
}

func TestWrongCurrentPasswordsCountAsFailedSignIns(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := c.Ctx(accountstest.Owner)
	var err error
	for range 50 {
		_, err = c.Accounts.ChangePassword(owner, accounts.PasswordChange{Current: "wrong password", New: "a new password", Address: "192.0.2.1"})
		if fault.KindOf(err) == fault.Throttled {
			break
		}
	}
	refused(t, "guessing by the change of the password", err, fault.Throttled)
	err = c.Accounts.RequestEmailChange(owner, accounts.NewEmail{Email: "a@igny8.test", Password: "wrong password", Address: "192.0.2.1"})
	refused(t, "guessing on by the change of the address", err, fault.Throttled)
}

func TestSessionsOfAPerson(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := c.Ctx(accountstest.Owner)
	ownerID, strangerID := c.Member(accountstest.Owner).UserID, c.Member(accountstest.Stranger).UserID
	store := c.Accounts.SessionStore()
	const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
	begin(t, store, "here", "x", time.Hour, accounts.Visit{UserID: ownerID, Device: firefox, Address: "192.0.2.1"})
	begin(t, store, "there", "x", time.Hour, accounts.Visit{UserID: ownerID, Device: "Mozilla/5.0 (iPhone) Safari/604.1", Address: "192.0.2.2"})
	begin(t, store, "gone", "x", -time.Second, accounts.Visit{UserID: ownerID})
	begin(t, store, "nobody's", "x", time.Hour, accounts.Visit{})
	begin(t, store, "foreign", "x", time.Hour, accounts.Visit{UserID: strangerID})
	program := accounts.WithVisit(t.Context(), accounts.Visit{Device: "curl/8.5.0", Address: "192.0.2.3"})
	pair, err := c.Accounts.Issue(program, ownerID, c.Alpha)
	must(t, err)
	revoked, err := c.Accounts.Issue(program, ownerID, c.Alpha)
	must(t, err)
	must(t, c.Accounts.Revoke(t.Context(), revoked.RefreshToken))

	_, err = c.Accounts.ActiveSessions(t.Context(), "here")
	refused(t, "the sessions of nobody", err, fault.Unauthenticated)
	list, err := c.Accounts.ActiveSessions(owner, "here")
	must(t, err)
	if len(list) != 3 {
		t.Fatalf("%d sessions, want 3: %+v", len(list), list)
	}
	if s := list[0]; !s.Current || s.Device != "Firefox on Linux" || s.Address != "192.0.2.1" || s.Program {
		t.Errorf("the current session is %+v", s)
	}
	if s := list[1]; s.Current || !s.Program || s.Device != "curl" || s.Address != "192.0.2.3" {
		t.Errorf("the program is %+v", s)
	}
	if s := list[2]; s.Current || s.Device != "Safari on iPhone" {
		t.Errorf("the other browser is %+v", s)
	}

	for _, id := range []string{"", "x", "nul\x00", "broken\xff"} {
		refused(t, "no session "+id, c.Accounts.EndSession(owner, id), fault.NotFound)
	}
	for _, s := range list {
		refused(t, "the session of somebody else", c.Accounts.EndSession(c.Ctx(accountstest.Admin), s.ID), fault.NotFound)
		refused(t, "the session of the other account", c.Accounts.EndSession(c.Foreign, s.ID), fault.NotFound)
	}
	must(t, c.Accounts.EndSession(owner, list[1].ID))
	_, err = c.Accounts.Verify(t.Context(), pair.AccessToken)
	refused(t, "the token of an ended program", err, fault.Unauthenticated)
	refused(t, "ended twice", c.Accounts.EndSession(owner, list[1].ID), fault.NotFound)
	must(t, c.Accounts.EndSession(owner, list[2].ID))
	list, err = c.Accounts.ActiveSessions(owner, "here")
	if err != nil || len(list) != 1 || !list[0].Current {
		t.Errorf("left %+v, %v; want the current session", list, err)
	}

	begin(t, store, "there", "x", time.Hour, accounts.Visit{UserID: ownerID})
	pair, err = c.Accounts.Issue(program, ownerID, c.Alpha)
	must(t, err)
	must(t, c.Accounts.EndOtherSessions(owner, "here"))
	_, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken)
	refused(t, "a program after signing out everywhere else", err, fault.Unauthenticated)
	for token, want := range map[string]bool{"here": true, "there": false, "foreign": true, "nobody's": true} {
		if _, found, err := store.Find(token); err != nil || found != want {
			t.Errorf("the session %s: found %v, %v; want %v", token, found, err, want)
		}
	}
}

func TestOnlyTheLastUsedOfManySessionsAreListed(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	id := c.Member(accountstest.Owner).UserID
	for range accounts.MaxActiveSessions {
		begin(t, c.Accounts.SessionStore(), database.NewID(), "x", time.Hour, accounts.Visit{UserID: id})
	}
	c.set(t, &accounts.Session{}, "seen_at", database.Now())
	begin(t, c.Accounts.SessionStore(), "here", "x", time.Hour, accounts.Visit{UserID: id})
	for range 3 {
		_, err := c.Accounts.Issue(t.Context(), id, "")
		must(t, err)
	}
	c.set(t, &accounts.TokenFamily{}, "used_at", database.Now().Add(-time.Hour))
	list, err := c.Accounts.ActiveSessions(c.Ctx(accountstest.Owner), "here")
	if err != nil || len(list) != accounts.MaxActiveSessions || !list[0].Current || list[len(list)-1].Program {
		t.Errorf("%d sessions, %v; want the current one and the last used", len(list), err)
	}
}
