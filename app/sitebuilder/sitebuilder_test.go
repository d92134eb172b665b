package sitebuilder_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/app/planner/imports"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
)

const keywords = `Keyword,Volume,Intent
garden hose,8100,Commercial
best garden hose,5400,Commercial
garden hose reel,4400,Commercial
how to repair a garden hose,1300,Informational
compost bin,9900,Commercial
how to make compost,6600,Informational
compost tumbler,3600,Commercial
raised garden bed,12100,Commercial
how to build a raised garden bed,2900,Informational
`

// desk is a site whose clusters are approved.
type desk struct {
	*apptest.World
	testing.TB
	ctx context.Context
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	w := apptest.New(t)
	d := &desk{World: w, TB: t, ctx: w.Ctx(accountstest.Publisher)}
	d.keywords()
	d.must(d.Planner.ApproveAll(d.ctx, d.Sector))
	return d
}

// keywords imports and groups them.
func (d *desk) keywords() {
	d.Helper()
	_, err := d.Imports.ImportFiles(d.ctx, d.Sector, []imports.File{imports.TextFile("garden.csv", keywords)}, false)
	d.must(err)
	run, err := d.Grouping.StartClustering(d.ctx, d.Sector, "")
	d.must(err)
	d.await(run)
}

func (d *desk) await(run runs.Run) {
	d.Helper()
	run, err := d.Engine.Wait(d.ctx, run.ID)
	d.must(err)
	if run.Phase != runs.PhaseDone {
		d.Fatalf("the run ended %s: %s", run.Phase, run.Message)
	}
}

func (d *desk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desk) refused(what string, err error, kind fault.Kind) {
	d.Helper()
	if fault.KindOf(err) != kind {
		d.Errorf("%s: got %v (%s), want %s", what, err, fault.KindOf(err), kind)
	}
}

// planned returns the plan with all suggestions, waiting for approval.
func (d *desk) planned() sitebuilder.Plan {
	d.Helper()
	clusters, err := d.Builder.SuggestClusters(d.ctx, d.Site, 0)
	d.must(err)
	_, err = d.Builder.Save(d.ctx, d.Site, sitebuilder.Change{Business: &business, Clusters: &clusters})
	d.must(err)
	taxonomies, err := d.Builder.SuggestTaxonomies(d.ctx, d.Site)
	d.must(err)
	_, err = d.Builder.Save(d.ctx, d.Site, sitebuilder.Change{Taxonomies: &taxonomies})
	d.must(err)
	plan, err := d.Builder.ProposePages(d.ctx, d.Site)
	d.must(err)
	return plan
}

var business = sitebuilder.Business{Name: "Alpha Gardens", Description: "Tools for small gardens."}

func p[T any](v T) *T { return &v }

// as returns the pages in the form that a person sends them.
func as(plan sitebuilder.Plan) []sitebuilder.PagePlan {
	var list []sitebuilder.PagePlan
	for _, page := range plan.Pages {
		out := sitebuilder.PagePlan{ID: page.ID, Kind: page.Kind, Title: page.Title, NoClusterReason: page.NoClusterReason}
		if page.ClusterID != nil {
			out.ClusterID = *page.ClusterID
		}
		if page.ParentID != nil {
			out.ParentID = *page.ParentID
		}
		for _, t := range plan.Terms[page.ID] {
			out.TermIDs = append(out.TermIDs, t.ID)
		}
		list = append(list, out)
	}
	return list
}

func of(plan sitebuilder.Plan, kind string) []pages.Page {
	return slices.DeleteFunc(slices.Clone(plan.Pages), func(p pages.Page) bool { return p.Kind != kind })
}

// shape returns the part of the plan that must not change when a save is refused or changes nothing.
func shape(plan sitebuilder.Plan) string {
	data, err := json.Marshal([]any{
		plan.State, plan.Step, plan.Business, plan.Site.Type, plan.Clusters, plan.Taxonomies, plan.Pages,
		plan.Terms,
	})
	return fmt.Sprintf("%s %v", data, err)
}

func TestNothingIsPlannedBeforeTheClustersAreApproved(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	d := &desk{World: w, TB: t, ctx: w.Ctx(accountstest.Publisher)}
	d.keywords()
	for name, call := range map[string]func() error{
		"Save": func() error {
			_, err := d.Builder.Save(d.ctx, d.Site, sitebuilder.Change{Business: &business})
			return err
		},
		"ProposePages": func() error { _, err := d.Builder.ProposePages(d.ctx, d.Site); return err },
		"AddPage": func() error {
			_, err := d.Builder.AddPage(d.ctx, d.Site, sitebuilder.PagePlan{Title: "x", NoClusterReason: "y"})
			return err
		},
		"Approve": func() error { _, err := d.Builder.Approve(d.ctx, d.Site); return err },
	} {
		if _, closed := gates.ClosedOf(call()); !closed {
			t.Errorf("%s is not held back by the Planner's gate", name)
		}
	}
}

