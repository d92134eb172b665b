package ai

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"igny8/app/ai/prompt"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// step is one kind of question: its prompt, and the schema of the answer.
type step struct {
	name      string       // of the prompt: the function, or the function and the step
	prompt    string       // the default, in the program
	file      string       // the installation's replacement; empty: none
	in        reflect.Type // type of the question's data; nil: not declared
	schema    json.RawMessage
	validator *jsonschema.Schema
	maxTokens int
}

func (s *step) compile() error {
	// People start from the default, so it must be a prompt that they may save.
	if err := prompt.Check(context.Background(), s.name, s.prompt, s.in); err != nil {
		return fmt.Errorf("prompt of %s: %w", s.name, err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(s.schema))
	if err != nil {
		return fmt.Errorf("schema of %s: %w", s.name, err)
	}
	// A bare name would be a path on this machine, and errors would show it.
	compiler, address := jsonschema.NewCompiler(), "urn:igny8:"+s.name
	if err := compiler.AddResource(address, document); err != nil {
		return fmt.Errorf("schema of %s: %w", s.name, err)
	}
	if s.validator, err = compiler.Compile(address); err != nil {
		return fmt.Errorf("schema of %s: %w", s.name, err)
	}
	return nil
}

// read returns the JSON value of an answer that follows the schema.
func (s *step) read(text string) ([]byte, error) {
	text = unwrap(text)
	if strings.Contains(text, `\u0000`) {
		return nil, errors.New("not text: it holds a NUL character")
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("not JSON: %w", err)
	}
	if err := s.validator.Validate(document); err != nil {
		return nil, fmt.Errorf("not what the schema asks for: %w", err)
	}
	return []byte(text), nil
}

// unwrap removes the code fence that many models put around JSON.
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
