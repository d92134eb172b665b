package blocks

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The limits of the markup that FromHTML reads.
const (
	MaxMarkup = 1 << 20 // bytes
	MaxLevels = 100     // of elements within each other
)

// Limit is the refusal of input that is too large. It is a sentence for people. Nothing of the input was accepted.
type Limit string

func (l Limit) Error() string { return string(l) }

func limit(format string, args ...any) error { return Limit(fmt.Sprintf(format, args...)) }

// tree is parsed markup. It is built in one pass with one node for each tag and text. html.Parse opens unclosed elements
// again in every paragraph, so a short text can become a large tree, and it cannot be stopped.
type tree struct {
	root   *html.Node
	open   []*html.Node        // from the root to the element that is being filled
	blocks map[*html.Node]bool // elements that contain an element that starts a block
}

// parseTree parses the markup. Its error is a Limit, or that of ctx.
func parseTree(ctx context.Context, markup string) (*tree, error) {
	root := newElement(atom.Body)
	t := &tree{root: root, open: []*html.Node{root}, blocks: map[*html.Node]bool{}}
	tokens := html.NewTokenizer(strings.NewReader(markup))
	for count := 0; ; count++ {
		if err := checkContext(ctx, count); err != nil {
			return nil, err
		}
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			return t, nil
		case html.TextToken:
			t.add(&html.Node{Type: html.TextNode, Data: tokens.Token().Data})
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := t.start(tokens.Token(), kind == html.SelfClosingTagToken); err != nil {
				return nil, err
			}
		case html.EndTagToken:
			t.end(tokens.Token())
		}
	}
}

// checkContext returns the error of ctx. It asks only every 256th time: count is the number of calls.
func checkContext(ctx context.Context, count int) error {
	const often = 256
	if count%often != 0 {
		return nil
	}
	return ctx.Err()
}

func (t *tree) top() *html.Node { return t.open[len(t.open)-1] }

func newElement(name atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: name.String(), DataAtom: name}
}

// add puts a node into the element that is being filled. Content of a table outside its cells goes before the table, as in
// browsers.
func (t *tree) add(n *html.Node) {
	into := t.top()
	ofTable := into.DataAtom == atom.Table || into.DataAtom == atom.Tr || slices.Contains(rowGroup, into.DataAtom)
	if !ofTable || slices.Contains(tabular, n.DataAtom) || n.Type == html.TextNode && strings.TrimSpace(n.Data) == "" {
		into.AppendChild(n)
		return
	}
	table := into
	for table.DataAtom != atom.Table && table.Parent != nil {
		table = table.Parent
	}
	if table.Parent == nil {
		into.AppendChild(n)
		return
	}
	table.Parent.InsertBefore(n, table)
}

// The elements that the tree treats in a special way.
var (
	structural = []atom.Atom{atom.Html, atom.Head, atom.Body}
	childless  = []atom.Atom{
		atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param, atom.Source,
		atom.Track, atom.Wbr,
	}
	headings     = []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}
	cellElements = []atom.Atom{atom.Td, atom.Th, atom.Caption}
	rowGroup     = []atom.Atom{atom.Tbody, atom.Thead, atom.Tfoot}
	tabular      = slices.Concat(cellElements, rowGroup,
		[]atom.Atom{atom.Tr, atom.Colgroup, atom.Col, atom.Style, atom.Script, atom.Template})
)

// start adds an element after it has closed those that cannot contain it.
func (t *tree) start(tag html.Token, closed bool) error {
	if slices.Contains(structural, tag.DataAtom) {
		return nil
	}
	t.makeRoom(tag.DataAtom)
	n := &html.Node{Type: html.ElementNode, Data: tag.Data, DataAtom: tag.DataAtom, Attr: tag.Attr}
	t.add(n)
	if startsBlock(n) {
		t.mark(n.Parent)
	}
	// Only unknown elements and drawings are closed by a slash in their tag.
	if slices.Contains(childless, tag.DataAtom) || closed && (tag.DataAtom == 0 || t.inDrawing()) {
		return nil
	}
	if t.open = append(t.open, n); len(t.open) > MaxLevels {
		return limit("The elements of the HTML are nested more than %d levels deep, which is more than is read.", MaxLevels)
	}
	return nil
}

