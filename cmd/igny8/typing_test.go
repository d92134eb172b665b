package main_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// sentences contain every letter that was ever a keyboard shortcut.
var sentences = []string{
	"say I would x approve",
	"When you send a quick reply, do we just keep every note, bill and extra comment? Yes, and remove them by hand.",
	"a r w s y t n b c d e u x j k /",
}

// TestEditorStoresTypedText clicks into blocks of several pages and types. All of it becomes text, and no shortcut fires.
func TestEditorStoresTypedText(t *testing.T) {
	axe(t)
	v := visit(t, start(t, install(t).env).base, screen{name: "typing", width: 1440, height: 900})
	v.signUp()
	v.press("Make the sample site").expectHeading("Publish")
	writer := strings.TrimSuffix(v.read("address"), "publish") + "writer"
	v.open(writer).expectHeading("Writer")
	contents, err := ask[[]string](v, "links", "/contents/")
	if err != nil || len(contents) < 3 {
		t.Fatalf("%d texts, %v", len(contents), err)
	}
	var written []string // the other contents of the sample are outlines without a paragraph
	for _, address := range contents {
		if strings.Contains(address, "#") || len(written) == 3 {
			continue
		}
		v.open(address).expectPage("In searches")
		if n, err := ask[int](v, "countOf", paragraph); err != nil || n == 0 {
			continue
		}
		v.typeInto(len(written))
		written = append(written, address)
	}
	if len(written) < 3 {
		t.Fatalf("%d written texts", len(written))
	}

	v.open(written[0]).expectPage("In searches")
	v.clickSelector(".draft-title")
	v.waitFor("the title is not typed", "focused", "#field-title")
	v.types(sentences[0])
	v.pressKey(kb.Escape)
	v.waitFor("the focus is not in the block again", "focused", "#head")
	if title := v.read("textOf", "#head .draft-title"); !strings.Contains(title, sentences[0]) {
		v.Errorf("the title is %q", title)
	}

	v.pressKey("say")
	v.types("cwxdbartn")
	v.checkIsDraft("after letters in a chosen block")
	id, err := ask[string](v, "idOf", paragraph)
	if err != nil {
		t.Fatal(err)
	}
	v.open(written[0] + "?block=" + strings.TrimPrefix(id, "block-") + "#" + id).expectPage("Save")
	v.waitFor("the block that the address names cannot be typed", "focused", "#editor [data-typed]")

	v.open("/app/runs").expectHeading("Runs")
	v.hasNoText("Rewrite blocks")
}

const paragraph = `[data-edit=rich][aria-label^=Paragraph]`

// typeInto types sentences into the first paragraph and leaves it in a different way each time.
func (v *visitor) typeInto(page int) {
	v.Helper()
	id, err := ask[string](v, "idOf", paragraph)
	if err != nil {
		v.fail("%v", err)
	}
	before, count := v.read("textOf", "#"+id+" .block-text"), v.blocks()
	v.clickSelector("#" + id + " .block-text p")
	v.types(sentences[page])
	v.waitFor("the text cannot be typed", "focused", "#"+id+" [data-typed]")
	v.types(sentences[0])
	switch page {
	case 0:
		v.send()
	case 1:
		v.pressKey(kb.Escape)
	default:
		v.clickSelector("#head .draft-title")
		v.waitFor("the next block is not typed", "focused", "#field-title")
		v.pressKey(kb.Escape)
	}
	v.waitFor("the form is still there", "missing", "#editor .typing")
	v.waitFor("nothing says that it is saved", "toasts", "Saved.")
	after := v.read("textOf", "#"+id+" .block-text")
	typed := sentences[page] + sentences[0]
	if !strings.Contains(after, typed) || strings.Replace(after, typed, "", 1) != before {
		v.Errorf("page %d: %q became %q", page, before, after)
	}
	v.checkIsDraft("after typing")
	if now := v.blocks(); now != count {
		v.Errorf("page %d: %d blocks, before %d", page, now, count)
	}
}

// checkIsDraft checks that the text has no decision: it was changed and is a draft.
func (v *visitor) checkIsDraft(when string) {
	v.Helper()
	if state := v.read("textOf", "#editor .page-head .badge"); state != "Draft" {
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

// clickSelector clicks the middle of the first element of the selector.
func (v *visitor) clickSelector(selector string) {
	v.Helper()
	v.step = "click " + selector
	v.waitFor("there is nothing to hit", "spot", selector)
	at, err := ask[struct{ X, Y float64 }](v, "spot", selector)
	if err == nil {
		err = chromedp.Do(v.ctx, chromedp.MouseClickXY(at.X, at.Y))
	}
	if err != nil {
		v.fail("%v", err)
	}
}
