// Package builder has the screens of the Site Builder. A handler reads the form, calls one service method and shows a page or its part.
package builder

import (
	"slices"
	"strings"

	"github.com/a-h/templ"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/pages"
	"igny8/app/sitebuilder"
	"igny8/app/web/exchange"
	"igny8/views/address"
	views "igny8/views/builder"
	"igny8/views/form"
	"igny8/views/layout"
)

// rowsAtOnce is how many rows a step shows at first, and loads on.
const rowsAtOnce = 50

// handler answers the requests of this package.
type handler struct{ *exchange.Exchange }

// Routes returns the routes of the package.
func Routes() []exchange.Route[*exchange.Exchange] {
	return exchange.Table(func(x *exchange.Exchange) handler { return handler{x} }, builderRoutes)
}

var builderRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/sites/:site/builder", accounts.See, exchange.InSite, handler.openBuilder),
	exchange.At(exchange.Get, "/app/sites/:site/builder/:step", accounts.See, exchange.InSite, handler.builderStep),
	exchange.At(exchange.Post, "/app/sites/:site/builder/business", accounts.Work, exchange.InSite, handler.saveBusiness),
	exchange.At(exchange.Post, "/app/sites/:site/builder/type", accounts.Work, exchange.InSite, handler.saveType),
	exchange.At(exchange.Post, "/app/sites/:site/builder/clusters", accounts.Work, exchange.InSite, handler.saveClusters),
	exchange.At(exchange.Post, "/app/sites/:site/builder/taxonomies", accounts.Work, exchange.InSite, handler.saveTaxonomies),
	exchange.At(exchange.Post, "/app/sites/:site/builder/propose", accounts.Work, exchange.InSite, handler.proposePages),
	exchange.At(exchange.Post, "/app/sites/:site/builder/pages", accounts.Work, exchange.InSite, handler.savePages),
	exchange.At(exchange.Post, "/app/sites/:site/builder/page", accounts.Work, exchange.InSite, handler.addPage),
	exchange.At(exchange.Post, "/app/sites/:site/builder/approve", accounts.Publish, exchange.InSite, handler.approveBlueprint),
}

// openBuilder redirects to the furthest step that was reached.
func (x handler) openBuilder() error {
	plan, err := x.Builder.Begun(x.Context(), x.Site.ID)
	if err != nil {
		return err
	}
	return x.To(address.BuilderStep(x.Site.ID, string(plan.Step)))
}

func (x handler) builderStep() error {
	step := sitebuilder.Step(x.Params("step"))
	if !slices.Contains(sitebuilder.Steps(), step) {
		return fault.Missing("step")
	}
	return x.showStep(step, nil)
}

func (x handler) showStep(step sitebuilder.Step, problem error) error {
	v := views.View{
		Step: step, MayWork: x.Member.May(accounts.Work, x.Site.ID), MayPass: x.Member.May(accounts.Publish, x.Site.ID),
		MayWaive: x.Member.May(accounts.Manage, x.Site.ID), Problems: form.Of(problem),
	}
	var err error
	if v.Plan, err = x.Builder.Begun(x.Context(), x.Site.ID); err != nil {
		return err
	}
	if v.Entry, err = x.Entry(gates.Planner); err != nil {
		return err
	}
	if err := x.fill(&v); err != nil {
		return err
	}
	c := x.Staged("Site Builder", gates.Builder)
	if problem != nil {
		return x.Again(problem, views.Page(c, v), views.Part(c, v))
	}
	return x.Show(views.Page(c, v), x.part(c, v))
}

// fill loads what the step alone shows. A step that nobody has saved yet shows the proposal of the module sitebuilder.
func (x handler) fill(v *views.View) (err error) {
	switch v.Step {
	case sitebuilder.StepReview:
		if v.Gate, err = x.Builder.Gate(x.Context(), x.Site.ID); err != nil {
			return err
		}
		covered, err := x.Builder.CoveragePage(x.Context(), v.Plan.Blueprint, false, rowsAtOnce, x.Query("cursor"))
		v.Coverage, v.Next = covered.Items, covered.Next
		return err
	case sitebuilder.StepClusters:
		return x.fillClusters(v)
	case sitebuilder.StepPages:
		return x.fillPages(v)
	case sitebuilder.StepTaxonomies:
		if v.Plan.Taxonomies, err = x.Pages.Taxonomies(x.Context(), x.Site.ID); err != nil {
			return err
		}
		for _, t := range v.Plan.Taxonomies {
			plan := sitebuilder.TaxonomyPlan{Name: t.Name}
			for _, term := range t.Terms {
				plan.Terms = append(plan.Terms, term.Name)
			}
			v.Taxonomies = append(v.Taxonomies, plan)
		}
		if len(v.Taxonomies) == 0 {
			v.Taxonomies, err = x.Builder.SuggestTaxonomies(x.Context(), x.Site.ID)
		}
		v.Taxonomies = append(v.Taxonomies, sitebuilder.TaxonomyPlan{})
	}
	return err
}

