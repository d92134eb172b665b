package imports

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/keywordfile"
	"igny8/app/planner"
	"igny8/app/tenancy"
)

// File is a keyword file as somebody gives it. It lies on disk: nothing holds the whole of it.
type File struct {
	Name string
	Data io.ReaderAt
	Size int64 // in bytes
}

// TextFile returns a file of text that is in memory, such as pasted keywords.
func TextFile(name, text string) File {
	return File{Name: name, Data: strings.NewReader(text), Size: int64(len(text))}
}

// ImportState is how far an import is.
type ImportState string

// The states of an import.
const (
	ImportChecked ImportState = "checked" // read and compared with the sector; nothing of it is in the sector yet
	ImportDone    ImportState = "done"
)

// mayBecome reports whether an import in the state may be moved to the next one: what is done stays.
func (s ImportState) mayBecome(next ImportState) bool {
	return s == ImportChecked && next == ImportDone
}

// Import is what one import did, or would do. Rows = Imported + Updated + Duplicates + Rejected + Declined, over all files and for each.
type Import struct {
	ID         string
	AccountID  string `gorm:"<-:create"`
	SiteID     string `gorm:"<-:create"`
	SectorID   string `gorm:"<-:create"`
	UserID     string
	State      ImportState
	RunID      *string      // the run that writes it, when it was checked first
	Rows       int          // read
	Imported   int          // keywords that the sector did not have
	Updated    int          // keywords that it had and that are known better now
	Duplicates int          // the keyword stood in this import before, or the row told nothing new
	Rejected   int          // rows that are no keywords
	Declined   int          // rows that a person left out
	Excluded   int          // keywords of the sector that were not in the files any more and that a person excluded
	Files      []FileReport `gorm:"serializer:json"`
	DryRun     bool         `gorm:"-"` // nothing was written
	CreatedAt  time.Time

	// Of a dry run or a check, in the answer to it.
	Changes      []Change       `gorm:"-"` // the first of them, at most MostChanges
	ChangeCounts map[string]int `gorm:"-"` // by kind
}

// TableName returns the table of imports.
func (Import) TableName() string { return "keyword_imports" }

// ImportFiles reads the files into the sector. A keyword that stands in several rows is one keyword; one that the sector has
// is completed: an unknown value never replaces a known one, an estimate never an exact volume, and its state and cluster
// stay. A file that is refused does not stop the others; if all are, so is the import. A dry run writes nothing and says
// what would happen.
func (s *Service) ImportFiles(ctx context.Context, sectorID string, files []File, dryRun bool) (Import, error) {
	im, err := s.newImport(ctx, sectorID, ImportDone)
	if err != nil {
		return Import{}, err
	}
	im.DryRun = dryRun
	if dryRun {
		changes, err := s.compare(ctx, &im, files)
		if err != nil {
			return Import{}, err
		}
		_ = changes.close()
		return im, im.refused()
	}
	found, err := s.read(ctx, &im, files, nil)
	if err != nil {
		return Import{}, err
	}
	defer func() { _ = found.rows.Close() }()
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
		return s.planner.SetStage(tx, im.SiteID)
	})
	return im, err
}

func (s *Service) newImport(ctx context.Context, sectorID string, state ImportState) (Import, error) {
	sector, err := s.sites.Sector(ctx, sectorID)
	return Import{ID: database.NewID(), SiteID: sector.SiteID, SectorID: sector.ID, UserID: tenancy.User(ctx), State: state}, err
}

// read reads the files when it is their turn and puts the rows of each keyword together. Somebody who watches hears how many others come
// first.
func (s *Service) read(ctx context.Context, im *Import, files []File, watch func(before int)) (found *reading, err error) {
	if len(files) == 0 {
		return nil, fault.New(fault.Invalid, "Choose a keyword file.")
	}
	options, err := s.readingOptions(ctx)
	if err != nil {
		return nil, err
	}
	rules, err := s.planner.IntentRules(ctx, im.SiteID)
	if err != nil {
		return nil, err
	}
	leave, err := s.queue.enter(ctx, watch)
	if err != nil {
		return nil, err
	}
	defer leave()
	found = newReading(rules)
	for i, file := range files {
		report, err := readFile(ctx, file, options, func(row keywordfile.Row) error { return found.take(row, i) })
		if err != nil {
			return nil, errors.Join(err, found.rows.Close())
		}
		im.Files = append(im.Files, report)
	}
	return found, nil
}

// refused returns the refusal of an import of which no file could be read.
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
	if _, err := planner.LockSector(tx, im.SectorID); err != nil {
		return err
	}
	touched := map[string]bool{}
	err := im.settle(tx, found, declined, func(d delta) error {
		for _, k := range d.updated {
			if k.ClusterID != nil {
				touched[*k.ClusterID] = true
			}
		}
		return d.write(tx)
	})
	if err != nil {
		return err
	}
	if err := database.Analyze(tx, im.Imported, "keywords"); err != nil {
		return err
	}
	return planner.Recount(tx, im.SectorID, slices.Sorted(maps.Keys(touched))...)
}

func (d delta) write(tx *gorm.DB) error {
	if err := planner.InsertKeywords(tx, d.added); err != nil {
		return err
	}
	if err := planner.UpdateKnowledge(tx, d.updated); err != nil {
		return err
	}
	return planner.UpdateSources(tx, d.sourced)
}

// ImportPage returns one page of the sector's imports, newest first, for the API.
func (s *Service) ImportPage(ctx context.Context, sectorID string, limit int, cursor string) (database.Page[Import], error) {
	if _, err := s.sites.Sector(ctx, sectorID); err != nil {
		return database.Page[Import]{}, err
	}
	return database.List(s.db.Read(ctx).Where("sector_id = ?", sectorID), database.Order{Column: "created_at", Falling: true, Kind: database.Time}, limit, cursor,
		func(im Import) database.Position { return database.Position{Value: im.CreatedAt, ID: im.ID} })
}

// ImportReport returns the import with the id.
func (s *Service) ImportReport(ctx context.Context, id string) (Import, error) {
	return database.One[Import](s.db.Read(ctx), "import", id)
}
