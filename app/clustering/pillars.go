package clustering

// pillars are the pillar of each phrase.
func (r *run) pillars(c *corpus) ([]int32, error) {
	rows, count := c.features(0, 0, 0, r.settings.pillarHead)
	m := weigh(rows, count, r.settings.pillarIDF, r.settings.pillarCommon, 0)
	return gather(r.ctx, m, identity(len(c.phrases)), len(c.phrases), r.settings.pillarGamma)
}

// nest gives every topic one pillar, that of most of its phrases.
func nest(topics, pillars []int32) []int32 {
	count := map[[2]int32]int{}
	best := map[int32]int32{}
	for i, t := range topics {
		count[[2]int32{t, pillars[i]}]++
	}
	for i, t := range topics {
		p := pillars[i]
		b, ok := best[t]
		if !ok || count[[2]int32{t, p}] > count[[2]int32{t, b}] || (count[[2]int32{t, p}] == count[[2]int32{t, b}] && p < b) {
			best[t] = p
		}
	}
	out := make([]int32, len(topics))
	for i, t := range topics {
		out[i] = best[t]
	}
	compact(out)
	return out
}
