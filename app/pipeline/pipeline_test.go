package pipeline_test

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
	"igny8/app/pages"
	"igny8/app/pipeline"
	"igny8/app/planner"
	"igny8/app/planner/imports"
	"igny8/app/publish/renderer"
	"igny8/app/writer"
)

func TestPipelineRefusesFilesWithoutKeywords(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	_, err := w.Pipeline.Run(w.Ctx(accountstest.Owner), pipeline.Request{
		Files: []imports.File{imports.TextFile("picture.png", "\x89PNG\r\n\x1a\n")}, Name: "Nothing", Type: "blog", Pages: 5,
	})
	if fault.KindOf(err) != fault.Invalid {
		t.Fatalf("got %v, want a refusal in words", err)
	}
	_, err = w.Pipeline.Run(w.Ctx(accountstest.Owner), pipeline.Request{
		Files: []imports.File{imports.TextFile("empty.csv", "Keyword,Volume\n,90\n")}, Type: "blog", Pages: 5,
	})
	if fault.KindOf(err) != fault.Invalid || !strings.Contains(fault.Sentence(err), "empty.csv has no keyword: row 2") {
		t.Fatalf("got %v, want the file and the row", err)
	}
}

// The metadata that the Planner gives a page is on the live page, and nobody else sees any of it.
func TestSampleSiteReachesLivePages(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	ctx := w.Ctx(accountstest.Owner)
	before, err := w.Billing.Wallet(ctx)
	if err != nil {
		t.Fatal(err)
	}
	made, err := w.Pipeline.Sample(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if made.Articles != 6 || made.Written != 4 || made.Words < 1500 || len(made.Held) > 0 || made.Keywords < 40 {
		t.Fatalf("made %+v, want 6 articles, 4 of them written, from more than 40 keywords", made)
	}
	after, err := w.Billing.Wallet(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if after.Held != 0 || before.Balance-after.Balance != made.Credits || made.Credits == 0 {
		t.Errorf("the pipeline cost %d and the wallet went from %d to %d with %d held", made.Credits, before.Balance, after.Balance, after.Held)
	}
	follow(t, w, made)

	for name, get := range map[string]func() error{
		"site":    func() error { _, err := w.Services.Sites.Get(w.Foreign, made.SiteID); return err },
		"plan":    func() error { _, err := w.Builder.Plan(w.Foreign, made.SiteID); return err },
		"release": func() error { _, err := w.Releases.List(w.Foreign, made.SiteID); return err },
		"publish": func() error { _, err := w.Releases.StartPublish(w.Foreign, made.SiteID); return err },
	} {
		if err := get(); fault.KindOf(err) != fault.NotFound {
			t.Errorf("the other account got %v for the %s, want not found", err, name)
		}
	}
}

// follow checks the way from each article's keywords to the page in the release.
func follow(t *testing.T, w *apptest.World, made pipeline.Summary) {
	t.Helper()
	ctx := w.Ctx(accountstest.Owner)
	releases, err := w.Releases.List(ctx, made.SiteID)
	if err != nil || len(releases) != 1 || !releases[0].Live {
		t.Fatalf("releases = %+v, %v; want one that is live", releases, err)
	}
	path, err := w.Releases.PreviewPath(ctx, releases[0].ID, releases[0].CreatedAt)
	if err != nil {
		t.Fatal(err)
	}
	token := strings.Split(path, "/")[2]
	all, err := w.Services.Pages.List(ctx, made.SiteID)
	if err != nil {
		t.Fatal(err)
	}
	drafts, err := w.Writer.Drafts(ctx, made.SiteID)
	if err != nil {
		t.Fatal(err)
	}
	unwritten := map[string]bool{}
	for _, d := range drafts {
		unwritten[d.Page.ID] = d.Content.Unwritten > 0
	}
	articles := 0
	for _, page := range all {
		if page.Kind != pages.Article {
			continue
		}
		articles++
		if unwritten[page.ID] {
			if answer := w.Browse("").Get("/preview/" + token + page.Path); answer.Status != 404 {
				t.Errorf("page %s, which nobody has written, answers %d", page.Path, answer.Status)
			}
			continue
		}
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

func TestPipelineTakesLanguageFromKeywords(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	ctx := w.Ctx(accountstest.Owner)
	french := "Requêtes les plus fréquentes,Clics,Impressions,CTR,Position\ncroquettes pour chien,9,90,1%,2\ncomment dresser un chien,8,80,1%,3\nchien à adopter,7,70,1%,4\n"
	made, err := w.Pipeline.Run(ctx, pipeline.Request{Type: "blog", Pages: 2, Files: []imports.File{imports.TextFile("requetes.csv", french)}})
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

func TestExportIsACompleteSite(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	ctx := w.Ctx(accountstest.Owner)
	made, err := w.Pipeline.Sample(ctx)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "site")
	built, err := w.Releases.Export(ctx, made.SiteID, dir, "https://bread.example")
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
	if built.Pages < made.Written+3 {
		t.Errorf("%d pages, want the %d written articles with home, hubs and about", built.Pages, made.Written)
	}
	if _, err := w.Releases.Export(ctx, made.SiteID, dir, "https://bread.example"); fault.KindOf(err) != fault.Conflict {
		t.Errorf("export into a full folder: %v, want a conflict", err)
	}
}

func TestPipelineWithoutTextsApprovesNothing(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	ctx := w.Ctx(accountstest.Owner)
	file := "Keyword,Volume\ngarden hose,900\ngarden hose reel,500\ncompost bin,400\nhow to make compost,300\n"
	made, err := w.Pipeline.Run(ctx, pipeline.Request{Name: "Plan", Type: "blog", Pages: 3, Files: []imports.File{imports.TextFile("garden.csv", file)}})
	if err != nil {
		t.Fatal(err)
	}
	if made.Articles == 0 || made.Written != 0 || made.Words != 0 || !made.BuiltIn {
		t.Errorf("made %+v, want articles of which none is written", made)
	}
	drafts, err := w.Writer.Drafts(ctx, made.SiteID)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range drafts {
		if d.Content.State != writer.ContentDraft || d.Content.Unwritten == 0 {
			t.Errorf("%q is %s with %d gaps", d.Content.Title, d.Content.State, d.Content.Unwritten)
		}
	}
	dir := filepath.Join(t.TempDir(), "site")
	if _, err := w.Releases.Export(ctx, made.SiteID, dir, ""); fault.KindOf(err) != fault.Conflict {
		t.Errorf("the site was built: %v", err)
	}
	if _, err := w.Releases.StartPublish(ctx, made.SiteID); fault.KindOf(err) != fault.Conflict {
		t.Errorf("the site was published: %v", err)
	}
	built, err := w.Releases.ExportPlan(ctx, made.SiteID, dir, "https://garden.example")
	if err != nil || built.Pages < made.Articles+1 {
		t.Errorf("the plan has %d pages, %v", built.Pages, err)
	}
	robots, err := os.ReadFile(filepath.Join(dir, "robots.txt"))
	if err != nil || !strings.Contains(string(robots), "Disallow: /\n") {
		t.Errorf("robots.txt is %q, %v", robots, err)
	}
	if _, err := w.Releases.ExportPlan(w.Foreign, made.SiteID, filepath.Join(t.TempDir(), "x"), ""); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the other account got %v", err)
	}
}
