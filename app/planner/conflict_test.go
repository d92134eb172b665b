package planner_test

import (
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner/ideas"
)

func TestAnIdeaIsToldWhatItMeets(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	idea := w.generateIdeas("crate training")[0]
	cluster := c["crate training"].ID
	meets := func() []ideas.Conflict {
		t.Helper()
		found, err := w.ideas.Conflicts(w.ctx, w.Site, []ideas.Idea{idea})
		w.must(err)
		return found[idea.ID]
	}
	plant := func(p pages.Page) pages.Page {
		t.Helper()
		p.SiteID = w.Site
		var made pages.Page
		w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) (err error) {
			made, err = pages.Propose(tx, p)
			return err
		}))
		return made
	}
	remove := func(p pages.Page) {
		w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error { return pages.SetState(tx, p.ID, pages.Removed) }))
	}
	for _, none := range []pages.Page{
		{Title: "Crate training", Kind: pages.Hub, State: pages.Published, TargetKeywords: []string{"crate training"}},
		{Title: "Only an idea", State: pages.Proposed, TargetKeywords: []string{"crate training"}},
		{Title: "Gone", State: pages.Removed, TargetKeywords: []string{"crate training"}},
		{Title: "Another thing", State: pages.Published, TargetKeywords: []string{"leash"}},
	} {
		plant(none)
		if got := meets(); len(got) > 0 {
			t.Errorf("%s: %s", none.Title, got[0].Evidence())
		}
	}
	other := c["puppy food"].ID
	for _, some := range []struct {
		page pages.Page
		want string
	}{
		{pages.Page{Title: "One", State: pages.Planned, ClusterID: &cluster}, "It serves the same cluster."},
		{pages.Page{Title: "Two", State: pages.Drafted, ClusterID: &other, TargetKeywords: []string{"leash", "Crate  Training"}}, "Both are meant for: crate training."},
		{pages.Page{Title: strings.ToUpper(idea.Title), State: pages.Published, Origin: pages.Remote}, "Their titles say the same: "},
	} {
		page := plant(some.page)
		got := meets()
		if len(got) != 1 || got[0].Page.ID != page.ID || !strings.HasPrefix(got[0].Evidence()[0], some.want) {
			t.Errorf("%s: %+v", some.page.Title, got)
		}
		remove(page)
	}
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error { return pages.SetState(tx, idea.PageID, pages.Planned) }))
	if got := meets(); len(got) > 0 {
		t.Errorf("the page that was planned for it: %s", got[0].Evidence())
	}
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error { return pages.SetState(tx, idea.PageID, pages.Published) }))
	if got := meets(); len(got) != 1 || !got[0].Own {
		t.Errorf("its own page with a text: %+v", got)
	}
	_, err := w.ideas.Conflicts(w.Ctx(accountstest.Stranger), w.Site, nil)
	w.refused(err, fault.NotFound, "site")
}

func TestAConflictIsWaivedOrThePageExtended(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	idea := w.generateIdeas("crate training")[0]
	page := w.plants("A crate for every puppy", c["crate training"].ID, pages.Published)
	_, err := w.ideas.WaiveConflict(w.ctx, idea.ID, page.ID, " ")
	w.refused(err, fault.Invalid, "why both pages may stand")
	_, err = w.ideas.WaiveConflict(w.ctx, idea.ID, idea.PageID, "no conflict")
	w.refused(err, fault.NotFound, "page")
	_, err = w.ideas.WaiveConflict(w.Ctx(accountstest.Stranger), idea.ID, page.ID, "x")
	w.refused(err, fault.NotFound, "idea")
	idea, err = w.ideas.WaiveConflict(w.ctx, idea.ID, page.ID, "One is for puppies.")
	w.must(err)
	found, err := w.ideas.Conflicts(w.ctx, w.Site, []ideas.Idea{idea})
	w.must(err)
	if got := found[idea.ID]; len(got) != 1 || got[0].Waived != "One is for puppies." || len(ideas.Open(got)) != 0 {
		t.Errorf("waived: %+v", got)
	}
	again, err := w.ideas.Idea(w.ctx, idea.ID)
	w.must(err)
	if len(again.Waivers) != 1 || again.Waivers[0].UserID == "" || again.Waivers[0].At.IsZero() {
		t.Errorf("the waiver says %+v", again.Waivers)
	}
	_, err = w.ideas.ExtendPage(w.Ctx(accountstest.Stranger), idea.ID, page.ID)
	w.refused(err, fault.NotFound, "idea")
	closed, err := w.ideas.ExtendPage(w.ctx, idea.ID, page.ID)
	w.must(err)
	extended, err := w.pages.Get(w.ctx, page.ID)
	w.must(err)
	if closed.State != ideas.IdeaRejected || *closed.ExtendsPageID != page.ID ||
		!slices.Equal(extended.TargetKeywords, idea.TargetKeywords) {
		t.Errorf("extended: %+v, the page is for %v", closed, extended.TargetKeywords)
	}
	_, err = w.ideas.ExtendPage(w.ctx, idea.ID, page.ID)
	w.refused(err, fault.Conflict, "nothing to decide")
	proposed, date, wrong := ideas.IdeaProposed, "2027-01-31", "31.1.2027"
	_, err = w.ideas.UpdateIdea(w.ctx, idea.ID, ideas.IdeaChange{PlannedOn: &wrong})
	w.refused(err, fault.Invalid, "year, month and day")
	back, err := w.ideas.UpdateIdea(w.ctx, idea.ID, ideas.IdeaChange{State: &proposed, PlannedOn: &date})
	w.must(err)
	if back.ExtendsPageID != nil || back.PlannedOn != date {
		t.Errorf("put back: %+v", back)
	}
}
