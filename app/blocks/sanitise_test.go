package blocks_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"pgregory.net/rapid"

	"igny8/app/blocks"
	"igny8/app/blocks/blockstest"
)

// The elements and attributes that output of the package may have.
var (
	allowedElements = map[atom.Atom]bool{
		atom.A: true, atom.Strong: true, atom.Em: true, atom.Code: true, atom.Sub: true, atom.Sup: true, atom.Br: true, atom.Mark: true,
		atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.P: true, atom.Hr: true, atom.Div: true,
		atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true, atom.Pre: true,
		atom.Figure: true, atom.Figcaption: true, atom.Img: true, atom.Details: true, atom.Summary: true, atom.Table: true,
		atom.Caption: true, atom.Thead: true, atom.Tbody: true, atom.Tfoot: true, atom.Tr: true, atom.Th: true, atom.Td: true,
		atom.Del: true, atom.Ins: true, atom.S: true, atom.U: true, atom.Small: true, atom.Abbr: true, atom.Cite: true, atom.Q: true,
		atom.Kbd: true, atom.Samp: true, atom.Var: true, atom.Section: true,
	}
	allowedAttributes = []string{"href", "title", "rel", "src", "alt", "width", "height", "colspan", "rowspan", "id", "class", "scope"}
	inlineAtoms       = []atom.Atom{atom.A, atom.Strong, atom.Em, atom.Code, atom.Sub, atom.Sup, atom.Br, atom.Mark}
)

// checkHarmless parses the markup as a browser does and fails on anything that could run.
func checkHarmless(t testing.TB, markup string) {
	t.Helper()
	nodes, err := html.ParseFragment(strings.NewReader(markup), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		t.Fatalf("%q: %v", markup, err)
	}
	for _, root := range nodes {
		inspect(t, markup, root)
		for n := range root.Descendants() {
			inspect(t, markup, n)
		}
	}
}

func inspect(t testing.TB, markup string, n *html.Node) {
	t.Helper()
	if n.Type == html.TextNode {
		return
	}
	if n.Type == html.CommentNode && strings.Contains(n.Data, "wp:") {
		return
	}
	if n.Type != html.ElementNode || n.Namespace != "" || !allowedElements[n.DataAtom] {
		t.Fatalf("%q has <%s>", markup, n.Data)
	}
	for _, a := range n.Attr {
		if !slices.Contains(allowedAttributes, a.Key) {
			t.Fatalf("%q has the attribute %s", markup, a.Key)
		}
		if a.Key == "href" || a.Key == "src" {
			address(t, markup, a.Val)
		}
	}
}

func address(t testing.TB, markup, value string) {
	t.Helper()
	scheme, _, found := strings.Cut(value, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return
	}
	if !slices.Contains([]string{"http", "https", "mailto", "tel"}, scheme) {
		t.Fatalf("%q leads to %q", markup, value)
	}
}

func TestInlineRemovesScripts(t *testing.T) {
	t.Parallel()
	for _, attack := range blockstest.Attacks {
		got := blocks.Inline(attack)
		checkHarmless(t, got)
		onlyInline(t, got)
		if again := blocks.Inline(got); again != got {
			t.Errorf("%q is cleaned to %q and then to %q", attack, got, again)
		}
	}
}

func onlyInline(t testing.TB, markup string) {
	t.Helper()
	for tokens := html.NewTokenizer(strings.NewReader(markup)); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
		default:
			if token := tokens.Token(); !slices.Contains(inlineAtoms, token.DataAtom) {
				t.Fatalf("%q has %s", markup, token)
			}
		}
	}
}

