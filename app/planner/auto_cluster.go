package planner

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
	"igny8/app/pages"
)

// AutoCluster is the name of the function that groups the keywords of a sector.
const AutoCluster = "auto_cluster"

// perCredit is how many keywords one credit groups.
const perCredit = 1000

// GroupingChoice is how a run groups the keywords of a sector: the payload of auto_cluster.
type GroupingChoice struct {
	Granularity clustering.Granularity `json:"granularity,omitempty"` // empty: clustering.Normal
	Given       bool                   `json:"given,omitempty"`       // the clusters that tools gave are the page clusters
	WordsOnly   bool                   `json:"words_only,omitempty"`  // no model is asked, though there is one
}

// StartClustering queues a run that groups the sector's keywords by what they have in common: fine, normal (also when empty) or coarse.
func (s *Service) StartClustering(ctx context.Context, sectorID, granularity string) (ai.Run, error) {
	return s.StartGrouping(ctx, sectorID, GroupingChoice{Granularity: clustering.Granularity(granularity)})
}

// StartGrouping queues a run that groups the sector's keywords as chosen.
func (s *Service) StartGrouping(ctx context.Context, sectorID string, choice GroupingChoice) (ai.Run, error) {
	payload, err := json.Marshal(choice)
	if err != nil {
		return ai.Run{}, fmt.Errorf("start grouping: %w", err)
	}
	return s.engine.RunAITask(ctx, AutoCluster, ai.Request{SectorID: sectorID, Payload: payload})
}

// LastGrouping is what was chosen for the sector's latest run, of any end; normal by words before the first.
func (s *Service) LastGrouping(ctx context.Context, sectorID string) (GroupingChoice, error) {
	choice := GroupingChoice{Granularity: clustering.Normal}
	list, err := s.engine.List(ctx, ai.Filter{SectorID: sectorID, Function: AutoCluster, Limit: 1})
	if err != nil || len(list.Items) == 0 {
		return choice, err
	}
	err = decodePayload(list.Items[0].Payload, &choice)
	choice.Granularity = cmp.Or(choice.Granularity, clustering.Normal)
	return choice, err
}

func (c GroupingChoice) check() error {
	if c.Granularity != "" && !slices.Contains([]clustering.Granularity{clustering.Fine, clustering.Normal, clustering.Coarse}, c.Granularity) {
		return fault.Fields{{Name: "granularity", Message: fmt.Sprintf("The granularity is fine, normal or coarse, not %q.", c.Granularity)}}.Err()
	}
	return nil
}

// ungrouped is what a run groups.
type ungrouped struct {
	Keywords    []clustering.Keyword
	Topics      []string // the topic that a tool gave each keyword; nil unless the clusters of tools are taken as they are
	Granularity clustering.Granularity
	WordsOnly   bool
}

func (s *Service) autoCluster() ai.Definition {
	return ai.Define(ai.Function[ungrouped, grouping]{
		Name: AutoCluster, Title: "Group keywords", Per: "started 1,000 keywords", Help: true,
		Price:   ai.Price{Remote: 1, Local: 1},
		Steps:   []ai.Step{judging, naming},
		Calls:   MostCalls,
		Units:   s.groupingUnits,
		Prepare: s.ungrouped,
		Local:   group,
		Compose: groupWithModel,
		Save: func(ctx context.Context, tx *gorm.DB, run ai.Run, results []ai.Result[ungrouped, grouping]) error {
			return s.saveGrouping(ctx, tx, run, results[0].Out)
		},
		Summary: func(results []ai.Result[ungrouped, grouping]) string {
			in, out := int64(len(results[0].Item.In.Keywords)), results[0].Out
			sentence := counted(in, "keyword is", "keywords are") + " in " + counted(int64(len(out.Pages)), "page cluster", "page clusters")
			if out.GivenPages > 0 {
				sentence += ", " + counted(int64(out.GivenPages), "as a tool gave it", "as tools gave them")
			}
			return strings.TrimSpace(sentence + ". " + out.Counsel)
		},
	})
}

