package imports

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"igny8/app/keywordfile"
	"igny8/app/text"
)

// FileReport is what was read from one file. From a file with a refusal nothing was read. It is stored with its import.
type FileReport struct {
	Name      string               `json:"name"`
	Format    string               `json:"format"`
	Encoding  string               `json:"encoding"`
	Delimiter string               `json:"delimiter"`
	HeaderRow int                  `json:"header_row"` // 0 for a list
	Market    string               `json:"market"`     // empty where the file does not say
	Date      string               `json:"date"`       // empty where the file does not say
	Columns   []keywordfile.Column `json:"columns"`

	Rows          int `json:"rows"`
	Imported      int `json:"imported"`
	Updated       int `json:"updated"`
	Duplicates    int `json:"duplicates"`
	RejectedCount int `json:"rejected_count"`
	Declined      int `json:"declined"`

	Accepted       int                    `json:"accepted"`        // rows that are keywords and stood in the file for the first time
	Joined         int                    `json:"joined"`          // duplicates whose keyword stood in the import before: what they knew is joined to it
	UnknownVolumes int                    `json:"unknown_volumes"` // accepted rows without a volume
	Rejected       []keywordfile.Rejected `json:"rejected"`        // the first of them
	Ignored        []keywordfile.Ignored  `json:"ignored"`
	Tables         []keywordfile.Table    `json:"tables"` // see keywordfile.Report
	Parts          []keywordfile.Part     `json:"parts"`  // the sheets of a workbook, the files of a zip
	Notes          []string               `json:"notes"`
	Refusal        string                 `json:"refusal"` // the sentence that says why
}

// readFile reads one file and visits its rows. That it is refused stands in its report.
func readFile(ctx context.Context, file File, options keywordfile.Options, visit func(keywordfile.Row) error) (FileReport, error) {
	name, rows := shown(file.Name), 0
	read, err := keywordfile.Read(ctx, name, file.Data, file.Size, options, func(row keywordfile.Row) error {
		rows++
		return errors.Join(visit(row), ctx.Err())
	})
	report := reportOf(name, read)
	var refusal *keywordfile.Refusal
	if errors.As(err, &refusal) {
		report.Refusal = shown(refusal.Error())
		return report, nil
	}
	if err != nil {
		return report, fmt.Errorf("read %s: %w", name, err)
	}
	report.Joined = read.Rows - read.RejectedCount - rows
	report.Rows, report.RejectedCount, report.Duplicates = read.Rows, read.RejectedCount, report.Joined
	return report, nil
}

// reportOf returns what the reader says of the file, as text that can be kept: names of columns are as the file has them,
// whatever they are.
func reportOf(name string, read keywordfile.Report) FileReport {
	report := FileReport{
		Name: name, Format: read.Format, Encoding: read.Encoding, Delimiter: read.Delimiter, HeaderRow: read.HeaderRow,
		Market: read.Market, Date: read.Date,
		Accepted: read.Accepted, UnknownVolumes: read.UnknownVolumes,
	}
	for _, c := range read.Columns {
		report.Columns = append(report.Columns, keywordfile.Column{Header: shown(c.Header), Field: c.Field})
	}
	for _, r := range read.Rejected {
		report.Rejected = append(report.Rejected, keywordfile.Rejected{Row: r.Row, Reason: shown(r.Reason)})
	}
	for _, c := range read.Ignored {
		report.Ignored = append(report.Ignored, keywordfile.Ignored{Name: shown(c.Name), Reason: shown(c.Reason)})
	}
	for _, t := range read.Tables {
		t.Part, t.Header = shown(t.Part), allShown(t.Header)
		for i := range t.Sample {
			t.Sample[i] = allShown(t.Sample[i])
		}
		report.Tables = append(report.Tables, t)
	}
	for _, p := range read.Parts {
		report.Parts = append(report.Parts, keywordfile.Part{Name: shown(p.Name), Rows: p.Rows, Skipped: shown(p.Skipped)})
	}
	for _, note := range read.Notes {
		report.Notes = append(report.Notes, shown(note))
	}
	return report
}

func allShown(cells []string) []string {
	clean := make([]string, len(cells))
	for i, cell := range cells {
		clean[i] = shown(cell)
	}
	return clean
}

// longest is how many characters are kept of a name or sentence about a file.
const longest = 300

// shown returns the text without what cannot be shown or kept, shortened where it is long.
func shown(s string) string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return text.Cut(clean, longest)
}
