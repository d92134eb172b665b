package web_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/database/dbtest"
	"igny8/app/logs"
	"igny8/app/planner"
	"igny8/app/planner/imports"
	"igny8/app/runs"
)

const gardening = `Keyword,Volume,Intent
garden hose,8100,Commercial
garden hose reel,4400,Commercial
garden hose repair,1300,Informational
compost bin,9900,Commercial
compost bin plans,,Informational
compost tumbler,3600,Commercial
=SUM(A1) garden,10,Informational
`

// plannerScreen is the Planner of a site without keywords, in the browser of an editor.
type plannerScreen struct {
	*testing.T
	w      *apptest.World
	editor *apptest.Browser
	path   string
}

func newPlannerScreen(t *testing.T) plannerScreen {
	w := apptest.New(t)
	return plannerScreen{T: t, w: w, editor: w.Browse(accountstest.Editor), path: "/app/sites/" + w.Site + "/planner"}
}

func (b plannerScreen) wants(what string, got apptest.Reply, status int, words ...string) {
	b.Helper()
	if got.Status != status {
		b.Fatalf("%s: %d, want %d: %s", what, got.Status, status, got.Body)
	}
	for _, word := range words {
		if !strings.Contains(got.Body, word) {
			b.Errorf("%s: the page does not say %q", what, word)
		}
	}
}

func (b plannerScreen) keywords(state planner.KeywordState) []planner.Keyword {
	b.Helper()
	page, err := b.w.Planner.Keywords(b.w.Ctx(accountstest.Owner), planner.KeywordQuery{SectorID: b.w.Sector, State: state, Sort: "keyword"})
	if err != nil {
		b.Fatal(err)
	}
	return page.Items
}

func (b plannerScreen) clusters(level string) []planner.Cluster {
	b.Helper()
	list, err := b.w.Planner.Clusters(b.w.Ctx(accountstest.Owner), b.w.Sector, level)
	if err != nil {
		b.Fatal(err)
	}
	return list
}

// endedRuns waits for all runs of the sector and returns them.
func (b plannerScreen) endedRuns() []runs.Run {
	b.Helper()
	ctx := b.w.Ctx(accountstest.Owner)
	page, err := b.w.Engine.List(ctx, runs.Filter{SectorID: b.w.Sector})
	if err != nil {
		b.Fatal(err)
	}
	for _, run := range page.Items {
		ended, err := b.w.Engine.Wait(ctx, run.ID)
		if err != nil || ended.Phase != runs.PhaseDone {
			b.Fatalf("%s ended %s: %s, %v", run.Function, ended.Phase, ended.Message, err)
		}
	}
	return page.Items
}

// grouped imports the keywords of gardening and groups them.
func (b plannerScreen) grouped() plannerScreen {
	b.Helper()
	ctx := b.w.Ctx(accountstest.Owner)
	_, err := b.w.Imports.ImportFiles(ctx, b.w.Sector, []imports.File{imports.TextFile("garden.csv", gardening)}, false)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := b.w.Grouping.StartClustering(ctx, b.w.Sector, ""); err != nil {
		b.Fatal(err)
	}
	b.endedRuns()
	return b
}

// hidden returns the value of a hidden field of the page.
func hidden(t *testing.T, page apptest.Reply, name string) string {
	t.Helper()
	_, after, found := strings.Cut(page.Body, `name="`+name+`" value="`)
	if !found {
		t.Fatalf("the page has no field %q", name)
	}
	value, _, _ := strings.Cut(after, `"`)
	return value
}

