package clustering

import (
	"cmp"
	"context"
	"math"
)

// Phrase stands for the keywords with the same content words. The graph compares them as one.
type Phrase struct {
	Text   string // the spelling with the highest volume, then the first in canonical order; no two phrases have the same
	Volume *int64 // sum of the known volumes; nil if none is known
	Count  int    // keywords
}

// Phrases returns the phrases that Run would compare for these keywords and this language, in canonical order. Ask a model
// for the vectors of these. If ctx ends, the list is not complete.
func Phrases(ctx context.Context, keywords []Keyword, tag string) []Phrase {
	c := newCorpus(ctx, fold(keywords), tag)
	list := make([]Phrase, len(c.phrases))
	for i, p := range c.phrases {
		list[i] = Phrase{Text: c.text(int32(i)), Volume: c.volume([]int32{int32(i)}), Count: len(p.entries)}
	}
	return list
}

// text returns the spelling that stands for a phrase.
func (c *corpus) text(p int32) string {
	entries := c.phrases[p].entries
	best := entries[0]
	for _, e := range entries[1:] {
		if CompareKnown(c.entries[e].volume, c.entries[best].volume) > 0 {
			best = e
		}
	}
	return c.entries[best].text
}

// volume adds up the known volumes of phrases.
func (c *corpus) volume(phrases []int32) *int64 {
	var total *int64
	for _, p := range phrases {
		for _, e := range c.phrases[p].entries {
			total = addVolume(total, c.entries[e].volume)
		}
	}
	return total
}

// addVolume returns the sum, at most the largest int64, and nil if both are unknown.
func addVolume(a, b *int64) *int64 {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	sum := *a + *b
	if *b > math.MaxInt64-max(*a, 0) {
		sum = math.MaxInt64
	}
	return &sum
}
