package planner_test

import (
	"fmt"
	"net/url"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/planner"
	"igny8/app/planner/imports"
	"igny8/app/tenancy"
)

// pageLists are the lists of keywords whose pages have to be quick: each order, and each filter.
var pageLists = []string{
	"", "sort=volume", "sort=-difficulty", "sort=difficulty", "sort=-opportunity", "sort=opportunity", "sort=keyword", "sort=-keyword",
	"state=new", "state=excluded", "q=lanter", "q=zzz", "q=lanter+ock&match=words", "intent=informational", "intent=unknown", "intent_by=file", "intent_by=hand",
	"evidence=shared_words", "weak=yes", "weak=no", "pinned=yes", "volume=unknown", "volume_min=80000", "volume_max=10", "difficulty_min=99", "difficulty_max=2", "question=yes",
	"state=new&sort=-opportunity", "q=lanter&sort=keyword", "weak=yes&sort=-difficulty", "volume_min=1000&difficulty_max=30&sort=-opportunity",
}

// BenchmarkKeywordPages reads pages of a list of 100,000 keywords: the first, the one after it, and how many there are in
// all. It prints the milliseconds of each, the quickest of three.
func BenchmarkKeywordPages(b *testing.B) {
	w := newWorld(b)
	w.many(100_000)
	for b.Loop() {
		var slowest time.Duration
		for _, list := range pageLists {
			parameters, err := url.ParseQuery(list)
			w.must(err)
			q, err := planner.KeywordQueryOf(w.Sector, parameters.Get)
			w.must(err)
			q.Limit = 50
			count := w.quickest(func() {
				q.Matches, err = w.planner.CountKeywords(w.ctx, q)
				w.must(err)
			})
			next := q
			first := w.quickest(func() {
				page, err := w.planner.Keywords(w.ctx, q)
				w.must(err)
				next.Cursor = page.Next
			})
			second := w.quickest(func() {
				_, err := w.planner.Keywords(w.ctx, next)
				w.must(err)
			})
			slowest = max(slowest, first, second, count)
			fmt.Printf("%-60s %6.1f %6.1f %6.1f ms\n", list, first.Seconds()*1000, second.Seconds()*1000, count.Seconds()*1000)
		}
		b.ReportMetric(slowest.Seconds()*1000, "ms/slowest")
	}
	b.ReportMetric(0, "ns/op")
}

func (w *world) quickest(fn func()) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		fn()
		best = min(best, time.Since(start))
	}
	return best
}

// many fills the sector with invented keywords, a tenth of them weak, each hundredth pinned.
func (w *world) many(rows int) {
	w.Helper()
	_, err := w.imports.ImportFiles(w.ctx, w.Sector, []imports.File{imports.TextFile("invented.csv", inventedExport(rows))}, false)
	w.must(err)
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		for column, part := range map[string]string{"weak": "%7", "pinned": "%77"} {
			if err := tx.Model(&planner.Keyword{}).Where("sector_id = ? AND id LIKE ?", w.Sector, part).Update(column, true).Error; err != nil {
				return err
			}
		}
		return nil
	}))
	if w.db.Postgres() {
		system := tenancy.System(w.ctx, "test")
		w.must(w.db.Tx(system, func(tx *gorm.DB) error { return tx.Exec("ANALYZE keywords").Error }))
	}
}
