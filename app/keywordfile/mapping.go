package keywordfile

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Mapping is the meaning of the columns of a table. It overrides what is detected.
type Mapping struct {
	Fields     []Field // one for each column; columns beyond are ignored
	Headerless bool    // the row that was detected as the header is a row of keywords
}

// Table is a table in the file, with the meaning of each of its columns.
type Table struct {
	Part       string     `json:"part"` // its sheet or file; empty if the file has no other part
	Key        string     `json:"key"`  // the key under which a mapping of this header is stored, see HeaderKey
	HeaderRow  int        `json:"header_row"`
	Header     []string   `json:"header"` // as written
	Fields     []Field    `json:"fields"`
	Sample     [][]string `json:"sample"` // the first rows under the header
	Mapped     bool       `json:"mapped"` // a person set the meaning of the columns
	Headerless bool       `json:"headerless"`
}

const (
	MaxColumns = 100 // of a table that can be mapped by hand
	sampled    = 3   // rows of a table's sample
)

// HeaderKey returns the same key for the headers of two exports that differ only in months, dates and currencies.
func HeaderKey(cells []string) string {
	names := make([]string, len(cells))
	for i, cell := range cells {
		names[i] = header(cell)
	}
	sum := sha256.Sum256([]byte(strings.Join(names, "\x1f")))
	return hex.EncodeToString(sum[:16])
}

// mapping returns the mapping that a person set for the header with these cells.
func (o Options) mapping(cells []string) (Mapping, bool) {
	if o.Mapping == nil {
		return Mapping{}, false
	}
	return o.Mapping(cells)
}

// tableOf returns the sheet as a table without its sample.
func tableOf(part string, s sheet) Table {
	width := min(len(s.header), MaxColumns)
	t := Table{
		Part: part, Key: HeaderKey(s.header), HeaderRow: s.headerRow, Mapped: s.mapped, Headerless: s.headerless,
		Fields: make([]Field, width),
	}
	t.Header = cutAll(s.header[:width])
	for i := range t.Fields {
		t.Fields[i] = FieldIgnored
		if i < len(s.fields) {
			t.Fields[i] = s.fields[i]
		}
	}
	return t
}

// sample stores the row if it is one of the first.
func (t *Table) sample(cells []string) {
	if len(t.Sample) < sampled {
		t.Sample = append(t.Sample, cutAll(cells[:min(len(cells), len(t.Header))]))
	}
}

// maxShown is the most bytes that a report stores of a name or a cell.
const maxShown = 1000

// cut returns a copy of the beginning of the text.
func cut(s string) string {
	if len(s) > maxShown {
		s = strings.ToValidUTF8(s[:maxShown], "")
	}
	return strings.Clone(s)
}

func cutAll(cells []string) []string {
	list := make([]string, len(cells))
	for i, cell := range cells {
		list[i] = cut(cell)
	}
	return list
}
