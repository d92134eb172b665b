package planner_test

import (
	"testing"

	"igny8/app/fault"
	"igny8/app/planner"
)

func TestAClusterIsDividedAsIsProposed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	page := c["puppy food"]
	w.importLines(
		"lantern oil,us,,90,,", "lantern oil price,us,,80,,", "lantern oil cheap,us,,70,,", "hammock stand,us,,60,,", "hammock stand wood,us,,50,,", "wooden hammock stand,us,,40,,",
	)
	var ids []string
	for _, text := range []string{"lantern oil", "lantern oil price", "lantern oil cheap", "hammock stand", "hammock stand wood", "wooden hammock stand"} {
		ids = append(ids, w.keyword(text).ID)
	}
	w.move(page.ID, ids)

	_, err := w.grouping.ProposeSplit(w.ctx, c["dogs"].ID)
	w.refused(err, fault.Invalid, "is a pillar")
	_, err = w.grouping.Divide(w.ctx, c["raw dog food"].ID, []string{page.ID})
	w.refused(err, fault.Conflict, "nothing to divide")

	before := w.everything()
	proposals, err := w.grouping.ProposeSplit(w.ctx, c["food"].ID)
	w.must(err)
	if len(proposals) != 1 || proposals[0].Cluster.ID != page.ID || len(proposals[0].Parts) == 0 {
		t.Fatalf("got %+v", proposals)
	}
	p := proposals[0]
	seen := map[string]bool{}
	for _, part := range append(p.Parts, p.Stays) {
		for _, k := range part.Keywords {
			if seen[k.Text] {
				t.Errorf("%q is in two parts", k.Text)
			}
			seen[k.Text] = true
		}
	}
	if int64(len(seen)) != w.cluster(page.ID).KeywordCount {
		t.Errorf("%d of %d keywords are in the proposal", len(seen), w.cluster(page.ID).KeywordCount)
	}
	if w.everything() != before {
		t.Fatal("a proposal changed something")
	}

	made, err := w.grouping.Divide(w.ctx, c["food"].ID, nil)
	w.must(err)
	if made != len(p.Parts) || w.cluster(page.ID).KeywordCount != int64(len(p.Stays.Keywords)) {
		t.Errorf("%d clusters were made and %d keywords stayed", made, w.cluster(page.ID).KeywordCount)
	}
	w.undo()
	if after := w.everything(); after != before {
		t.Fatalf("after undoing:\n%s\nbefore:\n%s", after, before)
	}
}

// Changes and proposals are nobody else's.
func TestChangesAreTheAccountsOwn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	change := w.latest()
	for name, call := range map[string]func() error{
		"list":     func() error { _, err := w.planner.Changes(w.Foreign, w.Sector, 10, ""); return err },
		"one":      func() error { _, err := w.planner.Change(w.Foreign, change.ID); return err },
		"undo":     func() error { _, err := w.planner.Undo(w.Foreign, w.Sector, change.ID); return err },
		"from own": func() error { _, err := w.planner.Undo(w.Foreign, w.ForeignSector, change.ID); return err },
		"propose":  func() error { _, err := w.grouping.ProposeSplit(w.Foreign, c["food"].ID); return err },
		"divide":   func() error { _, err := w.grouping.Divide(w.Foreign, c["food"].ID, nil); return err },
		"waiting":  func() error { _, err := w.planner.Waiting(w.Foreign, w.Sector); return err },
		"merge": func() error {
			_, err := w.planner.MergeClusters(w.Foreign, w.ForeignSector, clusters(c["puppy food"].ID), c["raw dog food"].ID)
			return err
		},
		"place": func() error {
			_, err := w.planner.PlaceClusters(w.Foreign, w.ForeignSector, clusters(c["puppy food"].ID), c["training"].ID)
			return err
		},
		"count": func() error {
			_, err := w.planner.CountClusters(w.Foreign, planner.ClusterQuery{SectorID: w.Sector})
			return err
		},
	} {
		if err := call(); fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s: got %v, want not found", name, err)
		}
	}
	if last, found, err := w.planner.LastChange(w.Foreign, w.Sector); err != nil || found {
		t.Errorf("a stranger sees %+v, %v", last, err)
	}
}
