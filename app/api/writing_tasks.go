package api

import (
	"context"
	"time"

	"igny8/app/accounts"
	"igny8/app/sites"
	"igny8/app/writer"
)

// Task is an idea accepted for writing.
type Task struct {
	ID              string       `json:"id"`
	PageID          string       `json:"page_id"`
	IdeaID          *string      `json:"idea_id"`
	State           string       `json:"state" values:"task state"`
	AssigneeID      *string      `json:"assignee_id"`
	PlannedOn       *string      `json:"planned_on"`
	Brief           writer.Brief `json:"brief"`
	BriefApprovedAt *time.Time   `json:"brief_approved_at" doc:"null: the brief waits for an approval, and the page is not drafted before."`
	CreatedAt       time.Time    `json:"created_at"`
}

type taskChange struct {
	ByID
	Body struct {
		AssigneeID *string       `json:"assignee_id,omitempty" doc:"A member's user id, empty for nobody."`
		PlannedOn  *string       `json:"planned_on,omitempty" doc:"YYYY-MM-DD, empty for no date."`
		Brief      *writer.Brief `json:"brief,omitempty" doc:"The whole brief. One that changes has to be approved again."`
	}
}

func (a *API) writingTaskOperations() {
	sector, task := of[sites.Sector]("sector"), of[writer.Task]("task")
	add(a, operation{method: get, path: "/sectors/{id}/tasks", id: "tasks", summary: "The tasks of a sector", may: accounts.See, site: sector},
		func(ctx context.Context, in *Within) (*List[Task], error) {
			page, err := a.Writer.TaskPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, writingTaskOf)
		})
	add(a, operation{method: patch, path: "/tasks/{id}", id: "update-task", summary: "Change who writes a page, when, or its brief", may: accounts.Work, site: task},
		func(ctx context.Context, in *taskChange) (*Answer[Task], error) {
			t, err := a.Writer.UpdateTask(ctx, in.ID,
				writer.TaskChange{AssigneeID: in.Body.AssigneeID, PlannedOn: in.Body.PlannedOn, Brief: in.Body.Brief})
			return answer(writingTaskOf(t), err)
		})
	add(a, operation{method: post, path: "/tasks/{id}/approve-brief", id: "approve-brief", summary: "Approve the brief of a task", may: accounts.Work, site: task},
		func(ctx context.Context, in *ByID) (*Answer[Task], error) {
			t, err := a.Writer.ApproveBrief(ctx, in.ID, "")
			return answer(writingTaskOf(t), err)
		})
}

func writingTaskOf(t writer.Task) Task {
	for _, lines := range t.Brief.Lists() {
		*lines = append([]string{}, *lines...)
	}
	return Task{
		t.ID, t.PageID, t.IdeaID, string(t.State), orNil(t.AssigneeID), orNil(t.PlannedOn), t.Brief, t.BriefApprovedAt,
		t.CreatedAt.UTC(),
	}
}
