// Package prompt fills the texts with which functions ask a model. A text is a template of Go: it reads the data of its question, what it prints
// is fenced so that nothing that people typed stands among the instructions, and it has a budget of steps, bytes and time. A text that could fail
// with some data is refused before it is saved.
package prompt

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"text/template"
	"text/template/parse"
	"time"
)

// The functions that the guard adds to every template.
const (
	fencing  = "_fenced"
	counting = "_step"
)

// The limits of filling a prompt, so that no template keeps a worker busy or uses up its memory.
const (
	maxPrompt   = 1 << 20         // bytes of the prompt
	maxFenced   = 4 * 1 << 20     // bytes that data writes, printed or not
	maxSteps    = 100_000         // turns of loops, branches taken and values written
	maxFillTime = 1 * time.Second // of the clock
)

// Parse parses a template and guards it. Every value that it prints is fenced, so that nothing that people typed can
// stand among the instructions, and every step that it takes is counted. A prompt is one template: define, block and
// template are refused.
func Parse(name, text string) (*template.Template, error) {
	t, err := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{
		"data": Fence, fencing: inline, counting: func() string { return "" },
	}).Parse(text)
	if err != nil {
		return nil, err
	}
	if len(t.Templates()) > 1 {
		return nil, errors.New("a prompt is one template: define and block are not taken")
	}
	if t.Tree == nil {
		return t, nil
	}
	return t, guard(t.Root)
}

// guard adds a counted step to the beginning of the list and of every list in it.
func guard(list *parse.ListNode) error {
	if list == nil {
		return nil
	}
	for _, node := range list.Nodes {
		var err error
		switch n := node.(type) {
		case *parse.ActionNode:
			guardAction(n)
		case *parse.IfNode:
			err = errors.Join(guard(n.List), guard(n.ElseList))
		case *parse.WithNode:
			err = errors.Join(guard(n.List), guard(n.ElseList))
		case *parse.RangeNode:
			err = errors.Join(guard(n.List), guard(n.ElseList))
		case *parse.TemplateNode:
			err = fmt.Errorf("line %d: template calls are not taken", n.Line)
		}
		if err != nil {
			return err
		}
	}
	list.Nodes = append([]parse.Node{call(counting)}, list.Nodes...)
	return nil
}

// guardAction fences what the action prints, unless data has fenced it or it is a text of the template itself.
func guardAction(n *parse.ActionNode) {
	cmds := n.Pipe.Cmds
	if len(n.Pipe.Decl) > 0 || len(cmds) == 0 {
		return
	}
	switch first := cmds[len(cmds)-1].Args[0].(type) {
	case *parse.IdentifierNode:
		if first.Ident == "data" {
			return
		}
	case *parse.StringNode:
		if len(cmds) == 1 {
			return
		}
	}
	n.Pipe.Cmds = append(cmds, command(fencing))
}

func command(function string) *parse.CommandNode {
	return &parse.CommandNode{NodeType: parse.NodeCommand, Args: []parse.Node{parse.NewIdentifier(function)}}
}

func call(function string) *parse.ActionNode {
	pipe := &parse.PipeNode{NodeType: parse.NodePipe, Cmds: []*parse.CommandNode{command(function)}}
	return &parse.ActionNode{NodeType: parse.NodeAction, Pipe: pipe}
}

// OverBudget ends a template that takes too much. It is a sentence without its full stop.
type OverBudget string

func (o OverBudget) Error() string { return string(o) }

// budget is what one filling of a template may still take.
type budget struct {
	ctx   context.Context // ends when the time is over
	steps int
	bytes int
}

// step takes one step, or returns why there is none left.
func (b *budget) step() error {
	if b.steps--; b.steps < 0 {
		return OverBudget("the prompt repeats too often: its loops and values are more than 100,000 together")
	}
	if err := b.ctx.Err(); errors.Is(err, context.DeadlineExceeded) {
		return OverBudget("the prompt takes longer than a second to fill")
	} else if err != nil {
		return err
	}
	return nil
}

// fenced charges a value that write turns into text. A text that was written before is charged before it is written again.
func (b *budget) fenced(value any, write func() (string, error)) (string, error) {
	if err := b.step(); err != nil {
		return "", err
	}
	tooMuch := OverBudget(fmt.Sprintf("the prompt writes more than %d MB of data", maxFenced>>20))
	if v := reflect.ValueOf(value); v.Kind() == reflect.String && v.Len() > b.bytes {
		return "", tooMuch
	}
	text, err := write()
	if b.bytes -= len(text); b.bytes < 0 {
		return "", tooMuch
	}
	return text, err
}

// Fill fills a template with its data. fenced says whether the template wrote a block of data itself. If the template
// takes too much or ctx ends, the error is a sentence for people.
func Fill(ctx context.Context, name, text string, in any) (prompt string, fenced bool, err error) {
	t, err := Parse(name, text)
	if err != nil {
		return "", false, err
	}
	ctx, cancel := context.WithTimeout(ctx, maxFillTime)
	defer cancel()
	left := &budget{ctx: ctx, steps: maxSteps, bytes: maxFenced}
	t.Funcs(template.FuncMap{
		"data": func(name string, value any) (string, error) {
			fenced = true
			return left.fenced(value, func() (string, error) { return Fence(name, value) })
		},
		fencing: func(value any) (string, error) {
			return left.fenced(value, func() (string, error) { return inline(value) })
		},
		counting: func() (string, error) { return "", left.step() },
	})
	var b bounded
	err = t.Execute(&b, in)
	var spent OverBudget
	if errors.As(err, &spent) {
		return "", fenced, spent
	}
	return string(b), fenced, err
}

// bounded is a text of limited length.
type bounded []byte

func (b *bounded) Write(p []byte) (int, error) {
	if len(*b)+len(p) > maxPrompt {
		return 0, OverBudget(fmt.Sprintf("it grows beyond %d KB", maxPrompt>>10))
	}
	*b = append(*b, p...)
	return len(p), nil
}
