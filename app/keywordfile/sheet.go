package keywordfile

import (
	"errors"
	"slices"
	"strings"
)

// records visits the rows of a table in their order: the line of each, from 1, and its cells, which live until the next.
type records func(visit func(line int, cells []string) error) error

// part is what can be one table: a text file, a sheet of a workbook, a file in a zip.
type part struct {
	name     string // empty for a file that is its only part
	encoding string
	readings []reading
	list     records // one keyword a line, if it is no table
	columns  bool    // it has several, so it is no list
	refusal  string  // why it cannot be read at all; then it has no readings
}

// reading is one way to tell the cells of a part apart.
type reading struct {
	delimiter string // comma, semicolon, tab, pipe, cells
	records   records
}

// sheet is a part with the place where its table begins.
type sheet struct {
	records
	delimiter string
	header    []string // nil for a list
	fields    []Field
	headerRow int // line of the header, from 1
}

// preamble is how many rows may stand above the header.
const preamble = 40

var errEnough = errors.New("enough was read")

// find looks for the header row: the one within the first rows, by any reading, that names a keyword column and the most
// other known ones. A part without a header that is one column is a list.
func (p part) find(o Options) (sheet, error) {
	best, score := sheet{records: p.list, delimiter: "none"}, 0
	var widest []string
	for _, way := range p.readings {
		row := 0
		err := way.records(func(line int, cells []string) error {
			if len(cells) > len(widest) {
				widest = slices.Clone(cells)
			}
			if fields, known := recognise(cells, o); known > score {
				best, score = sheet{records: way.records, delimiter: way.delimiter, header: slices.Clone(cells), fields: fields, headerRow: line}, known
			}
			if row++; row == preamble {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			return best, err
		}
	}
	if score > 0 || len(widest) <= 1 || !p.columns {
		return best, nil
	}
	return best, &noKeywords{shown(widest)}
}

// noKeywords is a table without a column of keywords.
type noKeywords struct{ columns []string }

func (n *noKeywords) Error() string { return "no column of keywords" }

// shown are the cells that can be shown to a person as the columns of the table.
func shown(cells []string) []string {
	list := make([]string, 0, 12)
	for _, cell := range cells[:min(len(cells), 12)] {
		if cell = strings.TrimSpace(cell); cell != "" && validText(cell) && len(cell) < 60 {
			list = append(list, cell)
		}
	}
	return list
}

// recognise says what the cells of a possible header row mean, and how many are known; 0 without a keyword column.
func recognise(record []string, o Options) ([]Field, int) {
	fields := make([]Field, len(record))
	seen := map[Field]bool{}
	known := 0
	for i, cell := range record {
		field := fieldOf(cell, o)
		if seen[field] && field != FieldURL {
			field = FieldIgnored // of two columns of one meaning the first counts
		}
		fields[i] = field
		if field != FieldIgnored {
			seen[field] = true
			known++
		}
	}
	if !seen[FieldKeyword] {
		return nil, 0
	}
	return fields, known
}

// below visits the records under the header.
func (s sheet) below(visit func(line int, cells []string) error) error {
	return s.records(func(line int, cells []string) error {
		if line <= s.headerRow {
			return nil
		}
		return visit(line, cells)
	})
}
