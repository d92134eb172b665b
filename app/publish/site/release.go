package site

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/publish"
	"igny8/app/publish/renderer"
	"igny8/app/tenancy"
)

// Release is one immutable build of a site.
type Release struct {
	ID            string
	AccountID     string `gorm:"<-:create"`
	SiteID        string `gorm:"<-:create"`
	DestinationID string
	Number        int64
	Build         string // the renderer's id of it
	Digest        string
	PageCount     int64
	FileCount     int64
	Bytes         int64
	Contents      []publish.Shown `gorm:"serializer:json"`
	UserID        string
	ActivatedAt   *time.Time
	CreatedAt     time.Time
	Live          bool `gorm:"-"`
}

// ReleaseRun names the release that a run has made, or has found made by an earlier run.
type ReleaseRun struct {
	ID        string // of the run
	AccountID string `gorm:"<-:create"`
	ReleaseID string
}

// Apply builds the snapshot as a release and checks it. Building the same site again finds the existing release, so an
// interrupted run can begin again. Readers see nothing of it before the switch.
func (s *Service) Apply(ctx context.Context, j publish.Job) (publish.Outcome, error) {
	root := s.root(j.Destination.SiteID)
	seen, err := renderer.Live(root)
	if err != nil {
		return publish.Outcome{}, err
	}
	built, err := renderer.Build(ctx, root, s.rendering(j.Snapshot, ""), func(done, of int) {
		j.Progress(0.9*float64(done)/float64(of), fmt.Sprintf("Building page %d of %d.", done, of))
	})
	if err != nil {
		return publish.Outcome{}, err
	}
	j.Progress(0.95, "Checking the files.")
	problems, err := renderer.Check(built.Dir)
	if err != nil {
		return publish.Outcome{}, err
	}
	if len(problems) > 0 {
		return publish.Outcome{}, fault.New(fault.Conflict, "The site cannot be published as it is: %s (%s).", problems[0].Message, problems[0].File)
	}
	return s.outcome(j, built, seen), nil
}

// outcome says how the release is recorded and how it goes live. seen is the build that was live when the run began.
func (s *Service) outcome(j publish.Job, built renderer.Release, seen string) publish.Outcome {
	o := publish.Outcome{Summary: "The release is built.", Shown: j.Snapshot.Shown()}
	if j.Live {
		o.Summary = "The site is live."
		o.Switch = func() error { return renderer.Activate(s.root(j.Destination.SiteID), built.ID) }
	}
	o.Save = func(ctx context.Context, tx *gorm.DB) error {
		r, err := record(ctx, tx, j, built)
		if err != nil {
			return fmt.Errorf("record release: %w", err)
		}
		if !j.Live {
			return nil
		}
		if err := s.checkStillLive(r, seen); err != nil {
			return err
		}
		return markActivated(tx, r, database.Now())
	}
	return o
}

// record writes the row of the release, unless an earlier run did, and the row that ties it to the run. The caller holds the
// lock of the destination.
func record(ctx context.Context, tx *gorm.DB, j publish.Job, built renderer.Release) (Release, error) {
	var r Release
	err := tx.Where("site_id = ? AND build = ?", j.Destination.SiteID, built.ID).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		r, err = create(ctx, tx, j, built)
	}
	if err != nil {
		return r, err
	}
	return r, tx.Create(&ReleaseRun{ID: j.RunID, ReleaseID: r.ID}).Error
}

func create(ctx context.Context, tx *gorm.DB, j publish.Job, built renderer.Release) (Release, error) {
	var last int64
	if err := tx.Model(&Release{}).Where("site_id = ?", j.Destination.SiteID).Select("COALESCE(MAX(number), 0)").Scan(&last).Error; err != nil {
		return Release{}, err
	}
	r := Release{
		ID: database.NewID(), SiteID: j.Destination.SiteID, DestinationID: j.Destination.ID, Number: last + 1, Build: built.ID,
		Digest:    built.Digest,
		PageCount: int64(built.Pages), FileCount: int64(built.Files), Bytes: built.Bytes, UserID: tenancy.User(ctx),
		Contents: j.Snapshot.Shown(),
	}
	return r, tx.Create(&r).Error
}

// markActivated writes down that the release goes live.
func markActivated(tx *gorm.DB, r Release, at time.Time) error {
	if err := tx.Model(&Release{}).Where("id = ?", r.ID).Update("activated_at", at).Error; err != nil {
		return fmt.Errorf("mark release: %w", err)
	}
	return events.Record(tx, events.Event{Kind: events.ReleaseLive, SiteID: r.SiteID, ObjectID: r.ID, Data: events.Data{Number: r.Number}})
}