func (s *Service) groupingUnits(ctx context.Context, r ai.Request) (int64, error) {
	var choice GroupingChoice
	if err := decodePayload(r.Payload, &choice); err != nil {
		return 0, err
	}
	if err := choice.check(); err != nil {
		return 0, err
	}
	var count int64
	if err := s.groupable(ctx, r.SectorID).Model(&Keyword{}).Count(&count).Error; err != nil {
		return 0, fmt.Errorf("count keywords: %w", err)
	}
	if count == 0 {
		return 0, fault.New(fault.Invalid, "This sector has no keywords to group. Import some first.")
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
	return s.db.Read(ctx).Where("sector_id = ? AND state <> ?", sectorID, KeywordExcluded)
}

func (s *Service) ungrouped(ctx context.Context, r ai.Request) ([]ai.Item[ungrouped], error) {
	var choice GroupingChoice
	if err := decodePayload(r.Payload, &choice); err != nil {
		return nil, err
	}
	var list []Keyword
	columns := []string{"text", "demand", "parent_keyword", "urls", "given_group", "given_topic"}
	if err := s.groupable(ctx, r.SectorID).Select(columns).Order("key").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("load keywords: %w", err)
	}
	in := ungrouped{WordsOnly: choice.WordsOnly, Granularity: cmp.Or(choice.Granularity, clustering.Normal), Keywords: make([]clustering.Keyword, len(list))}
	for i, k := range list {
		in.Keywords[i] = clustering.Keyword{Text: k.Text, Volume: k.Demand, Parent: k.ParentKeyword, URLs: k.URLs, Group: k.GivenGroup}
		if choice.Given {
			in.Topics = append(in.Topics, k.GivenTopic)
		}
	}
	return []ai.Item[ungrouped]{{Key: r.SectorID, Label: counted(int64(len(list)), "keyword", "keywords"), In: in}}, nil
}

func group(ctx context.Context, in ungrouped, tell ai.Progress) (grouping, error) {
	if in.Topics != nil {
		return groupAsGiven(ctx, in, tell)
	}
	result, err := clustering.Run(ctx, in.Keywords, clustering.Options{Granularity: in.Granularity, Progress: tell})
	if err != nil {
		return grouping{}, fmt.Errorf("cluster keywords: %w", err)
	}
	return grouping{Pages: pagesOf(result)}, nil
}

// pagesOf turns the answer of clustering into pages.
func pagesOf(result clustering.Result) []groupedPage {
	found := make([]groupedPage, len(result.Clusters))
	for i, c := range result.Clusters {
		if c.Level == clustering.Page {
			topic := result.Clusters[c.Parent]
			found[i] = groupedPage{Pillar: result.Clusters[topic.Parent].Name, Topic: topic.Name, Name: c.Name}
		}
	}
	for _, m := range result.Memberships {
		evidence := make([]Evidence, len(m.Evidence))
		for i, e := range m.Evidence {
			evidence[i] = Evidence{e.Kind, e.String()}
		}
		strength := m.Strength
		found[m.Page].Members = append(found[m.Page].Members, member{Key: m.Key, Evidence: evidence, Strength: &strength, Weak: m.Weak})
	}
	return slices.DeleteFunc(found, func(p groupedPage) bool { return len(p.Members) == 0 })
}

// saveGrouping writes what the run found, as far as it changes anything.
func (s *Service) saveGrouping(_ context.Context, tx *gorm.DB, run ai.Run, g grouping) error {
	sector, err := lockSector(tx, run.Sector())
	if err != nil {
		return err
	}
	r := regrouping{runID: run.ID, siteID: sector.SiteID, sectorID: sector.ID, before: map[string]Cluster{}, keywords: map[string]*Keyword{}}
	if err := r.load(tx); err != nil {
		return err
	}
	r.plan(g)
	if err := r.saveClusters(tx); err != nil {
		return err
	}
	var changed []membership
	for _, k := range r.keywords {
		if r.changed[k.ID] {
			changed = append(changed, membership{k.ID, k.ClusterID, k.State, append([]Evidence{}, k.Evidence...), k.Strength, k.Weak})
		}
	}
	slices.SortFunc(changed, func(a, b membership) int { return cmp.Compare(a.ID, b.ID) }) // as they lie in the database
	if err := writeRows(tx, saveMemberships, membershipColumns, changed); err != nil {
		return err
	}
	return s.remove(tx, &r)
}