func TestPlannerSeparatesSites(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t).grouped()
	cluster, keyword := b.clusters(planner.LevelPage)[0].ID, b.keywords("")[0].ID
	imports, err := b.w.Imports.ImportPage(b.w.Ctx(accountstest.Owner), b.w.Sector, 1, "")
	if err != nil {
		t.Fatal(err)
	}
	objects := []string{"/clusters/" + cluster, "/imports/" + imports.Items[0].ID}
	screens := append([]string{"", "/import", "/group", "/ideas", "/keywords", "/export?what=keywords&format=csv", "/clusters", "/clusters/options?level=page"}, objects...)
	viewer, stranger, owner := b.w.Browse(accountstest.Viewer), b.w.Browse(accountstest.Stranger), b.w.Browse(accountstest.Owner)
	for _, screen := range screens {
		b.wants("stranger "+screen, stranger.Get(b.path+screen), http.StatusNotFound)
		b.wants("viewer "+screen, viewer.Get(b.path+screen), http.StatusOK)
	}
	for _, object := range objects {
		b.wants("on another site "+object, owner.Get("/app/sites/"+b.w.OtherSite+"/planner"+object), http.StatusNotFound)
	}
	b.wants("a sector of another site", owner.Get(b.path+"?sector="+b.w.OtherSector), http.StatusNotFound)
	posts := map[string][]string{
		"/import": {"text", "rake"}, "/imports/" + imports.Items[0].ID: {"do", "discard"}, "/group": {"granularity", "fine"}, "/ideas": nil, "/approve": nil,
		"/keywords": {"do", "exclude", "ids", keyword}, "/clusters/" + cluster: {"do", "approve"},
	}
	for path, form := range posts {
		b.wants("stranger posts "+path, stranger.Post(b.path+path, form...), http.StatusNotFound)
		b.wants("viewer posts "+path, viewer.Post(b.path+path, form...), http.StatusForbidden)
	}
	other := "/app/sites/" + b.w.OtherSite + "/planner/keywords"
	for _, do := range []string{"exclude", "include", "pin"} {
		b.wants(do+" on another site", owner.Post(other, "do", do, "ids", keyword), http.StatusNotFound)
	}
	if got := b.keywords(planner.KeywordExcluded); len(got) > 0 {
		t.Errorf("excluded: %v", got)
	}
	if len(b.endedRuns()) != 1 {
		t.Error("a run was started by somebody who may not")
	}
}

func TestRunIsQuotedAndStartedOnce(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t)
	b.wants("nothing to group", b.editor.Get(b.path+"/group"), http.StatusOK, "no keywords to group")
	b.wants("started all the same", b.editor.Post(b.path+"/group", "once", "0", "granularity", "normal"), http.StatusUnprocessableEntity)
	b.importFiles("garden.csv", gardening)
	form := b.editor.Get(b.path + "/group")
	b.wants("the quote", form, http.StatusOK, "This costs at most 1 credit.")
	once := hidden(t, form, "once")
	b.wants("a granularity of no kind", b.editor.Post(b.path+"/group", "once", once, "granularity", "tiny"), http.StatusUnprocessableEntity, "fine, normal or coarse")
	for range 2 {
		b.wants("group", b.editor.Post(b.path+"/group", "once", once, "granularity", "normal"), http.StatusSeeOther)
	}
	b.endedRuns()
	b.wants("the same form after the run", b.editor.Post(b.path+"/group", "once", once, "granularity", "normal"), http.StatusSeeOther)
	if got := len(b.endedRuns()); got != 2 {
		t.Errorf("%d runs, want the import and 1", got)
	}
	b.wants("the stage", b.editor.Get(b.path), http.StatusOK, "Review clusters", "Look at the result")
	b.wants("ideas too early", b.editor.Get(b.path+"/ideas"), http.StatusOK, "No page cluster of this sector is approved yet.")
	b.wants("approve all", b.editor.Post(b.path+"/approve"), http.StatusSeeOther)
	b.wants("the stage", b.editor.Get(b.path), http.StatusOK, "Go on to the Site Builder", "Generate ideas")
	ideas := b.editor.Get(b.path + "/ideas")
	for range 2 {
		b.wants("ideas", b.editor.Post(b.path+"/ideas", "once", hidden(t, ideas, "once")), http.StatusSeeOther)
	}
	if got := len(b.endedRuns()); got != 3 {
		t.Errorf("%d runs, want the import and 2", got)
	}
}

