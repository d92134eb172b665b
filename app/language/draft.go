package language

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"igny8/app/text"
)

// HeadingKind is what a heading promises. It decides which questions the text under it must answer.
type HeadingKind int

// The kinds of headings.
const (
	HeadingTopic    HeadingKind = iota // anything else
	HeadingMeaning                     // what it is
	HeadingSteps                       // how it is done
	HeadingNeeds                       // what is needed for it
	HeadingProof                       // how to tell that it worked
	HeadingAmount                      // how much, how long, how many
	HeadingChoice                      // which to take
	HeadingFit                         // when or for whom it is the right one
	HeadingOmit                        // what is not worth it
	HeadingVersus                      // how things differ
	HeadingCost                        // what it costs
	HeadingReason                      // why, whether
	HeadingMistakes                    // what goes wrong
	HeadingTrouble                     // what to do when it has gone wrong
	HeadingNext                        // what comes after it
)

// HeadingSign is a kind of heading with the words or beginnings of phrases that identify it.
type HeadingSign struct {
	Kind    HeadingKind
	Phrases []string
}

// Draft holds the sentences of the built-in engine in drafts. %s stands for a value.
type Draft struct {
	FAQ          string        // heading over answered questions
	Plain        []string      // headings for a page without an outline
	And          string        // between the last two of a list
	Open, Closed string        // quotation marks
	Question     string        // how a question is written: %s?
	NounCapitals bool          // nouns keep their capitals inside a sentence
	Signs        []HeadingSign // the first match wins
	Asking       []string      // words that begin a question
	Prompts      map[HeadingKind][]string
	About        string // %s heading: the question that suits every heading
	Opening      string // %s list of what the page covers: what the introduction must say
}

// Quoted returns s in quotation marks.
func (d *Draft) Quoted(s string) string { return d.Open + s + d.Closed }

// List writes the items as a list in a sentence, separated by semicolons if one of them has a comma.
func (d *Draft) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	if strings.Contains(strings.Join(items, ""), ",") {
		return strings.Join(items, "; ")
	}
	return strings.Join(items[:len(items)-1], ", ") + d.And + items[len(items)-1]
}

// Ask returns the phrase as a question if it is one, else as a headline.
func (d *Draft) Ask(phrase string) string {
	bare := strings.Trim(phrase, "¿? ")
	if !d.Asks(bare) && bare == strings.TrimSpace(phrase) {
		return text.Headline(bare)
	}
	return fmt.Sprintf(d.Question, text.Headline(bare))
}

// Asks reports whether the phrase begins with a question word.
func (d *Draft) Asks(phrase string) bool {
	first, _, _ := strings.Cut(strings.ToLower(phrase), " ")
	return slices.Contains(d.Asking, first)
}

// Lowered returns a heading for the middle of a sentence: with a small first letter, unless capitals follow as in a name.
func (d *Draft) Lowered(heading string) string {
	heading = strings.Trim(heading, "¿?!. ")
	rest := []rune(heading)
	if d.NounCapitals || len(rest) < 2 || strings.ToLower(string(rest[1:])) != string(rest[1:]) {
		return heading
	}
	return strings.ToLower(string(rest[:1])) + string(rest[1:])
}

// Kind returns what the heading promises.
func (d *Draft) Kind(heading string) HeadingKind {
	padded := " " + strings.Join(Words(heading), " ") + " "
	for _, s := range d.Signs {
		for _, phrase := range s.Phrases {
			if strings.Contains(padded, " "+phrase+" ") {
				return s.Kind
			}
		}
	}
	return HeadingTopic
}

// Words returns the words of a text in small letters: letters, their marks and digits.
func Words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.Nd) })
}
