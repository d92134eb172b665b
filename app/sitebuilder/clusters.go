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
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ClusterID
	}
	clusters, err := s.planner.ClustersByID(ctx, ids)
	if err != nil {
		return nil, err
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

// attach makes the list the attached clusters. Only approved clusters of the site can be attached. One that was approved
// when it was attached may stay.
func attach(tx *gorm.DB, b Blueprint, list []Attach) error {
	ids := make([]string, len(list))
	for i, a := range list {
		ids[i] = a.ClusterID
	}
	clusters, err := clustersOf(tx, b.SiteID, ids)
	if err != nil {
		return err
	}
	var before []string
	if err := tx.Model(&BlueprintCluster{}).Where("blueprint_id = ?", b.ID).Pluck("cluster_id", &before).Error; err != nil {
		return fmt.Errorf("attached clusters: %w", err)
	}
	var f fault.Fields
	var rows []BlueprintCluster
	seen := map[string]bool{}
	for i, a := range list {
		c, ok := clusters[a.ClusterID]
		if !ok {
			return fault.Missing("cluster")
		}
		if seen[c.ID] {
			continue
		}
		seen[c.ID] = true
		role := cmp.Or(a.Role, c.Role)
		f.Check(c.State == planner.ClusterApproved || slices.Contains(before, c.ID), fmt.Sprintf("clusters[%d]", i), "%q is not approved. Approve it in the Planner first.", c.Name)
		f.Check(c.Level != planner.LevelPillar, fmt.Sprintf("clusters[%d]", i), "%q is a pillar. Attach its topics and pages.", c.Name)
		f.Check(slices.Contains(planner.Roles(), role), fmt.Sprintf("clusters[%d].role", i), "The role is hub, supporting or attribute.")
		rows = append(rows, BlueprintCluster{ID: database.NewID(), SiteID: b.SiteID, BlueprintID: b.ID, ClusterID: c.ID, Role: role})
	}
	if err := f.Err(); err != nil {
		return err
	}
	if err := tx.Where("blueprint_id = ?", b.ID).Delete(&BlueprintCluster{}).Error; err != nil {
		return fmt.Errorf("detach clusters: %w", err)
	}
	for part := range slices.Chunk(rows, batch) {
		if err := tx.Create(&part).Error; err != nil {
			return fmt.Errorf("attach clusters: %w", err)
		}
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

// Candidates returns the approved clusters of the site that can be attached: topics and pages, largest demand first.
func (s *Service) Candidates(ctx context.Context, siteID string) ([]planner.Cluster, error) {
	var all []planner.Cluster
	err := s.db.Read(ctx).Where("site_id = ? AND state = ? AND level IN ?", siteID, planner.ClusterApproved, []string{planner.LevelTopic, planner.LevelPage}).Find(&all).Error
	if err != nil {
		return nil, fmt.Errorf("candidate clusters: %w", err)
	}
	slices.SortFunc(all, byDemand)
	return all, nil
}

// SuggestClusters returns the page-level clusters with the largest demand, up to limit (0 means 20), and their topics as hubs.
func (s *Service) SuggestClusters(ctx context.Context, siteID string, limit int) ([]Attach, error) {
	candidates, err := s.Candidates(ctx, siteID)
	if err != nil {
		return nil, err
	}
	if limit <= 0 {
		limit = suggested
	}
	topics := map[string]bool{}
	var list []Attach
	for _, c := range candidates {
		if c.Level != planner.LevelPage || len(list) == limit {
			continue
		}
		list = append(list, Attach{ClusterID: c.ID, Role: c.Role})
		if c.ParentID != nil {
			topics[*c.ParentID] = true
		}
	}
	for _, c := range candidates {
		if c.Level == planner.LevelTopic && topics[c.ID] {
			list = append(list, Attach{ClusterID: c.ID, Role: planner.Hub})
		}
	}
	return list, nil
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
