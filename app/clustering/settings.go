package clustering

// settings are the defaults that were measured best over all sets together; no set, language or tool has its own.
type settings struct {
	page, topic, pillar weighting
	edges               int     // neighbours kept for each phrase
	tight, join         float64 // average similarity of a page: within any topic, and within one
	density             float64 // of a topic, as gamma of the constant Potts model
	pillarDensity       float64
	largePillar         int     // phrases a pillar must have to hold its topics and pages together
	across              float64 // what similarity is worth in topics between two large pillars
	given               float64 // how much of a similarity is what tools said, where they said something
	serp                float64 // what result pages with all in common add to a similarity, before what is usual is taken off
	doubt               float64 // how little more than join a strength is that is to be looked at
}

// weighting says what the features of a phrase weigh on one level beside a plain word's 1.
type weighting struct {
	rarity    float64 // exponent of the inverse document frequency: high tells pages apart, low binds pillars
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
		largePillar: 100, across: .1, given: .65, serp: .4, doubt: .1,
	}
	switch g {
	case Fine:
		s.density, s.pillarDensity, s.tight, s.join = 2*s.density, 1.5*s.pillarDensity, .7, .62
	case Coarse:
		s.density, s.pillarDensity, s.tight, s.join = s.density/2, s.pillarDensity/2, .55, .38
	}
	return s
}
