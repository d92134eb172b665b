package exchange

import (
	"log/slog"
	"slices"

	"igny8/app/accounts"
	"igny8/app/gates"
	"igny8/app/sites"
	"igny8/views/address"
	"igny8/views/layout"
)

// Stages are the four stages in the order of the track. The gate of each stage opens the next one.
var Stages = []struct{ Key, Label, Path string }{
	{gates.Planner, "Planner", "planner"},
	{gates.Builder, "Site Builder", "builder"},
	{gates.Writer, "Writer", "writer"},
	{gates.Publish, "Publish", "publish"},
}

// Chrome returns the shell around a screen for the person who asks. It logs and leaves out what it cannot load: the page
// is shown all the same.
func (x *Exchange) Chrome(title string) layout.Chrome { return x.shell(title, "") }

// Staged returns the shell of a screen of a stage.
func (x *Exchange) Staged(title, stage string) layout.Chrome { return x.shell(title, stage) }

func (x *Exchange) shell(title, stage string) layout.Chrome {
	m := x.Member
	c := layout.Chrome{
		Title: title, CSRF: x.FormToken(), Account: m.AccountName, CanManage: m.May(accounts.Manage, ""),
		User: &layout.User{Name: m.Name, Email: m.Email, Role: string(m.Role)},
	}
	if m.Role == accounts.Developer {
		c.Banner = "You are looking at " + m.AccountName + " as a developer. What you do is logged there."
	}
	if f, ok := x.said(); ok {
		c.Flash = []layout.Flash{{Kind: f.Kind, Text: f.Text, Undo: f.Undo}}
	}
	all, err := x.Accounts.AccountsOf(x.Context(), m.UserID)
	x.unframed("accounts", err)
	for _, a := range all {
		c.Accounts = append(c.Accounts, layout.Link{ID: a.ID, Label: a.Name, Current: a.ID == m.AccountID})
	}
	if x.frame == nil {
		x.loadFrame(x.Site.ID)
	}
	for _, s := range x.frame.sites {
		c.Sites = append(c.Sites, layout.Link{ID: s.ID, Label: s.Name, Href: address.Site(s.ID), Current: s.ID == x.Site.ID})
	}
	w, err := x.Billing.Wallet(x.Context())
	if x.unframed("credits", err); err == nil {
		c.Credits = &layout.Credits{Available: w.Available(), Unmetered: w.Unmetered}
	}
	if x.Site.ID != "" {
		c.Site = &layout.Site{ID: x.Site.ID, Name: x.Site.Name}
		c.Stage, c.Stages = stage, x.track(stage)
	}
	return c
}

// frame is what the shell shows of the account: its sites, and the stages of the site of the request.
type frame struct {
	sites  []sites.Site
	stages []sites.Stage
}

func (x *Exchange) loadFrame(siteID string) {
	x.frame = &frame{}
	var err error
	x.frame.sites, x.frame.stages, err = x.Sites.ListWithStages(x.Context(), siteID)
	x.unframed("sites and stages", err)
}

// unframed logs an error that occurred while the shell was loaded.
func (x *Exchange) unframed(what string, err error) {
	if err != nil {
		slog.ErrorContext(x.Context(), "the shell of a page lacks something", "part", what, "error", err)
	}
}

// Section returns the shell of a screen that belongs to no stage.
func (x *Exchange) Section(title, section string) layout.Chrome {
	c := x.Chrome(title)
	c.Section = section
	return c
}

// track returns the state of each stage: done when its gate is passed, locked while the gate before it is not passed.
func (x *Exchange) track(current string) []layout.Stage {
	all := make([]layout.Stage, len(Stages))
	reached, reason := true, ""
	for i, s := range Stages {
		all[i] = layout.Stage{Key: s.Key, Label: s.Label, Href: address.Stage(x.Site.ID, s.Path), State: layout.StageOpen}
		stage, ok := StageOf(x.frame.stages, s.Key)
		if !ok {
			continue
		}
		all[i].Percent = int(stage.Percent)
		switch {
		case !reached:
			all[i].State, all[i].Reason = layout.StageLocked, reason
		case s.Key == current:
			all[i].State = layout.StageCurrent
		case stage.Reason == "":
			all[i].State = layout.StageDone
		}
		if stage.State != sites.StagePassed && reached {
			reached, reason = false, "Waits for "+s.Label+": "+stage.Reason
		}
	}
	return all
}

// StageOf returns the stage of a gate.
func StageOf(all []sites.Stage, gate string) (sites.Stage, bool) {
	i := slices.IndexFunc(all, func(s sites.Stage) bool { return s.Gate == gate })
	if i < 0 {
		return sites.Stage{}, false
	}
	return all[i], true
}

// Gate returns the named gate of the site of the request. The module of the gate computes it.
func (x *Exchange) Gate(name string) (gates.Gate, error) {
	switch name {
	case gates.Planner:
		return x.Planner.Gate(x.Context(), x.Site.ID)
	case gates.Builder:
		return x.Builder.Gate(x.Context(), x.Site.ID)
	case gates.Writer:
		return x.Writer.Gate(x.Context(), x.Site.ID)
	}
	return x.Publish.Gate(x.Context(), x.Site.ID)
}

// Entry returns the named gate of the site, which opens a screen. If the stored stage says that it is passed, nobody asks for its checks.
func (x *Exchange) Entry(name string) (gates.Gate, error) {
	if x.frame == nil {
		x.loadFrame(x.Site.ID)
	}
	if stage, ok := StageOf(x.frame.stages, name); ok && stage.State == sites.StagePassed {
		return gates.Gate{Name: name, Passed: true}, nil
	}
	return x.Gate(name)
}

// SitesShown returns the sites that the shell lists: those that the person reaches, by name.
func (x *Exchange) SitesShown() []sites.Site {
	if x.frame == nil {
		x.loadFrame(x.Site.ID)
	}
	return x.frame.sites
}

// Outside returns the frame of a page that needs no sign-in.
func (x *Exchange) Outside(title string) layout.PublicChrome {
	c := layout.PublicChrome{Title: title, CSRF: x.FormToken(), SignedIn: x.SignedIn(), Narrow: true}
	if f, ok := x.said(); ok {
		c.Flash = []layout.Flash{{Kind: f.Kind, Text: f.Text, Undo: f.Undo}}
	}
	return c
}
