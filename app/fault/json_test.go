package fault_test

import (
	"encoding/json"
	"strings"
	"testing"

	"igny8/app/fault"
)

func TestJSONErrorsAreToldInPlainWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`{"name": "x"`:               "ends too early",
		`{"name": x}`:                "character 10",
		`{"limit": 1e99}`:            "limit: 1e99 is too large",
		`{"limit": 1.5}`:             "limit: 1.5",
		`{"limit": "many"}`:          "limit: the value has the wrong type: string",
		`{"inner": {"names": [1]}}`:  "inner.names",
		`{"limit": 99999999999e999}`: "limit",
		`[]`:                         "wrong type: array",
		`{"colour": "red"}`:          `no field "colour"`,
		``:                           "ends too early",
	} {
		var into struct {
			Name  string `json:"name"`
			Limit int64  `json:"limit"`
			Inner struct {
				Names []string `json:"names"`
			} `json:"inner"`
		}
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.DisallowUnknownFields()
		err := decoder.Decode(&into)
		if err == nil {
			t.Errorf("%s was decoded", text)
			continue
		}
		said := fault.JSON(err)
		if !strings.Contains(said, want) {
			t.Errorf("%s: %q, want %q in it", text, said, want)
		}
		for _, word := range []string{"json:", "Go ", "struct", "int64", "unmarshal", "[]string"} {
			if strings.Contains(said, word) {
				t.Errorf("%s: %q says %q", text, said, word)
			}
		}
	}
}
