package blocks

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// imageScheme begins the address of a picture that is known by its image id. Markdown writes it.
const imageScheme = "image:"

// The elements that FromHTML ignores, and those that can stand inside a line of text.
var (
	silent = []atom.Atom{
		atom.Script, atom.Style, atom.Title, atom.Head, atom.Template, atom.Noscript, atom.Iframe, atom.Object, atom.Embed, atom.Svg,
		atom.Math, atom.Select, atom.Button, atom.Textarea, atom.Input, atom.Video, atom.Audio, atom.Canvas, atom.Nav, atom.Noembed,
		atom.Del, // text deleted in a tracked change
	}
	inlineNames = append(slices.Clone(phrasing), atom.B, atom.I, atom.Strike, atom.Span, atom.Font, atom.Big, atom.Tt, atom.Time,
		atom.Label, atom.Picture, atom.Dfn, atom.Bdi, atom.Bdo, atom.Wbr, atom.Data)
)

// FromHTML reads markup copied from a text processor or a web page. Headings, paragraphs, lists, tables, quotes, code,
// questions (details) and buttons become blocks; pictures with a public address become html blocks; of anything else the
// text remains. Of a whole page with a marked article it reads only the article. The result is clean except for the size of
// a block, which Clean checks. The work grows linearly with the markup. Input beyond MaxMarkup, MaxLevels or MaxBlocks is a
// Limit; the only other error is that of ctx.
func FromHTML(ctx context.Context, markup string) (Document, error) {
	if len(markup) > MaxMarkup {
		return nil, limit("The HTML is %.1f MB long; at most %d MB are read at once.", float64(len(markup))/(1<<20), MaxMarkup>>20)
	}
	t, err := parseTree(ctx, printable(markup))
	if err != nil {
		return nil, err
	}
	r := &reader{ctx: ctx, holdsBlock: t.blocks}
	for _, n := range article(t.root) {
		r.children(n)
	}
	if r.flush(); r.err != nil {
		return nil, r.err
	}
	return r.doc.withIDs(), nil
}

// article returns the nodes with the text of a page: its marked article if there is exactly one, else its body.
func article(root *html.Node) []*html.Node {
	page := goquery.NewDocumentFromNode(root)
	for _, selector := range []string{".entry-content, .wp-block-post-content", "article", "main"} {
		if found := page.Find(selector); found.Length() == 1 {
			return found.Nodes
		}
	}
	return []*html.Node{root}
}

// reader collects blocks from a tree of nodes. It stops when err is not nil.
type reader struct {
	ctx             context.Context
	err             error
	nodesRead       int                 // nodes
	holdsBlock      map[*html.Node]bool // inline elements that contain an element that starts a block
	doc             Document
	paragraphMarkup strings.Builder // markup of the paragraph being read
	wordList        bool            // the last block is a list that Word wrote as paragraphs
	hollow          bool            // the figure that is being read shows nothing, nor do the figures in it
}

func (r *reader) add(b Block) {
	r.flush()
	r.wordList = false
	r.addClean(b.clean())
}

// noteError stores the first error.
func (r *reader) noteError(err error) {
	if r.err == nil {
		r.err = err
	}
}

// addClean adds a clean block.
func (r *reader) addClean(b Block) {
	if len(r.doc) == MaxBlocks {
		r.noteError(limit("The HTML has more than %d paragraphs, headings and other blocks, which is the most that a text holds.", MaxBlocks))
	}
	if r.err == nil {
		r.doc = append(r.doc, b)
	}
}

// flush ends the paragraph that is being read.
func (r *reader) flush() {
	text := r.inline(r.paragraphMarkup.String())
	r.paragraphMarkup.Reset()
	if visible(text) {
		r.wordList = false
		r.addClean(Block{Type: TypeParagraph, Text: text})
	}
}

// visible reports whether inline HTML has a visible character.
func visible(inline string) bool { return strings.TrimSpace(Text(inline)) != "" }

func (r *reader) children(n *html.Node) {
	for child := range n.ChildNodes() {
		r.node(child)
	}
}

func (r *reader) node(n *html.Node) {
	r.noteError(checkContext(r.ctx, r.nodesRead))
	r.nodesRead++
	switch {
	case r.err != nil:
	case n.Type == html.TextNode:
		r.paragraphMarkup.WriteString(escape(n.Data))
	case slices.Contains(silent, n.DataAtom):
	case n.DataAtom == atom.Br:
		r.lineBreak()
	case n.DataAtom == atom.Img:
		r.picture(n, "")
	case isButton(n):
		r.button(n)
	case inLine(n) && !r.holdsBlock[n]:
		inlineMarkup(&r.paragraphMarkup, n)
	case inLine(n):
		r.children(n)
	default:
		r.block(n)
	}
}

