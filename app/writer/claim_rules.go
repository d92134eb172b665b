package writer

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"igny8/app/language"
)

// What a statement can claim.
const (
	ClaimPrice       = "price"
	ClaimDate        = "date"
	ClaimNumber      = "number"
	ClaimSuperlative = "superlative"
)

const notLetter = `(?:^|[^\p{L}\p{N}])`

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
	words := claimsIn(tag)
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

// claimsIn returns the expressions of the language of the tag; empty ones where none are known.
func claimsIn(tag string) *language.Claims {
	return cmp.Or(language.Of(tag).Claims, &language.Claims{})
}

// tail is the end of a text: what a rule has to know of what stands before a place.
func tail(text string) string {
	const enough = 80
	if len(text) <= enough {
		return text
	}
	return strings.ToValidUTF8(text[len(text)-enough:], "")
}

func dates(text string, words *language.Claims) [][]int {
	found := isoDate.FindAllStringIndex(text, -1)
	if words.Dated != nil {
		for _, at := range words.Dated.FindAllStringIndex(text, -1) {
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
func numbers(text string, words *language.Claims) [][]int {
	var found [][]int
	for _, at := range numeral.FindAllStringSubmatchIndex(text, -1) {
		before, after := tail(text[:at[2]]), text[at[3]:]
		list := strings.TrimSpace(before) == "" && strings.HasPrefix(after, ". ") // "1. Open the tap"
		if list || inWords.MatchString(before) || glued(after) || words.Counted != nil && words.Counted.MatchString(before) {
			continue
		}
		found = append(found, at[2:4])
	}
	return found
}

var units = regexp.MustCompile(`^(?i)(?:mm|cm|m|km|g|kg|t|l|ml|cl|s|ms|h|min|w|kw|v|a|mah|gb|mb|tb|ghz|mhz|hz|db|bar|psi|ft|in|lb|lbs|oz|mph|k|x|px)(?:[^\p{L}\p{N}]|$)`)

// glued says whether letters follow that are no unit.
func glued(after string) bool { return wordNext.MatchString(after) && !units.MatchString(after) }

func superlatives(text string, words *language.Claims) [][]int {
	var found [][]int
	for _, rule := range words.Superlative {
		for _, at := range rule.FindAllStringSubmatchIndex(text, -1) {
			if !slices.Contains(words.NotMost, strings.ToLower(text[at[2]:at[3]])) {
				found = append(found, at[2:4])
			}
		}
	}
	return found
}
