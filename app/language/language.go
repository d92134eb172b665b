// Package language holds what the application knows about languages: one file a language, one list of them, one Detect. Everything that differs by
// language is a field of Language, so that a new language is one file and its place in the list; a field that is not filled in is what the application
// cannot do in that language, and TestLanguagesLack lists those. The package knows text and nothing else of the application.
package language

import (
	"slices"
	"strings"
	"unicode"
)

// Language is everything that is known about one language. Only Code and Name are always there.
type Language struct {
	Code string // ISO 639-1
	Name string // in English

	// What tells the language and its words apart.
	Scripts       []*unicode.RangeTable // writings that are most often those of this language
	Borrows       *unicode.RangeTable   // a writing of another language that texts in this one have, too
	FunctionWords map[string]bool       // stop words: they tell intents apart, not topics
	Letters       string                // typical ones: they settle lists that have hardly any function words
	Stemmer       func(string) string   // reduces a word to its stem; nil: words stay as they are
	Compounds     bool                  // writes compounds as one word, so that parts of long words count
	OrdinalDot    bool                  // a number with a full stop is an ordinal and ends no sentence

	// What searchers and writers say in it.
	Qualifiers map[string]bool // words that praise, rank, price or date anything
	Asking     map[string]bool // words that begin a question
	Intents    *IntentWords    // what the intent of a keyword is told by
	Claims     *Claims         // what dates and superlatives are told by
	Formula    *Formula        // how easily a text reads

	// What the application itself says in it.
	Outline *Outline // titles and headings of ideas
	Draft   *Draft   // what a draft asks its writer
	Edits   *Edits   // what can be said shorter or plainer
	Site    *Site    // what a new site is called and promises
	Theme   *Theme   // what published pages say around their content
}

// known are the languages. Of two that fit a text alike, the one that stands first is taken.
var known = []*Language{
	en, de, fr, es, it, pt, nl, sv, nb, da, pl, ru, hu, tr,
	ar, el, he, hi, ja, ko, th, zh,
}

// All returns the known languages. Of two that fit a text alike, the one that stands first is taken.
func All() []*Language { return slices.Clone(known) }

// Of returns the language of a BCP 47 tag such as "de" or "pt-BR". Of one that is not known it returns a Language with nothing but its code.
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
