package prose

import (
	"igny8/app/blocks"
	"igny8/app/language"
)

// LongSentence is a sentence, or a paragraph, that few readers get through at once.
type LongSentence struct {
	BlockID string
	Text    string
	Words   int
}

// Readability tells how easily a text reads. It is advice: nothing is refused by it.
type Readability struct {
	Formula     string   // empty: none is known for the language
	Source      string   // the publication of the formula
	Score       *float64 // nil: too short, or no formula
	Verdict     string   // easy, middling or hard
	Falling     bool     // a lower score reads more easily
	Sentences   int
	Words       int
	PerSentence *float64 // words
	Long        []LongSentence
	Heavy       []LongSentence // paragraphs of many words
}

// The bounds of the advice, in words.
const (
	wordySentence  = 25
	heavyParagraph = 120
	fewestMeasured = 100 // fewer say nothing about a text
)

// MeasureReadability measures a document by the formula of the language of the tag.
func MeasureReadability(doc blocks.Document, tag string) Readability {
	var r Readability
	var n language.Counts
	f := language.Of(tag).Formula
	for _, b := range doc {
		for _, s := range Sentences(b, tag) {
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
		r.PerSentence = new(n.PerSentence())
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
