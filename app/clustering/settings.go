package clustering

// settings are the defaults that measured best over all labelled sets together. No set, language or tool has its own.
type settings struct {
	page, topic, pillar weighting
	edges               int     // neighbours of each phrase
	tight, join         float64 // least average similarity of a page: across topics, and within one topic
	density             float64 // of a topic: gamma of the constant Potts model
	pillarDensity       float64
	largePillar         int     // least number of phrases for a pillar to keep its topics and pages apart from others
	across              float64 // factor for similarities between two large pillars, when topics are found
	toolShare           float64 // part of a similarity that comes from tools, where they gave something
	serp                float64 // added to a similarity when the result pages share everything, before the usual is subtracted
	doubt               float64 // a membership is weak when its strength is less than join plus this
}

// weighting holds the weights of the features of a phrase on one level. A plain word weighs 1.
type weighting struct {
	rarity    float64 // exponent of the inverse document frequency: a high one separates pages, a low one connects pillars
	common    float64 // exponent of the logarithm of the frequency
	head      float64 // exponent of the headness
	pair      float64 // neighbouring words
	part      float64 // parts of long words
	compound  float64 // the same in languages that write compounds as one word
	modifier  float64 // function words and years
	qualifier float64 // factor for "best", "free" and the like
}

func settingsFor(g Granularity) settings {
	s := settings{
		page:   weighting{rarity: 1.15, head: .01, pair: .35, compound: .4, modifier: .1, qualifier: .3},
		topic:  weighting{rarity: .5, head: .03, pair: .2, part: .25, compound: .4, modifier: .65, qualifier: 1},
		pillar: weighting{rarity: 1.5, common: .5, head: .25, qualifier: 1},
		edges:  15, tight: .62, join: .5, density: .04, pillarDensity: .2,
		largePillar: 100, across: .1, toolShare: .65, serp: .4, doubt: .1,
	}
	switch g {
	case Fine:
		s.density, s.pillarDensity, s.tight, s.join = 2*s.density, 1.5*s.pillarDensity, .7, .62
	case Coarse:
		s.density, s.pillarDensity, s.tight, s.join = s.density/2, s.pillarDensity/2, .55, .38
	}
	return s
}
