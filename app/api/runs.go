package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"igny8/app/accounts"
	"igny8/app/runs"
)

// Run is a run of an AI function, a build of a site or an import.
type Run struct {
	ID             string     `json:"id"`
	Function       string     `json:"function" values:"run"`
	SiteID         string     `json:"site_id"`
	SectorID       *string    `json:"sector_id"`
	Phase          string     `json:"phase" values:"phase"`
	Percent        int64      `json:"percent"`
	Message        string     `json:"message"`
	CreditsHeld    int64      `json:"credits_held"`
	CreditsCharged int64      `json:"credits_charged" doc:"For what was written, not for what failed. 0 until DONE; never changes after."`
	Failed         []Failure  `json:"failed" doc:"What was asked for and not written, once the run has ended. DONE: the rest was written; retry asks for these alone."`
	RetryOf        *string    `json:"retry_of" doc:"The run whose failed items this one asks for again."`
	Approval       string     `json:"approval" values:"approval" doc:"waiting: the run holds its credits and begins when an admin approves it. Empty: it needs no approval."`
	Answers        string     `json:"answers" values:"answers" doc:"Where the answers come from: asked for, those of an earlier run that was asked the same, or the recorded ones of origin_id."`
	OriginID       *string    `json:"origin_id"`
	ReleaseID      *string    `json:"release_id" doc:"The release that a run of publish_site has made, when it is DONE. Null in lists."`
	CreatedAt      time.Time  `json:"created_at"`
	FinishedAt     *time.Time `json:"finished_at"`
}

// Failure is an item of a run that was not written.
type Failure struct {
	Subject string `json:"subject" doc:"The id of what it was for, as the payload names it: a cluster, a task, a page, a picture, a block."`
	Label   string `json:"label" doc:"Its name, for people."`
	Reason  string `json:"reason" doc:"Why it was not written: a sentence for people."`
}

type runsAsked struct {
	SiteID string `query:"site_id" doc:"The site; all sites within reach without it."`
	Kind   string `query:"kind" values:"run" doc:"The kind of the runs, as in function."`
	Paging
}

func (a *API) runOperations() {
	site := of[runs.Run]("run")
	add(a, operation{method: get, path: "/runs", id: "runs", summary: "Runs of every kind, newest first", may: accounts.See, site: siteOfQuery, fails: []int{http.StatusNotFound}},
		func(ctx context.Context, in *runsAsked) (*List[Run], error) {
			page, err := a.Runs.List(ctx, runs.Filter{SiteID: in.SiteID, Function: in.Kind, Limit: in.Limit, Cursor: in.Cursor})
			return listed(page, err, runOf)
		})
	add(a, operation{method: get, path: "/runs/{id}", id: "run", summary: "How a run goes", may: accounts.See, site: site}, a.run)
	add(a, operation{method: post, path: "/runs/{id}/cancel", id: "cancel-run", summary: "Cancel a run", may: accounts.Work, site: site}, a.cancelRun)
	add(a, operation{method: post, path: "/runs/{id}/retry", id: "retry-run", summary: "Try a failed or cancelled run again, or by a new run what failed of one that is done", may: accounts.Work, site: site, status: http.StatusAccepted, fails: []int{http.StatusPaymentRequired}}, a.retryRun)
}

// siteOfQuery returns the site that the parameter site_id names. Without it the operation is about the whole account.
func siteOfQuery(a *API, ctx huma.Context) (string, error) {
	id := ctx.Query("site_id")
	if id == "" {
		return "", nil
	}
	site, err := a.Sites.Get(ctx.Context(), id)
	return site.ID, err
}

func (a *API) run(ctx context.Context, in *ByID) (*Answer[Run], error) {
	run, err := a.Runs.Get(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	shown := runOf(run)
	release, err := a.Releases.OfRun(ctx, run.ID)
	shown.ReleaseID = orNil(release)
	return answer(shown, err)
}

func (a *API) cancelRun(ctx context.Context, in *ByID) (*Answer[Run], error) {
	run, err := a.Runs.Cancel(ctx, in.ID)
	return answer(runOf(run), err)
}

func (a *API) retryRun(ctx context.Context, in *ByID) (*Answer[Run], error) {
	run, err := a.Runs.Retry(ctx, in.ID)
	return answer(runOf(run), err)
}

func runOf(r runs.Run) Run {
	answers := string(r.Rerun)
	if r.Rerun == runs.Asked {
		answers = "asked"
	}
	return Run{
		Approval: string(r.Approval), Answers: answers, OriginID: orNil(r.OriginID),
		Failed: failuresOf(r.Failed), RetryOf: orNil(r.RetryOf),
		ID: r.ID, Function: r.Function, SiteID: r.SiteID, SectorID: r.SectorID, Phase: string(r.Phase), Percent: r.Percent,
		Message:     r.Message,
		CreditsHeld: r.CreditsHeld(), CreditsCharged: r.CreditsCharged, CreatedAt: r.CreatedAt.UTC(), FinishedAt: utc(r.FinishedAt),
	}
}

func failuresOf(failed []runs.Failure) []Failure {
	shown := make([]Failure, len(failed))
	for i, f := range failed {
		shown[i] = Failure(f)
	}
	return shown
}
