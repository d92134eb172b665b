// Package publish brings approved content to where readers find it. For the IGNY8 renderer that is a release: an immutable
// build that goes live by one atomic switch and can be rolled back. Which release is live is said by the switch itself, not by
// a row: a crash between the two cannot make them disagree.
package publish

import (
	"crypto/hkdf"
	"crypto/sha256"
	"fmt"
	"path/filepath"

	"igny8/app/database"
	"igny8/app/gates"
	"igny8/app/images"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/writer"
)

// Service publishes sites.
type Service struct {
	db      *database.DB
	sites   *sites.Service
	pages   *pages.Service
	planner *planner.Service
	builder *sitebuilder.Service
	images  *images.Service
	writer  *writer.Service
	dir     string
	preview []byte

	preflights preflights
}

// Needs are the modules that publishing stands on, and what the environment decides.
type Needs struct {
	DB        *database.DB
	Sites     *sites.Service
	Pages     *pages.Service
	Planner   *planner.Service
	Builder   *sitebuilder.Service
	Images    *images.Service
	Writer    *writer.Service
	Dir       string // releases of all sites, a folder each
	SecretKey []byte // signs the addresses of previews
}

// New makes the Service.
func New(n Needs) (*Service, error) {
	key, err := hkdf.Key(sha256.New, n.SecretKey, nil, "igny8 preview", 32)
	if err != nil {
		return nil, fmt.Errorf("preview key: %w", err)
	}
	s := &Service{
		db: n.DB, sites: n.Sites, pages: n.Pages, planner: n.Planner, builder: n.Builder, images: n.Images, writer: n.Writer, dir: n.Dir, preview: key,
	}
	s.sites.ComputeStage(gates.Publish, s.computeGate)
	return s, nil
}

// root is the folder of the site's releases. Site ids are ours, so they cannot lead out of the directory.
func (s *Service) root(siteID string) string { return filepath.Join(s.dir, siteID) }
