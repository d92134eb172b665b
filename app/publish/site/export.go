package site

import (
	"context"
	"fmt"

	"igny8/app/publish/renderer"
)

// Export writes the site as plain files into dir, which must be new or empty.
func (s *Service) Export(ctx context.Context, siteID, dir, origin string) (renderer.Release, error) {
	if err := s.Publish.RequireWriterGate(ctx, siteID); err != nil {
		return renderer.Release{}, err
	}
	snapshot, err := s.Publish.Snapshot(ctx, siteID)
	if err != nil {
		return renderer.Release{}, err
	}
	return exportAndCheck(ctx, dir, s.rendering(snapshot, origin))
}

// ExportPlan writes a preview of the plan as plain files into dir, which must be new or empty. It is not meant for readers:
// every page says that it is a plan, and search engines are asked not to index any of it.
func (s *Service) ExportPlan(ctx context.Context, siteID, dir, origin string) (renderer.Release, error) {
	site, err := s.planned(ctx, siteID, origin)
	if err != nil {
		return renderer.Release{}, err
	}
	return exportAndCheck(ctx, dir, site)
}

func exportAndCheck(ctx context.Context, dir string, site renderer.Site) (renderer.Release, error) {
	built, err := renderer.Export(ctx, dir, site)
	if err != nil {
		return built, err
	}
	problems, err := renderer.Check(dir)
	if err != nil {
		return built, err
	}
	if len(problems) > 0 {
		return built, fmt.Errorf("the site is not complete: %s: %s", problems[0].File, problems[0].Message)
	}
	return built, nil
}
