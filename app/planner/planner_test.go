package planner_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/ai"
	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/exports"
	"igny8/app/planner/grouping"
	"igny8/app/planner/ideas"
	"igny8/app/planner/imports"
	"igny8/app/runs"
	"igny8/app/tasks"
)

// world is the cast with a Planner; ctx is the editor of the site.
type world struct {
	testing.TB
	*accountstest.Cast
	db       *database.DB
	ctx      context.Context
	planner  *planner.Service
	imports  *imports.Service
	grouping *grouping.Service
	ideas    *ideas.Service
	exports  *exports.Service
	pages    *pages.Service
	engine   *ai.Engine
	queue    *tasks.Queue
	start    sync.Once
}

func newWorld(t testing.TB) *world { return newWorldWith(t, ai.Options{}) }

func newWorldWith(t testing.TB, o ai.Options, work ...runs.Options) *world {
	t.Helper()
	w := &world{TB: t, db: dbtest.New(t)}
	ledger := billing.New(w.db, billing.Options{SignupCredits: 1000})
	w.Cast = accountstest.NewCast(t, w.db, func(o *accounts.Options) { o.Granter = ledger })
	w.ctx = w.Ctx(accountstest.Editor)
	queue, err := tasks.Open(t.Context(), tasks.Options{})
	w.must(err)
	w.queue = queue
	t.Cleanup(func() { _ = queue.Shutdown(context.WithoutCancel(t.Context())) })
	engine := runs.New(runs.Needs{DB: w.db, Queue: queue, Billing: ledger}, append(work, runs.Options{})[0])
	w.engine, err = ai.NewEngine(ai.Needs{DB: w.db, Queue: queue, Billing: ledger, Runs: engine}, o)
	w.must(err)
	w.pages = pages.New(w.db, w.Trash)
	w.planner = planner.New(planner.Needs{
		DB: w.db, Trash: w.Trash, Sites: w.Sites, Pages: w.pages,
		Followers: func() []planner.Follower { return []planner.Follower{w.ideas} },
	})
	w.imports = imports.New(imports.Needs{DB: w.db, Sites: w.Sites, Planner: w.planner, Engine: w.engine})
	w.grouping = grouping.New(grouping.Needs{DB: w.db, Planner: w.planner, Engine: w.engine})
	w.ideas = ideas.New(ideas.Needs{DB: w.db, Trash: w.Trash, Sites: w.Sites, Planner: w.planner, Engine: w.engine})
	w.exports = exports.New(exports.Needs{Planner: w.planner, Ideas: w.ideas})
	return w
}

func (w *world) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// refused fails the test unless err is of the kind and its sentence holds the words.
func (w *world) refused(err error, kind fault.Kind, words string) {
	w.Helper()
	if fault.KindOf(err) != kind || !strings.Contains(fault.Sentence(err), words) {
		w.Fatalf("got %v (%s), want %s with %q", err, fault.KindOf(err), kind, words)
	}
}

func file(name string, lines ...string) imports.File {
	return imports.TextFile(name, strings.Join(lines, "\n")+"\n")
}

// importLines reads the lines under the header of an Ahrefs export.
func (w *world) importLines(lines ...string) imports.Import {
	w.Helper()
	im, err := w.imports.ImportFiles(w.ctx, w.Sector, []imports.File{file("k.csv", append([]string{"Keyword,Country,Difficulty,Volume,CPC,Parent Keyword"}, lines...)...)}, false)
	w.must(err)
	return im
}

// keyword is the sector's keyword with the text.
func (w *world) keyword(text string) planner.Keyword {
	w.Helper()
	list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Q: text, Limit: 200})
	w.must(err)
	for _, k := range list.Items {
		if k.Text == text {
			return k
		}
	}
	w.Fatalf("there is no keyword %q", text)
	return planner.Keyword{}
}

// tree plants pillar "dogs" > topics "food" and "training" > three pages with two keywords each.
func (w *world) tree() map[string]planner.Cluster {
	w.Helper()
	w.importLines("puppy food,us,10,500,,", "best puppy food,us,20,100,,", "raw dog food,us,,,,", "raw food for dogs,us,,,,", "crate training,us,30,900,,", "how to crate train,us,31,200,,")
	planted := map[string]planner.Cluster{}
	for _, c := range []struct {
		level, name, parent string
		keywords            []string
	}{
		{planner.LevelPillar, "dogs", "", nil},
		{planner.LevelTopic, "food", "dogs", nil},
		{planner.LevelTopic, "training", "dogs", nil},
		{planner.LevelPage, "puppy food", "food", []string{"puppy food", "best puppy food"}},
		{planner.LevelPage, "raw dog food", "food", []string{"raw dog food", "raw food for dogs"}},
		{planner.LevelPage, "crate training", "training", []string{"crate training", "how to crate train"}},
	} {
		row := planner.Cluster{
			ID: database.NewID(), SiteID: w.Site, SectorID: w.Sector, Level: c.level, Name: c.name, NameKey: c.name,
			Role: planner.Supporting, State: planner.ClusterProposed,
		}
		if c.parent != "" {
			id := planted[c.parent].ID
			row.ParentID = &id
		}
		w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error { return tx.Create(&row).Error }))
		planted[c.name] = row
		var ids []string
		for _, text := range c.keywords {
			ids = append(ids, w.keyword(text).ID)
		}
		if len(ids) > 0 {
			w.move(row.ID, ids)
		}
	}
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		return tx.Model(&planner.Keyword{}).Where("sector_id = ?", w.Sector).Update("pinned", false).Error
	}))
	for name := range planted {
		planted[name] = w.cluster(planted[name].ID)
	}
	return planted
}

