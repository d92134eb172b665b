package writer

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"igny8/app/blocks"
)

// formula is a measure of how easily a text reads in one language, scaled so that 100 is easiest, except for LIX.
type formula struct {
	name, source string
	score        func(counts) float64
	easy, hard   float64 // from easy on a text reads easily; past hard it takes effort
}

// formulas by language. Those that count syllables do so by groups of vowels.
var formulas = map[string]formula{
	"en": {"Flesch Reading Ease", "Flesch 1948", func(c counts) float64 { return 206.835 - 1.015*c.perSentence() - 84.6*c.perWord() }, 60, 40},
	"de": {"Flesch Reading Ease for German", "Amstad 1978", func(c counts) float64 { return 180 - c.perSentence() - 58.5*c.perWord() }, 60, 40},
	"fr": {"Flesch Reading Ease for French", "Kandel and Moles 1958", func(c counts) float64 { return 207 - 1.015*c.perSentence() - 73.6*c.perWord() }, 60, 40},
	"es": {"Reading ease for Spanish", "Fernández Huerta 1959", func(c counts) float64 { return 206.84 - 1.02*c.perSentence() - 60*c.perWord() }, 60, 40},
	"pt": {"Flesch Reading Ease for Portuguese", "Martins et al. 1996", func(c counts) float64 { return 248.835 - 1.015*c.perSentence() - 84.6*c.perWord() }, 50, 25},
	"nl": {"Reading ease for Dutch", "Douma 1960", func(c counts) float64 { return 206.84 - 0.93*c.perSentence() - 77*c.perWord() }, 60, 40},
	"it": {"Gulpease", "Lucisano and Piemontese 1988", func(c counts) float64 {
		return min(100, 89+(300*float64(c.sentences)-10*float64(c.letters))/float64(c.words))
	}, 60, 40},
	"sv": lix, "nb": lix, "no": lix, "nn": lix, "da": lix,
}

// lix counts long words instead of syllables; a lower number reads more easily.
var lix = formula{"LIX", "Björnsson 1968", func(c counts) float64 { return c.perSentence() + 100*float64(c.long)/float64(c.words) }, 40, 50}

// counts are what the formulas are made of.
type counts struct{ sentences, words, syllables, letters, long int }

func (c counts) perSentence() float64 { return float64(c.words) / float64(c.sentences) }
func (c counts) perWord() float64     { return float64(c.syllables) / float64(c.words) }

func (c *counts) count(text, language string) int {
	words := wordsIn(text)
	if len(words) == 0 {
		return 0
	}
	c.sentences++
	c.words += len(words)
	for _, word := range words {
		n := utf8.RuneCountInString(word)
		c.letters += n
		if n > 6 {
			c.long++
		}
		c.syllables += syllables(word, language)
	}
	return len(words)
}

// LongSentence is one that few readers get through at once.
type LongSentence struct {
	BlockID string
	Text    string
	Words   int
}

// Readability is advice about a text; it holds nothing.
type Readability struct {
	Content   Content
	Formula   string   // empty: none is known for the language
	Source    string   // who found it
	Score     *float64 // nil: too short, or no formula
	Verdict   string   // easy, middling or hard
	Falling   bool     // a lower score reads more easily
	Sentences int
	Words     int
	PerLine   *float64 // words in a sentence
	Long      []LongSentence
	Heavy     []LongSentence // paragraphs of many words
}

// The bounds of the advice, in words.
const (
	wordySentence  = 25
	heavyParagraph = 120
	fewestMeasured = 100 // fewer say nothing about a text
)

// Readability measures the content by the formula of its language.
func (s *Service) Readability(ctx context.Context, contentID string) (Readability, error) {
	c, err := s.Content(ctx, contentID)
	if err != nil {
		return Readability{}, err
	}
	site, err := s.sites.Get(ctx, c.SiteID)
	if err != nil {
		return Readability{}, err
	}
	drafted, err := outlineTexts(s.db.Read(ctx), c)
	if err != nil {
		return Readability{}, err
	}
	r := readability(drafted.written(c.Blocks), baseOf(site.Language))
	r.Content = c
	return r, nil
}

func readability(doc blocks.Document, language string) Readability {
	var r Readability
	var n counts
	for _, b := range doc {
		for _, s := range sentencesOf(b, language) {
			if words := n.count(s.Text, language); words > wordySentence {
				r.Long = append(r.Long, LongSentence{b.ID, s.Text, words})
			}
		}
		if words := len(wordsIn(b.PlainText())); b.Type == blocks.TypeParagraph && words > heavyParagraph {
			r.Heavy = append(r.Heavy, LongSentence{b.ID, b.PlainText(), words})
		}
	}
	r.Sentences, r.Words = n.sentences, n.words
	if n.sentences > 0 {
		r.PerLine = new(n.perSentence())
	}
	f, ok := formulas[language]
	if !ok {
		return r
	}
	r.Formula, r.Source, r.Falling = f.name, f.source, f.easy < f.hard
	if n.words >= fewestMeasured {
		score := f.score(n)
		r.Score, r.Verdict = &score, f.verdict(score)
	}
	return r
}

func (f formula) verdict(score float64) string {
	if f.easy < f.hard {
		score, f.easy, f.hard = -score, -f.easy, -f.hard
	}
	switch {
	case score >= f.easy:
		return "easy"
	case score >= f.hard:
		return "middling"
	}
	return "hard"
}

// syllables counts the groups of vowels of a word, at least one; a last e that nobody speaks is none.
func syllables(word, language string) int {
	n, inside := 0, false
	for _, r := range word {
		vowel := strings.ContainsRune("aeiouyäöüàâáãåæéèêëíìîïóòôõøúùûýœ", unicode.ToLower(r))
		if vowel && !inside {
			n++
		}
		inside = vowel
	}
	silent := strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le")
	if n > 1 && (language == "en" && silent || language == "fr" && (strings.HasSuffix(word, "e") || strings.HasSuffix(word, "es"))) {
		n--
	}
	return max(n, 1)
}
