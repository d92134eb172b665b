// Package pages owns the one record of every page of a site, whoever made it: proposed by an idea, planned by the blueprint,
// written, published, or found at a remote site. The record holds the metadata that all stages share, so the package stands
// below them: planner, sitebuilder, writer and publish refer to the row and change it with the functions here.
//
// A page belongs to a site and has a unique address on it. The functions that take a transaction are for the modules above,
// which change a page together with their own rows.
package pages

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
)

// The kinds of pages.
const (
	Home     = "home"
	Hub      = "hub"
	Article  = "article"
	Category = "category"
	About    = "about"
	Contact  = "contact"
	Plain    = "page"
)

// Kinds returns the kinds of pages.
func Kinds() []string { return []string{Home, Hub, Article, Category, About, Contact, Plain} }

// State is where a page stands in its life.
type State string

// The states of a page, in the order of its life. A removed page keeps its address, so that it can come back.
const (
	Proposed  State = "proposed"
	Planned   State = "planned"
	Briefed   State = "briefed" // there is a task for it
	Drafted   State = "drafted"
	InReview  State = "in_review"
	Approved  State = "approved"
	Published State = "published"
	Removed   State = "removed"
)

// States returns the states of a page, in the order of its life.
func States() []State {
	return []State{Proposed, Planned, Briefed, Drafted, InReview, Approved, Published, Removed}
}

// Written returns the states of a page that has a text.
func Written() []State { return []State{Drafted, InReview, Approved, Published} }

// The origins of a page.
const (
	Own    = "own"
	Remote = "remote"
)

// Page is one page of a site.
type Page struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	SectorID  *string
	ClusterID *string // nil only with a NoClusterReason
	ParentID  *string
	Kind      string
	Origin    string
	State     State
	Path      string // "/guides/x/"; the home page's is "/"
	Slug      string
	Title     string
	// Description is the meta description.
	Description     string
	Canonical       string // another address that stands for this page; empty means its own
	SchemaType      string // a schema.org type; empty means the default of Kind
	Role            string // the role of its cluster: hub, supporting, attribute
	Intent          string
	TargetKeywords  []string `gorm:"serializer:json"`
	NoClusterReason string
	Position        int64
	CreatedAt       time.Time
	UpdatedAt       time.Time
	DeletedAt       *time.Time // in the trash since
}

// Written reports whether the page has a text, which then decides its title and address.
func (p Page) Written() bool { return slices.Contains(Written(), p.State) }

// Service reads and changes pages and taxonomies.
type Service struct {
	db    *database.DB
	trash *history.Trash
}

// New returns the service over the database. Deleted pages go into the trash.
func New(db *database.DB, trash *history.Trash) *Service {
	s := &Service{db: db, trash: trash}
	trash.Register(history.TrashKind{
		Noun: "page", Model: &Page{}, Under: map[string]string{"site_id": "site", "cluster_id": "cluster"}, Restore: restore,
	})
	return s
}

// Get returns the page with the id.
func (s *Service) Get(ctx context.Context, id string) (Page, error) {
	return database.One[Page](s.db.Read(ctx), "page", id)
}

// Titles returns the titles of the pages with the ids, by id. Ids that no page has are left out.
func (s *Service) Titles(ctx context.Context, ids []string) (map[string]string, error) {
	var list []Page
	if err := s.db.Read(ctx).Select("id", "title").Where("id IN ?", ids).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list titles: %w", err)
	}
	titles := make(map[string]string, len(list))
	for _, p := range list {
		titles[p.ID] = p.Title
	}
	return titles, nil
}

// List returns every page of the site, removed ones too, in the order of the site.
func (s *Service) List(ctx context.Context, siteID string) ([]Page, error) {
	var list []Page
	if err := s.db.Read(ctx).Where("site_id = ?", siteID).Order("position, path").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list pages: %w", err)
	}
	return list, nil
}

// PlannedPage returns one page of the site's pages that are not removed, in the order of the site.
func (s *Service) PlannedPage(ctx context.Context, siteID string, limit int, cursor string) (database.Page[Page], error) {
	query := s.db.Read(ctx).Where("site_id = ? AND state <> ?", siteID, Removed)
	return database.List(query, database.Order{Column: "position", Filtered: true}, limit, cursor, func(p Page) database.Position {
		return database.Position{Value: p.Position, ID: p.ID}
	})
}

