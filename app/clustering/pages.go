package clustering

import "container/heap"

// pages are the page of each phrase: within a topic, average linkage restricted to the neighbour graph.
func (r *run) pages(c *corpus, topics []int32) ([]int32, *matrix, error) {
	gram := 0.
	if c.language.compounds {
		gram = r.settings.gram
	}
	rows, count := c.features(r.settings.bigram, gram, r.settings.modifier)
	m := weigh(rows, count, r.settings.pageIDF)
	lists, err := neighbours(r.ctx, m, r.settings.pageEdges, r.workers)
	if err != nil {
		return nil, nil, err
	}
	for i, list := range lists {
		kept := list[:0]
		for _, x := range list {
			if topics[x.to] == topics[i] {
				kept = append(kept, x)
			}
		}
		lists[i] = kept
	}
	page := link(m, symmetric(lists), r.settings.pageLink)
	compact(page)
	return page, m, r.ctx.Err()
}

// join is a candidate pair of clusters.
type join struct {
	similarity float32
	a, b       int32
	versions   [2]int32
}

type joins []join

func (h joins) Len() int { return len(h) }
func (h joins) Less(i, j int) bool {
	if h[i].similarity != h[j].similarity {
		return h[i].similarity > h[j].similarity
	}
	if h[i].a != h[j].a {
		return h[i].a < h[j].a
	}
	return h[i].b < h[j].b
}
func (h joins) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *joins) Push(x any)   { *h = append(*h, x.(join)) }
func (h *joins) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// bundle is a growing cluster: the sum of its rows.
type bundle struct {
	column  []int32
	value   []float32
	count   float32
	near    []int32
	version int32
	into    int32
}

// link joins the most similar neighbouring clusters until none is as similar as the threshold. The similarity of two
// clusters is the average over all pairs of rows, taken exactly from the sums of their rows.
func link(m *matrix, g *graph, threshold float64) []int32 {
	n := m.rows()
	bundles := make([]bundle, n)
	var queue joins
	for i := range int32(n) {
		b := &bundles[i]
		b.column, b.value = m.row(i)
		b.count, b.into = 1, i
		to, weight := g.row(i)
		b.near = to
		for k, j := range to {
			if j > i && float64(weight[k]) >= threshold {
				queue = append(queue, join{similarity: weight[k], a: i, b: j})
			}
		}
	}
	heap.Init(&queue)
	for len(queue) > 0 {
		j := heap.Pop(&queue).(join)
		a, b := &bundles[j.a], &bundles[j.b]
		if a.into != j.a || b.into != j.b || a.version != j.versions[0] || b.version != j.versions[1] {
			continue
		}
		a.column, a.value = sum(a.column, a.value, b.column, b.value)
		a.count += b.count
		a.version++
		b.into = j.a
		seen := map[int32]bool{j.a: true}
		var near []int32
		for _, list := range [2][]int32{a.near, b.near} {
			for _, x := range list {
				x = root(bundles, x)
				if !seen[x] {
					seen[x] = true
					near = append(near, x)
				}
			}
		}
		a.near, b.near = near, nil
		b.column, b.value = nil, nil
		for _, x := range near {
			o := &bundles[x]
			s := dot(a.column, a.value, o.column, o.value) / (a.count * o.count)
			if float64(s) < threshold {
				continue
			}
			if x < j.a {
				heap.Push(&queue, join{s, x, j.a, [2]int32{o.version, a.version}})
			} else {
				heap.Push(&queue, join{s, j.a, x, [2]int32{a.version, o.version}})
			}
		}
	}
	labels := make([]int32, n)
	for i := range labels {
		labels[i] = root(bundles, int32(i))
	}
	return labels
}

func root(bundles []bundle, i int32) int32 {
	for bundles[i].into != i {
		bundles[i].into = bundles[bundles[i].into].into
		i = bundles[i].into
	}
	return i
}

func sum(ac []int32, av []float32, bc []int32, bv []float32) ([]int32, []float32) {
	columns, values := make([]int32, 0, len(ac)+len(bc)), make([]float32, 0, len(ac)+len(bc))
	i, j := 0, 0
	for i < len(ac) || j < len(bc) {
		switch {
		case j == len(bc) || (i < len(ac) && ac[i] < bc[j]):
			columns, values = append(columns, ac[i]), append(values, av[i])
			i++
		case i == len(ac) || bc[j] < ac[i]:
			columns, values = append(columns, bc[j]), append(values, bv[j])
			j++
		default:
			columns, values = append(columns, ac[i]), append(values, av[i]+bv[j])
			i, j = i+1, j+1
		}
	}
	return columns, values
}
