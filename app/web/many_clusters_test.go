package web_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/language"
	"igny8/app/logs"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/sitebuilder"
	"igny8/app/tenancy"
)

// plantClusters adds approved clusters to the sector, with the numbers of keywords that nobody imported: pillars, topics in each and pages
// in each of those. Every tenth has a page in the plan of the site.
func plantClusters(tb testing.TB, w *apptest.World, pillars, topics, leaves int) {
	tb.Helper()
	var rows []planner.Cluster
	demand := int64(1_000_000)
	plant := func(level, name string, parent *string, keywords int) *string {
		demand--
		of, name := demand, level+" of "+name
		rows = append(rows, planner.Cluster{
			ID: database.NewID(), SiteID: w.Site, SectorID: w.Sector, ParentID: parent, Level: level, Role: planner.Supporting,
			State: planner.ClusterApproved, Name: name, NameKey: language.Key(name),
			KeywordCount: int64(keywords), Demand: &of, Volume: &of,
		})
		return &rows[len(rows)-1].ID
	}
	for p := range pillars {
		pillar := plant(planner.LevelPillar, fmt.Sprintf("garden %d", p), nil, topics*leaves*5)
		for t := range topics {
			topic := plant(planner.LevelTopic, fmt.Sprintf("bed %d.%d", p, t), pillar, leaves*5)
			for l := range leaves {
				plant(planner.LevelPage, fmt.Sprintf("flower %d.%d.%d", p, t, l), topic, 5)
			}
		}
	}
	var planned []pages.Page
	for i, c := range rows {
		if i%10 == 9 {
			planned = append(planned, pages.Page{
				ID: database.NewID(), SiteID: w.Site, SectorID: &c.SectorID, ClusterID: &c.ID,
				Kind: pages.Article, Origin: pages.Own, State: pages.Planned,
				Title: c.Name, Slug: pages.Slug(c.Name), Path: "/" + pages.Slug(c.Name) + "/", Role: c.Role, TargetKeywords: []string{}, Position: int64(100 + i),
			})
		}
	}
	err := w.DB.Tx(w.Ctx(accountstest.Owner), func(tx *gorm.DB) error {
		return errors.Join(tx.CreateInBatches(&rows, 500).Error, tx.CreateInBatches(&planned, 500).Error)
	})
	if err != nil {
		tb.Fatal(err)
	}
	if w.DB.Postgres() { // as autovacuum does before long
		system := tenancy.System(w.Ctx(accountstest.Owner), "test")
		if err := w.DB.Tx(system, func(tx *gorm.DB) error { return tx.Exec("ANALYZE clusters, pages, blueprint_clusters").Error }); err != nil {
			tb.Fatal(err)
		}
	}
}

// clusterScreens returns the screens of a site with many clusters, by name.
func clusterScreens(tb testing.TB, w *apptest.World) map[string]string {
	tb.Helper()
	q := planner.ClusterQuery{SectorID: w.Sector, Level: planner.LevelPillar, Limit: 1}
	pillars, err := w.Planner.ClusterPage(w.Ctx(accountstest.Owner), q)
	if err != nil {
		tb.Fatal(err)
	}
	builder, planned, pillar := "/app/sites/"+w.Site+"/builder/", "/app/sites/"+w.Site+"/planner/", pillars.Items[0].ID
	return map[string]string{
		"attach": builder + "clusters", "attach-tree": builder + "clusters?show=tree", "attach-branch": builder + "clusters?show=tree&under=" + pillar,
		"attach-search": builder + "clusters?q=flower", "attached": builder + "clusters?show=attached",
		"taxonomies": builder + "taxonomies", "pages": builder + "pages", "review": builder + "review",
		"tree": planned + "clusters", "branch": planned + "clusters?pillar=" + pillar, "map": planned + "clusters?view=map",
		"map-branch": planned + "clusters?view=map&at=" + pillar, "map-coverage": planned + "clusters?view=map&colour=coverage", "coverage": planned + "coverage",
	}
}

// attachedCount returns how many clusters the plan of the site has.
func attachedCount(tb testing.TB, w *apptest.World) int64 {
	tb.Helper()
	plan, err := w.Builder.Begun(w.Ctx(accountstest.Owner), w.Site)
	if err != nil {
		tb.Fatal(err)
	}
	_, attached, err := w.Builder.Candidates(w.Ctx(accountstest.Owner), plan.Blueprint)
	if err != nil {
		tb.Fatal(err)
	}
	return attached
}

