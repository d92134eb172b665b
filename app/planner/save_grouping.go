package planner

import (
	"cmp"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/runs"
)

// SaveGrouping writes what the run found, as far as it changes anything; with keep as far as it places keywords that have no place.
func (s *Service) SaveGrouping(tx *gorm.DB, run runs.Run, keep bool, found []GroupedPage) (err error) {
	defer fault.In(&err, "save grouping")
	sector, err := LockSector(tx, run.Sector())
	if err != nil {
		return err
	}
	r := regrouping{
		runID: run.ID, siteID: sector.SiteID, sectorID: sector.ID, keep: keep, before: map[string]Cluster{},
		keywords: map[string]*Keyword{},
	}
	if err := r.load(tx); err != nil {
		return err
	}
	r.plan(found)
	if err := r.saveClusters(tx); err != nil {
		return err
	}
	var changed []membership
	for _, k := range r.keywords {
		if r.changed[k.ID] {
			changed = append(changed, membership{
				k.ID, k.ClusterID, k.State, append([]Evidence{}, k.Evidence...), k.EvidenceBits,
				k.Strength, k.Weak,
			})
		}
	}
	slices.SortFunc(changed, func(a, b membership) int { return cmp.Compare(a.ID, b.ID) }) // as they lie in the database
	if err := database.WriteRows(tx, saveMemberships, membershipColumns, changed); err != nil {
		return err
	}
	if err := s.remove(tx, &r); err != nil {
		return err
	}
	if err := database.Analyze(tx, len(changed), "keywords", "clusters"); err != nil {
		return err
	}
	return s.SetStage(tx, sector.SiteID)
}

// membership is what a run changes in a keyword.
type membership struct {
	ID           string
	ClusterID    *string
	State        KeywordState
	Evidence     []Evidence
	EvidenceBits int64
	Strength     *float64
	Weak         bool
}

var membershipColumns = database.Columns{
	{Name: "id", Field: "ID", Kind: "TEXT"},
	{Name: "cluster_id", Field: "ClusterID", Kind: "TEXT"},
	{Name: "state", Field: "State", Kind: "TEXT"},
	{Name: "evidence", Field: "Evidence", Kind: "JSONB"},
	{Name: "evidence_bits", Field: "EvidenceBits", Kind: "BIGINT"},
	{Name: "strength", Field: "Strength", Kind: "DOUBLE PRECISION"},
	{Name: "weak", Field: "Weak", Kind: "BOOLEAN"},
}

var saveMemberships = "UPDATE keywords SET " + membershipColumns[1:].Assignments() +
	`, updated_at = @now FROM r WHERE keywords.account_id = @account AND keywords.id = r."ID"`

func (r *regrouping) load(tx *gorm.DB) error {
	var clusters []Cluster
	if err := tx.Where("sector_id = ?", r.sectorID).Find(&clusters).Error; err != nil {
		return fmt.Errorf("load clusters: %w", err)
	}
	for _, c := range clusters {
		r.before[c.ID] = c
	}
	var keywords []*Keyword
	columns := []string{"id", "key", "volume", "demand", "difficulty", "opportunity", "state", "cluster_id", "pinned", "evidence", "evidence_bits", "strength", "weak"}
	if err := tx.Select(columns).Where("sector_id = ?", r.sectorID).Order("key").Find(&keywords).Error; err != nil {
		return fmt.Errorf("load keywords: %w", err)
	}
	for _, k := range keywords {
		r.keywords[k.Key] = k
	}
	return nil
}

// clusterColumns are the columns of a new cluster; regrouped are those that a run changes in one that is there.
var clusterColumns = slices.Concat(database.Columns{
	{Name: "id", Field: "ID", Kind: "TEXT"},
	{Name: "level", Field: "Level", Kind: "TEXT"},
	{Name: "role", Field: "Role", Kind: "TEXT"},
	{Name: "run_id", Field: "RunID", Kind: "TEXT"},
	{Name: "site_id", Field: "SiteID", Kind: "TEXT"},
	{Name: "sector_id", Field: "SectorID", Kind: "TEXT"},
}, regrouped)