func TestClustersAreReviewed(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t).grouped()
	leaves := b.clusters(planner.LevelPage)
	first, second := leaves[0], leaves[1]
	path, other := b.path+"/clusters/"+first.ID, b.path+"/clusters/"+second.ID
	b.wants("the tree", b.editor.Get(b.path+"/clusters"), http.StatusOK, first.Name, "Approve all")
	b.wants("a cluster", b.editor.Get(path), http.StatusOK, "Why it is here", "Approve")

	refusals := map[string][]string{
		"nothing":              {"do", "dance"},
		"without a name":       {"do", "save", "name", " ", "role", first.Role, "parent", "nowhere"},
		"into itself":          {"do", "merge", "into", first.Name},
		"into nothing":         {"do", "merge", "into", ""},
		"no keyword to split":  {"do", "split", "split_name", "Hoses"},
		"no keyword to move":   {"do", "move", "cluster", second.Name},
		"no cluster to go to":  {"do", "move", "ids", b.keywords("")[0].ID, "cluster", "nowhere"},
		"no keyword to remove": {"do", "exclude_keywords"},
	}
	for name, form := range refusals {
		b.wants(name, b.editor.Post(path, form...), http.StatusUnprocessableEntity)
	}
	b.wants("what was typed is kept", b.editor.Post(path, refusals["no cluster to go to"]...), http.StatusUnprocessableEntity, `value="nowhere"`)

	b.wants("rename", b.editor.Post(path, "do", "save", "name", "Garden things", "role", planner.Hub), http.StatusSeeOther)
	b.wants("proposals", b.editor.Get(b.path+"/clusters/options?level=page&field=into&into=GARDEN+TH"), http.StatusOK, "Garden things")
	moved := slices.IndexFunc(b.keywords(""), func(k planner.Keyword) bool { return k.ClusterID != nil && *k.ClusterID == second.ID })
	ids := []string{b.keywords("")[moved].ID}
	b.wants("move", b.editor.Post(other, "do", "move", "cluster", "garden THINGS", "ids", ids[0]), http.StatusSeeOther)
	split := b.editor.Post(path, "do", "split", "split_name", "On its own", "ids", ids[0])
	b.wants("split", split, http.StatusSeeOther)
	b.wants("the new cluster", b.editor.Get(split.Header.Get("Location")), http.StatusOK, "On its own", "A person put it here.", "Pinned")
	b.wants("split again", b.editor.Post(path, "do", "split", "split_name", "On its own", "ids", ids[0]), http.StatusUnprocessableEntity, "already")
	merged := b.editor.Post(split.Header.Get("Location"), "do", "merge", "into", "Garden things")
	b.wants("merge", merged, http.StatusSeeOther)
	b.wants("the merged cluster", b.editor.Get(split.Header.Get("Location")), http.StatusNotFound)

	for _, do := range []string{"lock", "approve", "exclude", "propose"} {
		for range 2 {
			b.wants(do, b.editor.Post(path, "do", do), http.StatusSeeOther)
		}
	}
	for _, do := range []string{"exclude", "include", "unpin", "pin"} {
		for range 2 {
			b.wants(do+" a keyword", b.editor.Post(b.path+"/keywords", "do", do, "ids", ids[0]), http.StatusSeeOther)
		}
	}
	got, err := b.w.Planner.Cluster(b.w.Ctx(accountstest.Owner), first.ID)
	if err != nil || got.Name != "Garden things" || got.Role != planner.Hub || !got.Locked || got.State != planner.ClusterProposed {
		t.Errorf("the cluster is %+v, %v", got, err)
	}
	topic := b.clusters(planner.LevelTopic)[0]
	under := b.path + "/clusters/" + topic.ID
	b.wants("no cluster chosen", b.editor.Post(under, "do", "approve_children"), http.StatusUnprocessableEntity, "Choose the clusters first")
	b.wants("what is no cluster", b.editor.Post(under, "do", "approve_children", "ids", "a\x00b"), http.StatusNotFound)
	for _, c := range b.clusters(planner.LevelPage) {
		if *c.ParentID == topic.ID {
			b.wants("approve a child", b.editor.Post(under, "do", "approve_children", "ids", c.ID), http.StatusSeeOther)
		}
	}
	if c := b.clusters(planner.LevelTopic)[0]; c.State != planner.ClusterApproved {
		t.Errorf("the topic is %s over approved pages", c.State)
	}
	b.wants("by evidence", b.editor.Get(b.path+"/keywords?evidence=by_hand"), http.StatusOK, "1 keyword")
	b.wants("exclude all that match", b.editor.Post(b.path+"/keywords", "do", "exclude", "all", "1", "q", "compost"), http.StatusSeeOther)
	if got := len(b.keywords(planner.KeywordExcluded)); got != 3 {
		t.Errorf("%d keywords are excluded, want the 3 with compost", got)
	}
	b.wants("approve all", b.editor.Post(b.path+"/approve"), http.StatusSeeOther)
	if slices.ContainsFunc(b.clusters(""), func(c planner.Cluster) bool { return c.State == planner.ClusterProposed }) {
		t.Error("a cluster still waits for approval")
	}
}

