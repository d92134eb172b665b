package clustering

import (
	"math"
	"slices"
)

// serp describes the result page of a phrase: its intents, and how difficult it is to rank there. Searches that one page can
// answer have nearly the same results, so their intents and difficulties agree.
type serp struct {
	value [len(intents) + ranks]float32
	usual float32 // square root of what two neighbours share on average
}

var intents = [...]string{"informational", "commercial", "transactional", "navigational"}

// ranks are the easiest of a list, the middle, and the hardest: each difficulty lies between two of them.
const ranks = 3

// serps returns a unit row for each phrase.
func (c *corpus) serps() []serp {
	list, rank := make([]serp, len(c.phrases)), c.difficultyRanks()
	for i := range list {
		s := &list[i]
		wanted := c.intents(&c.phrases[i])
		for _, k := range wanted {
			s.value[k] = float32(1 / math.Sqrt(float64(len(wanted))))
		}
		if !math.IsNaN(rank[i]) {
			at := rank[i] * (ranks - 1)
			easier := min(int(at), ranks-2)
			sin, cos := math.Sincos((at - float64(easier)) * math.Pi / 2)
			s.value[len(intents)+easier], s.value[len(intents)+easier+1] = float32(cos), float32(sin)
		}
		if s.known() {
			s.scale(1 / math.Sqrt(float64(s.common(s))))
		}
	}
	return list
}

// intents returns the indexes of the phrase's intents.
func (c *corpus) intents(p *phrase) []int {
	var list []int
	for k, name := range intents {
		if slices.ContainsFunc(p.entries, func(e int32) bool { return slices.Contains(c.entries[e].intents, name) }) {
			list = append(list, k)
		}
	}
	return list
}

// difficultyRanks returns the rank of each phrase by difficulty, from 0 for the easiest to 1, and NaN where it is unknown.
// Only the order counts: every tool has its own scale, and the list of one business may lie within ten points.
func (c *corpus) difficultyRanks() []float64 {
	rank, sorted := make([]float64, len(c.phrases)), []float64(nil)
	for i, p := range c.phrases {
		sum, count := 0., 0.
		for _, e := range p.entries {
			if d := c.entries[e].difficulty; d != nil {
				sum, count = sum+*d, count+1
			}
		}
		rank[i] = sum / count
		if count > 0 {
			sorted = append(sorted, rank[i])
		}
	}
	slices.Sort(sorted)
	for i, d := range rank {
		if math.IsNaN(d) {
			continue
		}
		first, _ := slices.BinarySearch(sorted, d)
		after, _ := slices.BinarySearch(sorted, math.Nextafter(d, math.Inf(1)))
		rank[i] = float64(first+after) / float64(2*len(sorted))
	}
	return rank
}

// addSERPs adds the result pages to the similarity: sharing more than usual counts for a join, sharing less counts against
// it. Usual is the average over the listed neighbours that words alone would join.
func (l *likeness) addSERPs(list []serp, lists [][]neighbour, join, weight float64) {
	common, pairs := 0., 0.
	for i, near := range lists {
		for _, x := range near {
			if float64(x.similarity) >= join && list[i].known() && list[x.to].known() {
				common, pairs = common+float64(list[i].common(&list[x.to])), pairs+1
			}
		}
	}
	if pairs == 0 {
		return
	}
	l.serps = list
	for i := range list {
		list[i].scale(math.Sqrt(weight))
		list[i].usual = float32(math.Sqrt(weight * common / pairs))
	}
}

func (s *serp) known() bool { return s.value != [len(s.value)]float32{} }

func (s *serp) scale(factor float64) {
	for k := range s.value {
		s.value[k] *= float32(factor)
	}
}

// common returns what two result pages share, 0 to 1; for sums it returns the sum over all pairs.
func (s *serp) common(o *serp) float32 {
	total := float32(0)
	for k := range s.value {
		total += s.value[k] * o.value[k]
	}
	return total
}

// like returns how much the result pages change a similarity.
func (s *serp) like(o *serp) float32 {
	if s == nil || o == nil {
		return 0
	}
	return s.common(o) - s.usual*o.usual
}

// asHard reports whether the difficulties of two phrases are within a seventh of the list of each other.
func (s *serp) asHard(o *serp) bool {
	both, own, other := 0., 0., 0.
	for k := len(intents); k < len(s.value); k++ {
		x, y := float64(s.value[k]), float64(o.value[k])
		both, own, other = both+x*y, own+x*x, other+y*y
	}
	return own*other > 0 && both/math.Sqrt(own*other) > .9
}

func (s *serp) plus(o *serp) *serp {
	if s == nil {
		return o
	}
	if o == nil {
		return s
	}
	both := *s
	for k := range both.value {
		both.value[k] += o.value[k]
	}
	both.usual += o.usual
	return &both
}
