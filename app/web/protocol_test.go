package web_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/body"
	"igny8/app/config"
	"igny8/app/tenancy"
	"igny8/app/web"
)

const (
	htmlPage = "text/html; charset=utf-8"
	problem  = "application/problem+json"
)

// rawClient is a TCP connection without an HTTP client, so that a test sees when the server closes the connection.
type rawClient struct {
	net.Conn
	t *testing.T
	r *bufio.Reader
}

func dial(t *testing.T, address string) rawClient {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	_ = c.SetDeadline(time.Now().Add(20 * time.Second))
	return rawClient{c, t, bufio.NewReader(c)}
}

// send writes a request: the request line, the headers, an empty line and the part of the body that is sent.
func (w rawClient) send(line, body string, headers ...string) {
	w.t.Helper()
	head := append([]string{line + " HTTP/1.1", "Host: igny8.test"}, headers...)
	// The server may close the connection before it has read everything. That is no failure; the test looks at the answer.
	_, _ = io.WriteString(w, strings.Join(head, "\r\n")+"\r\n\r\n"+body)
}

func (w rawClient) answer() apptest.Reply {
	w.t.Helper()
	answer, err := http.ReadResponse(w.r, nil)
	if err != nil {
		w.t.Fatalf("no answer: %v", err)
	}
	defer func() { _ = answer.Body.Close() }()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		w.t.Fatalf("the answer breaks off: %v", err)
	}
	if answer.Close {
		answer.Header.Set("Connection", "close") // ReadResponse removes this header
	}
	return apptest.Reply{Status: answer.StatusCode, Header: answer.Header, Body: string(data)}
}

func expects(t *testing.T, what string, got apptest.Reply, status int, kind string) {
	t.Helper()
	if got.Status != status || got.Header.Get("Content-Type") != kind {
		t.Errorf("%s: %d %s, want %d %s: %.300s", what, got.Status, got.Header.Get("Content-Type"), status, kind, got.Body)
	}
}

func zipped(text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(text))
	_ = z.Close()
	return b.String()
}

func TestCompressedBodyIsRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	send := func(path, kind, encoding, body string) apptest.Reply {
		r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
		r.Header.Set("Content-Encoding", encoding)
		return w.Send(r)
	}
	for _, encoding := range []string{"gzip", "gzip, gzip", "GZIP", "deflate", "br", "zstd", "identity, gzip", "x"} {
		expects(t, "page "+encoding, send("/login", "application/x-www-form-urlencoded", encoding, zipped("email=a")), http.StatusUnsupportedMediaType, htmlPage)
		expects(t, "API "+encoding, send("/api/v1/auth/token", "application/json", encoding, zipped("{}")), http.StatusUnsupportedMediaType, problem)
	}
	if got := send("/api/v1/auth/token", "application/json", "identity", `{"email": "a@b.test", "password": "wrong"}`); got.Status != http.StatusUnauthorized {
		t.Errorf("identity: %d %s", got.Status, got.Body)
	}
}

