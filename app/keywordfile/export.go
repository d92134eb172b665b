package keywordfile

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Sheet is a table to write: its header, and its rows as a sequence, so that they need not all be in memory. A cell is a string, bool,
// int64, float64, or a pointer to a number; nil means unknown and stays empty.
type Sheet struct {
	Name   string // of at most 31 characters, without :\/?*[]
	Header []string
	Rows   func(write func(cells ...any) error) error
}

// The header cells by which Read recognises a table that the application exported. For such a table it reverts what WriteCSV did to
// formulas, reads the clusters as given ones, and leaves out intents that were only recognised from words.
const (
	ExportedOpportunity = "Opportunity"
	ExportedIntentBy    = "Intent by"
	ExportedWhy         = "Why it is there"
)

// WriteCSV writes the table as CSV with plain numbers. It neutralises text that a spreadsheet would run as a formula.
func WriteCSV(w io.Writer, s Sheet) error {
	out := csv.NewWriter(w)
	if err := out.Write(s.Header); err != nil {
		return fmt.Errorf("write %s: %w", s.Name, err)
	}
	record := make([]string, 0, len(s.Header))
	err := s.Rows(func(cells ...any) error {
		record = record[:0]
		for _, cell := range cells {
			record = append(record, plain(cell))
		}
		return out.Write(record)
	})
	out.Flush()
	if err := errors.Join(err, out.Error()); err != nil {
		return fmt.Errorf("write %s: %w", s.Name, err)
	}
	return nil
}

func plain(cell any) string {
	switch v := bare(cell).(type) {
	case string:
		return Neutralise(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// bare returns the value behind a pointer.
func bare(cell any) any {
	switch v := cell.(type) {
	case *int64:
		if v != nil {
			return *v
		}
		return nil
	case *float64:
		if v != nil {
			return *v
		}
		return nil
	}
	return cell
}

// WriteWorkbook writes the tables as an Excel workbook with a sheet for each. Text stays text, whatever it begins with. Large sheets are
// buffered in temporary files, not in memory.
func WriteWorkbook(w io.Writer, sheets ...Sheet) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	for i, s := range sheets {
		if i == 0 {
			err = book.SetSheetName("Sheet1", s.Name)
		} else {
			_, err = book.NewSheet(s.Name)
		}
		if err != nil {
			return fmt.Errorf("write %s: %w", s.Name, err)
		}
		if err := writeSheet(book, s); err != nil {
			return fmt.Errorf("write %s: %w", s.Name, err)
		}
	}
	if err := book.Write(w); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

func writeSheet(book *excelize.File, s Sheet) error {
	out, err := book.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	cells := make([]any, len(s.Header))
	for i, title := range s.Header {
		cells[i] = excelize.Cell{StyleID: bold, Value: title}
	}
	line := 1
	if err := out.SetRow("A1", cells); err != nil {
		return err
	}
	err = s.Rows(func(values ...any) error {
		line++
		for i, value := range values {
			cells[i] = bare(value)
		}
		return out.SetRow("A"+strconv.Itoa(line), cells[:len(values)])
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// revive reverts what Neutralise did to the cells of an exported table.
func revive(record []string) {
	for i, cell := range record {
		if bare, ok := strings.CutPrefix(cell, "'"); ok && Neutralise(bare) == cell {
			record[i] = bare
		}
	}
}

// recognised reports whether the intent in an exported row was only recognised from words: the reader recognises it again.
func recognised(titles, record []string) bool {
	i := slices.Index(titles, ExportedIntentBy)
	return i >= 0 && i < len(record) && record[i] == "rules"
}
