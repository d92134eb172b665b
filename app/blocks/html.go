package blocks

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HTMLOptions says how a document fits into its page. The zero value is ready to use.
type HTMLOptions struct {
	// Image returns the address and the size in pixels (0 if unknown) of a picture. If it returns false, the picture is left
	// out. Nil leaves out all pictures.
	Image func(imageID string) (src string, width, height int, ok bool)
	// Headings is the level for headings of level 2, at most 6; 0 means 2.
	Headings int
}

// image asks o.Image for a picture. An unsafe address counts as no picture.
func (o HTMLOptions) image(id string) (src string, width, height int, ok bool) {
	if o.Image == nil || id == "" {
		return "", 0, 0, false
	}
	src, width, height, ok = o.Image(id)
	if !ok {
		return "", 0, 0, false
	}
	src, ok = safeAddress(src)
	return src, width, height, ok
}

func (o HTMLOptions) level(level int) string {
	const first, last = 2, 6
	start := o.Headings
	if start <= 0 {
		start = first
	}
	return "h" + strconv.Itoa(min(max(start+level-first, 1), last))
}

// HTML returns the document as a fragment of semantic HTML, without classes except for the link of a cta. Headings have the
// anchors of Headings. Empty blocks and slots are left out.
func (d Document) HTML(o HTMLOptions) string {
	p := page{HTMLOptions: o, anchors: names{}, section: 1}
	for _, b := range d {
		p.block(b)
	}
	return p.String()
}

// page writes an HTML fragment.
type page struct {
	strings.Builder
	HTMLOptions
	anchors names
	section int // level of the heading above
}

func (p *page) block(b Block) {
	switch b.Type {
	case TypeHeading:
		p.heading(b)
	case TypeParagraph:
		p.line("p", Inline(b.Text))
	case TypeQuote:
		p.quote(b)
	case TypeList:
		p.list(b)
	case TypeTable:
		p.table(b)
	case TypeImage:
		p.figure(b)
	case TypeFAQ:
		p.faq(b)
	case TypeCTA:
		p.cta(b)
	case TypeCode:
		p.code(b)
	case TypeHTML:
		p.end(flow(b.Text))
	}
}

// end writes a block and a line break, unless it is empty.
func (p *page) end(markup string) {
	if markup != "" {
		p.WriteString(markup + "\n")
	}
}

// line writes one element on a line of its own, unless it is empty.
func (p *page) line(element, content string) {
	if content != "" {
		p.WriteString(wrap(element, content) + "\n")
	}
}

func wrap(element, content string) string {
	return "<" + element + ">" + content + "</" + element + ">"
}

func (p *page) heading(b Block) {
	content := Inline(b.Text)
	if content == "" {
		return
	}
	p.section = b.Level
	element := p.level(b.Level)
	p.end("<" + element + ` id="` + escapeAttribute(anchor(b.Text, p.anchors)) + `">` + content + "</" + element + ">")
}

func (p *page) quote(b Block) {
	said, by := Inline(b.Text), Inline(b.Cite)
	switch {
	case said == "":
	case by == "":
		p.line("blockquote", wrap("p", said))
	default:
		p.line("figure", wrap("blockquote", wrap("p", said))+wrap("figcaption", by))
	}
}

func (p *page) list(b Block) {
	var items strings.Builder
	for _, item := range b.Items {
		if content := Inline(item); content != "" {
			items.WriteString(wrap("li", content))
		}
	}
	element := "ul"
	if b.Ordered {
		element = "ol"
	}
	p.line(element, items.String())
}

func (p *page) table(b Block) {
	if b.columns() == 0 {
		return
	}
	p.line("table", captioned("caption", b.Caption)+grid(b))
}

func captioned(element, caption string) string {
	if caption = Inline(caption); caption == "" {
		return ""
	}
	return wrap(element, caption)
}

// grid returns the head and the body of a table.
func grid(b Block) string {
	var out strings.Builder
	if len(b.Head) > 0 {
		out.WriteString(wrap("thead", row(`th scope="col"`, "th", b.Head)))
	}
	if len(b.Rows) > 0 {
		out.WriteString("<tbody>")
		for _, cells := range b.Rows {
			out.WriteString(row("td", "td", cells))
		}
		out.WriteString("</tbody>")
	}
	return out.String()
}

func row(opening, element string, cells []string) string {
	var out strings.Builder
	for _, cell := range cells {
		out.WriteString("<" + opening + ">" + Inline(cell) + "</" + element + ">")
	}
	return wrap("tr", out.String())
}

func (p *page) figure(b Block) {
	if picture := p.img(b); picture != "" {
		p.line("figure", picture+captioned("figcaption", b.Caption))
	}
}

// img returns the picture of an image block.
func (o HTMLOptions) img(b Block) string {
	src, width, height, ok := o.image(b.ImageID)
	if !ok {
		return ""
	}
	picture := `<img src="` + escapeAttribute(src) + `" alt="` + escapeAttribute(Text(b.Alt)) + `"`
	if width > 0 && height > 0 {
		picture += ` width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) + `"`
	}
	return picture + ">"
}

