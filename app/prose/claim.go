package prose

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"igny8/app/blocks"
	"igny8/app/language"
)

// The kinds of claims.
const (
	ClaimPrice       = "price"
	ClaimDate        = "date"
	ClaimNumber      = "number"
	ClaimSuperlative = "superlative"
)

// Claim is a sentence that states a number, a date, a price or a superlative.
type Claim struct {
	BlockID string
	Text    string
	Mark    string   // names the sentence within its document, as long as its words stay
	Kinds   []string // ClaimPrice and so on
	Told    []string // the words that make it a claim
	Linked  string   // the first address of another site that the sentence links to; empty: none
}

// Claims returns the claims of a document in the language of the tag, in the order of reading. A question claims nothing.
func Claims(doc blocks.Document, tag string) []Claim {
	var list []Claim
	for _, b := range doc {
		list = append(list, recent.claims(b, tag)...)
	}
	return list
}

func claimsOf(b blocks.Block, tag string) []Claim {
	var list []Claim
	for _, s := range Sentences(b, tag) {
		if s.Asks() {
			continue
		}
		kinds, told := claimsIn(s.Text, tag)
		if len(kinds) == 0 {
			continue
		}
		c := Claim{BlockID: b.ID, Text: s.Text, Mark: markOf(s.Text), Kinds: kinds, Told: told}
		if at := slices.IndexFunc(s.Links, leadsOutside); at >= 0 {
			c.Linked = s.Links[at]
		}
		list = append(list, c)
	}
	return list
}

// recent holds the claims of the blocks that were looked at last. A text is looked through whenever one of its blocks is saved, and all
// others are as they were.
var recent = claimsOfBlocks{found: map[[sha256.Size]byte][]Claim{}}

type claimsOfBlocks struct {
	mu    sync.Mutex
	found map[[sha256.Size]byte][]Claim // by the hash of the block and the language
}

// mostRecent is how many blocks recent holds, a few MB.
const mostRecent = 10_000

func (r *claimsOfBlocks) claims(b blocks.Block, tag string) []Claim {
	content, err := b.MarshalJSON()
	if err != nil {
		return claimsOf(b, tag)
	}
	key := sha256.Sum256(append(content, tag...))
	r.mu.Lock()
	list, ok := r.found[key]
	r.mu.Unlock()
	if ok {
		return list
	}
	list = claimsOf(b, tag)
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.found) >= mostRecent {
		clear(r.found)
	}
	r.found[key] = list
	return list
}

// FindsSuperlatives reports whether superlatives are looked for in the language of the tag. Prices, years and numbers are found in every
// language.
func FindsSuperlatives(tag string) bool { return language.Of(tag).Claims != nil }

func leadsOutside(address string) bool { return strings.HasPrefix(address, "http") }

func markOf(text string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(strings.Join(strings.Fields(text), " "))))
	return hex.EncodeToString(sum[:12])
}

// Supported returns the first of the facts that has all words that make the claim, and one more of its words; empty if there is none.
func (c Claim) Supported(facts []Fact) string {
	told := Tokens(strings.Join(c.Told, "; "))
	tells := setOf(told)
	var others []string
	for _, word := range Tokens(c.Text) {
		if utf8.RuneCountInString(word) > 3 && !tells[word] {
			others = append(others, word)
		}
	}
	for _, f := range facts {
		in := func(word string) bool { return f.words[word] }
		if !slices.ContainsFunc(told, func(word string) bool { return !in(word) }) && slices.ContainsFunc(others, in) {
			return f.text
		}
	}
	return ""
}

// Fact is something that is known to be true, to compare claims with.
type Fact struct {
	text  string
	words map[string]bool
}

// NewFact returns the fact that the text states.
func NewFact(text string) Fact { return Fact{text, setOf(Tokens(text))} }

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

// claimsIn returns the kinds of claims that the sentence makes and the words that make them, in the order of the kinds. Words that make a
// claim of one kind are not looked at for the next.
func claimsIn(text, tag string) (kinds, told []string) {
	words := cmp.Or(language.Of(tag).Claims, &language.Claims{})
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

// blanked returns the text with blanks in place of what was found.
func blanked(text string, found [][]int) string {
	blank := []byte(text)
	for _, at := range found {
		for i := at[0]; i < at[1]; i++ {
			blank[i] = ' '
		}
	}
	return string(blank)
}

// tail returns the end of a text: as much of what stands before a place as a rule needs.
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

// numbers returns the places of figures that measure something. Those inside a name (A4, 3D) and those that only count the parts of a text
// are left out.
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

// glued reports whether letters follow that are no unit.
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
