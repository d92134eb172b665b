package static_test

import (
	"regexp"
	"strings"
	"testing"

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
		data, contentType, ok := static.Open(url)
		if !ok || len(data) == 0 || contentType != want {
			t.Errorf("Open(%q) = %d bytes, %q, %v; want %q", url, len(data), contentType, ok, want)
		}
	}
}

func TestOpenKnowsOnlyThePresentHash(t *testing.T) {
	t.Parallel()
	for _, path := range []string{
		"", "/static/", "css/app.css", "/static/css/app.000000000000.css", "css/reset.css", "../static.go", "js/vendor/htmx-LICENSE.txt",
	} {
		if _, _, ok := static.Open(path); ok {
			t.Errorf("Open(%q) found a file", path)
		}
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
	data, _, _ := static.Open(static.URL(static.Stylesheet))
	css := string(data)
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

// The first view stays under 100 KB over the wire; scripts and style are most of it.
func TestWeight(t *testing.T) {
	t.Parallel()
	total := 0
	for _, name := range []string{static.Stylesheet, "js/theme.js", "js/app.js", "js/vendor/htmx-4.0.1.min.js", "js/vendor/htmx-ptag-4.0.1.min.js", "icons/sprite.svg", "icons/favicon.svg"} {
		data, _, _ := static.Open(static.URL(name))
		total += len(data)
	}
	if total > 160_000 {
		t.Errorf("the first view loads %d bytes before compression; 160,000 are about 45 KB over the wire", total)
	}
}
