package api

import (
	"context"

	"igny8/app/accounts"
	"igny8/app/planner"
	"igny8/app/sites"
)

// Coverage says how many page clusters of a sector have pages on its site, and how far these pages are.
type Coverage struct {
	Total   CoverageShares   `json:"total"`
	Pillars []PillarCoverage `json:"pillars" doc:"The greatest demand first, at most fifty."`
	Gaps    []CoverageGap    `json:"gaps" doc:"Approved page clusters without a page, the greatest demand first, at most fifty."`
	Orphans []OrphanPage     `json:"orphans" doc:"Written pages of the sector, and those of no sector, that belong to no cluster: at most a hundred."`
}

// CoverageShares groups the page clusters by the state of their furthest page.
type CoverageShares struct {
	Gap      CoverageShare `json:"gap" doc:"Without a page."`
	Planned  CoverageShare `json:"planned"`
	Briefed  CoverageShare `json:"briefed"`
	Drafted  CoverageShare `json:"drafted"`
	InReview CoverageShare `json:"in_review" doc:"Or approved, and not live yet."`
	Live     CoverageShare `json:"live"`
}

// CoverageShare is the number of page clusters and keywords in one state.
type CoverageShare struct {
	Clusters int64  `json:"clusters"`
	Keywords int64  `json:"keywords"`
	Demand   *int64 `json:"demand"`
}

// PillarCoverage is the coverage of one pillar.
type PillarCoverage struct {
	ClusterID string `json:"cluster_id"`
	Name      string `json:"name"`
	CoverageShares
}

// CoverageGap is a page cluster without a page.
type CoverageGap struct {
	ClusterID string `json:"cluster_id"`
	Name      string `json:"name"`
	Keywords  int64  `json:"keywords"`
	Demand    *int64 `json:"demand"`
}

// OrphanPage is a written page that belongs to no cluster.
type OrphanPage struct {
	PageID string `json:"page_id"`
	Title  string `json:"title"`
	Path   string `json:"path"`
	State  string `json:"state" values:"page state"`
}

func (a *API) coverageOperations() {
	add(a, operation{method: get, path: "/sectors/{id}/coverage", id: "coverage", summary: "How far a sector is covered by pages, weighted by demand", may: accounts.See, site: of[sites.Sector]("sector")},
		func(ctx context.Context, in *ByID) (*Answer[Coverage], error) {
			c, err := a.Planner.Coverage(ctx, in.ID)
			return answer(coverageOf(c), err)
		})
}

func coverageOf(c planner.Coverage) Coverage {
	out := Coverage{Total: sharesOf(c.Total), Pillars: []PillarCoverage{}, Gaps: []CoverageGap{}, Orphans: []OrphanPage{}}
	for _, p := range c.Pillars {
		out.Pillars = append(out.Pillars, PillarCoverage{p.ID, p.Name, sharesOf(p)})
	}
	for _, gap := range c.Gaps {
		out.Gaps = append(out.Gaps, CoverageGap{gap.ID, gap.Name, gap.KeywordCount, gap.Demand})
	}
	for _, page := range c.Orphans {
		out.Orphans = append(out.Orphans, OrphanPage{page.ID, page.Title, page.Path, string(page.State)})
	}
	return out
}

func sharesOf(p planner.PillarCoverage) CoverageShares {
	share := func(state string) CoverageShare { return CoverageShare(p.Shares[state]) }
	return CoverageShares{
		Gap: share(planner.Gap), Planned: share(planner.CoveredPlanned), Briefed: share(planner.CoveredBriefed),
		Drafted: share(planner.CoveredDrafted), InReview: share(planner.CoveredInReview), Live: share(planner.CoveredLive),
	}
}
