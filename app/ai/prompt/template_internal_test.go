package prompt

import (
	"context"
	"errors"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

// garden is what the prompts of these tests are about.
type garden struct {
	Name string
	Beds []bed
}

type bed struct{ Plants []string }

func wide() garden {
	g := garden{Name: "Kew", Beds: make([]bed, 400)}
	for i := range g.Beds {
		g.Beds[i].Plants = make([]string, 400)
	}
	return g
}

// nested is data within data, so that each level doubles the quotes of the one before.
func nested(levels int) string {
	return `data "a" .` + strings.Repeat(` | data "a"`, levels)
}

// TestCheckRefusesDataInEveryPipe puts data where nothing prints it, and where it is fenced again.
func TestCheckRefusesDataInEveryPipe(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"{{if " + nested(21) + "}}x{{end}}", "{{with " + nested(21) + "}}x{{end}}", "{{if .Name}}{{else if " + nested(3) + "}}{{end}}",
		`{{with data "x" .}}{{end}}`, `{{range data "x" .}}{{end}}`, `{{with .Name}}{{else with data "x" .}}{{end}}`,
		`{{if eq (data "a" .) "b"}}x{{end}}`, `{{len (data "a" .)}}`, `{{(data "a" .).Name}}`, `{{$x := data "a" .}}`, `{{if data}}{{end}}`,
		`{{eq data data}}`, `{{data "a" (data "b" .)}}`, `{{.Name | data "a"}}`,
	} {
		err := CheckEntered(context.Background(), "garden", text, reflect.TypeFor[garden]())
		if err == nil || !strings.Contains(err.Error(), "data stands alone") {
			t.Errorf("%.60s: %v", text, err)
		}
	}
	for _, text := range []string{`{{data "x" .}}`, `{{range .Beds}}{{data "bed" .Plants}}{{end}}`, `{{$n := .Name}}{{if $n}}{{data "x" $n}}{{end}}`} {
		if err := CheckEntered(context.Background(), "garden", text, reflect.TypeFor[garden]()); err != nil {
			t.Errorf("%s is refused: %v", text, err)
		}
	}
}

// TestPromptStopsAtItsBudget fills prompts as they may have been saved before they were refused, or as a file of the installation says.
func TestPromptStopsAtItsBudget(t *testing.T) {
	calls := strings.Repeat(`{{with data "x" $}}{{end}}`, 220)
	for name, c := range map[string]struct{ text, says string }{
		"data in data":               {"{{if " + nested(40) + "}}x{{end}}", "more than 4 MB"},
		"data in a loop":             {`{{range .Beds}}{{$x := data "x" $}}{{end}}`, "more than 4 MB"},
		"many calls":                 {"{{range .Beds}}{{range .Plants}}" + calls + "{{end}}{{end}}", "more than 4 MB"},
		"loops without words":        {"{{range .Beds}}{{range $.Beds}}{{range $.Beds}}{{range $.Beds}}{{end}}{{end}}{{end}}{{end}}", "repeats too often"},
		"a loop over a number":       {"{{range 1000000000}}{{end}}", "repeats too often"},
		"conditions in a loop":       {"{{range 1000000000}}{{if $.Name}}{{else}}{{end}}{{end}}", "repeats too often"},
		"a long prompt":              {"{{range .Beds}}{{range .Plants}}" + strings.Repeat("word ", 100) + "{{end}}{{end}}", "grows beyond 1024 KB"},
		"a template that calls":      {`{{define "a"}}{{template "a"}}{{end}}{{template "a"}}`, "one template"},
		"a block":                    {`{{block "a" .}}{{template "a" .}}{{end}}`, "one template"},
		"a call of itself by name":   {`{{template "garden" .}}`, "template calls are not taken"},
		"comparisons without output": {"{{range 1000000000}}{{if eq $.Name `x`}}{{end}}{{end}}", "repeats too often"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _, err := Fill(context.Background(), "garden", c.text, wide())
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), c.says) && !strings.Contains(err.Error(), "longer than a second") {
			t.Errorf("%s: %v, want %q", name, err, c.says)
		}
		if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 150 {
			t.Errorf("%s: %d MB were allocated", name, took)
		}
	}
}

// ending is a context whose deadline passes after it has been asked a number of times.
type ending struct {
	context.Context
	left int
}

func (e *ending) Err() error {
	if e.left--; e.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// TestBudgetHeedsTheClockInLoops has the second pass in the middle of loops that print nothing.
func TestBudgetHeedsTheClockInLoops(t *testing.T) {
	t.Parallel()
	ctx := &ending{context.Background(), 50}
	b := budget{ctx: ctx, steps: maxSteps, bytes: maxFenced}
	steps := 0
	err := b.step()
	for ; err == nil; err = b.step() {
		steps++
	}
	var spent OverBudget
	if steps != 50 || !errors.As(err, &spent) || !strings.Contains(err.Error(), "longer than a second") {
		t.Errorf("after %d steps: %v", steps, err)
	}
	gone, leave := context.WithCancel(context.Background())
	leave()
	if _, _, err := Fill(gone, "garden", "{{range .Beds}}{{end}}", wide()); !errors.Is(err, context.Canceled) {
		t.Errorf("nobody waits any more: %v", err)
	}
}
