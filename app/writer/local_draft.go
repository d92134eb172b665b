package writer

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"igny8/app/blocks"
	"igny8/app/runs"
	"igny8/app/text"
)

// The sizes of a built-in draft.
const (
	mostNear  = 4 // phrases under one heading
	mostAsked = 2 // questions under one heading
	mostNamed = 4 // headings that the prompt of the introduction names
)

// localDraft is the built-in engine. It knows nothing of the subject, so it states nothing of it, not even in a description: its draft is the outline, with
// a slot under each heading that says which questions and searches the text there has to answer.
func localDraft(_ context.Context, a assignment, progress runs.Progress) (draft, error) {
	o := outlineOf(a)
	d := draft{Title: a.Title, Opening: o.open()}
	for i, heading := range o.headings {
		progress(float64(i)/float64(len(o.headings)), fmt.Sprintf("Outlining %q", heading))
		d.Sections = append(d.Sections, o.section(i, heading))
	}
	return d, nil
}

// outline is a draft in the making.
type outline struct {
	assignment
	words    *words // nil in a language that the engine has no words of
	main     string // the phrase that the page is about
	headings []string
	near     [][]string   // the phrases that belong under each heading
	asked    map[kind]int // how many questions of a kind stand on the page already
}

func outlineOf(a assignment) *outline {
	o := &outline{assignment: a, headings: slices.Clone(a.Brief.Outline), main: a.Title, asked: map[kind]int{}}
	phrases := o.phrases()
	if len(phrases) > 0 {
		o.main = phrases[0]
	}
	o.words = spokenIn(a.Language, o.headings)
	if len(o.headings) < 2 {
		o.headings = append(o.headings, o.plain(phrases)...)
	}
	o.place(slices.Concat(a.Brief.Questions, phrases))
	return o
}

// phrases are the searches, the largest volume first, and what else the brief wants to be found by.
func (o *outline) phrases() []string {
	var list []string
	for _, s := range o.Searches {
		list = append(list, s.Phrase)
	}
	return append(list, o.Brief.Keywords...)
}

// plain are headings for a page without an outline.
func (o *outline) plain(phrases []string) []string {
	if o.words != nil {
		return o.words.plain
	}
	headings := []string{text.Headline(o.main)}
	for _, p := range phrases[min(1, len(phrases)):min(6, len(phrases))] {
		headings = append(headings, text.Headline(p))
	}
	return append(headings, "…")
}

// spokenIn are the words of the language, unless the headings are clearly in another one that we know: keywords are sometimes in
// another language than their site.
func spokenIn(code string, headings []string) *words {
	given := wordsOf(code)
	if given == nil {
		return nil
	}
	most, hits := given, 2*given.recognises(headings)
	for _, name := range slices.Sorted(maps.Keys(languages)) {
		if w := languages[name]; w != given && w.recognises(headings) > max(hits, 1) {
			most, hits = w, w.recognises(headings)
		}
	}
	return most
}

func (w *words) recognises(headings []string) int {
	n := 0
	for _, heading := range headings {
		if w.kindOf(heading) != topic {
			n++
		}
	}
	return n
}

// place puts each phrase under the heading with which it shares the most words that are not the page's subject, else under the
// first. What is a heading itself, or the subject, is there already.
func (o *outline) place(phrases []string) {
	o.near = make([][]string, len(o.headings))
	there := map[string]bool{key(o.main): true, key(o.Title): true}
	for _, heading := range o.headings {
		there[key(heading)] = true
	}
	subject := wordSet(o.main)
	for _, phrase := range phrases {
		if there[key(phrase)] {
			continue
		}
		there[key(phrase)] = true
		at, most := 0, 0
		for i, heading := range o.headings {
			if n := shared(wordSet(heading), wordSet(phrase), subject); n > most {
				at, most = i, n
			}
		}
		if len(o.near[at]) < mostNear {
			o.near[at] = append(o.near[at], phrase)
		}
	}
}

// section leaves a slot under the heading: the questions that its text answers, and the searches that belong there.
func (o *outline) section(i int, heading string) section {
	kind := topic
	if o.words != nil {
		kind = o.kindOf(heading)
	}
	left := slot{Words: o.Brief.sectionWords(), Answer: kind.answer()}
	var asked []string
	for _, phrase := range o.near[i] {
		if question := o.spoken().ask(phrase); strings.HasSuffix(question, "?") {
			asked = append(asked, question)
			continue
		}
		left.Keywords = append(left.Keywords, phrase)
	}
	if o.words != nil {
		asked = append(asked, o.ask(kind)...)
	}
	if o.words != nil && len(asked) == 0 {
		asked = o.ask(topic)
	}
	if len(asked) == 0 {
		asked = []string{fmt.Sprintf(o.spoken().about, o.spoken().quoted(strings.Trim(heading, "¿?!. ")))}
	}
	left.Prompt = strings.Join(asked, " ")
	return section{Heading: heading, Slot: &left}
}

// answer is the form in which a heading of the kind is best answered.
func (k kind) answer() blocks.Answer {
	switch k {
	case amount, cost:
		return blocks.AnswerNumber
	case versus:
		return blocks.AnswerComparison
	}
	return blocks.AnswerProse
}

// spoken are the words in which a slot asks: English where the engine does not speak the language.
func (o *outline) spoken() *words {
	if o.words == nil {
		return english
	}
	return o.words
}

// kindOf is what the heading promises apart from its subject, whose words may promise something else.
func (o *outline) kindOf(heading string) kind {
	subject := wordSet(o.main)
	rest := slices.DeleteFunc(wordsIn(heading), func(word string) bool { return subject[word] })
	return cmp.Or(o.words.kindOf(strings.Join(rest, " ")), o.words.kindOf(heading))
}

// ask are the next questions of the kind that do not stand on the page yet.
func (o *outline) ask(kind kind) []string {
	open := o.words.asks[kind][o.asked[kind]:]
	open = open[:min(len(open), mostAsked)]
	o.asked[kind] += len(open)
	return open
}

// open leaves a slot for the introduction.
func (o *outline) open() *slot {
	w := o.spoken()
	return &slot{Prompt: fmt.Sprintf(w.opening, w.list(o.named())), Keywords: []string{o.main}, Words: fewestWords}
}

// named are the headings that tell most about the page, as they read inside a sentence.
func (o *outline) named() []string {
	var own, all []string
	for _, heading := range o.headings {
		lowered := heading
		if o.words != nil {
			lowered = o.words.lowered(heading)
		}
		all = append(all, lowered)
		if !strings.Contains(key(heading), key(o.main)) {
			own = append(own, lowered)
		}
	}
	if len(own) > 1 {
		all = own
	}
	return all[:min(len(all), mostNamed)]
}

// key is a text by its words alone.
func key(text string) string { return strings.Join(wordsIn(text), " ") }

func wordsIn(text string) []string { return strings.FieldsFunc(strings.ToLower(text), notInWord) }

func notInWord(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.Nd) }

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range wordsIn(text) {
		set[word] = true
	}
	return set
}

// shared counts the words that both have and that are not left out.
func shared(a, b, without map[string]bool) int {
	n := 0
	for word := range a {
		if b[word] && !without[word] {
			n++
		}
	}
	return n
}

// questions are the phrases that ask something, in any language we know.
func questions(phrases []string) []string {
	var asked []string
	for _, p := range phrases {
		first, _, _ := strings.Cut(strings.ToLower(p), " ")
		asks := strings.HasSuffix(p, "?")
		for _, w := range languages {
			asks = asks || slices.Contains(w.asking, first)
		}
		if asks {
			asked = append(asked, p)
		}
	}
	return asked
}
