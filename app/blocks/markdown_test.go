package blocks_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"igny8/app/blocks"
)

const inMarkdown = "## Grinding & brewing\n\n" +
	"A **burr** is *not* a [blade](</blade/> \"Blades\").\n\n" +
	"> Wait for it.\n> <footer>Ada Ferris</footer>\n\n" +
	"1. Weigh\n2. Grind\n\n" +
	"Two shapes\n\n| Shape | Speed |\n| --- | --- |\n| Flat | Fast |\n\n" +
	"![Two burrs](<image:burrs>)\n\nSteel\n\n" +
	"### Is it loud?\n\nLess than a blade.\n\n" +
	"Ready? [Buy beans](<https://slowroast.example/beans?a=1\\&b=2>)\n\n" +
	"```\nif a < b {\n\treturn\n}\n```\n\n" +
	"<h3>Old page</h3><p>Kept.</p>\n"

func TestMarkdown(t *testing.T) {
	t.Parallel()
	if got := oneOfEach().Markdown(); got != inMarkdown {
		t.Errorf("got %s", got)
	}
	if got := (blocks.Document{{Type: blocks.TypeParagraph}, {Type: blocks.TypeImage}, {Type: blocks.TypeCode}}).Markdown(); got != "" {
		t.Errorf("nothing is %q", got)
	}
}

func TestFromMarkdown(t *testing.T) {
	t.Parallel()
	want := blocks.Document{
		{Type: "heading", Level: 2, Text: "Grinding &amp; brewing"},
		{Type: "paragraph", Text: `A <strong>burr</strong> is <em>not</em> a <a href="/blade/" title="Blades">blade</a>.`},
		{Type: "quote", Text: "Wait for it.", Cite: "Ada Ferris"},
		{Type: "list", Ordered: true, Items: []string{"Weigh", "Grind"}},
		{Type: "paragraph", Text: "Two shapes"},
		{Type: "table", Head: []string{"Shape", "Speed"}, Rows: [][]string{{"Flat", "Fast"}}},
		{Type: "image", ImageID: "burrs", Alt: "Two burrs"},
		{Type: "paragraph", Text: "Steel"},
		{Type: "heading", Level: 3, Text: "Is it loud?"},
		{Type: "paragraph", Text: "Less than a blade."},
		{Type: "paragraph", Text: `Ready? <a href="https://slowroast.example/beans?a=1&amp;b=2">Buy beans</a>`},
		{Type: "code", Text: "if a < b {\n\treturn\n}"},
		{Type: "heading", Level: 3, Text: "Old page"},
		{Type: "paragraph", Text: "Kept."},
	}
	d, err := blocks.FromMarkdown(context.Background(), inMarkdown)
	if err != nil {
		t.Fatal(err)
	}
	if got := withoutIDs(d); !reflect.DeepEqual(got, want) {
		t.Errorf("got %s\nwant %s", encode(t, got), encode(t, want))
	}
}

// TestFromMarkdownReadsWhatMarkdownWrites checks that characters with a meaning in Markdown do not change the text.
func TestFromMarkdownReadsWhatMarkdownWrites(t *testing.T) {
	t.Parallel()
	signs := rapid.StringOfN(rapid.SampledFrom([]rune("ab1 .)-+*_=#>`~|[]()<&;!\\\"':/n")), 1, 20, -1)
	rapid.Check(t, func(t *rapid.T) {
		text := func(label string) string {
			plain := strings.Join(strings.Fields(signs.Draw(t, label)), " ")
			if plain == "" {
				t.Skip("an empty text is left out")
			}
			return blocks.FromPlain(plain)
		}
		d := blocks.Document{
			{Type: "heading", Level: 2, Text: text("heading")},
			{Type: "paragraph", Text: text("before") + " <strong>" + text("strong") + "</strong>" + text("after")},
			{Type: "paragraph", Text: `<a href="/x?a=1&amp;b=(2)" title="` + strings.ReplaceAll(text("title"), `"`, "&#34;") + `">` + text("link") + `</a> <em>` + text("em") + "</em><br><code>" + text("code") + "</code>"},
			{Type: "list", Items: []string{text("item"), text("item")}},
			{Type: "quote", Text: text("quote")},
			{Type: "table", Head: []string{text("head"), text("head")}, Rows: [][]string{{text("cell"), text("cell")}}},
			{Type: "code", Text: "x" + signs.Draw(t, "code") + "\n\n  y"},
		}
		cleaned, err := d.Clean(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		got, err := blocks.FromMarkdown(context.Background(), cleaned.Markdown())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(withoutIDs(got), withoutIDs(cleaned)) {
			t.Fatalf("%s\n got %v\nwant %v", cleaned.Markdown(), withoutIDs(got), withoutIDs(cleaned))
		}
	})
}