func TestWhatAPlanRefuses(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	plan := d.planned()
	before := shape(plan)
	cluster, hub, home := plan.Clusters[0].ClusterID, of(plan, pages.Hub)[0], of(plan, pages.Home)[0]
	pillars, err := d.Planner.Clusters(d.ctx, d.Sector, planner.LevelPillar)
	d.must(err)
	with := func(more ...sitebuilder.PagePlan) sitebuilder.Change {
		return sitebuilder.Change{Pages: p(append(as(plan), more...))}
	}
	altered := func(id string, alter func(*sitebuilder.PagePlan)) sitebuilder.Change {
		list := as(plan)
		alter(&list[slices.IndexFunc(list, func(p sitebuilder.PagePlan) bool { return p.ID == id })])
		return sitebuilder.Change{Pages: &list}
	}
	article := of(plan, pages.Article)[0]
	for name, c := range map[string]struct {
		change sitebuilder.Change
		kind   fault.Kind
	}{
		"no name":              {sitebuilder.Change{Business: &sitebuilder.Business{Name: " "}}, fault.Invalid},
		"a NUL":                {sitebuilder.Change{Business: &sitebuilder.Business{Name: "a", Audience: "\x00"}}, fault.Invalid},
		"a long offer":         {sitebuilder.Change{Business: &sitebuilder.Business{Name: "a", Offer: strings.Repeat("x", 201)}}, fault.Invalid},
		"no e-mail":            {sitebuilder.Change{Business: &sitebuilder.Business{Name: "a", Email: "me"}}, fault.Invalid},
		"no type":              {sitebuilder.Change{Type: p("forum")}, fault.Invalid},
		"all or nothing":       {sitebuilder.Change{Type: p("company"), Business: &sitebuilder.Business{Name: "Other"}, Clusters: &[]sitebuilder.Attach{{ClusterID: home.ID}}}, fault.NotFound},
		"no cluster":           {sitebuilder.Change{Clusters: &[]sitebuilder.Attach{{ClusterID: "\x00"}}}, fault.NotFound},
		"a pillar":             {sitebuilder.Change{Clusters: &[]sitebuilder.Attach{{ClusterID: pillars[0].ID}}}, fault.Invalid},
		"no role":              {sitebuilder.Change{Clusters: &[]sitebuilder.Attach{{ClusterID: cluster, Role: "king"}}}, fault.Invalid},
		"a nameless taxonomy":  {sitebuilder.Change{Taxonomies: &[]sitebuilder.TaxonomyPlan{{Name: " "}}}, fault.Invalid},
		"a taxonomy twice":     {sitebuilder.Change{Taxonomies: &[]sitebuilder.TaxonomyPlan{{Name: "Tags"}, {Name: "tags"}}}, fault.Invalid},
		"a NUL in a term":      {sitebuilder.Change{Taxonomies: &[]sitebuilder.TaxonomyPlan{{Name: "Tags", Terms: []string{"a\x00"}}}}, fault.Invalid},
		"a page of no title":   {with(sitebuilder.PagePlan{NoClusterReason: "x"}), fault.Invalid},
		"a page of no reason":  {with(sitebuilder.PagePlan{Title: "x"}), fault.Invalid},
		"a page of no kind":    {with(sitebuilder.PagePlan{Title: "x", NoClusterReason: "x", Kind: "song"}), fault.Invalid},
		"a second home":        {with(sitebuilder.PagePlan{Title: "x", NoClusterReason: "x", Kind: pages.Home}), fault.Invalid},
		"no such page":         {with(sitebuilder.PagePlan{ID: cluster, Title: "x", NoClusterReason: "x"}), fault.NotFound},
		"no such parent":       {with(sitebuilder.PagePlan{Title: "x", NoClusterReason: "x", ParentID: "\x00"}), fault.NotFound},
		"no such cluster":      {with(sitebuilder.PagePlan{Title: "x", ClusterID: home.ID}), fault.NotFound},
		"no such term":         {with(sitebuilder.PagePlan{Title: "x", ClusterID: cluster, TermIDs: []string{"\x00"}}), fault.NotFound},
		"a page below itself":  {altered(article.ID, func(p *sitebuilder.PagePlan) { p.ParentID = p.ID }), fault.Invalid},
		"a circle":             {altered(*article.ParentID, func(p *sitebuilder.PagePlan) { p.ParentID = article.ID }), fault.Invalid},
		"a hub that is a home": {altered(hub.ID, func(p *sitebuilder.PagePlan) { p.Kind = pages.Home }), fault.Invalid},
	} {
		_, err := d.Builder.Save(d.ctx, d.Site, c.change)
		d.refused(name, err, c.kind)
	}
	_, err = d.Builder.AddPage(d.ctx, d.Site, sitebuilder.PagePlan{Title: "x"})
	d.refused("one more page without a reason", err, fault.Invalid)
	_, err = d.Builder.Save(d.ctx, d.ForeignSite, sitebuilder.Change{Business: &business})
	d.refused("another account's site", err, fault.NotFound)
	after, err := d.Builder.Plan(d.ctx, d.Site)
	d.must(err)
	if got := shape(after); got != before {
		t.Errorf("a refusal changed the plan from\n%s\nto\n%s", before, got)
	}
}

