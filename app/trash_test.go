package app_test

import (
	"bytes"
	"context"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/images"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/tenancy"
	"igny8/app/writer"
)

// bin is a site with rows of every kind, which go into the trash and come back.
type bin struct {
	*apptest.World
	*testing.T
	things apptest.Things
	owner  context.Context
	folder string
}

func newBin(t *testing.T) *bin {
	t.Helper()
	b := &bin{T: t}
	b.World = apptest.New(t, func(c *config.Config) { b.folder = c.DataDir })
	b.owner = b.Ctx(accountstest.Owner)
	b.things = b.Furnish()
	return b
}

func (b *bin) must(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

func (b *bin) refused(what string, err error, kind fault.Kind, words string) {
	b.Helper()
	if fault.KindOf(err) != kind || !strings.Contains(fault.Sentence(err), words) {
		b.Errorf("%s: got %v (%s), want %s with %q", what, err, fault.KindOf(err), kind, words)
	}
}

// restore restores the row after checking that the other account cannot see it.
func (b *bin) restore(noun, id string) {
	b.Helper()
	b.stranger(noun, id)
	_, err := b.Services.Trash.Restore(b.owner, noun, id)
	b.must(err)
	left, err := b.Services.Trash.Items(b.owner, noun, 0, "")
	b.must(err)
	if len(left.Items) > 0 {
		b.Errorf("after the %s came back the trash has %+v", noun, left.Items)
	}
}

func (b *bin) stranger(noun, id string) {
	b.Helper()
	_, err := b.Services.Trash.Restore(b.Foreign, noun, id)
	b.refused("restored by the other account", err, fault.NotFound, "")
	list, err := b.Services.Trash.Items(b.Foreign, "", 0, "")
	b.must(err)
	if len(list.Items) > 0 {
		b.Errorf("the other account sees %+v", list.Items)
	}
	own, err := b.Services.Trash.Items(b.owner, noun, 0, "")
	b.must(err)
	if len(own.Items) != 1 || own.Items[0].RowID != id || own.Items[0].TrashedBy != tenancy.User(b.owner) || own.Items[0].Name == "" {
		b.Errorf("the trash has %+v, want the %s %s", own.Items, noun, id)
	}
}

// purge purges everything in the trash and checks that the row of the model is gone.
func (b *bin) purge(model any, id string) {
	b.Helper()
	b.must(b.Services.Trash.PurgeBefore(context.Background(), database.Now().Add(-history.TrashKeeps)))
	if b.rows(model, id) != 1 {
		b.Errorf("%T was purged before its time", model)
	}
	b.must(b.Services.Trash.PurgeBefore(context.Background(), database.Now().Add(time.Minute)))
	if b.rows(model, id) != 0 {
		b.Errorf("%T is not purged", model)
	}
	_, err := b.Services.Trash.Restore(b.owner, "page", id)
	b.refused("restored after the purge", err, fault.NotFound, "")
}

// rows counts the rows with the id, including those in the trash.
func (b *bin) rows(model any, id string) (n int64) {
	b.Helper()
	b.must(tenancy.WithTrash(b.DB.Read(b.owner)).Model(model).Where("id = ?", id).Count(&n).Error)
	return n
}

// files returns the names of the picture files.
func (b *bin) files() (names []string) {
	b.Helper()
	b.must(filepath.WalkDir(filepath.Join(b.folder, "images"), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, path)
		}
		return err
	}))
	return names
}

func (b *bin) content() writer.Content {
	b.Helper()
	c, err := b.Writer.Content(b.owner, b.things.Content)
	b.must(err)
	return c
}

func (b *bin) page() pages.Page {
	b.Helper()
	p, err := b.Services.Pages.Get(b.owner, b.content().PageID)
	b.must(err)
	return p
}

// stages fails unless the stored stages match the gates.
func (b *bin) stages() {
	b.Helper()
	h := &siteHistory{World: b.World, t: b.T, ctx: b.owner, site: b.things.Site, sector: b.things.Sector}
	if problem := h.compare(); problem != "" {
		b.Error(problem)
	}
}

