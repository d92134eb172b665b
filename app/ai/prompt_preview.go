package ai

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"time"

	"igny8/app/fault"
)

// Preview is a question as it would be put now.
type Preview struct {
	System string
	Prompt string
	Of     string // what the data is about; empty when it is made up
	Run    *Run   // whose request brought the data
}

// listening takes the place of a server while a prompt is shown with real data: it hears what would be asked and answers nothing.
type listening struct {
	prompt string
	kept   map[string]string // what a model once answered to the questions before, by their keys
	noting sync.Mutex
	heard  any // what the first question with the prompt carries
}

// errHeard ends a function whose question has been heard.
var errHeard = errors.New("ai: the question has been heard")

// patience is how long a preview may work for its data.
const patience = 10 * time.Second

// PreviewPrompt is the question that the text would make on the site, with the data of the last run that the function had there. Where
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
	if err := checkPrompt(name, text, p.in); err != nil {
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
	if shown.Prompt, err = render(name, text, in, said); err != nil {
		return Preview{}, fault.Fields{{Name: "text", Message: where(err.Error()) + ". This is with the data of a real run, which has nothing there."}}.Err()
	}
	return shown, nil
}

// realData is what the question carried, or would carry, in one of the last runs on the site; nil where there is none.
func (e *Engine) realData(ctx context.Context, siteID string, p Prompt, shown *Preview) (any, error) {
	d := e.functionOf(p.Name)
	var runs []Run
	err := e.db.Read(ctx).Where("site_id = ? AND function = ?", siteID, d.name).Order("created_at DESC, id").Limit(5).Find(&runs).Error
	if err != nil {
		return nil, fmt.Errorf("read runs for a preview: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for _, run := range runs {
		items, err := d.prepare(ctx, run.request())
		if err != nil || len(items) == 0 {
			continue // what it was about is gone
		}
		in := items[0].in
		if d.compose != nil {
			in = e.hear(ctx, d, p, items[0], run)
		}
		if in == nil || p.in != nil && reflect.TypeOf(in) != p.in {
			continue
		}
		shown.Of, shown.Run = items[0].label, &run
		return in, nil
	}
	return nil, nil
}

// hear runs a composed function on an item until it asks the question. Nothing is asked and nothing is saved.
func (e *Engine) hear(ctx context.Context, d *Definition, p Prompt, it item, run Run) any {
	var rows []output
	if err := e.db.Read(ctx).Where("run_id = ?", run.ID).Find(&rows).Error; err != nil {
		return nil
	}
	l := &listening{prompt: p.Name, kept: map[string]string{}}
	for _, row := range rows {
		l.kept[row.Item] = row.Output
	}
	m := &Model{attempt: &attempt{Engine: e, run: run, definition: d}, item: it, listening: l}
	_, _ = d.compose(ctx, it, m, func(float64, string) {})
	return l.heard
}

// overhear takes note of the question, and answers those before it as a model once did.
func (q asking) overhear(context.Context) (any, error) {
	if q.step.name == q.listening.prompt {
		q.listening.note(q.in)
		return nil, errHeard
	}
	kept, ok := q.listening.kept[q.key]
	if !ok {
		return nil, fault.New(fault.Unavailable, "No model answers a preview.")
	}
	return q.read(kept)
}

func (l *listening) note(in any) {
	l.noting.Lock()
	defer l.noting.Unlock()
	if l.heard == nil {
		l.heard = in
	}
}
