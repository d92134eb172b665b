package pipeline

import (
	"maps"
	"slices"
	"testing"

	"igny8/app/planner"
)

// tree builds the levels from topics, each with its pillar and number of pages.
func tree(topics ...struct {
	pillar, topic string
	pages         int
},
) map[string][]planner.Cluster {
	levels := map[string][]planner.Cluster{}
	add := func(above, id string) {
		if !slices.ContainsFunc(levels[above], func(c planner.Cluster) bool { return c.ID == id }) {
			levels[above] = append(levels[above], planner.Cluster{ID: id})
		}
	}
	for _, t := range topics {
		add("", t.pillar)
		add(t.pillar, t.topic)
		for range t.pages {
			levels[t.topic] = append(levels[t.topic], planner.Cluster{})
		}
	}
	return levels
}

func TestShareKeepsTopicsTogether(t *testing.T) {
	t.Parallel()
	type row = struct {
		pillar, topic string
		pages         int
	}
	hoses := []row{{"hoses", "reels", 9}, {"hoses", "repair", 2}, {"hoses", "nozzles", 9}, {"beds", "raised", 1}, {"beds", "soil", 9}, {"compost", "bins", 9}}
	for limit, want := range map[int]map[string]int{
		0:   {},
		1:   {"hoses": 1, "reels": 1},
		10:  {"hoses": 4, "reels": 3, "repair": 1, "beds": 4, "raised": 1, "soil": 3, "compost": 2, "bins": 2},
		100: {"hoses": 20, "reels": 9, "repair": 2, "nozzles": 9, "beds": 10, "raised": 1, "soil": 9, "compost": 9, "bins": 9},
	} {
		got := share(tree(hoses...), limit)
		maps.DeleteFunc(got, func(_ string, n int) bool { return n == 0 })
		if !maps.Equal(got, want) {
			t.Errorf("of %d: %v, want %v", limit, got, want)
		}
	}
}
