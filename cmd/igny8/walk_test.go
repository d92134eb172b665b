package main_test

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestWalk goes through the whole product in a browser, from a keyword file to a published site and back to the release before: on a wide
// screen in light mode, on a narrow one in dark mode, and without scripts. Read it from top to bottom.
func TestWalk(t *testing.T) {
	for _, s := range []screen{
		{name: "wide", width: 1440, height: 900},
		{name: "narrow", width: 390, height: 844, dark: true},
		{name: "scriptless", width: 1440, height: 900, scriptless: true},
	} {
		t.Run(s.name, func(t *testing.T) {
			axe(t)
			where := install(t)
			program := start(t, where.env)
			v := visit(t, program.base, s)
			v.signUp()
			v.nameSite()
			v.importKeywords()
			v.groupKeywords()
			v.reviewClusters()
			v.buildSite()
			v.chooseIdeas()
			v.writeDrafts()
			v.writeAndReview(v.signIn(t, program.base))
			v.changeAndRollBack(v.publish(filepath.Join(where.data, "sites")))
		})
	}
}

func (v *visitor) signUp() {
	v.open("/").expectHeading("From a file of keywords to a site that is read")
	v.pressKey(kb.Tab)
	if got := v.read("focus"); got != "Skip to the content: in view, marked" {
		v.Errorf("the first Tab leads to %s", got)
	}
	v.pressKey(kb.Enter)
	v.waitFor("the skip link does not skip", "focused", "main")

	v.press("Start with your keywords").expectHeading("Open an account")
	v.fill("Company or team", "Green Acre")
	v.fill("Your name", "Ada Moss")
	v.fill("E-mail", "ada@example.com")
	v.fill("Password", "short")
	v.press("Open the account").expectRefusal(http.StatusUnprocessableEntity, "10 characters")
	v.fill("Password", "a hedge in every garden")
	v.press("Open the account").expectHeading("Sites")
}

func (v *visitor) nameSite() {
	v.press("New site").expectHeading("New site")
	v.fill("Name", "Green Acre")
	v.choose("Blog")
	v.fill("First sector", "Garden")
	v.press("Create the site").expectHeading("Planner")
}

func (v *visitor) importKeywords() {
	v.press("Import keywords").expectHeading("Import keywords")
	v.upload("Keyword files", "logo.png", "\x89PNG\r\n\x1a\n\x00\x00")
	v.press("Check the files").expectRefusal(http.StatusUnprocessableEntity, "logo.png")
	v.upload("Keyword files", "garden.csv", garden)
	v.press("Check the files").expectHeading("Check the import")
	v.hasText("garden.csv", "Rejected rows", "Columns that were not used", "Nothing is written yet")
	v.press("Import 41 keywords").expectPage("garden.csv")
	v.expectTextLater("What was read")
}

func (v *visitor) groupKeywords() {
	v.press("Group keywords").expectHeading("Group keywords")
	v.hasText("This costs at most 1 credit")
	v.choose("Normal")
	v.press("Group keywords").expectHeading("Planner")
	v.expectTextLater("Look at the result")
	v.waitFor("the stages lag behind", "stage", "keywords are in clusters that are not approved yet")
}

func (v *visitor) reviewClusters() {
	v.press("Keywords").expectHeading("Keywords")
	v.choose("Select what can you compost")
	v.press("Move…").expectText("To the cluster")
	v.fill("To the cluster", "compost bin")
	v.press("Move there").expectHeading("Keywords")

	v.openClusterOf("lawn fertilizer")
	v.fill("Name", "Feeding the lawn")
	v.press("Save").expectHeading("Feeding the lawn")
	v.press("Approve").expectHeading("Feeding the lawn")
	v.hasText("Approved")

	v.press("Planner").expectHeading("Planner")
	v.press("Keywords").expectHeading("Keywords")
	v.openClusterOf("compost bin")
	v.hasText("what can you compost")
	v.choose("Select kitchen compost bin")
	v.choose("Select best compost bin")
	v.press("Split off…").expectText("Name of the new cluster")
	v.fill("Name of the new cluster", "buy a compost bin")
	v.press("Split off").expectHeading("buy a compost bin")
	v.fill("Into the page cluster", "compost bin")
	v.press("Merge").expectHeading("compost bin")
	v.hasText("kitchen compost bin")

	v.press("Clusters").expectHeading("Clusters")
	v.press("login page of the old shop").expectHeading("login page of the old shop")
	v.press("Exclude").expectHeading("login page of the old shop")
	v.hasText("This cluster is excluded")
	v.press("Clusters").expectHeading("Clusters")
	v.press("Approve all").expectHeading("Approve all")
	v.hasText("keywords hang on loosely")
	v.press("Approve 25 clusters").expectHeading("Planner")
	v.hasText("25 clusters approved: all that waited.", "Undo")
}

