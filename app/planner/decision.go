package planner

import (
	"context"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"igny8/app/fault"
)

// Decision is what a person decides about several clusters at once; nil keeps what is there.
type Decision struct {
	State  *string // goes for what is under them, as in ClusterChange
	Locked *bool
}

// DecideClusters changes the named clusters of the sector, all of them or none. What is so already stays as it is.
func (s *Service) DecideClusters(ctx context.Context, sectorID string, ids []string, d Decision) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := lockSector(tx, sectorID); err != nil {
			return err
		}
		list, err := chosenClusters(tx, sectorID, ids)
		if err != nil {
			return err
		}
		if d.Locked != nil {
			done := tx.Model(&Cluster{}).Where("id IN ? AND locked <> ?", idsOf(list), *d.Locked).Update("locked", *d.Locked)
			if done.Error != nil {
				return fmt.Errorf("lock clusters: %w", done.Error)
			}
		}
		if d.State == nil {
			return nil
		}
		return setSubtrees(tx, sectorID, list, *d.State)
	})
}

func chosenClusters(tx *gorm.DB, sectorID string, ids []string) ([]Cluster, error) {
	ids, err := distinct(ids, "cluster")
	if err != nil {
		return nil, err
	}
	var list []Cluster
	if err := tx.Where("sector_id = ? AND id IN ?", sectorID, ids).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("load clusters: %w", err)
	}
	if len(list) < len(ids) {
		return nil, fault.Missing("cluster")
	}
	return list, nil
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
func setSubtrees(tx *gorm.DB, sectorID string, list []Cluster, state string) error {
	if !slices.Contains([]string{Proposed, Approved, Excluded}, state) {
		return fault.New(fault.Invalid, "The state of a cluster is proposed, approved or excluded, not %q.", state)
	}
	var excluded, others []Cluster
	for _, c := range list {
		switch {
		case c.State == state && state != Approved: // what is approved may have come to hold what is not
		case c.State == Excluded:
			excluded = append(excluded, c)
		default:
			others = append(others, c)
		}
	}
	var err error
	if state == Excluded {
		err = exclude(tx, sectorID, idsOf(others))
	} else {
		err = takeBack(tx, sectorID, idsOf(excluded), state)
		if err == nil && len(others) > 0 {
			err = tx.Model(&Cluster{}).Where("id IN (?) AND state NOT IN ?", subtree(tx, idsOf(others)...), []string{Excluded, state}).Update("state", state).Error
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
	return tx.Model(&Cluster{}).Where("id IN (?)", subtree(tx, ids...)).Update("state", Excluded).Error
}

func takeBack(tx *gorm.DB, sectorID string, ids []string, state string) error {
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
