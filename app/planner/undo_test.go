package planner_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"
	"pgregory.net/rapid"

	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
)

func clusters(ids ...string) planner.ClusterSelection { return planner.ClusterSelection{IDs: ids} }

func (w *world) decide(d planner.Decision, ids ...string) {
	w.Helper()
	_, err := w.planner.DecideClusters(w.ctx, w.Sector, clusters(ids...), d)
	w.must(err)
}

// everything is what undoing has to bring back: every column of keywords, clusters, ideas and pages, but for when they were last changed.
func (w *world) everything() string {
	w.Helper()
	var text strings.Builder
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		var keywords []planner.Keyword
		var clusters []planner.Cluster
		var proposed []ideas.Idea
		var served []pages.Page
		for _, list := range []any{&keywords, &clusters, &proposed, &served} {
			if err := tx.Where("sector_id = ?", w.Sector).Order("id").Find(list).Error; err != nil {
				return err
			}
		}
		for _, k := range keywords {
			k.UpdatedAt = time.Time{}
			fmt.Fprintf(&text, "keyword %s %s %s %s\n", plain(k), num(k.Volume), str(k.ClusterID), fmt.Sprint(known(k.Strength), known(k.Difficulty), known(k.Demand), k.CreatedAt.UnixNano()))
		}
		for _, c := range clusters {
			fmt.Fprintf(&text, "cluster %s %s %s %s %s %s %v %v %v %d %s %s %v %s %s\n", c.ID, str(c.ParentID), c.Level, c.Role, c.Name, c.State, c.Locked, c.Renamed, c.Placed,
				c.KeywordCount, num(c.Volume), num(c.Demand), known(c.Difficulty), num(c.Opportunity), c.CreatedAt.UTC())
		}
		for _, i := range proposed {
			fmt.Fprintf(&text, "idea %s %s %s\n", i.ID, i.ClusterID, i.State)
		}
		for _, page := range served {
			fmt.Fprintf(&text, "page %s %s %s\n", page.ID, str(page.ClusterID), page.State)
		}
		return nil
	}))
	return text.String()
}

// plain is a keyword without what points elsewhere.
func plain(k planner.Keyword) string {
	return fmt.Sprintf("%s %s %s %q %q %v %q %q %v %v %q", k.ID, k.Text, k.State, k.Intent, k.IntentBy, k.Evidence, k.URLs, k.ParentKeyword, k.Weak, k.Pinned, k.Currency)
}

func known[T any](v *T) any {
	if v == nil {
		return "unknown"
	}
	return *v
}

func num(n *int64) string { return fmt.Sprint(known(n)) }

func str(s *string) string {
	if s == nil {
		return "none"
	}
	return *s
}

// latest is the latest change that is listed.
func (w *world) latest() history.Change {
	w.Helper()
	list, err := w.planner.Changes(w.ctx, w.Sector, 1, "")
	w.must(err)
	if len(list.Items) == 0 {
		w.Fatal("no change is listed")
	}
	return list.Items[0]
}

func (w *world) undo() {
	w.Helper()
	_, err := w.planner.Undo(w.ctx, w.Sector, "")
	w.must(err)
}

func TestUndoRefusals(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error { return tx.Where("sector_id = ?", w.Sector).Delete(&history.Change{}).Error }))
	_, err := w.planner.Undo(w.ctx, w.Sector, "")
	w.refused(err, fault.Conflict, "nothing to undo")
	for _, id := range []string{"nobody", "a\x00b"} {
		_, err = w.planner.Undo(w.ctx, w.Sector, id)
		w.refused(err, fault.NotFound, "change")
	}

	// A change that changed nothing is not listed, and cannot be undone.
	w.decide(planner.Decision{Locked: p(false)}, c["food"].ID)
	nothing, found, err := w.planner.LastChange(w.ctx, w.Sector)
	w.must(err)
	if !found || nothing.Rows != 0 || nothing.Undoable() {
		t.Fatalf("got %+v", nothing)
	}
	_, err = w.planner.Undo(w.ctx, w.Sector, nothing.ID)
	w.refused(err, fault.Conflict, "changed nothing")
	_, err = w.planner.Undo(w.ctx, w.Sector, "")
	w.refused(err, fault.Conflict, "nothing to undo")

	// What a later change touched comes back only after it.
	puppy := w.keyword("puppy food")
	w.move(c["raw dog food"].ID, []string{puppy.ID})
	first := w.latest()
	w.exclude([]string{puppy.ID})
	_, err = w.planner.Undo(w.ctx, w.Sector, first.ID)
	w.refused(err, fault.Conflict, "1 keyword is excluded")
	w.undo()
	_, err = w.planner.Undo(w.ctx, w.Sector, first.ID)
	w.must(err)
	_, err = w.planner.Undo(w.ctx, w.Sector, first.ID)
	w.refused(err, fault.Conflict, "undone already")

	// What something else changed is not overwritten.
	w.move(c["raw dog food"].ID, []string{puppy.ID})
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		return tx.Model(&planner.Keyword{}).Where("id = ?", puppy.ID).Update("cluster_id", c["crate training"].ID).Error
	}))
	before := w.everything()
	_, err = w.planner.Undo(w.ctx, w.Sector, "")
	w.refused(err, fault.Conflict, "“puppy food”")
	if w.everything() != before {
		t.Fatal("a refused undo changed something")
	}

	// A keyword cannot come back beside itself.
	w.must(w.planner.DeleteKeyword(w.ctx, w.keyword("crate training").ID))
	w.importLines("crate training,us,30,900,,")
	_, err = w.planner.Undo(w.ctx, w.Sector, "")
	w.refused(err, fault.Conflict, "imported again")
}

func TestUndoOfWhatHasBeenBuiltOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	made, err := w.planner.Split(w.ctx, c["puppy food"].ID, []string{w.keyword("best puppy food").ID}, "best")
	w.must(err)
	split := w.latest()
	w.move(made.ID, []string{w.keyword("raw dog food").ID})
	_, err = w.planner.Undo(w.ctx, w.Sector, split.ID)
	w.refused(err, fault.Conflict, "got something new")
	w.undo()

	w.move(c["raw dog food"].ID, []string{w.keyword("crate training").ID})
	moved := w.latest()
	w.move(c["raw dog food"].ID, []string{w.keyword("how to crate train").ID})
	_, err = w.planner.UpdateKeyword(w.ctx, w.keyword("how to crate train").ID, planner.KeywordChange{ClusterID: p("")})
	w.must(err)
	_, err = w.planner.Merge(w.ctx, c["crate training"].ID, c["raw dog food"].ID)
	w.must(err)
	_, err = w.planner.Undo(w.ctx, w.Sector, moved.ID)
	w.refused(err, fault.Conflict, "no longer there")
	w.undo()
	_, err = w.planner.UpdateCluster(w.ctx, c["crate training"].ID, planner.ClusterChange{State: p(planner.ClusterExcluded)})
	w.must(err)
	_, err = w.planner.Undo(w.ctx, w.Sector, moved.ID)
	w.refused(err, fault.Conflict, "gone or excluded")
	w.undo()

	_, err = w.planner.UpdateCluster(w.ctx, c["puppy food"].ID, planner.ClusterChange{Name: p("young dogs")})
	w.must(err)
	renamed := w.latest()
	_, err = w.planner.UpdateCluster(w.ctx, c["raw dog food"].ID, planner.ClusterChange{Name: p("puppy food")})
	w.must(err)
	_, err = w.planner.Undo(w.ctx, w.Sector, renamed.ID)
	w.refused(err, fault.Conflict, "another cluster")
}

// What follows clusters comes back with them.
func TestUndoOfAMerge(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	w.generateIdeas("puppy food", "raw dog food")
	before := w.everything()
	_, err := w.planner.MergeClusters(w.ctx, w.Sector, clusters(c["puppy food"].ID, c["crate training"].ID), c["raw dog food"].ID)
	w.must(err)
	if got := w.latest(); got.Text != "2 clusters are merged into “raw dog food”." || got.UserID != w.Member(accountstest.Editor).UserID {
		t.Fatalf("got %+v", got)
	}
	w.undo()
	if after := w.everything(); after != before {
		t.Fatalf("after undoing:\n%s\nbefore:\n%s", after, before)
	}
	if got := w.latest(); got.UndoneAt == nil || got.UndoneBy == "" || got.Undoable() {
		t.Fatalf("got %+v", got)
	}
}

// A topic with nothing under it has a state of its own. It comes back when what came under it goes again.
func TestUndoGivesAnEmptiedTopicItsState(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for how, fill := range map[string]func(c map[string]planner.Cluster) error{
		"one moves": func(c map[string]planner.Cluster) error {
			_, err := w.planner.UpdateCluster(w.ctx, c["puppy food"].ID, planner.ClusterChange{ParentID: p(c["training"].ID)})
			return err
		},
		"several move": func(c map[string]planner.Cluster) error {
			_, err := w.planner.PlaceClusters(w.ctx, w.Sector, clusters(c["puppy food"].ID, c["raw dog food"].ID), c["training"].ID)
			return err
		},
		"a topic is merged into it": func(c map[string]planner.Cluster) error {
			_, err := w.planner.Merge(w.ctx, c["food"].ID, c["training"].ID)
			return err
		},
	} {
		w.newSector()
		c := w.tree()
		_, err := w.planner.Merge(w.ctx, c["crate training"].ID, c["raw dog food"].ID)
		w.must(err)
		w.decide(planner.Decision{State: p(planner.ClusterApproved)}, c["food"].ID)
		before := w.everything()
		w.must(fill(c))
		if got := w.cluster(c["training"].ID).State; got != planner.ClusterApproved {
			t.Fatalf("%s: a topic over approved pages is %s", how, got)
		}
		w.undo()
		if after := w.everything(); after != before {
			t.Fatalf("%s: after undoing:\n%s\nbefore:\n%s", how, after, before)
		}
	}
}

