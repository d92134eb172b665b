package clustering

import (
	"math"
	"slices"
)

// matrix is sparse: one row of unit length for each phrase, columns sorted.
type matrix struct {
	start   []int32
	column  []int32
	value   []float32
	columns int
}

func newMatrix(rows int) *matrix { return &matrix{start: make([]int32, 1, rows+1)} }

func (m *matrix) rows() int { return len(m.start) - 1 }

func (m *matrix) row(i int32) ([]int32, []float32) {
	a, b := m.start[i], m.start[i+1]
	return m.column[a:b], m.value[a:b]
}

// feature is one column of a row with its weight before the inverse document frequency is applied.
type feature struct {
	column int32
	weight float64
}

// add appends a row of plain weights.
func (m *matrix) add(row []feature) {
	for _, f := range mergeFeatures(row) {
		m.column, m.value = append(m.column, f.column), append(m.value, float32(f.weight))
	}
	m.start = append(m.start, int32(len(m.column)))
}

// weigh turns the rows into unit rows. Each weight is multiplied by its inverse document frequency to the given power and by
// the logarithm of its frequency to the power common; common above 0 takes weight from words that are too rare to connect
// anything.
func (m *matrix) weigh(columns int, power, common float64) {
	m.columns = columns
	frequency, factor := make([]int32, columns), make([]float64, columns)
	for _, c := range m.column {
		frequency[c]++
	}
	for c, df := range frequency {
		if df > 0 {
			factor[c] = math.Pow(math.Log(float64(m.rows()+1)/float64(df)), power) * math.Pow(math.Log(float64(df)+1), common)
		}
	}
	for i := range int32(m.rows()) {
		row, values := m.row(i)
		norm := 0.
		for k, c := range row {
			x := float64(values[k]) * factor[c]
			norm += x * x
		}
		norm = math.Sqrt(norm)
		for k, c := range row {
			values[k] = float32(float64(values[k]) * factor[c] / norm)
		}
	}
}

// mergeFeatures sorts features and keeps the heaviest of each column.
func mergeFeatures(row []feature) []feature {
	slices.SortFunc(row, func(a, b feature) int {
		if a.column != b.column {
			return int(a.column) - int(b.column)
		}
		if a.weight > b.weight {
			return -1
		}
		return 1
	})
	return slices.CompactFunc(row, func(a, b feature) bool { return a.column == b.column })
}

// transpose lists the rows of each column.
func (m *matrix) transpose() *matrix {
	t := &matrix{
		start: make([]int32, m.columns+1), column: make([]int32, len(m.column)), value: make([]float32, len(m.value)),
		columns: m.rows(),
	}
	for _, c := range m.column {
		t.start[c+1]++
	}
	for c := range m.columns {
		t.start[c+1] += t.start[c]
	}
	next := slices.Clone(t.start)
	for i := range int32(m.rows()) {
		columns, values := m.row(i)
		for k, c := range columns {
			t.column[next[c]], t.value[next[c]] = i, values[k]
			next[c]++
		}
	}
	return t
}

// dot returns the product of two sorted sparse rows.
func dot(ac []int32, av []float32, bc []int32, bv []float32) float32 {
	sum := float32(0)
	for i, j := 0, 0; i < len(ac) && j < len(bc); {
		switch {
		case ac[i] < bc[j]:
			i++
		case ac[i] > bc[j]:
			j++
		default:
			sum += av[i] * bv[j]
			i, j = i+1, j+1
		}
	}
	return sum
}

// sum adds two sorted sparse rows.
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

// blend puts rows of two kinds side by side, so that part of a similarity comes from the second kind and the rest from the
// first. A row with nothing of the second kind stays as it is.
func blend(a, b *matrix, part float64) *matrix {
	m := &matrix{start: make([]int32, 1, len(a.start)), columns: a.columns + b.columns}
	for i := range int32(a.rows()) {
		ac, av := a.row(i)
		bc, bv := b.row(i)
		first, second := float32(math.Sqrt(1-part)), float32(math.Sqrt(part))
		if len(bc) == 0 {
			first = 1
		}
		for k, c := range ac {
			m.column, m.value = append(m.column, c), append(m.value, first*av[k])
		}
		for k, c := range bc {
			m.column, m.value = append(m.column, int32(a.columns)+c), append(m.value, second*bv[k])
		}
		m.start = append(m.start, int32(len(m.column)))
	}
	return m
}
