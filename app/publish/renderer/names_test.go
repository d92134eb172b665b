package renderer_test

import (
	"strings"
	"testing"
)

// TestPagesAreNamedForReaders holds the names of pages that readers see: in the menu, breadcrumbs, headings and lists.
func TestPagesAreNamedForReaders(t *testing.T) {
	t.Parallel()
	site, dir := roastery(t), t.TempDir()
	site.Language = "fr-CA"
	// The title is the name of the site and a number; the heading is not.
	site.Pages[1].Title, site.Pages[1].H1 = "Slow Roast (2)", "Moudre : tout savoir"
	site.Pages[2].Title = "Moudre : le guide « lent »"
	site.Pages[6].Title, site.Pages[6].Body = "À propos de Slow Roast", nil
	export(t, dir, site)
	for _, want := range []struct{ file, selector, text string }{
		{"index.html", "nav a[href='/grinding/']", "Moudre"},
		{"index.html", "nav a[href='/about/']", "À propos"},
		{"index.html", "nav a[href='/contact/']", "Contact"},
		{"about/index.html", "h1", "À propos de Slow Roast"},
		{"about/index.html", "main", "Two people and a drum roaster in a shed."},
		{"grinding/index.html", "title", "Slow Roast (2)"},
		{"grinding/index.html", "h1", "Moudre\u00a0: tout savoir"},
		{"grinding/burr-grinders/index.html", ".crumbs li:nth-child(2)", "Moudre"},
		{"grinding/burr-grinders/index.html", ".crumbs li:nth-child(3)", "Moudre\u00a0: le guide «\u00a0lent\u00a0»"},
		{"category/coffee/index.html", ".band h2", "Dans cette catégorie"},
	} {
		if got := open(t, dir, want.file).Find(want.selector).First().Text(); !strings.Contains(got, want.text) {
			t.Errorf("%s %s is %q, want %q", want.file, want.selector, got, want.text)
		}
	}
}

// A page whose kind has a name in the menu still shows its own label.
func TestMenuKeepsAGivenLabel(t *testing.T) {
	t.Parallel()
	site, dir := roastery(t), t.TempDir()
	site.Pages[6].Label = "The shed"
	export(t, dir, site)
	if got := open(t, dir, "index.html").Find("nav a[href='/about/']").First().Text(); got != "The shed" {
		t.Errorf("the menu says %q", got)
	}
}
