package renderer

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"igny8/app/fault"
)

const (
	releasesDir      = "releases"
	siteDir          = "site"
	manifestName     = "release.json"
	unfinishedPrefix = ".building-"
)

// LiveName is the symbolic link below the root of a site to the release that visitors see.
const LiveName = "live"

var releaseID = regexp.MustCompile(`^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}$`)

// Release is one finished build.
type Release struct {
	// ID is the build time and the beginning of the digest: ids sort by time.
	ID string `json:"id"`
	// Dir holds the files as they are served.
	Dir   string `json:"-"`
	Pages int    `json:"pages"`
	Files int    `json:"files"`
	Bytes int64  `json:"bytes"`
	// Digest is the SHA-256 over the names and contents of all files.
	Digest string    `json:"digest"`
	Built  time.Time `json:"built"`
	// Unlinked lists the links to pages that are not in the release. Their text stays.
	Unlinked []Unlinked `json:"unlinked"`
}

// Unlinked is a link that was removed: the page that it was on and its target.
type Unlinked struct {
	Path string `json:"path"`
	Href string `json:"href"`
}

// Activate makes the release live. Visitors see the old release or the new one, never a mixture. Its files get the time of
// the switch: otherwise a web server that compares only times would continue to show the newer page after a rollback.
func Activate(root, id string) error {
	release, err := read(root, id)
	if err != nil {
		return err
	}
	if err := touch(release.Dir, time.Now()); err != nil {
		return fmt.Errorf("date the release: %w", err)
	}
	next := filepath.Join(root, "."+LiveName+"-"+rand.Text())
	if err := os.Symlink(Target(id), next); err != nil {
		return fmt.Errorf("point at the release: %w", err)
	}
	if err := os.Rename(next, filepath.Join(root, LiveName)); err != nil {
		return errors.Join(fmt.Errorf("switch to the release: %w", err), os.Remove(next))
	}
	return SyncDir(root)
}

func touch(dir string, at time.Time) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		return os.Chtimes(path, at, at)
	})
}

// Live returns the id of the live release, or "".
func Live(root string) (string, error) {
	target, err := os.Readlink(filepath.Join(root, LiveName))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read the live release: %w", err)
	}
	id := filepath.Base(filepath.Dir(target))
	if !releaseID.MatchString(id) {
		return "", fmt.Errorf("the live link points at %q, which is no release", target)
	}
	return id, nil
}

// Verify returns a fault if the files of the release are not those that were built.
func Verify(root, id string) error {
	release, err := read(root, id)
	if err != nil {
		return err
	}
	found, err := scan(release.Dir)
	if err != nil {
		return err
	}
	if found.digest() != release.Digest {
		return fault.New(fault.Conflict, "The files of release %s were changed after it was built. Build the site again.", id)
	}
	return nil
}

// Folder returns the folder of a release with its description and its files.
func Folder(root, id string) string { return filepath.Join(root, releasesDir, id) }

// Target returns where the link of a site points when the release is live.
func Target(id string) string { return filepath.Join(releasesDir, id, siteDir) }

// Whole reports whether the release is there and its manifest can be read. A release is moved into its place when it is finished.
func Whole(root, id string) (bool, error) {
	_, err := read(root, id)
	var disk *fs.PathError
	if errors.As(err, &disk) {
		return false, err
	}
	return err == nil, nil
}

func read(root, id string) (Release, error) {
	if !releaseID.MatchString(id) {
		return Release{}, fault.Missing("release")
	}
	dir := Folder(root, id)
	manifest, err := os.ReadFile(filepath.Join(dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return Release{}, fault.Missing("release")
	}
	if err != nil {
		return Release{}, fmt.Errorf("read the release: %w", err)
	}
	release := Release{Dir: filepath.Join(dir, siteDir)}
	if err := json.Unmarshal(manifest, &release); err != nil {
		return Release{}, fmt.Errorf("read the release %s: %w", id, err)
	}
	return release, nil
}

// finish writes the manifest and renames the directory of the build to the id. If the same release exists already, the first
// one stays.
func (r Release) finish(root, dir string) error {
	manifest, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("describe the release: %w", err)
	}
	if err := writeFile(filepath.Join(dir, manifestName), manifest); err != nil {
		return fmt.Errorf("describe the release: %w", err)
	}
	if err := SyncDir(dir); err != nil {
		return err
	}
	place := Folder(root, r.ID)
	if err := os.Rename(dir, place); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("finish the release: %w", err)
	}
	return SyncDir(filepath.Dir(place))
}

func isUnfinished(name string) bool { return strings.HasPrefix(name, unfinishedPrefix) }
