package sitebuilder

import (
	"context"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/language"
	"igny8/app/planner"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// Candidate is a cluster as the step Clusters shows it. One that cannot be attached, such as a pillar, stands there for what is below it.
type Candidate struct {
	planner.Cluster
	Attached             bool
	Role                 string // on the site, or the cluster's own
	Below, BelowAttached int64  // the clusters below that can be attached, and those of them that are
	Children             []Candidate
}

// CanAttach reports whether the cluster can be attached.
func (c Candidate) CanAttach() bool {
	return c.State == planner.ClusterApproved && c.Level != planner.LevelPillar
}

// CandidateQuery chooses clusters that can be attached: approved topics and pages of the site. Empty fields do not filter.
type CandidateQuery struct {
	Q        string // part of the name
	UnderID  string // a pillar or topic with everything below it, itself left out
	Attached bool   // only those that are attached
}

// Candidates counts the clusters of the site that can be attached, and those that are.
func (s *Service) Candidates(ctx context.Context, b Blueprint) (all, attached int64, err error) {
	if all, err = s.CountCandidates(ctx, b, CandidateQuery{}); err != nil {
		return 0, 0, err
	}
	if err := s.db.Read(ctx).Model(&BlueprintCluster{}).Where("blueprint_id = ?", b.ID).Count(&attached).Error; err != nil {
		return 0, 0, fmt.Errorf("count attached clusters: %w", err)
	}
	return all, attached, nil
}

// CountCandidates returns how many clusters the query matches.
func (s *Service) CountCandidates(ctx context.Context, b Blueprint, q CandidateQuery) (int64, error) {
	query, err := b.candidates(s.db.Read(ctx), q)
	if err != nil {
		return 0, err
	}
	var n int64
	if err := query.Model(&planner.Cluster{}).Count(&n).Error; err != nil {
		return 0, fmt.Errorf("count candidate clusters: %w", err)
	}
	return n, nil
}

// CandidatePage returns one page of the clusters that the query matches, the greatest demand first.
func (s *Service) CandidatePage(
	ctx context.Context, b Blueprint, q CandidateQuery, limit int, cursor string,
) (database.Page[Candidate], error) {
	query, err := b.candidates(s.db.Read(ctx), q)
	if err != nil {
		return database.Page[Candidate]{}, err
	}
	return s.listed(ctx, b, query, limit, cursor)
}

// CandidateBranch returns one page of the tree directly below the cluster, or of its roots if the id is empty: what can be attached, and
// what something that can be attached stands below.
func (s *Service) CandidateBranch(ctx context.Context, b Blueprint, id string, limit int, cursor string) (database.Page[Candidate], error) {
	db := s.db.Read(ctx)
	query := db.Where("site_id = ? AND parent_id IS NULL", b.SiteID)
	if id != "" {
		if _, err := database.One[planner.Cluster](db, "cluster", id); err != nil {
			return database.Page[Candidate]{}, err
		}
		query = db.Where("site_id = ? AND parent_id = ?", b.SiteID, id)
	}
	open := db.Where("state = ? AND level IN ?", planner.ClusterApproved, attachedLevels())
	parents := attachable(db, b.SiteID).Model(&planner.Cluster{}).Select("parent_id").Where("parent_id IS NOT NULL")
	above := db.Model(&planner.Cluster{}).Select("parent_id").
		Where("site_id = ? AND parent_id IS NOT NULL AND id IN (?)", b.SiteID, parents)
	return s.listed(ctx, b, query.Where(open.Or("id IN (?)", parents).Or("id IN (?)", above)), limit, cursor)
}

// CandidateTree returns the whole tree of a site with few clusters.
func (s *Service) CandidateTree(ctx context.Context, b Blueprint) ([]Candidate, error) {
	var list []planner.Cluster
	if err := attachable(s.db.Read(ctx), b.SiteID).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("candidate clusters: %w", err)
	}
	for parents := parentsOf(list); len(parents) > 0; {
		above, err := s.planner.ClustersByID(ctx, parents)
		if err != nil {
			return nil, err
		}
		parents = nil
		for _, c := range above {
			list = append(list, c)
			if c.ParentID != nil {
				parents = append(parents, *c.ParentID)
			}
		}
	}
	slices.SortFunc(list, byDemand)
	list = slices.CompactFunc(list, func(a, b planner.Cluster) bool { return a.ID == b.ID })
	candidates, err := s.candidates(ctx, b, list)
	return grow(candidates), err
}

// grow puts the candidates below their parents.
func grow(list []Candidate) []Candidate {
	known, below := map[string]bool{}, map[string][]Candidate{}
	for _, c := range list {
		known[c.ID] = true
	}
	for _, c := range list {
		at := str(c.ParentID)
		if !known[at] {
			at = ""
		}
		below[at] = append(below[at], c)
	}
	var under func(id string) []Candidate
	under = func(id string) []Candidate {
		for i, c := range below[id] {
			below[id][i].Children = under(c.ID)
		}
		return below[id]
	}
	return under("")
}

// Suggestion returns the page-level clusters with the largest demand, and the topics above them.
func (s *Service) Suggestion(ctx context.Context, b Blueprint) ([]Candidate, error) {
	list, err := s.suggest(ctx, b.SiteID, suggested)
	if err != nil {
		return nil, err
	}
	return s.candidates(ctx, b, list)
}

