package clustering

import (
	"context"
	"slices"
)

// headRounds is enough for the values to settle on imports of any size.
const headRounds = 8

// heads measures for each term whether it names the subject of its phrases (near 1: "joomla"), or is a modifier that many
// subjects share (near 0: "plugin", "free"), or a rare word beside a subject. In each phrase the terms compete for the
// phrase with the mass that they won in the round before. A term does not lose to one that always comes with it: "ghost" in
// "ghost cms" refines "cms".
func (c *corpus) heads(ctx context.Context) []float64 {
	phrases := c.distinctTerms()
	frequency, together := phrases.cooccurrence(ctx, len(c.stems))
	mass, share := slices.Clone(frequency), make([]float64, len(frequency))
	for range headRounds {
		won := make([]float64, len(mass))
		for i := range phrases.count() {
			if ended(ctx, i) {
				return share
			}
			words := phrases.at(i)
			for _, w := range words {
				against := 0.
				for _, v := range words {
					if v != w {
						against += mass[v] * (1 - together[termPair(v, w)]/frequency[w])
					}
				}
				if mass[w] > 0 {
					won[w] += mass[w] / (mass[w] + against)
				}
			}
		}
		mass = won
	}
	for w, f := range frequency {
		if f > 0 {
			share[w] = mass[w] / f
		}
	}
	return share
}

func termPair(a, b int32) uint64 {
	return uint64(min(a, b))<<32 | uint64(max(a, b))
}

// termLists holds lists of terms end to end.
type termLists struct{ start, term []int32 }

func (l termLists) count() int { return len(l.start) - 1 }

func (l termLists) at(i int) []int32 { return l.term[l.start[i]:l.start[i+1]] }

// distinctTerms returns the distinct terms of each phrase.
func (c *corpus) distinctTerms() termLists {
	l := termLists{start: make([]int32, 1, len(c.phrases)+1)}
	for i := range c.phrases {
		l.term = append(l.term, distinctTerms(c.phrases[i].words)...)
		l.start = append(l.start, int32(len(l.term)))
	}
	return l
}

// cooccurrence counts the phrases of each term and of each pair of terms.
func (l termLists) cooccurrence(ctx context.Context, terms int) ([]float64, map[uint64]float64) {
	frequency, together := make([]float64, terms), map[uint64]float64{}
	for i := range l.count() {
		if ended(ctx, i) {
			break
		}
		words := l.at(i)
		for k, w := range words {
			frequency[w]++
			for _, v := range words[:k] {
				together[termPair(v, w)]++
			}
		}
	}
	return frequency, together
}
