package planner

import (
	"context"
	"fmt"

	"igny8/app/gates"
)

// Summary is what the Planner of a site holds.
type Summary struct {
	Keywords, New, Clustered, Excluded int64
	Unapproved                         int64 // clustered keywords whose page cluster is not approved
	Pillars, Topics, Pages             int64 // excluded clusters are not counted
	ApprovedPages                      int64
	Ideas, AcceptedIdeas               int64 // rejected ideas are not counted
}

// tally is how many rows of a kind are in a state.
type tally struct {
	Level string
	State string
	Count int64
}

// Summary counts the site's keywords, clusters and ideas.
func (s *Service) Summary(ctx context.Context, siteID string) (Summary, error) {
	var sum Summary
	if _, err := s.sites.Get(ctx, siteID); err != nil {
		return sum, err
	}
	if err := s.countKeywords(ctx, siteID, &sum); err != nil {
		return sum, err
	}
	var clusters, ideas []tally
	err := s.db.Read(ctx).Model(&Cluster{}).Where("site_id = ? AND state <> ?", siteID, Excluded).
		Select("level, state, COUNT(*) AS count").Group("level, state").Find(&clusters).Error
	if err != nil {
		return sum, fmt.Errorf("count clusters: %w", err)
	}
	levels := map[string]*int64{Pillar: &sum.Pillars, Topic: &sum.Topics, Page: &sum.Pages}
	for _, t := range clusters {
		*levels[t.Level] += t.Count
		if t.Level == Page && t.State == Approved {
			sum.ApprovedPages = t.Count
		}
	}
	err = s.db.Read(ctx).Model(&Idea{}).Where("site_id = ? AND state <> ?", siteID, IdeaRejected).
		Select("state, COUNT(*) AS count").Group("state").Find(&ideas).Error
	if err != nil {
		return sum, fmt.Errorf("count ideas: %w", err)
	}
	for _, t := range ideas {
		sum.Ideas += t.Count
		if t.State == IdeaAccepted {
			sum.AcceptedIdeas = t.Count
		}
	}
	return sum, nil
}

func (s *Service) countKeywords(ctx context.Context, siteID string, sum *Summary) error {
	var states []tally
	err := s.db.Read(ctx).Model(&Keyword{}).Where("site_id = ?", siteID).Select("state, COUNT(*) AS count").Group("state").Find(&states).Error
	if err != nil {
		return fmt.Errorf("count keywords: %w", err)
	}
	counts := map[string]*int64{KeywordNew: &sum.New, KeywordClustered: &sum.Clustered, KeywordExcluded: &sum.Excluded}
	for _, t := range states {
		*counts[t.State] = t.Count
		sum.Keywords += t.Count
	}
	// The counts that the clusters keep are those of their keywords; counting the keywords again would take as long as there are many.
	waiting := s.db.Read(ctx).Model(&Cluster{}).Where("site_id = ? AND level = ? AND state = ?", siteID, Page, Proposed)
	if err := waiting.Select("COALESCE(SUM(keyword_count), 0)").Scan(&sum.Unapproved).Error; err != nil {
		return fmt.Errorf("count unapproved keywords: %w", err)
	}
	return nil
}

// Gate is the door to the Site Builder: there are keywords, and each is in an approved cluster or excluded.
func (s *Service) Gate(ctx context.Context, siteID string) (gates.Gate, error) {
	if _, err := s.sites.Get(ctx, siteID); err != nil {
		return gates.Gate{}, err
	}
	var n Summary
	if err := s.countKeywords(ctx, siteID, &n); err != nil {
		return gates.Gate{}, err
	}
	return s.sites.Judge(ctx, siteID, gates.Planner, checks(siteID, n)...)
}

func checks(siteID string, n Summary) []gates.Check {
	link := "/app/sites/" + siteID + "/planner"
	imported := gates.Check{Key: "imported", Label: "Keywords are imported.", Link: link + "/import", OK: n.Keywords > 0}
	if !imported.OK {
		imported.Reason = "No keywords have been imported yet."
	}
	grouped := gates.Check{Key: "grouped", Label: "Every keyword is in a cluster or excluded.", Link: link + "/keywords?state=new", OK: n.Keywords > 0 && n.New == 0}
	switch {
	case n.Keywords == 0:
		grouped.Reason = "There is nothing to group yet."
	case n.New > 0:
		grouped.Reason = counted(n.New, "keyword is", "keywords are") + " in no cluster yet."
	}
	approved := gates.Check{
		Key: "approved", Label: "Every cluster with keywords is approved or excluded.", Link: link + "/clusters",
		OK: n.Clustered > 0 && n.Unapproved == 0, CanWaive: true,
	}
	switch {
	case n.Clustered == 0:
		approved.Reason = "No cluster with keywords is approved yet."
	case n.Unapproved > 0:
		approved.Reason = counted(n.Unapproved, "keyword is", "keywords are") + " in clusters that are not approved yet."
	}
	return []gates.Check{imported, grouped, approved}
}

// counted is the number with the word that goes with it.
func counted(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
