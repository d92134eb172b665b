package blocks_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"igny8/app/blocks"
	"igny8/app/blocks/blockstest"
)

// Markup pasted from Word, with its conditional comments, lists made of paragraphs, and styles.
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Draft</title><style><!-- p.MsoNormal {margin:0} --></style></head>
<body lang=EN-GB><!--StartFragment-->
<h1><span lang=EN-GB>Storing beans<o:p></o:p></span></h1>
<p class=MsoNormal style='margin-bottom:0cm'><b>Dark</b> and <i style='mso-bidi-font-style:normal'>dry</i>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Tin</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>Jar</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Fill</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Jar</p></td><td><p class=MsoNormal>Weeks</p></td></tr><tr><td colspan=2>Four</td></tr></table>
<p class=MsoNormal><img width=10 src="file:///C:/clip_image001.png"></p>
<!--EndFragment--></body></html>`

// Markup pasted from Google Docs: everything is in a b that is not bold, and the rest is styles.
const fromDocs = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400;">Water</span></h2>
<p dir="ltr"><span style="font-weight:700;">Soft</span><span style="font-weight:400;"> water, </span><span style="font-style:italic;">not</span><span> hard. H</span><span style="font-size:0.6em;vertical-align:sub;">2</span><span>O. </span><a href="https://water.example/" style="text-decoration:none;"><span>More</span></a></p><br>
<ol><li dir="ltr" aria-level="1"><p dir="ltr"><span>Boil</span></p></li><ul><li><p><span>Slowly</span></p></li></ul><li><p><span>Pour</span></p></li></ol></b>`

// A WordPress page with navigation, header and footer around the text.
const fromWordPress = `<!DOCTYPE html><html><head><title>T</title></head><body><nav><a href="/">Home</a></nav><header><h1>Blog</h1></header>
<div class="entry-content"><!-- wp:heading --><h2 class="wp-block-heading">Kettles</h2><!-- /wp:heading -->
<p>First line<br>second line<br><br>New paragraph</p>
<figure class="wp-block-image"><img src="https://pictures.example/k.jpg" alt="A &quot;kettle&quot;" class="wp-image-7" onerror="x"><figcaption>Copper</figcaption></figure>
<blockquote class="wp-block-quote"><p>One.</p><p>Two.</p><cite>Ada</cite></blockquote>
<figure class="wp-block-table"><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><figcaption>Prices</figcaption></figure>
<pre class="wp-block-code"><code>pour()
  wait()</code></pre>
<details><summary>Why?</summary><p>So.</p></details><details><summary>When?</summary>Now.</details>
<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/buy">Buy</a></div></div>
<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>
<script>track()</script></div><footer>Imprint</footer></body></html>`

func TestFromHTML(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		in   string
		want blocks.Document
	}{
		"nothing":         {"", blocks.Document{}},
		"only a script":   {"<script>alert(1)</script><style>p{}</style><!-- x -->", blocks.Document{}},
		"plain text":      {"a &lt; b", blocks.Document{{Type: "paragraph", Text: "a &lt; b"}}},
		"loose lines":     {"one<div>two</div>three<p>four", blocks.Document{{Type: "paragraph", Text: "one"}, {Type: "paragraph", Text: "two"}, {Type: "paragraph", Text: "three"}, {Type: "paragraph", Text: "four"}}},
		"deep headings":   {"<h1>a</h1><h4>b</h4><h6>c</h6>", blocks.Document{{Type: "heading", Level: 2, Text: "a"}, {Type: "heading", Level: 4, Text: "b"}, {Type: "heading", Level: 4, Text: "c"}}},
		"a linked box":    {`<a href="/x"><h2>Title</h2><p>Text</p></a>`, blocks.Document{{Type: "heading", Level: 2, Text: "Title"}, {Type: "paragraph", Text: "Text"}}},
		"a layout table":  {"<table><tr><td><p>a</p><p>b</p></td></tr></table>", blocks.Document{{Type: "paragraph", Text: "a"}, {Type: "paragraph", Text: "b"}}},
		"a nested table":  {"<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>", blocks.Document{{Type: "paragraph", Text: "a"}, {Type: "table", Head: []string{}, Rows: [][]string{{"b", "c"}}}}},
		"data pictures":   {`<p>a<img src="data:image/png;base64,AAAA" alt="x">b</p>`, blocks.Document{{Type: "paragraph", Text: "a b"}}},
		"a dead button":   {`<p>a <a class="cta" href="javascript:x">b</a></p>`, blocks.Document{{Type: "paragraph", Text: "a b"}}},
		"a page's button": {`<p>Ready? <a class="cta" href="/buy">Buy</a></p>`, blocks.Document{{Type: "cta", Text: "Ready?", Label: "Buy", Href: "/buy"}}},
		"Word": {fromWord, blocks.Document{
			{Type: "heading", Level: 2, Text: "Storing beans"},
			{Type: "paragraph", Text: "<strong>Dark</strong> and <em>dry</em>."},
			{Type: "list", Items: []string{"Tin", "Jar"}},
			{Type: "list", Ordered: true, Items: []string{"Fill"}},
			{Type: "table", Head: []string{}, Rows: [][]string{{"Jar", "Weeks"}, {"Four", ""}}},
		}},
		"Google Docs": {fromDocs, blocks.Document{
			{Type: "heading", Level: 2, Text: "Water"},
			{Type: "paragraph", Text: `<strong>Soft</strong> water, <em>not</em> hard. H<sub>2</sub>O. <a href="https://water.example/">More</a>`},
			{Type: "list", Ordered: true, Items: []string{"Boil", "Slowly", "Pour"}},
		}},
		"WordPress": {fromWordPress, blocks.Document{
			{Type: "heading", Level: 2, Text: "Kettles"},
			{Type: "paragraph", Text: "First line<br>second line"},
			{Type: "paragraph", Text: "New paragraph"},
			{Type: "html", Text: `<figure><img src="https://pictures.example/k.jpg" alt="A &#34;kettle&#34;"><figcaption>Copper</figcaption></figure>`},
			{Type: "quote", Text: "One.<br>Two.", Cite: "Ada"},
			{Type: "table", Head: []string{"A", "B"}, Rows: [][]string{{"1", "2"}}, Caption: "Prices"},
			{Type: "code", Text: "pour()\n  wait()"},
			{Type: "faq", Questions: []blocks.QA{{Question: "Why?", Answer: "So."}, {Question: "When?", Answer: "Now."}}},
			{Type: "cta", Label: "Buy", Href: "/buy"},
			{Type: "list", Items: []string{"One", "Inner", "Two"}},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := fromHTML(t, c.in)
			if again := clean(t, got); !reflect.DeepEqual(again, got) {
				t.Errorf("not clean: %v", got)
			}
			if !reflect.DeepEqual(withoutIDs(got), c.want) {
				t.Errorf("got %s\nwant %s", encode(t, withoutIDs(got)), encode(t, c.want))
			}
		})
	}
}

