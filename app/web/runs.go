package web

import (
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/views/runs"
)

var runRoutes = []route{
	{get, "/app/runs/:id", accounts.See, of[ai.Run]("run"), (*exchange).run},
	{post, "/app/runs/:id/cancel", accounts.Work, of[ai.Run]("run"), (*exchange).cancelRun},
	{post, "/app/runs/:id/retry", accounts.Work, of[ai.Run]("run"), (*exchange).retryRun},
}

// run is a run as it stands. A poll that brings the tag of what is on the screen already gets an empty 304.
func (x *exchange) run() error {
	run, err := x.Engine.Get(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	v := x.runView(run)
	if !x.partial() {
		return x.show(runs.Page(x.chrome(v.Title), v), nil)
	}
	x.Set("HX-PTag", v.Tag())
	if x.Get("HX-PTag") == v.Tag() {
		return x.SendStatus(fiber.StatusNotModified)
	}
	if run.Ended() {
		x.Set("HX-Trigger", "run-ended")
	}
	return x.show(nil, runs.Part(v))
}

// resultPaths say where the result of a function is looked at.
var resultPaths = map[string]string{"auto_cluster": "/planner/clusters", "generate_ideas": "/writer/ideas", "generate_content": "/writer"}

func (x *exchange) runView(run ai.Run) runs.View {
	v := runs.View{Run: run, Title: x.titleOf(run.Function), CSRF: x.csrfToken(), MayAct: x.member.May(accounts.Work, run.SiteID)}
	if path, ok := resultPaths[run.Function]; ok {
		v.Result = "/app/sites/" + run.SiteID + path
	}
	return v
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
	return x.back("/app/runs/" + run.ID)
}

func (x *exchange) retryRun() error {
	run, err := x.Engine.Retry(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.back("/app/runs/" + run.ID)
}
