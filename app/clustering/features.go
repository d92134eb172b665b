package clustering

import (
	"context"
	"math"
	"slices"
)

const (
	partLetters = 5 // length of the parts of words
	partWord    = 8 // words at least this long are cut into parts
)

// columns numbers the features: first the terms, then pairs of neighbouring words, parts of words, and values from tools.
type columns struct {
	pairs map[uint64]int32
	named map[string]int32
	parts map[int32][]int32 // by term
	count int
}

func newColumns(terms int) *columns {
	return &columns{pairs: map[uint64]int32{}, named: map[string]int32{}, parts: map[int32][]int32{}, count: terms}
}

func (n *columns) pair(a, b int32) int32 {
	c, ok := n.pairs[termPair(a, b)]
	if !ok {
		c = int32(n.count)
		n.pairs[termPair(a, b)] = c
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

// partsOf returns the columns of the parts of a term.
func (n *columns) partsOf(term int32, stem string) []int32 {
	list, ok := n.parts[term]
	if !ok {
		for _, x := range parts(stem) {
			list = append(list, n.name(x))
		}
		n.parts[term] = list
	}
	return list
}

// features returns a unit row for each phrase under the weighting.
func (c *corpus) features(ctx context.Context, w weighting) *matrix {
	numbers, m, weight := newColumns(len(c.stems)), newMatrix(len(c.phrases)), c.termWeights(w)
	part := w.part
	if c.language.Compounds {
		part = w.compound
	}
	var row []feature
	for i := range c.phrases {
		if ended(ctx, i) {
			break
		}
		p := &c.phrases[i]
		row = row[:0]
		for k, term := range p.words {
			row = append(row, feature{term, weight[term]})
			if w.pair > 0 && k > 0 && p.words[k-1] != term {
				row = append(row, feature{numbers.pair(p.words[k-1], term), w.pair})
			}
			if part > 0 {
				for _, x := range numbers.partsOf(term, c.stems[term]) {
					row = append(row, feature{x, part})
				}
			}
		}
		if w.modifier > 0 {
			for _, term := range p.modifiers {
				row = append(row, feature{term, w.modifier})
			}
		}
		if len(p.words) == 0 {
			row = append(row, feature{numbers.name("\x00" + c.entries[p.entries[0]].key), 1})
		}
		m.add(row)
	}
	m.weigh(numbers.count, w.rarity, w.common)
	return m
}

// termWeights returns the weights of the terms before their frequency is counted.
func (c *corpus) termWeights(w weighting) []float64 {
	list := make([]float64, len(c.stems))
	for t, h := range c.headness {
		list[t] = math.Pow(h+1e-6, w.head)
		if c.language.Qualifiers[c.shown[t]] {
			list[t] *= w.qualifier
		}
	}
	return list
}

// parts returns all runs of partLetters letters of a long word.
func parts(stem string) []string {
	runes := []rune(stem)
	if len(runes) < partWord || hasDigit(stem) {
		return nil
	}
	list := make([]string, len(runes)-partLetters+1)
	for i := range list {
		list[i] = string(runes[i : i+partLetters])
	}
	return list
}

// toolFeatures returns a unit row for each phrase from what tools gave for its keywords: parent keyword, group and result
// addresses.
func (c *corpus) toolFeatures() *matrix {
	numbers, rows := newColumns(0), make([][]feature, len(c.phrases))
	for i, p := range c.phrases {
		for _, e := range p.entries {
			entry := &c.entries[e]
			for _, s := range entry.parents {
				rows[i] = append(rows[i], feature{numbers.name("parent " + s), 1})
			}
			for _, s := range entry.groups {
				rows[i] = append(rows[i], feature{numbers.name("group " + s), 1})
			}
			for _, s := range entry.urls {
				rows[i] = append(rows[i], feature{numbers.name("url " + s), 1})
			}
		}
	}
	if numbers.count == 0 {
		return nil
	}
	dropCommon(rows, numbers.count)
	m := newMatrix(len(rows))
	for _, row := range rows {
		m.add(row)
	}
	m.weigh(numbers.count, 1, 0)
	return m
}

// dropCommon drops features that more than half of the rows have: they name the export, not a page.
func dropCommon(rows [][]feature, columns int) {
	frequency := make([]int, columns)
	for i := range rows {
		rows[i] = mergeFeatures(rows[i])
		for _, f := range rows[i] {
			frequency[f.column]++
		}
	}
	for i := range rows {
		rows[i] = slices.DeleteFunc(rows[i], func(f feature) bool { return len(rows) >= 8 && 2*frequency[f.column] > len(rows) })
	}
}