func TestTrashTakesAContent(t *testing.T) {
	t.Parallel()
	b := newBin(t)
	was, page := b.content(), b.page()
	b.refused("deleted by the other account", b.Writer.DeleteContent(b.Foreign, was.ID), fault.NotFound, "content")
	tally, err := b.Writer.Tally(b.owner, b.things.Site)
	b.must(err)

	b.must(b.Writer.DeleteContent(b.owner, was.ID))
	b.refused("deleted twice", b.Writer.DeleteContent(b.owner, was.ID), fault.NotFound, "content")
	_, err = b.Writer.Content(b.owner, was.ID)
	b.refused("read", err, fault.NotFound, "content")
	after, err := b.Writer.Tally(b.owner, b.things.Site)
	b.must(err)
	if after.Contents != tally.Contents-1 || after.Approved != tally.Approved-1 {
		t.Errorf("counted %+v after %+v", after, tally)
	}
	publishable, err := b.Writer.Publishable(b.owner, b.things.Site)
	b.must(err)
	drafts, err := b.Writer.Drafts(b.owner, b.things.Site)
	b.must(err)
	for _, p := range slices.Concat(publishable, drafts) {
		if p.Content.ID == was.ID {
			t.Error("it would be published")
		}
	}
	if p, err := b.Services.Pages.Get(b.owner, page.ID); err != nil || p.State != pages.Briefed {
		t.Errorf("its page is %s, %v; want one that waits for a text", p.State, err)
	}
	if task, err := b.Writer.Task(b.owner, *was.TaskID); err != nil || task.State != writer.TaskOpen {
		t.Errorf("its task is %s, %v; want an open one", task.State, err)
	}
	g, err := b.Publish.Gate(b.owner, b.things.Site)
	b.must(err)
	if !strings.Contains(g.Missing(), "1 page is live as it was") {
		t.Errorf("the last gate says %q", g.Missing())
	}
	b.stages()

	b.restore("content", was.ID)
	if c := b.content(); c.State != was.State || c.Slug != was.Slug || c.DeletedAt != nil {
		t.Errorf("came back as %+v, was %+v", c, was)
	}
	if p := b.page(); p.State != page.State || p.Path != page.Path {
		t.Errorf("its page is %s at %s, was %s at %s", p.State, p.Path, page.State, page.Path)
	}
	b.stages()

	b.must(b.Writer.DeleteContent(b.owner, was.ID))
	run, err := b.Drafting.StartDrafts(b.owner, b.things.Site, []string{*was.TaskID}, true)
	b.must(err)
	_, err = b.Engine.Wait(b.owner, run.ID)
	b.must(err)
	again, err := b.Writer.ContentOf(b.owner, page.ID)
	if err != nil || again == "" || again == was.ID {
		t.Fatalf("no other content can be had for its page: %q, %v", again, err)
	}
	_, err = b.Services.Trash.Restore(b.owner, "content", was.ID)
	b.refused("restored beside another one", err, fault.Conflict, "Its page has another text by now")
	b.purge(&writer.Content{}, was.ID)
	if _, err := b.Writer.Content(b.owner, again); err != nil {
		t.Errorf("the other content went with it: %v", err)
	}
	b.stages()
}

