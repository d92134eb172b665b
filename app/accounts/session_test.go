package accounts_test

import (
	"testing"
	"time"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/fault"
)

func TestSessions(t *testing.T) {
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
	must(t, store.Commit("a", []byte("one"), later))
	must(t, store.Commit("b", []byte("other"), time.Now().Add(-time.Second)))
	must(t, store.CommitCtx(c.Ctx(accountstest.Viewer), "a", []byte("two"), later))
	find("a", "two")
	find("b", "")
	must(t, store.Delete("a"))
	find("a", "")
}

func TestWhatHasExpiredIsDeleted(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := c.Member(accountstest.Owner)
	store := c.Accounts.SessionStore()
	must(t, store.Commit("gone", []byte("x"), time.Now().Add(-time.Second)))
	must(t, store.Commit("kept", []byte("x"), time.Now().Add(time.Hour)))
	must(t, c.Accounts.RequestReset(t.Context(), owner.Email, ""))
	c.Accounts.Wait()
	pair, err := c.Accounts.Issue(t.Context(), owner.UserID, "")
	must(t, err)
	_, err = c.Accounts.SignIn(t.Context(), accounts.SignIn{Email: owner.Email, Password: "wrong password"})
	refused(t, "a failure", err, fault.Unauthenticated)
	_, err = c.Accounts.Remembered(c.Ctx(accountstest.Owner), "k", "request")
	must(t, err)
	count := func() (rows []int64) {
		for _, model := range []any{
			&accounts.Session{}, &accounts.PasswordReset{}, &accounts.TokenFamily{}, &accounts.SignInFailure{}, &accounts.IdempotencyKey{},
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
		if got := count(); got[0] != 1 || got[1] != want || got[2] != want || got[3] != want || got[4] != want {
			t.Errorf("left %v, want the session and %d of each other", got, want)
		}
	}
	check(1)
	if _, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken); err != nil {
		t.Errorf("a good token: %v", err)
	}
	old := database.Now().Add(-48 * time.Hour)
	c.set(t, &accounts.PasswordReset{}, "expires_at", old)
	c.set(t, &accounts.TokenFamily{}, "expires_at", old)
	c.set(t, &accounts.SignInFailure{}, "failed_at", old)
	c.set(t, &accounts.IdempotencyKey{}, "created_at", old)
	check(0)
}