func TestOldChangesAreForgotten(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	for i := range 105 {
		w.decide(planner.Decision{Locked: p(i%2 == 0)}, c["food"].ID)
	}
	count := func() (changes, rows int64) {
		w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
			if err := tx.Model(&history.Change{}).Count(&changes).Error; err != nil {
				return err
			}
			return tx.Model(&history.Row{}).Count(&rows).Error
		}))
		return changes, rows
	}
	if changes, rows := count(); changes != 100 || rows != 100 {
		t.Fatalf("%d changes with %d rows are kept, want 100", changes, rows)
	}
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		return tx.Model(&history.Change{}).Where("sector_id = ?", w.Sector).Update("created_at", database.Now().Add(-31*24*time.Hour)).Error
	}))
	w.decide(planner.Decision{Locked: p(true), Role: p(planner.Hub)}, c["training"].ID)
	if changes, rows := count(); changes != 1 || rows != 1 {
		t.Fatalf("%d changes with %d rows are kept after a month, want 1", changes, rows)
	}
}

// Whatever people do, undoing all of it brings back what was there.
func TestUndoingEverythingRestoresEverything(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		w.newSector()
		c := w.tree()
		w.importLines("loner,us,5,50,,", "“quoted”,us,,,,")
		w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
			set := map[string]any{"weak": true, "strength": 1.0 / 3}
			return tx.Model(&planner.Keyword{}).Where("id = ?", w.keyword("crate training").ID).Updates(set).Error
		}))
		if rapid.Bool().Draw(t, "an empty topic") {
			_, err := w.planner.Merge(w.ctx, c["crate training"].ID, c["raw dog food"].ID)
			w.must(err)
		}
		w.plantIdeas(c["puppy food"], c["raw dog food"])
		w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error { return tx.Where("sector_id = ?", w.Sector).Delete(&history.Change{}).Error }))
		states := []string{w.everything()}
		for range rapid.IntRange(1, 8).Draw(t, "actions") {
			action := rapid.SampledFrom(slices.Sorted(maps.Keys(actions))).Draw(t, "action")
			if err := actions[action](w, t); err != nil && fault.KindOf(err) == fault.Internal {
				t.Fatalf("%s: %v", action, err)
			}
			if now := w.everything(); now != states[len(states)-1] {
				states = append(states, now)
			}
		}
		for i := len(states) - 2; i >= 0; i-- {
			w.undo()
			if now := w.everything(); now != states[i] {
				t.Fatalf("after undoing:\n%s\nbefore:\n%s", now, states[i])
			}
		}
		_, err := w.planner.Undo(w.ctx, w.Sector, "")
		w.refused(err, fault.Conflict, "nothing to undo")
	})
}

// newSector begins anew in another sector of the site.
func (w *world) newSector() {
	w.Helper()
	sector, err := w.Sites.CreateSector(w.Ctx(accountstest.Owner), w.Site, database.NewID())
	w.must(err)
	w.Sector = sector.ID
}

// plantIdeas gives each of the page clusters a proposed page with its idea.
func (w *world) plantIdeas(clusters ...planner.Cluster) {
	w.Helper()
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		for _, c := range clusters {
			page := pages.Page{
				ID: database.NewID(), SiteID: w.Site, SectorID: &w.Sector, ClusterID: &c.ID, Kind: pages.Article, Origin: pages.Own,
				State: pages.Proposed,
				Path:  "/" + c.ID + "/", TargetKeywords: []string{},
			}
			idea := ideas.Idea{
				Waivers: []ideas.Waiver{},
				ID:      database.NewID(), SiteID: w.Site, SectorID: w.Sector, ClusterID: c.ID, PageID: page.ID, Outline: []string{},
				TargetKeywords: []string{}, State: ideas.IdeaProposed,
			}
			if err := tx.Create(&page).Error; err != nil {
				return err
			}
			if err := tx.Create(&idea).Error; err != nil {
				return err
			}
		}
		return nil
	}))
}

