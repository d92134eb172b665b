package blocks

import (
	"slices"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// imageScheme marks the address of a picture that is known by its image id, as Markdown writes it.
const imageScheme = "image:"

// The elements that FromHTML passes over, and those within a line that do not part texts.
var (
	silent = []atom.Atom{
		atom.Script, atom.Style, atom.Title, atom.Head, atom.Template, atom.Noscript, atom.Iframe, atom.Object, atom.Embed, atom.Svg,
		atom.Math, atom.Select, atom.Button, atom.Textarea, atom.Input, atom.Video, atom.Audio, atom.Canvas, atom.Nav, atom.Noembed,
		atom.Del, // what was taken out in a tracked change
	}
	within = append(slices.Clone(phrasing), atom.B, atom.I, atom.Strike, atom.Span, atom.Font, atom.Big, atom.Tt, atom.Time, atom.Label, atom.Picture, atom.Dfn, atom.Bdi, atom.Bdo, atom.Wbr, atom.Data)
)

// FromHTML reads what was copied from a text processor or a web page: headings, paragraphs, lists, tables, quotes, code,
// questions (details) and buttons become blocks, pictures with a public address become html blocks, all else its text. Of a
// whole page with a marked article only that is read. The result is clean except for the limits, which Clean checks.
func FromHTML(markup string) Document {
	root, err := html.Parse(strings.NewReader(printable(markup)))
	if err != nil {
		return paragraphs(bare(markup))
	}
	r := &reader{}
	for _, n := range article(root) {
		r.children(n)
	}
	r.flush()
	return r.doc.identified()
}

// article is where the text of a page is: its marked article if there is exactly one, else its body.
func article(root *html.Node) []*html.Node {
	page := goquery.NewDocumentFromNode(root)
	for _, selector := range []string{".entry-content, .wp-block-post-content", "article", "main"} {
		if found := page.Find(selector); found.Length() == 1 {
			return found.Nodes
		}
	}
	return page.Find("body").Nodes
}

// paragraphs is a document of plain text.
func paragraphs(plain string) Document {
	var d Document
	for _, line := range lines(strings.Split(plain, "\n")) {
		d = append(d, Block{Type: TypeParagraph, Text: FromPlain(line)})
	}
	return d.identified()
}

// reader collects blocks from a tree of nodes.
type reader struct {
	doc      Document
	run      strings.Builder // markup of the paragraph being read
	wordList bool            // the last block is a list that Word wrote as paragraphs
}

func (r *reader) add(b Block) {
	r.flush()
	r.wordList = false
	r.doc = append(r.doc, b.clean())
}

// flush ends the paragraph.
func (r *reader) flush() {
	text := Inline(r.run.String())
	r.run.Reset()
	text = trimBreaks(text)
	if said(text) {
		r.wordList = false
		r.doc = append(r.doc, Block{Type: TypeParagraph, Text: text})
	}
}

// said is whether inline HTML has a visible character.
func said(inline string) bool { return strings.TrimSpace(Text(inline)) != "" }

func (r *reader) children(n *html.Node) {
	for child := range n.ChildNodes() {
		r.node(child)
	}
}

func (r *reader) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		r.run.WriteString(escape(n.Data))
	case n.Type != html.ElementNode || slices.Contains(silent, n.DataAtom) || n.Namespace != "":
	case n.DataAtom == atom.Br:
		r.lineBreak()
	case n.DataAtom == atom.Img:
		r.picture(n, "")
	case isButton(n):
		r.button(n)
	case inLine(n) && !holdsBlock(n):
		inlineMarkup(&r.run, n)
	case inLine(n):
		r.children(n)
	default:
		r.block(n)
	}
}

// lineBreak ends a line; two of them end a paragraph.
func (r *reader) lineBreak() {
	if strings.HasSuffix(strings.TrimSpace(r.run.String()), "<br>") {
		r.flush()
		return
	}
	r.run.WriteString("<br>")
}

func (r *reader) block(n *html.Node) {
	switch n.DataAtom {
	case atom.P:
		r.paragraph(n)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.heading(n)
	case atom.Ul, atom.Ol:
		r.list(n)
	case atom.Table:
		r.table(n, "")
	case atom.Blockquote:
		r.quote(n, "")
	case atom.Pre:
		r.add(Block{Type: TypeCode, Text: strings.Trim(verbatim(n), "\n")})
	case atom.Figure:
		r.figure(n)
	case atom.Details:
		r.details(n)
	default:
		r.flush()
		r.children(n)
		r.flush()
	}
}

func (r *reader) paragraph(n *html.Node) {
	if strings.Contains(style(n), "mso-list:") {
		r.wordItem(n)
		return
	}
	r.flush()
	r.children(n)
	r.flush()
}

