// Package fault is the error of the application: a kind for programs and a sentence for people. Everything that is not an
// *Error is internal: its text is logged and never shown. The package is at the bottom of the house; the edges (web, api,
// cmd) answer with the status of the kind, or an exit code.
package fault

import (
	"errors"
	"fmt"
	"net/http"
	"time"
)

// Kind is the part of a fault that programs decide on.
type Kind string

// The kinds, each with the HTTP status that the edges answer.
const (
	Internal        Kind = "internal"        // 500
	Malformed       Kind = "malformed"       // 400: not a request
	Invalid         Kind = "invalid"         // 422
	NotFound        Kind = "not_found"       // 404: does not exist, or belongs to somebody else
	Forbidden       Kind = "forbidden"       // 403: may be seen, but not done
	Unauthenticated Kind = "unauthenticated" // 401
	Conflict        Kind = "conflict"        // 409
	NoCredits       Kind = "no_credits"      // 402
	NotAllowed      Kind = "not_allowed"     // 405: the address exists, but not for this method
	Interrupted     Kind = "interrupted"     // 408: the request did not arrive whole
	TooLarge        Kind = "too_large"       // 413
	Unsupported     Kind = "unsupported"     // 415: a media type that is not accepted
	Throttled       Kind = "throttled"       // 429
	HeadTooLarge    Kind = "head_too_large"  // 431: too many or too long headers
	Unavailable     Kind = "unavailable"     // 503: a server we depend on does not answer; trying again may help
)

var statuses = map[Kind]int{
	Malformed: http.StatusBadRequest, Invalid: http.StatusUnprocessableEntity, NotFound: http.StatusNotFound,
	Forbidden:       http.StatusForbidden,
	Unauthenticated: http.StatusUnauthorized, Conflict: http.StatusConflict, NoCredits: http.StatusPaymentRequired,
	NotAllowed: http.StatusMethodNotAllowed, Interrupted: http.StatusRequestTimeout, TooLarge: http.StatusRequestEntityTooLarge,
	Unsupported: http.StatusUnsupportedMediaType, Throttled: http.StatusTooManyRequests,
	HeadTooLarge: http.StatusRequestHeaderFieldsTooLarge, Unavailable: http.StatusServiceUnavailable,
}

// Status returns the HTTP status of the kind.
func (k Kind) Status() int {
	if status, ok := statuses[k]; ok {
		return status
	}
	return http.StatusInternalServerError
}

// Field is a fault of one field of a form or one value of a request.
type Field struct {
	Name    string // the name of the form field or the path of the JSON value
	Message string // a sentence for people
}

// Error is a failure that a person can act on.
type Error struct {
	Kind    Kind
	Message string // what happened, what was saved, what to do
	Fields  []Field
	wait    time.Duration // how long until trying again may help; 0: not known
	cause   error
}

func (e *Error) Error() string {
	if e.cause != nil {
		return e.Message + ": " + e.cause.Error()
	}
	return e.Message
}

func (e *Error) Unwrap() error { return e.cause }

// New returns a failure of the kind with its sentence, formatted as by fmt.Sprintf.
func New(kind Kind, format string, args ...any) *Error {
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...)}
}

// In adds the place to an internal error, so that the log says where it happened. Defer it at the top of a function with a
// named error:
// defer fault.In(&err, "save draft").
func In(err *error, place string) {
	if *err != nil && KindOf(*err) == Internal {
		*err = fmt.Errorf("%s: %w", place, *err)
	}
}

// Wrap keeps the cause for the log and shows people only the sentence.
func Wrap(cause error, kind Kind, format string, args ...any) *Error {
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...), cause: cause}
}

// Throttle returns a Throttled failure that may be tried again after the wait.
func Throttle(wait time.Duration, format string, args ...any) *Error {
	return &Error{Kind: Throttled, Message: fmt.Sprintf(format, args...), wait: wait}
}

// Later is Wrap for an Unavailable failure that may be over after the wait.
func Later(cause error, wait time.Duration, format string, args ...any) *Error {
	return &Error{Kind: Unavailable, Message: fmt.Sprintf(format, args...), wait: wait, cause: cause}
}

// Missing returns the fault for what does not exist or belongs to another account: the two cannot be distinguished.
func Missing(noun string) *Error {
	return New(NotFound, "There is no such %s.", noun)
}

// Fields collects the faults of a form. The zero value is ready to use.
type Fields []Field

// Add adds a fault of the named field.
func (f *Fields) Add(name, format string, args ...any) {
	*f = append(*f, Field{Name: name, Message: fmt.Sprintf(format, args...)})
}

// Check adds the message unless ok.
func (f *Fields) Check(ok bool, name, format string, args ...any) {
	if !ok {
		f.Add(name, format, args...)
	}
}

// Err returns nil if there is no fault, else an Invalid error with the sentence of the first field.
func (f Fields) Err() error {
	if len(f) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Message: f[0].Message, Fields: f}
}

// KindOf returns the kind of the first *Error in the chain, Internal if there is none.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// Sentence returns the sentence of err, or that something unexpected happened.
func Sentence(err error) string {
	var e *Error
	if errors.As(err, &e) && e.Kind != Internal {
		return e.Message
	}
	return "Something went wrong on our side. Nothing was changed; please try again."
}

// FieldsOf returns the field errors in the chain, nil if there are none.
func FieldsOf(err error) []Field {
	var e *Error
	if errors.As(err, &e) {
		return e.Fields
	}
	return nil
}

// RetryAfter returns the value of the header Retry-After: whole seconds, at least 1, and 0 if err does not say.
func RetryAfter(err error) int {
	var e *Error
	if !errors.As(err, &e) || e.wait <= 0 {
		return 0
	}
	return int((e.wait + time.Second - 1) / time.Second)
}
