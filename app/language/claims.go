package language

import "regexp"

// Claims are the expressions that identify dates and superlatives in one language.
type Claims struct {
	Dated       *regexp.Regexp // a month with the text around it
	Counted     *regexp.Regexp // a word whose number only counts: step 3
	Superlative []*regexp.Regexp
	NotMost     []string // looks like a superlative and is none
}

func newClaims(months, counting string, notMost []string, superlative ...string) *Claims {
	w := &Claims{
		Dated:   regexp.MustCompile(`(?i)(?:\p{N}{1,2}(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?)?(?:` + months + `)(?:\s+(?:de\s+)?\p{N}{1,2}(?:st|nd|rd|th)?,?)?(?:\s+(?:de\s+|del\s+)?(?:1[5-9]|20)\p{N}{2})?(?:[^\p{L}\p{N}]|$)`),
		Counted: regexp.MustCompile(`(?i)` + notLetter + `(?:` + counting + `)\s*$`),
		NotMost: notMost,
	}
	for _, rule := range superlative {
		w.Superlative = append(w.Superlative, regexp.MustCompile(`(?i)`+notLetter+`(?:`+rule+`)(?:[^\p{L}\p{N}]|$)`))
	}
	return w
}

const notLetter = `(?:^|[^\p{L}\p{N}])`
