package site

import (
	"context"
	"io"

	"igny8/app/fault"
	"igny8/app/images"
	"igny8/app/publish/renderer"
)

// pictures opens the current pictures of the site.
func (s *Service) pictures(siteID string) renderer.Images {
	return func(ctx context.Context, id string) (renderer.Image, error) {
		found, err := s.Images.Among(ctx, siteID, []string{id})
		if err != nil {
			return renderer.Image{}, err
		}
		i, ok := found[id]
		if !ok || !i.Shown() {
			return renderer.Image{}, fault.Missing("picture")
		}
		open := func(f images.File) renderer.ImageFile {
			return renderer.ImageFile{
				Width: f.Width, Height: f.Height,
				Open: func(ctx context.Context) (io.ReadCloser, error) { return s.Images.OpenFile(ctx, i, f) },
			}
		}
		shown := renderer.Image{Alt: i.Alt, Share: open(i.Share)}
		for _, f := range i.Files {
			shown.Files = append(shown.Files, open(f))
		}
		return shown, nil
	}
}
