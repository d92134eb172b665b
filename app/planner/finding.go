package planner

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/keywordfile"
	"igny8/app/language"
	"igny8/app/spill"
)

// reading is what the files of an import say, by keyword. The rows wait sorted in a temporary file: keywords are made of them some
// hundreds at a time.
type reading struct {
	rules *intentRules
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

func newReading(rules *intentRules) *reading {
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

// count is how many keywords there are.
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
	Keyword
	file   int // in which it stood first
	weight int // of its rows, in bytes
}

// findings goes through the keywords of a reading in the order of their keys.
type findings struct {
	*reading
	im      *Import
	sorted  *spill.Rows
	key     string // of the row that is next
	row     Keyword
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

// next is the next keyword. The files count the rows that are joined to another. After the last it is io.EOF.
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
	var others []Keyword
	for {
		if err := f.read(); err != nil {
			return found, err
		}
		same := !f.ended && f.key == found.Key
		if !same || len(others) == joinedAtOnce {
			found.join(others)
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
	f.rules.complete(&found.Keyword)
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
	f.key, f.file, f.weight, f.row = string(key), int(file), len(packed), newKeyword(row)
	f.row.Sources = []Source{said(f.im.Files[f.file], f.row)}
	return nil
}

// meeting is what an import does to the keywords of its sector.
type meeting struct {
	fresh, known []Keyword // to insert; known better now
	before       []Keyword // the known ones as they are
	noted        []Keyword // of which another file says what is known
}

// A part of what was found is handed on when it has so many keywords, or so many bytes in its rows.
const (
	settledAtOnce = 2000
	settledBytes  = 2 << 20
)

// settle compares what was found with what the sector has and counts. It goes through the keywords in the order of their keys and hands on what becomes
// of some hundreds at a time, so that not all of it is in memory.
func (im *Import) settle(tx *gorm.DB, found *reading, declined map[string]bool, visit func(meeting) error) error {
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

func (im *Import) settlePart(tx *gorm.DB, part []finding, declined map[string]bool, visit func(meeting) error) error {
	if err := tx.Statement.Context.Err(); err != nil || len(part) == 0 {
		return err
	}
	have, err := existing(tx, im.SectorID, part)
	if err != nil {
		return err
	}
	var met meeting
	for _, f := range part {
		report := &im.Files[f.file]
		k, had := have[f.Key]
		switch {
		case declined[f.Key]:
			report.Declined++
		case !had:
			report.Imported++
			f.ID = database.NewID() // in the order of the keys, so that the indexes of both grow at their ends
			met.fresh = append(met.fresh, f.Keyword)
		default:
			met.refresh(k, f.Keyword, report)
		}
	}
	return visit(met)
}

func (m *meeting) refresh(k, from Keyword, report *FileReport) {
	before := k
	better, noted := k.refresh(from)
	if better {
		report.Updated++
		m.known, m.before = append(m.known, k), append(m.before, before)
		return
	}
	report.Duplicates++
	if noted {
		m.noted = append(m.noted, k)
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

// existing are the keywords that the sector has of the findings, as far as an import may change them.
func existing(tx *gorm.DB, sectorID string, part []finding) (map[string]Keyword, error) {
	keys := make([]struct{ Key string }, len(part))
	for i, f := range part {
		keys[i].Key = f.Key
	}
	list, err := database.ReadRows[Keyword](tx, selectKnown, database.Columns{{Name: "key", Field: "Key", Kind: "TEXT"}}, keys, map[string]any{"sector": sectorID})
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
	identity  = database.Columns{{Name: "id", Field: "ID", Kind: "TEXT"}}
	knowledge = database.Columns{
		{Name: "volume", Field: "Volume", Kind: "BIGINT"},
		{Name: "volume_low", Field: "VolumeLow", Kind: "BIGINT"},
		{Name: "volume_high", Field: "VolumeHigh", Kind: "BIGINT"},
		{Name: "estimated", Field: "Estimated", Kind: "BOOLEAN"},
		{Name: "difficulty", Field: "Difficulty", Kind: "DOUBLE PRECISION"},
		{Name: "cpc", Field: "CPC", Kind: "DOUBLE PRECISION"},
		{Name: "currency", Field: "Currency", Kind: "TEXT"},
		{Name: "intent", Field: "Intent", Kind: "TEXT"},
		{Name: "intent_by", Field: "IntentBy", Kind: "TEXT"},
		{Name: "country", Field: "Country", Kind: "TEXT"},
		{Name: "impressions", Field: "Impressions", Kind: "BIGINT"},
		{Name: "clicks", Field: "Clicks", Kind: "BIGINT"},
		{Name: "position", Field: "Position", Kind: "DOUBLE PRECISION"},
		{Name: "demand", Field: "Demand", Kind: "BIGINT"},
		{Name: "parent_keyword", Field: "ParentKeyword", Kind: "TEXT"},
		{Name: "urls", Field: "URLs", Kind: "JSONB"},
		{Name: "given_group", Field: "GivenGroup", Kind: "TEXT"},
		{Name: "given_topic", Field: "GivenTopic", Kind: "TEXT"},
		{Name: "sources", Field: "Sources", Kind: "JSONB"},
	}
)

var (
	updateKnowledge = "UPDATE keywords SET " + knowledge.Assignments() + `, updated_at = @now FROM r WHERE keywords.account_id = @account AND keywords.id = r."ID"`
	updateSources   = `UPDATE keywords SET sources = r."Sources", updated_at = @now FROM r WHERE keywords.account_id = @account AND keywords.id = r."ID"`
	selectKnown     = "SELECT k.id, k.key, k.text, k.state, k.cluster_id, k.pinned, " + knowledge.Names("k.") +
		` FROM r JOIN keywords AS k ON k.account_id = @account AND k.sector_id = @sector AND k.key = r."Key"`
)

// inserted are the columns that an import writes of a keyword that is new.
var inserted = slices.Concat(identity, database.Columns{
	{Name: "site_id", Field: "SiteID", Kind: "TEXT"},
	{Name: "sector_id", Field: "SectorID", Kind: "TEXT"},
	{Name: "import_id", Field: "ImportID", Kind: "TEXT"},
	{Name: "text", Field: "Text", Kind: "TEXT"},
	{Name: "key", Field: "Key", Kind: "TEXT"},
	{Name: "question", Field: "Question", Kind: "BOOLEAN"},
	{Name: "state", Field: "State", Kind: "TEXT"},
	{Name: "evidence", Field: "Evidence", Kind: "JSONB"},
}, knowledge)

// insertKeywords is a statement over rows, too: one that binds each value by itself is prepared anew each time, and SQLite keeps it
// until the transaction ends.
var insertKeywords = "INSERT INTO keywords (account_id, created_at, updated_at, " + inserted.Names("") + ") SELECT @account, @now, @now, " + inserted.Values() + " FROM r"

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
	k.takeIntent(from)
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
