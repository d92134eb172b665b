// Package site publishes to IGNY8's own renderer: a release is an immutable build of static files that goes live by one atomic switch
// and can be rolled back. Which release is live is said by the switch itself, not by a row: a crash between the two cannot make
// them disagree. It is a Publisher of package publish and keeps the rows of releases; package renderer writes the files.
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

// Needs are the services that releases stand on, and what the environment decides.
type Needs struct {
	DB      *database.DB
	Sites   *sites.Service
	Builder *sitebuilder.Service
	Images  *images.Service
	Writer  *writer.Service
	Publish *publish.Service

	Dir       string // releases of all sites, a folder each
	SecretKey []byte // signs the addresses of previews
}

// Service builds releases and lets them go live.
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

// Kind is the kind of destination that is built here.
func (s *Service) Kind() string { return "renderer" }

// Destination returns the site's own renderer. It has no id before the first publish, which makes its row.
func (s *Service) Destination(ctx context.Context, siteID string) (publish.Destination, error) {
	return s.Publish.Find(ctx, s.own(siteID))
}

func (s *Service) own(siteID string) publish.NewDestination {
	return publish.NewDestination{SiteID: siteID, Kind: s.Kind(), Name: "IGNY8 renderer"}
}

// Live returns the build that visitors see, empty if there is none.
func (s *Service) Live(_ context.Context, d publish.Destination) (string, error) {
	return renderer.Live(s.root(d.SiteID))
}

// Preflight says what publishing the site here would change.
func (s *Service) Preflight(ctx context.Context, siteID string) (publish.Preflight, error) {
	d, err := s.Destination(ctx, siteID)
	if err != nil {
		return publish.Preflight{}, err
	}
	return s.Publish.Preflight(ctx, d)
}

// StartBuild queues a run that makes a release of what is approved. It does not go live. It refuses as StartPublish does.
func (s *Service) StartBuild(ctx context.Context, siteID string) (runs.Run, error) {
	return s.start(ctx, siteID, false)
}

// StartPublish queues a run that builds what is approved and lets it go live. While a run of the site has not ended, it refuses with *runs.Underway.
func (s *Service) StartPublish(ctx context.Context, siteID string) (runs.Run, error) {
	return s.start(ctx, siteID, true)
}

func (s *Service) start(ctx context.Context, siteID string, live bool) (runs.Run, error) {
	d, err := s.Publish.Ensure(ctx, s.own(siteID))
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

// Serves says whether the host is that of a site with a live release: its id is the first label.
func (s *Service) Serves(host string) bool {
	id, _, _ := strings.Cut(host, ".")
	if _, err := uuid.Parse(id); err != nil {
		return false
	}
	build, err := renderer.Live(s.root(id))
	return err == nil && build != ""
}

// root is the folder of the site's releases. Site ids are ours, so they cannot lead out of the directory.
func (s *Service) root(siteID string) string { return filepath.Join(s.Dir, siteID) }

func (s *Service) dirOf(siteID, build string) string {
	return filepath.Join(s.root(siteID), "releases", build, "site")
}
