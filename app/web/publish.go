package web

import (
	"path/filepath"
	"time"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/publish"
	"igny8/views/address"
	views "igny8/views/publish"
	"igny8/views/ui"
)

var publishRoutes = []route{
	{get, "/app/sites/:site/publish", accounts.See, inSite, (*exchange).publishStage},
	{post, "/app/sites/:site/publish", accounts.Publish, inSite, (*exchange).publishSite},
	{get, "/app/sites/:site/publish/releases/:id/preview", accounts.See, within[publish.Release]("release"), (*exchange).previewRelease},
	{post, "/app/sites/:site/publish/releases/:id/activate", accounts.Publish, within[publish.Release]("release"), (*exchange).activateRelease},
}

func (x *exchange) publishStage() error {
	v := views.View{
		Site: x.site, Names: map[string]string{}, Folder: x.liveFolder(),
		MayPublish: x.member.May(accounts.Publish, x.site.ID), MayManage: x.member.May(accounts.Manage, x.site.ID),
	}
	var err error
	if v.Entry, err = x.Writer.Gate(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if v.Gate, err = x.Publish.Gate(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if v.Releases, err = x.Publish.Releases(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if v.Entry.Passed {
		if err := x.preflight(&v); err != nil {
			return err
		}
	}
	members, err := x.Accounts.Members(x.ctx())
	if err != nil {
		return err
	}
	for _, m := range members {
		v.Names[m.UserID] = m.Name
	}
	c := x.staged("Publish", gates.Publish)
	return x.show(views.Page(c, v), views.Part(c, v))
}

// preflight shows what cannot be built as a sentence: the releases are there all the same.
func (x *exchange) preflight(v *views.View) error {
	p, err := x.Publish.Preflight(x.ctx(), x.site.ID)
	if fault.KindOf(err) == fault.Conflict || fault.KindOf(err) == fault.Invalid {
		v.Trouble = fault.Sentence(err)
		return nil
	}
	v.Preflight = &p
	return err
}

// liveFolder is where the live files are. It is the operator's business: others are told nothing.
func (x *exchange) liveFolder() string {
	if x.member.Role != accounts.Developer {
		return ""
	}
	folder := filepath.Join(x.site.ID, "live")
	if whole, err := filepath.Abs(filepath.Join(x.config.SitesDir, folder)); err == nil {
		return whole
	}
	return folder
}

func (x *exchange) publishSite() error {
	if _, err := x.Publish.Publish(x.ctx(), x.site.ID); err != nil {
		return err
	}
	x.say("good", "The site is live.")
	return x.to(address.Publish(x.site.ID))
}

func (x *exchange) previewRelease() error {
	path, err := x.Publish.PreviewPath(x.ctx(), x.Params("id"), time.Now())
	if err != nil {
		return err
	}
	return x.to(path)
}

func (x *exchange) activateRelease() error {
	r, err := x.Publish.Activate(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	x.say("good", "Release "+ui.Number(r.Number)+" is live.")
	return x.to(address.Publish(x.site.ID))
}
