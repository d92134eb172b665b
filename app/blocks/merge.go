package blocks

import (
	"maps"
	"math"
	"slices"
)

// Conflict is a block that both sides changed in different ways. The merged document holds Mine, or Theirs if Mine is nil.
type Conflict struct {
	ID     string
	Base   *Block // nil if both added it
	Mine   *Block // nil if I removed it
	Theirs *Block // nil if they removed it
}

// Merge joins two cleaned documents that were both made from base. A block that only one side changed, added, moved or
// removed is taken from that side. If both changed it, the conflict holds both versions; if both moved it, it is where mine has
// it. A block that one side removed and the other changed stays, so that no text is lost. moved names the blocks that I moved,
// where the caller knows: from the documents alone nobody can tell which of two blocks that changed places was moved.
func Merge(base, mine, theirs Document, moved ...string) (Document, []Conflict) {
	base, mine, theirs = base.withIDs(), mine.withIDs(), theirs.withIDs()
	m := merger{base: base.byID(), mine: mine.byID(), theirs: theirs.byID(), kept: map[string]Block{}}
	for _, d := range []Document{mine, theirs} {
		for _, b := range d {
			m.decide(b.ID)
		}
	}
	return m.arrange(base, mine, theirs, moved), m.conflicts
}

type merger struct {
	base, mine, theirs map[string]*Block
	kept               map[string]Block
	conflicts          []Conflict
}

// decide chooses the version of a block that stays, if any.
func (m *merger) decide(id string) {
	if _, done := m.kept[id]; done {
		return
	}
	base, mine, theirs := m.base[id], m.mine[id], m.theirs[id]
	switch {
	case same(mine, theirs), same(theirs, base):
		m.keep(mine)
	case same(mine, base):
		m.keep(theirs)
	default:
		m.conflicts = append(m.conflicts, Conflict{ID: id, Base: base, Mine: mine, Theirs: theirs})
		m.keep(mine)
		if mine == nil {
			m.keep(theirs)
		}
	}
}

func (m *merger) keep(b *Block) {
	if b != nil {
		m.kept[b.ID] = *b
	}
}

func same(a, b *Block) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

// arrange returns the blocks that stay in their order. Where it is not certain who moved what, it takes the reading that
// respects most of what both sides put before something else.
func (m *merger) arrange(base, mine, theirs Document, moved []string) (best Document) {
	fewest := math.MaxInt
	for _, iMoved := range readings(base, mine, moved) {
		for _, theyMoved := range readings(base, theirs, nil) {
			d := m.place(mine, theirs, iMoved, theyMoved)
			if faults := disorder(base, mine, theirs, d); faults < fewest {
				best, fewest = d, faults
			}
		}
	}
	return best
}

// place begins with their order, without the blocks that I moved and what both added, and puts these and what I added where I
// have them.
func (m *merger) place(mine, theirs Document, iMoved, theyMoved map[string]bool) Document {
	const begin = "" // no block has this id
	next, placed, last := map[string]string{}, map[string]bool{}, begin
	follow := func(before, id string) {
		next[id], next[before], placed[id] = next[before], id, true
	}
	for _, b := range theirs {
		if addedByBoth := m.base[b.ID] == nil && m.mine[b.ID] != nil; addedByBoth || iMoved[b.ID] {
			continue
		}
		follow(last, b.ID)
		last = b.ID
	}
	last, stays := begin, begin // the blocks before in my document: any, and the last one that they have not moved away
	for _, b := range mine {
		if placed[b.ID] {
			if last = b.ID; !theyMoved[b.ID] {
				stays = b.ID
			}
			continue
		}
		at := last
		if iMoved[b.ID] {
			at = stays
		}
		for n := next[at]; n != begin && (m.mine[n] == nil || theyMoved[n]); n = next[at] {
			at = n // what they put at the same place comes first
		}
		follow(at, b.ID)
		last, stays = b.ID, b.ID
	}
	merged := make(Document, 0, len(m.kept))
	for id := next[begin]; id != begin; id = next[id] {
		if b, ok := m.kept[id]; ok {
			merged = append(merged, b)
		}
	}
	return merged
}

// readings returns the sets of blocks whose move turns the order of before into that of after. There is one if it is known, else
// there may be two: of two blocks that changed places, either the one that went up or the one that went down was moved.
func readings(before, after Document, known []string) []map[string]bool {
	shared, order := common(before, after), common(after, before)
	still := func(ids []string) []string {
		return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(known, id) })
	}
	if len(known) > 0 && slices.Equal(still(shared), still(order)) {
		return []map[string]bool{without(known, nil)}
	}
	up, down := without(order, unmoved(before, after, rising)), without(order, unmoved(before, after, risingFromTheEnd))
	if maps.Equal(up, down) {
		return []map[string]bool{up}
	}
	return []map[string]bool{up, down}
}

// common returns the ids of the blocks that both documents have, in the order of the first.
func common(doc, other Document) (ids []string) {
	there := other.byID()
	for _, b := range doc {
		if there[b.ID] != nil {
			ids = append(ids, b.ID)
		}
	}
	return ids
}

func without(ids []string, others map[string]bool) map[string]bool {
	set := map[string]bool{}
	for _, id := range ids {
		if !others[id] {
			set[id] = true
		}
	}
	return set
}

// Undoes reports whether the merged document puts two blocks back into the order of base that the other document had turned: both
// sides moved one of them.
func Undoes(base, theirs, merged Document) bool {
	turned, is := placesIn(base, theirs), placesIn(base, merged)
	for i := range base {
		for j := i + 1; j < len(base); j++ {
			if turned.turned(i, j) && is.holds(i, j) && !is.turned(i, j) {
				return true
			}
		}
	}
	return false
}

// disorder counts the pairs of blocks that are in the wrong order. A pair that one side turned is to be turned, and counts twice
// if it is not; all others are to stay as they are.
func disorder(base, mine, theirs, merged Document) (count int) {
	m, t, is := placesIn(base, mine), placesIn(base, theirs), placesIn(base, merged)
	for i := range base {
		for j := i + 1; j < len(base); j++ {
			switch wanted, turned := m.turned(i, j) || t.turned(i, j), is.turned(i, j); {
			case wanted && !turned:
				count += 2
			case turned && !wanted:
				count++
			}
		}
	}
	return count
}

// places are where the blocks of base are in another document; -1: it has not got the block.
type places []int

func placesIn(base, doc Document) places {
	at := make(map[string]int, len(doc))
	for n, b := range doc {
		at[b.ID] = n
	}
	p := make(places, len(base))
	for i, b := range base {
		n, there := at[b.ID]
		if p[i] = n; !there {
			p[i] = -1
		}
	}
	return p
}

func (p places) holds(i, j int) bool { return p[i] >= 0 && p[j] >= 0 }

// turned reports whether the blocks, of which i comes first in base, come the other way round.
func (p places) turned(i, j int) bool { return p.holds(i, j) && p[j] < p[i] }
