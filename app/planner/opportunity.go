package planner

import (
	"cmp"
	"context"
	"fmt"
	"strconv"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/pages"
	"igny8/app/sites"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// KeywordFormula is how the opportunity of a keyword comes about. The database computes it, so that nothing that changes a
// keyword can forget it: the column opportunity of keywords in migrations/00110_planner.sql is this sentence. A fixed
// difficulty stands for one that is not known, and no mean of the sector: else one more file would change the opportunity of
// every keyword that was there before.
const KeywordFormula = "Opportunity = demand × (1 − difficulty ÷ 100). A difficulty that is not known counts as 50. Without demand there is none."

// ClusterFormula is how the opportunity of a cluster comes about, see Opportunity.
const ClusterFormula = "Opportunity = the opportunities of its keywords added up × (1 − coverage). Coverage is that of the furthest page of a page cluster: " +
	"none or proposed 0, planned or briefed 0.25, drafted 0.5, in review or approved 0.75, published 1. A topic or pillar is what its page clusters add up to."

// covers is how much of a page cluster's opportunity a page in the state takes.
var covers = map[pages.State]float64{
	pages.Planned: 0.25, pages.Briefed: 0.25, pages.Drafted: 0.5, pages.InReview: 0.75, pages.Approved: 0.75, pages.Published: 1,
}

// OpportunityWorking returns KeywordFormula with the keyword's numbers.
func (k Keyword) OpportunityWorking() string {
	switch {
	case k.Demand == nil || k.Opportunity == nil:
		return "Its demand is not known, so its opportunity is not either."
	case k.Difficulty == nil:
		return text.Sprintf("%d × (1 − 50 ÷ 100) = %d. Its difficulty is not known.", *k.Demand, *k.Opportunity)
	}
	return text.Sprintf("%d × (1 − %s ÷ 100) = %d", *k.Demand, short(*k.Difficulty), *k.Opportunity)
}

// Opportunity is what a cluster is still worth.
type Opportunity struct {
	Level    string
	Keywords *int64      // what its keywords are worth, nil if unknown
	Covered  int64       // what pages take of it
	Coverage float64     // of a page cluster
	State    pages.State // of the furthest page of a page cluster; empty if it has none that counts
}

// Left returns what is left of it, nil if unknown.
func (o Opportunity) Left() *int64 {
	if o.Keywords == nil {
		return nil
	}
	left := *o.Keywords - o.Covered
	return &left
}

// Working returns ClusterFormula with the cluster's numbers.
func (o Opportunity) Working() string {
	switch {
	case o.Keywords == nil:
		return "The demand of its keywords is not known, so its opportunity is not either."
	case o.Level != LevelPage:
		return text.Sprintf("Its page clusters: %d − %d that pages cover = %d", *o.Keywords, o.Covered, *o.Left())
	case o.State == "":
		return text.Sprintf("Its keywords: %d × (1 − 0) = %d. It has no page yet.", *o.Keywords, *o.Left())
	}
	return text.Sprintf("Its keywords: %d × (1 − %s) = %d. Its furthest page is %s.", *o.Keywords, short(o.Coverage), *o.Left(), o.State)
}

func short(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// Opportunities are those of the clusters, which are of one sector, by their ids. Coverage is looked up when somebody asks:
// pages change without the Planner.
func (s *Service) Opportunities(ctx context.Context, list []Cluster) (map[string]Opportunity, error) {
	found := make(map[string]Opportunity, len(list))
	if len(list) == 0 {
		return found, nil
	}
	covered, err := covering(s.db.Read(ctx), list[0].SectorID)
	if err != nil {
		return nil, err
	}
	for _, c := range list {
		o := covered[c.ID]
		o.Level, o.Keywords = c.Level, c.Opportunity
		found[c.ID] = o
	}
	return found, nil
}

// byOpportunity is a page of the clusters that the query matches, by what is left of their opportunity. Coverage is known
// for few of them (as many as there are pages, and what is above those), so the others come out of the index of the stored
// sums, and the few are put among them.
func byOpportunity(query *gorm.DB, order database.Order, q ClusterQuery) (database.Page[Cluster], error) {
	query = query.Session(&gorm.Session{})
	covered, err := covering(query.Session(&gorm.Session{NewDB: true}), q.SectorID)
	if err != nil {
		return database.Page[Cluster]{}, err
	}
	among := query.Session(&gorm.Session{NewDB: true})
	touched := touchedClusters(among, q.SectorID)
	var few []Cluster
	if err := query.Where("id IN (?)", touched).Find(&few).Error; err != nil {
		return database.Page[Cluster]{}, fmt.Errorf("load clusters with pages: %w", err)
	}
	rest := query.Where("id NOT IN (?)", touched)
	return database.ListAmong(rest, few, order, q.Limit, q.Cursor, func(c Cluster) database.Position {
		o := covered[c.ID]
		o.Keywords = c.Opportunity
		return database.Position{Value: known(o.Left()), ID: c.ID}
	})
}

// touchedClusters selects the ids of the sector's page clusters that a page covers, and of the clusters above those.
func touchedClusters(tx *gorm.DB, sectorID string) *gorm.DB {
	ids := func(column string) *gorm.DB {
		return tx.Session(&gorm.Session{NewDB: true}).Model(&Cluster{}).Select(column).Where("sector_id = ?", sectorID)
	}
	site := tx.Session(&gorm.Session{NewDB: true}).Model(&sites.Sector{}).Select("site_id").Where("id = ?", sectorID)
	served := tx.Session(&gorm.Session{NewDB: true}).Model(&pages.Page{}).Select("cluster_id").
		Where("site_id = (?) AND cluster_id IS NOT NULL AND state IN ?", site, coveringStates())
	leaves := ids("id").Where("level = ? AND id IN (?)", LevelPage, served)
	topics := ids("parent_id").Where("parent_id IS NOT NULL AND level = ? AND id IN (?)", LevelPage, served)
	pillars := ids("parent_id").Where("parent_id IS NOT NULL AND level = ? AND id IN (?)", LevelTopic, topics)
	return ids("id").Where("id IN (?) OR id IN (?) OR id IN (?)", leaves, topics, pillars)
}

func coveringStates() []pages.State {
	return []pages.State{pages.Planned, pages.Briefed, pages.Drafted, pages.InReview, pages.Approved, pages.Published}
}

// coveredClusters are the page clusters of the sector with a page, each with the state of that page and the clusters above it.
const coveredClusters = `
SELECT c.id, c.opportunity, p.state, CASE WHEN c.state <> 'excluded' OR t.state = 'excluded' THEN t.id END AS topic,
	CASE WHEN c.state <> 'excluded' OR l.state = 'excluded' THEN l.id END AS pillar
FROM pages AS p
JOIN clusters AS c ON c.account_id = @account AND c.id = p.cluster_id
LEFT JOIN clusters AS t ON t.account_id = @account AND t.id = c.parent_id
LEFT JOIN clusters AS l ON l.account_id = @account AND l.id = t.parent_id
WHERE p.account_id = @account AND p.site_id = (SELECT site_id FROM sectors WHERE account_id = @account AND id = @sector) AND p.state IN @states AND c.sector_id = @sector AND c.level = 'page'
	AND p.deleted_at IS NULL AND c.deleted_at IS NULL`

// covering is what pages take of the sector's clusters, by cluster: of page clusters with a page, and of what is above
// those. What is excluded was not counted above, so it takes nothing there.
func covering(tx *gorm.DB, sectorID string) (map[string]Opportunity, error) {
	var rows []struct {
		ID            string
		State         pages.State
		Opportunity   *int64
		Topic, Pillar *string
	}
	if err := tenancy.SQL(tx, coveredClusters, map[string]any{"sector": sectorID, "states": coveringStates()}).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("look for covered clusters: %w", err)
	}
	found := map[string]Opportunity{}
	for _, row := range rows {
		before := found[row.ID]
		if covers[row.State] <= before.Coverage {
			continue
		}
		o := Opportunity{State: row.State, Coverage: covers[row.State]}
		o.Covered = int64(float64(*cmp.Or(row.Opportunity, new(int64))) * o.Coverage)
		found[row.ID] = o
		for _, above := range pointed(row.Topic, row.Pillar) {
			sum := found[above]
			sum.Covered += o.Covered - before.Covered
			found[above] = sum
		}
	}
	return found, nil
}
