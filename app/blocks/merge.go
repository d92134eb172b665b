package blocks

// Conflict is a block that both sides changed in different ways. The merged document holds Mine, or Theirs if Mine is nil.
type Conflict struct {
	ID     string
	Base   *Block // nil if both added it
	Mine   *Block // nil if I removed it
	Theirs *Block // nil if they removed it
}

// Merge joins two cleaned documents that were both made from base. A block that only one side changed, added, moved or
// removed is taken from that side. If both changed it, the conflict holds both versions. A block that one side removed and
// the other changed stays, so that no text is lost.
func Merge(base, mine, theirs Document) (Document, []Conflict) {
	base, mine, theirs = base.withIDs(), mine.withIDs(), theirs.withIDs()
	m := merger{base: base.byID(), mine: mine.byID(), theirs: theirs.byID(), kept: map[string]Block{}}
	for _, d := range []Document{mine, theirs} {
		for _, b := range d {
			m.decide(b.ID)
		}
	}
	skeleton, other := mine, theirs
	if len(unmoved(base, mine)) == shared(base, m.mine) && len(unmoved(base, theirs)) != shared(base, m.theirs) {
		// Only they moved blocks, so their order is the newer one.
		skeleton, other = theirs, mine
	}
	return m.arrange(skeleton, other), m.conflicts
}

// shared returns the number of blocks of base that the other document still has.
func shared(base Document, other map[string]*Block) int {
	count := 0
	for _, b := range base {
		if other[b.ID] != nil {
			count++
		}
	}
	return count
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

// arrange puts the blocks that stay into the order of the skeleton. A block that only the other document has follows the
// block that it follows there.
func (m *merger) arrange(skeleton, other Document) Document {
	const begin = "" // no block has this id
	next, placed, last := map[string]string{}, map[string]bool{}, begin
	follow := func(before, id string) {
		next[id], next[before], placed[id] = next[before], id, true
	}
	for _, b := range skeleton {
		follow(last, b.ID)
		last = b.ID
	}
	last = begin
	for _, b := range other {
		if !placed[b.ID] {
			follow(last, b.ID)
		}
		last = b.ID
	}
	merged := make(Document, 0, len(m.kept))
	for id := next[begin]; id != begin; id = next[id] {
		if b, ok := m.kept[id]; ok {
			merged = append(merged, b)
		}
	}
	return merged
}
