package clustering

import (
	"cmp"
	"fmt"
	"slices"

	"golang.org/x/text/cases"
)

// centre is scratch space for the sum of the rows of a cluster, weighted by their number of keywords.
type centre struct {
	sum     []float32
	touched []int32
}

func newCentre(columns int) *centre { return &centre{sum: make([]float32, columns)} }

func (s *centre) add(columns []int32, values []float32, weight float32) {
	for k, c := range columns {
		if s.sum[c] == 0 {
			s.touched = append(s.touched, c)
		}
		s.sum[c] += weight * values[k]
	}
}

func (s *centre) dot(columns []int32, values []float32) float64 {
	total := 0.
	for k, c := range columns {
		total += float64(s.sum[c]) * float64(values[k])
	}
	return total
}

func (s *centre) clear() {
	for _, c := range s.touched {
		s.sum[c] = 0
	}
	s.touched = s.touched[:0]
}

// seed returns the terms that more than half of the phrases have. In an export of one seed keyword they distinguish nothing.
func (c *corpus) seed() map[int32]bool {
	frequency := make([]int, len(c.stems))
	for _, p := range c.phrases {
		for _, w := range distinctTerms(p.words) {
			frequency[w]++
		}
	}
	seed := map[int32]bool{}
	for w, f := range frequency {
		if len(c.phrases) >= 10 && 2*f > len(c.phrases) {
			seed[int32(w)] = true
		}
	}
	return seed
}

func distinctTerms(words []int32) []int32 {
	if len(words) < 2 {
		return words
	}
	sorted := slices.Clone(words)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}

// seedOnly reports whether a phrase has only words of the seed.
func (t *tree) seedOnly(p int32) bool {
	for _, w := range t.c.phrases[p].words {
		if !t.seed[w] {
			return false
		}
	}
	return len(t.seed) > 0
}

// name returns the keyword with the highest volume among those nearest to the centre. Only a cluster with more than half of
// all phrases may be named after the seed.
func (t *tree) name(phrases []int32, centre *centre) string {
	type member struct {
		phrase int32
		near   float64
	}
	for _, p := range phrases {
		columns, values := t.similarity.rows.row(p)
		centre.add(columns, values, float32(len(t.c.phrases[p].entries)))
	}
	candidates, own := make([]member, 0, len(phrases)), 2*len(phrases) > len(t.c.phrases)
	for _, p := range phrases {
		if own || !t.seedOnly(p) {
			candidates = append(candidates, member{p, centre.dot(t.similarity.rows.row(p))})
		}
	}
	if len(candidates) == 0 {
		for _, p := range phrases {
			candidates = append(candidates, member{p, centre.dot(t.similarity.rows.row(p))})
		}
	}
	centre.clear()
	slices.SortFunc(candidates, func(a, b member) int { return cmp.Or(cmp.Compare(b.near, a.near), cmp.Compare(a.phrase, b.phrase)) })
	nearest := candidates[:min(len(candidates), 3+len(candidates)/10)]
	best := int32(-1)
	for _, n := range nearest {
		if n.near < .7*nearest[0].near {
			break
		}
		for _, e := range t.c.phrases[n.phrase].entries {
			if best < 0 || CompareKnown(t.c.entries[e].volume, t.c.entries[best].volume) > 0 {
				best = e
			}
		}
	}
	return t.c.entries[best].text
}

// distinguish numbers names that differ from a sibling's only by case.
func distinguish(branches []branch) {
	taken := newSiblings()
	for i := range branches {
		branches[i].name = taken.take(branches[i].parent, branches[i].name)
	}
}

// siblings holds the names that are taken among the children of each parent.
type siblings struct {
	taken map[sibling]bool
	fold  cases.Caser
}

type sibling struct {
	parent int
	name   string
}

func newSiblings() siblings { return siblings{map[sibling]bool{}, cases.Fold()} }

// take reserves the name and returns it, numbered if a sibling has it.
func (s siblings) take(parent int, name string) string {
	free := name
	for n := 2; s.taken[sibling{parent, s.fold.String(free)}]; n++ {
		free = fmt.Sprintf("%s (%d)", name, n)
	}
	s.taken[sibling{parent, s.fold.String(free)}] = true
	return free
}