func (r *reader) heading(n *html.Node) {
	level, _ := strconv.Atoi(n.Data[1:])
	if text := inner(n); said(text) {
		r.add(Block{Type: TypeHeading, Level: min(max(level, 2), 4), Text: text})
	}
}

func (r *reader) quote(n *html.Node, cite string) {
	var own strings.Builder
	isCite := func(n *html.Node) bool {
		return n.DataAtom == atom.Footer || (n.DataAtom == atom.Cite && n.Parent.DataAtom != atom.P)
	}
	isParagraph := func(n *html.Node) bool { return n.DataAtom == atom.P }
	for child := range n.ChildNodes() {
		if isParagraph(child) && own.Len() > 0 && said(own.String()) {
			own.WriteString("<br>")
		}
		if !isCite(child) {
			inlineMarkup(&own, child)
		}
	}
	for found := range topmost(n, isCite) {
		cite = inner(found)
	}
	if text := trimBreaks(Inline(own.String())); said(text) {
		r.add(Block{Type: TypeQuote, Text: text, Cite: cite})
	}
}

// figure is what it holds, with its caption.
func (r *reader) figure(n *html.Node) {
	caption := ""
	if c := first(n, atom.Figcaption); c != nil {
		caption = inner(c)
	}
	for _, kind := range []atom.Atom{atom.Table, atom.Blockquote, atom.Img} {
		held := first(n, kind)
		if held == nil {
			continue
		}
		switch kind {
		case atom.Table:
			r.table(held, caption)
		case atom.Blockquote:
			r.quote(held, caption)
		default:
			r.picture(held, caption)
		}
		return
	}
	r.flush()
	r.children(n)
	r.flush()
}

// picture keeps a picture that a browser can load again, or that we have ourselves.
func (r *reader) picture(n *html.Node, caption string) {
	src, alt := attribute(n, "src"), attribute(n, "alt")
	if id, ours := strings.CutPrefix(src, imageScheme); ours {
		r.add(Block{Type: TypeImage, ImageID: id, Alt: FromPlain(alt), Caption: caption})
		return
	}
	if address, ok := link(src); ok && strings.HasPrefix(address, "http") {
		picture := `<img src="` + escapeAttribute(address) + `" alt="` + escapeAttribute(alt) + `">`
		r.add(Block{Type: TypeHTML, Text: wrap("figure", picture+captioned("figcaption", caption))})
		return
	}
	if said(caption) {
		r.add(Block{Type: TypeParagraph, Text: caption})
		return
	}
	r.run.WriteByte(' ')
}

// details is a question with its answer; several in a row are one FAQ.
func (r *reader) details(n *html.Node) {
	isSummary := func(n *html.Node) bool { return n.DataAtom == atom.Summary }
	var answer strings.Builder
	inlineChildren(&answer, n, isSummary)
	item := QA{Answer: trimBreaks(Inline(answer.String()))}
	if summary := first(n, atom.Summary); summary != nil {
		item.Question = inner(summary)
	}
	r.flush()
	if last := len(r.doc) - 1; last >= 0 && r.doc[last].Type == TypeFAQ {
		r.doc[last].Questions = append(r.doc[last].Questions, item)
		return
	}
	r.add(Block{Type: TypeFAQ, Questions: []QA{item}})
}

func isButton(n *html.Node) bool {
	classes := strings.Fields(attribute(n, "class"))
	return n.DataAtom == atom.A && (slices.Contains(classes, "cta") || slices.Contains(classes, "wp-block-button__link"))
}

// button is a call to action; the text before it in the same paragraph belongs to it.
func (r *reader) button(n *html.Node) {
	label, href := FromPlain(Text(inner(n))), attribute(n, "href")
	if _, ok := link(href); !ok || !said(label) {
		inlineChildren(&r.run, n, nil)
		return
	}
	text := Inline(r.run.String())
	r.run.Reset()
	r.add(Block{Type: TypeCTA, Text: text, Label: label, Href: href})
}

func inLine(n *html.Node) bool { return n.DataAtom == 0 || slices.Contains(within, n.DataAtom) }

// holdsBlock is whether an element of a line has something in it that starts a block.
func holdsBlock(n *html.Node) bool {
	for child := range n.Descendants() {
		if child.Type == html.ElementNode && (child.DataAtom == atom.Img || isButton(child) || (!inLine(child) && child.DataAtom != atom.Br && !slices.Contains(silent, child.DataAtom))) {
			return true
		}
	}
	return false
}

// verbatim is all text of a node as it is written.
func verbatim(n *html.Node) string {
	var out strings.Builder
	for child := range n.Descendants() {
		switch {
		case child.Type == html.TextNode:
			out.WriteString(child.Data)
		case child.DataAtom == atom.Br:
			out.WriteByte('\n')
		}
	}
	return out.String()
}

func first(n *html.Node, kind atom.Atom) *html.Node {
	for child := range n.Descendants() {
		if child.DataAtom == kind {
			return child
		}
	}
	return nil
}
