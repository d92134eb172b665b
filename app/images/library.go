package images

import (
	"context"

	"igny8/app/database"
)

// Library returns a page of the pictures of the site, the newest first, without their variants.
func (s *Service) Library(ctx context.Context, siteID string, limit int, cursor string) (database.Page[Image], error) {
	newest := database.Order{Column: "created_at", Falling: true, Kind: database.Time}
	return database.List(s.db.Read(ctx).Where("site_id = ?", siteID), newest, limit, cursor, func(i Image) database.Position {
		return database.Position{Value: i.CreatedAt, ID: i.ID}
	})
}
