package api

import (
	"context"
	"time"

	"igny8/app/accounts"
	"igny8/app/history"
	"igny8/app/sites"
)

// Change is a change that a person made to keywords and clusters in one action.
type Change struct {
	ID        string     `json:"id"`
	Text      string     `json:"text" doc:"What was done, a sentence."`
	UserID    string     `json:"user_id"`
	Rows      int64      `json:"rows" doc:"How many rows have changed."`
	CreatedAt time.Time  `json:"created_at"`
	UndoneAt  *time.Time `json:"undone_at"`
	UndoneBy  *string    `json:"undone_by"`
}

type undo struct {
	ByID
	Change string `path:"change"`
}

func (a *API) changeOperations() {
	sector := of[sites.Sector]("sector")
	add(a, operation{method: get, path: "/sectors/{id}/changes", id: "changes", summary: "What people did to keywords and clusters, the latest first", may: accounts.See, site: sector},
		func(ctx context.Context, in *Within) (*List[Change], error) {
			page, err := a.Planner.Changes(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, changeOf)
		})
	add(a, operation{method: post, path: "/sectors/{id}/changes/{change}/undo", id: "undo-change", summary: "Undo a change, all of it or nothing", may: accounts.Work, site: sector},
		func(ctx context.Context, in *undo) (*Answer[Change], error) {
			c, err := a.Planner.Undo(ctx, in.ID, in.Change)
			return answer(changeOf(c), err)
		})
}

func changeOf(c history.Change) Change {
	return Change{c.ID, c.Text, c.UserID, c.Rows, c.CreatedAt.UTC(), utc(c.UndoneAt), orNil(c.UndoneBy)}
}
