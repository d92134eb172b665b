package planner

import (
	"context"
	"fmt"

	"gorm.io/gorm"
)

// Node is a cluster with the clusters under it.
type Node struct {
	Cluster
	Children []Node
}

// Tree returns all clusters of the sector as a tree, the greatest demand first on each level.
func (s *Service) Tree(ctx context.Context, sectorID string) ([]Node, error) {
	list, err := s.Clusters(ctx, sectorID, "")
	if err != nil {
		return nil, err
	}
	children := map[string][]Cluster{}
	for _, c := range list {
		children[str(c.ParentID)] = append(children[str(c.ParentID)], c)
	}
	return nodes(children, ""), nil
}

// Branch returns the pillar with its topics, each with its pages; the greatest demand first. Of topics there are at most the limit, and
// pages are left out where topics and pages are more than that.
func (s *Service) Branch(ctx context.Context, pillar Cluster, limit int) (Node, error) {
	topics := s.db.Read(ctx).Model(&Cluster{}).Select("id").Where("sector_id = ? AND parent_id = ?", pillar.SectorID, pillar.ID)
	query := s.db.Read(ctx).Where("sector_id = ? AND (parent_id = ? OR parent_id IN (?))", pillar.SectorID, pillar.ID, topics)
	var list []Cluster
	if err := query.Order("level DESC, (demand IS NULL), demand DESC, id").Limit(limit + 1).Find(&list).Error; err != nil { // topics first
		return Node{}, fmt.Errorf("load branch: %w", err)
	}
	whole := len(list) <= limit
	children := map[string][]Cluster{}
	for _, c := range list[:min(limit, len(list))] {
		if whole || c.Level == LevelTopic {
			children[str(c.ParentID)] = append(children[str(c.ParentID)], c)
		}
	}
	return Node{Cluster: pillar, Children: nodes(children, pillar.ID)}, nil
}

// Inside returns the clusters, which are of one sector, each with the clusters right under it: of all of these together the
// limit, the greatest demand first.
func (s *Service) Inside(ctx context.Context, list []Cluster, limit int) ([]Node, error) {
	if len(list) == 0 {
		return nil, nil
	}
	var below []Cluster
	query := s.db.Read(ctx).Where("sector_id = ? AND parent_id IN ?", list[0].SectorID, idsOf(list))
	if err := query.Order("(demand IS NULL), demand DESC, id").Limit(limit).Find(&below).Error; err != nil {
		return nil, fmt.Errorf("load what is inside: %w", err)
	}
	children := map[string][]Cluster{}
	for _, c := range below {
		children[str(c.ParentID)] = append(children[str(c.ParentID)], c)
	}
	found := make([]Node, len(list))
	for i, c := range list {
		found[i] = Node{Cluster: c, Children: nodes(children, c.ID)}
	}
	return found, nil
}

func nodes(children map[string][]Cluster, parent string) []Node {
	var list []Node
	for _, c := range children[parent] {
		list = append(list, Node{Cluster: c, Children: nodes(children, c.ID)})
	}
	return list
}

// Trail returns the clusters above the cluster, from the top.
func (s *Service) Trail(ctx context.Context, c Cluster) ([]Cluster, error) {
	if c.ParentID == nil {
		return nil, nil
	}
	var trail []Cluster
	grandparents := s.db.Read(ctx).Model(&Cluster{}).Select("parent_id").Where("id = ?", *c.ParentID)
	if err := s.db.Read(ctx).Where("id = ? OR id IN (?)", *c.ParentID, grandparents).Order("level").Find(&trail).Error; err != nil {
		return nil, fmt.Errorf("load clusters above: %w", err)
	}
	return trail, nil // pillar comes before topic in the alphabet too
}

// leaves selects the ids of the page clusters under the topic or pillar: no other clusters hold keywords.
func leaves(tx *gorm.DB, c Cluster) *gorm.DB {
	under := func(parents any) *gorm.DB {
		ids := tx.Session(&gorm.Session{NewDB: true}).Model(&Cluster{}).Select("id")
		return ids.Where("sector_id = ? AND parent_id IN (?)", c.SectorID, parents)
	}
	if c.Level == LevelTopic {
		return under([]string{c.ID})
	}
	return under(under([]string{c.ID}))
}

// subtree selects the ids of the clusters and of all clusters under them.
func subtree(tx *gorm.DB, ids ...string) *gorm.DB {
	fresh := func() *gorm.DB { return tx.Session(&gorm.Session{NewDB: true}).Model(&Cluster{}).Select("id") }
	return fresh().Where("id IN ? OR parent_id IN ? OR parent_id IN (?)", ids, ids, fresh().Where("parent_id IN ?", ids))
}
