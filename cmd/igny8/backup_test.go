package main_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/planner/grouping"
	"igny8/app/publish/renderer"
	"igny8/app/publish/site"
	"igny8/app/writer"
)

// targets are empty installations on each database that the tests have.
func targets(t *testing.T) []*installation {
	t.Helper()
	embedded := &installation{data: t.TempDir()}
	embedded.env = []string{"IGNY8_DATA_DIR=" + embedded.data, "IGNY8_SECRET_KEY=a key of 32 characters for the tests"}
	if os.Getenv(dbtest.Variable) == "" {
		return []*installation{embedded}
	}
	return []*installation{embedded, emptyInstallation(t)}
}

// TestBackupOfARunningInstallation makes archives while people edit, runs charge credits and releases go live. Each archive is of one
// moment: the ledger is exact, each content has its revisions and each release its files. What was under way goes on where it is restored.
func TestBackupOfARunningInstallation(t *testing.T) {
	t.Parallel()
	where := install(t)
	program := start(t, where.env)
	s := signUp(t, program.base, http.DefaultClient)
	s.publishedSite()

	var archives []string
	s.storm(func(writes *atomic.Int64) {
		for n := 0; n < 2 || writes.Load() < 10; n++ {
			name := filepath.Join(t.TempDir(), fmt.Sprintf("%d.tar.gz", n))
			if got := run(t, where.env, "", "backup", name); got.code != 0 || !strings.Contains(got.out, "IGNY8_SECRET_KEY in another place") {
				t.Errorf("backup: %+v", got)
			}
			archives = append(archives, name)
		}
	})
	program.stop()
	for _, name := range archives[len(archives)-2:] {
		for _, target := range targets(t) {
			got := run(t, target.env, "", "restore", name)
			if got.code != 0 || strings.Contains(got.out, "Missing") || !strings.Contains(got.out, "The secret key here is that of the archive") {
				t.Fatalf("restore: %+v", got)
			}
			target.checkRestored(t)
			target.goesOn(t)
		}
	}
}

// storm writes in several ways until fn returns. It tells fn how often.
func (s *script) storm(fn func(writes *atomic.Int64)) {
	s.t.Helper()
	var writes atomic.Int64
	over := make(chan struct{})
	var all sync.WaitGroup
	for _, write := range []func(n int){s.edit, s.group, s.release} {
		all.Go(func() {
			for n := 0; ; n++ {
				select {
				case <-over:
					return
				default:
					write(n)
					writes.Add(1)
				}
			}
		})
	}
	fn(&writes)
	close(over)
	all.Wait()
}

// edit changes a content.
func (s *script) edit(n int) {
	var contents struct{ Items []named }
	s.get("/sites/"+s.site+"/contents", &contents)
	id := contents.Items[0].ID
	var content struct{ Revision int64 }
	s.get("/contents/"+id, &content)
	s.patch("/contents/"+id, map[string]any{"revision": content.Revision, "title": fmt.Sprintf("Birds in %d gardens", n)})
}

// group queues a run that charges credits, on a new sector.
func (s *script) group(n int) {
	var sector named
	s.post("/sites/"+s.site+"/sectors", map[string]any{"name": fmt.Sprintf("Storm %d", n)}, &sector)
	s.upload(sector.ID, "birds.csv", phrases(3, 4))
	s.queue(grouping.AutoCluster, on{"sector_id": sector.ID})
}

// release makes one of the releases live.
func (s *script) release(n int) {
	var releases struct{ Items []named }
	s.get("/sites/"+s.site+"/releases", &releases)
	s.post("/releases/"+releases.Items[n%len(releases.Items)].ID+"/activate", nil, nil)
}

// checkRestored checks what holds at any moment.
func (i *installation) checkRestored(t *testing.T) {
	t.Helper()
	i.look(t, func(ctx context.Context, db *database.DB) error {
		var entries []billing.Entry
		var releases []site.Release
		var contents []writer.Content
		var balance, held, open, revisions int64
		for _, read := range []func() error{
			func() error { return db.Read(ctx).Find(&entries).Error },
			func() error { return db.Read(ctx).Find(&releases).Error },
			func() error { return db.Read(ctx).Find(&contents).Error },
			func() error { return db.Read(ctx).Table("wallets").Pluck("balance", &balance).Error },
			func() error { return db.Read(ctx).Table("wallets").Pluck("held", &held).Error },
			func() error {
				return db.Read(ctx).Table("credit_holds").Where("state = 'open'").Select("COALESCE(SUM(amount), 0)").Scan(&open).Error
			},
			func() error { return db.Read(ctx).Table("revisions").Count(&revisions).Error },
		} {
			if err := read(); err != nil {
				return err
			}
		}
		var wallet, written int64
		movements := map[string]int64{}
		for _, e := range entries {
			movements[e.MovementID] += e.Amount
			if e.Book == "wallet" {
				wallet += e.Amount
			}
		}
		for id, sum := range movements {
			if sum != 0 {
				t.Errorf("the movement %s has the sum %d", id, sum)
			}
		}
		for _, c := range contents {
			written += c.Revision
		}
		if wallet != balance || open != held || written != revisions || len(contents) == 0 || len(releases) == 0 {
			t.Errorf("balance %d of %d, held %d of %d, %d of %d revisions, %d releases", balance, wallet, held, open, revisions, written, len(releases))
		}
		for _, r := range releases {
			root := filepath.Join(i.data, "sites", r.SiteID)
			if err := renderer.Verify(root, r.Build); err != nil {
				t.Errorf("release %d: %v", r.Number, err)
			}
			if live, err := renderer.Live(root); err != nil || live == "" {
				t.Errorf("live: %q %v", live, err)
			}
		}
		return nil
	})
}