// OfRun returns the id of the release that the run made, or "".
func (s *Service) OfRun(ctx context.Context, runID string) (string, error) {
	var ids []string
	if err := s.DB.Read(ctx).Model(&ReleaseRun{}).Where("id = ?", runID).Limit(1).Pluck("release_id", &ids).Error; err != nil {
		return "", fmt.Errorf("find the release of a run: %w", err)
	}
	if len(ids) == 0 {
		return "", nil
	}
	return ids[0], nil
}

func (s *Service) live(r *Release) error {
	build, err := renderer.Live(s.root(r.SiteID))
	r.Live = build == r.Build
	return err
}

// List returns the releases of the site, the newest first.
func (s *Service) List(ctx context.Context, siteID string) ([]Release, error) {
	if _, err := s.Sites.Get(ctx, siteID); err != nil {
		return nil, err
	}
	var list []Release
	if err := s.DB.Read(ctx).Where("site_id = ?", siteID).Order("number DESC").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list releases: %w", err)
	}
	return list, s.markLive(siteID, list)
}

// markLive sets Live on the release of the site that visitors see.
func (s *Service) markLive(siteID string, list []Release) error {
	build, err := renderer.Live(s.root(siteID))
	for i := range list {
		list[i].Live = list[i].Build == build
	}
	return err
}

// Page returns one page of List, for the API.
func (s *Service) Page(ctx context.Context, siteID string, limit int, cursor string) (database.Page[Release], error) {
	if _, err := s.Sites.Get(ctx, siteID); err != nil {
		return database.Page[Release]{}, err
	}
	page, err := database.List(s.DB.Read(ctx).Where("site_id = ?", siteID), database.Order{Column: "number", Falling: true}, limit, cursor,
		func(r Release) database.Position { return database.Position{Value: r.Number, ID: r.ID} })
	if err != nil {
		return page, err
	}
	return page, s.markLive(siteID, page.Items)
}

// Get returns the release with the id.
func (s *Service) Get(ctx context.Context, id string) (Release, error) {
	var r Release
	err := s.DB.Read(ctx).Take(&r, "id = ?", id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return r, fault.Missing("release")
	}
	if err != nil {
		return r, fmt.Errorf("load release: %w", err)
	}
	return r, s.live(&r)
}

// Activate makes the release live, or rolls back to it. First it verifies that the files are those that were built. The rows
// are written before the switch, all under the lock of the destination.
func (s *Service) Activate(ctx context.Context, id string) (Release, error) {
	r, err := s.Get(ctx, id)
	if err != nil {
		return r, err
	}
	d, err := s.Publish.Destination(ctx, r.DestinationID)
	if err != nil {
		return r, err
	}
	if err := renderer.Verify(s.root(r.SiteID), r.Build); err != nil {
		return r, err
	}
	if err := s.Writer.RefuseOutlines(ctx, r.revisions()); err != nil {
		return r, err
	}
	now := database.Now()
	err = s.DB.Tx(ctx, func(tx *gorm.DB) error {
		if err := publish.Lock(tx, d); err != nil {
			return err
		}
		if err := markActivated(tx, r, now); err != nil {
			return err
		}
		if err := publish.Show(tx, d, r.Contents); err != nil {
			return err
		}
		if err := s.Sites.SetStage(tx, r.SiteID, gates.Publish); err != nil {
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

// checkStillLive returns a conflict if another release went live since seen was read.
func (s *Service) checkStillLive(r Release, seen string) error {
	live, err := renderer.Live(s.root(r.SiteID))
	if err != nil || live == seen || live == r.Build {
		return err
	}
	return fault.New(fault.Conflict, "Somebody else published this site a moment ago. This release was not kept; look at what is live now before you publish again.")
}

// EachRelease calls visit with every release of all accounts, by site and number, without what it shows. The context of tx is the system's.
func EachRelease(tx *gorm.DB, visit func(Release) error) error {
	query := tx.Select("id", "account_id", "site_id", "number", "build", "activated_at").Order("site_id, number")
	if err := database.EachRow(query, visit); err != nil {
		return fmt.Errorf("read releases: %w", err)
	}
	return nil
}

// revisions returns the revision that the release shows, by content.
func (r Release) revisions() map[string]int64 {
	list := make(map[string]int64, len(r.Contents))
	for _, c := range r.Contents {
		list[c.ContentID] = c.Revision
	}
	return list
}