func TestAPlanIsMadeAndApproved(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	_, err := d.Builder.Approve(d.ctx, d.Site)
	if closed, ok := gates.ClosedOf(err); !ok || closed.Gate.Name != gates.Builder {
		t.Fatalf("an empty plan: %v", err)
	}
	plan := d.planned()
	home, hubs, articles := of(plan, pages.Home), of(plan, pages.Hub), of(plan, pages.Article)
	if len(home) != 1 || home[0].Path != "/" || len(hubs) == 0 || len(articles) < 3 || len(of(plan, pages.About))+len(of(plan, pages.Contact)) != 2 {
		t.Fatalf("proposed %+v", plan.Pages)
	}
	described := 0
	for _, hub := range hubs {
		if len([]rune(hub.Description)) > 155 || (hub.Description != "" && !strings.HasPrefix(hub.Description, hub.Title+": ")) {
			t.Errorf("the hub %q says %q", hub.Title, hub.Description)
		}
		if hub.Description != "" {
			described++
		}
	}
	if described == 0 {
		t.Error("no hub says what it is about")
	}
	for _, article := range articles {
		if article.ParentID == nil || article.Role == "" || len(article.TargetKeywords) == 0 || article.SectorID == nil || len(plan.Terms[article.ID]) != 1 {
			t.Errorf("the article %+v lacks its metadata or its place: %v", article, plan.Terms[article.ID])
		}
	}
	again, err := d.Builder.ProposePages(d.ctx, d.Site)
	d.must(err)
	if shape(again) != shape(plan) {
		t.Error("proposing again changed the plan")
	}
	same, err := d.Builder.Save(d.ctx, d.Site, sitebuilder.Change{Pages: p(as(plan))})
	d.must(err)
	third, err := d.Builder.Save(d.ctx, d.Site, sitebuilder.Change{Pages: p(as(same))})
	d.must(err)
	if fmt.Sprint(as(same)) != fmt.Sprint(as(plan)) || shape(third) != shape(same) {
		t.Errorf("saving the same pages made\n%v\nof\n%v", as(third), as(plan))
	}

	approved, err := d.Builder.Approve(d.ctx, d.Site)
	d.must(err)
	if approved.State != sitebuilder.BlueprintApproved || approved.ApprovedAt == nil ||
		slices.ContainsFunc(approved.Pages, func(p pages.Page) bool { return p.State != pages.Planned }) {
		t.Errorf("approved as %+v", approved.Blueprint)
	}
	if gate, err := d.Builder.Gate(d.ctx, d.Site); err != nil || !gate.Passed {
		t.Errorf("the gate is closed: %+v, %v", gate, err)
	}
	more, err := d.Builder.AddPage(d.ctx, d.Site, sitebuilder.PagePlan{Title: "Press", NoClusterReason: "Journalists ask."})
	d.must(err)
	if more.State != sitebuilder.BlueprintDraft || len(more.Pages) != len(approved.Pages)+1 {
		t.Errorf("a page was added to a plan that stays %s", more.State)
	}
}