func TestBodyLimitDependsOnTheSender(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	owner, nobody := w.Browse(accountstest.Owner), w.Browse("")
	content := "/app/sites/" + w.Site + "/writer/contents/" + things.Content
	cases := []struct {
		name   string
		reply  func(size int) apptest.Reply
		limit  int
		status int // of a body below the limit; 0: not checked
	}{
		{"sign in", func(n int) apptest.Reply { return nobody.Post("/login", "email", strings.Repeat("a", n)) }, body.Stranger, http.StatusUnauthorized},
		{"a form", func(n int) apptest.Reply { return owner.Post("/app/settings/account", "name", strings.Repeat("a", n)) }, body.Member, http.StatusUnprocessableEntity},
		{"a paste", func(n int) apptest.Reply { return owner.Post(content+"/paste", "html", strings.Repeat("a", n)) }, body.Editor, http.StatusRequestEntityTooLarge},
		{"pasted keywords", func(n int) apptest.Reply {
			return owner.Post("/app/sites/"+w.Site+"/planner/import", "text", strings.Repeat("a", n))
		}, body.Editor, 0},
	}
	for _, c := range cases {
		expects(t, c.name+" beyond its limit", c.reply(c.limit), http.StatusRequestEntityTooLarge, htmlPage)
		// A body within the limit is read. The editor may still refuse it as too large.
		if got := c.reply(c.limit - 1000); strings.Contains(got.Body, "The request is larger") || c.status != 0 && got.Status != c.status {
			t.Errorf("%s within its limit: %d, want %d: %.200s", c.name, got.Status, c.status, got.Body)
		}
	}
	programs := []struct {
		person       accountstest.Person
		method, path string
		limit        int
	}{
		{"", http.MethodPost, "/auth/token", body.Stranger},
		{accountstest.Owner, http.MethodPost, "/sites", body.Member},
		{accountstest.Owner, http.MethodPatch, "/contents/" + things.Content, body.Editor},
	}
	address := w.Listen()
	for _, p := range programs {
		token := ""
		if p.person != "" {
			token = w.Token(p.person)
		}
		for _, announced := range []bool{true, false} {
			got := sendSized(t, address, token, p.method, p.path, p.limit, announced)
			expects(t, fmt.Sprint(p.path, " beyond its limit, announced: ", announced), got, http.StatusRequestEntityTooLarge, problem)
			if got := sendSized(t, address, token, p.method, p.path, p.limit-1000,
				announced); got.Status == http.StatusRequestEntityTooLarge {
				t.Errorf("%s within its limit, announced: %v: %d %s", p.path, announced, got.Status, got.Body)
			}
		}
	}
}

// sendSized sends a JSON body of the size, with a Content-Length or in chunks.
func sendSized(t *testing.T, address, token, method, path string, size int, announced bool) apptest.Reply {
	t.Helper()
	text := `{"name": "` + strings.Repeat("a", size-10) + `"}`
	headers := []string{"Content-Type: application/json", fmt.Sprint("Content-Length: ", len(text)), "Authorization: Bearer " + token}
	if token == "" {
		headers = headers[:2]
	}
	if !announced {
		headers[1] = "Transfer-Encoding: chunked"
		text = fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(text), text)
	}
	c := dial(t, address)
	go c.send(method+" /api/v1"+path, text, headers...)
	return c.answer()
}

func TestUnreadBodyIsNotTakenAsARequest(t *testing.T) {
	t.Parallel()
	address := apptest.New(t).Listen()
	hidden := "GET /healthz HTTP/1.1\r\nHost: igny8.test\r\n\r\n"
	filler := strings.Repeat("x", 200<<10)
	for _, line := range []string{"POST /nope", "GET /login", "POST /api/v1/nope", "POST /app/sites"} {
		c := dial(t, address)
		go c.send(line, filler+hidden, fmt.Sprint("Content-Length: ", len(filler)+len(hidden)))
		if got := c.answer(); got.Header.Get("Connection") != "close" {
			t.Errorf("%s: %d leaves the connection open", line, got.Status)
		}
		if rest, _ := io.ReadAll(c.r); len(rest) > 0 {
			t.Errorf("%s: the body was answered: %.100s", line, rest)
		}
	}
	c := dial(t, address)
	c.send("POST /nope", hidden, fmt.Sprint("Content-Length: ", len(hidden)))
	c.send("GET /healthz", "")
	if first, second := c.answer(), c.answer(); first.Status != http.StatusNotFound || second.Body != "ok\n" {
		t.Errorf("after a short body: %d and %d %q", first.Status, second.Status, second.Body)
	}
}

func TestRequestHeadIsLimited(t *testing.T) {
	t.Parallel()
	address := apptest.New(t).Listen()
	for _, size := range []int{17 << 10, 23 << 10, 40 << 10, 300 << 10} {
		for line, kind := range map[string]string{"GET /login": htmlPage, "GET /api/v1/me": problem} {
			c := dial(t, address)
			c.send(line, "", "Cookie: a="+strings.Repeat("a", size))
			got := c.answer()
			expects(t, fmt.Sprint(line, " with ", size), got, http.StatusRequestHeaderFieldsTooLarge, kind)
			if got.Header.Get("Cache-Control") != "no-store" || got.Header.Get("X-Content-Type-Options") != "nosniff" {
				t.Errorf("%s with %d says Cache-Control %q", line, size, got.Header.Get("Cache-Control"))
			}
			c = dial(t, address)
			c.send(line+"?q="+strings.Repeat("a", size), "")
			expects(t, fmt.Sprint(line, " of ", size), c.answer(), http.StatusRequestHeaderFieldsTooLarge, kind)
		}
	}
	c := dial(t, address)
	c.send("GET /login", "", "Cookie: a="+strings.Repeat("a", 15<<10))
	expects(t, "15 KB", c.answer(), http.StatusOK, htmlPage)
}

