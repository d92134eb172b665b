package keywordfile

import (
	"bytes"
	"errors"

	"github.com/xuri/excelize/v2"
)

// MaxUnpacked is how much a workbook or zip may hold, in bytes: a small file that unpacks to more is a bomb.
const MaxUnpacked = 300 << 20

// openWorkbook returns the sheets of an Excel workbook. Large ones are unpacked into temporary files until close.
func openWorkbook(name string, data []byte) (parts []part, closing func() error, err error) {
	// Raw values: what a cell shows is rounded and written in the way of one country.
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: MaxUnpacked})
	if err != nil {
		return nil, nil, refusal("%s is a damaged workbook. Open it in your spreadsheet program and save it again, or export CSV.", name)
	}
	for _, title := range book.GetSheetList() {
		read := cells(name, book, title)
		p := part{name: title, list: read, readings: []reading{{"cells", read}}}
		if p.columns, err = several(read); err != nil {
			return nil, nil, errors.Join(err, book.Close())
		}
		parts = append(parts, p)
	}
	return parts, book.Close, nil
}

func cells(name string, book *excelize.File, title string) records {
	damaged := func(err error) error {
		if err == nil {
			return nil
		}
		return refusal("%s is a damaged workbook: its sheet %s cannot be read. Save it again, or export CSV.", name, title)
	}
	return func(visit func(int, []string) error) error {
		rows, err := book.Rows(title)
		if err != nil {
			return damaged(err)
		}
		defer func() { _ = rows.Close() }()
		for line := 1; rows.Next(); line++ {
			record, err := rows.Columns()
			if err != nil {
				return damaged(err)
			}
			if empty(record) {
				continue
			}
			if err := visit(line, record); err != nil {
				return err
			}
		}
		return damaged(rows.Error())
	}
}

// several says whether one of the first rows has more than one cell.
func several(read records) (columns bool, err error) {
	row := 0
	err = read(func(_ int, record []string) error {
		columns = columns || !empty(record[1:])
		if row++; columns || row == preamble {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return columns, err
}
