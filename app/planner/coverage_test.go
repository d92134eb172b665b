package planner_test

import (
	"maps"
	"slices"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner"
)

// plants a page of the cluster in the state.
func (w *world) plants(title, clusterID string, state pages.State) pages.Page {
	w.Helper()
	var made pages.Page
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		page := pages.Page{SiteID: w.Site, SectorID: &w.Sector, Title: title, State: state}
		if clusterID != "" {
			page.ClusterID = &clusterID
		}
		var err error
		made, err = pages.Propose(tx, page)
		return err
	}))
	return made
}

func TestCoverageIsThatOfTheFurthestPage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, err := w.planner.Coverage(w.ctx, "nobody")
	w.refused(err, fault.NotFound, "sector")
	none, err := w.planner.Coverage(w.ctx, w.Sector)
	w.must(err)
	if len(none.Total.Shares)+len(none.Pillars)+len(none.Gaps)+len(none.Orphans) > 0 {
		t.Fatalf("an empty sector: %+v", none)
	}
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	w.plants("Crates", c["crate training"].ID, pages.Proposed)
	food := w.plants("Food", c["puppy food"].ID, pages.Planned)
	for _, step := range []struct {
		page    pages.State
		covered string
	}{
		{pages.Planned, planner.CoveredPlanned},
		{pages.Briefed, planner.CoveredBriefed},
		{pages.Drafted, planner.CoveredDrafted},
		{pages.InReview, planner.CoveredInReview},
		{pages.Approved, planner.CoveredInReview},
		{pages.Published, planner.CoveredLive},
		{pages.Removed, planner.Gap},
	} {
		w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error { return pages.SetState(tx, food.ID, step.page) }))
		got, err := w.planner.Coverage(w.ctx, w.Sector)
		w.must(err)
		share := got.Total.Shares[step.covered]
		if step.covered == planner.Gap {
			if share.Clusters != 3 || share.Keywords != 6 || *share.Demand != 1700 {
				t.Errorf("%s: the gap is %+v", step.page, share)
			}
			continue
		}
		if share.Clusters != 1 || share.Keywords != 2 || *share.Demand != 600 {
			t.Errorf("a page that is %s makes %s %+v", step.page, step.covered, share)
		}
	}
	w.plants("Raw", c["raw dog food"].ID, pages.Drafted)
	w.plants("Raw again", c["raw dog food"].ID, pages.Published)
	got, err := w.planner.Coverage(w.ctx, w.Sector)
	w.must(err)
	if live := got.Total.Shares[planner.CoveredLive]; live.Clusters != 1 || live.Demand != nil || len(got.Pillars) != 1 || got.Pillars[0].Name != "dogs" || !maps.EqualFunc(got.Pillars[0].Shares, got.Total.Shares, sameShare) {
		t.Errorf("got %+v", got)
	}
	covered, err := w.planner.Covered(w.ctx, w.Sector, []string{*c["raw dog food"].ParentID, c["crate training"].ID, "nobody"})
	w.must(err)
	if food := covered[*c["raw dog food"].ParentID]; food != (planner.Covering{Live: 1, Begun: 1, All: 602}) || covered[c["crate training"].ID].Begun != 0 {
		t.Errorf("covered are %+v", covered)
	}
	stranger, err := w.planner.Covered(w.Ctx(accountstest.Stranger), w.Sector, []string{c["crate training"].ID})
	w.refused(err, fault.NotFound, "sector")
	if len(stranger) > 0 {
		t.Error("another account sees what is covered")
	}
	if names := gapNames(got); !slices.Equal(names, []string{"crate training", "puppy food"}) {
		t.Errorf("the gaps are %v, the greatest demand first", names)
	}
}

func sameShare(a, b planner.Share) bool {
	return a.Clusters == b.Clusters && a.Keywords == b.Keywords && value(a.Demand) == value(b.Demand)
}

func gapNames(c planner.Coverage) []string {
	var names []string
	for _, gap := range c.Gaps {
		names = append(names, gap.Name)
	}
	return names
}

func TestOrphansAreWrittenPagesThatNobodyAsksFor(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.plants("Alone", "", pages.Published)
	w.plants("Only planned", "", pages.Planned)
	w.plants("Served", c["crate training"].ID, pages.Drafted)
	w.plants("Given up", c["puppy food"].ID, pages.InReview)
	state := planner.ClusterExcluded
	_, err := w.planner.UpdateCluster(w.ctx, c["puppy food"].ID, planner.ClusterChange{State: &state})
	w.must(err)
	got, err := w.planner.Coverage(w.ctx, w.Sector)
	w.must(err)
	var titles []string
	for _, page := range got.Orphans {
		titles = append(titles, page.Title)
	}
	if !slices.Equal(titles, []string{"Alone", "Given up"}) {
		t.Errorf("the orphans are %v", titles)
	}
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		_, err := pages.Propose(tx, pages.Page{SiteID: w.Site, Title: "Of no sector", State: pages.Published})
		return err
	}))
	second, err := w.Sites.CreateSector(w.Ctx(accountstest.Owner), w.Site, "Cats")
	w.must(err)
	elsewhere, err := w.planner.Coverage(w.ctx, second.ID)
	w.must(err)
	if len(elsewhere.Orphans) != 1 || elsewhere.Orphans[0].Title != "Of no sector" {
		t.Errorf("the orphans of the other sector are %+v", elsewhere.Orphans)
	}
	_, err = w.planner.Coverage(w.Ctx(accountstest.Stranger), w.Sector)
	w.refused(err, fault.NotFound, "sector")
	foreign, err := w.planner.Coverage(w.Foreign, w.ForeignSector)
	w.must(err)
	if len(foreign.Orphans) > 0 {
		t.Error("the other account sees our orphans")
	}
}
