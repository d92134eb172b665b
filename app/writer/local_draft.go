package writer

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"igny8/app/blocks"
	"igny8/app/language"
	"igny8/app/prose"
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
	words    *language.Draft // nil in a language that the engine has no words of
	main     string          // the phrase that the page is about
	headings []string
	near     [][]string                   // the phrases that belong under each heading
	asked    map[language.HeadingKind]int // how many questions of a kind stand on the page already
}

func outlineOf(a assignment) *outline {
	o := &outline{assignment: a, headings: slices.Clone(a.Brief.Outline), main: a.Title, asked: map[language.HeadingKind]int{}}
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
		return o.words.Plain
	}
	headings := []string{text.Headline(o.main)}
	for _, p := range phrases[min(1, len(phrases)):min(6, len(phrases))] {
		headings = append(headings, text.Headline(p))
	}
	return append(headings, "…")
}

// spokenIn returns the words of the language, unless the headings are clearly in another one that we know: keywords are sometimes in
// another language than their site.
func spokenIn(tag string, headings []string) *language.Draft {
	given := language.Of(tag).Draft
	if given == nil {
		return nil
	}
	most, hits := given, 2*recognised(given, headings)
	for _, l := range language.All() {
		if l.Draft == nil || l.Draft == given {
			continue
		}
		if n := recognised(l.Draft, headings); n > max(hits, 1) {
			most, hits = l.Draft, n
		}
	}
	return most
}

// recognised counts the headings that promise something in the words.
func recognised(words *language.Draft, headings []string) int {
	n := 0
	for _, heading := range headings {
		if words.Kind(heading) != language.HeadingTopic {
			n++
		}
	}
	return n
}

// place puts each phrase under the heading with which it shares the most words that are not the page's subject, else under the
// first. What is a heading itself, or the subject, is there already.
func (o *outline) place(phrases []string) {
	o.near = make([][]string, len(o.headings))
	there := map[string]bool{prose.Phrase(o.main): true, prose.Phrase(o.Title): true}
	for _, heading := range o.headings {
		there[prose.Phrase(heading)] = true
	}
	subject := wordSet(o.main)
	for _, phrase := range phrases {
		if there[prose.Phrase(phrase)] {
			continue
		}
		there[prose.Phrase(phrase)] = true
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
	kind := language.HeadingTopic
	if o.words != nil {
		kind = o.kindOf(heading)
	}
	left := slot{Words: o.Brief.sectionWords(), Answer: answerTo(kind)}
	var asked []string
	for _, phrase := range o.near[i] {
		if question := o.spoken().Ask(phrase); strings.HasSuffix(question, "?") {
			asked = append(asked, question)
			continue
		}
		left.Keywords = append(left.Keywords, phrase)
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
	left.Prompt = strings.Join(asked, " ")
	return section{Heading: heading, Slot: &left}
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

// spoken are the words in which a slot asks: English where the engine does not speak the language.
func (o *outline) spoken() *language.Draft {
	if o.words == nil {
		return language.Of("en").Draft
	}
	return o.words
}

// kindOf is what the heading promises apart from its subject, whose words may promise something else.
func (o *outline) kindOf(heading string) language.HeadingKind {
	subject := wordSet(o.main)
	rest := slices.DeleteFunc(language.Words(heading), func(word string) bool { return subject[word] })
	return cmp.Or(o.words.Kind(strings.Join(rest, " ")), o.words.Kind(heading))
}

// ask are the next questions of the kind that do not stand on the page yet.
func (o *outline) ask(kind language.HeadingKind) []string {
	open := o.words.Prompts[kind][o.asked[kind]:]
	open = open[:min(len(open), mostAsked)]
	o.asked[kind] += len(open)
	return open
}

// open leaves a slot for the introduction.
func (o *outline) open() *slot {
	w := o.spoken()
	return &slot{Prompt: fmt.Sprintf(w.Opening, w.List(o.named())), Keywords: []string{o.main}, Words: fewestWords}
}

// named are the headings that tell most about the page, as they read inside a sentence.
func (o *outline) named() []string {
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
	return all[:min(len(all), mostNamed)]
}

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range language.Words(text) {
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
