package language

import (
	"math/bits"
	"strings"
	"unicode"
)

// Guess is the language in which texts seem to be written.
type Guess struct {
	Code  string  // ISO 639-1; "en" if nothing is found
	Sure  float64 // 0 is a guess, 1 certain: by how much of its score the language leads the next one
	Words int     // how many function words of the language the texts have

	scores map[string]int
}

// Detect finds the language of texts such as keywords or headings. A script that is used mainly for one language decides
// alone. Languages in Latin and Cyrillic letters are recognised by their function words and typical letters.
func Detect(texts []string) Guess {
	if g, ok := byScript(texts); ok {
		return g
	}
	frequency := map[string]int{}
	for _, t := range texts {
		for _, word := range Tokens(Key(t)) {
			frequency[word]++
		}
	}
	return DetectWords(frequency)
}

// DetectWords is Detect from the frequencies of words.
func DetectWords(frequency map[string]int) Guess {
	g := Guess{Code: "en", scores: map[string]int{}}
	most := 0
	for _, l := range known {
		score := l.score(frequency)
		g.scores[l.Code] = score
		if score > most+most/20 {
			g.Code, most = l.Code, score
		}
	}
	next := 0
	for code, score := range g.scores {
		if code != g.Code {
			next = max(next, score)
		}
	}
	if most > 0 {
		g.Sure = max(0, 1-float64(next)/float64(most))
	}
	for word := range Of(g.Code).FunctionWords {
		g.Words += frequency[word]
	}
	return g
}

// Than says how sure the guess is against one other language.
func (g Guess) Than(code string) float64 {
	if g.scores == nil {
		return g.Sure
	}
	if g.scores[g.Code] == 0 || g.Code == code {
		return 0
	}
	return 1 - float64(g.scores[code])/float64(g.scores[g.Code])
}

// Spoken returns the language of the tag, or that of the texts if they are clearly in another one: keywords are sometimes in
// another language than their site. Both must be languages that the caller can use.
func Spoken(tag string, texts []string, usable func(*Language) bool) *Language {
	given := Of(tag)
	if !usable(given) {
		return given
	}
	g := Detect(texts)
	if other := Of(g.Code); usable(other) && g.Words >= fewestWords && 4*g.Words >= len(texts) && g.Than(given.Code) > 0.5 {
		return other
	}
	return given
}

// fewestWords is the number of function words that identify a language clearly.
const fewestWords = 3

// byScript returns the language of more than half of the letters, if their script identifies one.
func byScript(texts []string) (Guess, bool) {
	letters, count := 0, map[*Language]int{}
	borrowed := map[*Language]int{}
	for _, r := range strings.Join(texts, "") {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < 0x370 { // Latin
			continue
		}
		for _, l := range known {
			if unicode.In(r, l.Scripts...) {
				count[l]++
			}
			if l.Borrows != nil && unicode.Is(l.Borrows, r) {
				borrowed[l]++
			}
		}
	}
	for l, n := range borrowed {
		if count[l] > 0 {
			count[l] += n
		}
	}
	var best *Language
	for _, l := range known {
		if 2*count[l] > letters && (best == nil || count[l] > count[best]) {
			best = l
		}
	}
	if best == nil {
		return Guess{}, false
	}
	return Guess{Code: best.Code, Sure: min(1, float64(count[best])/float64(letters))}, true
}

// score adds up the function words of l and the words with letters typical of l. Each function word counts by the logarithm
// of its frequency, so that a subject that looks like one ("ai" is one in French) does not decide.
func (l *Language) score(frequency map[string]int) int {
	score := 0
	for w := range l.FunctionWords {
		score += 4 * bits.Len(uint(frequency[w]))
	}
	if l.Letters == "" {
		return score
	}
	for w, f := range frequency {
		if strings.ContainsAny(w, l.Letters) {
			score += bits.Len(uint(f))
		}
	}
	return score
}
