package clustering

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"sync/atomic"
)

const (
	scanned   = 6000 // postings looked at for one phrase
	shortlist = 3    // candidates scored exactly, as a multiple of the neighbours kept
	chunk     = 256  // rows a worker takes at a time
)

type neighbour struct {
	to         int32
	similarity float32
}

// neighbours finds the most similar rows of each row through an inverted index, rarest column first.
func neighbours(ctx context.Context, m *matrix, keep, workers int) ([][]neighbour, error) {
	found, inverted := make([][]neighbour, m.rows()), m.transpose()
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(workers, m.rows()/chunk+1) {
		wait.Go(func() {
			s := search{m: m, inverted: inverted, keep: keep, score: make([]float32, m.rows())}
			for ctx.Err() == nil {
				from := int(next.Add(chunk)) - chunk
				if from >= m.rows() {
					return
				}
				for i := from; i < min(from+chunk, m.rows()); i++ {
					found[i] = s.nearest(int32(i))
				}
			}
		})
	}
	wait.Wait()
	return found, ctx.Err()
}

// search is the scratch space of one worker.
type search struct {
	m, inverted *matrix
	keep        int
	score       []float32
	touched     []int32
	order       []int32
	list        []neighbour
}

func (s *search) nearest(i int32) []neighbour {
	columns, values := s.m.row(i)
	s.order = s.order[:0]
	for k := range columns {
		s.order = append(s.order, int32(k))
	}
	length := func(k int32) int32 { return s.inverted.start[columns[k]+1] - s.inverted.start[columns[k]] }
	slices.SortFunc(s.order, func(a, b int32) int { return cmp.Or(cmp.Compare(length(a), length(b)), cmp.Compare(a, b)) })
	s.touched = s.touched[:0]
	budget := scanned
	for _, k := range s.order {
		rows, weights := s.inverted.row(columns[k])
		if len(rows) > budget {
			rows, weights = window(rows, weights, i, budget)
		}
		budget -= len(rows)
		for x, j := range rows {
			if s.score[j] == 0 {
				s.touched = append(s.touched, j)
			}
			s.score[j] += values[k] * weights[x]
		}
	}
	s.list = s.list[:0]
	for _, j := range s.touched {
		if j != i {
			s.list = append(s.list, neighbour{j, s.score[j]})
		}
		s.score[j] = 0
	}
	s.list = strongest(s.list, shortlist*s.keep)
	for k := range s.list {
		n := &s.list[k]
		c, v := s.m.row(n.to)
		n.similarity = dot(columns, values, c, v)
	}
	return slices.Clone(strongest(s.list, s.keep))
}

// window is the part of a posting that lies around row i in canonical order.
func window(rows []int32, weights []float32, i int32, size int) ([]int32, []float32) {
	at, _ := slices.BinarySearch(rows, i)
	from := max(0, min(at-size/2, len(rows)-size))
	return rows[from : from+size], weights[from : from+size]
}

func bySimilarity(a, b neighbour) int {
	if a.similarity != b.similarity {
		return cmp.Compare(b.similarity, a.similarity)
	}
	return cmp.Compare(a.to, b.to)
}

// strongest keeps the most similar, sorted.
func strongest(list []neighbour, keep int) []neighbour {
	if len(list) > 4*keep {
		list = cut(list, keep)
	}
	slices.SortFunc(list, bySimilarity)
	return list[:min(keep, len(list))]
}

// cut drops what is surely not among the first: it moves the best to the front by repeated partition.
func cut(list []neighbour, keep int) []neighbour {
	low, high := 0, len(list)
	for high-low > 1 && high > 2*keep {
		pivot := list[(low+high)/2]
		i := low
		for j := low; j < high; j++ {
			if bySimilarity(list[j], pivot) < 0 {
				list[i], list[j] = list[j], list[i]
				i++
			}
		}
		switch {
		case i >= keep:
			high = i
		case i == low:
			return list[:high]
		default:
			low = i
		}
	}
	return list[:high]
}

// symmetric makes a graph of the neighbour lists: an edge where either end names the other.
func symmetric(lists [][]neighbour) *graph {
	n := len(lists)
	both := make([][]neighbour, n)
	for i, list := range lists {
		for _, x := range list {
			if x.similarity <= 0 {
				continue
			}
			both[i] = append(both[i], x)
			both[x.to] = append(both[x.to], neighbour{int32(i), x.similarity})
		}
	}
	g := &graph{start: make([]int32, 1, n+1), size: make([]float64, n)}
	for i, list := range both {
		slices.SortFunc(list, func(a, b neighbour) int { return cmp.Or(cmp.Compare(a.to, b.to), bySimilarity(a, b)) })
		for k, x := range list {
			if k == 0 || list[k-1].to != x.to {
				g.to, g.weight = append(g.to, x.to), append(g.weight, x.similarity)
			}
		}
		g.start = append(g.start, int32(len(g.to)))
		g.size[i] = 1
	}
	return g
}
