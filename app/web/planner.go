package web

import (
	"slices"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/history"
	"igny8/app/planner"
	"igny8/app/runs"
	"igny8/app/sites"
	views "igny8/views/planner"
	runviews "igny8/views/runs"
)

var plannerRoutes = []route{
	{get, "/app/sites/:site/planner", accounts.See, inSite, (*exchange).plannerStage},
	{get, "/app/sites/:site/planner/import", accounts.See, inSite, (*exchange).importForm},
	{upload, "/app/sites/:site/planner/import", accounts.Work, inSite, (*exchange).importKeywords},
	{get, "/app/sites/:site/planner/import/queue", accounts.See, inSite, (*exchange).importQueue},
	{get, "/app/sites/:site/planner/imports/:id", accounts.See, within[planner.Import]("import"), (*exchange).importPage},
	{post, "/app/sites/:site/planner/imports/:id", accounts.Work, within[planner.Import]("import"), (*exchange).changeImport},

	{get, "/app/sites/:site/planner/group", accounts.See, inSite, (*exchange).groupForm},
	{post, "/app/sites/:site/planner/group", accounts.Work, inSite, (*exchange).groupKeywords},
	{get, "/app/sites/:site/planner/ideas", accounts.See, inSite, (*exchange).ideasForm},
	{post, "/app/sites/:site/planner/ideas", accounts.Work, inSite, (*exchange).generateIdeas},

	{get, "/app/sites/:site/planner/keywords", accounts.See, inSite, (*exchange).keywords},
	{post, "/app/sites/:site/planner/keywords", accounts.Work, inSite, (*exchange).changeKeywords},
	{post, "/app/sites/:site/planner/views", accounts.Work, inSite, (*exchange).saveView},
	{post, "/app/sites/:site/planner/views/:id", accounts.Work, within[planner.View]("view"), (*exchange).changeView},
	{get, "/app/sites/:site/planner/export", accounts.See, inSite, (*exchange).exportSector},

	{get, "/app/sites/:site/planner/calendar", accounts.See, inSite, (*exchange).calendar},
	{post, "/app/sites/:site/planner/calendar", accounts.Work, inSite, (*exchange).moveEntry},
	{get, "/app/sites/:site/planner/coverage", accounts.See, inSite, (*exchange).coverage},
	{post, "/app/sites/:site/planner/coverage", accounts.Work, inSite, (*exchange).fillGaps},

	{get, "/app/sites/:site/planner/clusters", accounts.See, inSite, (*exchange).clusters},
	{get, "/app/sites/:site/planner/clusters/options", accounts.See, inSite, (*exchange).clusterOptions},
	{get, "/app/sites/:site/planner/changes", accounts.See, inSite, (*exchange).changes},
	{post, "/app/sites/:site/planner/changes/:id", accounts.Work, within[history.Change]("change"), (*exchange).undoChange},
	{post, "/app/sites/:site/planner/clusters", accounts.Work, inSite, (*exchange).changeClusters},
	{get, "/app/sites/:site/planner/approve", accounts.See, inSite, (*exchange).approval},
	{post, "/app/sites/:site/planner/approve", accounts.Work, inSite, (*exchange).approveClusters},
	{get, "/app/sites/:site/planner/clusters/:id", accounts.See, within[planner.Cluster]("cluster"), (*exchange).cluster},
	{get, "/app/sites/:site/planner/clusters/:id/divide", accounts.See, within[planner.Cluster]("cluster"), (*exchange).division},
	{post, "/app/sites/:site/planner/clusters/:id", accounts.Work, within[planner.Cluster]("cluster"), (*exchange).changeCluster},
}

// place is the Planner of the site at the sector that the address names, or at the first one.
func (x *exchange) place() (views.Place, error) { return x.placeAt(x.Query("sector")) }

func (x *exchange) placeAt(sectorID string) (views.Place, error) {
	p := views.Place{SiteID: x.site.ID, Work: x.member.May(accounts.Work, x.site.ID), Manage: x.member.May(accounts.Manage, x.site.ID)}
	var err error
	if p.Sectors, err = x.Sites.Sectors(x.ctx(), x.site.ID); err != nil {
		return p, err
	}
	at := slices.IndexFunc(p.Sectors, func(s sites.Sector) bool { return sectorID == "" || s.ID == sectorID })
	if at < 0 {
		return p, fault.Missing("sector")
	}
	p.Sector = p.Sectors[at]
	return p, nil
}

// recentImports is how many imports the stage names.
const recentImports = 5

func (x *exchange) plannerStage() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	v := views.Stage{Place: p}
	// The runs come first: one that ends from here on is seen to run, and its page loads again.
	if v.Runs, err = x.sectorRuns(p); err != nil {
		return err
	}
	if v.Gate, err = x.Planner.Gate(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if v.Summary, err = x.Planner.Summary(x.ctx(), x.site.ID); err != nil {
		return err
	}
	here := v.Summary
	if len(p.Sectors) > 1 {
		if here, err = x.Planner.SectorSummary(x.ctx(), p.Sector.ID); err != nil {
			return err
		}
	}
	v.HasKeywords, v.HasNew, v.HasProposed = here.Keywords > 0, here.New > 0, here.Proposed > 0
	waiting, err := x.Planner.Waiting(x.ctx(), p.Sector.ID)
	if err != nil {
		return err
	}
	v.Weak = waiting.Weak
	if v.Imports, err = x.Planner.Imports(x.ctx(), p.Sector.ID); err != nil {
		return err
	}
	v.Imports = v.Imports[:min(recentImports, len(v.Imports))]
	c := x.staged("Planner", gates.Planner)
	return x.show(views.Page(c, v), views.Part(c, v))
}

// sectorRuns are the runs of the sector that have not ended, and of each function the last one, so that a failure is not overlooked. An import that is
// done has a report.
func (x *exchange) sectorRuns(p views.Place) ([]runviews.View, error) {
	page, err := x.Engine.List(x.ctx(), runs.Filter{SectorID: p.Sector.ID, Limit: 20})
	if err != nil {
		return nil, err
	}
	var list []runviews.View
	seen := map[string]bool{}
	for _, run := range page.Items {
		reported := run.Function == planner.ImportKeywords && run.Phase == runs.PhaseDone
		if (!run.Ended() || !seen[run.Function]) && !reported {
			list = append(list, x.runView(run))
		}
		seen[run.Function] = true
	}
	return list, nil
}