func TestDroppedAndWrittenPages(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	plan := d.planned()
	articles := of(plan, pages.Article)
	rejected, bare, written := articles[0], articles[1], articles[2]
	run, err := d.Ideas.StartIdeas(d.ctx, d.Sector, []string{*rejected.ClusterID})
	d.must(err)
	d.await(run)
	proposed, err := d.Ideas.Ideas(d.ctx, ideas.IdeaQuery{SectorID: d.Sector})
	d.must(err)
	_, err = d.Ideas.UpdateIdea(d.ctx, proposed.Items[0].ID, ideas.IdeaChange{State: p(ideas.IdeaRejected)})
	d.must(err)
	d.must(d.DB.Tx(d.ctx, func(tx *gorm.DB) error { return pages.SetState(tx, written.ID, pages.Drafted) }))

	for name, alter := range map[string]func(*sitebuilder.PagePlan){
		"title": func(p *sitebuilder.PagePlan) { p.Title = "x" }, "address": func(p *sitebuilder.PagePlan) { p.Slug = "x" }, "kind": func(p *sitebuilder.PagePlan) { p.Kind = pages.Plain },
	} {
		list := as(plan)
		alter(&list[slices.IndexFunc(list, func(p sitebuilder.PagePlan) bool { return p.ID == written.ID })])
		_, err := d.Builder.Save(d.ctx, d.Site, sitebuilder.Change{Pages: &list})
		d.refused("another "+name+" of a written page", err, fault.Invalid)
	}
	// Everything but the home page is left out, the hubs first, so that their articles lose their parent.
	left, err := d.Builder.Save(d.ctx, d.Site, sitebuilder.Change{Pages: p(slices.DeleteFunc(as(plan),
		func(p sitebuilder.PagePlan) bool { return p.Kind == pages.Hub }))})
	d.must(err)
	if i := slices.IndexFunc(left.Pages, func(p pages.Page) bool { return p.ID == written.ID }); i < 0 || left.Pages[i].ParentID != nil {
		t.Errorf("a page stands under a hub that is gone: %+v", left.Pages)
	}
	left, err = d.Builder.Save(d.ctx, d.Site, sitebuilder.Change{Pages: p(slices.DeleteFunc(as(left),
		func(p sitebuilder.PagePlan) bool { return p.Kind != pages.Home }))})
	d.must(err)
	if len(left.Pages) != 2 {
		t.Errorf("left are %+v, want the home page and the one that is written", left.Pages)
	}
	if idea, err := d.Ideas.Idea(d.ctx, proposed.Items[0].ID); err != nil || idea.State != ideas.IdeaRejected {
		t.Errorf("the rejected idea is forgotten: %+v, %v", idea, err)
	}
	if _, err := d.Pages.Get(d.ctx, bare.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the page without an idea is still there: %v", err)
	}
	back, err := d.Builder.ProposePages(d.ctx, d.Site)
	d.must(err)
	i := slices.IndexFunc(back.Pages, func(p pages.Page) bool { return p.ID == rejected.ID })
	if i < 0 || back.Pages[i].Path != rejected.Path || len(back.Pages) != len(plan.Pages) {
		t.Errorf("the removed page did not come back at its address: %+v", back.Pages)
	}
}

// Attachments follow merges and regrouping, so that the plan stays complete.
func TestAttachmentsFollowTheirClusters(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.planned()
	plan, err := d.Builder.Approve(d.ctx, d.Site)
	d.must(err)
	attached := func(plan sitebuilder.Plan) (ids []string) {
		for _, a := range plan.Clusters {
			if a.Cluster.Level == planner.LevelPage {
				ids = append(ids, a.ClusterID)
			}
		}
		return ids
	}
	before := attached(plan)
	loner, both := before[0], before[1:3]
	_, err = d.Builder.Save(d.ctx, d.Site, sitebuilder.Change{Clusters: &[]sitebuilder.Attach{
		{ClusterID: loner, Role: planner.Attribute},
		{ClusterID: both[0]},
		{ClusterID: both[1]},
	}})
	d.must(err)
	_, err = d.Planner.Merge(d.ctx, loner, before[3]) // which is not attached
	d.must(err)
	_, err = d.Planner.Merge(d.ctx, both[0], both[1])
	d.must(err)
	plan, err = d.Builder.Plan(d.ctx, d.Site)
	d.must(err)
	got, want := attached(plan), []string{before[3], both[1]}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) || !slices.ContainsFunc(plan.Clusters,
		func(a sitebuilder.Attached) bool { return a.ClusterID == before[3] && a.Role == planner.Attribute }) {
		t.Errorf("attached are %v, want %v", plan.Clusters, want)
	}
	for _, granularity := range []string{"coarse", "fine"} {
		run, err := d.Grouping.StartClustering(d.ctx, d.Sector, granularity)
		d.must(err)
		d.await(run)
		plan, err := d.Builder.Plan(d.ctx, d.Site)
		d.must(err)
		if len(plan.Clusters) == 0 {
			t.Errorf("grouping anew, %s, has detached everything", granularity)
		}
		covered, err := d.Builder.CoveragePage(d.ctx, plan.Blueprint, false, 0, "")
		d.must(err)
		if len(covered.Items) != len(plan.Clusters) {
			t.Errorf("coverage lists %d clusters of %d", len(covered.Items), len(plan.Clusters))
		}
		for _, c := range covered.Items {
			if len(c.Pages) == 0 {
				t.Errorf("grouping anew, %s, has left %q without a page", granularity, c.Name)
			}
		}
		open, err := d.Builder.CoveragePage(d.ctx, plan.Blueprint, true, 0, "")
		d.must(err)
		if len(open.Items) > 0 {
			t.Errorf("%d clusters wait for a page: %v", len(open.Items), open.Items)
		}
	}
	if gate, err := d.Builder.Gate(d.ctx, d.Site); err != nil || slices.ContainsFunc(gate.Checks, func(c gates.Check) bool { return !c.OK && c.Key != "approved" }) {
		t.Errorf("the plan is not complete any more: %+v, %v", gate, err)
	}
}

