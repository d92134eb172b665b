package prompt

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// Fence marks a value as data. JSON writes < and > as escapes, so nothing in the value can end the fence. Characters that
// look like them or hide text are escaped, too, and characters that are never visible are left out.
func Fence(name string, value any) (string, error) {
	body, err := escapedJSON(value, " ")
	if err != nil {
		return "", err
	}
	label, err := escapedJSON(name, "")
	return fmt.Sprintf("<data name=%s>\n%s\n</data>", label, body), err
}

// inline returns a value for the middle of a sentence: numbers as they are, everything else fenced.
func inline(value any) (string, error) {
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8,
		reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Float32, reflect.Float64:
		return fmt.Sprint(value), nil
	}
	body, err := escapedJSON(value, "")
	return "<data>" + body + "</data>", err
}

// escapedJSON returns the value as JSON. It escapes all brackets of tags, everything that is read as one, and characters
// that hide or reverse the text beside them. They occur only in strings, where an escape means the same.
func escapedJSON(value any, indent string) (string, error) {
	var document bytes.Buffer
	encoder := json.NewEncoder(&document)
	encoder.SetEscapeHTML(false) // an unescaped & is easier to read
	encoder.SetIndent("", indent)
	if err := encoder.Encode(value); err != nil {
		return "", err
	}
	var b strings.Builder
	for _, r := range strings.TrimSpace(document.String()) {
		switch {
		case r >= 0xE0000 && r <= 0xE007F: // tags: characters that are never visible
		case strings.ContainsRune("<>＜＞﹤﹥‹›〈〉⟨⟩", r), r == 0x00AD, r == 0x180E, r == 0x200B, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r == 0xFEFF:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), nil
}
