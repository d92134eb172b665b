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

// patience is how long a visitor waits for what should be there. It is long, since nothing is measured with it.
const patience = 30 * time.Second

// screen is what a visitor looks through.
type screen struct {
	name          string
	width, height int64
	dark          bool
	scriptless    bool
}

// visitor is a person at a browser. They find what they use by the words on it, as a person does, and every page that they
// come to is looked over: the console, the width, and the rules of axe.
type visitor struct {
	*testing.T
	screen
	ctx   context.Context
	base  string // of the application
	axe   string // the source of axe-core
	shots string // the folder of the pictures
	shot  int
	step  string // what was tried last

	mu      sync.Mutex
	console []string
}

// visit opens a browser, or skips the test where none is named.
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
			v.hear(m)
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

// axe returns the source of axe-core. It asks for a browser first: without one there is nothing to test.
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

// hear keeps what the console says that no page of ours should make it say.
func (v *visitor) hear(m chromedp.ConsoleMessage) {
	if m.Type != chromedp.ConsoleError && m.Type != chromedp.ConsoleWarning && m.Type != chromedp.ConsoleException {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.console = append(v.console, fmt.Sprintf("%s (%s:%d)", m, m.URL, m.Line))
}

// call gives the browser a command.
func call[P any](v *visitor, command cdp.Command[P, cdp.Empty], params P) {
	v.Helper()
	if _, err := chromedp.Call(v.ctx, command, params); err != nil {
		v.Fatalf("%s: %v", command.Method, err)
	}
}

// ask calls a function of eyes.js on the page. It works where the page's own scripts do not.
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

// until asks again and again until the answer is yes. A page that is just being left cannot answer; its successor will.
func (v *visitor) until(wanted, function string, args ...any) {
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

// fail ends the walk with all that helps to understand why.
func (v *visitor) fail(format string, args ...any) {
	v.Helper()
	seen, err := ask[string](v, "seen")
	v.Fatalf("%s, %s: %s\n%s\nread error: %v\nconsole: %q\npicture: %s", v.name, v.step, fmt.Sprintf(format, args...), seen, err, v.said(), v.picture("failure"))
}

// said takes what the console has said since it was asked before.
func (v *visitor) said() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	said := v.console
	v.console = nil
	return said
}

var unspeakable = regexp.MustCompile(`[^a-z0-9]+`)

// picture keeps what the page looks like.
func (v *visitor) picture(of string) string {
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

// look judges the page that the visitor is on. A status in allowed may have been its answer.
func (v *visitor) look(of string, allowed ...int) {
	v.Helper()
	if os.Getenv("TEST_SHOTS") != "" {
		v.picture(of)
	}
	if wide, err := ask[string](v, "overflow", v.width); err != nil || wide != "" {
		v.Errorf("%s, %s: the page %q is wider than the screen: %s %v", v.name, v.step, of, wide, err)
	}
	if scripts, err := ask[bool](v, "scripts"); err == nil && scripts && !v.scriptless {
		v.judge(of)
	}
	for _, line := range v.said() {
		if !slices.ContainsFunc(allowed, func(status int) bool {
			return strings.Contains(line, fmt.Sprintf("Failed to load resource: the server responded with a status of %d", status))
		}) {
			v.Errorf("%s, %s: the console of the page %q says: %s", v.name, v.step, of, line)
		}
	}
}

// judge lets axe look for what shuts people out.
func (v *visitor) judge(of string) {
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

// open types an address.
func (v *visitor) open(address string) *visitor {
	v.Helper()
	v.step = "open " + address
	if strings.HasPrefix(address, "/") {
		address = v.base + address
	}
	v.leave()
	if err := chromedp.Do(v.ctx, chromedp.Navigate(address)); err != nil {
		v.fail("%v", err)
	}
	return v
}

// leave marks the page, so that its successor can be told from it.
func (v *visitor) leave() {
	if _, err := ask[bool](v, "leave"); err != nil {
		v.fail("%v", err)
	}
}

// press presses the button, or follows the link, that is called so.
func (v *visitor) press(name string) *visitor {
	v.Helper()
	v.step = fmt.Sprintf("press %q", name)
	v.leave()
	v.click("control", name)
	return v
}

// click waits until the thing can be hit with the mouse, and hits it.
func (v *visitor) click(kind, name string) {
	v.Helper()
	v.until("there is nothing to hit", "reach", kind, name)
	at, err := ask[struct{ X, Y float64 }](v, "reach", kind, name)
	if err == nil {
		err = chromedp.Do(v.ctx, chromedp.MouseClickXY(at.X, at.Y))
	}
	if err != nil {
		v.fail("%v", err)
	}
}

// to says where that leads: to another page, under this heading.
func (v *visitor) to(heading string) {
	v.Helper()
	v.until(fmt.Sprintf("no page %q", heading), "arrived", heading)
	v.look(heading)
}

// opens says that it leads to another page, with these words.
func (v *visitor) opens(words string) {
	v.Helper()
	v.until(fmt.Sprintf("no page that says %q", words), "opened", words)
	v.look(words)
}

// isRefused says that it leads to another page, with these words and the status of a refusal.
func (v *visitor) isRefused(status int, words string) {
	v.Helper()
	v.until(fmt.Sprintf("no refusal that says %q", words), "opened", words)
	v.look(words, status)
}

// shows waits until the page shows these words, without being left.
func (v *visitor) shows(words string) {
	v.Helper()
	v.until(fmt.Sprintf("it does not show %q", words), "shows", words)
	v.look(words)
}

// waits is shows for what takes its time: the page tells it by itself, and without scripts the visitor loads it again.
func (v *visitor) waits(words string) {
	v.Helper()
	for deadline := time.Now().Add(patience); v.scriptless && time.Now().Before(deadline); {
		if shown, err := ask[struct{ Yes bool }](v, "shows", words); err == nil && shown.Yes {
			break
		}
		if err := chromedp.Do(v.ctx, chromedp.Reload()); err != nil {
			v.fail("%v", err)
		}
	}
	v.shows(words)
}

// sees says that the words are on the page that was looked over already.
func (v *visitor) sees(words ...string) {
	v.Helper()
	for _, w := range words {
		v.until(fmt.Sprintf("it does not say %q", w), "shows", w)
	}
}

// seesNo says that the words are not on the page that was looked over already.
func (v *visitor) seesNo(words string) {
	v.Helper()
	if text := v.reads("text"); strings.Contains(text, words) {
		v.fail("it says %q", words)
	}
}

// fill types into the field with the label, over what stands there.
func (v *visitor) fill(label, text string) {
	v.Helper()
	v.step = fmt.Sprintf("fill %q", label)
	v.click("field", label)
	v.until("the field has no focus", "ready", label)
	call(v, input.InsertText, input.InsertTextParams{Text: text})
}

// choose takes the option of a list, or ticks the box, that is called so.
func (v *visitor) choose(name string) {
	v.Helper()
	v.step = fmt.Sprintf("choose %q", name)
	v.click("box", name)
}

// upload gives a file to the field with the label.
func (v *visitor) upload(label, name, text string) {
	v.Helper()
	v.step = fmt.Sprintf("upload %s", name)
	path := filepath.Join(v.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		v.Fatal(err)
	}
	v.until("no such field", "exists", "file", label)
	field, err := ask[*runtime.RemoteObject](v, "find", "file", label)
	if err != nil {
		v.fail("%v", err)
	}
	call(v, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{path}, ObjectID: field.ObjectID})
}

// key presses a key of the keyboard.
func (v *visitor) key(keys string) {
	v.Helper()
	v.step = fmt.Sprintf("the key %q", keys)
	if err := chromedp.Do(v.ctx, chromedp.KeyEvent(keys)); err != nil {
		v.fail("%v", err)
	}
}

// reads answers a question about the page.
func (v *visitor) reads(function string, args ...any) string {
	v.Helper()
	text, err := ask[string](v, function, args...)
	if err != nil || text == "" {
		v.fail("%s(%v): %q %v", function, args, text, err)
	}
	return text
}
