// Package renderer is IGNY8's own publisher: it turns the plain value Site into a release, a directory of files that any web
// server can serve. A release is immutable and complete before it is visible; going live and rolling back are one rename of a
// symbolic link. It knows no database and no clock: publish fills the value and decides what goes live.
//
// Under the root of a site:
//
//	releases/<id>/release.json   what the release is
//	releases/<id>/site/          its files
//	live -> releases/<id>/site   the release that visitors see
package renderer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/a-h/templ"

	"igny8/app/fault"
	"igny8/views/themes"
)

// Build writes the site as a release under root and returns it. It does not go live. Building the same value again returns the
// release that is there.
func Build(ctx context.Context, root string, site Site) (Release, error) {
	o, err := newOutline(site)
	if err != nil {
		return Release{}, err
	}
	releases := filepath.Join(root, releasesDir)
	if err := os.MkdirAll(releases, 0o755); err != nil {
		return Release{}, fmt.Errorf("make the releases directory: %w", err)
	}
	if err := sweep(releases); err != nil {
		return Release{}, err
	}
	yard, err := os.MkdirTemp(releases, yardPrefix)
	if err != nil {
		return Release{}, fmt.Errorf("begin a release: %w", err)
	}
	defer os.RemoveAll(yard)
	return o.build(ctx, root, yard)
}

func (o *outline) build(ctx context.Context, root, yard string) (Release, error) {
	site := filepath.Join(yard, siteDir)
	if err := errors.Join(os.Chmod(yard, 0o755), os.Mkdir(site, 0o755)); err != nil {
		return Release{}, fmt.Errorf("begin a release: %w", err)
	}
	release, err := o.writeTo(ctx, site, true)
	if err != nil {
		return Release{}, err
	}
	if err := release.seal(root, yard); err != nil {
		return Release{}, err
	}
	return read(root, release.ID)
}

// Export writes the site's files straight into dir, which must be new or empty. When it fails it leaves dir empty.
// Other than those of a release, the files are not forced onto the disk: an export is soon made again.
func Export(ctx context.Context, dir string, site Site) (Release, error) {
	o, err := newOutline(site)
	if err != nil {
		return Release{}, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Release{}, fault.Wrap(err, fault.Invalid, "%s cannot be used as the output directory.", dir)
	}
	if len(entries) > 0 {
		return Release{}, fault.New(fault.Conflict, "The directory %s is not empty. Nothing was written; name a new or empty one.", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Release{}, fault.Wrap(err, fault.Invalid, "The directory %s cannot be made.", dir)
	}
	release, err := o.writeTo(ctx, dir, false)
	if err != nil {
		return Release{}, errors.Join(err, empty(dir))
	}
	release.Dir = dir
	return release, nil
}

func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, entry := range entries {
		err = errors.Join(err, os.RemoveAll(filepath.Join(dir, entry.Name())))
	}
	return err
}

// writeTo renders every page and file of the site into dir.
func (o *outline) writeTo(ctx context.Context, dir string, durable bool) (Release, error) {
	files, err := newTree(dir, durable)
	if err != nil {
		return Release{}, err
	}
	defer files.close()
	press := &press{outline: o, files: files, pictures: map[string]picture{}, bySource: map[string]string{}}
	if err := press.print(ctx); err != nil {
		return Release{}, err
	}
	if err := files.sync(); err != nil {
		return Release{}, err
	}
	release := files.release(o.Built)
	release.Pages, release.Unlinked = len(o.Pages), press.unlinked
	return release, nil
}

// press renders one site into one tree of files.
type press struct {
	*outline
	files    *tree
	shared   themes.Site
	pictures map[string]picture // by id
	bySource map[string]string  // their ids, by the address of a file
	unlinked []Unlinked
}

func (p *press) print(ctx context.Context) error {
	name, css := themes.Stylesheet()
	p.shared = p.chrome("/assets/" + name)
	if err := p.files.write("assets/"+name, css); err != nil {
		return err
	}
	for i := range p.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.page(ctx, &p.Pages[i]); err != nil {
			return err
		}
	}
	if err := p.render(ctx, "404.html", themes.NotFound(p.notFound())); err != nil {
		return err
	}
	for name, content := range map[string]func() ([]byte, error){
		"sitemap.xml": p.sitemap, "robots.txt": p.robots, "feed.xml": p.feed, "favicon.svg": p.favicon,
	} {
		file, err := content()
		if err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		if err := p.files.write(name, file); err != nil {
			return err
		}
	}
	return nil
}

func (p *press) page(ctx context.Context, page *Page) error {
	view, err := p.view(ctx, page)
	if err != nil {
		return fmt.Errorf("render the page %q: %w", page.Title, err)
	}
	return p.render(ctx, file(page), view)
}

func (p *press) render(ctx context.Context, name string, view templ.Component) error {
	var page bytes.Buffer
	if err := view.Render(ctx, &page); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	return p.files.write(name, page.Bytes())
}

// file is where a page stands in the tree.
func file(p *Page) string { return filepath.FromSlash(p.Path[1:] + "index.html") }

// sweep removes what builds left that were cut off more than a day ago; a running one is never that old.
func sweep(releases string) error {
	entries, err := os.ReadDir(releases)
	if err != nil {
		return fmt.Errorf("list the releases: %w", err)
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil || !isYard(entry.Name()) || time.Since(info.ModTime()) < 24*time.Hour {
			continue
		}
		if err := os.RemoveAll(filepath.Join(releases, entry.Name())); err != nil {
			return fmt.Errorf("remove an unfinished release: %w", err)
		}
	}
	return nil
}
