package builtin

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"igny8/app/blocks"
	"igny8/app/language"
	"igny8/app/prose"
	"igny8/app/text"
)

// The sizes of an outline.
const (
	maxNear    = 4  // phrases under one heading
	maxAsked   = 2  // questions under one heading
	maxNamed   = 4  // headings that the prompt of the introduction names
	introWords = 80 // words that the introduction takes
)

// Page is a page to be outlined: what is known of it.
type Page struct {
	Language  string // BCP 47
	Title     string
	Headings  []string // of the brief; fewer than two: the outline makes its own
	Questions []string // that the page must answer
	Searches  []string // phrases, the largest volume first
	Words     int      // that each section takes
}

// Section is a heading and the slot under it.
type Section struct {
	Heading string
	Slot    Slot
}

// Slot is a text that somebody has to write: the questions that it answers and the searches that belong there.
type Slot struct {
	Prompt   string        `json:"prompt"`
	Keywords []string      `json:"keywords,omitempty"`
	Words    int           `json:"words,omitempty"`
	Answer   blocks.Answer `json:"answer,omitempty"`
}

// Block returns the slot as a block that must be written before its page is approved.
func (s Slot) Block() blocks.Block {
	b := blocks.Block{Type: blocks.TypeSlot, Prompt: blocks.FromPlain(s.Prompt), Length: s.Words, Answer: s.Answer, Must: true}
	for _, keyword := range s.Keywords {
		b.Keywords = append(b.Keywords, blocks.FromPlain(keyword))
	}
	return b
}

// Outline is a draft without text: the introduction and the sections that are to be written.
type Outline struct {
	Opening  Slot
	Sections []Section
}

// OutlinePage returns the outline of a page. It states nothing of a subject, not even in a description. Each slot asks what its text has to
// answer.
func OutlinePage(p Page) Outline {
	o := outlinerOf(p)
	var made Outline
	made.Opening = o.opening()
	for i, heading := range o.headings {
		made.Sections = append(made.Sections, o.section(i, heading))
	}
	return made
}

// Headings returns the headings of the page: its own, or those that an outline makes for it.
func Headings(p Page) []string { return outlinerOf(p).headings }

// outliner makes the outline of one page.
type outliner struct {
	Page
	words    *language.Draft // nil in a language that the engine has no words of
	main     string          // the phrase that the page is about
	headings []string
	near     [][]string                   // the phrases that belong under each heading
	asked    map[language.HeadingKind]int // how many questions of a kind the page asks already
}

func outlinerOf(p Page) *outliner {
	o := &outliner{Page: p, headings: slices.Clone(p.Headings), main: p.Title, asked: map[language.HeadingKind]int{}}
	if len(p.Searches) > 0 {
		o.main = p.Searches[0]
	}
	o.words = wordsFor(p.Language, o.headings)
	if len(o.headings) < 2 {
		o.headings = append(o.headings, o.plainHeadings()...)
	}
	o.place(slices.Concat(p.Questions, p.Searches))
	return o
}

// plainHeadings returns headings for a page whose brief has none.
func (o *outliner) plainHeadings() []string {
	if o.words != nil {
		return o.words.Plain
	}
	headings := []string{text.Headline(o.main)}
	for _, p := range o.Searches[min(1, len(o.Searches)):min(6, len(o.Searches))] {
		headings = append(headings, text.Headline(p))
	}
	return append(headings, "…")
}

// wordsFor returns the words of the language, or those of another language that the headings are clearly in: keywords are sometimes in
// another language than their site.
func wordsFor(tag string, headings []string) *language.Draft {
	given := language.Of(tag).Draft
	if given == nil {
		return nil
	}
	most, hits := given, 2*recognized(given, headings)
	for _, l := range language.All() {
		if l.Draft == nil || l.Draft == given {
			continue
		}
		if n := recognized(l.Draft, headings); n > max(hits, 1) {
			most, hits = l.Draft, n
		}
	}
	return most
}

// recognized counts the headings whose kind the words tell.
func recognized(words *language.Draft, headings []string) int {
	n := 0
	for _, heading := range headings {
		if words.Kind(heading) != language.HeadingTopic {
			n++
		}
	}
	return n
}

