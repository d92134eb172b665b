package static_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"igny8/static"
)

func TestURLsResolve(t *testing.T) {
	t.Parallel()
	types := map[string]string{
		static.Stylesheet:             "text/css; charset=utf-8",
		"js/app.js":                   "text/javascript; charset=utf-8",
		"js/vendor/htmx-4.0.1.min.js": "text/javascript; charset=utf-8",
		"icons/sprite.svg":            "image/svg+xml",
	}
	hashed := regexp.MustCompile(`^/static/.+\.[0-9a-f]{12}\.(css|js|svg)$`)
	for name, want := range types {
		url := static.URL(name)
		if !hashed.MatchString(url) {
			t.Errorf("URL(%q) = %q: no hash in it", name, url)
		}
		f, ok := static.Open(url)
		if !ok || len(f.Data) == 0 || f.ContentType != want {
			t.Errorf("Open(%q) = %d bytes, %q, %v; want %q", url, len(f.Data), f.ContentType, ok, want)
		}
	}
}

func TestOpenKnowsOnlyThePresentHash(t *testing.T) {
	t.Parallel()
	for _, path := range []string{
		"", "/static/", "css/app.css", "/static/css/app.000000000000.css", "css/reset.css", "../static.go", "js/vendor/htmx-LICENSE.txt",
	} {
		if _, ok := static.Open(path); ok {
			t.Errorf("Open(%q) found a file", path)
		}
	}
}

func TestPackedFilesAreTheSameFiles(t *testing.T) {
	t.Parallel()
	unpack := map[string]func(io.Reader) (io.Reader, error){
		"br":   func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
		"gzip": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	}
	f, _ := static.Open(static.URL(static.Stylesheet))
	for _, coding := range static.Codings {
		packed, ok := f.Packed(coding)
		if !ok || len(packed)*3 > len(f.Data) {
			t.Fatalf("%s: %d bytes of %d, %v", coding, len(packed), len(f.Data), ok)
		}
		reader, err := unpack[coding](bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		if data, err := io.ReadAll(reader); err != nil || !bytes.Equal(data, f.Data) {
			t.Errorf("%s: unpacked it is another file, %v", coding, err)
		}
	}
	if _, ok := f.Packed("deflate"); ok {
		t.Error("a file is packed in a coding that nobody named")
	}
}

func TestURLPanicsOnAnUnknownName(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	static.URL("js/none.js")
}

// The order of layers is declared first, every rule stands in one of them, and nothing is fetched from elsewhere.
func TestStylesheetIsLayered(t *testing.T) {
	t.Parallel()
	f, _ := static.Open(static.URL(static.Stylesheet))
	css := string(f.Data)
	if !strings.HasPrefix(css, "@layer reset, tokens, base, layout, components, pages;") {
		t.Errorf("the stylesheet begins with %.80q", css)
	}
	for _, foreign := range []string{"@import", "url(", "http:", "https:"} {
		if strings.Contains(css, foreign) {
			t.Errorf("the stylesheet contains %q", foreign)
		}
	}
	depth := 0
	for i, line := range strings.Split(css, "\n") {
		if depth == 0 && strings.Contains(line, "{") && !strings.HasPrefix(line, "@layer ") {
			t.Errorf("line %d stands in no layer: %s", i+1, line)
		}
		depth += strings.Count(line, "{") - strings.Count(line, "}")
	}
	if depth != 0 {
		t.Errorf("%d braces are left open", depth)
	}
}

// The first view stays under 100 KB over the wire: this much is left for the page.
func TestWeight(t *testing.T) {
	t.Parallel()
	total := 0
	for _, name := range []string{static.Stylesheet, "js/theme.js", "js/app.js", "js/vendor/htmx-4.0.1.min.js", "js/vendor/htmx-ptag-4.0.1.min.js", "icons/sprite.svg", "icons/favicon.svg"} {
		f, _ := static.Open(static.URL(name))
		packed, ok := f.Packed("gzip")
		if !ok {
			t.Fatalf("%s is not packed", name)
		}
		total += len(packed)
	}
	if total > 50_000 {
		t.Errorf("the first view loads %d packed bytes beside the page, want 50,000 at most", total)
	}
}
