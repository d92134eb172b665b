package blocks

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table reads a table of data. A table that only lays out a page (one column, a table in a cell, or more columns than a
// block may have) is read cell by cell.
func (r *reader) table(n *html.Node, caption string) {
	isRow := func(n *html.Node) bool { return n.DataAtom == atom.Tr }
	if columns := widest(n, isRow); columns < 2 || columns > maxColumns || firstElement(n, atom.Table) != nil {
		r.cells(n)
		return
	}
	b := Block{Type: TypeTable, Caption: caption}
	size := 0
	for tr := range topmost(n, isRow) {
		texts, heads := r.tableCells(tr)
		switch {
		case len(texts) == 0:
			continue
		case len(b.Head) == 0 && len(b.Rows) == 0 && heads:
			b.Head = texts
		default:
			b.Rows = append(b.Rows, texts)
		}
		if size += len(texts) * len(`"",`); size > MaxSize {
			r.noteError(limit("A table of the HTML has more cells than the %d KB of a block hold.", MaxSize>>10))
			return
		}
	}
	if c := firstElement(n, atom.Caption); c != nil && caption == "" {
		b.Caption = r.inner(c)
	}
	r.add(b)
}

// widest returns the number of cells of the longest row.
func widest(table *html.Node, isRow func(*html.Node) bool) int {
	most := 0
	for tr := range topmost(table, isRow) {
		columns := 0
		for cell := range tr.ChildNodes() {
			if isCell(cell) {
				columns += span(cell)
			}
		}
		most = max(most, columns)
	}
	return most
}

func isCell(n *html.Node) bool { return n.DataAtom == atom.Td || n.DataAtom == atom.Th }

// span returns the number of columns that a cell spans.
func span(cell *html.Node) int {
	columns, _ := strconv.Atoi(attribute(cell, "colspan"))
	return min(max(columns, 1), maxColumns)
}

// cells reads each cell as text of its own.
func (r *reader) cells(n *html.Node) {
	isText := func(n *html.Node) bool { return isCell(n) || n.DataAtom == atom.Caption }
	for cell := range topmost(n, isText) {
		r.separate(cell)
	}
}

// tableCells returns the texts of a row, and whether all its cells are heads.
func (r *reader) tableCells(tr *html.Node) (texts []string, heads bool) {
	heads = true
	for cell := range tr.ChildNodes() {
		if !isCell(cell) {
			continue
		}
		heads = heads && (cell.DataAtom == atom.Th || tr.Parent.DataAtom == atom.Thead)
		texts = padded(append(texts, r.inner(cell)), len(texts)+span(cell))
	}
	return texts, heads
}
