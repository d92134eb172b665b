package planner

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// counting brings the clusters of one level up to date with what is under them; %s are the rows, their state and their
// numbers, and the ids of the clusters. What is excluded counts only in what is excluded itself. A topic or pillar is
// proposed while something under it is, then approved, and excluded when all under it is.
const counting = `
UPDATE clusters SET state = s.state, keyword_count = s.keyword_count, volume = s.volume, demand = s.demand,
	difficulty = s.difficulty, opportunity = s.opportunity, updated_at = @now
FROM (
	SELECT id, state, keyword_count, CAST(volume AS BIGINT) AS volume, CAST(demand AS BIGINT) AS demand,
		CAST(ROUND(CAST(difficulty AS NUMERIC), 1) AS DOUBLE PRECISION) AS difficulty, CAST(opportunity AS BIGINT) AS opportunity
	FROM (%s) AS counted
) AS s
WHERE clusters.account_id = @account AND clusters.id = s.id AND (
	clusters.state <> s.state OR clusters.keyword_count <> s.keyword_count
	OR clusters.volume IS DISTINCT FROM s.volume OR clusters.demand IS DISTINCT FROM s.demand
	OR clusters.difficulty IS DISTINCT FROM s.difficulty OR clusters.opportunity IS DISTINCT FROM s.opportunity)`

// countedKeywords is what page clusters are counted from. Difficulties are weighed by demand, and by one for each keyword,
// so that those without demand have a weight too.
const countedKeywords = `
SELECT c.id, c.state, COUNT(k.id) AS keyword_count, SUM(k.volume) AS volume, SUM(k.demand) AS demand,
	SUM(k.difficulty * (COALESCE(k.demand, 0) + 1)) / SUM(CASE WHEN k.difficulty IS NOT NULL THEN COALESCE(k.demand,
		0) + 1 END) AS difficulty,
	SUM(k.opportunity) AS opportunity
FROM clusters AS c
LEFT JOIN keywords AS k ON k.account_id = @account AND k.cluster_id = c.id AND (k.state <> 'excluded' OR c.state = 'excluded')
WHERE c.account_id = @account AND c.sector_id = @sector AND c.level = @level AND c.deleted_at IS NULL AND c.id IN (%s)
GROUP BY c.id, c.state`

// countedClusters is what topics and pillars are counted from.
const countedClusters = `
SELECT id, state,
	CAST(CASE state WHEN 'excluded' THEN all_count ELSE count END AS BIGINT) AS keyword_count,
	CASE state WHEN 'excluded' THEN all_volume ELSE volume END AS volume,
	CASE state WHEN 'excluded' THEN all_demand ELSE demand END AS demand,
	CASE state WHEN 'excluded' THEN all_difficulty ELSE difficulty END AS difficulty,
	CASE state WHEN 'excluded' THEN all_opportunity ELSE opportunity END AS opportunity
FROM (
	SELECT c.id,
		CASE WHEN COUNT(CASE u.state WHEN 'proposed' THEN 1 END) > 0 THEN 'proposed' WHEN COUNT(CASE u.state WHEN 'approved' THEN 1 END) > 0 THEN 'approved'
			WHEN COUNT(u.id) > 0 THEN 'excluded' ELSE c.state END AS state,
		COALESCE(SUM(u.keyword_count), 0) AS all_count, SUM(u.volume) AS all_volume, SUM(u.demand) AS all_demand,
		COALESCE(SUM(CASE WHEN u.state <> 'excluded' THEN u.keyword_count END), 0) AS count,
		SUM(CASE WHEN u.state <> 'excluded' THEN u.volume END) AS volume, SUM(CASE WHEN u.state <> 'excluded' THEN u.demand END) AS demand,
		SUM(u.difficulty * (COALESCE(u.demand, 0) + u.keyword_count))
			/ SUM(CASE WHEN u.difficulty IS NOT NULL THEN COALESCE(u.demand, 0) + u.keyword_count END) AS all_difficulty,
		SUM(CASE WHEN u.state <> 'excluded' THEN u.difficulty * (COALESCE(u.demand, 0) + u.keyword_count) END)
			/ SUM(CASE WHEN u.state <> 'excluded' AND u.difficulty IS NOT NULL THEN COALESCE(u.demand, 0) + u.keyword_count END) AS difficulty,
		SUM(u.opportunity) AS all_opportunity, SUM(CASE WHEN u.state <> 'excluded' THEN u.opportunity END) AS opportunity
	FROM clusters AS c
	LEFT JOIN clusters AS u ON u.account_id = @account AND u.sector_id = @sector AND u.parent_id = c.id AND u.deleted_at IS NULL
	WHERE c.account_id = @account AND c.sector_id = @sector AND c.level = @level AND c.id IN (%s)
	GROUP BY c.id, c.state
) AS under`

