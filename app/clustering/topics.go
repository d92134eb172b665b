package clustering

// topics are the topic of each phrase: dense groups of the neighbour graph.
func (r *run) topics(c *corpus) ([]int32, error) {
	gram := 0.
	if c.language.compounds {
		gram = r.settings.gram
	}
	rows, count := c.features(0, gram, 0)
	lists, err := neighbours(r.ctx, weigh(rows, count, r.settings.topicIDF), r.settings.topicEdges, r.workers)
	if err != nil {
		return nil, err
	}
	return leiden(r.ctx, symmetric(lists), r.settings.topicGamma)
}
