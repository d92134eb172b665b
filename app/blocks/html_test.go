package blocks_test

import (
	"reflect"
	"strings"
	"testing"

	"igny8/app/blocks"
	"igny8/app/blocks/blockstest"
)

func pictures(id string) (src string, width, height int, ok bool) {
	return "/assets/" + id + ".webp", 640, 480, id == "burrs"
}

func TestHTML(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		block blocks.Block
		want  string
	}{
		"an empty paragraph":    {blocks.Block{Type: blocks.TypeParagraph, Text: " "}, ""},
		"an empty heading":      {blocks.Block{Type: blocks.TypeHeading, Level: 2}, ""},
		"a quote of nobody":     {blocks.Block{Type: blocks.TypeQuote, Cite: "Ada"}, ""},
		"a list of nothing":     {blocks.Block{Type: blocks.TypeList, Items: []string{"", " "}}, ""},
		"a table of nothing":    {blocks.Block{Type: blocks.TypeTable, Caption: "x"}, ""},
		"an unknown picture":    {blocks.Block{Type: blocks.TypeImage, ImageID: "gone", Caption: "x"}, ""},
		"an faq of nothing":     {blocks.Block{Type: blocks.TypeFAQ, Questions: []blocks.QA{{}}}, ""},
		"a cta of nothing":      {blocks.Block{Type: blocks.TypeCTA, Href: "/x"}, ""},
		"no code":               {blocks.Block{Type: blocks.TypeCode, Text: "\n"}, ""},
		"html of a script":      {blocks.Block{Type: blocks.TypeHTML, Text: "<script>x</script>"}, ""},
		"a block of no type":    {blocks.Block{Text: "x"}, ""},
		"a heading":             {blocks.Block{Type: blocks.TypeHeading, Level: 3, Text: "Burrs &amp; <em>blades</em>"}, `<h3 id="burrs-blades">Burrs &amp; <em>blades</em></h3>`},
		"a paragraph":           {blocks.Block{Type: blocks.TypeParagraph, Text: `a<br>b <a href="/x">c</a>`}, `<p>a<br>b <a href="/x">c</a></p>`},
		"a quote":               {blocks.Block{Type: blocks.TypeQuote, Text: "Wait."}, `<blockquote><p>Wait.</p></blockquote>`},
		"a quote of somebody":   {blocks.Block{Type: blocks.TypeQuote, Text: "Wait.", Cite: "Ada"}, `<figure><blockquote><p>Wait.</p></blockquote><figcaption>Ada</figcaption></figure>`},
		"a list":                {blocks.Block{Type: blocks.TypeList, Items: []string{"a", "", "b"}}, `<ul><li>a</li><li>b</li></ul>`},
		"an ordered list":       {blocks.Block{Type: blocks.TypeList, Ordered: true, Items: []string{"a"}}, `<ol><li>a</li></ol>`},
		"a table":               {blocks.Block{Type: blocks.TypeTable, Head: []string{"A"}, Rows: [][]string{{"1"}}, Caption: "C"}, `<table><caption>C</caption><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>`},
		"a table without heads": {blocks.Block{Type: blocks.TypeTable, Rows: [][]string{{"1", ""}}}, `<table><tbody><tr><td>1</td><td></td></tr></tbody></table>`},
		"a picture":             {blocks.Block{Type: blocks.TypeImage, ImageID: "burrs", Alt: `Two "burrs" &amp; more`, Caption: "Steel"}, `<figure><img src="/assets/burrs.webp" alt="Two &#34;burrs&#34; &amp; more" width="640" height="480"><figcaption>Steel</figcaption></figure>`},
		"an faq":                {blocks.Block{Type: blocks.TypeFAQ, Questions: []blocks.QA{{Question: "Loud?", Answer: "No."}, {Question: "Dear?", Answer: "Yes."}}}, `<section><h2>Loud?</h2><p>No.</p><h2>Dear?</h2><p>Yes.</p></section>`},
		"a cta":                 {blocks.Block{Type: blocks.TypeCTA, Text: "Ready?", Label: "Buy", Href: "/buy?a=1&b=2"}, `<p>Ready? <a class="cta" href="/buy?a=1&amp;b=2">Buy</a></p>`},
		"a cta without text":    {blocks.Block{Type: blocks.TypeCTA, Label: "Buy", Href: "/buy"}, `<p><a class="cta" href="/buy">Buy</a></p>`},
		"code":                  {blocks.Block{Type: blocks.TypeCode, Text: "if a < b &amp; c {\n\t<b>\n}"}, "<pre><code>if a &lt; b &amp;amp; c {\n\t&lt;b&gt;\n}</code></pre>"},
		"html":                  {blocks.Block{Type: blocks.TypeHTML, Text: `<h1 style="x">A</h1><section class="y"><p onclick="z">b<script>c</script></section>`}, `<h2>A</h2><div><p>b</p></div>`},
	} {
		want := c.want
		if want != "" {
			want += "\n"
		}
		if got := (blocks.Document{c.block}).HTML(blocks.HTMLOptions{Image: pictures}); got != want {
			t.Errorf("%s\n got %s\nwant %s", name, got, want)
		}
	}
}

