package web_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/config"
)

func TestCookiesOverHTTPSCarryTheHostPrefix(t *testing.T) {
	t.Parallel()
	w := apptest.New(t, func(c *config.Config) { c.BaseURL = "https://app.igny8.test" })
	b := w.Browse("")
	b.Empty()
	var all []*http.Cookie
	for _, reply := range []apptest.Reply{
		b.Get("/login"),
		b.Post("/login", "email", accountstest.Email(accountstest.Owner), "password", accountstest.Password),
	} {
		all = append(all, (&http.Response{Header: reply.Header}).Cookies()...)
	}
	if len(all) < 2 {
		t.Fatalf("cookies = %v, want those of the form and of the session", all)
	}
	for _, cookie := range all {
		if !strings.HasPrefix(cookie.Name, "__Host-") || !cookie.Secure || !cookie.HttpOnly || cookie.Path != "/" || cookie.Domain != "" {
			t.Errorf("cookie %v lacks what the prefix demands", cookie)
		}
	}
	if got := b.Get("/app").Status; got != http.StatusOK {
		t.Errorf("signed in over https: %d", got)
	}
	if got := b.Post("/logout"); got.Status != http.StatusSeeOther || b.Cookie("__Host-igny8_session") != "" {
		t.Errorf("sign out: %d, the cookie is %q", got.Status, b.Cookie("__Host-igny8_session"))
	}
}

func TestDeveloperEntryIsAudited(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	staff := w.Member(accountstest.Staff)
	entries := func() (n int) {
		t.Helper()
		log, err := w.Services.Events.Log(w.Ctx(accountstest.Owner), 200, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range log.Items {
			if e.Action() == "developer entered" && e.UserID == staff.UserID {
				n++
			}
		}
		return n
	}
	before := entries()
	b := w.Browse(accountstest.Staff)
	if got := entries(); got != before+1 {
		t.Errorf("the sign-in by page: %d entries, want one more than %d", got, before)
	}
	w.Browse(accountstest.Staff)
	if got := entries(); got != before+2 {
		t.Errorf("the second sign-in by page: %d entries, want two more than %d", got, before)
	}
	b.Post("/app/switch", "account_id", w.Beta)
	b.Post("/app/switch", "account_id", w.Alpha)
	if got := entries(); got != before+3 {
		t.Errorf("the switch: %d entries, want three more than %d", got, before)
	}
	w.Token(accountstest.Staff)
	if got := entries(); got != before+4 {
		t.Errorf("the token: %d entries, want four more than %d", got, before)
	}
}
