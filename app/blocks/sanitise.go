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

// The elements that survive. inlineElements may stand in every text field; flowElements in blocks of type html as well. Boxes
// only part texts from each other: they become a plain div there and a space in a text field.
var (
	inlineElements = []atom.Atom{atom.A, atom.Strong, atom.Em, atom.Code, atom.Sub, atom.Sup, atom.Br, atom.Mark}
	flowElements   = []atom.Atom{
		atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.P, atom.Hr, atom.Div, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Blockquote, atom.Pre, atom.Figure, atom.Figcaption, atom.Img, atom.Details, atom.Summary,
		atom.Table, atom.Caption, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Th, atom.Td,
		atom.Del, atom.Ins, atom.S, atom.U, atom.Small, atom.Abbr, atom.Cite, atom.Q, atom.Kbd, atom.Samp, atom.Var,
	}
	boxes    = []atom.Atom{atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Nav, atom.Address, atom.Form, atom.Fieldset, atom.Center}
	synonyms = map[atom.Atom]atom.Atom{atom.B: atom.Strong, atom.I: atom.Em, atom.H1: atom.H2, atom.Strike: atom.S}
	phrasing = append(slices.Clone(inlineElements), atom.Del, atom.Ins, atom.S, atom.U, atom.Small, atom.Abbr, atom.Cite, atom.Q, atom.Kbd, atom.Samp, atom.Var, atom.Img)
)

// policy is the one sanitising policy. It decides about elements, attributes and addresses; the writer below balances what it
// leaves and narrows it to the inline elements.
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

// Inline sanitises one text field: the elements a (href, title, rel), strong, em, code, sub, sup, br and mark stay, other
// elements leave their text behind, scripts and styles nothing. White space is folded. The result is balanced, and Inline of
// the result is the result.
func Inline(inlineHTML string) string {
	return settle(inlineHTML, line, true)
}

// line folds the white space of inline HTML; beside a line break there is none.
func line(inline string) string {
	return strings.ReplaceAll(strings.ReplaceAll(fold(inline), " <br>", "<br>"), "<br> ", "<br>")
}

// flow sanitises block HTML in the same way.
func flow(blockHTML string) string {
	return settle(blockHTML, strings.TrimSpace, false)
}

// Text is the text of an inline HTML field, with folded white space.
func Text(inlineHTML string) string {
	return fold(text(inlineHTML))
}

// FromPlain is plain text as an inline HTML field: Text gives it back with its white space folded.
func FromPlain(s string) string {
	return fold(escape(s))
}

// words is an inline field reduced to its text, still written with entities.
func words(inlineHTML string) string {
	return FromPlain(Text(inlineHTML))
}

// settle cleans until nothing changes any more: the parser mends nesting, and what it mended may read differently once written.
// Markup that does not come to rest, or that grows far beyond itself when it is mended, keeps its text alone.
func settle(markup string, finish func(string) string, inline bool) string {
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
	return finish(escape(bare(markup)))
}

// parse reads markup as the content of a div.
func parse(markup string) ([]*html.Node, error) {
	return html.ParseFragment(strings.NewReader(markup), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
}

// bare is the text of markup that the parser refuses, such as elements nested by the hundred.
func bare(markup string) string {
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

// writer writes parsed nodes as balanced HTML of the elements that may stand there.
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
		// A parser swallows the first line break of a pre.
		w.out.WriteByte('\n')
	}
	outside := w.inLink
	w.inLink = outside || name == atom.A
	w.children(n)
	w.inLink = outside
	w.out.WriteString("</" + name.String() + ">")
}

// attributes are those of the element as they are written; false if the element is nothing without the one it lacks.
func attributes(name atom.Atom, n *html.Node) (string, bool) {
	var out strings.Builder
	addressed := name != atom.A && name != atom.Img
	for _, attribute := range n.Attr {
		value := attribute.Val
		if attribute.Key == "href" || attribute.Key == "src" {
			address, ok := link(value)
			if !ok {
				continue
			}
			value, addressed = address, true
		}
		out.WriteString(" " + attribute.Key + `="` + escapeAttribute(value) + `"`)
	}
	return out.String(), addressed
}

// link is an address that a page may lead to: http, https, mailto, tel or relative.
func link(raw string) (string, bool) {
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

// printable drops what neither XML nor PostgreSQL stores: control characters other than tab and line feed, and broken UTF-8.
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

// fold turns each run of spaces, tabs and line breaks into one space; no-break spaces stay.
func fold(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }), " ")
}

// text is the text of sanitised markup, with a line break where a block begins or ends.
func text(markup string) string {
	if !strings.ContainsAny(markup, "<&") {
		return printable(markup)
	}
	nodes, err := parse(flow(markup))
	if err != nil {
		return bare(markup)
	}
	var out strings.Builder
	for _, n := range nodes {
		spell(&out, n)
	}
	return out.String()
}

// spell writes the text of a node.
func spell(out *strings.Builder, n *html.Node) {
	if n.Type == html.TextNode {
		out.WriteString(n.Data)
		return
	}
	parted := n.DataAtom == atom.Br || !slices.Contains(phrasing, n.DataAtom)
	if parted {
		out.WriteByte('\n')
	}
	for child := range n.ChildNodes() {
		spell(out, child)
	}
	if parted && n.DataAtom != atom.Br {
		out.WriteByte('\n')
	}
}
