package clustering

// settings are the measured defaults; no set or tool has its own.
type settings struct {
	topicIDF, pageIDF, pillarIDF                                           float64 // exponents: high for what tells pages apart, low for what binds a pillar
	topicCommon, pageCommon, pillarCommon, topicHead, pageHead, pillarHead float64
	topicEdges, pageEdges                                                  int     // neighbours kept for each phrase
	topicGamma, pillarGamma                                                float64 // the density a cluster must have (constant Potts model)
	pageTight, pageLink                                                    float64 // the average similarity below which pages are not joined
	bigram, gram                                                           float64 // weights beside a word's 1
	modifier                                                               float64
	topicPair, topicModifier, anyGram                                      float64
	pageFloor                                                              float64
	qualifier                                                              float64
	across                                                                 float64
	smallPillar                                                            int
	weak                                                                   float64
}

func settingsFor(g Granularity) settings {
	s := settings{
		topicIDF: .6, topicHead: .03, topicModifier: .65, topicPair: .2, anyGram: .25, pageHead: .02, pageIDF: 1.15, pillarIDF: 1.5, pillarCommon: .5, pillarHead: .25,
		topicEdges: 15, pageEdges: 20,
		topicGamma: .035, pillarGamma: .2,
		pageLink: .5, pageTight: .6,
		bigram: .4, gram: .4, modifier: .2,
		pageFloor: 0,
		qualifier: .5,
		weak:      .25,
	}
	switch g {
	case Fine:
		s.topicGamma, s.pillarGamma, s.pageLink = s.topicGamma*2, s.pillarGamma*1.5, s.pageLink*1.25
	case Coarse:
		s.topicGamma, s.pillarGamma, s.pageLink = s.topicGamma/2, s.pillarGamma/1.5, s.pageLink*.75
	}
	return s
}
