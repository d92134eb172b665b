package main_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// paragraphs adds 120 paragraphs to the text that is open.
const paragraphs = `(async () => {
	const path = document.getElementById("editor").dataset.path;
	const value = (name) => document.querySelector("#arrange [name=" + name + "]").value;
	const text = Array.from({ length: 120 }, (_, i) => "Paragraph " + i + ". " + "A hedge needs water. ".repeat(12)).join("\n\n");
	const body = new URLSearchParams({ _csrf: value("_csrf"), revision: value("revision"), type: "paragraph", text });
	return (await fetch(path + "/blocks", { method: "POST", body, headers: { "HX-Request": "true" } })).status;
})()`

// TestLongDraftLoadsOn scrolls through a text of more blocks than are shown at once, and types in one that came later.
func TestLongDraftLoadsOn(t *testing.T) {
	axe(t)
	where := install(t)
	program := start(t, where.env)
	text := ""
	for _, s := range []screen{{name: "long wide", width: 1440, height: 900}, {name: "long narrow", width: 390, height: 844, dark: true}} {
		v := visit(t, program.base, s)
		if text == "" {
			text = v.writeMuch()
		} else {
			v.open("/login").expectPage("Sign in")
			v.fill("E-mail", "ada@example.com")
			v.fill("Password", "a hedge in every garden")
			v.press("Sign in").expectHeading("Sites")
		}
		v.open(text).expectPage("In searches")
		if n := v.blocks(); n != 51 {
			t.Errorf("%d blocks are shown at first, with the head", n)
		}
		v.screenshot("the first blocks")
		for n := 51; n < 110; n = v.blocks() {
			if _, err := chromedp.Run(v.ctx, chromedp.Evaluate[bool](`(document.getElementById("more-after").scrollIntoView(), true)`)); err != nil {
				t.Fatal(err)
			}
			for deadline := time.Now().Add(patience); v.blocks() == n; time.Sleep(50 * time.Millisecond) {
				if time.Now().After(deadline) {
					v.fail("no more than %d blocks come", n)
				}
			}
		}
		const later = `[data-edit=rich][aria-label="Paragraph 95"]`
		block, err := ask[string](v, "idOf", later)
		if err != nil {
			t.Fatal(err)
		}
		v.clickSelector("#" + block + " .block-text p")
		top := v.top(block)
		v.waitFor("the text cannot be typed", "focused", "#"+block+" [data-typed]")
		v.types("Typed far down. ")
		if now := v.top(block); now < top-120 || now > top+120 {
			t.Errorf("the block that is typed moved from %d to %d", top, now)
		}
		v.pressKey(kb.Escape)
		v.waitFor("the form is still there", "missing", "#editor .typing")
		v.waitFor("the focus is lost", "focused", "#"+block)
		if said := v.read("textOf", "#"+block+" .block-text"); !strings.Contains(said, "Typed far down.") {
			t.Errorf("the block says %q", said)
		}
		if n := v.blocks(); n > 51 {
			t.Errorf("%d blocks after a save", n)
		}
		if now := v.top(block); now < 0 || now > int(s.height) {
			t.Errorf("the saved block is out of sight, at %d", now)
		}
		v.screenshot("saved far down")
	}
}

// top returns how far below the top of the window the element is.
func (v *visitor) top(id string) int {
	v.Helper()
	at, err := chromedp.Run(v.ctx, chromedp.Evaluate[int](fmt.Sprintf("Math.round(document.getElementById(%q).getBoundingClientRect().top)", id)))
	if err != nil {
		v.fail("%v", err)
	}
	return at
}

// writeMuch opens an account and returns the address of a text that has many blocks.
func (v *visitor) writeMuch() string {
	v.Helper()
	v.signUp()
	v.press("Make the sample site").expectHeading("Publish")
	v.open(strings.TrimSuffix(v.read("address"), "publish") + "writer").expectHeading("Writer")
	contents, err := ask[[]string](v, "links", "/contents/")
	if err != nil || len(contents) == 0 {
		v.fail("%d texts, %v", len(contents), err)
	}
	text, _, _ := strings.Cut(contents[0], "#")
	v.open(text).expectPage("In searches")
	if status, err := chromedp.Run(v.ctx, chromedp.Evaluate[int](paragraphs, chromedp.EvalAwaitPromise)); err != nil || status != http.StatusOK {
		v.fail("%d, %v", status, err)
	}
	return text
}
