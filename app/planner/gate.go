package planner

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/database"
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

// Summary counts the site's keywords and clusters.
func (s *Service) Summary(ctx context.Context, siteID string) (Summary, error) {
	if _, err := s.sites.Get(ctx, siteID); err != nil {
		return Summary{}, err
	}
	return summarise(s.db.Read(ctx).Where("site_id = ?", siteID))
}

// KeywordsBySite returns how many keywords each site has.
func (s *Service) KeywordsBySite(ctx context.Context) (map[string]int64, error) {
	counts, err := database.CountBy(s.db.Read(ctx).Model(&Keyword{}), "site_id")
	if err != nil {
		return nil, fmt.Errorf("count keywords: %w", err)
	}
	return counts, nil
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
	// The counts that the clusters keep are those of their keywords; counting the keywords again would take as long as there are many.
	var clusters []struct {
		Level           string
		State           ClusterState
		Count, Keywords int64
	}
	err := within.Model(&Cluster{}).Where("state <> ?", ClusterExcluded).
		Select("level, state, COUNT(*) AS count, CAST(SUM(keyword_count) AS BIGINT) AS keywords").Group("level, state").Find(&clusters).Error
	if err != nil {
		return sum, fmt.Errorf("count clusters: %w", err)
	}
	levels := map[string]*int64{LevelPillar: &sum.Pillars, LevelTopic: &sum.Topics, LevelPage: &sum.Pages}
	for _, t := range clusters {
		*levels[t.Level] += t.Count
		if t.State == ClusterProposed {
			sum.Proposed += t.Count
		}
		switch {
		case t.Level == LevelPage && t.State == ClusterApproved:
			sum.ApprovedPages = t.Count
		case t.Level == LevelPage && t.State == ClusterProposed:
			sum.Unapproved = t.Keywords
		}
	}
	return sum, nil
}

func countKeywords(within *gorm.DB, sum *Summary) error {
	var states []struct {
		State KeywordState
		Count int64
	}
	if err := within.Model(&Keyword{}).Select("state, COUNT(*) AS count").Group("state").Find(&states).Error; err != nil {
		return fmt.Errorf("count keywords: %w", err)
	}
	counts := map[KeywordState]*int64{KeywordNew: &sum.New, KeywordClustered: &sum.Clustered, KeywordExcluded: &sum.Excluded}
	for _, t := range states {
		*counts[t.State] = t.Count
		sum.Keywords += t.Count
	}
	return nil
}

// Gate returns the door to the Site Builder: there are keywords, and each is in an approved cluster or excluded. Keywords
// that come after it was passed wait, and turn nothing red.
func (s *Service) Gate(ctx context.Context, siteID string) (gates.Gate, error) {
	return computeGate(s.db.Read(ctx), siteID)
}

// GateOf returns the gate of a site whose summary is known.
func (s *Service) GateOf(ctx context.Context, siteID string, n Summary) (gates.Gate, error) {
	return judge(s.db.Read(ctx), siteID, n)
}

func computeGate(db *gorm.DB, siteID string) (gates.Gate, error) {
	n, err := summarise(db.Where("site_id = ?", siteID))
	if err != nil {
		return gates.Gate{}, err
	}
	return judge(db, siteID, n)
}

func judge(db *gorm.DB, siteID string, n Summary) (gates.Gate, error) {
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
