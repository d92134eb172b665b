package blocks

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// trimBreaks removes line breaks from both ends of inline HTML.
func trimBreaks(inline string) string {
	const br = "<br>"
	for strings.HasPrefix(inline, br) || strings.HasSuffix(inline, br) {
		inline = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(inline, br), br))
	}
	return inline
}

// inline returns sanitised inline HTML without line breaks at its ends. It returns "" once the reader has failed.
func (r *reader) inline(markup string) string {
	r.noteError(r.ctx.Err())
	if len(markup) > 2*MaxSize {
		r.noteError(limit("The HTML has a text that is longer than the %d KB of a block.", MaxSize>>10))
	}
	if r.err != nil {
		return ""
	}
	return trimBreaks(Inline(markup))
}

// inner returns the content of a node as sanitised inline HTML.
func (r *reader) inner(n *html.Node) string {
	var out strings.Builder
	inlineChildren(&out, n, nil)
	return r.inline(out.String())
}

func inlineChildren(out *strings.Builder, n *html.Node, skip func(*html.Node) bool) {
	for child := range n.ChildNodes() {
		inlineSubtree(out, child, skip)
	}
}

func inlineMarkup(out *strings.Builder, n *html.Node) { inlineSubtree(out, n, nil) }

// inlineSubtree writes a node as markup for Inline. It turns bold and italic styles into elements.
func inlineSubtree(out *strings.Builder, n *html.Node, skip func(*html.Node) bool) {
	if n.Type == html.TextNode {
		out.WriteString(escape(n.Data))
		return
	}
	if slices.Contains(silent, n.DataAtom) || ignored(n) || (skip != nil && skip(n)) {
		return
	}
	if n.DataAtom == atom.Br {
		out.WriteString("<br>")
		return
	}
	open, shut := emphasis(n)
	out.WriteString(open)
	inlineChildren(out, n, skip)
	out.WriteString(shut)
}

// emphasis returns the opening and closing tags for the emphasis of a node.
func emphasis(n *html.Node) (open, shut string) {
	css := style(n)
	tag := func(name string, meant bool) {
		if meant {
			open, shut = open+"<"+name+">", "</"+name+">"+shut
		}
	}
	bold := n.DataAtom == atom.B || n.DataAtom == atom.Strong
	tag("strong", (bold && !weightless.MatchString(css)) || (n.DataAtom == atom.Span && weighty.MatchString(css)))
	tag("em", n.DataAtom == atom.Em || n.DataAtom == atom.I || (n.DataAtom == atom.Span && strings.Contains(css, "font-style:italic")))
	tag("sup", n.DataAtom == atom.Sup || strings.Contains(css, "vertical-align:super"))
	tag("sub", n.DataAtom == atom.Sub || strings.Contains(css, "vertical-align:sub;") || strings.HasSuffix(css, "vertical-align:sub"))
	tag("code", n.DataAtom == atom.Code || n.DataAtom == atom.Kbd || n.DataAtom == atom.Tt || n.DataAtom == atom.Samp)
	tag("mark", n.DataAtom == atom.Mark)
	switch {
	case n.DataAtom == atom.A:
		attributes, ok := attributes(atom.A, n)
		if ok {
			open, shut = open+"<a"+attributes+">", "</a>"+shut
		}
	case !inLine(n):
		open, shut = open+" ", " "+shut
	}
	return open, shut
}

var (
	weighty    = regexp.MustCompile(`(?:^|;)font-weight:(bold|bolder|[6-9]00)`)
	weightless = regexp.MustCompile(`(?:^|;)font-weight:(normal|lighter|[1-4]00)`)
)

// style returns the style attribute in lower case, without spaces.
func style(n *html.Node) string {
	return strings.ToLower(strings.Join(strings.Fields(attribute(n, "style")), ""))
}
