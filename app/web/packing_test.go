package web_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/static"
)

// fetched is the answer to a request that names codings.
func fetched(w *apptest.World, path, codings string) apptest.Reply {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	if codings != "" {
		r.Header.Set("Accept-Encoding", codings)
	}
	return w.Send(r)
}

func TestAnswersArePackedForThoseWhoTakeThem(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	style := static.URL(static.Stylesheet)
	for _, c := range []struct{ path, codings, want string }{
		{"/login", "", ""},
		{"/login", "identity", ""},
		{"/login", "br", ""},
		{"/login", "gzip;q=0", ""},
		{"/login", "gzip; q=0.000", ""},
		{"/login", "gzip", "gzip"},
		{"/login", "br;q=1.0, GZIP;q=0.5, *;q=0", "gzip"},
		{"/api/openapi.json", "gzip", "gzip"},
		{"/nowhere", "gzip", "gzip"},
		{style, "", ""},
		{style, "gzip", "gzip"},
		{style, "gzip, deflate, br", "br"},
		{style, "br;q=0, gzip", "gzip"},
	} {
		got := fetched(w, c.path, c.codings)
		if coding := got.Header.Get("Content-Encoding"); coding != c.want {
			t.Errorf("%s for %q comes in the coding %q, want %q", c.path, c.codings, coding, c.want)
		}
		named := 0
		for _, vary := range strings.Split(strings.Join(got.Header.Values("Vary"), ","), ",") {
			if strings.TrimSpace(vary) == "Accept-Encoding" {
				named++
			}
		}
		if named != 1 {
			t.Errorf("%s for %q names Accept-Encoding %d times in Vary: %q", c.path, c.codings, named, got.Header.Values("Vary"))
		}
	}
	reader, err := gzip.NewReader(strings.NewReader(fetched(w, "/login", "gzip").Body))
	if err != nil {
		t.Fatal(err)
	}
	if page, err := io.ReadAll(reader); err != nil || !strings.Contains(string(page), "</html>") {
		t.Errorf("unpacked, the page is %.80q, %v", page, err)
	}
}

// A token that stays the same could be guessed letter by letter from the length of packed pages.
func TestTokenIsAnotherTextEachTime(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	b := w.Browse(accountstest.Owner)
	b.Get("/app/profile")
	first := b.CSRF()
	b.Get("/app/profile")
	second := b.CSRF()
	if first == second || first == "" {
		t.Errorf("two pages have the tokens %q and %q", first, second)
	}
	for what, token := range map[string]string{"the older": first, "the newer": second} {
		if got := b.PostWith(token, "/app/profile", "name", "Olivia"); got.Status != http.StatusSeeOther {
			t.Errorf("%s token: %d", what, got.Status)
		}
	}
	half := second[:len(second)/2]
	for what, token := range map[string]string{"none": "", "half a token": half, "half a token twice": half + half, "no token": "!!"} {
		if got := b.PostWith(token, "/app/profile", "name", "Olivia"); got.Status != http.StatusForbidden {
			t.Errorf("%s: %d, want it refused", what, got.Status)
		}
	}
}
