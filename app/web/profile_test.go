package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/database"
)

// page returns the body of a page, and fails unless its status is 200.
func page(t *testing.T, b *apptest.Browser, path string) string {
	t.Helper()
	reply := b.Get(path)
	if reply.Status != http.StatusOK {
		t.Fatalf("%s: %d %s", path, reply.Status, reply.Header.Get("Location"))
	}
	return reply.Body
}

// wants fails unless the answer has the status and contains the words.
func wants(t *testing.T, what string, got apptest.Reply, status int, words ...string) {
	t.Helper()
	if got.Status != status {
		t.Errorf("%s: %d, want %d", what, got.Status, status)
	}
	for _, word := range words {
		if !strings.Contains(got.Body, word) {
			t.Errorf("%s does not say %q", what, word)
		}
	}
}

func TestProfileIsLinkedForEverybody(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	for _, p := range []accountstest.Person{accountstest.Owner, accountstest.Viewer, accountstest.Guest, accountstest.Staff} {
		b := w.Browse(p)
		if !strings.Contains(page(t, b, "/app"), `href="/app/profile"`) {
			t.Errorf("%s finds no link to the profile", p)
		}
		if body := page(t, b, "/app/profile"); !strings.Contains(body, accountstest.Email(p)) || !strings.Contains(body, "This browser") {
			t.Errorf("%s does not find address and session in the profile", p)
		}
	}
}

func TestNameIsChangedInTheProfile(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	b := w.Browse(accountstest.Viewer)
	page(t, b, "/app/profile")
	wants(t, "an empty name", b.Post("/app/profile", "name", " "), http.StatusUnprocessableEntity, "Enter your name.")
	wants(t, "a name", b.Post("/app/profile", "name", "<b>Vera</b>"), http.StatusSeeOther)
	if body := page(t, b, "/app/profile"); !strings.Contains(body, "&lt;b&gt;Vera&lt;/b&gt;") || strings.Contains(body, "<b>Vera</b>") {
		t.Error("the new name is not shown as it was typed")
	}
}

func TestPasswordIsChangedInTheProfile(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	here, there := w.Browse(accountstest.Editor), w.Browse(accountstest.Editor)
	foreign, token := w.Browse(accountstest.Stranger), w.Token(accountstest.Editor)
	page(t, here, "/app/profile/password")
	send := func(current, next string) apptest.Reply {
		return here.Post("/app/profile/password", "current_password", current, "password", next)
	}
	wants(t, "a wrong password", send("wrong password", "another sentence"), http.StatusUnprocessableEntity, "This is not your password.")
	wants(t, "a short password", send(accountstest.Password, "short"), http.StatusUnprocessableEntity, "at least 10 characters")
	if body := send("wrong password", "another sentence").Body; strings.Contains(body, "another sentence") {
		t.Error("the form repeats a password")
	}
	planted := here.Cookie("igny8_session")
	wants(t, "the change", send(accountstest.Password, "another sentence"), http.StatusSeeOther)
	if here.Cookie("igny8_session") == planted {
		t.Error("the session kept its token")
	}
	if body := page(t, here, "/app/profile"); !strings.Contains(body, "Your password is changed.") || strings.Count(body, "Sign out ") != 1 {
		t.Error("this browser is not the only one that is left")
	}
	wants(t, "the other browser", there.Get("/app"), http.StatusSeeOther)
	wants(t, "the browser of the other account", foreign.Get("/app"), http.StatusOK)
	r := httptest.NewRequest(http.MethodGet, "/api/v1/me", nil)
	r.Header.Set("Authorization", "Bearer "+token)
	wants(t, "a token of before", w.Send(r), http.StatusUnauthorized)
}

