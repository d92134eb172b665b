package ai

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"igny8/app/fault"
)

// guardedAsk is ask for a goroutine of its own: a panic in a function's code fails the run.
func (a *attempt) guardedAsk(ctx context.Context, it item, kept map[question]string) (out any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return a.ask(ctx, it, kept)
}

// ask gets a good answer to the item: one that was kept, else the model's, which gets one more try to mend a bad one.
func (a *attempt) ask(ctx context.Context, it item, kept map[question]string) (any, error) {
	prompt, err := a.definition.render(it)
	if err != nil {
		return nil, err
	}
	q := question{it.key, digest(a.run.Model, system, prompt, string(a.definition.schema))}
	if text, ok := kept[q]; ok {
		if out, err := a.definition.accept(it, text); err == nil {
			return out, nil
		}
	}
	c := Completion{System: system, Prompt: prompt, SchemaName: a.definition.name, Schema: a.definition.schema, MaxTokens: a.definition.maxTokens}
	answer, err := a.complete(ctx, it, c)
	if err != nil {
		return nil, err
	}
	out, wrong := a.definition.accept(it, answer.Text)
	if wrong != nil {
		a.run.log().Info("bad answer", "item", it.key, "reason", wrong)
		if c.Prompt, err = repair(prompt, answer.Text, wrong); err != nil {
			return nil, err
		}
		again, err := a.complete(ctx, it, c)
		if err != nil {
			return nil, err
		}
		if out, wrong = a.definition.accept(it, again.Text); wrong != nil {
			return nil, fault.Wrap(wrong, fault.Unavailable, "The AI model answered twice for %q in a form that cannot be used (%s)."+nothingHappened+" Try again, or use another model.", it.label, brief(wrong))
		}
		again.TokensIn, again.TokensOut = again.TokensIn+answer.TokensIn, again.TokensOut+answer.TokensOut
		answer = again
	}
	return out, a.keepOutput(ctx, q, answer)
}

// accept reads an answer: JSON, the schema, the function's own check.
func (d *Definition) accept(it item, text string) (any, error) {
	text = unwrap(text)
	if strings.Contains(text, nul) {
		return nil, errors.New("not text: it holds a NUL character")
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("not JSON: %w", err)
	}
	if err := d.validator.Validate(document); err != nil {
		return nil, fmt.Errorf("not what the schema asks for: %w", err)
	}
	out, err := d.decode([]byte(text))
	if err != nil {
		return nil, fmt.Errorf("not what the schema asks for: %w", err)
	}
	return d.parse(it, out)
}

// unwrap takes off the code fence that many models put around JSON.
func unwrap(text string) string {
	text = strings.TrimSpace(text)
	inner, ok := strings.CutPrefix(text, "```")
	if !ok {
		return text
	}
	if _, body, ok := strings.Cut(inner, "\n"); ok {
		inner = body
	}
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(inner), "```"))
}

// brief is the kind of a bad answer, for people.
func brief(wrong error) string {
	kind, _, _ := strings.Cut(wrong.Error(), ":")
	if f := (*fault.Error)(nil); errors.As(wrong, &f) {
		kind = strings.TrimSuffix(f.Message, ".")
	}
	return kind
}

// complete asks until there is an answer, as patiently as the reason of each failure deserves.
func (a *attempt) complete(ctx context.Context, it item, c Completion) (Answer, error) {
	pause := a.options.Backoff
	for try := 1; ; try++ {
		answer, err := a.once(ctx, c)
		if err == nil {
			return answer, nil
		}
		if ctx.Err() != nil {
			return Answer{}, context.Cause(ctx)
		}
		f := failureOf(err)
		wait := pause
		if f.Wait > 0 {
			wait = f.Wait
		}
		if try >= tries[f.Reason] || wait > a.options.LongestWait {
			return Answer{}, f.tell(it.label)
		}
		a.run.log().Info("asking again", "item", it.key, "try", try, "wait", wait, "reason", f)
		a.progress(ctx, 0, fmt.Sprintf("%s Asking again in %s.", sentences[f.Reason], wait.Round(time.Second)))
		if err := sleep(ctx, wait); err != nil {
			return Answer{}, err
		}
		pause *= 2
	}
}

func (a *attempt) once(ctx context.Context, c Completion) (Answer, error) {
	limited, cancel := context.WithTimeout(ctx, a.options.CallTimeout)
	defer cancel()
	answer, err := a.options.Provider.Complete(limited, c)
	if err != nil && ctx.Err() == nil && limited.Err() != nil {
		return Answer{}, &Failure{Reason: Silent, Err: err}
	}
	return answer, err
}
