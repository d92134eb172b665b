// Package planner has the screens of the Planner. A handler reads the form, calls one service method and shows a page or its part.
package planner

import (
	"slices"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/history"
	"igny8/app/planner"
	"igny8/app/planner/imports"
	"igny8/app/runs"
	"igny8/app/sites"
	"igny8/app/web/exchange"
	views "igny8/views/planner"
	runviews "igny8/views/runs"
)

// handler answers the requests of this package.
type handler struct{ *exchange.Exchange }

// Routes returns the routes of the package.
func Routes() []exchange.Route[*exchange.Exchange] {
	return exchange.Table(func(x *exchange.Exchange) handler { return handler{x} }, plannerRoutes)
}

var plannerRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/sites/:site/planner", accounts.See, exchange.InSite, handler.plannerStage),
	exchange.At(exchange.Get, "/app/sites/:site/planner/import", accounts.See, exchange.InSite, handler.importForm),
	exchange.At(exchange.Upload, "/app/sites/:site/planner/import", accounts.Work, exchange.InSite, handler.importKeywords),
	exchange.At(exchange.Get, "/app/sites/:site/planner/import/queue", accounts.See, exchange.InSite, handler.importQueue),
	exchange.At(exchange.Get, "/app/sites/:site/planner/imports/:id", accounts.See, exchange.Within[imports.Import]("import"), handler.importPage),
	exchange.At(exchange.Post, "/app/sites/:site/planner/imports/:id", accounts.Work, exchange.Within[imports.Import]("import"), handler.changeImport),

	exchange.At(exchange.Get, "/app/sites/:site/planner/group", accounts.See, exchange.InSite, handler.groupForm),
	exchange.At(exchange.Post, "/app/sites/:site/planner/group", accounts.Work, exchange.InSite, handler.groupKeywords),
	exchange.At(exchange.Get, "/app/sites/:site/planner/ideas", accounts.See, exchange.InSite, handler.ideasForm),
	exchange.At(exchange.Post, "/app/sites/:site/planner/ideas", accounts.Work, exchange.InSite, handler.generateIdeas),

	exchange.At(exchange.Get, "/app/sites/:site/planner/keywords", accounts.See, exchange.InSite, handler.keywords),
	exchange.At(exchange.Post, "/app/sites/:site/planner/keywords", accounts.Work, exchange.InSite, handler.changeKeywords),
	exchange.At(exchange.Get, "/app/sites/:site/planner/keywords/:id", accounts.See, exchange.Within[planner.Keyword]("keyword"), handler.keyword),
	exchange.At(exchange.Post, "/app/sites/:site/planner/keywords/:id", accounts.Work, exchange.Within[planner.Keyword]("keyword"), handler.changeKeyword),
	exchange.At(exchange.Post, "/app/sites/:site/planner/views", accounts.Work, exchange.InSite, handler.saveView),
	exchange.At(exchange.Post, "/app/sites/:site/planner/views/:id", accounts.Work, exchange.Within[planner.View]("view"), handler.changeView),
	exchange.At(exchange.Get, "/app/sites/:site/planner/export", accounts.See, exchange.InSite, handler.exportSector),

	exchange.At(exchange.Get, "/app/sites/:site/planner/calendar", accounts.See, exchange.InSite, handler.calendar),
	exchange.At(exchange.Post, "/app/sites/:site/planner/calendar", accounts.Work, exchange.InSite, handler.moveEntry),
	exchange.At(exchange.Get, "/app/sites/:site/planner/coverage", accounts.See, exchange.InSite, handler.coverage),
	exchange.At(exchange.Post, "/app/sites/:site/planner/coverage", accounts.Work, exchange.InSite, handler.fillGaps),

	exchange.At(exchange.Get, "/app/sites/:site/planner/clusters", accounts.See, exchange.InSite, handler.clusters),
	exchange.At(exchange.Get, "/app/sites/:site/planner/clusters/options", accounts.See, exchange.InSite, handler.clusterOptions),
	exchange.At(exchange.Get, "/app/sites/:site/planner/changes", accounts.See, exchange.InSite, handler.changes),
	exchange.At(exchange.Post, "/app/sites/:site/planner/changes/:id", accounts.Work, exchange.Within[history.Change]("change"), handler.undoChange),
	exchange.At(exchange.Post, "/app/sites/:site/planner/clusters", accounts.Work, exchange.InSite, handler.changeClusters),
	exchange.At(exchange.Get, "/app/sites/:site/planner/approve", accounts.See, exchange.InSite, handler.approval),
	exchange.At(exchange.Post, "/app/sites/:site/planner/approve", accounts.Work, exchange.InSite, handler.approveClusters),
	exchange.At(exchange.Get, "/app/sites/:site/planner/clusters/:id", accounts.See, exchange.Within[planner.Cluster]("cluster"), handler.cluster),
	exchange.At(exchange.Get, "/app/sites/:site/planner/clusters/:id/divide", accounts.See, exchange.Within[planner.Cluster]("cluster"), handler.division),
	exchange.At(exchange.Post, "/app/sites/:site/planner/clusters/:id", accounts.Work, exchange.Within[planner.Cluster]("cluster"), handler.changeCluster),
}

