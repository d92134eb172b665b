package exchange

import (
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
	if !v.MayAct || run.Phase != runs.PhaseFailed && run.Phase != runs.PhaseCancelled {
		return v
	}
	quote, err := x.Engine.QuoteAgain(x.Context(), run.ID)
	if err != nil {
		v.Obstacle = fault.Sentence(err)
		return v
	}
	if run.Rerun != runs.Asked {
		quote.Credits, quote.UpperBound, quote.Approval = 0, 0, false
	}
	v.Quote = &quote
	return v
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
