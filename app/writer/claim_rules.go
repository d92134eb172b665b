package writer

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// What a statement can claim.
const (
	ClaimPrice       = "price"
	ClaimDate        = "date"
	ClaimNumber      = "number"
	ClaimSuperlative = "superlative"
)

// claimWords are the expressions of one language that dates and superlatives are found by.
type claimWords struct {
	dated       *regexp.Regexp // a month with what stands around it
	counted     *regexp.Regexp // ends in a word whose number only counts: step 3
	superlative []*regexp.Regexp
	notMost     []string // what looks like a superlative and is none
}

func claimWordsOf(months, counting string, notMost []string, superlative ...string) claimWords {
	w := claimWords{
		dated:   regexp.MustCompile(`(?i)(?:\p{N}{1,2}(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?)?(?:` + months + `)(?:\s+(?:de\s+)?\p{N}{1,2}(?:st|nd|rd|th)?,?)?(?:\s+(?:de\s+|del\s+)?(?:1[5-9]|20)\p{N}{2})?(?:[^\p{L}\p{N}]|$)`),
		counted: regexp.MustCompile(`(?i)` + notLetter + `(?:` + counting + `)\s*$`),
		notMost: notMost,
	}
	for _, rule := range superlative {
		w.superlative = append(w.superlative, regexp.MustCompile(`(?i)`+notLetter+`(?:`+rule+`)(?:[^\p{L}\p{N}]|$)`))
	}
	return w
}

const notLetter = `(?:^|[^\p{L}\p{N}])`

var claimLanguages = map[string]claimWords{
	"en": claimWordsOf(
		`january|february|march|april|may|june|july|august|september|october|november|december`,
		`step|chapter|section|part|figure|table|page|question|point|no\.|number`, nil,
		`(?:the|our|its|their|my|your|[\p{L}]+['’]s)\s+(?:(?:very|single|absolute)\s+)?(best|worst|largest|biggest|smallest|fastest|slowest|cheapest|safest|strongest|lightest|heaviest|oldest|newest|longest|shortest|highest|lowest|hardest|finest|leading|only|(?:most|least)\s+\p{L}+|\p{L}{3,}iest)`,
		`(number one|no\. ?1|#1|unrivalled|unbeatable|market leader|second to none)`,
	),
	"de": claimWordsOf(
		`januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember`,
		`schritt|kapitel|abschnitt|teil|abbildung|tabelle|seite|frage|punkt|nr\.|nummer`,
		[]string{"am ersten", "am letzten", "am nächsten", "am obersten", "am untersten", "am meisten"},
		`(?:der|die|das|den|dem|des|unsere?[nmr]?|ihre?|seine?|deutschlands|europas)\s+((?:best|größt|kleinst|schnellst|langsamst|günstigst|billigst|teuerst|sicherst|stärkst|leichtest|schwerst|ältest|neue?st|längst|kürzest|höchst|niedrigst|einfachst|beliebtest|führend|einzig)e[nrsm]?)`,
		`(am\s+\p{L}{3,}sten|nummer eins|marktführer|unschlagbar|konkurrenzlos|weltweit führend)`,
	),
	"fr": claimWordsOf(
		`janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre`,
		`étape|chapitre|section|partie|figure|tableau|page|question|point|n°|numéro`, nil,
		`((?:la|le|les|notre|nos|leurs?|son|sa|ses)\s+(?:plus|moins|meilleure?s?|pires?|seule?s?)(?:\s+\p{L}+)?)`,
		`(numéro un|n° ?1|leader|imbattable)`,
	),
	"es": claimWordsOf(
		`enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre`,
		`paso|capítulo|sección|parte|figura|tabla|página|pregunta|punto|núm\.|número`, nil,
		`((?:el|la|los|las|lo|nuestr[oa]s?)\s+(?:mejor|mejores|peor|peores|únic[oa]s?|líder|(?:\p{L}+\s+)?(?:más|menos)\s+\p{L}+))`,
		`(número uno|nº ?1|líder(?:es)? del mercado|imbatible)`,
	),
}

const (
	figure   = `\p{N}+(?:[.,'’\x{00A0}\x{202F} ]\p{N}+)*`
	currency = `[€$£¥₹]|EUR|USD|GBP|CHF|JPY|PLN|SEK|NOK|DKK|CAD|AUD|INR|euros?|dollars?|pounds?|francs?|Franken|Euro|Cents?|dólares?|libras?`
)

