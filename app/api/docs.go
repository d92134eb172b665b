package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gofiber/fiber/v2"

	"igny8/views/layout"
	"igny8/views/reference"
)

// policy is the content security policy of the application's pages, for a page without inline scripts.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// docs shows the document as a page that needs no network.
func (a *API) docs(c *fiber.Ctx) error {
	var page bytes.Buffer
	chrome := layout.PublicChrome{Title: "API", Description: "The JSON API of IGNY8."}
	if err := reference.Page(chrome, view(a.Document())).Render(c.UserContext(), &page); err != nil {
		return err
	}
	c.Set(fiber.HeaderContentSecurityPolicy, policy)
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return c.Send(page.Bytes())
}

const start = `TOKEN=$(curl -s http://127.0.0.1:8011/api/v1/auth/token -H 'Content-Type: application/json' \
  -d '{"email": "you@example.com", "password": "..."}' | jq -r .access_token)
curl -s http://127.0.0.1:8011/api/v1/sites -H "Authorization: Bearer $TOKEN"
curl -s http://127.0.0.1:8011/api/v1/sectors/$SECTOR/keyword-imports -H "Authorization: Bearer $TOKEN" \
  -H 'Idempotency-Key: import-1' -F file=@keywords.csv`

func view(document *huma.OpenAPI) reference.View {
	d := schemaReader{document.Components.Schemas}
	v := reference.View{Version: document.Info.Version, Start: start, Problem: d.fields("", &huma.Schema{Ref: "#/components/schemas/Problem"}, nil)}
	groups := map[string][]reference.Operation{}
	for path, item := range document.Paths {
		for _, o := range operationsOf(item) {
			groups[o.Tags[0]] = append(groups[o.Tags[0]], d.operation(path, o))
		}
	}
	for _, name := range sortedKeys(groups) {
		operations := groups[name]
		slices.SortFunc(operations, func(a, b reference.Operation) int {
			return strings.Compare(a.Path+a.Method, b.Path+b.Method)
		})
		v.Groups = append(v.Groups, reference.Group{Name: name, Text: tags[name], Operations: operations})
	}
	return v
}

// schemaReader turns the operations and schemas of the document into views for the page.
type schemaReader struct{ schemas huma.Registry }

func (d schemaReader) operation(path string, o *huma.Operation) reference.Operation {
	out := reference.Operation{Method: o.Method, Path: strings.TrimPrefix(path, prefix), Summary: o.Summary, Open: len(o.Security) == 0}
	for _, p := range o.Parameters {
		out.Parameters = append(out.Parameters, reference.Field{
			Name: p.Name, Type: p.In + " " + typeOf(p.Schema), Text: p.Description, Values: valuesOf(p.Schema), Required: p.Required,
		})
	}
	if o.RequestBody != nil {
		out.Body, out.Request = d.content(o.RequestBody.Content)
	}
	for _, status := range sortedKeys(o.Responses) {
		response := o.Responses[status]
		out.Statuses = append(out.Statuses, reference.Field{Name: status, Text: response.Description})
		if strings.HasPrefix(status, "2") {
			out.Answer, out.Response = d.content(response.Content)
		}
	}
	return out
}

// content returns the fields of a request or an answer, and its example.
func (d schemaReader) content(content map[string]*huma.MediaType) (list []reference.Field, sample string) {
	for _, kind := range sortedKeys(content) {
		media := content[kind]
		if media.Schema.Format == "binary" {
			list = append(list, reference.Field{Name: kind, Type: "a file"})
			continue
		}
		list = append(list, d.fields("", media.Schema, nil)...)
		if media.Example != nil {
			if data, err := json.MarshalIndent(media.Example, "", "  "); err == nil {
				sample = string(data)
			}
		}
	}
	return list, sample
}

// fields returns the properties of an object and of the objects inside it. around holds the types that enclose it: they are not
// expanded again, so that a type that contains itself ends.
func (d schemaReader) fields(under string, s *huma.Schema, around []string) []reference.Field {
	if s.Ref != "" {
		if slices.Contains(around, s.Ref) {
			return nil
		}
		around = append(slices.Clone(around), s.Ref)
		s = d.schemas.SchemaFromRef(s.Ref)
	}
	if s.Type == huma.TypeArray && s.Items != nil {
		return d.fields(under+"[]", s.Items, around)
	}
	var list []reference.Field
	for _, name := range sortedKeys(s.Properties) {
		property, at := s.Properties[name], strings.TrimPrefix(under+"."+name, ".")
		list = append(list, reference.Field{
			Name: at, Type: typeOf(property), Text: property.Description, Values: valuesOf(property),
			Required: slices.Contains(s.Required, name),
		})
		list = append(list, d.fields(at, property, around)...)
	}
	return list
}

func typeOf(s *huma.Schema) string {
	name := s.Type
	switch {
	case s.Ref != "":
		name = "object"
	case s.Type == huma.TypeArray && s.Items != nil:
		name = "list of " + typeOf(s.Items)
	case s.Format != "":
		name += " (" + s.Format + ")"
	}
	if s.Nullable {
		name += " or null"
	}
	return name
}

func valuesOf(s *huma.Schema) string {
	if s.Type == huma.TypeArray && s.Items != nil {
		s = s.Items
	}
	var list []string
	for _, value := range s.Enum {
		switch value {
		case nil: // the type of the field already says that it can be null
		case "":
			list = append(list, "empty")
		default:
			list = append(list, fmt.Sprint(value))
		}
	}
	return strings.Join(list, ", ")
}
