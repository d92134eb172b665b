package main_test

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a visitor waits for something to appear. It is long because no test measures time with it.
const patience = 30 * time.Second

// screen is the browser window of a visitor.
type screen struct {
	name          string
	width, height int64
	dark          bool
	scriptless    bool
}

// visitor is a person at a browser. They find buttons, links and fields by their words. Every page that they open is checked: its
// console, its width and the rules of axe.
type visitor struct {
	*testing.T
	screen
	ctx   context.Context
	base  string // of the application
	axe   string // the source of axe-core
	shots string // the folder of the pictures
	shot  int
	step  string // the last step that was tried

	mu      sync.Mutex
	console []string
}

// visit opens a browser. It skips the test if no browser is configured.
func visit(t *testing.T, base string, s screen) *visitor {
	t.Helper()
	v := &visitor{T: t, screen: s, base: base, axe: axe(t), shots: os.Getenv("TEST_SHOTS")}
	if v.shots == "" {
		v.shots = t.TempDir()
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(os.Getenv("TEST_CHROMIUM")), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("no-proxy-server", true))...)
	t.Cleanup(stop)
	v.ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	messages := chromedp.Console(v.ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			v.recordConsole(m)
		}
	}()
	call(v, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: s.width, Height: s.height,
		DeviceScaleFactor: 1, Mobile: s.width < 600,
	})
	call(v, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: s.scriptless})
	scheme := map[bool]string{false: "light", true: "dark"}[s.dark]
	call(v, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
	return v
}

// axe returns the source of axe-core. It skips the test first if no browser is configured.
func axe(t *testing.T) string {
	t.Helper()
	if os.Getenv("TEST_CHROMIUM") == "" {
		t.Skip("needs a browser: set TEST_CHROMIUM to the path of chromium and TEST_AXE to that of axe-core's axe.min.js")
	}
	source, err := os.ReadFile(os.Getenv("TEST_AXE"))
	if err != nil {
		t.Fatalf("TEST_AXE has to be the path of axe-core's axe.min.js: %v", err)
	}
	return string(source)
}

// recordConsole stores the errors and warnings of the console. A page of ours must cause none.
func (v *visitor) recordConsole(m chromedp.ConsoleMessage) {
	if m.Type != chromedp.ConsoleError && m.Type != chromedp.ConsoleWarning && m.Type != chromedp.ConsoleException {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.console = append(v.console, fmt.Sprintf("%s (%s:%d)", m, m.URL, m.Line))
}

// call sends a command to the browser.
func call[P any](v *visitor, command cdp.Command[P, cdp.Empty], params P) {
	v.Helper()
	if _, err := chromedp.Call(v.ctx, command, params); err != nil {
		v.Fatalf("%s: %v", command.Method, err)
	}
}

// ask calls a function of eyes.js on the page. It also works on pages whose own scripts are off.
func ask[T any](v *visitor, function string, args ...any) (T, error) {
	list, err := json.Marshal(append([]any{}, args...))
	if err != nil {
		v.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(v.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](fmt.Sprintf("(() => {%s\nreturn %s(...%s)})()", eyes, function, list)))
}

//go:embed testdata/eyes.js
var eyes string

// waitFor asks the page repeatedly until the answer is yes. A page that is being left cannot answer; the next page will.
func (v *visitor) waitFor(wanted, function string, args ...any) {
	v.Helper()
	var last any
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		answer, err := ask[struct {
			Yes bool
			Why string
		}](v, function, args...)
		if answer.Yes {
			return
		}
		if last = answer.Why; err != nil {
			last = err
		}
	}
	v.fail("%s: %v", wanted, last)
}

// fail ends the test and reports everything that helps to find the cause.
func (v *visitor) fail(format string, args ...any) {
	v.Helper()
	seen, err := ask[string](v, "seen")
	v.Fatalf("%s, %s: %s\n%s\nread error: %v\nconsole: %q\npicture: %s", v.name, v.step, fmt.Sprintf(format, args...), seen, err, v.takeConsole(), v.screenshot("failure"))
}

// takeConsole returns what the console has said since the last call.
func (v *visitor) takeConsole() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	said := v.console
	v.console = nil
	return said
}

var unspeakable = regexp.MustCompile(`[^a-z0-9]+`)

// screenshot stores a picture of the page and returns its path.
func (v *visitor) screenshot(of string) string {
	v.Helper()
	v.shot++
	name := strings.Trim(unspeakable.ReplaceAllString(strings.ToLower(of), "-"), "-")
	path := filepath.Join(v.shots, fmt.Sprintf("%s-%02d-%s.png", unspeakable.ReplaceAllString(v.name, "-"), v.shot, name[:min(len(name), 40)]))
	_, err := ask[bool](v, "top")
	var png []byte
	if err == nil {
		png, err = chromedp.Run(v.ctx, chromedp.FullScreenshot(100))
	}
	if err == nil {
		err = os.WriteFile(path, png, 0o600)
	}
	if err != nil {
		return err.Error()
	}
	return path
}

// checkPage checks the current page. The page may have been answered with one of the allowed statuses.
func (v *visitor) checkPage(of string, allowed ...int) {
	v.Helper()
	if os.Getenv("TEST_SHOTS") != "" {
		v.screenshot(of)
	}
	if wide, err := ask[string](v, "overflow", v.width); err != nil || wide != "" {
		v.Errorf("%s, %s: the page %q is wider than the screen: %s %v", v.name, v.step, of, wide, err)
	}
	if scripts, err := ask[bool](v, "scripts"); err == nil && scripts && !v.scriptless {
		v.checkAccessibility(of)
	}
	for _, line := range v.takeConsole() {
		if !slices.ContainsFunc(allowed, func(status int) bool {
			return strings.Contains(line, fmt.Sprintf("Failed to load resource: the server responded with a status of %d", status))
		}) {
			v.Errorf("%s, %s: the console of the page %q says: %s", v.name, v.step, of, line)
		}
	}
}

