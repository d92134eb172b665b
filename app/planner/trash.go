package planner

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/pages"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// trashKind is the table of the Planner whose rows can be in the trash.
func trashKind() history.TrashKind {
	return history.TrashKind{
		Noun: "cluster", Model: &Cluster{}, Restore: restoreCluster,
		Under: map[string]string{"site_id": "site", "sector_id": "sector", "parent_id": "cluster"},
	}
}

// DeleteCluster puts the cluster into the trash, with the clusters under it, their ideas and the pages that were only
// proposed for them. Their keywords become free. While a page that is more than proposed serves one of them, it is refused.
func (s *Service) DeleteCluster(ctx context.Context, id string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		c, err := database.One[Cluster](tx, "cluster", id)
		if err != nil {
			return err
		}
		if _, err := LockSector(tx, c.SectorID); err != nil {
			return err
		}
		var ids []string
		if err := subtree(tx, c.ID).Order("id").Pluck("id", &ids).Error; err != nil {
			return fmt.Errorf("load clusters below: %w", err)
		}
		proposed, err := onlyProposed(tx, c, ids)
		if err != nil {
			return err
		}
		released, err := freeKeywords(tx, ids)
		if err != nil {
			return err
		}
		below, err := pages.Orphan(tx, proposed)
		if err != nil {
			return err
		}
		maps.Copy(released, below)
		item := history.TrashItem{Noun: "cluster", RowID: c.ID, SiteID: c.SiteID, Name: c.Name, Released: released}
		if err := s.trash.Move(tx, item); err != nil {
			return err
		}
		return Recount(tx, c.SectorID, pointed(c.ParentID)...)
	})
}

// onlyProposed returns the ids of the pages that serve the clusters and refuses when one of them is more than proposed.
func onlyProposed(tx *gorm.DB, c Cluster, clusterIDs []string) (ids []string, err error) {
	for part := range slices.Chunk(clusterIDs, batch) {
		list, err := pages.Locked(tx.Where("cluster_id IN ?", part))
		if err != nil {
			return nil, err
		}
		for _, p := range list {
			if p.State != pages.Proposed && p.State != pages.Removed {
				return nil, fault.New(fault.Conflict, "The page %q is planned for %s. Give it another cluster or delete it first. Nothing was deleted.",
					p.Title, text.Quote(c.Name))
			}
			ids = append(ids, p.ID)
		}
	}
	return ids, nil
}

// freeKeywords takes the keywords out of the clusters and returns their ids by cluster. Excluded ones stay excluded.
func freeKeywords(tx *gorm.DB, clusterIDs []string) (history.Released, error) {
	freed := history.Released{}
	for part := range slices.Chunk(clusterIDs, batch) {
		var list []Keyword
		if err := tx.Select("id", "cluster_id").Where("cluster_id IN ?", part).Order("id").Find(&list).Error; err != nil {
			return nil, fmt.Errorf("load keywords: %w", err)
		}
		for _, k := range list {
			freed[*k.ClusterID] = append(freed[*k.ClusterID], k.ID)
		}
		none := Keyword{State: KeywordNew}
		none.because([]Evidence{}, nil, false)
		members := func() *gorm.DB { return tx.Model(&Keyword{}).Where("cluster_id IN ?", part) }
		if err := members().Where("state = ?", KeywordExcluded).Updates(map[string]any{"cluster_id": nil, "pinned": false}).Error; err != nil {
			return nil, fmt.Errorf("free excluded keywords: %w", err)
		}
		if err := members().Select(membershipOf).Updates(none).Error; err != nil {
			return nil, fmt.Errorf("free keywords: %w", err)
		}
	}
	return freed, nil
}

// restoreCluster brings back the cluster with everything that went with it, and those of its keywords that are still free.
func restoreCluster(tx *gorm.DB, item history.TrashItem, back func() error) error {
	var c Cluster
	if err := tenancy.WithTrash(tx).Take(&c, "id = ?", item.RowID).Error; err != nil {
		return fmt.Errorf("load deleted cluster: %w", err)
	}
	if _, err := LockSector(tx, c.SectorID); err != nil {
		return err
	}
	taken, err := nameTaken(tx, &c)
	if err != nil {
		return err
	}
	if taken {
		return fault.New(fault.Conflict, "Another %s here is called %q by now. Rename that one, then restore this.", c.Level, c.Name)
	}
	if err := back(); err != nil {
		return err
	}
	var ids []string
	if err := subtree(tx, c.ID).Order("id").Pluck("id", &ids).Error; err != nil {
		return fmt.Errorf("load restored clusters: %w", err)
	}
	for _, id := range ids {
		if err := putBack(tx, id, item.Released[id]); err != nil {
			return err
		}
	}
	if err := pages.Adopt(tx, item.Released); err != nil {
		return err
	}
	return Recount(tx, c.SectorID, append(ids, pointed(c.ParentID)...)...)
}

// putBack puts the free ones of the keywords into the restored cluster.
func putBack(tx *gorm.DB, clusterID string, keywordIDs []string) error {
	if len(keywordIDs) == 0 {
		return nil
	}
	c, err := database.One[Cluster](tx, "cluster", clusterID)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(keywordIDs, batch) {
		free := func(state KeywordState) *gorm.DB {
			return tx.Model(&Keyword{}).Where("id IN ? AND cluster_id IS NULL AND state = ?", part, state)
		}
		if err := free(KeywordExcluded).Update("cluster_id", clusterID).Error; err != nil {
			return fmt.Errorf("put back excluded keywords: %w", err)
		}
		if c.State == ClusterExcluded {
			continue
		}
		if err := put(free(KeywordNew), clusterID, []Evidence{{ByHand, "A person restored the cluster with it."}}); err != nil {
			return err
		}
	}
	return nil
}

// followTrash puts the clusters in the trash under the other cluster, as the first one goes for good.
func followTrash(tx *gorm.DB, from, to string) error {
	below := tenancy.WithTrash(tx).Model(&Cluster{}).Where("parent_id = ? AND deleted_at IS NOT NULL", from)
	if err := below.UpdateColumn("parent_id", to).Error; err != nil {
		return fmt.Errorf("move deleted clusters: %w", err)
	}
	return nil
}

// inTrash returns those of the clusters that pages and clusters in the trash refer to.
func inTrash(tx *gorm.DB, clusterIDs []string) (found []string, err error) {
	all := tenancy.WithTrash(tx)
	for _, of := range []struct {
		model  any
		column string
	}{{&pages.Page{}, "cluster_id"}, {&Cluster{}, "parent_id"}} {
		var some []string
		trashed := all.Model(of.model).Where(of.column+" IN ? AND deleted_at IS NOT NULL", clusterIDs)
		if err := trashed.Distinct().Pluck(of.column, &some).Error; err != nil {
			return nil, fmt.Errorf("look for clusters in the trash: %w", err)
		}
		found = append(found, some...)
	}
	return found, nil
}
