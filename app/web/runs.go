package web

import (
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/fault"
	"igny8/app/runs"
	"igny8/views/address"
	"igny8/views/layout"
	runviews "igny8/views/runs"
)

var runRoutes = []route{
	{get, "/app/runs", accounts.See, nil, (*exchange).runs},
	{get, "/app/runs/:id", accounts.See, of[runs.Run]("run"), (*exchange).run},
	{post, "/app/runs/:id/cancel", accounts.Work, of[runs.Run]("run"), (*exchange).cancelRun},
	{post, "/app/runs/:id/retry", accounts.Work, of[runs.Run]("run"), (*exchange).retryRun},
	{post, "/app/runs/:id/again", accounts.Work, of[runs.Run]("run"), (*exchange).runAgain},
	{post, "/app/runs/:id/reuse", accounts.Work, of[runs.Run]("run"), (*exchange).reuseRun},
	{post, "/app/runs/:id/replay", accounts.Work, of[runs.Run]("run"), (*exchange).replayRun},
	{post, "/app/runs/:id/approve", accounts.Manage, of[runs.Run]("run"), (*exchange).approveRun},
	{post, "/app/runs/:id/decline", accounts.Manage, of[runs.Run]("run"), (*exchange).declineRun},
}

// runs lists the runs of the sites in reach, all or those that wait for a yes.
func (x *exchange) runs() error {
	v := runviews.List{Unapproved: x.Query("show") == "waiting", First: x.Query("cursor") == "", Sites: map[string]string{}, CSRF: x.csrfToken()}
	page, err := x.Engine.List(x.ctx(), runs.Filter{Unapproved: v.Unapproved, Cursor: x.Query("cursor")})
	if err != nil {
		return err
	}
	v.Next = page.Next
	for _, run := range page.Items {
		v.Runs = append(v.Runs, x.plainView(run))
	}
	sites, err := x.Sites.List(x.ctx())
	if err != nil {
		return err
	}
	for _, s := range sites {
		v.Sites[s.ID] = s.Name
	}
	list := runviews.ListPage(x.section("Runs", layout.SectionRuns), v)
	return x.show(list, list)
}

// run is a run as it stands. A poll that brings the tag of what is on the screen already gets an empty 304.
func (x *exchange) run() error {
	run, err := x.Engine.Get(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	v := x.runView(run)
	if !x.partial() {
		record, err := x.record(v)
		if err != nil {
			return err
		}
		return x.show(runviews.Page(x.section(v.Title, layout.SectionRuns), record), nil)
	}
	x.Set("HX-PTag", v.Tag())
	if x.Get("HX-PTag") == v.Tag() {
		return x.SendStatus(fiber.StatusNotModified)
	}
	if run.Ended() {
		x.Set("HX-Trigger", "run-ended")
	}
	return x.show(nil, runviews.Part(v))
}

// results are the screens on which the result of a function is looked at.
var results = map[string]func(siteID string) string{"auto_cluster": address.Clusters, "generate_ideas": address.Ideas, "generate_content": address.Writer}

// runView is a run as it is watched, with the price of trying it again where that is offered.
func (x *exchange) runView(run runs.Run) runviews.View {
	v := x.plainView(run)
	if !v.MayAct || run.Phase != runs.PhaseFailed && run.Phase != runs.PhaseCancelled {
		return v
	}
	quote, err := x.Engine.QuoteAgain(x.ctx(), run.ID)
	if err != nil {
		v.Obstacle = fault.Sentence(err)
		return v
	}
	if run.Reprise != runs.Asked {
		quote.Credits, quote.UpperBound, quote.Approval = 0, 0, false
	}
	v.Quote = &quote
	return v
}

func (x *exchange) plainView(run runs.Run) runviews.View {
	v := runviews.View{
		Run: run, Title: x.titleOf(run.Function), CSRF: x.csrfToken(),
		MayAct: x.member.May(accounts.Work, run.SiteID), MayDecide: x.member.May(accounts.Manage, run.SiteID),
	}
	if screen, ok := results[run.Function]; ok {
		v.Result = screen(run.SiteID)
	}
	return v
}

// record adds to a run what only its own page shows.
func (x *exchange) record(v runviews.View) (runviews.Record, error) {
	r := runviews.Record{View: v, SiteName: x.site.Name}
	people, err := x.people()
	if err != nil {
		return r, err
	}
	names := ai.Names{Users: people}
	r.Who, r.DecidedBy = names.User(v.Run.UserID), names.User(v.Run.DecidedBy)
	if v.Run.UserID == "" {
		r.Who = "The system"
	}
	if r.Outputs, err = x.Engine.Outputs(x.ctx(), v.Run.ID); err != nil || v.Run.Phase != runs.PhaseDone {
		return r, err
	}
	quote, err := x.Engine.QuoteAgain(x.ctx(), v.Run.ID)
	if err != nil {
		r.Refused = fault.Sentence(err)
		return r, nil
	}
	r.Again = &quote
	return r, nil
}

// people are the names of the account's members by their user.
func (x *exchange) people() (map[string]string, error) {
	members, err := x.Accounts.Members(x.ctx())
	names := make(map[string]string, len(members))
	for _, m := range members {
		names[m.UserID] = m.Name
	}
	return names, err
}

func (x *exchange) titleOf(function string) string {
	for _, r := range x.Engine.Prices() {
		if r.Function == function {
			return r.Title
		}
	}
	return function
}

func (x *exchange) cancelRun() error {
	run, err := x.Engine.Cancel(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.back(address.Run(run.ID))
}

func (x *exchange) retryRun() error {
	run, err := x.Engine.Retry(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.back(address.Run(run.ID))
}

func (x *exchange) runAgain() error {
	run, err := x.Engine.Again(x.ctx(), x.Params("id"))
	return x.toRun(run, err)
}

func (x *exchange) reuseRun() error {
	run, err := x.Engine.Reprise(x.ctx(), x.Params("id"), runs.Reuse)
	return x.toRun(run, err)
}

func (x *exchange) replayRun() error {
	run, err := x.Engine.Reprise(x.ctx(), x.Params("id"), runs.Replay)
	return x.toRun(run, err)
}

func (x *exchange) approveRun() error {
	run, err := x.Engine.Approve(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	x.say("good", "Approved. It begins as soon as it is its turn.")
	return x.back(address.Run(run.ID))
}

func (x *exchange) declineRun() error {
	run, err := x.Engine.Decline(x.ctx(), x.Params("id"), x.value("reason"))
	if err != nil {
		return err
	}
	x.say("good", "Declined. Its credits are released.")
	return x.back(address.Run(run.ID))
}

func (x *exchange) toRun(run runs.Run, err error) error {
	if err != nil {
		return err
	}
	return x.to(address.Run(run.ID))
}
