package grouping

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"igny8/app/clustering"
	"igny8/app/language"
	"igny8/app/planner"
	"igny8/app/runs"
	"igny8/app/text"
)

// hasGiven is the condition of keywords that a tool gave a page cluster.
const hasGiven = "(given_group <> '' OR parent_keyword <> '')"

// CountGiven returns how many of the keywords that a run would group have a page cluster of a tool.
func (s *Service) CountGiven(ctx context.Context, sectorID string) (int64, error) {
	var count int64
	if err := s.groupable(ctx, sectorID).Where(hasGiven).Model(&planner.Keyword{}).Count(&count).Error; err != nil {
		return 0, fmt.Errorf("count given clusters: %w", err)
	}
	return count, nil
}

// groupAsGiven makes a page of each cluster that a tool gave, in the topic that it gave; the other keywords are grouped by
// words. Pillars, and topics that no tool gave, are those of the names.
func groupAsGiven(ctx context.Context, in ungrouped, tell runs.Progress) (outcome, error) {
	found, rest := in.given()
	pages := len(found)
	result, err := clustering.Run(ctx, rest, clustering.Options{Granularity: in.Granularity, Progress: partOf(tell, 0, .6)})
	if err != nil {
		return outcome{}, fmt.Errorf("cluster keywords: %w", err)
	}
	for _, p := range pagesOf(result) {
		p.Pillar, p.Topic = "", ""
		found = append(found, p)
	}
	if err := in.overPages(ctx, found, partOf(tell, .6, 1)); err != nil {
		return outcome{}, err
	}
	return outcome{Pages: found, GivenPages: pages}, nil
}

// partOf tells of a part of the work.
func partOf(tell runs.Progress, from, to float64) runs.Progress {
	return func(fraction float64, sentence string) { tell(from+fraction*(to-from), sentence) }
}

// given returns the pages that tools gave, and the keywords that have none.
func (in ungrouped) given() (found []planner.GroupedPage, rest []clustering.Keyword) {
	at, topics := map[givenPlace]int{}, in.spelledTopics()
	for i, place := range in.givenPlaces() {
		k := in.Keywords[i]
		if place.page == "" {
			rest = append(rest, k)
			continue
		}
		n, ok := at[place]
		if !ok {
			n = len(found)
			at[place] = n
			found = append(found, planner.GroupedPage{Topic: topics[place.topic], Name: cmp.Or(k.Group, k.Parent, k.Text)})
		}
		found[n].Members = append(found[n].Members, planner.Member{Key: language.Key(k.Text), Evidence: givenEvidence(k)})
	}
	return found, rest
}

// givenPlace is where a tool put a keyword: the keys of the names. The page is empty when it put it nowhere.
type givenPlace struct{ page, topic string }

// givenPlaces returns those of the keywords. A page is in the topic that most of its keywords have, as far as they do not
// say: what they know may come from several files. The keyword that a page is named after is on it.
func (in ungrouped) givenPlaces() []givenPlace {
	places, topics := make([]givenPlace, len(in.Keywords)), map[string]map[string]int{}
	for i, k := range in.Keywords {
		page := language.Key(cmp.Or(k.Group, k.Parent))
		if page == "" {
			continue
		}
		places[i] = givenPlace{page, language.Key(in.Topics[i])}
		if topics[page] == nil {
			topics[page] = map[string]int{}
		}
		topics[page][places[i].topic]++
	}
	usual := make(map[string]string, len(topics))
	for page, counts := range topics {
		usual[page] = slices.MinFunc(slices.Collect(maps.Keys(counts)), func(a, b string) int {
			if (a == "") != (b == "") {
				return cmp.Compare(b, a)
			}
			return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
		})
	}
	for i, k := range in.Keywords {
		place := &places[i]
		if name := language.Key(k.Text); place.page == "" && topics[name] != nil {
			place.page = name
		}
		if place.topic == "" {
			place.topic = usual[place.page]
		}
	}
	return places
}

// spelledTopics returns the given topics by their keys.
func (in ungrouped) spelledTopics() map[string]string {
	names := map[string]string{}
	for _, name := range in.Topics {
		if key := language.Key(name); names[key] == "" {
			names[key] = name
		}
	}
	return names
}

func givenEvidence(k clustering.Keyword) []planner.Evidence {
	switch {
	case k.Group != "":
		return []planner.Evidence{{Kind: clustering.Given, Text: "A tool put it on the page " + text.Quote(k.Group) + "."}}
	case k.Parent != "":
		return []planner.Evidence{{Kind: clustering.Given, Text: "A tool gave it the parent keyword " + text.Quote(k.Parent) + "."}}
	}
	return []planner.Evidence{{Kind: clustering.Given, Text: "A tool named this page after it."}}
}

// overPages puts pages into pillars, and those without a topic into topics, by the words of their names.
func (in ungrouped) overPages(ctx context.Context, found []planner.GroupedPage, tell runs.Progress) error {
	demand := make(map[string]*int64, len(in.Keywords))
	for _, k := range in.Keywords {
		demand[language.Key(k.Text)] = k.Volume
	}
	at, names := map[string]int{}, []clustering.Keyword{}
	for _, p := range found {
		key := language.Key(byName(p))
		if _, ok := at[key]; !ok {
			at[key] = len(names)
			names = append(names, clustering.Keyword{Text: byName(p)})
		}
		total := &names[at[key]].Volume
		for _, m := range p.Members {
			*total = planner.AddKnown(*total, demand[m.Key])
		}
	}
	result, err := clustering.Run(ctx, names, clustering.Options{Granularity: in.Granularity, Progress: tell})
	if err != nil {
		return fmt.Errorf("cluster names: %w", err)
	}
	pages, topics := map[string]int{}, in.spelledTopics()
	for _, m := range result.Memberships {
		pages[m.Key] = m.Page
	}
	for i := range found {
		p := &found[i]
		topic := result.Clusters[result.Clusters[pages[language.Key(byName(*p))]].Parent]
		p.Pillar = result.Clusters[topic.Parent].Name
		p.Topic = cmp.Or(p.Topic, topics[language.Key(topic.Name)], topic.Name)
	}
	return nil
}

// byName returns what tells where the page belongs.
func byName(p planner.GroupedPage) string { return cmp.Or(p.Topic, p.Name) }
