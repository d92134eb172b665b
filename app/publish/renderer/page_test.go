package renderer_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"igny8/app/fault"
	"igny8/app/publish/renderer"
)

func TestArticlePage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	release := export(t, dir, roastery(t))
	page := open(t, dir, "grinding/burr-grinders/index.html")
	for selector, want := range map[string]string{
		"html[lang]":                                 "en",
		"title":                                      "How burr grinders work – Slow Roast",
		`meta[name="description"]`:                   "Why two burrs beat one blade.",
		`link[rel="canonical"]`:                      "https://slowroast.example/grinding/burr-grinders/",
		`link[rel="alternate"]`:                      "/feed.xml",
		`meta[property="og:type"]`:                   "article",
		`meta[property="og:url"]`:                    "https://slowroast.example/grinding/burr-grinders/",
		`meta[property="article:published_time"]`:    "2026-03-06T08:30:00Z",
		`meta[property="article:modified_time"]`:     "2026-03-08T08:30:00Z",
		`meta[property="article:section"]`:           "Grinding coffee",
		".crumbs li:nth-child(2) a":                  "Grinding coffee",
		".crumbs li:nth-child(3)":                    "How burr grinders work",
		".author":                                    "By Ada Ferris",
		".byline time":                               "March 8, 2026",
		".contents li:nth-child(2) a":                "Conical or flat",
		`.prose a[href="/grinding/blade-grinders/"]`: "blades",
		".terms a":                                   "Coffee",
		".band .card h3 a":                           "When a blade grinder is enough",
	} {
		if got := value(page.Find(selector).First()); got != want {
			t.Errorf("%s is %q, want %q", selector, got, want)
		}
	}
	var tags []string
	page.Find(`meta[property="article:tag"]`).Each(func(_ int, s *goquery.Selection) { tags = append(tags, value(s)) })
	if want := []string{"burr grinder", "how burr grinders work", "Coffee"}; !slices.Equal(tags, want) {
		t.Errorf("tags are %q, want %q", tags, want)
	}
	if want := []renderer.Unlinked{{Path: "/grinding/burr-grinders/", Href: "/gone/"}}; !slices.Equal(release.Unlinked, want) {
		t.Errorf("unlinked are %v, want %v", release.Unlinked, want)
	}
	if body := page.Find(".prose").Text(); !strings.Contains(body, "a page that is gone") {
		t.Error("the text of an unlinked link is gone")
	}
	if page.Find(".draft").Length() != 0 {
		t.Error("a reviewed page shows the draft notice")
	}
}

func TestDraftNoticeIsOnDraftsAlone(t *testing.T) {
	t.Parallel()
	site, dir := roastery(t), t.TempDir()
	site.Pages[2].Draft = true
	export(t, dir, site)
	if notice := open(t, dir, "grinding/burr-grinders/index.html").Find(".draft").Text(); notice == "" {
		t.Error("a draft says nothing of being one")
	}
}

func TestLinkedDataFitsThePage(t *testing.T) {
	t.Parallel()
	site, dir := roastery(t), t.TempDir()
	site.Pages[3].SchemaType = "FAQPage" // it has no questions, so it must not claim to be an FAQPage
	site.Pages[8].SchemaType = "Service"
	export(t, dir, site)
	for name, want := range map[string][]string{
		"index.html":                         {"Organization", "WebSite", "WebPage"},
		"grinding/index.html":                {"Organization", "WebSite", "CollectionPage", "BreadcrumbList"},
		"category/coffee/index.html":         {"Organization", "WebSite", "CollectionPage", "BreadcrumbList"},
		"grinding/burr-grinders/index.html":  {"Organization", "WebSite", "WebPage", "Article", "BreadcrumbList", "FAQPage"},
		"grinding/blade-grinders/index.html": {"Organization", "WebSite", "WebPage", "Article", "BreadcrumbList"},
		"about/index.html":                   {"Organization", "WebSite", "AboutPage", "BreadcrumbList"},
		"contact/index.html":                 {"Organization", "WebSite", "ContactPage", "BreadcrumbList"},
		"terms/index.html":                   {"Organization", "WebSite", "WebPage", "Service", "BreadcrumbList"},
	} {
		var got []string
		for _, n := range graph(t, dir, name) {
			got = append(got, n["@type"].(string))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s has %v, want %v", name, got, want)
		}
	}
	article := graph(t, dir, "grinding/burr-grinders/index.html")[3]
	if article["headline"] != "How burr grinders work" || article["author"].(map[string]any)["name"] != "Ada Ferris" || len(article["keywords"].([]any)) != 3 {
		t.Errorf("the article says %v", article)
	}
}

