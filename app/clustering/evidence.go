package clustering

import (
	"fmt"
	"slices"
	"strings"
)

// The kinds of evidence.
const (
	SharedWords    = "shared_words"
	ParentKeyword  = "parent_keyword"
	SamePage       = "same_page"
	SameSERP       = "same_serp"
	Given          = "given"
	Alone          = "alone"
	SimilarMeaning = "similar_meaning"
	Judged         = "judged"
	SimilarSERP    = "similar_serp"
)

// Evidence is one reason why a keyword is in its page.
type Evidence struct {
	Kind   string
	Words  []string // the shared words, addresses, names or traits
	Detail string   // the other keyword
}

// String returns the evidence as one line of text.
func (e Evidence) String() string {
	shared := strings.Join(e.Words, " ")
	switch e.Kind {
	case SharedWords:
		return fmt.Sprintf("shares %q with %q", shared, e.Detail)
	case ParentKeyword:
		return fmt.Sprintf("same parent keyword %q as %q", shared, e.Detail)
	case SamePage:
		return fmt.Sprintf("same ranking page as %q: %s", e.Detail, shared)
	case SameSERP:
		return fmt.Sprintf("%d results in common with %q", len(e.Words), e.Detail)
	case SimilarMeaning:
		return fmt.Sprintf("means nearly the same as %q", e.Detail)
	case Judged:
		return fmt.Sprintf("judged to want the same page as %q", e.Detail)
	case SimilarSERP:
		return fmt.Sprintf("results like those of %q: %s", e.Detail, strings.Join(e.Words, ", "))
	case Given:
		return fmt.Sprintf("same group %q in the file as %q", shared, e.Detail)
	}
	return "alone: no other keyword is close enough"
}

// serpShared is the number of search results that two keywords must share to belong on one page.
const serpShared = 3

// compared is the number of members of a page that a keyword is compared with.
const compared = 64

// assessment holds the sums over one page from which the strength and evidence of its memberships are computed.
type assessment struct {
	t       *tree
	centre  *centre
	meaning *meaning // of the whole page; nil without vectors
	serp    *serp    // of the whole page; nil when tools gave neither intent nor difficulty
	phrases []int32
	count   int // keywords
}

func (t *tree) assess(phrases []int32, centre *centre) assessment {
	centre.clear()
	j := assessment{t: t, centre: centre, phrases: phrases}
	for _, p := range phrases {
		keywords, own := len(t.c.phrases[p].entries), t.similarity.profile(p)
		centre.add(own.column, own.value, float32(keywords))
		for range keywords {
			j.meaning, j.serp = j.meaning.plus(own.meaning), j.serp.plus(own.serp)
		}
		j.count += keywords
	}
	return j
}

// strength returns the average similarity to the other keywords of the page.
func (j assessment) strength(p int32) float64 {
	if j.count == 1 {
		return 1
	}
	own := j.t.similarity.profile(p)
	all := j.centre.dot(own.column, own.value) + float64(own.serp.like(j.serp))
	if own.meaning != nil {
		all += float64(own.meaning.vectorGain(j.meaning))
	}
	return max(0, min(1, (all-float64(own.like(own)))/float64(j.count-1)))
}

// evidence lists what a keyword shares with the most similar member of its page.
func (j assessment) evidence(p, e int32) []Evidence {
	if j.count == 1 {
		return []Evidence{{Kind: Alone}}
	}
	list, other := j.toolEvidence(e), j.nearest(p, e)
	q, text := j.t.c.phraseOf[other], j.t.c.entries[other].text
	words := j.t.c.common(p, q)
	switch {
	case len(words) > 0:
		list = append(list, Evidence{SharedWords, words, text})
	case len(list) > 0:
	case j.t.similarity.vectorSimilarity(p, q) > 0:
		list = append(list, Evidence{SimilarMeaning, nil, text})
	default:
		list = append(list, Evidence{SharedWords, []string{"parts of words"}, text})
	}
	if traits := j.t.resultTraits(p, q); len(traits) > 0 {
		list = append(list, Evidence{SimilarSERP, traits, text})
	}
	return list
}

// resultTraits describes in words what the result pages of two phrases share, if that speaks for one page.
func (t *tree) resultTraits(p, q int32) []string {
	a, b := t.similarity.profile(p).serp, t.similarity.profile(q).serp
	if p == q || a.like(b) <= 0 {
		return nil
	}
	var traits []string
	wanted := t.c.intents(&t.c.phrases[q])
	for _, k := range t.c.intents(&t.c.phrases[p]) {
		if slices.Contains(wanted, k) {
			traits = append(traits, intents[k])
		}
	}
	if a.asHard(b) {
		traits = append(traits, "about as hard to rank for")
	}
	return traits
}

// nearest returns another keyword of the page: one with the same words, or else the most similar.
func (j assessment) nearest(p, e int32) int32 {
	for _, other := range j.t.c.phrases[p].entries {
		if other != e {
			return other
		}
	}
	own := j.t.similarity.profile(p)
	best, most := int32(-1), float32(0)
	for _, q := range j.phrases[:min(len(j.phrases), compared)] {
		if q == p {
			continue
		}
		if s := own.like(j.t.similarity.profile(q)); best < 0 || s > most {
			best, most = q, s
		}
	}
	return j.t.c.phrases[best].entries[0]
}

// common returns the words of p that q has, too.
func (c *corpus) common(p, q int32) []string {
	var words []string
	for _, w := range c.phrases[p].words {
		if slices.Contains(c.phrases[q].words, w) && !slices.Contains(words, c.shown[w]) {
			words = append(words, c.shown[w])
		}
	}
	return words
}

// toolEvidence lists what the tools gave for e and for another member of the page alike.
func (j assessment) toolEvidence(e int32) []Evidence {
	own := &j.t.c.entries[e]
	if len(own.parents)+len(own.groups)+len(own.urls) == 0 {
		return nil
	}
	found := map[string]Evidence{}
	for _, p := range j.phrases[:min(len(j.phrases), compared)] {
		for _, o := range j.t.c.phrases[p].entries {
			if o == e {
				continue
			}
			other := &j.t.c.entries[o]
			note := func(kind string, shared []string, least int) {
				if len(shared) >= least && len(shared) > len(found[kind].Words) {
					found[kind] = Evidence{kind, shared, other.text}
				}
			}
			note(ParentKeyword, intersection(own.parents, other.parents), 1)
			note(Given, intersection(own.groups, other.groups), 1)
			if len(own.urls) < serpShared || len(other.urls) < serpShared {
				note(SamePage, intersection(own.urls, other.urls), 1)
			} else {
				note(SameSERP, intersection(own.urls, other.urls), serpShared)
			}
		}
	}
	var list []Evidence
	for _, kind := range []string{Given, ParentKeyword, SamePage, SameSERP} {
		if x, ok := found[kind]; ok {
			list = append(list, x)
		}
	}
	return list
}

// intersection returns the strings that are in both sorted lists.
func intersection(a, b []string) []string {
	var both []string
	for _, s := range a {
		if _, ok := slices.BinarySearch(b, s); ok {
			both = append(both, s)
		}
	}
	return both
}
