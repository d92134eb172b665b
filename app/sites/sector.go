package sites

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/text"
)

// Sector is a topic area or line of business of a site.
type Sector struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Name      string
	NameKey   string // the name in the form in which names are compared
	CreatedAt time.Time
	UpdatedAt time.Time
	DeletedAt *time.Time // since when it is in the trash, with its site
}

// Sectors returns the sectors of the site in the order of their creation.
func (s *Service) Sectors(ctx context.Context, siteID string) ([]Sector, error) {
	if _, err := s.Get(ctx, siteID); err != nil {
		return nil, err
	}
	var list []Sector
	if err := s.db.Read(ctx).Where("site_id = ?", siteID).Order("created_at, id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list sectors: %w", err)
	}
	for _, sector := range list {
		database.Remember(ctx, sector.ID, sector)
	}
	return list, nil
}

// SectorPage returns one page of Sectors, for the API.
func (s *Service) SectorPage(ctx context.Context, siteID string, limit int, cursor string) (database.Page[Sector], error) {
	if _, err := s.Get(ctx, siteID); err != nil {
		return database.Page[Sector]{}, err
	}
	return database.List(s.db.Read(ctx).Where("site_id = ?", siteID), database.Order{Column: "created_at", Kind: database.Time}, limit, cursor,
		func(sector Sector) database.Position {
			return database.Position{Value: sector.CreatedAt, ID: sector.ID}
		})
}

// Sector returns the sector with the id.
func (s *Service) Sector(ctx context.Context, id string) (Sector, error) {
	return database.One[Sector](s.db.Read(ctx), "sector", id)
}

// CreateSector adds a sector to the site. Names are unique within a site, whatever their case.
func (s *Service) CreateSector(ctx context.Context, siteID, name string) (Sector, error) {
	var f fault.Fields
	name = text.Line(&f, "name", name, 100)
	f.Check(name != "", "name", "Give the sector a name.")
	var sector Sector
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := database.One[Site](tx, "site", siteID); err != nil {
			return err
		}
		if err := f.Err(); err != nil {
			return err
		}
		var err error
		sector, err = createSector(tx, siteID, name)
		return err
	})
	if err != nil {
		return Sector{}, err
	}
	return sector, nil
}

func createSector(tx *gorm.DB, siteID, name string) (Sector, error) {
	sector := Sector{ID: database.NewID(), SiteID: siteID, Name: name, NameKey: strings.ToLower(name)}
	err := tx.Create(&sector).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return Sector{}, fault.New(fault.Conflict, "The site has a sector named %q already.", name)
	}
	if err != nil {
		return Sector{}, fmt.Errorf("create sector: %w", err)
	}
	return sector, nil
}
