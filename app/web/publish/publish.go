// Package publish has the screens of Publish. A handler reads the form, calls one service method and shows a page or its part.
package publish

import (
	"path/filepath"
	"time"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/publish"
	"igny8/app/publish/site"
	"igny8/app/runs"
	"igny8/app/web/exchange"
	"igny8/views/address"
	views "igny8/views/publish"
	"igny8/views/ui"
)

// handler answers the requests of this package.
type handler struct{ *exchange.Exchange }

// Routes returns the routes of the package.
func Routes() []exchange.Route[*exchange.Exchange] {
	return exchange.Table(func(x *exchange.Exchange) handler { return handler{x} }, publishRoutes)
}

var publishRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/sites/:site/publish", accounts.See, exchange.InSite, handler.publishStage),
	exchange.At(exchange.Post, "/app/sites/:site/publish", accounts.Publish, exchange.InSite, handler.publishSite),
	exchange.At(exchange.Get, "/app/sites/:site/publish/releases/:id/preview", accounts.See, exchange.Within[site.Release]("release"), handler.previewRelease),
	exchange.At(exchange.Post, "/app/sites/:site/publish/releases/:id/activate", accounts.Publish, exchange.Within[site.Release]("release"), handler.activateRelease),
}

func (x handler) publishStage() error {
	v := views.View{
		Site: x.Site, Names: map[string]string{}, Folder: x.liveFolder(),
		MayPublish: x.Member.May(accounts.Publish, x.Site.ID), MayManage: x.Member.May(accounts.Manage, x.Site.ID),
	}
	var err error
	if v.Entry, err = x.Entry(gates.Writer); err != nil {
		return err
	}
	standing, err := x.Publish.Standing(x.Context(), x.Site.ID)
	if err != nil {
		return err
	}
	if v.Gate, err = x.Publish.GateOf(x.Context(), standing); err != nil {
		return err
	}
	if v.Releases, err = x.Releases.List(x.Context(), x.Site.ID); err != nil {
		return err
	}
	run, started, err := x.Publish.Latest(x.Context(), x.Site.ID)
	if err != nil {
		return err
	}
	if started && run.Phase != runs.PhaseDone {
		shown := x.RunView(run)
		v.Run = &shown
	}
	if v.Entry.Passed && (v.Run == nil || run.Ended()) {
		if err := x.preflight(&v, standing); err != nil {
			return err
		}
	}
	members, err := x.Accounts.Members(x.Context())
	if err != nil {
		return err
	}
	for _, m := range members {
		v.Names[m.UserID] = m.Name
	}
	c := x.Staged("Publish", gates.Publish)
	return x.Show(views.Page(c, v), views.Part(c, v))
}

// preflight loads the preflight. If it fails, the page shows the reason as a sentence and the releases as usual.
func (x handler) preflight(v *views.View, standing publish.Standing) error {
	p, err := x.Releases.PreflightOf(x.Context(), standing)
	if fault.KindOf(err) == fault.Conflict || fault.KindOf(err) == fault.Invalid {
		v.Trouble = fault.Sentence(err)
		return nil
	}
	v.Preflight = &p
	return err
}

// liveFolder returns the folder of the live files for the role developer, and an empty string for everybody else.
func (x handler) liveFolder() string {
	if x.Member.Role != accounts.Developer {
		return ""
	}
	folder := filepath.Join(x.Site.ID, "live")
	if whole, err := filepath.Abs(filepath.Join(x.Config.SitesDir, folder)); err == nil {
		return whole
	}
	return folder
}

func (x handler) publishSite() error {
	// A publish that is already under way is shown like one that has just begun.
	if _, err := runs.Joined(x.Releases.StartPublish(x.Context(), x.Site.ID)); err != nil {
		return err
	}
	return x.To(address.Publish(x.Site.ID))
}

func (x handler) previewRelease() error {
	path, err := x.Releases.PreviewPath(x.Context(), x.Params("id"), time.Now())
	if err != nil {
		return err
	}
	return x.To(path)
}

func (x handler) activateRelease() error {
	r, err := x.Releases.Activate(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	x.Say("good", "Release "+ui.Number(r.Number)+" is live.")
	return x.To(address.Publish(x.Site.ID))
}
