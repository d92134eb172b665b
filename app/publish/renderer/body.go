package renderer

import (
	"context"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"igny8/views/themes"
)

// body is a rendered document, with what the head and the theme need to know about it.
type body struct {
	html     string
	text     string
	words    int
	contents []themes.Heading
	image    string // absolute address of the first picture
	faq      []node
}

// body renders the document of a page. Links to pages that are not in the release become plain text. Anything wider than a
// phone gets a box that scrolls.
func (b *build) body(ctx context.Context, page *Page) (body, error) {
	markup, err := b.markup(ctx, page)
	if err != nil {
		return body{}, err
	}
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(strings.NewReader(markup), root)
	if err != nil {
		return body{}, err
	}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	s := &bodyRewriter{build: b, page: page, ids: ids(root)}
	s.children(root)
	return s.finish(root)
}

// bodyRewriter walks through one body and adapts it to its page.
type bodyRewriter struct {
	*build
	page *Page
	ids  map[string]bool
	body body
}

func (s *bodyRewriter) children(n *html.Node) {
	for _, child := range slices.Collect(n.ChildNodes()) {
		s.children(child)
		s.element(child)
	}
}

func (s *bodyRewriter) element(n *html.Node) {
	switch n.DataAtom {
	case atom.H1:
		n.DataAtom, n.Data = atom.H2, "h2"
		s.heading(n)
	case atom.H2:
		s.heading(n)
	case atom.A:
		s.anchor(n)
	case atom.Img:
		s.img(n)
	case atom.Table:
		scrollable(n)
	case atom.Pre:
		setAttribute(n, "tabindex", "0")
	}
}

func (s *bodyRewriter) heading(n *html.Node) {
	title := tidy(textOf(n))
	if title == "" {
		return
	}
	id := attribute(n, "id")
	for i := 1; id == ""; i++ {
		if candidate := "section-" + strconv.Itoa(i); !s.ids[candidate] {
			id = candidate
			s.ids[id] = true
			setAttribute(n, "id", id)
		}
	}
	s.body.contents = append(s.body.contents, themes.Heading{ID: id, Text: title})
}

func (s *bodyRewriter) anchor(n *html.Node) {
	raw := attribute(n, "href")
	if to, ok := s.resolve(s.page, raw, s.ids); ok {
		setAttribute(n, "href", to)
		return
	}
	if raw != "" {
		s.unlinked = append(s.unlinked, Unlinked{Path: s.page.Path, Href: raw})
	}
	unwrap(n)
}

func (s *bodyRewriter) img(n *html.Node) {
	if src := attribute(n, "src"); s.body.image == "" && strings.HasPrefix(src, "/") {
		s.body.image = s.BaseURL + src
	}
	setAttribute(n, "loading", "lazy")
	shown, ok := s.pictures[s.bySource[attribute(n, "src")]]
	if !ok {
		return
	}
	if sizes := shown.srcset(); sizes != "" {
		setAttribute(n, "srcset", sizes)
		setAttribute(n, "sizes", bodyWidth)
	}
	if attribute(n, "alt") == "" {
		setAttribute(n, "alt", shown.alt)
	}
}

func (s *bodyRewriter) finish(root *html.Node) (body, error) {
	var out strings.Builder
	for n := range root.ChildNodes() {
		if err := html.Render(&out, n); err != nil {
			return body{}, err
		}
	}
	// html.Render closes void elements with a slash. In all other places it writes > as an entity.
	s.body.html = strings.ReplaceAll(out.String(), "/>", ">")
	if s.Plan {
		return s.body, nil
	}
	s.body.text = tidy(s.page.Body.PlainText())
	s.body.words = s.page.Body.Words()
	s.body.faq = questions(s.page.Body)
	return s.body, nil
}

// resolve returns the target of a link in this release, and false if it has none.
func (o *outline) resolve(page *Page, raw string, ids map[string]bool) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || raw == "" {
		return "", false
	}
	if u.Scheme == "mailto" || u.Scheme == "tel" {
		return raw, true
	}
	base, err := url.Parse(o.url(page))
	if err != nil {
		return "", false
	}
	full := base.ResolveReference(u)
	if full.Scheme != "http" && full.Scheme != "https" {
		return "", false
	}
	if !strings.EqualFold(full.Host, base.Host) {
		return raw, true
	}
	target := o.pageAt(full.Path)
	if target == nil {
		return "", false
	}
	if target != page {
		return href(target), true
	}
	if ids[full.Fragment] {
		return "#" + full.EscapedFragment(), true
	}
	return href(target), full.Fragment == ""
}

// pageAt returns the page at an address, with or without its last slash or index.html.
func (o *outline) pageAt(path string) *Page {
	path = strings.TrimSuffix(path, "index.html")
	if !strings.HasSuffix(path, "/") {
		path += "/"
	}
	return o.byPath[path]
}

// scrollable puts a table into a box that scrolls sideways. The box is reachable by keyboard and named by the table's
// caption.
func scrollable(table *html.Node) {
	box := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div, Attr: []html.Attribute{
		{Key: "class", Val: "scroll"}, {Key: "tabindex", Val: "0"},
	}}
	for child := range table.ChildNodes() {
		if name := tidy(textOf(child)); child.DataAtom == atom.Caption && name != "" {
			setAttribute(box, "role", "group")
			setAttribute(box, "aria-label", name)
		}
	}
	table.Parent.InsertBefore(box, table)
	table.Parent.RemoveChild(table)
	box.AppendChild(table)
}

func unwrap(n *html.Node) {
	for child := n.FirstChild; child != nil; child = n.FirstChild {
		n.RemoveChild(child)
		n.Parent.InsertBefore(child, n)
	}
	n.Parent.RemoveChild(n)
}

func ids(root *html.Node) map[string]bool {
	found := map[string]bool{}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			found[id] = true
		}
	}
	return found
}

func attribute(n *html.Node, key string) string {
	for _, attribute := range n.Attr {
		if attribute.Key == key {
			return attribute.Val
		}
	}
	return ""
}

func setAttribute(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}

func textOf(root *html.Node) string {
	var out strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			out.WriteString(n.Data)
		}
	}
	return out.String()
}
