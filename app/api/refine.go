package api

import (
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// largest is the largest whole number that every JSON program reads exactly.
const largest = 1<<53 - 1

// finishParameters completes the parameters of the operation. Each is a field of its input type.
func (a *API) finishParameters(o *huma.Operation, in reflect.Type) {
	for _, p := range o.Parameters {
		field, ok := fieldOf(in, p.In, p.Name)
		if !ok {
			continue
		}
		a.setValues(p.Schema, field)
		if p.Description == "" {
			p.Description = meaning("", p.Name)
		}
		if format := formatOf(p.Name); format != "" {
			shown := *p.Schema // huma validates with the old schema: an id that names nothing is 404, not 422
			shown.Format = format
			p.Schema = &shown
		}
	}
}

// refine completes the schema of a type and of the types inside it: the allowed values from the tag values, the description where
// there is no doc tag, and the format. In requests it limits whole numbers to those that every program reads exactly.
func (a *API) refine(s *huma.Schema, t reflect.Type, request bool) {
	name := ""
	if s.Ref != "" {
		name = s.Ref[strings.LastIndex(s.Ref, "/")+1:]
		s = a.Document().Components.Schemas.SchemaFromRef(s.Ref)
	}
	if t = dereferenced(t); t.Kind() == reflect.Slice && s.Items != nil {
		a.refine(s.Items, t.Elem(), request)
		return
	}
	if t.Kind() != reflect.Struct {
		return
	}
	for property, inner := range s.Properties {
		field, ok := fieldOf(t, "json", property)
		if !ok {
			continue
		}
		a.refineField(inner, field, name, property, request)
		a.refine(inner, field.Type, request)
	}
}

func (a *API) refineField(s *huma.Schema, field reflect.StructField, owner, property string, request bool) {
	a.setValues(s, field)
	if s.Description == "" {
		s.Description = meaning(owner, property)
	}
	target := s
	if s.Type == huma.TypeArray {
		target = s.Items
	}
	if request && s.Type == huma.TypeInteger {
		if s.Maximum == nil {
			s.Maximum = new(float64(largest))
		}
		if s.Minimum == nil {
			s.Minimum = new(float64(-largest))
		}
		s.PrecomputeMessages()
	}
	// An unknown value of a business is an empty text, which no format allows.
	if !request && owner != "Business" && target.Type == huma.TypeString && target.Format == "" && len(target.Enum) == 0 {
		target.Format = formatOf(property)
	}
}

// setValues sets the allowed values from the field's tag values.
func (a *API) setValues(s *huma.Schema, field reflect.StructField) {
	of := field.Tag.Get("values")
	if of == "" {
		return
	}
	list := a.values(of)
	if s.Type == huma.TypeArray {
		s = s.Items
	}
	s.Enum = enumOf(list)
	if s.Nullable {
		s.Enum = append(s.Enum, nil)
	}
	s.PrecomputeMessages()
}

func enumOf(values []string) []any {
	list := make([]any, len(values))
	for i, value := range values {
		list[i] = value
	}
	return list
}

// fieldOf returns the field of the type, or of a type that it embeds, whose tag (json, query or path) has the name.
func fieldOf(t reflect.Type, tag, name string) (reflect.StructField, bool) {
	for _, field := range reflect.VisibleFields(t) {
		if tagged, _, _ := strings.Cut(field.Tag.Get(tag), ","); tagged == name && field.IsExported() {
			return field, true
		}
	}
	return reflect.StructField{}, false
}

func dereferenced(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// formatOf returns the format of a text by the name of its field. A name has the same format everywhere.
func formatOf(name string) string {
	switch {
	case name == "block_id":
		return "" // clients make these ids, in any form
	case name == "id", strings.HasSuffix(name, "_id"), strings.HasSuffix(name, "_ids"), slices.Contains([]string{"change", "fact", "page"}, name):
		return "uuid"
	case name == "email":
		return "email"
	case slices.Contains([]string{"base_url", "canonical"}, name):
		return "uri"
	case slices.Contains([]string{"planned_on", "day"}, name):
		return "date"
	}
	return ""
}