func TestHostileTextsAreEscaped(t *testing.T) {
	t.Parallel()
	for _, title := range []string{
		`</script><script>alert(1)</script>`, `</title><img src=x onerror=alert(1)>`, `"quoted" & 'single' <b>`, `" onload="alert(1)`,
		"]]><!-- -->", "مرحبا بالعالم", "🏺 Töpfern \u202e txt", "\u2028line\u2029", `{{.}} ${x} %s %d`,
	} {
		site, dir := roastery(t), t.TempDir()
		site.Name, site.Tagline, site.Facts.About, site.Facts.Author = title, title, title, title
		site.Facts.Phone, site.Facts.Email = title, title
		p := &site.Pages[2]
		p.Title, p.H1, p.Description, p.Label, p.ID = title+" x", title, title, title, title
		p.TargetKeywords = []string{title}
		p.Terms[0].Name = title
		export(t, dir, site)
		problems, err := renderer.Check(dir)
		if err != nil || len(problems) > 0 {
			t.Errorf("%q: %v, %v", title, problems, err)
		}
		page := open(t, dir, "grinding/burr-grinders/index.html")
		want := strings.Join(strings.Fields(title), " ")
		if got := page.Find("h1").Text(); got != want {
			t.Errorf("the heading %q became %q", title, got)
		}
		if page.Find("img, [onerror], [onload]").Length() != 0 {
			t.Errorf("%q became markup", title)
		}
	}
}

func TestSitemapFeedAndRobots(t *testing.T) {
	t.Parallel()
	site, dir := roastery(t), t.TempDir()
	site.Pages[3].Canonical = "https://elsewhere.example/blades/"
	site.Pages[6].Path = "/über-uns/"
	export(t, dir, site)
	var set struct {
		URLs []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
		} `xml:"url"`
	}
	parse(t, dir, "sitemap.xml", &set)
	var locs []string
	for _, u := range set.URLs {
		locs = append(locs, strings.TrimPrefix(u.Loc, site.BaseURL))
	}
	want := []string{"/", "/grinding/", "/grinding/burr-grinders/", "/storing-beans/", "/category/coffee/", "/%C3%BCber-uns/", "/contact/"}
	if !slices.Equal(locs, want) || set.URLs[1].LastMod != "2026-03-08T08:30:00Z" {
		t.Errorf("the sitemap is %v", set.URLs)
	}
	var feed struct {
		Lang    string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		ID      string   `xml:"id"`
		Updated string   `xml:"updated"`
		Entries []string `xml:"entry>id"`
	}
	parse(t, dir, "feed.xml", &feed)
	if feed.Lang != "en" || feed.Updated != "2026-03-09T08:30:00Z" || !slices.Equal(feed.Entries, []string{site.BaseURL + "/grinding/burr-grinders/", site.BaseURL + "/storing-beans/"}) {
		t.Errorf("the feed is %+v", feed)
	}
	if robots := content(t, dir, "robots.txt"); !strings.Contains(robots, "Sitemap: https://slowroast.example/sitemap.xml") {
		t.Errorf("robots.txt is %q", robots)
	}
	terms := open(t, dir, "terms/index.html")
	if value(terms.Find(`meta[name="robots"]`)) != "noindex" {
		t.Error("a page without index does not say so")
	}
}

