package ai

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// fence marks a value as data. JSON writes < and > as escapes, so nothing in the value can end the fence; what only looks like them
// or cannot be seen is escaped too, and letters that no screen shows are left out.
func fence(name string, value any) (string, error) {
	body, err := json.MarshalIndent(value, "", " ")
	if err != nil {
		return "", err
	}
	label, err := json.Marshal(name)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("<data name=%s>\n%s\n</data>", plainly(string(label)), plainly(string(body))), nil
}

// inline is a value in the middle of a sentence: numbers as they are, everything else fenced.
func inline(value any) (string, error) {
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Float32, reflect.Float64:
		return fmt.Sprint(value), nil
	}
	body, err := json.Marshal(value)
	if err != nil {
		return "", err
	}
	return "<data>" + plainly(string(body)) + "</data>", nil
}

// plainly escapes in a JSON text the brackets that are read as < and > although they are others, and the characters that hide or
// turn round what stands beside them. They stand in strings alone, where an escape means the same.
func plainly(document string) string {
	var b strings.Builder
	for _, r := range document {
		switch {
		case r >= 0xE0000 && r <= 0xE007F: // tags: letters that no screen shows
		case strings.ContainsRune("＜＞﹤﹥‹›〈〉⟨⟩", r), r == 0x00AD, r == 0x180E, r == 0x200B, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r == 0xFEFF:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
