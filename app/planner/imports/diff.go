package imports

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/app/spill"
)

// The kinds of changes that a checked import would make in a sector that has keywords already.
const (
	ChangeNew      = "new"
	ChangeChanged  = "changed"  // known better, or otherwise
	ChangeMoved    = "moved"    // the tool groups it elsewhere now
	ChangeVanished = "vanished" // an earlier export of the same tool and country had it, this one has not
)

// ChangeKinds returns the kinds of changes, in the order in which they are shown.
func ChangeKinds() []string { return []string{ChangeNew, ChangeChanged, ChangeMoved, ChangeVanished} }

// Change is what a checked import would do with one keyword. Accepted, a vanished keyword is excluded; what is not accepted stays as it is.
type Change struct {
	ID          string
	AccountID   string `gorm:"<-:create"`
	SiteID      string `gorm:"<-:create"`
	SectorID    string `gorm:"<-:create"`
	ImportID    string `gorm:"<-:create"`
	Kind        string
	Key, Text   string
	Pinned      bool                 // a pinned keyword is excluded by itself alone, never with all
	Differences []planner.Difference `gorm:"serializer:json"`
	Accepted    bool
}

// TableName returns the table of changes.
func (Change) TableName() string { return "keyword_import_changes" }

// diff is what an import would change. The changes wait sorted in a temporary file, since there may be as many as rows.
type diff struct {
	changes *spill.Sorter // by their kinds and keys
	counts  map[string]int
}

func newDiff() *diff { return &diff{spill.NewSorter(mostRead), map[string]int{}} }

func (d *diff) add(c Change) error {
	text, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("keep change: %w", err)
	}
	d.counts[c.Kind]++
	if err := d.changes.Add(c.Kind+"\x00"+c.Key, text); errors.Is(err, spill.ErrFull) {
		return fault.New(fault.TooLarge, "The files would change more than is compared at once. Nothing was imported; import fewer keywords at once.")
	} else if err != nil {
		return err
	}
	return nil
}

// changesAtOnce is how many changes each visits at a time.
const changesAtOnce = 900

// each visits some hundred changes at a time, in the order of their kinds and keys.
func (d *diff) each(visit func([]Change) error) error {
	rows, err := d.changes.Rows()
	if err != nil {
		return err
	}
	for more := true; more; {
		var part []Change
		for len(part) < changesAtOnce {
			_, text, err := rows.Next()
			if more = !errors.Is(err, io.EOF); !more {
				break
			}
			if err != nil {
				return err
			}
			var c Change
			if err := json.Unmarshal(text, &c); err != nil {
				return fmt.Errorf("read change: %w", err)
			}
			part = append(part, c)
		}
		if len(part) == 0 {
			return nil
		}
		if err := visit(part); err != nil {
			return err
		}
	}
	return nil
}

// tell puts the first of the changes into the answer, and how many there are of each kind.
func (d *diff) tell(im *Import) error {
	im.ChangeCounts = d.counts
	enough := errors.New("enough was read")
	err := d.each(func(part []Change) error {
		im.Changes = append(im.Changes, part[:min(len(part), MostChanges-len(im.Changes))]...)
		if len(im.Changes) == MostChanges {
			return enough
		}
		return nil
	})
	if errors.Is(err, enough) {
		return nil
	}
	return err
}

// MostChanges is how many changes the answer to a check or a dry run names.
const MostChanges = 1000

