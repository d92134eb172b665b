package planner

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"igny8/app/database"
	"igny8/app/pages"
	"igny8/app/tenancy"
)

// How far a page cluster is covered: by the furthest of its pages. A page that is only proposed covers nothing.
const (
	Gap             = "gap"
	CoveredPlanned  = string(pages.Planned)
	CoveredBriefed  = string(pages.Briefed)
	CoveredDrafted  = string(pages.Drafted)
	CoveredInReview = string(pages.InReview) // or approved, and not live yet
	CoveredLive     = "live"
)

// CoverageStates returns the states of coverage, from nothing to live.
func CoverageStates() []string {
	return []string{Gap, CoveredPlanned, CoveredBriefed, CoveredDrafted, CoveredInReview, CoveredLive}
}

// Share is what is in one state: page clusters, their keywords, and the demand of those, nil when none of it is known.
type Share struct {
	Clusters, Keywords int64
	Demand             *int64
}

func (s *Share) add(more Share) {
	s.Clusters, s.Keywords, s.Demand = s.Clusters+more.Clusters, s.Keywords+more.Keywords, AddKnown(s.Demand, more.Demand)
}

// PillarCoverage is how far a pillar is covered, by state.
type PillarCoverage struct {
	ID, Name string // empty for all pillars together, and for the rest of them
	Shares   map[string]Share
}

// Demand returns what is asked of the pillar in all states, 0 when nothing is known.
func (p PillarCoverage) Demand() int64 {
	var sum int64
	for _, share := range p.Shares {
		if share.Demand != nil {
			sum += *share.Demand
		}
	}
	return sum
}

// Coverage is how far a sector is covered by the pages of its site.
type Coverage struct {
	Total   PillarCoverage
	Pillars []PillarCoverage // the greatest demand first
	Rest    PillarCoverage   // of the pillars beyond
	// Written pages of the sector, and of the site without a sector, that no cluster asks for: at most the first hundred.
	Orphans []pages.Page
	Gaps    []Cluster // the approved page clusters without a page, the greatest demand first, at most the first fifty
}

const (
	mostPillars = 50
	mostOrphans = 100
	mostGaps    = 50
)

// furthest joins page clusters with the furthest state of their pages, as its place in CoverageStates, null for none.
const furthest = `LEFT JOIN (
	SELECT cluster_id, MAX(CASE state WHEN 'planned' THEN 1 WHEN 'briefed' THEN 2 WHEN 'drafted' THEN 3 WHEN 'in_review' THEN 4
		WHEN 'approved' THEN 4 WHEN 'published' THEN 5 ELSE 0 END) AS rank
	FROM pages WHERE account_id = @account AND site_id = @site AND cluster_id IS NOT NULL AND deleted_at IS NULL GROUP BY cluster_id
) AS f ON f.cluster_id = c.id`

// coverageRows counts the page clusters of a sector by pillar and by the furthest state of their pages: first by topic, as joining each
// of many pages with its pillar takes long.
const coverageRows = `
SELECT l.id, l.name, p.rank, CAST(SUM(p.clusters) AS BIGINT) AS clusters, CAST(SUM(p.keywords) AS BIGINT) AS keywords,
	CAST(SUM(p.demand) AS BIGINT) AS demand
FROM (
	SELECT c.parent_id, f.rank, COUNT(*) AS clusters, SUM(c.keyword_count) AS keywords, SUM(c.demand) AS demand
	FROM (
		SELECT id, parent_id, keyword_count, demand FROM clusters
		WHERE account_id = @account AND sector_id = @sector AND level = 'page' AND state <> 'excluded' AND keyword_count > 0 AND deleted_at IS NULL
	) AS c ` + furthest + `
	GROUP BY c.parent_id, f.rank
) AS p
JOIN clusters AS t ON t.account_id = @account AND t.id = p.parent_id AND t.deleted_at IS NULL
JOIN clusters AS l ON l.account_id = @account AND l.id = t.parent_id
GROUP BY l.id, l.name, p.rank`

// Coverage returns how far the sector is covered, weighted by demand.
func (s *Service) Coverage(ctx context.Context, sectorID string) (Coverage, error) {
	sector, err := s.sites.Sector(ctx, sectorID)
	if err != nil {
		return Coverage{}, err
	}
	var rows []struct {
		ID, Name           string
		Rank               *int
		Clusters, Keywords int64
		Demand             *int64
	}
	if err := tenancy.SQL(s.db.Read(ctx), coverageRows, map[string]any{"site": sector.SiteID, "sector": sector.ID}).Scan(&rows).Error; err != nil {
		return Coverage{}, fmt.Errorf("count coverage: %w", err)
	}
	cover := Coverage{Total: PillarCoverage{Shares: map[string]Share{}}, Rest: PillarCoverage{Shares: map[string]Share{}}}
	byID := map[string]PillarCoverage{}
	for _, row := range rows {
		state := CoverageStates()[*cmp.Or(row.Rank, new(int))]
		share := Share{row.Clusters, row.Keywords, row.Demand}
		if byID[row.ID].Shares == nil {
			byID[row.ID] = PillarCoverage{ID: row.ID, Name: row.Name, Shares: map[string]Share{}}
		}
		for _, shares := range []map[string]Share{byID[row.ID].Shares, cover.Total.Shares} {
			sum := shares[state]
			sum.add(share)
			shares[state] = sum
		}
	}
	cover.rank(byID)
	if cover.Orphans, err = s.orphans(ctx, sector.SiteID, sector.ID); err != nil {
		return Coverage{}, err
	}
	cover.Gaps, err = s.gaps(ctx, sector.ID)
	return cover, err
}