// place puts each phrase under the heading that shares the most words with it, the subject of the page not counted; under the first heading
// if none does. A phrase that is a heading itself, or the subject, needs no place.
func (o *outliner) place(phrases []string) {
	o.near = make([][]string, len(o.headings))
	placed := map[string]bool{prose.Phrase(o.main): true, prose.Phrase(o.Title): true}
	for _, heading := range o.headings {
		placed[prose.Phrase(heading)] = true
	}
	subject := wordSet(o.main)
	for _, phrase := range phrases {
		if placed[prose.Phrase(phrase)] {
			continue
		}
		placed[prose.Phrase(phrase)] = true
		at, most := 0, 0
		for i, heading := range o.headings {
			if n := shared(wordSet(heading), wordSet(phrase), subject); n > most {
				at, most = i, n
			}
		}
		if len(o.near[at]) < maxNear {
			o.near[at] = append(o.near[at], phrase)
		}
	}
}

// section returns the heading with a slot: the questions that its text answers, and the searches that belong there.
func (o *outliner) section(i int, heading string) Section {
	kind := language.HeadingTopic
	if o.words != nil {
		kind = o.kindOf(heading)
	}
	slot := Slot{Words: o.Words, Answer: answerTo(kind)}
	var asked []string
	for _, phrase := range o.near[i] {
		if question := o.spoken().Ask(phrase); strings.HasSuffix(question, "?") {
			asked = append(asked, question)
			continue
		}
		slot.Keywords = append(slot.Keywords, phrase)
	}
	if o.words != nil {
		asked = append(asked, o.ask(kind)...)
	}
	if o.words != nil && len(asked) == 0 {
		asked = o.ask(language.HeadingTopic)
	}
	if len(asked) == 0 {
		asked = []string{fmt.Sprintf(o.spoken().About, o.spoken().Quoted(strings.Trim(heading, "¿?!. ")))}
	}
	slot.Prompt = strings.Join(asked, " ")
	return Section{heading, slot}
}

// answerTo returns the form in which a heading of the kind is best answered.
func answerTo(kind language.HeadingKind) blocks.Answer {
	switch kind {
	case language.HeadingAmount, language.HeadingCost:
		return blocks.AnswerNumber
	case language.HeadingVersus:
		return blocks.AnswerComparison
	}
	return blocks.AnswerProse
}

// spoken returns the words in which a slot asks: English ones if the engine has no words of the language.
func (o *outliner) spoken() *language.Draft {
	if o.words == nil {
		return language.Of("en").Draft
	}
	return o.words
}

// kindOf returns what the heading promises, told by its words without the subject of the page: those may promise something else.
func (o *outliner) kindOf(heading string) language.HeadingKind {
	subject := wordSet(o.main)
	rest := slices.DeleteFunc(language.Words(heading), func(word string) bool { return subject[word] })
	return cmp.Or(o.words.Kind(strings.Join(rest, " ")), o.words.Kind(heading))
}

// ask returns the next questions of the kind that the page does not ask yet.
func (o *outliner) ask(kind language.HeadingKind) []string {
	open := o.words.Prompts[kind][o.asked[kind]:]
	open = open[:min(len(open), maxAsked)]
	o.asked[kind] += len(open)
	return open
}

// opening returns the slot of the introduction.
func (o *outliner) opening() Slot {
	w := o.spoken()
	return Slot{Prompt: fmt.Sprintf(w.Opening, w.List(o.named())), Keywords: []string{o.main}, Words: introWords}
}

// named returns the headings that tell most about the page, written as inside a sentence.
func (o *outliner) named() []string {
	var own, all []string
	for _, heading := range o.headings {
		lowered := heading
		if o.words != nil {
			lowered = o.words.Lowered(heading)
		}
		all = append(all, lowered)
		if !strings.Contains(prose.Phrase(heading), prose.Phrase(o.main)) {
			own = append(own, lowered)
		}
	}
	if len(own) > 1 {
		all = own
	}
	return all[:min(len(all), maxNamed)]
}

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range language.Words(text) {
		set[word] = true
	}
	return set
}

// shared counts the words that both sets have and that without has not.
func shared(a, b, without map[string]bool) int {
	n := 0
	for word := range a {
		if b[word] && !without[word] {
			n++
		}
	}
	return n
}
