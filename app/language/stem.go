package language

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
)

// shortestStem is the number of letters below which a stem says nothing of its word.
const shortestStem = 2

// Stem returns the stem of a word.
func (l *Language) Stem(word string) string {
	if l.Stemmer == nil {
		return word
	}
	return l.Stemmer(word)
}

// Function reports whether the word is a function word, as it is or without its accents.
func (l *Language) Function(word string) bool {
	return l.FunctionWords[word] || l.FunctionWords[Plain(word)]
}

// Stems returns the words of a text in their order, each reduced to its stem in the language of the tag (BCP 47; empty:
// English), without accents.
func Stems(tag, text string) []string {
	l, stems := Of(cmp.Or(tag, "en")), Tokens(Key(text))
	for i, word := range stems {
		stems[i] = Plain(l.Stem(word))
	}
	return stems
}

// TopicStems returns Stems without function words such as "how", "the" and "is". If the text has only function words, it
// returns all of them.
func TopicStems(tag, text string) []string {
	l := Of(cmp.Or(tag, "en"))
	var stems []string
	for _, word := range Tokens(Key(text)) {
		if !l.Function(word) {
			stems = append(stems, Plain(l.Stem(word)))
		}
	}
	if len(stems) == 0 {
		return Stems(tag, text)
	}
	return stems
}

func snowballed(stem func(string, bool) string) func(string) string {
	return func(word string) string { return stem(word, false) }
}

// settled returns a stemmer that stems until the word stays as it is. Snowball reduces a plural to the singular (fietsen:
// fiets), but the singular further (fiet), so only the stem that has no other stem joins the two.
func settled(stem func(*snowballstem.Env) bool) func(string) string {
	return func(word string) string {
		for range len(word) {
			env := snowballstem.NewEnv(word)
			stem(env)
			next := env.Current()
			if next == word || utf8.RuneCountInString(next) < shortestStem {
				break
			}
			word = next
		}
		return word
	}
}

func cutEnding(word, ending string, keep int) (string, bool) {
	base, ok := strings.CutSuffix(word, ending)
	return base, ok && len(base) >= keep
}