// CountBySite returns how many pages each site has, removed ones too.
func (s *Service) CountBySite(ctx context.Context) (map[string]int64, error) {
	counts, err := database.CountBy(s.db.Read(ctx).Model(&Page{}), "site_id")
	if err != nil {
		return nil, fmt.Errorf("count pages: %w", err)
	}
	return counts, nil
}

// Propose writes a new page. Empty fields get defaults: an article of this site, proposed, with its slug from the title and
// its address from the slug. If an address is taken, it gets -2, -3 and so on.
func Propose(tx *gorm.DB, p Page) (Page, error) {
	if p.Title == "" {
		return Page{}, fault.New(fault.Invalid, "Give the page a title.")
	}
	p.ID = database.NewID()
	p.Kind, p.Origin, p.State = cmp.Or(p.Kind, Article), cmp.Or(p.Origin, Own), cmp.Or(p.State, Proposed)
	p.Slug = cmp.Or(p.Slug, Slug(p.Title))
	p.Path = cmp.Or(p.Path, "/"+p.Slug+"/")
	p.TargetKeywords = append([]string{}, p.TargetKeywords...)
	err := atFreePath(tx, p.SiteID, "", p.Path, func(tx *gorm.DB, path string) error {
		p.Path, p.Slug = path, cmp.Or(lastSegment(path), p.Slug)
		if err := tx.Create(&p).Error; err != nil {
			return fmt.Errorf("propose page: %w", err)
		}
		return nil
	})
	return p, err
}

// Metadata is a change of a page's metadata; nil leaves a value as it is.
type Metadata struct {
	Title, Description, Canonical, SchemaType, Role, Intent *string
	TargetKeywords                                          *[]string
}

// SetMetadata changes the page's metadata.
func SetMetadata(tx *gorm.DB, id string, m Metadata) error {
	return change(tx, id, m.onto)
}

// onto changes the page and returns the names of the changed columns.
func (m Metadata) onto(p *Page) (columns []string) {
	set := func(column string, field, value *string) {
		if value != nil {
			*field, columns = *value, append(columns, column)
		}
	}
	set("title", &p.Title, m.Title)
	set("description", &p.Description, m.Description)
	set("canonical", &p.Canonical, m.Canonical)
	set("schema_type", &p.SchemaType, m.SchemaType)
	set("role", &p.Role, m.Role)
	set("intent", &p.Intent, m.Intent)
	if m.TargetKeywords != nil {
		p.TargetKeywords, columns = append([]string{}, *m.TargetKeywords...), append(columns, "target_keywords")
	}
	return columns
}

// Placement is the place of a page in its site. An empty ParentID or ClusterID means none.
type Placement struct {
	Kind, ParentID, ClusterID, NoClusterReason string
	Path                                       string // empty keeps the address
	Position                                   int64
}

// Place moves the page in the tree of its site and returns it. If the address is taken, it gets -2, -3 and so on.
func Place(tx *gorm.DB, id string, to Placement) (Page, error) {
	p, err := locked(tx, id)
	if err != nil {
		return Page{}, err
	}
	if to.ParentID != "" {
		parent, err := database.One[Page](tx, "page", to.ParentID)
		if err != nil {
			return Page{}, err
		}
		if parent.SiteID != p.SiteID || parent.ID == p.ID {
			return Page{}, fault.New(fault.Invalid, "A page can only stand under another page of its site.")
		}
	}
	p.Kind, p.NoClusterReason, p.Position = cmp.Or(to.Kind, p.Kind), to.NoClusterReason, to.Position
	p.ParentID, p.ClusterID = optional(to.ParentID), optional(to.ClusterID)
	err = p.move(tx, cmp.Or(to.Path, p.Path), "kind", "parent_id", "cluster_id", "no_cluster_reason", "position")
	return p, err
}

// SetSlug changes the address of the page and returns the page. If the address is taken, it gets -2, -3 and so on; the home
// page keeps its own.
func SetSlug(tx *gorm.DB, id, slug string) (Page, error) {
	p, err := locked(tx, id)
	if err != nil || p.Slug == slug || p.Kind == Home {
		return p, err
	}
	err = p.move(tx, "/"+slug+"/")
	return p, err
}

// move writes the first free address for the locked page, together with the columns.
func (p *Page) move(tx *gorm.DB, path string, columns ...string) error {
	return atFreePath(tx, p.SiteID, p.ID, path, func(tx *gorm.DB, path string) error {
		p.Path, p.Slug = path, cmp.Or(lastSegment(path), p.Slug)
		return write(tx, p, append(columns, "path", "slug")...)
	})
}

