package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/config"
)

func TestForeignFormsAreRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	owner := w.Browse(accountstest.Owner)
	post := func(change func(*http.Request)) int {
		r := httptest.NewRequest(http.MethodPost, "/app/sites", strings.NewReader("name=Stolen&type=blog&language=en&sector=Main&_csrf="+owner.CSRF()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		owner.Identify(r)
		change(r)
		return w.Send(r).Status
	}
	cases := map[string]func(*http.Request){
		"from another site": func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"from a sub-domain": func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-site") },
		"without the cookie": func(r *http.Request) {
			r.Header.Del("Cookie")
			r.AddCookie(&http.Cookie{Name: "igny8_session", Value: owner.Cookie("igny8_session")})
		},
		"with somebody else's token": func(r *http.Request) {
			r.Header.Set("X-CSRF-Token", w.Browse(accountstest.Admin).CSRF())
		},
	}
	for name, change := range cases {
		if got := post(change); got != http.StatusForbidden {
			t.Errorf("%s: %d, want 403", name, got)
		}
	}
	if got := post(func(*http.Request) {}); got != http.StatusSeeOther {
		t.Errorf("the own form: %d, want 303", got)
	}
	owner.Forget()
	if got := owner.Post("/app/sites", "name", "x").Status; got != http.StatusForbidden {
		t.Errorf("without a token: %d, want 403", got)
	}
}

func TestPagesForbidInlineCode(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	for _, path := range []string{"/", "/login", "/signup", "/password/forgot", "/nothing/here"} {
		reply := w.Browse("").Get(path)
		csp := reply.Header.Get("Content-Security-Policy")
		if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", path, csp)
		}
		for _, inline := range []string{"<script>", " style=\"", " onclick=", "javascript:"} {
			if strings.Contains(reply.Body, inline) {
				t.Errorf("%s contains %q", path, inline)
			}
		}
		if reply.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: no nosniff", path)
		}
	}
	if got := w.Browse("").Get("/nothing/here"); got.Status != http.StatusNotFound || !strings.Contains(got.Body, "no such page") {
		t.Errorf("an unknown page: %d", got.Status)
	}
}

func TestPersonSignsUpInAndOut(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	b := w.Browse("")
	b.Get("/signup")
	bad := b.Post("/signup", "account_name", "Gamma", "name", "Gil", "email", "gil@gamma.test", "password", "short")
	if bad.Status != http.StatusUnprocessableEntity || !strings.Contains(bad.Body, "gil@gamma.test") {
		t.Fatalf("a short password: %d; what was typed must be kept", bad.Status)
	}
	if got := b.Post("/signup", "account_name", "Gamma", "name", "Gil", "email", "gil@gamma.test", "password", "a sentence is best"); got.Status != http.StatusSeeOther {
		t.Fatalf("sign up: %d %s", got.Status, got.Body)
	}
	if got := b.Get("/app"); got.Status != http.StatusOK || !strings.Contains(got.Body, "Gamma") {
		t.Fatalf("after sign-up: %d", got.Status)
	}
	planted := b.Cookie("igny8_session")
	if got := b.Post("/logout"); got.Status != http.StatusSeeOther {
		t.Fatalf("sign out: %d", got.Status)
	}
	r := httptest.NewRequest(http.MethodGet, "/app", nil)
	r.AddCookie(&http.Cookie{Name: "igny8_session", Value: planted})
	if got := w.Send(r); got.Status != http.StatusSeeOther || !strings.HasPrefix(got.Header.Get("Location"), "/login") {
		t.Errorf("the old session still answers: %d", got.Status)
	}
	b.Get("/login")
	away := b.Post("/login", "email", "gil@gamma.test", "password", "a sentence is best", "next", "//evil.example/app")
	if got := away.Header.Get("Location"); got != "/app" {
		t.Errorf("sign-in leads to %q", got)
	}
	if now := b.Cookie("igny8_session"); now == planted || now == "" {
		t.Error("sign-in kept the token of the session before")
	}
}

func TestPasswordResetEndsSessions(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	b := w.Browse(accountstest.Editor)
	if got := b.Get("/app").Status; got != http.StatusOK {
		t.Fatalf("signed in: %d", got)
	}
	if err := w.Cast.Accounts.RequestReset(t.Context(), accountstest.Email(accountstest.Editor), ""); err != nil {
		t.Fatal(err)
	}
	token := w.MailedToken(accountstest.Email(accountstest.Editor))
	reset := w.Browse("")
	reset.Get("/password/reset?token=" + token)
	if got := reset.Post("/password/reset", "token", token, "password", "another sentence"); got.Status != http.StatusSeeOther {
		t.Fatalf("reset: %d %s", got.Status, got.Body)
	}
	if got := b.Get("/app").Status; got != http.StatusSeeOther {
		t.Errorf("the old session after the reset: %d, want a redirect to sign in", got)
	}
}

