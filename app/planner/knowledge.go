package planner

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/clustering"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/keywordfile"
	"igny8/app/language"
	"igny8/app/text"
)

// NewKeyword returns what a row of a file says as a keyword that is in no cluster.
func NewKeyword(row keywordfile.Row) Keyword {
	key := language.Key(row.Keyword)
	k := Keyword{
		Text: row.Keyword, Key: key, State: KeywordNew, Values: row.Values, Currency: row.Currency, Intent: language.IntentSetOf(strings.Join(row.Intent, ",")).String(),
		Country: row.Country, ParentKeyword: row.Parent, URLs: union(nil, row.URLs), Question: language.Asks(key),
		GivenGroup: row.GivenPage, GivenTopic: row.GivenTopic,
		Evidence: []Evidence{},
	}
	if !text.Printable(k.Currency) {
		k.Currency = ""
	}
	k.Demand = k.demand()
	return k
}

// The worth of what is known about a keyword's volume.
const (
	noVolume = iota
	estimatedVolume
	exactVolume
)

func (k Keyword) volumeRank() int {
	switch {
	case k.Volume != nil && !k.Estimated:
		return exactVolume
	case k.Volume != nil || k.VolumeLow != nil || k.VolumeHigh != nil:
		return estimatedVolume
	}
	return noVolume
}

func (k *Keyword) takeVolume(from Keyword) {
	k.Volume, k.VolumeLow, k.VolumeHigh, k.Estimated = from.Volume, from.VolumeLow, from.VolumeHigh, from.Estimated
}

// demand returns the exact volume, else the estimate or the middle of its range, else the impressions, else unknown.
func (k Keyword) demand() *int64 {
	switch {
	case k.Volume != nil:
		return k.Volume
	case k.VolumeLow != nil && k.VolumeHigh != nil:
		middle := (*k.VolumeLow + *k.VolumeHigh) / 2
		return &middle
	}
	return cmp.Or(k.VolumeHigh, k.VolumeLow, k.Impressions)
}

// Join takes the other rows of the same keyword in, so that the order of the rows does not matter: the row with the better
// known, then the higher volume leads (of several spellings with one volume the first in byte order), and what it does not
// know comes from the next. Numbers are never added up: exports have a row for each address that ranks.
func (k *Keyword) Join(others []Keyword) {
	if len(others) == 0 {
		return
	}
	rows := append(others, *k)
	slices.SortFunc(rows, leading)
	*k = rows[0]
	for _, row := range rows[1:] {
		for _, a := range attributes {
			if a.join != nil {
				a.join(k, row)
			}
		}
	}
	k.Sources = gathered(rows)
	k.Demand = k.demand()
}

// leading orders the rows of one keyword, the one to believe first.
func leading(a, b Keyword) int {
	return cmp.Or(
		cmp.Compare(b.volumeRank(), a.volumeRank()),
		clustering.CompareKnown(b.Volume, a.Volume),
		clustering.CompareKnown(b.VolumeHigh, a.VolumeHigh),
		clustering.CompareKnown(b.Impressions, a.Impressions),
		cmp.Compare(a.Text, b.Text),
		clustering.CompareKnown(b.Difficulty, a.Difficulty),
		clustering.CompareKnown(b.CPC, a.CPC),
		cmp.Compare(b.Country, a.Country),
		cmp.Compare(b.Intent, a.Intent),
		cmp.Compare(b.ParentKeyword, a.ParentKeyword),
		slices.Compare(a.URLs, b.URLs),
	)
}

// mostURLs is how many addresses are kept for a keyword: as many as a page of results has.
const mostURLs = 20

func union(a, b []string) []string {
	all := append([]string{}, a...)
	for _, s := range b {
		if !slices.Contains(all, s) && len(all) < mostURLs {
			all = append(all, s)
		}
	}
	return all
}

// Refresh takes over what another import knows. better says that a value changed, noted that who says so did.
func (k *Keyword) Refresh(from Keyword) (better, noted bool) {
	sources := k.Sources
	k.Sources = together(sources, from.Sources)
	noted = !sameSources(sources, k.Sources)
	before := *k
	for _, a := range attributes {
		if a.refresh != nil {
			a.refresh(k, from)
		}
	}
	k.Demand = k.demand()
	return !reflect.DeepEqual(before, *k), noted
}

func over[T any](known **T, by *T) {
	if by != nil {
		*known = by
	}
}