var (
	priced   = regexp.MustCompile(`(?:(?:` + currency + `)[\x{00A0}\x{202F} ]?` + figure + `|` + notLetter + figure + `(?:,[-–—])?[\x{00A0}\x{202F} ]?(?:` + currency + `))(?:[^\p{L}\p{N}]|$)`)
	isoDate  = regexp.MustCompile(`\b(?:19|20)\d{2}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}\b`)
	year     = regexp.MustCompile(notLetter + `((?:1[5-9]|20)\d{2})(?:[^\p{L}\p{N}]|$)`)
	numeral  = regexp.MustCompile(notLetter + `(` + figure + `)`)
	inWords  = regexp.MustCompile(`\p{L}[-–]?$`)
	wordNext = regexp.MustCompile(`^\p{L}`)
)

// claims are the kinds of claims that the sentence makes, with the words that tell, in the order of the kinds. What tells one kind is
// not looked at for the next.
func claims(text, tag string) (kinds, told []string) {
	words := claimLanguages[baseOf(tag)]
	rest := text
	take := func(kind, in string, found [][]int) {
		for _, at := range found {
			words := strings.TrimSpace(strings.Trim(in[at[0]:at[1]], ",;:()„“”»«\"'!?"))
			if words = strings.TrimSuffix(words, "."); words == "" {
				continue
			}
			if !slices.Contains(kinds, kind) {
				kinds = append(kinds, kind)
			}
			told = append(told, words)
		}
		rest = blanked(rest, found)
	}
	if strings.ContainsFunc(text, unicode.IsNumber) {
		take(ClaimPrice, rest, priced.FindAllStringIndex(rest, -1))
		take(ClaimDate, rest, dates(rest, words))
		take(ClaimNumber, rest, numbers(rest, words))
	}
	take(ClaimSuperlative, text, superlatives(text, words))
	return kinds, told
}

// blanked is the text with blanks in place of what was found.
func blanked(text string, found [][]int) string {
	blank := []byte(text)
	for _, at := range found {
		for i := at[0]; i < at[1]; i++ {
			blank[i] = ' '
		}
	}
	return string(blank)
}

func baseOf(tag string) string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, _ := parsed.Base()
	return base.String()
}

// tail is the end of a text: what a rule has to know of what stands before a place.
func tail(text string) string {
	const enough = 80
	if len(text) <= enough {
		return text
	}
	return strings.ToValidUTF8(text[len(text)-enough:], "")
}

func dates(text string, words claimWords) [][]int {
	found := isoDate.FindAllStringIndex(text, -1)
	if words.dated != nil {
		for _, at := range words.dated.FindAllStringIndex(text, -1) {
			if !inWords.MatchString(tail(text[:at[0]])) && strings.ContainsAny(text[at[0]:at[1]], "0123456789") {
				found = append(found, at)
			}
		}
	}
	for _, at := range year.FindAllStringSubmatchIndex(blanked(text, found), -1) {
		found = append(found, at[2:4])
	}
	return found
}

// numbers are the figures that measure something: those inside a name (A4, 3D) and those that only count the parts of a text are left out.
func numbers(text string, words claimWords) [][]int {
	var found [][]int
	for _, at := range numeral.FindAllStringSubmatchIndex(text, -1) {
		before, after := tail(text[:at[2]]), text[at[3]:]
		list := strings.TrimSpace(before) == "" && strings.HasPrefix(after, ". ") // "1. Open the tap"
		if list || inWords.MatchString(before) || glued(after) || words.counted != nil && words.counted.MatchString(before) {
			continue
		}
		found = append(found, at[2:4])
	}
	return found
}

var units = regexp.MustCompile(`^(?i)(?:mm|cm|m|km|g|kg|t|l|ml|cl|s|ms|h|min|w|kw|v|a|mah|gb|mb|tb|ghz|mhz|hz|db|bar|psi|ft|in|lb|lbs|oz|mph|k|x|px)(?:[^\p{L}\p{N}]|$)`)

// glued says whether letters follow that are no unit.
func glued(after string) bool { return wordNext.MatchString(after) && !units.MatchString(after) }

func superlatives(text string, words claimWords) [][]int {
	var found [][]int
	for _, rule := range words.superlative {
		for _, at := range rule.FindAllStringSubmatchIndex(text, -1) {
			if !slices.Contains(words.notMost, strings.ToLower(text[at[2]:at[3]])) {
				found = append(found, at[2:4])
			}
		}
	}
	return found
}
