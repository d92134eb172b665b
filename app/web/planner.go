package web

import (
	"io"
	"mime/multipart"
	"slices"
	"strings"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/app/sites"
	"igny8/views/form"
	views "igny8/views/planner"
	"igny8/views/runs"
)

var plannerRoutes = []route{
	{get, "/app/sites/:site/planner", accounts.See, inSite, (*exchange).plannerStage},
	{get, "/app/sites/:site/planner/import", accounts.See, inSite, (*exchange).importForm},
	{post, "/app/sites/:site/planner/import", accounts.Work, inSite, (*exchange).importKeywords},
	{get, "/app/sites/:site/planner/imports/:id", accounts.See, within[planner.Import]("import"), (*exchange).importReport},

	{get, "/app/sites/:site/planner/group", accounts.See, inSite, (*exchange).groupForm},
	{post, "/app/sites/:site/planner/group", accounts.Work, inSite, (*exchange).groupKeywords},
	{get, "/app/sites/:site/planner/ideas", accounts.See, inSite, (*exchange).ideasForm},
	{post, "/app/sites/:site/planner/ideas", accounts.Work, inSite, (*exchange).generateIdeas},

	{get, "/app/sites/:site/planner/keywords", accounts.See, inSite, (*exchange).keywords},
	{post, "/app/sites/:site/planner/keywords", accounts.Work, inSite, (*exchange).changeKeywords},
	{get, "/app/sites/:site/planner/keywords.csv", accounts.See, inSite, (*exchange).downloadKeywords},

	{get, "/app/sites/:site/planner/clusters", accounts.See, inSite, (*exchange).clusters},
	{get, "/app/sites/:site/planner/clusters/options", accounts.See, inSite, (*exchange).clusterOptions},
	{post, "/app/sites/:site/planner/approve", accounts.Work, inSite, (*exchange).approveClusters},
	{get, "/app/sites/:site/planner/clusters/:id", accounts.See, within[planner.Cluster]("cluster"), (*exchange).cluster},
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
	if v.Imports, err = x.Planner.Imports(x.ctx(), p.Sector.ID); err != nil {
		return err
	}
	v.Imports = v.Imports[:min(recentImports, len(v.Imports))]
	c := x.staged("Planner", gates.Planner)
	return x.show(views.Page(c, v), views.Part(c, v))
}

// sectorRuns are the runs of the sector that have not ended, and of each function the last one, so that a failure is not overlooked.
func (x *exchange) sectorRuns(p views.Place) ([]runs.View, error) {
	page, err := x.Engine.List(x.ctx(), ai.Filter{SectorID: p.Sector.ID, Limit: 20})
	if err != nil {
		return nil, err
	}
	var list []runs.View
	seen := map[string]bool{}
	for _, run := range page.Items {
		if !run.Ended() || !seen[run.Function] {
			list = append(list, x.runView(run))
		}
		seen[run.Function] = true
	}
	return list, nil
}

func (x *exchange) importForm() error { return x.showImport("", nil) }

func (x *exchange) showImport(text string, problem error) error {
	p, err := x.place()
	if err != nil {
		return err
	}
	c, v := x.staged("Import keywords", gates.Planner), views.ImportForm{Place: p, Text: text, Problems: form.Of(problem)}
	page, part := views.ImportPage(c, v), views.ImportPart(c, v)
	if problem != nil {
		return x.again(problem, page, part)
	}
	return x.show(page, part)
}

// importKeywords reads the files and what was pasted, and leads to the report.
func (x *exchange) importKeywords() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	files, closeAll, err := x.keywordFiles()
	if err != nil {
		return err
	}
	defer closeAll()
	im, err := x.Planner.Import(x.ctx(), p.Sector.ID, files, false)
	if err != nil {
		return x.showImport(x.FormValue("text"), err)
	}
	return x.to(p.At("/imports/" + im.ID))
}

// pasted is the name under which the report speaks of pasted keywords.
const pasted = "Pasted keywords"

func (x *exchange) keywordFiles() (files []planner.File, closeAll func(), err error) {
	var opened []multipart.File
	closeAll = func() {
		for _, f := range opened {
			_ = f.Close()
		}
	}
	if sent, err := x.MultipartForm(); err == nil {
		for _, header := range sent.File["file"] {
			f, err := header.Open()
			if err != nil {
				closeAll()
				return nil, nil, err
			}
			opened = append(opened, f)
			files = append(files, planner.File{Name: header.Filename, Data: io.Reader(f)})
		}
	}
	if text := x.FormValue("text"); strings.TrimSpace(text) != "" {
		files = append(files, planner.File{Name: pasted, Data: strings.NewReader(text)})
	}
	return files, closeAll, nil
}

func (x *exchange) importReport() error {
	im, err := x.Planner.ImportReport(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	p, err := x.placeAt(im.SectorID)
	if err != nil {
		return err
	}
	v := views.Report{Place: p, Import: im}
	if v.HasNew, err = x.Planner.HasKeywords(x.ctx(), planner.KeywordQuery{SectorID: p.Sector.ID, State: planner.KeywordNew}); err != nil {
		return err
	}
	page := views.ReportPage(x.staged("What was read", gates.Planner), v)
	return x.show(page, page)
}
