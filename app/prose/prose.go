// Package prose tells what a document says: where keywords stand in it, which questions it answers, what it claims, where its links lead,
// how easily it reads, how a search result shows it, and what of it is still to be written. It takes a document and facts about its page,
// and returns findings with the blocks that they are about. It stores nothing and decides nothing: the Writer shows the findings and
// refuses by them; the Linker and the Optimizer read them, too.
package prose

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"igny8/app/language"
)

// Phrase returns the words of a text in small letters with single blanks between them. Two phrases of the same words are equal.
func Phrase(text string) string { return strings.Join(language.Words(text), " ") }

var (
	token     = regexp.MustCompile(`\p{N}+(?:[.,'’\x{00A0}\x{202F} ]\p{N}+)*|[\p{L}\p{M}]+`)
	thousands = regexp.MustCompile(`^\p{N}{1,3}(?:[.,'’\x{00A0}\x{202F} ]\p{N}{3})+$`)
	separator = regexp.MustCompile(`[.,'’\x{00A0}\x{202F} ]`)
)

// Tokens returns the words and numbers of a text in small letters, with one spelling for each number: 1,200 and 1200 are the same.
func Tokens(text string) []string {
	var tokens []string
	for _, found := range token.FindAllString(strings.ToLower(text), -1) {
		if thousands.MatchString(found) {
			tokens = append(tokens, separator.ReplaceAllString(found, ""))
			continue
		}
		for _, part := range strings.FieldsFunc(found, unicode.IsSpace) {
			tokens = append(tokens, strings.ReplaceAll(part, ",", "."))
		}
	}
	return tokens
}

func setOf(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[word] = true
	}
	return set
}

// standsAt reports whether the phrase stands in the words at the place.
func standsAt(words []string, at int, phrase []string) bool {
	return at+len(phrase) <= len(words) && slices.Equal(words[at:at+len(phrase)], phrase)
}

// hasRun reports whether the phrase stands in the words without a gap.
func hasRun(words, phrase []string) bool {
	for at := range words {
		if standsAt(words, at, phrase) {
			return true
		}
	}
	return false
}

func hasAll(words, wanted []string) bool {
	return !slices.ContainsFunc(wanted, func(word string) bool { return !slices.Contains(words, word) })
}
