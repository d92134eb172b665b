package api

import (
	"bytes"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gofiber/fiber/v2"

	"igny8/views/layout"
	"igny8/views/reference"
)

// policy is that of the application's pages without their scripts.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// docs shows the document as a page that works offline.
func (a *API) docs(c *fiber.Ctx) error {
	var page bytes.Buffer
	chrome := layout.PublicChrome{Title: "API", Description: "The JSON API of IGNY8."}
	if err := reference.Page(chrome, view(a.Document())).Render(c.UserContext(), &page); err != nil {
		return err
	}
	c.Set(fiber.HeaderContentSecurityPolicy, policy)
	c.Set(fiber.HeaderXContentTypeOptions, "nosniff")
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return c.Send(page.Bytes())
}

func view(document *huma.OpenAPI) reference.View {
	v := reference.View{Version: document.Info.Version}
	groups := map[string][]reference.Operation{}
	for path, item := range document.Paths {
		for _, o := range []*huma.Operation{item.Get, item.Post, item.Put, item.Patch, item.Delete} {
			if o == nil {
				continue
			}
			groups[o.Tags[0]] = append(groups[o.Tags[0]], described(document, path, o))
		}
	}
	for name, operations := range groups {
		slices.SortFunc(operations, func(a, b reference.Operation) int {
			return strings.Compare(a.Path+a.Method, b.Path+b.Method)
		})
		v.Groups = append(v.Groups, reference.Group{Name: name, Operations: operations})
	}
	slices.SortFunc(v.Groups, func(a, b reference.Group) int { return strings.Compare(a.Name, b.Name) })
	return v
}

func described(document *huma.OpenAPI, path string, o *huma.Operation) reference.Operation {
	out := reference.Operation{Method: o.Method, Path: strings.TrimPrefix(path, prefix), Summary: o.Summary, Open: len(o.Security) == 0}
	for _, p := range o.Parameters {
		out.Parameters = append(out.Parameters, reference.Field{Name: p.Name, Type: p.In + " " + typeOf(p.Schema), Text: p.Description, Required: p.Required})
	}
	if o.RequestBody != nil {
		out.Body = properties(document, o.RequestBody.Content)
	}
	var statuses []string
	for status, response := range o.Responses {
		statuses = append(statuses, status)
		if strings.HasPrefix(status, "2") {
			out.Answer = properties(document, response.Content)
		}
	}
	slices.Sort(statuses)
	out.Statuses = strings.Join(statuses, ", ")
	return out
}

func properties(document *huma.OpenAPI, content map[string]*huma.MediaType) []reference.Field {
	var list []reference.Field
	for _, media := range content {
		schema := media.Schema
		if schema != nil && schema.Ref != "" {
			schema = document.Components.Schemas.SchemaFromRef(schema.Ref)
		}
		if schema == nil {
			continue
		}
		for name, property := range schema.Properties {
			list = append(list, reference.Field{Name: name, Type: typeOf(property), Text: property.Description, Required: slices.Contains(schema.Required, name)})
		}
	}
	slices.SortFunc(list, func(a, b reference.Field) int { return strings.Compare(a.Name, b.Name) })
	return list
}

func typeOf(s *huma.Schema) string {
	switch {
	case s == nil:
		return ""
	case s.Ref != "":
		return s.Ref[strings.LastIndex(s.Ref, "/")+1:]
	case s.Type == huma.TypeArray && s.Items != nil:
		return "list of " + typeOf(s.Items)
	case s.Nullable:
		return s.Type + " or null"
	}
	return s.Type
}
