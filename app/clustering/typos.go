package clustering

import (
	"cmp"
	"context"
	"slices"
	"unicode/utf8"
)

const (
	typoLetters = 5 // shorter words have too many real neighbours
	typoRatio   = 3 // how many times more frequent the correct spelling must be
)

// typos maps rare words to a frequent word that differs by one deletion, insertion, change or swap. It finds candidates
// through an index of words with one letter deleted.
func typos(ctx context.Context, frequency map[string]int) map[string]string {
	words := make([]string, 0, len(frequency))
	for w := range frequency {
		if foldable(w) {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(frequency[b], frequency[a]), cmp.Compare(a, b)) })
	right, index := map[string]string{}, map[string][]string{}
	for i, w := range words {
		if ended(ctx, i) {
			break
		}
		if target := correction(w, frequency, index); target != "" {
			right[w] = target
			continue
		}
		if frequency[w] < typoRatio || utf8.RuneCountInString(w) < typoLetters {
			continue
		}
		for _, key := range deletions(w) {
			index[key] = append(index[key], w)
		}
	}
	return right
}

func foldable(w string) bool {
	return len(w) <= 40 && utf8.RuneCountInString(w) >= typoLetters-1 && !hasDigit(w)
}

// correction returns the most frequent indexed word close to w.
func correction(w string, frequency map[string]int, index map[string][]string) string {
	first, _ := utf8.DecodeRuneInString(w)
	best := ""
	for _, key := range deletions(w) {
		for _, candidate := range index[key] {
			initial, _ := utf8.DecodeRuneInString(candidate)
			if initial != first || frequency[candidate] < typoRatio*frequency[w] || !oneEdit(w, candidate) {
				continue
			}
			if best == "" || frequency[candidate] > frequency[best] || (frequency[candidate] == frequency[best] && candidate < best) {
				best = candidate
			}
		}
	}
	return best
}

// deletions returns the word, and the word with each single letter left out.
func deletions(w string) []string {
	list := []string{w}
	for i, r := range w {
		list = append(list, w[:i]+w[i+utf8.RuneLen(r):])
	}
	return list
}

// oneEdit reports whether two different words differ by one deletion, insertion, change, or swap of neighbouring letters.
func oneEdit(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	switch len(y) - len(x) {
	case 1:
		return slices.Equal(x[i:], y[i+1:])
	case 0:
		if i == len(x) || slices.Equal(x[i+1:], y[i+1:]) {
			return true
		}
		return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
	}
	return false
}
