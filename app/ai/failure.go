package ai

import (
	"cmp"
	"fmt"
	"strings"

	"igny8/app/fault"
	"igny8/app/runs"
)

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
