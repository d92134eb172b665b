package ai

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"igny8/app/ai/provider"
	"igny8/app/fault"
	"igny8/app/runs"
)

// Unusable returns the error of an item for which the model or its server gave no usable answer. The run goes on without the item. The
// sentence says why, and nothing about what was saved or charged: that depends on the other items.
func Unusable(cause error, format string, args ...any) error {
	return &unusable{fault.Wrap(cause, fault.Unavailable, format, args...)}
}

// IsUnusable reports whether the error is one of Unusable.
func IsUnusable(err error) bool {
	u := (*unusable)(nil)
	return errors.As(err, &u)
}

type unusable struct{ reason *fault.Error }

func (u *unusable) Error() string { return u.reason.Error() }

func (u *unusable) Unwrap() error { return u.reason }

// refused returns the error of an item whose answer Parse has refused at the end.
func refused(it item, err error) error {
	if fault.KindOf(err) != fault.Internal {
		return Unusable(err, "%s", fault.Sentence(err))
	}
	return Unusable(err, "The answer for %q cannot be used (%s).", it.label, errorKind(err))
}

// resultOf returns the answer to the item, or why there is none. Every other error ends the run.
func (a *attempt) resultOf(it item, out any, builtIn bool, err error) (result, error) {
	if u := (*unusable)(nil); errors.As(err, &u) {
		a.Run.Log().Info("item failed", "item", it.key, "reason", u)
		return result{item: it, failed: u.reason.Message}, nil
	}
	return result{item: it, out: out, builtIn: builtIn}, err
}

// splitItems splits the items into those that are asked for, and the failures of those that are left out.
func splitItems(items []item) (ask []item, left []runs.Failure) {
	for _, it := range items {
		if it.leftOut == "" {
			ask = append(ask, it)
			continue
		}
		left = append(left, runs.Failure{Subject: it.key, Label: it.label, Reason: it.leftOut})
	}
	return ask, left
}

// splitResults splits the results into those with an answer, and the failures of the others.
func splitResults(results []result) (good []result, failed []runs.Failure) {
	for _, r := range results {
		if r.failed == "" {
			good = append(good, r)
			continue
		}
		failed = append(failed, runs.Failure{Subject: r.item.key, Label: r.item.label, Reason: r.failed})
	}
	return good, failed
}

// sentences are the messages for people when an item or a run ends for the reason.
var sentences = map[provider.Reason]string{
	provider.Busy:    "The AI server has no capacity at the moment.",
	provider.Broken:  "The AI server does not answer properly.",
	provider.Silent:  "The AI server did not answer in time.",
	provider.TooLong: "The AI server sent more than any answer needs, so it was not read to its end.",
	provider.CutOff:  "The answer of the AI model for %q was cut off at its length limit.",
	provider.Refused: "The AI model refused to answer for %q.",
	provider.Denied:  "The AI server refuses our key; whoever runs this installation has to look at OPENAI_API_KEY and its credit.",
	provider.Wrong:   "The AI server did not accept the question; whoever runs this installation has to look at OPENAI_BASE_URL and IGNY8_AI_MODEL.",
	provider.NoModel: "The AI server does not know the model; whoever runs this installation has to look at IGNY8_AI_MODEL.",
	provider.Private: "The address of the AI server is private, and this installation reaches public servers only.",
}

// ownSentences replace them if the server is the account's own.
var ownSentences = map[provider.Reason]string{
	provider.Denied:  "The AI server refuses the key of this account, or its credit is spent; an admin can look at it under Integrations.",
	provider.NoModel: "The AI server does not know the model of this account; an admin can look at it under Integrations.",
	provider.Wrong:   "The AI server did not accept the question; an admin can look at its address and model under Integrations, and try them there.",
}

// tries is how often a question is asked at most, by the reason of the failure.
var tries = map[provider.Reason]int{provider.Busy: 7, provider.Broken: 4, provider.Silent: 2}

func (a *attempt) sentence(r provider.Reason) string {
	if text := ownSentences[r]; text != "" && a.provider.integration != "" {
		return text
	}
	return sentences[r]
}

// describe returns the sentence of the failure with its detail. label is of what was asked for.
func (a *attempt) describe(f *provider.Failure, label string) string {
	text := a.sentence(f.Reason)
	if f.Reason == provider.CutOff || f.Reason == provider.Refused {
		text = fmt.Sprintf(text, label)
	}
	if f.Told == "" {
		return text
	}
	return fmt.Sprintf("%s: %s %s.", strings.TrimSuffix(text, "."), cmp.Or(a.provider.server, "it"), f.Told)
}

// asFault returns the failure as a fault for people. It ends the run if every other question would fail for the same reason, else only
// the item.
func (a *attempt) asFault(f *provider.Failure, label string) error {
	text := a.describe(f, label)
	if f.Reason == provider.Denied || f.Reason == provider.NoModel || f.Reason == provider.Private {
		return fault.Wrap(f, fault.Unavailable, "%s", text+runs.NothingHappened)
	}
	return Unusable(f, "%s", text)
}
