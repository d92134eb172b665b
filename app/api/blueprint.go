package api

import (
	"context"
	"net/http"

	"igny8/app/accounts"
	"igny8/app/pages"
	"igny8/app/sitebuilder"
)

// Blueprint is the plan of a site.
type Blueprint struct {
	State      string               `json:"state" values:"blueprint state"`
	Step       string               `json:"step" values:"blueprint step"`
	Business   sitebuilder.Business `json:"business"`
	Type       string               `json:"type" values:"site type"`
	Clusters   []BlueprintCluster   `json:"clusters"`
	Taxonomies []Taxonomy           `json:"taxonomies"`
	Pages      []BlueprintPage      `json:"pages"`
}

// BlueprintCluster is a cluster that the site covers.
type BlueprintCluster struct {
	ClusterID string `json:"cluster_id"`
	Role      string `json:"role" values:"cluster role"`
}

// Taxonomy is a way to sort pages, such as categories.
type Taxonomy struct {
	Name  string `json:"name"`
	Terms []Term `json:"terms"`
}

// Term is an entry of a taxonomy.
type Term struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Slug string `json:"slug"`
}

// BlueprintPage is a page of the plan.
type BlueprintPage struct {
	ID              string   `json:"id"`
	Kind            string   `json:"kind" values:"page kind"`
	State           string   `json:"state" values:"page state"`
	Title           string   `json:"title"`
	Path            string   `json:"path"`
	ClusterID       *string  `json:"cluster_id"`
	ParentID        *string  `json:"parent_id"`
	NoClusterReason *string  `json:"no_cluster_reason"`
	TermIDs         []string `json:"term_ids"`
}

// AttachCluster names a cluster that the site covers, and its role on the site.
type AttachCluster struct {
	ClusterID string `json:"cluster_id"`
	Role      string `json:"role,omitempty" values:"cluster role"`
}

// PlanTaxonomy is a taxonomy in a request, with the names of its terms.
type PlanTaxonomy struct {
	Name  string   `json:"name"`
	Terms []string `json:"terms"`
}

// PlanPage is a page in a request. Without an id it is a new page.
type PlanPage struct {
	ID              string   `json:"id,omitempty"`
	Kind            string   `json:"kind,omitempty" values:"page kind"`
	Title           string   `json:"title"`
	Slug            string   `json:"slug,omitempty"`
	ClusterID       string   `json:"cluster_id,omitempty"`
	ParentID        string   `json:"parent_id,omitempty"`
	NoClusterReason string   `json:"no_cluster_reason,omitempty"`
	TermIDs         []string `json:"term_ids,omitempty"`
}

type blueprintChange struct {
	ByID
	Body struct {
		Business   *sitebuilder.Business `json:"business,omitempty"`
		Type       *string               `json:"type,omitempty" values:"site type"`
		Clusters   *[]AttachCluster      `json:"clusters,omitempty"`
		Taxonomies *[]PlanTaxonomy       `json:"taxonomies,omitempty"`
		Pages      *[]PlanPage           `json:"pages,omitempty"`
		Propose    bool                  `json:"propose,omitempty" doc:"Fill in the pages that the attached clusters still need."`
	}
}

type pageOfSite struct {
	ByID
	Page string `path:"page"`
}

func (a *API) blueprintOperations() {
	add(a, operation{method: get, path: "/sites/{id}/blueprint", id: "blueprint", summary: "The plan of a site", may: accounts.See, site: inSite},
		func(ctx context.Context, in *ByID) (*Answer[Blueprint], error) {
			plan, err := a.Builder.Plan(ctx, in.ID)
			return answer(blueprintOf(plan), err)
		})
	add(a, operation{method: put, path: "/sites/{id}/blueprint", id: "save-blueprint", summary: "Change the plan; parts that are left out stay", may: accounts.Work, site: inSite}, a.saveBlueprint)
	add(a, operation{method: remove, path: "/sites/{id}/pages/{page}", id: "delete-page", summary: "Put a page into the trash, with its idea, task, text and pictures", may: accounts.Work, site: inSite, status: http.StatusNoContent, fails: []int{http.StatusConflict}},
		func(ctx context.Context, in *pageOfSite) (*struct{}, error) {
			_, err := a.Builder.DeletePage(ctx, in.ID, in.Page)
			return nil, err
		})
	add(a, operation{method: post, path: "/sites/{id}/blueprint/approve", id: "approve-blueprint", summary: "Approve the plan", may: accounts.Publish, site: inSite},
		func(ctx context.Context, in *ByID) (*Answer[Blueprint], error) {
			plan, err := a.Builder.Approve(ctx, in.ID)
			return answer(blueprintOf(plan), err)
		})
}

func (a *API) saveBlueprint(ctx context.Context, in *blueprintChange) (*Answer[Blueprint], error) {
	b := in.Body
	change := sitebuilder.Change{Business: b.Business, Type: b.Type}
	if b.Clusters != nil {
		list := make([]sitebuilder.Attach, len(*b.Clusters))
		for i, c := range *b.Clusters {
			list[i] = sitebuilder.Attach(c)
		}
		change.Clusters = &list
	}
	if b.Taxonomies != nil {
		list := make([]sitebuilder.TaxonomyPlan, len(*b.Taxonomies))
		for i, t := range *b.Taxonomies {
			list[i] = sitebuilder.TaxonomyPlan(t)
		}
		change.Taxonomies = &list
	}
	if b.Pages != nil {
		list := make([]sitebuilder.PagePlan, len(*b.Pages))
		for i, p := range *b.Pages {
			list[i] = sitebuilder.PagePlan(p)
		}
		change.Pages = &list
	}
	plan, err := a.Builder.Save(ctx, in.ID, change)
	if err == nil && b.Propose {
		plan, err = a.Builder.ProposePages(ctx, in.ID)
	}
	return answer(blueprintOf(plan), err)
}

func blueprintOf(p sitebuilder.Plan) Blueprint {
	out := Blueprint{
		State: string(p.State), Step: string(p.Step), Business: p.Business, Type: p.Site.Type,
		Clusters: []BlueprintCluster{}, Taxonomies: []Taxonomy{}, Pages: []BlueprintPage{},
	}
	for _, c := range p.Clusters {
		out.Clusters = append(out.Clusters, BlueprintCluster{c.ClusterID, c.Role})
	}
	for _, t := range p.Taxonomies {
		taxonomy := Taxonomy{Name: t.Name, Terms: []Term{}}
		for _, term := range t.Terms {
			taxonomy.Terms = append(taxonomy.Terms, Term{term.ID, term.Name, term.Slug})
		}
		out.Taxonomies = append(out.Taxonomies, taxonomy)
	}
	for _, page := range p.Pages {
		out.Pages = append(out.Pages, blueprintPageOf(page, p.Terms[page.ID]))
	}
	return out
}

func blueprintPageOf(p pages.Page, terms []pages.Term) BlueprintPage {
	out := BlueprintPage{p.ID, p.Kind, string(p.State), p.Title, p.Path, p.ClusterID, p.ParentID, orNil(p.NoClusterReason), []string{}}
	for _, t := range terms {
		out.TermIDs = append(out.TermIDs, t.ID)
	}
	return out
}
