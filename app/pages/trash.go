package pages

import (
	"fmt"
	"slices"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/tenancy"
)

// Delete puts the page into the trash, with its idea, task, text and pictures. Those that stood under it stand at the top.
func (s *Service) Delete(tx *gorm.DB, id string) error {
	p, err := database.One[Page](tx, "page", id)
	if err != nil {
		return err
	}
	below, err := Orphan(tx, []string{id})
	if err != nil {
		return err
	}
	return s.trash.Move(tx, history.TrashItem{Noun: "page", RowID: id, SiteID: p.SiteID, Name: p.Title, Released: below})
}

// restore brings a page back, and under it the pages that stood there, unless somebody has given them another place.
func restore(tx *gorm.DB, item history.TrashItem, back func() error) error {
	var p Page
	if err := tenancy.WithTrash(tx).Take(&p, "id = ?", item.RowID).Error; err != nil {
		return fmt.Errorf("load deleted page: %w", err)
	}
	var taken int64
	if err := tx.Model(&Page{}).Where("site_id = ? AND path = ?", p.SiteID, p.Path).Count(&taken).Error; err != nil {
		return fmt.Errorf("look for the address: %w", err)
	}
	if taken > 0 {
		return fault.New(fault.Conflict, "Another page has the address %s by now. Give that one another address, then restore this page.", p.Path)
	}
	if err := back(); err != nil {
		return err
	}
	return Adopt(tx, item.Released)
}

// Orphan puts the pages that stand under the named ones at the top, those in the trash included, and returns them by the page they
// stood under.
func Orphan(tx *gorm.DB, parentIDs []string) (history.Released, error) {
	below, all := history.Released{}, tenancy.WithTrash(tx)
	for part := range slices.Chunk(parentIDs, batch) {
		var list []Page
		if err := all.Select("id", "parent_id").Where("parent_id IN ?", part).Order("id").Find(&list).Error; err != nil {
			return nil, fmt.Errorf("pages below: %w", err)
		}
		for _, p := range list {
			below[*p.ParentID] = append(below[*p.ParentID], p.ID)
		}
		if err := all.Model(&Page{}).Where("parent_id IN ?", part).Update("parent_id", nil).Error; err != nil {
			return nil, fmt.Errorf("put pages at the top: %w", err)
		}
	}
	return below, nil
}

// Adopt puts pages that stand at the top under those that they stood under before.
func Adopt(tx *gorm.DB, below history.Released) error {
	for parent, ids := range below {
		for part := range slices.Chunk(ids, batch) {
			err := tx.Model(&Page{}).Where("id IN ? AND parent_id IS NULL", part).Update("parent_id", parent).Error
			if err != nil {
				return fmt.Errorf("put pages under a restored one: %w", err)
			}
		}
	}
	return nil
}

// followCluster makes the pages in the trash refer to the other cluster, as the first one goes for good.
func followCluster(tx *gorm.DB, from, to string) error {
	trashed := tenancy.WithTrash(tx).Model(&Page{}).Where("cluster_id = ? AND deleted_at IS NOT NULL", from)
	if err := trashed.UpdateColumn("cluster_id", to).Error; err != nil {
		return fmt.Errorf("move deleted pages: %w", err)
	}
	return nil
}
