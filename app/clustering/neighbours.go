package clustering

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"sync/atomic"
)

const (
	scanned   = 4000 // postings read for one phrase
	shortlist = 3    // candidates scored exactly, as a multiple of the neighbours that are returned
	chunk     = 256  // rows a worker takes at a time
)

type neighbour struct {
	to         int32
	similarity float32
}

// neighbours finds the most similar phrases of each phrase, through an inverted index, rarest column first, and through the
// sign sketches of the vectors.
func neighbours(ctx context.Context, l likeness, keep, workers int) ([][]neighbour, error) {
	m := l.rows
	found, room, inverted := make([][]neighbour, m.rows()), make([]neighbour, m.rows()*keep), m.transpose()
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(workers, m.rows()/chunk+1) {
		wait.Go(func() {
			s := search{l: l, inverted: inverted, keep: keep, score: make([]float32, m.rows()), distance: make([]uint16, m.rows())}
			for ctx.Err() == nil {
				from := int(next.Add(chunk)) - chunk
				if from >= m.rows() {
					return
				}
				for i := from; i < min(from+chunk, m.rows()); i++ {
					found[i] = room[i*keep:][:copy(room[i*keep:], s.nearest(int32(i)))]
				}
			}
		})
	}
	wait.Wait()
	return found, ctx.Err()
}

// search holds the scratch space of one worker.
type search struct {
	l        likeness
	inverted *matrix
	keep     int
	score    []float32
	distance []uint16
	touched  []int32
	order    []int32
	list     []neighbour
}

// nearest returns the most similar phrases of phrase i. The list is valid until the next call.
func (s *search) nearest(i int32) []neighbour {
	columns, values := s.l.rows.row(i)
	s.order = s.order[:0]
	for k := range columns {
		s.order = append(s.order, int32(k))
	}
	length := func(k int32) int32 { return s.inverted.start[columns[k]+1] - s.inverted.start[columns[k]] }
	slices.SortFunc(s.order, func(a, b int32) int {
		if x, y := length(a), length(b); x != y {
			return int(x - y)
		}
		return int(a - b)
	})
	s.touched = s.touched[:0]
	budget, exact := scanned, s.l.vectors == nil
	for _, k := range s.order {
		rows, weights := s.inverted.row(columns[k])
		if len(rows) > budget {
			rows, weights = window(rows, weights, i, budget)
			exact = false
		}
		budget -= len(rows)
		s.touched = slices.Grow(s.touched, len(rows))
		value, score, weights, at, touched := values[k], s.score, weights[:len(rows)], len(s.touched), s.touched[:cap(s.touched)]
		for x, j := range rows {
			now := score[j]
			touched[at] = j
			score[j] = now + value*weights[x]
			if now == 0 { // the row is written before this test: a branch that the processor guesses wrong costs more
				at++
			}
		}
		s.touched = touched[:at]
	}
	if exact {
		s.collect(i, s.keep)
	} else {
		s.collect(i, shortlist*s.keep)
		s.rescore(i)
	}
	slices.SortFunc(s.list, bySimilarity)
	return s.list[:min(len(s.list), s.keep)]
}

// collect lists the rows with the highest scores, except row i, and clears the scores. A full list is a heap with the lowest
// score on top.
func (s *search) collect(i int32, keep int) {
	s.list = s.list[:0]
	s.score[i] = 0
	score, least := s.score, float32(0) // the score that a row must reach once the list is full
	for _, j := range s.touched {
		x := neighbour{j, score[j]}
		score[j] = 0
		switch {
		case x.similarity < least || j == i:
		case len(s.list) < keep:
			if s.list = append(s.list, x); len(s.list) == keep {
				for k := keep/2 - 1; k >= 0; k-- {
					sink(s.list, k)
				}
				least = s.list[0].similarity
			}
		case bySimilarity(x, s.list[0]) < 0:
			s.list[0] = x
			sink(s.list, 0)
			least = s.list[0].similarity
		}
	}
}

