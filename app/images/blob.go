package images

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"igny8/app/fault"
)

// Blobs stores files by key: words of letters, digits, hyphens and dots with slashes between them. It has four methods of
// our own instead of gocloud.dev/blob, which would add tracing, configuration by address and about thirty modules. A cloud
// store is one more implementation.
type Blobs interface {
	// Put stores the data under the key, all of it or nothing. The same key always gets the same data.
	Put(ctx context.Context, key string, data []byte) error
	// Open opens the data of the key. If there is none, the error is fault.NotFound.
	Open(ctx context.Context, key string) (io.ReadCloser, error)
	// Delete removes the key. It is no error if the key does not exist.
	Delete(ctx context.Context, key string) error
	// Each calls visit for every key with the time of the last Put, until visit fails.
	Each(ctx context.Context, visit func(key string, written time.Time) error) error
}

// Folder stores blobs as files in a directory, which is created on first use.
type Folder string

// Put writes a temporary file and renames it, so that a reader never sees half of it.
func (f Folder) Put(_ context.Context, key string, data []byte) (err error) {
	name, err := f.path(key)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		return fmt.Errorf("keep file: %w", err)
	}
	next := name + "." + rand.Text()
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("keep file: %w", err), os.RemoveAll(next))
		}
	}()
	if err := os.WriteFile(next, data, 0o640); err != nil {
		return err
	}
	return os.Rename(next, name)
}

// Open reads the file.
func (f Folder) Open(_ context.Context, key string) (io.ReadCloser, error) {
	name, err := f.path(key)
	if err != nil {
		return nil, err
	}
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault.Missing("file")
	}
	return file, err
}

// Delete removes the file.
func (f Folder) Delete(_ context.Context, key string) error {
	name, err := f.path(key)
	if err != nil {
		return err
	}
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("delete file: %w", err)
	}
	return nil
}

// Each walks through the directory. Files that an interrupted write left are visited, too.
func (f Folder) Each(ctx context.Context, visit func(key string, written time.Time) error) error {
	return filepath.WalkDir(string(f), func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err := errors.Join(err, ctx.Err()); err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("list files: %w", err)
		}
		key, err := filepath.Rel(string(f), name)
		if err != nil {
			return fmt.Errorf("list files: %w", err)
		}
		return visit(filepath.ToSlash(key), info.ModTime())
	})
}

// path returns the file of the key. A key that leads out of the directory is not found.
func (f Folder) path(key string) (string, error) {
	if key != path.Clean(key) || !filepath.IsLocal(key) {
		return "", fault.Missing("file")
	}
	return filepath.Join(string(f), filepath.FromSlash(key)), nil
}
