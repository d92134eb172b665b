package language

import (
	"slices"
	"strings"
)

// PageKind is what the searcher behind a keyword wants. It decides title, headings and angle of an idea.
type PageKind int

// The kinds of pages.
const (
	PageLearn    PageKind = iota // understand something
	PageHowTo                    // do something
	PageDefine                   // know what it is
	PageQuestion                 // have one question answered
	PageVersus                   // choose between things that are named
	PageBest                     // choose among many
	PageCost                     // know a price
	PageReview                   // know whether it is any good
	PageInstead                  // find something else
	PageLocal                    // find one nearby
	PageSolve                    // solve a problem
	PageExample                  // see or take one
	PagePurchase                 // buy it
	PageVisit                    // get to a known place
)

// PageSign is a kind of page with the phrases that identify it.
type PageSign struct {
	Kind    PageKind
	Phrases []string
	Leading bool // counts at the beginning of a keyword only
}

// Outline holds the texts of the built-in engine in ideas. %s is the subject of a page. The first match wins.
type Outline struct {
	Signs     []PageSign
	Questions []string        // words that begin a question
	Small     map[string]bool // words that are no part of a subject
	Titles    map[PageKind]string
	Frames    map[PageKind][]string // headings; the first one opens the page, the others fill in what the keywords leave out
	General   []string              // headings that suit every kind
	Plain     []string              // headings that need no subject
	Aims      map[PageKind]string   // the second half of an angle
	Angle     string                // main keyword, aim
	Covers    string                // and what else it covers: keywords
	Capitals  bool                  // titles capitalise their words
}

// Asks reports whether the key begins with a question word and has more words.
func (o *Outline) Asks(key string) bool {
	return slices.ContainsFunc(o.Questions, func(q string) bool { return strings.HasPrefix(key, q+" ") })
}

// Sign returns the kind of page that a key asks for, and the phrase that shows it.
func (o *Outline) Sign(key string) (kind PageKind, phrase string, leading, ok bool) {
	padded := " " + key + " "
	for _, s := range o.Signs {
		for _, phrase := range s.Phrases {
			at := strings.Index(padded, " "+phrase+" ")
			if at == 0 || (at > 0 && !s.Leading) {
				return s.Kind, phrase, s.Leading, true
			}
		}
	}
	return PageLearn, "", false, false
}
