package api

import (
	"context"
	"net/http"

	"igny8/app/accounts"
	"igny8/app/planner"
)

// View is a saved selection of a list: its filters and order.
type View struct {
	ID    *string `json:"id" doc:"Null for a view that every site has."`
	List  string  `json:"list" values:"view list"`
	Name  string  `json:"name"`
	Query string  `json:"query" doc:"Filters and order as the parameters of an address, encoded. GET /sectors/{id}/keywords and /clusters take them."`
}

func viewOf(v planner.View) View {
	return View{ID: orNil(v.ID), List: v.List, Name: v.Name, Query: v.Query}
}

type viewQuery struct {
	Within
	List string `query:"list" values:"view list" default:"keywords"`
}

type newView struct {
	ByID
	Body struct {
		List  string `json:"list" values:"view list"`
		Name  string `json:"name"`
		Query string `json:"query,omitempty" maxLength:"2000"`
	}
}

type viewChange struct {
	ByID
	Body struct {
		Name  *string `json:"name,omitempty"`
		Query *string `json:"query,omitempty" maxLength:"2000"`
	}
}

func (a *API) viewOperations() {
	site := of[planner.View]("view")
	add(a, operation{method: get, path: "/sites/{id}/views", id: "views", summary: "The views of a list of a site", may: accounts.See, site: inSite},
		func(ctx context.Context, in *viewQuery) (*List[View], error) {
			page, err := a.Planner.ViewPage(ctx, in.ID, in.List, in.Limit, in.Cursor)
			return listed(page, err, viewOf)
		})
	add(a, operation{method: post, path: "/sites/{id}/views", id: "save-view", summary: "Save a view", may: accounts.Work, site: inSite, status: http.StatusCreated},
		func(ctx context.Context, in *newView) (*Answer[View], error) {
			v, err := a.Planner.SaveView(ctx, planner.View{SiteID: in.ID, List: in.Body.List, Name: in.Body.Name, Query: in.Body.Query})
			return answer(viewOf(v), err)
		})
	add(a, operation{method: patch, path: "/views/{id}", id: "change-view", summary: "Rename a view or give it other filters", may: accounts.Work, site: site},
		func(ctx context.Context, in *viewChange) (*Answer[View], error) {
			v, err := a.Planner.ChangeView(ctx, in.ID, planner.ViewChange{Name: in.Body.Name, Query: in.Body.Query})
			return answer(viewOf(v), err)
		})
	add(a, operation{method: remove, path: "/views/{id}", id: "delete-view", summary: "Delete a view; what it shows stays", may: accounts.Work, site: site, status: http.StatusNoContent},
		func(ctx context.Context, in *ByID) (*struct{}, error) {
			return nil, a.Planner.DeleteView(ctx, in.ID)
		})
}