// rescore computes the exact similarity of the candidates for row i, including those near its vector.
func (s *search) rescore(i int32) {
	if s.l.vectors != nil {
		s.list = s.l.vectors.nearest(i, shortlist*s.keep, s.distance, s.list)
		slices.SortFunc(s.list, func(a, b neighbour) int { return cmp.Compare(a.to, b.to) })
		s.list = slices.CompactFunc(s.list, func(a, b neighbour) bool { return a.to == b.to })
	}
	own := s.l.profile(i)
	for k := range s.list {
		s.list[k].similarity = own.like(s.l.profile(s.list[k].to))
	}
}

// window returns the part of a posting around row i.
func window(rows []int32, weights []float32, i int32, size int) ([]int32, []float32) {
	at, _ := slices.BinarySearch(rows, i)
	from := max(0, min(at-size/2, len(rows)-size))
	return rows[from : from+size], weights[from : from+size]
}

// bySimilarity puts the most similar first. It runs too often for cmp.Compare, which also handles NaN.
func bySimilarity(a, b neighbour) int {
	switch {
	case a.similarity > b.similarity:
		return -1
	case a.similarity < b.similarity:
		return 1
	}
	return int(a.to - b.to)
}

// sink moves the top of a heap down to its place.
func sink(list []neighbour, i int) {
	for {
		child := 2*i + 1
		if child >= len(list) {
			return
		}
		if child+1 < len(list) && bySimilarity(list[child], list[child+1]) < 0 {
			child++
		}
		if bySimilarity(list[i], list[child]) >= 0 {
			return
		}
		list[i], list[child] = list[child], list[i]
		i = child
	}
}

// symmetric makes a graph of the neighbour lists, with an edge where either end lists the other.
func symmetric(lists [][]neighbour) *graph {
	g := &graph{start: make([]int32, 1, len(lists)+1), size: make([]float64, len(lists))}
	rows, first := bothWays(lists)
	kept := rows[:0]
	for i := range g.size {
		g.size[i] = 1
		row, last := rows[first[i]:first[i+1]], int32(-1)
		slices.SortFunc(row, func(a, b neighbour) int {
			if a.to != b.to {
				return int(a.to - b.to)
			}
			return bySimilarity(a, b)
		})
		for _, x := range row {
			if x.to != last {
				kept, last = append(kept, x), x.to
			}
		}
		g.start = append(g.start, int32(len(kept)))
	}
	g.to, g.weight = make([]int32, len(kept)), make([]float32, len(kept))
	for k, x := range kept {
		g.to[k], g.weight[k] = x.to, x.similarity
	}
	return g
}

// bothWays lists every neighbour at both ends; those of node i are at [first[i], first[i+1]).
func bothWays(lists [][]neighbour) (rows []neighbour, first []int32) {
	first = make([]int32, len(lists)+1)
	for i, list := range lists {
		for _, x := range list {
			if x.similarity > 0 {
				first[i+1]++
				first[x.to+1]++
			}
		}
	}
	for i := range lists {
		first[i+1] += first[i]
	}
	rows = make([]neighbour, first[len(lists)])
	next := slices.Clone(first)
	put := func(i int32, x neighbour) {
		rows[next[i]] = x
		next[i]++
	}
	for i, list := range lists {
		for _, x := range list {
			if x.similarity > 0 {
				put(int32(i), x)
				put(x.to, neighbour{int32(i), x.similarity})
			}
		}
	}
	return rows, first
}

// discount reduces the similarity to neighbours in another large group to the given part, except what comes from vectors. It
// drops a neighbour whose similarity falls below least.
func (l likeness) discount(lists [][]neighbour, large []int32, part, least float32) {
	for i, list := range lists {
		kept := list[:0]
		for _, x := range list {
			if a, b := large[i], large[x.to]; a != b && a >= 0 && b >= 0 {
				model := l.vectorSimilarity(int32(i), x.to)
				if x.similarity = part*(x.similarity-model) + model; x.similarity < least {
					continue
				}
			}
			if x.similarity > 0 {
				kept = append(kept, x)
			}
		}
		lists[i] = kept
	}
}

// onlyLarge replaces labels that have fewer members than least by -1.
func onlyLarge(labels []int32, least int) []int32 {
	count := make([]int, labelCount(labels))
	for _, l := range labels {
		count[l]++
	}
	large := make([]int32, len(labels))
	for i, l := range labels {
		large[i] = l
		if count[l] < least {
			large[i] = -1
		}
	}
	return large
}
