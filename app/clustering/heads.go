package clustering

import "slices"

// headRounds is enough for the competition to settle on imports of any size.
const headRounds = 8

// heads measures how far each term is what its phrases are about (near 1: "joomla") rather than a modifier that many
// subjects share (near 0: "plugin", "free") or a rare word beside a subject. Terms compete in each phrase for the phrase,
// each with the mass it won in the round before. A term is not held back by one that it always comes with: "ghost" in
// "ghost cms" refines "cms".
func (c *corpus) heads() []float64 {
	frequency, together := c.cooccurrence()
	mass, share := slices.Clone(frequency), make([]float64, len(frequency))
	for range headRounds {
		won := make([]float64, len(mass))
		for i := range c.phrases {
			words := distinctTerms(c.phrases[i].words)
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

// cooccurrence counts the phrases of each term and of each pair of terms.
func (c *corpus) cooccurrence() ([]float64, map[uint64]float64) {
	frequency, together := make([]float64, len(c.stems)), map[uint64]float64{}
	for i := range c.phrases {
		words := distinctTerms(c.phrases[i].words)
		for k, w := range words {
			frequency[w]++
			for _, v := range words[:k] {
				together[termPair(v, w)]++
			}
		}
	}
	return frequency, together
}
