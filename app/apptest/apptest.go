// Package apptest gives tests the whole program over their own database: the modules wired as in production, running
// workers, a cast of two accounts, and the server to send requests to.
package apptest

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/gofiber/fiber/v2"

	"igny8/app"
	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/ai"
	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/events"
	"igny8/app/tasks"
	"igny8/app/web"
)

// World is the program, its people and its server.
type World struct {
	*app.Services
	*accountstest.Cast
	Server *fiber.App
	t      testing.TB
}

const secret = "a key that is only used by tests"

// New starts a world. Options change the configuration.
func New(t testing.TB, options ...func(*config.Config)) *World {
	t.Helper()
	return NewTuned(t, func(*ai.Options) {}, options...)
}

// NewTuned starts a world whose AI options the function changes.
func NewTuned(t testing.TB, tune func(*ai.Options), options ...func(*config.Config)) *World {
	t.Helper()
	c, err := config.FromEnv(func(string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	c.DataDir, c.SitesDir = t.TempDir(), t.TempDir()
	for _, option := range options {
		option(&c)
	}
	queue, err := tasks.Open(context.WithoutCancel(t.Context()), tasks.Options{URL: os.Getenv("TEST_REDIS_URL"), Name: "test-" + rand.Text()})
	if err != nil {
		t.Fatal(err)
	}
	services, err := app.Assemble(c, []byte(secret), dbtest.New(t), queue, tune)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := services.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	w := &World{Services: services, t: t, Cast: accountstest.NewCast(t, services.DB, func(o *accounts.Options) {
		o.Granter, o.SecretKey = services.Billing, []byte(secret)
	})}
	if w.Server, err = app.Routes(c, "test", services); err != nil {
		t.Fatal(err)
	}
	if err := queue.Start(); err != nil {
		t.Fatal(err)
	}
	return w
}

// Deliver waits until the subscribers have been told what happened, so that the mails of it are in the mailbox.
func (w *World) Deliver() {
	w.t.Helper()
	for range 1000 {
		w.must(w.Services.Events.Deliver(w.t.Context()))
		waiting, err := events.Waiting(w.DB.Read(w.t.Context()))
		w.must(err)
		if waiting == 0 {
			return
		}
		time.Sleep(10 * time.Millisecond) // the workers are busy
	}
	w.t.Fatal("events wait that are not delivered")
}

// MailedToken returns the token of the last link in the mailbox for the address.
func (w *World) MailedToken(to string) string {
	w.t.Helper()
	w.Deliver()
	kept, err := w.Mail.Messages(w.t.Context(), database.MaxLimit, "")
	w.must(err)
	for _, m := range kept.Items {
		if _, token, found := strings.Cut(m.BodyText, "token="); found && m.Recipient == to {
			return strings.Fields(token)[0]
		}
	}
	w.t.Fatalf("no link was mailed to %s", to)
	return ""
}

// Listen serves on a loopback port until the test ends, and returns its host and port. Send does not use the network; use
// this to test what a client does with its connection.
func (w *World) Listen() string {
	w.t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		w.t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = w.Server.Listener(web.Linger(listener))
	}()
	w.t.Cleanup(func() {
		_ = w.Server.ShutdownWithTimeout(time.Second)
		<-done
	})
	return listener.Addr().String()
}

// Reply is an answer of the server.
type Reply struct {
	Status int
	Header http.Header
	Body   string
}

// JSON reads the body into a value.
func (r Reply) JSON(t testing.TB) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(r.Body), &v); err != nil {
		t.Fatalf("status %d is no JSON: %v: %s", r.Status, err, r.Body)
	}
	return v
}

// Token returns a bearer token of the person.
func (w *World) Token(p accountstest.Person) string {
	w.t.Helper()
	m := w.Member(p)
	pair, err := w.Services.Accounts.Issue(w.t.Context(), m.UserID, m.AccountID)
	if err != nil {
		w.t.Fatal(err)
	}
	return pair.AccessToken
}

// API sends a request to the API as the person; an empty person sends no token. body may be nil.
func (w *World) API(p accountstest.Person, method, path string, body any) Reply {
	w.t.Helper()
	var reader io.Reader
	if body != nil {
		data, err := json.Marshal(body)
		if err != nil {
			w.t.Fatal(err)
		}
		reader = bytes.NewReader(data)
	}
	r := httptest.NewRequest(method, "/api/v1"+path, reader)
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if p != "" {
		r.Header.Set("Authorization", "Bearer "+w.Token(p))
	}
	return w.Send(r)
}

