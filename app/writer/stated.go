package writer

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/sites"
	"igny8/app/text"
)

// Saying is a place in a content that says something.
type Saying struct {
	ContentID string
	Title     string // of the content
	State     ContentState
	BlockID   string // empty: the title or the description
	Text      string // around what is said
}

// Outdated is what a fact said before, with the places that state it still.
type Outdated struct {
	Former sites.FormerFact
	Now    string // what the fact says today; empty: it was removed
	Where  []Saying
}

// Unsaid is a word that the site never says, with the places that say it.
type Unsaid struct {
	Word  sites.Word
	Where []Saying
}

// MostSayings is how many places are listed for each.
const MostSayings = 50

// Stated looks through all texts of the site for what facts said before they were changed, and for what the site never says. A former
// fact that is a bare number counts only in a block that names the fact, too.
func (s *Service) Stated(ctx context.Context, siteID string) ([]Outdated, []Unsaid, error) {
	search, err := s.search(ctx, siteID)
	if err != nil || len(search.outdated)+len(search.unsaid) == 0 {
		return search.outdated, nil, err
	}
	const together = 100
	var contents []Content
	err = s.db.Read(ctx).Select("id", "title", "description", "blocks", "state").Where("site_id = ?", siteID).
		FindInBatches(&contents, together, func(*gorm.DB, int) error {
			for _, c := range contents {
				search.content(c)
			}
			return ctx.Err()
		}).Error
	if err != nil {
		return nil, nil, fmt.Errorf("search texts: %w", err)
	}
	unsaid := slices.DeleteFunc(search.unsaid, func(u Unsaid) bool { return len(u.Where) == 0 })
	return search.outdated, unsaid, nil
}

// OutdatedPage is one page of the outdated facts of Stated, for the API.
func (s *Service) OutdatedPage(ctx context.Context, siteID string, limit int, cursor string) (database.Page[Outdated], error) {
	all, _, err := s.Stated(ctx, siteID)
	if err != nil {
		return database.Page[Outdated]{}, err
	}
	return database.PageOf(all, limit, cursor, func(o Outdated) string { return o.Former.ID })
}

// stating is a search under way.
type stating struct {
	outdated []Outdated
	wanted   []wanted // of outdated, in its order
	unsaid   []Unsaid
	silence  sites.Silence
}

// wanted is a former fact as it is looked for.
type wanted struct {
	value, now, name []string
	bare             bool // too little to be looked for without the fact's name
}

func (s *Service) search(ctx context.Context, siteID string) (*stating, error) {
	search := &stating{}
	former, err := s.sites.FormerFacts(ctx, siteID)
	if err != nil {
		return search, err
	}
	profile, err := s.sites.Profile(ctx, siteID)
	if err != nil {
		return search, err
	}
	today := map[string]string{}
	for _, f := range profile.Facts {
		today[strings.ToLower(f.Name)] = f.Value
	}
	for _, f := range former {
		now := today[f.NameKey]
		search.outdated = append(search.outdated, Outdated{Former: f, Now: now})
		search.wanted = append(search.wanted, want(f, now))
	}
	for _, w := range profile.NeverSay {
		search.unsaid = append(search.unsaid, Unsaid{Word: w})
	}
	search.silence = profile.Silence()
	return search, nil
}

func want(f sites.FormerFact, now string) wanted {
	w := wanted{value: uttered(f.Value), now: uttered(now)}
	for _, word := range uttered(f.Name) {
		if utf8.RuneCountInString(word) > 2 {
			w.name = append(w.name, word)
		}
	}
	w.bare = len(w.value) == 1 && (utf8.RuneCountInString(w.value[0]) < 3 || unicode.IsDigit(rune(w.value[0][0])))
	return w
}

func (s *stating) content(c Content) {
	s.text(c, "", c.Title)
	s.text(c, "", c.Description)
	for _, b := range c.Blocks {
		s.text(c, b.ID, b.PlainText())
	}
}

func (s *stating) text(c Content, blockID, said string) {
	words := uttered(said)
	if len(words) == 0 {
		return
	}
	saying := Saying{ContentID: c.ID, Title: c.Title, State: c.State, BlockID: blockID, Text: text.Clean(said, 240)}
	for i, w := range s.wanted {
		if len(s.outdated[i].Where) < MostSayings && w.in(words) {
			s.outdated[i].Where = append(s.outdated[i].Where, saying)
		}
	}
	for _, word := range s.silence.Said(said) {
		at := slices.IndexFunc(s.unsaid, func(u Unsaid) bool { return u.Word.Word == word })
		if at >= 0 && len(s.unsaid[at].Where) < MostSayings {
			s.unsaid[at].Where = append(s.unsaid[at].Where, saying)
		}
	}
}

// in says whether the words state the former fact and not merely what holds today.
func (w wanted) in(words []string) bool {
	if len(w.value) == 0 || w.bare && !slices.ContainsFunc(w.name, func(name string) bool { return slices.Contains(words, name) }) {
		return false
	}
	for at := range words {
		if follows(words, at, w.value) && !w.today(words, at) {
			return true
		}
	}
	return false
}

// today says whether the place is a part of what holds today.
func (w wanted) today(words []string, at int) bool {
	for from := max(0, at-len(w.now)); len(w.now) > 0 && from <= at; from++ {
		if follows(words, from, w.now) && from+len(w.now) >= at+len(w.value) {
			return true
		}
	}
	return false
}

func follows(words []string, at int, phrase []string) bool {
	return at+len(phrase) <= len(words) && slices.Equal(words[at:at+len(phrase)], phrase)
}

var (
	piece   = regexp.MustCompile(`\p{N}+(?:[.,'’\x{00A0}\x{202F} ]\p{N}+)*|[\p{L}\p{M}]+`)
	grouped = regexp.MustCompile(`^\p{N}{1,3}(?:[.,'’\x{00A0}\x{202F} ]\p{N}{3})+$`)
	mark    = regexp.MustCompile(`[.,'’\x{00A0}\x{202F} ]`)
)

// uttered is a text by its words and numbers, as if they were written in one way: 1,200 and 1200 are the same.
func uttered(text string) []string {
	var words []string
	for _, found := range piece.FindAllString(strings.ToLower(text), -1) {
		if grouped.MatchString(found) {
			words = append(words, mark.ReplaceAllString(found, ""))
			continue
		}
		for _, part := range strings.FieldsFunc(found, unicode.IsSpace) {
			words = append(words, strings.ReplaceAll(part, ",", "."))
		}
	}
	return words
}
