package sitebuilder_test

import (
	"maps"
	"slices"
	"testing"

	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/app/sitebuilder"
)

// edit changes the attached clusters and returns the role of each, by id.
func (d *desk) edit(e sitebuilder.ClusterEdit) map[string]string {
	d.Helper()
	plan, err := d.Builder.Save(d.ctx, d.Site, sitebuilder.Change{Edit: &e})
	d.must(err)
	roles := map[string]string{}
	for _, a := range plan.Clusters {
		roles[a.ClusterID] = a.Role
	}
	return roles
}

func TestEditOfClustersKeepsWhatItDoesNotName(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	leaves, err := d.Planner.Clusters(d.ctx, d.Sector, planner.LevelPage)
	d.must(err)
	pillars, err := d.Planner.Clusters(d.ctx, d.Sector, planner.LevelPillar)
	d.must(err)
	first, second, third := leaves[0].ID, leaves[1].ID, leaves[2].ID

	for name, refused := range map[string]struct {
		edit sitebuilder.ClusterEdit
		kind fault.Kind
	}{
		"a pillar":       {sitebuilder.ClusterEdit{Attach: []sitebuilder.Attach{{ClusterID: pillars[0].ID}}}, fault.Invalid},
		"no role":        {sitebuilder.ClusterEdit{Attach: []sitebuilder.Attach{{ClusterID: first, Role: "king"}}}, fault.Invalid},
		"no cluster":     {sitebuilder.ClusterEdit{Attach: []sitebuilder.Attach{{ClusterID: "\x00"}}}, fault.NotFound},
		"another site's": {sitebuilder.ClusterEdit{Attach: []sitebuilder.Attach{{ClusterID: d.ForeignSite}}}, fault.NotFound},
		"no search":      {sitebuilder.ClusterEdit{AttachAll: &sitebuilder.CandidateQuery{Q: "\x00"}}, fault.Invalid},
	} {
		_, err := d.Builder.Save(d.ctx, d.Site, sitebuilder.Change{Edit: &refused.edit})
		d.refused(name, err, refused.kind)
	}

	got := d.edit(sitebuilder.ClusterEdit{Attach: []sitebuilder.Attach{{ClusterID: first, Role: planner.Hub}, {ClusterID: second}}})
	if len(got) != 2 || got[first] != planner.Hub {
		t.Fatalf("attached %v", got)
	}
	got = d.edit(sitebuilder.ClusterEdit{Attach: []sitebuilder.Attach{{ClusterID: third}}, Detach: []string{second, "nobody's", "\x00"}})
	if len(got) != 2 || got[first] != planner.Hub || got[third] == "" {
		t.Errorf("the edit of others changed the first: %v", got)
	}
	got = d.edit(sitebuilder.ClusterEdit{Attach: []sitebuilder.Attach{{ClusterID: first, Role: planner.Attribute}}})
	if len(got) != 2 || got[first] != planner.Attribute {
		t.Errorf("the role is not changed: %v", got)
	}

	plan, err := d.Builder.Begun(d.ctx, d.Site)
	d.must(err)
	hose := sitebuilder.CandidateQuery{Q: "hose"}
	matching, err := d.Builder.CountCandidates(d.ctx, plan.Blueprint, hose)
	d.must(err)
	if matching == 0 {
		t.Fatal("nothing matches")
	}
	got = d.edit(sitebuilder.ClusterEdit{Detach: []string{first, third}, AttachAll: &hose})
	if len(got) != int(matching) {
		t.Errorf("attached %d of %d that match", len(got), matching)
	}
	got = d.edit(sitebuilder.ClusterEdit{AttachAll: &sitebuilder.CandidateQuery{}})
	all, attached, err := d.Builder.Candidates(d.ctx, plan.Blueprint)
	d.must(err)
	if len(got) != int(all) || attached != all {
		t.Errorf("attached %d of %d", len(got), all)
	}
	got = d.edit(sitebuilder.ClusterEdit{DetachAll: &hose})
	if len(got) != int(all-matching) {
		t.Errorf("%d stay of %d, %d matched", len(got), all, matching)
	}
}

func TestCandidateTreeHasWhatStandsAboveThem(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	plan := d.planned()
	tree, err := d.Builder.CandidateTree(d.ctx, plan.Blueprint)
	d.must(err)
	seen := map[string]bool{}
	var walk func([]sitebuilder.Candidate)
	walk = func(list []sitebuilder.Candidate) {
		for _, c := range list {
			seen[c.ID] = seen[c.ID] || c.CanAttach()
			branch, err := d.Builder.CandidateBranch(d.ctx, plan.Blueprint, c.ID, 0, "")
			d.must(err)
			if len(branch.Items) != len(c.Children) {
				t.Errorf("%q has %d children in the tree, %d in its branch", c.Name, len(c.Children), len(branch.Items))
			}
			var below, attached int64
			for _, child := range c.Children {
				below, attached = below+child.Below, attached+child.BelowAttached
				if child.CanAttach() {
					below++
				}
				if child.Attached {
					attached++
				}
			}
			if c.Below != below || c.BelowAttached != attached {
				t.Errorf("%q counts %d, %d attached, want %d and %d", c.Name, c.Below, c.BelowAttached, below, attached)
			}
			walk(c.Children)
		}
	}
	walk(tree)
	roots, err := d.Builder.CandidateBranch(d.ctx, plan.Blueprint, "", 0, "")
	d.must(err)
	if len(roots.Items) != len(tree) {
		t.Errorf("%d roots, the tree has %d", len(roots.Items), len(tree))
	}
	all, _, err := d.Builder.Candidates(d.ctx, plan.Blueprint)
	d.must(err)
	candidates := slices.DeleteFunc(slices.Collect(maps.Keys(seen)), func(id string) bool { return !seen[id] })
	if int64(len(candidates)) != all {
		t.Errorf("the tree has %d of %d", len(candidates), all)
	}
}
