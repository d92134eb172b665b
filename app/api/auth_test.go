package api_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

func TestIdempotencyStoresNoAnswersOfAuth(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	bearer := "Bearer " + w.Token(owner)
	send := func(path, body string) apptest.Reply {
		r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", bearer)
		r.Header.Set("Idempotency-Key", "k-"+path)
		return w.Send(r)
	}
	credentials := `{"email":"` + accountstest.Email(owner) + `","password":"` + accountstest.Password + `"}`
	for _, path := range []string{"/api/v1/auth/token", "/API/v1/Auth/token", "/api/v1/auth/token/"} {
		first, second := send(path, credentials), send(path, credentials)
		if first.Status != http.StatusOK || second.Status != http.StatusOK {
			t.Fatalf("%s: %d, then %d %s", path, first.Status, second.Status, second.Body)
		}
		if first.Body == second.Body || second.Header.Get("Idempotent-Replay") != "" {
			t.Errorf("%s: the second request got the tokens of the first", path)
		}
		refresh := `{"refresh_token":"` + second.JSON(t)["refresh_token"].(string) + `"}`
		if got := send("/api/v1/auth/refresh", refresh); got.Status != http.StatusOK {
			t.Errorf("refresh: %d %s", got.Status, got.Body)
		}
	}
	var kept []accounts.IdempotencyKey
	if err := w.DB.Read(w.Ctx(owner)).Find(&kept).Error; err != nil || len(kept) != 0 {
		t.Errorf("%d answers of /auth are kept, %v", len(kept), err)
	}
}

func TestPersonIsRenamed(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	viewer := accountstest.Viewer
	if got := w.API("", http.MethodPatch, "/me", map[string]any{"name": "Vera"}); got.Status != http.StatusUnauthorized {
		t.Errorf("without a token: %d, want 401", got.Status)
	}
	for _, body := range []map[string]any{{}, {"name": ""}, {"name": "a\nb"}, {"name": "Vera", "email": "vera@new.test"}} {
		if got := w.API(viewer, http.MethodPatch, "/me", body); got.Status != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d, want 422", body, got.Status)
		}
	}
	got := w.API(viewer, http.MethodPatch, "/me", map[string]any{"name": "Vera"})
	if got.Status != http.StatusOK || got.JSON(t)["user"].(map[string]any)["name"] != "Vera" {
		t.Errorf("renamed: %d %s", got.Status, got.Body)
	}
	if name := w.API(viewer, http.MethodGet, "/me", nil).JSON(t)["user"].(map[string]any)["name"]; name != "Vera" {
		t.Errorf("the name is %v afterwards", name)
	}
}

func TestPasswordChangeEndsAllTokens(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	token, foreign := w.Token(accountstest.Editor), w.Token(accountstest.Stranger)
	send := func(token, method, path, body string) apptest.Reply {
		r := httptest.NewRequest(method, "/api/v1"+path, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer "+token)
		r.Header.Set("Idempotency-Key", "change")
		return w.Send(r)
	}
	change := func(current string) apptest.Reply {
		return send(token, http.MethodPost, "/auth/password-change", `{"current_password":"`+current+`","password":"another sentence"}`)
	}
	if got := change("wrong password"); got.Status != http.StatusUnprocessableEntity || !strings.Contains(got.Body, "current_password") {
		t.Errorf("a wrong password: %d %s", got.Status, got.Body)
	}
	if got := change(accountstest.Password); got.Status != http.StatusNoContent {
		t.Fatalf("the change: %d %s", got.Status, got.Body)
	}
	if got := send(token, http.MethodGet, "/me", ""); got.Status != http.StatusUnauthorized {
		t.Errorf("the token of before: %d, want 401", got.Status)
	}
	if got := send(foreign, http.MethodGet, "/me", ""); got.Status != http.StatusOK {
		t.Errorf("the token of the other account: %d, want 200", got.Status)
	}
	got := send(foreign, http.MethodPost, "/auth/token", `{"email":"`+accountstest.Email(accountstest.Editor)+`","password":"another sentence"}`)
	if got.Status != http.StatusOK {
		t.Errorf("the new password: %d %s", got.Status, got.Body)
	}
}

func TestRevokedTokenIsRefusedAtOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	m := w.Member(owner)
	pair, err := w.Services.Accounts.Issue(t.Context(), m.UserID, m.AccountID)
	if err != nil {
		t.Fatal(err)
	}
	status := func() int {
		r := httptest.NewRequest(http.MethodGet, "/api/v1/me", nil)
		r.Header.Set("Authorization", "Bearer "+pair.AccessToken)
		return w.Send(r).Status
	}
	if got := status(); got != http.StatusOK {
		t.Fatalf("before: %d", got)
	}
	if got := w.API("", http.MethodPost, "/auth/revoke", map[string]any{"refresh_token": pair.RefreshToken}); got.Status != http.StatusNoContent {
		t.Fatalf("revoke: %d %s", got.Status, got.Body)
	}
	if got := status(); got != http.StatusUnauthorized {
		t.Errorf("after: %d, want 401", got)
	}
}
