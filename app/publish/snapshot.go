package publish

import (
	"context"

	"igny8/app/images"
	"igny8/app/sitebuilder"
	"igny8/app/writer"
)

// Snapshot is a site as it would be published now: its plan without the clusters, the approved contents at their approved revisions, and
// the covers of pages.
type Snapshot struct {
	Plan     sitebuilder.Plan
	Contents []writer.Publishable
	Covers   map[string]images.Image // by page
}

// Shown lists all contents of the snapshot, for a destination that shows every one.
func (s Snapshot) Shown() []Shown {
	list := make([]Shown, len(s.Contents))
	for i, c := range s.Contents {
		list[i] = Shown{ContentID: c.Content.ID, Revision: *c.Content.ApprovedRevision, Path: c.Page.Path}
	}
	return list
}

// Snapshot loads the site as it would be published now.
func (s *Service) Snapshot(ctx context.Context, siteID string) (snapshot Snapshot, err error) {
	if snapshot.Plan, err = s.Builder.PlanOfPages(ctx, siteID); err != nil {
		return snapshot, err
	}
	if snapshot.Contents, err = s.Writer.Publishable(ctx, siteID); err != nil {
		return snapshot, err
	}
	snapshot.Covers, err = s.Images.Covers(ctx, siteID)
	return snapshot, err
}
