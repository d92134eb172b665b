package planner

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/pages"
	"igny8/app/text"
)

// Merge moves everything of the cluster into another of its level and removes it. Keywords that move are pinned: the next run must not
// part them again. Pages and ideas follow; a page that was only proposed is removed when the other cluster has one already.
func (s *Service) Merge(ctx context.Context, id, into string) (Cluster, error) {
	var merged Cluster
	err := decide(ctx, s, "cluster", id, func(j *history.Journal, c Cluster) (string, error) {
		to, err := database.One[Cluster](j.Tx, "cluster", into)
		if err != nil {
			return "", err
		}
		if err := mergeable(c, to); err != nil {
			return "", err
		}
		if err := s.merge(j, c, to); err != nil {
			return "", err
		}
		merged, err = database.One[Cluster](j.Tx, "cluster", into)
		return fmt.Sprintf("The %s %s is merged into %s.", c.Level, text.Quote(c.Name), text.Quote(to.Name)), err
	})
	return merged, err
}

// merge moves everything of the cluster into the other and deletes it.
func (s *Service) merge(j *history.Journal, c, to Cluster) error {
	err := keepClusters(j, false, c.ID)
	if err == nil {
		err = s.keepFollowing(j, c.ID, to.ID)
	}
	if err != nil {
		return err
	}
	if c.Level == LevelPage {
		err = s.mergePages(j, c, to)
	} else {
		err = s.mergeChildren(j, c, to)
	}
	if err != nil {
		return err
	}
	if err := j.Tx.Delete(&c).Error; err != nil {
		return fmt.Errorf("delete merged cluster: %w", err)
	}
	return Recount(j.Tx, c.SectorID, pointed(c.ParentID, &to.ID)...)
}

func mergeable(c, to Cluster) error {
	switch {
	case c.ID == to.ID:
		return fault.New(fault.Invalid, "A cluster cannot be merged into itself.")
	case c.SectorID != to.SectorID:
		return fault.New(fault.Invalid, "%q and %q belong to different sectors.", c.Name, to.Name)
	case c.Level != to.Level:
		return fault.New(fault.Invalid, "%q is a %s and %q a %s. Only clusters of one level can be merged.", c.Name, c.Level, to.Name, to.Level)
	case c.State == ClusterExcluded || to.State == ClusterExcluded:
		return fault.New(fault.Invalid, "One of the two is excluded. Take it back first.")
	}
	return nil
}

func (s *Service) mergePages(j *history.Journal, c, to Cluster) error {
	tx := j.Tx
	if err := j.Keep(&Keyword{}, tx.Where("cluster_id = ?", c.ID)); err != nil {
		return err
	}
	merged := []Evidence{{ByHand, fmt.Sprintf("A person merged “%s” into this cluster.", c.Name)}}
	members := func(state KeywordState) *gorm.DB {
		return tx.Model(&Keyword{}).Where("cluster_id = ? AND state = ?", c.ID, state)
	}
	if err := put(members(KeywordClustered), to.ID, merged); err != nil {
		return err
	}
	if err := members(KeywordExcluded).Update("cluster_id", to.ID).Error; err != nil {
		return fmt.Errorf("move excluded keywords: %w", err)
	}
	return s.handOver(tx, c.ID, to.ID)
}

// Follower is what stands above the Planner and refers to clusters. It is asked inside the transaction in which clusters are merged or
// grouped anew.
type Follower interface {
	// Referred returns those of the clusters that it refers to.
	Referred(tx *gorm.DB, clusterIDs []string) ([]string, error)
	// Succeed makes it refer to the other cluster instead, as the first one goes.
	Succeed(tx *gorm.DB, from, to string) error
	// Dropped tells it after that which proposed pages were removed, because the other cluster has a page.
	Dropped(tx *gorm.DB, pageIDs []string) error
	// Following returns the table whose rows Succeed changes. They have a cluster_id and come back when a merge is undone.
	Following() history.Table
}

// handOver gives the pages of one cluster, and what follows it, to another.
func (s *Service) handOver(tx *gorm.DB, from, to string) error {
	for _, f := range s.followers() {
		if err := f.Succeed(tx, from, to); err != nil {
			return err
		}
	}
	if err := followTrash(tx, from, to); err != nil {
		return err
	}
	dropped, err := pages.MoveCluster(tx, from, to)
	if err != nil {
		return err
	}
	for _, f := range s.followers() {
		if err := f.Dropped(tx, dropped); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) mergeChildren(j *history.Journal, c, to Cluster) error {
	tx := j.Tx
	if err := j.Keep(&Cluster{}, tx.Where("parent_id = ?", c.ID)); err != nil {
		return err
	}
	if err := keepEmpty(j, to.ID); err != nil {
		return err
	}
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
		child.Name, child.NameKey = uniqueName(child.Name, taken)
		if err := tx.Model(&child).Select("parent_id", "placed", "name", "name_key").Updates(&child).Error; err != nil {
			return fmt.Errorf("move child: %w", err)
		}
	}
	return s.handOver(tx, c.ID, to.ID) // hub pages stand for a topic or a pillar
}