// Invalid text in an address or a form is refused; it never causes an error of the database.
func TestPlannerRefusesInvalidText(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t).grouped()
	cluster := b.clusters(planner.LevelPage)[0]
	for _, bad := range []string{"%00", "%FF%FE", "a%00b", strings.Repeat("x", 3000)} {
		for _, path := range []string{
			"/keywords?q=", "/keywords?state=", "/keywords?intent=", "/keywords?evidence=", "/keywords?cluster_id=", "/keywords?sort=", "/keywords?cursor=",
			"/clusters?cursor=", "/clusters?pillar=", "/clusters?sector=", "/clusters/options?level=page&field=into&into=", "/clusters/options?level=", "/clusters/", "/imports/", "?sector=",
		} {
			if got := b.editor.Get(b.path + path + bad); got.Status >= http.StatusInternalServerError {
				t.Errorf("GET %s%.9s: %d", path, bad, got.Status)
			}
		}
	}
	for _, bad := range []string{"\x00", "\xff\xfe", "a\x00b"} {
		for path, fields := range map[string][]string{
			"/keywords":               {"ids", "cluster", "q", "state", "intent", "cluster_id", "sort", "do", "evidence"},
			"/clusters/" + cluster.ID: {"name", "role", "parent", "into", "split_name", "ids", "cluster", "cursor", "do"},
			"/import":                 {"text"},
			"/group":                  {"granularity", "given", "keep", "once"},
			"/ideas":                  {"once"},
		} {
			for _, do := range []string{"save", "merge", "split", "move", "exclude", "include", "pin", "approve_children"} {
				for _, field := range fields {
					form := []string{"do", do, "ids", cluster.ID, "name", cluster.Name, "role", cluster.Role, "all", "1"}
					if at := slices.Index(form, field); at >= 0 && at%2 == 0 {
						form[at+1] = bad
					} else {
						form = append(form, field, bad)
					}
					if got := b.editor.Post(b.path+path, form...); got.Status >= http.StatusInternalServerError {
						t.Errorf("POST %s, %s with %q in %s: %d", path, do, bad, field, got.Status)
					}
				}
			}
		}
	}
}

// gardenClusters is an export of a tool that has clustered its keywords. One keyword has no page.
const gardenClusters = "Keyword,Seed keyword,Volume,Topic,Page\nrake,garden,90,Tools,Rakes\nleaf gatherer,garden,50,Tools,Rakes\npond,garden,10,,\n"

func TestGroupPageOffersTheClustersOfATool(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t)
	b.importFiles("garden.csv", gardening)
	const offer = "Use the clusters of your tool: 2 keywords have one"
	form := b.editor.Get(b.path + "/group")
	if strings.Contains(form.Body, "Use the clusters of your tool") {
		t.Error("clusters are offered that no tool gave")
	}
	b.wants("chosen all the same", b.editor.Post(b.path+"/group", "once", hidden(t, form, "once"), "granularity", "coarse", "given", "on"),
		http.StatusUnprocessableEntity, "No keyword of this sector has a cluster of a tool", `value="coarse" checked`)
	b.importFiles("clusters.csv", gardenClusters)
	form = b.editor.Get(b.path + "/group")
	b.wants("the offer", form, http.StatusOK, offer, `value="normal" checked`)
	b.wants("group", b.editor.Post(b.path+"/group", "once", hidden(t, form, "once"), "granularity", "fine", "given", "on"), http.StatusSeeOther)
	b.endedRuns()
	if !slices.ContainsFunc(b.clusters(planner.LevelPage), func(c planner.Cluster) bool { return c.Name == "Rakes" && c.KeywordCount == 2 }) {
		t.Errorf("the page clusters are %v", b.clusters(planner.LevelPage))
	}
	b.wants("the choice of the last run", b.editor.Get(b.path+"/group"), http.StatusOK, offer, `value="fine" checked`, `value="on" checked`)
}

