// Package layout is the frame around every screen: the application's shell with its rail and stage track, and the plain
// frame of the public pages. A Chrome says what to show; the package makes no decisions. Both work without JavaScript.
package layout

import (
	"encoding/json"
	"strconv"
	"strings"

	"igny8/views/ui"
)

// The sections of the application that belong to no stage.
const (
	SectionSites        = "sites"
	SectionMembers      = "members"
	SectionIntegrations = "integrations"
	SectionAccount      = "account"
	SectionPrices       = "prices"
	SectionCredits      = "credits"
	SectionRuns         = "runs"
	SectionSettings     = "site-settings"
	SectionPrompts      = "prompts"
)

// The states of a stage.
const (
	StageOpen    = "open"
	StageCurrent = "current"
	StageDone    = "done"
	StageLocked  = "locked"
)

// Chrome is what the shell shows around a screen.
type Chrome struct {
	Title     string // of the document, without the product's name
	CSRF      string
	User      *User
	Account   string
	Accounts  []Link // to switch to; ID is sent as account_id
	Site      *Site
	Sites     []Link
	Stage     string // the Key of the stage this screen belongs to
	Stages    []Stage
	Credits   *Credits
	Flash     []Flash
	Section   string // one of the Section constants
	Banner    string // shown above everything: whose account a developer is looking at
	CanManage bool   // sees the members and settings of the account
}

// User is the person who is signed in.
type User struct{ Name, Email, Role string }

// Link is an entry of a switcher.
type Link struct {
	ID      string
	Label   string
	Href    string
	Current bool
}

// Site is the site that the person works on.
type Site struct{ ID, Name string }

// Stage is one stage of the track.
type Stage struct {
	Key     string
	Label   string
	Href    string // "" = cannot be opened
	State   string
	Percent int
	Reason  string // why it is locked, or what it waits for
}

// Credits are the credits that are left.
type Credits struct {
	Available int64
	Unmetered bool
}

// Flash is the message about the last action. Kind is a tone of ui: good, warn, bad, info. Undo is the address that undoes the
// action, or empty.
type Flash struct{ Kind, Text, Undo string }

// PublicChrome is what the shell of a public page shows.
type PublicChrome struct {
	Title       string
	Description string
	CSRF        string
	SignedIn    bool
	Narrow      bool // one column for a form
	Flash       []Flash
}

// htmxConfig makes htmx add no style, send requests to this origin only, load one extension and read only hx- attributes.
const htmxConfig = `{"includeIndicatorCSS":false,"mode":"same-origin","extensions":"ptag","prefix":"","defaultTimeout":30000}`

func title(page string) string {
	if page == "" {
		return "IGNY8"
	}
	return page + " · IGNY8"
}

func csrfHeader(token string) string {
	header, err := json.Marshal(map[string]string{"X-CSRF-Token": token})
	if err != nil {
		return "{}"
	}
	return string(header)
}

func (c Chrome) switcherLabel() string {
	if c.Site != nil {
		return c.Site.Name
	}
	return "Choose a site"
}

func (u User) initial() string {
	for _, r := range strings.TrimSpace(u.Name + u.Email) {
		return strings.ToUpper(string(r))
	}
	return "?"
}

func (c Credits) words() string {
	if c.Unmetered {
		return "Unmetered"
	}
	return ui.Number(c.Available)
}

func (s Stage) note() string {
	switch {
	case s.State == StageLocked || s.Reason != "":
		return s.Reason
	case s.State == StageDone:
		return "Done"
	case s.Percent > 0:
		return strconv.Itoa(s.Percent) + "% done"
	}
	return ""
}

func (s Stage) arc() string { return strconv.Itoa(min(max(s.Percent, 0), 100)) + " 100" }
