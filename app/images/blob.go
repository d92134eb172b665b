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

// Blobs keeps files by key: words of letters, digits, hyphens and dots with slashes between. It is four methods of our own
// instead of gocloud.dev/blob, which would bring tracing, configuration by address and some thirty modules for the same
// four; a store in the cloud is one more implementation.
type Blobs interface {
	// Put keeps the data under the key, all of it or nothing. The same key twice is the same data.
	Put(ctx context.Context, key string, data []byte) error
	// Open reads what is kept; fault.NotFound when nothing is.
	Open(ctx context.Context, key string) (io.ReadCloser, error)
	// Delete forgets the key, whether something is kept under it or not.
	Delete(ctx context.Context, key string) error
	// Each visits every key with the time at which it was last put, until the visit fails.
	Each(ctx context.Context, visit func(key string, written time.Time) error) error
}

// Folder keeps blobs as files of a directory, which is made on first use.
type Folder string

// Put writes beside the place and moves the file there: a reader never sees half of it.
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

// Each walks through the directory. What a broken write left behind is visited like a file.
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

// path returns where the key is kept. One that leads out of the directory does not exist.
func (f Folder) path(key string) (string, error) {
	if key != path.Clean(key) || !filepath.IsLocal(key) {
		return "", fault.Missing("file")
	}
	return filepath.Join(string(f), filepath.FromSlash(key)), nil
}
