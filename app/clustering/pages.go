package clustering

// grouping holds the page and the topic of each phrase, the similarity that they were made with, and the pairs of pages that
// were nearly joined.
type grouping struct {
	pages, topics []int32
	similarity    likeness
	missed        []candidate
}

// pages groups phrases. First, phrases that are nearly the same become one page, whatever their topics. Then it finds
// topics, and inside each topic pages grow by average linkage.
func (r *run) pages(c *corpus, v *vectors, pillars []int32) (found grouping, err error) {
	rows := c.features(r.ctx, r.settings.page)
	words := rows.columns
	if given := c.toolFeatures(); given != nil {
		rows = blend(rows, given, r.settings.toolShare)
	}
	found.similarity = newLikeness(rows, words, v)
	lists, err := neighbours(r.ctx, found.similarity, r.settings.edges, r.workers)
	if err != nil {
		return grouping{}, err
	}
	found.similarity.addSERPs(c.serps(), lists, r.settings.join, r.settings.serp)
	found.similarity.discount(lists, onlyLarge(pillars, r.settings.largePillar), 0, float32(r.settings.join))
	l := newLinkage(found.similarity, symmetric(lists))
	l.join(r.ctx, r.settings.tight, nil)
	r.report(.5, "Finding the topics")
	found.topics, err = r.topics(c, v, l.labels(), pillars)
	if err != nil {
		return grouping{}, err
	}
	r.report(.75, "Finding what one page can serve")
	l.join(r.ctx, r.settings.join, found.topics)
	found.missed = l.missed(r.settings.join*nearly, found.topics)
	found.pages = l.labels()
	return found, r.ctx.Err()
}

// topics returns the topic of each phrase: dense groups of the neighbour graph. Phrases of one page stay together.
func (r *run) topics(c *corpus, v *vectors, pages, pillars []int32) ([]int32, error) {
	rows := c.features(r.ctx, r.settings.topic)
	alike := newLikeness(rows, rows.columns, v)
	lists, err := neighbours(r.ctx, alike, r.settings.edges, r.workers)
	if err != nil {
		return nil, err
	}
	alike.discount(lists, onlyLarge(pillars, r.settings.largePillar), float32(r.settings.across), 0)
	topics, err := r.consensus(symmetric(lists), r.settings.density)
	if err != nil {
		return nil, err
	}
	return nest(pages, topics), nil
}

// pillars returns the pillar of each phrase by its subject, before topics are kept whole.
func (r *run) pillars(c *corpus) ([]int32, error) {
	return gather(r.ctx, c.features(r.ctx, r.settings.pillar), r.settings.pillarDensity)
}

// nest gives all phrases with the same inner label the same outer label: the one that most of them have.
func nest(inner, outer []int32) []int32 {
	type both struct{ inner, outer int32 }
	count, best := map[both]int{}, make([]int32, labelCount(inner))
	for i, in := range inner {
		count[both{in, outer[i]}]++
		best[in] = outer[i]
	}
	for i, in := range inner {
		now, than := count[both{in, outer[i]}], count[both{in, best[in]}]
		if now > than || (now == than && outer[i] < best[in]) {
			best[in] = outer[i]
		}
	}
	nested := make([]int32, len(inner))
	for i, in := range inner {
		nested[i] = best[in]
	}
	compact(nested)
	return nested
}
