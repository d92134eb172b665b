package clustering

// pillars are the pillar of each topic: topics whose phrases are alike on average, by words of little regard to rarity,
// since the word that a pillar shares is common.
func (r *run) pillars(c *corpus, topics []int32) ([]int32, error) {
	rows, count := c.features(0, 0, 0)
	m := weigh(rows, count, r.settings.pillarIDF)
	topicCount := 0
	for _, t := range topics {
		topicCount = max(topicCount, int(t)+1)
	}
	return gather(r.ctx, m, topics, topicCount, r.settings.pillarGamma)
}