// Covering is how much of the demand of a cluster has a page: one that is live, and one that is at least planned. A page
// cluster weighs 1 more than its demand, so that unknown demand counts, too.
type Covering struct{ Live, Begun, All int64 }

// coveringRows are the page clusters that are, or are in, one of the clusters.
const coveringRows = `
SELECT c.id AS page, t.id AS topic, t.parent_id AS pillar, f.rank, c.demand
FROM clusters AS c
JOIN clusters AS t ON t.account_id = @account AND t.id = c.parent_id AND t.deleted_at IS NULL
` + furthest + `
WHERE c.account_id = @account AND c.sector_id = @sector AND c.level = 'page' AND c.state <> 'excluded' AND c.keyword_count > 0 AND c.deleted_at IS NULL
	AND (c.id IN @clusters OR t.id IN @clusters OR t.parent_id IN @clusters)`

// Covered returns how far each of the sector's clusters, of any level, is covered.
func (s *Service) Covered(ctx context.Context, sectorID string, clusterIDs []string) (map[string]Covering, error) {
	sector, err := s.sites.Sector(ctx, sectorID)
	if err != nil || len(clusterIDs) == 0 {
		return nil, err
	}
	var rows []struct {
		Page, Topic, Pillar string
		Rank                *int
		Demand              *int64
	}
	parameters := map[string]any{"site": sector.SiteID, "sector": sector.ID, "clusters": clusterIDs}
	if err := tenancy.SQL(s.db.Read(ctx), coveringRows, parameters).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("read coverage: %w", err)
	}
	covered := make(map[string]Covering, len(clusterIDs))
	for _, row := range rows {
		state, weight := CoverageStates()[*cmp.Or(row.Rank, new(int))], int64(1)
		if row.Demand != nil {
			weight += *row.Demand
		}
		for _, id := range []string{row.Page, row.Topic, row.Pillar} {
			c := covered[id]
			c.All += weight
			if state != Gap {
				c.Begun += weight
			}
			if state == CoveredLive {
				c.Live += weight
			}
			covered[id] = c
		}
	}
	return covered, nil
}

// rank puts the pillars in order and what is beyond the first of them together.
func (c *Coverage) rank(byID map[string]PillarCoverage) {
	for _, p := range byID {
		c.Pillars = append(c.Pillars, p)
	}
	slices.SortFunc(c.Pillars, func(a, b PillarCoverage) int {
		return cmp.Or(cmp.Compare(b.Demand(), a.Demand()), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	if len(c.Pillars) <= mostPillars {
		return
	}
	for _, p := range c.Pillars[mostPillars:] {
		for state, share := range p.Shares {
			sum := c.Rest.Shares[state]
			sum.add(share)
			c.Rest.Shares[state] = sum
		}
	}
	c.Pillars = c.Pillars[:mostPillars]
}

// orphans returns the pages with a text whose cluster is an excluded one of the sector, and those that have none, nor a
// reason for it, and are of the sector or of none.
func (s *Service) orphans(ctx context.Context, siteID, sectorID string) ([]pages.Page, error) {
	var list []pages.Page
	excluded := s.db.Read(ctx).Model(&Cluster{}).Select("id").Where("sector_id = ? AND level = ? AND state = ?", sectorID, LevelPage, ClusterExcluded)
	query := s.db.Read(ctx).Where("site_id = ? AND state IN ?", siteID, pages.Written())
	query = query.Where("((cluster_id IS NULL AND no_cluster_reason = '' AND (sector_id IS NULL OR sector_id = ?)) OR cluster_id IN (?))", sectorID, excluded)
	if err := query.Order("path").Limit(mostOrphans).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("look for orphans: %w", err)
	}
	return list, nil
}

func (s *Service) gaps(ctx context.Context, sectorID string) ([]Cluster, error) {
	served := s.db.Read(ctx).Model(&pages.Page{}).Select("cluster_id").Where("cluster_id IS NOT NULL AND state IN ?", coveringStates())
	query := s.db.Read(ctx).Where("sector_id = ? AND level = ? AND state = ? AND keyword_count > 0 AND id NOT IN (?)", sectorID, LevelPage, ClusterApproved, served)
	page, err := database.List(query, database.Order{Column: "demand", Nullable: true, Falling: true}, mostGaps, "", func(c Cluster) database.Position {
		return database.Position{Value: known(c.Demand), ID: c.ID}
	})
	return page.Items, err
}
