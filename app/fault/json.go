package fault

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// JSON describes an error of encoding/json for the person who wrote the JSON: which value is wrong, and what belongs there.
// It names no type of the program.
func JSON(err error) string {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return "The JSON ends too early."
	case errors.As(err, &syntax) && strings.HasPrefix(syntax.Error(), "unexpected end"):
		return "The JSON ends too early."
	case errors.As(err, &syntax):
		return fmt.Sprintf("This is not JSON: character %d does not belong there.", syntax.Offset)
	case errors.As(err, &wrong):
		return mismatch(wrong)
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return fmt.Sprintf("There is no field %s here.", name)
	}
	return "The JSON is not what is taken here."
}

func mismatch(wrong *json.UnmarshalTypeError) string {
	found := wrong.Value
	if number, ok := strings.CutPrefix(found, "number "); ok {
		if wrong.Field == "" {
			return fmt.Sprintf("The number %s, which ends at character %d, is too large.", number, wrong.Offset)
		}
		return fmt.Sprintf("%s: %s is too large, or is not a whole number in digits.", wrong.Field, number)
	}
	if wrong.Field == "" {
		return fmt.Sprintf("The value that ends at character %d has the wrong type: %s.", wrong.Offset, found)
	}
	return fmt.Sprintf("%s: the value has the wrong type: %s.", wrong.Field, found)
}