// openClusterOf opens a keyword of the list, and the cluster of the same name from there.
func (v *visitor) openClusterOf(keyword string) {
	v.press(keyword).expectText("What each file said")
	v.press("Open its cluster").expectHeading(keyword)
}

func (v *visitor) buildSite() {
	v.press("Go on to the Site Builder").expectHeading("Site Builder")
	v.fill("What it does", "We help people who garden in small towns.")
	v.fill("Who the site is for", "people with a small garden")
	v.press("Save and go on").expectPage("What kind of site is it?")
	v.choose("Blog")
	v.press("Save and go on").expectPage("A suggestion")
	v.press("Attach and go on").expectPage("Taxonomy 1")
	v.press("Save and go on").expectPage("No page yet")
	v.press("Propose the missing pages").expectPage("Keep")
	v.fill("Title", "Our garden")
	v.fill("Reason without a cluster", "Readers want to see it.")
	v.press("Add the page").expectHeading("Site Builder")
	v.press("Save and go on").expectPage("Coverage")
	v.press("Approve the plan").expectHeading("Writer")
}

func (v *visitor) chooseIdeas() {
	v.press("Get ideas in the Planner").expectHeading("Planner")
	v.press("Generate ideas").expectHeading("Generate ideas")
	v.press("Generate ideas").expectHeading("Planner")
	v.expectTextLater("ideas are ready")
	v.press("Look at the result").expectHeading("Ideas")
	v.press("Accept ").expectHeading("Ideas")
	v.hasText("Accepted: its page is a task now.")
	v.choose("Select Compost Bin")
	v.choose("Select Garden Hose")
	v.press("Accept ideas").expectHeading("Ideas")
	v.hasText("2 ideas are accepted.")
	v.press("Writer").expectHeading("Writer")
}

func (v *visitor) writeDrafts() {
	v.press("Draft 3 open pages").expectHeading("Draft 3 pages")
	v.press("Approve 3 briefs and draft 3 pages for 3 credits").expectHeading("Writer")
	v.expectTextLater("Review the next draft")
}

// writeAndReview writes one part by hand and the others by the API, and approves what is written. Before that no page is approved.
func (v *visitor) writeAndReview(program *script) {
	v.press("Compost Bin").expectPage("still to be written")
	v.press("Write this part").expectText("Save")
	v.fill("Text", "We tried a few of them behind our own shed.")
	v.press("Save").expectText("behind our own shed")
	v.hasText("still to be written")

	stage, _, _ := strings.Cut(v.read("address"), "#")
	program.write(stage[strings.LastIndex(stage, "/")+1:])
	v.open(stage).expectPage("behind our own shed")
	v.press("Approve").expectText("Approved")
	for range 2 {
		v.press("Review the next draft").expectPage("still to be written")
		stage, _, _ = strings.Cut(v.read("address"), "#")
		program.write(stage[strings.LastIndex(stage, "/")+1:])
		v.open(stage).expectPage("in our own garden")
		v.press("Approve").expectText("Approved")
	}
	v.press("Back to the Writer").expectHeading("Writer")
}

// publish returns the address of the staging site, and the address at which a web server serves the live site.
func (v *visitor) publish(sites string) (stage, live string) {
	v.press("Go on to Publish").expectHeading("Publish")
	v.press("Publish the site").expectHeading("Publish")
	v.expectTextLater("What is approved is live.")
	v.hasText("Release 1")
	stage = v.read("address")
	live = v.serveFiles(sites)

	v.open(v.read("href", "Preview release 1")).expectPage("Green Acre")
	v.open(live).expectPage("Green Acre")
	v.press("Compost Bin").expectPage("behind our own shed")
	return stage, live
}

