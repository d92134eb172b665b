package keywordfile

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Mapping says what the columns of a table mean. It wins over what is detected.
type Mapping struct {
	Fields     []Field // one for each column; columns beyond are ignored
	Headerless bool    // the row that was taken for the header is one of keywords
}

// Table is a table as it was found, with what each of its columns is read as.
type Table struct {
	Part       string     `json:"part"` // the sheet or file it is in; empty in a file that is its only part
	Key        string     `json:"key"`  // what a mapping of such a header is remembered by, see HeaderKey
	HeaderRow  int        `json:"header_row"`
	Header     []string   `json:"header"` // as written
	Fields     []Field    `json:"fields"`
	Sample     [][]string `json:"sample"` // the first rows under the header
	Mapped     bool       `json:"mapped"` // a person said what the columns mean
	Headerless bool       `json:"headerless"`
}

const (
	MaxColumns = 100 // of a table that can be mapped by hand
	sampled    = 3   // rows of a table's sample
)

// HeaderKey returns the same for two headers of one export, whatever months, dates and currencies stand in them.
func HeaderKey(cells []string) string {
	names := make([]string, len(cells))
	for i, cell := range cells {
		names[i] = header(cell)
	}
	sum := sha256.Sum256([]byte(strings.Join(names, "\x1f")))
	return hex.EncodeToString(sum[:16])
}

// mapping returns what a person said about a header of these cells.
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

// sample keeps the row if it is one of the first.
func (t *Table) sample(cells []string) {
	if len(t.Sample) < sampled {
		t.Sample = append(t.Sample, cutAll(cells[:min(len(cells), len(t.Header))]))
	}
}

// maxShown is how many bytes a report keeps of a name or a cell.
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
