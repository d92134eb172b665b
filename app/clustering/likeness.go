package clustering

import (
	"math"
	"slices"
)

// vectorShare is the factor of the vector similarity where both phrases have a vector; the similarity of their words counts
// as much. The two add up to more than 1, since two phrases are rarely as similar in both ways as in one.
const vectorShare = .625

// likeness computes the similarity of phrases: by words, by what tools gave, and by vectors and result pages where there are
// any.
type likeness struct {
	rows    *matrix
	meaning []meaning // by phrase; nil without vectors
	vectors *vectors
	serps   []serp // by phrase; nil when tools gave neither intent nor difficulty
}

// profile is the sum of the features of some phrases.
type profile struct {
	column  []int32
	value   []float32
	meaning *meaning // of the phrases that have a vector; nil if none has
	serp    *serp    // of the phrases with a known intent or difficulty; nil if none has
}

// meaning is the sum of some vectors, and of the words of the same phrases.
type meaning struct {
	column []int32
	value  []float32
	vector []float32
}

// newLikeness compares rows whose first columns are words.
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

// weighted scales a vector to the weight that words have beside what tools gave.
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
	if l.serps != nil && l.serps[i].known() {
		p.serp = &l.serps[i]
	}
	return p
}

// like returns the sum of the similarities of all pairs between the two.
func (p profile) like(q profile) float32 {
	s := dot(p.column, p.value, q.column, q.value) + p.serp.like(q.serp)
	if p.meaning != nil && q.meaning != nil {
		s += p.meaning.vectorGain(q.meaning)
	}
	return s
}

// vectorSimilarity returns the part of the similarity of two phrases that comes from their vectors.
func (l likeness) vectorSimilarity(i, j int32) float32 {
	if l.meaning == nil {
		return 0
	}
	return max(0, vectorShare*product(l.meaning[i].vector, l.meaning[j].vector))
}

// vectorGain returns how much the vectors change the similarity that words alone would give.
func (m *meaning) vectorGain(o *meaning) float32 {
	return vectorShare*product(m.vector, o.vector) - (1-vectorShare)*dot(m.column, m.value, o.column, o.value)
}

// product returns the dot product, and 0 if one has no vector.
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
