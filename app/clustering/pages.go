package clustering

import "container/heap"

// pages are the page of each phrase: average linkage restricted to the neighbour graph.
func (r *run) pages(c *corpus, pillars []int32) ([]int32, []int32, *matrix, error) {
	gram := 0.
	if c.language.compounds {
		gram = r.settings.gram
	}
	rows, count := c.features(r.settings.bigram, gram, r.settings.modifier, r.settings.pageHead)
	for i := range rows {
		for k, f := range rows[i] {
			if int(f.column) < len(c.stems) && c.qualifier[f.column] {
				rows[i][k].weight *= r.settings.qualifier
			}
		}
	}
	m := weigh(rows, count, r.settings.pageIDF, r.settings.pageCommon, r.settings.pageFloor)
	lists, err := neighbours(r.ctx, m, r.settings.pageEdges, r.workers)
	if err != nil {
		return nil, nil, nil, err
	}
	discount(lists, onlyLarge(pillars, r.settings.smallPillar), 0)
	g := symmetric(lists)
	bundles := single(m)
	link(bundles, g, r.settings.pageTight, nil)
	topics, err := r.topics(c, rootsOf(bundles), pillars)
	if err != nil {
		return nil, nil, nil, err
	}
	link(bundles, g, r.settings.pageLink, topics)
	page := rootsOf(bundles)
	compact(page)
	return page, topics, m, r.ctx.Err()
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

// single makes a bundle of each row.
func single(m *matrix) []bundle {
	bundles := make([]bundle, m.rows())
	for i := range bundles {
		b := &bundles[i]
		b.column, b.value = m.row(int32(i))
		b.count, b.into = 1, int32(i)
	}
	return bundles
}

func rootsOf(bundles []bundle) []int32 {
	labels := make([]int32, len(bundles))
	for i := range labels {
		labels[i] = root(bundles, int32(i))
	}
	return labels
}

// link joins the most similar neighbouring clusters until none is as similar as the threshold. The similarity of two
// clusters is the average over all pairs of rows, taken exactly from the sums of their rows.
func link(bundles []bundle, g *graph, threshold float64, within []int32) {
	same := func(a, b int32) bool { return within == nil || within[a] == within[b] }
	var queue joins
	first := within == nil
	for i := range bundles {
		if first {
			bundles[i].near, _ = g.row(int32(i))
		}
	}
	for i := range int32(len(bundles)) {
		b := &bundles[i]
		if b.into != i {
			continue
		}
		seen := map[int32]bool{}
		for _, j := range b.near {
			j = root(bundles, j)
			if j <= i || seen[j] || !same(i, j) {
				continue
			}
			seen[j] = true
			o := &bundles[j]
			if s := dot(b.column, b.value, o.column, o.value) / (b.count * o.count); float64(s) >= threshold {
				queue = append(queue, join{s, i, j, [2]int32{b.version, o.version}})
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
				if !seen[x] && same(x, j.a) {
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
