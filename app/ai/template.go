package ai

import (
	"errors"
	"fmt"
	"text/template"
	"text/template/parse"
)

// The functions that the guard writes into every template.
const (
	fencing  = "_fenced"
	counting = "_turn"
)

// The most that a prompt may grow to and do, so that no template keeps a worker busy for good.
const (
	longestPrompt = 1 << 20 // bytes
	mostTurns     = 100_000
)

// parsePrompt makes a template ready. Whatever value it prints is fenced, as data prints it, so that nothing that people typed can
// stand among the instructions; and its loops are counted.
func parsePrompt(name, text string) (*template.Template, error) {
	t, err := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{
		"data": fence, fencing: inline, counting: func() string { return "" },
	}).Parse(text)
	if err != nil {
		return nil, err
	}
	for _, each := range t.Templates() {
		if each.Tree != nil {
			guard(each.Root)
		}
	}
	return t, nil
}

func guard(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.ActionNode:
			guardAction(n)
		case *parse.IfNode:
			guard(n.List)
			guard(n.ElseList)
		case *parse.WithNode:
			guard(n.List)
			guard(n.ElseList)
		case *parse.RangeNode:
			guard(n.List)
			guard(n.ElseList)
			n.List.Nodes = append([]parse.Node{call(n.Line, counting)}, n.List.Nodes...)
		}
	}
}

// guardAction fences what the action prints, unless data did or it is a text of the template itself.
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

func call(line int, function string) *parse.ActionNode {
	pipe := &parse.PipeNode{NodeType: parse.NodePipe, Line: line, Cmds: []*parse.CommandNode{command(function)}}
	return &parse.ActionNode{NodeType: parse.NodeAction, Line: line, Pipe: pipe}
}

// execute fills a template with its data. fenced says whether it wrote a block of data itself.
func execute(name, text string, in any) (prompt string, fenced bool, err error) {
	t, err := parsePrompt(name, text)
	if err != nil {
		return "", false, err
	}
	turns := 0
	t.Funcs(template.FuncMap{
		"data": func(name string, value any) (string, error) {
			fenced = true
			return fence(name, value)
		},
		counting: func() (string, error) {
			if turns++; turns > mostTurns {
				return "", errors.New("it repeats too often")
			}
			return "", nil
		},
	})
	var b bounded
	err = t.Execute(&b, in)
	return string(b), fenced, err
}

// bounded is a text that may not grow for ever.
type bounded []byte

func (b *bounded) Write(p []byte) (int, error) {
	if len(*b)+len(p) > longestPrompt {
		return 0, fmt.Errorf("it grows beyond %d KB", longestPrompt>>10)
	}
	*b = append(*b, p...)
	return len(p), nil
}
