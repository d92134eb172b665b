package exchange

import (
	"igny8/app/accounts"
	"igny8/app/gates"
	"igny8/views/address"
	"igny8/views/layout"
)

// Stages are the four stations of the track in order, each behind the gate of the one before.
var Stages = []struct{ Key, Label, Path string }{
	{gates.Planner, "Planner", "planner"},
	{gates.Builder, "Site Builder", "builder"},
	{gates.Writer, "Writer", "writer"},
	{gates.Publish, "Publish", "publish"},
}

// Chrome is the shell around a screen for the person who asks. What the shell cannot find out it leaves away: a page is
// not refused because of its frame.
func (x *Exchange) Chrome(title string) layout.Chrome { return x.shell(title, "") }

// Staged is the shell of a screen of a stage.
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
	if all, err := x.Accounts.AccountsOf(x.Context(), m.UserID); err == nil {
		for _, a := range all {
			c.Accounts = append(c.Accounts, layout.Link{ID: a.ID, Label: a.Name, Current: a.ID == m.AccountID})
		}
	}
	if all, err := x.Sites.List(x.Context()); err == nil {
		for _, s := range all {
			c.Sites = append(c.Sites, layout.Link{ID: s.ID, Label: s.Name, Href: address.Site(s.ID), Current: s.ID == x.Site.ID})
		}
	}
	if w, err := x.Billing.Wallet(x.Context()); err == nil {
		c.Credits = &layout.Credits{Available: w.Available(), Unmetered: w.Unmetered}
	}
	if x.Site.ID != "" {
		c.Site = &layout.Site{ID: x.Site.ID, Name: x.Site.Name}
		c.Stage, c.Stages = stage, x.track(stage)
	}
	return c
}

// Section is the shell of a screen beside the stages.
func (x *Exchange) Section(title, section string) layout.Chrome {
	c := x.Chrome(title)
	c.Section = section
	return c
}

// track says where each stage stands: done when its gate is passed, locked while the gate before it is not.
func (x *Exchange) track(current string) []layout.Stage {
	all := make([]layout.Stage, len(Stages))
	reached, reason := true, ""
	for i, s := range Stages {
		all[i] = layout.Stage{Key: s.Key, Label: s.Label, Href: address.Stage(x.Site.ID, s.Path), State: layout.StageOpen}
		g, err := x.Gate(s.Key)
		if err != nil {
			continue
		}
		done, missing := share(g)
		all[i].Percent = done
		switch {
		case !reached:
			all[i].State, all[i].Reason = layout.StageLocked, reason
		case s.Key == current:
			all[i].State = layout.StageCurrent
		case missing == "":
			all[i].State = layout.StageDone
		}
		if !g.Passed && reached {
			reached, reason = false, "Waits for "+s.Label+": "+missing
		}
	}
	return all
}

// share is how much of a gate is green, in percent, and the first reason why it is not.
func share(g gates.Gate) (percent int, missing string) {
	green := 0
	for _, c := range g.Checks {
		if c.OK {
			green++
		} else if missing == "" {
			missing = c.Reason
		}
	}
	if len(g.Checks) == 0 {
		return 0, missing
	}
	return 100 * green / len(g.Checks), missing
}

// Gate is the gate of the site of the request, each computed by the module it belongs to.
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

// Outside is the frame of a page before sign-in.
func (x *Exchange) Outside(title string) layout.PublicChrome {
	c := layout.PublicChrome{Title: title, CSRF: x.FormToken(), SignedIn: x.SignedIn(), Narrow: true}
	if f, ok := x.said(); ok {
		c.Flash = []layout.Flash{{Kind: f.Kind, Text: f.Text, Undo: f.Undo}}
	}
	return c
}

func (x *Exchange) FormToken() string {
	token, _ := x.Locals(csrfKey).(string)
	return token
}
