package settings

import (
	"fmt"
	"strings"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/ai/prompt"
	"igny8/app/blocks"
	"igny8/app/sites"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/ui"
)

// PromptPlace is the scope of a replaced prompt: the account, or one of its sites.
type PromptPlace struct {
	SiteID, SiteName string // empty: the account
	Sites            []sites.Site
}

func (p PromptPlace) words() string {
	if p.SiteID == "" {
		return "the account"
	}
	return "this site"
}

// PromptForm is the form of one prompt in one place.
type PromptForm struct {
	Place       PromptPlace
	Prompt      ai.Prompt
	Typed       bool   // Text is the text that the person sent
	Text        string // the text in the form
	Versions    []ai.PromptVersion
	People      []accounts.Member
	PreviewSite string
	Preview     *ai.Preview
	Overtaken   bool // somebody saved another version in the meantime
	Problems    form.Problems
}

func (f PromptForm) title() string { return promptTitle(f.Prompt) }

func promptTitle(p ai.Prompt) string {
	if p.Step == "" {
		return p.Function
	}
	return p.Function + ": " + strings.ReplaceAll(p.Step, "_", " ")
}

// InForce returns in words which text of a prompt is in force.
func InForce(p ai.Prompt) string {
	switch p.Source {
	case ai.FromDefault:
		return "The default"
	case ai.FromInstallation:
		return "The installation's file"
	}
	return fmt.Sprintf("Version %d of the %s", p.Number, p.Source)
}

// replaced reports whether this place replaces the prompt.
func (f PromptForm) replaced() bool {
	return f.Prompt.Source == ai.FromSite || f.Prompt.Source == ai.FromAccount && f.Place.SiteID == ""
}

func (f PromptForm) below() string {
	if f.Prompt.Below == f.Prompt.Default {
		return "the default"
	}
	if f.Place.SiteID != "" {
		return "the account’s text"
	}
	return "the installation’s file"
}

func (f PromptForm) author(id string) string {
	for _, m := range f.People {
		if m.UserID == id {
			return m.Name
		}
	}
	return "Somebody who has left"
}

func differences(before, after string) []ui.Span {
	var list []ui.Span
	for _, span := range blocks.DiffText(before, after) {
		change := ui.Kept
		switch span.Op {
		case blocks.Added:
			change = ui.Added
		case blocks.Removed:
			change = ui.Removed
		}
		list = append(list, ui.Span{Change: change, Text: span.Text})
	}
	return list
}

// written returns the expression for a variable in a template, where path is the path to its parent.
func written(path string, v prompt.Variable) string {
	if v.Kind == "list" || v.Kind == "table" {
		return "{{range " + path + v.Name + "}} … {{end}}"
	}
	return "{{" + path + v.Name + "}}"
}

// inside returns the path to the fields of a variable. Inside a list, the dot is the current item.
func inside(path string, v prompt.Variable) string {
	if v.Kind == "group" {
		return path + v.Name + "."
	}
	return "."
}

func described(v prompt.Variable) string {
	if v.About == "" {
		return v.Kind
	}
	return v.Kind + ": " + v.About
}

func previewSites(p PromptPlace) []ui.Option {
	var list []ui.Option
	for _, s := range p.Sites {
		list = append(list, ui.Option{Value: s.ID, Label: s.Name})
	}
	return list
}

func placeItems(p PromptPlace, name string) []ui.MenuItem {
	list := []ui.MenuItem{{Label: "The account", Href: address.Prompt("", name), Icon: "building-2"}}
	for _, s := range p.Sites {
		list = append(list, ui.MenuItem{Label: s.Name, Href: address.Prompt(s.ID, name), Icon: "globe"})
	}
	return list
}
