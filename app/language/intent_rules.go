package language

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Intents are what a searcher may want.
var Intents = []string{"informational", "commercial", "transactional", "navigational"}

// IntentSet is a set of Intents, a bit for each.
type IntentSet uint8

const (
	informational IntentSet = 1 << iota
	commercial
	transactional
	navigational
)

// String returns the intents of the set in their order, separated by commas.
func (s IntentSet) String() string {
	var found []string
	for i, intent := range Intents {
		if s&(1<<i) != 0 {
			found = append(found, intent)
		}
	}
	return strings.Join(found, ",")
}

// IntentSetOf returns the set that a comma list names.
func IntentSetOf(list string) IntentSet {
	var found IntentSet
	for intent := range strings.SplitSeq(list, ",") {
		if i := slices.Index(Intents, intent); i >= 0 {
			found |= 1 << i
		}
	}
	return found
}

// ListsWithIntent returns the comma lists that have the intent.
func ListsWithIntent(intent string) []string {
	var lists []string
	for s := IntentSetOf(intent); s < 1<<len(Intents); s++ {
		if s&IntentSetOf(intent) != 0 {
			lists = append(lists, s.String())
		}
	}
	return lists
}

// longestPhrase is how many words the phrases of the rules have at most.
const longestPhrase = 4

// IntentRules recognise what a searcher wants by the words of the keyword, in one They are not sure: what they do not
// recognise stays unknown.
type IntentRules struct {
	phrases map[string]IntentSet
	opening map[string]bool
	words   map[string]bool // that begin a phrase
}

// IntentRulesFor returns the rules for a language, a code such as de or pt-BR. For one without rules of its own they know
// only words that are used everywhere.
func IntentRulesFor(tag string) *IntentRules {
	if rules := builtRules()[Base(tag)]; rules != nil {
		return rules
	}
	return builtRules()[""]
}

var builtRules = sync.OnceValue(func() map[string]*IntentRules {
	all := map[string]*IntentRules{"": newIntentRules(Everywhere)}
	for _, l := range All() {
		if l.Intents != nil {
			all[l.Code] = newIntentRules(Everywhere, *l.Intents)
		}
	}
	return all
})

func newIntentRules(books ...IntentWords) *IntentRules {
	r := &IntentRules{phrases: map[string]IntentSet{}, opening: map[string]bool{}, words: map[string]bool{}}
	for _, b := range books {
		for phrase := range strings.SplitSeq(b.Opening, ", ") {
			if phrase != "" {
				r.opening[phrase] = true
			}
		}
		for intent, list := range map[IntentSet]string{
			informational: b.Informational, commercial: b.Commercial,
			transactional: b.Transactional, navigational: b.Navigational,
		} {
			for phrase := range strings.SplitSeq(list, ", ") {
				first, _, _ := strings.Cut(phrase, " ")
				r.words[first] = true
				r.phrases[phrase] |= intent
			}
		}
	}
	return r
}

// Recognise returns the intents that the words of a key tell, separated by commas; empty when they tell none. A longer
// phrase speaks for its words: "how much does it cost" asks, although "cost" alone would buy.
func (r *IntentRules) Recognise(key string) string {
	var found IntentSet
	if address(key) {
		found = navigational
	}
	words := tokens(key)
	for i := 0; i < len(words); {
		intent, taken := r.at(words[i:])
		found |= intent
		i += taken
	}
	for n := 1; n <= min(longestPhrase, len(words)) && len(words) > 1; n++ {
		if r.opening[strings.Join(words[:n], " ")] {
			found |= informational
		}
	}
	return found.String()
}

// at is what the longest phrase at the beginning of the words tells, and how many of them it takes.
func (r *IntentRules) at(words []string) (intent IntentSet, taken int) {
	if !r.words[words[0]] {
		return 0, 1
	}
	for n := min(longestPhrase, len(words)); n > 0; n-- {
		if intent, ok := r.phrases[strings.Join(words[:n], " ")]; ok {
			return intent, n
		}
	}
	return 0, 1
}

// tokens are the words of a key.
func tokens(key string) []string {
	return strings.FieldsFunc(key, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// address says whether the key is or has the name of a site, such as example.com.
func address(key string) bool {
	if strings.HasPrefix(key, "www ") || strings.Contains(key, "www.") || strings.Contains(key, "http") {
		return true
	}
	for word := range strings.FieldsSeq(key) {
		name, ending, dotted := strings.Cut(word, ".")
		if dotted && utf8.RuneCountInString(name) > 1 && endings[ending[strings.LastIndexByte(ending, '.')+1:]] {
			return true
		}
	}
	return false
}

// endings are the ends of addresses that people type.
var endings = setOf("com net org io co ai app dev de fr es it nl pt br uk us ca au eu at ch be info gov edu")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