// People who work on the plan at the same time lose no change, and pages that are proposed twice at the same time are added
// once.
func TestSeveralChangesAtOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	clusters, err := d.Builder.SuggestClusters(d.ctx, d.Site, 0)
	d.must(err)
	changes := []sitebuilder.Change{{Business: &business}, {Type: p("company")}, {Clusters: &clusters}, {Taxonomies: &[]sitebuilder.TaxonomyPlan{{Name: "Services"}}}}
	var all sync.WaitGroup
	failed := make([]error, len(changes))
	for i, change := range changes {
		all.Go(func() { _, failed[i] = d.Builder.Save(d.ctx, d.Site, change) })
	}
	all.Wait()
	d.must(errors.Join(failed...))
	failed = make([]error, 3)
	for i := range failed {
		all.Go(func() { _, failed[i] = d.Builder.ProposePages(d.ctx, d.Site) })
	}
	all.Wait()
	d.must(errors.Join(failed...))
	plan, err := d.Builder.Plan(d.ctx, d.Site)
	d.must(err)
	if plan.Business != business || plan.Site.Type != "company" || len(plan.Clusters) != len(clusters) || len(plan.Taxonomies) != 1 {
		t.Errorf("something was lost: %+v", plan.Blueprint)
	}
	if len(of(plan, pages.Home)) != 1 || len(of(plan, pages.Article)) != len(plan.Clusters)-len(of(plan, pages.Hub)) {
		t.Errorf("proposed twice: %+v", plan.Pages)
	}
}

func TestTheOtherAccountSeesNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	plan := d.planned()
	before := shape(plan)
	for _, person := range []accountstest.Person{accountstest.Stranger, accountstest.Newcomer} {
		ctx := d.Ctx(person)
		for name, call := range map[string]func() error{
			"Plan": func() error { _, err := d.Builder.Plan(ctx, d.Site); return err },
			"Save": func() error {
				_, err := d.Builder.Save(ctx, d.Site, sitebuilder.Change{Business: &business})
				return err
			},
			"Approve":      func() error { _, err := d.Builder.Approve(ctx, d.Site); return err },
			"ProposePages": func() error { _, err := d.Builder.ProposePages(ctx, d.Site); return err },
			"AddPage": func() error {
				_, err := d.Builder.AddPage(ctx, d.Site, sitebuilder.PagePlan{Title: "x", NoClusterReason: "x"})
				return err
			},
			"Suggest": func() error { _, err := d.Builder.SuggestTaxonomies(ctx, d.Site); return err },
			"Gate":    func() error { _, err := d.Builder.Gate(ctx, d.Site); return err },
		} {
			d.refused(name+" by "+string(person), call(), fault.NotFound)
		}
		all, attached, err := d.Builder.Candidates(ctx, plan.Blueprint)
		d.must(err)
		tree, err := d.Builder.CandidateBranch(ctx, plan.Blueprint, "", 0, "")
		d.must(err)
		if all+attached+int64(len(tree.Items)) > 0 {
			t.Errorf("%s sees %d of %d and %v", person, attached, all, tree.Items)
		}
	}
	after, err := d.Builder.Plan(d.ctx, d.Site)
	d.must(err)
	if shape(after) != before {
		t.Error("a stranger changed the plan")
	}
}
