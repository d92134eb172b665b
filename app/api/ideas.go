package api

import (
	"context"
	"net/http"
	"time"

	"igny8/app/accounts"
	"igny8/app/planner"
	"igny8/app/sites"
	"igny8/app/writer"
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
	State          string   `json:"state" enum:"proposed,accepted,rejected"`
	Demand         *int64   `json:"demand"`
}

// Task is an idea accepted for writing.
type Task struct {
	ID         string       `json:"id"`
	PageID     string       `json:"page_id"`
	IdeaID     *string      `json:"idea_id"`
	State      string       `json:"state" enum:"open,drafted,done"`
	AssigneeID *string      `json:"assignee_id"`
	PlannedOn  *string      `json:"planned_on"`
	Brief      writer.Brief `json:"brief"`
	CreatedAt  time.Time    `json:"created_at"`
}

type ideaQuery struct {
	ByID
	Paging
	ClusterID string `query:"cluster_id"`
	State     string `query:"state" enum:"proposed,accepted,rejected"`
}

type ideaChange struct {
	ByID
	Body struct {
		Title          *string   `json:"title,omitempty"`
		Angle          *string   `json:"angle,omitempty"`
		Intent         *string   `json:"intent,omitempty"`
		Outline        *[]string `json:"outline,omitempty"`
		TargetKeywords *[]string `json:"target_keywords,omitempty"`
		State          *string   `json:"state,omitempty" enum:"proposed,rejected"`
	}
}

type sectorPage struct {
	ByID
	Paging
}

func (a *API) ideaOperations() {
	sector, idea := of[sites.Sector]("sector"), of[planner.Idea]("idea")
	add(a, operation{method: get, path: "/sectors/{id}/ideas", id: "ideas", summary: "The ideas of a sector", may: accounts.See, site: sector},
		func(ctx context.Context, in *ideaQuery) (*List[Idea], error) {
			page, err := a.Planner.Ideas(ctx, planner.IdeaQuery{SectorID: in.ID, ClusterID: in.ClusterID, State: in.State, Limit: in.Limit, Cursor: in.Cursor})
			return listed(page, err, ideaOf)
		})
	add(a, operation{method: patch, path: "/ideas/{id}", id: "update-idea", summary: "Change or reject an idea", may: accounts.Work, site: idea},
		func(ctx context.Context, in *ideaChange) (*Answer[Idea], error) {
			b := in.Body
			i, err := a.Planner.UpdateIdea(ctx, in.ID, planner.IdeaChange{
				Title: b.Title, Angle: b.Angle, Intent: b.Intent, Outline: b.Outline, TargetKeywords: b.TargetKeywords, State: b.State,
			})
			return answer(ideaOf(i), err)
		})
	add(a, operation{method: post, path: "/ideas/{id}/accept", id: "accept-idea", summary: "Make a task of an idea", may: accounts.Work, site: idea, status: http.StatusCreated},
		func(ctx context.Context, in *ByID) (*Answer[Task], error) {
			t, err := a.Writer.AcceptIdea(ctx, in.ID)
			return answer(writingTaskOf(t), err)
		})
	add(a, operation{method: get, path: "/sectors/{id}/tasks", id: "tasks", summary: "The tasks of a sector", may: accounts.See, site: sector},
		func(ctx context.Context, in *sectorPage) (*List[Task], error) {
			page, err := a.Writer.TaskPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, writingTaskOf)
		})
}

func ideaOf(i planner.Idea) Idea {
	return Idea{
		i.ID, i.ClusterID, i.PageID, i.Title, i.Angle, i.Intent, append([]string{}, i.Outline...), append([]string{}, i.TargetKeywords...), i.State, i.Demand,
	}
}

func writingTaskOf(t writer.Task) Task {
	return Task{t.ID, t.PageID, t.IdeaID, t.State, known(t.AssigneeID), known(t.PlannedOn), t.Brief, t.CreatedAt.UTC()}
}
