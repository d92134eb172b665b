package clustering_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"igny8/app/clustering"
)

// invented makes n distinct keywords of subjects, each with its own words, beside words that all subjects share, with
// frequencies that fall as those of searches do.
func invented(n int) []clustering.Keyword {
	source := rand.New(rand.NewPCG(5, 8))
	word := func(i int) string {
		const consonants, vowels = "bcdfglmnprstv", "aeiou"
		var b strings.Builder
		for k := i + 30; k > 0; k /= 65 {
			b.WriteByte(consonants[k%13])
			b.WriteByte(vowels[k/13%5])
		}
		return b.String()
	}
	falling := func(n int) int { return int(float64(n) * source.Float64() * source.Float64() * source.Float64()) }
	shared := strings.Fields("best free online how to vs for pricing review template download tool guide 2026 near me")
	seen, list := map[string]bool{}, make([]clustering.Keyword, 0, n)
	subjects := 40 + n/500
	for len(list) < n {
		subject := falling(subjects)
		words := []string{word(subject)}
		for range 1 + source.IntN(3) {
			words = append(words, word(1000+subject*150+falling(150)))
		}
		if source.IntN(2) == 0 {
			words = append(words, word(500_000+falling(n/10+50)))
		}
		if source.IntN(2) == 0 {
			words = append(words, shared[falling(len(shared))])
		}
		source.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		if text := strings.Join(words, " "); !seen[text] {
			seen[text] = true
			list = append(list, clustering.Keyword{Text: text})
		}
	}
	return list
}

// BenchmarkRun groups imports of several sizes on one worker: go test -bench Run -benchtime 1x -cpu 1.
func BenchmarkRun(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("%dk", n/1000), func(b *testing.B) {
			list := invented(n)
			peak, stop := watchMemory()
			for b.Loop() {
				if _, err := clustering.Run(context.Background(), list, clustering.Options{Workers: 1}); err != nil {
					b.Fatal(err)
				}
			}
			stop()
			b.ReportMetric(float64(*peak)/(1<<20), "peak-MB")
		})
	}
}
