package writer

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"igny8/app/blocks"
	"igny8/app/language"
	"igny8/app/prose"
	"igny8/app/runs"
	"igny8/app/text"
)

// The measures of the built-in editor.
const (
	longSentence = 20  // words; a longer one is parted to be simple
	halfSentence = 5   // words that each part has at least
	enough       = 0.7 // of the words are left: short enough
)

// localRewriting is the built-in engine. It leaves out and parts; it never adds a thought.
func localRewriting(_ context.Context, p passage, _ runs.Progress) (rewriting, error) {
	e := editorIn(p)
	r := rewriting{Texts: make([]string, len(p.Texts))}
	for i, text := range p.Texts {
		switch p.How {
		case Shorter:
			r.Texts[i] = e.shorter(text)
		case Simpler:
			r.Texts[i] = e.simpler(text)
		}
		r.Texts[i] = blocks.Inline(r.Texts[i])
	}
	before, after := wordsOfTexts(p.Texts), wordsOfTexts(r.Texts)
	switch {
	case slices.Equal(r.Texts, p.Texts), p.How == Shorter && after >= before:
		r.Unchanged = nothingFound
	case slices.ContainsFunc(p.Rejected, func(refused []string) bool { return slices.Equal(refused, r.Texts) }):
		r.Unchanged = saidBefore
	}
	return r, nil
}

// rewriter is the built-in editor at work on a block.
type rewriter struct {
	passage
	edits  language.Edits
	hollow prose.Replacer // the fillers
	framed *regexp.Regexp // a filler between commas, or after the last one; nil: no fillers are known
	wordy  prose.Replacer // what can be said plainer
}

func editorIn(p passage) rewriter {
	var edits language.Edits
	if known := language.Of(p.Language).Edits; known != nil {
		edits = *known
	}
	var fillers, plainer []prose.Replacement
	for filler := range strings.SplitSeq(edits.Fillers, "|") {
		// With its comma it is another word: what is left out takes the comma along.
		fillers = append(fillers, prose.Replacement{Word: filler}, prose.Replacement{Word: filler + ","})
	}
	for word, instead := range edits.Plainer {
		plainer = append(plainer, prose.Replacement{Word: word, Instead: instead}, prose.Replacement{Word: word + ",", Instead: instead})
	}
	e := rewriter{passage: p, edits: edits, hollow: prose.NewReplacer(fillers), wordy: prose.NewReplacer(plainer)}
	if edits.Fillers != "" {
		e.framed = regexp.MustCompile(`(?i), (?:` + edits.Fillers + `)(?:,|([.!?…]|$))`)
	}
	return e
}

// aside is what stands in brackets, unless it is a number or has a form of its own.
var aside = regexp.MustCompile(`[ \t]*\([^()<>&0-9]*\)`)

// shorter leaves out asides and fillers, and then the sentences that say least of the page.
func (e rewriter) shorter(text string) string {
	all := sentences(text)
	for i, sentence := range all {
		all[i] = e.terse(sentence)
	}
	before := wordsOfTexts([]string{text})
	for len(all) > 2 && float64(wordsOfTexts(all)) > enough*float64(before) {
		least := e.least(all)
		if least < 0 {
			break
		}
		all = slices.Delete(all, least, least+1)
	}
	return strings.Join(all, " ")
}

// terse is the sentence without asides and fillers.
func (e rewriter) terse(sentence string) string {
	bare := aside.ReplaceAllString(sentence, "")
	if e.framed != nil {
		bare = e.framed.ReplaceAllString(bare, "$1")
	}
	terse := e.hollow.Replace(bare, true)
	first, _, _ := strings.Cut(bare, " ")
	if e.edits.SecondPlace && !strings.HasPrefix(terse, first) {
		return bare
	}
	return terse
}

// least is the sentence that shares the fewest words with the title of the page, the last of several; -1 when none can go. The first
// sentence stays, and so does what states a figure or links.
func (e rewriter) least(all []string) int {
	subject := wordSet(e.Page)
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

// simpler takes plainer words and parts long sentences.
func (e rewriter) simpler(text string) string {
	all := sentences(text)
	for i, sentence := range all {
		all[i] = e.part(e.wordy.Replace(sentence, false))
	}
	return strings.Join(all, " ")
}

// part makes two sentences of a long one where a semicolon or a joint with a comma lets it, as often as it takes.
func (e rewriter) part(sentence string) string {
	if wordsOfTexts([]string{sentence}) <= longSentence {
		return sentence
	}
	for _, at := range level(sentence) {
		head, rest := sentence[:at], sentence[at:]
		opening, found := e.opening(rest)
		if found && wordsOfTexts([]string{head}) >= halfSentence && wordsOfTexts([]string{opening}) >= halfSentence {
			return head + ". " + e.part(opening)
		}
	}
	return sentence
}

// opening is what follows a place where a sentence can be parted, as the beginning of the next one.
func (e rewriter) opening(rest string) (string, bool) {
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

// ends says whether a sentence ends here: not after an abbreviation.
func ends(text string) bool {
	if !strings.HasSuffix(text, ".") {
		return strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "…")
	}
	last := text[strings.LastIndexAny(text, " \u00a0(")+1:]
	return utf8.RuneCountInString(last) > 3 && !strings.Contains(strings.TrimSuffix(last, "."), ".")
}

// level are the places of an inline text that lie outside of all elements.
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

func wordsOfTexts(inlines []string) int {
	n := 0
	for _, text := range inlines {
		n += len(language.Words(blocks.Text(text)))
	}
	return n
}
