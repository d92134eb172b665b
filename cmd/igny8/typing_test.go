package main_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Sentences with every letter that ever was a key.
var sentences = []string{
	"say I would x approve",
	"When you send a quick reply, do we just keep every note, bill and extra comment? Yes, and remove them by hand.",
	"a r w s y t n b c d e u x j k /",
}

// TestTypingTypes clicks into blocks of several pages and types. All of it is text, and nothing else happens.
func TestTypingTypes(t *testing.T) {
	axe(t)
	v := visit(t, start(t, install(t).env).base, screen{name: "typing", width: 1440, height: 900})
	v.signUp()
	v.press("Make the sample site").to("Publish")
	writer := strings.TrimSuffix(v.reads("address"), "publish") + "writer"
	v.open(writer).to("Writer")
	contents, err := ask[[]string](v, "links", "/contents/")
	if err != nil || len(contents) < 3 {
		t.Fatalf("%d texts, %v", len(contents), err)
	}
	var written []string // the others of the sample are outlines, without a paragraph to type in
	for _, address := range contents {
		if strings.Contains(address, "#") || len(written) == 3 {
			continue
		}
		v.open(address).opens("In searches")
		if n, err := ask[int](v, "countOf", paragraph); err != nil || n == 0 {
			continue
		}
		v.typeInto(len(written))
		written = append(written, address)
	}
	if len(written) < 3 {
		t.Fatalf("%d written texts", len(written))
	}

	v.open(written[0]).opens("In searches")
	v.hit(".draft-title")
	v.until("the title is not typed", "focused", "#field-title")
	v.types(sentences[0])
	v.key(kb.Escape)
	v.until("the focus is not in the block again", "focused", "#head")
	if title := v.reads("textOf", "#head .draft-title"); !strings.Contains(title, sentences[0]) {
		v.Errorf("the title is %q", title)
	}

	v.key("say")
	v.types("cwxdbartn")
	v.untouched("after letters in a chosen block")
	id, err := ask[string](v, "idOf", paragraph)
	if err != nil {
		t.Fatal(err)
	}
	v.open(written[0] + "?block=" + strings.TrimPrefix(id, "block-") + "#" + id).opens("Save")
	v.until("the block that the address names cannot be typed", "focused", "#editor [data-typed]")

	v.open("/app/runs").to("Runs")
	v.seesNo("Rewrite blocks")
}

const paragraph = `[data-edit=rich][aria-label^=Paragraph]`

// typeInto types sentences into the first paragraph, and leaves it in another way each time.
func (v *visitor) typeInto(page int) {
	v.Helper()
	id, err := ask[string](v, "idOf", paragraph)
	if err != nil {
		v.fail("%v", err)
	}
	before, count := v.reads("textOf", "#"+id+" .block-text"), v.blocks()
	v.hit("#" + id + " .block-text p")
	v.types(sentences[page])
	v.until("the text cannot be typed", "focused", "#"+id+" [data-typed]")
	v.types(sentences[0])
	switch page {
	case 0:
		v.send()
	case 1:
		v.key(kb.Escape)
	default:
		v.hit("#head .draft-title")
		v.until("the next block is not typed", "focused", "#field-title")
		v.key(kb.Escape)
	}
	v.until("the form is still there", "missing", "#editor .typing")
	v.until("nothing says that it is saved", "toasts", "Saved.")
	after := v.reads("textOf", "#"+id+" .block-text")
	typed := sentences[page] + sentences[0]
	if !strings.Contains(after, typed) || strings.Replace(after, typed, "", 1) != before {
		v.Errorf("page %d: %q became %q", page, before, after)
	}
	v.untouched("after typing")
	if now := v.blocks(); now != count {
		v.Errorf("page %d: %d blocks, before %d", page, now, count)
	}
}

// untouched says that nobody has decided anything about the text: it was changed and is a draft.
func (v *visitor) untouched(when string) {
	v.Helper()
	if state := v.reads("textOf", "#editor .page-head .badge"); state != "Draft" {
		v.fail("%s the page is %s", when, state)
	}
	if n, err := ask[int](v, "countOf", "dialog[open], #panel h2, #editor .typing"); err != nil || n > 0 {
		v.fail("%s something has opened (%d, %v)", when, n, err)
	}
}

func (v *visitor) blocks() int {
	v.Helper()
	n, err := ask[int](v, "countOf", "[data-block]")
	if err != nil {
		v.fail("%v", err)
	}
	return n
}

// hit clicks into the middle of the first element of the selector.
func (v *visitor) hit(selector string) {
	v.Helper()
	v.step = "click " + selector
	v.until("there is nothing to hit", "spot", selector)
	at, err := ask[struct{ X, Y float64 }](v, "spot", selector)
	if err == nil {
		err = chromedp.Do(v.ctx, chromedp.MouseClickXY(at.X, at.Y))
	}
	if err != nil {
		v.fail("%v", err)
	}
}
