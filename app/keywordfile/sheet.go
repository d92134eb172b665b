package keywordfile

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
)

// sheet is the text of a file with the place where its table begins.
type sheet struct {
	text      string
	delimiter rune     // 0: a list without columns
	header    []string // nil for a list
	fields    []Field
	headerRow int // line of the header, from 1
}

var delimiters = map[rune]string{',': "comma", ';': "semicolon", '\t': "tab", '|': "pipe", 0: "none"}

// preamble is how many rows may stand above the header.
const preamble = 40

// find looks for the header row: the one within the first rows, by any delimiter, that names a keyword column and the most
// other known ones. A file without a header that is one column is a list.
func find(name, text string, o Options) (sheet, error) {
	best, score := sheet{text: text}, 0
	widest := []string(nil)
	for _, delimiter := range []rune{',', ';', '\t', '|'} {
		r := newReader(text, delimiter)
		for range preamble {
			record, err := r.Read()
			if err != nil {
				break
			}
			if len(record) > len(widest) {
				widest = slices.Clone(record)
			}
			fields, known := recognise(record, o)
			if known > score {
				line, _ := r.FieldPos(0)
				best = sheet{text: text, delimiter: delimiter, header: slices.Clone(record), fields: fields, headerRow: line}
				score = known
			}
		}
	}
	switch {
	case score > 0:
		return best, nil
	case len(widest) <= 1 || !tabular(text):
		return best, nil
	}
	shown := make([]string, 0, 12)
	for _, cell := range widest[:min(len(widest), 12)] {
		if cell = strings.TrimSpace(cell); cell != "" && validText(cell) && len(cell) < 60 {
			shown = append(shown, cell)
		}
	}
	return best, refusal("%s has no column of keywords. Its columns are: %s. Name the one with the keywords \"Keyword\".", name, strings.Join(shown, ", "))
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

// tabular says whether the first lines have the same number of separators, more than none: a table, not phrases with commas.
func tabular(text string) bool {
	lines := strings.SplitN(strings.ReplaceAll(text, "\r\n", "\n"), "\n", 6)
	if len(lines) > 5 {
		lines = lines[:5]
	}
	for _, delimiter := range []string{",", ";", "\t", "|"} {
		same, first := true, strings.Count(lines[0], delimiter)
		for _, line := range lines[1:] {
			same = same && (line == "" || strings.Count(line, delimiter) == first)
		}
		if same && first > 0 {
			return true
		}
	}
	return false
}

func newReader(text string, delimiter rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = delimiter, -1, true, true
	return r
}

// each calls visit with every record below the header and its line.
func (s sheet) each(visit func(line int, record []string) error) error {
	if s.header == nil {
		return s.lines(visit)
	}
	r := newReader(s.text, s.delimiter)
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		line, _ := r.FieldPos(0)
		if line <= s.headerRow {
			continue
		}
		if err := visit(line, record); err != nil {
			return err
		}
	}
}

// lines visits a list: one keyword a line.
func (s sheet) lines(visit func(line int, record []string) error) error {
	for i, line := range strings.Split(s.text, "\n") {
		if line = strings.Trim(strings.TrimSpace(line), `"`); line == "" {
			continue
		}
		if err := visit(i+1, []string{line}); err != nil {
			return err
		}
	}
	return nil
}
