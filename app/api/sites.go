package api

import (
	"context"
	"net/http"
	"time"

	"igny8/app/accounts"
	"igny8/app/sites"
)

// Site is one website of the account.
type Site struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	Domain    string    `json:"domain" doc:"Free text until it is verified."`
	Language  string    `json:"language"`
	Market    string    `json:"market"`
	Type      string    `json:"type" values:"site type"`
	Sample    bool      `json:"sample"`
	CreatedAt time.Time `json:"created_at"`
}

// Sector is a topic area or line of business of a site.
type Sector struct {
	ID        string    `json:"id"`
	SiteID    string    `json:"site_id"`
	Name      string    `json:"name"`
	CreatedAt time.Time `json:"created_at"`
}

type newSite struct {
	Body struct {
		Name     string `json:"name"`
		Domain   string `json:"domain,omitempty"`
		Language string `json:"language,omitempty"`
		Market   string `json:"market,omitempty"`
		Type     string `json:"type,omitempty" values:"site type"`
	}
}

type siteChange struct {
	ByID
	Body struct {
		Name     *string `json:"name,omitempty"`
		Domain   *string `json:"domain,omitempty"`
		Language *string `json:"language,omitempty"`
		Market   *string `json:"market,omitempty"`
		Type     *string `json:"type,omitempty" values:"site type"`
	}
}

type newSector struct {
	ByID
	Body struct {
		Name string `json:"name"`
	}
}

func (a *API) siteOperations() {
	add(a, operation{method: get, path: "/sites", id: "sites", summary: "The sites within reach", may: accounts.See},
		func(ctx context.Context, in *Paging) (*List[Site], error) {
			page, err := a.Sites.SitePage(ctx, in.Limit, in.Cursor)
			return listed(page, err, siteOf)
		})
	add(a, operation{method: post, path: "/sites", id: "create-site", summary: "Create a site", may: accounts.Manage, status: http.StatusCreated},
		func(ctx context.Context, in *newSite) (*Answer[Site], error) {
			b := in.Body
			s, _, err := a.Sites.Create(ctx, sites.NewSite{
				Name: b.Name, Domain: b.Domain, Language: b.Language, Market: b.Market,
				Type: b.Type,
			})
			return answer(siteOf(s), err)
		})
	add(a, operation{method: get, path: "/sites/{id}", id: "site", summary: "A site", may: accounts.See, site: inSite},
		func(ctx context.Context, in *ByID) (*Answer[Site], error) {
			s, err := a.Sites.Get(ctx, in.ID)
			return answer(siteOf(s), err)
		})
	add(a, operation{method: patch, path: "/sites/{id}", id: "update-site", summary: "Change a site", may: accounts.Manage, site: inSite},
		func(ctx context.Context, in *siteChange) (*Answer[Site], error) {
			s, err := a.Sites.Update(ctx, in.ID, sites.Change(in.Body))
			return answer(siteOf(s), err)
		})
	add(a, operation{method: remove, path: "/sites/{id}", id: "delete-site", summary: "Take a site off the web and put it into the trash, with everything in it", may: accounts.Manage, site: inSite, status: http.StatusNoContent},
		func(ctx context.Context, in *ByID) (*struct{}, error) { return nil, a.Publish.DeleteSite(ctx, in.ID) })
	add(a, operation{method: get, path: "/sites/{id}/sectors", id: "sectors", summary: "The sectors of a site", may: accounts.See, site: inSite},
		func(ctx context.Context, in *Within) (*List[Sector], error) {
			page, err := a.Sites.SectorPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, sectorOf)
		})
	add(a, operation{method: post, path: "/sites/{id}/sectors", id: "create-sector", summary: "Add a sector", may: accounts.Manage, site: inSite, status: http.StatusCreated},
		func(ctx context.Context, in *newSector) (*Answer[Sector], error) {
			s, err := a.Sites.CreateSector(ctx, in.ID, in.Body.Name)
			return answer(sectorOf(s), err)
		})
}

func siteOf(s sites.Site) Site {
	return Site{s.ID, s.Name, s.Domain, s.Language, s.Market, s.Type, s.Sample, s.CreatedAt.UTC()}
}

func sectorOf(s sites.Sector) Sector { return Sector{s.ID, s.SiteID, s.Name, s.CreatedAt.UTC()} }
