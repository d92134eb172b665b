package writer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/images"
)

// longestOpening is how much of its text a page shows to whoever thinks of pictures for it.
const longestOpening = 1200

// ContentOf returns the id of the page's content, empty when nothing is written yet.
func (s *Service) ContentOf(ctx context.Context, pageID string) (string, error) {
	var ids []string
	if err := s.db.Read(ctx).Model(&Content{}).Where("page_id = ?", pageID).Limit(1).Pluck("id", &ids).Error; err != nil {
		return "", fmt.Errorf("look for content of page: %w", err)
	}
	return strings.Join(ids, ""), nil
}

// TextOf returns the text of the page as it is now, for images.
func (s *Service) TextOf(ctx context.Context, pageID string) (images.Text, error) {
	id, err := s.ContentOf(ctx, pageID)
	if err != nil {
		return images.Text{}, err
	}
	c, err := s.Content(ctx, id)
	if err != nil {
		return images.Text{}, err
	}
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

// Showing returns the titles of the contents that show the picture, as they are or as they were approved.
func (s *Service) Showing(ctx context.Context, siteID, imageID string) ([]string, error) {
	const naming = "CAST(blocks AS TEXT) LIKE ?"
	var texts, approved []Revision
	contents := func() *gorm.DB { return s.db.Read(ctx).Model(&Content{}).Where("site_id = ?", siteID) }
	if err := contents().Select("title", "blocks").Where(naming, "%"+imageID+"%").Order("title").Find(&texts).Error; err != nil {
		return nil, fmt.Errorf("look for a picture in texts: %w", err)
	}
	older := contents().Select("id", "approved_revision").Where("approved_revision <> revision")
	if err := s.db.Read(ctx).Where("(content_id, number) IN (?)", older).Where(naming, "%"+imageID+"%").Order("title").Find(&approved).Error; err != nil {
		return nil, fmt.Errorf("look for a picture in approved texts: %w", err)
	}
	var titles []string
	for _, t := range append(texts, approved...) {
		if slices.Contains(t.Blocks.Images(), imageID) && !slices.Contains(titles, t.Title) {
			titles = append(titles, t.Title)
		}
	}
	return titles, nil
}
