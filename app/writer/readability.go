package writer

import (
	"context"

	"igny8/app/blocks"
	"igny8/app/language"
)

// LongSentence is one that few readers get through at once.
type LongSentence struct {
	BlockID string
	Text    string
	Words   int
}

// Readability is advice about a text; it holds nothing.
type Readability struct {
	Content   Content
	Formula   string   // empty: none is known for the language
	Source    string   // who found it
	Score     *float64 // nil: too short, or no formula
	Verdict   string   // easy, middling or hard
	Falling   bool     // a lower score reads more easily
	Sentences int
	Words     int
	PerLine   *float64 // words in a sentence
	Long      []LongSentence
	Heavy     []LongSentence // paragraphs of many words
}

// The bounds of the advice, in words.
const (
	wordySentence  = 25
	heavyParagraph = 120
	fewestMeasured = 100 // fewer say nothing about a text
)

// Readability measures the content by the formula of its language.
func (s *Service) Readability(ctx context.Context, contentID string) (Readability, error) {
	c, err := s.Content(ctx, contentID)
	if err != nil {
		return Readability{}, err
	}
	site, err := s.sites.Get(ctx, c.SiteID)
	if err != nil {
		return Readability{}, err
	}
	drafted, err := outlineTexts(s.db.Read(ctx), c)
	if err != nil {
		return Readability{}, err
	}
	r := readability(drafted.written(c.Blocks), site.Language)
	r.Content = c
	return r, nil
}

func readability(doc blocks.Document, tag string) Readability {
	var r Readability
	var n language.Counts
	f := language.Of(tag).Formula
	for _, b := range doc {
		for _, s := range sentencesOf(b, tag) {
			if words := n.Add(s.Text, f); words > wordySentence {
				r.Long = append(r.Long, LongSentence{b.ID, s.Text, words})
			}
		}
		if words := len(language.Words(b.PlainText())); b.Type == blocks.TypeParagraph && words > heavyParagraph {
			r.Heavy = append(r.Heavy, LongSentence{b.ID, b.PlainText(), words})
		}
	}
	r.Sentences, r.Words = n.Sentences, n.Words
	if n.Sentences > 0 {
		r.PerLine = new(n.PerSentence())
	}
	if f == nil {
		return r
	}
	r.Formula, r.Source, r.Falling = f.Name, f.Source, f.Falling()
	if n.Words >= fewestMeasured {
		score := f.Score(n)
		r.Score, r.Verdict = &score, f.Verdict(score)
	}
	return r
}
