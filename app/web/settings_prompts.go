package web

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/fault"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/layout"
	"igny8/views/settings"
)

// The prompts of the account, and those of one of its sites: the same screens.
var promptRoutes = []route{
	{get, "/app/settings/prompts", accounts.Manage, nil, (*exchange).prompts},
	{get, "/app/settings/prompts/:prompt", accounts.Manage, nil, (*exchange).promptForm},
	{post, "/app/settings/prompts/:prompt", accounts.Manage, nil, (*exchange).savePrompt},
	{post, "/app/settings/prompts/:prompt/preview", accounts.Manage, nil, (*exchange).previewPrompt},
	{post, "/app/settings/prompts/:prompt/restore", accounts.Manage, nil, (*exchange).restorePrompt},
	{get, "/app/sites/:site/prompts", accounts.Manage, inSite, (*exchange).prompts},
	{get, "/app/sites/:site/prompts/:prompt", accounts.Manage, inSite, (*exchange).promptForm},
	{post, "/app/sites/:site/prompts/:prompt", accounts.Manage, inSite, (*exchange).savePrompt},
	{post, "/app/sites/:site/prompts/:prompt/preview", accounts.Manage, inSite, (*exchange).previewPrompt},
	{post, "/app/sites/:site/prompts/:prompt/restore", accounts.Manage, inSite, (*exchange).restorePrompt},
}

func (x *exchange) promptPlace() (settings.PromptPlace, error) {
	p := settings.PromptPlace{SiteID: x.site.ID, SiteName: x.site.Name}
	var err error
	p.Sites, err = x.Sites.List(x.ctx())
	return p, err
}

func (x *exchange) promptChrome(title string) layout.Chrome {
	if x.site.ID != "" {
		return x.section(title, layout.SectionSettings)
	}
	return x.section(title, layout.SectionPrompts)
}

func (x *exchange) prompts() error {
	place, err := x.promptPlace()
	if err != nil {
		return err
	}
	list, err := x.Engine.Prompts(x.ctx(), x.site.ID)
	if err != nil {
		return err
	}
	page := settings.PromptsPage(x.promptChrome("Prompts"), place, list)
	return x.show(page, page)
}

// promptName is the name in the address, which no proxy may have left escaped.
func (x *exchange) promptName() string {
	name, err := url.PathUnescape(x.Params("prompt"))
	if err != nil {
		return x.Params("prompt")
	}
	return name
}

func (x *exchange) promptForm() error { return x.showPrompt(settings.PromptForm{}, nil) }

// showPrompt shows the form with what was typed into it, or else with the text that is in force.
func (x *exchange) showPrompt(f settings.PromptForm, problem error) error {
	var err error
	if f.Place, err = x.promptPlace(); err != nil {
		return err
	}
	if f.Prompt, err = x.Engine.Prompt(x.ctx(), x.site.ID, x.promptName()); err != nil {
		return err
	}
	if f.Versions, err = x.Engine.PromptVersions(x.ctx(), x.site.ID, f.Prompt.Name); err != nil {
		return err
	}
	if f.People, err = x.Accounts.Members(x.ctx()); err != nil {
		return err
	}
	if !f.Typed {
		f.Text = f.Prompt.Text
	}
	f.Problems, f.Overtaken = form.Of(problem), fault.KindOf(problem) == fault.Conflict && problem != nil
	page := settings.PromptPage(x.promptChrome("Prompt"), f)
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

// seen is the version that the person began from; a number that is none is older than every version.
func (x *exchange) seen() int64 {
	n, err := strconv.ParseInt(x.value("seen"), 10, 64)
	if err != nil {
		return -1
	}
	return n
}

// typedPrompt is the form as it was sent, with the ends of lines that prompts have.
func (x *exchange) typedPrompt() settings.PromptForm {
	return settings.PromptForm{Typed: true, Text: strings.ReplaceAll(x.value("text"), "\r\n", "\n"), PreviewSite: x.value("on")}
}

func (x *exchange) savePrompt() error {
	f := x.typedPrompt()
	if _, err := x.Engine.SavePrompt(x.ctx(), ai.PromptChange{SiteID: x.site.ID, Name: x.promptName(), Text: f.Text, Seen: x.seen()}); err != nil {
		return x.showPrompt(f, err)
	}
	x.say("good", "Saved. Runs that begin from now on use it; runs under way keep the text that they began with.")
	return x.to(x.Path())
}

func (x *exchange) previewPrompt() error {
	f := x.typedPrompt()
	site := x.site.ID
	if site == "" {
		site = f.PreviewSite
	}
	shown, err := x.Engine.PreviewPrompt(x.ctx(), site, x.promptName(), f.Text)
	if err != nil {
		return x.showPrompt(f, err)
	}
	f.Preview = &shown
	return x.showPrompt(f, nil)
}

func (x *exchange) restorePrompt() error {
	number, err := strconv.ParseInt(cmp.Or(x.value("number"), "0"), 10, 64)
	if err != nil {
		return fault.Missing("version")
	}
	p, err := x.Engine.RestorePrompt(x.ctx(), x.site.ID, x.promptName(), number, x.seen())
	if err != nil {
		return x.showPrompt(settings.PromptForm{}, err)
	}
	x.say("good", settings.InForce(p)+" is in force now.")
	return x.to(address.Prompt(x.site.ID, p.Name))
}