// actions are what people do, with keywords and clusters drawn from those that are there.
var actions = map[string]func(*world, *rapid.T) error{
	"move": func(w *world, t *rapid.T) error {
		_, err := w.planner.MoveKeywords(w.ctx, w.someKeywords(t), w.someCluster(t).ID)
		return err
	},
	"exclude keywords": func(w *world, t *rapid.T) error {
		_, err := w.planner.ExcludeKeywords(w.ctx, w.Sector, w.someKeywords(t))
		return err
	},
	"include keywords": func(w *world, t *rapid.T) error {
		_, err := w.planner.IncludeKeywords(w.ctx, w.Sector, w.someKeywords(t))
		return err
	},
	"pin": func(w *world, t *rapid.T) error {
		_, err := w.planner.PinKeywords(w.ctx, w.Sector, w.someKeywords(t), rapid.Bool().Draw(t, "pinned"))
		return err
	},
	"keep": func(w *world, t *rapid.T) error {
		_, err := w.planner.KeepKeywords(w.ctx, w.Sector, w.someKeywords(t))
		return err
	},
	"change a keyword": func(w *world, t *rapid.T) error {
		change := planner.KeywordChange{}
		switch rapid.IntRange(0, 3).Draw(t, "what") {
		case 0:
			change.Intent = p(rapid.SampledFrom([]string{"", "commercial", "informational transactional"}).Draw(t, "intent"))
		case 1:
			change.State = p(rapid.SampledFrom(planner.KeywordStates()).Draw(t, "state"))
		case 2:
			change.ClusterID = p("")
		case 3:
			change.Pinned = p(rapid.Bool().Draw(t, "pinned"))
		}
		_, err := w.planner.UpdateKeyword(w.ctx, w.someKeyword(t), change)
		return err
	},
	"delete a keyword": func(w *world, t *rapid.T) error { return w.planner.DeleteKeyword(w.ctx, w.someKeyword(t)) },
	"split": func(w *world, t *rapid.T) error {
		_, err := w.planner.Split(w.ctx, w.someCluster(t).ID, w.someKeywords(t).IDs, rapid.StringMatching(`[a-c]`).Draw(t, "name"))
		return err
	},
	"merge": func(w *world, t *rapid.T) error {
		_, err := w.planner.Merge(w.ctx, w.someCluster(t).ID, w.someCluster(t).ID)
		return err
	},
	"merge several": func(w *world, t *rapid.T) error {
		_, err := w.planner.MergeClusters(w.ctx, w.Sector, w.someClusters(t), w.someCluster(t).ID)
		return err
	},
	"place several": func(w *world, t *rapid.T) error {
		_, err := w.planner.PlaceClusters(w.ctx, w.Sector, w.someClusters(t), w.someCluster(t).ID)
		return err
	},
	"change a cluster": func(w *world, t *rapid.T) error {
		change := planner.ClusterChange{}
		switch rapid.IntRange(0, 3).Draw(t, "what") {
		case 0:
			change.Name = p(rapid.StringMatching(`[a-c]`).Draw(t, "name"))
		case 1:
			change.ParentID = p(w.someCluster(t).ID)
		case 2:
			change.State = p(rapid.SampledFrom(planner.ClusterStates()).Draw(t, "state"))
		case 3:
			change.Role = p(rapid.SampledFrom(planner.Roles()).Draw(t, "role"))
		}
		_, err := w.planner.UpdateCluster(w.ctx, w.someCluster(t).ID, change)
		return err
	},
	"decide on several": func(w *world, t *rapid.T) error {
		d := planner.Decision{Locked: p(rapid.Bool().Draw(t, "locked")), State: p(rapid.SampledFrom(planner.ClusterStates()).Draw(t, "state"))}
		_, err := w.planner.DecideClusters(w.ctx, w.Sector, w.someClusters(t), d)
		return err
	},
	"approve all": func(w *world, _ *rapid.T) error { return w.planner.ApproveAll(w.ctx, w.Sector) },
}

func (w *world) someKeyword(t *rapid.T) string {
	list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Sort: "keyword", Limit: 200})
	w.must(err)
	if len(list.Items) == 0 {
		t.Skip("nothing is left")
	}
	return rapid.SampledFrom(list.Items).Draw(t, "keyword").ID
}

func (w *world) someKeywords(t *rapid.T) planner.Selection {
	var ids []string
	for range rapid.IntRange(1, 3).Draw(t, "how many") {
		ids = append(ids, w.someKeyword(t))
	}
	return planner.Selection{IDs: ids}
}

func (w *world) someCluster(t *rapid.T) planner.Cluster {
	list, err := w.planner.Clusters(w.ctx, w.Sector, "")
	w.must(err)
	slices.SortFunc(list, func(a, b planner.Cluster) int { return strings.Compare(a.ID, b.ID) })
	return rapid.SampledFrom(list).Draw(t, "cluster")
}

func (w *world) someClusters(t *rapid.T) planner.ClusterSelection {
	var ids []string
	for range rapid.IntRange(1, 3).Draw(t, "how many") {
		ids = append(ids, w.someCluster(t).ID)
	}
	return clusters(ids...)
}
