package web

import (
	"slices"
	"strings"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/pages"
	"igny8/app/sitebuilder"
	"igny8/views/address"
	views "igny8/views/builder"
	"igny8/views/form"
)

var builderRoutes = []route{
	{get, "/app/sites/:site/builder", accounts.See, inSite, (*exchange).openBuilder},
	{get, "/app/sites/:site/builder/:step", accounts.See, inSite, (*exchange).builderStep},
	{post, "/app/sites/:site/builder/business", accounts.Work, inSite, (*exchange).saveBusiness},
	{post, "/app/sites/:site/builder/type", accounts.Work, inSite, (*exchange).saveType},
	{post, "/app/sites/:site/builder/clusters", accounts.Work, inSite, (*exchange).saveClusters},
	{post, "/app/sites/:site/builder/taxonomies", accounts.Work, inSite, (*exchange).saveTaxonomies},
	{post, "/app/sites/:site/builder/propose", accounts.Work, inSite, (*exchange).proposePages},
	{post, "/app/sites/:site/builder/pages", accounts.Work, inSite, (*exchange).savePages},
	{post, "/app/sites/:site/builder/page", accounts.Work, inSite, (*exchange).addPage},
	{post, "/app/sites/:site/builder/approve", accounts.Publish, inSite, (*exchange).approveBlueprint},
}

// openBuilder goes on at the furthest step that was reached.
func (x *exchange) openBuilder() error {
	plan, err := x.Builder.Plan(x.ctx(), x.site.ID)
	if err != nil {
		return err
	}
	return x.to(address.BuilderStep(x.site.ID, string(plan.Step)))
}

func (x *exchange) builderStep() error {
	step := sitebuilder.Step(x.Params("step"))
	if !slices.Contains(sitebuilder.Steps(), step) {
		return fault.Missing("step")
	}
	return x.showStep(step, nil)
}

