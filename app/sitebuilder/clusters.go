package sitebuilder

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/planner"
	"igny8/app/text"
)

// suggested is the number of page-level clusters that are attached by default: as many as one can write.
const suggested = 20

// BlueprintCluster is a cluster that the site is to cover.
type BlueprintCluster struct {
	ID          string
	AccountID   string `gorm:"<-:create"`
	SiteID      string `gorm:"<-:create"`
	BlueprintID string
	ClusterID   string
	Role        string
	CreatedAt   time.Time
}

// Attach is a cluster to attach, with its role on the site.
type Attach struct {
	ClusterID string
	Role      string // hub, supporting or attribute; empty keeps the cluster's own
}

// Attached is an attached cluster together with the cluster itself.
type Attached struct {
	ClusterID string
	Role      string
	Cluster   planner.Cluster
}

func (s *Service) attached(ctx context.Context, blueprintID string) ([]Attached, error) {
	if blueprintID == "" {
		return nil, nil
	}
	var rows []BlueprintCluster
	if err := s.db.Read(ctx).Where("blueprint_id = ?", blueprintID).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("attached clusters: %w", err)
	}
	var list []planner.Cluster
	named := s.db.Read(ctx).Model(&BlueprintCluster{}).Select("cluster_id").Where("blueprint_id = ?", blueprintID)
	if err := s.db.Read(ctx).Where("id IN (?)", named).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("attached clusters: %w", err)
	}
	clusters := make(map[string]planner.Cluster, len(list))
	for _, c := range list {
		clusters[c.ID] = c
	}
	all := make([]Attached, 0, len(rows))
	for _, row := range rows {
		if c, ok := clusters[row.ClusterID]; ok {
			all = append(all, Attached{ClusterID: row.ClusterID, Role: row.Role, Cluster: c})
		}
	}
	slices.SortFunc(all, func(a, b Attached) int { return byDemand(a.Cluster, b.Cluster) })
	return all, nil
}

// batch is the number of rows that one statement writes or names.
const batch = 200

// clustersOf returns the named clusters of the site, by id.
func clustersOf(tx *gorm.DB, siteID string, ids []string) (map[string]planner.Cluster, error) {
	found := map[string]planner.Cluster{}
	for part := range slices.Chunk(slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == "" || !text.Printable(id) }), batch) {
		var list []planner.Cluster
		if err := tx.Where("site_id = ? AND id IN ?", siteID, part).Find(&list).Error; err != nil {
			return nil, fmt.Errorf("load clusters: %w", err)
		}
		for _, c := range list {
			found[c.ID] = c
		}
	}
	return found, nil
}

// attach makes the list the attached clusters.
func attach(tx *gorm.DB, b Blueprint, list []Attach) error {
	rows, err := b.attaching(tx, list)
	if err != nil {
		return err
	}
	if err := tx.Where("blueprint_id = ?", b.ID).Delete(&BlueprintCluster{}).Error; err != nil {
		return fmt.Errorf("detach clusters: %w", err)
	}
	return write(tx, rows)
}

// attaching returns the rows that attach the list. Only approved clusters of the site can be attached. One that was approved when it was
// attached may stay.
func (b Blueprint) attaching(tx *gorm.DB, list []Attach) ([]BlueprintCluster, error) {
	ids := make([]string, len(list))
	for i, a := range list {
		ids[i] = a.ClusterID
	}
	clusters, err := clustersOf(tx, b.SiteID, ids)
	if err != nil {
		return nil, err
	}
	var before []string
	if err := tx.Model(&BlueprintCluster{}).Where("blueprint_id = ?", b.ID).Pluck("cluster_id", &before).Error; err != nil {
		return nil, fmt.Errorf("attached clusters: %w", err)
	}
	stays := make(map[string]bool, len(before))
	for _, id := range before {
		stays[id] = true
	}
	var f fault.Fields
	var rows []BlueprintCluster
	seen := map[string]bool{}
	for i, a := range list {
		c, ok := clusters[a.ClusterID]
		if !ok {
			return nil, fault.Missing("cluster")
		}
		if seen[c.ID] {
			continue
		}
		seen[c.ID] = true
		role := cmp.Or(a.Role, c.Role)
		f.Check(c.State == planner.ClusterApproved || stays[c.ID], fmt.Sprintf("clusters[%d]", i), "%q is not approved. Approve it in the Planner first.", c.Name)
		f.Check(c.Level != planner.LevelPillar, fmt.Sprintf("clusters[%d]", i), "%q is a pillar. Attach its topics and pages.", c.Name)
		f.Check(slices.Contains(planner.Roles(), role), fmt.Sprintf("clusters[%d].role", i), "The role is hub, supporting or attribute.")
		rows = append(rows, b.row(c.ID, role))
	}
	return rows, f.Err()
}

func (b Blueprint) row(clusterID, role string) BlueprintCluster {
	return BlueprintCluster{ID: database.NewID(), SiteID: b.SiteID, BlueprintID: b.ID, ClusterID: clusterID, Role: role}
}

func write(tx *gorm.DB, rows []BlueprintCluster) error {
	for part := range slices.Chunk(rows, batch) {
		if err := tx.Create(&part).Error; err != nil {
			return fmt.Errorf("attach clusters: %w", err)
		}
	}
	return nil
}

// ClusterEdit says what changes about the attached clusters: the named ones first, then all that match. Every other cluster stays as it
// is.
type ClusterEdit struct {
	Attach    []Attach
	Detach    []string
	AttachAll *CandidateQuery
	DetachAll *CandidateQuery
}