// place returns the site with the sector that the address names, or with the first one.
func (x handler) place() (views.Place, error) { return x.placeAt(x.Query("sector")) }

func (x handler) placeAt(sectorID string) (views.Place, error) {
	p := views.Place{SiteID: x.Site.ID, Work: x.Member.May(accounts.Work, x.Site.ID), Manage: x.Member.May(accounts.Manage, x.Site.ID)}
	var err error
	if p.Sectors, err = x.Sites.Sectors(x.Context(), x.Site.ID); err != nil {
		return p, err
	}
	at := slices.IndexFunc(p.Sectors, func(s sites.Sector) bool { return sectorID == "" || s.ID == sectorID })
	if at < 0 {
		return p, fault.Missing("sector")
	}
	p.Sector = p.Sectors[at]
	return p, nil
}

// recentImports is how many imports the stage lists.
const recentImports = 5

func (x handler) plannerStage() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	v := views.Stage{Place: p}
	// Load the runs first: a run that ends after this is shown as running, and the page reloads when it polls.
	if v.Runs, err = x.sectorRuns(p); err != nil {
		return err
	}
	if v.Summary, err = x.Planner.Summary(x.Context(), x.Site.ID); err != nil {
		return err
	}
	if v.Gate, err = x.Planner.GateOf(x.Context(), x.Site.ID, v.Summary); err != nil {
		return err
	}
	if v.Ideas, err = x.Ideas.Tally(x.Context(), x.Site.ID); err != nil {
		return err
	}
	here := v.Summary
	if len(p.Sectors) > 1 {
		if here, err = x.Planner.SectorSummary(x.Context(), p.Sector.ID); err != nil {
			return err
		}
	}
	v.HasKeywords, v.HasNew, v.HasProposed = here.Keywords > 0, here.New > 0, here.Proposed > 0
	waiting, err := x.Planner.Waiting(x.Context(), p.Sector.ID)
	if err != nil {
		return err
	}
	v.Weak = waiting.Weak
	latest, err := x.Imports.ImportPage(x.Context(), p.Sector.ID, recentImports, "")
	if err != nil {
		return err
	}
	v.Imports = latest.Items
	c := x.Staged("Planner", gates.Planner)
	return x.Show(views.Page(c, v), views.Part(c, v))
}

// sectorRuns returns the runs of the sector that have not ended, and the last run of each function, so that people notice a
// failure. It leaves out finished imports, which have a report.
func (x handler) sectorRuns(p views.Place) ([]runviews.View, error) {
	page, err := x.Engine.List(x.Context(), runs.Filter{SectorID: p.Sector.ID, Limit: 20})
	if err != nil {
		return nil, err
	}
	var list []runviews.View
	seen := map[string]bool{}
	for _, run := range page.Items {
		reported := run.Function == imports.ImportKeywords && run.Phase == runs.PhaseDone
		if (!run.Ended() || !seen[run.Function]) && !reported {
			list = append(list, x.RunView(run))
		}
		seen[run.Function] = true
	}
	return list, nil
}
