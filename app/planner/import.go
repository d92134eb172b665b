package planner

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/keywordfile"
	"igny8/app/tenancy"
)

// File is a keyword file as somebody gives it.
type File struct {
	Name string
	Data io.Reader
}

// The states of an import.
const (
	ImportChecked = "checked" // read and compared with the sector; nothing of it is in the sector yet
	ImportDone    = "done"
)

// Import is what one import did, or would do. Rows = Imported + Updated + Duplicates + Rejected + Declined, over all files and for each.
type Import struct {
	ID         string
	AccountID  string `gorm:"<-:create"`
	SiteID     string `gorm:"<-:create"`
	SectorID   string `gorm:"<-:create"`
	UserID     string
	State      string
	RunID      *string        // the run that writes it, when it was checked first
	Rows       int            // read
	Imported   int            // keywords that the sector did not have
	Updated    int            // keywords that it had and that are known better now
	Duplicates int            // the keyword stood in this import before, or the row told nothing new
	Rejected   int            // rows that are no keywords
	Declined   int            // rows that a person left out
	Excluded   int            // keywords of the sector that were not in the files any more and that a person excluded
	Files      []FileReport   `gorm:"serializer:json"`
	DryRun     bool           `gorm:"-"` // nothing was written
	Changes    []ImportChange `gorm:"-"` // of a dry run or a check, in the answer to it
	CreatedAt  time.Time
}

// TableName is the table of imports.
func (Import) TableName() string { return "keyword_imports" }

func (im Import) sector() string { return im.SectorID }

// Import reads the files into the sector. A keyword that stands in several rows is one keyword; one that the sector has is completed: an unknown value
// never replaces a known one, an estimate never an exact volume, and its state and cluster stay. A file that is refused does not stop the others; if
// all are, so is the import. A dry run writes nothing and says what would happen.
func (s *Service) Import(ctx context.Context, sectorID string, files []File, dryRun bool) (Import, error) {
	im, err := s.newImport(ctx, sectorID, ImportDone)
	if err != nil {
		return Import{}, err
	}
	im.DryRun = dryRun
	if dryRun {
		if im.Changes, err = s.compare(ctx, &im, files); err != nil {
			return Import{}, err
		}
		return im, im.refused()
	}
	found, err := s.read(ctx, &im, files)
	if err != nil {
		return Import{}, err
	}
	if err := im.refused(); err != nil {
		return Import{}, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := im.write(tx, found, nil); err != nil {
			return err
		}
		if err := tx.Create(&im).Error; err != nil {
			return fmt.Errorf("write import: %w", err)
		}
		return nil
	})
	return im, err
}

func (s *Service) newImport(ctx context.Context, sectorID, state string) (Import, error) {
	sector, err := s.sites.Sector(ctx, sectorID)
	return Import{ID: database.NewID(), SiteID: sector.SiteID, SectorID: sector.ID, UserID: tenancy.User(ctx), State: state}, err
}

// read reads the files and puts the rows of each keyword together.
func (s *Service) read(ctx context.Context, im *Import, files []File) (*reading, error) {
	if len(files) == 0 {
		return nil, fault.New(fault.Invalid, "Choose a keyword file.")
	}
	options, err := s.readingOptions(ctx)
	if err != nil {
		return nil, err
	}
	rules, err := s.intentRules(ctx, im.SiteID)
	if err != nil {
		return nil, err
	}
	found := &reading{rules: rules, byKey: map[string]*finding{}}
	for i, file := range files {
		joined := 0
		report, err := readFile(ctx, file, options, func(row keywordfile.Row) {
			if found.take(row, i) {
				joined++
			}
		})
		if err != nil {
			return nil, err
		}
		report.Joined += joined
		report.Duplicates += joined
		im.Files = append(im.Files, report)
	}
	return found, nil
}

// refused is the refusal of an import of which no file could be read.
func (im *Import) refused() error {
	var sentences []string
	for _, f := range im.Files {
		if f.Refusal == "" {
			return nil
		}
		sentences = append(sentences, f.Refusal)
	}
	return fault.Fields{{Name: "file", Message: strings.Join(sentences, " ")}}.Err()
}

// write writes what was found into the sector, apart from the keys that are declined.
func (im *Import) write(tx *gorm.DB, found *reading, declined map[string]bool) error {
	if _, err := lockSector(tx, im.SectorID); err != nil {
		return err
	}
	var touched []string
	err := im.settle(tx, found, declined, func(met meeting) error {
		touched = append(touched, clusterIDs(met.known)...)
		return met.write(tx)
	})
	if err != nil {
		return err
	}
	return recount(tx, im.SectorID, touched...)
}

func (m meeting) write(tx *gorm.DB) error {
	for part := range slices.Chunk(m.fresh, batch) {
		if err := tx.Create(&part).Error; err != nil {
			return fmt.Errorf("write keywords: %w", err)
		}
	}
	if err := writeRows(tx, updateKnowledge, slices.Concat(identity, knowledge), m.known); err != nil {
		return err
	}
	return writeRows(tx, updateSources, []column{identity[0], {"sources", "Sources", "JSONB"}}, m.noted)
}

func clusterIDs(list []Keyword) []string {
	var ids []string
	for _, k := range list {
		ids = append(ids, pointed(k.ClusterID)...)
	}
	return ids
}

// Imports are the sector's imports, newest first, at most the last hundred.
func (s *Service) Imports(ctx context.Context, sectorID string) ([]Import, error) {
	if _, err := s.sites.Sector(ctx, sectorID); err != nil {
		return nil, err
	}
	var list []Import
	if err := s.db.Read(ctx).Where("sector_id = ?", sectorID).Order("created_at DESC, id DESC").Limit(100).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list imports: %w", err)
	}
	return list, nil
}

// ImportPage is one page of the sector's imports, newest first, for the API.
func (s *Service) ImportPage(ctx context.Context, sectorID string, limit int, cursor string) (database.Page[Import], error) {
	if _, err := s.sites.Sector(ctx, sectorID); err != nil {
		return database.Page[Import]{}, err
	}
	return database.List(s.db.Read(ctx).Where("sector_id = ?", sectorID), database.Order{Column: "created_at", Falling: true, Kind: database.Time}, limit, cursor,
		func(im Import) database.Position { return database.Position{Value: im.CreatedAt, ID: im.ID} })
}

// ImportReport is the import with the id.
func (s *Service) ImportReport(ctx context.Context, id string) (Import, error) {
	return load[Import](s.db.Read(ctx), "import", id)
}
