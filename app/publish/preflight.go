package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"igny8/app/gates"
	"igny8/app/publish/renderer"
	"igny8/app/sites"
	"igny8/app/writer"

	"gorm.io/gorm"
)

// Preflight is what a publish would do, told before it does it.
type Preflight struct {
	Changes  []Change
	Problems []renderer.Problem // any of them holds the publish back
	Unlinked []renderer.Unlinked
	First    bool // nothing is live yet
	Domain   string
}

// Change is what happens to one address.
type Change struct {
	Path string
	Kind string // new, changed, removed
}

// Preflight builds the site without letting it go live and compares it with what is. Looking again at a site that has not
// changed since costs neither a build nor the reading of its contents.
func (s *Service) Preflight(ctx context.Context, siteID string) (Preflight, error) {
	site, err := s.sites.Get(ctx, siteID)
	if err != nil {
		return Preflight{}, err
	}
	live, err := renderer.Live(s.root(siteID))
	if err != nil {
		return Preflight{}, err
	}
	key, err := s.state(ctx, siteID, live)
	if err != nil {
		return Preflight{}, err
	}
	if p, ok := s.preflights.get(key); ok {
		return p, nil
	}
	shot, err := s.snapshot(ctx, siteID, "")
	if err != nil {
		return Preflight{}, err
	}
	p := Preflight{Domain: site.Domain, First: live == ""}
	if err := s.rehearse(ctx, &p, shot, s.dirOf(siteID, live)); err != nil {
		return p, err
	}
	s.preflights.put(key, p)
	return p, nil
}

// state is the same as long as the plan, the approved revisions, the pictures and the live build are: a revision never changes.
func (s *Service) state(ctx context.Context, siteID, live string) (string, error) {
	plan, err := s.builder.Plan(ctx, siteID)
	if err != nil {
		return "", err
	}
	approved, err := s.writer.ApprovedRevisions(ctx, siteID)
	if err != nil {
		return "", err
	}
	pictures, err := s.images.State(ctx, siteID)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	if err := json.NewEncoder(h).Encode([]any{live, plan, approved, pictures}); err != nil {
		return "", fmt.Errorf("digest of the plan: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// rehearse builds the snapshot in a place of its own and compares it with the live files.
func (s *Service) rehearse(ctx context.Context, p *Preflight, shot snapshot, live string) (err error) {
	dir, err := os.MkdirTemp("", "igny8-preflight-")
	if err != nil {
		return fmt.Errorf("begin a preflight: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	built, err := renderer.Export(ctx, dir, shot.site)
	if err != nil {
		return err
	}
	p.Unlinked = built.Unlinked
	if p.Problems, err = renderer.Check(dir); err != nil {
		return err
	}
	if p.First {
		live = ""
	}
	p.Changes, err = compare(live, dir)
	return err
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

// compare lists the pages that differ between the files of two builds; before may be empty.
func compare(before, after string) ([]Change, error) {
	is, err := files(after)
	if err != nil {
		return nil, err
	}
	was := map[string]string{}
	if before != "" {
		if was, err = files(before); err != nil {
			return nil, err
		}
	}
	var changes []Change
	add := func(file, kind string) {
		if strings.HasSuffix(file, "/index.html") {
			changes = append(changes, Change{Path: strings.TrimSuffix(file, "index.html"), Kind: kind})
		}
	}
	for file, digest := range is {
		switch was[file] {
		case digest:
		case "":
			add(file, "new")
		default:
			add(file, "changed")
		}
	}
	for file := range was {
		if is[file] == "" {
			add(file, "removed")
		}
	}
	slices.SortFunc(changes, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return changes, nil
}

func (s *Service) dirOf(siteID, build string) string {
	return filepath.Join(s.root(siteID), "releases", build, "site")
}

// files are the digests of the files below dir, by their path from it with a leading slash.
func files(dir string) (map[string]string, error) {
	digests := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		name, err := filepath.Rel(dir, path)
		digests["/"+filepath.ToSlash(name)] = hex.EncodeToString(sum[:])
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return digests, err
}

// Gate is the last one: the site is live and shows what is approved.
func (s *Service) Gate(ctx context.Context, siteID string) (gates.Gate, error) {
	return s.computeGate(s.db.Read(ctx), siteID)
}

func (s *Service) computeGate(db *gorm.DB, siteID string) (gates.Gate, error) {
	releases, err := s.releases(db, siteID)
	if err != nil {
		return gates.Gate{}, err
	}
	approved, err := writer.ApprovedRevisions(db, siteID)
	if err != nil {
		return gates.Gate{}, err
	}
	at := slices.IndexFunc(releases, func(r Release) bool { return r.Live })
	behind := len(approved)
	if at >= 0 {
		behind = differences(approved, releases[at].revisions())
	}
	stage := gates.Where{Site: siteID, Screen: gates.PublishStage}
	built := gates.Check{Key: "built", OK: len(releases) > 0, Label: "The site has been built", Where: stage}
	online := gates.Check{Key: "live", OK: at >= 0, Label: "A release is live", Where: stage}
	current := gates.Check{Key: "current", OK: at >= 0 && behind == 0, Label: "What is approved is live", Where: stage}
	if !built.OK {
		built.Reason = "No release has been built yet."
	}
	if !online.OK {
		online.Reason = "No release is live."
	}
	if !current.OK {
		current.Reason = reasonBehind(behind)
	}
	return sites.Judge(db, siteID, gates.Publish, built, online, current)
}

// differences counts the contents that are live at another revision than the approved one, or on one side alone.
func differences(approved, live map[string]int64) int {
	n := 0
	for id, revision := range approved {
		if live[id] != revision {
			n++
		}
	}
	for id := range live {
		if _, ok := approved[id]; !ok {
			n++
		}
	}
	return n
}

func reasonBehind(n int) string {
	if n == 1 {
		return "1 page is live as it was, not as it is approved now. Publish to change that."
	}
	return fmt.Sprintf("%d pages are not live as they are approved now. Publish to change that.", n)
}