func TestHeadings(t *testing.T) {
	t.Parallel()
	heading := func(level int, text string) blocks.Block {
		return blocks.Block{Type: blocks.TypeHeading, Level: level, Text: text}
	}
	d := blocks.Document{
		heading(2, "Grind size"), heading(3, "<em>Grind</em>  size!"), heading(2, ""), heading(4, "Größe & 量"), heading(2, "?"),
		{Type: blocks.TypeFAQ, Questions: []blocks.QA{{Question: "Why?", Answer: "So."}}},
	}
	want := []blocks.Heading{{2, "Grind size", "grind-size"}, {3, "Grind size!", "grind-size-2"}, {4, "Größe & 量", "größe-量"}, {2, "?", "section"}}
	if got := d.Headings(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
	markup := d.HTML(blocks.HTMLOptions{Headings: 4})
	for _, part := range []string{`<h4 id="grind-size">`, `<h5 id="grind-size-2">`, `<h6 id="größe-量">`, `<h4 id="section">`, `<h5>Why?</h5>`} {
		if !strings.Contains(markup, part) {
			t.Errorf("%s is not in %s", part, markup)
		}
	}
}

func TestReadersListTextLinksAndImages(t *testing.T) {
	t.Parallel()
	d := oneOfEach()
	const want = `Grinding & brewing

A burr is not a blade.

Wait for it.
Ada Ferris

Weigh
Grind

Shape Speed
Flat Fast
Two shapes

Steel

Is it loud?
Less than a blade.

Ready?
Buy beans

if a < b {
	return
}

Old page
Kept.`
	if got := d.PlainText(); got != want {
		t.Errorf("got %s", got)
	}
	if got := d.Words(); got != 39 {
		t.Errorf("%d words", got)
	}
	if got := (blocks.Document{{Type: blocks.TypeParagraph, Text: "one – two &amp; 3"}}).Words(); got != 3 {
		t.Errorf("%d words where signs stand alone", got)
	}
	if got := d.Links(); !reflect.DeepEqual(got, []string{"/blade/", "https://slowroast.example/beans?a=1&b=2"}) {
		t.Errorf("links %v", got)
	}
}

func TestBlankAgreesWithPlainText(t *testing.T) {
	t.Parallel()
	for _, text := range append([]string{"", " ", "<br>", "&nbsp;", "<em> </em>", "word", "<em>word</em>", "1", "&amp;"}, blockstest.Attacks...) {
		for _, kind := range []blocks.Type{blocks.TypeParagraph, blocks.TypeHeading, blocks.TypeCode, blocks.TypeHTML} {
			if b := (blocks.Block{Type: kind, Text: text}); b.Blank() != (b.PlainText() == "") {
				t.Errorf("%s %q reads as %q; blank: %v", kind, text, b.PlainText(), b.Blank())
			}
		}
	}
	if list := (blocks.Block{Type: blocks.TypeList, Items: []string{"", "one"}}); list.Blank() {
		t.Error("a list of words is blank")
	}
}
