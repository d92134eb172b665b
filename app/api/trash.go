package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/history"
)

// Trashed is an object that a person deleted, with everything that was deleted in the same action.
type Trashed struct {
	Kind      string    `json:"kind" values:"trash kind"`
	ID        string    `json:"id" doc:"The id of the object that was deleted."`
	SiteID    string    `json:"site_id"`
	Name      string    `json:"name" doc:"The name or title of the object."`
	UserID    string    `json:"user_id" doc:"Who deleted it."`
	DeletedAt time.Time `json:"deleted_at" doc:"When it was deleted."`
	PurgedAt  time.Time `json:"purged_at" doc:"When it is deleted for good."`
}

type trashQuery struct {
	Kind string `query:"kind" values:"trash kind"`
	Paging
}

type trashed struct {
	Kind string `path:"kind" values:"trash kind"`
	ByID
}

func (a *API) trashOperations() {
	add(a, operation{method: get, path: "/trash", id: "trash", summary: "What was deleted in the last 30 days, the latest first", may: accounts.See},
		func(ctx context.Context, in *trashQuery) (*List[Trashed], error) {
			page, err := a.Trash.Items(ctx, in.Kind, in.Limit, in.Cursor)
			return listed(page, err, trashedOf)
		})
	add(a, operation{method: post, path: "/trash/{kind}/{id}/restore", id: "restore", summary: "Bring back what was deleted, and all that went with it", may: accounts.Work, site: inTrash, fails: []int{http.StatusConflict}},
		func(ctx context.Context, in *trashed) (*Answer[Trashed], error) {
			if m, _ := accounts.MemberFrom(ctx); in.Kind == "site" && !m.May(accounts.Manage, in.ID) {
				return nil, fault.New(fault.Forbidden, "Your role does not allow that.") // a person who may not delete a site may not restore it
			}
			item, err := a.Trash.Restore(ctx, in.Kind, in.ID)
			return answer(trashedOf(item), err)
		})
}

// inTrash returns the site of the deleted object. The object may be the site itself.
func inTrash(a *API, ctx huma.Context) (string, error) {
	return a.Trash.SiteOf(ctx.Context(), ctx.Param("kind"), ctx.Param("id"))
}

func trashedOf(i history.TrashItem) Trashed {
	return Trashed{i.Noun, i.RowID, i.SiteID, i.Name, i.TrashedBy, i.TrashedAt.UTC(), i.TrashedAt.Add(history.TrashKeeps).UTC()}
}
