package images

import (
	"context"
	"fmt"
	"io"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/images/picture"
	"igny8/app/text"
)

// Upload is a picture that a person uploads.
type Upload struct {
	PageID  string
	ImageID string // the picture that gets it as a variant; empty: a new one
	Alt     string // required for a new one
	Data    io.Reader
}

// Upload reads the picture, stores its pixels and shows it.
func (s *Service) Upload(ctx context.Context, u Upload) (Image, error) {
	i, err := s.destined(ctx, u)
	if err != nil {
		return i, err
	}
	var kept made
	var shown sizes
	err = picture.Alone(ctx, func() (err error) {
		kept, shown, err = s.receive(ctx, i, u.Data)
		return err
	})
	if err != nil {
		return i, err
	}
	v := Variant{ID: database.NewID(), SiteID: i.SiteID, ImageID: i.ID, Origin: Uploaded, Kept: kept.Kept, Thumb: kept.Thumb}
	next := i
	next.VariantID, next.Files, next.Share, next.Cut = &v.ID, shown.Files, shown.Share, picture.Cut{Ratio: i.Cut.Ratio}
	next.Variants = append([]Variant{v}, i.Variants...)
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if u.ImageID == "" {
			if err := room(tx, i.PageID, 1); err != nil {
				return err
			}
			if err := tx.Create(&next).Error; err != nil {
				return fmt.Errorf("add picture: %w", err)
			}
		}
		if err := tx.Create(&v).Error; err != nil {
			return fmt.Errorf("add variant: %w", err)
		}
		return write(tx, next, "variant_id", "files", "share", "cut")
	})
	if err != nil {
		return i, err
	}
	return next, nil
}

// receive reads the uploaded file and makes the files of the picture.
func (s *Service) receive(ctx context.Context, i Image, file io.Reader) (kept made, shown sizes, err error) {
	data, err := io.ReadAll(io.LimitReader(file, picture.MaxBytes+1))
	if err != nil {
		return kept, shown, fmt.Errorf("read upload: %w", err)
	}
	m, err := picture.Read(data)
	if err != nil {
		return kept, shown, onFile(err)
	}
	if kept, err = s.keep(ctx, i, m); err != nil {
		return kept, shown, err
	}
	shown, err = s.cut(ctx, i, m, picture.Cut{Ratio: i.Cut.Ratio})
	return kept, shown, err
}

// destined returns the picture that an upload is for.
func (s *Service) destined(ctx context.Context, u Upload) (Image, error) {
	if u.ImageID != "" {
		return s.Get(ctx, u.ImageID)
	}
	page, err := s.pages.Get(ctx, u.PageID)
	if err != nil {
		return Image{}, err
	}
	i := Image{ID: database.NewID(), SiteID: page.SiteID, PageID: page.ID, Files: []File{}}
	var wrong fault.Fields
	i.Alt = text.Line(&wrong, "alt", u.Alt, MaxAlt)
	wrong.Check(i.Alt != "", "alt", "Say what the picture shows, for those who do not see it.")
	return i, wrong.Err()
}

// onFile adds the name of the file field to a refusal.
func onFile(err error) error {
	if kind := fault.KindOf(err); kind != fault.Invalid && kind != fault.TooLarge {
		return err
	}
	refused := fault.Wrap(err, fault.KindOf(err), "%s", fault.Sentence(err))
	refused.Fields = []fault.Field{{Name: "file", Message: fault.Sentence(err)}}
	return refused
}
