package web_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/config"
)

// confirmingWorld returns a world where sign-ups must be confirmed. It has no SMTP server: the links are in the mailbox.
func confirmingWorld(t *testing.T) *apptest.World {
	t.Helper()
	return apptest.New(t, func(c *config.Config) { c.SignupConfirm = true })
}

var mailedLink = regexp.MustCompile(`https?://\S+`)

// mailed returns the text of the last mail in the mailbox, and the path of its first link.
func mailed(t *testing.T, w *apptest.World) (text, path string) {
	t.Helper()
	w.Deliver()
	page, err := w.Mail.Messages(t.Context(), 1, "")
	if err != nil || len(page.Items) != 1 {
		t.Fatalf("mailbox: %+v, %v", page, err)
	}
	link := mailedLink.FindString(page.Items[0].BodyText)
	_, path, _ = strings.Cut(strings.TrimPrefix(strings.TrimPrefix(link, "http://"), "https://"), "/")
	return page.Items[0].BodyText, "/" + path
}

func signUp(b *apptest.Browser, email string) apptest.Reply {
	b.Get("/signup")
	return b.Post("/signup", "account_name", "Gamma", "name", "Gil", "email", email, "password", "a sentence is best")
}

func TestSignUpIsConfirmedByAButton(t *testing.T) {
	t.Parallel()
	w := confirmingWorld(t)
	b := w.Browse("")
	if got := b.Get("/signup/sent"); got.Status != http.StatusSeeOther || got.Header.Get("Location") != "/signup" {
		t.Errorf("without a sign-up: %d to %s", got.Status, got.Header.Get("Location"))
	}
	if got := signUp(b, "gil@gamma.test"); got.Status != http.StatusSeeOther || got.Header.Get("Location") != "/signup/sent" {
		t.Fatalf("sign up: %d to %s", got.Status, got.Header.Get("Location"))
	}
	if got := b.Get("/signup/sent"); got.Status != http.StatusOK || !strings.Contains(got.Body, "gil@gamma.test") || !strings.Contains(got.Body, "sends no mail") {
		t.Errorf("the page after: %d; it must name the address, and say that no mail goes out", got.Status)
	}
	if got := b.Get("/app"); got.Status != http.StatusSeeOther {
		t.Errorf("the app before the confirmation: %d", got.Status)
	}
	_, path := mailed(t, w)
	if got := w.Browse("").Get(path); got.Status != http.StatusOK || !strings.Contains(got.Body, `type="password"`) {
		t.Errorf("the link in another browser: %d; it must ask for the password", got.Status)
	}
	page := b.Get(path)
	if page.Status != http.StatusOK || strings.Contains(page.Body, `type="password"`) || !strings.Contains(page.Body, "Open the account Gamma") {
		t.Fatalf("the link in the same browser: %d", page.Status)
	}
	if got := b.Get("/app"); got.Status != http.StatusSeeOther {
		t.Errorf("looking at the link opens the account: %d", got.Status)
	}
	token := path[strings.Index(path, "=")+1:]
	b.Get(path)
	if got := b.Post("/signup/confirm", "token", token); got.Status != http.StatusSeeOther || got.Header.Get("Location") != "/app" {
		t.Fatalf("confirm: %d %s", got.Status, got.Body)
	}
	if got := b.Get("/app"); got.Status != http.StatusOK || !strings.Contains(got.Body, "1,000") {
		t.Errorf("the app after: %d, want it with its credits", got.Status)
	}
	if got := w.Browse("").Get(path); got.Status != http.StatusNotFound || !strings.Contains(got.Body, "Sign up") || !strings.Contains(got.Body, "used already") {
		t.Errorf("the link once more: %d", got.Status)
	}
}

func TestConfirmationInAnotherBrowserAsksForThePassword(t *testing.T) {
	t.Parallel()
	w := confirmingWorld(t)
	signUp(w.Browse(""), "gil@gamma.test")
	_, path := mailed(t, w)
	token := path[strings.Index(path, "=")+1:]
	b := w.Browse("")
	b.Get(path)
	if got := b.Post("/signup/confirm", "token", token, "password", "another sentence"); got.Status != http.StatusUnprocessableEntity {
		t.Errorf("a wrong password: %d", got.Status)
	}
	if got := b.Post("/signup/confirm", "token", token, "password", "a sentence is best"); got.Status != http.StatusSeeOther {
		t.Errorf("the password: %d", got.Status)
	}
}

