package planner

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/gates"
	"igny8/app/sites"
	"igny8/app/text"
)

// Summary is what the Planner of a site or of a sector holds.
type Summary struct {
	Keywords, New, Clustered, Excluded int64
	Unapproved                         int64 // clustered keywords whose page cluster is not approved
	Pillars, Topics, Pages             int64 // excluded clusters are not counted
	ApprovedPages                      int64
	Proposed                           int64 // clusters of any level that wait for approval
}

// clusterTally is how many clusters of a level are in a state.
type clusterTally struct {
	Level string
	State ClusterState
	Count int64
}

// keywordTally is how many keywords are in a state.
type keywordTally struct {
	State KeywordState
	Count int64
}

// Summary counts the site's keywords and clusters.
func (s *Service) Summary(ctx context.Context, siteID string) (Summary, error) {
	if _, err := s.sites.Get(ctx, siteID); err != nil {
		return Summary{}, err
	}
	return summarise(s.db.Read(ctx).Where("site_id = ?", siteID))
}

// SectorSummary counts the sector's keywords and clusters.
func (s *Service) SectorSummary(ctx context.Context, sectorID string) (Summary, error) {
	sector, err := s.sites.Sector(ctx, sectorID)
	if err != nil {
		return Summary{}, err
	}
	return summarise(s.db.Read(ctx).Where("site_id = ? AND sector_id = ?", sector.SiteID, sector.ID))
}

func summarise(within *gorm.DB) (Summary, error) {
	within = within.Session(&gorm.Session{})
	var sum Summary
	if err := countKeywords(within, &sum); err != nil {
		return sum, err
	}
	var clusters []clusterTally
	err := within.Model(&Cluster{}).Where("state <> ?", ClusterExcluded).Select("level, state, COUNT(*) AS count").Group("level, state").Find(&clusters).Error
	if err != nil {
		return sum, fmt.Errorf("count clusters: %w", err)
	}
	levels := map[string]*int64{LevelPillar: &sum.Pillars, LevelTopic: &sum.Topics, LevelPage: &sum.Pages}
	for _, t := range clusters {
		*levels[t.Level] += t.Count
		if t.State == ClusterProposed {
			sum.Proposed += t.Count
		}
		if t.Level == LevelPage && t.State == ClusterApproved {
			sum.ApprovedPages = t.Count
		}
	}
	return sum, nil
}

func countKeywords(within *gorm.DB, sum *Summary) error {
	var states []keywordTally
	if err := within.Model(&Keyword{}).Select("state, COUNT(*) AS count").Group("state").Find(&states).Error; err != nil {
		return fmt.Errorf("count keywords: %w", err)
	}
	counts := map[KeywordState]*int64{KeywordNew: &sum.New, KeywordClustered: &sum.Clustered, KeywordExcluded: &sum.Excluded}
	for _, t := range states {
		*counts[t.State] = t.Count
		sum.Keywords += t.Count
	}
	// The counts that the clusters keep are those of their keywords; counting the keywords again would take as long as there are many.
	waiting := within.Model(&Cluster{}).Where("level = ? AND state = ?", LevelPage, ClusterProposed)
	if err := waiting.Select("COALESCE(SUM(keyword_count), 0)").Scan(&sum.Unapproved).Error; err != nil {
		return fmt.Errorf("count unapproved keywords: %w", err)
	}
	return nil
}

// Gate returns the door to the Site Builder: there are keywords, and each is in an approved cluster or excluded. Keywords
// that come after it was passed wait, and turn nothing red.
func (s *Service) Gate(ctx context.Context, siteID string) (gates.Gate, error) {
	return computeGate(s.db.Read(ctx), siteID)
}

func computeGate(db *gorm.DB, siteID string) (gates.Gate, error) {
	var n Summary
	if err := countKeywords(db.Where("site_id = ?", siteID).Session(&gorm.Session{}), &n); err != nil {
		return gates.Gate{}, err
	}
	g, err := sites.Judge(db, siteID, gates.Planner, checks(siteID, n)...)
	return g.Settled(), err
}

// SetStage stores what the gates say that keywords, clusters and the pages of ideas decide about: the Planner's own and the Site Builder's.
func (s *Service) SetStage(tx *gorm.DB, siteID string) error {
	return s.sites.SetStage(tx, siteID, gates.Planner, gates.Builder)
}

func checks(siteID string, n Summary) []gates.Check {
	at := func(s gates.Screen) gates.Where { return gates.Where{Site: siteID, Screen: s} }
	imported := gates.Check{Key: "imported", Label: "Keywords are imported.", Where: at(gates.PlannerImport), OK: n.Keywords > 0}
	if !imported.OK {
		imported.Reason = "No keywords have been imported yet."
	}
	grouped := gates.Check{
		Key: "grouped", Label: "Every keyword is in a cluster or excluded.", OK: n.Keywords > 0 && n.New == 0,
		Where: gates.Where{Site: siteID, Screen: gates.PlannerKeywords, State: string(KeywordNew)},
	}
	switch {
	case n.Keywords == 0:
		grouped.Reason = "There is nothing to group yet."
	case n.New > 0:
		grouped.Reason = text.Count(n.New, "keyword is", "keywords are") + " in no cluster yet."
	}
	approved := gates.Check{
		Key: "approved", Label: "Every cluster with keywords is approved or excluded.", Where: at(gates.PlannerClusters),
		OK: n.Clustered > 0 && n.Unapproved == 0, CanWaive: true,
	}
	switch {
	case n.Clustered == 0:
		approved.Reason = "No cluster with keywords is approved yet."
	case n.Unapproved > 0:
		approved.Reason = text.Count(n.Unapproved, "keyword is", "keywords are") + " in clusters that are not approved yet."
	}
	return []gates.Check{imported, grouped, approved}
}
