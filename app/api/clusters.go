package api

import (
	"context"
	"net/http"

	"igny8/app/accounts"
	"igny8/app/planner"
	"igny8/app/planner/grouping"
	"igny8/app/sites"
)

// Cluster is a node of the tree, whose levels are pillar, topic and page.
type Cluster struct {
	ID           string  `json:"id"`
	Name         string  `json:"name"`
	Level        string  `json:"level" values:"cluster level"`
	ParentID     *string `json:"parent_id"`
	Role         string  `json:"role" values:"cluster role"`
	State        string  `json:"state" values:"cluster state"`
	Locked       bool    `json:"locked"`
	KeywordCount int64   `json:"keyword_count"`
	Volume       *int64  `json:"volume"`
	Demand       *int64  `json:"demand"`

	Difficulty  *float64 `json:"difficulty" doc:"The mean of the known ones, weighed by demand."`
	Opportunity *int64   `json:"opportunity" doc:"The opportunities of its keywords, less what pages cover already."`
}

// Division is a proposal to divide a page cluster.
type Division struct {
	ClusterID string        `json:"cluster_id"`
	Stays     ClusterPart   `json:"stays"`
	Parts     []ClusterPart `json:"parts" doc:"Each would be a cluster of its own."`
}

// ClusterPart is a part of a cluster that is to be divided: a group of its keywords.
type ClusterPart struct {
	Name       string   `json:"name"`
	KeywordIDs []string `json:"keyword_ids"`
	Volume     *int64   `json:"volume"`
}

type clusterDecision struct {
	ByID
	Body struct {
		ClusterIDs []string              `json:"cluster_ids" minItems:"1"`
		State      *planner.ClusterState `json:"state,omitempty" values:"cluster state"`
		Role       *string               `json:"role,omitempty" values:"cluster role"`
		Locked     *bool                 `json:"locked,omitempty"`
	}
}

// Count is the number of objects that an operation changed.
type Count struct {
	Count int64 `json:"count"`
}

type divide struct {
	ByID
	Body struct {
		ClusterIDs []string `json:"cluster_ids,omitempty" doc:"Of a topic, the page clusters to divide; none means all."`
	}
}

type clusterQuery struct {
	ByID
	Paging
	Level  string `query:"level" values:"cluster level"`
	State  string `query:"state" values:"cluster state"`
	Role   string `query:"role" values:"cluster role"`
	Locked string `query:"locked" values:"true or false"`
	Under  string `query:"under" doc:"A pillar or topic: everything under it."`
	Q      string `query:"q" maxLength:"200" doc:"A part of the name."`
	Sort   string `query:"sort" values:"cluster sort"`
}

func (q clusterQuery) query() planner.ClusterQuery {
	out := planner.ClusterQuery{
		SectorID: q.ID, Level: q.Level, State: planner.ClusterState(q.State), Role: q.Role, UnderID: q.Under, Q: q.Q, Sort: q.Sort,
		Limit: q.Limit, Cursor: q.Cursor,
	}
	if q.Locked != "" {
		out.Locked = new(q.Locked == "true")
	}
	return out
}

