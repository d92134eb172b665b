package clustering_test

import (
	"cmp"
	"math"
	"slices"
)

// quality compares a grouping with the truth. AMI with the arithmetic mean (Vinh, Epps, Bailey 2010), ARI (Hubert, Arabie
// 1985), BCubed F1 (Amigó et al. 2009), V-measure for information: it rewards clusters of one.
type quality struct {
	ami, ari, bcubed, v float64
	agree               float64 // share of all pairs that both groupings put together or both separate (Rand 1971)
	clusters            int
}

type contingency struct {
	n     float64
	cells map[[2]int]float64
	rows  []float64
	cols  []float64
}

func measure(found, truth []string) quality {
	t := contingency{n: float64(len(found)), cells: map[[2]int]float64{}}
	a, b := number(found), number(truth)
	t.rows, t.cols = make([]float64, slices.Max(a)+1), make([]float64, slices.Max(b)+1)
	for i := range a {
		t.cells[[2]int{a[i], b[i]}]++
		t.rows[a[i]]++
		t.cols[b[i]]++
	}
	mutual := t.mutual()
	ha, hb := entropy(t.rows, t.n), entropy(t.cols, t.n)
	q := quality{bcubed: t.bcubed(), clusters: len(t.rows), v: 1}
	q.ari, q.agree = t.pairs()
	if ha+hb > 0 {
		q.v = 2 * mutual / (ha + hb)
	}
	q.ami = 1
	expected := t.expected()
	if d := (ha+hb)/2 - expected; math.Abs(d) > 1e-12 {
		q.ami = (mutual - expected) / d
	}
	return q
}

func number(labels []string) []int {
	known, out := map[string]int{}, make([]int, len(labels))
	for i, l := range labels {
		if _, ok := known[l]; !ok {
			known[l] = len(known)
		}
		out[i] = known[l]
	}
	return out
}

func entropy(sizes []float64, n float64) float64 {
	h := 0.
	for _, s := range sizes {
		h -= s / n * math.Log(s/n)
	}
	return h
}

func (t contingency) mutual() float64 {
	m := 0.
	for at, c := range t.cells {
		m += c / t.n * math.Log(c*t.n/(t.rows[at[0]]*t.cols[at[1]]))
	}
	return m
}

func pairsOf(x float64) float64 { return x * (x - 1) / 2 }

// pairs returns the adjusted Rand index and the plain one.
func (t contingency) pairs() (ari, agree float64) {
	both, a, b := 0., 0., 0.
	for _, c := range t.cells {
		both += pairsOf(c)
	}
	for _, r := range t.rows {
		a += pairsOf(r)
	}
	for _, c := range t.cols {
		b += pairsOf(c)
	}
	all := pairsOf(t.n)
	expected := a * b / all
	ari, agree = 1, (all-a-b+2*both)/all
	if d := (a+b)/2 - expected; d != 0 {
		ari = (both - expected) / d
	}
	return ari, agree
}

func (t contingency) bcubed() float64 {
	precision, recall := 0., 0.
	for at, c := range t.cells {
		precision += c * c / t.rows[at[0]]
		recall += c * c / t.cols[at[1]]
	}
	return 2 * precision * recall / (precision + recall) / t.n
}

// expected returns the mutual information of random groupings with the same sizes. It counts equal sizes once.
func (t contingency) expected() float64 {
	type many struct{ size, times float64 }
	count := func(sizes []float64) []many {
		by := map[float64]float64{}
		for _, s := range sizes {
			by[s]++
		}
		var list []many
		for s, times := range by {
			list = append(list, many{s, times})
		}
		slices.SortFunc(list, func(a, b many) int { return cmp.Compare(a.size, b.size) })
		return list
	}
	logs := make([]float64, int(t.n)+2)
	for i := 2; i < len(logs); i++ {
		logs[i] = logs[i-1] + math.Log(float64(i))
	}
	fact := func(x float64) float64 { return logs[int(x)] }
	total := 0.
	cols := count(t.cols)
	for _, r := range count(t.rows) {
		for _, c := range cols {
			from, to := max(1, r.size+c.size-t.n), min(r.size, c.size)
			base := fact(r.size) + fact(c.size) + fact(t.n-r.size) + fact(t.n-c.size) - fact(t.n)
			for x := from; x <= to; x++ {
				p := math.Exp(base - fact(x) - fact(r.size-x) - fact(c.size-x) - fact(t.n-r.size-c.size+x))
				total += r.times * c.times * p * x / t.n * math.Log(t.n*x/(r.size*c.size))
				if p < 1e-12 && x > r.size*c.size/t.n {
					break
				}
			}
		}
	}
	return total
}