func (x *exchange) showStep(step sitebuilder.Step, problem error) error {
	v := views.View{
		Step: step, MayWork: x.member.May(accounts.Work, x.site.ID), MayPass: x.member.May(accounts.Publish, x.site.ID),
		MayWaive: x.member.May(accounts.Manage, x.site.ID), Problems: form.Of(problem),
	}
	var err error
	if v.Plan, err = x.Builder.Plan(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if v.Entry, err = x.Planner.Gate(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if v.Gate, err = x.Builder.Gate(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if err := x.suggest(&v); err != nil {
		return err
	}
	c := x.staged("Site Builder", gates.Builder)
	page, part := views.Page(c, v), views.Part(c, v)
	if problem != nil {
		return x.again(problem, page, part)
	}
	return x.show(page, part)
}

// suggest fills a step that nobody has saved yet with the module's proposal.
func (x *exchange) suggest(v *views.View) (err error) {
	switch v.Step {
	case sitebuilder.StepClusters:
		if v.Candidates, err = x.Builder.Candidates(x.ctx(), x.site.ID); err != nil {
			return err
		}
		for _, a := range v.Plan.Clusters {
			v.Chosen = append(v.Chosen, sitebuilder.Attach{ClusterID: a.ClusterID, Role: a.Role})
		}
		if len(v.Chosen) == 0 {
			v.Chosen, err = x.Builder.SuggestClusters(x.ctx(), x.site.ID, 0)
		}
	case sitebuilder.StepTaxonomies:
		for _, t := range v.Plan.Taxonomies {
			plan := sitebuilder.TaxonomyPlan{Name: t.Name}
			for _, term := range t.Terms {
				plan.Terms = append(plan.Terms, term.Name)
			}
			v.Taxonomies = append(v.Taxonomies, plan)
		}
		if len(v.Taxonomies) == 0 {
			v.Taxonomies, err = x.Builder.SuggestTaxonomies(x.ctx(), x.site.ID)
		}
		v.Taxonomies = append(v.Taxonomies, sitebuilder.TaxonomyPlan{})
	}
	return err
}

// saveStep stores the change and goes on to the next step, or shows the step again with what is wrong.
func (x *exchange) saveStep(step, next sitebuilder.Step, change sitebuilder.Change) error {
	if _, err := x.Builder.Save(x.ctx(), x.site.ID, change); err != nil {
		return x.showStep(step, err)
	}
	return x.to(address.BuilderStep(x.site.ID, string(next)))
}

func (x *exchange) saveBusiness() error {
	return x.saveStep(sitebuilder.StepBusiness, sitebuilder.StepType, sitebuilder.Change{Business: &sitebuilder.Business{
		Name: x.value("name"), Description: x.value("description"), Audience: x.value("audience"), Tagline: x.value("tagline"), Offer: x.value("offer"),
		Author: x.value("author"), Email: x.value("email"), Phone: x.value("phone"), Address: x.value("address"),
	}})
}

func (x *exchange) saveType() error {
	kind := x.value("type")
	return x.saveStep(sitebuilder.StepType, sitebuilder.StepClusters, sitebuilder.Change{Type: &kind})
}

func (x *exchange) saveClusters() error {
	list := []sitebuilder.Attach{}
	for _, id := range x.values("cluster") {
		list = append(list, sitebuilder.Attach{ClusterID: id, Role: x.value("role-" + id)})
	}
	return x.saveStep(sitebuilder.StepClusters, sitebuilder.StepTaxonomies, sitebuilder.Change{Clusters: &list})
}

func (x *exchange) saveTaxonomies() error {
	terms := x.values("terms")
	list := []sitebuilder.TaxonomyPlan{}
	for i, name := range x.values("name") {
		if strings.TrimSpace(name) == "" || i >= len(terms) {
			continue
		}
		list = append(list, sitebuilder.TaxonomyPlan{Name: name, Terms: strings.Split(terms[i], "\n")})
	}
	return x.saveStep(sitebuilder.StepTaxonomies, sitebuilder.StepPages, sitebuilder.Change{Taxonomies: &list})
}

func (x *exchange) proposePages() error {
	if _, err := x.Builder.ProposePages(x.ctx(), x.site.ID); err != nil {
		return err
	}
	return x.to(address.BuilderStep(x.site.ID, string(sitebuilder.StepPages)))
}

func (x *exchange) savePages() error {
	plan, err := x.Builder.Plan(x.ctx(), x.site.ID)
	if err != nil {
		return err
	}
	kept, shown := x.values("keep"), x.values("id")
	list := []sitebuilder.PagePlan{}
	for _, p := range plan.Pages {
		// A page that was not on the screen was added in the meantime: it stays.
		if slices.Contains(shown, p.ID) && !slices.Contains(kept, p.ID) {
			continue
		}
		list = append(list, x.pagePlan(plan, p))
	}
	return x.saveStep(sitebuilder.StepPages, sitebuilder.StepReview, sitebuilder.Change{Pages: &list})
}

func (x *exchange) pagePlan(plan sitebuilder.Plan, p pages.Page) sitebuilder.PagePlan {
	out := sitebuilder.PagePlan{ID: p.ID, Kind: p.Kind, Title: p.Title, NoClusterReason: p.NoClusterReason}
	if title := x.value("title-" + p.ID); title != "" {
		out.Title = title
	}
	if p.ClusterID != nil {
		out.ClusterID = *p.ClusterID
	} else if reason := x.value("reason-" + p.ID); reason != "" {
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

func (x *exchange) addPage() error {
	page := sitebuilder.PagePlan{Title: x.value("title"), ClusterID: x.value("cluster_id"), NoClusterReason: x.value("reason")}
	if _, err := x.Builder.AddPage(x.ctx(), x.site.ID, page); err != nil {
		return x.showStep(sitebuilder.StepPages, err)
	}
	return x.to(address.BuilderStep(x.site.ID, string(sitebuilder.StepPages)))
}

func (x *exchange) approveBlueprint() error {
	if _, err := x.Builder.Approve(x.ctx(), x.site.ID); err != nil {
		return err
	}
	x.say("good", "The plan is approved. Its pages can be written now.")
	return x.to(address.Writer(x.site.ID))
}
