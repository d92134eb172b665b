package renderer

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"
)

// tree is a directory that a build writes into. No file name and no symbolic link can lead outside it.
type tree struct {
	dir     string
	root    *os.Root
	durable bool // files are synced, so that they survive a crash of the machine
	entries entries
}

type entry struct {
	name string
	sum  [sha256.Size]byte
	size int64
}

type entries []entry

func newTree(dir string, durable bool) (*tree, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the output directory: %w", err)
	}
	return &tree{dir: dir, root: root, durable: durable}, nil
}

func (t *tree) close() { _ = t.root.Close() }

// write creates a new file.
func (t *tree) write(name string, content []byte) error {
	if err := t.root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("make the directory of %s: %w", name, err)
	}
	file, err := t.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := writeAndClose(file, content, t.durable); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	t.entries = append(t.entries, entry{name: filepath.ToSlash(name), sum: sha256.Sum256(content), size: int64(len(content))})
	return nil
}

// has reports whether the build has written the file.
func (t *tree) has(name string) bool {
	return slices.ContainsFunc(t.entries, func(e entry) bool { return e.name == name })
}

// sync makes the file names durable. The contents are synced already.
func (t *tree) sync() error {
	if !t.durable {
		return nil
	}
	return filepath.WalkDir(t.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return SyncDir(path)
	})
}

func (t *tree) release(built time.Time) Release {
	digest := t.entries.digest()
	release := Release{
		ID: built.Format("20060102T150405Z") + "-" + digest[:12], Files: len(t.entries), Digest: digest, Built: built,
	}
	for _, e := range t.entries {
		release.Bytes += e.size
	}
	return release
}

// scan reads a directory and returns the entries that a build of it would have.
func scan(dir string) (entries, error) {
	var found entries
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		found = append(found, entry{name: filepath.ToSlash(name), sum: sha256.Sum256(content), size: int64(len(content))})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the release: %w", err)
	}
	return found, nil
}

func (e entries) digest() string {
	sorted := slices.SortedFunc(slices.Values(e), func(a, b entry) int { return cmp.Compare(a.name, b.name) })
	hash := sha256.New()
	for _, file := range sorted {
		fmt.Fprintf(hash, "%x  %s\n", file.sum, file.name)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

func writeFile(name string, content []byte) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	return writeAndClose(file, content, true)
}

func writeAndClose(file *os.File, content []byte, durable bool) error {
	_, err := file.Write(content)
	if err == nil && durable {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// SyncDir makes the names in the folder durable. Windows cannot sync a folder.
func SyncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("open %s: %w", dir, err)
	}
	if err := errors.Join(d.Sync(), d.Close()); err != nil {
		return fmt.Errorf("write %s to disk: %w", dir, err)
	}
	return nil
}
