package clustering

import (
	"math"
	"math/bits"
	"math/rand/v2"
)

const (
	vectorWidth = 256 // numbers used of a vector: the cosines differ from those of the full vector by a few hundredths
	vectorPrior = 32  // the assumption that the mean is 0 counts as much as this many vectors
)

// vectors holds the embeddings of phrases: unit rows around their common mean, rotated so that every number carries the same
// amount of information, and for each row a sketch of the signs.
type vectors struct {
	row    []int32 // by phrase; -1 if it has none
	phrase []int32 // by row
	value  []float32
	sketch [][vectorWidth / 64]uint64
}

// newVectors prepares the vectors of the phrases. It returns nil if no phrase has a usable one.
func newVectors(c *corpus, given map[string][]float32) *vectors {
	if len(given) == 0 {
		return nil
	}
	v, length := &vectors{row: make([]int32, len(c.phrases))}, vectorWidth
	for _, x := range given {
		length = max(length, len(x))
	}
	turn := newRotation(length)
	for p := range c.phrases {
		v.row[p] = -1
		if turned, ok := turn.unit(given[c.text(int32(p))]); ok {
			v.row[p] = int32(len(v.phrase))
			v.phrase, v.value = append(v.phrase, int32(p)), append(v.value, turned...)
		}
	}
	if len(v.phrase) == 0 {
		return nil
	}
	v.subtractMean()
	return v
}

func (v *vectors) at(row int32) []float32 { return v.value[row*vectorWidth : (row+1)*vectorWidth] }

// subtractMean removes what all vectors share, since models put all texts of one trade close together.
func (v *vectors) subtractMean() {
	mean := make([]float64, vectorWidth)
	for i, x := range v.value {
		mean[i%vectorWidth] += float64(x) / float64(len(v.phrase)+vectorPrior)
	}
	v.sketch = make([][vectorWidth / 64]uint64, len(v.phrase))
	for r := range v.phrase {
		row := v.at(int32(r))
		for k := range row {
			row[k] -= float32(mean[k])
		}
		normalize(row)
		for k, x := range row {
			if x > 0 {
				v.sketch[r][k/64] |= 1 << (k % 64)
			}
		}
	}
}

// nearest appends the phrases whose sketches differ least from that of phrase p.
func (v *vectors) nearest(p int32, keep int, distance []uint16, list []neighbour) []neighbour {
	if v.row[p] < 0 {
		return list
	}
	own := v.sketch[v.row[p]]
	var count [vectorWidth + 1]int
	for r := range v.sketch {
		d := 0
		for k, word := range v.sketch[r] {
			d += bits.OnesCount64(word ^ own[k])
		}
		distance[r] = uint16(d)
		count[d]++
	}
	limit, within := 0, 0
	for ; limit < vectorWidth && within+count[limit] <= keep; limit++ {
		within += count[limit]
	}
	spare := keep - within
	for r, d := range distance[:len(v.sketch)] {
		if int(d) > limit || v.phrase[r] == p {
			continue
		}
		if int(d) == limit {
			if spare--; spare < 0 {
				continue
			}
		}
		list = append(list, neighbour{to: v.phrase[r]})
	}
	return list
}

// rotation rotates vectors by three rounds of random signs and a Hadamard transform. This spreads their information evenly
// over the numbers, so that the first vectorWidth of them are enough.
type rotation struct{ signs [3][]float64 }

func newRotation(length int) rotation {
	var r rotation
	source := rand.New(rand.NewPCG(1, 2))
	for k := range r.signs {
		r.signs[k] = make([]float64, 1<<bits.Len(uint(length-1)))
		for i := range r.signs[k] {
			r.signs[k][i] = float64(2*source.IntN(2) - 1)
		}
	}
	return r
}

// unit returns the rotated vector at length 1, and false if there is no vector or an empty one.
func (r rotation) unit(given []float32) ([]float32, bool) {
	turned := make([]float64, len(r.signs[0]))
	for i, x := range given {
		turned[i] = float64(x)
	}
	for _, signs := range r.signs {
		for i := range turned {
			turned[i] *= signs[i]
		}
		hadamard(turned)
	}
	kept := make([]float32, vectorWidth)
	for i := range kept {
		kept[i] = float32(turned[i] / math.Pow(float64(len(turned)), 1.5))
	}
	return kept, normalize(kept)
}

func hadamard(x []float64) {
	for half := 1; half < len(x); half *= 2 {
		for i := 0; i < len(x); i += 2 * half {
			for k := i; k < i+half; k++ {
				x[k], x[k+half] = x[k]+x[k+half], x[k]-x[k+half]
			}
		}
	}
}

// normalize scales the row to length 1, and returns false if its length is 0 or no number.
func normalize(row []float32) bool {
	square := 0.
	for _, x := range row {
		square += float64(x) * float64(x)
	}
	if square < 1e-24 || math.IsInf(square, 0) || math.IsNaN(square) {
		return false
	}
	for k := range row {
		row[k] = float32(float64(row[k]) / math.Sqrt(square))
	}
	return true
}