func TestScreensOfManyClustersStaySmall(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	w.Furnish()
	plantClusters(t, w, 60, 4, 8)
	if _, err := w.Builder.Save(w.Ctx(accountstest.Owner), w.Site, sitebuilder.Change{Edit: &sitebuilder.ClusterEdit{AttachAll: &sitebuilder.CandidateQuery{Q: "flower"}}}); err != nil {
		t.Fatal(err)
	}
	statements := dbtest.Watch(t, w.DB, func(ctx context.Context) bool { return logs.Request(ctx) != "" })
	browser := w.Browse(accountstest.Owner)
	for name, path := range clusterScreens(t, w) {
		browser.Get(path)
		statements()
		got := browser.Get(path)
		asked := statements()
		t.Logf("%-14s %3d statements %7d bytes %6d packed", name, len(asked), len(got.Body), packedSize(t, got.Body))
		if got.Status != http.StatusOK || len(asked) > mostStatements {
			t.Errorf("%s: %d, %d statements:\n%s", name, got.Status, len(asked), strings.Join(asked, "\n"))
		}
		if size := packedSize(t, got.Body); size > 15<<10 {
			t.Errorf("%s weighs %d bytes, packed %d", name, len(got.Body), size)
		}
	}
}

var rowOfCandidate = regexp.MustCompile(`<li id="cluster-([^"]+)"`)

func TestClustersAreAttachedInParts(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	w.Furnish()
	plantClusters(t, w, 60, 4, 8)
	owner, path := w.Browse(accountstest.Owner), "/app/sites/"+w.Site+"/builder/clusters"
	before := attachedCount(t, w)

	tree := owner.Get(path)
	if rows := rowOfCandidate.FindAllString(tree.Body, -1); len(rows) != 50 {
		t.Errorf("the tree shows %d rows at first", len(rows))
	}
	more := regexp.MustCompile(`href="([^"]*cursor=[^"]*)"`).FindStringSubmatch(tree.Body)
	if more == nil {
		t.Fatal("no link to the rows after the first")
	}
	next := owner.Get(strings.ReplaceAll(more[1], "&amp;", "&"), "HX-Request", "true")
	if rows := rowOfCandidate.FindAllString(next.Body, -1); len(rows) < 10 || strings.Contains(next.Body, "<html") || strings.Contains(tree.Body, rows[0]) {
		t.Errorf("the next rows: %d, %.300s", len(rows), next.Body)
	}
	search := path + "?q=" + url.QueryEscape("flower 7.")
	found := owner.Get(search)
	if !strings.Contains(found.Body, "32 clusters match") || !strings.Contains(found.Body, "bed 7.") {
		t.Errorf("the search shows no count or nothing above its rows: %.300s", found.Body)
	}

	if got := owner.Post(path, "show", "tree", "q", "flower 7.", "do", "attach"); got.Status != http.StatusSeeOther {
		t.Fatalf("attach all: %d %.300s", got.Status, got.Body)
	}
	if now := attachedCount(t, w); now != before+32 {
		t.Errorf("%d are attached, %d before and 32 match", now, before)
	}
	// A form with one row of the search: it is detached; what the form does not show stays.
	id := rowOfCandidate.FindStringSubmatch(found.Body)[1]
	if got := owner.Post(path, "was", id+" supporting"); got.Status != http.StatusSeeOther {
		t.Fatalf("detach one: %d %.300s", got.Status, got.Body)
	}
	if now := attachedCount(t, w); now != before+31 {
		t.Errorf("%d are attached, want %d", now, before+31)
	}
	if got := owner.Post(path, "show", "attached", "q", "flower 7.", "do", "detach"); got.Status != http.StatusSeeOther {
		t.Fatalf("detach all: %d %.300s", got.Status, got.Body)
	}
	if now := attachedCount(t, w); now != before {
		t.Errorf("%d are attached, want %d as before", now, before)
	}
}

// BenchmarkManyClusters opens the screens of a site with 28,500 and with 100,000 keywords in clusters of five. It prints the milliseconds
// that the server takes for each page, the fastest of five requests, and its size.
func BenchmarkManyClusters(b *testing.B) {
	for name, pillars := range map[string]int{"28500 keywords": 114, "100000 keywords": 400} {
		b.Run(name, func(b *testing.B) {
			w := apptest.New(b)
			w.Furnish()
			plantClusters(b, w, pillars, 5, 10)
			edit := sitebuilder.ClusterEdit{AttachAll: &sitebuilder.CandidateQuery{}}
			start := time.Now()
			if err := w.Builder.Store(w.Ctx(accountstest.Owner), w.Site, sitebuilder.Change{Edit: &edit}); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(time.Since(start).Seconds()*1000, "ms/attach-all")
			owner := w.Browse(accountstest.Owner)
			for b.Loop() {
				for unit, page := range clusterScreens(b, w) {
					best := time.Hour
					for range 5 {
						start := time.Now()
						if got := owner.Get(page); got.Status != http.StatusOK {
							b.Fatalf("%s: %d", page, got.Status)
						}
						best = min(best, time.Since(start))
					}
					b.ReportMetric(best.Seconds()*1000, "ms/"+unit)
					b.ReportMetric(float64(len(owner.Get(page).Body))/1024, "KB-"+unit)
				}
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}
