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
	v.press("Make the sample site").to("Publish")
	v.open(strings.TrimSuffix(v.reads("address"), "publish") + "writer").to("Writer")
	v.press("What to Do with Sourdough Discard").opens("Keep it in the fridge")

	v.key("?")
	v.shows("Ask the AI for other words")
	v.key(kb.Escape)
	v.goTo("Paragraph 1")
	v.editBlock("Hoses are, of course, used to bring water (and sometimes more) to a garden. A good one lasts 10 years.")
	v.atBlock("Paragraph 1")

	v.rewriteBlock()
	v.alt("r")
	v.shows("of course, used")
	v.atBlock("Paragraph 1")
	v.alt("w")
	v.until("the button has no focus", "focused", "#suggest")
	v.key(kb.Enter)
	v.shows("only the text that you have rejected")
	v.key(kb.Escape)

	v.atBlock("Paragraph 1")
	v.editBlock("Hoses are, in fact, wet. They bring water (and sometimes more) to a garden.")
	v.rewriteBlock()
	v.alt("a")
	v.shows("Hoses are wet.")
	v.atBlock("Paragraph 1")

	v.key("j")
	v.atBlock("Heading 2")
	v.alt("c")
	v.until("the comment cannot be typed", "focused", "#panel textarea")
	v.types("Is this the right heading?")
	v.send()
	v.shows("Is this the right heading?")
	v.key(kb.Escape)
	v.atBlock("Heading 2")

	v.key("k")
	v.atBlock("Paragraph 1")
	v.editBlock("Hoses are, of course, wet.")
	v.rewriteBlock()
	v.alt("s")
	v.shows("In review")
	v.alt("t")
	v.until("the reason cannot be typed", "focused", "#editor textarea")
	v.types("The heading is to be changed.")
	v.send()
	v.shows("The heading is to be changed.")
	v.alt("s")
	v.shows("In review")
	v.alt("y")
	v.until("it does not show what is open", "shows", "Before you approve: 1 suggestion is open")
	v.look("Before you approve", http.StatusConflict)
	v.tabTo("#approve-without")
	v.key(kb.Enter)
	v.shows("Approved")
	v.ctrl("z")
	v.until("nothing is undone", "toasts", "Undone.")
	v.sees("In review", "Suggested: shorter")

	v.atBlock("Paragraph 1")
	v.alt(kb.Backspace)
	v.until("nothing is removed", "toasts", "Removed.")
	v.ctrl("z")
	v.until("nothing is undone", "toasts", "Undone.")
	v.sees("Suggested: shorter", "In review")
}

// tabTo presses Tab until what the selector names has the focus.
func (v *visitor) tabTo(selector string) {
	v.Helper()
	for range 40 {
		v.key(kb.Tab)
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
		v.key("j")
		if answer, err := ask[struct{ Yes bool }](v, "focused", blockNamed(block)); err == nil && answer.Yes {
			return
		}
	}
	v.fail("j does not lead to %s", block)
}

func blockNamed(name string) string { return `[data-block][aria-label="` + name + `"]` }

// atBlock says that the block has the focus.
func (v *visitor) atBlock(name string) {
	v.Helper()
	v.until("the focus is elsewhere", "focused", blockNamed(name))
}

// editBlock types a text over that of the block with the focus.
func (v *visitor) editBlock(text string) {
	v.Helper()
	v.key(kb.Enter)
	v.until("the text cannot be typed", "focused", "#editor [data-typed]")
	v.until("nothing is selected", "selected")
	v.types(text)
	v.send()
	v.until("the form is still there", "missing", "#editor [data-typed]")
	v.until("the focus is not in the block again", "focused", "[data-block]")
}

// rewriteBlock asks for a shorter text of the block with the focus, and waits for it.
func (v *visitor) rewriteBlock() {
	v.Helper()
	v.alt("w")
	v.until("the button has no focus", "focused", "#suggest")
	v.key(kb.Enter)
	v.shows("Suggested: shorter")
	v.until("the focus is not in the block again", "focused", "[data-block]")
}

// types writes into what has the focus.
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

// with presses a key together with another one.
func (v *visitor) with(held chromedp.Modifier, name, key string) {
	v.Helper()
	v.step = fmt.Sprintf("%s and %q", name, key)
	if err := chromedp.Do(v.ctx, chromedp.KeyEvent(key, chromedp.KeyModifiers(held))); err != nil {
		v.fail("%v", err)
	}
}