func TestLinksAreRewrittenOrRemoved(t *testing.T) {
	t.Parallel()
	site, dir := roastery(t), t.TempDir()
	site.Pages[3].Body = doc(t, `[{"id":"h","type":"heading","level":2,"text":"Here"},{"id":"p","type":"paragraph","text":"`+
		`<a href=\"https://slowroast.example/about\">a</a><a href=\"../burr-grinders/\">b</a><a href=\"#here\">c</a><a href=\"/about/index.html\">d</a>`+
		`<a href=\"/gone/\">e</a><a href=\"#gone\">f</a><a href=\"https://elsewhere.example/about/\">g</a><a href=\"mailto:a@b.example\">h</a>"}]`)
	release := export(t, dir, site)
	var got []string
	open(t, dir, "grinding/blade-grinders/index.html").Find(".prose a").Each(func(_ int, s *goquery.Selection) { got = append(got, s.Text()+" "+s.AttrOr("href", "")) })
	want := []string{"a /about/", "b /grinding/burr-grinders/", "c #here", "d /about/", "g https://elsewhere.example/about/", "h mailto:a@b.example"}
	if !slices.Equal(got, want) {
		t.Errorf("links are %q, want %q", got, want)
	}
	if len(release.Unlinked) != 3 {
		t.Errorf("unlinked are %v", release.Unlinked)
	}
}

func TestPicturesAreWrittenInSizes(t *testing.T) {
	t.Parallel()
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	stored := func(data string, err error) renderer.Images {
		return func(_ context.Context, id string) (renderer.Image, error) {
			if id != "burrs" {
				t.Errorf("the image %q was asked for", id)
			}
			return renderer.Image{Files: []renderer.ImageFile{{Open: func(context.Context) (io.ReadCloser, error) {
				return io.NopCloser(strings.NewReader(data)), nil
			}}}}, err
		}
	}
	site, dir := roastery(t), t.TempDir()
	site.Images = stored(picture.String(), nil)
	export(t, dir, site)
	page := open(t, dir, "grinding/burr-grinders/index.html")
	img := page.Find(".prose img")
	if img.AttrOr("width", "") != "30" || img.AttrOr("height", "") != "20" || img.AttrOr("alt", "") != "Two steel burrs" {
		t.Errorf("the picture is %v", img.Nodes)
	}
	if shared := value(page.Find(`meta[property="og:image"]`)); shared != site.BaseURL+img.AttrOr("src", "?") {
		t.Errorf("the shared picture is %q", shared)
	}
	if _, err := os.Stat(filepath.Join(dir, img.AttrOr("src", "?"))); err != nil {
		t.Error(err)
	}
	site.Images = stored("", fault.Missing("image"))
	noProblems(t, site)
	site.Images = stored(`<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>`, nil)
	if _, err := renderer.Export(context.Background(), t.TempDir(), site); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a picture with a script: %v", err)
	}
}

func TestThemeFollowsTheLanguage(t *testing.T) {
	t.Parallel()
	for language, want := range map[string][3]string{
		"en-GB": {"ltr", "8 March 2026", "Home"}, "de": {"ltr", "8. März 2026", "Startseite"}, "he": {"rtl", "2026-03-08", "Home"},
		"az-Arab": {"rtl", "2026-03-08", "Home"}, "pt-BR": {"ltr", "8 de março de 2026", "Início"},
	} {
		site, dir := roastery(t), t.TempDir()
		site.Language = language
		export(t, dir, site)
		page := open(t, dir, "grinding/burr-grinders/index.html")
		got := [3]string{page.Find("html").AttrOr("dir", ""), page.Find(".byline time").Text(), page.Find(".crumbs a").First().Text()}
		if got != want {
			t.Errorf("%s: got %q, want %q", language, got, want)
		}
	}
}

func open(t *testing.T, dir, name string) *goquery.Document {
	t.Helper()
	page, err := goquery.NewDocumentFromReader(strings.NewReader(content(t, dir, name)))
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// value returns the content, href or lang of an element, else its text.
func value(s *goquery.Selection) string {
	for _, node := range s.Nodes {
		for _, a := range node.Attr {
			if node.Data == "meta" && a.Key == "content" || node.Data == "link" && a.Key == "href" || node.Data == "html" && a.Key == "lang" {
				return a.Val
			}
		}
	}
	return strings.Join(strings.Fields(s.Text()), " ")
}

func graph(t *testing.T, dir, name string) []map[string]any {
	t.Helper()
	var data struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(open(t, dir, name).Find(`script[type="application/ld+json"]`).Text()), &data); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return data.Graph
}

func parse(t *testing.T, dir, name string, into any) {
	t.Helper()
	if err := xml.Unmarshal([]byte(content(t, dir, name)), into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
