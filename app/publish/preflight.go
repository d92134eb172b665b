package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"
)

// Preflight is what a publish would do, told before it does it.
type Preflight struct {
	Changes  []Change
	Problems []Problem // any of them holds the publish back
	Unlinked []Unlinked
	First    bool // nothing is live yet
	Domain   string
}

// Change is what happens to one address.
type Change struct {
	Path string
	Kind string // new, changed, removed
}

// Problem is something that keeps the site from being published as it is.
type Problem struct{ Where, Message string }

// Unlinked is a link that readers get without its address, because the page that it leads to is not published.
type Unlinked struct{ Path, Href string }

// Preflight says what a publish to the destination would change. Looking again at a site that has not changed since costs neither a build
// nor the reading of its contents.
func (s *Service) Preflight(ctx context.Context, d Destination) (Preflight, error) {
	site, err := s.Sites.Get(ctx, d.SiteID)
	if err != nil {
		return Preflight{}, err
	}
	publisher, err := s.publisher(d)
	if err != nil {
		return Preflight{}, err
	}
	live, err := publisher.Live(ctx, d)
	if err != nil {
		return Preflight{}, err
	}
	key, err := s.state(ctx, d, live)
	if err != nil {
		return Preflight{}, err
	}
	if p, ok := s.preflights.get(key); ok {
		return p, nil
	}
	shot, err := s.Snapshot(ctx, d.SiteID)
	if err != nil {
		return Preflight{}, err
	}
	p, err := publisher.Plan(ctx, d, shot)
	if err != nil {
		return Preflight{}, err
	}
	p.Domain, p.First = site.Domain, live == ""
	s.preflights.put(key, p)
	return p, nil
}

// state is the same as long as the plan, the approved revisions, the pictures and what the destination shows are: a revision never changes.
func (s *Service) state(ctx context.Context, d Destination, live string) (string, error) {
	plan, err := s.Builder.Plan(ctx, d.SiteID)
	if err != nil {
		return "", err
	}
	approved, err := s.Writer.ApprovedRevisions(ctx, d.SiteID)
	if err != nil {
		return "", err
	}
	pictures, err := s.Images.State(ctx, d.SiteID)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	if err := json.NewEncoder(h).Encode([]any{d.SiteID, d.Name, live, plan, approved, pictures}); err != nil {
		return "", fmt.Errorf("digest of the plan: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// preflights keeps the last results, so that looking at a page twice is not building a site twice.
type preflights struct {
	mu   sync.Mutex
	kept map[string]Preflight
}

// mostPreflights bounds what is kept; then it begins anew.
const mostPreflights = 100

func (k *preflights) get(key string) (Preflight, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	p, ok := k.kept[key]
	return p, ok
}

func (k *preflights) put(key string, p Preflight) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.kept == nil || len(k.kept) >= mostPreflights {
		k.kept = map[string]Preflight{}
	}
	k.kept[key] = p
}
