// Package language holds what the application knows about languages: one file a language, one list of them, one Detect.
// Everything that differs by language is a field of Language, so that a new language is one file and its place in the list.
// An empty field is something that the application cannot do in that language; TestLanguagesLack lists those. The package
// imports nothing of the application except text.
package language

import (
	"slices"
	"strings"
	"unicode"
)

// Language is what is known about one language. Only Code and Name are always set.
type Language struct {
	Code string // ISO 639-1
	Name string // in English

	// How the language and its words are recognised.
	Scripts       []*unicode.RangeTable // scripts that are used mainly for this language
	Borrows       *unicode.RangeTable   // a script of another language that its texts also use
	FunctionWords map[string]bool       // stop words: they show the intent, not the topic
	Letters       string                // typical letters: they decide for lists with few function words
	Stemmer       func(string) string   // reduces a word to its stem; nil: words stay as they are
	Compounds     bool                  // writes compounds as one word, so that parts of long words count
	OrdinalDot    bool                  // a number with a full stop is an ordinal and ends no sentence

	// The words of searchers and writers.
	Qualifiers map[string]bool // words that praise, rank, price or date something
	Asking     map[string]bool // words that begin a question
	Intents    *IntentWords    // how the intent of a keyword is recognised
	Claims     *Claims         // how dates and superlatives are recognised
	Formula    *Formula        // how easily a text reads

	// The application's own texts.
	Outline *Outline // titles and headings of ideas
	Draft   *Draft   // what a draft asks its writer
	Edits   *Edits   // shorter and plainer words
	Site    *Site    // how a new site is described
	Theme   *Theme   // what published pages show around their content
}

// known are the languages. If two fit a text equally, the first one is chosen.
var known = []*Language{
	en, de, fr, es, it, pt, nl, sv, nb, da, pl, ru, hu, tr,
	ar, el, he, hi, ja, ko, th, zh,
}

// All returns the known languages. If two fit a text equally, the first one is chosen.
func All() []*Language { return slices.Clone(known) }

// Of returns the language of a BCP 47 tag such as "de" or "pt-BR". For an unknown language it returns a Language with only a
// code.
func Of(tag string) *Language {
	code := Base(tag)
	if at := slices.IndexFunc(known, func(l *Language) bool { return l.Code == code }); at >= 0 {
		return known[at]
	}
	return &Language{Code: code}
}

// Base returns the language of a BCP 47 tag without script, region and variant. The Norwegian tags are one language.
func Base(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	if base == "no" || base == "nn" {
		return "nb"
	}
	return base
}

// set returns the words of a text as a set.
func set(words string) map[string]bool {
	found := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		found[word] = true
	}
	return found
}

// foldedSet returns the words of a text with and without their accents, since people search both ways.
func foldedSet(words string) map[string]bool {
	found := set(words)
	for word := range strings.FieldsSeq(words) {
		found[Plain(word)] = true
	}
	return found
}
