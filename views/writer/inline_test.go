package writer

import (
	"testing"

	"pgregory.net/rapid"

	"igny8/app/blocks"
)

func TestTypedConvertsInlineHTML(t *testing.T) {
	t.Parallel()
	for inline, typed := range map[string]string{
		`plain text & "more"`:                       `plain text & "more"`,
		`a <strong>b</strong> and <em>c</em>`:       `a **b** and *c*`,
		`<em>a <strong>b</strong> c</em>`:           `*a **b** c*`,
		`see <a href="/x/?a=1&amp;b=2">this</a>`:    `see [this](/x/?a=1&b=2)`,
		`<a href="/x/" title="T">this</a>`:          `<a href="/x/" title="T">this</a>`,
		`run <code>a*b</code>`:                      "run `a*b`",
		`one<br>two`:                                "one\ntwo",
		`2 * 3 * 4`:                                 `2 * 3 * 4`,
		`*not emphasis*`:                            `\*not emphasis\*`,
		`&lt;mark&gt; is an element`:                `\<mark> is an element`,
		`H<sub>2</sub>O`:                            `H<sub>2</sub>O`,
		`<code><strong>x</strong></code>`:           `<code><strong>x</strong></code>`,
		`a &lt; b`:                                  `a < b`,
		`<strong>a</strong><em>b</em>`:              `**a***b*`,
		`C:\dir\*.txt`:                              `C:\\dir\\\*.txt`,
		`<a href="https://a.example/(x)">round</a>`: `<a href="https://a.example/(x)">round</a>`,
	} {
		if got := Typed(inline); got != typed {
			t.Errorf("Typed(%q) = %q, want %q", inline, got, typed)
		}
		if got := Inline(typed); got != blocks.Inline(inline) {
			t.Errorf("Inline(%q) = %q, want %q", typed, got, blocks.Inline(inline))
		}
	}
}

func TestInlineRefusesUnsafeHTML(t *testing.T) {
	t.Parallel()
	for typed, inline := range map[string]string{
		`<script>alert(1)</script>`:    `&lt;script&gt;alert(1)&lt;/script&gt;`,
		`[x](javascript:alert)`:        `x`,
		`<a href="javascript:1">x</a>`: `x`,
		`**open`:                       `**open`,
		"<strong onclick=\"x\">a":      `<strong>a</strong>`,
		" two\r\nlines ":               `two<br>lines`,
		`[x]("onmouseover="alert(1)")`: `[x]("onmouseover="alert(1)")`,
	} {
		if got := Inline(typed); got != inline {
			t.Errorf("Inline(%q) = %q, want %q", typed, got, inline)
		}
	}
}

// A form that nobody changes returns the stored text unchanged.
func TestInlineReversesTyped(t *testing.T) {
	t.Parallel()
	piece := rapid.SampledFrom([]string{
		"a", " ", "*", "**", "`", "[", "]", "(", ")", "\\", "|", "&lt;", "&amp;", "\n", "é", "<br>", "<strong>", "</strong>", "<em>", "</em>", "<code>", "</code>",
		`<a href="/x/">`, `<a href="/(" title="&#34;">`, "</a>", "<mark>", "</mark>", "<sub>", "</sub>", "1",
	})
	rapid.Check(t, func(t *rapid.T) {
		var inline string
		for _, p := range rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces") {
			inline += p
		}
		inline = blocks.Inline(inline)
		if got := Inline(Typed(inline)); got != inline {
			t.Fatalf("%q is typed %q and comes back as %q", inline, Typed(inline), got)
		}
		if got := Inline(typedLine(inline)); got != inline {
			t.Fatalf("%q on one line comes back as %q", inline, got)
		}
	})
}
