package prompt

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"text/template"
	"text/template/parse"
	"unicode"
	"unicode/utf8"

	"igny8/app/fault"
)

// The limit of a prompt that people write, in bytes.
const maxPromptLength = 40_000

// functions are what a prompt that people write may call. None of them makes texts, because such a prompt could use up any
// memory.
var functions = []string{"data", "len", "index", "and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge"}

// CheckEntered refuses a text that a person has entered if it is empty, too long, or could fail; see Check.
func CheckEntered(ctx context.Context, name, text string, in reflect.Type) error {
	var wrong fault.Fields
	wrong.Check(strings.TrimSpace(text) != "", "text", "Write what the model is to do, or restore the default.")
	wrong.Check(len(text) <= maxPromptLength, "text", "The prompt is %d KB long; at most %d are taken. Nothing was saved.", len(text)>>10, maxPromptLength>>10)
	if err := wrong.Err(); err != nil {
		return err
	}
	if err := Check(ctx, name, text, in); err != nil {
		wrong.Add("text", "%s. Nothing was saved; your text is still here.", Sentence(err))
	}
	return wrong.Err()
}

// Sentence returns the error with a capital letter and without a full stop.
func Sentence(err error) string {
	first, size := utf8.DecodeRuneInString(err.Error())
	return string(unicode.ToUpper(first)) + strings.TrimSuffix(err.Error()[size:], ".")
}

// Check refuses a text that could fail with some data of its question. in is the type of that data; nil if it is not declared.
func Check(ctx context.Context, name, text string, in reflect.Type) error {
	if strings.ContainsRune(text, 0) {
		return errors.New("the prompt holds a NUL character")
	}
	t, err := template.New(name).Funcs(template.FuncMap{"data": Fence}).Parse(text)
	if err != nil {
		return errors.New(Where(err.Error()))
	}
	if len(t.Templates()) > 1 {
		return errors.New("a prompt is one template: define and block are not taken")
	}
	if t.Tree == nil {
		return nil
	}
	c := checker{in: in, text: text}
	if err := c.list(t.Root, view{dot: in, variables: (*scope)(nil).with("$", in)}); err != nil {
		return err
	}
	if in == nil {
		return nil
	}
	if _, _, err := Fill(ctx, name, text, Sample(in)); err != nil {
		return errors.New(Where(err.Error()))
	}
	var spent OverBudget
	if _, _, err := Fill(ctx, name, text, reflect.Zero(in).Interface()); errors.As(err, &spent) {
		return err
	} else if err != nil {
		return fmt.Errorf("%s. That is where the data is empty: put it between {{if}} and {{end}}", Where(err.Error()))
	}
	return nil
}

var position = regexp.MustCompile(`^template: [^:]*:(\d+)(?::\d+)?: (?:executing "[^"]*" at )?`)

// Where returns the message of a template error with its line, without what only programmers understand.
func Where(message string) string {
	found := position.FindStringSubmatchIndex(message)
	if found == nil {
		return message
	}
	return "line " + message[found[2]:found[3]] + ": " + message[found[1]:]
}

// view is what names mean at a place of a template. An unknown type is nil and allows everything.
type view struct {
	dot       reflect.Type
	variables *scope
}

// scope is a variable and those declared before it. It is shared and never copied: a prompt may have thousands of both.
type scope struct {
	name   string
	of     reflect.Type
	before *scope
}

func (s *scope) with(name string, of reflect.Type) *scope { return &scope{name, of, s} }

func (s *scope) find(name string) reflect.Type {
	for ; s != nil; s = s.before {
		if s.name == name {
			return s.of
		}
	}
	return nil
}

// checker finds names in a template that its data does not have.
type checker struct {
	in   reflect.Type
	text string
}

func (c checker) refuse(at parse.Node, format string, args ...any) error {
	line := 1 + strings.Count(c.text[:min(int(at.Position()), len(c.text))], "\n")
	return fmt.Errorf("line %d: %s", line, fmt.Sprintf(format, args...))
}

func (c checker) list(list *parse.ListNode, v view) error {
	if list == nil {
		return nil
	}
	for _, node := range list.Nodes {
		if err := c.node(node, &v); err != nil {
			return err
		}
	}
	return nil
}

// node checks a part of a list. Variables that it declares are added to the view.
func (c checker) node(node parse.Node, v *view) error {
	switch n := node.(type) {
	case *parse.ActionNode:
		return c.action(n, v)
	case *parse.IfNode:
		return c.branch(&n.BranchNode, *v, func(inner view, _ reflect.Type) (view, error) { return inner, nil })
	case *parse.WithNode:
		return c.branch(&n.BranchNode, *v, func(inner view, of reflect.Type) (view, error) {
			inner.dot = of
			return inner, nil
		})
	case *parse.RangeNode:
		return c.branch(&n.BranchNode, *v, func(inner view, of reflect.Type) (view, error) { return c.each(n, inner, of) })
	case *parse.TemplateNode:
		return c.refuse(n, "template calls are not taken")
	}
	return nil
}

func (c checker) branch(n *parse.BranchNode, v view, enter func(view, reflect.Type) (view, error)) error {
	inner := v
	of, err := c.pipe(n.Pipe, &inner)
	if err != nil {
		return err
	}
	if inner, err = enter(inner, of); err != nil {
		return err
	}
	if err := c.list(n.List, inner); err != nil {
		return err
	}
	return c.list(n.ElseList, v)
}

