package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/pages"
	"igny8/app/publish/renderer"
	"igny8/app/tenancy"
	"igny8/app/writer"
)

// Destination is where a site is published.
type Destination struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Kind      string
	Name      string
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Renderer is the kind of destination that builds static files here.
const Renderer = "renderer"

// Release is one immutable build of a site.
type Release struct {
	ID            string
	AccountID     string `gorm:"<-:create"`
	SiteID        string `gorm:"<-:create"`
	DestinationID string
	Number        int64
	Build         string // the renderer's name of it
	Digest        string
	PageCount     int64
	FileCount     int64
	Bytes         int64
	Contents      []Shown `gorm:"serializer:json"`
	UserID        string
	ActivatedAt   *time.Time
	CreatedAt     time.Time
	Live          bool `gorm:"-"`
}

// Shown is a content as a release shows it.
type Shown struct {
	ContentID string `json:"content_id"`
	Revision  int64  `json:"revision"`
	Path      string `json:"path"`
}

// Build makes a release of what is approved. It does not go live. A site that has not changed since its last release gets
// that release again. It is refused until the Writer's gate is passed.
func (s *Service) Build(ctx context.Context, siteID string) (Release, error) {
	if err := s.enter(ctx, siteID); err != nil {
		return Release{}, err
	}
	shot, err := s.snapshot(ctx, siteID, "")
	if err != nil {
		return Release{}, err
	}
	built, err := renderer.Build(ctx, s.root(siteID), shot.site)
	if err != nil {
		return Release{}, err
	}
	problems, err := renderer.Check(built.Dir)
	if err != nil {
		return Release{}, err
	}
	if len(problems) > 0 {
		return Release{}, fault.New(fault.Conflict, "The site cannot be published as it is: %s (%s).", problems[0].Message, problems[0].File)
	}
	return s.record(ctx, siteID, built, shot.contents)
}

// enter refuses publishing until the Writer's gate is passed, and remembers that it was.
func (s *Service) enter(ctx context.Context, siteID string) error {
	g, err := s.writer.Gate(ctx, siteID)
	if err != nil {
		return err
	}
	return s.sites.Enter(ctx, siteID, g)
}

// record writes the release and what it shows. Two builds at once get numbers one after the other.
func (s *Service) record(ctx context.Context, siteID string, built renderer.Release, contents []writer.Publishable) (Release, error) {
	var release Release
	write := func(tx *gorm.DB) error {
		release = Release{} // a try before may have filled it, and what is filled would be looked for
		err := tx.Where("site_id = ? AND build = ?", siteID, built.ID).Take(&release).Error
		if err == nil || !errors.Is(err, gorm.ErrRecordNotFound) {
			return err
		}
		destination, err := destination(tx, siteID)
		if err != nil {
			return err
		}
		var last int64
		if err := tx.Model(&Release{}).Where("site_id = ?", siteID).Select("COALESCE(MAX(number), 0)").Scan(&last).Error; err != nil {
			return err
		}
		release = Release{
			ID: database.NewID(), SiteID: siteID, DestinationID: destination.ID, Number: last + 1, Build: built.ID, Digest: built.Digest,
			PageCount: int64(built.Pages), FileCount: int64(built.Files), Bytes: built.Bytes, UserID: tenancy.User(ctx), Contents: shown(contents),
		}
		if err := tx.Create(&release).Error; err != nil {
			return err
		}
		return s.sites.SetStage(tx, siteID, gates.Publish)
	}
	err := s.db.Tx(ctx, write)
	for range 3 {
		if !errors.Is(err, gorm.ErrDuplicatedKey) {
			break
		}
		err = s.db.Tx(ctx, write)
	}
	if err != nil {
		return release, fmt.Errorf("record release: %w", err)
	}
	return release, s.live(&release)
}