func TestTrashTakesAPageWithWhatIsBelow(t *testing.T) {
	t.Parallel()
	b := newBin(t)
	content, page := b.content(), b.page()
	_, err := b.Builder.DeletePage(b.Foreign, b.things.Site, page.ID)
	b.refused("deleted by the other account", err, fault.NotFound, "site")
	child, err := b.Builder.AddPage(b.owner, b.things.Site, sitebuilder.PagePlan{Title: "Below", ParentID: page.ID, NoClusterReason: "x"})
	b.must(err)
	below := child.Pages[slices.IndexFunc(child.Pages, func(p pages.Page) bool { return p.Title == "Below" })]

	plan, err := b.Builder.DeletePage(b.owner, b.things.Site, page.ID)
	b.must(err)
	for _, p := range plan.Pages {
		if p.ID == page.ID || (p.ID == below.ID && p.ParentID != nil) {
			t.Errorf("the plan has %+v", p)
		}
	}
	for what, read := range map[string]func() error{
		"page":    func() error { _, err := b.Services.Pages.Get(b.owner, page.ID); return err },
		"content": func() error { _, err := b.Writer.Content(b.owner, content.ID); return err },
		"task":    func() error { _, err := b.Writer.Task(b.owner, *content.TaskID); return err },
		"picture": func() error { _, err := b.Images.Get(b.owner, b.things.Image); return err },
	} {
		b.refused(what, read(), fault.NotFound, what)
	}
	kept := b.files()
	b.must(b.Images.SweepBefore(context.Background(), time.Now().Add(time.Minute)))
	if len(b.files()) != len(kept) || len(kept) == 0 {
		t.Errorf("the sweep left %d of %d files", len(b.files()), len(kept))
	}
	b.stages()

	other, err := b.Builder.AddPage(b.owner, b.things.Site, sitebuilder.PagePlan{Title: "Other", Slug: page.Slug, NoClusterReason: "x"})
	b.must(err)
	at := slices.IndexFunc(other.Pages, func(p pages.Page) bool { return p.Title == "Other" })
	if other.Pages[at].Path != page.Path {
		t.Errorf("its address is not free: %s", other.Pages[at].Path)
	}
	_, err = b.Services.Trash.Restore(b.owner, "page", page.ID)
	b.refused("restored beside another one", err, fault.Conflict, page.Path)
	_, err = b.Builder.DeletePage(b.owner, b.things.Site, other.Pages[at].ID)
	b.must(err)
	_, err = b.Services.Trash.Restore(b.owner, "page", page.ID)
	b.must(err)
	if c, p := b.content(), b.page(); c.State != content.State || p.State != page.State || p.Path != page.Path {
		t.Errorf("came back as %s %s at %s", c.State, p.State, p.Path)
	}
	if p, err := b.Services.Pages.Get(b.owner, below.ID); err != nil || p.ParentID == nil || *p.ParentID != page.ID {
		t.Errorf("the page below is %+v, %v", p, err)
	}
	_, err = b.Images.Get(b.owner, b.things.Image)
	b.must(err)
	b.stages()

	_, err = b.Builder.DeletePage(b.owner, b.things.Site, page.ID)
	b.must(err)
	b.purge(&pages.Page{}, page.ID)
	for _, model := range []any{&writer.Content{}, &writer.Task{}, &images.Image{}} {
		for _, id := range []string{content.ID, *content.TaskID, b.things.Image} {
			if b.rows(model, id) != 0 {
				t.Errorf("%T is left", model)
			}
		}
	}
	if len(b.files()) >= len(kept) {
		t.Error("the files of its picture are left")
	}
}

// Content that was deleted before its page is restored after it, and neither can be restored without the other.
func TestTrashRestoresParentsFirst(t *testing.T) {
	t.Parallel()
	b := newBin(t)
	content, page := b.content(), b.page()
	b.must(b.Writer.DeleteContent(b.owner, content.ID))
	_, err := b.Builder.DeletePage(b.owner, b.things.Site, page.ID)
	b.must(err)
	_, err = b.Services.Trash.Restore(b.owner, "content", content.ID)
	b.refused("restored without its page", err, fault.Conflict, "is deleted. Restore that first.")
	b.restore("page", page.ID)
	if _, err := b.Writer.Content(b.owner, content.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the content came back with the page: %v", err)
	}
	b.restore("content", content.ID)
	b.content()
}

func TestTrashTakesAnIdea(t *testing.T) {
	t.Parallel()
	b := newBin(t)
	b.refused("an accepted idea", b.Ideas.Delete(b.owner, b.things.Idea), fault.Conflict, "is a task now")
	idea := b.idea("spare")
	b.refused("deleted by the other account", b.Ideas.Delete(b.Foreign, idea.ID), fault.NotFound, "idea")

	b.must(b.Ideas.Delete(b.owner, idea.ID))
	_, err := b.Ideas.Idea(b.owner, idea.ID)
	b.refused("read", err, fault.NotFound, "idea")
	list, err := b.Ideas.Ideas(b.owner, ideas.IdeaQuery{SiteID: b.things.Site, Limit: 200})
	b.must(err)
	if slices.ContainsFunc(list.Items, func(i ideas.Idea) bool { return i.ID == idea.ID }) {
		t.Error("it is listed")
	}
	_, err = b.Writer.AcceptIdea(b.owner, idea.ID)
	b.refused("accepted", err, fault.NotFound, "idea")
	b.stages()
	b.restore("idea", idea.ID)
	if back, err := b.Ideas.Idea(b.owner, idea.ID); err != nil || back.Title != idea.Title {
		t.Errorf("came back as %+v, %v", back, err)
	}

	b.must(b.Ideas.Delete(b.owner, idea.ID))
	another := b.idea("spare")
	if another.ID == idea.ID || another.PageID != idea.PageID {
		t.Errorf("no other idea can be had for its page: %+v", another)
	}
	_, err = b.Services.Trash.Restore(b.owner, "idea", idea.ID)
	b.refused("restored beside another one", err, fault.Conflict, "There is another idea for its page by now")
	b.purge(&ideas.Idea{}, idea.ID)
}