type clusterChange struct {
	ByID
	Body struct {
		Name     *string               `json:"name,omitempty"`
		Role     *string               `json:"role,omitempty" values:"cluster role"`
		State    *planner.ClusterState `json:"state,omitempty" values:"cluster state"`
		Locked   *bool                 `json:"locked,omitempty"`
		ParentID *string               `json:"parent_id,omitempty"`
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
			page, err := a.Planner.ClusterPage(ctx, in.query())
			if err != nil {
				return nil, err
			}
			worth, err := a.Planner.Opportunities(ctx, page.Items)
			return listed(page, err, func(c planner.Cluster) Cluster { return clusterOf(c, worth[c.ID]) })
		})
	add(a, operation{method: post, path: "/sectors/{id}/clusters/decide", id: "decide-clusters", summary: "Approve, exclude, lock or give a role to several clusters", may: accounts.Work, site: of[sites.Sector]("sector")},
		func(ctx context.Context, in *clusterDecision) (*Answer[Count], error) {
			d := planner.Decision{State: in.Body.State, Role: in.Body.Role, Locked: in.Body.Locked}
			count, err := a.Planner.DecideClusters(ctx, in.ID, planner.ClusterSelection{IDs: in.Body.ClusterIDs}, d)
			return answer(Count{count}, err)
		})
	add(a, operation{method: get, path: "/clusters/{id}/division", id: "cluster-division", summary: "How a topic or page cluster could be divided", may: accounts.See, site: site},
		func(ctx context.Context, in *Within) (*List[Division], error) {
			page, err := a.Grouping.ProposalPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, divisionOf)
		})
	add(a, operation{method: post, path: "/clusters/{id}/divide", id: "divide-cluster", summary: "Divide it as is proposed", may: accounts.Work, site: site},
		func(ctx context.Context, in *divide) (*Answer[Count], error) {
			count, err := a.Grouping.Divide(ctx, in.ID, in.Body.ClusterIDs)
			return answer(Count{int64(count)}, err)
		})
	add(a, operation{method: patch, path: "/clusters/{id}", id: "update-cluster", summary: "Rename, lock, move or exclude a cluster", may: accounts.Work, site: site},
		func(ctx context.Context, in *clusterChange) (*Answer[Cluster], error) {
			c, err := a.Planner.UpdateCluster(ctx, in.ID, planner.ClusterChange(in.Body))
			return a.cluster(ctx, c, err)
		})
	add(a, operation{method: remove, path: "/clusters/{id}", id: "delete-cluster", summary: "Put a cluster and those below into the trash; their keywords are free then", may: accounts.Work, site: site, status: http.StatusNoContent, fails: []int{http.StatusConflict}},
		func(ctx context.Context, in *ByID) (*struct{}, error) {
			return nil, a.Planner.DeleteCluster(ctx, in.ID)
		})
	add(a, operation{method: post, path: "/clusters/{id}/merge", id: "merge-cluster", summary: "Merge a cluster into another of its level", may: accounts.Work, site: site},
		func(ctx context.Context, in *merge) (*Answer[Cluster], error) {
			c, err := a.Planner.Merge(ctx, in.ID, in.Body.Into)
			return a.cluster(ctx, c, err)
		})
	add(a, operation{method: post, path: "/clusters/{id}/split", id: "split-cluster", summary: "Move keywords into a new cluster beside it", may: accounts.Work, site: site, status: http.StatusCreated},
		func(ctx context.Context, in *split) (*Answer[Cluster], error) {
			c, err := a.Planner.Split(ctx, in.ID, in.Body.KeywordIDs, in.Body.Name)
			return a.cluster(ctx, c, err)
		})
	add(a, operation{method: post, path: "/clusters/{id}/approve", id: "approve-cluster", summary: "Approve a cluster and its subtree", may: accounts.Work, site: site},
		func(ctx context.Context, in *ByID) (*Answer[Cluster], error) {
			c, err := a.Planner.Approve(ctx, in.ID)
			return a.cluster(ctx, c, err)
		})
}

// cluster returns the cluster as the API shows it, with its opportunity.
func (a *API) cluster(ctx context.Context, c planner.Cluster, err error) (*Answer[Cluster], error) {
	if err != nil {
		return nil, err
	}
	worth, err := a.Planner.Opportunities(ctx, []planner.Cluster{c})
	return answer(clusterOf(c, worth[c.ID]), err)
}

func clusterOf(c planner.Cluster, worth planner.Opportunity) Cluster {
	return Cluster{
		ID: c.ID, Name: c.Name, Level: c.Level, ParentID: c.ParentID, Role: c.Role, State: string(c.State), Locked: c.Locked,
		KeywordCount: c.KeywordCount,
		Volume:       c.Volume, Demand: c.Demand, Difficulty: c.Difficulty, Opportunity: worth.Left(),
	}
}

func divisionOf(p grouping.Proposal) Division {
	d := Division{ClusterID: p.Cluster.ID, Stays: partOf(p.Stays), Parts: []ClusterPart{}}
	for _, part := range p.Parts {
		d.Parts = append(d.Parts, partOf(part))
	}
	return d
}

func partOf(p grouping.Part) ClusterPart {
	part := ClusterPart{Name: p.Name, KeywordIDs: []string{}, Volume: p.Volume}
	for _, k := range p.Keywords {
		part.KeywordIDs = append(part.KeywordIDs, k.ID)
	}
	return part
}
