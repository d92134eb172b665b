package main_test

import (
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestAccountsSeeOnlyTheirPages has people of several accounts follow the links of their pages at the same time. Each page must be
// complete, must not be a server error, and must hold nothing of another account.
func TestAccountsSeeOnlyTheirPages(t *testing.T) {
	t.Parallel()
	const people, each = 8, 150
	program := start(t, install(t).env)
	var crowd sync.WaitGroup
	for n := range people {
		crowd.Go(func() {
			w := wanderer{t: t, base: program.base, n: n, chance: rand.New(rand.NewPCG(uint64(n), 3)), known: map[string]bool{}}
			w.signUp()
			if len(w.links) == 0 {
				t.Errorf("%s found no page to go on from", w.mark())
				return
			}
			for range each {
				w.next()
			}
		})
	}
	crowd.Wait()
}

// wanderer is a person who follows random links.
type wanderer struct {
	t      *testing.T
	base   string
	n      int
	chance *rand.Rand
	client http.Client
	token  string // of the forms: each person has one, behind another mask on each page
	links  []string
	known  map[string]bool
}

var (
	formToken = regexp.MustCompile(`name="_csrf" value="([^"]*)"`)
	pageLink  = regexp.MustCompile(`(?:href|hx-get)="(/app[^"#]*)"`)
	anyMark   = regexp.MustCompile(`Crowd-\d+-`)
)

// mark returns a text that every page of this person shows in its menu and no page of another person shows.
func (w *wanderer) mark() string { return fmt.Sprintf("Crowd-%d-", w.n) }

func (w *wanderer) signUp() {
	jar, _ := cookiejar.New(nil)
	w.client = http.Client{Jar: jar, Timeout: time.Minute}
	w.token = tokenIn(w.page("/signup"))
	w.post("/signup", url.Values{
		"account_name": {w.mark()}, "name": {w.mark()}, "email": {fmt.Sprintf("crowd%d@example.com", w.n)}, "password": {"a hedge in every garden"},
	})
	w.token = tokenIn(w.page("/app"))
	w.post("/app/sample", url.Values{})
	w.learn(w.page("/app"))
}

// next follows one of the links that the person has seen. Half of the time it picks one of the latest.
func (w *wanderer) next() {
	from := 0
	if w.chance.IntN(2) == 0 {
		from = max(0, len(w.links)-20)
	}
	path := w.links[from+w.chance.IntN(len(w.links)-from)]
	page := w.page(path)
	w.learn(page)
	for _, mark := range anyMark.FindAllString(page, -1) {
		if mark != w.mark() {
			w.t.Errorf("%s: a page of %s was sent to %s", path, mark, w.mark())
			return
		}
	}
	if token := tokenIn(page); token != "" && unmasked(token) != unmasked(w.token) {
		w.t.Errorf("%s: the token of the forms is another person's", path)
	}
}

func tokenIn(page string) string {
	if found := formToken.FindStringSubmatch(page); found != nil {
		return found[1]
	}
	return ""
}

// unmasked returns what a token is without its mask, which is its first half.
func unmasked(token string) string {
	masked, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil {
		return "no token: " + token
	}
	half := len(masked) / 2
	plain := make([]byte, half)
	subtle.XORBytes(plain, masked[:half], masked[half:])
	return string(plain)
}

func (w *wanderer) learn(page string) {
	for _, found := range pageLink.FindAllStringSubmatch(page, -1) {
		if path := html.UnescapeString(found[1]); !w.known[path] {
			w.known[path] = true
			w.links = append(w.links, path)
		}
	}
}

func (w *wanderer) post(path string, form url.Values) {
	form.Set("_csrf", w.token)
	answer, err := w.client.PostForm(w.base+path, form)
	w.read(path, answer, err)
}

func (w *wanderer) page(path string) string {
	answer, err := w.client.Get(w.base + path)
	return w.read(path, answer, err)
}

// read returns the page after checking that it is complete.
func (w *wanderer) read(path string, answer *http.Response, err error) string {
	if err != nil {
		w.t.Errorf("%s: %v", path, err)
		return ""
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode >= http.StatusInternalServerError {
		w.t.Errorf("%s: %d, %v", path, answer.StatusCode, err)
	}
	page := string(body)
	if strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html") && !strings.HasSuffix(strings.TrimSpace(page), ">") {
		w.t.Errorf("%s: the page is cut: …%s", path, page[max(0, len(page)-60):])
	}
	return page
}
