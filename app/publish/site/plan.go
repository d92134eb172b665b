package site

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"igny8/app/publish"
	"igny8/app/publish/renderer"
)

// Plan builds the snapshot in a temporary place and compares it with the live files.
func (s *Service) Plan(ctx context.Context, d publish.Destination, snapshot publish.Snapshot) (p publish.Preflight, err error) {
	live, err := renderer.Live(s.root(d.SiteID))
	if err != nil {
		return p, err
	}
	dir, err := os.MkdirTemp("", "igny8-preflight-")
	if err != nil {
		return p, fmt.Errorf("begin a preflight: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	built, err := renderer.Export(ctx, dir, s.rendering(snapshot, ""))
	if err != nil {
		return p, err
	}
	for _, u := range built.Unlinked {
		p.Unlinked = append(p.Unlinked, publish.Unlinked(u))
	}
	problems, err := renderer.Check(dir)
	if err != nil {
		return p, err
	}
	for _, found := range problems {
		p.Problems = append(p.Problems, publish.Problem{Where: found.File, Message: found.Message})
	}
	before := ""
	if live != "" {
		before = s.dirOf(d.SiteID, live)
	}
	p.Changes, err = compare(before, dir)
	return p, err
}

// compare lists the pages that differ between the files of two builds. before may be empty.
func compare(before, after string) ([]publish.Change, error) {
	is, err := files(after)
	if err != nil {
		return nil, err
	}
	was := map[string]string{}
	if before != "" {
		if was, err = files(before); err != nil {
			return nil, err
		}
	}
	var changes []publish.Change
	add := func(file, kind string) {
		if strings.HasSuffix(file, "/index.html") {
			changes = append(changes, publish.Change{Path: strings.TrimSuffix(file, "index.html"), Kind: kind})
		}
	}
	for file, digest := range is {
		switch was[file] {
		case digest:
		case "":
			add(file, "new")
		default:
			add(file, "changed")
		}
	}
	for file := range was {
		if is[file] == "" {
			add(file, "removed")
		}
	}
	slices.SortFunc(changes, func(a, b publish.Change) int { return strings.Compare(a.Path, b.Path) })
	return changes, nil
}

// files returns the digests of the files below dir, by their path from dir with a leading slash.
func files(dir string) (map[string]string, error) {
	digests := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		name, err := filepath.Rel(dir, path)
		digests["/"+filepath.ToSlash(name)] = hex.EncodeToString(sum[:])
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return digests, err
}
