package main_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestReviewByKeyboard reviews a draft from the first block to the approval without a mouse.
func TestReviewByKeyboard(t *testing.T) {
	axe(t)
	v := visit(t, start(t, install(t).env).base, screen{name: "keyboard", width: 1440, height: 900})
	v.signUp()
	v.press("Make the sample site").expectHeading("Publish")
	v.open(strings.TrimSuffix(v.read("address"), "publish") + "writer").expectHeading("Writer")
	v.press("What to Do with Sourdough Discard").expectPage("Keep it in the fridge")

	v.pressKey("?")
	v.expectText("Ask the AI for other words")
	v.pressKey(kb.Escape)
	v.goTo("Paragraph 1")
	v.editBlock("Hoses are, of course, used to bring water (and sometimes more) to a garden. A good one lasts 10 years.")
	v.atBlock("Paragraph 1")

	v.rewriteBlock()
	v.alt("r")
	v.expectText("of course, used")
	v.atBlock("Paragraph 1")
	v.alt("w")
	v.waitFor("the button has no focus", "focused", "#suggest")
	v.pressKey(kb.Enter)
	v.expectText("only the text that you have rejected")
	v.pressKey(kb.Escape)

	v.atBlock("Paragraph 1")
	v.editBlock("Hoses are, in fact, wet. They bring water (and sometimes more) to a garden.")
	v.rewriteBlock()
	v.alt("a")
	v.expectText("Hoses are wet.")
	v.atBlock("Paragraph 1")

	v.pressKey("j")
	v.atBlock("Heading 2")
	v.alt("c")
	v.waitFor("the comment cannot be typed", "focused", "#panel textarea")
	v.types("Is this the right heading?")
	v.send()
	v.expectText("Is this the right heading?")
	v.pressKey(kb.Escape)
	v.atBlock("Heading 2")

	v.pressKey("k")
	v.atBlock("Paragraph 1")
	v.editBlock("Hoses are, of course, wet.")
	v.rewriteBlock()
	v.alt("s")
	v.expectText("In review")
	v.alt("t")
	v.waitFor("the reason cannot be typed", "focused", "#editor textarea")
	v.types("The heading is to be changed.")
	v.send()
	v.expectText("The heading is to be changed.")
	v.alt("s")
	v.expectText("In review")
	v.alt("y")
	v.waitFor("it does not show what is open", "shows", "Before you approve: 1 suggestion is open")
	v.checkPage("Before you approve", http.StatusConflict)
	v.tabTo("#approve-without")
	v.pressKey(kb.Enter)
	v.expectText("Approved")
	v.ctrl("z")
	v.waitFor("nothing is undone", "toasts", "Undone.")
	v.hasText("In review", "Suggested: shorter")

	v.atBlock("Paragraph 1")
	v.alt(kb.Backspace)
	v.waitFor("nothing is removed", "toasts", "Removed.")
	v.ctrl("z")
	v.waitFor("nothing is undone", "toasts", "Undone.")
	v.hasText("Suggested: shorter", "In review")
}

// tabTo presses Tab until the element of the selector has the focus.
func (v *visitor) tabTo(selector string) {
	v.Helper()
	for range 40 {
		v.pressKey(kb.Tab)
		if answer, err := ask[struct{ Yes bool }](v, "focused", selector); err == nil && answer.Yes {
			return
		}
	}
	v.fail("Tab does not lead to %s", selector)
}

// goTo presses j until the block has the focus.
func (v *visitor) goTo(block string) {
	v.Helper()
	for range 5 {
		v.pressKey("j")
		if answer, err := ask[struct{ Yes bool }](v, "focused", blockNamed(block)); err == nil && answer.Yes {
			return
		}
	}
	v.fail("j does not lead to %s", block)
}

func blockNamed(name string) string { return `[data-block][aria-label="` + name + `"]` }

// atBlock waits until the block has the focus.
func (v *visitor) atBlock(name string) {
	v.Helper()
	v.waitFor("the focus is elsewhere", "focused", blockNamed(name))
}

// editBlock replaces the text of the focused block by typing.
func (v *visitor) editBlock(text string) {
	v.Helper()
	v.pressKey(kb.Enter)
	v.waitFor("the text cannot be typed", "focused", "#editor [data-typed]")
	v.waitFor("nothing is selected", "selected")
	v.types(text)
	v.send()
	v.waitFor("the form is still there", "missing", "#editor [data-typed]")
	v.waitFor("the focus is not in the block again", "focused", "[data-block]")
}

// rewriteBlock asks for a shorter text of the focused block and waits for it.
func (v *visitor) rewriteBlock() {
	v.Helper()
	v.alt("w")
	v.waitFor("the button has no focus", "focused", "#suggest")
	v.pressKey(kb.Enter)
	v.expectText("Suggested: shorter")
	v.waitFor("the focus is not in the block again", "focused", "[data-block]")
}

// types types into the focused element.
func (v *visitor) types(text string) {
	v.Helper()
	if err := chromedp.Do(v.ctx, chromedp.KeyEvent(text)); err != nil {
		v.fail("%v", err)
	}
}

// send presses Ctrl and Enter.
func (v *visitor) send() {
	v.Helper()
	v.ctrl(kb.Enter)
}

func (v *visitor) ctrl(key string) { v.Helper(); v.with(chromedp.ModifierCtrl, "Ctrl", key) }
func (v *visitor) alt(key string)  { v.Helper(); v.with(chromedp.ModifierAlt, "Alt", key) }

// with presses a key together with a modifier key.
func (v *visitor) with(held chromedp.Modifier, name, key string) {
	v.Helper()
	v.step = fmt.Sprintf("%s and %q", name, key)
	if err := chromedp.Do(v.ctx, chromedp.KeyEvent(key, chromedp.KeyModifiers(held))); err != nil {
		v.fail("%v", err)
	}
}
