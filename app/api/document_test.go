package api_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"igny8/app/apptest"
)

// schema is a JSON schema of the document.
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

// is reports whether the schema allows the type.
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

// walkedOperation is an operation of the document together with the schemas that it refers to.
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

// success returns the status and the answer of a request that succeeds.
func (o walkedOperation) success() (string, answerOf) {
	for _, status := range slices.Sorted(maps.Keys(o.Responses)) {
		if status[0] == '2' {
			return status, o.Responses[status]
		}
	}
	return "", answerOf{}
}

func (o walkedOperation) isList() bool {
	_, answer := o.success()
	s := o.resolved(answer.Content["application/json"].Schema)
	return s != nil && s.Properties["items"] != nil && s.Properties["next_cursor"] != nil
}

// body returns the schema of the JSON body of the request, nil if it has none.
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

// walkedOperations returns the operations of the document that the server sends.
func walkedOperations(t *testing.T, w *apptest.World) []walkedOperation {
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

// address returns the path with the ids of real objects.
func (o walkedOperation) address(things apptest.Things) string {
	return strings.NewReplacer(
		"{id}", idIn(things, o.path), "{gate}", "planner", "{kind}", "image", "{change}", things.Change, "{fact}", things.Fact, "{name}", "generate_ideas", "{file}", things.ImageFile, "{page}", things.Content,
	).Replace(o.path)
}

// properties returns the properties of the schema, nil if it is not an object.
func (o walkedOperation) properties(s *schema) map[string]*schema {
	if s = o.resolved(s); s == nil {
		return nil
	}
	return s.Properties
}

// exampleWith returns the example of the operation's body, with another value for one field.
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

func TestEveryOperationIsDescribed(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	for _, o := range walkedOperations(t, w) {
		if o.Summary == "" || o.ID == "" || len(o.Tags) != 1 {
			t.Errorf("%s: summary %q, id %q, tags %v", o.name(), o.Summary, o.ID, o.Tags)
		}
		for _, p := range o.Parameters {
			if p.Description == "" {
				t.Errorf("%s: the parameter %s has no description", o.name(), p.Name)
			}
		}
		if o.isList() && o.method == http.MethodGet {
			limit, cursor := o.parameter("query", "limit"), o.parameter("query", "cursor")
			if limit == nil || cursor == nil || *limit.Schema.Maximum != 200 || *limit.Schema.Minimum != 1 {
				t.Errorf("%s is a list without limit (1 to 200) and cursor", o.name())
			}
		}
		linked := slices.Contains([]string{"add-member", "invite", "renew-invitation"}, o.ID) // their answers hold a link that is never stored
		writes := o.method != http.MethodGet && !strings.HasPrefix(o.path, "/auth/") && !linked
		if key := o.parameter("header", "Idempotency-Key"); (key != nil) != writes {
			t.Errorf("%s: Idempotency-Key is documented: %v, want %v", o.name(), key != nil, writes)
		}
		o.checkStatuses(t)
		o.checkBodies(t)
	}
}

// checkStatuses checks that the operation documents every status with which it may fail.
func (o walkedOperation) checkStatuses(t *testing.T) {
	t.Helper()
	want := []string{"422", "500", "503"}
	if !contains(open, o.name()) {
		want = append(want, "401")
	} else {
		want = append(want, "429")
	}
	if strings.Contains(o.path, "{") {
		want = append(want, "404")
	}
	if o.RequestBody != nil {
		want = append(want, "400", "413", "415")
	}
	if o.parameter("header", "Idempotency-Key") != nil {
		want = append(want, "409")
	}
	for _, status := range want {
		answer, ok := o.Responses[status]
		if !ok || answer.Content["application/problem+json"].Schema == nil || answer.Description == "" {
			t.Errorf("%s does not say that it answers %s with a problem", o.name(), status)
		}
	}
	for status, header := range map[string]string{"401": "WWW-Authenticate", "429": "Retry-After", "503": "Retry-After"} {
		if answer, ok := o.Responses[status]; ok && answer.Headers[header] == nil {
			t.Errorf("%s: %s without the header %s", o.name(), status, header)
		}
	}
}

// checkBodies checks that the request and the answers have schemas, and that each field has a type and a description.
func (o walkedOperation) checkBodies(t *testing.T) {
	t.Helper()
	status, answer := o.success()
	if status != "204" && len(answer.Content) == 0 {
		t.Errorf("%s: %s without content", o.name(), status)
	}
	seen := map[*schema]bool{}
	for kind, m := range answer.Content {
		if kind != "application/json" && m.Schema.Format != "binary" {
			t.Errorf("%s: %s is no file", o.name(), kind)
		}
		o.checkSchema(t, "answer", m.Schema, seen)
	}
	if o.RequestBody == nil {
		return
	}
	for kind, m := range o.RequestBody.Content {
		if kind == "multipart/form-data" {
			file := m.Schema.Properties["file"]
			if file == nil || !contains(m.Schema.Required, "file") || (file.Format != "binary" && (file.Items == nil || file.Items.Format != "binary")) {
				t.Errorf("%s: the form has no field file with files", o.name())
			}
			for _, other := range []string{"filename", "name"} {
				if m.Schema.Properties[other] != nil {
					t.Errorf("%s: the form has a field %s", o.name(), other)
				}
			}
		}
		o.checkSchema(t, "body", m.Schema, seen)
	}
}

// closed lists the names of fields that allow only values of a list. The domain defines the list.
var closed = []string{"state", "level", "phase", "function", "verdict", "step", "approval", "answers", "evidence_kinds", "permissions"}

func (o walkedOperation) checkSchema(t *testing.T, at string, s *schema, seen map[*schema]bool) {
	t.Helper()
	if s = o.resolved(s); s == nil || seen[s] {
		return
	}
	seen[s] = true
	if s.is("array") && s.is("null") {
		t.Errorf("%s: the list %s may be null", o.name(), at)
	}
	for name, property := range s.Properties {
		place := at + "." + name
		if property.Description == "" {
			t.Errorf("%s: %s has no description", o.name(), place)
		}
		values := o.resolved(property)
		if values.is("array") && values.Items != nil {
			values = o.resolved(values.Items)
		}
		if contains(closed, name) && values.is("string") && len(values.Enum) == 0 {
			t.Errorf("%s: %s has no list of values", o.name(), place)
		}
		o.checkSchema(t, place, property, seen)
	}
	if s.Items != nil {
		o.checkSchema(t, at+"[]", s.Items, seen)
	}
}

func TestDocumentDescribesItselfAndItsTags(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	var document struct {
		Info struct {
			Description string
			License     struct{ Name string }
		}
		Servers []struct{ URL string }
		Tags    []struct{ Name, Description string }
	}
	if err := json.Unmarshal([]byte(w.Send(request(t, http.MethodGet, "/api/openapi.json")).Body), &document); err != nil {
		t.Fatal(err)
	}
	if document.Info.Description == "" || document.Info.License.Name == "" || len(document.Servers) == 0 {
		t.Errorf("the document begins with %+v %+v", document.Info, document.Servers)
	}
	used := map[string]bool{}
	for _, o := range walkedOperations(t, w) {
		used[o.Tags[0]] = true
	}
	for _, tag := range document.Tags {
		if !used[tag.Name] || tag.Description == "" {
			t.Errorf("the tag %q is not used, or has no description", tag.Name)
		}
		delete(used, tag.Name)
	}
	for name := range used {
		t.Errorf("the tag %s has no description", name)
	}
}