func (e ClusterEdit) apply(tx *gorm.DB, b Blueprint) error {
	rows, err := b.attaching(tx, e.Attach)
	if err != nil {
		return err
	}
	gone := slices.DeleteFunc(slices.Clone(e.Detach), func(id string) bool { return !text.Printable(id) })
	for _, row := range rows {
		gone = append(gone, row.ClusterID) // it is written again, with its role
	}
	for part := range slices.Chunk(gone, batch) {
		if err := tx.Where("blueprint_id = ? AND cluster_id IN ?", b.ID, part).Delete(&BlueprintCluster{}).Error; err != nil {
			return fmt.Errorf("detach clusters: %w", err)
		}
	}
	if err := write(tx, rows); err != nil {
		return err
	}
	if e.AttachAll != nil {
		return b.attachAll(tx, *e.AttachAll)
	}
	if e.DetachAll != nil {
		return b.detachAll(tx, *e.DetachAll)
	}
	return nil
}

// attachAll attaches every cluster that matches, with its own role. Those that are attached keep theirs.
func (b Blueprint) attachAll(tx *gorm.DB, q CandidateQuery) error {
	query, err := b.candidates(tx, q)
	if err != nil {
		return err
	}
	var list []planner.Cluster
	attached := tx.Session(&gorm.Session{NewDB: true}).Model(&BlueprintCluster{}).Select("cluster_id").Where("blueprint_id = ?", b.ID)
	if err := query.Select("id", "role").Where("id NOT IN (?)", attached).Order("id").Find(&list).Error; err != nil {
		return fmt.Errorf("clusters to attach: %w", err)
	}
	rows := make([]BlueprintCluster, len(list))
	for i, c := range list {
		rows[i] = b.row(c.ID, c.Role)
	}
	return write(tx, rows)
}

func (b Blueprint) detachAll(tx *gorm.DB, q CandidateQuery) error {
	query, err := b.candidates(tx, q)
	if err != nil {
		return err
	}
	matching := query.Model(&planner.Cluster{}).Select("id")
	if err := tx.Where("blueprint_id = ? AND cluster_id IN (?)", b.ID, matching).Delete(&BlueprintCluster{}).Error; err != nil {
		return fmt.Errorf("detach clusters: %w", err)
	}
	return nil
}

// Referred returns those of the clusters that are attached. The Planner calls it, Succeed, Dropped and Following when it
// merges and regroups clusters.
func (s *Service) Referred(tx *gorm.DB, clusterIDs []string) ([]string, error) {
	var attached []string
	if err := tx.Model(&BlueprintCluster{}).Where("cluster_id IN ?", clusterIDs).Distinct().Pluck("cluster_id", &attached).Error; err != nil {
		return nil, fmt.Errorf("attached clusters: %w", err)
	}
	return attached, nil
}

// Succeed attaches the other cluster instead of one that is deleted, so that the plan stays complete. If both are attached,
// the other one keeps its role.
func (s *Service) Succeed(tx *gorm.DB, from, to string) error {
	both := tx.Session(&gorm.Session{NewDB: true}).Model(&BlueprintCluster{}).Select("blueprint_id").Where("cluster_id = ?", to)
	err := tx.Model(&BlueprintCluster{}).Where("cluster_id = ? AND blueprint_id NOT IN (?)", from, both).Update("cluster_id", to).Error
	if err != nil {
		return fmt.Errorf("attach successor: %w", err)
	}
	return nil
}

// Dropped does nothing: a blueprint refers to no page that is only proposed.
func (s *Service) Dropped(*gorm.DB, []string) error { return nil }

// Following returns the table whose rows Succeed changes, so that undoing a merge restores them.
func (s *Service) Following() history.Table { return history.Table{Model: &BlueprintCluster{}} }

// SuggestClusters returns the page-level clusters with the largest demand, up to limit (0 means 20), and their topics as hubs.
func (s *Service) SuggestClusters(ctx context.Context, siteID string, limit int) ([]Attach, error) {
	if limit <= 0 {
		limit = suggested
	}
	clusters, err := s.suggest(ctx, siteID, limit)
	if err != nil {
		return nil, err
	}
	var list []Attach
	for _, c := range clusters {
		list = append(list, Attach{ClusterID: c.ID, Role: c.Role})
	}
	return list, nil
}

// suggest returns the page-level clusters with the largest demand, and their approved topics in the role of hubs.
func (s *Service) suggest(ctx context.Context, siteID string, limit int) ([]planner.Cluster, error) {
	var leaves, topics []planner.Cluster
	query := attachable(s.db.Read(ctx), siteID).Where("level = ?", planner.LevelPage)
	if err := query.Order("(demand IS NULL), demand DESC, name, id").Limit(limit).Find(&leaves).Error; err != nil {
		return nil, fmt.Errorf("candidate clusters: %w", err)
	}
	if err := attachable(s.db.Read(ctx), siteID).Where("level = ? AND id IN ?", planner.LevelTopic, parentsOf(leaves)).Find(&topics).Error; err != nil {
		return nil, fmt.Errorf("candidate clusters: %w", err)
	}
	slices.SortFunc(topics, byDemand)
	for i := range topics {
		topics[i].Role = planner.Hub
	}
	return append(leaves, topics...), nil
}

// byDemand sorts the largest demand first, unknown last, then by name and id.
func byDemand(a, b planner.Cluster) int {
	switch {
	case a.Demand == nil && b.Demand != nil:
		return 1
	case a.Demand != nil && b.Demand == nil:
		return -1
	case a.Demand != nil && *a.Demand != *b.Demand:
		return cmp.Compare(*b.Demand, *a.Demand)
	}
	return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
}
