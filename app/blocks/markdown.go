package blocks

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// markdown reads CommonMark with tables. It passes raw HTML through, because FromHTML reads and sanitises the result.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough),
	goldmark.WithRendererOptions(html.WithUnsafe()))

// FromMarkdown reads CommonMark with tables, with the rules and limits of FromHTML.
func FromMarkdown(ctx context.Context, md string) (Document, error) {
	if len(md) > MaxMarkup {
		return nil, limit("The Markdown is %.1f MB long; at most %d MB are read at once.", float64(len(md))/(1<<20), MaxMarkup>>20)
	}
	var out bytes.Buffer
	if err := markdown.Convert([]byte(printable(md)), &out); err != nil {
		return nil, fmt.Errorf("read Markdown: %w", err)
	}
	return FromHTML(ctx, out.String())
}

// Markdown returns the document as CommonMark with tables, for people and for FromMarkdown. What Markdown cannot express is
// written as HTML. The address of a picture is "image:" and its id; a question is a heading, and a call to action a link.
// Slots are left out.
func (d Document) Markdown() string {
	var parts []string
	for _, b := range d {
		if part := b.markdown(); part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "\n\n") + "\n"
}

func (b Block) markdown() string {
	switch b.Type {
	case TypeHeading:
		return titled(b.Level, b.Text)
	case TypeQuote:
		return b.quoteMarkdown()
	case TypeList:
		return b.listMarkdown()
	case TypeTable:
		return b.tableMarkdown()
	case TypeImage:
		return b.imageMarkdown()
	case TypeFAQ:
		return b.faqMarkdown()
	case TypeCTA:
		return spaced(inlineMarkdown(b.Text), inlineMarkdown(action(b, "cta")))
	case TypeCode:
		return b.codeMarkdown()
	case TypeHTML:
		// A blank line would end the HTML in Markdown.
		return blankLines.ReplaceAllString(flow(b.Text), "\n")
	case TypeSlot:
		return ""
	default:
		return inlineMarkdown(b.Text)
	}
}

var blankLines = regexp.MustCompile(`\n[ \t\n]*\n`)

func titled(level int, inline string) string {
	text := inlineMarkdown(inline)
	if text == "" {
		return ""
	}
	return strings.Repeat("#", level) + " " + text
}

func (b Block) quoteMarkdown() string {
	text := inlineMarkdown(b.Text)
	if text == "" {
		return ""
	}
	if cite := inlineMarkdown(b.Cite); cite != "" {
		text += "\n> <footer>" + cite + "</footer>"
	}
	return "> " + text
}

func (b Block) listMarkdown() string {
	var items []string
	for _, item := range b.Items {
		text := inlineMarkdown(item)
		if text == "" {
			continue
		}
		bullet := "- "
		if b.Ordered {
			bullet = strconv.Itoa(len(items)+1) + ". "
		}
		items = append(items, bullet+text)
	}
	return strings.Join(items, "\n")
}

func (b Block) tableMarkdown() string {
	if b.columns() == 0 {
		return ""
	}
	line := func(cells []string) string {
		out := "|"
		for i := range b.columns() {
			cell := ""
			if i < len(cells) {
				cell = inlineMarkdown(cells[i])
			}
			out += " " + cell + " |"
		}
		return out
	}
	rows := []string{line(b.Head), "|" + strings.Repeat(" --- |", b.columns())}
	for _, cells := range b.Rows {
		rows = append(rows, line(cells))
	}
	table := strings.Join(rows, "\n")
	if caption := inlineMarkdown(b.Caption); caption != "" {
		return caption + "\n\n" + table
	}
	return table
}

func (b Block) imageMarkdown() string {
	if b.ImageID == "" {
		return ""
	}
	picture := "![" + escapeMarkdown(Text(b.Alt)) + "](<" + imageScheme + destination(b.ImageID) + ">)"
	if caption := inlineMarkdown(b.Caption); caption != "" {
		return picture + "\n\n" + caption
	}
	return picture
}

func (b Block) faqMarkdown() string {
	const level = 3
	var parts []string
	for _, item := range b.Questions {
		for _, part := range []string{titled(level, item.Question), inlineMarkdown(item.Answer)} {
			if part != "" {
				parts = append(parts, part)
			}
		}
	}
	return strings.Join(parts, "\n\n")
}

func (b Block) codeMarkdown() string {
	text := strings.Trim(printable(b.Text), "\n")
	if strings.TrimSpace(text) == "" {
		return ""
	}
	fence := strings.Repeat("`", max(3, longestRun(text)+1))
	return fence + "\n" + text + "\n" + fence
}

func longestRun(text string) int {
	longest, run := 0, 0
	for _, r := range text {
		if r != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// inlineMarkdown returns inline HTML as Markdown on one line.
func inlineMarkdown(inlineHTML string) string {
	nodes, err := parse(Inline(inlineHTML))
	if err != nil {
		return escapeMarkdown(Text(inlineHTML))
	}
	var out strings.Builder
	for _, n := range nodes {
		writeInlineMarkdown(&out, n)
	}
	return lineStart.ReplaceAllString(out.String(), `$1\$2`)
}

// lineStart matches characters that would begin a list, a quote or a break at the start of a line.
var lineStart = regexp.MustCompile(`^(\d*)([-+=.):>])`)

func writeInlineMarkdown(out *strings.Builder, n *nethtml.Node) {
	if n.Type == nethtml.TextNode {
		out.WriteString(escapeMarkdown(n.Data))
		return
	}
	var within strings.Builder
	for child := range n.ChildNodes() {
		writeInlineMarkdown(&within, child)
	}
	content := within.String()
	switch n.DataAtom {
	case atom.Br:
		out.WriteString("<br>")
	case atom.A:
		out.WriteString("[" + content + "](<" + destination(attribute(n, "href")) + ">" + linkTitle(n) + ")")
	case atom.Strong:
		out.WriteString(delimited("**", "strong", content))
	case atom.Em:
		out.WriteString(delimited("*", "em", content))
	default:
		out.WriteString(wrap(n.Data, content))
	}
}

// delimited writes emphasis with asterisks where they are certain to work: next to letters or digits, with no asterisk in
// the content.
func delimited(delimiter, element, content string) string {
	first, _ := utf8.DecodeRuneInString(content)
	last, _ := utf8.DecodeLastRuneInString(content)
	plain := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if !plain(first) || !plain(last) || strings.Contains(content, "*") {
		return wrap(element, content)
	}
	return delimiter + content + delimiter
}

func linkTitle(n *nethtml.Node) string {
	title := attribute(n, "title")
	if title == "" {
		return ""
	}
	return ` "` + strings.ReplaceAll(escapeMarkdown(title), `"`, `\"`) + `"`
}

// destination returns an address between angle brackets.
func destination(address string) string {
	return strings.NewReplacer(`\`, `%5C`, "<", "%3C", ">", "%3E", "&", `\&`, "\n", "").Replace(address)
}

var punctuation = regexp.MustCompile("[\\\\`*_\\[\\]<~|#]|&[A-Za-z#]")

func escapeMarkdown(text string) string { return punctuation.ReplaceAllString(text, `\$0`) }