func TestGroupPageOffersToPlaceOnlyNewKeywords(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t)
	b.importFiles("garden.csv", gardening)
	const offer = "Place only what is new"
	form := b.editor.Get(b.path + "/group")
	if strings.Contains(form.Body, offer) {
		t.Error("before the first grouping, something is to be kept")
	}
	b.wants("group", b.editor.Post(b.path+"/group", "once", hidden(t, form, "once"), "granularity", "normal"), http.StatusSeeOther)
	b.endedRuns()
	form = b.editor.Get(b.path + "/group")
	if strings.Contains(form.Body, offer) {
		t.Error("something new is to be placed, and there is nothing")
	}
	b.wants("kept all the same", b.editor.Post(b.path+"/group", "once", hidden(t, form, "once"), "granularity", "normal", "keep", "on"),
		http.StatusUnprocessableEntity, "Every keyword of this sector has its place")
	before := b.clusters("")
	b.importFiles("more.csv", "Keyword,Volume\naquarium water filter,500\n")
	form = b.editor.Get(b.path + "/group")
	b.wants("the offer", form, http.StatusOK, offer+": 1 keyword waits for a place", `value="on" checked`)
	b.wants("group", b.editor.Post(b.path+"/group", "once", hidden(t, form, "once"), "granularity", "coarse", "keep", "on"), http.StatusSeeOther)
	b.endedRuns()
	if after := b.clusters(""); len(after) != len(before)+3 {
		t.Errorf("%d clusters became %d, want a page, a topic and a pillar more", len(before), len(after))
	}
}

// The number of statements of a Planner page must not grow with the number of clusters and keywords.
func TestPlannerPagesSendAFixedNumberOfStatements(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t).grouped()
	statements := dbtest.Watch(t, b.w.DB, func(ctx context.Context) bool { return logs.Request(ctx) != "" })
	paths := func() []string {
		page := b.clusters(planner.LevelPage)[0]
		return []string{
			"", "/import", "/group", "/ideas", "/keywords", "/keywords?q=garden", "/keywords?cluster_id=" + page.ID, "/clusters", "/clusters?pillar=" + b.clusters(planner.LevelPillar)[0].ID,
			"/clusters/options?level=page&field=into&into=garden", "/clusters/" + page.ID, "/clusters/" + *page.ParentID, "/clusters/" + b.clusters(planner.LevelPillar)[0].ID,
		}
	}
	asked := func() []int {
		var list []int
		for _, path := range paths() {
			b.editor.Get(b.path + path)
			statements()
			b.wants(path, b.editor.Get(b.path+path), http.StatusOK)
			list = append(list, len(statements()))
		}
		return list
	}
	few := asked()
	var more strings.Builder
	for _, thing := range []string{"rake", "spade", "fork", "hoe", "trowel", "barrow", "fence", "gate", "pond", "shed"} {
		for _, word := range []string{"price", "repair", "ideas", "paint", "size"} {
			more.WriteString(thing + " " + word + "\n")
		}
	}
	b.importFiles("more.txt", more.String())
	if _, err := b.w.Grouping.StartClustering(b.w.Ctx(accountstest.Owner), b.w.Sector, "fine"); err != nil {
		t.Fatal(err)
	}
	b.endedRuns()
	many := asked()
	const most = 32 // the frame of the page reads the stages of the site, but computes no gate
	for i, path := range paths() {
		// Two more are allowed, for objects that did not exist in the first count.
		if many[i] > few[i]+2 || many[i] > most {
			t.Errorf("%s: %d statements, %d with few clusters, want no more than %d", path, many[i], few[i], most)
		}
	}
}
