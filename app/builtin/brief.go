package builtin

import (
	"cmp"
	"slices"
	"strings"
)

// maxTerms is how many terms a brief gets.
const maxTerms = 12

// Terms returns the words that at least two of the phrases have and the title has not, the most frequent first.
func Terms(phrases []string, title string) []string {
	known, count := wordSet(title), map[string]int{}
	var terms []string
	for _, phrase := range phrases {
		for word := range wordSet(phrase) {
			if known[word] || len([]rune(word)) <= 3 {
				continue
			}
			if count[word] == 0 {
				terms = append(terms, word)
			}
			count[word]++
		}
	}
	slices.SortFunc(terms, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b)) })
	terms = slices.DeleteFunc(terms, func(word string) bool { return count[word] < 2 })
	return terms[:min(len(terms), maxTerms)]
}
