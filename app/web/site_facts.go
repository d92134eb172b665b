package web

import (
	"strconv"
	"strings"

	"igny8/app/accounts"
	"igny8/app/sites"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/layout"
	"igny8/views/settings"
)

var factRoutes = []route{
	{get, "/app/sites/:site/facts", accounts.See, inSite, (*exchange).facts},
	{post, "/app/sites/:site/facts", accounts.Manage, inSite, (*exchange).addFact},
	{post, "/app/sites/:site/facts/:id", accounts.Manage, inSite, (*exchange).changeFact},
	{post, "/app/sites/:site/facts/:id/remove", accounts.Manage, inSite, (*exchange).removeFact},
	{post, "/app/sites/:site/facts/former/:id/forget", accounts.Manage, inSite, (*exchange).forgetFact},
	{post, "/app/sites/:site/voice", accounts.Manage, inSite, (*exchange).setVoice},
}

func (x *exchange) facts() error { return x.showFacts(settings.FactsForm{}, nil) }

// showFacts shows facts and voice, with what was typed where a form was refused.
func (x *exchange) showFacts(f settings.FactsForm, problem error) error {
	var err error
	if f.Facts, err = x.Sites.Facts(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if f.Outdated, f.Unsaid, err = x.Writer.Stated(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if f.Voice == nil {
		v, err := x.Sites.Voice(x.ctx(), x.site.ID)
		if err != nil {
			return err
		}
		f.Voice = &v
	}
	f.Site, f.May, f.Problems = x.site, x.may(), form.Of(problem)
	page := settings.FactsPage(x.section("Facts and voice of "+x.site.Name, layout.SectionSettings), f)
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) addFact() error {
	f := settings.FactsForm{Name: x.value("name"), Value: x.value("value")}
	if _, err := x.Sites.AddFact(x.ctx(), x.site.ID, f.Name, f.Value); err != nil {
		return x.showFacts(f, err)
	}
	x.say("good", f.Name+" is told to every prompt from now on.")
	return x.to(address.Facts(x.site.ID))
}

func (x *exchange) changeFact() error {
	var c sites.FactChange
	if name := x.value("name"); name != "" {
		c.Name = &name
	}
	if value := x.value("value"); value != "" {
		c.Value = &value
	}
	if _, err := x.Sites.ChangeFact(x.ctx(), x.site.ID, x.Params("id"), c); err != nil {
		return x.showFacts(settings.FactsForm{}, err)
	}
	x.say("good", "Saved. What still states the old value is listed below.")
	return x.to(address.Facts(x.site.ID) + "#outdated")
}

func (x *exchange) removeFact() error {
	if err := x.Sites.RemoveFact(x.ctx(), x.site.ID, x.Params("id")); err != nil {
		return err
	}
	x.say("good", "Removed. What still states it is listed below.")
	return x.to(address.Facts(x.site.ID) + "#outdated")
}

func (x *exchange) forgetFact() error {
	if err := x.Sites.ForgetFact(x.ctx(), x.site.ID, x.Params("id")); err != nil {
		return err
	}
	return x.to(address.Facts(x.site.ID) + "#outdated")
}

func (x *exchange) setVoice() error {
	revision, err := strconv.ParseInt(x.value("revision"), 10, 64)
	if err != nil {
		revision = -1
	}
	v := sites.Voice{
		SiteID: x.site.ID, Revision: revision, Tone: x.value("tone"), Names: strings.Split(x.value("names"), "\n"),
		NeverSay: settings.Words(x.value("never_say")), Samples: x.values("samples"),
	}
	if _, err := x.Sites.SetVoice(x.ctx(), v); err != nil {
		return x.showFacts(settings.FactsForm{Voice: &v}, err)
	}
	x.say("good", "Saved. Every prompt is told from now on.")
	return x.to(address.Facts(x.site.ID) + "#voice")
}
