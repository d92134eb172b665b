package grouping

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"

	"igny8/app/clustering"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/app/text"
)

// maxDivided is how many keywords a proposal looks at: as many as one change can name.
const maxDivided = planner.MaxChosen

// Part is a group of keywords of a page cluster that could be a page cluster of its own.
type Part struct {
	Name     string
	Keywords []planner.Keyword // the greatest demand first
	Volume   *int64
}

// Proposal is how a page cluster could be divided. Stays is what would stay in it: the group of its name, and the loners.
type Proposal struct {
	Cluster planner.Cluster
	Stays   Part
	Parts   []Part
}

// ProposeSplit says how the page cluster, or each page cluster under the topic, could be divided: as its keywords group at
// the finest setting, taken by themselves. It changes nothing; clusters that hold together are left out.
func (s *Service) ProposeSplit(ctx context.Context, clusterID string) ([]Proposal, error) {
	c, err := s.planner.Cluster(ctx, clusterID)
	if err != nil {
		return nil, err
	}
	return proposeSplit(ctx, s.db.Read(ctx), c)
}

// ProposalPage returns one page of ProposeSplit, for the API.
func (s *Service) ProposalPage(ctx context.Context, clusterID string, limit int, cursor string) (database.Page[Proposal], error) {
	all, err := s.ProposeSplit(ctx, clusterID)
	if err != nil {
		return database.Page[Proposal]{}, err
	}
	return database.PageOf(all, limit, cursor, func(p Proposal) string { return p.Cluster.ID })
}

// Divide splits the page cluster, or each page cluster under the topic, as ProposeSplit proposes, in one change, and says
// how many clusters it made. Only names the clusters that are to be divided; none means all.
func (s *Service) Divide(ctx context.Context, clusterID string, only []string) (int, error) {
	return s.planner.DivideCluster(ctx, clusterID, func(tx *gorm.DB, c planner.Cluster) ([]planner.NewCluster, error) {
		proposals, err := proposeSplit(ctx, tx, c)
		if err != nil {
			return nil, err
		}
		var list []planner.NewCluster
		for _, p := range proposals {
			if len(only) == 0 || slices.Contains(only, p.Cluster.ID) {
				list = append(list, p.newClusters()...)
			}
		}
		if len(list) == 0 {
			return nil, fault.New(fault.Conflict, "There is nothing to divide any more: the keywords have changed. Look at the proposal again.")
		}
		return list, nil
	})
}

func (p Proposal) newClusters() []planner.NewCluster {
	list := make([]planner.NewCluster, len(p.Parts))
	for i, part := range p.Parts {
		list[i] = planner.NewCluster{From: p.Cluster, Name: part.Name, KeywordIDs: make([]string, len(part.Keywords))}
		for at, k := range part.Keywords {
			list[i].KeywordIDs[at] = k.ID
		}
	}
	return list
}

func proposeSplit(ctx context.Context, tx *gorm.DB, c planner.Cluster) ([]Proposal, error) {
	if c.Level == planner.LevelPillar {
		return nil, fault.New(fault.Invalid, "%q is a pillar. Divide its topics or their page clusters.", c.Name)
	}
	if c.State == planner.ClusterExcluded {
		return nil, fault.New(fault.Invalid, "The cluster %q is excluded. Take it back first.", c.Name)
	}
	pages := []planner.Cluster{c}
	if c.Level == planner.LevelTopic {
		pages = nil
		err := tx.Where("sector_id = ? AND parent_id = ? AND state <> ?", c.SectorID, c.ID, planner.ClusterExcluded).Order("(demand IS NULL), demand DESC, id").Find(&pages).Error
		if err != nil {
			return nil, fmt.Errorf("load page clusters: %w", err)
		}
	}
	members, err := openMembers(tx, c.SectorID, pages)
	if err != nil {
		return nil, err
	}
	var list []Proposal
	for _, page := range pages {
		p, err := divide(ctx, page, members[page.ID])
		if err != nil {
			return nil, err
		}
		if len(p.Parts) > 0 {
			list = append(list, p)
		}
	}
	return list, nil
}

