package prose

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// FormerFact is what a fact said before it was changed, as it is looked for in texts.
type FormerFact struct {
	value, now, name []string
	bare             bool // its value is too little to be looked for without the name of the fact
}

// NewFormerFact returns the fact of the name that said value before. now is what it says today; empty: it was removed.
func NewFormerFact(name, value, now string) FormerFact {
	f := FormerFact{value: Tokens(value), now: Tokens(now)}
	for _, word := range Tokens(name) {
		if utf8.RuneCountInString(word) > 2 {
			f.name = append(f.name, word)
		}
	}
	f.bare = len(f.value) == 1 && (utf8.RuneCountInString(f.value[0]) < 3 || unicode.IsDigit(rune(f.value[0][0])))
	return f
}

// StatedIn reports whether the tokens of a text state the former fact, and not merely what is true today. A value that is a bare number
// counts only beside the name of the fact.
func (f FormerFact) StatedIn(tokens []string) bool {
	if len(f.value) == 0 || f.bare && !slices.ContainsFunc(f.name, func(name string) bool { return slices.Contains(tokens, name) }) {
		return false
	}
	for at := range tokens {
		if standsAt(tokens, at, f.value) && !f.today(tokens, at) {
			return true
		}
	}
	return false
}

// today reports whether the place is a part of what is true today.
func (f FormerFact) today(tokens []string, at int) bool {
	for from := max(0, at-len(f.now)); len(f.now) > 0 && from <= at; from++ {
		if standsAt(tokens, from, f.now) && from+len(f.now) >= at+len(f.value) {
			return true
		}
	}
	return false
}