// goesOn starts the restored installation: people sign in, and what was under way ends.
func (i *installation) goesOn(t *testing.T) {
	t.Helper()
	program := start(t, i.env)
	s := &script{t: t, base: program.base, client: http.DefaultClient}
	s.checkSignIn()
	var runs struct{ Items []task }
	s.get("/runs?limit=200", &runs)
	if len(runs.Items) < 3 {
		t.Fatalf("%d runs", len(runs.Items))
	}
	for _, r := range runs.Items {
		if r = s.wait(r.ID); r.Phase != "DONE" {
			t.Errorf("run: %+v", r)
		}
	}
	program.stop()
	i.checkRestored(t)
}

// TestBackupOnAFullDisk backs up to a disk that is full, and restores on one.
func TestBackupOnAFullDisk(t *testing.T) {
	t.Parallel()
	where := install(t)
	program := start(t, where.env)
	s := signUp(t, program.base, http.DefaultClient)
	s.sectors(1, phrases(100, 12))
	program.stop()

	if full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0); err == nil {
		c := command(t, where.env, "backup", "-")
		c.Stdout = full
		if err := c.Run(); err == nil || c.ProcessState.ExitCode() != 1 {
			t.Errorf("backup to /dev/full: %v", err)
		}
		_ = full.Close()
	}
	name := filepath.Join(t.TempDir(), "birds.tar.gz")
	if got := run(t, where.env, "", "backup", name); got.code != 0 {
		t.Fatalf("backup: %+v", got)
	}
	disk := smallDisk(t, "32k")
	if got := run(t, where.env, "", "backup", filepath.Join(disk, "birds.tar.gz")); got.code != 1 || !oneLine(got.err, "no space left") {
		t.Errorf("backup: %+v", got)
	}
	left, err := filepath.Glob(filepath.Join(disk, "*.gz*"))
	if err != nil || len(left) != 0 {
		t.Errorf("left: %v %v", left, err)
	}
	larger := smallDisk(t, "2m") // takes the schema and not the rows
	if got := run(t, []string{"IGNY8_DATA_DIR=" + larger}, "", "restore", name); got.code != 1 || !oneLine(got.err, "full") {
		t.Errorf("restore: %+v", got)
	}
}

// oneLine reports whether the text is one line that holds the word.
func oneLine(text, word string) bool {
	return strings.Count(text, "\n") == 1 && strings.Contains(text, word)
}

// TestReleasedDatabasesAreRestored backs up the database of every released version as it is, restores it with the newest program, and
// continues the work.
func TestReleasedDatabasesAreRestored(t *testing.T) {
	t.Parallel()
	kind := "sqlite"
	if os.Getenv(dbtest.Variable) != "" {
		kind = "postgres"
	}
	kept, err := filepath.Glob(released(kind, "*"))
	if err != nil || len(kept) == 0 {
		t.Fatalf("kept databases: %v %v", kept, err)
	}
	for _, file := range kept {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			where := emptyInstallation(t)
			where.load(t, file)
			name := filepath.Join(t.TempDir(), "birds.tar.gz")
			if got := run(t, where.env, "", "backup", name); got.code != 0 || !strings.Contains(got.out, "release 1 of Garden birds") {
				t.Fatalf("backup: %+v", got)
			}
			for _, target := range targets(t) {
				// A database that was only migrated is empty, too, and newer than the archive.
				if got := run(t, target.env, "", "migrate", "up"); got.code != 0 {
					t.Fatalf("migrate: %+v", got)
				}
				if got := run(t, target.env, "", "restore", name); got.code != 0 || !strings.Contains(got.out, "release 1 of Garden birds") {
					t.Fatalf("restore: %+v", got)
				}
				program := start(t, target.env)
				s := &script{t: t, base: program.base, client: http.DefaultClient}
				s.checkStored()
				s.continueWork()
				program.stop()
				if log := program.log.String(); !strings.Contains(log, "files are missing") || !strings.Contains(log, "release 1 of Garden birds") {
					t.Errorf("the log does not say what is missing: %s", log)
				}
			}
		})
	}
}