// faq writes the questions one level below the heading above, so that no level is skipped.
func (p *page) faq(b Block) {
	element := p.level(min(p.section+1, 5))
	var out strings.Builder
	for _, item := range b.Questions {
		if question := Inline(item.Question); question != "" {
			out.WriteString(wrap(element, question))
		}
		if answer := Inline(item.Answer); answer != "" {
			out.WriteString(wrap("p", answer))
		}
	}
	p.line("section", out.String())
}

func (p *page) cta(b Block) {
	p.line("p", spaced(Inline(b.Text), action(b, "cta")))
}

// action returns the link of a cta with the class, or only its label if it has no address.
func action(b Block, class string) string {
	label := plainEntities(b.Label)
	href, ok := safeAddress(b.Href)
	if !ok || label == "" {
		return label
	}
	return `<a class="` + class + `" href="` + escapeAttribute(href) + `">` + label + "</a>"
}

func spaced(left, right string) string { return strings.TrimSpace(left + " " + right) }

func (p *page) code(b Block) {
	if strings.TrimSpace(b.Text) != "" {
		p.line("pre", wrap("code", escape(b.Text)))
	}
}

// Heading is an entry of a table of contents.
type Heading struct {
	Level  int    // 2 to 4
	Text   string // plain text
	Anchor string // the id that HTML gives it
}

// Headings returns the headings that HTML writes, in order.
func (d Document) Headings() []Heading {
	taken := names{}
	var all []Heading
	for _, b := range d {
		if b.Type == TypeHeading && Inline(b.Text) != "" {
			all = append(all, Heading{Level: b.Level, Text: Text(b.Text), Anchor: anchor(b.Text, taken)})
		}
	}
	return all
}

// anchor returns the id of a heading: its letters and digits in any script, in lower case, joined by hyphens.
func anchor(inlineHTML string, taken names) string {
	const longest = 80
	slug := strings.Join(strings.FieldsFunc(strings.ToLower(Text(inlineHTML)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), "-")
	if runes := []rune(slug); len(runes) > longest {
		slug = strings.TrimRight(string(runes[:longest]), "-")
	}
	if slug == "" {
		slug = "section"
	}
	return taken.free(slug)
}

// PlainText returns the text as a reader sees it: a line for each paragraph, item, table row and question, and an empty line
// between blocks.
func (d Document) PlainText() string {
	var said []string
	for _, b := range d {
		if text := b.PlainText(); text != "" {
			said = append(said, text)
		}
	}
	return strings.Join(said, "\n\n")
}

// PlainText returns the text of the block as a reader sees it. For a slot it is empty.
func (b Block) PlainText() string {
	switch b.Type {
	case TypeSlot:
		return ""
	case TypeCode:
		return strings.TrimSpace(printable(b.Text))
	case TypeHTML:
		return strings.Join(lines(strings.Split(visibleText(b.Text), "\n")), "\n")
	}
	said := append([]string{b.Text, b.Cite}, b.Items...)
	for _, item := range b.Questions {
		said = append(said, item.Question, item.Answer)
	}
	for _, cells := range append([][]string{b.Head}, b.Rows...) {
		said = append(said, strings.Join(cells, " "))
	}
	said = append(said, b.Caption, b.Label)
	for i := range said {
		said[i] = Text(said[i])
	}
	return strings.Join(lines(said), "\n")
}

// Blank reports whether PlainText is empty. For most blocks the first letter answers that without parsing.
func (b Block) Blank() bool {
	first, _ := utf8.DecodeRuneInString(b.Text)
	return !unicode.IsLetter(first) && b.PlainText() == ""
}

// lines returns the lines that are not empty, with folded white space.
func lines(all []string) []string {
	var said []string
	for _, line := range all {
		if line = fold(line); line != "" {
			said = append(said, line)
		}
	}
	return said
}

// Words counts the words in PlainText. A dash between two spaces is not a word.
func (d Document) Words() int {
	count := 0
	for _, word := range strings.Fields(d.PlainText()) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			count++
		}
	}
	return count
}

// MoreWords returns how many more words the document has than the one before. It counts only the blocks in which they differ.
func (d Document) MoreWords(before Document) int {
	was := make(map[string]Block, len(before))
	for _, b := range before {
		was[b.ID] = b
	}
	var fresh, gone Document
	for _, b := range d {
		if old, ok := was[b.ID]; ok && old.Equal(b) {
			delete(was, b.ID)
			continue
		}
		fresh = append(fresh, b)
	}
	for _, b := range was {
		gone = append(gone, b)
	}
	return fresh.Words() - gone.Words()
}

// Images returns the ids of the pictures in the document in reading order, with repetitions.
func (d Document) Images() []string {
	var ids []string
	for _, b := range d {
		if b.Type == TypeImage {
			ids = append(ids, b.ImageID)
		}
	}
	return ids
}

// Links returns the addresses that the document links to in reading order, with repetitions.
func (d Document) Links() []string {
	var all []string
	shown := func(string) (string, int, int, bool) { return "/", 0, 0, true }
	nodes, err := parse(d.HTML(HTMLOptions{Image: shown}))
	if err != nil {
		return nil
	}
	for _, n := range nodes {
		all = hrefs(all, n)
	}
	return all
}

func hrefs(all []string, n *html.Node) []string {
	if n.DataAtom == atom.A {
		all = append(all, attribute(n, "href"))
	}
	for child := range n.ChildNodes() {
		all = hrefs(all, child)
	}
	return all
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
