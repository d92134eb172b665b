package pipeline

import (
	"context"

	"igny8/app/planner"
	"igny8/app/sitebuilder"
	"igny8/app/text"
)

// choice is the plan of the site: the clusters of its articles and hubs, and the names of its categories.
type choice struct {
	attached []sitebuilder.Attach
	shelves  []string
}

// choose goes from pillar to pillar and from topic to topic, the greatest demand first: a site that covers some subjects
// well is worth more to readers and search engines than one that touches many. It makes no hub with one article, which would
// be an empty page, and no category with one topic, which would repeat the hub.
func (p *pipeline) choose(ctx context.Context) (choice, error) {
	levels := map[string][]planner.Cluster{} // by the cluster above, the greatest demand first
	for _, level := range []string{planner.LevelPillar, planner.LevelTopic, planner.LevelPage} {
		clusters, err := p.planner.Clusters(ctx, p.made.SectorID, level)
		if err != nil {
			return choice{}, err
		}
		for _, c := range clusters {
			levels[above(c)] = append(levels[above(c)], c)
		}
	}
	taken := share(levels, p.Pages)
	var made choice
	for _, pillar := range levels[""] {
		topics := 0
		for _, topic := range levels[pillar.ID] {
			articles := levels[topic.ID][:taken[topic.ID]]
			for _, page := range articles {
				made.attached = append(made.attached, sitebuilder.Attach{ClusterID: page.ID, Role: page.Role})
			}
			if len(articles) > 1 {
				made.attached = append(made.attached, sitebuilder.Attach{ClusterID: topic.ID, Role: planner.Hub})
			}
			topics += min(1, len(articles))
		}
		if topics > 1 {
			made.shelves = append(made.shelves, text.Headline(pillar.Name))
		}
	}
	return made, nil
}

// share returns the number of pages of each topic, up to limit in all. In the first round no topic gets more than a seventh
// of the site and no pillar more than a third; the second round fills the rest.
func share(levels map[string][]planner.Cluster, limit int) map[string]int {
	taken, left := map[string]int{}, limit
	for _, most := range []struct{ topic, pillar int }{{max(fewestTogether, limit/7), limit/3 + 1}, {limit, limit}} {
		for _, pillar := range levels[""] {
			room := most.pillar - taken[pillar.ID]
			for _, topic := range levels[pillar.ID] {
				more := max(0, min(most.topic-taken[topic.ID], len(levels[topic.ID])-taken[topic.ID], room, left))
				taken[topic.ID] += more
				taken[pillar.ID] += more
				room, left = room-more, left-more
			}
		}
	}
	return taken
}

// fewestTogether is the number of articles from which a topic gets a hub.
const fewestTogether = 3

func above(c planner.Cluster) string {
	if c.ParentID == nil {
		return ""
	}
	return *c.ParentID
}
