package ai

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"igny8/app/fault"
	"igny8/app/runs"
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

// sentences are the messages for people when a run ends for the reason.
var sentences = map[Reason]string{
	Busy:    "The AI server has no capacity at the moment.",
	Broken:  "The AI server does not answer properly.",
	Silent:  "The AI server did not answer in time.",
	TooLong: "The AI server sent more than any answer needs, so it was not read to its end.",
	CutOff:  "The answer of the AI model for %q was cut off at its length limit.",
	Refused: "The AI model refused to answer for %q.",
	Denied:  "The AI server refuses our key; whoever runs this installation has to look at OPENAI_API_KEY and its credit.",
	Wrong:   "The AI server did not accept the question; whoever runs this installation has to look at OPENAI_BASE_URL and IGNY8_AI_MODEL.",
	NoModel: "The AI server does not know the model; whoever runs this installation has to look at IGNY8_AI_MODEL.",
	Private: "The address of the AI server is private, and this installation reaches public servers only.",
}

// ownSentences replace them if the server is the account's own.
var ownSentences = map[Reason]string{
	Denied:  "The AI server refuses the key of this account, or its credit is spent; an admin can look at it under Integrations.",
	NoModel: "The AI server does not know the model of this account; an admin can look at it under Integrations.",
	Wrong:   "The AI server did not accept the question; an admin can look at its address and model under Integrations, and try them there.",
}

// tries is how often a question is asked at most, by the reason of the failure.
var tries = map[Reason]int{Busy: 7, Broken: 4, Silent: 2}

// failureOf classifies an error. It is Broken if the provider did not classify it.
func failureOf(err error) *Failure {
	var f *Failure
	if errors.As(err, &f) {
		return f
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return &Failure{Reason: Silent, Err: err}
	}
	return &Failure{Reason: Broken, Err: err}
}

func (a *attempt) sentence(r Reason) string {
	if text := ownSentences[r]; text != "" && a.provider.integration != "" {
		return text
	}
	return sentences[r]
}

// describe returns the sentence of the failure with its detail.
func (a *attempt) describe(f *Failure) string {
	text := a.sentence(f.Reason)
	if f.Told == "" {
		return text
	}
	return fmt.Sprintf("%s: %s %s.", strings.TrimSuffix(text, "."), cmp.Or(a.provider.server, "it"), f.Told)
}

// asFault returns the failure as a fault for people.
func (a *attempt) asFault(f *Failure, label string) error {
	text := a.describe(f)
	if f.Reason == CutOff || f.Reason == Refused {
		return fault.Wrap(f, fault.Unavailable, text+runs.NothingHappened, label)
	}
	advice := ""
	if tries[f.Reason] > 0 {
		advice = " Please try again later."
	}
	return fault.Wrap(f, fault.Unavailable, "%s", text+runs.NothingHappened+advice)
}
