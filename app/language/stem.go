package language

import (
	"cmp"
	"strings"
)

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

// germanStem removes inflections from a German or Dutch word. It is a light stemmer, since parts of words distinguish
// compounds anyway.
func germanStem(word string) string {
	word = Plain(word)
	for _, ending := range []string{"ungen", "erinnen", "erin", "ung"} {
		if base, ok := cutEnding(word, ending, 4); ok {
			return base
		}
	}
	for _, ending := range []string{"ern", "em", "en", "er", "es", "e", "n", "s"} {
		if base, ok := cutEnding(word, ending, 3); ok {
			return base
		}
	}
	return word
}

// romanceStem removes gender, number and the infinitive from an Italian or Portuguese word.
func romanceStem(word string) string {
	word = Plain(word)
	for _, change := range [][2]string{{"coes", "cao"}, {"zioni", "zione"}, {"ais", "al"}, {"eis", "el"}, {"ns", "m"}} {
		if base, ok := cutEnding(word, change[0], 3); ok {
			word = base + change[1]
			break
		}
	}
	word = strings.TrimSuffix(word, "s")
	for _, ending := range []string{"are", "ere", "ire", "che", "ghe", "chi", "ghi", "ar", "er", "ir", "a", "e", "i", "o"} {
		if base, ok := cutEnding(word, ending, 3); ok {
			return base
		}
	}
	return word
}

func cutEnding(word, ending string, keep int) (string, bool) {
	base, ok := strings.CutSuffix(word, ending)
	return base, ok && len(base) >= keep
}
