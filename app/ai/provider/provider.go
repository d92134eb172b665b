// Package provider says what a server with models is asked and how it answers or fails. Its sub-packages speak the protocols.
package provider

import (
	"context"
	"encoding/json"
	"errors"
	"time"
)

// Provider sends prompts to a remote model. Its errors should be *Failure, which says whether to ask again.
type Provider interface {
	Name() string  // of the kind of server: "openai"
	Model() string // the model that answers
	Complete(context.Context, Completion) (Answer, error)
	Embeds() bool // the server has a model for vectors
	// Embed returns a vector for each of the texts, finite numbers and all of one length, and the tokens that it took.
	Embed(ctx context.Context, texts []string) (vectors [][]float32, tokens int64, err error)
}

// Completion is one question to a model.
type Completion struct {
	System, Prompt string
	SchemaName     string
	Schema         json.RawMessage   // that the answer must follow
	MaxTokens      int               // 0: the model's own limit
	Heard          func(part string) // called with each part of the answer as it comes; may be nil
}

// Answer is the answer of a model.
type Answer struct {
	Text                string
	TokensIn, TokensOut int64
}

// Reason says why a call has no answer.
type Reason string

// The reasons. Busy, Broken and Silent may pass; the others do not.
const (
	Busy    Reason = "busy"     // 429: the server asks to wait
	Broken  Reason = "broken"   // 5xx, no connection, or a stream that was cut
	Silent  Reason = "silent"   // no answer in time
	TooLong Reason = "too long" // the answer is longer than any useful one
	CutOff  Reason = "cut off"  // the model stopped at its limit of tokens
	Refused Reason = "refused"  // the model will not answer this
	Denied  Reason = "denied"   // the key is wrong, or its money is spent
	NoModel Reason = "no model" // the server does not know the model
	Wrong   Reason = "wrong"    // the server cannot read the question
	Private Reason = "private"  // the server's address may not be reached
)

// Failure is a call without an answer.
type Failure struct {
	Reason Reason
	Status int           // of HTTP, 0 if there was no answer
	Wait   time.Duration // what the server asks for, 0 if it does not say
	Told   string        // detail for people, after reason and server: "sent nothing for 60 seconds"
	Err    error
}

func (f *Failure) Error() string { return "AI call " + string(f.Reason) + ": " + f.Err.Error() }
func (f *Failure) Unwrap() error { return f.Err }

// failureOf classifies an error. It is Broken if the provider did not classify it.
func FailureOf(err error) *Failure {
	var f *Failure
	if errors.As(err, &f) {
		return f
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return &Failure{Reason: Silent, Err: err}
	}
	return &Failure{Reason: Broken, Err: err}
}
