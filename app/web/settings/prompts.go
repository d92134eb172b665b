package settings

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/fault"
	"igny8/app/web/exchange"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/layout"
	"igny8/views/settings"
)

// promptRoutes serves the prompts of the account and those of a site with the same screens.
var promptRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/settings/prompts", accounts.Manage, nil, handler.prompts),
	exchange.At(exchange.Get, "/app/settings/prompts/:prompt", accounts.Manage, nil, handler.promptForm),
	exchange.At(exchange.Post, "/app/settings/prompts/:prompt", accounts.Manage, nil, handler.savePrompt),
	exchange.At(exchange.Post, "/app/settings/prompts/:prompt/preview", accounts.Manage, nil, handler.previewPrompt),
	exchange.At(exchange.Post, "/app/settings/prompts/:prompt/restore", accounts.Manage, nil, handler.restorePrompt),
	exchange.At(exchange.Get, "/app/sites/:site/prompts", accounts.Manage, exchange.InSite, handler.prompts),
	exchange.At(exchange.Get, "/app/sites/:site/prompts/:prompt", accounts.Manage, exchange.InSite, handler.promptForm),
	exchange.At(exchange.Post, "/app/sites/:site/prompts/:prompt", accounts.Manage, exchange.InSite, handler.savePrompt),
	exchange.At(exchange.Post, "/app/sites/:site/prompts/:prompt/preview", accounts.Manage, exchange.InSite, handler.previewPrompt),
	exchange.At(exchange.Post, "/app/sites/:site/prompts/:prompt/restore", accounts.Manage, exchange.InSite, handler.restorePrompt),
}

func (x handler) promptPlace() (settings.PromptPlace, error) {
	p := settings.PromptPlace{SiteID: x.Site.ID, SiteName: x.Site.Name}
	var err error
	p.Sites, err = x.Sites.List(x.Context())
	return p, err
}

func (x handler) promptChrome(title string) layout.Chrome {
	if x.Site.ID != "" {
		return x.Section(title, layout.SectionSettings)
	}
	return x.Section(title, layout.SectionPrompts)
}

func (x handler) prompts() error {
	place, err := x.promptPlace()
	if err != nil {
		return err
	}
	list, err := x.Engine.Prompts(x.Context(), x.Site.ID)
	if err != nil {
		return err
	}
	page := settings.PromptsPage(x.promptChrome("Prompts"), place, list)
	return x.Show(page, page)
}

// promptName returns the name in the address. It unescapes the name, because a proxy may have left it escaped.
func (x handler) promptName() string {
	name, err := url.PathUnescape(x.Params("prompt"))
	if err != nil {
		return x.Params("prompt")
	}
	return name
}

func (x handler) promptForm() error { return x.showPrompt(settings.PromptForm{}, nil) }

// showPrompt shows the form with the typed text, or else with the text in force.
func (x handler) showPrompt(f settings.PromptForm, problem error) error {
	var err error
	if f.Place, err = x.promptPlace(); err != nil {
		return err
	}
	if f.Prompt, err = x.Engine.Prompt(x.Context(), x.Site.ID, x.promptName()); err != nil {
		return err
	}
	if f.Versions, err = x.Engine.PromptVersions(x.Context(), x.Site.ID, f.Prompt.Name); err != nil {
		return err
	}
	if f.People, err = x.Accounts.Members(x.Context()); err != nil {
		return err
	}
	if !f.Typed {
		f.Text = f.Prompt.Text
	}
	f.Problems, f.Overtaken = form.Of(problem), fault.KindOf(problem) == fault.Conflict && problem != nil
	page := settings.PromptPage(x.promptChrome("Prompt"), f)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

// seen returns the version that the person edited; a value that is no number counts as older than every version.
func (x handler) seen() int64 {
	n, err := strconv.ParseInt(x.Value("seen"), 10, 64)
	if err != nil {
		return -1
	}
	return n
}

// typedPrompt returns the form as it was sent, with the line endings that prompts use.
func (x handler) typedPrompt() settings.PromptForm {
	return settings.PromptForm{Typed: true, Text: strings.ReplaceAll(x.Value("text"), "\r\n", "\n"), PreviewSite: x.Value("on")}
}

func (x handler) savePrompt() error {
	f := x.typedPrompt()
	if _, err := x.Engine.SavePrompt(x.Context(), ai.PromptChange{
		SiteID: x.Site.ID, Name: x.promptName(), Text: f.Text,
		Seen: x.seen(),
	}); err != nil {
		return x.showPrompt(f, err)
	}
	x.Say("good", "Saved. Runs that begin from now on use it; runs under way keep the text that they began with.")
	return x.To(x.Path())
}

func (x handler) previewPrompt() error {
	f := x.typedPrompt()
	site := x.Site.ID
	if site == "" {
		site = f.PreviewSite
	}
	shown, err := x.Engine.PreviewPrompt(x.Context(), site, x.promptName(), f.Text)
	if err != nil {
		return x.showPrompt(f, err)
	}
	f.Preview = &shown
	return x.showPrompt(f, nil)
}

func (x handler) restorePrompt() error {
	number, err := strconv.ParseInt(cmp.Or(x.Value("number"), "0"), 10, 64)
	if err != nil {
		return fault.Missing("version")
	}
	p, err := x.Engine.RestorePrompt(x.Context(), x.Site.ID, x.promptName(), number, x.seen())
	if err != nil {
		return x.showPrompt(settings.PromptForm{}, err)
	}
	x.Say("good", settings.InForce(p)+" is in force now.")
	return x.To(address.Prompt(x.Site.ID, p.Name))
}
