package accounts_test

import (
	"slices"
	"testing"
	"time"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/fault"
)

// begin begins a session with the given life.
func begin(t *testing.T, store *accounts.SessionStore, token, data string, life time.Duration, v accounts.Visit) {
	t.Helper()
	must(t, store.CommitCtx(accounts.WithVisit(t.Context(), v), token, []byte(data), time.Now().Add(life)))
}

func TestSessionStore(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	store := c.Accounts.SessionStore()
	find := func(token, want string) {
		t.Helper()
		data, found, err := store.Find(token)
		if err != nil || found != (want != "") || string(data) != want {
			t.Errorf("%s = %q, %v, %v; want %q", token, data, found, err, want)
		}
	}
	find("none", "")
	must(t, store.Delete("none"))
	later := time.Now().Add(time.Hour)
	begin(t, store, "a", "one", time.Hour, accounts.Visit{})
	begin(t, store, "b", "other", -time.Second, accounts.Visit{})
	must(t, store.CommitCtx(c.Ctx(accountstest.Viewer), "a", []byte("two"), later))
	find("a", "two")
	find("b", "")
	must(t, store.Delete("a"))
	find("a", "")
	must(t, store.Commit("a", []byte("three"), later)) // from a request that was running when the session was ended
	find("a", "")
}

func TestSessionEndsAfterSevenDaysUnused(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	store := c.Accounts.SessionStore()
	begin(t, store, "a", "x", accounts.SessionLife, accounts.Visit{})
	find := func(what string, want bool) {
		t.Helper()
		if _, found, err := store.Find("a"); err != nil || found != want {
			t.Errorf("%s: found %v, %v; want %v", what, found, err, want)
		}
	}
	c.set(t, &accounts.Session{}, "seen_at", database.Now().Add(-7*24*time.Hour+time.Hour))
	find("used within seven days", true)
	c.set(t, &accounts.Session{}, "seen_at", database.Now().Add(-7*24*time.Hour))
	find("unused for seven days", false)
	c.set(t, &accounts.Session{}, "seen_at", database.Now())
	c.set(t, &accounts.Session{}, "expires_at", database.Now())
	find("used, thirty days after it began", false)
}

func TestSessionUseIsWrittenEveryTenMinutesAtMost(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	store := c.Accounts.SessionStore()
	begin(t, store, "a", "x", time.Hour, accounts.Visit{})
	seen := func() time.Time {
		t.Helper()
		if _, found, err := store.Find("a"); err != nil || !found {
			t.Fatalf("found %v, %v", found, err)
		}
		var row accounts.Session
		must(t, c.db.Read(c.System()).Take(&row).Error)
		return row.SeenAt
	}
	nine, eleven := database.Now().Add(-9*time.Minute), database.Now().Add(-11*time.Minute)
	c.set(t, &accounts.Session{}, "seen_at", nine)
	if got := seen(); !got.Equal(nine) {
		t.Errorf("written after nine minutes: %v", got)
	}
	c.set(t, &accounts.Session{}, "seen_at", eleven)
	first := seen()
	if time.Since(first) > time.Minute {
		t.Errorf("not written after eleven minutes: %v", first)
	}
	if got := seen(); !got.Equal(first) {
		t.Errorf("written again at once: %v", got)
	}
}

func TestExpiredRowsAreDeleted(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := c.Member(accountstest.Owner)
	store := c.Accounts.SessionStore()
	begin(t, store, "gone", "x", -time.Second, accounts.Visit{})
	begin(t, store, "kept", "x", time.Hour, accounts.Visit{})
	next := accounts.NewEmail{Email: "new@igny8.test", Password: accountstest.Password}
	must(t, c.Accounts.RequestEmailChange(c.Ctx(accountstest.Owner), next))
	must(t, c.Accounts.RequestReset(t.Context(), owner.Email, ""))
	c.Deliver()
	pair, err := c.Accounts.Issue(t.Context(), owner.UserID, "")
	must(t, err)
	_, err = c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: owner.Email, Password: "wrong password"})
	refused(t, "a failure", err, fault.Unauthenticated)
	_, err = c.Accounts.Remembered(c.Ctx(accountstest.Owner), "k", "request")
	must(t, err)
	count := func() (rows []int64) {
		for _, model := range []any{
			&accounts.Session{}, &accounts.PasswordReset{}, &accounts.TokenFamily{}, &accounts.SignInFailure{}, &accounts.IdempotencyKey{},
			&accounts.EmailChange{},
		} {
			var n int64
			must(t, c.db.Read(c.System()).Model(model).Count(&n).Error)
			rows = append(rows, n)
		}
		return rows
	}
	check := func(want int64) {
		t.Helper()
		must(t, c.Accounts.DeleteExpired(t.Context()))
		if got := count(); !slices.Equal(got, []int64{1, want, want, want, want, want}) {
			t.Errorf("left %v, want the session and %d of each other", got, want)
		}
	}
	check(1)
	if _, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken); err != nil {
		t.Errorf("a good token: %v", err)
	}
	old := database.Now().Add(-48 * time.Hour)
	c.set(t, &accounts.PasswordReset{}, "expires_at", old)
	c.set(t, &accounts.TokenFamily{}, "used_at", old.Add(-6*24*time.Hour))
	c.set(t, &accounts.EmailChange{}, "expires_at", old)
	c.set(t, &accounts.SignInFailure{}, "failed_at", old)
	c.set(t, &accounts.IdempotencyKey{}, "created_at", old)
	check(0)
	c.set(t, &accounts.Session{}, "seen_at", database.Now().Add(-8*24*time.Hour))
	must(t, c.Accounts.DeleteExpired(t.Context()))
	if got := count(); got[0] != 0 {
		t.Errorf("left %d sessions that were unused for eight days", got[0])
	}
}
