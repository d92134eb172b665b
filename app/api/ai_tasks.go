package api

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/runs"
)

// AITask is one run of an AI function.
type AITask struct {
	ID             string     `json:"id"`
	Function       string     `json:"function" values:"run"`
	SiteID         string     `json:"site_id"`
	SectorID       *string    `json:"sector_id"`
	Phase          string     `json:"phase" values:"phase"`
	Percent        int64      `json:"percent"`
	Message        string     `json:"message"`
	CreditsHeld    int64      `json:"credits_held"`
	CreditsCharged int64      `json:"credits_charged" doc:"0 until DONE; never changes after."`
	Approval       string     `json:"approval" values:"approval" doc:"waiting: the task holds its credits and begins when an admin approves it. Empty: no yes is needed."`
	Answers        string     `json:"answers" values:"answers" doc:"Where the answers come from: asked for, those of an earlier task that was asked the same, or the recorded ones of origin_id."`
	OriginID       *string    `json:"origin_id"`
	ReleaseID      *string    `json:"release_id" doc:"The release that a run of publish_site has made, when it is DONE."`
	CreatedAt      time.Time  `json:"created_at"`
	FinishedAt     *time.Time `json:"finished_at"`
}

// Quote is what a run would cost.
type Quote struct {
	Credits    int64 `json:"credits"`
	UpperBound int64 `json:"upper_bound"`
	// NeedsApproval and Refusal say what would become of it now.
	NeedsApproval bool    `json:"needs_approval" doc:"The task would wait for an admin's approval."`
	Started       int64   `json:"started_within_a_day" doc:"Credits of what the person has started within 24 hours without approval; 0 if the account has no limit."`
	Refusal       *string `json:"refusal" doc:"Why it would be refused now: too few credits, or a monthly limit."`
}

type asked struct {
	Body struct {
		Function string         `json:"function" values:"function"`
		SectorID string         `json:"sector_id,omitempty"`
		SiteID   string         `json:"site_id,omitempty"`
		Payload  map[string]any `json:"payload,omitempty"` // its schema is that of the function, see functionBodies
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
		func(ctx context.Context, in *asked) (*Answer[AITask], error) {
			r, err := a.request(ctx, in)
			if err != nil {
				return nil, err
			}
			run, err := a.Engine.RunAITask(ctx, in.Body.Function, r)
			return answer(taskOf(run), err)
		})
	add(a, operation{method: get, path: "/ai-tasks/{id}", id: "ai-task", summary: "How a run goes", may: accounts.See, site: site},
		func(ctx context.Context, in *ByID) (*Answer[AITask], error) {
			run, err := a.Engine.Get(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			task := taskOf(run)
			if id, err := a.Releases.OfRun(ctx, run.ID); err != nil {
				return nil, err
			} else if id != "" {
				task.ReleaseID = &id
			}
			return answer(task, nil)
		})
	add(a, operation{method: post, path: "/ai-tasks/{id}/cancel", id: "cancel-ai-task", summary: "Cancel a run", may: accounts.Work, site: site},
		func(ctx context.Context, in *ByID) (*Answer[AITask], error) {
			run, err := a.Engine.Cancel(ctx, in.ID)
			return answer(taskOf(run), err)
		})
	add(a, operation{method: post, path: "/ai-tasks/{id}/retry", id: "retry-ai-task", summary: "Try a failed or cancelled run again", may: accounts.Work, site: site, status: http.StatusAccepted, fails: []int{http.StatusPaymentRequired}},
		func(ctx context.Context, in *ByID) (*Answer[AITask], error) {
			run, err := a.Engine.Retry(ctx, in.ID)
			return answer(taskOf(run), err)
		})
}

// repeatOperations are what can be done with a run beside watching it.
func (a *API) repeatOperations() {
	site := of[runs.Run]("AI task")
	repeat := func(path, id, summary string, start func(context.Context, string) (runs.Run, error)) {
		add(a, operation{method: post, path: "/ai-tasks/{id}/" + path, id: id, summary: summary, may: accounts.Work, site: site, status: http.StatusAccepted, fails: []int{http.StatusPaymentRequired}},
			func(ctx context.Context, in *ByID) (*Answer[AITask], error) {
				run, err := start(ctx, in.ID)
				return answer(taskOf(run), err)
			})
	}
	repeat("again", "repeat-ai-task", "Ask the same anew, at today's price", a.Engine.Again)
	repeat("reuse", "reuse-ai-task", "The recorded answers, if an earlier run was asked exactly the same; free", func(ctx context.Context, id string) (runs.Run, error) {
		return a.Engine.Rerun(ctx, id, runs.Reuse)
	})
	repeat("replay", "replay-ai-task", "Read and save the recorded answers of a run again; free", func(ctx context.Context, id string) (runs.Run, error) {
		return a.Engine.Rerun(ctx, id, runs.Replay)
	})
	add(a, operation{method: post, path: "/ai-tasks/{id}/approve", id: "approve-ai-task", summary: "Approve a run that waits for approval, with its batch", may: accounts.Manage, site: site},
		func(ctx context.Context, in *ByID) (*Answer[AITask], error) {
			run, err := a.Engine.Approve(ctx, in.ID)
			return answer(taskOf(run), err)
		})
	add(a, operation{method: post, path: "/ai-tasks/{id}/decline", id: "decline-ai-task", summary: "Decline a run that waits for approval, with its batch", may: accounts.Manage, site: site},
		func(ctx context.Context, in *declined) (*Answer[AITask], error) {
			run, err := a.Engine.Decline(ctx, in.ID, in.Body.Reason)
			return answer(taskOf(run), err)
		})
}

type declined struct {
	ByID
	Body struct {
		Reason string `json:"reason,omitempty" doc:"For whoever asked."`
	}
}

func quoteOf(q runs.Quote) Quote {
	shown := Quote{Credits: q.Credits, UpperBound: q.UpperBound, NeedsApproval: q.Approval, Started: q.Started}
	if err := q.Refusal(); err != nil {
		shown.Refusal = known(fault.Sentence(err))
	}
	return shown
}

// request reads what a run is asked, and whether the person may work on the site it names in the body.
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

func taskOf(r runs.Run) AITask {
	answers := string(r.Rerun)
	if r.Rerun == runs.Asked {
		answers = "asked"
	}
	return AITask{
		Approval: string(r.Approval), Answers: answers, OriginID: known(r.OriginID),
		ID: r.ID, Function: r.Function, SiteID: r.SiteID, SectorID: r.SectorID, Phase: string(r.Phase), Percent: r.Percent,
		Message:     r.Message,
		CreditsHeld: r.CreditsHeld(), CreditsCharged: r.CreditsCharged, CreatedAt: r.CreatedAt.UTC(), FinishedAt: utc(r.FinishedAt),
	}
}
