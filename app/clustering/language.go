package clustering

import (
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

// languageOf is the language that o names, else the one with the most function words among the keywords, else English.
func languageOf(tag string, texts [][]string) language {
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
	best, most := languages[0], 0.
	for _, l := range languages {
		if score := l.score(texts); score > most*1.05 {
			best, most = l, score
		}
	}
	return best
}

// score counts the function words of l, and its typical letters.
func (l language) score(texts [][]string) float64 {
	score := 0.
	for _, words := range texts {
		for _, w := range words {
			if l.modifiers[w] {
				score++
			}
			if letters := typical[l.code]; letters != "" && strings.ContainsAny(w, letters) {
				score += .5
			}
		}
	}
	return score
}

// typical letters settle lists that have hardly any function words.
var typical = map[string]string{
	"de": "äöüß", "fr": "éèêàçù", "es": "ñáíóú", "pt": "ãõç", "it": "òìù", "sv": "åäö", "nb": "åøæ", "da": "åøæ",
	"pl": "ąęłśżźćń", "ru": "абвгдежзийклмнопрстуфхцчшщыьэюя", "hu": "őűáé", "tr": "ığşç",
}