// destination is the site's own renderer, made on first use.
func destination(tx *gorm.DB, siteID string) (Destination, error) {
	var d Destination
	err := tx.Where("site_id = ? AND kind = ?", siteID, Renderer).Take(&d).Error
	if err == nil || !errors.Is(err, gorm.ErrRecordNotFound) {
		return d, err
	}
	d = Destination{ID: database.NewID(), SiteID: siteID, Kind: Renderer, Name: "IGNY8 renderer"}
	return d, tx.Create(&d).Error
}

func shown(contents []writer.Publishable) []Shown {
	list := make([]Shown, len(contents))
	for i, c := range contents {
		list[i] = Shown{ContentID: c.Content.ID, Revision: *c.Content.ApprovedRevision, Path: c.Page.Path}
	}
	return list
}

func (s *Service) live(r *Release) error {
	build, err := renderer.Live(s.root(r.SiteID))
	r.Live = build == r.Build
	return err
}

// Releases are the releases of the site, the newest first.
func (s *Service) Releases(ctx context.Context, siteID string) ([]Release, error) {
	if _, err := s.sites.Get(ctx, siteID); err != nil {
		return nil, err
	}
	return s.releases(s.db.Read(ctx), siteID)
}

func (s *Service) releases(db *gorm.DB, siteID string) ([]Release, error) {
	var list []Release
	if err := db.Where("site_id = ?", siteID).Order("number DESC").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list releases: %w", err)
	}
	return list, s.mark(siteID, list)
}

// mark sets Live on the release of the site that visitors see.
func (s *Service) mark(siteID string, list []Release) error {
	build, err := renderer.Live(s.root(siteID))
	for i := range list {
		list[i].Live = list[i].Build == build
	}
	return err
}

// ReleasePage is one page of Releases, for the API.
func (s *Service) ReleasePage(ctx context.Context, siteID string, limit int, cursor string) (database.Page[Release], error) {
	if _, err := s.sites.Get(ctx, siteID); err != nil {
		return database.Page[Release]{}, err
	}
	page, err := database.List(s.db.Read(ctx).Where("site_id = ?", siteID), database.Order{Column: "number", Falling: true}, limit, cursor,
		func(r Release) database.Position { return database.Position{Value: r.Number, ID: r.ID} })
	if err != nil {
		return page, err
	}
	return page, s.mark(siteID, page.Items)
}

// Release is the release with the id.
func (s *Service) Release(ctx context.Context, id string) (Release, error) {
	r, err := database.One[Release](s.db.Read(ctx), "release", id)
	if err != nil {
		return r, err
	}
	return r, s.live(&r)
}

// Activate lets the release go live, or rolls back to it. It is verified first: what goes live is what was built.
func (s *Service) Activate(ctx context.Context, id string) (Release, error) {
	return s.activate(ctx, id, nil)
}

// activate is Activate for somebody who saw the build live that seen names, nil if that does not matter. The rows are written
// before the switch, and all of it under the lock of the destination: of two at once one is second and finds what the first did.
func (s *Service) activate(ctx context.Context, id string, seen *string) (Release, error) {
	r, err := s.Release(ctx, id)
	if err != nil {
		return r, err
	}
	if err := renderer.Verify(s.root(r.SiteID), r.Build); err != nil {
		return r, err
	}
	if err := s.writer.RefuseOutlines(ctx, r.revisions()); err != nil {
		return r, err
	}
	now := database.Now()
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := pages.Locked(tx.Where("site_id = ?", r.SiteID)); err != nil {
			return err
		}
		if err := database.Locked(tx).Take(&Destination{}, "id = ?", r.DestinationID).Error; err != nil {
			return err
		}
		if err := s.unmoved(r, seen); err != nil {
			return err
		}
		if err := tx.Model(&Release{ID: r.ID}).Update("activated_at", now).Error; err != nil {
			return err
		}
		if err := publish(tx, r); err != nil {
			return err
		}
		if err := writer.MarkPublished(tx, r.SiteID, r.revisions()); err != nil {
			return err
		}
		if err := s.sites.SetStage(tx, r.SiteID, gates.Publish); err != nil {
			return err
		}
		return renderer.Activate(s.root(r.SiteID), r.Build)
	})
	if err != nil {
		return r, fmt.Errorf("activate release: %w", err)
	}
	r.Live, r.ActivatedAt = true, &now
	return r, nil
}