// Send sends the request.
func (w *World) Send(r *http.Request) Reply {
	w.t.Helper()
	answer, err := w.Server.Test(r, int((30 * time.Second).Milliseconds()))
	if err != nil {
		w.t.Fatalf("%s %s: %v", r.Method, r.URL, err)
	}
	defer func() { _ = answer.Body.Close() }()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	return Reply{Status: answer.StatusCode, Header: answer.Header, Body: string(data)}
}

// Browser acts as a person on the pages: it keeps cookies and the token of the forms.
type Browser struct {
	w       *World
	cookies map[string]string
	csrf    string
}

// Browse opens a browser in which the person is signed in. With an empty person nobody is.
func (w *World) Browse(p accountstest.Person) *Browser {
	w.t.Helper()
	b := &Browser{w: w, cookies: map[string]string{}}
	b.Get("/login")
	if p == "" {
		return b
	}
	reply := b.Post("/login", "email", accountstest.Email(p), "password", accountstest.Password)
	if reply.Status != http.StatusSeeOther {
		w.t.Fatalf("%s could not sign in: %d", p, reply.Status)
	}
	b.Get("/app/settings/prices")
	return b
}

// Get opens a page and stores the token of its forms.
func (b *Browser) Get(path string, headers ...string) Reply {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	reply := b.send(r)
	if _, after, found := strings.Cut(reply.Body, `name="_csrf" value="`); found {
		b.csrf, _, _ = strings.Cut(after, `"`)
	}
	return reply
}

// Post sends a form of names and values, with the token of the last page.
func (b *Browser) Post(path string, pairs ...string) Reply { return b.send(b.form(path, pairs)) }

// PostWith is Post with another token.
func (b *Browser) PostWith(token, path string, pairs ...string) Reply {
	b.csrf = token
	return b.Post(path, pairs...)
}

// Swap sends a form as htmx does: a part of the page comes back.
func (b *Browser) Swap(path string, pairs ...string) Reply {
	r := b.form(path, pairs)
	r.Header.Set("HX-Request", "true")
	return b.send(r)
}

func (b *Browser) form(path string, pairs []string) *http.Request {
	form := []string{"_csrf=" + url.QueryEscape(b.csrf)}
	for i := 0; i+1 < len(pairs); i += 2 {
		form = append(form, url.QueryEscape(pairs[i])+"="+url.QueryEscape(pairs[i+1]))
	}
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(strings.Join(form, "&")))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return r
}

// File is a file in a form.
type File struct{ Field, Name, Data string }

// PostFiles sends a form of names and values with files, with the token of the last page.
func (b *Browser) PostFiles(path string, files []File, pairs ...string) Reply {
	b.w.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for i := 0; i+1 < len(pairs); i += 2 {
		b.w.must(form.WriteField(pairs[i], pairs[i+1]))
	}
	for _, f := range files {
		part, err := form.CreateFormFile(f.Field, f.Name)
		b.w.must(err)
		_, err = part.Write([]byte(f.Data))
		b.w.must(err)
	}
	b.w.must(form.Close())
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.Header.Set("X-CSRF-Token", b.csrf)
	return b.send(r)
}

// Empty drops all cookies.
func (b *Browser) Empty() { clear(b.cookies) }

// Forget drops the token of the forms, as a foreign site would not have it.
func (b *Browser) Forget() { b.csrf = "" }

func (b *Browser) send(r *http.Request) Reply {
	b.w.t.Helper()
	b.Identify(r)
	reply := b.w.Send(r)
	for _, cookie := range (&http.Response{Header: reply.Header}).Cookies() {
		if cookie.MaxAge < 0 || cookie.Value == "" {
			delete(b.cookies, cookie.Name)
			continue
		}
		b.cookies[cookie.Name] = cookie.Value
	}
	return reply
}

// CSRF returns the token of the last page.
func (b *Browser) CSRF() string { return b.csrf }

// Cookie returns the value of a cookie, empty when there is none.
func (b *Browser) Cookie(name string) string { return b.cookies[name] }

// Identify adds the browser's cookies to a request that the test made itself.
func (b *Browser) Identify(r *http.Request) {
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
}
