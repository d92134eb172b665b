package api

import (
	"context"
	"net/http"

	"igny8/app/accounts"
	"igny8/app/planner"
	"igny8/app/sites"
)

// Cluster is a node of the tree pillar, topic, page.
type Cluster struct {
	ID           string  `json:"id"`
	Name         string  `json:"name"`
	Level        string  `json:"level" enum:"pillar,topic,page"`
	ParentID     *string `json:"parent_id"`
	Role         string  `json:"role" enum:"hub,supporting,attribute"`
	State        string  `json:"state" enum:"proposed,approved,excluded"`
	Locked       bool    `json:"locked"`
	KeywordCount int64   `json:"keyword_count"`
	Volume       *int64  `json:"volume"`
	Demand       *int64  `json:"demand"`
}

type clusterQuery struct {
	ByID
	Paging
	Level string `query:"level" enum:"pillar,topic,page"`
}

type clusterChange struct {
	ByID
	Body struct {
		Name     *string `json:"name,omitempty"`
		Role     *string `json:"role,omitempty" enum:"hub,supporting,attribute"`
		State    *string `json:"state,omitempty" enum:"proposed,approved,excluded"`
		Locked   *bool   `json:"locked,omitempty"`
		ParentID *string `json:"parent_id,omitempty"`
	}
}

type merge struct {
	ByID
	Body struct {
		Into string `json:"into" doc:"The cluster that takes the keywords."`
	}
}

type split struct {
	ByID
	Body struct {
		KeywordIDs []string `json:"keyword_ids" minItems:"1"`
		Name       string   `json:"name"`
	}
}

func (a *API) clusterOperations() {
	site := of[planner.Cluster]("cluster")
	add(a, operation{method: get, path: "/sectors/{id}/clusters", id: "clusters", summary: "The clusters of a sector", may: accounts.See, site: of[sites.Sector]("sector")},
		func(ctx context.Context, in *clusterQuery) (*List[Cluster], error) {
			page, err := a.Planner.ClusterPage(ctx, planner.ClusterQuery{SectorID: in.ID, Level: in.Level, Limit: in.Limit, Cursor: in.Cursor})
			return listed(page, err, clusterOf)
		})
	add(a, operation{method: patch, path: "/clusters/{id}", id: "update-cluster", summary: "Rename, lock, move or exclude a cluster", may: accounts.Work, site: site},
		func(ctx context.Context, in *clusterChange) (*Answer[Cluster], error) {
			c, err := a.Planner.UpdateCluster(ctx, in.ID, planner.ClusterChange(in.Body))
			return answer(clusterOf(c), err)
		})
	add(a, operation{method: post, path: "/clusters/{id}/merge", id: "merge-cluster", summary: "Merge a cluster into another of its level", may: accounts.Work, site: site},
		func(ctx context.Context, in *merge) (*Answer[Cluster], error) {
			c, err := a.Planner.Merge(ctx, in.ID, in.Body.Into)
			return answer(clusterOf(c), err)
		})
	add(a, operation{method: post, path: "/clusters/{id}/split", id: "split-cluster", summary: "Move keywords into a new cluster beside it", may: accounts.Work, site: site, status: http.StatusCreated},
		func(ctx context.Context, in *split) (*Answer[Cluster], error) {
			c, err := a.Planner.Split(ctx, in.ID, in.Body.KeywordIDs, in.Body.Name)
			return answer(clusterOf(c), err)
		})
	add(a, operation{method: post, path: "/clusters/{id}/approve", id: "approve-cluster", summary: "Approve a cluster and its subtree", may: accounts.Work, site: site},
		func(ctx context.Context, in *ByID) (*Answer[Cluster], error) {
			c, err := a.Planner.Approve(ctx, in.ID)
			return answer(clusterOf(c), err)
		})
}

func clusterOf(c planner.Cluster) Cluster {
	return Cluster{c.ID, c.Name, c.Level, c.ParentID, c.Role, c.State, c.Locked, c.KeywordCount, c.Volume, c.Demand}
}
