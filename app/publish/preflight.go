package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"igny8/app/gates"
	"igny8/app/publish/renderer"
)

// Preflight is what a publish would do, told before it does it.
type Preflight struct {
	Changes  []Change
	Problems []renderer.Problem // any of them holds the publish back
	Unlinked []renderer.Unlinked
	First    bool // nothing is live yet
	Domain   string
}

// Change is what happens to one address.
type Change struct {
	Path string
	Kind string // new, changed, removed
}

// Preflight builds the site without letting it go live and compares it with what is.
func (s *Service) Preflight(ctx context.Context, siteID string) (Preflight, error) {
	site, err := s.sites.Get(ctx, siteID)
	if err != nil {
		return Preflight{}, err
	}
	shot, err := s.snapshot(ctx, siteID, "")
	if err != nil {
		return Preflight{}, err
	}
	built, err := renderer.Build(ctx, s.root(siteID), shot.site)
	if err != nil {
		return Preflight{}, err
	}
	p := Preflight{Domain: site.Domain, Unlinked: built.Unlinked}
	if p.Problems, err = renderer.Check(built.Dir); err != nil {
		return p, err
	}
	live, err := renderer.Live(s.root(siteID))
	if err != nil {
		return p, err
	}
	p.First = live == ""
	p.Changes, err = s.compare(siteID, live, built.ID)
	return p, err
}

// compare lists the pages that differ between two builds; before may be empty.
func (s *Service) compare(siteID, before, after string) ([]Change, error) {
	is, err := files(s.dirOf(siteID, after))
	if err != nil {
		return nil, err
	}
	was := map[string]string{}
	if before != "" {
		if was, err = files(s.dirOf(siteID, before)); err != nil {
			return nil, err
		}
	}
	var changes []Change
	add := func(file, kind string) {
		if strings.HasSuffix(file, "/index.html") {
			changes = append(changes, Change{Path: strings.TrimSuffix(file, "index.html"), Kind: kind})
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
	slices.SortFunc(changes, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return changes, nil
}

func (s *Service) dirOf(siteID, build string) string {
	return filepath.Join(s.root(siteID), "releases", build, "site")
}

// files are the digests of the files below dir, by their path from it with a leading slash.
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

// Gate is the last one: the site is live and shows what is approved.
func (s *Service) Gate(ctx context.Context, siteID string) (gates.Gate, error) {
	releases, err := s.Releases(ctx, siteID)
	if err != nil {
		return gates.Gate{}, err
	}
	link := "/app/sites/" + siteID + "/publish"
	live := slices.ContainsFunc(releases, func(r Release) bool { return r.Live })
	waiting, err := s.writer.Waiting(ctx, siteID)
	if err != nil {
		return gates.Gate{}, err
	}
	built := gates.Check{Key: "built", OK: len(releases) > 0, Label: "The site has been built", Link: link}
	online := gates.Check{Key: "live", OK: live, Label: "A release is live", Link: link}
	current := gates.Check{Key: "current", OK: live && waiting == 0, Label: "What is approved is live", Link: link}
	if !built.OK {
		built.Reason = "No release has been built yet."
	}
	if !online.OK {
		online.Reason = "No release is live."
	}
	if !current.OK {
		current.Reason = "Approved pages wait for the next publish."
	}
	return s.sites.Judge(ctx, siteID, gates.Publish, built, online, current)
}
