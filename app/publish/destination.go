package publish

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
)

// Destination is a place where the contents of a site are published. A site may have several, also of one kind: their names
// differ.
type Destination struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Kind      string `gorm:"<-:create"` // of a registered Publisher
	Name      string
	Address   string     // where the Publisher finds it; empty for a kind that needs none
	AppliedAt *time.Time // when a run last brought something there; nil: never
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Publisher brings sites to the destinations of one kind.
type Publisher interface {
	// Kind is the value of Destination.Kind.
	Kind() string
	// Live names what readers see at the destination, empty when they see nothing. It changes whenever that does.
	Live(ctx context.Context, d Destination) (string, error)
	// Plan says what Apply would change at the destination, and changes nothing.
	Plan(ctx context.Context, d Destination, s Snapshot) (Preflight, error)
	// Apply brings the snapshot to the destination. It tells its progress and returns when the context ends: the run was cancelled, or the
	// process stops. After a crash it is called again and goes on, or begins again: what readers see is whole at every moment.
	Apply(ctx context.Context, j Job) (Outcome, error)
	// Remove takes down what a site that went into the trash shows at the destination.
	Remove(ctx context.Context, d Destination) error
}

// Job is one publish to one destination.
type Job struct {
	RunID       string
	Destination Destination
	Snapshot    Snapshot
	Live        bool // false: prepare all, and leave what readers see as it is
	Progress    func(fraction float64, sentence string)
}

// Outcome is what Apply has done.
type Outcome struct {
	Summary string // for people: "Release 3 is live."
	// Save writes the publisher's own rows in the transaction that ends the run, and is the last moment to refuse. It may run again
	// after a failed transaction. It may be nil.
	Save func(ctx context.Context, tx *gorm.DB) error
	// Shown are the contents that readers see at the destination from now on. It counts for a job that is Live alone.
	Shown []Shown
	// Switch lets readers see what was prepared, after all rows are written. It may be nil.
	Switch func() error
}

// Shown is a content as readers see it at a destination.
type Shown struct {
	ContentID string `json:"content_id"`
	Revision  int64  `json:"revision"`
	Path      string `json:"path"` // the path of the page, or the id that the destination gave it
}

// NewDestination is what a destination is made of.
type NewDestination struct{ SiteID, Kind, Name, Address string }

// Find returns the destination of the site with the name; one without an id when there is none yet.
func (s *Service) Find(ctx context.Context, n NewDestination) (Destination, error) {
	if _, err := s.Sites.Get(ctx, n.SiteID); err != nil {
		return Destination{}, err
	}
	d, err := named(s.DB.Read(ctx), n)
	if err != nil {
		return d, fmt.Errorf("find destination: %w", err)
	}
	return d, nil
}

func named(tx *gorm.DB, n NewDestination) (Destination, error) {
	var d Destination
	err := tx.Where("site_id = ? AND name = ?", n.SiteID, n.Name).Take(&d).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Destination{SiteID: n.SiteID, Kind: n.Kind, Name: n.Name, Address: n.Address}, nil
	}
	return d, err
}

// Ensure returns the destination of the site with the name, made on first use.
func (s *Service) Ensure(ctx context.Context, n NewDestination) (d Destination, err error) {
	if d, err = s.Find(ctx, n); err != nil || d.ID != "" {
		return d, err
	}
	ensure := func(tx *gorm.DB) error {
		if d, err = named(tx, n); err != nil || d.ID != "" {
			return err
		}
		d.ID = database.NewID()
		return tx.Create(&d).Error
	}
	err = s.DB.Tx(ctx, ensure)
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		err = s.DB.Tx(ctx, ensure) // somebody else made it at the same moment
	}
	if err != nil {
		return d, fmt.Errorf("ensure destination: %w", err)
	}
	return d, nil
}

// Destinations lists the destinations of the site, the oldest first.
func (s *Service) Destinations(ctx context.Context, siteID string) ([]Destination, error) {
	return destinationsOf(s.DB.Read(ctx), siteID)
}

func destinationsOf(db *gorm.DB, siteID string) ([]Destination, error) {
	var list []Destination
	if err := db.Where("site_id = ?", siteID).Order("created_at").Order("id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list destinations: %w", err)
	}
	return list, nil
}

// Destination returns the destination with the id.
func (s *Service) Destination(ctx context.Context, id string) (Destination, error) {
	var d Destination
	err := s.DB.Read(ctx).Take(&d, "id = ?", id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return d, fault.Missing("destination")
	}
	if err != nil {
		return d, fmt.Errorf("load destination: %w", err)
	}
	return d, nil
}

// Lock locks the destination, and before it the pages of its site, for the transaction: of two that change what it shows, one is second and
// finds what the first did.
func Lock(tx *gorm.DB, d Destination) error {
	if _, err := pages.Locked(tx.Where("site_id = ?", d.SiteID)); err != nil {
		return err
	}
	if err := database.Locked(tx).Take(&Destination{}, "id = ?", d.ID).Error; err != nil {
		return fmt.Errorf("lock destination: %w", err)
	}
	return nil
}
