package prose

import (
	"slices"
	"strings"

	"igny8/app/blocks"
	"igny8/app/language"
)

// How a phrase stands in a text, the closest first.
const (
	PlacedExactly   = "exact"     // its words as they are searched
	PlacedInflected = "inflected" // its words in other forms, one after the other
	PlacedApart     = "apart"     // its words in one sentence, with others between them
)

// The parts of a page in which a phrase can stand, apart from its text.
const (
	InTitle       = "title"
	InDescription = "description"
	InAddress     = "address"
	InHeading     = "heading"
	InText        = "text"
)

// Place is a place of a phrase in a page.
type Place struct {
	Part    string // InTitle and so on
	BlockID string // of a heading or a text
	How     string // PlacedExactly and so on
}

// Keyword is a phrase that people search for.
type Keyword struct {
	Text   string
	Volume *int64 // searches a month; nil: unknown
}

// Placed is a keyword with the places where it stands in a page.
type Placed struct {
	Phrase string
	Volume *int64
	Places []Place
}

// In returns how the phrase stands best in a part of the page; empty: not at all.
func (p Placed) In(part string) string {
	for _, how := range []string{PlacedExactly, PlacedInflected, PlacedApart} {
		if slices.ContainsFunc(p.Places, func(at Place) bool { return at.Part == part && at.How == how }) {
			return how
		}
	}
	return ""
}

// Placements are the places of the phrases that a page wants to be found by, and of what else people search for.
type Placements struct {
	Targets []Placed
	Others  []Placed
}

// maxOthers is how many keywords are looked for apart from the targets.
const maxOthers = 20

// Page is a page as search engines read it.
type Page struct {
	Title, Description, Slug string
	Text                     blocks.Document
	Language                 string // BCP 47
}

// Place finds where the targets stand in the page, and the keywords that are no targets. Each phrase is looked for once.
func (p Page) Place(targets []string, keywords []Keyword) Placements {
	var found Placements
	index := indexOf(p)
	seen, volumes := map[string]bool{}, map[string]*int64{}
	for _, k := range keywords {
		volumes[language.Key(k.Text)] = k.Volume
	}
	place := func(phrase string) (Placed, bool) {
		key := language.Key(phrase)
		if key == "" || seen[key] {
			return Placed{}, false
		}
		seen[key] = true
		return Placed{Phrase: phrase, Volume: volumes[key], Places: index.places(phrase)}, true
	}
	for _, phrase := range targets {
		if placed, ok := place(phrase); ok {
			found.Targets = append(found.Targets, placed)
		}
	}
	for _, k := range keywords {
		if placed, ok := place(k.Text); ok && len(found.Others) < maxOthers {
			found.Others = append(found.Others, placed)
		}
	}
	return found
}

// pageIndex is a page, cut into the parts that phrases are looked for in.
type pageIndex struct {
	language string
	parts    []part
}

type part struct {
	place Place
	plain string   // its words, with a blank at both ends
	stems []string // of the same words
}

func indexOf(p Page) pageIndex {
	x := pageIndex{language: p.Language}
	x.add(Place{Part: InTitle}, p.Title)
	x.add(Place{Part: InDescription}, p.Description)
	x.add(Place{Part: InAddress}, strings.ReplaceAll(p.Slug, "-", " "))
	for _, b := range p.Text {
		if b.Type == blocks.TypeHeading {
			x.add(Place{Part: InHeading, BlockID: b.ID}, b.PlainText())
			continue
		}
		for _, s := range Sentences(b, p.Language) {
			x.add(Place{Part: InText, BlockID: b.ID}, s.Text)
		}
	}
	return x
}

func (x *pageIndex) add(at Place, text string) {
	if stems := language.Stems(x.language, text); len(stems) > 0 {
		x.parts = append(x.parts, part{place: at, plain: " " + Phrase(text) + " ", stems: stems})
	}
}

// places returns the places of the phrase: the best one of each block and of each other part.
func (x pageIndex) places(phrase string) []Place {
	plain, stems, topic := " "+Phrase(phrase)+" ", language.Stems(x.language, phrase), language.TopicStems(x.language, phrase)
	var found []Place
	for _, p := range x.parts {
		at := p.place
		switch {
		case strings.Contains(p.plain, plain):
			at.How = PlacedExactly
		case hasRun(p.stems, stems):
			at.How = PlacedInflected
		case hasAll(p.stems, topic) && len(topic) > 1:
			at.How = PlacedApart
		default:
			continue
		}
		last := len(found) - 1 // the sentences of a block come one after the other
		switch {
		case last < 0 || found[last].Part != at.Part || found[last].BlockID != at.BlockID:
			found = append(found, at)
		case closeness(at.How) < closeness(found[last].How):
			found[last].How = at.How
		}
	}
	return found
}

func closeness(how string) int {
	return slices.Index([]string{PlacedExactly, PlacedInflected, PlacedApart}, how)
}
