// Package keywordfile reads the export of any keyword tool. It returns rows and a report: the format, which columns were understood,
// which rows were rejected, and why. It is pure: a file in, rows out. It imports nothing of the application.
//
// It knows the formats of real exports with their quirks: Ahrefs, Semrush, Google Keyword Planner and Search Console (in many languages),
// SE Ranking, Ubersuggest, Mangools, Keywords Everywhere, Moz, plain lists and hand-made tables. An unknown number is nil, never 0.
// Pictures and old workbooks are refused with advice.
package keywordfile

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"igny8/app/spill"
)

// Limits of what is read.
const (
	MaxBytes   = 50 << 20  // of a file; a larger one is refused
	MaxRows    = 1_000_000 // of a file, in all its parts together; more are refused
	MaxWidth   = 500       // columns; a file with a wider row is refused
	MaxCell    = 32_767    // characters of a cell, as many as a workbook can hold; a file with a longer one is refused
	MaxKeyword = 1000      // characters of a keyword; a longer one is rejected
	MaxURLs    = 20        // addresses stored for a keyword
	maxURL     = 2048      // bytes of an address; a longer one is left out
	maxRow     = 1 << 20   // bytes of the cells of a row; a file with a larger one is refused
	maxListed  = 1000      // rejected rows that a report names; all are counted
	detected   = 1 << 20   // bytes at the beginning from which encoding, delimiter and header are detected
)

// Options are a person's decisions about a file.
type Options struct {
	// Mapping returns what a person said about the columns under a header. It reports false if nobody did.
	Mapping func(header []string) (Mapping, bool)
}

// Row is a keyword with everything that the file says about it.
type Row struct {
	Line    int    // its line in the file, from 1
	Keyword string // as written, trimmed, NFC; a formula stays as it is
	Values
	Currency              string   // of the CPC: ISO 4217, empty if the file does not say
	Intent                []string // informational, navigational, commercial, transactional
	Country               string   // ISO 3166, lower case
	Parent                string   // the parent keyword in the tool
	URLs                  []string // pages that rank for it
	GivenPage, GivenTopic string   // clusters that the tool assigned
}

// Rejected is a row that is no keyword.
type Rejected struct {
	Row    int    `json:"row"` // its line in the file
	Reason string `json:"reason"`
}

// Ignored is a column that is not used.
type Ignored struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// Column is a column that was understood.
type Column struct {
	Header string `json:"header"`
	Field  Field  `json:"field"`
}

// Report describes what was read from one file. Rows = Accepted + Duplicates + RejectedCount. If the file has several parts, Format,
// Encoding, Delimiter and HeaderRow are those of the first part that was read.
type Report struct {
	Format         string // "Semrush Keyword Magic"
	Encoding       string // UTF-8, UTF-16LE, UTF-16BE, Windows-1252; empty for a workbook
	Delimiter      string // comma, semicolon, tab, pipe, cells for a workbook, or none for a list
	HeaderRow      int    // 0 for a list
	Market, Date   string // suggestions from the rows, the filters or the name of the file; empty if unknown
	Rows           int
	Accepted       int
	Duplicates     int        // repeated keywords; their values were joined to the first row
	Rejected       []Rejected // the first 1,000
	RejectedCount  int
	UnknownVolumes int // accepted keywords without a volume
	Columns        []Column
	Ignored        []Ignored
	Tables         []Table // tables that were found, whether they were read or not; none for a list
	Parts          []Part  // the sheets of a workbook, the files of a zip; nil for a text file
	Notes          []string
}

// Part is a sheet of a workbook or a file of a zip.
type Part struct {
	Name    string `json:"name"`
	Rows    int    `json:"rows"`
	Skipped string `json:"skipped"` // why it was not read; empty if it was
}

func (r *Report) reject(line int, format string, args ...any) {
	r.Rows++
	r.RejectedCount++
	if len(r.Rejected) < maxListed {
		r.Rejected = append(r.Rejected, Rejected{Row: line, Reason: fmt.Sprintf(format, args...)})
	}
}

// Read reads the export and calls yield for each keyword in the order of the file. It returns a *Refusal for a file that is no keyword
// file. An error of yield, or the end of the context, stops the reading and is returned.
//
// Whatever the file is, reading takes about ten megabytes of memory, and at most about 150: rows are built only within the limits above,
// and stay in a temporary file until all are read.
func Read(ctx context.Context, name string, data io.ReaderAt, size int64, o Options, yield func(Row) error) (report Report, err error) {
	src := source{ctx, data, size}
	head, err := refuse(name, src)
	if err != nil {
		return Report{}, err
	}
	g := gathering{file: name, report: &report, rows: newRows()}
	defer func() { err = errors.Join(err, g.rows.close()) }()
	if err := g.open(src, head, o); err != nil {
		if errors.Is(err, spill.ErrFull) {
			err = tooMuch(name)
		}
		return report, err
	}
	report.Market, report.Date = cmp.Or(g.market(), marketIn(name)), dateIn(name)
	err = g.rows.each(func(row Row) error {
		if row.Volume == nil {
			report.UnknownVolumes++
		}
		return yield(row)
	})
	return report, err
}

const zipMagic = "PK\x03\x04"

// open detects the type of the file and reads its parts.
func (g *gathering) open(src source, head []byte, o Options) error {
	if bytes.HasPrefix(head, []byte(zipMagic)) {
		return g.openZip(src, o)
	}
	p, err := textPart(g.file, src, head)
	if err != nil {
		return err
	}
	return g.readOnly(g.file, p, o)
}

// ReadList reads a pasted list with one keyword per line, or a pasted table.
func ReadList(ctx context.Context, text string, yield func(Row) error) (Report, error) {
	return Read(ctx, "the list", strings.NewReader(text), int64(len(text)), Options{}, yield)
}