// recount counts clusters of the sector again, of whatever level, and everything above them, in one statement for each
// level. It is called with every change of who is in them.
func Recount(tx *gorm.DB, sectorID string, ids ...string) error {
	ids = database.Distinct(ids)
	if len(ids) == 0 {
		return nil
	}
	which := "id IN @ids"
	if len(ids) > batch {
		which = "id = id" // many are not named: counting the whole sector is quicker
	}
	values := map[string]any{"sector": sectorID, "ids": ids}
	return recountWhere(tx, which, values)
}

// recountSubtree is recount for the clusters with the ids and everything under them.
func recountSubtree(tx *gorm.DB, sectorID string, ids []string) error {
	return recountWhere(tx, "id IN @ids OR parent_id IN @ids OR parent_id IN ("+ofSector+"parent_id IN @ids)", map[string]any{"sector": sectorID, "ids": ids})
}

const ofSector = "SELECT id FROM clusters WHERE account_id = @account AND sector_id = @sector AND deleted_at IS NULL AND "

func recountWhere(tx *gorm.DB, which string, values map[string]any) error {
	values["now"] = database.Now()
	for _, level := range []string{LevelPage, LevelTopic, LevelPillar} {
		rows := countedClusters
		if level == LevelPage {
			rows = countedKeywords
		}
		values["level"] = level
		statement := fmt.Sprintf(counting, fmt.Sprintf(rows, ofSector+"level = @level AND ("+which+")"))
		if _, err := tenancy.Run(tx, statement, values); err != nil {
			return fmt.Errorf("count clusters: %w", err)
		}
		which += " OR id IN (SELECT parent_id FROM clusters WHERE account_id = @account AND sector_id = @sector AND deleted_at IS NULL AND (" + which + "))"
	}
	return nil
}

// sum is what the keywords of a cluster in one state, or the children of a cluster in one state, add up to.
type sum struct {
	State       string // of keywords or of clusters: what is excluded is called so in both
	Count       int64
	Volume      *int64
	Demand      *int64
	Opportunity *int64
	weighted    float64 // the difficulties times their weights, see countedKeywords
	weight      float64 // of the known difficulties
}

// weigh returns the sum of one row with its difficulty.
func (s sum) weigh(difficulty *float64) sum {
	if difficulty == nil {
		return s
	}
	s.weight = float64(s.Count)
	if s.Demand != nil {
		s.weight += float64(*s.Demand)
	}
	s.weighted = *difficulty * s.weight
	return s
}

func (s sum) plus(t sum) sum {
	s.Count += t.Count
	s.Volume, s.Demand, s.Opportunity = AddKnown(s.Volume, t.Volume), AddKnown(s.Demand, t.Demand), AddKnown(s.Opportunity, t.Opportunity)
	s.weighted, s.weight = s.weighted+t.weighted, s.weight+t.weight
	return s
}

// difficulty returns the mean, with one decimal.
func (s sum) difficulty() *float64 {
	if s.weight == 0 {
		return nil
	}
	mean := math.Round(s.weighted/s.weight*10) / 10
	return &mean
}

// stateOver returns the state of a topic or pillar over clusters with these sums.
func stateOver(c Cluster, sums []sum) ClusterState {
	for _, state := range ClusterStates() {
		if slices.ContainsFunc(sums, func(s sum) bool { return s.State == string(state) }) {
			return state
		}
	}
	return c.State
}

// totalled returns the cluster with what the sums add up to. What is excluded counts only in what is excluded itself.
func totalled(c Cluster, sums []sum) Cluster {
	var total sum
	for _, s := range sums {
		if s.State != string(ClusterExcluded) || c.State == ClusterExcluded {
			total = total.plus(s)
		}
	}
	c.KeywordCount, c.Volume, c.Demand = total.Count, total.Volume, total.Demand
	c.Difficulty, c.Opportunity = total.difficulty(), total.Opportunity
	return c
}

// AddKnown returns the sum of what is known; nil only when nothing is.
func AddKnown(a, b *int64) *int64 {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	total := *a + *b
	return &total
}

func same[T comparable](a, b *T) bool {
	return a == b || (a != nil && b != nil && *a == *b)
}

func unchanged(a, b Cluster) bool {
	return a.ID == b.ID && str(a.ParentID) == str(b.ParentID) && a.Name == b.Name && a.NameKey == b.NameKey && a.State == b.State &&
		a.KeywordCount == b.KeywordCount && same(a.Volume, b.Volume) && same(a.Demand, b.Demand) &&
		same(a.Difficulty, b.Difficulty) && same(a.Opportunity, b.Opportunity)
}