func (w *world) cluster(id string) planner.Cluster {
	w.Helper()
	c, err := w.planner.Cluster(w.ctx, id)
	w.must(err)
	return c
}

func named(ids ...string) planner.Selection { return planner.Selection{IDs: ids} }

func (w *world) move(clusterID string, ids []string) {
	w.Helper()
	_, err := w.planner.MoveKeywords(w.ctx, named(ids...), clusterID)
	w.must(err)
}

func (w *world) exclude(ids []string) {
	w.Helper()
	_, err := w.planner.ExcludeKeywords(w.ctx, w.Sector, named(ids...))
	w.must(err)
}

func p[T any](v T) *T { return &v }

func value[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

func TestTheOtherAccountSeesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	k := w.keyword("puppy food")
	im, err := w.imports.ImportPage(w.ctx, w.Sector, 100, "")
	w.must(err)
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	idea := w.generateIdeas("puppy food")[0]
	page, food := c["puppy food"].ID, c["food"].ID

	for _, person := range []accountstest.Person{accountstest.Stranger, accountstest.Newcomer} {
		ctx := w.Ctx(person)
		for name, call := range map[string]func() error{
			"Import": func() error {
				_, err := w.imports.ImportFiles(ctx, w.Sector, []imports.File{file("k.csv", "Keyword", "x")}, false)
				return err
			},
			"ImportPage":   func() error { _, err := w.imports.ImportPage(ctx, w.Sector, 100, ""); return err },
			"ImportReport": func() error { _, err := w.imports.ImportReport(ctx, im.Items[0].ID); return err },
			"Keywords":     func() error { _, err := w.planner.Keywords(ctx, planner.KeywordQuery{SectorID: w.Sector}); return err },
			"Keyword":      func() error { _, err := w.planner.Keyword(ctx, k.ID); return err },
			"UpdateKeyword": func() error {
				_, err := w.planner.UpdateKeyword(ctx, k.ID, planner.KeywordChange{State: p(planner.KeywordExcluded)})
				return err
			},
			"DeleteKeyword": func() error { return w.planner.DeleteKeyword(ctx, k.ID) },
			"MoveKeywords": func() error {
				_, err := w.planner.MoveKeywords(ctx, named(k.ID), page)
				return err
			},
			"Exclude": func() error {
				_, err := w.planner.ExcludeKeywords(ctx, w.Sector, named(k.ID))
				return err
			},
			"Include": func() error {
				_, err := w.planner.IncludeKeywords(ctx, w.Sector, planner.Selection{Matching: &planner.KeywordQuery{}})
				return err
			},
			"Pin": func() error {
				_, err := w.planner.PinKeywords(ctx, w.Sector, named(k.ID), true)
				return err
			},
			"DecideClusters": func() error {
				_, err := w.planner.DecideClusters(ctx, w.Sector, clusters(page), planner.Decision{State: p(planner.ClusterApproved)})
				return err
			},
			"CountKeywords": func() error {
				_, err := w.planner.CountKeywords(ctx, planner.KeywordQuery{SectorID: w.Sector})
				return err
			},
			"HasKeywords": func() error {
				_, err := w.planner.HasKeywords(ctx, planner.KeywordQuery{SectorID: w.Sector})
				return err
			},
			"Clusters": func() error { _, err := w.planner.Clusters(ctx, w.Sector, ""); return err },
			"ClusterPage": func() error {
				_, err := w.planner.ClusterPage(ctx, planner.ClusterQuery{SectorID: w.Sector})
				return err
			},
			"Tree":    func() error { _, err := w.planner.Tree(ctx, w.Sector); return err },
			"Cluster": func() error { _, err := w.planner.Cluster(ctx, page); return err },
			"UpdateCluster": func() error {
				_, err := w.planner.UpdateCluster(ctx, page, planner.ClusterChange{Name: p("mine")})
				return err
			},
			"Merge":         func() error { _, err := w.planner.Merge(ctx, page, c["raw dog food"].ID); return err },
			"Split":         func() error { _, err := w.planner.Split(ctx, page, []string{k.ID}, "mine"); return err },
			"Approve":       func() error { _, err := w.planner.Approve(ctx, food); return err },
			"ApproveAll":    func() error { return w.planner.ApproveAll(ctx, w.Sector) },
			"StartClusters": func() error { _, err := w.grouping.StartClustering(ctx, w.Sector, ""); return err },
			"StartIdeas":    func() error { _, err := w.ideas.StartIdeas(ctx, w.Sector, []string{page}); return err },
			"Ideas":         func() error { _, err := w.ideas.Ideas(ctx, ideas.IdeaQuery{SectorID: w.Sector}); return err },
			"IdeasOfSite":   func() error { _, err := w.ideas.Ideas(ctx, ideas.IdeaQuery{SiteID: w.Site}); return err },
			"Idea":          func() error { _, err := w.ideas.Idea(ctx, idea.ID); return err },
			"UpdateIdea": func() error {
				_, err := w.ideas.UpdateIdea(ctx, idea.ID, ideas.IdeaChange{Title: p("mine")})
				return err
			},
			"AcceptIdeas": func() error {
				return w.db.Tx(ctx, func(tx *gorm.DB) error { return ideas.AcceptIdeas(tx, []ideas.Idea{idea}) })
			},
			"Summary":       func() error { _, err := w.planner.Summary(ctx, w.Site); return err },
			"Gate":          func() error { _, err := w.planner.Gate(ctx, w.Site); return err },
			"SectorSummary": func() error { _, err := w.planner.SectorSummary(ctx, w.Sector); return err },
			"ClustersNamed": func() error {
				_, err := w.planner.ClustersNamed(ctx, w.Sector, planner.LevelPage, "puppy food")
				return err
			},
			"Export": func() error {
				return w.exports.Export(ctx, exports.Export{
					What: exports.Keywords, Format: exports.CSV,
					Keywords: planner.KeywordQuery{SectorID: w.Sector},
				}, &bytes.Buffer{})
			},
		} {
			if err := call(); fault.KindOf(err) != fault.NotFound {
				t.Errorf("%s by %s: got %v, want not found", name, person, err)
			}
		}
	}
	seen, err := w.planner.ClustersByID(w.Foreign, []string{page, food})
	w.must(err)
	trail, err := w.planner.Trail(w.Foreign, c["puppy food"])
	w.must(err)
	branch, err := w.planner.Branch(w.Foreign, c["dogs"], 10)
	w.must(err)
	if len(seen)+len(trail)+len(branch.Children) > 0 {
		t.Errorf("a stranger sees %v, %v and %v", seen, trail, branch.Children)
	}
	// Own things cannot be moved into those of others, nor others' into own.
	_, err = w.planner.MoveKeywords(w.Foreign, named(k.ID), page)
	w.refused(err, fault.NotFound, "cluster")
	_, err = w.planner.ExcludeKeywords(w.Foreign, w.ForeignSector, named(k.ID))
	w.refused(err, fault.NotFound, "keyword")
	_, err = w.planner.DecideClusters(w.Foreign, w.ForeignSector, clusters(page), planner.Decision{Locked: p(true)})
	w.refused(err, fault.NotFound, "cluster")
	if after := w.cluster(page); after.KeywordCount != 2 || after.Name != "puppy food" {
		t.Fatalf("a stranger changed the cluster: %+v", after)
	}
}

func TestDeletingASiteTakesEverythingOfIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	w.generateIdeas("puppy food")
	w.must(w.DeleteSite(w.Ctx(accountstest.Owner), w.Site))
	_, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector})
	w.refused(err, fault.NotFound, "sector")
	w.must(w.Trash.PurgeBefore(t.Context(), database.Now().Add(time.Minute)))
	var left int64
	w.must(w.db.Read(w.Ctx(accountstest.Owner)).Model(&planner.Keyword{}).Count(&left).Error)
	if left != 0 {
		t.Fatalf("%d keywords are left", left)
	}
}

// generateIdeas runs generate_ideas on the named clusters, which must be approved, and returns their ideas, the greatest demand first.
func (w *world) generateIdeas(names ...string) []ideas.Idea {
	w.Helper()
	clusters, err := w.planner.Clusters(w.ctx, w.Sector, planner.LevelPage)
	w.must(err)
	var ids []string
	for _, c := range clusters {
		if slices.Contains(names, c.Name) {
			ids = append(ids, c.ID)
		}
	}
	run, err := w.ideas.StartIdeas(w.ctx, w.Sector, ids)
	w.must(err)
	w.await(run)
	list, err := w.ideas.Ideas(w.ctx, ideas.IdeaQuery{SectorID: w.Sector})
	w.must(err)
	return slices.DeleteFunc(list.Items, func(i ideas.Idea) bool { return len(ids) > 0 && !slices.Contains(ids, i.ClusterID) })
}

// await lets the workers finish the run.
func (w *world) await(run runs.Run) runs.Run {
	w.Helper()
	w.start.Do(func() { w.must(w.queue.Start()) })
	run, err := w.engine.Wait(w.ctx, run.ID)
	w.must(err)
	if run.Phase != runs.PhaseDone {
		w.Fatalf("the run ended %s: %s", run.Phase, run.Message)
	}
	return run
}
