package settings

import (
	"strconv"
	"strings"

	"igny8/app/accounts"
	"igny8/app/sites"
	"igny8/app/web/exchange"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/layout"
	"igny8/views/settings"
)

var factRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/sites/:site/facts", accounts.See, exchange.InSite, handler.facts),
	exchange.At(exchange.Post, "/app/sites/:site/facts", accounts.Manage, exchange.InSite, handler.addFact),
	exchange.At(exchange.Post, "/app/sites/:site/facts/:id", accounts.Manage, exchange.InSite, handler.changeFact),
	exchange.At(exchange.Post, "/app/sites/:site/facts/:id/remove", accounts.Manage, exchange.InSite, handler.removeFact),
	exchange.At(exchange.Post, "/app/sites/:site/facts/former/:id/forget", accounts.Manage, exchange.InSite, handler.forgetFact),
	exchange.At(exchange.Post, "/app/sites/:site/voice", accounts.Manage, exchange.InSite, handler.setVoice),
}

func (x handler) facts() error { return x.showFacts(settings.FactsForm{}, nil) }

// showFacts shows facts and voice. After a refused form it also shows what was typed and what is wrong.
func (x handler) showFacts(f settings.FactsForm, problem error) error {
	var err error
	if f.Facts, err = x.Sites.Facts(x.Context(), x.Site.ID); err != nil {
		return err
	}
	if f.Outdated, f.Unwanted, err = x.Writer.Statements(x.Context(), x.Site.ID); err != nil {
		return err
	}
	if f.Voice == nil {
		v, err := x.Sites.Voice(x.Context(), x.Site.ID)
		if err != nil {
			return err
		}
		f.Voice = &v
	}
	f.Site, f.May, f.Problems = x.Site, x.may(), form.Of(problem)
	page := settings.FactsPage(x.Section("Facts and voice of "+x.Site.Name, layout.SectionSettings), f)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) addFact() error {
	f := settings.FactsForm{Name: x.Value("name"), Value: x.Value("value")}
	if _, err := x.Sites.AddFact(x.Context(), x.Site.ID, f.Name, f.Value); err != nil {
		return x.showFacts(f, err)
	}
	x.Say("good", f.Name+" is told to every prompt from now on.")
	return x.To(address.Facts(x.Site.ID))
}

func (x handler) changeFact() error {
	var c sites.FactChange
	if name := x.Value("name"); name != "" {
		c.Name = &name
	}
	if value := x.Value("value"); value != "" {
		c.Value = &value
	}
	if _, err := x.Sites.ChangeFact(x.Context(), x.Site.ID, x.Params("id"), c); err != nil {
		return x.showFacts(settings.FactsForm{}, err)
	}
	x.Say("good", "Saved. What still states the old value is listed below.")
	return x.To(address.Facts(x.Site.ID) + "#outdated")
}

func (x handler) removeFact() error {
	if err := x.Sites.RemoveFact(x.Context(), x.Site.ID, x.Params("id")); err != nil {
		return err
	}
	x.Say("good", "Removed. What still states it is listed below.")
	return x.To(address.Facts(x.Site.ID) + "#outdated")
}

func (x handler) forgetFact() error {
	if err := x.Sites.ForgetFact(x.Context(), x.Site.ID, x.Params("id")); err != nil {
		return err
	}
	return x.To(address.Facts(x.Site.ID) + "#outdated")
}

func (x handler) setVoice() error {
	revision, err := strconv.ParseInt(x.Value("revision"), 10, 64)
	if err != nil {
		revision = -1
	}
	v := sites.Voice{
		SiteID: x.Site.ID, Revision: revision, Tone: x.Value("tone"), Names: strings.Split(x.Value("names"), "\n"),
		NeverSay: settings.Words(x.Value("never_say")), Samples: x.Values("samples"),
	}
	if _, err := x.Sites.SetVoice(x.Context(), v); err != nil {
		return x.showFacts(settings.FactsForm{Voice: &v}, err)
	}
	x.Say("good", "Saved. Every prompt is told from now on.")
	return x.To(address.Facts(x.Site.ID) + "#voice")
}
