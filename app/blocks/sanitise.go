package blocks

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The elements that stay. inlineElements are allowed in every text field, flowElements also in blocks of type html. Boxes
// only separate texts: they become a plain div in html and a space in a text field.
var (
	inlineElements = []atom.Atom{atom.A, atom.Strong, atom.Em, atom.Code, atom.Sub, atom.Sup, atom.Br, atom.Mark}
	flowElements   = []atom.Atom{
		atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.P, atom.Hr, atom.Div, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Blockquote, atom.Pre, atom.Figure, atom.Figcaption, atom.Img, atom.Details, atom.Summary,
		atom.Table, atom.Caption, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Th, atom.Td,
		atom.Del, atom.Ins, atom.S, atom.U, atom.Small, atom.Abbr, atom.Cite, atom.Q, atom.Kbd, atom.Samp, atom.Var,
	}
	boxes = []atom.Atom{
		atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Nav, atom.Address, atom.Form,
		atom.Fieldset, atom.Center,
	}
	synonyms = map[atom.Atom]atom.Atom{atom.B: atom.Strong, atom.I: atom.Em, atom.H1: atom.H2, atom.Strike: atom.S}
	phrasing = append(slices.Clone(inlineElements), atom.Del, atom.Ins, atom.S, atom.U, atom.Small, atom.Abbr, atom.Cite, atom.Q,
		atom.Kbd, atom.Samp, atom.Var, atom.Img)
)

// policy is the only sanitising policy. It decides about elements, attributes and addresses. The writer below balances the
// result and reduces it to the inline elements.
var policy = newPolicy()

func newPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	for _, elements := range [][]atom.Atom{inlineElements, flowElements, boxes, {atom.B, atom.I, atom.H1, atom.Strike}} {
		for _, element := range elements {
			p.AllowElements(element.String())
			p.AllowNoAttrs().OnElements(element.String())
		}
	}
	p.AllowAttrs("href", "title", "rel").OnElements("a")
	p.AllowAttrs("src", "alt").OnElements("img")
	p.AllowAttrs("width", "height").Matching(bluemonday.Integer).OnElements("img")
	p.AllowAttrs("colspan", "rowspan").Matching(bluemonday.Integer).OnElements("td", "th")
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(true)
	p.AllowURLSchemes("http", "https", "mailto", "tel")
	p.SkipElementsContent("svg", "math", "template", "title", "textarea", "select", "xmp", "noembed")
	return p
}

// Inline sanitises one text field. The elements a (href, title, rel), strong, em, code, sub, sup, br and mark stay; of other
// elements the text stays, of scripts and styles nothing. White space is folded. The result is balanced, and Inline does not
// change it again.
func Inline(inlineHTML string) string {
	return cleanUntilStable(inlineHTML, foldLine, true)
}

// foldLine folds the white space of inline HTML and removes it beside a line break.
func foldLine(inline string) string {
	return strings.ReplaceAll(strings.ReplaceAll(fold(inline), " <br>", "<br>"), "<br> ", "<br>")
}

// flow sanitises block HTML in the same way.
func flow(blockHTML string) string {
	return cleanUntilStable(blockHTML, strings.TrimSpace, false)
}

// Text returns the text of an inline HTML field, with folded white space.
func Text(inlineHTML string) string {
	return fold(visibleText(inlineHTML))
}

// FromPlain returns plain text as an inline HTML field. Text returns it again, with its white space folded.
func FromPlain(s string) string {
	return fold(escape(s))
}

// plainEntities removes the elements of an inline field and keeps its entities.
func plainEntities(inlineHTML string) string {
	return FromPlain(Text(inlineHTML))
}

// cleanUntilStable cleans until nothing changes: the parser repairs nesting, and repaired markup may parse differently
// again. Markup that does not become stable, or that grows far beyond its length, is reduced to its text.
func cleanUntilStable(markup string, finish func(string) string, inline bool) string {
	if !strings.ContainsAny(markup, "<&") {
		return finish(escape(markup))
	}
	const rounds, growth = 5, 8 // an entity is five characters for one
	most := growth * (len(markup) + 1<<10)
	for range rounds {
		nodes, err := parse(policy.Sanitize(printable(markup)))
		if err != nil {
			break
		}
		w := writer{inline: inline}
		w.all(nodes)
		cleaned := finish(w.out.String())
		if cleaned == markup {
			return cleaned
		}
		if len(cleaned) > most {
			break
		}
		markup = cleaned
	}
	return finish(escape(textOnly(markup)))
}

// parse parses markup as the content of a div.
func parse(markup string) ([]*html.Node, error) {
	return html.ParseFragment(strings.NewReader(markup), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
}

// textOnly returns the text of markup that the parser refuses, such as hundreds of nested elements.
func textOnly(markup string) string {
	var out strings.Builder
	for tokens := html.NewTokenizer(strings.NewReader(policy.Sanitize(markup))); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			return out.String()
		case html.TextToken:
			out.WriteString(tokens.Token().Data)
		}
	}
}