// lineBreak ends a line; two of them end a paragraph.
func (r *reader) lineBreak() {
	if strings.HasSuffix(strings.TrimRightFunc(r.paragraphMarkup.String(), unicode.IsSpace), "<br>") {
		r.flush()
		return
	}
	r.paragraphMarkup.WriteString("<br>")
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
		r.separate(n)
	}
}

func (r *reader) paragraph(n *html.Node) {
	if strings.Contains(style(n), "mso-list:") {
		r.wordItem(n)
		return
	}
	r.separate(n)
}

func (r *reader) heading(n *html.Node) {
	level, _ := strconv.Atoi(n.Data[1:])
	if text := r.inner(n); visible(text) {
		r.add(Block{Type: TypeHeading, Level: min(max(level, 2), 4), Text: text})
	}
}

func (r *reader) quote(n *html.Node, cite string) {
	var own, part strings.Builder
	begun := false // the quote has text already
	isCite := func(n *html.Node) bool {
		return n.DataAtom == atom.Footer || (n.DataAtom == atom.Cite && n.Parent.DataAtom != atom.P)
	}
	isParagraph := func(n *html.Node) bool { return n.DataAtom == atom.P }
	for child := range n.ChildNodes() {
		if isCite(child) {
			continue
		}
		if begun && isParagraph(child) {
			own.WriteString("<br>")
		}
		part.Reset()
		inlineMarkup(&part, child)
		own.WriteString(part.String())
		if !begun {
			begun = visible(part.String())
		}
	}
	for found := range topmost(n, isCite) {
		cite = r.inner(found)
	}
	if text := r.inline(own.String()); visible(text) {
		r.add(Block{Type: TypeQuote, Text: text, Cite: cite})
	}
}

// figure reads the content of a figure, with its caption.
func (r *reader) figure(n *html.Node) {
	if r.hollow {
		r.separate(n)
		return
	}
	for _, kind := range []atom.Atom{atom.Table, atom.Blockquote, atom.Img} {
		if held := firstElement(n, kind); held != nil {
			r.figureContent(held, firstElement(n, atom.Figcaption))
			return
		}
	}
	r.hollow = true
	r.separate(n)
	r.hollow = false
}

// figureContent reads the table, quote or picture in a figure.
func (r *reader) figureContent(held, figcaption *html.Node) {
	caption := ""
	if figcaption != nil {
		caption = r.inner(figcaption)
	}
	switch held.DataAtom {
	case atom.Table:
		r.table(held, caption)
	case atom.Blockquote:
		r.quote(held, caption)
	default:
		r.picture(held, caption)
	}
}

// separate reads an element as blocks of its own, apart from the text around it.
func (r *reader) separate(n *html.Node) {
	r.flush()
	r.children(n)
	r.flush()
}

// picture adds a picture that a browser can load again, or that is stored in IGNY8.
func (r *reader) picture(n *html.Node, caption string) {
	src, alt := attribute(n, "src"), attribute(n, "alt")
	if id, ours := strings.CutPrefix(src, imageScheme); ours {
		r.add(Block{Type: TypeImage, ImageID: id, Alt: FromPlain(alt), Caption: caption})
		return
	}
	if address, ok := safeAddress(src); ok && strings.HasPrefix(address, "http") {
		picture := `<img src="` + escapeAttribute(address) + `" alt="` + escapeAttribute(alt) + `">`
		r.add(Block{Type: TypeHTML, Text: wrap("figure", picture+captioned("figcaption", caption))})
		return
	}
	if visible(caption) {
		r.add(Block{Type: TypeParagraph, Text: caption})
		return
	}
	r.paragraphMarkup.WriteByte(' ')
}

// details reads a question with its answer. Several in a row become one FAQ.
func (r *reader) details(n *html.Node) {
	isSummary := func(n *html.Node) bool { return n.DataAtom == atom.Summary }
	var answer strings.Builder
	inlineChildren(&answer, n, isSummary)
	item := QA{Answer: r.inline(answer.String())}
	if summary := firstElement(n, atom.Summary); summary != nil {
		item.Question = r.inner(summary)
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

// button reads a call to action. The text before it in the same paragraph belongs to it.
func (r *reader) button(n *html.Node) {
	label, href := FromPlain(Text(r.inner(n))), attribute(n, "href")
	if _, ok := safeAddress(href); !ok || !visible(label) {
		inlineChildren(&r.paragraphMarkup, n, nil)
		return
	}
	text := r.inline(r.paragraphMarkup.String())
	r.paragraphMarkup.Reset()
	r.add(Block{Type: TypeCTA, Text: text, Label: label, Href: href})
}

func inLine(n *html.Node) bool { return n.DataAtom == 0 || slices.Contains(inlineNames, n.DataAtom) }

// verbatim returns all text of a node as it is written.
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

func firstElement(n *html.Node, kind atom.Atom) *html.Node {
	for child := range n.Descendants() {
		if child.DataAtom == kind {
			return child
		}
	}
	return nil
}
