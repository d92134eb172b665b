// Package renderer builds sites as static files. It turns the plain value Site into a release: a directory of files that any
// web server can serve. A release is immutable and complete before anybody sees it. Going live and rolling back are one
// rename of a symbolic link. The package knows no database and no clock: publish fills the value and decides what goes live.
//
// Under the root of a site:
//
//	releases/<id>/release.json   describes the release
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

// Build writes the site as a release under root and returns it. The release does not go live. Building the same value again
// returns the existing release. Build calls progress after each page; progress may be nil.
func Build(ctx context.Context, root string, site Site, progress func(done, of int)) (Release, error) {
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
	dir, err := os.MkdirTemp(releases, unfinishedPrefix)
	if err != nil {
		return Release{}, fmt.Errorf("begin a release: %w", err)
	}
	defer os.RemoveAll(dir)
	return o.release(ctx, root, dir, progress)
}

// release builds into dir, which is beside the finished releases, and renames it at the end.
func (o *outline) release(ctx context.Context, root, dir string, progress func(done, of int)) (Release, error) {
	site := filepath.Join(dir, siteDir)
	if err := errors.Join(os.Chmod(dir, 0o755), os.Mkdir(site, 0o755)); err != nil {
		return Release{}, fmt.Errorf("begin a release: %w", err)
	}
	release, err := o.writeTo(ctx, site, true, progress)
	if err != nil {
		return Release{}, err
	}
	if err := release.finish(root, dir); err != nil {
		return Release{}, err
	}
	return read(root, release.ID)
}

// Export writes the files of the site directly into dir, which must be new or empty. If it fails, it leaves dir empty.
// Unlike a release, the files are not synced to disk: an export is quick to repeat.
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
	release, err := o.writeTo(ctx, dir, false, nil)
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
func (o *outline) writeTo(ctx context.Context, dir string, durable bool, progress func(done, of int)) (Release, error) {
	files, err := newTree(dir, durable)
	if err != nil {
		return Release{}, err
	}
	defer files.close()
	b := &build{outline: o, files: files, progress: progress, pictures: map[string]picture{}, bySource: map[string]string{}}
	if err := b.run(ctx); err != nil {
		return Release{}, err
	}
	if err := files.sync(); err != nil {
		return Release{}, err
	}
	release := files.release(o.Built)
	release.Pages, release.Unlinked = len(o.Pages), b.unlinked
	return release, nil
}

// build renders one site into one tree of files.
type build struct {
	*outline
	files    *tree
	progress func(done, of int) // may be nil
	shared   themes.Site
	pictures map[string]picture // by id
	bySource map[string]string  // picture ids, by the address of a file
	unlinked []Unlinked
}

func (b *build) run(ctx context.Context) error {
	name, css := themes.Stylesheet()
	b.shared = b.chrome("/assets/" + name)
	if err := b.files.write("assets/"+name, css); err != nil {
		return err
	}
	for i := range b.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.page(ctx, &b.Pages[i]); err != nil {
			return err
		}
		if b.progress != nil {
			b.progress(i+1, len(b.Pages))
		}
	}
	if err := b.render(ctx, "404.html", themes.NotFound(b.notFound())); err != nil {
		return err
	}
	for name, content := range map[string]func() ([]byte, error){
		"sitemap.xml": b.sitemap, "robots.txt": b.robots, "feed.xml": b.feed, "favicon.svg": b.favicon,
	} {
		file, err := content()
		if err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		if err := b.files.write(name, file); err != nil {
			return err
		}
	}
	return nil
}

func (b *build) page(ctx context.Context, page *Page) error {
	view, err := b.view(ctx, page)
	if err != nil {
		return fmt.Errorf("render the page %q: %w", page.Title, err)
	}
	return b.render(ctx, file(page), view)
}

func (b *build) render(ctx context.Context, name string, view templ.Component) error {
	var page bytes.Buffer
	if err := view.Render(ctx, &page); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	return b.files.write(name, page.Bytes())
}

// file returns the place of a page in the directory.
func file(p *Page) string { return filepath.FromSlash(p.Path[1:] + "index.html") }

// sweep removes builds that were interrupted more than a day ago. No running build is that old.
func sweep(releases string) error {
	entries, err := os.ReadDir(releases)
	if err != nil {
		return fmt.Errorf("list the releases: %w", err)
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil || !isUnfinished(entry.Name()) || time.Since(info.ModTime()) < 24*time.Hour {
			continue
		}
		if err := os.RemoveAll(filepath.Join(releases, entry.Name())); err != nil {
			return fmt.Errorf("remove an unfinished release: %w", err)
		}
	}
	return nil
}
