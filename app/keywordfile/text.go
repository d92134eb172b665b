package keywordfile

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

var delimiters = []struct {
	sign rune
	name string
}{{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "pipe"}}

// textPart is a text file, by any of the delimiters.
func textPart(name string, data []byte) (part, error) {
	text, encoding, err := decode(name, data)
	if err != nil {
		return part{}, err
	}
	p := part{encoding: encoding, list: lines(text), columns: tabular(text)}
	for _, d := range delimiters {
		p.readings = append(p.readings, reading{d.name, separated(text, d.sign)})
	}
	return p, nil
}

func separated(text string, delimiter rune) records {
	return func(visit func(int, []string) error) error {
		r := csv.NewReader(strings.NewReader(text))
		r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = delimiter, -1, true, true
		for {
			record, err := r.Read()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return err
			}
			line, _ := r.FieldPos(0)
			if err := visit(line, record); err != nil {
				return err
			}
		}
	}
}

// lines reads one keyword a line.
func lines(text string) records {
	return func(visit func(int, []string) error) error {
		number := 0
		for line := range strings.SplitSeq(text, "\n") {
			number++
			if line = strings.Trim(strings.TrimSpace(line), `"`); line == "" {
				continue
			}
			if err := visit(number, []string{line}); err != nil {
				return err
			}
		}
		return nil
	}
}

// tabular says whether the first lines have the same number of separators, more than none: a table, not phrases with commas.
func tabular(text string) bool {
	first := strings.SplitN(strings.ReplaceAll(text, "\r\n", "\n"), "\n", 6)
	if len(first) > 5 {
		first = first[:5]
	}
	for _, d := range delimiters {
		same, count := true, strings.Count(first[0], string(d.sign))
		for _, line := range first[1:] {
			same = same && (line == "" || strings.Count(line, string(d.sign)) == count)
		}
		if same && count > 0 {
			return true
		}
	}
	return false
}