// writer writes parsed nodes as balanced HTML with the allowed elements.
type writer struct {
	out    strings.Builder
	inline bool
	inLink bool
}

func (w *writer) all(nodes []*html.Node) {
	for _, n := range nodes {
		w.node(n)
	}
}

func (w *writer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.out.WriteString(escape(n.Data))
	case html.ElementNode:
		w.element(n)
	}
}

func (w *writer) children(n *html.Node) {
	for child := range n.ChildNodes() {
		w.node(child)
	}
}

func (w *writer) element(n *html.Node) {
	name := n.DataAtom
	if synonym, ok := synonyms[name]; ok {
		name = synonym
	}
	if slices.Contains(boxes, name) {
		name = atom.Div
	}
	switch {
	case slices.Contains(inlineElements, name), !w.inline && slices.Contains(flowElements, name):
		w.tag(name, n)
	case slices.Contains(phrasing, name):
		w.children(n)
	default:
		w.out.WriteByte(' ')
		w.children(n)
		w.out.WriteByte(' ')
	}
}

func (w *writer) tag(name atom.Atom, n *html.Node) {
	attributes, ok := attributes(name, n)
	if !ok || (name == atom.A && w.inLink) {
		w.children(n)
		return
	}
	w.out.WriteString("<" + name.String() + attributes + ">")
	if name == atom.Br || name == atom.Hr || name == atom.Img {
		return
	}
	if first := n.FirstChild; name == atom.Pre && first != nil && strings.HasPrefix(first.Data, "\n") {
		// A parser drops the first line break of a pre.
		w.out.WriteByte('\n')
	}
	outside := w.inLink
	w.inLink = outside || name == atom.A
	w.children(n)
	w.inLink = outside
	w.out.WriteString("</" + name.String() + ">")
}

// attributes returns the attributes of the element as they are written, and false if a required one is missing.
func attributes(name atom.Atom, n *html.Node) (string, bool) {
	var out strings.Builder
	addressed := name != atom.A && name != atom.Img
	for _, attribute := range n.Attr {
		value := attribute.Val
		if attribute.Key == "href" || attribute.Key == "src" {
			address, ok := safeAddress(value)
			if !ok {
				continue
			}
			value, addressed = address, true
		}
		out.WriteString(" " + attribute.Key + `="` + escapeAttribute(value) + `"`)
	}
	return out.String(), addressed
}

// safeAddress returns the address if a page may link to it: http, https, mailto, tel or relative.
func safeAddress(raw string) (string, bool) {
	raw = strings.TrimSpace(printable(raw))
	if raw == "" || strings.ContainsFunc(raw, unicode.IsSpace) {
		return "", false
	}
	u, err := url.Parse(raw)
	if err != nil {
		return "", false
	}
	switch u.Scheme {
	case "":
		return u.String(), true
	case "http", "https":
		return u.String(), u.Host != ""
	case "mailto", "tel":
		return u.String(), u.Opaque != ""
	default:
		return "", false
	}
}

var (
	textEntities      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	attributeEntities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "\n", " ", "\t", " ")
)

func escape(text string) string { return textEntities.Replace(printable(text)) }

func escapeAttribute(value string) string { return attributeEntities.Replace(printable(value)) }

// printable drops what neither XML nor PostgreSQL can store: control characters other than tab and line feed, and broken
// UTF-8.
func printable(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r == '\f', r == '\v':
			return ' '
		case unicode.IsControl(r) && r != '\n' && r != '\t', r&0xFFFE == 0xFFFE:
			return -1
		default:
			return r
		}
	}, strings.ReplaceAll(s, "\r\n", "\n"))
}

// fold turns each run of spaces, tabs and line breaks into one space. No-break spaces stay.
func fold(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }), " ")
}

// visibleText returns the text of sanitised markup, with a line break where a block begins or ends.
func visibleText(markup string) string {
	if !strings.ContainsAny(markup, "<&") {
		return printable(markup)
	}
	nodes, err := parse(flow(markup))
	if err != nil {
		return textOnly(markup)
	}
	var out strings.Builder
	for _, n := range nodes {
		writeText(&out, n)
	}
	return out.String()
}

// writeText writes the text of a node.
func writeText(out *strings.Builder, n *html.Node) {
	if n.Type == html.TextNode {
		out.WriteString(n.Data)
		return
	}
	parted := n.DataAtom == atom.Br || !slices.Contains(phrasing, n.DataAtom)
	if parted {
		out.WriteByte('\n')
	}
	for child := range n.ChildNodes() {
		writeText(out, child)
	}
	if parted && n.DataAtom != atom.Br {
		out.WriteByte('\n')
	}
}
