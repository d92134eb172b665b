// Package site publishes to IGNY8's own renderer. A release is an immutable build of static files. It goes live by one
// atomic switch and can be rolled back. The switch itself, not a row, says which release is live, so that the two cannot
// disagree after a crash. The package is a Publisher of package publish and owns the rows of releases; package renderer
// writes the files.
package site

import (
	"context"
	"crypto/hkdf"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/images"
	"igny8/app/publish"
	"igny8/app/publish/renderer"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/writer"
)

// Needs are the services that releases use, and settings from the environment.
type Needs struct {
	DB      *database.DB
	Sites   *sites.Service
	Builder *sitebuilder.Service
	Images  *images.Service
	Writer  *writer.Service
	Publish *publish.Service

	Dir       string // releases of all sites, one folder per site
	SecretKey []byte // signs the addresses of previews
}

// Service builds releases and makes them live.
type Service struct {
	Needs
	previewKey []byte
}

// New returns the service and registers it as a publisher.
func New(n Needs) (*Service, error) {
	key, err := hkdf.Key(sha256.New, n.SecretKey, nil, "igny8 preview", 32)
	if err != nil {
		return nil, fmt.Errorf("preview key: %w", err)
	}
	s := &Service{Needs: n, previewKey: key}
	n.Publish.Register(s)
	return s, nil
}

// Kind returns the kind of destination that this package publishes to.
func (s *Service) Kind() string { return "renderer" }

// Destination returns the site's own renderer. It has no id before the first publish, which creates its row.
func (s *Service) Destination(ctx context.Context, siteID string) (publish.Destination, error) {
	return s.Publish.Find(ctx, s.newDestination(siteID))
}

func (s *Service) newDestination(siteID string) publish.NewDestination {
	return publish.NewDestination{SiteID: siteID, Kind: s.Kind(), Name: "IGNY8 renderer"}
}

// Live returns the build that visitors see, or "".
func (s *Service) Live(_ context.Context, d publish.Destination) (string, error) {
	return renderer.Live(s.root(d.SiteID))
}

// Preflight returns what publishing the site here would change.
func (s *Service) Preflight(ctx context.Context, siteID string) (publish.Preflight, error) {
	st, err := s.Publish.Standing(ctx, siteID)
	if err != nil {
		return publish.Preflight{}, err
	}
	return s.PreflightOf(ctx, st)
}

// PreflightOf is Preflight of a site whose standing is known.
func (s *Service) PreflightOf(ctx context.Context, st publish.Standing) (publish.Preflight, error) {
	return s.Publish.Preflight(ctx, st.Find(s.newDestination(st.SiteID)), st.Approved)
}

// StartBuild queues a run that makes a release of what is approved. The release does not go live. It refuses as StartPublish
// does.
func (s *Service) StartBuild(ctx context.Context, siteID string) (runs.Run, error) {
	return s.start(ctx, siteID, false)
}

// StartPublish queues a run that builds what is approved and makes it live. While a run of the site has not ended, it
// refuses with *runs.Underway.
func (s *Service) StartPublish(ctx context.Context, siteID string) (runs.Run, error) {
	return s.start(ctx, siteID, true)
}

func (s *Service) start(ctx context.Context, siteID string, live bool) (runs.Run, error) {
	d, err := s.Publish.Ensure(ctx, s.newDestination(siteID))
	if err != nil {
		return runs.Run{}, err
	}
	return s.Publish.Start(ctx, d, live)
}

// Remove deletes the site's releases with their files.
func (s *Service) Remove(ctx context.Context, d publish.Destination) error {
	err := s.DB.Tx(ctx, func(tx *gorm.DB) error { return tx.Where("destination_id = ?", d.ID).Delete(&Release{}).Error })
	if err != nil {
		return fmt.Errorf("remove the releases: %w", err)
	}
	if err := os.RemoveAll(s.root(d.SiteID)); err != nil {
		return fmt.Errorf("remove the releases: %w", err)
	}
	return nil
}

// Serves reports whether the host belongs to a site with a live release. The first label of the host is the site's id.
func (s *Service) Serves(host string) bool {
	id, _, _ := strings.Cut(host, ".")
	if _, err := uuid.Parse(id); err != nil {
		return false
	}
	build, err := renderer.Live(s.root(id))
	return err == nil && build != ""
}

// root returns the folder of the site's releases. Site ids are made here, so they cannot lead out of the directory.
func (s *Service) root(siteID string) string { return filepath.Join(s.Dir, siteID) }

func (s *Service) dirOf(siteID, build string) string {
	return filepath.Join(s.root(siteID), "releases", build, "site")
}
