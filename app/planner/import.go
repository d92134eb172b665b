package planner

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// File is a keyword file as somebody gives it.
type File struct {
	Name string
	Data io.Reader
}

// Import is what one import did, or would do. Rows = Imported + Updated + Duplicates + Rejected, over all files and for each.
type Import struct {
	ID         string
	AccountID  string `gorm:"<-:create"`
	SiteID     string `gorm:"<-:create"`
	SectorID   string `gorm:"<-:create"`
	UserID     string
	Rows       int          // read
	Imported   int          // keywords that the sector did not have
	Updated    int          // keywords that it had and that are known better now
	Duplicates int          // the keyword stood in this import before, or the row told nothing new
	Rejected   int          // rows that are no keywords
	Files      []FileReport `gorm:"serializer:json"`
	DryRun     bool         `gorm:"-"` // nothing was written
	CreatedAt  time.Time
}

// TableName is the table of imports.
func (Import) TableName() string { return "keyword_imports" }

// Import reads the files into the sector. A keyword that stands in several rows is one keyword; one that the sector has is completed: an unknown value
// never replaces a known one, an estimate never an exact volume, and its state and cluster stay. A file that is refused does not stop the others; if
// all are, so is the import. A dry run writes nothing and says what would happen.
func (s *Service) Import(ctx context.Context, sectorID string, files []File, dryRun bool) (Import, error) {
	sector, err := s.sites.Sector(ctx, sectorID)
	if err != nil {
		return Import{}, err
	}
	im := Import{ID: database.NewID(), SiteID: sector.SiteID, SectorID: sector.ID, UserID: tenancy.User(ctx), DryRun: dryRun}
	found, err := im.read(ctx, files)
	if err != nil {
		return Import{}, err
	}
	if dryRun {
		_, err := im.settle(s.db.Read(ctx), found)
		return im, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := lockSector(tx, sector.ID); err != nil {
			return err
		}
		changed, err := im.settle(tx, found)
		if err != nil {
			return err
		}
		if err := upsertKeywords(tx, changed, knowledge...); err != nil {
			return err
		}
		if err := recount(tx, sector.ID, clusterIDs(changed)...); err != nil {
			return err
		}
		if err := tx.Create(&im).Error; err != nil {
			return fmt.Errorf("write import: %w", err)
		}
		return nil
	})
	return im, err
}

// finding is a keyword of the import and the file in which it stood first.
type finding struct {
	Keyword
	file int
	more []Keyword // what its other rows say
}

// read reads the files and joins the rows of each keyword.
func (im *Import) read(ctx context.Context, files []File) ([]*finding, error) {
	if len(files) == 0 {
		return nil, fault.New(fault.Invalid, "Choose a keyword file.")
	}
	var list []*finding
	known := map[string]*finding{}
	for i, file := range files {
		report, rows, err := readFile(ctx, file)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			k := newKeyword(row)
			if first := known[k.Key]; first != nil {
				first.more = append(first.more, k)
				report.Joined++
				report.Duplicates++
				continue
			}
			k.SiteID, k.SectorID, k.ImportID = im.SiteID, im.SectorID, &im.ID
			known[k.Key] = &finding{Keyword: k, file: i}
			list = append(list, known[k.Key])
		}
		im.Files = append(im.Files, report)
	}
	for _, f := range list {
		f.join(f.more)
	}
	return list, im.refused()
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

// settle compares what was found with what the sector has: it counts, and is the keywords as they have to be written.
func (im *Import) settle(tx *gorm.DB, found []*finding) ([]Keyword, error) {
	var changed []Keyword
	slices.SortFunc(found, func(a, b *finding) int { return cmp.Compare(a.Key, b.Key) })
	for part := range slices.Chunk(found, batch) {
		have, err := existing(tx, im.SectorID, part)
		if err != nil {
			return nil, err
		}
		for _, f := range part {
			report := &im.Files[f.file]
			k, had := have[f.Key]
			switch {
			case !had:
				report.Imported++
				f.ID = database.NewID() // in the order of the keys, so that the indexes of both grow at their ends
				changed = append(changed, f.Keyword)
			case k.refresh(f.Keyword):
				report.Updated++
				changed = append(changed, k)
			default:
				report.Duplicates++
			}
		}
	}
	for _, f := range im.Files {
		im.Rows, im.Imported, im.Updated = im.Rows+f.Rows, im.Imported+f.Imported, im.Updated+f.Updated
		im.Duplicates, im.Rejected = im.Duplicates+f.Duplicates, im.Rejected+f.RejectedCount
	}
	return changed, nil
}

// existing are the keywords that the sector has of a part of the sorted findings. The part is asked for as a range: a long list of keys makes PostgreSQL
// read the whole sector for each part as long as it has no statistics, which is right after the first import.
func existing(tx *gorm.DB, sectorID string, part []*finding) (map[string]Keyword, error) {
	var list []Keyword
	if err := tx.Where("sector_id = ? AND key BETWEEN ? AND ?", sectorID, part[0].Key, part[len(part)-1].Key).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("load keywords: %w", err)
	}
	have := make(map[string]Keyword, len(list))
	for _, k := range list {
		have[k.Key] = k
	}
	return have, nil
}

// knowledge are the columns that an import may change in a keyword that is there.
var knowledge = []string{
	"volume", "volume_low", "volume_high", "estimated", "difficulty", "cpc", "currency", "intent", "country", "impressions", "clicks", "position",
	"demand", "parent_keyword", "urls", "given_group", "updated_at",
}

// upsertKeywords writes new keywords, and of those that are there the named columns.
func upsertKeywords(tx *gorm.DB, list []Keyword, columns ...string) error {
	onKey := clause.OnConflict{
		Columns:   []clause.Column{{Name: "account_id"}, {Name: "sector_id"}, {Name: "key"}},
		DoUpdates: clause.AssignmentColumns(columns),
	}
	now := database.Now()
	for part := range slices.Chunk(list, batch) {
		for i := range part {
			part[i].UpdatedAt = now
			part[i].URLs, part[i].Evidence = append([]string{}, part[i].URLs...), append([]Evidence{}, part[i].Evidence...)
		}
		if err := tx.Clauses(onKey).Create(&part).Error; err != nil {
			return fmt.Errorf("write keywords: %w", err)
		}
	}
	return nil
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

// ImportReport is the import with the id.
func (s *Service) ImportReport(ctx context.Context, id string) (Import, error) {
	return load[Import](s.db.Read(ctx), "import", id)
}

// refresh takes over what another import knows and says whether that changed anything.
func (k *Keyword) refresh(from Keyword) bool {
	before := *k
	if from.volumeRank() > 0 && from.volumeRank() >= k.volumeRank() {
		k.takeVolume(from)
	}
	over(&k.Difficulty, from.Difficulty)
	over(&k.Impressions, from.Impressions)
	over(&k.Clicks, from.Clicks)
	over(&k.Position, from.Position)
	if from.CPC != nil {
		k.CPC, k.Currency = from.CPC, from.Currency
	}
	overText(&k.Intent, from.Intent)
	overText(&k.Country, from.Country)
	overText(&k.ParentKeyword, from.ParentKeyword)
	overText(&k.GivenGroup, from.GivenGroup)
	k.URLs = union(k.URLs, from.URLs)
	k.Demand = k.demand()
	return !reflect.DeepEqual(before, *k)
}

func over[T any](known **T, by *T) {
	if by != nil {
		*known = by
	}
}

func overText(known *string, by string) {
	if by != "" {
		*known = by
	}
}
