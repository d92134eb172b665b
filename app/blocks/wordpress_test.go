package blocks_test

import (
	"strings"
	"testing"

	"igny8/app/blocks"
	"igny8/app/blocks/blockstest"
)

const inWordPress = `<!-- wp:heading -->
<h2 class="wp-block-heading">Grinding &amp; brewing</h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>A <strong>burr</strong> is <em>not</em> a <a href="/blade/" title="Blades">blade</a>.</p>
<!-- /wp:paragraph -->

<!-- wp:quote -->
<blockquote class="wp-block-quote"><!-- wp:paragraph -->
<p>Wait for it.</p>
<!-- /wp:paragraph --><cite>Ada Ferris</cite></blockquote>
<!-- /wp:quote -->

<!-- wp:list {"ordered":true} -->
<ol class="wp-block-list"><!-- wp:list-item -->
<li>Weigh</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>Grind</li>
<!-- /wp:list-item --></ol>
<!-- /wp:list -->

<!-- wp:table {"hasFixedLayout":false} -->
<figure class="wp-block-table"><table><thead><tr><th>Shape</th><th>Speed</th></tr></thead><tbody><tr><td>Flat</td><td>Fast</td></tr></tbody></table><figcaption class="wp-element-caption">Two shapes</figcaption></figure>
<!-- /wp:table -->

<!-- wp:image -->
<figure class="wp-block-image"><img src="/assets/burrs.webp" alt="Two burrs"/><figcaption class="wp-element-caption">Steel</figcaption></figure>
<!-- /wp:image -->

<!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading">Is it loud?</h3>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>Less than a blade.</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p>Ready?</p>
<!-- /wp:paragraph -->

<!-- wp:buttons -->
<div class="wp-block-buttons"><!-- wp:button -->
<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="https://slowroast.example/beans?a=1&amp;b=2">Buy beans</a></div>
<!-- /wp:button --></div>
<!-- /wp:buttons -->

<!-- wp:code -->
<pre class="wp-block-code"><code>if a &lt; b {
	return
}</code></pre>
<!-- /wp:code -->

<!-- wp:html -->
<h3>Old page</h3><p>Kept.</p>
<!-- /wp:html -->
`

func TestWordPress(t *testing.T) {
	t.Parallel()
	if got := oneOfEach().WordPressWith(blocks.HTMLOptions{Image: pictures}); got != inWordPress {
		t.Errorf("got %s", got)
	}
	if got := oneOfEach().WordPress(); strings.Contains(got, "wp:image") || !strings.Contains(got, "wp:table") {
		t.Errorf("without pictures it is %s", got)
	}
	empty := blocks.Document{}
	for _, kind := range blocks.Types {
		empty = append(empty, blocks.Block{Type: kind, Level: 2})
	}
	if got := empty.WordPress(); got != "" {
		t.Errorf("nothing is %q", got)
	}
}

func TestWordPressOutputRunsNoShortcode(t *testing.T) {
	t.Parallel()
	for _, attack := range append([]string{"[gallery]", `<a href="/x?[evil]" title="[evil]">[evil]</a>`, "--><!-- wp:html -->"}, blockstest.Attacks...) {
		d := blocks.Document{}
		for _, kind := range blocks.Types {
			d = append(d, blocks.Block{
				Type: kind, Level: 2, Text: attack, Cite: attack, Items: []string{attack},
				Questions: []blocks.QA{{Question: attack, Answer: attack}},
				Head:      []string{attack}, Rows: [][]string{{attack}}, Caption: attack, ImageID: "burrs", Alt: attack, Label: attack, Href: "/x",
			})
		}
		got := d.WordPressWith(blocks.HTMLOptions{Image: pictures})
		checkHarmless(t, got)
		if strings.Contains(got, "[") {
			t.Errorf("%q leaves a shortcode in %s", attack, got)
		}
		if opened := strings.Count(got, "<!-- wp:html"); opened > 1 {
			t.Errorf("%q opens a block in %s", attack, got)
		}
	}
}
