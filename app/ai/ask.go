package ai

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"igny8/app/ai/provider"
	"igny8/app/fault"
	"igny8/app/runs"
)

// asking is one question until it has a good answer.
type asking struct {
	*Model
	step   *step
	key    string // of the answer in the record
	label  string // for people
	in     any
	accept func([]byte) (any, error) // checks the JSON of an answer; its error is shown to the model once
}

// answer returns a good answer: a stored one, else the model's, which gets one chance to repair a bad one.
func (q asking) answer(ctx context.Context) (any, error) {
	prompt, err := q.attempt.prompt(ctx, q.step, q.in)
	if err != nil {
		return nil, err
	}
	named := question{q.key, digest(q.attempt.Run.Model, system, prompt, string(q.step.schema))}
	if text, ok := q.kept[named]; ok {
		if out, err := q.read(text); err == nil {
			return out, nil
		}
	}
	c := provider.Completion{
		System: system, Prompt: prompt, SchemaName: strings.ReplaceAll(q.step.name, ".", "_"), Schema: q.step.schema, MaxTokens: q.step.maxTokens,
		Heard: q.reportWords(ctx),
	}
	answer, err := q.complete(ctx, c)
	if err != nil {
		return nil, err
	}
	out, wrong := q.read(answer.Text)
	if wrong != nil {
		q.attempt.Run.Log().Info("bad answer", "item", q.key, "reason", wrong)
		if c.Prompt, err = repair(prompt, answer.Text, wrong); err != nil {
			return nil, err
		}
		again, err := q.complete(ctx, c)
		if err != nil {
			return nil, err
		}
		if out, wrong = q.read(again.Text); wrong != nil {
			return nil, Unusable(wrong, "The AI model answered twice for %q in a form that cannot be used (%s). Try again, or use another model.", q.label, errorKind(wrong))
		}
		again.TokensIn, again.TokensOut = again.TokensIn+answer.TokensIn, again.TokensOut+answer.TokensOut
		answer = again
	}
	return out, q.attempt.keepOutput(ctx, named, q.label, answer)
}

func (q asking) read(text string) (any, error) {
	value, err := q.step.read(text)
	if err != nil {
		return nil, err
	}
	return q.accept(value)
}

// reportWords returns a function that reports how many words of an answer have arrived.
func (q asking) reportWords(ctx context.Context) func(string) {
	words := 0
	return func(part string) {
		words += strings.Count(part, " ")
		q.attempt.Progress(ctx, 0, fmt.Sprintf("%s: %d words so far.", q.label, words))
	}
}

// errorKind returns the first part of an error about a bad answer, for people.
func errorKind(wrong error) string {
	kind, _, _ := strings.Cut(wrong.Error(), ":")
	if f := (*fault.Error)(nil); errors.As(wrong, &f) {
		kind = strings.TrimSuffix(f.Message, ".")
	}
	return kind
}

// complete asks the question. If the answer is cut off at the limit of the step, it is asked for once more without a limit: a model that
// thinks first spends the limit on its thoughts.
func (q asking) complete(ctx context.Context, c provider.Completion) (provider.Answer, error) {
	answer, err := q.once(ctx, c)
	if f := (*provider.Failure)(nil); c.MaxTokens > 0 && errors.As(err, &f) && f.Reason == provider.CutOff {
		c.MaxTokens = 0
		answer, err = q.once(ctx, c)
	}
	return answer, err
}

func (q asking) once(ctx context.Context, c provider.Completion) (answer provider.Answer, err error) {
	err = q.retryCall(ctx, q.label, func(ctx context.Context) error {
		answer, err = q.attempt.provider.Complete(ctx, c)
		return err
	})
	return answer, err
}

// retryCall repeats a call until it succeeds. The reason of each failure decides how often and after which pause.
func (m *Model) retryCall(ctx context.Context, label string, call func(context.Context) error) error {
	a := m.attempt
	before, err := a.mayAsk(ctx)
	if err != nil {
		return err
	}
	own := a.options.Backoff
	for try := 1; ; try++ {
		if a.tired() {
			return Unusable(nil, "The AI server was silent for %.0f minutes in all, so it is not asked any more.",
				a.options.HelpPatience.Minutes())
		}
		if !m.spend() {
			return Unusable(nil, "The AI model was asked %d times, which is the most that this task may, and has not answered everything.", m.attempt.definition.calls)
		}
		var err error
		a.WithoutPlace(func() { err = a.callOnce(ctx, call) })
		if err == nil {
			return a.answered(ctx, before)
		}
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		f := provider.FailureOf(err)
		if f.Wait > a.options.LongestWait {
			if wait := a.postponed(f); wait != nil {
				return wait
			}
			return a.unanswered(ctx, before, f, label)
		}
		wait := pause(f.Wait, own, a.options.LongestWait)
		if try >= tries[f.Reason] {
			return a.unanswered(ctx, before, f, label)
		}
		a.Run.Log().Info("asking again", "item", m.item.key, "try", try, "wait", wait, "reason", f)
		a.Progress(ctx, 0, fmt.Sprintf("%s Asking again in %s.", a.describe(f, label), wait.Round(time.Second)))
		if a.WithoutPlace(func() { err = runs.Sleep(ctx, wait) }); err != nil {
			return err
		}
		own *= 2
	}
}

// pause returns how long to wait after a failure: at least as long as the server asks, else as the engine's own pause, up to the longest.
// Randomness keeps the calls of many runs from returning at the same moment.
func pause(asked, own, longest time.Duration) time.Duration {
	if asked > 0 {
		return asked + rand.N(asked/10+1)
	}
	return min(own+rand.N(own/4+1), longest)
}

// callOnce makes a call under its deadline.
func (a *attempt) callOnce(ctx context.Context, call func(context.Context) error) error {
	limited, cancel := context.WithTimeout(ctx, a.options.CallTimeout)
	defer cancel()
	begun := time.Now()
	err := call(limited)
	if err != nil && ctx.Err() == nil && limited.Err() != nil {
		told := fmt.Sprintf("had not finished its answer after %d minutes", int(a.options.CallTimeout.Minutes()))
		err = &provider.Failure{Reason: provider.Silent, Told: told, Err: err}
	}
	if err != nil && provider.FailureOf(err).Reason == provider.Silent {
		a.silence.Add(int64(time.Since(begun)))
	}
	return err
}

// tired reports whether the server of a function that can do without it has been silent for too long.
func (a *attempt) tired() bool {
	return a.definition.help && a.silence.Load() >= int64(a.options.HelpPatience)
}
