// Package backup writes an installation into one archive and brings it up from one, on either database. The archive is a tar.gz: a head,
// the rows of every table as lines of JSON, the files of pictures and releases, and at the end the contents with their sums. The database
// says which tables there are, so a new table is archived without a word here.
//
// All rows are of one moment, while others write. Files are copied after them: a file is never changed once it is in its place, and one
// that was deleted meanwhile is told as missing. The secret key is not in the archive.
//
// The package refuses an archive that was cut off or changed before it writes anything, and restores only into an empty installation: in
// one transaction, whose commit is the last step.
package backup

import (
	"context"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"github.com/google/uuid"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/publish/renderer"
	"igny8/app/publish/site"
	"igny8/app/tenancy"
)

// Needs are an installation: its database and its folders.
type Needs struct {
	DB          *database.DB
	PicturesDir string
	SitesDir    string
	Program     string   // the version
	Keys        [][]byte // the secret key and the earlier ones, none if there is no key yet
}

// Service makes archives and restores them.
type Service struct{ Needs }

// New returns the service.
func New(n Needs) *Service { return &Service{n} }

// Summary is what an archive holds.
type Summary struct {
	Head
	Tables, Rows, Pictures, Releases, Sites int64
	Missing                                 Missing
}

func summary(h Head, c Contents) Summary {
	s := Summary{Head: h, Releases: c.Releases, Missing: c.Missing}
	for _, p := range c.Parts {
		switch kind, _ := path.Split(p.Name); kind {
		case rowsDir + "/":
			s.Tables, s.Rows = s.Tables+1, s.Rows+p.Rows
		case sitesDir + "/":
			s.Sites++
		default:
			s.Pictures += p.Entries
		}
	}
	return s
}

// ToFile writes the archive into a new file, which is there only once it is whole and on the disk.
func (s *Service) ToFile(ctx context.Context, name string) (sum Summary, err error) {
	if _, err := os.Lstat(name); err == nil {
		return sum, fault.New(fault.Conflict, "%s exists already. Nothing was written; name a new file.", name)
	}
	next := name + ".part"
	file, err := os.OpenFile(next, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return sum, fault.New(fault.Conflict, "%s exists: another backup writes it at this moment, or one was killed. If none runs, delete it.", next)
	}
	if err != nil {
		return sum, fmt.Errorf("backup: %w", err)
	}
	if sum, err = s.To(ctx, file); err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(next, name)
	}
	if err != nil {
		return sum, errors.Join(err, os.Remove(next))
	}
	return sum, renderer.SyncDir(filepath.Dir(name))
}

// To writes the archive.
func (s *Service) To(ctx context.Context, to io.Writer) (sum Summary, err error) {
	ctx = tenancy.System(ctx, "archive the rows of all accounts")
	live, err := s.liveLinks()
	if err != nil {
		return sum, fmt.Errorf("backup: %w", err)
	}
	err = s.DB.Snapshot(ctx, func(snapshot *database.Snapshot) error {
		if snapshot.Migration == 0 {
			return fault.New(fault.NotFound, "The database has no tables: there is nothing to back up.")
		}
		sum, err = s.archive(ctx, snapshot, live, to)
		return err
	})
	if err != nil {
		return sum, fmt.Errorf("backup: %w", err)
	}
	return sum, nil
}

func (s *Service) archive(ctx context.Context, snapshot *database.Snapshot, live map[string]string, to io.Writer) (sum Summary, err error) {
	tables := slices.DeleteFunc(slices.Clone(snapshot.Tables), func(t database.Table) bool { return LeavesOut(t.Name) })
	head := Head{
		Format: format, Program: s.Program, Migration: snapshot.Migration, Database: "sqlite", Tables: tables,
		MadeAt: time.Now().UTC().Truncate(time.Second),
	}
	if s.DB.Postgres() {
		head.Database = "postgres"
	}
	if len(s.Keys) > 0 {
		if head.Key, err = fingerprint(s.Keys[0]); err != nil {
			return sum, err
		}
	}
	w, err := newWriter(to, head)
	if err != nil {
		return sum, err
	}
	for _, t := range tables {
		if err := w.addRows(ctx, snapshot, t); err != nil {
			return sum, err
		}
	}
	if err := w.addTree(ctx, picturesDir, s.PicturesDir, ""); err != nil {
		return sum, err
	}
	releases, err := s.addReleases(ctx, w, snapshot, live)
	if err != nil {
		return sum, err
	}
	missing, err := s.missing(snapshot)
	if err != nil {
		return sum, err
	}
	contents, err := w.end(Contents{Releases: releases, Missing: missing})
	return summary(head, contents), err
}

// addReleases writes the releases that the rows name, and for each site the link to the live one. live are the links before the snapshot.
func (s *Service) addReleases(
	ctx context.Context, w *writer, snapshot *database.Snapshot, live map[string]string,
) (releases int64, err error) {
	var builds []site.Release // of the current site, those that are there
	link := func() error {
		if len(builds) == 0 {
			return nil
		}
		id := builds[0].SiteID
		now, err := renderer.Live(filepath.Join(s.SitesDir, id))
		if err != nil {
			return err
		}
		if build := liveBuild(builds, live[id], now); build != "" {
			return w.link(path.Join(sitesDir, id, renderer.LiveName), filepath.ToSlash(renderer.Target(build)))
		}
		return nil
	}
	err = site.EachRelease(snapshot.Tx(), func(r site.Release) error {
		if len(builds) > 0 && builds[0].SiteID != r.SiteID {
			if err := link(); err != nil {
				return err
			}
			builds = nil
		}
		whole, err := renderer.Whole(filepath.Join(s.SitesDir, r.SiteID), r.Build)
		if err != nil || !whole {
			return err
		}
		builds = append(builds, r)
		releases++
		return w.addTree(ctx, sitesDir, s.SitesDir, renderer.Folder(r.SiteID, r.Build))
	})
	return releases, errors.Join(err, link())
}

// liveLinks returns the live build of each site.
func (s *Service) liveLinks() (map[string]string, error) {
	found := map[string]string{}
	entries, err := os.ReadDir(s.SitesDir)
	if errors.Is(err, fs.ErrNotExist) {
		return found, nil
	}
	for _, e := range entries {
		if _, other := uuid.Parse(e.Name()); other != nil || !e.IsDir() {
			continue // such as lost+found
		}
		build, failed := renderer.Live(filepath.Join(s.SitesDir, e.Name()))
		err = errors.Join(err, failed)
		found[e.Name()] = build
	}
	return found, err
}

// liveBuild returns the build that was live when the rows were read, or "". The link was read before and after that; if it was switched in
// between, the rows know which of the two was activated last.
func liveBuild(builds []site.Release, before, after string) string {
	var found *site.Release
	for i, r := range builds {
		if r.Build != before && r.Build != after {
			continue
		}
		if found == nil || laterActivated(r, *found) {
			found = &builds[i]
		}
	}
	if found == nil {
		return ""
	}
	return found.Build
}

// fingerprint tells keys apart and does not tell the key.
func fingerprint(key []byte) (string, error) {
	sum, err := hkdf.Key(sha256.New, key, nil, "igny8 backup", 8)
	return hex.EncodeToString(sum), err
}

// Opens reports whether the secret key here opens what is sealed in the archive.
func (s *Service) Opens(h Head) bool {
	return slices.ContainsFunc(s.Keys, func(key []byte) bool {
		own, err := fingerprint(key)
		return err == nil && own == h.Key
	})
}
