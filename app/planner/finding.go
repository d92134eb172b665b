package planner

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"

	"gorm.io/gorm"

	"igny8/app/clustering"
	"igny8/app/database"
	"igny8/app/keywordfile"
)

// reading is what the files of an import say, by keyword. It holds the rows as they are: keywords are made of them some thousands at a time.
type reading struct {
	rules *intentRules
	list  []*finding
	byKey map[string]*finding
}

// finding is a keyword of an import.
type finding struct {
	key    string
	stated []stated // the first is of the file in which the keyword stood first
}

// stated is a row and the number of its file.
type stated struct {
	row  keywordfile.Row
	file int
}

// take takes a row in and says whether its keyword stood in the import before.
func (r *reading) take(row keywordfile.Row, file int) (joined bool) {
	key := clustering.Key(row.Keyword)
	f, known := r.byKey[key]
	if !known {
		f = &finding{key: key}
		r.byKey[key] = f
		r.list = append(r.list, f)
	}
	f.stated = append(f.stated, stated{row, file})
	return known
}

// keyword is what all rows of the finding say together.
func (r *reading) keyword(im *Import, f *finding) Keyword {
	rows := make([]Keyword, len(f.stated))
	for i, s := range f.stated {
		rows[i] = newKeyword(s.row)
		rows[i].Sources = []Source{said(im.Files[s.file], rows[i])}
	}
	k := rows[0]
	k.join(rows[1:])
	k.SiteID, k.SectorID, k.ImportID = im.SiteID, im.SectorID, &im.ID
	r.rules.complete(&k)
	return k
}

// meeting is what an import does to the keywords of its sector.
type meeting struct {
	fresh, known []Keyword // to insert; known better now
	before       []Keyword // the known ones as they are
	noted        []Keyword // of which another file says what is known
}

// settle compares what was found with what the sector has and counts. It goes through the keywords in the order of their keys and hands on what becomes
// of some thousands at a time, so that not all of it is in memory.
func (im *Import) settle(tx *gorm.DB, found *reading, declined map[string]bool, visit func(meeting) error) error {
	slices.SortFunc(found.list, func(a, b *finding) int { return cmp.Compare(a.key, b.key) })
	for part := range slices.Chunk(found.list, atOnce) {
		have, err := existing(tx, im.SectorID, part)
		if err != nil {
			return err
		}
		var met meeting
		for _, f := range part {
			report := &im.Files[f.stated[0].file]
			k, had := have[f.key]
			switch {
			case declined[f.key]:
				report.Declined++
			case !had:
				report.Imported++
				fresh := found.keyword(im, f)
				fresh.ID = database.NewID() // in the order of the keys, so that the indexes of both grow at their ends
				met.fresh = append(met.fresh, fresh)
			default:
				met.refresh(k, found.keyword(im, f), report)
			}
		}
		if err := visit(met); err != nil {
			return err
		}
	}
	im.sum()
	return nil
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
func existing(tx *gorm.DB, sectorID string, part []*finding) (map[string]Keyword, error) {
	keys := make([]struct{ Key string }, len(part))
	for i, f := range part {
		keys[i].Key = f.key
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
		{"intent_by", "IntentBy", "TEXT"},
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
	updateSources   = `UPDATE keywords SET sources = r."Sources", updated_at = @now FROM r WHERE keywords.account_id = @account AND keywords.id = r."ID"`
	selectKnown     = "SELECT k.id, k.key, k.text, k.state, k.cluster_id, k.pinned, " + names("k.", knowledge) +
		` FROM r JOIN keywords AS k ON k.account_id = @account AND k.sector_id = @sector AND k.key = r."Key"`
)

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
