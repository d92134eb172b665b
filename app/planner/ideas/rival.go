package ideas

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/language"
	"igny8/app/pages"
)

// rivals are pages that ideas are compared with. They are found by what an idea may share with them, so that a site of
// thousands of pages is not gone through for each.
type rivals struct {
	list []rival
	by   map[shared][]int // the places in the list, in order
}

// rival is a page ready to be compared.
type rival struct {
	page     pages.Page
	keywords map[string]bool
	words    string // what its title says, see wordsOf
}

// shared is something that an idea and a page may both have.
type shared struct{ kind, value string }

// standingPages returns the pages of the site that are planned, written or live.
func standingPages(tx *gorm.DB, siteID string) (rivals, error) {
	var standing []pages.Page
	query := tx.Where("site_id = ? AND kind IN ?", siteID, []string{pages.Article, pages.Plain}).Where("state NOT IN ?", []pages.State{pages.Proposed, pages.Removed})
	if err := query.Order("position, path").Find(&standing).Error; err != nil {
		return rivals{}, fmt.Errorf("load pages: %w", err)
	}
	return rivalsOf(standing), nil
}

func rivalsOf(standing []pages.Page) rivals {
	all := rivals{list: make([]rival, len(standing)), by: map[shared][]int{}}
	for at, p := range standing {
		r := rival{page: p, keywords: map[string]bool{}, words: wordsOf(p.Title)}
		for _, keyword := range p.TargetKeywords {
			r.keywords[language.Key(keyword)] = true
		}
		all.list[at] = r
		for _, s := range sharing(p.ID, clusterOf(p), r.words, slices.Collect(maps.Keys(r.keywords))) {
			all.by[s] = append(all.by[s], at)
		}
	}
	return all
}

// clusterOf returns the id of the cluster that the page serves, "" for none.
func clusterOf(p pages.Page) string {
	if p.ClusterID == nil {
		return ""
	}
	return *p.ClusterID
}

// sharing returns all that makes a page a rival of another.
func sharing(pageID, clusterID, words string, keywords []string) []shared {
	list := []shared{{"page", pageID}}
	if clusterID != "" {
		list = append(list, shared{"cluster", clusterID})
	}
	if words != "" {
		list = append(list, shared{"words", words})
	}
	for _, keyword := range keywords {
		list = append(list, shared{"keyword", keyword})
	}
	return list
}

// of returns the rivals that share something, in order.
func (r rivals) of(sharing []shared) []rival {
	var places []int
	for _, s := range sharing {
		places = append(places, r.by[s]...)
	}
	slices.Sort(places)
	var list []rival
	for _, at := range slices.Compact(places) {
		list = append(list, r.list[at])
	}
	return list
}

// wordsOf returns the words of a title that say something, each once and in order: of three letters and more, without a plural's s.
func wordsOf(title string) string {
	var words []string
	for _, word := range strings.FieldsFunc(language.Key(title),
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if word = strings.TrimSuffix(word, "s"); utf8.RuneCountInString(word) > 2 {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), ", ")
}
