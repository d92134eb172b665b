package planner

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/language"
	"igny8/app/text"
)

// ClusterQuery is a page of a sector's clusters. Empty fields do not filter.
type ClusterQuery struct {
	SectorID string
	Level    string
	State    ClusterState
	Role     string
	ParentID string
	UnderID  string // a pillar or topic with everything under it, itself left out
	Q        string // part of the name
	Locked   *bool
	Open     bool   // without those that are excluded
	Sort     string // one of the names in clusterSorts, with - before it for falling; empty is -demand
	Limit    int
	Cursor   string
}

func (q ClusterQuery) filtered() bool {
	return q.State != "" || q.Role != "" || q.ParentID != "" || q.UnderID != "" || q.Q != "" || q.Locked != nil || q.Open
}

// ClusterSorts returns what a list of clusters can be sorted by, with - for falling.
func ClusterSorts() []string { return bothWays(slices.Sorted(maps.Keys(clusterSorts))) }

// clusterSorts are the orders of a list of clusters.
var clusterSorts = map[string]struct {
	order    database.Order
	position func(Cluster) any
}{
	"demand":      {database.Order{Column: "demand", Nullable: true}, func(c Cluster) any { return known(c.Demand) }},
	"volume":      {database.Order{Column: "volume", Nullable: true}, func(c Cluster) any { return known(c.Volume) }},
	"keywords":    {database.Order{Column: "keyword_count"}, func(c Cluster) any { return c.KeywordCount }},
	"difficulty":  {database.Order{Column: "difficulty", Nullable: true, Kind: database.Real}, func(c Cluster) any { return known(c.Difficulty) }},
	"opportunity": {database.Order{Column: "opportunity", Nullable: true}, func(c Cluster) any { return known(c.Opportunity) }},
	"name":        {database.Order{Column: "name_key", Kind: database.Text}, func(c Cluster) any { return c.NameKey }},
}

// Clusters returns every cluster of the sector on the level (empty: on all), the greatest demand first.
func (s *Service) Clusters(ctx context.Context, sectorID, level string) ([]Cluster, error) {
	query, err := s.clusters(ctx, ClusterQuery{SectorID: sectorID, Level: level})
	if err != nil {
		return nil, err
	}
	var list []Cluster
	if err := query.Order("(demand IS NULL), demand DESC, id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list clusters: %w", err)
	}
	return list, nil
}

// ClusterPage returns one page of the sector's clusters.
func (s *Service) ClusterPage(ctx context.Context, q ClusterQuery) (database.Page[Cluster], error) {
	none := database.Page[Cluster]{}
	query, err := s.clusters(ctx, q)
	if err != nil {
		return none, err
	}
	if q.Sort == "" {
		q.Sort = "-demand"
	}
	sort, ok := clusterSorts[strings.TrimPrefix(q.Sort, "-")]
	if !ok {
		return none, fault.New(fault.Invalid, "Clusters are sorted by demand, volume, keywords, difficulty, opportunity or name, not by %q.", q.Sort)
	}
	sort.order.Falling = strings.HasPrefix(q.Sort, "-")
	sort.order.Filtered = q.filtered()
	if sort.order.Column == "opportunity" {
		return byOpportunity(query, sort.order, q) // the stored one is not what pages leave of it
	}
	return database.List(query, sort.order, q.Limit, q.Cursor, func(c Cluster) database.Position {
		return database.Position{Value: sort.position(c), ID: c.ID}
	})
}

// CountClusters returns how many clusters of the sector the query matches, on all its pages.
func (s *Service) CountClusters(ctx context.Context, q ClusterQuery) (int64, error) {
	query, err := s.clusters(ctx, q)
	if err != nil {
		return 0, err
	}
	var count int64
	if err := query.Model(&Cluster{}).Count(&count).Error; err != nil {
		return 0, fmt.Errorf("count clusters: %w", err)
	}
	return count, nil
}

func (s *Service) clusters(ctx context.Context, q ClusterQuery) (*gorm.DB, error) {
	if _, err := s.sites.Sector(ctx, q.SectorID); err != nil {
		return nil, err
	}
	return matchingClusters(s.db.Read(ctx), q)
}