// checkAccessibility has axe look for accessibility violations.
func (v *visitor) checkAccessibility(of string) {
	v.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patience)
	defer cancel()
	found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](v.axe+`
		;axe.run(document, {resultTypes: ["violations"], preload: false}).then((all) => all.violations.flatMap((rule) =>
			rule.nodes.map((node) => rule.id + " at " + node.target.join(" ") + ": " + node.failureSummary)))`, chromedp.EvalAwaitPromise))
	if err != nil {
		v.fail("axe could not look at %q: %v", of, err)
	}
	for _, violation := range found {
		v.Errorf("%s, %s: the page %q shuts people out: %s", v.name, v.step, of, violation)
	}
}

// open opens an address.
func (v *visitor) open(address string) *visitor {
	v.Helper()
	v.step = "open " + address
	if strings.HasPrefix(address, "/") {
		address = v.base + address
	}
	v.markPage()
	if err := chromedp.Do(v.ctx, chromedp.Navigate(address)); err != nil {
		v.fail("%v", err)
	}
	return v
}

// markPage marks the page, so that the next page can be told from it.
func (v *visitor) markPage() {
	if _, err := ask[bool](v, "leave"); err != nil {
		v.fail("%v", err)
	}
}

// press clicks the button or link with this name.
func (v *visitor) press(name string) *visitor {
	v.Helper()
	v.step = fmt.Sprintf("press %q", name)
	v.markPage()
	v.click("control", name)
	return v
}

// click waits until the element can be clicked with the mouse, and clicks it.
func (v *visitor) click(kind, name string) {
	v.Helper()
	v.waitFor("there is nothing to hit", "reach", kind, name)
	at, err := ask[struct{ X, Y float64 }](v, "reach", kind, name)
	if err == nil {
		err = chromedp.Do(v.ctx, chromedp.MouseClickXY(at.X, at.Y))
	}
	if err != nil {
		v.fail("%v", err)
	}
}

// expectHeading waits for another page with this heading and checks it.
func (v *visitor) expectHeading(heading string) {
	v.Helper()
	v.waitFor(fmt.Sprintf("no page %q", heading), "arrived", heading)
	v.checkPage(heading)
}

// expectPage waits for another page with these words and checks it.
func (v *visitor) expectPage(words string) {
	v.Helper()
	v.waitFor(fmt.Sprintf("no page that says %q", words), "opened", words)
	v.checkPage(words)
}

// expectRefusal waits for another page with these words and checks it. Its status may be that of a refusal.
func (v *visitor) expectRefusal(status int, words string) {
	v.Helper()
	v.waitFor(fmt.Sprintf("no refusal that says %q", words), "opened", words)
	v.checkPage(words, status)
}

// expectText waits until the same page shows these words and checks it.
func (v *visitor) expectText(words string) {
	v.Helper()
	v.waitFor(fmt.Sprintf("it does not show %q", words), "shows", words)
	v.checkPage(words)
}

// expectTextLater is expectText for words that take time. The page updates itself; without scripts the visitor reloads it.
func (v *visitor) expectTextLater(words string) {
	v.Helper()
	for deadline := time.Now().Add(patience); v.scriptless && time.Now().Before(deadline); {
		if shown, err := ask[struct{ Yes bool }](v, "shows", words); err == nil && shown.Yes {
			break
		}
		if err := chromedp.Do(v.ctx, chromedp.Reload()); err != nil {
			v.fail("%v", err)
		}
	}
	v.expectText(words)
}

// hasText waits for the words on a page that was already checked.
func (v *visitor) hasText(words ...string) {
	v.Helper()
	for _, w := range words {
		v.waitFor(fmt.Sprintf("it does not say %q", w), "shows", w)
	}
}

// hasNoText fails if the words are on the page that was already checked.
func (v *visitor) hasNoText(words string) {
	v.Helper()
	if text := v.read("text"); strings.Contains(text, words) {
		v.fail("it says %q", words)
	}
}

// fill replaces the text of the field with this label.
func (v *visitor) fill(label, text string) {
	v.Helper()
	v.step = fmt.Sprintf("fill %q", label)
	v.click("field", label)
	v.waitFor("the field has no focus", "ready", label)
	call(v, input.InsertText, input.InsertTextParams{Text: text})
}

// choose selects the option of a list, or ticks the box, with this name.
func (v *visitor) choose(name string) {
	v.Helper()
	v.step = fmt.Sprintf("choose %q", name)
	v.click("box", name)
}

// upload puts a file into the field with this label.
func (v *visitor) upload(label, name, text string) {
	v.Helper()
	v.step = fmt.Sprintf("upload %s", name)
	path := filepath.Join(v.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		v.Fatal(err)
	}
	v.waitFor("no such field", "exists", "file", label)
	field, err := ask[*runtime.RemoteObject](v, "find", "file", label)
	if err != nil {
		v.fail("%v", err)
	}
	call(v, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{path}, ObjectID: field.ObjectID})
}

// pressKey presses a key of the keyboard.
func (v *visitor) pressKey(keys string) {
	v.Helper()
	v.step = fmt.Sprintf("the key %q", keys)
	if err := chromedp.Do(v.ctx, chromedp.KeyEvent(keys)); err != nil {
		v.fail("%v", err)
	}
}

// read returns the text that a function of eyes.js reads from the page.
func (v *visitor) read(function string, args ...any) string {
	v.Helper()
	text, err := ask[string](v, function, args...)
	if err != nil || text == "" {
		v.fail("%s(%v): %q %v", function, args, text, err)
	}
	return text
}
