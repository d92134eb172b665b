package clustering

// pages are the page and the topic of each phrase, with the rows they were made from. What is nearly the same is one page
// whatever the topics are; then topics are found, and within each of them pages grow by average linkage.
func (r *run) pages(c *corpus, pillars []int32) (pages, topics []int32, m *matrix, err error) {
	m = c.features(r.settings.page)
	if given := c.given(); given != nil {
		m = blend(m, given, r.settings.given)
	}
	lists, err := neighbours(r.ctx, m, r.settings.edges, r.workers)
	if err != nil {
		return nil, nil, nil, err
	}
	discount(lists, onlyLarge(pillars, r.settings.largePillar), 0)
	l := newLinkage(m, symmetric(lists))
	l.join(r.settings.tight, nil)
	r.tell(.5, "Finding the topics")
	topics, err = r.topics(c, l.labels(), pillars)
	if err != nil {
		return nil, nil, nil, err
	}
	r.tell(.75, "Finding what one page can serve")
	l.join(r.settings.join, topics)
	return l.labels(), topics, m, r.ctx.Err()
}

// topics are the topic of each phrase: dense groups of the neighbour graph. Phrases of one page stay together.
func (r *run) topics(c *corpus, pages, pillars []int32) ([]int32, error) {
	lists, err := neighbours(r.ctx, c.features(r.settings.topic), r.settings.edges, r.workers)
	if err != nil {
		return nil, err
	}
	discount(lists, onlyLarge(pillars, r.settings.largePillar), float32(r.settings.across))
	topics, err := leiden(r.ctx, symmetric(lists), r.settings.density)
	if err != nil {
		return nil, err
	}
	return nest(pages, topics), nil
}

// pillars are the pillar of each phrase by what it is about, before topics are kept whole.
func (r *run) pillars(c *corpus) ([]int32, error) {
	return gather(r.ctx, c.features(r.settings.pillar), r.settings.pillarDensity)
}

// nest gives all phrases of one inner label the same outer label, that of most of them.
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
