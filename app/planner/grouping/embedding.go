package grouping

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"igny8/app/ai"
	"igny8/app/clustering"
	"igny8/app/fault"
	"igny8/app/runs"
)

// What a run asks the model for vectors: the phrases of the highest volume, many in a call.
const (
	embedded     = 20_000 // phrases at most; the others are compared by their words
	perEmbedding = 2_048  // as many as OpenAI takes
)

// vectorsOf returns what the model makes of the phrases of the keywords, by their text. Nil when its server has no vectors.
func vectorsOf(ctx context.Context, keywords []clustering.Keyword, m *ai.Model, tell runs.Progress) (map[string][]float32, error) {
	if !m.Embeds() {
		return nil, nil
	}
	phrases := clustering.Phrases(ctx, keywords, "")
	slices.SortStableFunc(phrases, func(a, b clustering.Phrase) int { return clustering.CompareKnown(b.Volume, a.Volume) })
	phrases = phrases[:min(len(phrases), embedded)]
	vectors := make(map[string][]float32, len(phrases))
	width := 0
	for part := range slices.Chunk(phrases, perEmbedding) {
		tell(float64(len(vectors))/float64(len(phrases)), fmt.Sprintf("Comparing what %d phrases mean.", len(phrases)))
		texts := make([]string, len(part))
		for i, p := range part {
			texts[i] = p.Text
		}
		found, err := m.Embed(ctx, "vectors of phrases", texts)
		if err != nil {
			return nil, err
		}
		if width = cmp.Or(width, len(found[0])); width != len(found[0]) {
			return nil, fault.New(fault.Unavailable, "The AI server gave vectors of %d and of %d numbers.", width, len(found[0]))
		}
		for i, text := range texts {
			vectors[text] = found[i]
		}
	}
	return vectors, nil
}
