package api

import (
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// largest is the largest whole number that every JSON program reads as it was written.
const largest = 1<<53 - 1

// finishParameters completes the parameters of the operation, which stand in the fields of its input.
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
			shown := *p.Schema // what is validated stays: a path that names nothing is 404, not 422
			shown.Format = format
			p.Schema = &shown
		}
	}
}

// refine completes the schema of a type and of what is in it: the values that a field may have, from its tag values, what it
// means where no tag says so, and its format. A request is held to numbers that are read as they were written.
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
	// What is not known of a business is empty, which no format allows.
	if !request && owner != "Business" && target.Type == huma.TypeString && target.Format == "" && len(target.Enum) == 0 {
		target.Format = formatOf(property)
	}
}

// setValues gives the schema the values of the field's tag values.
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

// fieldOf returns the field whose tag (json, query, path) has the name, of the type or what it embeds.
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

// formatOf returns the format of a text by the name of its field, which means the same everywhere.
func formatOf(name string) string {
	switch {
	case name == "block_id":
		return "" // made by whoever wrote the blocks
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
