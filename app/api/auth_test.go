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

func TestIdempotencyTableKeepsNothingOfAuth(t *testing.T) {
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
