package app_test

import (
	"flag"
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

var record = flag.Bool("record", false, "write testdata/stored.golden anew")

// TestStoredJSONKeepsItsForm compares the form of every column that holds JSON with the recorded one. Old rows keep the old form: a
// change of the form needs a migration, or code that reads both. Every member needs a json tag, so that renaming a field does not change
// what is stored.
func TestStoredJSONKeepsItsForm(t *testing.T) {
	t.Parallel()
	e := survey(t)
	var lines []string
	for _, r := range e.rooms {
		for _, name := range r.types.Scope().Names() {
			model, ok := r.types.Scope().Lookup(name).Type().Underlying().(*types.Struct)
			if !ok {
				continue
			}
			for i := range model.NumFields() {
				field := model.Field(i)
				if !strings.Contains(reflect.StructTag(model.Tag(i)).Get("gorm"), "serializer:json") {
					continue
				}
				form, untagged := stored(field.Type(), nil)
				for _, member := range untagged {
					t.Errorf("%s.%s.%s stores %s, which has no json tag", strings.TrimPrefix(r.path, module), name, field.Name(), member)
				}
				lines = append(lines, fmt.Sprintf("%s.%s.%s: %s", strings.TrimPrefix(r.path, module), name, field.Name(), form))
			}
		}
	}
	slices.Sort(lines)
	found := strings.Join(lines, "\n") + "\n"
	golden := filepath.Join("testdata", "stored.golden")
	if *record {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(found), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) < 25 {
		t.Errorf("only %d columns were found: does this test still see them?", len(lines))
	}
	for _, line := range lines {
		if !slices.Contains(strings.Split(string(want), "\n"), line) {
			t.Errorf("not on record: %s", line)
		}
	}
	for line := range strings.Lines(string(want)) {
		if !slices.Contains(lines, strings.TrimSpace(line)) {
			t.Errorf("on record, and gone: %s", line)
		}
	}
}

// stored describes the JSON of the type: members with their names, [lists], optional? and maps{}. untagged lists the fields without a
// json tag. within lists the types around it: a type that contains itself is written as its name.
func stored(of types.Type, within []types.Type) (form string, untagged []string) {
	if slices.ContainsFunc(within, func(t types.Type) bool { return types.Identical(t, of) }) {
		return "as above", nil
	}
	within = append(slices.Clone(within), of)
	if named, ok := types.Unalias(of).(*types.Named); ok {
		if method, _, _ := types.LookupFieldOrMethod(types.NewPointer(of), true, named.Obj().Pkg(), "MarshalJSON"); method != nil {
			return "the form of " + named.Obj().Pkg().Name() + "." + named.Obj().Name(), nil
		}
	}
	switch u := of.Underlying().(type) {
	case *types.Slice:
		form, untagged = stored(u.Elem(), within)
		return "[" + form + "]", untagged
	case *types.Array:
		form, untagged = stored(u.Elem(), within)
		return fmt.Sprintf("[%d %s]", u.Len(), form), untagged
	case *types.Pointer:
		form, untagged = stored(u.Elem(), within)
		return form + "?", untagged
	case *types.Map:
		form, untagged = stored(u.Elem(), within)
		return "map{" + form + "}", untagged
	case *types.Struct:
		members, untagged := storedMembers(u, within)
		return "{" + strings.Join(members, ", ") + "}", untagged
	}
	return of.Underlying().String(), nil
}

func storedMembers(of *types.Struct, within []types.Type) (members, untagged []string) {
	for i := range of.NumFields() {
		field := of.Field(i)
		name, options, _ := strings.Cut(reflect.StructTag(of.Tag(i)).Get("json"), ",")
		inner, isStruct := field.Type().Underlying().(*types.Struct)
		switch {
		case name == "-" || !field.Exported() && !field.Embedded():
			continue
		case name == "" && field.Embedded() && isStruct:
			more, missing := storedMembers(inner, within)
			members, untagged = append(members, more...), append(untagged, missing...)
			continue
		case name == "":
			untagged = append(untagged, field.Pkg().Name()+": "+field.Name())
			name = field.Name()
		}
		form, missing := stored(field.Type(), within)
		if strings.Contains(options, "omit") {
			name += "?"
		}
		members, untagged = append(members, name+" "+form), append(untagged, missing...)
	}
	return members, untagged
}
