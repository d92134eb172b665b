package clustering

import "strings"

// germanStem takes the endings of inflection off a German or Dutch word; a light stemmer, since compounds are told apart by
// parts of words anyway.
func germanStem(word string) string {
	word = plain(word)
	for _, ending := range []string{"ungen", "erinnen", "erin", "ung"} {
		if base, ok := cutEnding(word, ending, 4); ok {
			return base
		}
	}
	for _, ending := range []string{"ern", "em", "en", "er", "es", "e", "n", "s"} {
		if base, ok := cutEnding(word, ending, 3); ok {
			return base
		}
	}
	return word
}

// romanceStem takes gender, number and the infinitive off an Italian or Portuguese word.
func romanceStem(word string) string {
	word = plain(word)
	for _, change := range [][2]string{{"coes", "cao"}, {"zioni", "zione"}, {"ais", "al"}, {"eis", "el"}, {"ns", "m"}} {
		if base, ok := cutEnding(word, change[0], 3); ok {
			word = base + change[1]
			break
		}
	}
	word = strings.TrimSuffix(word, "s")
	for _, ending := range []string{"are", "ere", "ire", "che", "ghe", "chi", "ghi", "ar", "er", "ir", "a", "e", "i", "o"} {
		if base, ok := cutEnding(word, ending, 3); ok {
			return base
		}
	}
	return word
}

func cutEnding(word, ending string, keep int) (string, bool) {
	base, ok := strings.CutSuffix(word, ending)
	return base, ok && len(base) >= keep
}
