package web

import (
	"fmt"

	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/layout"
	"igny8/views/settings"
	"igny8/views/ui"
)

var siteRoutes = []route{
	{get, "/app", accounts.See, nil, (*exchange).dashboard},
	{post, "/app/sample", accounts.Manage, nil, (*exchange).sample},
	{get, "/app/sites/new", accounts.Manage, nil, (*exchange).newSiteForm},
	{post, "/app/sites", accounts.Manage, nil, (*exchange).createSite},
	{get, "/app/sites/:site", accounts.See, inSite, (*exchange).openSite},
	{get, "/app/sites/:site/settings", accounts.See, inSite, (*exchange).siteForm},
	{post, "/app/sites/:site/settings", accounts.Manage, inSite, (*exchange).updateSite},
	{post, "/app/sites/:site/sectors", accounts.Manage, inSite, (*exchange).createSector},
	{get, "/app/sites/:site/delete", accounts.Manage, inSite, (*exchange).deletion},
	{post, "/app/sites/:site/delete", accounts.Manage, inSite, (*exchange).deleteSite},
	{post, "/app/sites/:site/gates/:gate/waivers", accounts.Manage, inSite, (*exchange).waive},
}

func (x *exchange) dashboard() error {
	all, err := x.Sites.List(x.ctx())
	if err != nil {
		return err
	}
	d := settings.Dashboard{May: x.may()}
	if d.Mentions, err = x.Writer.Waiting(x.ctx()); err != nil {
		return err
	}
	for _, site := range all {
		card, err := x.siteCard(site)
		if err != nil {
			return err
		}
		d.Sites = append(d.Sites, card)
	}
	page := settings.DashboardPage(x.section("Sites", layout.SectionSites), d)
	return x.show(page, page)
}

func (x *exchange) siteCard(site sites.Site) (settings.SiteCard, error) {
	sum, err := x.Planner.Summary(x.ctx(), site.ID)
	if err != nil {
		return settings.SiteCard{}, err
	}
	pages, err := x.Pages.List(x.ctx(), site.ID)
	if err != nil {
		return settings.SiteCard{}, err
	}
	stage, err := x.next(site)
	return settings.SiteCard{
		Site: site, Href: address.Site(site.ID), Stage: stage.words, Sample: site.Sample,
		Tally: fmt.Sprintf("%s, %s", ui.Plural(sum.Keywords, "keyword", "keywords"), ui.Plural(len(pages), "page", "pages")),
	}, err
}

type whereabouts struct{ path, words string }

// next is the stage at which the site goes on: the first whose gate is not passed.
func (x *exchange) next(site sites.Site) (whereabouts, error) {
	inside := &exchange{Ctx: x.Ctx, Server: x.Server, member: x.member, site: site}
	for _, s := range stages {
		g, err := inside.gate(s.key)
		if err != nil {
			return whereabouts{}, err
		}
		if !g.Passed {
			return whereabouts{s.path, "In the " + s.label}, nil
		}
	}
	return whereabouts{"publish", "Live"}, nil
}

func (x *exchange) openSite() error {
	stage, err := x.next(x.site)
	if err != nil {
		return err
	}
	return x.to(address.Stage(x.site.ID, stage.path))
}

func (x *exchange) sample() error {
	made, err := x.Pipeline.Sample(x.ctx())
	if err != nil {
		return err
	}
	x.say("good", "The sample site is made and live. Look around; its settings delete it again.")
	return x.to(address.Publish(made.SiteID))
}

func (x *exchange) newSiteForm() error {
	return x.showNewSite(settings.SiteForm{Type: sites.Blog, Language: "en", Market: "us", Sector: "Main"}, nil)
}