func TestSignUpAnswersTheSameForAKnownAddress(t *testing.T) {
	t.Parallel()
	w := confirmingWorld(t)
	b := w.Browse("")
	got := signUp(b, accountstest.Email(accountstest.Owner))
	if got.Status != http.StatusSeeOther || got.Header.Get("Location") != "/signup/sent" {
		t.Errorf("a known address: %d to %s", got.Status, got.Header.Get("Location"))
	}
	if text, path := mailed(t, w); !strings.Contains(text, "have an account already") || path != "/login" || !strings.Contains(text, "/password/forgot") {
		t.Errorf("the mail says:\n%s", text)
	}
	for i := range 4 {
		b.Get("/signup/sent")
		want := http.StatusSeeOther
		if i == 3 {
			want = http.StatusTooManyRequests
		}
		if got := b.Post("/signup/sent"); got.Status != want {
			t.Errorf("repetition %d: %d, want %d", i+1, got.Status, want)
		}
	}
}

func TestSignUpLimitTellsWhenToRetry(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	b := w.Browse("")
	for range 20 {
		if got := signUp(b, "x"); got.Status != http.StatusUnprocessableEntity {
			t.Fatalf("a mistake: %d", got.Status)
		}
	}
	for i := range 21 {
		got := w.API("", "POST", "/auth/signup", map[string]any{
			"account_name": "Gamma", "name": "Gil", "email": "gil" + strings.Repeat("l", i) + "@gamma.test", "password": "a sentence is best",
		})
		if want := map[bool]int{true: http.StatusTooManyRequests, false: http.StatusCreated}[i == 20]; got.Status != want {
			t.Fatalf("sign-up %d by the API: %d, want %d", i+1, got.Status, want)
		}
		if i == 20 && got.Header.Get("Retry-After") == "" {
			t.Error("the API does not tell when to come back")
		}
	}
	got := signUp(b, "late@gamma.test")
	if got.Status != http.StatusTooManyRequests || got.Header.Get("Retry-After") == "" || !strings.Contains(got.Body, "late@gamma.test") {
		t.Errorf("by the page: %d, Retry-After %q; what was typed must be kept", got.Status, got.Header.Get("Retry-After"))
	}
}

func TestKnownBrowserIsNotThrottled(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	owner, sign := accountstest.Email(accountstest.Owner), func(b *apptest.Browser, password string) apptest.Reply {
		b.Get("/login")
		return b.Post("/login", "email", accountstest.Email(accountstest.Owner), "password", password)
	}
	known := w.Browse(accountstest.Owner)
	known.Post("/logout")
	stranger := w.Browse("")
	for range 5 {
		sign(stranger, "wrong password")
	}
	got := sign(stranger, accountstest.Password)
	if got.Status != http.StatusTooManyRequests || got.Header.Get("Retry-After") == "" || !strings.Contains(got.Body, "seconds") {
		t.Errorf("the stranger: %d, Retry-After %q", got.Status, got.Header.Get("Retry-After"))
	}
	api := w.API("", "POST", "/auth/token", map[string]any{"email": owner, "password": accountstest.Password})
	if api.Status != http.StatusTooManyRequests || api.Header.Get("Retry-After") == "" {
		t.Errorf("a program from there: %d, Retry-After %q", api.Status, api.Header.Get("Retry-After"))
	}
	if got := sign(known, accountstest.Password); got.Status != http.StatusSeeOther {
		t.Errorf("the browser that has signed in before: %d", got.Status)
	}
}

