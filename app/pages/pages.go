// Package pages keeps the one record of every page of a site, whoever made it: proposed by an idea, planned by the
// blueprint, written, published, or found at a remote site. The record carries the metadata that all stages share, so
// it stands below them: planner, sitebuilder, writer and publish refer to the row and change it by the functions here.
//
// A page belongs to a site and has an address that is unique on it. The functions that take a transaction are for the
// modules above, which change a page together with rows of their own.
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

// Kinds are the kinds of pages.
func Kinds() []string { return []string{Home, Hub, Article, Category, About, Contact, Plain} }

// The states of a page, in the order of its life. A removed page keeps its address, so that it can come back.
const (
	Proposed  = "proposed"
	Planned   = "planned"
	Briefed   = "briefed" // there is a task for it
	Drafted   = "drafted"
	InReview  = "in_review"
	Approved  = "approved"
	Published = "published"
	Removed   = "removed"
)

// States are the states of a page, in the order of its life.
func States() []string {
	return []string{Proposed, Planned, Briefed, Drafted, InReview, Approved, Published, Removed}
}

// Written are the states of a page that has a text.
func Written() []string { return []string{Drafted, InReview, Approved, Published} }

// Where a page comes from.
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
	State     string
	Path      string // "/guides/x/"; the home page's is "/"
	Slug      string
	Title     string
	// Description is the meta description.
	Description     string
	Canonical       string // another address that stands for this page; empty is its own
	SchemaType      string // a type of schema.org; empty is the one that suits Kind
	Role            string // the role of its cluster: hub, supporting, attribute
	Intent          string
	TargetKeywords  []string `gorm:"serializer:json"`
	NoClusterReason string
	Position        int64
	CreatedAt       time.Time
	UpdatedAt       time.Time
}

// Written says whether the page has a text: its title and address are the content's by then.
func (p Page) Written() bool { return slices.Contains(Written(), p.State) }

// Service reads and changes pages and taxonomies.
type Service struct{ db *database.DB }

// New is the service over the database.
func New(db *database.DB) *Service { return &Service{db: db} }

// Get is the page with the id.
func (s *Service) Get(ctx context.Context, id string) (Page, error) {
	return database.One[Page](s.db.Read(ctx), "page", id)
}

// List is every page of the site, removed ones too, in the order of the site.
func (s *Service) List(ctx context.Context, siteID string) ([]Page, error) {
	var list []Page
	if err := s.db.Read(ctx).Where("site_id = ?", siteID).Order("position, path").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list pages: %w", err)
	}
	return list, nil
}

// ByCluster is the pages of the site that serve a cluster, under the cluster's id. Removed pages are left out.
func (s *Service) ByCluster(ctx context.Context, siteID string) (map[string][]Page, error) {
	var list []Page
	query := s.db.Read(ctx).Where("site_id = ? AND cluster_id IS NOT NULL AND state <> ?", siteID, Removed)
	if err := query.Order("position, path").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list pages by cluster: %w", err)
	}
	served := map[string][]Page{}
	for _, p := range list {
		served[*p.ClusterID] = append(served[*p.ClusterID], p)
	}
	return served, nil
}

// Propose writes a new page. What is empty gets its default: an article of our own, proposed, its slug from the title and
// its address from the slug. An address that is taken gets -2, -3 and so on.
func Propose(tx *gorm.DB, p Page) (Page, error) {
	if p.Title == "" {
		return Page{}, fault.New(fault.Invalid, "Give the page a title.")
	}
	p.ID = database.NewID()
	p.Kind, p.Origin, p.State = cmp.Or(p.Kind, Article), cmp.Or(p.Origin, Own), cmp.Or(p.State, Proposed)
	p.Slug = cmp.Or(p.Slug, Slug(p.Title))
	p.Path = cmp.Or(p.Path, "/"+p.Slug+"/")
	p.TargetKeywords = append([]string{}, p.TargetKeywords...)
	return p, atFreePath(tx, p.SiteID, "", p.Path, func(tx *gorm.DB, path string) error {
		p.Path, p.Slug = path, cmp.Or(lastSegment(path), p.Slug)
		return tx.Create(&p).Error
	})
}

// Metadata is a change of what a page says about itself; nil keeps what is there.
type Metadata struct {
	Title, Description, Canonical, SchemaType, Role, Intent *string
	TargetKeywords                                          *[]string
}

// SetMetadata changes the page's metadata.
func SetMetadata(tx *gorm.DB, id string, m Metadata) error {
	p, err := database.One[Page](tx, "page", id)
	if err != nil {
		return err
	}
	for field, value := range map[*string]*string{
		&p.Title: m.Title, &p.Description: m.Description, &p.Canonical: m.Canonical,
		&p.SchemaType: m.SchemaType, &p.Role: m.Role, &p.Intent: m.Intent,
	} {
		if value != nil {
			*field = *value
		}
	}
	if m.TargetKeywords != nil {
		p.TargetKeywords = append([]string{}, *m.TargetKeywords...)
	}
	return write(tx, &p, "title", "description", "canonical", "schema_type", "role", "intent", "target_keywords")
}

// Placement is where a page stands in its site. An empty ParentID or ClusterID is none.
type Placement struct {
	Kind, ParentID, ClusterID, NoClusterReason string
	Path                                       string // empty keeps the address
	Position                                   int64
}

// Place puts the page into the tree of its site and returns it as it then is. A wanted address that another page has gets -2, -3 and so on.
func Place(tx *gorm.DB, id string, to Placement) (Page, error) {
	p, err := database.One[Page](tx, "page", id)
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
	return p, atFreePath(tx, p.SiteID, p.ID, cmp.Or(to.Path, p.Path), func(tx *gorm.DB, path string) error {
		p.Path, p.Slug = path, cmp.Or(lastSegment(path), p.Slug)
		return write(tx, &p, "kind", "parent_id", "cluster_id", "no_cluster_reason", "position", "path", "slug")
	})
}

// SetState moves the page to another state of its life.
func SetState(tx *gorm.DB, id, state string) error {
	return write(tx, &Page{ID: id, State: state}, "state")
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
	var served int64
	if err := tx.Model(&Page{}).Where("cluster_id = ? AND state <> ?", to, Removed).Count(&served).Error; err != nil {
		return nil, fmt.Errorf("count pages of cluster: %w", err)
	}
	if served > 0 {
		if err := tx.Model(&Page{}).Where("cluster_id = ? AND state = ?", from, Proposed).Pluck("id", &removed).Error; err != nil {
			return nil, fmt.Errorf("load pages of cluster: %w", err)
		}
		if err := tx.Model(&Page{}).Where("id IN ?", removed).Update("state", Removed).Error; err != nil {
			return nil, fmt.Errorf("remove pages: %w", err)
		}
	}
	if err := tx.Model(&Page{}).Where("cluster_id = ?", from).Update("cluster_id", to).Error; err != nil {
		return nil, fmt.Errorf("move pages: %w", err)
	}
	return removed, nil
}
