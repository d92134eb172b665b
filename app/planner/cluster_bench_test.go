package planner_test

import (
	"fmt"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/planner"
	"igny8/app/tenancy"
)

// manyClusters groups the keywords of the sector, ten to a page cluster, ten of those to a topic, twenty topics to a pillar,
// and counts them.
func (w *world) manyClusters() {
	w.Helper()
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		var ids []string
		if err := tx.Model(&planner.Keyword{}).Where("sector_id = ?", w.Sector).Order("id").Pluck("id", &ids).Error; err != nil {
			return err
		}
		var rows []planner.Cluster
		var pillar, topic *string
		made := func(level string, number int, parent *string) *string {
			c := planner.Cluster{
				ID: database.NewID(), SiteID: w.Site, SectorID: w.Sector, ParentID: parent, Level: level,
				Role: planner.Supporting, State: planner.ClusterProposed,
			}
			c.Name = fmt.Sprintf("%s %d", level, number)
			c.NameKey = c.Name
			rows = append(rows, c)
			return &c.ID
		}
		for i := 0; i < len(ids); i += 10 {
			if i%2000 == 0 {
				pillar = made(planner.LevelPillar, i/2000, nil)
			}
			if i%100 == 0 {
				topic = made(planner.LevelTopic, i/100, pillar)
			}
			made(planner.LevelPage, i/10, topic)
		}
		if err := tx.CreateInBatches(&rows, 500).Error; err != nil {
			return err
		}
		at := 0
		for _, c := range rows {
			if c.Level != planner.LevelPage {
				continue
			}
			set := map[string]any{"cluster_id": c.ID, "state": planner.KeywordClustered}
			if err := tx.Model(&planner.Keyword{}).Where("id IN ?", ids[at:min(at+10, len(ids))]).Updates(set).Error; err != nil {
				return err
			}
			at += 10
		}
		return nil
	}))
	if w.db.Postgres() {
		w.must(w.db.Tx(tenancy.System(w.ctx, "test"), func(tx *gorm.DB) error { return tx.Exec("ANALYZE").Error }))
	}
	_, err := w.planner.IncludeKeywords(w.ctx, w.Sector, planner.Selection{Matching: &planner.KeywordQuery{}}) // which counts all clusters
	w.must(err)
}

// clusterLists are the lists of clusters whose pages have to be quick: each order, and each filter.
func clusterLists(w *world) map[string]planner.ClusterQuery {
	w.Helper()
	pillars, err := w.planner.ClusterPage(w.ctx, planner.ClusterQuery{SectorID: w.Sector, Level: planner.LevelPillar, Limit: 1})
	w.must(err)
	lists := map[string]planner.ClusterQuery{
		"under a pillar": {UnderID: pillars.Items[0].ID}, "in a pillar": {ParentID: pillars.Items[0].ID}, "found": {Level: planner.LevelPage, Q: "page 77"},
		"proposed": {Level: planner.LevelPage, State: planner.ClusterProposed}, "approved": {Level: planner.LevelPage, State: planner.ClusterApproved},
		"hubs": {Level: planner.LevelPage, Role: planner.Hub}, "locked": {Level: planner.LevelPage, Locked: p(true)}, "open": {Level: planner.LevelPage, Open: true}, "pillars": {Level: planner.LevelPillar},
	}
	for _, sort := range []string{"demand", "volume", "keywords", "name", "difficulty", "opportunity"} {
		lists["by "+sort] = planner.ClusterQuery{Level: planner.LevelPage, Sort: sort}
		lists["by -"+sort] = planner.ClusterQuery{Level: planner.LevelPage, Sort: "-" + sort}
	}
	for name, q := range lists {
		q.SectorID, q.Limit = w.Sector, 50
		lists[name] = q
	}
	return lists
}

// BenchmarkClusterPages reads pages of the clusters of 100,000 keywords: the first, the one after it, and how many there are
// in all; then the tray and the changes. It prints the milliseconds of each, the quickest of three.
func BenchmarkClusterPages(b *testing.B) {
	w := newWorld(b)
	w.ctx = w.Ctx(accountstest.Owner)
	w.many(100_000)
	w.manyClusters()
	for b.Loop() {
		var slowest time.Duration
		tell := func(name string, times ...time.Duration) {
			line := fmt.Sprintf("%-30s", name)
			for _, t := range times {
				slowest = max(slowest, t)
				line += fmt.Sprintf(" %6.1f", t.Seconds()*1000)
			}
			fmt.Println(line, "ms")
		}
		for name, q := range clusterLists(w) {
			next := q
			first := w.quickest(func() {
				page, err := w.planner.ClusterPage(w.ctx, q)
				w.must(err)
				next.Cursor = page.Next
			})
			second := w.quickest(func() {
				_, err := w.planner.ClusterPage(w.ctx, next)
				w.must(err)
			})
			count := w.quickest(func() {
				_, err := w.planner.CountClusters(w.ctx, q)
				w.must(err)
			})
			tell(name, first, second, count)
		}
		tell("waiting", w.quickest(func() {
			_, err := w.planner.Waiting(w.ctx, w.Sector)
			w.must(err)
		}))
		tell("changes", w.quickest(func() {
			_, err := w.planner.Changes(w.ctx, w.Sector, 50, "")
			w.must(err)
		}))
		b.ReportMetric(slowest.Seconds()*1000, "ms/slowest")
	}
	b.ReportMetric(0, "ns/op")
}

func (w *world) once(fn func()) float64 {
	start := time.Now()
	fn()
	return time.Since(start).Seconds()
}

// BenchmarkChangeOfAll excludes 100,000 keywords at once, takes that back, and approves all their clusters.
func BenchmarkChangeOfAll(b *testing.B) {
	w := newWorld(b)
	w.ctx = w.Ctx(accountstest.Owner)
	w.many(100_000)
	w.manyClusters()
	for b.Loop() {
		everything := planner.Selection{Matching: &planner.KeywordQuery{}}
		b.ReportMetric(w.once(func() {
			_, err := w.planner.ExcludeKeywords(w.ctx, w.Sector, everything)
			w.must(err)
		}), "s/exclude-all")
		b.ReportMetric(w.once(func() { w.undo() }), "s/undo-all")
		b.ReportMetric(w.once(func() { w.must(w.planner.ApproveAll(w.ctx, w.Sector)) }), "s/approve-all")
	}
	b.ReportMetric(0, "ns/op")
}
