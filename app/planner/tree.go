package planner

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
)

// Merge moves everything of the cluster into another of its level and removes it. Keywords that move are pinned: the next run must not
// part them again. Pages and ideas follow; a page that was only proposed is removed when the other cluster has one already.
func (s *Service) Merge(ctx context.Context, id, into string) (Cluster, error) {
	var merged Cluster
	err := change(ctx, s, "cluster", id, func(tx *gorm.DB, c Cluster) error {
		to, err := load[Cluster](tx, "cluster", into)
		if err != nil {
			return err
		}
		if err := mergeable(c, to); err != nil {
			return err
		}
		if c.Level == Page {
			err = mergePages(tx, c, to)
		} else {
			err = mergeChildren(tx, c, to)
		}
		if err != nil {
			return err
		}
		if err := tx.Delete(&c).Error; err != nil {
			return fmt.Errorf("delete merged cluster: %w", err)
		}
		if err := recountParents(tx, c.SectorID, pointed(c.ParentID)); err != nil {
			return err
		}
		merged, err = load[Cluster](tx, "cluster", into)
		return err
	})
	return merged, err
}

func mergeable(c, to Cluster) error {
	switch {
	case c.ID == to.ID:
		return fault.New(fault.Invalid, "A cluster cannot be merged into itself.")
	case c.SectorID != to.SectorID:
		return fault.New(fault.Invalid, "%q and %q belong to different sectors.", c.Name, to.Name)
	case c.Level != to.Level:
		return fault.New(fault.Invalid, "%q is a %s and %q a %s. Only clusters of one level can be merged.", c.Name, c.Level, to.Name, to.Level)
	case c.State == Excluded || to.State == Excluded:
		return fault.New(fault.Invalid, "One of the two is excluded. Take it back first.")
	}
	return nil
}

func mergePages(tx *gorm.DB, c, to Cluster) error {
	var ids []string
	if err := tx.Model(&Keyword{}).Where("cluster_id = ?", c.ID).Pluck("id", &ids).Error; err != nil {
		return fmt.Errorf("load keywords of cluster: %w", err)
	}
	evidence := []string{fmt.Sprintf("A person merged “%s” into this cluster.", c.Name)}
	err := each(tx, c.SectorID, ids, func(k *Keyword) error {
		k.ClusterID = &to.ID
		if k.State == KeywordClustered {
			k.Pinned, k.Evidence, k.Strength, k.Weak = true, evidence, nil, false
		}
		return nil
	})
	if err != nil {
		return err
	}
	return handOver(tx, c.ID, to.ID)
}

// handOver gives the pages and ideas of one cluster to another. The idea of a page that is removed because the other cluster has one is rejected.
func handOver(tx *gorm.DB, from, to string) error {
	dropped, err := pages.MoveCluster(tx, from, to)
	if err != nil {
		return err
	}
	if err := tx.Model(&Idea{}).Where("cluster_id = ?", from).Update("cluster_id", to).Error; err != nil {
		return fmt.Errorf("move ideas: %w", err)
	}
	if err := tx.Model(&Idea{}).Where("page_id IN ?", dropped).Update("state", IdeaRejected).Error; err != nil {
		return fmt.Errorf("reject ideas: %w", err)
	}
	return nil
}

func mergeChildren(tx *gorm.DB, c, to Cluster) error {
	var children []Cluster
	if err := tx.Where("parent_id IN ?", []string{c.ID, to.ID}).Order("id").Find(&children).Error; err != nil {
		return fmt.Errorf("load children: %w", err)
	}
	taken := map[string]bool{}
	for _, child := range children {
		if *child.ParentID == to.ID {
			taken[child.NameKey] = true
		}
	}
	for _, child := range children {
		if *child.ParentID == to.ID {
			continue
		}
		child.ParentID, child.Placed = &to.ID, true
		child.Name, child.NameKey = free(child.Name, taken)
		if err := tx.Model(&child).Select("parent_id", "placed", "name", "name_key").Updates(&child).Error; err != nil {
			return fmt.Errorf("move child: %w", err)
		}
	}
	// Hub pages stand for a topic or a pillar.
	if err := handOver(tx, c.ID, to.ID); err != nil {
		return err
	}
	return recountParents(tx, to.SectorID, []string{to.ID})
}

// Split takes keywords out of a page cluster into a new one beside it, pinned there.
func (s *Service) Split(ctx context.Context, id string, keywordIDs []string, name string) (Cluster, error) {
	var made Cluster
	err := change(ctx, s, "cluster", id, func(tx *gorm.DB, c Cluster) error {
		if c.Level != Page {
			return fault.New(fault.Invalid, "%q is a %s. Only page clusters can be split: they hold the keywords.", c.Name, c.Level)
		}
		if c.State == Excluded {
			return fault.New(fault.Invalid, "The cluster %q is excluded. Take it back first.", c.Name)
		}
		keywordIDs = slices.Compact(slices.Sorted(slices.Values(keywordIDs)))
		if len(keywordIDs) == 0 {
			return fault.New(fault.Invalid, "Choose the keywords that the new cluster shall have.")
		}
		made = Cluster{
			ID: database.NewID(), SiteID: c.SiteID, SectorID: c.SectorID, ParentID: c.ParentID, Level: Page,
			Role: Supporting, Name: strings.Join(strings.Fields(name), " "), State: Proposed, Renamed: true, Placed: c.Placed,
		}
		if err := checkName(tx, &made); err != nil {
			return err
		}
		if err := tx.Create(&made).Error; err != nil {
			return fmt.Errorf("write cluster: %w", err)
		}
		err := each(tx, c.SectorID, keywordIDs, func(k *Keyword) error {
			if str(k.ClusterID) != c.ID || k.State != KeywordClustered {
				return fault.New(fault.Invalid, "The keyword %q is not in the cluster %q.", k.Text, c.Name)
			}
			k.ClusterID, k.Pinned, k.Evidence, k.Strength, k.Weak = &made.ID, true, byHand, nil, false
			return nil
		})
		if err != nil {
			return err
		}
		left, err := load[Cluster](tx, "cluster", c.ID)
		if err != nil {
			return err
		}
		if left.KeywordCount == 0 {
			return fault.New(fault.Invalid, "These are all keywords of %q. Leave at least one, or rename it instead.", c.Name)
		}
		made, err = load[Cluster](tx, "cluster", made.ID)
		return err
	})
	if err != nil {
		return Cluster{}, err
	}
	return made, nil
}

