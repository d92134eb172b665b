package blocks

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table reads a table of data. Tables that only lay out a page (one column, a table within a cell, more columns than a
// block may have) are read cell by cell.
func (r *reader) table(n *html.Node, caption string) {
	b := Block{Type: TypeTable, Caption: caption}
	for tr := range topmost(n, func(n *html.Node) bool { return n.DataAtom == atom.Tr }) {
		texts, heads := tableCells(tr)
		if len(b.Head) == 0 && len(b.Rows) == 0 && heads {
			b.Head = texts
			continue
		}
		if len(texts) > 0 {
			b.Rows = append(b.Rows, texts)
		}
	}
	if columns := b.columns(); columns < 2 || columns > maxColumns || first(n, atom.Table) != nil {
		r.cells(n)
		return
	}
	if c := first(n, atom.Caption); c != nil && caption == "" {
		b.Caption = inner(c)
	}
	r.add(b)
}

// cells reads each cell as a text of its own.
func (r *reader) cells(n *html.Node) {
	isCell := func(n *html.Node) bool {
		return n.DataAtom == atom.Td || n.DataAtom == atom.Th || n.DataAtom == atom.Caption
	}
	for cell := range topmost(n, isCell) {
		r.flush()
		r.children(cell)
		r.flush()
	}
}

// tableCells are the texts of a row, and whether it is a head.
func tableCells(tr *html.Node) (texts []string, heads bool) {
	heads = true
	for cell := range tr.ChildNodes() {
		if cell.DataAtom != atom.Td && cell.DataAtom != atom.Th {
			continue
		}
		heads = heads && (cell.DataAtom == atom.Th || tr.Parent.DataAtom == atom.Thead)
		texts = append(texts, inner(cell))
		span, _ := strconv.Atoi(attribute(cell, "colspan"))
		for extra := 1; extra < min(span, maxColumns); extra++ {
			texts = append(texts, "")
		}
	}
	return texts, heads
}
