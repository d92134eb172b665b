package blocks

import (
	"iter"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// wordOrdered matches the number of an item in a list that Word wrote as paragraphs.
var wordOrdered = regexp.MustCompile(`^\(?[0-9A-Za-z]{1,4}[.)]`)

// wordItem reads a paragraph that Word shows as a list item.
func (r *reader) wordItem(n *html.Node) {
	mark := ""
	for child := range n.Descendants() {
		if ignored(child) {
			mark = strings.TrimSpace(verbatim(child))
			break
		}
	}
	r.flush()
	item := r.inner(n)
	if !visible(item) {
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

// ignored reports whether Word wrote the node only for programs that do not know its lists.
func ignored(n *html.Node) bool {
	return n.Type == html.ElementNode && strings.Contains(style(n), "mso-list:ignore")
}

func (r *reader) list(n *html.Node) {
	items := r.listItems(nil, n)
	if len(items) > 0 {
		r.add(Block{Type: TypeList, Ordered: n.DataAtom == atom.Ol, Items: items})
	}
}

// listItems flattens a list: the items of a nested list follow the item that contains it.
func (r *reader) listItems(items []string, n *html.Node) []string {
	isList := func(n *html.Node) bool { return n.DataAtom == atom.Ul || n.DataAtom == atom.Ol }
	for child := range n.ChildNodes() {
		if child.Type != html.ElementNode {
			continue
		}
		if isList(child) {
			items = r.listItems(items, child)
			continue
		}
		var own strings.Builder
		inlineChildren(&own, child, isList)
		if item := r.inline(own.String()); visible(item) {
			items = append(items, item)
		}
		for nested := range topmost(child, isList) {
			items = r.listItems(items, nested)
		}
	}
	return items
}

// topmost yields the nodes below n that match and have no matching ancestor below n.
func topmost(n *html.Node, match func(*html.Node) bool) iter.Seq[*html.Node] {
	var walk func(n *html.Node, yield func(*html.Node) bool) bool
	walk = func(n *html.Node, yield func(*html.Node) bool) bool {
		for child := range n.ChildNodes() {
			if match(child) {
				if !yield(child) {
					return false
				}
				continue
			}
			if !walk(child, yield) {
				return false
			}
		}
		return true
	}
	return func(yield func(*html.Node) bool) { walk(n, yield) }
}