// matchingClusters returns the query's clusters, in no order.
func matchingClusters(tx *gorm.DB, q ClusterQuery) (*gorm.DB, error) {
	query := tx.Where("sector_id = ?", q.SectorID)
	for _, f := range []struct {
		name, value string
		choices     []string
	}{
		{"level", q.Level, []string{LevelPillar, LevelTopic, LevelPage}},
		{"role", q.Role, Roles()},
	} {
		if f.value == "" {
			continue
		}
		if !slices.Contains(f.choices, f.value) {
			return nil, fault.New(fault.Invalid, "The %s of a cluster is %s, not %q.", f.name, strings.Join(f.choices, ", "), f.value)
		}
		query = query.Where(f.name+" = ?", f.value)
	}
	if q.State != "" {
		if !slices.Contains(ClusterStates(), q.State) {
			return nil, fault.New(fault.Invalid, "The state of a cluster is proposed, approved, excluded, not %q.", q.State)
		}
		query = query.Where("state = ?", q.State)
	}
	if !text.Printable(q.Q) {
		return nil, fault.New(fault.Invalid, "The search has characters that no name has. Remove them.")
	}
	if text := language.Key(q.Q); text != "" {
		query = query.Where(`name_key LIKE ? ESCAPE '\'`, "%"+database.EscapeLike(text)+"%")
	}
	if q.Locked != nil {
		query = query.Where("locked = ?", *q.Locked)
	}
	if q.Open {
		query = query.Where("state <> ?", ClusterExcluded)
	}
	return underClusters(tx, query, q)
}

func underClusters(tx, query *gorm.DB, q ClusterQuery) (*gorm.DB, error) {
	for _, id := range []string{q.ParentID, q.UnderID} {
		if id == "" {
			continue
		}
		if _, err := database.One[Cluster](tx, "cluster", id); err != nil {
			return nil, err
		}
	}
	if q.ParentID != "" {
		query = query.Where("parent_id = ?", q.ParentID)
	}
	if q.UnderID != "" {
		children := tx.Session(&gorm.Session{NewDB: true}).Model(&Cluster{}).Select("id").Where("sector_id = ? AND parent_id = ?", q.SectorID, q.UnderID)
		query = query.Where("parent_id = ? OR parent_id IN (?)", q.UnderID, children)
	}
	return query, nil
}

// ClusterSelection are clusters of a sector: those that are named, or all that match.
type ClusterSelection struct {
	IDs      []string
	Matching *ClusterQuery // nil: the named ones. Sector, order and page do not count.
}

// chosenClusters returns the chosen clusters of the sector, pillars first, then topics.
func chosenClusters(tx *gorm.DB, sectorID string, chosen ClusterSelection) ([]Cluster, error) {
	var query *gorm.DB
	var ids []string
	var err error
	if chosen.Matching == nil {
		if ids, err = DistinctIDs(chosen.IDs, "cluster"); err != nil {
			return nil, err
		}
		query = tx.Where("sector_id = ? AND id IN ?", sectorID, ids)
	} else {
		q := *chosen.Matching
		q.SectorID = sectorID
		if query, err = matchingClusters(tx, q); err != nil {
			return nil, err
		}
	}
	var list []Cluster
	if err := query.Order("CASE level WHEN 'pillar' THEN 0 WHEN 'topic' THEN 1 ELSE 2 END, id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("load clusters: %w", err)
	}
	if len(list) < len(ids) {
		return nil, fault.Missing("cluster")
	}
	if len(list) == 0 {
		return nil, fault.New(fault.Invalid, "No cluster matches any more. Nothing was changed.")
	}
	return list, nil
}

// changeClusters runs fn on the chosen clusters of the sector.
func (s *Service) changeClusters(ctx context.Context, sectorID string, chosen ClusterSelection,
	fn func(j *history.Journal, list []Cluster) (said string, err error),
) (int64, error) {
	var count int64
	err := s.log.Record(ctx, sectorID, func(j *history.Journal) (string, error) {
		list, err := chosenClusters(j.Tx, sectorID, chosen)
		if err != nil {
			return "", err
		}
		count = int64(len(list))
		return fn(j, list)
	})
	return count, err
}
