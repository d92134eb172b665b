package images

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/tenancy"
)

// Delete puts the picture into the trash. One that a text shows is refused, and so is one that a run is making.
func (s *Service) Delete(ctx context.Context, id string) error {
	i, err := s.Get(ctx, id)
	if err != nil {
		return err
	}
	shown, err := s.texts().Showing(ctx, i.SiteID, id)
	if err != nil {
		return err
	}
	if len(shown) > 0 {
		const refusal = "The picture stands in the text of “%s”, as it is or as it was approved. Nothing was removed; take it out of the text first."
		return fault.New(fault.Conflict, refusal, strings.Join(shown, "”, “"))
	}
	_, making, err := s.engine.About(ctx, GenerateImages, id)
	if err != nil {
		return err
	}
	if making {
		return fault.New(fault.Conflict, "This picture is being made. Nothing was removed; wait for the run to end, or cancel it first.")
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := held(tx, id); err != nil {
			return err
		}
		return s.trash.Move(tx, history.TrashItem{Noun: "image", RowID: i.ID, SiteID: i.SiteID, Name: cmp.Or(i.Alt, i.Prompt)})
	})
}

// restore brings the picture back, as the cover of its page only when that has no other by now.
func restore(tx *gorm.DB, item history.TrashItem, back func() error) error {
	var i Image
	if err := tenancy.WithTrash(tx).Take(&i, "id = ?", item.RowID).Error; err != nil {
		return fmt.Errorf("load deleted picture: %w", err)
	}
	if err := room(tx, i.PageID, 1); err != nil {
		return err
	}
	var covers int64
	if err := tx.Model(&Image{}).Where("page_id = ? AND cover", i.PageID).Count(&covers).Error; err != nil {
		return fmt.Errorf("look for a cover: %w", err)
	}
	if i.Cover && covers > 0 {
		if err := tenancy.WithTrash(tx).Model(&Image{}).Where("id = ?", i.ID).Update("cover", false).Error; err != nil {
			return fmt.Errorf("change cover: %w", err)
		}
	}
	return back()
}

// purge returns what deletes the files of the pictures, which are about to be deleted for good.
func (s *Service) purge(tx *gorm.DB, ids []string) (after func(context.Context), err error) {
	var all []Image
	for part := range slices.Chunk(ids, 500) {
		var list []Image
		if err := tx.Where("id IN ?", part).Find(&list).Error; err != nil {
			return nil, fmt.Errorf("load pictures: %w", err)
		}
		if err := withVariants(tx, list); err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	return func(ctx context.Context) {
		for _, i := range all {
			s.forget(ctx, i, i.all())
		}
	}, nil
}
