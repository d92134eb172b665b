package app_test

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app"
	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/blocks"
	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/pages"
	"igny8/app/runs"
	"igny8/app/sites"
	"igny8/app/tasks"
	"igny8/app/tenancy"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

// BenchmarkQueue lets two processes with workers end built-in runs that wait already: "Propose title and description" of pages.
func BenchmarkQueue(b *testing.B) {
	for _, c := range []struct {
		name                   string
		accounts, sites, pages int
	}{
		{"six accounts with ten sites", 6, 10, 10},
		{"one lane of 1,000", 1, 1, 1000},
	} {
		b.Run(c.name, func(b *testing.B) {
			var took time.Duration
			for b.Loop() {
				b.StopTimer()
				q := newQueue(b)
				for range c.accounts {
					q.account(c.sites, c.pages)
				}
				b.StartTimer()
				took += q.work()
				b.StopTimer()
				q.end()
				b.StartTimer()
			}
			b.ReportMetric(float64(b.N*c.accounts*c.sites*c.pages)/took.Seconds(), "runs/s")
		})
	}
}

// queue is two processes on one database.
type queue struct {
	*testing.B
	processes [2]*app.Services
	name      string
}

func newQueue(b *testing.B) *queue {
	b.Helper()
	q := &queue{B: b, name: "bench-" + rand.Text()}
	db := dbtest.New(b)
	for i := range q.processes {
		c, err := config.FromEnv(func(string) string { return "" })
		q.must(err)
		c.DataDir, c.SitesDir, c.SignupCredits = b.TempDir(), b.TempDir(), -1
		tasks, err := tasks.Open(context.WithoutCancel(b.Context()), tasks.Options{URL: os.Getenv("TEST_REDIS_URL"), Name: q.name})
		q.must(err)
		q.processes[i], err = app.Assemble(c, []byte("a key that is only used by benchmarks"), db, tasks, func(*ai.Options) {})
		q.must(err)
	}
	return q
}

func (q *queue) must(err error) {
	q.Helper()
	if err != nil {
		q.Fatal(err)
	}
}

// account signs up an account with sites of pages, and queues a run for each page.
func (q *queue) account(places, texts int) {
	s := q.processes[0]
	signed, err := s.Accounts.SignUp(q.Context(), accounts.SignUp{
		AccountName: rand.Text(), Name: "Bench", Email: rand.Text() + "@example.com", Password: "correct horse battery", Address: rand.Text(),
	})
	q.must(err)
	ctx := tenancy.With(q.Context(), tenancy.Scope{Account: signed.AccountID, User: signed.UserID})
	for range places {
		place, _, err := s.Sites.Create(ctx, sites.NewSite{Name: "Garden", Domain: rand.Text() + ".example", Language: "en", Market: "US", Type: "blog"})
		q.must(err)
		for i := range texts {
			q.queue(ctx, place.ID, i)
		}
	}
}

func (q *queue) queue(ctx context.Context, siteID string, i int) {
	s, slug := q.processes[0], fmt.Sprintf("hoses-%d", i)
	page := pages.Page{
		ID: database.NewID(), SiteID: siteID, Kind: "article", Origin: "planner", State: pages.Drafted, Path: "/" + slug + "/", Slug: slug,
		Title: "Garden hoses", TargetKeywords: []string{"garden hose"}, NoClusterReason: "a benchmark",
	}
	document, err := blocks.Parse(ctx, []byte(`[{"id":"a","type":"paragraph","text":"A garden hose brings water from the tap to the bed. Short hoses lose less pressure than long ones."}]`))
	q.must(err)
	text := writer.Content{ID: database.NewID(), SiteID: siteID, PageID: page.ID, Title: page.Title, Slug: slug, Blocks: document, State: "draft", Revision: 1}
	q.must(s.DB.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Create(&page).Error; err != nil {
			return err
		}
		return tx.Create(&text).Error
	}))
	payload, err := json.Marshal(map[string]string{"content_id": text.ID})
	q.must(err)
	_, err = s.Engine.RunAITask(ctx, drafting.GenerateMeta, runs.Request{SiteID: siteID, Payload: payload})
	q.must(err)
}

// work starts the workers and returns how long it took until all runs had ended.
func (q *queue) work() time.Duration {
	began := time.Now()
	for _, s := range q.processes {
		q.must(s.Queue.Start())
	}
	all := q.processes[0].DB.Read(tenancy.System(q.Context(), "count the runs of a benchmark")).Model(&runs.Run{})
	for {
		var left int64
		q.must(all.Session(&gorm.Session{}).Where("phase NOT IN ('DONE', 'FAILED', 'CANCELLED')").Count(&left).Error)
		if left == 0 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	took := time.Since(began)
	var other int64
	q.must(all.Session(&gorm.Session{}).Where("phase <> 'DONE'").Count(&other).Error)
	if other > 0 {
		q.Fatalf("%d runs did not end well", other)
	}
	return took
}

func (q *queue) end() {
	for _, s := range q.processes {
		q.must(s.Queue.Shutdown(context.WithoutCancel(q.Context())))
	}
}
