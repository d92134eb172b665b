// Package sites manages the websites of an account, their sectors, and which stage gates a site has passed or may pass by a waiver. The
// modules above compute the checks of a gate; this package only combines them with waivers and passages.
//
// The tenancy scope decides what is visible: a site of another account, or one without site access, is not found.
package sites

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/idna"
	"golang.org/x/text/language"
	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/history"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// The types of sites.
const (
	Blog      = "blog"
	Ecommerce = "ecommerce"
	Company   = "company"
)

// Types returns the types of sites.
func Types() []string { return []string{Blog, Ecommerce, Company} }

// Site is one website of the account.
type Site struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	Name      string
	Domain    string // free text until it is verified
	Language  string // BCP 47
	Market    string // the country or region of the searches
	Type      string
	Sample    bool // the site with the sample data
	CreatedAt time.Time
	UpdatedAt time.Time
	DeletedAt *time.Time // since when it is in the trash
}

// Service is the only access to sites.
type Service struct {
	db     *database.DB
	trash  *history.Trash
	stages map[string]ComputeGate // by gate
}

// New returns the service over the database. Deleted sites go into the trash.
func New(db *database.DB, trash *history.Trash) *Service {
	s := &Service{db: db, trash: trash, stages: map[string]ComputeGate{}}
	trash.Register(
		history.TrashKind{Noun: "site", Model: &Site{}, Cascades: true},
		history.TrashKind{Noun: "sector", Model: &Sector{}, Under: map[string]string{"site_id": "site"}},
	)
	trash.Settle(s.settle)
	return s
}

// settle computes the stages of the site again, unless the site itself is in the trash.
func (s *Service) settle(tx *gorm.DB, item history.TrashItem, restored bool) error {
	if item.Noun == "site" && !restored {
		return nil
	}
	return s.SetStage(tx, item.SiteID, gates.Names()...)
}

// NewSite is what a person enters for a new site. Language defaults to English and type to blog.
type NewSite struct {
	Name, Domain, Language, Market, Type string
	Sample                               bool
	Sector                               string // its first sector; empty: none
}

// Create creates a site, and its first sector if one is named.
func (s *Service) Create(ctx context.Context, n NewSite) (Site, Sector, error) {
	var f fault.Fields
	site := Site{ID: database.NewID(), Sample: n.Sample}
	site.set(&f, Change{Name: &n.Name, Domain: &n.Domain, Language: &n.Language, Market: &n.Market, Type: &n.Type})
	sectorName := ""
	if strings.TrimSpace(n.Sector) != "" {
		sectorName = text.Line(&f, "sector", n.Sector, 100)
	}
	if err := f.Err(); err != nil {
		return Site{}, Sector{}, err
	}
	var sector Sector
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Create(&site).Error; err != nil {
			return fmt.Errorf("create site: %w", err)
		}
		if err := s.SetStage(tx, site.ID, gates.Names()...); err != nil {
			return err
		}
		if err := events.Record(tx, site.event(events.SiteCreated)); err != nil || sectorName == "" {
			return err
		}
		var err error
		sector, err = createSector(tx, site.ID, sectorName)
		return err
	})
	if err != nil {
		return Site{}, Sector{}, err
	}
	return site, sector, nil
}

// List returns the sites that the context reaches, by name.
func (s *Service) List(ctx context.Context) ([]Site, error) {
	var list []Site
	if err := s.db.Read(ctx).Order("name, id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list sites: %w", err)
	}
	return list, nil
}

// ListWithStages returns the sites like List, and the stages of the one with the id, in the order of the gates. An empty id: no stages.
func (s *Service) ListWithStages(ctx context.Context, id string) ([]Site, []Stage, error) {
	var rows []struct {
		Site  `gorm:"embedded"`
		Stage Stage `gorm:"embedded;embeddedPrefix:stage_"`
	}
	if err := tenancy.SQL(s.db.Read(ctx), sitesWithStages, map[string]any{"site": id}).Scan(&rows).Error; err != nil {
		return nil, nil, fmt.Errorf("list sites: %w", err)
	}
	scope, _ := tenancy.From(ctx)
	var list []Site
	var stages []Stage
	for _, row := range rows {
		if !scope.Reaches(row.ID) {
			continue
		}
		if len(list) == 0 || list[len(list)-1].ID != row.ID {
			list = append(list, row.Site)
			database.Remember(ctx, row.ID, row.Site)
		}
		if row.Stage.ID != "" {
			stages = append(stages, row.Stage)
		}
	}
	if id != "" && len(stages) < len(s.stages) && slices.ContainsFunc(list, func(site Site) bool { return site.ID == id }) {
		found, err := s.Stages(ctx, id)
		return list, found[id], err
	}
	slices.SortFunc(stages, byGate)
	return list, stages, nil
}

const sitesWithStages = `SELECT sites.*, stages.id AS stage_id, stages.gate AS stage_gate, stages.state AS stage_state,
		stages.percent AS stage_percent, stages.reason AS stage_reason
	FROM sites LEFT JOIN stages ON stages.account_id = sites.account_id AND stages.site_id = sites.id AND sites.id = @site
	WHERE sites.account_id = @account AND sites.deleted_at IS NULL
	ORDER BY sites.name, sites.id`

