package exchange

import (
	"bytes"
	"slices"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/publish"
	"igny8/app/runs"
	"igny8/views/address"
	runviews "igny8/views/runs"
)

// results maps a function to the address of the screen that shows its result.
var results = map[string]func(siteID string) string{
	"auto_cluster": address.Clusters, "generate_ideas": address.Ideas, "generate_content": address.Writer,
	publish.PublishSite: address.Publish,
}

// RunView returns the view of a run, with the price of trying it again if that is offered.
func (x *Exchange) RunView(run runs.Run) runviews.View {
	v := x.PlainView(run)
	switch {
	case run.Phase == runs.PhaseDone && len(run.Failed) > 0:
		next, ok, err := x.Engine.Retried(x.Context(), run.ID)
		if v.Retried = next.ID; ok || err != nil || !v.MayAct {
			return v
		}
		quote, err := x.Engine.QuoteRetryOf(x.Context(), run)
		return priced(v, quote, err)
	case v.MayAct && (run.Phase == runs.PhaseFailed || run.Phase == runs.PhaseCancelled):
		quote, err := x.Engine.QuoteRetryOf(x.Context(), run)
		return priced(v, quote, err)
	}
	return v
}

// priced returns the view with the price of trying again, or with why that is refused.
func priced(v runviews.View, quote runs.Quote, err error) runviews.View {
	if err != nil {
		v.Obstacle = fault.Sentence(err)
		return v
	}
	v.Quote = &quote
	return v
}

// Trouble returns the last run of the function on the site if it failed, or a part of it, and with ids only if it is about one of them.
// Older runs do not matter: whoever has started another since has seen them.
func (x *Exchange) Trouble(siteID, function string, ids ...string) (*runviews.View, error) {
	latest, err := x.Engine.Latest(x.Context(), siteID, function)
	if err != nil {
		return nil, err
	}
	return x.Troubled(latest[function], ids...), nil
}

// Troubled returns the view of the run if it failed, or a part of it, and with ids only if it is about one of them.
func (x *Exchange) Troubled(run runs.Run, ids ...string) *runviews.View {
	about := func(id string) bool { return bytes.Contains(run.Payload, []byte(id)) }
	if run.Phase != runs.PhaseFailed && len(run.Failed) == 0 || len(ids) > 0 && !slices.ContainsFunc(ids, about) {
		return nil
	}
	return new(x.RunView(run))
}

// Current returns for each function the view of its run on the site now, or of the last one if it failed, or a part of it, and nobody has
// started another since.
func (x *Exchange) Current(functions ...string) (map[string]*runviews.View, error) {
	latest, err := x.Engine.Latest(x.Context(), x.Site.ID, functions...)
	if err != nil {
		return nil, err
	}
	views := map[string]*runviews.View{}
	for function, run := range latest {
		if run.ID != "" && !run.Ended() { // the first of those that wait is the one that works
			if first, ok, err := x.Engine.Active(x.Context(), x.Site.ID, function); err != nil {
				return nil, err
			} else if ok {
				views[function] = new(x.RunView(first))
				continue
			}
		}
		views[function] = x.Troubled(run)
	}
	return views, nil
}

func (x *Exchange) PlainView(run runs.Run) runviews.View {
	v := runviews.View{
		Run: run, Title: x.Engine.Title(run.Function), CSRF: x.FormToken(),
		MayAct: x.Engine.May(x.Context(), run.Function, run.SiteID), MayDecide: x.Member.May(accounts.Manage, run.SiteID),
	}
	if screen, ok := results[run.Function]; ok {
		v.Result = screen(run.SiteID)
	}
	return v
}

// People returns the names of the account's members by user id.
func (x *Exchange) People() (map[string]string, error) {
	members, err := x.Accounts.Members(x.Context())
	names := make(map[string]string, len(members))
	for _, m := range members {
		names[m.UserID] = m.Name
	}
	return names, err
}
