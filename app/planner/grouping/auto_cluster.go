package grouping

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/clustering"
	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/app/runs"
	"igny8/app/text"
)

// AutoCluster is the name of the function that groups the keywords of a sector.
const AutoCluster = "auto_cluster"

// perCredit is how many keywords one credit groups.
const perCredit = 1000

// Choice is how a run groups the keywords of a sector: the payload of auto_cluster.
type Choice struct {
	Granularity clustering.Granularity `json:"granularity,omitempty" enum:"fine,normal,coarse" doc:"How fine the page clusters are; normal without it."`
	Given       bool                   `json:"given,omitempty" doc:"The page clusters and topics that keyword tools gave are taken as they are; the other keywords are grouped by words."`
	Keep        bool                   `json:"keep,omitempty" doc:"Keywords that are grouped stay where they are; only new ones are placed."`
	WordsOnly   bool                   `json:"words_only,omitempty" doc:"No model is asked, though there is one."`
}

// StartClustering queues a run that groups the sector's keywords by what they have in common: fine, normal (also when empty) or coarse.
func (s *Service) StartClustering(ctx context.Context, sectorID, granularity string) (runs.Run, error) {
	return s.StartGrouping(ctx, sectorID, Choice{Granularity: clustering.Granularity(granularity)})
}

// StartGrouping queues a run that groups the sector's keywords as chosen.
func (s *Service) StartGrouping(ctx context.Context, sectorID string, choice Choice) (runs.Run, error) {
	payload, err := json.Marshal(choice)
	if err != nil {
		return runs.Run{}, fmt.Errorf("start grouping: %w", err)
	}
	return s.engine.RunAITask(ctx, AutoCluster, runs.Request{SectorID: sectorID, Payload: payload})
}

// LastGrouping returns what was chosen for the sector's latest run, of any end; normal by words before the first.
func (s *Service) LastGrouping(ctx context.Context, sectorID string) (Choice, error) {
	list, err := s.engine.List(ctx, runs.Filter{SectorID: sectorID, Function: AutoCluster, Limit: 1})
	if err != nil || len(list.Items) == 0 {
		return Choice{Granularity: clustering.Normal}, err
	}
	choice, err := runs.Decode[Choice](list.Items[0].Payload)
	choice.Granularity = cmp.Or(choice.Granularity, clustering.Normal)
	return choice, err
}

func (c Choice) check() error {
	if c.Granularity != "" && !slices.Contains([]clustering.Granularity{clustering.Fine, clustering.Normal, clustering.Coarse}, c.Granularity) {
		return fault.Fields{{Name: "granularity", Message: fmt.Sprintf("The granularity is fine, normal or coarse, not %q.", c.Granularity)}}.Err()
	}
	return nil
}

// outcome is what a run of auto_cluster found: page clusters with the topic and pillar above them.
type outcome struct {
	Pages      []planner.GroupedPage
	GivenPages int    // how many of them are as a tool gave them
	Review     string // what a model did, in words; empty when none was asked
}

// ungrouped is what a run groups.
type ungrouped struct {
	Keywords    []clustering.Keyword
	Topics      []string        // the topic that a tool gave each keyword; nil unless the clusters of tools are taken as they are
	Grouped     map[string]bool // keys of the keywords that stay where they are; nil unless the run keeps them
	Granularity clustering.Granularity
	WordsOnly   bool
}

func (s *Service) autoCluster() ai.Definition {
	return ai.Define(ai.Function[Choice, ungrouped, outcome]{
		Name: AutoCluster, Title: "Group keywords", Per: "started 1,000 keywords", Help: true,
		Price:    ai.Price{Remote: 1, Local: 1},
		Subjects: func(r runs.Input[Choice]) []string { return []string{r.SectorID} },
		Steps:    []ai.Step{judging, naming},
		Calls:    MostCalls,
		Units:    s.groupingUnits,
		Prepare:  s.ungrouped,
		Local:    group,
		Compose:  groupWithModel,
		Save: func(_ context.Context, tx *gorm.DB, run runs.Run, results []ai.Result[ungrouped, outcome]) (runs.Saved, error) {
			in, out := results[0].Item.In, results[0].Out
			saved := runs.Saved{Units: run.Parameters.Units, Summary: summaryOf(in, out)}
			return saved, s.planner.SaveGrouping(tx, run, in.Grouped != nil, out.Pages)
		},
	})
}

func summaryOf(in ungrouped, out outcome) string {
	sentence := text.Count(int64(len(in.Keywords)), "keyword is", "keywords are") + " in " + text.Count(int64(len(out.Pages)), "page cluster", "page clusters")
	if in.Grouped != nil {
		sentence = text.Count(int64(len(in.Keywords)-len(in.Grouped)), "keyword is", "keywords are") + " placed, " + text.Count(int64(len(in.Grouped)), "stays where it is", "stay where they are")
	}
	if out.GivenPages > 0 {
		sentence += ", " + text.Count(int64(out.GivenPages), "as a tool gave it", "as tools gave them")
	}
	return strings.TrimSpace(sentence + ". " + out.Review)
}