// each returns the view inside a range.
func (c checker) each(n *parse.RangeNode, inner view, of reflect.Type) (view, error) {
	index, element := reflect.TypeFor[int](), reflect.Type(nil)
	if of != nil {
		switch of = indirect(of); of.Kind() {
		case reflect.Slice, reflect.Array:
			element = of.Elem()
		case reflect.Map:
			index, element = of.Key(), of.Elem()
		default:
			return inner, c.refuse(n, "range goes through a list, and %s is none", n.Pipe)
		}
	}
	inner.dot = element
	switch declared := n.Pipe.Decl; len(declared) {
	case 1:
		inner.variables = inner.variables.with(declared[0].Ident[0], element)
	case 2:
		inner.variables = inner.variables.with(declared[0].Ident[0], index).with(declared[1].Ident[0], element)
	}
	return inner, nil
}

// action checks what is printed or declared. Only here may data be called, and alone: a text that is fenced again and again
// has no end, and one that is not printed is useless.
func (c checker) action(n *parse.ActionNode, v *view) error {
	if n.Pipe.IsAssign {
		return c.refuse(n, "a name is given once: write := and another name")
	}
	cmd := n.Pipe.Cmds[0]
	if head, ok := cmd.Args[0].(*parse.IdentifierNode); !ok || head.Ident != "data" {
		_, err := c.pipe(n.Pipe, v)
		return err
	}
	if len(n.Pipe.Cmds) > 1 || len(n.Pipe.Decl) > 0 || len(cmd.Args) != 3 || cmd.Args[1].Type() != parse.NodeString {
		return c.refuseData(n)
	}
	_, err := c.argument(cmd.Args[2], *v)
	return err
}

func (c checker) refuseData(at parse.Node) error {
	return c.refuse(at, `data stands alone, as in {{data "name" .}}`)
}

func (c checker) pipe(p *parse.PipeNode, v *view) (reflect.Type, error) {
	if p == nil {
		return nil, nil
	}
	var of reflect.Type
	for i, cmd := range p.Cmds {
		next, err := c.command(cmd, *v, i > 0)
		if err != nil {
			return nil, err
		}
		of = next
	}
	for _, d := range p.Decl {
		v.variables = v.variables.with(d.Ident[0], of)
	}
	return of, nil
}

func (c checker) command(cmd *parse.CommandNode, v view, piped bool) (reflect.Type, error) {
	head, called := cmd.Args[0].(*parse.IdentifierNode)
	types := make([]reflect.Type, len(cmd.Args))
	for i, arg := range cmd.Args {
		if called && i == 0 {
			continue
		}
		of, err := c.argument(arg, v)
		if err != nil {
			return nil, err
		}
		types[i] = of
	}
	if !called {
		return types[0], nil
	}
	switch {
	case head.Ident == "data":
		return nil, c.refuseData(head)
	case !slices.Contains(functions, head.Ident):
		return nil, c.refuse(head, "%s is not taken. A prompt may use if, range, with and %s", head.Ident, strings.Join(functions, ", "))
	case head.Ident == "index" && len(types) == 3 && types[1] != nil && !piped && slices.Contains([]reflect.Kind{reflect.Slice, reflect.Map, reflect.Array}, indirect(types[1]).Kind()):
		return indirect(types[1]).Elem(), nil
	case slices.Contains([]string{"index", "and", "or"}, head.Ident):
		return nil, nil
	case head.Ident == "len":
		return reflect.TypeFor[int](), nil
	}
	return reflect.TypeFor[bool](), nil
}

func (c checker) argument(arg parse.Node, v view) (reflect.Type, error) {
	switch n := arg.(type) {
	case *parse.DotNode:
		return v.dot, nil
	case *parse.FieldNode:
		return c.fields(n, v.dot, n.Ident)
	case *parse.VariableNode:
		return c.fields(n, v.variables.find(n.Ident[0]), n.Ident[1:])
	case *parse.PipeNode:
		return c.pipe(n, &v)
	case *parse.IdentifierNode:
		if n.Ident == "data" {
			return nil, c.refuseData(n)
		}
		return nil, c.refuse(n, "%s stands before what it is about", n.Ident)
	case *parse.ChainNode:
		of, err := c.argument(n.Node, v)
		if err != nil {
			return nil, err
		}
		return c.fields(n, of, n.Field)
	case *parse.NumberNode:
		return reflect.TypeFor[int](), nil
	case *parse.StringNode:
		return reflect.TypeFor[string](), nil
	}
	return nil, nil
}

// fields follows .A.B.C from a type.
func (c checker) fields(at parse.Node, of reflect.Type, names []string) (reflect.Type, error) {
	for _, name := range names {
		if of == nil {
			return nil, nil
		}
		switch of = indirect(of); of.Kind() {
		case reflect.Struct:
			field, ok := of.FieldByName(name)
			if !ok || !field.IsExported() {
				return nil, c.refuse(at, "there is no {{.%s}} here. There are %s", name, listed(of))
			}
			of = field.Type
		case reflect.Map:
			of = of.Elem()
		case reflect.Interface:
			return nil, nil
		default:
			return nil, c.refuse(at, "there is nothing named %s in %s", name, at)
		}
	}
	return of, nil
}

func listed(of reflect.Type) string {
	var names []string
	for _, f := range reflect.VisibleFields(of) {
		if f.IsExported() && !f.Anonymous {
			names = append(names, "{{."+f.Name+"}}")
		}
	}
	return strings.Join(names, ", ")
}

func indirect(of reflect.Type) reflect.Type {
	for of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	return of
}
