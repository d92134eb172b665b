package web_test

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

// uploadForm returns a form with one keyword file. The token comes first; if it is empty, the form has none.
func uploadForm(t *testing.T, token, file string) (kind, text string) {
	t.Helper()
	var b bytes.Buffer
	f := multipart.NewWriter(&b)
	if token != "" {
		if err := f.WriteField("_csrf", token); err != nil {
			t.Fatal(err)
		}
	}
	part, err := f.CreateFormFile("file", "keywords.csv")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(part, file); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.FormDataContentType(), b.String()
}

// identity returns the headers that identify a person: cookies for pages, a token for the API.
func identity(w *apptest.World, p accountstest.Person, path string) []string {
	if strings.HasPrefix(path, "/api/") {
		return []string{"Authorization: Bearer " + w.Token(p)}
	}
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	w.Browse(p).Identify(r)
	return []string{"Cookie: " + r.Header.Get("Cookie")}
}

func TestUploadWithoutItsTokenIsNotRead(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	address := w.Listen()
	path := "/app/sites/" + w.Site + "/planner/import"
	api := "/api/v1/sectors/" + w.Sector + "/keyword-imports"
	kind, text := uploadForm(t, "a wrong token", "keyword\nraised beds\n")
	bareKind, bare := uploadForm(t, "", "keyword\nraised beds\n")
	cases := []struct {
		name, path, sent, text string
		person                 accountstest.Person
		status                 int
		kind                   string
	}{
		{"a wrong token", path, kind, text, accountstest.Owner, http.StatusForbidden, htmlPage},
		{"a file first", path, bareKind, bare, accountstest.Owner, http.StatusForbidden, htmlPage},
		{"nobody", path, kind, text, "", http.StatusUnauthorized, htmlPage},
		{"nobody's program", api, bareKind, bare, "", http.StatusUnauthorized, problem},
	}
	for _, c := range cases {
		headers := []string{"Content-Type: " + c.sent, "Content-Length: 100000000"}
		if c.person != "" {
			headers = append(headers, identity(w, c.person, c.path)...)
		}
		// The header announces 100 MB, but only the beginning is sent: a server that waited for the rest would not answer.
		client := dial(t, address)
		client.send("POST "+c.path, c.text[:len(c.text)-20]+strings.Repeat("x", 100<<10), headers...)
		got := client.answer()
		expects(t, c.name, got, c.status, c.kind)
		if got.Header.Get("Connection") != "close" {
			t.Errorf("%s: the connection stays open", c.name)
		}
	}
}

func TestSlowUploadArrives(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	w.Server.Server().ReadTimeout = 300 * time.Millisecond
	address := w.Listen()
	owner := w.Browse(accountstest.Owner)
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	owner.Identify(r)
	file := "keyword\nraised beds\nraised bed soil\n"
	for path, status := range map[string]int{
		"/app/sites/" + w.Site + "/planner/import":                      http.StatusSeeOther,
		"/api/v1/sectors/" + w.Sector + "/keyword-imports?dry_run=true": http.StatusCreated,
	} {
		kind, text := uploadForm(t, owner.CSRF(), file)
		c := dial(t, address)
		headers := []string{"Content-Type: " + kind, fmt.Sprint("Content-Length: ", len(text)), "Cookie: " + r.Header.Get("Cookie"), "Authorization: Bearer " + w.Token(accountstest.Owner)}
		c.send("POST "+path, text[:20], headers...)
		for rest := text[20:]; rest != ""; {
			time.Sleep(150 * time.Millisecond)
			n := min(100, len(rest))
			if _, err := io.WriteString(c, rest[:n]); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			rest = rest[n:]
		}
		if got := c.answer(); got.Status != status {
			t.Errorf("%s: %d, want %d: %.300s", path, got.Status, status, got.Body)
		}
	}
}

func TestBrokenUploadGetsAReadableError(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	address := w.Listen()
	owner := w.Browse(accountstest.Owner)
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	owner.Identify(r)
	for path, kind := range map[string]string{
		"/app/sites/" + w.Site + "/planner/import":         htmlPage,
		"/api/v1/sectors/" + w.Sector + "/keyword-imports": problem,
	} {
		boundary, text := uploadForm(t, owner.CSRF(), strings.Repeat("raised beds\n", 1000))
		c := dial(t, address)
		c.send("POST "+path, text[:len(text)/2], "Content-Type: "+boundary, fmt.Sprint("Content-Length: ", len(text)), "Cookie: "+r.Header.Get("Cookie"), "Authorization: Bearer "+w.Token(accountstest.Owner))
		if err := c.Conn.(interface{ CloseWrite() error }).CloseWrite(); err != nil {
			t.Fatal(err)
		}
		got := c.answer()
		expects(t, path, got, http.StatusRequestTimeout, kind)
		if !strings.Contains(got.Body, "broke off") || !strings.Contains(got.Body, "Nothing was changed") {
			t.Errorf("%s: %.300s", path, got.Body)
		}
	}
}