func TestOutputIsSafeWithoutCleaning(t *testing.T) {
	t.Parallel()
	image := func(string) (string, int, int, bool) { return "/i.png", 4, 3, true }
	for _, attack := range blockstest.Attacks {
		d := blocks.Document{}
		for _, kind := range blocks.Types {
			d = append(d, blocks.Block{
				Type: kind, Level: 2, Text: attack, Cite: attack, Items: []string{attack},
				Questions: []blocks.QA{{Question: attack, Answer: attack}},
				Head:      []string{attack}, Rows: [][]string{{attack}}, Caption: attack, ImageID: "i", Alt: attack, Label: attack, Href: "/x",
				Prompt: attack, Keywords: []string{attack}, LeftOut: attack,
			})
		}
		// The document is not cleaned on purpose: output must be safe without it.
		checkHarmless(t, d.HTML(blocks.HTMLOptions{Image: image}))
		checkHarmless(t, clean(t, d).HTML(blocks.HTMLOptions{Image: image}))
	}
}

func TestOutputDropsUnsafeAddresses(t *testing.T) {
	t.Parallel()
	evil := func(string) (string, int, int, bool) { return `javascript:alert(1)`, 0, 0, true }
	d := blocks.Document{
		{Type: blocks.TypeImage, ImageID: "i", Alt: "x"},
		{Type: blocks.TypeCTA, Label: "Go", Href: "javascript:alert(1)"},
	}
	if got := d.HTML(blocks.HTMLOptions{Image: evil}); got != "<p>Go</p>\n" {
		t.Errorf("got %q", got)
	}
}

func TestInline(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"  plain \n\t text ", "plain text"},
		{"a < b & c > d", "a &lt; b &amp; c &gt; d"},
		{`"quoted" & 'quoted'`, `"quoted" &amp; 'quoted'`},
		{"<b>bold</b> and <i>italic</i>", "<strong>bold</strong> and <em>italic</em>"},
		{"<strong>bold <em>both", "<strong>bold <em>both</em></strong>"},
		{"H<sub>2</sub>O, x<sup>2</sup>, <code>a</code><br/><mark>m</mark>", "H<sub>2</sub>O, x<sup>2</sup>, <code>a</code><br><mark>m</mark>"},
		{"<p>one</p><p>two</p>", "one two"},
		{"<ul><li>one<li>two</ul>", "one two"},
		{"w<span style='color:red'>o</span>rd", "word"},
		{`<a href="/a?b=1&amp;c=2" title="T" rel="nofollow" class="x">x</a>`, `<a href="/a?b=1&amp;c=2" rel="nofollow" title="T">x</a>`},
		{`<a href="https://a.example/">x</a><a href="mailto:a@b.example">y</a><a href="tel:+441">z</a><a href="#s">s</a>`, `<a href="https://a.example/">x</a><a href="mailto:a@b.example">y</a><a href="tel:+441">z</a><a href="#s">s</a>`},
		{`<a name="x">x</a> <a href="">y</a> <a href="http:">z</a>`, "x y z"},
		{`<a href="/1">one <a href="/2">two</a></a>`, `<a href="/1">one </a><a href="/2">two</a>`},
		{"a\u00a0b\x07\ufffe", "a\u00a0b"},
	} {
		if got := blocks.Inline(c.in); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

func TestFromPlainKeepsText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		plain := rapid.StringOf(rapid.RuneFrom([]rune("ab <>&;\"'#x1/lt\n\tü漢"))).Draw(t, "plain")
		folded := strings.Join(strings.Fields(plain), " ")
		if got := blocks.Text(blocks.FromPlain(plain)); got != folded {
			t.Fatalf("%q became %q", plain, got)
		}
		if field := blocks.FromPlain(plain); blocks.Inline(field) != field {
			t.Fatalf("%q is not clean", field)
		}
	})
}

func FuzzInline(f *testing.F) {
	for _, attack := range blockstest.Attacks {
		f.Add(attack)
	}
	f.Fuzz(func(t *testing.T, in string) {
		got := blocks.Inline(in)
		checkHarmless(t, got)
		onlyInline(t, got)
		if again := blocks.Inline(got); again != got {
			t.Fatalf("%q is cleaned to %q and then to %q", in, got, again)
		}
	})
}