func TestKnownBrowserCookieIsHTTPOnlyAndOfOneHost(t *testing.T) {
	t.Parallel()
	for base, want := range map[string]string{"http://127.0.0.1:8011": "igny8_known=", "https://app.igny8.test": "__Host-igny8_known="} {
		w := apptest.New(t, func(c *config.Config) { c.BaseURL = base })
		b := w.Browse("")
		b.Get("/login")
		reply := b.Post("/login", "email", accountstest.Email(accountstest.Owner), "password", accountstest.Password)
		found := ""
		for _, cookie := range reply.Header.Values("Set-Cookie") {
			if strings.HasPrefix(cookie, want) {
				found = strings.ToLower(cookie)
			}
		}
		if !strings.Contains(found, "httponly") || !strings.Contains(found, "samesite=lax") || strings.Contains(found, "domain=") ||
			strings.Contains(found, "secure") != strings.HasPrefix(base, "https") {
			t.Errorf("%s: cookie %q", base, found)
		}
	}
}

func TestPersonWithoutAccountGetsTheAnswerForAWrongPassword(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	viewer := w.Member(accountstest.Viewer)
	if err := w.Services.Accounts.RemoveMember(w.Ctx(accountstest.Owner), viewer.MembershipID); err != nil {
		t.Fatal(err)
	}
	b := w.Browse("")
	b.Get("/login")
	right := b.Post("/login", "email", viewer.Email, "password", accountstest.Password)
	wrong := b.Post("/login", "email", viewer.Email, "password", "wrong password")
	token := regexp.MustCompile(`[\w-]{86}`) // behind another mask on each page
	if right.Status != http.StatusUnauthorized || token.ReplaceAllString(right.Body, "") != token.ReplaceAllString(wrong.Body, "") {
		t.Errorf("the right password: %d, want the page of a wrong one", right.Status)
	}
}

func TestInvitationLinkIsShownWithoutMail(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	b := w.Browse(accountstest.Admin)
	b.Get("/app/settings/members")
	page := b.Post("/app/settings/invitations", "email", "zoe@example.com", "role", "viewer")
	link := regexp.MustCompile(`http://[^"]*/invitations/(\w+)`).FindStringSubmatch(page.Body)
	if page.Status != http.StatusOK || link == nil || strings.Contains(page.Body, "on its way") || !strings.Contains(page.Body, "sends no mail") {
		t.Fatalf("the page: %d with %v; it must show the link and not speak of a mail", page.Status, link)
	}
	if got := w.Browse("").Get("/invitations/" + link[1]); got.Status != http.StatusOK || !strings.Contains(got.Body, "zoe@example.com") {
		t.Errorf("the link: %d", got.Status)
	}
	list := b.Get("/app/settings/members")
	if strings.Contains(list.Body, link[1]) {
		t.Error("the link is shown again")
	}
	all, err := w.Services.Accounts.Invitations(w.Ctx(accountstest.Owner))
	if err != nil || len(all) != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	renewed := b.Post("/app/settings/invitations/" + all[0].ID + "/renew")
	if renewed.Status != http.StatusOK || !strings.Contains(renewed.Body, "/invitations/") || strings.Contains(renewed.Body, link[1]) {
		t.Errorf("a new link: %d", renewed.Status)
	}
	ended := w.Browse("").Get("/invitations/" + link[1])
	if ended.Status != http.StatusNotFound || !strings.Contains(ended.Body, "Ask for a new one") {
		t.Errorf("the link before: %d", ended.Status)
	}
	if got := w.Browse(accountstest.Editor).Get("/app/settings/members"); got.Status != http.StatusForbidden {
		t.Errorf("an editor sees the page: %d", got.Status)
	}
	if got := w.Browse(accountstest.Stranger).Get("/app/settings/members"); strings.Contains(got.Body, "zoe@example.com") {
		t.Error("the other account sees the invitation")
	}
	api := w.API(accountstest.Admin, "POST", "/invitations", map[string]any{"email": "zoe@example.com", "role": "viewer"}).JSON(t)
	if api["mailed"] != false || !strings.Contains(api["link"].(string), "/invitations/") {
		t.Errorf("by the API: %v", api)
	}
}

