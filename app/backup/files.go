package backup

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"igny8/app/fault"
	"igny8/app/publish/renderer"
)

// staging is the folder in which files wait until everything is restored. A restore that was killed leaves it; the next one deletes it.
const staging = ".restoring"

// lostAndFound is the folder that a file system keeps on a disk of its own.
const lostAndFound = "lost+found"

// addTree writes the files below root/under under their names relative to root. It leaves out a file that is deleted meanwhile; if a row
// still names that file, missing tells it.
func (w *writer) addTree(ctx context.Context, place, root, under string) error {
	return filepath.WalkDir(filepath.Join(root, under), func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil && entry.IsDir() && entry.Name() == lostAndFound {
			return fs.SkipDir
		}
		if err := errors.Join(err, ctx.Err()); err != nil || !entry.Type().IsRegular() {
			return err
		}
		below, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		return w.addFile(path.Join(place, filepath.ToSlash(below)), name)
	})
}

func (w *writer) addFile(name, source string) error {
	file, err := os.Open(source)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	return w.add(name, info.Size(), file) // files are renamed into their place and never written again
}

// shelf is a folder of an installation that is restored: the files of pictures, or the releases of the sites.
type shelf struct {
	dir           string
	folders, file fs.FileMode
	root          *os.Root // of the staging folder
	placed        []string
}

// refuse returns a fault if the folder holds anything.
func (s *shelf) refuse() error {
	entries, err := os.ReadDir(s.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		if e.Name() != staging && e.Name() != lostAndFound {
			return fault.New(fault.Conflict, "The folder %s is not empty: it holds %s. Nothing was restored. Move its content away, or restore into another folder.", s.dir, e.Name())
		}
	}
	return nil
}

// open makes an empty staging folder.
func (s *shelf) open() error {
	stage := filepath.Join(s.dir, staging)
	err := errors.Join(os.RemoveAll(stage), os.MkdirAll(stage, s.folders))
	if err != nil {
		return fmt.Errorf("restore files: %w", err)
	}
	s.root, err = os.OpenRoot(stage)
	return err
}

// put writes an entry of the archive. os.Root refuses a name that leads out of the folder.
func (s *shelf) put(name string, h *tar.Header, content io.Reader) error {
	if h.Typeflag == tar.TypeSymlink {
		return s.activate(name, h.Linkname)
	}
	if err := s.root.MkdirAll(path.Dir(name), s.folders); err != nil {
		return fmt.Errorf("restore files: %w", err)
	}
	file, err := s.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, s.file)
	if err != nil {
		return fmt.Errorf("restore files: %w", err)
	}
	if _, err = io.Copy(file, content); err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// activate makes the release live to which the link of a site points, unless it cannot be read: then it is told as missing.
func (s *shelf) activate(name, target string) error {
	site, link := path.Split(name)
	root := filepath.Join(s.root.Name(), site)
	if link != renderer.LiveName || strings.Contains(strings.TrimSuffix(site, "/"), "/") || !filepath.IsLocal(site) {
		return fault.New(fault.Invalid, "The archive has a link %s, which no installation has.", name)
	}
	build := path.Base(path.Dir(target))
	if whole, err := renderer.Whole(root, build); err != nil || !whole {
		return err
	}
	return renderer.Activate(root, build)
}

// place moves what was staged to where it belongs.
func (s *shelf) place() error {
	entries, err := os.ReadDir(s.root.Name())
	if err != nil {
		return err
	}
	for _, e := range entries {
		to := filepath.Join(s.dir, e.Name())
		if err := os.Rename(filepath.Join(s.root.Name(), e.Name()), to); err != nil {
			return err
		}
		s.placed = append(s.placed, to)
	}
	return renderer.SyncDir(s.dir)
}

// undo deletes what was placed.
func (s *shelf) undo() {
	for _, name := range s.placed {
		_ = os.RemoveAll(name)
	}
}

func (s *shelf) close() {
	if s.root != nil {
		_ = s.root.Close()
		_ = os.RemoveAll(s.root.Name())
	}
}