var regrouped = database.Columns{
	{Name: "parent_id", Field: "ParentID", Kind: "TEXT"},
	{Name: "name", Field: "Name", Kind: "TEXT"},
	{Name: "name_key", Field: "NameKey", Kind: "TEXT"},
	{Name: "state", Field: "State", Kind: "TEXT"},
	{Name: "keyword_count", Field: "KeywordCount", Kind: "BIGINT"},
	{Name: "volume", Field: "Volume", Kind: "BIGINT"},
	{Name: "demand", Field: "Demand", Kind: "BIGINT"},
	{Name: "difficulty", Field: "Difficulty", Kind: "DOUBLE PRECISION"},
	{Name: "opportunity", Field: "Opportunity", Kind: "BIGINT"},
}

var writeClusters = "INSERT INTO clusters (account_id, created_at, updated_at, " + clusterColumns.Names("") + ") SELECT @account, @now, @now, r.* FROM r WHERE TRUE" +
	" ON CONFLICT (account_id, id) DO UPDATE SET updated_at = excluded.updated_at, " +
	regrouped.List(func(c database.Column) string { return c.Name + " = excluded." + c.Name }) + " WHERE clusters.account_id = @account"

func (r *regrouping) saveClusters(tx *gorm.DB) error {
	for _, level := range []string{LevelPillar, LevelTopic, LevelPage} { // parents first: the children refer to them
		var changed []Cluster
		for id, c := range r.clusters {
			if c.Level == level && !unchanged(r.before[id], *c) {
				changed = append(changed, *c)
			}
		}
		slices.SortFunc(changed, func(a, b Cluster) int { return cmp.Compare(a.ID, b.ID) })
		if err := database.WriteRows(tx, writeClusters, clusterColumns, changed); err != nil {
			return err
		}
	}
	return nil
}

// remove deletes the clusters that are gone. What refers to one goes to its successor; one without successor stays, empty,
// with what is above it.
func (s *Service) remove(tx *gorm.DB, r *regrouping) error {
	referred, err := s.referred(tx, r.removed)
	if err != nil {
		return err
	}
	if len(referred) > 0 {
		if _, err := pages.Locked(tx.Where("site_id = ?", r.siteID)); err != nil {
			return err
		}
	}
	held := map[string]bool{}
	for _, id := range referred {
		to := r.successors[id]
		if to == "" {
			for at := id; at != "" && r.clusters[at] == nil; at = str(r.before[at].ParentID) {
				held[at] = true
			}
			continue
		}
		if err := s.handOver(tx, id, to); err != nil {
			return err
		}
	}
	var gone, empty []string
	for _, c := range r.removed {
		if held[c.ID] {
			empty = append(empty, c.ID)
		} else {
			gone = append(gone, c.ID)
		}
	}
	for part := range slices.Chunk(empty, batch) {
		if err := tx.Model(&Cluster{}).Where("id IN ?", part).Updates(map[string]any{"keyword_count": 0, "volume": nil, "demand": nil, "difficulty": nil, "opportunity": nil}).Error; err != nil {
			return fmt.Errorf("empty clusters: %w", err)
		}
	}
	for part := range slices.Chunk(gone, batch) {
		if err := tx.Delete(&Cluster{}, "id IN ?", part).Error; err != nil {
			return fmt.Errorf("delete clusters: %w", err)
		}
	}
	return nil
}

// referred returns those of the clusters that pages, followers or something in the trash refer to.
func (s *Service) referred(tx *gorm.DB, removed []Cluster) ([]string, error) {
	var list []string
	for part := range slices.Chunk(idsOf(removed), batch) {
		var found []string
		err := tx.Model(&pages.Page{}).Where("cluster_id IN ?", part).Distinct().Pluck("cluster_id", &found).Error
		if err != nil {
			return nil, fmt.Errorf("look for pages of clusters: %w", err)
		}
		list = append(list, found...)
		if found, err = inTrash(tx, part); err != nil {
			return nil, err
		}
		list = append(list, found...)
		for _, f := range s.followers() {
			found, err := f.Referred(tx, part)
			if err != nil {
				return nil, err
			}
			list = append(list, found...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list), nil
}
