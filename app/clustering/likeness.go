package clustering

import (
	"math"
	"slices"
)

// voice is what the similarity of the words and that of the vectors count each, where both phrases have a vector. Their
// sum is more than 1, since two phrases are hardly ever as alike in both as they would be in one.
const voice = .625

// likeness is how alike phrases are: by words, by what tools gave, and by vectors and result pages as far as there are any.
type likeness struct {
	rows    *matrix
	meaning []meaning // by phrase; nil without vectors
	vectors *vectors
	serps   []serp // by phrase; nil when tools tell nothing
}

// profile is the sum of what is compared of some phrases.
type profile struct {
	column  []int32
	value   []float32
	meaning *meaning // of those among them that have a vector; nil of none
	serp    *serp    // of those of which tools tell something; nil of none
}

// meaning is the sum of some vectors and of the words that they are heard beside.
type meaning struct {
	column []int32
	value  []float32
	vector []float32
}

// newLikeness compares rows whose first columns are of words.
func newLikeness(rows *matrix, words int, v *vectors) likeness {
	l := likeness{rows: rows, vectors: v}
	if v == nil {
		return l
	}
	l.meaning = make([]meaning, rows.rows())
	for r, p := range v.phrase {
		columns, values := rows.row(p)
		end, _ := slices.BinarySearch(columns, int32(words))
		l.meaning[p] = meaning{columns[:end], values[:end], weighted(v.at(int32(r)), values[:end])}
	}
	return l
}

// weighted gives a vector the weight that words have beside what tools gave.
func weighted(vector, words []float32) []float32 {
	square := 0.
	for _, x := range words {
		square += float64(x) * float64(x)
	}
	if square > .999 {
		return vector
	}
	scaled := make([]float32, len(vector))
	for k, x := range vector {
		scaled[k] = x * float32(math.Sqrt(square))
	}
	return scaled
}

func (l likeness) profile(i int32) profile {
	p := profile{}
	p.column, p.value = l.rows.row(i)
	if l.meaning != nil && l.meaning[i].vector != nil {
		p.meaning = &l.meaning[i]
	}
	if l.serps != nil && l.serps[i].told() {
		p.serp = &l.serps[i]
	}
	return p
}

// like is the sum of the similarities of all pairs of the two.
func (p profile) like(q profile) float32 {
	s := dot(p.column, p.value, q.column, q.value) + p.serp.like(q.serp)
	if p.meaning != nil && q.meaning != nil {
		s += p.meaning.heard(q.meaning)
	}
	return s
}

// said is what the vectors of two phrases alone say for joining them.
func (l likeness) said(i, j int32) float32 {
	if l.meaning == nil {
		return 0
	}
	return max(0, voice*product(l.meaning[i].vector, l.meaning[j].vector))
}

// heard is what vectors change in the similarity.
func (m *meaning) heard(o *meaning) float32 {
	return voice*product(m.vector, o.vector) - (1-voice)*dot(m.column, m.value, o.column, o.value)
}

// product is 0 where one has no vector.
func product(a, b []float32) float32 {
	total := float32(0)
	for k := range min(len(a), len(b)) {
		total += a[k] * b[k]
	}
	return total
}

func (p profile) plus(q profile) profile {
	p.column, p.value = sum(p.column, p.value, q.column, q.value)
	p.meaning, p.serp = p.meaning.plus(q.meaning), p.serp.plus(q.serp)
	return p
}

func (m *meaning) plus(o *meaning) *meaning {
	if m == nil {
		return o
	}
	if o == nil {
		return m
	}
	both := &meaning{vector: slices.Clone(m.vector)}
	both.column, both.value = sum(m.column, m.value, o.column, o.value)
	for k, x := range o.vector {
		both.vector[k] += x
	}
	return both
}