// idea returns the proposed idea of a new page cluster of the sector. The keyword names the cluster.
func (b *bin) idea(keyword string) ideas.Idea {
	b.Helper()
	cluster := b.cluster(keyword)
	run, err := b.Ideas.StartIdeas(b.owner, b.things.Sector, []string{cluster.ID})
	b.must(err)
	_, err = b.Engine.Wait(b.owner, run.ID)
	b.must(err)
	list, err := b.Ideas.Ideas(b.owner, ideas.IdeaQuery{SectorID: b.things.Sector, ClusterID: cluster.ID})
	b.must(err)
	if len(list.Items) != 1 {
		b.Fatalf("%d ideas for %s", len(list.Items), cluster.Name)
	}
	return list.Items[0]
}

// cluster returns the approved page cluster with the name. It creates the cluster with two keywords on first use.
func (b *bin) cluster(name string) planner.Cluster {
	b.Helper()
	found, err := b.Planner.ClustersNamed(b.owner, b.things.Sector, planner.LevelPage, name)
	b.must(err)
	if len(found) > 0 {
		return found[0]
	}
	beside, err := b.Planner.Cluster(b.owner, b.things.Cluster)
	b.must(err)
	c := planner.Cluster{
		ID: database.NewID(), SiteID: b.things.Site, SectorID: b.things.Sector, ParentID: beside.ParentID, Level: planner.LevelPage,
		Role: planner.Supporting,
		Name: name, NameKey: name, State: planner.ClusterApproved,
	}
	b.must(b.DB.Tx(b.owner, func(tx *gorm.DB) error { return tx.Create(&c).Error }))
	var ids []string
	for _, text := range []string{"one", "two"} {
		k := planner.Keyword{
			ID: database.NewID(), SiteID: c.SiteID, SectorID: c.SectorID, Text: name + " " + text, Key: c.ID + text, State: planner.KeywordNew,
			URLs: []string{}, Sources: []planner.Source{}, Evidence: []planner.Evidence{},
		}
		b.must(b.DB.Tx(b.owner, func(tx *gorm.DB) error { return tx.Create(&k).Error }))
		ids = append(ids, k.ID)
	}
	_, err = b.Planner.MoveKeywords(b.owner, planner.Selection{IDs: ids}, c.ID)
	b.must(err)
	return c
}

func TestTrashTakesACluster(t *testing.T) {
	t.Parallel()
	b := newBin(t)
	idea := b.idea("spare")
	was := b.cluster("spare")
	b.refused("deleted by the other account", b.Planner.DeleteCluster(b.Foreign, was.ID), fault.NotFound, "cluster")
	serving := b.page()
	b.refused("one with a page", b.Planner.DeleteCluster(b.owner, *serving.ClusterID), fault.Conflict, serving.Title)
	topic := was.ParentID
	above, err := b.Planner.Cluster(b.owner, *topic)
	b.must(err)

	b.must(b.Planner.DeleteCluster(b.owner, was.ID))
	_, err = b.Planner.Cluster(b.owner, was.ID)
	b.refused("read", err, fault.NotFound, "cluster")
	_, err = b.Ideas.Idea(b.owner, idea.ID)
	b.refused("its idea", err, fault.NotFound, "idea")
	_, err = b.Services.Pages.Get(b.owner, idea.PageID)
	b.refused("its page", err, fault.NotFound, "page")
	list, err := b.Planner.Clusters(b.owner, b.things.Sector, "")
	b.must(err)
	tree, err := b.Planner.Tree(b.owner, b.things.Sector)
	b.must(err)
	if slices.ContainsFunc(list, func(c planner.Cluster) bool { return c.ID == was.ID }) || treeHas(tree, was.ID) {
		t.Error("it is listed")
	}
	less, err := b.Planner.Cluster(b.owner, *topic)
	b.must(err)
	if less.KeywordCount != above.KeywordCount-2 {
		t.Errorf("the cluster above counts %d keywords after %d", less.KeywordCount, above.KeywordCount)
	}
	free, err := b.Planner.Keywords(b.owner, planner.KeywordQuery{SectorID: b.things.Sector, State: planner.KeywordNew})
	b.must(err)
	if len(free.Items) != 2 || free.Items[0].ClusterID != nil {
		t.Fatalf("%d keywords are free: %+v", len(free.Items), free.Items)
	}
	b.stages()

	again := b.cluster("spare")
	_, err = b.Services.Trash.Restore(b.owner, "cluster", was.ID)
	b.refused("restored beside another one", err, fault.Conflict, `called "spare" by now`)
	other := "other"
	_, err = b.Planner.UpdateCluster(b.owner, again.ID, planner.ClusterChange{Name: &other})
	b.must(err)
	_, err = b.Planner.MoveKeywords(b.owner, planner.Selection{IDs: []string{free.Items[0].ID}}, again.ID)
	b.must(err)
	b.restore("cluster", was.ID)
	back, err := b.Planner.Cluster(b.owner, was.ID)
	if err != nil || back.KeywordCount != 1 || back.Name != "spare" || back.State != was.State {
		t.Errorf("came back as %+v, %v; want it with the keyword that was free", back, err)
	}
	if _, err := b.Ideas.Idea(b.owner, idea.ID); err != nil {
		t.Errorf("its idea: %v", err)
	}
	b.stages()

	// The row that an item in the trash refers to is deleted for good: the item then refers to the successor.
	b.must(b.Ideas.Delete(b.owner, idea.ID))
	_, err = b.Planner.Merge(b.owner, was.ID, again.ID)
	b.must(err)
	b.restore("idea", idea.ID)
	if i, err := b.Ideas.Idea(b.owner, idea.ID); err != nil || i.ClusterID != again.ID {
		t.Errorf("the idea came back to %s, %v", i.ClusterID, err)
	}
	b.must(b.Planner.DeleteCluster(b.owner, again.ID))
	b.purge(&planner.Cluster{}, again.ID)
	if b.rows(&ideas.Idea{}, idea.ID) != 0 || b.rows(&pages.Page{}, idea.PageID) != 0 {
		t.Error("its idea or page is left")
	}
}