// inDrawing reports whether a drawing or a formula is being read.
func (t *tree) inDrawing() bool {
	return slices.ContainsFunc(t.open, func(n *html.Node) bool { return n.DataAtom == atom.Svg || n.DataAtom == atom.Math })
}

// mark notes that an element and its ancestors contain an element that starts a block.
func (t *tree) mark(n *html.Node) {
	for ; n != nil && !t.blocks[n]; n = n.Parent {
		t.blocks[n] = true
	}
}

// startsBlock reports whether an element cannot stand in the text of a paragraph.
func startsBlock(n *html.Node) bool {
	return n.DataAtom == atom.Img || isButton(n) || (!inLine(n) && n.DataAtom != atom.Br && !slices.Contains(silent, n.DataAtom))
}

// makeRoom closes the elements that a new element closes implicitly.
func (t *tree) makeRoom(name atom.Atom) {
	table := []atom.Atom{atom.Table}
	switch {
	case name == atom.Li:
		t.close(append([]atom.Atom{atom.Ul, atom.Ol}, cellBarriers...), atom.Li)
	case name == atom.Dt, name == atom.Dd:
		t.close(append([]atom.Atom{atom.Dl}, cellBarriers...), atom.Dt, atom.Dd)
	case slices.Contains(cellElements, name):
		t.close(append(table, atom.Tr), cellElements...)
		t.fillRow(name)
	case name == atom.Tr:
		t.close(append(table, rowGroup...), atom.Tr)
	case slices.Contains(rowGroup, name):
		t.close(table, rowGroup...)
	}
	if !slices.Contains(inlineNames, name) && !slices.Contains(silent, name) && name != 0 || name == atom.Nav {
		t.close(cellBarriers, atom.P)
	}
	if slices.Contains(headings, name) && slices.Contains(headings, t.top().DataAtom) {
		t.open = t.open[:len(t.open)-1]
	}
}

// fillRow begins a row for a cell that has none.
func (t *tree) fillRow(name atom.Atom) {
	into := t.top().DataAtom
	if name == atom.Caption || into != atom.Table && !slices.Contains(rowGroup, into) {
		return
	}
	row := newElement(atom.Tr)
	t.top().AppendChild(row)
	t.open = append(t.open, row)
}

// cellBarriers separate what is inside them from what is around their table.
var cellBarriers = append([]atom.Atom{atom.Table}, cellElements...)

// end closes the element that the tag names, and all open elements in it.
func (t *tree) end(tag html.Token) {
	name := tag.DataAtom
	switch {
	case name == atom.Br:
		t.add(newElement(atom.Br))
	case name == 0:
		t.closeNamed(tag.Data)
	case slices.Contains(headings, name):
		t.close(cellBarriers, headings...)
	case slices.Contains(cellElements, name), slices.Contains(rowGroup, name), name == atom.Tr:
		t.close([]atom.Atom{atom.Table}, name)
	case name == atom.Table:
		t.close(nil, name)
	default:
		t.close(cellBarriers, name)
	}
}

// close closes the innermost open element of one of the names, unless a barrier comes first.
func (t *tree) close(barriers []atom.Atom, names ...atom.Atom) {
	for at := len(t.open) - 1; at > 0; at-- {
		switch name := t.open[at].DataAtom; {
		case slices.Contains(names, name):
			t.open = t.open[:at]
			return
		case slices.Contains(barriers, name):
			return
		}
	}
}

// closeNamed does the same for an element that HTML does not know.
func (t *tree) closeNamed(name string) {
	for at := len(t.open) - 1; at > 0 && !slices.Contains(cellBarriers, t.open[at].DataAtom); at-- {
		if t.open[at].Data == name {
			t.open = t.open[:at]
			return
		}
	}
}
