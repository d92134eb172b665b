package settings

import (
	"fmt"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/app/web/exchange"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/layout"
	"igny8/views/settings"
	"igny8/views/ui"
)

var siteRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app", accounts.See, nil, handler.dashboard),
	exchange.At(exchange.Post, "/app/sample", accounts.Manage, nil, handler.sample),
	exchange.At(exchange.Get, "/app/sites/new", accounts.Manage, nil, handler.newSiteForm),
	exchange.At(exchange.Post, "/app/sites", accounts.Manage, nil, handler.createSite),
	exchange.At(exchange.Get, "/app/sites/:site", accounts.See, exchange.InSite, handler.openSite),
	exchange.At(exchange.Get, "/app/sites/:site/settings", accounts.See, exchange.InSite, handler.siteForm),
	exchange.At(exchange.Post, "/app/sites/:site/settings", accounts.Manage, exchange.InSite, handler.updateSite),
	exchange.At(exchange.Post, "/app/sites/:site/sectors", accounts.Manage, exchange.InSite, handler.createSector),
	exchange.At(exchange.Get, "/app/sites/:site/delete", accounts.Manage, exchange.InSite, handler.deletion),
	exchange.At(exchange.Post, "/app/sites/:site/delete", accounts.Manage, exchange.InSite, handler.deleteSite),
	exchange.At(exchange.Post, "/app/sites/:site/gates/:gate/waivers", accounts.Manage, exchange.InSite, handler.waive),
}

func (x handler) dashboard() error {
	d := settings.Dashboard{May: x.may()}
	var err error
	if d.Mentions, err = x.Writer.Waiting(x.Context()); err != nil {
		return err
	}
	all := x.SitesShown()
	ids := make([]string, len(all))
	for i, site := range all {
		ids[i] = site.ID
	}
	stages, err := x.Sites.Stages(x.Context(), ids...)
	if err != nil {
		return err
	}
	keywords, err := x.Planner.KeywordsBySite(x.Context())
	if err != nil {
		return err
	}
	pages, err := x.Pages.CountBySite(x.Context())
	if err != nil {
		return err
	}
	for _, site := range all {
		d.Sites = append(d.Sites, settings.SiteCard{
			Site: site, Href: address.Site(site.ID), Stage: next(stages[site.ID]).words, Sample: site.Sample,
			Tally: fmt.Sprintf("%s, %s", ui.Plural(keywords[site.ID], "keyword", "keywords"), ui.Plural(pages[site.ID], "page", "pages")),
		})
	}
	page := settings.DashboardPage(x.Section("Sites", layout.SectionSites), d)
	return x.Show(page, page)
}

type whereabouts struct{ path, words string }

// next returns the stage to work on: the first whose gate is not passed.
func next(stages []sites.Stage) whereabouts {
	for _, s := range exchange.Stages {
		if stage, _ := exchange.StageOf(stages, s.Key); stage.State != sites.StagePassed {
			return whereabouts{s.Path, "In the " + s.Label}
		}
	}
	return whereabouts{"publish", "Live"}
}

func (x handler) openSite() error {
	stages, err := x.Sites.Stages(x.Context(), x.Site.ID)
	if err != nil {
		return err
	}
	return x.To(address.Stage(x.Site.ID, next(stages[x.Site.ID]).path))
}

func (x handler) sample() error {
	made, err := x.Pipeline.Sample(x.Context())
	if err != nil {
		return err
	}
	x.Say("good", "The sample site is made and live. Look around; its settings delete it again.")
	return x.To(address.Publish(made.SiteID))
}

func (x handler) newSiteForm() error {
	return x.showNewSite(settings.SiteForm{Type: sites.Blog, Language: "en", Market: "us", Sector: "Main"}, nil)
}

func (x handler) showNewSite(f settings.SiteForm, problem error) error {
	f.Problems = form.Of(problem)
	page := settings.NewSitePage(x.Section("New site", layout.SectionSites), f)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) createSite() error {
	f := settings.SiteForm{
		Name: x.Value("name"), Domain: x.Value("domain"), Type: x.Value("type"), Language: x.Value("language"), Market: x.Value("market"), Sector: x.Value("sector"),
	}
	site, _, err := x.Sites.Create(x.Context(), sites.NewSite{
		Name: f.Name, Domain: f.Domain, Type: f.Type, Language: f.Language,
		Market: f.Market, Sector: f.Sector,
	})
	if err != nil {
		return x.showNewSite(f, err)
	}
	return x.To(address.Planner(site.ID))
}

func (x handler) siteForm() error {
	return x.showSite(settings.SiteForm{
		Name: x.Site.Name, Domain: x.Site.Domain, Type: x.Site.Type, Language: x.Site.Language,
		Market: x.Site.Market,
	}, nil)
}

func (x handler) showSite(f settings.SiteForm, problem error) error {
	sectors, err := x.Sites.Sectors(x.Context(), x.Site.ID)
	if err != nil {
		return err
	}
	f.ID, f.Sectors, f.May, f.Problems = x.Site.ID, sectors, x.may(), form.Of(problem)
	page := settings.SitePage(x.Section("Settings of "+x.Site.Name, layout.SectionSettings), f)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) updateSite() error {
	f := settings.SiteForm{Name: x.Value("name"), Domain: x.Value("domain"), Type: x.Value("type"), Language: x.Value("language"), Market: x.Value("market")}
	_, err := x.Sites.Update(x.Context(), x.Site.ID,
		sites.Change{Name: &f.Name, Domain: &f.Domain, Type: &f.Type, Language: &f.Language, Market: &f.Market})
	if err != nil {
		return x.showSite(f, err)
	}
	x.Say("good", "Saved.")
	return x.To(address.SiteSettings(x.Site.ID))
}

func (x handler) createSector() error {
	if _, err := x.Sites.CreateSector(x.Context(), x.Site.ID, x.Value("name")); err != nil {
		return err
	}
	x.Say("good", "The sector is there. Choose it in the Planner.")
	return x.To(address.SiteSettings(x.Site.ID))
}

func (x handler) deletion() error { return x.showDeletion(nil) }

// showDeletion shows what is deleted with the site, and asks for the site's name.
func (x handler) showDeletion(problem error) error {
	d := settings.Deletion{Site: x.Site, Typed: x.Value("name"), Problems: form.Of(problem)}
	sum, err := x.Planner.Summary(x.Context(), x.Site.ID)
	if err != nil {
		return err
	}
	written, err := x.Writer.Tally(x.Context(), x.Site.ID)
	if err != nil {
		return err
	}
	d.Keywords, d.Contents = sum.Keywords, int(written.Contents)
	page := settings.DeletionPage(x.Section("Delete "+x.Site.Name, layout.SectionSettings), d)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) deleteSite() error {
	err := x.Publish.DeleteNamed(x.Context(), x.Site.ID, x.Value("name"))
	if fault.KindOf(err) == fault.Invalid {
		return x.showDeletion(err)
	}
	if err != nil {
		return err
	}
	x.Say("good", x.Site.Name+" is deleted.")
	return x.To(address.Dashboard)
}

// waive stores the waiver of a failed check that may be waived.
func (x handler) waive() error {
	g, err := x.Gate(x.Params("gate"))
	if err != nil {
		return err
	}
	if err := x.Sites.Waive(x.Context(), x.Site.ID, g, x.Value("check"), x.Value("reason")); err != nil {
		return err
	}
	x.Say("good", "Waived, with your reason in the log.")
	return x.Back(address.Site(x.Site.ID))
}