func treeHas(nodes []planner.Node, id string) bool {
	return slices.ContainsFunc(nodes, func(n planner.Node) bool { return n.ID == id || treeHas(n.Children, id) })
}

func TestTrashTakesAPicture(t *testing.T) {
	t.Parallel()
	b := newBin(t)
	b.refused("deleted by the other account", b.Images.Delete(b.Foreign, b.things.Image), fault.NotFound, "picture")
	yes := true
	_, err := b.Images.Update(b.owner, b.things.Image, images.Change{Cover: &yes})
	b.must(err)
	pageID, kept := b.content().PageID, b.files()

	b.must(b.Images.Delete(b.owner, b.things.Image))
	_, err = b.Images.Get(b.owner, b.things.Image)
	b.refused("read", err, fault.NotFound, "picture")
	of, err := b.Images.OfPage(b.owner, pageID)
	b.must(err)
	covers, err := b.Images.Covers(b.owner, b.things.Site)
	b.must(err)
	library, err := b.Images.Library(b.owner, b.things.Site, 0, "")
	b.must(err)
	if len(of)+len(covers)+len(library.Items) != 0 {
		t.Errorf("listed %v %v %v", of, covers, library.Items)
	}
	if len(b.files()) != len(kept) {
		t.Error("its files are gone already")
	}
	b.restore("image", b.things.Image)
	if i, err := b.Images.Get(b.owner, b.things.Image); err != nil || !i.Cover || !i.Shown() {
		t.Errorf("came back as %+v, %v", i, err)
	}

	b.must(b.Images.Delete(b.owner, b.things.Image))
	other, err := b.Images.Upload(b.owner, images.Upload{PageID: pageID, Alt: "Other", Data: bytes.NewReader(apptest.Picture(30, 40))})
	b.must(err)
	_, err = b.Images.Update(b.owner, other.ID, images.Change{Cover: &yes})
	b.must(err)
	b.restore("image", b.things.Image)
	if i, err := b.Images.Get(b.owner, b.things.Image); err != nil || i.Cover {
		t.Errorf("a second cover came back: %+v, %v", i, err)
	}
	b.must(b.Images.Delete(b.owner, b.things.Image))
	before := len(b.files())
	b.purge(&images.Image{}, b.things.Image)
	if len(b.files()) >= before {
		t.Error("its files are left")
	}
}

