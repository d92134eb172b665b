package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Formula measures how easily a text reads in one language, scaled so that 100 is easiest, except for LIX. Syllables are
// counted as groups of vowels.
type Formula struct {
	Name, Source string
	Score        func(Counts) float64
	Easy, Hard   float64           // easy to read from Easy on; hard beyond Hard
	Silent       func(string) bool // whether the last vowel of a word is silent; nil: none is
}

// Counts are the values that the formulas use. Long words have more than six letters.
type Counts struct{ Sentences, Words, Syllables, Letters, Long int }

// PerSentence returns the words of a sentence.
func (c Counts) PerSentence() float64 { return float64(c.Words) / float64(c.Sentences) }

// PerWord returns the syllables of a word.
func (c Counts) PerWord() float64 { return float64(c.Syllables) / float64(c.Words) }

// Add counts the words of one more sentence by the formula of its language, which may be nil. It returns their number.
func (c *Counts) Add(sentence string, f *Formula) int {
	words := Words(sentence)
	if len(words) == 0 {
		return 0
	}
	c.Sentences++
	c.Words += len(words)
	for _, word := range words {
		n := utf8.RuneCountInString(word)
		c.Letters += n
		if n > 6 {
			c.Long++
		}
		c.Syllables += f.Syllables(word)
	}
	return len(words)
}

// Syllables counts the groups of vowels of a word, without a silent one at the end, and at least one.
func (f *Formula) Syllables(word string) int {
	n, inside := 0, false
	for _, r := range word {
		vowel := strings.ContainsRune("aeiouyäöüàâáãåæéèêëíìîïóòôõøúùûýœ", unicode.ToLower(r))
		if vowel && !inside {
			n++
		}
		inside = vowel
	}
	if n > 1 && f != nil && f.Silent != nil && f.Silent(word) {
		n--
	}
	return max(n, 1)
}

// Falling reports whether a lower score reads more easily.
func (f *Formula) Falling() bool { return f.Easy < f.Hard }

// Verdict returns easy, middling or hard.
func (f *Formula) Verdict(score float64) string {
	easy, hard := f.Easy, f.Hard
	if f.Falling() {
		score, easy, hard = -score, -easy, -hard
	}
	switch {
	case score >= easy:
		return "easy"
	case score >= hard:
		return "middling"
	}
	return "hard"
}

// lix returns the formula of the Scandinavian languages. It counts long words instead of syllables; a lower number reads more easily.
func lix() *Formula {
	return &Formula{
		Name: "LIX", Source: "Björnsson 1968", Easy: 40, Hard: 50,
		Score: func(c Counts) float64 { return c.PerSentence() + 100*float64(c.Long)/float64(c.Words) },
	}
}
