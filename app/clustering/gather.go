package clustering

import (
	"context"
	"slices"
)

// gathering is the constant Potts model on the complete graph of similarities. The weight between two groups is the product
// of the sums of their unit rows, so every pair counts and no neighbour list is needed.
type gathering struct {
	size   []float64
	column [][]int32
	value  [][]float32
	gamma  float64
}

// gather joins rows into clusters whose average similarity is above gamma.
func gather(ctx context.Context, m *matrix, gamma float64) ([]int32, error) {
	g := gathering{size: make([]float64, m.rows()), column: make([][]int32, m.rows()), value: make([][]float32, m.rows()), gamma: gamma}
	for i := range m.rows() {
		g.size[i] = 1
		g.column[i], g.value[i] = m.row(int32(i))
	}
	at, whole := leading(m), identity(m.rows())
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		moved := g.move(ctx, at, m.columns)
		count := compact(at)
		for i := range whole {
			whole[i] = at[whole[i]]
		}
		if !moved || count == len(g.size) {
			compact(whole)
			return whole, nil
		}
		g = g.aggregate(at, count)
		at = identity(count)
	}
}

// leading groups rows by their heaviest column. It is a start that is close to the result.
func leading(m *matrix) []int32 {
	first, at := map[int32]int32{}, make([]int32, m.rows())
	for i := range at {
		columns, values := m.row(int32(i))
		heaviest := 0
		for k := range values {
			if values[k] > values[heaviest] {
				heaviest = k
			}
		}
		if _, ok := first[columns[heaviest]]; !ok {
			first[columns[heaviest]] = int32(i)
		}
		at[i] = first[columns[heaviest]]
	}
	return at
}

// posting holds the sums of the clusters in one column.
type posting struct {
	cluster []int32
	value   []float32
}

// append adds to the last cluster, or begins the next.
func (p *posting) append(cluster int32, v float32) {
	if n := len(p.cluster); n > 0 && p.cluster[n-1] == cluster {
		p.value[n-1] += v
		return
	}
	p.cluster, p.value = append(p.cluster, cluster), append(p.value, v)
}

func (p *posting) add(cluster int32, v float32) {
	at, ok := slices.BinarySearch(p.cluster, cluster)
	if !ok {
		p.cluster, p.value = slices.Insert(p.cluster, at, cluster), slices.Insert(p.value, at, v)
		return
	}
	p.value[at] += v
	if p.value[at] < 1e-5 {
		p.cluster, p.value = slices.Delete(p.cluster, at, at+1), slices.Delete(p.value, at, at+1)
	}
}

// move moves groups to the best cluster until no move improves the result.
func (g *gathering) move(ctx context.Context, at []int32, columns int) bool {
	n := len(g.size)
	index, total := make([]posting, columns), make([]float64, n)
	order, _ := byLabel(at, n)
	for i, t := range order {
		if ended(ctx, i) {
			return false
		}
		total[at[t]] += g.size[t]
		for k, c := range g.column[t] {
			index[c].append(at[t], g.value[t][k])
		}
	}
	link, touched := make([]float64, n), []int32(nil)
	moved := false
	for round := 0; round < 10; round++ {
		changed := false
		for t := range n {
			if ended(ctx, t) {
				return false
			}
			own, itself := at[t], 0.
			touched = touched[:0]
			for k, c := range g.column[t] {
				p, value := &index[c], float64(g.value[t][k])
				itself += value * value
				for x, cluster := range p.cluster {
					if link[cluster] == 0 {
						touched = append(touched, cluster)
					}
					link[cluster] += float64(p.value[x]) * value
				}
			}
			link[own] -= itself
			total[own] -= g.size[t]
			best, gain := own, link[own]-g.gamma*g.size[t]*total[own]
			for _, c := range touched {
				if x := link[c] - g.gamma*g.size[t]*total[c]; x > gain+1e-9 {
					best, gain = c, x
				}
				link[c] = 0
			}
			total[best] += g.size[t]
			if best == own {
				continue
			}
			for k, c := range g.column[t] {
				index[c].add(own, -g.value[t][k])
				index[c].add(best, g.value[t][k])
			}
			at[t], changed, moved = best, true, true
		}
		if !changed {
			break
		}
	}
	return moved
}

func (g *gathering) aggregate(at []int32, count int) gathering {
	next := gathering{size: make([]float64, count), column: make([][]int32, count), value: make([][]float32, count), gamma: g.gamma}
	for t, c := range at {
		next.size[c] += g.size[t]
		next.column[c], next.value[c] = sum(next.column[c], next.value[c], g.column[t], g.value[t])
	}
	return next
}
