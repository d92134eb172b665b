package images

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/images/picture"
	"igny8/app/text"
)

// The longest texts, in characters.
const (
	MaxAlt    = 300
	MaxPrompt = 2000
)

// maxOfPage is the number of pictures of a page, wishes included.
const maxOfPage = 100

// Image is a picture of a page. Without a variant it is a wish: a picture described in words.
type Image struct {
	ID           string
	AccountID    string `gorm:"<-:create"`
	SiteID       string `gorm:"<-:create"`
	PageID       string
	Prompt       string
	PromptEdited bool   // a person wrote it, so no run replaces it
	Alt          string // describes it for people who do not see it
	Cover        bool   // it represents its page where the page is linked
	VariantID    *string
	Cut          picture.Cut `gorm:"serializer:json"`
	Files        []File      `gorm:"serializer:json"` // the sizes that are shown, the narrowest first
	Share        File        `gorm:"serializer:json"` // for social networks
	CreatedAt    time.Time
	UpdatedAt    time.Time
	DeletedAt    *time.Time // in the trash since

	Variants []Variant `gorm:"-"` // the newest first
}

// File is a file of a picture. Its name is the hash of its content.
type File struct {
	Name   string       `json:"name"`
	Type   picture.Type `json:"type"`
	Width  int          `json:"width"`
	Height int          `json:"height"`
	Bytes  int          `json:"bytes"`
}

// Shown reports whether there is a picture to show.
func (i Image) Shown() bool { return i.VariantID != nil && len(i.Files) > 0 }

// Near returns the narrowest file that is at least as wide, else the widest. Without a variant it returns no file.
func (i Image) Near(width int) File {
	for _, f := range i.Files {
		if f.Width >= width {
			return f
		}
	}
	if len(i.Files) == 0 {
		return File{}
	}
	return i.Files[len(i.Files)-1]
}

// Chosen returns the variant that is shown, or a zero one.
func (i Image) Chosen() Variant {
	for _, v := range i.Variants {
		if i.VariantID != nil && v.ID == *i.VariantID {
			return v
		}
	}
	return Variant{}
}

// Get returns the picture with its variants.
func (s *Service) Get(ctx context.Context, id string) (Image, error) {
	i, err := database.One[Image](s.db.Read(ctx), "picture", id)
	if err != nil {
		return i, err
	}
	i.Variants, err = variants(s.db.Read(ctx), []string{id})
	return i, err
}

// OfPage returns the pictures of the page with their variants: its cover first, then by age.
func (s *Service) OfPage(ctx context.Context, pageID string) ([]Image, error) {
	var list []Image
	if err := s.db.Read(ctx).Where("page_id = ?", pageID).Order("cover DESC, created_at, id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list pictures: %w", err)
	}
	return list, withVariants(s.db.Read(ctx), list)
}

// withVariants loads the variants of the pictures.
func withVariants(tx *gorm.DB, list []Image) error {
	at := make(map[string]int, len(list))
	ids := make([]string, len(list))
	for n, i := range list {
		at[i.ID], ids[n] = n, i.ID
	}
	all, err := variants(tx, ids)
	for _, v := range all {
		n := at[v.ImageID]
		list[n].Variants = append(list[n].Variants, v)
	}
	return err
}

// Among returns the pictures of the site with the ids, by id and without their variants. Ids that do not exist are left out.
func (s *Service) Among(ctx context.Context, siteID string, ids []string) (map[string]Image, error) {
	found := map[string]Image{}
	for part := range slices.Chunk(ids, 500) {
		var list []Image
		if err := s.db.Read(ctx).Where("site_id = ? AND id IN ?", siteID, part).Find(&list).Error; err != nil {
			return nil, fmt.Errorf("load pictures: %w", err)
		}
		for _, i := range list {
			found[i.ID] = i
		}
	}
	return found, nil
}

// Covers returns the covers of the pages of the site, by page.
func (s *Service) Covers(ctx context.Context, siteID string) (map[string]Image, error) {
	var list []Image
	if err := s.db.Read(ctx).Where("site_id = ? AND cover AND variant_id IS NOT NULL", siteID).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list covers: %w", err)
	}
	covers := make(map[string]Image, len(list))
	for _, i := range list {
		covers[i.PageID] = i
	}
	return covers, nil
}