func TestResetWithoutMailSaysWhoCanHelp(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	b := w.Browse("")
	if got := b.Get("/password/forgot"); !strings.Contains(got.Body, "sends no mail") || !strings.Contains(got.Body, "igny8 user reset-password") {
		t.Error("the form does not say that no mail goes out and who can help")
	}
	for _, email := range []string{accountstest.Email(accountstest.Owner), "nobody@igny8.test"} {
		b.Get("/password/forgot")
		got := b.Post("/password/forgot", "email", email)
		if got.Status != http.StatusOK || !strings.Contains(got.Body, "No mail was sent") || strings.Contains(got.Body, "on its way") || strings.Contains(got.Body, "token=") {
			t.Errorf("%s: %d", email, got.Status)
		}
	}
	smtp := apptest.New(t, func(c *config.Config) { c.SMTPURL = "smtp://127.0.0.1:1" })
	if got := smtp.Browse("").Get("/password/forgot"); strings.Contains(got.Body, "no mail") || !strings.Contains(got.Body, "Send the link") {
		t.Error("with SMTP the form speaks of no mail")
	}
}

func TestEndedLinksSayWhatToDo(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	for path, want := range map[string]string{
		"/password/reset?token=x": "/password/forgot", "/signup/confirm?token=x": "/signup", "/invitations/x": "/login",
	} {
		got := w.Browse("").Get(path)
		if got.Status != http.StatusNotFound || !strings.Contains(got.Body, `href="`+want+`"`) || !strings.Contains(got.Body, "This link has ended") {
			t.Errorf("%s: %d", path, got.Status)
		}
	}
	b := w.Browse("")
	b.Get("/login")
	if got := b.Post("/password/reset", "token", "x", "password", "a sentence is best"); got.Status != http.StatusNotFound {
		t.Errorf("sending a form of an ended link: %d", got.Status)
	}
}

func TestSignUpIsConfirmedByTheAPI(t *testing.T) {
	t.Parallel()
	w := confirmingWorld(t)
	fields := map[string]any{"account_name": "Gamma", "name": "Gil", "email": "gil@gamma.test", "password": "a sentence is best"}
	fresh := w.API("", "POST", "/auth/signup", fields)
	_, path := mailed(t, w)
	fields["email"] = accountstest.Email(accountstest.Owner)
	known := w.API("", "POST", "/auth/signup", fields)
	if fresh.Status != http.StatusAccepted || fresh.JSON(t)["state"] != "confirm" || known.Status != fresh.Status || known.Body != fresh.Body {
		t.Errorf("a new address: %d %s, a known one: %d %s", fresh.Status, fresh.Body, known.Status, known.Body)
	}
	token := path[strings.Index(path, "=")+1:]
	for password, want := range map[string]int{"another sentence": http.StatusUnprocessableEntity, "": http.StatusUnprocessableEntity} {
		if got := w.API("", "POST", "/auth/confirmation", map[string]any{"token": token, "password": password}); got.Status != want {
			t.Errorf("password %q: %d, want %d", password, got.Status, want)
		}
	}
	got := w.API("", "POST", "/auth/confirmation", map[string]any{"token": token, "password": "a sentence is best"})
	if got.Status != http.StatusCreated || !strings.Contains(got.Body, "gil@gamma.test") {
		t.Errorf("confirmed: %d %s", got.Status, got.Body)
	}
	if got := w.API("", "POST", "/auth/confirmation", map[string]any{"token": token, "password": "a sentence is best"}); got.Status != http.StatusNotFound {
		t.Errorf("once more: %d, want 404", got.Status)
	}
}

// All requests of a test come from one address.
func TestResetsOfOneNetworkAreThrottled(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	for i := range 21 {
		got := w.API("", "POST", "/auth/password-reset", map[string]any{"email": "nobody@igny8.test"})
		if want := map[bool]int{true: http.StatusTooManyRequests, false: http.StatusNoContent}[i == 20]; got.Status != want || (i == 20 && got.Header.Get("Retry-After") == "") {
			t.Fatalf("request %d: %d, want %d", i+1, got.Status, want)
		}
	}
	r := httptest.NewRequest(http.MethodGet, "/password/forgot", nil)
	if got := w.Send(r); got.Status != http.StatusOK {
		t.Errorf("the form: %d", got.Status)
	}
}
