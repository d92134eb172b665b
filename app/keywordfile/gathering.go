package keywordfile

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
)

// gathering collects the keywords of all parts of a file.
type gathering struct {
	file      string // its name
	report    *Report
	rows      *rows
	country   string // the country that all rows name
	filtersIn string // the market in Search Console's filters
}

// partsOf visits the parts of a file one after the other. A part is valid only during its visit.
type partsOf func(visit func(part) error) error

// readAll reads every part that is a table of keywords. If a single part is no such table, the file is refused. Of several parts it skips
// those that are no such table, and refuses the file only if all are skipped.
func (g *gathering) readAll(count int, parts partsOf, o Options) error {
	if count == 1 {
		return parts(func(p part) error { return g.readOnly(g.file, p, o) })
	}
	read := 0
	err := parts(func(p part) error {
		before := g.report.Rows
		skipped, err := g.readPart(p, o)
		if err != nil {
			return fmt.Errorf("read %s of %s: %w", p.name, g.file, err)
		}
		if skipped == "" {
			read++
		}
		g.report.Parts = append(g.report.Parts, Part{Name: p.name, Rows: g.report.Rows - before, Skipped: skipped})
		return nil
	})
	if err != nil || read > 0 {
		return err
	}
	reasons := make([]string, len(g.report.Parts))
	for i, p := range g.report.Parts {
		reasons[i] = p.Name + ": " + p.Skipped
	}
	return refusal("%s has no table of keywords. %s", g.file, strings.Join(reasons, " "))
}

func (g *gathering) readOnly(name string, p part, o Options) error {
	if p.refusal != "" {
		return &Refusal{p.refusal}
	}
	s, err := p.find(o)
	var none *noKeywords
	if errors.As(err, &none) {
		g.report.Tables = []Table{none.table}
		return refusal("%s has no column of keywords. Its columns are: %s. Name the one with the keywords \"Keyword\", or say which it is.", name, none.columns())
	}
	if err != nil {
		return err
	}
	if err := newTable(g, p, s).read(); err != nil {
		return err
	}
	if p.name != "" {
		g.report.Parts = []Part{{Name: p.name, Rows: g.report.Rows}}
	}
	if g.report.Rows == 0 {
		return refusal("%s has a header but no rows below it. Export it again from your keyword tool.", name)
	}
	return nil
}

// readPart reads one of several parts, or returns why it is skipped.
func (g *gathering) readPart(p part, o Options) (skipped string, err error) {
	if p.refusal != "" {
		return p.refusal, nil
	}
	s, err := p.find(o)
	var none *noKeywords
	if errors.As(err, &none) {
		if filters, err := g.filters(p); filters || err != nil {
			return "It says how the export was filtered.", err
		}
		g.report.Tables = append(g.report.Tables, none.table)
		return "It has no column of keywords; its columns are: " + none.columns() + ".", nil
	}
	if err != nil {
		return "", err
	}
	if s.header == nil {
		return "It has no header row.", nil
	}
	return "", newTable(g, p, s).read()
}

// market returns the market in the filters, otherwise the country that all rows name.
func (g *gathering) market() string { return cmp.Or(g.filtersIn, g.country) }
