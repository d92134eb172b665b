package prompt

import (
	"encoding/json"
	"reflect"
	"strings"
	"time"
)

// Variable is a field that a prompt may use between {{ and }}. The struct tag about:"..." of the field documents it.
type Variable struct {
	Name   string // of the field: "Keywords"
	JSON   string // its name in fenced data: "keywords"
	Kind   string // "text", "number", "yes or no", "list", "group"
	About  string
	Fields []Variable // of a group, or of each element of a list
}

// VariablesOf returns the fields of the data of a question.
func VariablesOf(of reflect.Type) []Variable { return variablesOf(of, 0) }

func variablesOf(of reflect.Type, depth int) []Variable {
	if of == nil || depth > 4 {
		return nil
	}
	if of = indirect(of); of.Kind() != reflect.Struct {
		return nil
	}
	var list []Variable
	for _, f := range reflect.VisibleFields(of) {
		if !f.IsExported() || f.Anonymous {
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		kind, inner := kindOf(f.Type)
		list = append(list, Variable{Name: f.Name, JSON: name, Kind: kind, About: f.Tag.Get("about"), Fields: variablesOf(inner, depth+1)})
	}
	return list
}

// kindOf returns the kind of a type for people, and the type whose fields it leads to.
func kindOf(of reflect.Type) (kind string, inner reflect.Type) {
	if of = indirect(of); of == reflect.TypeFor[time.Time]() {
		return "time", nil
	}
	switch of.Kind() {
	case reflect.String:
		return "text", nil
	case reflect.Bool:
		return "yes or no", nil
	case reflect.Slice, reflect.Array:
		return "list", of.Elem()
	case reflect.Map:
		return "table", of.Elem()
	case reflect.Struct:
		return "group", of
	case reflect.Interface:
		return "anything", nil
	}
	return "number", nil
}

// Sample returns a value of the type with something in every field.
func Sample(of reflect.Type) any { return sample(of, 0).Interface() }

func sample(of reflect.Type, depth int) reflect.Value {
	v := reflect.New(of).Elem()
	if depth > 6 {
		return v
	}
	switch of.Kind() {
	case reflect.String:
		v.SetString("…")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(1)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(1)
	case reflect.Pointer:
		v.Set(sample(of.Elem(), depth+1).Addr())
	case reflect.Slice:
		if of == reflect.TypeFor[json.RawMessage]() {
			v.SetBytes([]byte("{}"))
			return v
		}
		v.Set(reflect.Append(v, sample(of.Elem(), depth+1)))
	case reflect.Map:
		v.Set(reflect.MakeMap(of))
		v.SetMapIndex(sample(of.Key(), depth+1), sample(of.Elem(), depth+1))
	case reflect.Struct:
		for i := range of.NumField() {
			if f := of.Field(i); f.IsExported() {
				v.Field(i).Set(sample(f.Type, depth+1))
			}
		}
	}
	return v
}
