package clustering

import (
	"cmp"
	"slices"
)

const (
	borderlines = 200 // most pairs that a result lists
	nearly      = .7  // share of the join threshold from which a pair is listed for a second opinion
)

// Borderline is a pair of pages of one topic that was nearly joined.
type Borderline struct {
	A, B       int     // indexes in Result.Clusters, A before B
	Similarity float64 // average over all pairs of their keywords' phrases
}

// missed returns the pairs of neighbouring bundles with the same label that were not joined although their similarity is at
// least least, the most similar first.
func (l *linkage) missed(least float64, labels []int32) []candidate {
	var list joins
	for i := range int32(len(l.bundles)) {
		if l.root(i) != i {
			continue
		}
		for _, j := range l.roots(i, l.bundles[i].near) {
			if j < i || labels[i] != labels[j] {
				continue
			}
			if c := l.candidate(i, j); float64(c.similarity) >= least {
				list = append(list, c)
			}
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.similarity, a.similarity), cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b))
	})
	return slices.Clone(list[:min(len(list), borderlines)])
}

// borderline turns pairs of phrases into pairs of their pages.
func borderline(missed []candidate, page []int32) []Borderline {
	list := make([]Borderline, len(missed))
	for i, c := range missed {
		a, b := int(page[c.a]), int(page[c.b])
		list[i] = Borderline{min(a, b), max(a, b), float64(c.similarity)}
	}
	return list
}
