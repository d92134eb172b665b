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
	"igny8/app/images"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/writer"
)

// Needs are the services that publishing uses.
type Needs struct {
	DB      *database.DB
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

// DeleteSite deletes a site with everything that belongs to it, including what readers see.
func (s *Service) DeleteSite(ctx context.Context, siteID string) error {
	if _, err := s.Sites.Get(ctx, siteID); err != nil {
		return err
	}
	destinations, err := s.Destinations(ctx, siteID)
	if err != nil {
		return err
	}
	forget, err := s.Images.Forget(ctx, siteID)
	if err != nil {
		return err
	}
	if err := s.Sites.Delete(ctx, siteID); err != nil {
		return err
	}
	forget()
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

// inUse returns the destinations that were published to before.
func inUse(all []Destination) []Destination {
	return slices.DeleteFunc(slices.Clone(all), func(d Destination) bool { return d.AppliedAt == nil })
}
