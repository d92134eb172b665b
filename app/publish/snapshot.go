package publish

import (
	"context"

	"igny8/app/images"
	"igny8/app/sitebuilder"
	"igny8/app/writer"
)

// Snapshot is a site as it would be published now: its plan, the approved contents at their approved revisions, and the pictures that
// stand for pages.
type Snapshot struct {
	Plan     sitebuilder.Plan
	Contents []writer.Publishable
	Covers   map[string]images.Image // by page
}

// Shown lists the contents of the snapshot as a destination shows them that takes all of it.
func (s Snapshot) Shown() []Shown {
	list := make([]Shown, len(s.Contents))
	for i, c := range s.Contents {
		list[i] = Shown{ContentID: c.Content.ID, Revision: *c.Content.ApprovedRevision, Path: c.Page.Path}
	}
	return list
}

// Snapshot loads the site as it would be published now.
func (s *Service) Snapshot(ctx context.Context, siteID string) (shot Snapshot, err error) {
	if shot.Plan, err = s.Builder.Plan(ctx, siteID); err != nil {
		return shot, err
	}
	if shot.Contents, err = s.Writer.Publishable(ctx, siteID); err != nil {
		return shot, err
	}
	shot.Covers, err = s.Images.Covers(ctx, siteID)
	return shot, err
}
