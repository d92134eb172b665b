package clustering

// topics are the topic of each phrase: dense groups of the neighbour graph, with pages for nodes.
func (r *run) topics(c *corpus, pages, pillars []int32) ([]int32, error) {
	gram := r.settings.anyGram
	if c.language.compounds {
		gram = r.settings.gram
	}
	rows, count := c.features(r.settings.topicPair, gram, r.settings.topicModifier, r.settings.topicHead)
	lists, err := neighbours(r.ctx, weigh(rows, count, r.settings.topicIDF, r.settings.topicCommon, 0), r.settings.topicEdges, r.workers)
	if err != nil {
		return nil, err
	}
	discount(lists, onlyLarge(pillars, r.settings.smallPillar), float32(r.settings.across))
	g := symmetric(lists)
	topics, err := leiden(r.ctx, g, r.settings.topicGamma)
	if err != nil {
		return nil, err
	}
	return nest(pages, topics), nil
}