// serveFiles serves the live files of the one site of the installation.
func (v *visitor) serveFiles(sites string) (address string) {
	v.Helper()
	live, err := filepath.Glob(filepath.Join(sites, "*", "live"))
	if err != nil || len(live) != 1 {
		v.fail("live are %v, %v", live, err)
	}
	return v.serve(live[0])
}

// serve serves the files of a site as the Caddyfile does. It caches nothing because the same address is requested again.
func (v *visitor) serve(folder string) (address string) {
	files := http.FileServer(http.Dir(folder))
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'")
		w.Header().Set("Cache-Control", "no-store")
		files.ServeHTTP(w, r)
	}))
	v.Cleanup(site.Close)
	return site.URL
}

func (v *visitor) changeAndRollBack(stage, live string) {
	v.open(strings.TrimSuffix(stage, "publish") + "writer").expectHeading("Writer")
	v.press("Compost Bin").expectPage("behind our own shed")
	v.press("Edit title, address and description").expectText("fit into a search result")
	v.fill("Title", "Compost bins we would buy again")
	v.press("Save").expectText("has to be approved again")
	v.press("Approve").expectText("Back to the Writer")
	v.open(stage).expectHeading("Publish")
	v.press("Publish ").expectHeading("Publish")
	v.expectTextLater("What is approved is live.")
	v.hasText("Release 2")
	v.open(live).expectPage("Compost bins we would buy again")

	v.open(stage).expectHeading("Publish")
	v.press("Roll back: release 1")
	if !v.scriptless {
		v.expectText("The site switches to release 1 at once.")
		v.press("Roll back")
	}
	v.expectHeading("Publish")
	v.hasText("Release 1 is live.")
	v.open(live).expectPage("Green Acre")
	v.hasNoText("Compost bins we would buy again")
}

// garden is the file of a keyword tool: five themes, unknown volumes, a row that is no keyword, and a column that is not used.
const garden = `Keyword,Volume,Keyword Difficulty,CPC (USD),Intent,SERP Features
garden hose,8100,34,0.9,Commercial,Image
garden hose reel,4400,28,1.1,Commercial,Image
best garden hose,3600,30,1.2,Commercial,
expandable garden hose,2900,26,0.8,Commercial,
garden hose repair,1300,9,0.4,Informational,Video
how to repair a garden hose,590,7,,Informational,Video
garden hose connector,1900,15,0.7,Commercial,
garden hose storage,880,12,0.6,Commercial,
compost bin,9900,36,0.8,Commercial,Image
best compost bin,4400,32,1.0,Commercial,
kitchen compost bin,5400,29,0.9,Commercial,
compost bin plans,,8,,Informational,
how to build a compost bin,1600,11,0.3,Informational,Video
compost tumbler,3600,27,1.0,Commercial,
compost tumbler reviews,720,16,0.9,Commercial,
what can you compost,2400,14,,Informational,
raised garden bed,22000,41,1.0,Commercial,Image
raised garden bed plans,3600,22,0.5,Informational,
how to build a raised garden bed,6600,30,0.4,Informational,Video
raised garden bed soil,4400,24,0.6,Informational,
raised garden bed depth,1000,10,,Informational,
cedar raised garden bed,2400,21,1.3,Commercial,
metal raised garden bed,3600,25,1.2,Commercial,
pruning shears,12000,33,0.9,Commercial,Image
best pruning shears,2900,26,1.1,Commercial,
how to sharpen pruning shears,1300,9,0.4,Informational,Video
pruning roses,5400,20,,Informational,
when to prune roses,8100,23,,Informational,
how to prune roses,6600,22,,Informational,Video
pruning hydrangeas,,18,,Informational,
when to prune hydrangeas,9900,24,,Informational,
lawn aeration,4400,22,1.5,Informational,
when to aerate a lawn,2900,17,1.2,Informational,
lawn aerator,8100,31,1.0,Commercial,Image
best lawn aerator,1300,25,1.1,Commercial,
lawn fertilizer,9900,38,1.6,Commercial,
best lawn fertilizer,5400,35,1.7,Commercial,
when to fertilize a lawn,6600,26,1.1,Informational,
lawn fertilizer schedule,1900,14,0.9,Informational,
organic lawn fertilizer,2400,24,1.4,Commercial,
login page of the old shop,10,1,,Navigational,
,90,1,,Informational,
`
