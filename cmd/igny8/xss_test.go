package main_test

import (
	"encoding/json"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"igny8/app/blocks/blockstest"
)

// alarm records every script call that an attack makes: it replaces the functions that attacks call.
const alarm = `window.hits = []; window.alert = window.confirm = window.prompt = (x) => { window.hits.push("alert " + x); };`

// suspects returns what no text may bring into the part of the page that the selector names.
const suspects = `((part) => [...window.hits, ...[...document.querySelectorAll(part)].flatMap((root) => [root, ...root.querySelectorAll("*")]).flatMap((e) => [
	...(["SCRIPT", "IFRAME", "OBJECT", "EMBED", "BASE", "META", "LINK", "STYLE", "FORM", "SVG", "MATH", "VIDEO", "AUDIO"].includes(e.tagName.toUpperCase()) ? ["<" + e.tagName] : []),
	...[...e.attributes].filter((a) => /^on|^hx-|^data-hx|^style$|^srcdoc$/i.test(a.name)).map((a) => e.tagName + " " + a.name),
	...["href", "src", "action", "formaction"].filter((name) => /^\\s*(javascript|vbscript|data|file|blob|view-source):/i.test(e.getAttribute(name) || "")).map((name) => e.tagName + " " + name + "=" + e.getAttribute(name)),
])])`

// TestPageTextRunsNoScript puts every attack into every kind of block, and opens the editor, the form of a block, the preview and the
// checkPublished page in a browser.
func TestPageTextRunsNoScript(t *testing.T) {
	axe(t)
	where := install(t)
	program := start(t, where.env)
	v := visit(t, program.base, screen{name: "attacked", width: 1440, height: 900})
	if _, err := chromedp.Call(v.ctx, page.AddScriptToEvaluateOnNewDocument,
		page.AddScriptToEvaluateOnNewDocumentParams{Source: alarm}); err != nil {
		t.Fatal(err)
	}
	v.signUp()
	v.press("Make the sample site").expectHeading("Publish")
	stage := v.read("address")
	v.open(strings.TrimSuffix(stage, "publish") + "writer").expectHeading("Writer")
	v.press("What to Do with Sourdough Discard").expectPage("Keep it in the fridge")
	editor := v.read("address")

	ada := v.signIn(t, program.base)
	id := editor[strings.LastIndex(editor, "/")+1:]
	ada.attack(id)

	v.open(editor)
	v.checkNoScriptRuns("the editor", ".block-text")
	for _, kind := range []string{"b0", "b1", "b2", "b3"} {
		v.open(editor + "?block=" + kind)
		v.checkNoScriptRuns("the form of "+kind, "[data-typed], .block-text:not(:has(form))")
	}
	ada.markAsOpinions(id)
	var content struct {
		Revision int64
		Metadata struct{ Path string }
	}
	ada.get("/contents/"+id, &content)
	ada.post("/contents/"+id+"/approve", map[string]any{"revision": content.Revision}, nil)
	v.open(stage).expectHeading("Publish")
	v.press("Publish ").expectHeading("Publish")
	v.expectTextLater("What is approved is live.")
	v.hasText("Release 2")
	live := v.serveFiles(filepath.Join(where.data, "sites"))
	v.open(strings.TrimSuffix(v.read("href", "Preview release 2"), "/") + content.Metadata.Path)
	v.checkNoScriptRuns("the preview", "main")
	v.open(live + content.Metadata.Path)
	v.checkNoScriptRuns("the published page", "main")
}

// attack replaces the content by attacks.
func (s *script) attack(id string) {
	s.t.Helper()
	var content struct{ Revision int64 }
	s.get("/contents/"+id, &content)
	var doc []map[string]any
	add := func(b map[string]any) {
		b["id"] = "b" + string(rune('0'+len(doc)%10))
		if len(doc) >= 10 {
			delete(b, "id")
		}
		doc = append(doc, b)
	}
	for _, text := range blockstest.Attacks {
		text = strings.ReplaceAll(text, "\x00", "")
		add(map[string]any{"type": "paragraph", "text": text})
		add(map[string]any{"type": "list", "items": []string{text, text}})
		add(map[string]any{"type": "quote", "text": text, "cite": text})
		if !strings.Contains(text, "<img") { // a picture without its file blocks publishing
			add(map[string]any{"type": "html", "text": text})
		}
		add(map[string]any{"type": "heading", "level": 2, "text": text})
		add(map[string]any{"type": "table", "head": []string{text}, "rows": [][]string{{text}}, "caption": text})
		add(map[string]any{"type": "faq", "items": []map[string]string{{"question": text, "answer": text}}})
		add(map[string]any{"type": "code", "text": text})
	}
	data, err := json.Marshal(map[string]any{
		"revision": content.Revision, "slug": "attacked", "title": "</title><script>alert(2)</script>\"><img src=x onerror=alert(3)>", "blocks": doc,
		"metadata": map[string]string{"description": "\"><svg onload=alert(4)>"},
	})
	if err != nil {
		s.t.Fatal(err)
	}
	s.send(http.MethodPatch, "/contents/"+id, "application/json", strings.NewReader(string(data)), nil)
}

// markAsOpinions marks all claims of the content as opinions.
func (s *script) markAsOpinions(id string) {
	s.t.Helper()
	var claims struct{ Items []struct{ Mark string } }
	s.get("/contents/"+id+"/claims", &claims)
	var marks []string
	for _, c := range claims.Items {
		marks = append(marks, c.Mark)
	}
	s.post("/contents/"+id+"/claims", map[string]any{"marks": marks, "verdict": "opinion"}, nil)
}

// checkNoScriptRuns checks that no script has run and that the page contains nothing that could run one.
func (v *visitor) checkNoScriptRuns(where, part string) {
	v.Helper()
	v.waitFor(where+" does not come", "somewhere")
	found, err := chromedp.Run(v.ctx, chromedp.Evaluate[[]string](suspects+`(`+string(quoted(part))+`)`))
	if err != nil {
		v.fail("%s: %v", where, err)
	}
	if len(found) > 0 {
		v.Errorf("%s: %q", where, found[:min(len(found), 20)])
	}
	parts, err := chromedp.Run(v.ctx, chromedp.Evaluate[int](`document.querySelectorAll(`+string(quoted(part))+`).length`))
	if err != nil || parts == 0 {
		v.fail("%s: nothing was looked at: %v", where, err)
	}
	v.takeConsole() // the page's policy reports what it blocks on the console; here that is expected
}

func quoted(text string) []byte {
	data, _ := json.Marshal(text)
	return data
}