func TestTrashTakesASiteWithEverything(t *testing.T) {
	t.Parallel()
	b := newBin(t)
	content, page := b.content(), b.page()
	b.must(b.Writer.DeleteContent(b.owner, content.ID)) // it was in the trash before and must stay there
	waiting, err := b.Services.Grouping.StartClustering(b.owner, b.things.Sector, "fine")
	b.must(err)

	b.must(b.Publish.DeleteSite(b.owner, b.things.Site))
	for what, read := range map[string]func() error{
		"site":    func() error { _, err := b.Services.Sites.Get(b.owner, b.things.Site); return err },
		"sector":  func() error { _, err := b.Services.Sites.Sector(b.owner, b.things.Sector); return err },
		"cluster": func() error { _, err := b.Planner.Cluster(b.owner, b.things.Cluster); return err },
		"idea":    func() error { _, err := b.Ideas.Idea(b.owner, b.things.Idea); return err },
		"page":    func() error { _, err := b.Services.Pages.Get(b.owner, page.ID); return err },
		"task":    func() error { _, err := b.Writer.Task(b.owner, b.things.Task); return err },
		"picture": func() error { _, err := b.Images.Get(b.owner, b.things.Image); return err },
		"keyword": func() error {
			_, err := sites.Of[planner.Keyword](b.owner, b.Services.Sites, "keyword", b.things.Keyword)
			return err
		},
		"run": func() error { _, err := sites.Of[runs.Run](b.owner, b.Services.Sites, "run", b.things.Run); return err },
	} {
		b.refused(what, read(), fault.NotFound, "")
	}
	for _, path := range []string{
		"/sites/" + b.things.Site, "/sites/" + b.things.Site + "/sectors", "/sectors/" + b.things.Sector + "/keywords",
		"/contents/" + content.ID, "/ideas/" + b.things.Idea + "/conflicts", "/clusters/" + b.things.Cluster + "/division", "/images/" + b.things.Image,
	} {
		if reply := b.API(accountstest.Owner, "GET", path, nil); reply.Status != 404 {
			t.Errorf("%s answers %d", path, reply.Status)
		}
	}
	list, err := b.Runs.List(b.owner, runs.Filter{})
	b.must(err)
	if len(list.Items) > 0 {
		t.Errorf("%d runs are listed", len(list.Items))
	}
	if run, err := b.Runs.Get(b.owner, waiting.ID); err != nil || !run.Ended() {
		t.Errorf("its run is %s, %v", run.Phase, err)
	}
	members, err := b.Services.Accounts.Members(b.owner)
	b.must(err)
	for _, m := range members {
		for _, a := range m.Access {
			if a.SiteID == b.things.Site {
				t.Errorf("%s has access to it", m.Name)
			}
		}
	}
	items, err := b.Services.Trash.Items(b.owner, "", 0, "")
	b.must(err)
	if len(items.Items) != 1 || items.Items[0].Noun != "site" {
		t.Errorf("the trash shows %+v", items.Items)
	}
	if b.Releases.Serves(b.things.Site + ".sites.example") {
		t.Error("it is served")
	}

	b.restore("site", b.things.Site)
	if p, err := b.Services.Pages.Get(b.owner, page.ID); err != nil || p.Path != page.Path {
		t.Errorf("a page: %+v, %v", p, err)
	}
	_, err = b.Images.Get(b.owner, b.things.Image)
	b.must(err)
	_, err = b.Writer.Content(b.owner, content.ID)
	b.refused("the content that was in the trash before", err, fault.NotFound, "content")
	b.restore("content", content.ID)
	if c := b.content(); c.State != writer.ContentApproved {
		t.Errorf("a content is %s although nobody sees it", c.State)
	}
	b.stages()
	g, err := b.Publish.Gate(b.owner, b.things.Site)
	b.must(err)
	if !strings.Contains(g.Missing(), "No release has been built yet.") {
		t.Errorf("the last gate says %q", g.Missing())
	}
	if release := b.PublishSite(b.owner, b.things.Site); !release.Live {
		t.Error("it cannot be published again")
	}

	b.must(b.Publish.DeleteSite(b.owner, b.things.Site))
	b.purge(&sites.Site{}, b.things.Site)
	for _, model := range []any{
		&sites.Sector{}, &planner.Keyword{}, &planner.Cluster{}, &ideas.Idea{}, &pages.Page{}, &writer.Task{},
		&writer.Content{}, &images.Image{}, &runs.Run{}, &history.TrashItem{},
	} {
		var left int64
		b.must(tenancy.WithTrash(b.DB.Read(b.owner)).Model(model).Where("site_id = ?", b.things.Site).Count(&left).Error)
		if left > 0 {
			t.Errorf("%T: %d rows are left", model, left)
		}
	}
	if kept := b.files(); len(kept) > 0 {
		t.Errorf("%d files are left", len(kept))
	}
}