func TestSessionsAreEndedInTheProfile(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	here, second, third := w.Browse(accountstest.Viewer), w.Browse(accountstest.Viewer), w.Browse(accountstest.Viewer)
	token := w.Token(accountstest.Viewer)
	page(t, here, "/app/profile")
	sessions := func() []accounts.ActiveSession {
		list, err := w.Services.Accounts.ActiveSessions(w.Ctx(accountstest.Viewer), second.Cookie("igny8_session"))
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	if n := len(sessions()); n != 4 {
		t.Fatalf("%d sessions, want three browsers and a program", n)
	}
	wants(t, "ending the second", here.Post("/app/profile/sessions/"+sessions()[0].ID+"/end"), http.StatusSeeOther)
	wants(t, "the second", second.Get("/app"), http.StatusSeeOther)
	wants(t, "the third", third.Get("/app"), http.StatusOK)
	wants(t, "ending the others", here.Post("/app/profile/sessions/end-others"), http.StatusSeeOther)
	wants(t, "the third", third.Get("/app"), http.StatusSeeOther)
	wants(t, "this one", here.Get("/app"), http.StatusOK)
	r := httptest.NewRequest(http.MethodGet, "/api/v1/me", nil)
	r.Header.Set("Authorization", "Bearer "+token)
	wants(t, "the program", w.Send(r), http.StatusUnauthorized)
}

func TestRunningRequestDoesNotRestoreAnEndedSession(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	b := w.Browse(accountstest.Viewer)
	page(t, b, "/app/profile")
	cookie := b.Cookie("igny8_session")
	// A callback ends the session after the request has loaded it, and before the request stores the message for the next page.
	var once atomic.Bool
	err := w.DB.Tx(w.System(), func(tx *gorm.DB) error {
		return tx.Callback().Update().Before("gorm:update").Register("test:end", func(db *gorm.DB) {
			if db.Statement.Table == "users" && !once.Swap(true) {
				db.Session(&gorm.Session{NewDB: true}).Where("1 = 1").Delete(&accounts.Session{})
			}
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	wants(t, "the request under way", b.Post("/app/profile", "name", "Vera"), http.StatusSeeOther)
	r := httptest.NewRequest(http.MethodGet, "/app", nil)
	r.AddCookie(&http.Cookie{Name: "igny8_session", Value: cookie})
	if got := w.Send(r); !once.Load() || got.Status != http.StatusSeeOther {
		t.Errorf("the ended session answers with %d", got.Status)
	}
}

func TestAccountSwitchDoesNotProlongTheSession(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	b := w.Browse(accountstest.Staff)
	session := func() (row accounts.Session) {
		t.Helper()
		if err := w.DB.Read(w.System()).Take(&row, "user_id = ?", w.Member(accountstest.Staff).UserID).Error; err != nil {
			t.Fatal(err)
		}
		return row
	}
	before := session()
	wants(t, "the switch", b.Post("/app/switch", "account_id", w.Beta), http.StatusSeeOther)
	if !strings.Contains(page(t, b, "/app"), "Beta") {
		t.Error("the switch does not lead into the other account")
	}
	if after := session(); after.ID != before.ID || !after.ExpiresAt.Equal(before.ExpiresAt) {
		t.Errorf("the session %s until %v became %s until %v", before.ID, before.ExpiresAt, after.ID, after.ExpiresAt)
	}
}

func TestEmailIsChangedByTheLinkInTheMail(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	b := w.Browse(accountstest.Editor)
	page(t, b, "/app/profile/email")
	ask := func(email, password string) apptest.Reply {
		return b.Post("/app/profile/email", "email", email, "current_password", password)
	}
	wants(t, "no address", ask("x", accountstest.Password), http.StatusUnprocessableEntity, "This is not an e-mail address.")
	wants(t, "a wrong password", ask("ed@new.test", "wrong password"), http.StatusUnprocessableEntity,
		"This is not your password.", `value="ed@new.test"`)
	wants(t, "a dead link", b.Get("/email/confirm?token=x"), http.StatusNotFound, "This link cannot be used any more.")
	wants(t, "the request", ask("ed@new.test", accountstest.Password), http.StatusSeeOther)
	wants(t, "the profile", b.Get("/app/profile"), http.StatusOK, "ed@new.test", "waits to be confirmed", "This installation sends no mail",
		accountstest.Email(accountstest.Editor))

	w.Deliver()
	var link string
	mails, err := w.Mail.Messages(t.Context(), 10, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range mails.Items {
		if _, after, found := strings.Cut(m.BodyText, "/email/confirm?token="); found && m.Recipient == "ed@new.test" {
			link = "/email/confirm?token=" + strings.Fields(after)[0]
		}
	}
	if link == "" || len(mails.Items) != 2 {
		t.Fatalf("%d mails, want the link and the notice to the old address", len(mails.Items))
	}
	fresh := w.Browse("") // a person may read the mail on another device
	wants(t, "the link", fresh.Get(link), http.StatusOK, "ed@new.test", "Confirm the address")
	if m, _ := accounts.MemberFrom(w.Now(accountstest.Editor)); m.Email != accountstest.Email(accountstest.Editor) {
		t.Fatal("opening the link changed the address")
	}
	_, token, _ := strings.Cut(link, "=")
	wants(t, "the confirmation", fresh.Post("/email/confirm", "token", token), http.StatusSeeOther)
	wants(t, "the confirmation again", fresh.Post("/email/confirm", "token", token), http.StatusNotFound)
	wants(t, "the profile", b.Get("/app/profile"), http.StatusOK, "ed@new.test")
	fresh.Get("/login")
	wants(t, "the new address", fresh.Post("/login", "email", "ed@new.test", "password", accountstest.Password), http.StatusSeeOther)
}

// TestPageReadsNoTableOfPeopleAgain counts the statements that a page sends to the tables of people beside the one with which it reads
// the session, the person and the memberships together.
func TestPageReadsNoTableOfPeopleAgain(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	b := w.Browse(accountstest.Owner)
	token := w.Token(accountstest.Owner)
	counts := countStatements(t, w)
	check := func(what string, want map[string]int64) {
		t.Helper()
		for _, key := range []string{
			"read sessions", "write sessions", "read users", "write users", "read token_families", "write token_families", "read memberships",
		} {
			if got := counts(key); got != want[key] {
				t.Errorf("%s: %q %d times, want %d", what, key, got, want[key])
			}
		}
	}
	prices := func() { page(t, b, "/app/settings/prices") }
	prices()
	check("a page", map[string]int64{})

	if err := w.DB.Tx(w.System(), func(tx *gorm.DB) error {
		return tx.Model(&accounts.Session{}).Where("1 = 1").Update("seen_at", database.Now().Add(-11*time.Minute)).Error
	}); err != nil {
		t.Fatal(err)
	}
	counts("write sessions")
	prices()
	check("a page after eleven minutes", map[string]int64{"write sessions": 1})
	prices()
	check("the page after it", map[string]int64{})

	r := httptest.NewRequest(http.MethodGet, "/api/v1/me", nil)
	r.Header.Set("Authorization", "Bearer "+token)
	wants(t, "the API", w.Send(r), http.StatusOK)
	check("a request with a token", map[string]int64{"read users": 1, "read memberships": 1})
}

// countStatements counts reads and writes of each table. The returned function returns the count of a key, such as "read users", since
// its last call. Deletions are not counted, because the hourly deletion of expired rows may run meanwhile.
func countStatements(t *testing.T, w *apptest.World) func(key string) int64 {
	t.Helper()
	counts := map[string]*atomic.Int64{}
	for _, table := range []string{"sessions", "users", "token_families", "memberships"} {
		counts["read "+table], counts["write "+table] = &atomic.Int64{}, &atomic.Int64{}
	}
	note := func(what string) func(*gorm.DB) {
		return func(db *gorm.DB) {
			if n := counts[what+" "+db.Statement.Table]; n != nil && !db.DryRun {
				n.Add(1)
			}
		}
	}
	register := func(db *gorm.DB) error {
		cb := db.Callback()
		for _, err := range []error{
			cb.Query().After("gorm:query").Register("test:read", note("read")),
			cb.Create().After("gorm:create").Register("test:create", note("write")),
			cb.Update().After("gorm:update").Register("test:update", note("write")),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	}
	if err := register(w.DB.Read(w.System())); err != nil {
		t.Fatal(err)
	}
	if !w.DB.Postgres() {
		if err := w.DB.Tx(w.System(), register); err != nil {
			t.Fatal(err)
		}
	}
	return func(key string) int64 { return counts[key].Swap(0) }
}
