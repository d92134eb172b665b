package planner_test

import (
	"fmt"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/app/tenancy"
)

// manyIdeas gives the sector so many ideas for the cluster, each with its page: every tenth is meant for a keyword that a
// published page is meant for too, every fifth has a date in the year 2027, every seventh has an unknown demand.
func (w *world) manyIdeas(n int, cluster planner.Cluster) {
	w.Helper()
	rival := w.plants("The page about leashes", "", pages.Published)
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		if err := pages.SetMetadata(tx, rival.ID, pages.Metadata{TargetKeywords: &[]string{"leash"}}); err != nil {
			return err
		}
		list, proposed := make([]pages.Page, n), make([]ideas.Idea, n)
		for i := range n {
			name := fmt.Sprintf("invented %d", i)
			list[i] = pages.Page{ID: database.NewID(), SiteID: w.Site, SectorID: &w.Sector, Kind: pages.Article, Origin: pages.Own, State: pages.Proposed, Title: name, Path: "/" + name + "/", TargetKeywords: []string{}}
			proposed[i] = ideas.Idea{
				ID: database.NewID(), SiteID: w.Site, SectorID: w.Sector, ClusterID: cluster.ID, PageID: list[i].ID, Title: name,
				State:   ideas.IdeaProposed,
				Outline: []string{}, TargetKeywords: []string{name}, Waivers: []ideas.Waiver{},
			}
			if i%10 == 0 {
				proposed[i].TargetKeywords = []string{"Leash"}
			}
			if i%5 == 0 {
				proposed[i].PlannedOn = fmt.Sprintf("2027-%02d-01", 1+i/5%12)
			}
			if i%7 > 0 {
				proposed[i].Demand = p(int64(i * 7919 % 3000))
			}
		}
		if err := tx.CreateInBatches(&list, 200).Error; err != nil {
			return err
		}
		return tx.CreateInBatches(&proposed, 200).Error
	}))
}

// countIdeas reads the list to its end, and fails the test when an idea stands in it twice or out of its order.
func (w *world) countIdeas(q ideas.IdeaQuery) int {
	w.Helper()
	q.SectorID, q.Limit = w.Sector, 30
	seen, last := map[string]bool{}, int64(1<<40)
	for {
		page, err := w.ideas.Ideas(w.ctx, q)
		w.must(err)
		for _, i := range page.Items {
			demand := int64(-1)
			if i.Demand != nil {
				demand = *i.Demand
			}
			if seen[i.ID] || demand > last {
				w.Fatalf("%q stands twice, or with %d after %d", i.Title, demand, last)
			}
			seen[i.ID], last = true, demand
		}
		if q.Cursor = page.Next; q.Cursor == "" {
			return len(seen)
		}
	}
}

