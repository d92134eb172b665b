package api_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"igny8/app/apptest"
)

// schema is a JSON schema as the document has it.
type schema struct {
	Ref         string             `json:"$ref"`
	Type        any                `json:"type"`
	Format      string             `json:"format"`
	Description string             `json:"description"`
	Enum        []any              `json:"enum"`
	Properties  map[string]*schema `json:"properties"`
	Required    []string           `json:"required"`
	Items       *schema            `json:"items"`
	Maximum     *float64           `json:"maximum"`
	Minimum     *float64           `json:"minimum"`
}

// is says whether the schema allows the type.
func (s *schema) is(name string) bool {
	if list, ok := s.Type.([]any); ok {
		return contains(list, any(name))
	}
	return s.Type == name
}

type media struct {
	Schema  *schema         `json:"schema"`
	Example json.RawMessage `json:"example"`
}

type answerOf struct {
	Description string                     `json:"description"`
	Content     map[string]media           `json:"content"`
	Headers     map[string]json.RawMessage `json:"headers"`
}

type parameter struct {
	Name        string  `json:"name"`
	In          string  `json:"in"`
	Description string  `json:"description"`
	Required    bool    `json:"required"`
	Schema      *schema `json:"schema"`
}

// walkedOperation is an operation of the document, with the schemas that it refers to.
type walkedOperation struct {
	method, path string
	schemas      map[string]*schema
	ID           string      `json:"operationId"`
	Summary      string      `json:"summary"`
	Tags         []string    `json:"tags"`
	Parameters   []parameter `json:"parameters"`
	RequestBody  *struct {
		Required bool             `json:"required"`
		Content  map[string]media `json:"content"`
	} `json:"requestBody"`
	Responses map[string]answerOf `json:"responses"`
	Security  []map[string]any    `json:"security"`
}

func (o walkedOperation) name() string { return o.method + " " + o.path }

func (o walkedOperation) resolved(s *schema) *schema {
	if s != nil && s.Ref != "" {
		return o.schemas[s.Ref[strings.LastIndex(s.Ref, "/")+1:]]
	}
	return s
}

// success is the status and the answer when all is well.
func (o walkedOperation) success() (string, answerOf) {
	for status, answer := range o.Responses {
		if status[0] == '2' {
			return status, answer
		}
	}
	return "", answerOf{}
}

func (o walkedOperation) isList() bool {
	_, answer := o.success()
	s := o.resolved(answer.Content["application/json"].Schema)
	return s != nil && s.Properties["items"] != nil && s.Properties["next_cursor"] != nil
}

// body is the schema of the JSON that the operation takes, nil if it takes none.
func (o walkedOperation) body() *schema {
	if o.RequestBody == nil {
		return nil
	}
	return o.resolved(o.RequestBody.Content["application/json"].Schema)
}

func (o walkedOperation) parameter(in, name string) *parameter {
	for i, p := range o.Parameters {
		if p.In == in && p.Name == name {
			return &o.Parameters[i]
		}
	}
	return nil
}

// walked reads the operations of the live document.
func walked(t *testing.T, w *apptest.World) []walkedOperation {
	t.Helper()
	var document struct {
		Paths      map[string]map[string]walkedOperation `json:"paths"`
		Components struct {
			Schemas map[string]*schema `json:"schemas"`
		} `json:"components"`
	}
	reply := w.Send(request(t, http.MethodGet, "/api/openapi.json"))
	if err := json.Unmarshal([]byte(reply.Body), &document); err != nil {
		t.Fatal(err)
	}
	var all []walkedOperation
	for path, methods := range document.Paths {
		for method, o := range methods {
			o.method, o.path, o.schemas = strings.ToUpper(method), strings.TrimPrefix(path, "/api/v1"), document.Components.Schemas
			all = append(all, o)
		}
	}
	if len(all) < 100 {
		t.Fatalf("%d operations in the document", len(all))
	}
	return all
}

// address is the path with the ids of the things.
func (o walkedOperation) address(things apptest.Things) string {
	return strings.NewReplacer(
		"{id}", thing(things, o.path), "{gate}", "planner", "{change}", things.Change, "{fact}", things.Fact, "{name}", "generate_ideas", "{file}", things.ImageFile, "{page}", things.Content,
	).Replace(o.path)
}

// properties are those of the schema, none of what is no object.
func (o walkedOperation) properties(s *schema) map[string]*schema {
	if s = o.resolved(s); s == nil {
		return nil
	}
	return s.Properties
}

// exampleWith is the operation's example of a body with another value for the field.
func (o walkedOperation) exampleWith(t *testing.T, field, value string) string {
	t.Helper()
	body := map[string]json.RawMessage{}
	if example := o.RequestBody.Content["application/json"].Example; len(example) > 0 {
		if err := json.Unmarshal(example, &body); err != nil {
			t.Fatalf("%s: %v", o.name(), err)
		}
	}
	body[field] = json.RawMessage(value)
	data, err := json.Marshal(body)
	if err != nil {
		return `{"` + field + `":` + value + `}`
	}
	return string(data)
}
