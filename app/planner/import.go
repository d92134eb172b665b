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
		_, _, err := im.settle(s.db.Read(ctx), found)
		return im, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := lockSector(tx, sector.ID); err != nil {
			return err
		}
		fresh, known, err := im.settle(tx, found)
		if err != nil {
			return err
		}
		for part := range slices.Chunk(fresh, batch) {
			if err := tx.Create(&part).Error; err != nil {
				return fmt.Errorf("write keywords: %w", err)
			}
		}
		if err := writeRows(tx, updateKnowledge, slices.Concat(identity, knowledge), known); err != nil {
			return err
		}
		if err := recount(tx, sector.ID, clusterIDs(known)...); err != nil {
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
			k.Sources = []Source{said(report, k)}
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

// settle compares what was found with what the sector has: it counts, and is the keywords to insert and those that are known better.
func (im *Import) settle(tx *gorm.DB, found []*finding) (fresh, known []Keyword, err error) {
	slices.SortFunc(found, func(a, b *finding) int { return cmp.Compare(a.Key, b.Key) })
	for part := range slices.Chunk(found, atOnce) {
		have, err := existing(tx, im.SectorID, part)
		if err != nil {
			return nil, nil, err
		}
		for _, f := range part {
			report := &im.Files[f.file]
			k, had := have[f.Key]
			switch {
			case !had:
				report.Imported++
				f.ID = database.NewID() // in the order of the keys, so that the indexes of both grow at their ends
				fresh = append(fresh, f.Keyword)
			default:
				better, noted := k.refresh(f.Keyword)
				if better {
					report.Updated++
				} else {
					report.Duplicates++
				}
				if better || noted {
					known = append(known, k)
				}
			}
		}
	}
	for _, f := range im.Files {
		im.Rows, im.Imported, im.Updated = im.Rows+f.Rows, im.Imported+f.Imported, im.Updated+f.Updated
		im.Duplicates, im.Rejected = im.Duplicates+f.Duplicates, im.Rejected+f.RejectedCount
	}
	return fresh, known, nil
}

// existing are the keywords that the sector has of the findings, as far as an import may change them.
func existing(tx *gorm.DB, sectorID string, part []*finding) (map[string]Keyword, error) {
	keys := make([]struct{ Key string }, len(part))
	for i, f := range part {
		keys[i].Key = f.Key
	}
	list, err := readRows[Keyword](tx, selectKnown, []column{{"key", "Key", "TEXT"}}, keys, map[string]any{"sector": sectorID})
	if err != nil {
		return nil, fmt.Errorf("load keywords: %w", err)
	}
	have := make(map[string]Keyword, len(list))
	for _, k := range list {
		have[k.Key] = k
	}
	return have, nil
}

// knowledge are the columns that an import may change in a keyword that is there.
var (
	identity  = []column{{"id", "ID", "TEXT"}}
	knowledge = []column{
		{"volume", "Volume", "BIGINT"},
		{"volume_low", "VolumeLow", "BIGINT"},
		{"volume_high", "VolumeHigh", "BIGINT"},
		{"estimated", "Estimated", "BOOLEAN"},
		{"difficulty", "Difficulty", "DOUBLE PRECISION"},
		{"cpc", "CPC", "DOUBLE PRECISION"},
		{"currency", "Currency", "TEXT"},
		{"intent", "Intent", "TEXT"},
		{"country", "Country", "TEXT"},
		{"impressions", "Impressions", "BIGINT"},
		{"clicks", "Clicks", "BIGINT"},
		{"position", "Position", "DOUBLE PRECISION"},
		{"demand", "Demand", "BIGINT"},
		{"parent_keyword", "ParentKeyword", "TEXT"},
		{"urls", "URLs", "JSONB"},
		{"given_group", "GivenGroup", "TEXT"},
		{"given_topic", "GivenTopic", "TEXT"},
		{"sources", "Sources", "JSONB"},
	}
)

var (
	updateKnowledge = "UPDATE keywords SET " + assignments(knowledge) + `, updated_at = @now FROM r WHERE keywords.account_id = @account AND keywords.id = r."ID"`
	selectKnown     = "SELECT k.id, k.key, k.state, k.cluster_id, " + names("k.", knowledge) +
		` FROM r JOIN keywords AS k ON k.account_id = @account AND k.sector_id = @sector AND k.key = r."Key"`
)

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

// refresh takes over what another import knows. better says that a value changed, noted that who says so did.
func (k *Keyword) refresh(from Keyword) (better, noted bool) {
	sources := k.Sources
	k.Sources = together(sources, from.Sources)
	noted = !sameSources(sources, k.Sources)
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
	overText(&k.GivenTopic, from.GivenTopic)
	k.URLs = union(k.URLs, from.URLs)
	k.Demand = k.demand()
	return !reflect.DeepEqual(before, *k), noted
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
