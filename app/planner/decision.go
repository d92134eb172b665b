package planner

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/text"
)

// Decision is what a person decides about several clusters at once; nil keeps what is there.
type Decision struct {
	State  *ClusterState // goes for what is under them, as in ClusterChange
	Role   *string
	Locked *bool
}

// verbs say what is decided: "approved", "locked".
func (d Decision) verbs() []string {
	var list []string
	if d.State != nil {
		list = append(list, map[ClusterState]string{ClusterApproved: "approved", ClusterExcluded: "excluded, with all keywords", ClusterProposed: "taken back, to be approved"}[*d.State])
	}
	if d.Role != nil {
		list = append(list, "role "+*d.Role)
	}
	if d.Locked != nil {
		list = append(list, map[bool]string{true: "locked", false: "unlocked"}[*d.Locked])
	}
	return list
}

// DecideClusters changes the chosen clusters of the sector, all of them or none, and says how many there are. What is so
// already stays as it is.
func (s *Service) DecideClusters(ctx context.Context, sectorID string, chosen ClusterSelection, d Decision) (int64, error) {
	if d.Role != nil {
		if err := checkRole(*d.Role); err != nil {
			return 0, err
		}
	}
	return s.changeClusters(ctx, sectorID, chosen, func(j *history.Journal, list []Cluster) (string, error) {
		for part := range slices.Chunk(idsOf(list), batch) {
			if err := d.apply(j, part); err != nil {
				return "", err
			}
		}
		return text.Count(int64(len(list)), "cluster", "clusters") + ": " + strings.Join(d.verbs(), ", ") + ".", nil
	})
}

func (d Decision) apply(j *history.Journal, ids []string) error {
	if err := keepClusters(j, d.State != nil, ids...); err != nil {
		return err
	}
	for column, value := range map[string]any{"role": known(d.Role), "locked": known(d.Locked)} {
		if value == nil {
			continue
		}
		if err := j.Tx.Model(&Cluster{}).Where("id IN ? AND "+column+" <> ?", ids, value).Update(column, value).Error; err != nil {
			return fmt.Errorf("change clusters: %w", err)
		}
	}
	if d.State == nil {
		return nil
	}
	var list []Cluster // as they are now: what stands above them may have taken them along
	if err := j.Tx.Where("id IN ?", ids).Find(&list).Error; err != nil {
		return fmt.Errorf("load clusters: %w", err)
	}
	return setSubtrees(j.Tx, j.SectorID(), list, *d.State)
}

// MergeClusters merges the chosen clusters of the sector into another of their level, all of them or none, and says how many there are.
func (s *Service) MergeClusters(ctx context.Context, sectorID string, chosen ClusterSelection, into string) (int64, error) {
	return s.changeClusters(ctx, sectorID, chosen, func(j *history.Journal, list []Cluster) (string, error) {
		to, err := database.One[Cluster](j.Tx, "cluster", into)
		if err != nil {
			return "", err
		}
		if list = slices.DeleteFunc(list, func(c Cluster) bool { return c.ID == into }); len(list) == 0 {
			return "", fault.New(fault.Invalid, "A cluster cannot be merged into itself.")
		}
		for _, c := range list {
			if err := mergeable(c, to); err != nil {
				return "", err
			}
			if err := s.merge(j, c, to); err != nil {
				return "", err
			}
		}
		return text.Count(int64(len(list)), "cluster is", "clusters are") + " merged into " + text.Quote(to.Name) + ".", nil
	})
}

// PlaceClusters moves the chosen clusters of the sector under another, all of them or none, and says how many there are.
func (s *Service) PlaceClusters(ctx context.Context, sectorID string, chosen ClusterSelection, parentID string) (int64, error) {
	return s.changeClusters(ctx, sectorID, chosen, func(j *history.Journal, list []Cluster) (string, error) {
		parent, err := database.One[Cluster](j.Tx, "cluster", parentID)
		if err != nil {
			return "", err
		}
		if err := keepEmpty(j, parentID); err != nil {
			return "", err
		}
		touched := []string{parentID}
		for _, c := range list {
			if err := keepClusters(j, false, c.ID); err != nil {
				return "", err
			}
			touched = append(touched, pointed(c.ParentID)...)
			if err := reparent(j.Tx, &c, parentID); err != nil {
				return "", err
			}
			if err := checkName(j.Tx, &c); err != nil {
				return "", err
			}
			if err := j.Tx.Model(&c).Select("parent_id", "placed").Updates(&c).Error; err != nil {
				return "", fmt.Errorf("move cluster: %w", err)
			}
		}
		said := text.Count(int64(len(list)), "cluster stands", "clusters stand") + " under " + text.Quote(parent.Name) + " now."
		return said, Recount(j.Tx, sectorID, touched...)
	})
}

func idsOf(list []Cluster) []string {
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = c.ID
	}
	return ids
}

// setSubtrees gives the clusters and what is under them the state. Excluding a cluster excludes its keywords; those that were excluded
// before leave it, so that taking the cluster back takes back exactly what went with it.
func setSubtrees(tx *gorm.DB, sectorID string, list []Cluster, state ClusterState) error {
	if !slices.Contains(ClusterStates(), state) {
		return fault.New(fault.Invalid, "The state of a cluster is proposed, approved or excluded, not %q.", state)
	}
	var excluded, others []Cluster
	for _, c := range list {
		switch {
		case !c.State.mayBecome(state):
		case c.State == ClusterExcluded:
			excluded = append(excluded, c)
		default:
			others = append(others, c)
		}
	}
	var err error
	if state == ClusterExcluded {
		err = exclude(tx, sectorID, idsOf(others))
	} else {
		err = takeBack(tx, sectorID, idsOf(excluded), state)
		if err == nil && len(others) > 0 {
			err = tx.Model(&Cluster{}).Where("id IN (?) AND state NOT IN ?", subtree(tx, idsOf(others)...), []ClusterState{ClusterExcluded, state}).Update("state", state).Error
		}
	}
	if err != nil {
		return fmt.Errorf("set state of clusters: %w", err)
	}
	return recountSubtree(tx, sectorID, idsOf(list))
}

func exclude(tx *gorm.DB, sectorID string, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	members := func() *gorm.DB { return membersOf(tx, sectorID, ids) }
	gone := members().Where("state = ?", KeywordExcluded).Updates(map[string]any{"cluster_id": nil, "pinned": false})
	if gone.Error != nil {
		return gone.Error
	}
	if err := members().Update("state", KeywordExcluded).Error; err != nil {
		return err
	}
	return tx.Model(&Cluster{}).Where("id IN (?)", subtree(tx, ids...)).Update("state", ClusterExcluded).Error
}

func takeBack(tx *gorm.DB, sectorID string, ids []string, state ClusterState) error {
	if len(ids) == 0 {
		return nil
	}
	if err := membersOf(tx, sectorID, ids).Where("state = ?", KeywordExcluded).Update("state", KeywordClustered).Error; err != nil {
		return err
	}
	return tx.Model(&Cluster{}).Where("id IN (?)", subtree(tx, ids...)).Update("state", state).Error
}

func membersOf(tx *gorm.DB, sectorID string, ids []string) *gorm.DB {
	return tx.Model(&Keyword{}).Where("sector_id = ? AND cluster_id IN (?)", sectorID, subtree(tx, ids...))
}