func TestHeaderWithSpaceBeforeColonIsRefused(t *testing.T) {
	t.Parallel()
	address := apptest.New(t).Listen()
	for _, header := range []string{"Transfer-Encoding : chunked", "X : y", ": y"} {
		c := dial(t, address)
		c.send("POST /login", "0\r\n\r\n", "Content-Length: 5", header)
		if got := c.answer(); got.Status != http.StatusBadRequest || got.Header.Get("Connection") != "close" {
			t.Errorf("%q: %d, connection %q", header, got.Status, got.Header.Get("Connection"))
		}
	}
}

func TestSlowRequestGetsAReadableError(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	w.Server.Server().ReadTimeout = 300 * time.Millisecond
	address := w.Listen()
	for line, kind := range map[string]string{"POST /login": htmlPage, "POST /api/v1/auth/token": problem} {
		c := dial(t, address)
		c.send(line, "half", "Content-Length: 1000", "Content-Type: application/json")
		got := c.answer()
		expects(t, line, got, http.StatusRequestTimeout, kind)
		if !strings.Contains(got.Body, "Nothing was changed") {
			t.Errorf("%s: %s", line, got.Body)
		}
	}
}

func TestForwardedAddressIsReadFromTheRight(t *testing.T) {
	t.Parallel()
	w := apptest.New(t, func(c *config.Config) {
		c.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32"), netip.MustParsePrefix("10.0.0.0/8")}
	})
	address := w.Listen()
	cases := map[string]string{
		"":                                    "127.0.0.1",
		"203.0.113.9":                         "203.0.113.9",
		"198.51.100.1, 203.0.113.9":           "203.0.113.9",
		"198.51.100.1, 203.0.113.9, 10.1.2.3": "203.0.113.9",
		"198.51.100.1, junk, 10.1.2.3":        "10.1.2.3",
		"10.9.9.9, 10.1.2.3":                  "10.9.9.9",
		// Of an IPv6 address only the network counts, because one person has 2^64 addresses.
		"2001:db8::1":        "2001:db8::/64",
		"::ffff:203.0.113.7": "203.0.113.7",
	}
	n := 0
	for chain, want := range cases {
		n++
		email := fmt.Sprintf("nobody%d@igny8.test", n)
		c := dial(t, address)
		message := `{"email": "` + email + `", "password": "a guess"}`
		headers := []string{"Content-Type: application/json", fmt.Sprint("Content-Length: ", len(message))}
		if chain != "" {
			headers = append(headers, "X-Forwarded-For: "+chain)
		}
		c.send("POST /api/v1/auth/token", message, headers...)
		expects(t, chain, c.answer(), http.StatusUnauthorized, problem)
		if got := guessedFrom(t, w, email); !slices.Equal(got, []string{want}) {
			t.Errorf("X-Forwarded-For %q: %v, want %s", chain, got, want)
		}
	}
	// This request comes from an address that is not a trusted proxy, so its header is ignored.
	strange := apptest.New(t, func(c *config.Config) { c.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")} })
	c := dial(t, strange.Listen())
	message := `{"email": "nobody@igny8.test", "password": "a guess"}`
	c.send("POST /api/v1/auth/token", message, "Content-Type: application/json", fmt.Sprint("Content-Length: ", len(message)), "X-Forwarded-For: 203.0.113.9")
	expects(t, "a stranger", c.answer(), http.StatusUnauthorized, problem)
	if got := guessedFrom(t, strange, "nobody@igny8.test"); !slices.Equal(got, []string{"127.0.0.1"}) {
		t.Errorf("a stranger's header: %v, want 127.0.0.1", got)
	}
}

func guessedFrom(t *testing.T, w *apptest.World, email string) []string {
	t.Helper()
	var addresses []string
	ctx := tenancy.System(context.Background(), "look where guesses came from")
	if err := w.DB.Read(ctx).Table("sign_in_failures").Where("email_key = ?", email).Pluck("address", &addresses).Error; err != nil {
		t.Fatal(err)
	}
	return addresses
}

func TestAnswersAreNeverCached(t *testing.T) {
	t.Parallel()
	w := apptest.New(t, func(c *config.Config) { c.BaseURL = "https://igny8.test" })
	plain := apptest.New(t)
	for _, address := range []string{
		"GET /", "GET /login", "GET /app", "GET /nope", "POST /login", "DELETE /login", "GET /healthz", "GET /readyz", "GET /metrics", "GET /preview/x/", "GET /sites/allowed",
		"GET /api/v1/me", "GET /api/openapi.json", "GET /api/docs", "GET /api/v1/nope", "POST /api/v1/auth/token", "PUT /api/v1/me",
	} {
		method, path, _ := strings.Cut(address, " ")
		got := w.Send(httptest.NewRequest(method, path, nil))
		if !strings.Contains(got.Header.Get("Cache-Control"), "no-store") || got.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %d says Cache-Control %q, X-Content-Type-Options %q", address, got.Status, got.Header.Get("Cache-Control"), got.Header.Get("X-Content-Type-Options"))
		}
		if !strings.HasPrefix(got.Header.Get("Strict-Transport-Security"), "max-age=") {
			t.Errorf("%s: no HSTS over TLS", address)
		}
		if got := plain.Send(httptest.NewRequest(method, path, nil)).Header.Get("Strict-Transport-Security"); got != "" {
			t.Errorf("%s: HSTS %q without TLS", address, got)
		}
	}
	page := w.Send(httptest.NewRequest(http.MethodGet, "/login", nil)).Body
	_, asset, _ := strings.Cut(page, `href="/static/css/`)
	asset, _, _ = strings.Cut(asset, `"`)
	got := w.Send(httptest.NewRequest(http.MethodGet, "/static/css/"+asset, nil)).Header
	if !strings.Contains(got.Get("Cache-Control"), "immutable") || got.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("a static file: %v", got)
	}
}

