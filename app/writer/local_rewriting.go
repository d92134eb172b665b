package writer

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"igny8/app/blocks"
	"igny8/app/runs"
	"igny8/app/sites"
	"igny8/app/text"
)

// The measures of the built-in editor.
const (
	longSentence = 20  // words; a longer one is parted to be simple
	halfSentence = 5   // words that each part has at least
	enough       = 0.7 // of the words are left: short enough
)

// manner is what the built-in editor knows of a language. There stands only what can be left out or replaced wherever it stands.
type manner struct {
	fillers     string            // left out to be short, parted by bars
	plainer     map[string]string // long-winded words and what says the same
	joint       string            // where a long sentence can be parted; the comma before it becomes a full stop
	secondPlace bool              // the verb comes second: a sentence keeps its first word
}

var manners = map[string]manner{
	"en": {
		fillers: "actually|basically|essentially|of course|in fact|as a matter of fact|needless to say|it goes without saying that|it is important to note that|it is worth noting that|it should be noted that|please note that|at the end of the day|generally speaking",
		plainer: map[string]string{
			"in order to": "to", "utilize": "use", "utilizes": "uses", "utilizing": "using", "utilization": "use", "approximately": "about", "due to the fact that": "because",
			"commence": "start", "commences": "starts", "additional": "extra", "numerous": "many", "a large number of": "many", "subsequently": "later", "prior to": "before",
			"obtain": "get", "obtains": "gets", "requires": "needs", "required": "needed", "assist": "help", "assists": "helps", "in the event that": "if",
			"with regard to": "about", "at this point in time": "now", "has the ability to": "can", "have the ability to": "can", "is able to": "can", "are able to": "can",
		},
		joint: "but",
	},
	"de": {
		fillers: "im Grunde|letztendlich|letztlich|gewissermaßen|sozusagen|an und für sich|selbstverständlich|wie bereits erwähnt",
		plainer: map[string]string{
			"zum jetzigen Zeitpunkt": "jetzt", "zum gegenwärtigen Zeitpunkt": "jetzt", "aufgrund der Tatsache, dass": "weil", "lediglich": "nur", "zahlreiche": "viele",
			"zahlreichen": "vielen", "umgehend": "sofort", "beziehungsweise": "oder", "darüber hinaus": "außerdem", "diesbezüglich": "dazu", "in der Regel": "meist",
			"nichtsdestotrotz": "trotzdem", "eine Vielzahl von": "viele",
		},
		joint: "aber", secondPlace: true,
	},
	"fr": {
		fillers: "bien sûr|évidemment|essentiellement|il est important de noter que|il faut savoir que|en quelque sorte",
		plainer: map[string]string{
			"afin de": "pour", "en raison du fait que": "parce que", "à l’heure actuelle": "aujourd’hui", "un grand nombre de": "beaucoup de", "effectuer": "faire",
			"débuter": "commencer", "par conséquent": "donc", "dans le cas où": "si",
		},
		joint: "mais",
	},
	"es": {
		fillers: "en realidad|por supuesto|básicamente|evidentemente|cabe destacar que|es importante señalar que|en cierto modo",
		plainer: map[string]string{
			"con el fin de": "para", "debido a que": "porque", "en la actualidad": "hoy", "utilizar": "usar", "finalizar": "acabar", "asimismo": "también",
			"previamente": "antes", "por consiguiente": "por eso",
		},
		joint: "pero",
	},
}

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
	manner
	hollow sites.Silence  // the fillers
	framed *regexp.Regexp // a filler between commas, or after the last one; nil: no fillers are known
	wordy  sites.Silence  // what can be said plainer
}

func editorIn(p passage) rewriter {
	base, _, _ := strings.Cut(strings.ToLower(p.Language), "-")
	m := manners[base]
	var fillers, plainer sites.Profile
	for filler := range strings.SplitSeq(m.fillers, "|") {
		// With its comma it is another word: what is left out takes the comma along.
		fillers.NeverSay = append(fillers.NeverSay, sites.Word{Word: filler}, sites.Word{Word: filler + ","})
	}
	for word, instead := range m.plainer {
		plainer.NeverSay = append(plainer.NeverSay, sites.Word{Word: word, Instead: instead}, sites.Word{Word: word + ",", Instead: instead})
	}
	e := rewriter{passage: p, manner: m, hollow: fillers.Silence(), wordy: plainer.Silence()}
	if m.fillers != "" {
		e.framed = regexp.MustCompile(`(?i), (?:` + m.fillers + `)(?:,|([.!?…]|$))`)
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
	terse := e.hollow.Mend(bare, true)
	first, _, _ := strings.Cut(bare, " ")
	if e.secondPlace && !strings.HasPrefix(terse, first) {
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
		all[i] = e.part(e.wordy.Mend(sentence, false))
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
	after, found := strings.CutPrefix(rest, ", "+e.joint+" ")
	return text.Headline(e.joint) + " " + after, found && e.joint != ""
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
		n += len(wordsIn(blocks.Text(text)))
	}
	return n
}
