package clustering

import (
	"math/bits"
	"strings"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
)

// language is how the words of one language are reduced to stems.
type language struct {
	code      string
	modifiers map[string]bool // stop words: they tell intents apart, not topics
	stem      func(string) string
	compounds bool // writes compounds as one word, so that parts of long words count
}

func snowballed(stem func(string, bool) string) func(string) string {
	return func(word string) string { return stem(word, false) }
}

// languages are tried in this order; the first wins a tie.
var languages = []language{
	{"en", wordSet(english_), snowballed(english.Stem), false},
	{"de", wordSet(german_), germanStem, true},
	{"fr", wordSet(french_), snowballed(french.Stem), false},
	{"es", wordSet(spanish_), snowballed(spanish.Stem), false},
	{"it", wordSet(italian_), romanceStem, false},
	{"pt", wordSet(portuguese_), romanceStem, false},
	{"nl", wordSet(dutch_), germanStem, true},
	{"sv", wordSet(swedish_), snowballed(swedish.Stem), true},
	{"nb", wordSet(norwegian_), snowballed(norwegian.Stem), true},
	{"da", wordSet(danish_), snowballed(norwegian.Stem), true},
	{"pl", wordSet(polish_), identityStem, false},
	{"ru", wordSet(russian_), snowballed(russian.Stem), false},
	{"hu", wordSet(hungarian_), snowballed(hungarian.Stem), true},
	{"tr", wordSet(turkish_), identityStem, false},
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
		set[plain(w)] = true
	}
	return set
}

func identityStem(word string) string { return word }

// languageOf is the language that tag names, else the one whose function words are found most, else English.
func languageOf(tag string, frequency map[string]int) language {
	tag, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	if tag == "no" || tag == "nn" {
		tag = "nb"
	}
	for _, l := range languages {
		if l.code == tag {
			return l
		}
	}
	if tag != "" {
		return language{code: tag, stem: identityStem}
	}
	best, most := languages[0], 0
	for _, l := range languages {
		if score := l.score(frequency); score > most+most/20 {
			best, most = l, score
		}
	}
	return best
}

// Language is the language in which most of the keywords are, as an ISO 639 code: "en" where they do not tell.
func Language(keywords []string) string {
	frequency := map[string]int{}
	for _, k := range keywords {
		for _, word := range tokens(Key(k)) {
			frequency[word]++
		}
	}
	return languageOf("", frequency).code
}

// score adds up the function words of l, each by the logarithm of its frequency, so that a subject that looks like a
// function word ("ai" is one in French) does not decide, and the words with letters typical of l.
func (l language) score(frequency map[string]int) int {
	score := 0
	for w := range l.modifiers {
		score += 4 * bits.Len(uint(frequency[w]))
	}
	letters := typical[l.code]
	for w, f := range frequency {
		if letters != "" && strings.ContainsAny(w, letters) {
			score += bits.Len(uint(f))
		}
	}
	return score
}

// typical letters settle lists that have hardly any function words.
var typical = map[string]string{
	"de": "äöüß", "fr": "éèêàçù", "es": "ñáíóú", "pt": "ãõç", "it": "òìù", "sv": "åäö", "nb": "åøæ", "da": "åøæ",
	"pl": "ąęłśżźćń", "ru": "абвгдежзийклмнопрстуфхцчшщыьэюя", "hu": "őűáé", "tr": "ığşç",
}

// Stems are the words of the text in its order, each reduced to its stem in the language of the tag (BCP 47), accents off.
func Stems(tag, text string) []string {
	stems := tokens(Key(text))
	l := languageOf(tag, nil)
	for i, word := range stems {
		stems[i] = plain(l.stem(word))
	}
	return stems
}

// TopicStems are Stems without function words such as "how", "the" and "is"; of a text that has no others, all of them.
func TopicStems(tag, text string) []string {
	words := tokens(Key(text))
	l := languageOf(tag, nil)
	var stems []string
	for _, word := range words {
		if !l.modifiers[word] && !l.modifiers[plain(word)] {
			stems = append(stems, plain(l.stem(word)))
		}
	}
	if len(stems) == 0 {
		return Stems(tag, text)
	}
	return stems
}