var (
	identity = database.Columns{{Name: "id", Field: "ID", Kind: "TEXT"}}
	// knowledge are the columns that an import may change in a keyword that is there.
	knowledge = slices.Concat(attributeColumns(), sourceColumns)
	// inserted are the columns that an import writes of a keyword that is new.
	inserted = slices.Concat(identity, database.Columns{
		{Name: "site_id", Field: "SiteID", Kind: "TEXT"},
		{Name: "sector_id", Field: "SectorID", Kind: "TEXT"},
		{Name: "import_id", Field: "ImportID", Kind: "TEXT"},
		{Name: "text", Field: "Text", Kind: "TEXT"},
		{Name: "key", Field: "Key", Kind: "TEXT"},
		{Name: "question", Field: "Question", Kind: "BOOLEAN"},
		{Name: "state", Field: "State", Kind: "TEXT"},
		{Name: "evidence", Field: "Evidence", Kind: "JSONB"},
	}, knowledge)
	sourceColumns = database.Columns{{Name: "sources", Field: "Sources", Kind: "JSONB"}}
)

func attributeColumns() database.Columns {
	var columns database.Columns
	for _, a := range attributes {
		if a.column.Name != "" {
			columns = append(columns, a.column)
		}
	}
	return columns
}

var (
	// insertKeywords is a statement over rows, too: one that binds each value by itself is prepared anew each time, and SQLite keeps it
	// until the transaction ends.
	insertKeywords  = "INSERT INTO keywords (account_id, created_at, updated_at, " + inserted.Names("") + ") SELECT @account, @now, @now, " + inserted.Values() + " FROM r"
	updateKnowledge = "UPDATE keywords SET " + knowledge.Assignments() + `, updated_at = @now FROM r WHERE keywords.account_id = @account AND keywords.id = r."ID"`
	updateSources   = "UPDATE keywords SET " + sourceColumns.Assignments() + `, updated_at = @now FROM r WHERE keywords.account_id = @account AND keywords.id = r."ID"`
	selectKnown     = "SELECT k.id, k.key, k.text, k.state, k.cluster_id, k.pinned, " + knowledge.Names("k.") +
		` FROM r JOIN keywords AS k ON k.account_id = @account AND k.sector_id = @sector AND k.key = r."Key"`
)

// KeywordsByKey returns those of the named keywords that the sector has, by key, as far as an import may change them.
func KeywordsByKey(tx *gorm.DB, sectorID string, keys []string) (map[string]Keyword, error) {
	rows := make([]struct{ Key string }, len(keys))
	for i, key := range keys {
		rows[i].Key = key
	}
	list, err := database.ReadRows[Keyword](tx, selectKnown, database.Columns{{Name: "key", Field: "Key", Kind: "TEXT"}}, rows, map[string]any{"sector": sectorID})
	if err != nil {
		return nil, fmt.Errorf("load keywords: %w", err)
	}
	have := make(map[string]Keyword, len(list))
	for _, k := range list {
		have[k.Key] = k
	}
	return have, nil
}

// InsertKeywords writes keywords that the sector does not have. Their clusters are counted again by whoever calls it.
func InsertKeywords(tx *gorm.DB, list []Keyword) (err error) {
	defer fault.In(&err, "insert keywords")
	return database.WriteRows(tx, insertKeywords, inserted, list)
}

// UpdateKnowledge writes all that files say of keywords of the sector. Their clusters are counted again by whoever calls it.
func UpdateKnowledge(tx *gorm.DB, list []Keyword) (err error) {
	defer fault.In(&err, "update keywords")
	return database.WriteRows(tx, updateKnowledge, slices.Concat(identity, knowledge), list)
}

// UpdateSources writes which files say what of keywords of the sector.
func UpdateSources(tx *gorm.DB, list []Keyword) (err error) {
	defer fault.In(&err, "update sources of keywords")
	return database.WriteRows(tx, updateSources, slices.Concat(identity, sourceColumns), list)
}

// ExcludeKeys excludes the keywords of the sector with the keys that the query selects, and returns how many were not excluded before.
func ExcludeKeys(tx *gorm.DB, sectorID string, keys *gorm.DB) (int64, error) {
	going := tx.Model(&Keyword{}).Where("sector_id = ? AND state <> ? AND key IN (?)", sectorID, KeywordExcluded, keys).Session(&gorm.Session{})
	touched, err := clustersOf(going)
	if err != nil {
		return 0, err
	}
	done := going.Update("state", KeywordExcluded)
	if done.Error != nil {
		return 0, fmt.Errorf("exclude keywords: %w", done.Error)
	}
	return done.RowsAffected, Recount(tx, sectorID, touched...)
}