func attachedLevels() []string { return []string{planner.LevelTopic, planner.LevelPage} }

// attachable narrows the query to the clusters of the site that can be attached.
func attachable(query *gorm.DB, siteID string) *gorm.DB {
	return query.Where("site_id = ? AND state = ? AND level IN ?", siteID, planner.ClusterApproved, attachedLevels())
}

// candidates returns the clusters that the query matches, in no order.
func (b Blueprint) candidates(tx *gorm.DB, q CandidateQuery) (*gorm.DB, error) {
	if !text.Printable(q.Q + q.UnderID) {
		return nil, fault.New(fault.Invalid, "The search has characters that no name has. Remove them.")
	}
	fresh := tx.Session(&gorm.Session{NewDB: true})
	query := attachable(tx, b.SiteID)
	if key := language.Key(q.Q); key != "" {
		query = query.Where(`name_key LIKE ? ESCAPE '\'`, "%"+database.EscapeLike(key)+"%")
	}
	if q.UnderID != "" {
		children := fresh.Model(&planner.Cluster{}).Select("id").Where("parent_id = ?", q.UnderID)
		query = query.Where("parent_id = ? OR parent_id IN (?)", q.UnderID, children)
	}
	if q.Attached {
		query = query.Where("id IN (?)", fresh.Model(&BlueprintCluster{}).Select("cluster_id").Where("blueprint_id = ?", b.ID))
	}
	return query, nil
}

// listed returns one page of the query, the greatest demand first.
func (s *Service) listed(ctx context.Context, b Blueprint, query *gorm.DB, limit int, cursor string) (database.Page[Candidate], error) {
	order := database.Order{Column: "demand", Nullable: true, Falling: true, Filtered: true}
	page, err := database.List(query, order, limit, cursor, func(c planner.Cluster) database.Position {
		at := database.Position{ID: c.ID}
		if c.Demand != nil {
			at.Value = *c.Demand
		}
		return at
	})
	if err != nil {
		return database.Page[Candidate]{}, err
	}
	items, err := s.candidates(ctx, b, page.Items)
	return database.Page[Candidate]{Items: items, Next: page.Next}, err
}

// candidates adds to the clusters what the blueprint says of them and of those below.
func (s *Service) candidates(ctx context.Context, b Blueprint, list []planner.Cluster) ([]Candidate, error) {
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = c.ID
	}
	var rows []BlueprintCluster
	if err := s.db.Read(ctx).Where("blueprint_id = ? AND cluster_id IN ?", b.ID, ids).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("attached clusters: %w", err)
	}
	roles := map[string]string{}
	for _, row := range rows {
		roles[row.ClusterID] = row.Role
	}
	below, err := s.below(ctx, b, list)
	if err != nil {
		return nil, err
	}
	all := make([]Candidate, len(list))
	for i, c := range list {
		role, attached := roles[c.ID]
		if !attached {
			role = c.Role
		}
		all[i] = Candidate{Cluster: c, Attached: attached, Role: role, Below: below[c.ID].Below, BelowAttached: below[c.ID].Attached}
	}
	return all, nil
}

type belowRow struct {
	Node            string
	Below, Attached int64
}

// belowEach counts what can be attached below clusters, and what is.
const belowEach = `
SELECT node, COUNT(*) AS below, COUNT(attached) AS attached FROM (
	SELECT c.parent_id AS node, b.id AS attached
	FROM clusters AS c
	LEFT JOIN blueprint_clusters AS b ON b.account_id = @account AND b.blueprint_id = @blueprint AND b.cluster_id = c.id
	WHERE c.account_id = @account AND c.parent_id IN @nodes AND c.state = 'approved' AND c.level IN ('topic', 'page') AND c.deleted_at IS NULL
	UNION ALL
	SELECT t.parent_id AS node, b.id AS attached
	FROM clusters AS t
	JOIN clusters AS c ON c.account_id = @account AND c.parent_id = t.id AND c.state = 'approved' AND c.level = 'page' AND c.deleted_at IS NULL
	LEFT JOIN blueprint_clusters AS b ON b.account_id = @account AND b.blueprint_id = @blueprint AND b.cluster_id = c.id
	WHERE t.account_id = @account AND t.parent_id IN @nodes AND t.deleted_at IS NULL
) AS below GROUP BY node`

func (s *Service) below(ctx context.Context, b Blueprint, list []planner.Cluster) (map[string]belowRow, error) {
	var nodes []string
	for _, c := range list {
		if c.Level != planner.LevelPage {
			nodes = append(nodes, c.ID)
		}
	}
	counts := map[string]belowRow{}
	if len(nodes) == 0 {
		return counts, nil
	}
	var rows []belowRow
	err := tenancy.SQL(s.db.Read(ctx), belowEach, map[string]any{"blueprint": b.ID, "nodes": nodes}).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("count candidate clusters: %w", err)
	}
	for _, row := range rows {
		counts[row.Node] = row
	}
	return counts, nil
}

func parentsOf(list []planner.Cluster) []string {
	var ids []string
	for _, c := range list {
		if c.ParentID != nil {
			ids = append(ids, *c.ParentID)
		}
	}
	return database.Distinct(ids)
}
