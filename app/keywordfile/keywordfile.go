// Package keywordfile reads any keyword tool's export as rows and an honest report: what the file is, which columns were
// understood, which rows were not, and why. It is pure: a reader in, rows out; it imports nothing of the application.
//
// The formats and their quirks are those of real exports: Ahrefs, Semrush, Google Keyword Planner and Search Console (in many
// languages), SE Ranking, Ubersuggest, Mangools, Keywords Everywhere, Moz, plain lists and hand-made tables. An unknown number
// is nil, never 0. Workbooks, archives and pictures are refused with advice.
package keywordfile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Limits of what is read.
const (
	MaxBytes   = 50 << 20 // of a file; a larger one is refused
	MaxKeyword = 1000     // characters of a keyword; a longer one is rejected
	maxListed  = 1000     // rejected rows that a report names; all are counted
)

// Options are a person's decisions about a file.
type Options struct {
	// Mapping is what a person said the columns under a header mean, if anybody did.
	Mapping func(header []string) (Mapping, bool)
}

// Row is a keyword with everything that the file says about it.
type Row struct {
	Line                  int    // where it stands in the file, from 1
	Keyword               string // as written, trimmed, NFC; a formula stays as it is
	Volume                *int64 // searches a month; for a range the geometric mean of its ends
	VolumeLow, VolumeHigh *int64
	Estimated             bool     // the volume comes from a range
	Difficulty            *float64 // 0 to 100
	CPC                   *float64
	Currency              string   // ISO 4217, empty if the file does not say
	Intent                []string // informational, navigational, commercial, transactional
	Country               string   // ISO 3166, lower case
	Impressions, Clicks   *int64
	Position              *float64
	Parent                string   // the tool's parent keyword
	URLs                  []string // pages that rank for it
	GivenPage, GivenTopic string   // clusters that the tool has given
}

// Rejected is a row that is no keyword.
type Rejected struct {
	Row    int // its line in the file
	Reason string
}

// Ignored is a column that is not used.
type Ignored struct{ Name, Reason string }

// Column is a column that was understood.
type Column struct {
	Header string
	Field  Field
}

// Report is what was read from one file. Rows = Accepted + Duplicates + RejectedCount. Of a file with several parts,
// Format, Encoding, Delimiter and HeaderRow are those of the first part that was read.
type Report struct {
	Format         string // "Semrush Keyword Magic"
	Encoding       string // UTF-8, UTF-16LE, UTF-16BE, Windows-1252; empty for a workbook
	Delimiter      string // comma, semicolon, tab, pipe, cells for a workbook, or none for a list
	HeaderRow      int    // 0 for a list
	Market, Date   string // proposals, from the rows, the filters or the name of the file; empty if unknown
	Rows           int
	Accepted       int
	Duplicates     int        // the keyword stood in the file before; what the row knew was joined to it
	Rejected       []Rejected // the first 1,000
	RejectedCount  int
	UnknownVolumes int // accepted keywords without a volume
	Columns        []Column
	Ignored        []Ignored
	Tables         []Table // that were found, read or not; none for a list
	Parts          []Part  // the sheets of a workbook, the files of a zip; nil for a text file
	Notes          []string
}

// Part is a sheet of a workbook or a file of a zip.
type Part struct {
	Name    string
	Rows    int
	Skipped string // why it was not read; empty if it was
}

func (r *Report) reject(line int, format string, args ...any) {
	r.Rows++
	r.RejectedCount++
	if len(r.Rejected) < maxListed {
		r.Rejected = append(r.Rejected, Rejected{Row: line, Reason: fmt.Sprintf(format, args...)})
	}
}

// Read reads the export with the name and calls yield for each keyword in the order of the file. What is no keyword file is a
// *Refusal. An error of yield ends the reading and is returned.
func Read(name string, r io.Reader, o Options, yield func(Row) error) (report Report, err error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return Report{}, fmt.Errorf("read %s: %w", name, err)
	}
	if err := refuse(name, data); err != nil {
		return Report{}, err
	}
	parts, closing, err := open(name, data)
	if err != nil {
		return Report{}, err
	}
	defer func() { err = errors.Join(err, closing()) }()
	g := gathering{report: &report, known: map[string]*Row{}}
	if err := g.readAll(name, parts, o); err != nil {
		return report, err
	}
	report.Market, report.Date = cmp.Or(g.market(), marketIn(name)), dateIn(name)
	for _, row := range g.rows {
		if row.Volume == nil {
			report.UnknownVolumes++
		}
		if err := yield(*row); err != nil {
			return report, err
		}
	}
	return report, nil
}

const zipMagic = "PK\x03\x04"

// open takes the file apart.
func open(name string, data []byte) (parts []part, closing func() error, err error) {
	if bytes.HasPrefix(data, []byte(zipMagic)) {
		return openZip(name, data)
	}
	p, err := textPart(name, data)
	return []part{p}, func() error { return nil }, err
}

// ReadList reads a pasted list, one keyword a line, or a pasted table.
func ReadList(text string, yield func(Row) error) (Report, error) {
	return Read("the list", strings.NewReader(text), Options{}, yield)
}
