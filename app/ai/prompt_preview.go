package ai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	"igny8/app/ai/prompt"
	"igny8/app/fault"
	"igny8/app/runs"
)

// Preview is a question as it would be sent now.
type Preview struct {
	System string
	Prompt string
	Of     string    // the subject of the data; empty if the data is made up
	Run    *runs.Run // the run that the data is from
	Partly bool      // earlier answers of the model are made up
}

// capturing replaces a server while a prompt is shown with real data: it captures the question and answers nothing.
type capturing struct {
	prompt string
	kept   map[string]string // what a model answered to the earlier questions, by their keys
	noting sync.Mutex
	heard  any // the data of the first question with the prompt

	invented atomic.Bool // an earlier answer was made up
}

// errCaptured ends a function whose question was captured.
var errCaptured = errors.New("ai: the question has been heard")

// patience is the time that a preview may take.
const patience = 10 * time.Second

// PreviewPrompt returns the question that the text would make on the site, with the data of the last run of the function
// there. If no run has asked this question, the data is made up.
func (e *Engine) PreviewPrompt(ctx context.Context, siteID, name, text string) (Preview, error) {
	if err := e.place(ctx, siteID); err != nil {
		return Preview{}, err
	}
	p, err := e.promptNamed(name)
	if err != nil {
		return Preview{}, err
	}
	text = tidy(text)
	if err := prompt.CheckEntered(ctx, name, text, p.in); err != nil {
		return Preview{}, err
	}
	shown := Preview{System: system}
	in, err := e.realData(ctx, siteID, p, &shown)
	if err != nil {
		return Preview{}, err
	}
	if in == nil && p.in != nil {
		in = prompt.Sample(p.in)
	}
	said, err := e.options.Site(ctx, siteID)
	if err != nil {
		return Preview{}, err
	}
	if shown.Prompt, err = render(ctx, name, text, in, said); err != nil {
		return Preview{}, previewRefusal(err)
	}
	return shown, nil
}

// previewRefusal refuses a text that does not fit the data of a real run, or that takes too much with it.
func previewRefusal(err error) error {
	var spent prompt.OverBudget
	if errors.As(err, &spent) {
		return fault.Fields{{Name: "text", Message: prompt.Sentence(err) + ". This is with the data of a real run. Nothing was saved; shorten its loops."}}.Err()
	}
	return fault.Fields{{Name: "text", Message: prompt.Sentence(errors.New(prompt.Where(err.Error()))) + ". This is with the data of a real run, which has nothing there."}}.Err()
}

// realData returns what the question carried, or would carry, in one of the last runs on the site; nil if there is none.
func (e *Engine) realData(ctx context.Context, siteID string, p Prompt, shown *Preview) (any, error) {
	d := e.functionOf(p.Name)
	var recent []runs.Run
	err := e.db.Read(ctx).Where("site_id = ? AND function = ?", siteID, d.name).Order("created_at DESC, id").Limit(5).Find(&recent).Error
	if err != nil {
		return nil, fmt.Errorf("read runs for a preview: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for _, run := range recent {
		items, err := d.prepare(ctx, run.Request())
		if err != nil || len(items) == 0 {
			continue // its subject is gone
		}
		in := items[0].in
		if d.compose != nil {
			in, shown.Partly = e.captureQuestion(ctx, d, p, items[0], run)
		}
		if in == nil || p.in != nil && reflect.TypeOf(in) != p.in {
			continue
		}
		shown.Of, shown.Run = items[0].label, &run
		return in, nil
	}
	return nil, nil
}

// captureQuestion runs a composed function on an item until it asks the question. It sends nothing and saves nothing. partly
// says that the question depends on answers that were made up.
func (e *Engine) captureQuestion(ctx context.Context, d *Definition, p Prompt, it item, run runs.Run) (in any, partly bool) {
	var rows []output
	if err := e.db.Read(ctx).Where("run_id = ?", run.ID).Find(&rows).Error; err != nil {
		return nil, false
	}
	l := &capturing{prompt: p.Name, kept: map[string]string{}}
	for _, row := range rows {
		l.kept[row.Item] = row.Output
	}
	m := &Model{attempt: &attempt{Attempt: &runs.Attempt{Run: run}, Engine: e, definition: d}, item: it, capturing: l}
	_, _ = d.compose(ctx, it, m, func(float64, string) {})
	return l.heard, l.invented.Load()
}

// capture stores the question. It answers earlier questions as a model once did, or with an example of their schema.
func (q asking) capture(context.Context) (any, error) {
	if q.step.name == q.capturing.prompt {
		q.capturing.note(q.in)
		return nil, errCaptured
	}
	if kept, ok := q.capturing.kept[q.key]; ok {
		return q.read(kept)
	}
	q.capturing.invented.Store(true)
	var s shape
	if err := json.Unmarshal(q.step.schema, &s); err != nil {
		return nil, fmt.Errorf("read schema of %s: %w", q.step.name, err)
	}
	made, err := json.Marshal(s.example())
	if err != nil {
		return nil, fmt.Errorf("make up an answer to %s: %w", q.step.name, err)
	}
	out, err := q.read(string(made))
	if err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "No model answers a preview.")
	}
	return out, nil
}

func (l *capturing) note(in any) {
	l.noting.Lock()
	defer l.noting.Unlock()
	if l.heard == nil {
		l.heard = in
	}
}

// shape is the part of a JSON schema that an example is made from.
type shape struct {
	Type       string           `json:"type"`
	Enum       []any            `json:"enum"`
	Properties map[string]shape `json:"properties"`
	Items      *shape           `json:"items"`
}

// example returns the smallest answer with a value in every field.
func (s shape) example() any {
	switch {
	case len(s.Enum) > 0:
		return s.Enum[0]
	case s.Type == "object":
		fields := map[string]any{}
		for name, field := range s.Properties {
			fields[name] = field.example()
		}
		return fields
	case s.Type == "array" && s.Items != nil:
		return []any{s.Items.example(), s.Items.example()}
	case s.Type == "integer" || s.Type == "number":
		return 1
	case s.Type == "boolean":
		return true
	}
	return "…"
}
