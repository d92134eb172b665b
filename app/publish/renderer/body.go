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

// body is a document as its page shows it, and what the head and the theme want to know about it.
type body struct {
	html     string
	text     string
	words    int
	contents []themes.Heading
	image    string // absolute address of the first picture
	faq      []node
}

// body renders the document of a page. Links to pages that the release does not have become plain text; what is wider than a
// telephone gets a box that scrolls.
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
	s := &setter{build: b, page: page, ids: ids(root)}
	s.children(root)
	return s.finish(root)
}

// setter walks one body and mends it for its place.
type setter struct {
	*build
	page *Page
	ids  map[string]bool
	body body
}

func (s *setter) children(n *html.Node) {
	for _, child := range slices.Collect(n.ChildNodes()) {
		s.children(child)
		s.element(child)
	}
}

func (s *setter) element(n *html.Node) {
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
		set(n, "tabindex", "0")
	}
}

func (s *setter) heading(n *html.Node) {
	title := tidy(text(n))
	if title == "" {
		return
	}
	id := get(n, "id")
	for i := 1; id == ""; i++ {
		if candidate := "section-" + strconv.Itoa(i); !s.ids[candidate] {
			id = candidate
			s.ids[id] = true
			set(n, "id", id)
		}
	}
	s.body.contents = append(s.body.contents, themes.Heading{ID: id, Text: title})
}

func (s *setter) anchor(n *html.Node) {
	raw := get(n, "href")
	if to, ok := s.resolve(s.page, raw, s.ids); ok {
		set(n, "href", to)
		return
	}
	if raw != "" {
		s.unlinked = append(s.unlinked, Unlinked{Path: s.page.Path, Href: raw})
	}
	unwrap(n)
}

func (s *setter) img(n *html.Node) {
	if src := get(n, "src"); s.body.image == "" && strings.HasPrefix(src, "/") {
		s.body.image = s.BaseURL + src
	}
	set(n, "loading", "lazy")
	shown, ok := s.pictures[s.bySource[get(n, "src")]]
	if !ok {
		return
	}
	if sizes := shown.set(); sizes != "" {
		set(n, "srcset", sizes)
		set(n, "sizes", bodyWidth)
	}
	if get(n, "alt") == "" {
		set(n, "alt", shown.alt)
	}
}

func (s *setter) finish(root *html.Node) (body, error) {
	var out strings.Builder
	for n := range root.ChildNodes() {
		if err := html.Render(&out, n); err != nil {
			return body{}, err
		}
	}
	// html.Render closes void elements with a slash; everywhere else it writes > as an entity.
	s.body.html = strings.ReplaceAll(out.String(), "/>", ">")
	if s.Plan {
		return s.body, nil
	}
	s.body.text = tidy(s.page.Body.PlainText())
	s.body.words = s.page.Body.Words()
	s.body.faq = questions(s.page.Body)
	return s.body, nil
}

// resolve says where a link of a page leads in this release; false if nowhere.
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
	target := o.at(full.Path)
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

// at is the page at an address, with or without its last slash or index.html.
func (o *outline) at(path string) *Page {
	path = strings.TrimSuffix(path, "index.html")
	if !strings.HasSuffix(path, "/") {
		path += "/"
	}
	return o.byPath[path]
}

// scrollable puts a table into a box that scrolls sideways, reachable by keyboard and named by its caption.
func scrollable(table *html.Node) {
	box := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div, Attr: []html.Attribute{
		{Key: "class", Val: "scroll"}, {Key: "tabindex", Val: "0"},
	}}
	for child := range table.ChildNodes() {
		if name := tidy(text(child)); child.DataAtom == atom.Caption && name != "" {
			set(box, "role", "group")
			set(box, "aria-label", name)
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
		if id := get(n, "id"); id != "" {
			found[id] = true
		}
	}
	return found
}

func get(n *html.Node, key string) string {
	for _, attribute := range n.Attr {
		if attribute.Key == key {
			return attribute.Val
		}
	}
	return ""
}

func set(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}

func text(root *html.Node) string {
	var out strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			out.WriteString(n.Data)
		}
	}
	return out.String()
}
