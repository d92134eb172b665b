package site

import (
	"context"
	"fmt"

	"igny8/app/publish/renderer"
)

// Export writes the site as plain files into dir, which must be new or empty.
func (s *Service) Export(ctx context.Context, siteID, dir, origin string) (renderer.Release, error) {
	if err := s.Publish.Enter(ctx, siteID); err != nil {
		return renderer.Release{}, err
	}
	shot, err := s.Publish.Snapshot(ctx, siteID)
	if err != nil {
		return renderer.Release{}, err
	}
	return exported(ctx, dir, s.rendering(shot, origin))
}

// ExportPlan writes a preview of the plan as plain files into dir, which must be new or empty. Nothing of it is meant for readers: every page says
// that it is a plan, and search engines are told to leave all of it out.
func (s *Service) ExportPlan(ctx context.Context, siteID, dir, origin string) (renderer.Release, error) {
	site, err := s.planned(ctx, siteID, origin)
	if err != nil {
		return renderer.Release{}, err
	}
	return exported(ctx, dir, site)
}

func exported(ctx context.Context, dir string, site renderer.Site) (renderer.Release, error) {
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
