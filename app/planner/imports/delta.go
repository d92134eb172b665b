package imports

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/keywordfile"
	"igny8/app/language"
	"igny8/app/planner"
	"igny8/app/spill"
)

// reading is what the files of an import say, by keyword. The rows wait sorted in a temporary file: keywords are made of them some
// hundreds at a time.
type reading struct {
	rules *language.IntentRules
	rows  *spill.Sorter // by the keys of their keywords: the number of the file, then the row
	here  map[statement]bool
}

// statement is that a file says something about a country.
type statement struct {
	file    int
	country string
}

// mostRead is how many bytes the rows of an import take at most, over all its files.
const mostRead = 1 << 30

func newReading(rules *language.IntentRules) *reading {
	return &reading{rules: rules, rows: spill.NewSorter(mostRead), here: map[statement]bool{}}
}

// take takes a row of the file in.
func (r *reading) take(row keywordfile.Row, file int) error {
	packed, err := row.AppendBinary(binary.AppendUvarint(nil, uint64(file)))
	if err != nil {
		return fmt.Errorf("keep row: %w", err)
	}
	r.here[statement{file, row.Country}] = true
	err = r.rows.Add(language.Key(row.Keyword), packed)
	if errors.Is(err, spill.ErrFull) {
		return fault.New(fault.TooLarge, "The files hold more than is read at once. Nothing was imported; import them one by one.")
	}
	return err
}

// count returns how many keywords there are.
func (r *reading) count() (keywords int, err error) {
	rows, err := r.rows.Rows()
	if err != nil {
		return 0, err
	}
	var last []byte
	for {
		key, _, err := rows.Next()
		if errors.Is(err, io.EOF) {
			return keywords, nil
		}
		if err != nil {
			return 0, err
		}
		if keywords == 0 || !bytes.Equal(key, last) {
			keywords++
			last = append(last[:0], key...)
		}
	}
}

// finding is a keyword of an import: what all its rows say together.
type finding struct {
	planner.Keyword
	file   int // in which it stood first
	weight int // of its rows, in bytes
}

// findings goes through the keywords of a reading in the order of their keys.
type findings struct {
	*reading
	im      *Import
	sorted  *spill.Rows
	key     string // of the row that is next
	row     planner.Keyword
	file    int
	weight  int
	started bool
	ended   bool
}

func (r *reading) findings(im *Import) (*findings, error) {
	sorted, err := r.rows.Rows()
	return &findings{reading: r, im: im, sorted: sorted}, err
}

// joinedAtOnce is how many rows of one keyword are joined at once: more than exports have of one.
const joinedAtOnce = 1000

// next returns the next keyword. The files count the rows that are joined to another. After the last it is io.EOF.
func (f *findings) next() (finding, error) {
	if !f.started {
		f.started = true
		if err := f.read(); err != nil {
			return finding{}, err
		}
	}
	if f.ended {
		return finding{}, io.EOF
	}
	found := finding{Keyword: f.row, file: f.file, weight: f.weight}
	var others []planner.Keyword
	for {
		if err := f.read(); err != nil {
			return found, err
		}
		same := !f.ended && f.key == found.Key
		if !same || len(others) == joinedAtOnce {
			found.Join(others)
			others = nil
		}
		if !same {
			break
		}
		others = append(others, f.row)
		found.weight += f.weight
		f.im.Files[f.file].Joined++
		f.im.Files[f.file].Duplicates++
	}
	found.SiteID, found.SectorID, found.ImportID = f.im.SiteID, f.im.SectorID, &f.im.ID
	found.CompleteIntent(f.rules)
	return found, nil
}

// read reads the row that is next.
func (f *findings) read() error {
	key, packed, err := f.sorted.Next()
	if f.ended = errors.Is(err, io.EOF); f.ended {
		return nil
	}
	if err != nil {
		return err
	}
	file, n := binary.Uvarint(packed)
	var row keywordfile.Row
	if err := row.UnmarshalBinary(packed[n:]); err != nil {
		return err
	}
	f.key, f.file, f.weight, f.row = string(key), int(file), len(packed), planner.NewKeyword(row)
	from := f.im.Files[f.file]
	f.row.Sources = []planner.Source{planner.NewSource(from.Name, from.Format, from.Date, f.row)}
	return nil
}

// delta is what an import does to keywords of its sector.
type delta struct {
	added   []planner.Keyword
	updated []planner.Keyword // known better now
	before  []planner.Keyword // the updated ones as they are
	sourced []planner.Keyword // of which another file says what is known
}

// A part of what was found is handed on when it has so many keywords, or so many bytes in its rows.
const (
	settledAtOnce = 2000
	settledBytes  = 2 << 20
)

// settle compares what was found with what the sector has and counts. It goes through the keywords in the order of their
// keys and hands on what becomes of some hundreds at a time, so that not all of it is in memory.
func (im *Import) settle(tx *gorm.DB, found *reading, declined map[string]bool, visit func(delta) error) error {
	all, err := found.findings(im)
	if err != nil {
		return err
	}
	for more := true; more; {
		var part []finding
		for weight := 0; len(part) < settledAtOnce && weight < settledBytes; {
			f, err := all.next()
			if more = !errors.Is(err, io.EOF); !more {
				break
			}
			if err != nil {
				return err
			}
			part, weight = append(part, f), weight+f.weight
		}
		if err := im.settlePart(tx, part, declined, visit); err != nil {
			return err
		}
	}
	im.sum()
	return nil
}

func (im *Import) settlePart(tx *gorm.DB, part []finding, declined map[string]bool, visit func(delta) error) error {
	if err := tx.Statement.Context.Err(); err != nil || len(part) == 0 {
		return err
	}
	keys := make([]string, len(part))
	for i, f := range part {
		keys[i] = f.Key
	}
	have, err := planner.KeywordsByKey(tx, im.SectorID, keys)
	if err != nil {
		return err
	}
	var d delta
	for _, f := range part {
		report := &im.Files[f.file]
		k, had := have[f.Key]
		switch {
		case declined[f.Key]:
			report.Declined++
		case !had:
			report.Imported++
			f.ID = database.NewID() // in the order of the keys, so that the indexes of both grow at their ends
			d.added = append(d.added, f.Keyword)
		default:
			d.update(k, f.Keyword, report)
		}
	}
	return visit(d)
}

func (d *delta) update(k, from planner.Keyword, report *FileReport) {
	before := k
	better, noted := k.Refresh(from)
	if better {
		report.Updated++
		d.updated, d.before = append(d.updated, k), append(d.before, before)
		return
	}
	report.Duplicates++
	if noted {
		d.sourced = append(d.sourced, k)
	}
}

// sum adds the numbers of the files up.
func (im *Import) sum() {
	im.Rows, im.Imported, im.Updated, im.Duplicates, im.Rejected, im.Declined = 0, 0, 0, 0, 0, 0
	for _, f := range im.Files {
		im.Rows, im.Imported, im.Updated = im.Rows+f.Rows, im.Imported+f.Imported, im.Updated+f.Updated
		im.Duplicates, im.Rejected, im.Declined = im.Duplicates+f.Duplicates, im.Rejected+f.RejectedCount, im.Declined+f.Declined
	}
}
