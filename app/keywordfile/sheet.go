package keywordfile

import (
	"errors"
	"slices"
	"strings"
)

// records visits the rows of a table in order: the line of each, from 1, and its cells, which are valid only during the visit.
type records func(visit func(line int, cells []string) error) error

// part is a text file, a sheet of a workbook or a file in a zip. It may contain one table.
type part struct {
	name     string // empty for a file that is its only part
	encoding string
	readings []reading
	list     records // the lines as a list of keywords, if it is no table
	columns  bool    // it has several columns, so it is no list
	refusal  string  // why it cannot be read; it then has no readings
}

// reading is one way to split the rows of a part into cells.
type reading struct {
	delimiter string // comma, semicolon, tab, pipe, cells
	records   records
	first     []firstRow
	broken    *Refusal // the limit that one of the first rows exceeds
}

// firstRow is one of the rows at the beginning of a part.
type firstRow struct {
	line  int
	cells []string
}

// newReading reads the first rows of a part from first, or from whole if first is nil.
func newReading(delimiter string, whole, first records) (reading, error) {
	way := reading{delimiter: delimiter, records: whole}
	err := first(func(line int, cells []string) error {
		way.first = append(way.first, firstRow{line, slices.Clone(cells)})
		if len(way.first) == preamble+sampled {
			return errEnough
		}
		return nil
	})
	if errors.As(err, &way.broken) || errors.Is(err, errEnough) {
		err = nil
	}
	return way, err
}

// sheet is a part and the position of its table.
type sheet struct {
	records
	delimiter string
	header    []string // nil for a list
	fields    []Field
	headerRow int // line of the header, from 1

	mapped, headerless bool // see Mapping
}

// preamble is how many rows may come before the header.
const preamble = 40

var errEnough = errors.New("enough was read")

// find looks for the header row: the one among the first rows, in any reading, that has a keyword column and the most other known
// columns. A part with one column and no header is a list.
func (p part) find(o Options) (sheet, error) {
	best, score := sheet{records: p.list, delimiter: "none"}, 0
	var widest sheet
	var below []firstRow
	for _, way := range p.readings {
		for i, row := range way.first[:min(preamble, len(way.first))] {
			here := sheet{records: way.records, delimiter: way.delimiter, headerRow: row.line}
			if len(row.cells) > len(widest.header) {
				widest, below = here, way.first[i+1:]
				widest.header = row.cells
			}
			if known := here.recognise(row.cells, o); known > score {
				best, score = here, known
				best.header = row.cells
			}
		}
	}
	if score > 0 || !p.columns {
		return best, nil
	}
	for _, way := range p.readings {
		if way.broken != nil {
			return best, way.broken
		}
	}
	if len(widest.header) <= 1 {
		return best, nil
	}
	t := tableOf(p.name, widest)
	for _, row := range below[:min(sampled, len(below))] {
		t.sample(row.cells)
	}
	return best, &noKeywords{t}
}

// noKeywords is the error for a table without a column of keywords.
type noKeywords struct{ table Table }

// columns returns the readable column names.
func (n *noKeywords) columns() string { return strings.Join(shown(n.table.Header), ", ") }

func (n *noKeywords) Error() string { return "no column of keywords" }

// shown returns the cells that are readable as column names.
func shown(cells []string) []string {
	list := make([]string, 0, 12)
	for _, cell := range cells[:min(len(cells), 12)] {
		if cell = strings.TrimSpace(cell); cell != "" && validText(cell) && len(cell) < 60 {
			list = append(list, cell)
		}
	}
	return list
}

// byHand is higher than the score of any detected header, so that a person's mapping wins.
const byHand = 1 << 20

// recognise tries the cells as the header row and returns how many it knows; 0 without a keyword column.
func (s *sheet) recognise(record []string, o Options) (known int) {
	if m, ok := o.mapping(record); ok {
		s.fields, s.mapped, s.headerless = make([]Field, len(record)), true, m.Headerless
		for i := range s.fields {
			s.fields[i] = FieldIgnored
		}
		copy(s.fields, m.Fields)
		return byHand
	}
	fields := make([]Field, len(record))
	seen := map[Field]bool{}
	for i, cell := range record {
		field := fieldOf(cell)
		if seen[field] && field != FieldURL {
			field = FieldIgnored // of two columns with the same meaning, the first counts
		}
		fields[i] = field
		if field != FieldIgnored {
			seen[field] = true
			known++
		}
	}
	if !seen[FieldKeyword] {
		return 0
	}
	s.fields = fields
	return known
}

// below visits the rows after the header. If there is no header, it also visits the row that was taken for it.
func (s sheet) below(visit func(line int, cells []string) error) error {
	return s.records(func(line int, cells []string) error {
		if line < s.headerRow || line == s.headerRow && !s.headerless {
			return nil
		}
		return visit(line, cells)
	})
}
