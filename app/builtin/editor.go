package builtin

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"igny8/app/blocks"
	"igny8/app/language"
	"igny8/app/prose"
	"igny8/app/text"
)

// The measures of the editor.
const (
	longSentence = 20  // words; Simplify splits a longer one
	minHalf      = 5   // words that each half has at least
	shortEnough  = 0.7 // of the words are left: Shorten stops
)

// Editor makes inline texts shorter and simpler. It leaves out words and splits sentences; it never adds a thought.
type Editor struct {
	page    string // the title of the page
	edits   language.Edits
	fillers prose.Replacer
	framed  *regexp.Regexp // a filler between commas, or after the last one; nil: no fillers are known
	plainer prose.Replacer // what can be said in plainer words
}

// NewEditor returns the editor of a page with the title, in the language of the tag.
func NewEditor(tag, page string) Editor {
	var edits language.Edits
	if known := language.Of(tag).Edits; known != nil {
		edits = *known
	}
	var fillers, plainer []prose.Replacement
	for filler := range strings.SplitSeq(edits.Fillers, "|") {
		// With its comma it is another word: the comma is left out, too.
		fillers = append(fillers, prose.Replacement{Word: filler}, prose.Replacement{Word: filler + ","})
	}
	for word, instead := range edits.Plainer {
		plainer = append(plainer, prose.Replacement{Word: word, Instead: instead}, prose.Replacement{Word: word + ",", Instead: instead})
	}
	e := Editor{page: page, edits: edits, fillers: prose.NewReplacer(fillers), plainer: prose.NewReplacer(plainer)}
	if edits.Fillers != "" {
		e.framed = regexp.MustCompile(`(?i), (?:` + edits.Fillers + `)(?:,|([.!?…]|$))`)
	}
	return e
}

// aside is a text in brackets without numbers and elements.
var aside = regexp.MustCompile(`[ \t]*\([^()<>&0-9]*\)`)

// Shorten leaves out asides and fillers, and then the sentences that say least about the page.
func (e Editor) Shorten(text string) string {
	all := sentences(text)
	for i, sentence := range all {
		all[i] = e.terse(sentence)
	}
	before := CountWords([]string{text})
	for len(all) > 2 && float64(CountWords(all)) > shortEnough*float64(before) {
		least := e.least(all)
		if least < 0 {
			break
		}
		all = slices.Delete(all, least, least+1)
	}
	return strings.Join(all, " ")
}

// terse returns the sentence without asides and fillers.
func (e Editor) terse(sentence string) string {
	bare := aside.ReplaceAllString(sentence, "")
	if e.framed != nil {
		bare = e.framed.ReplaceAllString(bare, "$1")
	}
	terse := e.fillers.Replace(bare, true)
	first, _, _ := strings.Cut(bare, " ")
	if e.edits.SecondPlace && !strings.HasPrefix(terse, first) {
		return bare
	}
	return terse
}

// least returns the place of the sentence that shares the fewest words with the title of the page, the last one of several; -1 when none
// can be left out. The first sentence stays, and so do those with a number or a link.
func (e Editor) least(all []string) int {
	subject := wordSet(e.page)
	found, fewest := -1, 0
	for i, sentence := range all {
		if i == 0 || strings.Contains(sentence, "<a ") || strings.ContainsFunc(blocks.Text(sentence), unicode.IsDigit) {
			continue
		}
		if n := shared(wordSet(blocks.Text(sentence)), subject, nil); found < 0 || n <= fewest {
			found, fewest = i, n
		}
	}
	return found
}

// Simplify takes plainer words and splits long sentences.
func (e Editor) Simplify(text string) string {
	all := sentences(text)
	for i, sentence := range all {
		all[i] = e.split(e.plainer.Replace(sentence, false))
	}
	return strings.Join(all, " ")
}

// split makes two sentences of a long one at a semicolon, or at a joint word after a comma, as often as it takes.
func (e Editor) split(sentence string) string {
	if CountWords([]string{sentence}) <= longSentence {
		return sentence
	}
	for _, at := range level(sentence) {
		head, rest := sentence[:at], sentence[at:]
		opening, found := e.opening(rest)
		if found && CountWords([]string{head}) >= minHalf && CountWords([]string{opening}) >= minHalf {
			return head + ". " + e.split(opening)
		}
	}
	return sentence
}

// opening returns what follows a place as the beginning of a new sentence, and whether the sentence can be split there.
func (e Editor) opening(rest string) (string, bool) {
	if after, found := strings.CutPrefix(rest, "; "); found {
		return text.Headline(after), true
	}
	after, found := strings.CutPrefix(rest, ", "+e.edits.Joint+" ")
	return text.Headline(e.edits.Joint) + " " + after, found && e.edits.Joint != ""
}

// sentences cuts an inline text after full stops, question marks and exclamation marks that stand outside of elements.
func sentences(inline string) []string {
	var all []string
	start := 0
	for _, at := range level(inline) {
		if at < start || !ends(inline[start:at]) || inline[at] != ' ' {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(inline[at+1:]); !unicode.IsLower(next) {
			all = append(all, inline[start:at])
			start = at + 1
		}
	}
	return append(all, inline[start:])
}

// ends reports whether a sentence ends here: not after an abbreviation.
func ends(text string) bool {
	if !strings.HasSuffix(text, ".") {
		return strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "…")
	}
	last := text[strings.LastIndexAny(text, " \u00a0(")+1:]
	return utf8.RuneCountInString(last) > 3 && !strings.Contains(strings.TrimSuffix(last, "."), ".")
}

// level returns the places of an inline text that lie outside of all elements.
func level(inline string) []int {
	var places []int
	depth, inside := 0, false
	for at, r := range inline {
		switch {
		case r == '<':
			inside = true
			switch rest := inline[at:]; {
			case strings.HasPrefix(rest, "</"):
				depth--
			case !strings.HasPrefix(rest, "<br"):
				depth++
			}
		case r == '>' && inside:
			inside = false
		case !inside && depth == 0:
			places = append(places, at)
		}
	}
	return places
}

// CountWords counts the words of inline texts.
func CountWords(inlines []string) int {
	n := 0
	for _, text := range inlines {
		n += len(language.Words(blocks.Text(text)))
	}
	return n
}
