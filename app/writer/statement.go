package writer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/prose"
	"igny8/app/sites"
	"igny8/app/text"
)

// Statement is a place in a content that says something.
type Statement struct {
	ContentID string
	Title     string // of the content
	State     ContentState
	BlockID   string // empty: the title or the description
	Text      string // of the block, its beginning
}

// OutdatedFact is what a fact said before, with the places that still state it.
type OutdatedFact struct {
	Former sites.FormerFact
	Now    string // what the fact says today; empty: it was removed
	Where  []Statement
}

// UnwantedWord is a word that the site never says, with the places that say it.
type UnwantedWord struct {
	Word  sites.Word
	Where []Statement
}

// MaxStatements is how many places are listed for each.
const MaxStatements = 50

// Statements looks through all texts of the site for what facts said before they were changed, and for words that the site never says.
func (s *Service) Statements(ctx context.Context, siteID string) ([]OutdatedFact, []UnwantedWord, error) {
	search, err := s.search(ctx, siteID)
	if err != nil || len(search.outdated)+len(search.unwanted) == 0 {
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
	unwanted := slices.DeleteFunc(search.unwanted, func(u UnwantedWord) bool { return len(u.Where) == 0 })
	return search.outdated, unwanted, nil
}

// OutdatedPage returns one page of the outdated facts of Statements, for the API.
func (s *Service) OutdatedPage(ctx context.Context, siteID string, limit int, cursor string) (database.Page[OutdatedFact], error) {
	all, _, err := s.Statements(ctx, siteID)
	if err != nil {
		return database.Page[OutdatedFact]{}, err
	}
	return database.PageOf(all, limit, cursor, func(o OutdatedFact) string { return o.Former.ID })
}

// statementSearch is a search for statements under way.
type statementSearch struct {
	outdated []OutdatedFact
	former   []prose.FormerFact // of outdated, in its order
	unwanted []UnwantedWord
	words    prose.Replacer // of unwanted
}

func (s *Service) search(ctx context.Context, siteID string) (*statementSearch, error) {
	search := &statementSearch{}
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
		search.outdated = append(search.outdated, OutdatedFact{Former: f, Now: now})
		search.former = append(search.former, prose.NewFormerFact(f.Name, f.Value, now))
	}
	for _, w := range profile.NeverSay {
		search.unwanted = append(search.unwanted, UnwantedWord{Word: w})
	}
	search.words = profile.Replacer()
	return search, nil
}

func (s *statementSearch) content(c Content) {
	s.text(c, "", c.Title)
	s.text(c, "", c.Description)
	for _, b := range c.Blocks {
		s.text(c, b.ID, b.PlainText())
	}
}

func (s *statementSearch) text(c Content, blockID, plain string) {
	tokens := prose.Tokens(plain)
	if len(tokens) == 0 {
		return
	}
	found := Statement{ContentID: c.ID, Title: c.Title, State: c.State, BlockID: blockID, Text: text.Clean(plain, 240)}
	for i, former := range s.former {
		if len(s.outdated[i].Where) < MaxStatements && former.StatedIn(tokens) {
			s.outdated[i].Where = append(s.outdated[i].Where, found)
		}
	}
	for _, word := range s.words.Find(plain) {
		at := slices.IndexFunc(s.unwanted, func(u UnwantedWord) bool { return u.Word.Word == word })
		if at >= 0 && len(s.unwanted[at].Where) < MaxStatements {
			s.unwanted[at].Where = append(s.unwanted[at].Where, found)
		}
	}
}