func fromHTML(t testing.TB, markup string) blocks.Document {
	t.Helper()
	d, err := blocks.FromHTML(context.Background(), markup)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// tooLarge reports whether something was refused because it exceeds a limit.
func tooLarge(err error) bool {
	var limit blocks.Limit
	return errors.As(err, &limit)
}

func withoutIDs(d blocks.Document) blocks.Document {
	bare := blocks.Document{}
	for _, b := range d {
		b.ID = ""
		bare = append(bare, b)
	}
	return bare
}

func TestFromHTMLRemovesScripts(t *testing.T) {
	t.Parallel()
	for _, attack := range blockstest.Attacks {
		for _, read := range []func(context.Context, string) (blocks.Document, error){blocks.FromHTML, blocks.FromMarkdown} {
			d, err := read(context.Background(), attack)
			if tooLarge(err) {
				continue
			}
			if err != nil {
				t.Fatalf("%q: %v", attack, err)
			}
			checkDisarmed(t, d)
		}
	}
}

// checkDisarmed checks that no output of the document contains script.
func checkDisarmed(t testing.TB, d blocks.Document) {
	t.Helper()
	if again, err := d.Clean(context.Background()); err != nil || !reflect.DeepEqual(again, d) {
		t.Fatalf("%#v\nis cleaned to %#v, %v", d, again, err)
	}
	checkHarmless(t, d.HTML(blocks.HTMLOptions{}))
	checkHarmless(t, d.WordPress())
}

func TestFromHTMLReadsWhatHTMLWrites(t *testing.T) {
	t.Parallel()
	var d blocks.Document
	for _, b := range clean(t, oneOfEach()) {
		// Questions return as headings, pictures by their address, and html as blocks.
		if b.Type != blocks.TypeFAQ && b.Type != blocks.TypeImage && b.Type != blocks.TypeHTML {
			d = append(d, b)
		}
	}
	if got := fromHTML(t, d.HTML(blocks.HTMLOptions{})); !reflect.DeepEqual(withoutIDs(got), withoutIDs(d)) {
		t.Errorf("got %s\nwant %s", encode(t, withoutIDs(got)), encode(t, withoutIDs(d)))
	}
}

func FuzzFromHTML(f *testing.F) {
	for _, seed := range append([]string{fromWord, fromDocs, fromWordPress}, blockstest.Attacks...) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, err := blocks.FromHTML(context.Background(), in)
		if tooLarge(err) {
			return
		}
		if err != nil {
			t.Fatalf("%q: %v", in, err)
		}
		checkDisarmed(t, d)
	})
}

func TestFromHTMLReadsTrackedChangesAsAccepted(t *testing.T) {
	t.Parallel()
	d := fromHTML(t, `<p class=MsoNormal>Water it <del cite="mailto:a@example.com" datetime="2026-01-01T10:00">daily</del><ins cite="mailto:a@example.com">twice a week</ins>.</p><del><p>Gone.</p></del>`)
	if len(d) != 1 || d[0].Text != "Water it twice a week." {
		t.Errorf("read as %+v", d)
	}
}