// unmoved refuses to replace what somebody else let go live meanwhile.
func (s *Service) unmoved(r Release, seen *string) error {
	live, err := renderer.Live(s.root(r.SiteID))
	if err != nil || seen == nil || live == *seen || live == r.Build {
		return err
	}
	return fault.New(fault.Conflict, "Somebody else published this site a moment ago. Release %d is built and kept; look at what is live now before you let it go live.", r.Number)
}

// revisions are what the release shows, by content.
func (r Release) revisions() map[string]int64 {
	list := make(map[string]int64, len(r.Contents))
	for _, c := range r.Contents {
		list[c.ContentID] = c.Revision
	}
	return list
}

// Publish builds what is approved and lets it go live, unless somebody else does so meanwhile.
func (s *Service) Publish(ctx context.Context, siteID string) (Release, error) {
	if _, err := s.sites.Get(ctx, siteID); err != nil {
		return Release{}, err
	}
	seen, err := renderer.Live(s.root(siteID))
	if err != nil {
		return Release{}, err
	}
	r, err := s.Build(ctx, siteID)
	if err != nil {
		return r, err
	}
	return s.activate(ctx, r.ID, &seen)
}

// DeleteNamed deletes the site, as DeleteSite does, for a person who has typed its name. Another name is a fault of the field "name", and nothing is deleted.
func (s *Service) DeleteNamed(ctx context.Context, siteID, name string) error {
	site, err := s.sites.Get(ctx, siteID)
	if err != nil {
		return err
	}
	var f fault.Fields
	f.Check(strings.TrimSpace(name) == site.Name, "name", "Type the name of the site as it is written above: %s", site.Name)
	if err := f.Err(); err != nil {
		return err
	}
	return s.DeleteSite(ctx, siteID)
}

// DeleteSite deletes a site with everything that belongs to it, what readers see included.
func (s *Service) DeleteSite(ctx context.Context, siteID string) error {
	forget, err := s.images.Forget(ctx, siteID)
	if err != nil {
		return err
	}
	if err := s.sites.Delete(ctx, siteID); err != nil {
		return err
	}
	forget()
	if err := os.RemoveAll(s.root(siteID)); err != nil {
		return fmt.Errorf("remove the releases of a deleted site: %w", err)
	}
	return nil
}

// Export writes the site as plain files into dir, which must be new or empty.
func (s *Service) Export(ctx context.Context, siteID, dir, origin string) (renderer.Release, error) {
	if err := s.enter(ctx, siteID); err != nil {
		return renderer.Release{}, err
	}
	shot, err := s.snapshot(ctx, siteID, origin)
	if err != nil {
		return renderer.Release{}, err
	}
	return exported(ctx, dir, shot.site)
}

// ExportPlan writes a preview of the plan as plain files into dir, which must be new or empty. Nothing of it is meant for readers: every page says
// that it is a plan, and search engines are told to leave all of it out.
func (s *Service) ExportPlan(ctx context.Context, siteID, dir, origin string) (renderer.Release, error) {
	site, err := s.planned(ctx, siteID, origin)
	if err != nil {
		return renderer.Release{}, err
	}
	return exported(ctx, dir, site)
}

func exported(ctx context.Context, dir string, site renderer.Site) (renderer.Release, error) {
	built, err := renderer.Export(ctx, dir, site)
	if err != nil {
		return built, err
	}
	problems, err := renderer.Check(dir)
	if err != nil {
		return built, err
	}
	if len(problems) > 0 {
		return built, fmt.Errorf("the site is not complete: %s: %s", problems[0].File, problems[0].Message)
	}
	return built, nil
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
