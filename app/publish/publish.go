// Package publish publishes approved contents. A site has destinations; a publication is what readers see at one of them.
// The package owns both tables, computes what a publish would do, and runs it. It does not know how a destination works:
// each kind of destination is a Publisher, such as publish/site, and is registered when the program starts.
package publish

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/history"
	"igny8/app/images"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/writer"

	"gorm.io/gorm"
)

// Needs are the services that publishing uses.
type Needs struct {
	DB      *database.DB
	Trash   *history.Trash
	Sites   *sites.Service
	Ideas   *ideas.Service
	Builder *sitebuilder.Service
	Images  *images.Service
	Writer  *writer.Service
	Runs    *runs.Engine
}

// Service publishes sites.
type Service struct {
	Needs
	publishers map[string]Publisher

	preflights preflights
}

// New registers the run that publishes, and the stage. Register the publishers before the queue starts.
func New(n Needs) *Service {
	s := &Service{Needs: n, publishers: map[string]Publisher{}}
	s.Runs.Register(s.publishSite())
	s.Sites.ComputeStage(gates.Publish, s.computeGate)
	s.Trash.Settle(settle)
	return s
}

// Register adds a kind of destination. It panics if the name is taken, which is a mistake in the program.
func (s *Service) Register(p Publisher) {
	if s.publishers[p.Kind()] != nil {
		panic(fmt.Sprintf("publish: kind %q is registered twice", p.Kind()))
	}
	s.publishers[p.Kind()] = p
}

func (s *Service) publisher(d Destination) (Publisher, error) {
	if p := s.publishers[d.Kind]; p != nil {
		return p, nil
	}
	return nil, fault.New(fault.Unavailable, "This version of the program cannot publish to %s.", d.Name)
}

// DeleteNamed deletes the site like DeleteSite, if the person has typed its name. Any other name is a fault of the field
// "name", and nothing is deleted.
func (s *Service) DeleteNamed(ctx context.Context, siteID, name string) error {
	site, err := s.Sites.Get(ctx, siteID)
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

// DeleteSite puts a site into the trash, with everything that belongs to it. Its runs are cancelled, and readers see nothing
// of it any more: whoever restores it publishes it again.
func (s *Service) DeleteSite(ctx context.Context, siteID string) error {
	var destinations []Destination
	err := s.DB.Tx(ctx, func(tx *gorm.DB) (err error) {
		if _, err = database.One[sites.Site](database.Locked(tx), "site", siteID); err != nil {
			return err
		}
		if err := planner.LockSectors(tx, siteID); err != nil {
			return err
		}
		if destinations, err = destinationsOf(tx, siteID); err != nil {
			return err
		}
		for _, d := range destinations {
			if err := s.unpublish(tx, d); err != nil {
				return err
			}
		}
		return s.Sites.Delete(tx, siteID)
	})
	if err != nil {
		return err
	}
	// After the transaction: nobody who holds another row asks for that of a run. What a run saves meanwhile finds no site.
	if err := s.Runs.CancelSite(ctx, siteID); err != nil {
		return err
	}
	for _, d := range destinations {
		p, err := s.publisher(d)
		if err != nil {
			continue // this version has no publisher for this kind
		}
		if err := p.Remove(ctx, d); err != nil {
			return fmt.Errorf("remove what a deleted site shows at %s: %w", d.Name, err)
		}
	}
	return nil
}

// unpublish writes down that readers see nothing at the destination, as if nothing had been brought there.
func (s *Service) unpublish(tx *gorm.DB, d Destination) error {
	if err := Lock(tx, d); err != nil {
		return err
	}
	if err := tx.Model(&d).Update("applied_at", nil).Error; err != nil {
		return fmt.Errorf("unpublish: %w", err)
	}
	return Show(tx, d, nil)
}

// settle writes down whether readers see a content that came back from the trash.
func settle(tx *gorm.DB, item history.TrashItem, restored bool) error {
	if !restored || (item.Noun != "content" && item.Noun != "page") {
		return nil
	}
	return reshow(tx, item.SiteID)
}

// inUse returns the destinations that were published to before.
func inUse(all []Destination) []Destination {
	return slices.DeleteFunc(slices.Clone(all), func(d Destination) bool { return d.AppliedAt == nil })
}
