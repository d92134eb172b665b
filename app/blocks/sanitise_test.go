package blocks_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"pgregory.net/rapid"

	"igny8/app/blocks"
)

// attacks are texts that must do nothing wherever they are put.
var attacks = []string{
	`<script>alert(1)</script>`,
	`<SCRIPT SRC=//evil.example/x.js></SCRIPT>`,
	`<scr<script>ipt>alert(1)</scr</script>ipt>`,
	`<script>alert(1)`,
	`<script/x>alert(1)</script>`,
	"<script\x00>alert(1)</script>",
	`</script><script>alert(1)</script>`,
	`<a href="javascript:alert(1)">x</a>`,
	`<a href="JaVaScRiPt:alert(1)">x</a>`,
	`<a href=" javascript:alert(1)">x</a>`,
	"<a href=\"java\tscript:alert(1)\">x</a>",
	"<a href=\"java\nscript:alert(1)\">x</a>",
	"<a href=\"\x01javascript:alert(1)\">x</a>",
	`<a href="&#106;avascript:alert(1)">x</a>`,
	`<a href="&#x6A&#x61vascript:alert(1)">x</a>`,
	`<a href="javascript&colon;alert(1)">x</a>`,
	`<a href="javascript&#58;alert(1)">x</a>`,
	`<a href="java&Tab;script:alert(1)">x</a>`,
	`<a href="java&NewLine;script:alert(1)">x</a>`,
	`<a href="jav&#0000097script:alert(1)">x</a>`,
	`<a href="vbscript:msgbox(1)">x</a>`,
	`<a href="data:text/html,<script>alert(1)</script>">x</a>`,
	`<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>`,
	`<a href="DATA&colon;text/html,x">x</a>`,
	`<a href="file:///etc/passwd">x</a>`,
	`<a href="blob:https://a.example/x">x</a>`,
	`<a href="view-source:javascript:alert(1)">x</a>`,
	`<a href='/x' onclick='alert(1)'>x</a>`,
	`<a href="/x" hx-get="/me" hx-trigger="load" data-hx-post="/x">x</a>`,
	`<a href="/x" style="position:fixed;inset:0" class="button" id="site-main" target="_blank" ping="//evil.example">x</a>`,
	`<a href="/x"title="a"onmouseover="alert(1)">x</a>`,
	`<a href="/x" title="&quot; onmouseover=&quot;alert(1)">x</a>`,
	`<a href="/x" rel="opener&quot;><script>alert(1)</script>">x</a>`,
	`<a href="/1">one <a href="/2">two</a></a>`,
	`<a href="/1"><table><td><a href="javascript:alert(1)">x</a></td></table></a>`,
	`<img src=x onerror=alert(1)>`,
	`<img src="javascript:alert(1)">`,
	`<img src="data:image/svg+xml,<svg onload=alert(1)>">`,
	`<img/src/onerror=alert(1)//`,
	"<img src=`x` onerror=`alert(1)`>",
	`<img """><script>alert(1)</script>">`,
	`<img src=x srcset="javascript:alert(1)" sizes=1 loading=eager>`,
	`<svg onload=alert(1)>`,
	`<svg><script>alert(1)</script></svg>`,
	`<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>`,
	`<svg><style><img src=x onerror=alert(1)></style></svg>`,
	`<svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>`,
	`<svg></p><style><a id="</style><img src=x onerror=alert(1)>">`,
	`<math><mi xlink:href="javascript:alert(1)">x</mi></math>`,
	`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">`,
	`<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>`,
	`<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>`,
	`<noscript><p title="</noscript><img src=x onerror=alert(1)>">`,
	`<template><script>alert(1)</script></template>`,
	`<textarea><img src=x onerror=alert(1)></textarea>`,
	`<title><img src=x onerror=alert(1)></title>`,
	`<xmp><img src=x onerror=alert(1)></xmp>`,
	`<plaintext><img src=x onerror=alert(1)>`,
	`<noembed><img src=x onerror=alert(1)></noembed>`,
	`<select><option><style></option></select><img src=x onerror=alert(1)></style>`,
	`<iframe src="javascript:alert(1)"></iframe>`,
	`<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>`,
	`<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">`,
	`<meta http-equiv="refresh" content="0;url=javascript:alert(1)">`,
	`<base href="https://evil.example/">`,
	`<link rel="stylesheet" href="//evil.example/x.css">`,
	`<style>@import "//evil.example/x.css";</style>`,
	`<p style="background:url(javascript:alert(1))">x</p>`,
	`<div hx-on:click="alert(1)" hx-on--load="alert(1)" data-x="1" class="x">x</div>`,
	`<body onload=alert(1)>x</body>`,
	`<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button><input autofocus onfocus=alert(1)></form>`,
	`<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>`,
	`<details open ontoggle=alert(1)><summary>x</summary></details>`,
	`<marquee onstart=alert(1)>x</marquee>`,
	`<table background="javascript:alert(1)"><td background="x" onclick=alert(1)>x</td></table>`,
	`<table><a href="/x">x<td><a href="/y">y</table>`,
	`<custom-element onclick=alert(1)><slot>x</slot></custom-element>`,
	`<!--><img src=x onerror=alert(1)>-->`,
	`<!-- --!><img src=x onerror=alert(1)> -->`,
	`<!-- wp:html --><script>alert(1)</script><!-- /wp:html -->`,
	`<![CDATA[<img src=x onerror=alert(1)>]]>`,
	`<?php system("id"); ?><?xml version="1.0"?>`,
	`<!DOCTYPE html><html><head><script>alert(1)</script></head></html>`,
	`<strong>unclosed <em>twice`,
	`<strong><em>crossed</strong></em>`,
	`</strong></p></div></main>closing`,
	`<mark`,
	`<code><pre><script>alert(1)</script></pre></code>`,
	"<pre>\n\n\n<code>x</code></pre>",
	`&lt;script&gt;alert(1)&lt;/script&gt;`,
	`&amp;lt;script&amp;gt;`,
	"\xff<script\xff>alert(1)</script>",
	strings.Repeat("<strong>", 600) + "deep",
	strings.Repeat("<a href=/x><strong>", 20) + strings.Repeat("</a>", 20),
	`<strong <script>alert(1)</script>>x</strong>`,
	`<em title=">"><script>alert(1)</script>">x</em>`,
}

