package ai

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"sync/atomic"

	"igny8/app/fault"
	"igny8/app/runs"
)

// Model is the remote model while it answers one item of a run.
type Model struct {
	attempt *attempt
	item    item
	kept    map[question]string
	made    atomic.Int64 // calls so far

	capturing *capturing // used instead of the server in a preview, else nil
}

// Question is one question of a composed function.
type Question struct {
	Step  string
	Key   string // unique in the item and step, and the same every time
	Label string // for people
	In    any    // becomes the data of the prompt as JSON
}

// Ask asks the model. check completes and refuses what the schema cannot express, as Function.Parse does; it may be nil. If
// the model gives no usable answer, the error is a fault of kind Unavailable; see Unanswered.
func Ask[Out any](ctx context.Context, m *Model, q Question, check func(Out) (Out, error)) (Out, error) {
	s := m.attempt.definition.step(m.attempt.definition.name + "." + q.Step)
	if s == nil {
		panic(fmt.Sprintf("ai: function %s has no step %q", m.attempt.definition.name, q.Step))
	}
	asked := asking{Model: m, step: s, key: m.item.key + " " + q.Step + " " + q.Key, label: q.Label, in: q.In, accept: func(value []byte) (any, error) {
		var out Out
		if err := json.Unmarshal(value, &out); err != nil {
			return nil, fmt.Errorf("not what the schema asks for: %w", err)
		}
		if check == nil {
			return out, nil
		}
		return check(out)
	}}
	answer := asked.answer
	if m.capturing != nil {
		answer = asked.capture
	}
	out, err := answer(ctx)
	if err != nil {
		var none Out
		return none, err
	}
	return out.(Out), nil
}

// Unanswered reports whether a question failed because of the model or its server. Every other error of Ask and Embed ends
// the run.
func Unanswered(err error) bool { return fault.KindOf(err) == fault.Unavailable }

// Embeds reports whether the server has a model for vectors.
func (m *Model) Embeds() bool { return m.capturing == nil && m.attempt.provider.Embeds() }

// Embed returns a vector for each of the texts, all of one length, by one call. The result is not stored: a run that begins
// again asks again.
func (m *Model) Embed(ctx context.Context, label string, texts []string) (vectors [][]float32, err error) {
	var tokens int64
	err = m.retryCall(ctx, label, func(ctx context.Context) error {
		vectors, tokens, err = m.attempt.provider.Embed(ctx, texts)
		return err
	})
	if err != nil {
		return nil, err
	}
	return vectors, m.attempt.countTokens(ctx, tokens)
}

// spend counts a call. It returns false if the function may make no more.
func (m *Model) spend() bool {
	limit := m.attempt.definition.calls
	return m.made.Add(1) <= int64(limit) || limit == 0
}

// answerTo returns the model's answer to the item. It runs in its own goroutine, so that a panic in a function's code fails
// only the run.
func (a *attempt) answerTo(ctx context.Context, it item, kept map[question]string, tell runs.Progress) (out any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	m := &Model{attempt: a, item: it, kept: kept}
	d := a.definition
	if d.compose != nil {
		return d.compose(ctx, it, m, tell)
	}
	return asking{Model: m, step: d.steps[0], key: it.key, label: it.label, in: it.in, accept: func(value []byte) (any, error) {
		out, err := d.decode(value)
		if err != nil {
			return nil, fmt.Errorf("not what the schema asks for: %w", err)
		}
		return d.parse(it, out)
	}}.answer(ctx)
}
