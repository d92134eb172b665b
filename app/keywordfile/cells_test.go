package keywordfile

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// seeds are texts that the two readers might split differently.
var seeds = []string{
	"", "a", "a,b\n", "a,b\r\nc\r\n", "\n\n a,\n,\n", "\"a,b\",c\n", "\"a\"\"b\",c", "\"a\"b\",c\nd", "a\"b,\"\n", "\"a\nb\r\nc\",d\r\n", "\"open\n", "a\r", "\"a\r", "\"a\"\r", "a\rb\n", "\r\r\n",
	"\"\"\"\",\"\"\n", "\"a\" ,b\n", ",,\n\r\n,", "\"a\"\rb\n", "é,ß\n", "\xff,\xfe\n",
}

// rowsOf returns the rows with their lines, each joined to one string.
func rowsOf(t *testing.T, next func() (int, []string, error)) (list []string) {
	t.Helper()
	for {
		line, cells, err := next()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, strings.Repeat("\n", line)+strings.Join(cells, "\x00|"))
	}
}

// Within its limits the scanner splits text like encoding/csv.
func FuzzScannerAgreesWithCSV(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > MaxWidth {
			return
		}
		for _, d := range delimiters {
			s := newScanner("file.csv", strings.NewReader(text), d.sign)
			r := csv.NewReader(strings.NewReader(text))
			r.Comma, r.FieldsPerRecord, r.LazyQuotes = rune(d.sign), -1, true
			got := rowsOf(t, s.next)
			want := rowsOf(t, func() (int, []string, error) {
				cells, err := r.Read()
				if err != nil {
					return 0, nil, err
				}
				line, _ := r.FieldPos(0)
				return line, cells, nil
			})
			if !slices.Equal(got, want) {
				t.Fatalf("%q by %s is %q, want %q", text, d.name, got, want)
			}
		}
	})
}
