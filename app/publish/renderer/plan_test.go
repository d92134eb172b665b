package renderer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"igny8/app/blocks"
	"igny8/app/publish/renderer"
)

// read returns the content of a file of the site.
func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestPlanIsHiddenFromSearchEngines(t *testing.T) {
	t.Parallel()
	site, dir := roastery(t), t.TempDir()
	site.Plan = true
	site.Pages[2].SchemaType = "BlogPosting"
	site.Pages[2].Body = blocks.Document{
		{ID: "h", Type: blocks.TypeHeading, Level: 2, Text: "What a burr is"},
		{ID: "s", Type: blocks.TypeSlot, Prompt: "Which of them do we sell?", Keywords: []string{"burr grinder price"}},
		{ID: "p", Type: blocks.TypeParagraph, Text: "A sentence of a text that waits."},
	}
	export(t, dir, site)
	if problems, err := renderer.Check(dir); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
	pages, err := filepath.Glob(filepath.Join(dir, "*/*/index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, more := range []string{"index.html", "404.html", "grinding/index.html", "about/index.html"} {
		pages = append(pages, filepath.Join(dir, more))
	}
	for _, name := range pages {
		name, _ = filepath.Rel(dir, name)
		page := open(t, dir, name)
		if page.Find(`meta[name="robots"][content="noindex"]`).Length() != 1 {
			t.Errorf("%s may be indexed", name)
		}
		if got := page.Find("main .plan").Text(); got != "This is a plan: nothing here is written yet." {
			t.Errorf("%s says %q of the plan", name, got)
		}
		html := read(t, dir, name)
		for _, published := range []string{`"Article"`, "BlogPosting", "article:", "wordCount", "datePublished", "min read", "By Ada"} {
			if strings.Contains(html, published) {
				t.Errorf("%s has %s", name, published)
			}
		}
	}
	article := open(t, dir, "grinding/burr-grinders/index.html").Find(".prose")
	if got := article.Find("h2").Text(); got != "What a burr is" {
		t.Errorf("the headings are %q", got)
	}
	if got := strings.TrimSpace(article.Find("p").Text()); got != "Still to be written." {
		t.Errorf("the text is %q", got)
	}
	if got := read(t, dir, "robots.txt"); got != "User-agent: *\nDisallow: /\n" {
		t.Errorf("robots.txt is %q", got)
	}
	for _, list := range []string{"sitemap.xml", "feed.xml"} {
		if text := read(t, dir, list); strings.Contains(text, "<entry>") || strings.Contains(text, "<loc>") {
			t.Errorf("%s lists pages: %s", list, text)
		}
	}
}

func TestReleaseLeavesOutSlots(t *testing.T) {
	t.Parallel()
	site, dir := roastery(t), t.TempDir()
	site.Pages[2].Body = append(site.Pages[2].Body, blocks.Block{ID: "s", Type: blocks.TypeSlot, Prompt: "Zanzibar?", Keywords: []string{"Zanzibar"}, LeftOut: "Zanzibar"})
	export(t, dir, site)
	eachFile(t, dir, func(name, text string) {
		if strings.Contains(text, "Zanzibar") {
			t.Errorf("%s shows the slot", name)
		}
	})
}

func TestPagesShowNoInternalIDs(t *testing.T) {
	t.Parallel()
	site, dir := roastery(t), t.TempDir()
	for i := range site.Pages {
		if id := &site.Pages[i]; id.Kind == renderer.Article {
			id.ID = "internal-" + id.ID
		}
	}
	export(t, dir, site)
	eachFile(t, dir, func(name, text string) {
		if strings.Contains(text, "internal-") {
			t.Errorf("%s shows an id", name)
		}
		if doc, err := goquery.NewDocumentFromReader(strings.NewReader(text)); err != nil || doc.Find("[data-page], [data-role], [data-intent]").Length() > 0 {
			t.Errorf("%s carries internal metadata, %v", name, err)
		}
	})
}

// eachFile calls look with every file below the directory.
func eachFile(t *testing.T, dir string, look func(name, text string)) {
	t.Helper()
	n := 0
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		n++
		look(name, string(data))
		return err
	})
	if err != nil || n < 5 {
		t.Fatalf("%d files, %v", n, err)
	}
}
