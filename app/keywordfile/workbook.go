package keywordfile

import (
	"archive/zip"
	"errors"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"igny8/app/spill"
)

// workbook is an Excel workbook that is read sheet by sheet, as a stream. It reads the raw values of cells, because the displayed ones
// are rounded and formatted for one country.
type workbook struct {
	name    string
	files   *unpacking
	entries map[string]*zip.File // by their lower-case names
	shared  *spill.File          // the shared strings
	places  []uint32             // offsets of the shared strings
}

// sheetOf is the title of a sheet and the path of its file.
type sheetOf struct{ title, path string }

// maxShared is the most shared strings that a workbook may have.
const maxShared = 5_000_000

// openWorkbook reads the sheets of an Excel workbook. It unpacks each twice: first to detect its header, then to read it.
func (g *gathering) openWorkbook(archive *zip.Reader, files *unpacking, o Options) (err error) {
	files.left *= 2
	b := &workbook{name: g.file, files: files, entries: map[string]*zip.File{}, shared: spill.NewFile(MaxUnpacked)}
	defer func() { err = errors.Join(err, b.shared.Close()) }()
	for _, file := range archive.File {
		b.entries[strings.ToLower(file.Name)] = file
	}
	sheets, err := b.sheets()
	if err != nil {
		return b.damaged("", err)
	}
	if len(sheets) > maxFiles {
		return refusal("%s has more than %d sheets. "+
			"Save the sheet with the keywords as a workbook of its own, then drop that file.", g.file, maxFiles)
	}
	if err := b.readShared(); err != nil {
		return b.damaged("", err)
	}
	return g.readAll(len(sheets), func(visit func(part) error) error {
		for _, s := range sheets {
			p, err := b.part(s)
			if err == nil {
				err = visit(p)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}, o)
}

// damaged returns the refusal of a workbook, or of one of its sheets, that cannot be read.
func (b *workbook) damaged(title string, err error) error {
	var refused *Refusal
	switch {
	case errors.As(err, &refused) || errors.Is(err, spill.ErrFull):
		return err
	case b.files.ctx.Err() != nil:
		return b.files.ctx.Err()
	case title != "":
		return refusal("%s is a damaged workbook: its sheet %s cannot be read. Save it again, or export CSV.", b.name, title)
	}
	return refusal("%s is a damaged workbook. Open it in your spreadsheet program and save it again, or export CSV.", b.name)
}

var errMissing = errors.New("the workbook has no such file")

// read visits the tags and texts of a file of the workbook.
func (b *workbook) read(name string, visit func(*markup, token) error) error {
	file := b.entries[strings.ToLower(name)]
	if file == nil {
		return errMissing
	}
	r, err := b.files.open(file)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	m := newMarkup(r)
	for {
		kind, err := m.next()
		if err != nil {
			return ended(err)
		}
		if err := visit(m, kind); err != nil {
			return err
		}
	}
}

// sheets returns the sheets in the order of the workbook.
func (b *workbook) sheets() (list []sheetOf, err error) {
	paths := map[string]string{}
	err = b.read("xl/_rels/workbook.xml.rels", func(m *markup, kind token) error {
		if kind != opening || m.name != "Relationship" || len(paths) > maxEntries {
			return nil
		}
		target := strings.ReplaceAll(m.attribute("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("xl", target)
		}
		paths[m.attribute("Id")] = strings.TrimPrefix(path.Clean(target), "/")
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = b.read("xl/workbook.xml", func(m *markup, kind token) error {
		if kind == opening && m.name == "sheet" && len(list) <= maxFiles {
			list = append(list, sheetOf{cut(m.attribute("name")), paths[m.attribute("id")]})
		}
		return nil
	})
	return list, err
}

// readShared stores the shared strings, if there are any.
func (b *workbook) readShared() error {
	var text []byte
	within, aside := false, false
	err := b.read("xl/sharedStrings.xml", func(m *markup, kind token) error {
		switch {
		case kind == characters && within && !aside:
			text = m.appendText(text)
		case kind == characters:
		case m.name == "t":
			within = kind == opening
		case m.name == "rPh": // the phonetic reading of the text
			aside = kind == opening
		case m.name == "si" && kind == opening:
			text = text[:0]
		case m.name == "si":
			return b.share(text)
		}
		if len(text) > 4*MaxCell {
			return b.share(text)
		}
		return nil
	})
	if errors.Is(err, errMissing) {
		return nil
	}
	return err
}

func (b *workbook) share(text []byte) error {
	if utf8.RuneCount(text) > MaxCell {
		return refusal("%s has a cell of more than 32,767 characters. Shorten it, or export the keywords as CSV.", b.name)
	}
	if len(b.places) == maxShared {
		return refusal("%s has more than 5,000,000 different texts. Export fewer keywords at once, or split the file.", b.name)
	}
	at, err := b.shared.Append([]byte(unescaped(string(text))))
	b.places = append(b.places, uint32(at))
	return err
}

// part returns the sheet as a part after reading its first rows.
func (b *workbook) part(s sheetOf) (part, error) {
	read := func(visit func(int, []string) error) error { return b.rows(s, visit) }
	way, err := newReading("cells", read, read)
	if err == nil && way.broken != nil {
		err = way.broken
	}
	p := part{name: s.title, list: read, readings: []reading{way}}
	for _, row := range way.first[:min(preamble, len(way.first))] {
		p.columns = p.columns || !empty(row.cells[1:])
	}
	return p, err
}

// rows visits the rows of the sheet that are not empty.
func (b *workbook) rows(s sheetOf, visit func(int, []string) error) error {
	r := rowReader{book: b, name: b.name + ", sheet " + s.title, visit: visit}
	err := b.read(s.path, r.token)
	if r.stopped != nil {
		return r.stopped
	}
	if err != nil {
		return b.damaged(s.title, err)
	}
	return nil
}

// rowReader builds rows from the tags of a sheet.
type rowReader struct {
	book    *workbook
	name    string // of the sheet, for refusals
	visit   func(int, []string) error
	stopped error // the error of visit

	line, column, size int
	cells              []string
	kind               string // of the cell
	value              []byte
	within, aside      bool // the text belongs to the cell; it is a phonetic reading
}

func (r *rowReader) token(m *markup, kind token) error {
	if kind == characters {
		if r.within && !r.aside {
			if r.value = m.appendText(r.value); len(r.value) > 4*MaxCell {
				return tooLong(r.name, r.line, r.column)
			}
		}
		return nil
	}
	switch m.name {
	case "v", "t":
		r.within = kind == opening
	case "rPh":
		r.aside = kind == opening
	case "c":
		if kind == opening {
			return r.begin(m)
		}
		return r.end()
	case "row":
		return r.row(m, kind)
	}
	return nil
}

func (r *rowReader) row(m *markup, kind token) error {
	if kind == opening {
		r.line, r.column, r.size, r.cells = r.number(m), 0, 0, r.cells[:0]
		return nil
	}
	if empty(r.cells) {
		return nil
	}
	r.stopped = r.visit(r.line, r.cells)
	r.cells = r.cells[:0]
	return r.stopped
}

// number returns the number that the row names, or the one after the previous row.
func (r *rowReader) number(m *markup) int {
	if n, err := strconv.Atoi(m.attribute("r")); err == nil && n > 0 {
		return n
	}
	return r.line + 1
}

func (r *rowReader) begin(m *markup) error {
	r.kind, r.value = m.attribute("t"), r.value[:0]
	r.column++
	if place := m.attribute("r"); place != "" {
		if r.column = columnOf(place); r.column == 0 {
			return errMarkup
		}
	}
	return nil
}

// columnOf returns the column number in a cell reference, such as 28 for AB7; 0 if it has none.
func columnOf(place string) int {
	column := 0
	for _, letter := range strings.TrimRight(place, "0123456789") {
		letter |= 0x20
		if letter < 'a' || letter > 'z' || column > 1<<20 {
			return 0
		}
		column = column*26 + int(letter-'a') + 1
	}
	return column
}

func (r *rowReader) end() error {
	text, err := r.text()
	if err != nil || text == "" {
		return err
	}
	if r.column > MaxWidth {
		return tooWide(r.name, r.line)
	}
	if utf8.RuneCountInString(text) > MaxCell {
		return tooLong(r.name, r.line, r.column)
	}
	if r.size += len(text); r.size > maxRow {
		return tooLarge(r.name, r.line)
	}
	for len(r.cells) < r.column {
		r.cells = append(r.cells, "")
	}
	r.cells[r.column-1] = text
	return nil
}

// text returns the text of the cell.
func (r *rowReader) text() (string, error) {
	switch {
	case r.kind == "inlineStr":
		return unescaped(string(r.value)), nil
	case r.kind != "s" || len(r.value) == 0:
		return string(r.value), nil
	}
	number, err := strconv.Atoi(strings.TrimSpace(string(r.value)))
	if err != nil || number < 0 || number >= len(r.book.places) {
		return "", nil
	}
	shared, err := r.book.shared.At(int64(r.book.places[number]))
	return string(shared), err
}

var escape = regexp.MustCompile(`_x[a-fA-F\d]{4}_`)

// unescaped returns the text with escapes such as _x000D_ decoded.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escape.ReplaceAllStringFunc(s, func(code string) string {
		value, err := strconv.ParseUint(code[2:6], 16, 16)
		if err != nil {
			return code
		}
		return string(rune(value))
	})
}