func TestWrongMethodGetsTheAllowedMethods(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	for address, allowed := range map[string]string{
		"DELETE /login": "GET, HEAD, POST", "POST /password": "", "PUT /app/sites/x/planner": "GET, HEAD", "GET /logout": "POST",
	} {
		method, path, _ := strings.Cut(address, " ")
		got := w.Send(httptest.NewRequest(method, path, nil))
		status := http.StatusMethodNotAllowed
		if allowed == "" {
			status = http.StatusNotFound
		}
		if got.Status != status || got.Header.Get("Allow") != allowed {
			t.Errorf("%s: %d, Allow %q; want %d, %q", address, got.Status, got.Header.Get("Allow"), status, allowed)
		}
	}
	if got := w.Send(httptest.NewRequest(http.MethodHead, "/login", nil)); got.Status != http.StatusOK || got.Body != "" {
		t.Errorf("HEAD: %d %q", got.Status, got.Body)
	}
}

func TestOperatorPagesHaveTheirOwnAddress(t *testing.T) {
	t.Parallel()
	w := apptest.New(t, func(c *config.Config) { c.MetricsAddr = "127.0.0.1:9108" })
	for path, status := range map[string]int{"/metrics": http.StatusNotFound, "/readyz": http.StatusNotFound, "/healthz": http.StatusOK} {
		if got := w.Send(httptest.NewRequest(http.MethodGet, path, nil)); got.Status != status || strings.Contains(got.Body, "igny8_http") {
			t.Errorf("%s where everybody asks: %d", path, got.Status)
		}
	}
	missing := errors.New("not there")
	operations := web.NewOperations(web.Operations{Metrics: w.Metrics, Ready: map[string]func(context.Context) error{"queue": func(context.Context) error { return missing }}})
	for path, want := range map[string]string{"/metrics": "200 igny8_http_request_seconds", "/readyz": "503 waiting for the queue", "/healthz": "200 ok", "/login": "404 "} {
		answer, err := operations.Test(httptest.NewRequest(http.MethodGet, path, nil))
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		status, word, _ := strings.Cut(want, " ")
		if err != nil || fmt.Sprint(answer.StatusCode) != status || !strings.Contains(string(data), word) {
			t.Errorf("%s where operators ask: %d %.60s, want %s", path, answer.StatusCode, data, want)
		}
	}
}
