package clustering

import (
	"cmp"
	"context"
	"slices"

	"igny8/app/language"
)

// tree turns labels of phrases into named clusters and memberships.
type tree struct {
	ctx        context.Context
	c          *corpus
	similarity likeness // the similarity that pages were made with
	settings   settings
	seed       map[int32]bool // terms that more than half of the import has
}

func newTree(ctx context.Context, c *corpus, alike likeness, s settings) *tree {
	return &tree{ctx: ctx, c: c, similarity: alike, settings: s, seed: c.seed()}
}

// branch is a cluster before its place in the result is known.
type branch struct {
	parent  int // index of the parent in the result
	phrases []int32
	name    string
	key     string
	volume  *int64
}

// result builds the levels from the root down, each sorted by parent and name.
func (t *tree) result(found grouping, pillars []int32) Result {
	var out Result
	var above []int32 // index of each phrase's cluster in out, one level up
	centre := newCentre(t.similarity.rows.columns)
	for _, l := range []struct {
		level  Level
		labels []int32
	}{{Pillar, pillars}, {Topic, found.topics}, {Page, found.pages}} {
		branches := t.branches(l.labels, above, centre)
		above = make([]int32, len(t.c.phrases))
		for _, b := range branches {
			for _, p := range b.phrases {
				above[p] = int32(len(out.Clusters))
			}
			out.Clusters = append(out.Clusters, Cluster{Level: l.level, Name: b.name, Parent: b.parent, Volume: b.volume})
		}
	}
	out.Memberships = t.memberships(above, centre)
	out.Borderline = borderline(found.missed, above)
	return out
}

func (t *tree) branches(labels, above []int32, centre *centre) []branch {
	count := 0
	for _, l := range labels {
		count = max(count, int(l)+1)
	}
	order, first := byLabel(labels, count)
	branches := make([]branch, count)
	for l := range branches {
		if ended(t.ctx, l) {
			return nil
		}
		b := &branches[l]
		b.phrases, b.parent = order[first[l]:first[l+1]], -1
		if above != nil {
			b.parent = int(above[b.phrases[0]])
		}
		b.volume = t.c.volume(b.phrases)
		b.name = t.name(b.phrases, centre)
		b.key = language.Key(b.name)
	}
	slices.SortFunc(branches, func(a, b branch) int {
		return cmp.Or(cmp.Compare(a.parent, b.parent), cmp.Compare(a.key, b.key), cmp.Compare(a.phrases[0], b.phrases[0]))
	})
	distinguish(branches)
	return branches
}

func (t *tree) memberships(page []int32, centre *centre) []Membership {
	list := make([]Membership, len(t.c.entries))
	count := 0
	for _, p := range page {
		count = max(count, int(p)+1)
	}
	order, first := byLabel(page, count)
	for l := range count {
		if ended(t.ctx, l) {
			break
		}
		phrases := order[first[l]:first[l+1]]
		if len(phrases) == 0 {
			continue
		}
		j := t.assess(phrases, centre)
		for _, p := range phrases {
			for _, e := range t.c.phrases[p].entries {
				entry := &t.c.entries[e]
				m := Membership{Key: entry.key, Text: entry.text, Volume: entry.volume, Page: l, Strength: j.strength(p)}
				m.Evidence = j.evidence(p, e)
				m.Weak = j.count > 1 && m.Strength < t.settings.join+t.settings.doubt
				list[e] = m
			}
		}
	}
	return list
}
