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

// Destination is a place where the contents of a site are published. A site may have several with different names, also of
// one kind.
type Destination struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Kind      string `gorm:"<-:create"` // of a registered Publisher
	Name      string
	Address   string     // what the Publisher connects to; empty for a kind that needs none
	AppliedAt *time.Time // when a run last published there; nil: never
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Publisher publishes sites to the destinations of one kind.
type Publisher interface {
	// Kind is the value of Destination.Kind.
	Kind() string
	// Live returns a name for what readers see at the destination, empty if they see nothing. It changes whenever that
	// changes.
	Live(ctx context.Context, d Destination) (string, error)
	// Plan returns what Apply would change at the destination, and changes nothing.
	Plan(ctx context.Context, d Destination, s Snapshot) (Preflight, error)
	// Apply publishes the snapshot to the destination. It reports its progress and returns when the context ends, because
	// the run was cancelled or the process stops. After a crash it is called again, and continues or begins again. Readers
	// see a whole site at every moment.
	Apply(ctx context.Context, j Job) (Outcome, error)
	// Remove takes down a site that went into the trash at the destination.
	Remove(ctx context.Context, d Destination) error
}

// Job is one publish to one destination.
type Job struct {
	RunID       string
	Destination Destination
	Snapshot    Snapshot
	Live        bool // false: prepare everything, but do not change what readers see
	Progress    func(fraction float64, sentence string)
}

// Outcome is the result of Apply.
type Outcome struct {
	Summary string // for people: "Release 3 is live."
	// Save writes the publisher's own rows in the transaction that ends the run. It is the last chance to refuse. It may run
	// again after a failed transaction. It may be nil.
	Save func(ctx context.Context, tx *gorm.DB) error
	// Shown lists the contents that readers see at the destination from now on. It is ignored unless the job is Live.
	Shown []Shown
	// Switch makes the prepared state visible, after all rows are written. It may be nil.
	Switch func() error
}

// Shown is a content at the revision that readers see at a destination.
type Shown struct {
	ContentID string `json:"content_id"`
	Revision  int64  `json:"revision"`
	Path      string `json:"path"` // the path of the page, or the id at the destination
}

// NewDestination holds the values of a destination to create.
type NewDestination struct{ SiteID, Kind, Name, Address string }

func (n NewDestination) destination() Destination {
	return Destination{SiteID: n.SiteID, Kind: n.Kind, Name: n.Name, Address: n.Address}
}

// Find returns the destination of the site with the name. If there is none yet, the destination has no id.
func (s *Service) Find(ctx context.Context, n NewDestination) (Destination, error) {
	if _, err := s.Sites.Get(ctx, n.SiteID); err != nil {
		return Destination{}, err
	}
	d, err := findDestination(s.DB.Read(ctx), n)
	if err != nil {
		return d, fmt.Errorf("find destination: %w", err)
	}
	return d, nil
}

func findDestination(tx *gorm.DB, n NewDestination) (Destination, error) {
	var d Destination
	err := tx.Where("site_id = ? AND name = ?", n.SiteID, n.Name).Take(&d).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return n.destination(), nil
	}
	return d, err
}

// Ensure returns the destination of the site with the name, and creates it on first use.
func (s *Service) Ensure(ctx context.Context, n NewDestination) (d Destination, err error) {
	if d, err = s.Find(ctx, n); err != nil || d.ID != "" {
		return d, err
	}
	ensure := func(tx *gorm.DB) error {
		if d, err = findDestination(tx, n); err != nil || d.ID != "" {
			return err
		}
		d.ID = database.NewID()
		return tx.Create(&d).Error
	}
	err = s.DB.Tx(ctx, ensure)
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		err = s.DB.Tx(ctx, ensure) // somebody else created it at the same moment
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

// Lock locks the destination for the transaction, and before it the pages of its site. Of two transactions that change what
// it shows, the second waits and sees the result of the first.
func Lock(tx *gorm.DB, d Destination) error {
	if _, err := pages.Locked(tx.Where("site_id = ?", d.SiteID)); err != nil {
		return err
	}
	if err := database.Locked(tx).Take(&Destination{}, "id = ?", d.ID).Error; err != nil {
		return fmt.Errorf("lock destination: %w", err)
	}
	return nil
}
