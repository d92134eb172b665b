package journey_test

import (
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/fault"
	"igny8/app/journey"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/publish/renderer"
)

func TestAFileWithoutKeywordsEndsTheWalk(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	_, err := w.Journey.Run(w.Ctx(accountstest.Owner), journey.Trip{
		Files: []planner.File{planner.TextFile("picture.png", "\x89PNG\r\n\x1a\n")}, Name: "Nothing", Type: "blog", Pages: 5,
	})
	if fault.KindOf(err) != fault.Invalid {
		t.Fatalf("got %v, want a refusal in words", err)
	}
	_, err = w.Journey.Run(w.Ctx(accountstest.Owner), journey.Trip{
		Files: []planner.File{planner.TextFile("empty.csv", "Keyword,Volume\n,90\n")}, Type: "blog", Pages: 5,
	})
	if fault.KindOf(err) != fault.Invalid || !strings.Contains(fault.Sentence(err), "empty.csv has no keyword: row 2") {
		t.Fatalf("got %v, want the file and the row", err)
	}
}

// The metadata that the Planner gives a page arrives on the live page, and nobody else sees any of it.
func TestTheSampleSiteFromKeywordToLivePage(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	ctx := w.Ctx(accountstest.Owner)
	before, err := w.Billing.Wallet(ctx)
	if err != nil {
		t.Fatal(err)
	}
	made, err := w.Journey.Sample(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if made.Articles != 6 || made.Keywords < 40 {
		t.Fatalf("made %+v, want 6 articles from more than 40 keywords", made)
	}
	after, err := w.Billing.Wallet(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if after.Held != 0 || before.Balance-after.Balance != made.Credits || made.Credits == 0 {
		t.Errorf("the walk cost %d and the wallet went from %d to %d with %d held", made.Credits, before.Balance, after.Balance, after.Held)
	}
	follow(t, w, made)

	for name, get := range map[string]func() error{
		"site":    func() error { _, err := w.Services.Sites.Get(w.Foreign, made.SiteID); return err },
		"plan":    func() error { _, err := w.Builder.Plan(w.Foreign, made.SiteID); return err },
		"release": func() error { _, err := w.Publish.Releases(w.Foreign, made.SiteID); return err },
		"publish": func() error { _, err := w.Publish.Publish(w.Foreign, made.SiteID); return err },
	} {
		if err := get(); fault.KindOf(err) != fault.NotFound {
			t.Errorf("the other account got %v for the %s, want not found", err, name)
		}
	}
}

// follow goes from each article's keywords to the page in the release.
func follow(t *testing.T, w *apptest.World, made journey.Summary) {
	t.Helper()
	ctx := w.Ctx(accountstest.Owner)
	releases, err := w.Publish.Releases(ctx, made.SiteID)
	if err != nil || len(releases) != 1 || !releases[0].Live {
		t.Fatalf("releases = %+v, %v; want one that is live", releases, err)
	}
	path, err := w.Publish.PreviewPath(ctx, releases[0].ID, releases[0].CreatedAt)
	if err != nil {
		t.Fatal(err)
	}
	token := strings.Split(path, "/")[2]
	all, err := w.Services.Pages.List(ctx, made.SiteID)
	if err != nil {
		t.Fatal(err)
	}
	articles := 0
	for _, page := range all {
		if page.Kind != pages.Article {
			continue
		}
		articles++
		keywords, err := w.Planner.Keywords(ctx, planner.KeywordQuery{SectorID: made.SectorID, ClusterID: *page.ClusterID})
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, k := range keywords.Items {
			texts = append(texts, k.Text)
		}
		for _, target := range page.TargetKeywords {
			if !slices.Contains(texts, target) {
				t.Errorf("page %s targets %q, which is no keyword of its cluster %v", page.Path, target, texts)
			}
		}
		answer := w.Browse("").Get("/preview/" + token + page.Path)
		if answer.Status != 200 {
			t.Fatalf("page %s: status %d", page.Path, answer.Status)
		}
		live(t, page, answer.Body)
	}
	if articles != made.Articles {
		t.Errorf("%d article pages, want %d", articles, made.Articles)
	}
}

func live(t *testing.T, page pages.Page, html string) {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(html))
	if err != nil {
		t.Fatal(err)
	}
	main := doc.Find("main")
	for attribute, want := range map[string]string{"data-page": page.ID, "data-role": page.Role, "data-intent": page.Intent} {
		if got := main.AttrOr(attribute, ""); got != want {
			t.Errorf("%s: %s = %q, want %q", page.Path, attribute, got, want)
		}
	}
	if !strings.Contains(doc.Find("title").Text(), page.Title) {
		t.Errorf("%s: title %q lacks %q", page.Path, doc.Find("title").Text(), page.Title)
	}
	if got := doc.Find(`meta[name="description"]`).AttrOr("content", ""); got != page.Description {
		t.Errorf("%s: description %q, want %q", page.Path, got, page.Description)
	}
	canonical, err := url.Parse(doc.Find(`link[rel="canonical"]`).AttrOr("href", ""))
	if err != nil || canonical.Path != page.Path || canonical.Host != "crumb-and-crust.example" {
		t.Errorf("%s: canonical %v, %v", page.Path, canonical, err)
	}
	var data any
	if err := json.Unmarshal([]byte(doc.Find(`script[type="application/ld+json"]`).First().Text()), &data); err != nil {
		t.Errorf("%s: JSON-LD: %v", page.Path, err)
	}
	for _, keyword := range page.TargetKeywords {
		if !strings.Contains(html, keyword) {
			t.Errorf("%s: the live page does not know its target keyword %q", page.Path, keyword)
		}
	}
}

func TestTheSiteSpeaksTheLanguageOfItsKeywords(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	ctx := w.Ctx(accountstest.Owner)
	french := "Requêtes les plus fréquentes,Clics,Impressions,CTR,Position\ncroquettes pour chien,9,90,1%,2\ncomment dresser un chien,8,80,1%,3\nchien à adopter,7,70,1%,4\n"
	made, err := w.Journey.Run(ctx, journey.Trip{Type: "blog", Pages: 2, Files: []planner.File{planner.TextFile("requetes.csv", french)}})
	if err != nil {
		t.Fatal(err)
	}
	site, err := w.Services.Sites.Get(ctx, made.SiteID)
	if err != nil || site.Language != "fr" || made.Language != "fr" || site.Market != "" || site.Name != "Croquettes pour chien" {
		t.Errorf("the site is %+v, %v", site, err)
	}
	plan, err := w.Builder.Plan(ctx, made.SiteID)
	if err != nil || !strings.Contains(plan.Business.Description, "une page par question") ||
		!slices.ContainsFunc(plan.Pages, func(p pages.Page) bool { return p.Title == "À propos de Croquettes pour chien" }) {
		t.Errorf("the plan is %+v, %v", plan, err)
	}
}

func TestTheExportIsACompleteSite(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	ctx := w.Ctx(accountstest.Owner)
	made, err := w.Journey.Sample(ctx)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "site")
	built, err := w.Publish.Export(ctx, made.SiteID, dir, "https://bread.example")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"index.html", "404.html", "sitemap.xml", "robots.txt", "feed.xml"} {
		if _, err := os.Stat(filepath.Join(dir, file)); err != nil {
			t.Errorf("%v", err)
		}
	}
	problems, err := renderer.Check(dir)
	if err != nil || len(problems) > 0 {
		t.Errorf("problems = %+v, %v", problems, err)
	}
	if built.Pages < made.Articles+3 {
		t.Errorf("%d pages, want the %d articles with home, hubs and about", built.Pages, made.Articles)
	}
	if _, err := w.Publish.Export(ctx, made.SiteID, dir, "https://bread.example"); fault.KindOf(err) != fault.Conflict {
		t.Errorf("export into a full folder: %v, want a conflict", err)
	}
}
