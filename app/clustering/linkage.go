package clustering

import (
	"container/heap"
	"context"
)

// linkage joins bundles of rows, the most similar neighbours first. The similarity of two bundles is the average over all
// pairs of their rows, computed exactly from the sums of the rows.
type linkage struct {
	bundles []bundle
	queue   joins
	near    []int32 // scratch
	seen    []int32 // scratch: 1 while a neighbour is noted
}

// bundle is a growing cluster.
type bundle struct {
	profile
	count   float32
	near    []int32 // bundles that have a row next to a row of this one; some may have been joined since
	version int32
	into    int32
}

// candidate is a pair of bundles with their sizes when it was added.
type candidate struct {
	similarity         float32
	a, b               int32
	versionA, versionB int32
}

type joins []candidate

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
func (h *joins) Push(x any)   { *h = append(*h, x.(candidate)) }
func (h *joins) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

func newLinkage(alike likeness, g *graph) *linkage {
	l := &linkage{bundles: make([]bundle, g.nodes()), seen: make([]int32, g.nodes())}
	for i := range l.bundles {
		b := &l.bundles[i]
		b.profile = alike.profile(int32(i))
		b.near, _ = g.row(int32(i))
		b.count, b.into = 1, int32(i)
	}
	return l
}

// join joins bundles until no two neighbouring ones with the same label are as similar as the threshold. Without labels any
// two may be joined.
func (l *linkage) join(ctx context.Context, threshold float64, labels []int32) {
	same := func(a, b int32) bool { return labels == nil || labels[a] == labels[b] }
	note := func(i, j int32) (candidate, bool) {
		c := l.candidate(min(i, j), max(i, j))
		return c, float64(c.similarity) >= threshold
	}
	for i := range int32(len(l.bundles)) {
		if ended(ctx, int(i)) {
			return
		}
		if l.bundles[i].into != i {
			continue
		}
		for _, j := range l.roots(i, l.bundles[i].near) {
			if c, ok := note(i, j); ok && j > i && same(i, j) {
				l.queue = append(l.queue, c)
			}
		}
	}
	heap.Init(&l.queue)
	defer func() { l.queue = nil }()
	for turn := 0; len(l.queue) > 0 && !ended(ctx, turn); turn++ {
		c := heap.Pop(&l.queue).(candidate)
		if !l.current(c) {
			continue
		}
		l.merge(c.a, c.b)
		for _, j := range l.bundles[c.a].near {
			if next, ok := note(c.a, j); ok && same(c.a, j) {
				heap.Push(&l.queue, next)
			}
		}
	}
}

func (l *linkage) candidate(i, j int32) candidate {
	a, b := &l.bundles[i], &l.bundles[j]
	return candidate{a.like(b.profile) / (a.count * b.count), i, j, a.version, b.version}
}

func (l *linkage) current(c candidate) bool {
	a, b := &l.bundles[c.a], &l.bundles[c.b]
	return a.into == c.a && b.into == c.b && a.version == c.versionA && b.version == c.versionB
}

// merge puts bundle j into bundle i.
func (l *linkage) merge(i, j int32) {
	a, b := &l.bundles[i], &l.bundles[j]
	a.profile = a.plus(b.profile)
	a.count += b.count
	a.version++
	b.into = i
	a.near = append([]int32(nil), l.roots(i, a.near, b.near)...)
	b.profile, b.near = profile{}, nil
}

// roots returns the distinct bundles other than i that now hold the neighbours. The list is valid until the next call.
func (l *linkage) roots(i int32, lists ...[]int32) []int32 {
	l.near = l.near[:0]
	for _, list := range lists {
		for _, j := range list {
			if j = l.root(j); j != i {
				l.near = append(l.near, j)
			}
		}
	}
	kept := l.near[:0]
	for _, j := range l.near {
		if l.seen[j] == 0 {
			l.seen[j] = 1
			kept = append(kept, j)
		}
	}
	for _, j := range kept {
		l.seen[j] = 0
	}
	return kept
}

func (l *linkage) root(i int32) int32 {
	for l.bundles[i].into != i {
		l.bundles[i].into = l.bundles[l.bundles[i].into].into
		i = l.bundles[i].into
	}
	return i
}

// labels returns the bundle of each row, numbered in order.
func (l *linkage) labels() []int32 {
	labels := make([]int32, len(l.bundles))
	for i := range labels {
		labels[i] = l.root(int32(i))
	}
	compact(labels)
	return labels
}