func (x *exchange) showNewSite(f settings.SiteForm, problem error) error {
	f.Problems = form.Of(problem)
	page := settings.NewSitePage(x.section("New site", layout.SectionSites), f)
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) createSite() error {
	f := settings.SiteForm{
		Name: x.value("name"), Domain: x.value("domain"), Type: x.value("type"), Language: x.value("language"), Market: x.value("market"), Sector: x.value("sector"),
	}
	site, _, err := x.Sites.Create(x.ctx(), sites.NewSite{Name: f.Name, Domain: f.Domain, Type: f.Type, Language: f.Language, Market: f.Market, Sector: f.Sector})
	if err != nil {
		return x.showNewSite(f, err)
	}
	return x.to(address.Planner(site.ID))
}

func (x *exchange) siteForm() error {
	return x.showSite(settings.SiteForm{Name: x.site.Name, Domain: x.site.Domain, Type: x.site.Type, Language: x.site.Language, Market: x.site.Market}, nil)
}

func (x *exchange) showSite(f settings.SiteForm, problem error) error {
	sectors, err := x.Sites.Sectors(x.ctx(), x.site.ID)
	if err != nil {
		return err
	}
	f.ID, f.Sectors, f.May, f.Problems = x.site.ID, sectors, x.may(), form.Of(problem)
	page := settings.SitePage(x.section("Settings of "+x.site.Name, layout.SectionSettings), f)
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) updateSite() error {
	f := settings.SiteForm{Name: x.value("name"), Domain: x.value("domain"), Type: x.value("type"), Language: x.value("language"), Market: x.value("market")}
	_, err := x.Sites.Update(x.ctx(), x.site.ID, sites.Change{Name: &f.Name, Domain: &f.Domain, Type: &f.Type, Language: &f.Language, Market: &f.Market})
	if err != nil {
		return x.showSite(f, err)
	}
	x.say("good", "Saved.")
	return x.to(address.SiteSettings(x.site.ID))
}

func (x *exchange) createSector() error {
	if _, err := x.Sites.CreateSector(x.ctx(), x.site.ID, x.value("name")); err != nil {
		return err
	}
	x.say("good", "The sector is there. Choose it in the Planner.")
	return x.to(address.SiteSettings(x.site.ID))
}

func (x *exchange) deletion() error { return x.showDeletion(nil) }

// showDeletion says what goes with the site, and asks for its name.
func (x *exchange) showDeletion(problem error) error {
	d := settings.Deletion{Site: x.site, Typed: x.value("name"), Problems: form.Of(problem)}
	sum, err := x.Planner.Summary(x.ctx(), x.site.ID)
	if err != nil {
		return err
	}
	contents, err := x.Writer.Contents(x.ctx(), x.site.ID)
	if err != nil {
		return err
	}
	d.Keywords, d.Contents = sum.Keywords, len(contents)
	page := settings.DeletionPage(x.section("Delete "+x.site.Name, layout.SectionSettings), d)
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) deleteSite() error {
	err := x.Publish.DeleteNamed(x.ctx(), x.site.ID, x.value("name"))
	if fault.KindOf(err) == fault.Invalid {
		return x.showDeletion(err)
	}
	if err != nil {
		return err
	}
	x.say("good", x.site.Name+" is deleted.")
	return x.to(address.Dashboard)
}

// waive passes over a red check that may be passed over.
func (x *exchange) waive() error {
	name := x.Params("gate")
	g, err := x.gate(name)
	if err != nil {
		return err
	}
	if err := g.Waivable(x.value("check")); err != nil {
		return err
	}
	if err := x.Sites.Waive(x.ctx(), x.site.ID, name, x.value("check"), x.value("reason")); err != nil {
		return err
	}
	x.say("good", "Waived, with your reason in the log.")
	return x.back(address.Site(x.site.ID))
}

// siteAllowed tells Caddy whether a host is one of our sites before it asks for a certificate.
func (s *Server) siteAllowed(c *fiber.Ctx) error {
	if !s.Publish.Serves(c.Query("domain")) {
		return c.SendStatus(fiber.StatusNotFound)
	}
	return c.SendStatus(fiber.StatusOK)
}