// SitePage returns one page of List, for the API.
func (s *Service) SitePage(ctx context.Context, limit int, cursor string) (database.Page[Site], error) {
	return database.List(s.db.Read(ctx), database.Order{Column: "name", Kind: database.Text}, limit, cursor,
		func(site Site) database.Position { return database.Position{Value: site.Name, ID: site.ID} })
}

// Get returns the site with the id.
func (s *Service) Get(ctx context.Context, id string) (Site, error) {
	return database.One[Site](s.db.Read(ctx), "site", id)
}

// Change is a change of a site. A nil field stays unchanged.
type Change struct{ Name, Domain, Language, Market, Type *string }

// Update changes a site.
func (s *Service) Update(ctx context.Context, id string, c Change) (Site, error) {
	var site Site
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		var err error
		site, err = update(tx, id, c)
		return err
	})
	return site, err
}

// SetType changes the type of the site, for the wizard of the Site Builder.
func SetType(tx *gorm.DB, id, kind string) error {
	_, err := update(tx, id, Change{Type: &kind})
	return err
}

// update locks the site and writes only the columns that the change names.
func update(tx *gorm.DB, id string, c Change) (Site, error) {
	site, err := database.One[Site](database.Locked(tx), "site", id)
	if err != nil {
		return site, err
	}
	var f fault.Fields
	columns := site.set(&f, c)
	if err := f.Err(); err != nil || len(columns) == 0 {
		return site, err
	}
	if err := tx.Model(&site).Select(columns).Updates(&site).Error; err != nil {
		return site, fmt.Errorf("update site: %w", err)
	}
	return site, nil
}

// set applies the change, notes invalid fields and returns the changed columns.
func (s *Site) set(f *fault.Fields, c Change) (columns []string) {
	if c.Name != nil {
		columns = append(columns, "name")
		s.Name = text.Line(f, "name", *c.Name, 100)
		f.Check(s.Name != "", "name", "Give the site a name.")
	}
	if c.Domain != nil {
		columns = append(columns, "domain")
		s.Domain = domain(f, *c.Domain)
	}
	if c.Language != nil {
		columns = append(columns, "language")
		tag, err := language.Parse(cmp.Or(strings.TrimSpace(*c.Language), "en"))
		f.Check(err == nil, "language", "This is no language code. English is en, Brazilian Portuguese is pt-BR.")
		s.Language = tag.String()
	}
	if c.Market != nil {
		columns = append(columns, "market")
		s.Market = text.Line(f, "market", *c.Market, 60)
	}
	if c.Type != nil {
		columns = append(columns, "type")
		s.Type = cmp.Or(strings.TrimSpace(*c.Type), Blog)
		f.Check(slices.Contains(Types(), s.Type), "type", "The type of a site is blog, ecommerce or company.")
	}
	return columns
}

func (s Site) event(kind events.Kind) events.Event {
	return events.Event{Kind: kind, SiteID: s.ID, ObjectID: s.ID, Subject: s.Name, Detail: s.Domain}
}

// Delete puts the site into the trash, with everything that belongs to it. Package publish unpublishes it in the same transaction.
func (s *Service) Delete(tx *gorm.DB, id string) error {
	site, err := database.One[Site](database.Locked(tx), "site", id)
	if err != nil {
		return err
	}
	if err := s.trash.Move(tx, history.TrashItem{Noun: "site", RowID: site.ID, SiteID: site.ID, Name: site.Name}); err != nil {
		return err
	}
	return events.Record(tx, site.event(events.SiteDeleted))
}

// Of returns the site of the row with the id; T is the row's model. If the row is out of reach, or its site is in the trash, the error
// says that the noun is missing.
func Of[T any](ctx context.Context, s *Service, noun, id string) (siteID string, err error) {
	var found []string
	if !text.Printable(id) {
		return "", fault.Missing(noun)
	}
	if err := s.db.Read(ctx).Model(new(T)).Where("id = ?", id).Limit(1).Pluck("site_id", &found).Error; err != nil {
		return "", fmt.Errorf("find the site of a %s: %w", noun, err)
	}
	if len(found) == 0 {
		return "", fault.Missing(noun)
	}
	if _, err := s.Get(ctx, found[0]); fault.KindOf(err) == fault.NotFound {
		return "", fault.Missing(noun)
	} else if err != nil {
		return "", err
	}
	return found[0], nil
}

// domain returns the host name in what people type, with or without the rest of a URL.
func domain(f *fault.Fields, s string) string {
	s = strings.TrimSpace(s)
	_, name, found := strings.Cut(s, "://")
	if !found {
		name = s
	}
	if name = strings.TrimSuffix(name, "/"); name == "" {
		return ""
	}
	host, err := idna.Lookup.ToASCII(name)
	f.Check(err == nil && len(host) <= 253 && strings.Contains(host, "."), "domain", "This is no domain. Write it like example.com.")
	return host
}
