package images

import (
	"context"
	"encoding/json"
	"slices"

	"igny8/app/database"
	"igny8/app/runs"
)

// Library is a page of the pictures of the site, the newest first, without their variants.
func (s *Service) Library(ctx context.Context, siteID string, limit int, cursor string) (database.Page[Image], error) {
	newest := database.Order{Column: "created_at", Falling: true, Kind: database.Time}
	return database.List(s.db.Read(ctx).Where("site_id = ?", siteID), newest, limit, cursor, func(i Image) database.Position {
		return database.Position{Value: i.CreatedAt, ID: i.ID}
	})
}

// Underway is the run of the function that has not ended and that works on one of the pages or pictures.
func (s *Service) Underway(ctx context.Context, siteID, function string, ids ...string) (run runs.Run, active bool, err error) {
	waiting, err := s.engine.List(ctx, runs.Filter{SiteID: siteID, Function: function, Waiting: true, Limit: database.MaxLimit})
	for _, run := range waiting.Items {
		var about struct {
			promptsPayload
			imagesPayload
		}
		if json.Unmarshal(run.Payload, &about) != nil {
			continue
		}
		if slices.ContainsFunc(append(about.PageIDs, about.ImageIDs...), func(id string) bool { return slices.Contains(ids, id) }) {
			return run, true, err
		}
	}
	return runs.Run{}, false, err
}
