package planner

import (
	"bytes"
	"cmp"
	"encoding/json"
	"reflect"
	"slices"

	"igny8/app/keywordfile"
)

// Source is what one file said about a keyword. A nil number, or an empty text, is what the file did not say.
type Source struct {
	File    string `json:"file"`
	Tool    string `json:"tool"` // the tool and its export
	Date    string `json:"date"` // of the export
	Country string `json:"country"`
	keywordfile.Values
	Currency string `json:"currency"`
	Intent   string `json:"intent"`
	Parent   string `json:"parent"` // the tool's parent keyword, or the page it groups the keyword in
}

// NewSource returns what a file says about the keyword that was read from it.
func NewSource(file, tool, date string, k Keyword) Source {
	return Source{
		File: file, Tool: tool, Date: date, Country: k.Country, Values: k.Values, Currency: k.Currency, Intent: k.Intent,
		Parent: cmp.Or(k.GivenGroup, k.ParentKeyword),
	}
}

// sourceFields are the fields of a source, those of its values among them.
var sourceFields = slices.DeleteFunc(reflect.VisibleFields(reflect.TypeFor[Source]()),
	func(f reflect.StructField) bool { return f.Anonymous })

// MarshalJSON writes only what the file said: sources are stored with every keyword.
func (s Source) MarshalJSON() ([]byte, error) {
	var object bytes.Buffer
	object.WriteByte('{')
	for _, field := range sourceFields {
		value := reflect.ValueOf(s).FieldByIndex(field.Index)
		if value.IsZero() {
			continue
		}
		text, err := json.Marshal(value.Interface())
		if err != nil {
			return nil, err
		}
		if object.Len() > 1 {
			object.WriteByte(',')
		}
		object.WriteString(`"` + field.Tag.Get("json") + `":`)
		object.Write(text)
	}
	object.WriteByte('}')
	return object.Bytes(), nil
}

// mostSources is how many sources are kept for a keyword, those with the latest dates.
const mostSources = 20

// together returns the sources of both lists. A file that is read again replaces what it said before.
func together(before, more []Source) []Source {
	all := slices.Clone(more)
	for _, s := range before {
		if !slices.ContainsFunc(more, s.sameFile) {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b Source) int {
		return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.Tool, b.Tool), cmp.Compare(a.File, b.File),
			cmp.Compare(a.Country, b.Country))
	})
	return all[:min(len(all), mostSources)]
}

func (s Source) sameFile(other Source) bool {
	return s.File == other.File && s.Tool == other.Tool && s.Country == other.Country
}

// gathered returns the sources of the rows of one keyword. Of two that are alike the first stays.
func gathered(rows []Keyword) []Source {
	all := []Source{}
	for _, row := range rows {
		for _, s := range row.Sources {
			if !slices.ContainsFunc(all, s.sameFile) {
				all = append(all, s)
			}
		}
	}
	return together(nil, all)
}

func sameSources(a, b []Source) bool {
	return slices.EqualFunc(a, b, func(x, y Source) bool { return reflect.DeepEqual(x, y) })
}
