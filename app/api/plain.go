package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"igny8/app/fault"
)

// speakPlainly replaces the sentences and the errors of huma by ours. huma keeps them in package variables, so it runs once.
var speakPlainly = sync.OnceFunc(func() {
	huma.DefaultArrayNullable = false
	huma.NewError = newProblem
	huma.NewErrorWithContext = func(_ huma.Context, status int, message string, errs ...error) huma.StatusError {
		return newProblem(status, message, errs...)
	}
	huma.ErrorFormatter = formatted
	for message, words := range map[*string]string{
		&validation.MsgUnexpectedProperty:       "there is no such field",
		&validation.MsgExpectedRFC3339DateTime:  "expected a date and time, such as 2026-03-01T12:00:00Z",
		&validation.MsgExpectedRFC3339Date:      "expected a date, such as 2026-03-01",
		&validation.MsgExpectedRFC5322Email:     "expected an e-mail address",
		&validation.MsgExpectedRFC3986URI:       "expected an address, such as https://example.com/",
		&validation.MsgExpectedRFC4122UUID:      "expected an id, such as 01890a5d-ac96-774b-bcce-b302099a8057",
		&validation.MsgExpectedBoolean:          "expected true or false",
		&validation.MsgExpectedNumber:           "expected a number",
		&validation.MsgExpectedInteger:          "expected a whole number",
		&validation.MsgExpectedString:           "expected a text",
		&validation.MsgExpectedArray:            "expected a list",
		&validation.MsgExpectedObject:           "expected an object",
		&validation.MsgExpectedOneOf:            "expected one of: %s",
		&validation.MsgExpectedMinimumNumber:    "expected a number of at least %v",
		&validation.MsgExpectedMaximumNumber:    "expected a number of at most %v",
		&validation.MsgExpectedMinLength:        "expected at least %d characters",
		&validation.MsgExpectedMaxLength:        "expected at most %d characters",
		&validation.MsgExpectedMinItems:         "expected at least %d items",
		&validation.MsgExpectedMaxItems:         "expected at most %d items",
		&validation.MsgExpectedRequiredProperty: "the field %s is missing",
	} {
		*message = words
	}
})

// formatted fills in the verbs of a message of huma. Numbers are written in digits; values without a verb are left out.
func formatted(message string, values ...any) string {
	for _, value := range values {
		verb, text := strings.Index(message, "%"), ""
		if verb < 0 {
			break
		}
		switch v := value.(type) {
		case float64:
			text = strconv.FormatFloat(v, 'f', -1, 64)
		case int:
			text = strconv.Itoa(v)
		case string:
			text = v
		}
		message = message[:verb] + text + message[verb+2:]
	}
	return message
}

// plainJSON decodes JSON. Its errors say in plain words what is wrong.
func plainJSON(data []byte, into any) error {
	if err := json.Unmarshal(data, into); err != nil {
		return errors.New(fault.JSON(err))
	}
	return nil
}

// messages maps the sentences of huma about a whole request to ours.
var messages = map[string]string{
	"request body is required":  "This call takes a body of JSON. Send one.",
	"request body read timeout": "The body did not arrive in time. Send it again.",
	"cannot read request body":  "The body could not be read. Send it again.",
	"unexpected error occurred": fault.Sentence(nil),
}

// newProblem makes the error for a request that huma refuses itself.
func newProblem(status int, message string, errs ...error) huma.StatusError {
	for _, err := range errs {
		var p *Problem
		if errors.As(err, &p) {
			return p
		}
		var f *fault.Error
		if errors.As(err, &f) {
			return problemOf(context.Background(), err)
		}
	}
	p := &Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: message}
	if words, ok := messages[message]; ok {
		p.Detail = words
	}
	switch {
	case status >= http.StatusInternalServerError:
		p.Detail = fault.Sentence(nil)
		return p
	case status == http.StatusRequestEntityTooLarge:
		p.Detail = "The body is too large" + strings.TrimPrefix(strings.Replace(message, " limit=", ": the limit is ", 1), "request body is too large") + "."
	}
	for _, err := range errs {
		var d *huma.ErrorDetail
		if errors.As(err, &d) {
			p.Errors = append(p.Errors, Detail{Location: d.Location, Message: reworded(d.Message)})
		}
	}
	if message == "validation failed" && len(p.Errors) > 0 {
		p.Detail = "The request is not as this call takes it. " + p.Errors[0].Location + ": " + strings.TrimSuffix(p.Errors[0].Message, ".") + "."
	}
	return p
}

// reworded replaces messages of huma about one value that use terms of the program. It returns others unchanged.
func reworded(message string) string {
	switch {
	case strings.HasPrefix(message, "cannot read multipart form"):
		return "The form could not be read. Send it whole, as multipart/form-data."
	case strings.HasPrefix(message, huma.ErrUnknownContentType.Error()):
		return "This call takes application/json."
	case message == "invalid integer":
		return "expected a whole number"
	case message == "invalid boolean":
		return "expected true or false"
	case strings.HasPrefix(message, "required ") && strings.HasSuffix(message, " is missing"):
		return "it is missing"
	}
	return message
}
