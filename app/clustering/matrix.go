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

func (m *matrix) rows() int { return len(m.start) - 1 }

func (m *matrix) row(i int32) ([]int32, []float32) {
	a, b := m.start[i], m.start[i+1]
	return m.column[a:b], m.value[a:b]
}

// feature is one column of a row with its weight before the inverse document frequency.
type feature struct {
	column int32
	weight float64
}

// weigh makes unit rows of features, each weighted by its inverse document frequency to the power given, and by the
// logarithm of its frequency to the power common: more than 0 takes weight from words too rare to bind anything.
func weigh(rows [][]feature, columns int, power, common, floor float64) *matrix {
	frequency := make([]int32, columns)
	total := 0
	for i, row := range rows {
		rows[i] = merge(row)
		for _, f := range rows[i] {
			frequency[f.column]++
		}
		total += len(rows[i])
	}
	idf := make([]float64, columns)
	for c, df := range frequency {
		if df > 0 {
			idf[c] = math.Pow(math.Log(floor+float64(len(rows)+1)/float64(df)), power) * math.Pow(math.Log(float64(df)+1), common)
		}
	}
	m := &matrix{start: make([]int32, 1, len(rows)+1), column: make([]int32, 0, total), value: make([]float32, 0, total), columns: columns}
	for _, row := range rows {
		norm := 0.
		for _, f := range row {
			norm += f.weight * f.weight * idf[f.column] * idf[f.column]
		}
		norm = math.Sqrt(norm)
		for _, f := range row {
			m.column, m.value = append(m.column, f.column), append(m.value, float32(f.weight*idf[f.column]/norm))
		}
		m.start = append(m.start, int32(len(m.column)))
	}
	return m
}

// merge sorts features and keeps the heaviest of each column.
func merge(row []feature) []feature {
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

// transpose lists for each column the rows that have it.
func (m *matrix) transpose() *matrix {
	t := &matrix{start: make([]int32, m.columns+1), column: make([]int32, len(m.column)), value: make([]float32, len(m.value)), columns: m.rows()}
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

// dot is the product of two sorted sparse rows.
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