// Split takes keywords out of a page cluster into a new one beside it, pinned there.
func (s *Service) Split(ctx context.Context, id string, keywordIDs []string, name string) (Cluster, error) {
	var made Cluster
	err := decide(ctx, s, "cluster", id, func(j *history.Journal, c Cluster) (string, error) {
		if err := splittable(c); err != nil {
			return "", err
		}
		if len(keywordIDs) == 0 {
			return "", fault.New(fault.Invalid, "Choose the keywords that the new cluster shall have.")
		}
		var count int64
		var err error
		if made, count, err = splitOff(j, c, keywordIDs, name); err != nil {
			return "", err
		}
		if err := Recount(j.Tx, c.SectorID, c.ID, made.ID); err != nil {
			return "", err
		}
		if err := leftover(j.Tx, c); err != nil {
			return "", err
		}
		made, err = database.One[Cluster](j.Tx, "cluster", made.ID)
		return fmt.Sprintf("%s split off %s into the new cluster %s.", text.Count(count, "keyword is", "keywords are"), text.Quote(c.Name), text.Quote(made.Name)), err
	})
	if err != nil {
		return Cluster{}, err
	}
	return made, nil
}

func splittable(c Cluster) error {
	if c.Level != LevelPage {
		return fault.New(fault.Invalid, "%q is a %s. Only page clusters can be split: they hold the keywords.", c.Name, c.Level)
	}
	if c.State == ClusterExcluded {
		return fault.New(fault.Invalid, "The cluster %q is excluded. Take it back first.", c.Name)
	}
	return nil
}

// splitOff makes a cluster beside the page cluster and puts keywords of it there. It counts neither.
func splitOff(j *history.Journal, c Cluster, keywordIDs []string, name string) (made Cluster, count int64, err error) {
	chosen, count, err := choose(j.Tx, c.SectorID, Selection{IDs: keywordIDs})
	if err != nil {
		return made, 0, err
	}
	made = Cluster{
		ID: database.NewID(), SiteID: c.SiteID, SectorID: c.SectorID, ParentID: c.ParentID, Level: LevelPage,
		Role: Supporting, Name: strings.Join(strings.Fields(name), " "), State: ClusterProposed, Renamed: true, Placed: c.Placed,
	}
	if err := checkName(j.Tx, &made); err != nil {
		return made, 0, err
	}
	if err := j.Tx.Create(&made).Error; err != nil {
		return made, 0, fmt.Errorf("write cluster: %w", err)
	}
	if err := j.Made(&Cluster{}, made.ID); err != nil {
		return made, 0, err
	}
	if err := within(chosen, c); err != nil {
		return made, 0, err
	}
	if err := j.Keep(&Keyword{}, chosen); err != nil {
		return made, 0, err
	}
	return made, count, put(chosen, made.ID, byHand)
}

// NewCluster is what DivideCluster makes: keywords of a page cluster that get a cluster of their own beside it.
type NewCluster struct {
	From       Cluster
	Name       string // it gets a number where a sibling has it
	KeywordIDs []string
}

// DivideCluster splits the page cluster, or page clusters under the topic, as plan says, in one change. It returns how many
// clusters it made.
func (s *Service) DivideCluster(ctx context.Context, id string, plan func(tx *gorm.DB, c Cluster) ([]NewCluster, error)) (int, error) {
	made := 0
	err := decide(ctx, s, "cluster", id, func(j *history.Journal, c Cluster) (string, error) {
		list, err := plan(j.Tx, c)
		if err != nil {
			return "", err
		}
		touched := []string{}
		for _, n := range list {
			taken, err := siblings(j.Tx, n.From)
			if err != nil {
				return "", err
			}
			name, _ := uniqueName(n.Name, taken)
			part, _, err := splitOff(j, n.From, n.KeywordIDs, name)
			if err != nil {
				return "", err
			}
			touched = append(touched, n.From.ID, part.ID)
		}
		made = len(list)
		if err := Recount(j.Tx, c.SectorID, touched...); err != nil {
			return "", err
		}
		return fmt.Sprintf("%s is divided: %s.", text.Quote(c.Name), text.Count(int64(made), "new cluster", "new clusters")), nil
	})
	return made, err
}

// siblings returns the keys of the names that stand beside the cluster's, and its own.
func siblings(tx *gorm.DB, c Cluster) (map[string]bool, error) {
	var keys []string
	query := tx.Model(&Cluster{}).Where("sector_id = ? AND level = ? AND parent_id = ?", c.SectorID, c.Level, c.Parent())
	if err := query.Pluck("name_key", &keys).Error; err != nil {
		return nil, fmt.Errorf("load names: %w", err)
	}
	taken := map[string]bool{c.NameKey: true}
	for _, key := range keys {
		taken[key] = true
	}
	return taken, nil
}

// leftover refuses a split that has taken everything.
func leftover(tx *gorm.DB, c Cluster) error {
	left, err := database.One[Cluster](tx, "cluster", c.ID)
	if err != nil {
		return err
	}
	if left.KeywordCount == 0 {
		return fault.New(fault.Invalid, "These are all keywords of %q. Leave at least one, or rename it instead.", c.Name)
	}
	return nil
}

// within refuses keywords that are not counted in the cluster.
func within(chosen *gorm.DB, c Cluster) error {
	var strange []Keyword
	err := chosen.Where("cluster_id IS NULL OR cluster_id <> ? OR state <> ?", c.ID, KeywordClustered).Order("key").Limit(1).Find(&strange).Error
	if err != nil {
		return fmt.Errorf("look for keywords of other clusters: %w", err)
	}
	if len(strange) > 0 {
		return fault.New(fault.Invalid, "The keyword %q is not in the cluster %q.", strange[0].Text, c.Name)
	}
	return nil
}
