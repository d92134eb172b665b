package writer

import (
	"context"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/images"
)

// longestOpening is how much of its text a page shows to whoever thinks of pictures for it.
const longestOpening = 1200

// TextOf is what the page says now, for images.
func (s *Service) TextOf(ctx context.Context, pageID string) (images.Text, error) {
	var list []Content
	if err := s.db.Read(ctx).Where("page_id = ?", pageID).Limit(1).Find(&list).Error; err != nil {
		return images.Text{}, fmt.Errorf("load content of page: %w", err)
	}
	if len(list) == 0 {
		return images.Text{}, fault.Missing("content")
	}
	c := list[0]
	t := images.Text{Title: c.Title, Description: c.Description, Headings: []string{}, Opening: c.Blocks.PlainText()}
	if cut := []rune(t.Opening); len(cut) > longestOpening {
		t.Opening = string(cut[:longestOpening])
	}
	for _, h := range c.Blocks.Headings() {
		if h.Level == 2 {
			t.Headings = append(t.Headings, h.Text)
		}
	}
	return t, nil
}

// Showing are the titles of the contents that show the picture, as they are or as they were approved.
func (s *Service) Showing(ctx context.Context, siteID, imageID string) ([]string, error) {
	var current []Content
	naming := func(query *gorm.DB) *gorm.DB {
		return query.Where("site_id = ? AND CAST(blocks AS TEXT) LIKE ?", siteID, "%"+imageID+"%")
	}
	if err := naming(s.db.Read(ctx)).Order("title").Find(&current).Error; err != nil {
		return nil, fmt.Errorf("look for a picture in texts: %w", err)
	}
	approved, err := s.Publishable(ctx, siteID)
	if err != nil {
		return nil, err
	}
	for _, p := range approved {
		current = append(current, p.Content)
	}
	var titles []string
	for _, c := range current {
		if shows(c.Blocks, imageID) && !slices.Contains(titles, c.Title) {
			titles = append(titles, c.Title)
		}
	}
	return titles, nil
}

func shows(doc blocks.Document, imageID string) bool {
	return slices.ContainsFunc(doc, func(b blocks.Block) bool { return b.Type == blocks.TypeImage && b.ImageID == imageID })
}
