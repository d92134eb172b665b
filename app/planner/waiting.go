package planner

import (
	"context"
	"fmt"
)

// Waiting is what waits for a person's word in a sector.
type Waiting struct {
	Pillars, Topics, Pages int64 // clusters to approve
	Keywords               int64 // in those page clusters
	Weak                   int64 // grouped keywords of the sector whose place is uncertain
}

// Clusters returns how many clusters wait.
func (w Waiting) Clusters() int64 { return w.Pillars + w.Topics + w.Pages }

// Waiting counts what ApproveAll would approve, and the keywords that nobody has looked at.
func (s *Service) Waiting(ctx context.Context, sectorID string) (Waiting, error) {
	var w Waiting
	query, err := s.clusters(ctx, ClusterQuery{SectorID: sectorID, State: ClusterProposed})
	if err != nil {
		return w, err
	}
	var levels []struct {
		Level           string
		Count, Keywords int64
	}
	query = query.Model(&Cluster{}).Select("level, COUNT(*) AS count, CAST(SUM(keyword_count) AS BIGINT) AS keywords").Group("level")
	if err := query.Scan(&levels).Error; err != nil {
		return w, fmt.Errorf("count waiting clusters: %w", err)
	}
	counts := map[string]*int64{LevelPillar: &w.Pillars, LevelTopic: &w.Topics, LevelPage: &w.Pages}
	for _, l := range levels {
		*counts[l.Level] = l.Count
		if l.Level == LevelPage {
			w.Keywords = l.Keywords
		}
	}
	weak := s.db.Read(ctx).Model(&Keyword{}).Where("sector_id = ? AND weak = ? AND state = ?", sectorID, true, KeywordClustered)
	if err := weak.Count(&w.Weak).Error; err != nil {
		return w, fmt.Errorf("count weak keywords: %w", err)
	}
	return w, nil
}
