// Package runs has the screens of the runs of AI functions. A handler reads the form, calls one service method and shows a
// page or its part.
package runs

import (
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/fault"
	"igny8/app/runs"
	"igny8/app/web/exchange"
	"igny8/views/address"
	"igny8/views/layout"
	runviews "igny8/views/runs"
)

// handler answers the requests of this package.
type handler struct{ *exchange.Exchange }

// Routes returns the routes of the package.
func Routes() []exchange.Route[*exchange.Exchange] {
	return exchange.Table(func(x *exchange.Exchange) handler { return handler{x} }, runRoutes)
}

var runRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/runs", accounts.See, nil, handler.runs),
	exchange.At(exchange.Get, "/app/runs/:id", accounts.See, exchange.Of[runs.Run]("run"), handler.run),
	exchange.At(exchange.Post, "/app/runs/:id/cancel", accounts.Work, exchange.Of[runs.Run]("run"), handler.cancelRun),
	exchange.At(exchange.Post, "/app/runs/:id/retry", accounts.Work, exchange.Of[runs.Run]("run"), handler.retryRun),
	exchange.At(exchange.Post, "/app/runs/:id/again", accounts.Work, exchange.Of[runs.Run]("run"), handler.runAgain),
	exchange.At(exchange.Post, "/app/runs/:id/reuse", accounts.Work, exchange.Of[runs.Run]("run"), handler.reuseRun),
	exchange.At(exchange.Post, "/app/runs/:id/replay", accounts.Work, exchange.Of[runs.Run]("run"), handler.replayRun),
	exchange.At(exchange.Post, "/app/runs/:id/approve", accounts.Manage, exchange.Of[runs.Run]("run"), handler.approveRun),
	exchange.At(exchange.Post, "/app/runs/:id/decline", accounts.Manage, exchange.Of[runs.Run]("run"), handler.declineRun),
}

// runs lists the runs of the sites that the person may see, all or those that wait for approval.
func (x handler) runs() error {
	v := runviews.List{Unapproved: x.Query("show") == "waiting", First: x.Query("cursor") == "", Sites: map[string]string{}, CSRF: x.FormToken()}
	page, err := x.Engine.List(x.Context(), runs.Filter{Unapproved: v.Unapproved, Cursor: x.Query("cursor")})
	if err != nil {
		return err
	}
	v.Next = page.Next
	for _, run := range page.Items {
		v.Runs = append(v.Runs, x.PlainView(run))
	}
	sites, err := x.Sites.List(x.Context())
	if err != nil {
		return err
	}
	for _, s := range sites {
		v.Sites[s.ID] = s.Name
	}
	list := runviews.ListPage(x.Section("Runs", layout.SectionRuns), v)
	return x.Show(list, list)
}

// run shows the current state of a run. A poll whose tag matches the current state gets an empty 304.
func (x handler) run() error {
	run, err := x.Engine.Get(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	v := x.RunView(run)
	if !x.Partial() {
		record, err := x.record(v)
		if err != nil {
			return err
		}
		return x.Show(runviews.Page(x.Section(v.Title, layout.SectionRuns), record), nil)
	}
	x.Set("HX-PTag", v.Tag())
	if x.Get("HX-PTag") == v.Tag() {
		return x.SendStatus(fiber.StatusNotModified)
	}
	if run.Ended() {
		x.Set("HX-Trigger", "run-ended")
	}
	return x.Show(nil, runviews.Part(v))
}

// record adds to a run the details that only its own page shows.
func (x handler) record(v runviews.View) (runviews.Record, error) {
	r := runviews.Record{View: v, SiteName: x.Site.Name}
	people, err := x.People()
	if err != nil {
		return r, err
	}
	names := ai.Names{Users: people}
	r.Who, r.DecidedBy = names.User(v.Run.UserID), names.User(v.Run.DecidedBy)
	if v.Run.UserID == "" {
		r.Who = "The system"
	}
	if r.Outputs, err = x.Engine.Outputs(x.Context(), v.Run.ID); err != nil || v.Run.Phase != runs.PhaseDone {
		return r, err
	}
	quote, err := x.Engine.QuoteAgain(x.Context(), v.Run.ID)
	if err != nil {
		r.Refused = fault.Sentence(err)
		return r, nil
	}
	r.Again = &quote
	return r, nil
}

func (x handler) cancelRun() error {
	run, err := x.Engine.Cancel(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.Back(address.Run(run.ID))
}

func (x handler) retryRun() error {
	run, err := x.Engine.Retry(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.Back(address.Run(run.ID))
}

func (x handler) runAgain() error {
	run, err := x.Engine.Again(x.Context(), x.Params("id"))
	return x.toRun(run, err)
}

func (x handler) reuseRun() error {
	run, err := x.Engine.Rerun(x.Context(), x.Params("id"), runs.Reuse)
	return x.toRun(run, err)
}

func (x handler) replayRun() error {
	run, err := x.Engine.Rerun(x.Context(), x.Params("id"), runs.Replay)
	return x.toRun(run, err)
}

func (x handler) approveRun() error {
	run, err := x.Engine.Approve(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	x.Say("good", "Approved. It begins as soon as it is its turn.")
	return x.Back(address.Run(run.ID))
}

func (x handler) declineRun() error {
	run, err := x.Engine.Decline(x.Context(), x.Params("id"), x.Value("reason"))
	if err != nil {
		return err
	}
	x.Say("good", "Declined. Its credits are released.")
	return x.Back(address.Run(run.ID))
}

func (x handler) toRun(run runs.Run, err error) error {
	if err != nil {
		return err
	}
	return x.To(address.Run(run.ID))
}
