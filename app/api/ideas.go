package api

import (
	"context"
	"net/http"

	"igny8/app/accounts"
	"igny8/app/planner/ideas"
	"igny8/app/sites"
)

// Idea is a proposed page for a cluster.
type Idea struct {
	ID             string   `json:"id"`
	ClusterID      string   `json:"cluster_id"`
	PageID         string   `json:"page_id"`
	Title          string   `json:"title"`
	Angle          string   `json:"angle"`
	Intent         string   `json:"intent"`
	Outline        []string `json:"outline"`
	TargetKeywords []string `json:"target_keywords"`
	State          string   `json:"state" values:"idea state"`
	Demand         *int64   `json:"demand"`
	PlannedOn      *string  `json:"planned_on" doc:"When it is to be written, YYYY-MM-DD."`
	ExtendsPageID  *string  `json:"extends_page_id" doc:"It was closed in favour of this page, which has its keywords now."`
}

// Conflict is a page that the page of an idea would compete with.
type Conflict struct {
	PageID   string   `json:"page_id"`
	Title    string   `json:"title"`
	Path     string   `json:"path"`
	State    string   `json:"state" values:"page state"`
	Evidence []string `json:"evidence"`
	Waived   *string  `json:"waived" doc:"The reason for which both may stand; null: nobody has decided, and the idea cannot be accepted."`
}

type conflictDecision struct {
	ByID
	Page string `path:"page"`
	Body struct {
		Decision string `json:"decision" enum:"extend,waive" doc:"extend: the idea is closed and its keywords go to the page; waive: both may stand."`
		Reason   string `json:"reason,omitempty" doc:"Why both pages may exist; for a waiver."`
	}
}

type ideaQuery struct {
	ByID
	Paging
	ClusterID string `query:"cluster_id"`
	State     string `query:"state" values:"idea state"`
	Conflict  string `query:"conflict" values:"idea conflict" doc:"held: it meets a page, and nobody has decided what becomes of the two."`
	Planned   string `query:"planned" values:"idea planned" doc:"Whether it has a date."`
	From      string `query:"planned_from" doc:"YYYY-MM-DD: those that are planned for this day or later."`
	Till      string `query:"planned_till" doc:"YYYY-MM-DD: those that are planned for this day or earlier."`
}

type ideaChange struct {
	ByID
	Body struct {
		Title          *string          `json:"title,omitempty"`
		Angle          *string          `json:"angle,omitempty"`
		Intent         *string          `json:"intent,omitempty"`
		Outline        *[]string        `json:"outline,omitempty"`
		TargetKeywords *[]string        `json:"target_keywords,omitempty"`
		PlannedOn      *string          `json:"planned_on,omitempty" doc:"YYYY-MM-DD, empty for no date."`
		State          *ideas.IdeaState `json:"state,omitempty" values:"set idea state"`
	}
}

func (a *API) ideaOperations() {
	sector, idea := of[sites.Sector]("sector"), of[ideas.Idea]("idea")
	add(a, operation{method: get, path: "/sectors/{id}/ideas", id: "ideas", summary: "The ideas of a sector", may: accounts.See, site: sector},
		func(ctx context.Context, in *ideaQuery) (*List[Idea], error) {
			page, err := a.Ideas.Ideas(ctx, ideas.IdeaQuery{
				SectorID: in.ID, ClusterID: in.ClusterID, State: ideas.IdeaState(in.State), Conflict: in.Conflict, Planned: in.Planned,
				From: in.From, Till: in.Till, Limit: in.Limit, Cursor: in.Cursor,
			})
			return listed(page, err, ideaOf)
		})
	add(a, operation{method: patch, path: "/ideas/{id}", id: "update-idea", summary: "Change or reject an idea", may: accounts.Work, site: idea},
		func(ctx context.Context, in *ideaChange) (*Answer[Idea], error) {
			b := in.Body
			i, err := a.Ideas.UpdateIdea(ctx, in.ID, ideas.IdeaChange{
				Title: b.Title, Angle: b.Angle, Intent: b.Intent, Outline: b.Outline, TargetKeywords: b.TargetKeywords,
				PlannedOn: b.PlannedOn, State: b.State,
			})
			return answer(ideaOf(i), err)
		})
	add(a, operation{method: remove, path: "/ideas/{id}", id: "delete-idea", summary: "Put an idea that is no task into the trash", may: accounts.Work, site: idea, status: http.StatusNoContent, fails: []int{http.StatusConflict}},
		func(ctx context.Context, in *ByID) (*struct{}, error) { return nil, a.Ideas.Delete(ctx, in.ID) })
	add(a, operation{method: post, path: "/ideas/{id}/accept", id: "accept-idea", summary: "Make a task of an idea; its brief waits for an approval", may: accounts.Work, site: idea, status: http.StatusCreated},
		func(ctx context.Context, in *ByID) (*Answer[Task], error) {
			t, err := a.Writer.AcceptIdea(ctx, in.ID)
			return answer(writingTaskOf(t), err)
		})
	add(a, operation{method: get, path: "/ideas/{id}/conflicts", id: "idea-conflicts", summary: "The pages that an idea would compete with", may: accounts.See, site: idea},
		func(ctx context.Context, in *Within) (*List[Conflict], error) {
			page, err := a.Ideas.ConflictPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, conflictOf)
		})
	add(a, operation{method: post, path: "/ideas/{id}/conflicts/{page}", id: "decide-conflict", summary: "Decide on an idea and a page that it would compete with", may: accounts.Work, site: idea},
		func(ctx context.Context, in *conflictDecision) (*Answer[Idea], error) {
			if in.Body.Decision == "extend" {
				i, err := a.Ideas.ExtendPage(ctx, in.ID, in.Page)
				return answer(ideaOf(i), err)
			}
			i, err := a.Ideas.WaiveConflict(ctx, in.ID, in.Page, in.Body.Reason)
			return answer(ideaOf(i), err)
		})
}

func ideaOf(i ideas.Idea) Idea {
	return Idea{
		i.ID, i.ClusterID, i.PageID, i.Title, i.Angle, i.Intent, append([]string{}, i.Outline...),
		append([]string{}, i.TargetKeywords...), string(i.State), i.Demand, orNil(i.PlannedOn), i.ExtendsPageID,
	}
}

func conflictOf(c ideas.Conflict) Conflict {
	return Conflict{c.Page.ID, c.Page.Title, c.Page.Path, string(c.Page.State), c.Evidence(), orNil(c.Waived)}
}
