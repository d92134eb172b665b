package blocks

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// wordOrdered is the mark of a numbered item in a list that Word wrote as paragraphs.
var wordOrdered = regexp.MustCompile(`^\(?[0-9A-Za-z]{1,4}[.)]`)

// wordItem reads a paragraph that Word shows as an item of a list.
func (r *reader) wordItem(n *html.Node) {
	mark := ""
	for child := range n.Descendants() {
		if ignored(child) && mark == "" {
			mark = strings.TrimSpace(verbatim(child))
		}
	}
	r.flush()
	item := inner(n)
	if !said(item) {
		return
	}
	ordered := wordOrdered.MatchString(mark)
	if last := len(r.doc) - 1; r.wordList && r.doc[last].Ordered == ordered {
		r.doc[last].Items = append(r.doc[last].Items, item)
		return
	}
	r.add(Block{Type: TypeList, Ordered: ordered, Items: []string{item}})
	r.wordList = true
}

// ignored is whether Word wrote the node for readers who do not know its lists.
func ignored(n *html.Node) bool {
	return n.Type == html.ElementNode && strings.Contains(style(n), "mso-list:ignore")
}

func (r *reader) list(n *html.Node) {
	items := listItems(nil, n)
	if len(items) > 0 {
		r.add(Block{Type: TypeList, Ordered: n.DataAtom == atom.Ol, Items: items})
	}
}

// listItems flattens a list: a nested list follows the item that it belongs to.
func listItems(items []string, n *html.Node) []string {
	isList := func(n *html.Node) bool { return n.DataAtom == atom.Ul || n.DataAtom == atom.Ol }
	for child := range n.ChildNodes() {
		if child.Type != html.ElementNode {
			continue
		}
		if isList(child) {
			items = listItems(items, child)
			continue
		}
		var own strings.Builder
		inlineChildren(&own, child, isList)
		if item := trimBreaks(Inline(own.String())); said(item) {
			items = append(items, item)
		}
		for nested := range topmost(child, isList) {
			items = listItems(items, nested)
		}
	}
	return items
}

// topmost are the nodes below n that match and have no matching node above them.
func topmost(n *html.Node, match func(*html.Node) bool) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for found := range n.Descendants() {
			above := false
			for p := found.Parent; p != n && !above; p = p.Parent {
				above = match(p)
			}
			if match(found) && !above && !yield(found) {
				return
			}
		}
	}
}