// compare reads the files into the import's report, counts what they would do, and is the difference to the sector. In a
// sector without keywords everything is new, and nothing has to be told apart.
func (s *Service) compare(ctx context.Context, im *Import, files []File) (*diff, error) {
	found, err := s.read(ctx, im, files, nil)
	if err != nil {
		return nil, err
	}
	defer func() { _ = found.rows.Close() }()
	reader := s.db.Read(ctx)
	filled, err := s.planner.HasKeywords(ctx, planner.KeywordQuery{SectorID: im.SectorID})
	if err != nil {
		return nil, err
	}
	changes := newDiff()
	add := func(kind string, k planner.Keyword, differences []planner.Difference, accepted bool) error {
		return changes.add(Change{
			SiteID: im.SiteID, SectorID: im.SectorID, ImportID: im.ID,
			Kind: kind, Key: k.Key, Text: k.Text, Pinned: k.Pinned, Differences: differences, Accepted: accepted,
		})
	}
	err = im.settle(reader, found, nil, func(d delta) error {
		if !filled {
			return nil
		}
		for _, k := range d.added {
			if err := add(ChangeNew, k, []planner.Difference{}, true); err != nil {
				return err
			}
		}
		for i, k := range d.updated {
			differences, moved := planner.Differences(d.before[i], k)
			kind := ChangeChanged
			if moved {
				kind = ChangeMoved
			}
			if len(differences) > 0 {
				if err := add(kind, k, differences, true); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err == nil && filled {
		err = vanished(reader, im, found, func(k planner.Keyword) error { return add(ChangeVanished, k, []planner.Difference{}, false) })
	}
	if err == nil {
		err = changes.tell(im)
	}
	if err != nil {
		return nil, errors.Join(err, changes.close())
	}
	return changes, nil
}

// series is what exports of one tool for one country have in common.
type series struct{ tool, country string }

// vanished visits the keywords of the sector that an earlier export of a tool and country had and that the new export of the same has
// not. Both the sector and what was found are gone through in the order of the keys.
func vanished(tx *gorm.DB, im *Import, found *reading, visit func(planner.Keyword) error) error {
	here := map[series]bool{}
	for said := range found.here {
		here[series{im.Files[said.file].Format, said.country}] = true
	}
	sorted, err := found.rows.Rows()
	if err != nil {
		return err
	}
	key, _, err := sorted.Next()
	for after := ""; ; {
		var part []planner.Keyword
		query := tx.Select("id", "key", "text", "pinned", "sources").Where("sector_id = ? AND state <> ? AND key > ?", im.SectorID, planner.KeywordExcluded, after)
		if err := query.Order("key").Limit(settledAtOnce).Find(&part).Error; err != nil {
			return fmt.Errorf("load keywords: %w", err)
		}
		for _, k := range part {
			for err == nil && string(key) < k.Key {
				key, _, err = sorted.Next()
			}
			if err != nil && !errors.Is(err, io.EOF) {
				return err
			}
			if err == nil && string(key) == k.Key ||
				!slices.ContainsFunc(k.Sources, func(s planner.Source) bool { return here[series{s.Tool, s.Country}] }) {
				continue
			}
			if err := visit(k); err != nil {
				return err
			}
		}
		if len(part) < settledAtOnce {
			return nil
		}
		after = part[len(part)-1].Key
	}
}

func (d *diff) close() error { return d.changes.Close() }

// write keeps the changes for a person's word.
func (d *diff) write(tx *gorm.DB) error {
	return d.each(func(part []Change) error {
		for i := range part {
			part[i].ID = database.NewID()
		}
		return database.WriteRows(tx, insertChanges, changeColumns, part)
	})
}

var changeColumns = database.Columns{
	{Name: "id", Field: "ID", Kind: "TEXT"},
	{Name: "site_id", Field: "SiteID", Kind: "TEXT"},
	{Name: "sector_id", Field: "SectorID", Kind: "TEXT"},
	{Name: "import_id", Field: "ImportID", Kind: "TEXT"},
	{Name: "kind", Field: "Kind", Kind: "TEXT"},
	{Name: "key", Field: "Key", Kind: "TEXT"},
	{Name: "text", Field: "Text", Kind: "TEXT"},
	{Name: "pinned", Field: "Pinned", Kind: "BOOLEAN"},
	{Name: "differences", Field: "Differences", Kind: "JSONB"},
	{Name: "accepted", Field: "Accepted", Kind: "BOOLEAN"},
}

var insertChanges = "INSERT INTO keyword_import_changes (account_id, " + changeColumns.Names("") + ") SELECT @account, " + changeColumns.Values() + " FROM r"

// ChangeCount is how many changes of a kind an import would make, and how many of them are accepted.
type ChangeCount struct {
	Kind            string
	Count, Accepted int64
}

// ChangeCounts returns the changes of a checked import by kind; kinds without any are left out.
func (s *Service) ChangeCounts(ctx context.Context, importID string) ([]ChangeCount, error) {
	if _, err := s.ImportReport(ctx, importID); err != nil {
		return nil, err
	}
	var counts []ChangeCount
	query := s.db.Read(ctx).Model(&Change{}).Where("import_id = ?", importID).Group("kind")
	if err := query.Select("kind, COUNT(*) AS count, SUM(CASE WHEN accepted THEN 1 ELSE 0 END) AS accepted").Find(&counts).Error; err != nil {
		return nil, fmt.Errorf("count changes: %w", err)
	}
	slices.SortFunc(counts, func(a, b ChangeCount) int {
		return cmp.Compare(slices.Index(ChangeKinds(), a.Kind), slices.Index(ChangeKinds(), b.Kind))
	})
	return counts, nil
}

// ImportChanges returns one page of a checked import's changes of the kind, in the order of their keywords.
func (s *Service) ImportChanges(ctx context.Context, importID, kind string, limit int, cursor string) (database.Page[Change], error) {
	none := database.Page[Change]{}
	if _, err := s.ImportReport(ctx, importID); err != nil {
		return none, err
	}
	if !slices.Contains(ChangeKinds(), kind) {
		return none, fault.New(fault.Invalid, "A change is %s, not %s.", strings.Join(ChangeKinds(), ", "), strconv.Quote(kind))
	}
	query := s.db.Read(ctx).Where("import_id = ? AND kind = ?", importID, kind)
	return database.List(query, database.Order{Column: "key", Kind: database.Text}, limit, cursor, func(c Change) database.Position {
		return database.Position{Value: c.Key, ID: c.ID}
	})
}

// AcceptChanges accepts or declines changes of a checked import: those that are named, or all of the kind. All vanished
// keywords are those that are not pinned: what a person put where it is is excluded by itself alone.
func (s *Service) AcceptChanges(ctx context.Context, importID, kind string, ids []string, accepted bool) error {
	im, err := s.checked(ctx, importID)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		query := tx.Model(&Change{}).Where("import_id = ? AND kind = ?", im.ID, kind)
		if len(ids) > 0 {
			if ids, err = planner.DistinctIDs(ids, "change"); err != nil {
				return err
			}
			query = query.Where("id IN ?", ids)
		} else if kind == ChangeVanished && accepted {
			query = query.Where("pinned = ?", false)
		}
		done := query.Update("accepted", accepted)
		if done.Error != nil {
			return fmt.Errorf("accept changes: %w", done.Error)
		}
		if int(done.RowsAffected) < len(ids) {
			return fault.Missing("change")
		}
		return nil
	})
}
