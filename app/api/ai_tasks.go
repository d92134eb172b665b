package api

import (
	"context"
	"encoding/json"
	"net/http"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/runs"
)

// Quote is the price of a run before it starts.
type Quote struct {
	Credits    int64 `json:"credits"`
	UpperBound int64 `json:"upper_bound"`
	// NeedsApproval and Refusal say what would happen if the run were started now.
	NeedsApproval bool    `json:"needs_approval" doc:"The task would wait for an admin's approval."`
	Started       int64   `json:"started_within_a_day" doc:"Credits of what the person has started within 24 hours without approval; 0 if the account has no limit."`
	Refusal       *string `json:"refusal" doc:"Why it would be refused now: too few credits, or a monthly limit."`
}

type asked struct {
	Body struct {
		Function string         `json:"function" values:"function"`
		SectorID string         `json:"sector_id,omitempty"`
		SiteID   string         `json:"site_id,omitempty"`
		Payload  map[string]any `json:"payload,omitempty"` // the schema depends on the function, see functionBodies
	}
}

func (a *API) taskOperations() {
	site := of[runs.Run]("AI task")
	add(a, operation{method: post, path: "/ai-tasks/quote", id: "quote-ai-task", summary: "What a run would cost", may: accounts.Work, functions: true, fails: []int{http.StatusNotFound}},
		func(ctx context.Context, in *asked) (*Answer[Quote], error) {
			r, err := a.request(ctx, in)
			if err != nil {
				return nil, err
			}
			q, err := a.Engine.Quote(ctx, in.Body.Function, r)
			return answer(quoteOf(q), err)
		})
	add(a, operation{method: post, path: "/ai-tasks", id: "start-ai-task", summary: "Queue a run", may: accounts.Work, functions: true, status: http.StatusAccepted, fails: []int{http.StatusPaymentRequired, http.StatusNotFound}},
		func(ctx context.Context, in *asked) (*Answer[Run], error) {
			r, err := a.request(ctx, in)
			if err != nil {
				return nil, err
			}
			run, err := a.Engine.RunAITask(ctx, in.Body.Function, r)
			return answer(runOf(run), err)
		})
	add(a, operation{method: get, path: "/ai-tasks/{id}", id: "ai-task", summary: "How a run goes", may: accounts.See, site: site}, a.run)
	add(a, operation{method: post, path: "/ai-tasks/{id}/cancel", id: "cancel-ai-task", summary: "Cancel a run", may: accounts.Work, site: site}, a.cancelRun)
	add(a, operation{method: post, path: "/ai-tasks/{id}/retry", id: "retry-ai-task", summary: "Try a failed or cancelled run again, or by a new run what failed of one that is done", may: accounts.Work, site: site, status: http.StatusAccepted, fails: []int{http.StatusPaymentRequired}}, a.retryRun)
}

// repeatOperations registers the operations that repeat a run, and those that approve or decline a waiting one.
func (a *API) repeatOperations() {
	site := of[runs.Run]("AI task")
	repeat := func(path, id, summary string, start func(context.Context, string) (runs.Run, error)) {
		add(a, operation{method: post, path: "/ai-tasks/{id}/" + path, id: id, summary: summary, may: accounts.Work, site: site, status: http.StatusAccepted, fails: []int{http.StatusPaymentRequired}},
			func(ctx context.Context, in *ByID) (*Answer[Run], error) {
				run, err := start(ctx, in.ID)
				return answer(runOf(run), err)
			})
	}
	repeat("again", "repeat-ai-task", "Run again with new answers, at today's price", a.Engine.Again)
	repeat("reuse", "reuse-ai-task", "Run again with the recorded answers, if an earlier run asked exactly the same; free", func(ctx context.Context, id string) (runs.Run, error) {
		return a.Engine.Rerun(ctx, id, runs.Reuse)
	})
	repeat("replay", "replay-ai-task", "Read and save the recorded answers of a run again; free", func(ctx context.Context, id string) (runs.Run, error) {
		return a.Engine.Rerun(ctx, id, runs.Replay)
	})
	add(a, operation{method: post, path: "/ai-tasks/{id}/approve", id: "approve-ai-task", summary: "Approve a run that waits for approval, with its batch", may: accounts.Manage, site: site},
		func(ctx context.Context, in *ByID) (*Answer[Run], error) {
			run, err := a.Engine.Approve(ctx, in.ID)
			return answer(runOf(run), err)
		})
	add(a, operation{method: post, path: "/ai-tasks/{id}/decline", id: "decline-ai-task", summary: "Decline a run that waits for approval, with its batch", may: accounts.Manage, site: site},
		func(ctx context.Context, in *declined) (*Answer[Run], error) {
			run, err := a.Engine.Decline(ctx, in.ID, in.Body.Reason)
			return answer(runOf(run), err)
		})
}

type declined struct {
	ByID
	Body struct {
		Reason string `json:"reason,omitempty" doc:"The reason, for the person who started the run."`
	}
}

func quoteOf(q runs.Quote) Quote {
	shown := Quote{Credits: q.Credits, UpperBound: q.UpperBound, NeedsApproval: q.Approval, Started: q.Started}
	if err := q.Refusal(); err != nil {
		shown.Refusal = orNil(fault.Sentence(err))
	}
	return shown
}

// request returns the run that the body asks for. It fails if the person may not work on the site that the body names.
func (a *API) request(ctx context.Context, in *asked) (runs.Request, error) {
	b := in.Body
	r := runs.Request{SiteID: b.SiteID, SectorID: b.SectorID}
	siteID := b.SiteID
	if b.SectorID != "" {
		sector, err := a.Sites.Sector(ctx, b.SectorID)
		if err != nil {
			return r, err
		}
		siteID = sector.SiteID
	}
	if siteID == "" {
		return r, fault.Fields{{Name: "sector_id", Message: "Name the sector_id or the site_id to work on."}}.Err()
	}
	if _, err := a.Sites.Get(ctx, siteID); err != nil {
		return r, err
	}
	if m, _ := accounts.MemberFrom(ctx); !m.May(accounts.Work, siteID) {
		return r, fault.New(fault.Forbidden, "Your role does not allow that.")
	}
	payload := b.Payload
	if payload == nil {
		payload = map[string]any{}
	}
	data, err := json.Marshal(payload)
	r.Payload = data
	return r, err
}