// Change holds a person's changes to a picture; nil leaves a value as it is.
type Change struct {
	Alt, Prompt *string
	Cover       *bool // a page has one cover: setting it unsets the previous one
}

// Update changes the texts and the role of the picture.
func (s *Service) Update(ctx context.Context, id string, c Change) (Image, error) {
	var i Image
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		if i, err = held(tx, id); err != nil {
			return err
		}
		var wrong fault.Fields
		if c.Alt != nil {
			i.Alt = text.Line(&wrong, "alt", *c.Alt, MaxAlt)
			wrong.Check(i.Alt != "" || !i.Shown(), "alt", "Say what the picture shows, for those who do not see it.")
		}
		if c.Prompt != nil {
			prompt := text.Line(&wrong, "prompt", *c.Prompt, MaxPrompt)
			i.PromptEdited = i.PromptEdited || prompt != i.Prompt
			i.Prompt = prompt
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		if c.Cover != nil && *c.Cover {
			if err := uncover(tx, i.PageID); err != nil {
				return err
			}
		}
		if c.Cover != nil {
			i.Cover = *c.Cover
		}
		return write(tx, i, "alt", "prompt", "prompt_edited", "cover")
	})
	return i, err
}

// held locks the pictures of the page, of which one is the cover, and returns the picture.
func held(tx *gorm.DB, id string) (Image, error) {
	i, err := database.One[Image](tx, "picture", id)
	if err != nil {
		return i, err
	}
	var beside []string
	if err := database.Locked(tx).Model(&Image{}).Where("page_id = ?", i.PageID).Order("id").Pluck("id", &beside).Error; err != nil {
		return i, fmt.Errorf("hold pictures: %w", err)
	}
	return database.One[Image](tx, "picture", id)
}

// uncover removes the cover of the page.
func uncover(tx *gorm.DB, pageID string) error {
	if err := tx.Model(&Image{}).Where("page_id = ? AND cover", pageID).Update("cover", false).Error; err != nil {
		return fmt.Errorf("change cover: %w", err)
	}
	return nil
}

func write(tx *gorm.DB, i Image, columns ...string) error {
	done := tx.Model(&Image{}).Where("id = ?", i.ID).Select(append(columns, "updated_at")).Updates(i)
	if done.Error != nil {
		return fmt.Errorf("write picture: %w", done.Error)
	}
	return nil
}

// all returns the files of the picture and of its variants.
func (i Image) all() []File {
	files := slices.Clone(i.Files)
	if i.Share.Name != "" {
		files = append(files, i.Share)
	}
	for _, v := range i.Variants {
		files = append(files, v.Kept, v.Thumb)
	}
	return files
}

// forget deletes files that no row names any more. A file that cannot be deleted is never shown, so the error is only
// logged.
func (s *Service) forget(ctx context.Context, i Image, files []File) {
	for _, f := range files {
		if err := s.blobs.Delete(ctx, i.key(f)); err != nil {
			slog.Warn("file of a picture not deleted", "image", i.ID, "file", f.Name, "error", err)
		}
	}
}

// State returns a digest that changes with everything that is shown of the site's pictures.
func (s *Service) State(ctx context.Context, siteID string) (string, error) {
	var rows []struct {
		ID        string
		UpdatedAt time.Time
	}
	if err := s.db.Read(ctx).Model(&Image{}).Where("site_id = ?", siteID).Order("id").Find(&rows).Error; err != nil {
		return "", fmt.Errorf("read pictures: %w", err)
	}
	var b strings.Builder
	for _, row := range rows {
		fmt.Fprintf(&b, "%s %d\n", row.ID, row.UpdatedAt.UnixMicro())
	}
	return b.String(), nil
}

// room refuses more pictures than a page may have.
func room(tx *gorm.DB, pageID string, more int) error {
	var have int64
	if err := tx.Model(&Image{}).Where("page_id = ?", pageID).Count(&have).Error; err != nil {
		return fmt.Errorf("count pictures: %w", err)
	}
	if int(have)+more > maxOfPage {
		return fault.New(fault.Conflict, "The page has %d pictures already; %d is the most. Remove some first.", have, maxOfPage)
	}
	return nil
}