// fillPages loads a page of the tree of pages with the names of their clusters, and the clusters that wait for a page.
func (x handler) fillPages(v *views.View) error {
	page, err := x.Pages.PlannedPage(x.Context(), x.Site.ID, rowsAtOnce, x.Query("cursor"))
	if err != nil {
		return err
	}
	v.Plan.Pages, v.Next = page.Items, page.Next
	var ids []string
	for _, p := range page.Items {
		if p.ClusterID != nil {
			ids = append(ids, *p.ClusterID)
		}
	}
	if v.Named, err = x.Planner.ClustersByID(x.Context(), ids); err != nil {
		return err
	}
	open, err := x.Builder.CoveragePage(x.Context(), v.Plan.Blueprint, true, rowsAtOnce, "")
	v.Open = open.Items
	return err
}

// part returns what a request of the step swaps: the rows after a cursor, a branch, or the step.
func (x handler) part(c layout.Chrome, v views.View) templ.Component {
	more := x.Query("cursor") != ""
	switch {
	case more && v.Step == sitebuilder.StepPages:
		return views.PageRows(v)
	case more && v.Step == sitebuilder.StepReview:
		return views.CoverageRows(v)
	case more && v.Step == sitebuilder.StepClusters:
		return views.CandidateRows(v)
	case v.Step == sitebuilder.StepClusters && v.Candidates.Query.UnderID != "":
		return views.CandidateBranch(v)
	}
	return views.Part(c, v)
}

// saveStep stores the change and redirects to the next step, or shows the step again with its errors.
func (x handler) saveStep(step, next sitebuilder.Step, change sitebuilder.Change) error {
	if err := x.Builder.Store(x.Context(), x.Site.ID, change); err != nil {
		return x.showStep(step, err)
	}
	return x.To(address.BuilderStep(x.Site.ID, string(next)))
}

func (x handler) saveBusiness() error {
	return x.saveStep(sitebuilder.StepBusiness, sitebuilder.StepType, sitebuilder.Change{Business: &sitebuilder.Business{
		Name: x.Value("name"), Description: x.Value("description"), Audience: x.Value("audience"), Tagline: x.Value("tagline"), Offer: x.Value("offer"),
		Author: x.Value("author"), Email: x.Value("email"), Phone: x.Value("phone"), Address: x.Value("address"),
	}})
}

func (x handler) saveType() error {
	kind := x.Value("type")
	return x.saveStep(sitebuilder.StepType, sitebuilder.StepClusters, sitebuilder.Change{Type: &kind})
}

func (x handler) saveTaxonomies() error {
	terms := x.Values("terms")
	list := []sitebuilder.TaxonomyPlan{}
	for i, name := range x.Values("name") {
		if strings.TrimSpace(name) == "" || i >= len(terms) {
			continue
		}
		list = append(list, sitebuilder.TaxonomyPlan{Name: name, Terms: strings.Split(terms[i], "\n")})
	}
	return x.saveStep(sitebuilder.StepTaxonomies, sitebuilder.StepPages, sitebuilder.Change{Taxonomies: &list})
}

func (x handler) proposePages() error {
	if _, err := x.Builder.ProposePages(x.Context(), x.Site.ID); err != nil {
		return err
	}
	return x.To(address.BuilderStep(x.Site.ID, string(sitebuilder.StepPages)))
}

func (x handler) savePages() error {
	plan, err := x.Builder.Plan(x.Context(), x.Site.ID)
	if err != nil {
		return err
	}
	kept, shown := x.Values("keep"), x.Values("id")
	list := []sitebuilder.PagePlan{}
	for _, p := range plan.Pages {
		// Somebody else added this page after the screen was loaded: do not delete it.
		if slices.Contains(shown, p.ID) && !slices.Contains(kept, p.ID) {
			continue
		}
		list = append(list, x.pagePlan(plan, p))
	}
	return x.saveStep(sitebuilder.StepPages, sitebuilder.StepReview, sitebuilder.Change{Pages: &list})
}

func (x handler) pagePlan(plan sitebuilder.Plan, p pages.Page) sitebuilder.PagePlan {
	out := sitebuilder.PagePlan{ID: p.ID, Kind: p.Kind, Title: p.Title, NoClusterReason: p.NoClusterReason}
	if title := x.Value("title-" + p.ID); title != "" {
		out.Title = title
	}
	if p.ClusterID != nil {
		out.ClusterID = *p.ClusterID
	} else if reason := x.Value("reason-" + p.ID); reason != "" {
		out.NoClusterReason = reason
	}
	if p.ParentID != nil {
		out.ParentID = *p.ParentID
	}
	for _, t := range plan.Terms[p.ID] {
		out.TermIDs = append(out.TermIDs, t.ID)
	}
	return out
}

func (x handler) addPage() error {
	page := sitebuilder.PagePlan{Title: x.Value("title"), ClusterID: x.Value("cluster_id"), NoClusterReason: x.Value("reason")}
	if _, err := x.Builder.AddPage(x.Context(), x.Site.ID, page); err != nil {
		return x.showStep(sitebuilder.StepPages, err)
	}
	return x.To(address.BuilderStep(x.Site.ID, string(sitebuilder.StepPages)))
}

func (x handler) approveBlueprint() error {
	if _, err := x.Builder.Approve(x.Context(), x.Site.ID); err != nil {
		return err
	}
	x.Say("good", "The plan is approved. Its pages can be written now.")
	return x.To(address.Writer(x.Site.ID))
}
