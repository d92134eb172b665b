package planner

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
	"igny8/app/history"
	"igny8/app/text"
)

// maxDivided is how many keywords a proposal looks at: as many as one change can name.
const maxDivided = MaxChosen

// Part is a group of keywords of a page cluster that could be a page cluster of its own.
type Part struct {
	Name     string
	Keywords []Keyword // the greatest demand first
	Volume   *int64
}

// Proposal is how a page cluster could be divided. Stays is what would stay in it: the group of its name, and the loners.
type Proposal struct {
	Cluster Cluster
	Stays   Part
	Parts   []Part
}

// ProposeSplit says how the page cluster, or each page cluster under the topic, could be divided: as its keywords group at the finest setting, taken by
// themselves. It changes nothing; clusters that hold together are left out.
func (s *Service) ProposeSplit(ctx context.Context, clusterID string) ([]Proposal, error) {
	c, err := s.Cluster(ctx, clusterID)
	if err != nil {
		return nil, err
	}
	return proposeSplit(ctx, s.db.Read(ctx), c)
}

// ProposalPage is one page of ProposeSplit, for the API.
func (s *Service) ProposalPage(ctx context.Context, clusterID string, limit int, cursor string) (database.Page[Proposal], error) {
	all, err := s.ProposeSplit(ctx, clusterID)
	if err != nil {
		return database.Page[Proposal]{}, err
	}
	return database.PageOf(all, limit, cursor, func(p Proposal) string { return p.Cluster.ID })
}

// Divide splits the page cluster, or each page cluster under the topic, as ProposeSplit proposes, in one change, and says how many clusters it made.
// Only names the clusters that are to be divided; none means all.
func (s *Service) Divide(ctx context.Context, clusterID string, only []string) (int, error) {
	made := 0
	err := decide(ctx, s, "cluster", clusterID, func(j *history.Journal, c Cluster) (string, error) {
		proposals, err := proposeSplit(ctx, j.Tx, c)
		if err != nil {
			return "", err
		}
		if len(only) > 0 {
			proposals = slices.DeleteFunc(proposals, func(p Proposal) bool { return !slices.Contains(only, p.Cluster.ID) })
		}
		if len(proposals) == 0 {
			return "", fault.New(fault.Conflict, "There is nothing to divide any more: the keywords have changed. Look at the proposal again.")
		}
		touched := []string{}
		for _, p := range proposals {
			ids, err := p.apply(j)
			if err != nil {
				return "", err
			}
			made += len(ids)
			touched = append(append(touched, p.Cluster.ID), ids...)
		}
		if err := Recount(j.Tx, c.SectorID, touched...); err != nil {
			return "", err
		}
		return fmt.Sprintf("%s is divided: %s.", text.Quote(c.Name), text.Count(int64(made), "new cluster", "new clusters")), nil
	})
	return made, err
}

func (p Proposal) apply(j *history.Journal) ([]string, error) {
	taken, err := siblings(j.Tx, p.Cluster)
	if err != nil {
		return nil, err
	}
	var made []string
	for _, part := range p.Parts {
		ids := make([]string, len(part.Keywords))
		for i, k := range part.Keywords {
			ids[i] = k.ID
		}
		name, _ := free(part.Name, taken)
		c, _, err := splitOff(j, p.Cluster, ids, name)
		if err != nil {
			return nil, err
		}
		made = append(made, c.ID)
	}
	return made, nil
}

// siblings are the keys of the names that stand beside the cluster's, and its own.
func siblings(tx *gorm.DB, c Cluster) (map[string]bool, error) {
	var keys []string
	query := tx.Model(&Cluster{}).Where("sector_id = ? AND level = ? AND parent_id = ?", c.SectorID, c.Level, str(c.ParentID))
	if err := query.Pluck("name_key", &keys).Error; err != nil {
		return nil, fmt.Errorf("load names: %w", err)
	}
	taken := map[string]bool{c.NameKey: true}
	for _, key := range keys {
		taken[key] = true
	}
	return taken, nil
}

func proposeSplit(ctx context.Context, tx *gorm.DB, c Cluster) ([]Proposal, error) {
	if c.Level == Pillar {
		return nil, fault.New(fault.Invalid, "%q is a pillar. Divide its topics or their page clusters.", c.Name)
	}
	if c.State == Excluded {
		return nil, fault.New(fault.Invalid, "The cluster %q is excluded. Take it back first.", c.Name)
	}
	pages := []Cluster{c}
	if c.Level == Topic {
		pages = nil
		err := tx.Where("sector_id = ? AND parent_id = ? AND state <> ?", c.SectorID, c.ID, Excluded).Order("(demand IS NULL), demand DESC, id").Find(&pages).Error
		if err != nil {
			return nil, fmt.Errorf("load page clusters: %w", err)
		}
	}
	members, err := openMembers(tx, c.SectorID, idsOf(pages))
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

// openMembers are the grouped keywords of the page clusters, by cluster.
func openMembers(tx *gorm.DB, sectorID string, clusterIDs []string) (map[string][]Keyword, error) {
	members := map[string][]Keyword{}
	for part := range slices.Chunk(clusterIDs, batch) {
		var list []Keyword
		query := tx.Where("sector_id = ? AND cluster_id IN ? AND state = ?", sectorID, part, KeywordClustered)
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
func divide(ctx context.Context, c Cluster, members []Keyword) (Proposal, error) {
	in := make([]clustering.Keyword, len(members))
	byKey := map[string]Keyword{}
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
		g.Keywords, g.Volume = append(g.Keywords, k), add(g.Volume, k.Volume)
	}
	named := func(p *Part) int { // the group of the keyword that the cluster is called after comes first, and stays
		if slices.ContainsFunc(p.Keywords, func(k Keyword) bool { return k.Key == c.NameKey }) {
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
			p.Stays.Keywords, p.Stays.Volume = append(p.Stays.Keywords, part.Keywords...), add(p.Stays.Volume, part.Volume)
		default:
			slices.SortFunc(part.Keywords, byDemand)
			p.Parts = append(p.Parts, *part)
		}
	}
	slices.SortFunc(p.Stays.Keywords, byDemand)
	return p, nil
}

// byDemand sorts the greatest demand first, unknown last.
func byDemand(a, b Keyword) int {
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
