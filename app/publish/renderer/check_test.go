package renderer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"igny8/app/publish/renderer"
)

// Each case breaks a good site in one way. Check names the file and the problem.
func TestCheckFindsEachProblem(t *testing.T) {
	t.Parallel()
	const page = "grinding/burr-grinders/index.html"
	swap := func(name, old, text string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			before := content(t, dir, name)
			if !strings.Contains(before, old) {
				t.Fatalf("%s has no %q", name, old)
			}
			write(t, filepath.Join(dir, name), strings.Replace(before, old, text, 1))
		}
	}
	for name, tc := range map[string]struct {
		spoil     func(*testing.T, string)
		file, key string
	}{
		"no robots":        {remove("robots.txt"), "robots.txt", "missing"},
		"no 404":           {remove("404.html"), "404.html", "missing"},
		"second h1":        {swap(page, "<h2", "<h1>Again</h1><h2"), page, "h1"},
		"no title":         {swap(page, "<title>How burr grinders work – Slow Roast</title>", "<title> </title>"), page, "title"},
		"title twice":      {swap(page, "<title>How burr grinders work", "<title>When a blade grinder is enough"), page, "title"},
		"no description":   {swap(page, `content="Why two burrs beat one blade."`, `content=""`), page, "description"},
		"no language":      {swap(page, `lang="en"`, ""), page, "lang"},
		"JSON-LD":          {swap(page, `{"@context"`, `{"@context`), page, "jsonld"},
		"no JSON-LD":       {swap(page, `type="application/ld+json"`, `type="text/plain"`), page, "jsonld"},
		"dead link":        {swap(page, `href="/about/"`, `href="/abuot/"`), page, "link"},
		"dead own link":    {swap(page, `href="/about/"`, `href="https://slowroast.example/abuot/"`), page, "link"},
		"dead relative":    {swap(page, `href="/about/"`, `href="../nowhere/"`), page, "link"},
		"dead anchor":      {swap(page, `href="#two-burrs"`, `href="#three-burrs"`), page, "link"},
		"dead style":       {swap(page, `href="/assets/site.`, `href="/assets/cite.`), page, "link"},
		"inline style":     {swap(page, `<h2`, `<h2 style="color:red"`), page, "inline"},
		"inline script":    {swap(page, `<h2`, `<script>1</script><h2`), page, "inline"},
		"handler":          {swap(page, `<h2`, `<h2 onclick="x()"`), page, "inline"},
		"picture, no alt":  {swap(page, `<h2`, `<img src="/favicon.svg"><h2`), page, "alt"},
		"id twice":         {swap(page, `id="conical-or-flat"`, `id="two-burrs"`), page, "id"},
		"sitemap broken":   {swap("sitemap.xml", "</urlset>", ""), "sitemap.xml", "sitemap"},
		"sitemap too long": {swap("sitemap.xml", "slowroast.example/about/", "slowroast.example/abuot/"), "sitemap.xml", "sitemap"},
		"orphan": {func(t *testing.T, dir string) {
			if err := os.Mkdir(filepath.Join(dir, "lost"), 0o755); err != nil {
				t.Fatal(err)
			}
			text := strings.ReplaceAll(content(t, dir, page), "How burr grinders work", "Lost")
			write(t, filepath.Join(dir, "lost", "index.html"), text)
		}, "lost/index.html", "orphan"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			export(t, dir, roastery(t))
			tc.spoil(t, dir)
			problems, err := renderer.Check(dir)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				if p.File == tc.file && p.Key == tc.key && p.Message != "" {
					return
				}
			}
			t.Errorf("got %v, want %s in %s", problems, tc.key, tc.file)
		})
	}
}

func remove(name string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
}