// The elements and attributes that any output of the package may have.
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

// harmless reads the markup as a browser does and fails on whatever could act.
func harmless(t testing.TB, markup string) {
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

func TestInlineDisarms(t *testing.T) {
	t.Parallel()
	for _, attack := range attacks {
		got := blocks.Inline(attack)
		harmless(t, got)
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

func TestEveryFieldIsDisarmed(t *testing.T) {
	t.Parallel()
	image := func(string) (string, int, int, bool) { return "/i.png", 4, 3, true }
	for _, attack := range attacks {
		d := blocks.Document{}
		for _, kind := range blocks.Types {
			d = append(d, blocks.Block{
				Type: kind, Level: 2, Text: attack, Cite: attack, Items: []string{attack}, Questions: []blocks.QA{{Question: attack, Answer: attack}},
				Head: []string{attack}, Rows: [][]string{{attack}}, Caption: attack, ImageID: "i", Alt: attack, Label: attack, Href: "/x",
			})
		}
		// Uncleaned on purpose: the way out trusts nobody either.
		harmless(t, d.HTML(blocks.HTMLOptions{Image: image}))
		harmless(t, clean(t, d).HTML(blocks.HTMLOptions{Image: image}))
	}
}

func TestAddressesOnTheWayOut(t *testing.T) {
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

func TestPlainTextSurvives(t *testing.T) {
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
	for _, attack := range attacks {
		f.Add(attack)
	}
	f.Fuzz(func(t *testing.T, in string) {
		got := blocks.Inline(in)
		harmless(t, got)
		onlyInline(t, got)
		if again := blocks.Inline(got); again != got {
			t.Fatalf("%q is cleaned to %q and then to %q", in, got, again)
		}
	})
}
