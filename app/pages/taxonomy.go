package pages

import (
	"context"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// Taxonomy is a way to sort the pages of a site: categories, tags, brands, services. Terms are its entries in order.
type Taxonomy struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Name      string
	Slug      string
	Position  int64
	CreatedAt time.Time
	UpdatedAt time.Time
	Terms     []Term `gorm:"-"`
}

// Term is one entry of a taxonomy.
type Term struct {
	ID         string
	AccountID  string `gorm:"<-:create"`
	SiteID     string `gorm:"<-:create"`
	TaxonomyID string
	Name       string
	Slug       string
	Position   int64
	CreatedAt  time.Time
	UpdatedAt  time.Time
}

// PageTerm says that a page carries a term.
type PageTerm struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	PageID    string
	TermID    string
	CreatedAt time.Time
}

// Taxonomies returns those of the site, with their terms, in order.
func (s *Service) Taxonomies(ctx context.Context, siteID string) ([]Taxonomy, error) {
	return taxonomies(s.db.Read(ctx), siteID)
}

func taxonomies(tx *gorm.DB, siteID string) ([]Taxonomy, error) {
	if scope, _ := tenancy.From(tx.Statement.Context); !scope.Reaches(siteID) {
		return nil, nil
	}
	var rows []struct {
		Taxonomy `gorm:"embedded"`
		Term     Term `gorm:"embedded;embeddedPrefix:term_"`
	}
	if err := tenancy.SQL(tx, taxonomiesWithTerms, map[string]any{"site": siteID}).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("list taxonomies: %w", err)
	}
	var list []Taxonomy
	for _, row := range rows {
		if len(list) == 0 || list[len(list)-1].ID != row.ID {
			list = append(list, row.Taxonomy)
		}
		if last := &list[len(list)-1]; row.Term.ID != "" {
			last.Terms = append(last.Terms, row.Term)
		}
	}
	return list, nil
}

const taxonomiesWithTerms = `SELECT taxonomies.*, terms.id AS term_id, terms.account_id AS term_account_id, terms.site_id AS term_site_id,
		terms.taxonomy_id AS term_taxonomy_id, terms.name AS term_name, terms.slug AS term_slug, terms.position AS term_position,
		terms.created_at AS term_created_at, terms.updated_at AS term_updated_at
	FROM taxonomies LEFT JOIN terms ON terms.account_id = taxonomies.account_id AND terms.taxonomy_id = taxonomies.id
	WHERE taxonomies.account_id = @account AND taxonomies.site_id = @site
	ORDER BY taxonomies.position, taxonomies.slug, terms.position, terms.slug`

// SetTaxonomies makes the taxonomies of the site those of the plan, of which only the names count. What has the same slug as before
// stays the same row, so that pages keep their terms; what is not in the plan goes, and pages lose it.
func SetTaxonomies(tx *gorm.DB, siteID string, plan []Taxonomy) error {
	before, err := taxonomies(tx, siteID)
	if err != nil {
		return err
	}
	wanted := map[string]bool{}
	for i, t := range plan {
		slug := Slug(t.Name)
		if t.Name == "" || wanted[slug] {
			return fault.New(fault.Invalid, "The taxonomy %q has no name or stands there twice.", t.Name)
		}
		wanted[slug] = true
		row := Taxonomy{ID: database.NewID(), SiteID: siteID, Slug: slug}
		if at := slices.IndexFunc(before, func(b Taxonomy) bool { return b.Slug == slug }); at >= 0 {
			row = before[at]
		}
		row.Name, row.Position, row.UpdatedAt = t.Name, int64(i), database.Now()
		if err := tx.Clauses(onID("name", "position", "updated_at")).Create(&row).Error; err != nil {
			return fmt.Errorf("write taxonomy: %w", err)
		}
		if err := setTerms(tx, row, t.Terms); err != nil {
			return err
		}
	}
	for _, b := range before {
		if wanted[b.Slug] {
			continue
		}
		if err := tx.Delete(&Taxonomy{}, "id = ?", b.ID).Error; err != nil {
			return fmt.Errorf("delete taxonomy: %w", err)
		}
	}
	return nil
}

func setTerms(tx *gorm.DB, of Taxonomy, plan []Term) error {
	wanted := map[string]bool{}
	for i, t := range plan {
		slug := Slug(t.Name)
		if t.Name == "" || wanted[slug] {
			continue
		}
		wanted[slug] = true
		row := Term{ID: database.NewID(), SiteID: of.SiteID, TaxonomyID: of.ID, Slug: slug}
		if at := slices.IndexFunc(of.Terms, func(b Term) bool { return b.Slug == slug }); at >= 0 {
			row = of.Terms[at]
		}
		row.Name, row.Position, row.UpdatedAt = t.Name, int64(i), database.Now()
		if err := tx.Clauses(onID("name", "position", "updated_at")).Create(&row).Error; err != nil {
			return fmt.Errorf("write term: %w", err)
		}
	}
	for _, t := range of.Terms {
		if wanted[t.Slug] {
			continue
		}
		if err := tx.Delete(&Term{}, "id = ?", t.ID).Error; err != nil {
			return fmt.Errorf("delete term: %w", err)
		}
	}
	return nil
}

func onID(columns ...string) clause.OnConflict {
	return clause.OnConflict{Columns: []clause.Column{{Name: "account_id"}, {Name: "id"}}, DoUpdates: clause.AssignmentColumns(columns)}
}

// SetTerms makes the terms of the page those with the ids.
func SetTerms(tx *gorm.DB, pageID string, termIDs []string) error {
	p, err := locked(tx, pageID)
	if err != nil {
		return err
	}
	var known []string
	if err := tx.Model(&Term{}).Where("site_id = ? AND id IN ?", p.SiteID, termIDs).Pluck("id", &known).Error; err != nil {
		return fmt.Errorf("load terms: %w", err)
	}
	for _, id := range termIDs {
		if !slices.Contains(known, id) {
			return fault.Missing("term")
		}
	}
	if err := tx.Delete(&PageTerm{}, "page_id = ?", pageID).Error; err != nil {
		return fmt.Errorf("delete terms of page: %w", err)
	}
	for _, id := range known {
		row := PageTerm{ID: database.NewID(), SiteID: p.SiteID, PageID: pageID, TermID: id}
		if err := tx.Create(&row).Error; err != nil {
			return fmt.Errorf("write terms of page: %w", err)
		}
	}
	return nil
}

// TermsOf returns the terms of each page of the site, under the page's id, in the order of the taxonomies, which are those of the site.
func (s *Service) TermsOf(ctx context.Context, siteID string, list []Taxonomy) (map[string][]Term, error) {
	var pairs []PageTerm
	if err := s.db.Read(ctx).Where("site_id = ?", siteID).Order("page_id").Find(&pairs).Error; err != nil {
		return nil, fmt.Errorf("list terms of pages: %w", err)
	}
	pages := map[string][]string{}
	for _, p := range pairs {
		pages[p.TermID] = append(pages[p.TermID], p.PageID)
	}
	of := map[string][]Term{}
	for _, taxonomy := range list {
		for _, t := range taxonomy.Terms {
			for _, page := range pages[t.ID] {
				of[page] = append(of[page], t)
			}
		}
	}
	return of, nil
}
