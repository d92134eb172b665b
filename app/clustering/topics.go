package clustering

// topics are the topic of each phrase: dense groups of the neighbour graph, with pages for nodes.
func (r *run) topics(c *corpus, pages []int32) ([]int32, error) {
	gram := 0.
	if c.language.compounds {
		gram = r.settings.gram
	}
	rows, count := c.features(0, gram, 0, r.settings.topicHead)
	lists, err := neighbours(r.ctx, weigh(rows, count, r.settings.topicIDF, r.settings.topicCommon), r.settings.topicEdges, r.workers)
	if err != nil {
		return nil, err
	}
	topics, err := leiden(r.ctx, symmetric(lists), r.settings.topicGamma)
	if err != nil {
		return nil, err
	}
	return nest(pages, topics), nil
}