func TestSignupCanBeClosed(t *testing.T) {
	t.Parallel()
	w := apptest.New(t, func(c *config.Config) { c.SignupOpen = false })
	b := w.Browse("")
	if got := b.Get("/signup"); !strings.Contains(got.Body, "invitation only") || strings.Contains(got.Body, `name="account_name"`) {
		t.Error("the closed sign-up shows its form")
	}
	if got := b.Post("/signup", "account_name", "Late", "name", "Lea", "email", "lea@late.test", "password", "a sentence is best"); got.Status != http.StatusForbidden {
		t.Errorf("sign up: %d, want 403", got.Status)
	}
}

func TestHostsRedirectToEachOther(t *testing.T) {
	t.Parallel()
	w := apptest.New(t, func(c *config.Config) {
		c.AppHost, c.MarketingHost, c.BaseURL = "app.igny8.test", "www.igny8.test", "https://app.igny8.test"
	})
	for _, c := range []struct{ host, path, want string }{
		{"www.igny8.test", "/", ""},
		{"www.igny8.test", "/login?next=/app", "https://app.igny8.test/login?next=/app"},
		{"app.igny8.test", "/", "/app"},
		{"app.igny8.test", "/login", ""},
	} {
		r := httptest.NewRequest(http.MethodGet, c.path, nil)
		r.Host = c.host
		reply := w.Send(r)
		if got := reply.Header.Get("Location"); got != c.want || (c.want == "") != (reply.Status == http.StatusOK) {
			t.Errorf("%s%s: %d to %q, want %q", c.host, c.path, reply.Status, got, c.want)
		}
	}
}

func TestMembersPageAllowsOnlyAdmins(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	if got := w.Browse(accountstest.Editor).Get("/app/settings/members").Status; got != http.StatusForbidden {
		t.Errorf("an editor sees the members: %d", got)
	}
	admin := w.Browse(accountstest.Admin)
	page := admin.Get("/app/settings/members")
	if page.Status != http.StatusOK || strings.Contains(page.Body, `<option value="admin"`) {
		t.Errorf("an admin may not grant their own role: %d", page.Status)
	}
	if got := admin.Post("/app/settings/invitations", "email", "new@igny8.test", "role", "admin"); got.Status != http.StatusForbidden && got.Status != http.StatusUnprocessableEntity {
		t.Errorf("an admin invites an admin: %d", got.Status)
	}
	if got := admin.Post("/app/settings/invitations", "email", "new@igny8.test", "role", "editor", "site", w.Site, "publish", w.Site, "credits-"+w.Site, "50"); got.Status != http.StatusOK {
		t.Fatalf("invite: %d", got.Status)
	}
	invited, err := w.Services.Accounts.Invitations(w.Ctx(accountstest.Owner))
	if err != nil || len(invited) != 1 || len(invited[0].Access) != 1 || !invited[0].Access[0].CanPublish ||
		*invited[0].Access[0].MonthlyCredits != 50 {
		t.Errorf("invitation = %+v, %v", invited, err)
	}
	if got := admin.Get("/app/settings/members/" + w.Member(accountstest.Stranger).MembershipID).Status; got != http.StatusNotFound {
		t.Errorf("a member of the other account: %d, want 404", got)
	}
	if got := w.Member(accountstest.Viewer).Role; got != accounts.Viewer {
		t.Fatalf("the cast has changed: %s", got)
	}
}

func TestConsoleIsOnlyForDevelopers(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	for path, want := range map[string]int{"/healthz": 200, "/readyz": 200, "/metrics": 200, "/admin": 303, "/sites/allowed?domain=x.example": 404, "/static/none": 404} {
		if got := w.Browse("").Get(path).Status; got != want {
			t.Errorf("%s: %d, want %d", path, got, want)
		}
	}
	if got := w.Browse(accountstest.Owner).Get("/admin").Status; got != http.StatusForbidden {
		t.Errorf("an owner in the console: %d", got)
	}
	if got := w.Browse(accountstest.Staff).Get("/admin").Status; got != http.StatusOK {
		t.Errorf("a developer in the console: %d", got)
	}
}
