package writer

import (
	"context"
	"slices"
	"strings"

	"igny8/app/blocks"
	"igny8/app/language"
	"igny8/app/pages"
	"igny8/app/planner"
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

// Place is one place of a phrase.
type Place struct {
	Part    string // InTitle and so on
	BlockID string // of a heading or text
	How     string
}

// Placed is a phrase that the page wants to be found by, with the places where it stands.
type Placed struct {
	Phrase string
	Volume *int64 // searches a month; nil: unknown
	Places []Place
}

// In says how the phrase stands best in the part of the page; empty: not at all.
func (p Placed) In(part string) string {
	for _, how := range []string{PlacedExactly, PlacedInflected, PlacedApart} {
		if slices.ContainsFunc(p.Places, func(at Place) bool { return at.Part == part && at.How == how }) {
			return how
		}
	}
	return ""
}

// Placements are the phrases of a page: what it is made for, and what else people search that its cluster holds.
type Placements struct {
	Content Content
	Targets []Placed
	Others  []Placed
}

// mostOthers is how many searches of the cluster are looked for apart from the targets.
const mostOthers = 20

// Placements says of each target keyword of the content's page where it stands.
func (s *Service) Placements(ctx context.Context, contentID string) (Placements, error) {
	v, err := s.viewOf(ctx, contentID)
	if err != nil {
		return Placements{}, err
	}
	found := Placements{Content: v.content}
	seen := map[string]bool{}
	volumes := map[string]*int64{}
	for _, k := range v.keywords {
		volumes[language.Key(k.Text)] = k.Volume
	}
	text := textOf(v.content, v.written, v.language)
	place := func(phrase string) (Placed, bool) {
		key := language.Key(phrase)
		if key == "" || seen[key] {
			return Placed{}, false
		}
		seen[key] = true
		return Placed{Phrase: phrase, Volume: volumes[key], Places: text.places(phrase)}, true
	}
	for _, phrase := range slices.Concat(v.page.TargetKeywords, v.brief.Keywords) {
		if p, ok := place(phrase); ok {
			found.Targets = append(found.Targets, p)
		}
	}
	for _, k := range v.keywords {
		if p, ok := place(k.Text); ok && len(found.Others) < mostOthers {
			found.Others = append(found.Others, p)
		}
	}
	return found, nil
}

// view is a content with what the panels beside it look at.
type view struct {
	content  Content
	page     pages.Page
	brief    Brief
	keywords []planner.Keyword // of the page's cluster, the largest volume first
	language string
	written  blocks.Document // without what is still to be written
}

func (s *Service) viewOf(ctx context.Context, contentID string) (v view, err error) {
	if v.content, err = s.Content(ctx, contentID); err != nil {
		return v, err
	}
	drafted, err := outlineTexts(s.db.Read(ctx), v.content)
	if err != nil {
		return v, err
	}
	v.written = drafted.written(v.content.Blocks)
	site, err := s.sites.Get(ctx, v.content.SiteID)
	if err != nil {
		return v, err
	}
	v.language = site.Language
	if v.page, err = s.pages.Get(ctx, v.content.PageID); err != nil {
		return v, err
	}
	if v.content.TaskID != nil {
		t, err := s.Task(ctx, *v.content.TaskID)
		if err != nil {
			return v, err
		}
		v.brief = t.Brief
	}
	if v.page.ClusterID == nil || v.page.SectorID == nil {
		return v, nil
	}
	const most = 100
	keywords, err := s.planner.Keywords(ctx, planner.KeywordQuery{SectorID: *v.page.SectorID, ClusterID: *v.page.ClusterID, Sort: "-volume", Limit: most})
	v.keywords = keywords.Items
	return v, err
}

// searchable is a content cut into what phrases are looked for in.
type searchable struct {
	language string
	parts    []part
}

type part struct {
	place Place
	plain string   // its words, with a blank at both ends
	stems []string // of the same words
}

func textOf(c Content, written blocks.Document, language string) searchable {
	t := searchable{language: language}
	t.add(Place{Part: InTitle}, c.Title)
	t.add(Place{Part: InDescription}, c.Description)
	t.add(Place{Part: InAddress}, strings.ReplaceAll(c.Slug, "-", " "))
	for _, b := range written {
		if b.Type == blocks.TypeHeading {
			t.add(Place{Part: InHeading, BlockID: b.ID}, b.PlainText())
			continue
		}
		for _, s := range sentencesOf(b, language) {
			t.add(Place{Part: InText, BlockID: b.ID}, s.Text)
		}
	}
	return t
}

func (t *searchable) add(at Place, text string) {
	if stems := language.Stems(t.language, text); len(stems) > 0 {
		t.parts = append(t.parts, part{place: at, plain: " " + key(text) + " ", stems: stems})
	}
}

// places are the places of the phrase, one for each block and each other part.
func (t searchable) places(phrase string) []Place {
	plain, stems, topic := " "+key(phrase)+" ", language.Stems(t.language, phrase), language.TopicStems(t.language, phrase)
	var found []Place
	for _, p := range t.parts {
		at := p.place
		switch {
		case strings.Contains(p.plain, plain):
			at.How = PlacedExactly
		case contains(p.stems, stems):
			at.How = PlacedInflected
		case hasAll(p.stems, topic) && len(topic) > 1:
			at.How = PlacedApart
		default:
			continue
		}
		last := len(found) - 1 // the sentences of a block follow each other
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

// contains says whether the run of words stands in the text without a gap.
func contains(text, run []string) bool {
	for at := range text {
		if follows(text, at, run) {
			return true
		}
	}
	return false
}

func hasAll(text, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(text, word) })
}
