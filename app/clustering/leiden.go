package clustering

import (
	"context"
	"slices"
)

// graph is undirected and weighted. Each edge is stored at both ends, rows are sorted, and there are no loops.
type graph struct {
	start  []int32
	to     []int32
	weight []float32
	size   []float64 // weight of a node in the null model
}

func (g *graph) nodes() int { return len(g.start) - 1 }

func (g *graph) row(i int32) ([]int32, []float32) {
	a, b := g.start[i], g.start[i+1]
	return g.to[a:b], g.weight[a:b]
}

// leiden finds communities that maximise the constant Potts model: the sum of the weights inside minus gamma times the pairs
// inside (Traag, Waltman, van Eck 2019). Every choice follows the given order of nodes instead of chance. The communities
// are connected, and their number depends on gamma alone, whatever the size of the graph.
func leiden(ctx context.Context, g *graph, gamma float64, order []int32) ([]int32, error) {
	n := g.nodes()
	whole := make([]int32, n) // community of each original node's aggregate
	for i := range whole {
		whole[i] = int32(i)
	}
	level, at := g, identity(n)
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		moved := moveNodes(ctx, level, at, gamma, order)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		refined := refine(level, at, gamma)
		count := compact(refined)
		if !moved || count == level.nodes() {
			for i := range whole {
				whole[i] = at[whole[i]]
			}
			compact(whole)
			return whole, nil
		}
		next := make([]int32, count)
		for i, c := range refined {
			next[c] = at[i]
		}
		for i := range whole {
			whole[i] = refined[whole[i]]
		}
		compact(next)
		level, at, order = aggregate(level, refined, count), next, identity(count)
	}
}

func identity(n int) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = int32(i)
	}
	return list
}

// compact renumbers labels from 0 in the order of appearance and returns how many there are.
func compact(labels []int32) int {
	if len(labels) == 0 {
		return 0
	}
	number := make([]int32, slices.Max(labels)+1)
	count := int32(0)
	for i, l := range labels {
		if number[l] == 0 {
			count++
			number[l] = count
		}
		labels[i] = number[l] - 1
	}
	return int(count)
}

// moveNodes moves single nodes to the best neighbouring community, at first in the given order, until no move improves the
// result. It reports whether any node moved.
func moveNodes(ctx context.Context, g *graph, at []int32, gamma float64, order []int32) bool {
	n := g.nodes()
	total := make([]float64, n) // size of each community
	members := make([]int32, n)
	for i, c := range at {
		total[c] += g.size[i]
		members[c]++
	}
	var free []int32
	for c := n - 1; c >= 0; c-- {
		if members[c] == 0 {
			free = append(free, int32(c))
		}
	}
	link := make([]float64, n)
	var touched []int32
	queue, waiting := slices.Clone(order), make([]bool, n)
	for i := range waiting {
		waiting[i] = true
	}
	moved := false
	for head := 0; head < len(queue); head++ {
		if ended(ctx, head) {
			break
		}
		i := queue[head]
		waiting[i] = false
		to, weight := g.row(i)
		touched = touched[:0]
		for k, j := range to {
			c := at[j]
			if link[c] == 0 {
				touched = append(touched, c)
			}
			link[c] += float64(weight[k])
		}
		own := at[i]
		total[own] -= g.size[i]
		best, gain := own, link[own]-gamma*g.size[i]*total[own]
		for _, c := range touched {
			if x := link[c] - gamma*g.size[i]*total[c]; x > gain+1e-9 || (x > gain-1e-9 && c < best && best != own) {
				best, gain = c, x
			}
			link[c] = 0
		}
		if gain < -1e-9 && members[own] > 1 {
			best = free[len(free)-1]
		}
		if best != own {
			if members[best] == 0 {
				free = free[:len(free)-1]
			}
			if members[own]--; members[own] == 0 {
				free = append(free, own)
			}
			members[best]++
			moved = true
			at[i] = best
			for _, j := range to {
				if at[j] != best && !waiting[j] {
					waiting[j] = true
					queue = append(queue, j)
				}
			}
		}
		total[best] += g.size[i]
		if head > 1<<16 && head > len(queue)/2 {
			queue = append(queue[:0], queue[head+1:]...)
			head = -1
		}
	}
	return moved
}

// refine splits each community into well connected parts. It joins only single nodes to parts of their own community.
func refine(g *graph, at []int32, gamma float64) []int32 {
	n := g.nodes()
	community := make([]float64, n)
	for i, c := range at {
		community[c] += g.size[i]
	}
	part, total, outer, single := identity(n), make([]float64, n), make([]float64, n), make([]bool, n)
	for i := range n {
		total[i], single[i] = g.size[i], true
		to, weight := g.row(int32(i))
		for k, j := range to {
			if at[j] == at[i] {
				outer[i] += float64(weight[k])
			}
		}
	}
	link := make([]float64, n)
	var touched []int32
	for i := range int32(n) {
		rest := community[at[i]]
		if !single[i] || outer[i] < gamma*g.size[i]*(rest-g.size[i]) {
			continue
		}
		to, weight := g.row(i)
		touched = touched[:0]
		for k, j := range to {
			if at[j] != at[i] {
				continue
			}
			if link[part[j]] == 0 {
				touched = append(touched, part[j])
			}
			link[part[j]] += float64(weight[k])
		}
		best, gain := i, 0.
		for _, p := range touched {
			if outer[p] < gamma*total[p]*(rest-total[p]) {
				continue
			}
			if x := link[p] - gamma*g.size[i]*total[p]; x > gain+1e-9 || (x > gain-1e-9 && best != i && p < best) {
				best, gain = p, x
			}
		}
		if best != i {
			outer[best] += outer[i] - 2*link[best]
			total[best] += g.size[i]
			single[i], single[best] = false, false
			part[i] = best
		}
		for _, p := range touched {
			link[p] = 0
		}
	}
	return part
}

// aggregate makes one node of each part. It leaves out the weight inside a part, since no move changes it.
func aggregate(g *graph, part []int32, count int) *graph {
	order, first := byLabel(part, count)
	out := &graph{start: make([]int32, 1, count+1), size: make([]float64, count)}
	link := make([]float32, count)
	var touched []int32
	for p := range int32(count) {
		touched = touched[:0]
		for _, i := range order[first[p]:first[p+1]] {
			out.size[p] += g.size[i]
			to, weight := g.row(i)
			for k, j := range to {
				q := part[j]
				if q == p {
					continue
				}
				if link[q] == 0 {
					touched = append(touched, q)
				}
				link[q] += weight[k]
			}
		}
		for _, q := range touched {
			out.to, out.weight = append(out.to, q), append(out.weight, link[q])
			link[q] = 0
		}
		out.start = append(out.start, int32(len(out.to)))
	}
	return out
}

// byLabel lists the indices label by label; those of label l are at [first[l], first[l+1]).
func byLabel(labels []int32, count int) (order, first []int32) {
	first = make([]int32, count+1)
	for _, l := range labels {
		first[l+1]++
	}
	for l := range count {
		first[l+1] += first[l]
	}
	order, next := make([]int32, len(labels)), append([]int32(nil), first...)
	for i, l := range labels {
		order[next[l]] = int32(i)
		next[l]++
	}
	return order, first
}

// labelCount returns the number of labels, if they are numbered without gaps.
func labelCount(labels []int32) int { return int(slices.Max(labels)) + 1 }
