package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"
)

// Preflight says what a publish would do.
type Preflight struct {
	Changes  []Change
	Problems []Problem // any problem stops the publish
	Unlinked []Unlinked
	First    bool // nothing is live yet
	Domain   string
}

// Change is what would happen to one address.
type Change struct {
	Path string
	Kind string // new, changed, removed
}

// Problem is a reason why the site cannot be published as it is.
type Problem struct{ Where, Message string }

// Unlinked is a link whose address readers will not get, because its page is not published.
type Unlinked struct{ Path, Href string }

// Preflight returns what a publish of the approved revisions to the destination would change. If nothing has changed since the
// last call, it neither builds the site nor reads its contents.
func (s *Service) Preflight(ctx context.Context, d Destination, approved map[string]int64) (Preflight, error) {
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
	key, err := s.state(ctx, d, live, approved)
	if err != nil {
		return Preflight{}, err
	}
	if p, ok := s.preflights.get(key); ok {
		return p, nil
	}
	snapshot, err := s.Snapshot(ctx, d.SiteID)
	if err != nil {
		return Preflight{}, err
	}
	p, err := publisher.Plan(ctx, d, snapshot)
	if err != nil {
		return Preflight{}, err
	}
	p.Domain, p.First = site.Domain, live == ""
	s.preflights.put(key, p)
	return p, nil
}

// state returns a digest of the planned pages, the approved revisions, the pictures and what the destination shows. Texts need not be
// read: a revision never changes.
func (s *Service) state(ctx context.Context, d Destination, live string, approved map[string]int64) (string, error) {
	plan, err := s.Builder.PlanOfPages(ctx, d.SiteID)
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

// preflights caches the last results, so that opening a page twice does not build a site twice.
type preflights struct {
	mu   sync.Mutex
	kept map[string]Preflight
}

// maxPreflights is the size at which the cache is emptied.
const maxPreflights = 100

func (k *preflights) get(key string) (Preflight, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	p, ok := k.kept[key]
	return p, ok
}

func (k *preflights) put(key string, p Preflight) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.kept == nil || len(k.kept) >= maxPreflights {
		k.kept = map[string]Preflight{}
	}
	k.kept[key] = p
}