// clustersAtOnce is how many clusters one query names: below the number of parameters that either database takes.
const clustersAtOnce = 900

// openMembers returns the grouped keywords of the page clusters, by cluster.
func openMembers(tx *gorm.DB, sectorID string, pages []planner.Cluster) (map[string][]planner.Keyword, error) {
	ids := make([]string, len(pages))
	for i, c := range pages {
		ids[i] = c.ID
	}
	members := map[string][]planner.Keyword{}
	for part := range slices.Chunk(ids, clustersAtOnce) {
		var list []planner.Keyword
		query := tx.Where("sector_id = ? AND cluster_id IN ? AND state = ?", sectorID, part, planner.KeywordClustered)
		if err := query.Order("(demand IS NULL), demand DESC, key").Limit(maxDivided + 1).Find(&list).Error; err != nil {
			return nil, fmt.Errorf("load keywords: %w", err)
		}
		for _, k := range list {
			members[*k.ClusterID] = append(members[*k.ClusterID], k)
		}
		if len(list) > maxDivided {
			return nil, fault.New(fault.Invalid, "There are more than %s keywords in it. Divide its page clusters one by one, or group the keywords again.", text.Number(maxDivided))
		}
	}
	return members, nil
}

// divide groups the keywords of one page cluster by themselves.
func divide(ctx context.Context, c planner.Cluster, members []planner.Keyword) (Proposal, error) {
	in := make([]clustering.Keyword, len(members))
	byKey := map[string]planner.Keyword{}
	for i, k := range members {
		in[i] = clustering.Keyword{Text: k.Text, Volume: k.Demand, Parent: k.ParentKeyword, URLs: k.URLs, Group: k.GivenGroup}
		byKey[k.Key] = k
	}
	result, err := clustering.Run(ctx, in, clustering.Options{Granularity: clustering.Fine})
	if err != nil {
		return Proposal{}, fmt.Errorf("cluster keywords: %w", err)
	}
	groups := map[int]*Part{}
	for _, m := range result.Memberships {
		k, ok := byKey[m.Key]
		if !ok {
			continue
		}
		if groups[m.Page] == nil {
			groups[m.Page] = &Part{Name: result.Clusters[m.Page].Name}
		}
		g := groups[m.Page]
		g.Keywords, g.Volume = append(g.Keywords, k), planner.AddKnown(g.Volume, k.Volume)
	}
	named := func(p *Part) int { // the group of the keyword that the cluster is called after comes first, and stays
		if slices.ContainsFunc(p.Keywords, func(k planner.Keyword) bool { return k.Key == c.NameKey }) {
			return 0
		}
		return 1
	}
	parts := slices.SortedFunc(maps.Values(groups), func(a, b *Part) int {
		return cmp.Or(cmp.Compare(named(a), named(b)), cmp.Compare(len(b.Keywords), len(a.Keywords)), cmp.Compare(a.Name, b.Name))
	})
	p := Proposal{Cluster: c}
	for i, part := range parts {
		switch {
		case i == 0:
			p.Stays = *part
		case len(part.Keywords) < 2: // a loner makes no cluster
			p.Stays.Keywords, p.Stays.Volume = append(p.Stays.Keywords, part.Keywords...), planner.AddKnown(p.Stays.Volume, part.Volume)
		default:
			slices.SortFunc(part.Keywords, byDemand)
			p.Parts = append(p.Parts, *part)
		}
	}
	slices.SortFunc(p.Stays.Keywords, byDemand)
	return p, nil
}

// byDemand sorts the greatest demand first, unknown last.
func byDemand(a, b planner.Keyword) int {
	switch {
	case (a.Demand == nil) != (b.Demand == nil):
		if a.Demand == nil {
			return 1
		}
		return -1
	case a.Demand != nil && *a.Demand != *b.Demand:
		return cmp.Compare(*b.Demand, *a.Demand)
	}
	return cmp.Compare(a.Key, b.Key)
}
