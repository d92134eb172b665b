package prose

import (
	"runtime"
	"strings"
	"testing"

	"igny8/app/blocks"
)

// TestAnalysisGrowsWithTheText doubles a block and expects about twice the work, measured by what is allocated. It runs alone.
func TestAnalysisGrowsWithTheText(t *testing.T) {
	allocated := func(text string) float64 {
		doc := blocks.Document{{ID: "b", Type: blocks.TypeParagraph, Text: blocks.Inline(text)}}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Claims(doc, "en")
		MeasureReadability(doc, "en")
		linksOf(doc[0])
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	for name, c := range map[string]struct {
		each string
		size int
	}{
		"linked sentences":            {`See <a href="/">it</a> now. `, 200},
		"numbers of one sentence":     {"it has 7 of them, ", 1_000},
		"prices of one sentence":      {"it costs €7 or so, ", 1_000},
		"dates of one sentence":       {"it came on 2021-03-04 or so, ", 1_000},
		"superlatives":                {"it is the best of all, ", 1_000},
		"sentences of a single word":  {"So. ", 1_000},
		"questions and exclamations":  {"So? So! ", 500},
		"words that end in a quote":   {"so” ", 1_000},
		"links to one and other site": {`<a href="https://a.example/">a</a> <a href="/b/">b</a>. `, 200},
	} {
		allocated(c.each)
		if one, two := allocated(strings.Repeat(c.each, c.size)), allocated(strings.Repeat(c.each, 2*c.size)); two > 2.6*one+100_000 {
			t.Errorf("%s: %d take %.0f KB and %d take %.0f KB", name, c.size, one/1024, 2*c.size, two/1024)
		}
	}
}