func (s *Service) groupingUnits(ctx context.Context, r runs.Input[Choice]) (int64, error) {
	choice := r.Payload
	if err := choice.check(); err != nil {
		return 0, err
	}
	var count int64
	if err := s.groupable(ctx, r.SectorID).Model(&planner.Keyword{}).Count(&count).Error; err != nil {
		return 0, fmt.Errorf("count keywords: %w", err)
	}
	if count == 0 {
		return 0, fault.New(fault.Invalid, "This sector has no keywords to group. Import some first.")
	}
	if choice.Keep {
		var waiting int64
		if err := s.groupable(ctx, r.SectorID).Where("state = ?", planner.KeywordNew).Model(&planner.Keyword{}).Count(&waiting).Error; err != nil {
			return 0, fmt.Errorf("count new keywords: %w", err)
		}
		if waiting == 0 {
			return 0, fault.Fields{{Name: "keep", Message: "Every keyword of this sector has its place. Import more, or group all of them anew."}}.Err()
		}
	}
	if choice.Given {
		given, err := s.CountGiven(ctx, r.SectorID)
		if err != nil {
			return 0, err
		}
		if given == 0 {
			return 0, fault.Fields{{Name: "given", Message: "No keyword of this sector has a cluster of a tool. Group them by words, or import a file that has clusters."}}.Err()
		}
	}
	return (count + perCredit - 1) / perCredit, nil
}

func (s *Service) groupable(ctx context.Context, sectorID string) *gorm.DB {
	return s.db.Read(ctx).Where("sector_id = ? AND state <> ?", sectorID, planner.KeywordExcluded)
}

func (s *Service) ungrouped(ctx context.Context, r runs.Input[Choice]) ([]ai.Item[ungrouped], error) {
	choice := r.Payload
	var list []*planner.Keyword // by pointer: a list of so many wide rows is copied anew each time it grows
	columns := []string{"key", "text", "state", "demand", "difficulty", "intent", "intent_by", "parent_keyword", "urls", "given_group", "given_topic"}
	if err := s.groupable(ctx, r.SectorID).Select(columns).Order("key").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("load keywords: %w", err)
	}
	in := ungrouped{
		WordsOnly: choice.WordsOnly, Granularity: cmp.Or(choice.Granularity, clustering.Normal),
		Keywords: make([]clustering.Keyword, len(list)),
	}
	if choice.Keep {
		in.Grouped = map[string]bool{}
	}
	for i, k := range list {
		if choice.Keep && k.State == planner.KeywordClustered {
			in.Grouped[k.Key] = true
		}
		in.Keywords[i] = clustering.Keyword{
			Text: k.Text, Volume: k.Demand, Difficulty: k.Difficulty, Parent: k.ParentKeyword, URLs: k.URLs, Group: k.GivenGroup,
		}
		if k.IntentBy != planner.IntentByRules { // the rules read the words, and those are compared anyway
			in.Keywords[i].Intents = strings.Split(k.Intent, ",")
		}
		if choice.Given {
			in.Topics = append(in.Topics, k.GivenTopic)
		}
	}
	return []ai.Item[ungrouped]{{Key: r.SectorID, Label: text.Count(int64(len(list)), "keyword", "keywords"), In: in}}, nil
}

func group(ctx context.Context, in ungrouped, tell runs.Progress) (outcome, error) {
	if in.Topics != nil {
		return groupAsGiven(ctx, in, tell)
	}
	result, err := clustering.Run(ctx, in.Keywords, clustering.Options{Granularity: in.Granularity, Progress: tell})
	if err != nil {
		return outcome{}, fmt.Errorf("cluster keywords: %w", err)
	}
	return outcome{Pages: pagesOf(result)}, nil
}

// pagesOf turns the answer of clustering into pages.
func pagesOf(result clustering.Result) []planner.GroupedPage {
	found := make([]planner.GroupedPage, len(result.Clusters))
	for i, c := range result.Clusters {
		if c.Level == clustering.Page {
			topic := result.Clusters[c.Parent]
			found[i] = planner.GroupedPage{Pillar: result.Clusters[topic.Parent].Name, Topic: topic.Name, Name: c.Name}
		}
	}
	for _, m := range result.Memberships {
		evidence := make([]planner.Evidence, len(m.Evidence))
		for i, e := range m.Evidence {
			evidence[i] = planner.Evidence{Kind: e.Kind, Text: e.String()}
		}
		strength := m.Strength
		found[m.Page].Members = append(found[m.Page].Members,
			planner.Member{Key: m.Key, Evidence: evidence, Strength: &strength, Weak: m.Weak})
	}
	return slices.DeleteFunc(found, func(p planner.GroupedPage) bool { return len(p.Members) == 0 })
}
