package planner

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"igny8/app/language"
)

// drawSector draws a sector's tree as people may have left it.
func drawSector(t *rapid.T) *regrouping {
	r := &regrouping{runID: "run", siteID: "site", sectorID: "sector", before: map[string]Cluster{}, keywords: map[string]*Keyword{}}
	flag := func(label string) bool { return rapid.IntRange(0, 3).Draw(t, label) == 0 }
	add := func(level string, n int, parents []string) []string {
		ids := make([]string, n)
		for i := range ids {
			c := Cluster{ID: fmt.Sprintf("%s %d", level, i), Level: level, Role: Supporting, State: ClusterProposed, Locked: flag("locked"), Renamed: flag("renamed")}
			c.Name, c.NameKey = c.ID, c.ID
			if len(parents) > 0 {
				parent := rapid.SampledFrom(parents).Draw(t, "parent")
				c.ParentID, c.Placed = &parent, flag("placed")
			}
			if level == LevelPage {
				c.State = rapid.SampledFrom(ClusterStates()).Draw(t, "state")
			}
			ids[i], r.before[c.ID] = c.ID, c
		}
		return ids
	}
	pages := add(LevelPage, rapid.IntRange(1, 5).Draw(t, "pages"), add(LevelTopic, rapid.IntRange(1, 3).Draw(t, "topics"), add(LevelPillar, rapid.IntRange(1, 2).Draw(t, "pillars"), nil)))
	for i := range rapid.IntRange(1, 12).Draw(t, "keywords") {
		k := &Keyword{ID: fmt.Sprint(i), Key: fmt.Sprint(i), State: KeywordNew}
		if page := rapid.SampledFrom(append([]string{""}, pages...)).Draw(t, "page"); page != "" {
			k.ClusterID, k.State, k.Pinned = &page, KeywordClustered, flag("pinned")
			if r.before[page].State == ClusterExcluded || flag("excluded") {
				k.State = KeywordExcluded
			}
			c := r.before[page]
			c.KeywordCount++
			r.before[page] = c
		}
		r.keywords[k.Key] = k
	}
	return r
}

// drawGrouping draws what a run may find.
func drawGrouping(t *rapid.T, r *regrouping) []GroupedPage {
	pages := make([]GroupedPage, rapid.IntRange(1, 4).Draw(t, "found pages"))
	name := rapid.SampledFrom([]string{"a", "b", "page 0", "topic 1", "pillar 0"})
	for i := range pages {
		pages[i] = GroupedPage{Pillar: name.Draw(t, "pillar"), Topic: name.Draw(t, "topic"), Name: fmt.Sprint(name.Draw(t, "name"), " ", i)}
	}
	for i := range len(r.keywords) {
		if k := r.keywords[fmt.Sprint(i)]; k.State != KeywordExcluded {
			at := rapid.IntRange(0, len(pages)-1).Draw(t, "goes to")
			pages[at].Members = append(pages[at].Members, Member{Key: k.Key})
		}
	}
	return pages
}

// Whatever a run finds, what people decided stands, and the tree is a tree.
func TestWhateverARunFindsDecisionsStand(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := drawSector(t)
		r.keep = rapid.Bool().Draw(t, "keep")
		was := map[string]Keyword{}
		for key, k := range r.keywords {
			was[key] = *k
		}
		r.plan(drawGrouping(t, r))
		for key, k := range r.keywords {
			before := was[key]
			if before.State == KeywordExcluded && k.State != KeywordExcluded {
				t.Fatalf("the excluded keyword %s is %s", key, k.State)
			}
			held := r.keep || before.Pinned || before.ClusterID != nil && r.frozen(r.before[*before.ClusterID])
			if before.State == KeywordClustered && held && (k.State != before.State || *k.ClusterID != *before.ClusterID) {
				t.Fatalf("the keyword %s was moved from where a person put it", key)
			}
			if k.State == KeywordClustered && (r.clusters[*k.ClusterID] == nil || r.clusters[*k.ClusterID].Level != LevelPage) {
				t.Fatalf("the keyword %s is in no page cluster", key)
			}
		}
		for id, before := range r.before {
			after := r.clusters[id]
			switch {
			case after == nil && r.frozen(before):
				t.Fatalf("%s was locked or excluded and is gone", id)
			case after == nil:
				continue
			case (before.Renamed || r.frozen(before)) && after.Name != before.Name:
				t.Fatalf("%s is called %s now", id, after.Name)
			case (before.Placed || r.frozen(before)) && str(after.ParentID) != str(before.ParentID):
				t.Fatalf("%s stands under %s now", id, str(after.ParentID))
			case before.Level == LevelPage && before.State == ClusterExcluded && after.State != ClusterExcluded:
				t.Fatalf("%s was excluded and is %s", id, after.State)
			}
		}
		siblings, filled := map[string]bool{}, map[string]bool{}
		for _, k := range r.keywords {
			for id := str(k.ClusterID); id != ""; id = str(r.clusters[id].ParentID) {
				filled[id] = true
			}
		}
		for _, c := range r.clusters {
			if _, ok := r.before[c.ID]; !ok && !filled[c.ID] {
				t.Fatalf("%s is new and empty", c.Name)
			}
			at := c.Level + " " + str(c.ParentID) + " " + language.Key(c.Name)
			if siblings[at] {
				t.Fatalf("two siblings are called %s", c.Name)
			}
			siblings[at] = true
			if c.ParentID != nil && (r.clusters[*c.ParentID] == nil || r.clusters[*c.ParentID].Level != above[c.Level]) {
				t.Fatalf("%s stands under nothing that is there", c.Name)
			}
		}
	})
}
