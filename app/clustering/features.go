package clustering

import "math"

const (
	gramLetters = 5 // length of the parts of words
	gramWord    = 8 // words at least this long are cut into parts
)

// columns numbers features beyond the terms: pairs of neighbouring words, parts of words, and what tools gave.
type columns struct {
	pairs map[[2]int32]int32
	named map[string]int32
	count int
}

func newColumns(terms int) *columns {
	return &columns{pairs: map[[2]int32]int32{}, named: map[string]int32{}, count: terms}
}

func (n *columns) pair(a, b int32) int32 {
	if a > b {
		a, b = b, a
	}
	c, ok := n.pairs[[2]int32{a, b}]
	if !ok {
		c = int32(n.count)
		n.pairs[[2]int32{a, b}] = c
		n.count++
	}
	return c
}

func (n *columns) name(s string) int32 {
	c, ok := n.named[s]
	if !ok {
		c = int32(n.count)
		n.named[s] = c
		n.count++
	}
	return c
}

// features are the weighted features of every phrase.
func (c *corpus) features(pair, gram, modifier, head float64) ([][]feature, int) {
	power := c.subjects(head)
	numbers := newColumns(len(c.stems))
	rows := make([][]feature, len(c.phrases))
	for i := range c.phrases {
		p := &c.phrases[i]
		row := make([]feature, 0, 2*len(p.words)+len(p.modifiers))
		for k, w := range p.words {
			row = append(row, feature{w, power[w]})
			if pair > 0 && k > 0 && p.words[k-1] != w {
				row = append(row, feature{numbers.pair(p.words[k-1], w), pair})
			}
			if gram > 0 {
				for _, part := range parts(c.stems[w]) {
					row = append(row, feature{numbers.name(part), gram})
				}
			}
		}
		if modifier > 0 {
			for _, w := range p.modifiers {
				row = append(row, feature{w, modifier})
			}
		}
		if len(row) == 0 {
			row = append(row, feature{numbers.name("\x00" + c.entries[p.entries[0]].key), 1})
		}
		rows[i] = row
	}
	return rows, numbers.count
}

// parts are the runs of letters in a long word.
func parts(stem string) []string {
	runes := []rune(stem)
	if len(runes) < gramWord || hasDigit(stem) {
		return nil
	}
	list := make([]string, len(runes)-gramLetters+1)
	for i := range list {
		list[i] = string(runes[i : i+gramLetters])
	}
	return list
}

// subjects weigh terms by their headness to a power; 0 weighs all alike.
func (c *corpus) subjects(power float64) []float64 {
	list := make([]float64, len(c.stems))
	for w, h := range c.headness {
		list[w] = 1
		if power > 0 {
			list[w] = math.Pow(h+1e-6, power)
		}
	}
	return list
}