// membership is what a run changes in a keyword.
type membership struct {
	ID        string
	ClusterID *string
	State     string
	Evidence  []Evidence
	Strength  *float64
	Weak      bool
}

var membershipColumns = []column{
	{"id", "ID", "TEXT"},
	{"cluster_id", "ClusterID", "TEXT"},
	{"state", "State", "TEXT"},
	{"evidence", "Evidence", "JSONB"},
	{"strength", "Strength", "DOUBLE PRECISION"},
	{"weak", "Weak", "BOOLEAN"},
}

var saveMemberships = "UPDATE keywords SET " + assignments(membershipColumns[1:]) +
	`, updated_at = @now FROM r WHERE keywords.account_id = @account AND keywords.id = r."ID"`

func (r *regrouping) load(tx *gorm.DB) error {
	var clusters []Cluster
	if err := tx.Where("sector_id = ?", r.sectorID).Find(&clusters).Error; err != nil {
		return fmt.Errorf("load clusters: %w", err)
	}
	for _, c := range clusters {
		r.before[c.ID] = c
	}
	var keywords []Keyword
	columns := []string{"id", "key", "volume", "demand", "difficulty", "opportunity", "state", "cluster_id", "pinned", "evidence", "strength", "weak"}
	if err := tx.Select(columns).Where("sector_id = ?", r.sectorID).Order("key").Find(&keywords).Error; err != nil {
		return fmt.Errorf("load keywords: %w", err)
	}
	for i := range keywords {
		r.keywords[keywords[i].Key] = &keywords[i]
	}
	return nil
}

func (r *regrouping) saveClusters(tx *gorm.DB) error {
	for _, level := range []string{Pillar, Topic, Page} { // parents first: the children refer to them
		var changed []Cluster
		for id, c := range r.clusters {
			if c.Level == level && !unchanged(r.before[id], *c) {
				changed = append(changed, *c)
			}
		}
		if err := upsertClusters(tx, changed); err != nil {
			return err
		}
	}
	return nil
}

// remove deletes the clusters that are gone. What refers to one goes to its successor; one without successor stays, empty, with what is above it.
func (s *Service) remove(tx *gorm.DB, r *regrouping) error {
	referred, err := s.referred(tx, r.removed)
	if err != nil {
		return err
	}
	held := map[string]bool{}
	for _, id := range referred {
		to := r.successors[id]
		if to == "" {
			for at := id; at != "" && r.clusters[at] == nil; at = str(r.before[at].ParentID) {
				held[at] = true
			}
			continue
		}
		if err := s.handOver(tx, id, to); err != nil {
			return err
		}
	}
	var gone, empty []string
	for _, c := range r.removed {
		if held[c.ID] {
			empty = append(empty, c.ID)
		} else {
			gone = append(gone, c.ID)
		}
	}
	for part := range slices.Chunk(empty, batch) {
		if err := tx.Model(&Cluster{}).Where("id IN ?", part).Updates(map[string]any{"keyword_count": 0, "volume": nil, "demand": nil, "difficulty": nil, "opportunity": nil}).Error; err != nil {
			return fmt.Errorf("empty clusters: %w", err)
		}
	}
	for part := range slices.Chunk(gone, batch) {
		if err := tx.Delete(&Cluster{}, "id IN ?", part).Error; err != nil {
			return fmt.Errorf("delete clusters: %w", err)
		}
	}
	return nil
}

// referred are those of the clusters that pages or the follower refer to; ideas do so through their pages.
func (s *Service) referred(tx *gorm.DB, removed []Cluster) ([]string, error) {
	var list []string
	for part := range slices.Chunk(idsOf(removed), batch) {
		var found []string
		if err := tx.Model(&pages.Page{}).Where("cluster_id IN ?", part).Distinct().Pluck("cluster_id", &found).Error; err != nil {
			return nil, fmt.Errorf("look for pages of clusters: %w", err)
		}
		list = append(list, found...)
		if s.follower == nil {
			continue
		}
		found, err := s.follower.Referred(tx, part)
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	slices.Sort(list)
	return slices.Compact(list), nil
}
