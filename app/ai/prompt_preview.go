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

	"igny8/app/fault"
	"igny8/app/runs"
)

// Preview is a question as it would be put now.
type Preview struct {
	System string
	Prompt string
	Of     string    // what the data is about; empty when it is made up
	Run    *runs.Run // whose request brought the data
	Partly bool      // what a model would have answered before is made up
}

// listening takes the place of a server while a prompt is shown with real data: it hears what would be asked and answers nothing.
type listening struct {
	prompt string
	kept   map[string]string // what a model once answered to the questions before, by their keys
	noting sync.Mutex
	heard  any // what the first question with the prompt carries

	invented atomic.Bool // an answer was made up on the way
}

// errHeard ends a function whose question has been heard.
var errHeard = errors.New("ai: the question has been heard")

// patience is how long a preview may work for its data.
const patience = 10 * time.Second

// PreviewPrompt returns the question that the text would make on the site, with the data of the last run that the function had there. Where
// no run has come as far as this question, the data is made up.
func (e *Engine) PreviewPrompt(ctx context.Context, siteID, name, text string) (Preview, error) {
	if err := e.place(ctx, siteID); err != nil {
		return Preview{}, err
	}
	p, err := e.promptNamed(name)
	if err != nil {
		return Preview{}, err
	}
	text = tidy(text)
	if err := checkPrompt(ctx, name, text, p.in); err != nil {
		return Preview{}, err
	}
	shown := Preview{System: system}
	in, err := e.realData(ctx, siteID, p, &shown)
	if err != nil {
		return Preview{}, err
	}
	if in == nil && p.in != nil {
		in = sample(p.in, 0).Interface()
	}
	said, err := e.options.Site(ctx, siteID)
	if err != nil {
		return Preview{}, err
	}
	if shown.Prompt, err = render(ctx, name, text, in, said); err != nil {
		return Preview{}, unfilled(err)
	}
	return shown, nil
}

// unfilled returns the refusal of a text that the data of a real run does not fit, or that takes more than it may with it.
func unfilled(err error) error {
	var spent overspent
	if errors.As(err, &spent) {
		return fault.Fields{{Name: "text", Message: sentence(err) + ". This is with the data of a real run. Nothing was saved; shorten its loops."}}.Err()
	}
	return fault.Fields{{Name: "text", Message: sentence(errors.New(where(err.Error()))) + ". This is with the data of a real run, which has nothing there."}}.Err()
}

// realData returns what the question carried, or would carry, in one of the last runs on the site; nil where there is none.
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
			continue // what it was about is gone
		}
		in := items[0].in
		if d.compose != nil {
			in, shown.Partly = e.hear(ctx, d, p, items[0], run)
		}
		if in == nil || p.in != nil && reflect.TypeOf(in) != p.in {
			continue
		}
		shown.Of, shown.Run = items[0].label, &run
		return in, nil
	}
	return nil, nil
}

// hear runs a composed function on an item until it asks the question. Nothing is asked and nothing is saved. partly says that what the
// question carries rests on answers that were made up.
func (e *Engine) hear(ctx context.Context, d *Definition, p Prompt, it item, run runs.Run) (in any, partly bool) {
	var rows []output
	if err := e.db.Read(ctx).Where("run_id = ?", run.ID).Find(&rows).Error; err != nil {
		return nil, false
	}
	l := &listening{prompt: p.Name, kept: map[string]string{}}
	for _, row := range rows {
		l.kept[row.Item] = row.Output
	}
	m := &Model{attempt: &attempt{Attempt: &runs.Attempt{Run: run}, Engine: e, definition: d}, item: it, listening: l}
	_, _ = d.compose(ctx, it, m, func(float64, string) {})
	return l.heard, l.invented.Load()
}

// overhear takes note of the question, and answers those before it as a model once did, or with what their schemas allow.
func (q asking) overhear(context.Context) (any, error) {
	if q.step.name == q.listening.prompt {
		q.listening.note(q.in)
		return nil, errHeard
	}
	if kept, ok := q.listening.kept[q.key]; ok {
		return q.read(kept)
	}
	q.listening.invented.Store(true)
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

func (l *listening) note(in any) {
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

// example returns the smallest answer that says something in every field.
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