// sum is what the keywords of a cluster in one state, or the children of a cluster in one state, add up to.
type sum struct {
	ID     string
	State  string
	Count  int64
	Volume *int64
	Demand *int64
}

// adding is the part of a query that adds up rows by their parent and state.
const adding = " AS id, state, CAST(SUM(%s) AS BIGINT) AS count, CAST(SUM(volume) AS BIGINT) AS volume, CAST(SUM(demand) AS BIGINT) AS demand"

// recount counts page clusters of the sector again and everything above them. It is called with every change of who is in them.
func recount(tx *gorm.DB, sectorID string, pageIDs ...string) error {
	sums, err := sumsUnder(tx.Model(&Keyword{}), sectorID, "cluster_id", "1", pageIDs)
	if err != nil {
		return err
	}
	return recounted(tx, sectorID, pageIDs, func(c Cluster) Cluster { return totalled(c, sums[c.ID]) })
}

// recountParents counts topics or pillars again from the clusters under them, and everything above. A parent is proposed while
// something under it is, then approved, and excluded when all under it is.
func recountParents(tx *gorm.DB, sectorID string, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	sums, err := sumsUnder(tx.Model(&Cluster{}), sectorID, "parent_id", "keyword_count", ids)
	if err != nil {
		return err
	}
	return recounted(tx, sectorID, ids, func(c Cluster) Cluster {
		c.State = stateOver(c, sums[c.ID])
		return totalled(c, sums[c.ID])
	})
}

// recounted stores what counting changes in the clusters and goes on with their parents.
func recounted(tx *gorm.DB, sectorID string, ids []string, count func(Cluster) Cluster) error {
	var parents []string
	for part := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(ids))), batch) {
		var list, changed []Cluster
		if err := tx.Where("id IN ?", part).Find(&list).Error; err != nil {
			return fmt.Errorf("load clusters: %w", err)
		}
		for _, before := range list {
			parents = append(parents, pointed(before.ParentID)...)
			if after := count(before); !unchanged(before, after) {
				changed = append(changed, after)
			}
		}
		if err := upsertClusters(tx, changed); err != nil {
			return err
		}
	}
	return recountParents(tx, sectorID, parents)
}

// sumsUnder adds up the rows under the clusters, by cluster. Many clusters are not named: reading the sector once is quicker.
func sumsUnder(rows *gorm.DB, sectorID, parent, count string, ids []string) (map[string][]sum, error) {
	rows = rows.Where("sector_id = ? AND "+parent+" IS NOT NULL", sectorID)
	if len(ids) <= batch {
		rows = rows.Where(parent+" IN ?", ids)
	}
	var sums []sum
	if err := rows.Select(parent + fmt.Sprintf(adding, count)).Group(parent + ", state").Find(&sums).Error; err != nil {
		return nil, fmt.Errorf("count clusters: %w", err)
	}
	by := map[string][]sum{}
	for _, s := range sums {
		by[s.ID] = append(by[s.ID], s)
	}
	return by, nil
}

// stateOver is the state of a topic or pillar over clusters with these sums.
func stateOver(c Cluster, sums []sum) string {
	for _, state := range []string{Proposed, Approved, Excluded} {
		if slices.ContainsFunc(sums, func(s sum) bool { return s.State == state }) {
			return state
		}
	}
	return c.State
}

// totalled is the cluster with what the sums add up to. What is excluded counts only in what is excluded itself.
func totalled(c Cluster, sums []sum) Cluster {
	c.KeywordCount, c.Volume, c.Demand = 0, nil, nil
	for _, s := range sums {
		if s.State == Excluded && c.State != Excluded {
			continue
		}
		c.KeywordCount += s.Count
		c.Volume, c.Demand = add(c.Volume, s.Volume), add(c.Demand, s.Demand)
	}
	return c
}

// add is the sum of what is known; nil only when nothing is.
func add(a, b *int64) *int64 {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	total := *a + *b
	return &total
}

func same[T comparable](a, b *T) bool {
	return a == b || (a != nil && b != nil && *a == *b)
}

// upsertClusters writes new clusters, and of those that are there what runs and counts change.
func upsertClusters(tx *gorm.DB, list []Cluster) error {
	onID := clause.OnConflict{
		Columns:   []clause.Column{{Name: "id"}},
		DoUpdates: clause.AssignmentColumns([]string{"parent_id", "name", "name_key", "state", "keyword_count", "volume", "demand", "updated_at"}),
	}
	now := database.Now()
	for part := range slices.Chunk(list, batch) {
		for i := range part {
			part[i].UpdatedAt = now
		}
		if err := tx.Clauses(onID).Create(&part).Error; err != nil {
			return fmt.Errorf("write clusters: %w", err)
		}
	}
	return nil
}

func unchanged(a, b Cluster) bool {
	return a.ID == b.ID && str(a.ParentID) == str(b.ParentID) && a.Name == b.Name && a.NameKey == b.NameKey && a.State == b.State &&
		a.KeywordCount == b.KeywordCount && same(a.Volume, b.Volume) && same(a.Demand, b.Demand)
}
