package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"igny8/app/database"
	"igny8/app/images"
	"igny8/app/publish/renderer"
	"igny8/app/publish/site"
	"igny8/app/sites"
	"igny8/app/tenancy"
)

// namedAtMost is how many missing things are named. The others are counted.
const namedAtMost = 20

// Missing is what rows name and the disk does not hold, such as after a database was copied without its files.
type Missing struct {
	Live     []string `json:"live,omitempty"` // the sites, with the releases that visitors should see
	Releases int64    `json:"releases"`       // all, those that are not live included
	Pictures int64    `json:"pictures"`       // files
	Files    []string `json:"files,omitempty"`
}

// Any reports whether something is missing.
func (m Missing) Any() bool { return m.Releases > 0 || m.Pictures > 0 }

// Lines says what is missing, for an operator.
func (m Missing) Lines() []string {
	var all []string
	for _, live := range m.Live {
		all = append(all, "visitors should see "+live+", but its files are missing")
	}
	if rest := m.Releases - int64(len(m.Live)); rest > 0 {
		all = append(all, fmt.Sprintf("the files of %d releases that are not live are missing", rest))
	}
	if m.Pictures > 0 {
		all = append(all, fmt.Sprintf("%d files of pictures are missing", m.Pictures))
	}
	if len(all) > 0 {
		all = append(all, "such as "+strings.Join(m.Files, ", "))
	}
	return all
}

func (m *Missing) name(file string) {
	if len(m.Files) < namedAtMost {
		m.Files = append(m.Files, file)
	}
}

// Missing compares the rows with the files on the disk.
func (s *Service) Missing(ctx context.Context) (Missing, error) {
	ctx = tenancy.System(ctx, "say which files are missing")
	var m Missing
	err := s.DB.Snapshot(ctx, func(snapshot *database.Snapshot) error {
		var err error
		m, err = s.missing(snapshot)
		return err
	})
	return m, err
}

func (s *Service) missing(snapshot *database.Snapshot) (Missing, error) {
	var m Missing
	live, err := s.missingReleases(snapshot, &m)
	if err != nil {
		return m, err
	}
	if err := s.nameLive(snapshot, &m, live); err != nil {
		return m, err
	}
	return m, images.EachNamed(snapshot.Tx(), func(key string) error {
		_, err := os.Stat(filepath.Join(s.PicturesDir, filepath.FromSlash(key)))
		if errors.Is(err, fs.ErrNotExist) {
			m.Pictures++
			m.name(filepath.Join(s.PicturesDir, filepath.FromSlash(key)))
			return nil
		}
		return err
	})
}

// missingReleases counts the releases without files and returns those of them that should be live.
func (s *Service) missingReleases(snapshot *database.Snapshot, m *Missing) (live []site.Release, err error) {
	var last, gone *site.Release // of the current site: the newest activation, and the same if its files are missing
	next := func() {
		if gone != nil {
			live = append(live, *gone)
		}
		last, gone = nil, nil
	}
	err = site.EachRelease(snapshot.Tx(), func(r site.Release) error {
		if last != nil && last.SiteID != r.SiteID {
			next()
		}
		root := filepath.Join(s.SitesDir, r.SiteID)
		whole, err := renderer.Whole(root, r.Build)
		if err != nil {
			return err
		}
		if !whole {
			m.Releases++
			m.name(renderer.Folder(root, r.Build))
		}
		if last == nil || laterActivated(r, *last) {
			last, gone = &r, nil
			if !whole && r.ActivatedAt != nil {
				gone = &r
			}
		}
		return nil
	})
	next()
	return live, err
}

func laterActivated(r, than site.Release) bool {
	return r.ActivatedAt != nil && (than.ActivatedAt == nil || !r.ActivatedAt.Before(*than.ActivatedAt))
}

func (s *Service) nameLive(snapshot *database.Snapshot, m *Missing, live []site.Release) error {
	for _, r := range live {
		var names []string
		if err := snapshot.Tx().Model(&sites.Site{}).Where("id = ?", r.SiteID).Pluck("name", &names).Error; err != nil {
			return fmt.Errorf("read the name of a site: %w", err)
		}
		if len(names) > 0 { // it is not in the trash
			m.Live = append(m.Live, fmt.Sprintf("release %d of %s (site %s)", r.Number, names[0], r.SiteID))
		}
	}
	return nil
}
