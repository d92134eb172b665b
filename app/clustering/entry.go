package clustering

import (
	"cmp"
	"slices"
	"strings"

	"igny8/app/language"
)

// entry is one distinct keyword with the values of all its spellings.
type entry struct {
	key, text  string
	volume     *int64
	difficulty *float64
	intents    []string
	parents    []string // keys
	urls       []string
	groups     []string
}

// fold merges keywords with the same key and sorts the entries.
func fold(keywords []Keyword) []entry {
	type keyed struct {
		key string
		at  int
	}
	list := make([]keyed, 0, len(keywords))
	for i, k := range keywords {
		if key := language.Key(k.Text); key != "" {
			list = append(list, keyed{key, i})
		}
	}
	slices.SortFunc(list, func(a, b keyed) int {
		x, y := keywords[a.at], keywords[b.at]
		return cmp.Or(cmp.Compare(a.key, b.key), CompareKnown(y.Volume, x.Volume), cmp.Compare(x.Text, y.Text))
	})
	entries := make([]entry, 0, len(list))
	for _, item := range list {
		k := keywords[item.at]
		if n := len(entries); n == 0 || entries[n-1].key != item.key {
			entries = append(entries, entry{key: item.key, text: strings.Join(strings.Fields(k.Text), " "), volume: k.Volume})
		}
		e := &entries[len(entries)-1]
		if parent := language.Key(k.Parent); parent != "" {
			e.parents = append(e.parents, parent)
		}
		if group := strings.TrimSpace(k.Group); group != "" {
			e.groups = append(e.groups, group)
		}
		e.urls = append(e.urls, k.URLs...)
		e.intents = append(e.intents, k.Intents...)
		if k.Difficulty != nil && (e.difficulty == nil || *k.Difficulty > *e.difficulty) {
			e.difficulty = k.Difficulty
		}
	}
	for i := range entries {
		e := &entries[i]
		e.parents, e.groups, e.urls, e.intents = distinct(e.parents), distinct(e.groups), distinct(e.urls), distinct(e.intents)
	}
	return entries
}

func distinct(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// CompareKnown compares two numbers as cmp.Compare does. An unknown one comes before all others.
func CompareKnown[T cmp.Ordered](a, b *T) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Compare(*a, *b)
}