// SetState moves the page to another state.
func SetState(tx *gorm.DB, id string, state State) error {
	return write(tx, &Page{ID: id, State: state}, "state")
}

// Advance moves the page to another state, unless it is published: a live page stays live while its text changes.
func Advance(tx *gorm.DB, id string, state State) error {
	return change(tx, id, func(p *Page) []string {
		if p.State == Published {
			return nil
		}
		p.State = state
		return []string{"state"}
	})
}

// Brief records that there are tasks for the pages. A removed page is planned again; a written one stays written.
func Brief(tx *gorm.DB, ids []string) error {
	return become(tx, ids, Briefed, Proposed, Planned, Removed)
}

// Plan turns proposed pages into planned ones.
func Plan(tx *gorm.DB, ids []string) error {
	return become(tx, ids, Planned, Proposed)
}

func become(tx *gorm.DB, ids []string, state State, from ...State) error {
	if _, err := LockedByID(tx, ids...); err != nil {
		return err
	}
	for part := range slices.Chunk(ids, batch) {
		if err := tx.Model(&Page{}).Where("id IN ? AND state IN ?", part, from).Update("state", state).Error; err != nil {
			return fmt.Errorf("make pages %s: %w", state, err)
		}
	}
	return nil
}

// MarkLive notes which pages of the site readers see: written holds the pages that have an approved text and says of each
// whether it is live. A page that was removed from the plan stays so.
func MarkLive(tx *gorm.DB, siteID string, written map[string]bool) error {
	list, err := Locked(tx.Where("site_id = ? AND state <> ?", siteID, Removed))
	if err != nil {
		return err
	}
	for _, p := range list {
		live, approved := written[p.ID]
		state := p.State
		switch {
		case live:
			state = Published
		case approved && p.State == Published:
			state = Approved
		}
		if state == p.State {
			continue
		}
		if err := SetState(tx, p.ID, state); err != nil {
			return err
		}
	}
	return nil
}

// batch is how many rows one statement names.
const batch = 200

// Locked loads the pages that the query finds, in the order of their ids. Nobody else changes them before the transaction ends.
func Locked(query *gorm.DB) ([]Page, error) {
	var list []Page
	if err := database.Locked(query).Order("id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("lock pages: %w", err)
	}
	return list, nil
}

// LockedByID loads and locks the pages with the ids, as Locked does.
func LockedByID(tx *gorm.DB, ids ...string) (map[string]Page, error) {
	found := map[string]Page{}
	for part := range slices.Chunk(slices.Sorted(slices.Values(ids)), batch) {
		list, err := Locked(tx.Where("id IN ?", part))
		if err != nil {
			return nil, err
		}
		for _, p := range list {
			found[p.ID] = p
		}
	}
	return found, nil
}

func locked(tx *gorm.DB, id string) (Page, error) {
	return database.One[Page](database.Locked(tx), "page", id)
}

// change locks the page, lets fn change it and writes the columns that fn names. Others may change other columns of the page
// at the same time.
func change(tx *gorm.DB, id string, fn func(p *Page) (columns []string)) error {
	p, err := locked(tx, id)
	if err != nil {
		return err
	}
	columns := fn(&p)
	if len(columns) == 0 {
		return nil
	}
	return write(tx, &p, columns...)
}

// write stores the named columns of the page.
func write(tx *gorm.DB, p *Page, columns ...string) error {
	done := tx.Model(p).Select(columns).Updates(p)
	if done.Error != nil {
		return fmt.Errorf("write page: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return fault.Missing("page")
	}
	return nil
}

func optional(id string) *string {
	if id == "" {
		return nil
	}
	return &id
}

// MoveCluster gives the pages of one cluster to another. A page that was only proposed is removed when the other cluster has a page
// already; the ids of the removed ones come back.
func MoveCluster(tx *gorm.DB, from, to string) (removed []string, err error) {
	if err := followCluster(tx, from, to); err != nil {
		return nil, err
	}
	list, err := Locked(tx.Where("cluster_id IN ?", []string{from, to}))
	if err != nil {
		return nil, err
	}
	served := slices.ContainsFunc(list, func(p Page) bool { return *p.ClusterID == to && p.State != Removed })
	for _, p := range list {
		if *p.ClusterID != from {
			continue
		}
		columns := []string{"cluster_id"}
		if served && p.State == Proposed {
			p.State, removed, columns = Removed, append(removed, p.ID), append(columns, "state")
		}
		p.ClusterID = &to
		if err := write(tx, &p, columns...); err != nil {
			return nil, err
		}
	}
	return removed, nil
}