func TestIdeasAreFilteredByWhatTheyMeetAndWhenTheyAreDue(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, wrong := range []ideas.IdeaQuery{{State: "lost"}, {Conflict: "some"}, {Planned: "perhaps"}, {From: "2027-02-30"}, {Till: "soon"}} {
		wrong.SectorID = w.Sector
		_, err := w.ideas.Ideas(w.ctx, wrong)
		w.refused(err, fault.Invalid, "")
	}
	w.manyIdeas(420, w.tree()["crate training"])
	for name, c := range map[string]struct {
		query ideas.IdeaQuery
		want  int
	}{
		"all":                    {ideas.IdeaQuery{}, 420},
		"held":                   {ideas.IdeaQuery{Conflict: ideas.IdeasHeld}, 42},
		"clear":                  {ideas.IdeaQuery{Conflict: ideas.IdeasClear}, 378},
		"held and rejected":      {ideas.IdeaQuery{Conflict: ideas.IdeasHeld, State: ideas.IdeaRejected}, 0},
		"with a date":            {ideas.IdeaQuery{Planned: ideas.IdeasPlanned}, 84},
		"without a date":         {ideas.IdeaQuery{Planned: ideas.IdeasUndated}, 336},
		"in the first quarter":   {ideas.IdeaQuery{From: "2027-01-01", Till: "2027-03-31"}, 21},
		"from December":          {ideas.IdeaQuery{From: "2027-12-01"}, 7},
		"until the first":        {ideas.IdeaQuery{Till: "2027-01-01"}, 7},
		"held in January":        {ideas.IdeaQuery{Conflict: ideas.IdeasHeld, Till: "2027-01-31"}, 7},
		"held and without dates": {ideas.IdeaQuery{Conflict: ideas.IdeasHeld, Planned: ideas.IdeasUndated}, 0},
	} {
		if got := w.countIdeas(c.query); got != c.want {
			t.Errorf("%s: %d ideas, want %d", name, got, c.want)
		}
		c.query.SectorID = w.Sector
		chosen, err := w.ideas.Chosen(w.ctx, ideas.Selection{Matching: &c.query})
		w.must(err)
		if c.query.State == "" && len(chosen) != c.want {
			t.Errorf("%s: %d ideas are chosen, want %d", name, len(chosen), c.want)
		}
	}
	_, err := w.ideas.Chosen(w.ctx, ideas.Selection{Matching: &ideas.IdeaQuery{SiteID: w.OtherSite, SectorID: w.Sector}})
	w.refused(err, fault.NotFound, "sector")
	_, err = w.ideas.Chosen(w.Ctx(accountstest.Stranger), ideas.Selection{Matching: &ideas.IdeaQuery{SiteID: w.Site}})
	w.refused(err, fault.NotFound, "site")
	held, err := w.ideas.Ideas(w.ctx, ideas.IdeaQuery{SiteID: w.Site, Conflict: ideas.IdeasHeld, Limit: 1})
	w.must(err)
	found, err := w.ideas.Conflicts(w.ctx, w.Site, held.Items)
	w.must(err)
	_, err = w.ideas.WaiveConflict(w.ctx, held.Items[0].ID, found[held.Items[0].ID][0].Page.ID, "Another reader.")
	w.must(err)
	if got := w.countIdeas(ideas.IdeaQuery{Conflict: ideas.IdeasHeld}); got != 41 {
		t.Errorf("%d are held after a decision, want 41", got)
	}
	_, err = w.ideas.Ideas(w.Ctx(accountstest.Stranger), ideas.IdeaQuery{SectorID: w.Sector, Conflict: ideas.IdeasHeld})
	w.refused(err, fault.NotFound, "sector")
}

// Ideas come out of an index in the order of their demand, whatever they are filtered by: nothing sorts a site for one page of it.
func TestIdeasComeOutOfIndexesInTheirOrder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.manyIdeas(3000, w.tree()["crate training"])
	if w.db.Postgres() {
		w.must(w.db.Tx(tenancy.System(w.ctx, "test"), func(tx *gorm.DB) error { return tx.Exec("ANALYZE ideas").Error }))
	}
	for name, q := range map[string]ideas.IdeaQuery{
		"of a site": {SiteID: w.Site}, "of a sector": {SectorID: w.Sector}, "proposed": {SiteID: w.Site, State: ideas.IdeaProposed},
		"with a date": {SectorID: w.Sector, Planned: ideas.IdeasPlanned}, "without": {SiteID: w.Site, Planned: ideas.IdeasUndated},
		"held": {SiteID: w.Site, Conflict: ideas.IdeasHeld},
	} {
		for range 2 { // the first page and the one that follows
			statements := w.queries(func() {
				page, err := w.ideas.Ideas(w.ctx, q)
				w.must(err)
				q.Cursor = page.Next
			})
			for _, statement := range statements {
				if !strings.Contains(strings.NewReplacer(`"`, "", "`", "").Replace(statement), "FROM ideas") {
					continue
				}
				plan := w.explain(tenancy.System(w.ctx, "test"), statement)
				if strings.Contains(plan, "TEMP B-TREE") || strings.Contains(plan, "->  Sort ") || !strings.Contains(plan, "ideas_s") {
					t.Errorf("%s: the plan of\n%s\nis\n%s", name, statement, plan)
				}
			}
		}
	}
}
