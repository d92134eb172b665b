package api_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

func TestPasswordIsResetByTheAPI(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	for _, email := range []string{accountstest.Email(owner), "nobody@igny8.test"} {
		if reply := w.API("", "POST", "/auth/password-reset", map[string]any{"email": email}); reply.Status != http.StatusNoContent {
			t.Errorf("a link for %s: %d, want the same 204 whether there is such a person", email, reply.Status)
		}
	}
	if reply := w.API("", "POST", "/auth/password", map[string]any{"token": "guessed", "password": "another sentence"}); reply.Status != http.StatusNotFound {
		t.Errorf("a guessed token: %d", reply.Status)
	}
	if err := w.Cast.Accounts.RequestReset(t.Context(), accountstest.Email(owner), ""); err != nil {
		t.Fatal(err)
	}
	set := map[string]any{"token": w.MailedToken(accountstest.Email(owner)), "password": "another sentence"}
	if reply := w.API("", "POST", "/auth/password", set); reply.Status != http.StatusNoContent {
		t.Fatalf("a new password: %d %s", reply.Status, reply.Body)
	}
	if reply := w.API("", "POST", "/auth/password", set); reply.Status != http.StatusNotFound {
		t.Errorf("the link once more: %d, want 404", reply.Status)
	}
	for password, want := range map[string]int{accountstest.Password: http.StatusUnauthorized, "another sentence": http.StatusOK} {
		if got := w.API("", "POST", "/auth/token", map[string]any{"email": accountstest.Email(owner), "password": password}).Status; got != want {
			t.Errorf("signing in with %q: %d, want %d", password, got, want)
		}
	}
}

// TestPersonChoosesBetweenTwoAccounts invites the owner of the other account, who then chooses between the two accounts.
func TestPersonChoosesBetweenTwoAccounts(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	email := accountstest.Email(accountstest.Stranger)
	if _, err := w.Cast.Accounts.Invite(w.Ctx(owner), accounts.Invite{Email: email, Role: accounts.Admin}); err != nil {
		t.Fatal(err)
	}
	token := w.Mails.Token(email)
	if reply := w.API("", "POST", "/auth/invitation", map[string]any{"token": token, "password": "not this one"}); reply.Status < 400 || reply.Status >= 500 {
		t.Errorf("with a wrong password: %d", reply.Status)
	}
	if reply := w.API("", "POST", "/auth/invitation", map[string]any{"token": token, "password": accountstest.Password}); reply.Status != http.StatusCreated {
		t.Fatalf("accept: %d %s", reply.Status, reply.Body)
	}
	list := w.API(accountstest.Stranger, "GET", "/accounts", nil)
	if list.Status != http.StatusOK || !strings.Contains(list.Body, w.Alpha) || !strings.Contains(list.Body, w.Beta) {
		t.Errorf("accounts: %d %s", list.Status, list.Body)
	}
	pair := w.API("", "POST", "/auth/token", map[string]any{"email": email, "password": accountstest.Password, "account_id": w.Alpha})
	if pair.Status != http.StatusOK {
		t.Errorf("a token for the other account: %d %s", pair.Status, pair.Body)
	}
	if list := w.API(owner, "GET", "/accounts", nil); strings.Contains(list.Body, w.Beta) {
		t.Errorf("the owner sees the other account: %s", list.Body)
	}
}
