package planner

import (
	"context"
	"fmt"
	"maps"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/language"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// KeywordQuery is a page of a sector's keywords. What is empty does not filter.
type KeywordQuery struct {
	SectorID     string
	Q            string // part of the keyword
	WholeWords   bool   // Q is words that the keyword has, in any order
	ClusterID    string // with its subtree
	State        KeywordState
	Intent       string // one of Intents, or Unknown
	IntentBy     string // IntentByFile, IntentByRules or IntentByHand
	Evidence     string // one of EvidenceKinds
	ImportID     string // the import that brought it
	Question     bool   // asks: it begins with a question word
	Weak, Pinned *bool
	NoVolume     bool              // its volume is not known
	Between      map[string]Limits // by the names of columns, see attribute.between
	Sort         string            // one of KeywordSorts; empty is -volume
	Limit        int
	Cursor       string
	Matches      int64 // how many match, where somebody counted: a list of many is read along its order
}

// Limits are the least and the most that a number of a keyword may be; nil is no limit.
type Limits struct{ Least, Most *float64 }

// manyMatches is from how many on a row of the list comes along soon enough.
const manyMatches = 2000

// loose says whether rows that match come along soon wherever the list is read: many match, and not by the numbers that it
// may be sorted by.
func (q KeywordQuery) loose() bool {
	byNumber := q.NoVolume || len(q.Between) > 0
	return q.Matches >= manyMatches && !byNumber && q.ClusterID == ""
}

// Unknown is the filter for keywords of which something is not known.
const Unknown = "unknown"

// parameter is a part of a KeywordQuery as addresses have it.
type parameter struct {
	name  string
	value func(KeywordQuery) string
	read  func(q *KeywordQuery, value string) error
}

func textParameter[T ~string](name string, field func(*KeywordQuery) *T) parameter {
	return parameter{
		name:  name,
		value: func(q KeywordQuery) string { return string(*field(&q)) },
		read:  func(q *KeywordQuery, value string) error { *field(q) = T(value); return nil },
	}
}

// flagParameter returns a filter that is either set, by one word, or not.
func flagParameter(name, word string, field func(*KeywordQuery) *bool) parameter {
	return parameter{
		name: name,
		value: func(q KeywordQuery) string {
			if *field(&q) {
				return word
			}
			return ""
		},
		read: func(q *KeywordQuery, value string) error {
			if value != word {
				return fault.New(fault.Invalid, "The filter %s is %s or empty, not %q.", name, word, value)
			}
			*field(q) = true
			return nil
		},
	}
}

// choiceParameter returns a filter for keywords that are something, or are not.
func choiceParameter(name string, field func(*KeywordQuery) **bool) parameter {
	words := map[bool]string{true: "yes", false: "no"}
	return parameter{
		name: name,
		value: func(q KeywordQuery) string {
			if chosen := *field(&q); chosen != nil {
				return words[*chosen]
			}
			return ""
		},
		read: func(q *KeywordQuery, value string) error {
			if value != "yes" && value != "no" {
				return fault.New(fault.Invalid, "The filter %s is yes or no, not %q.", name, value)
			}
			chosen := value == "yes"
			*field(q) = &chosen
			return nil
		},
	}
}

// limitParameters returns the filters by the limits of numbers: volume_min and volume_max for the volume.
func limitParameters() []parameter {
	var list []parameter
	for _, a := range attributes {
		if a.most > 0 {
			list = append(list,
				a.limitParameter(a.column.Name+"_min", func(l *Limits) **float64 { return &l.Least }),
				a.limitParameter(a.column.Name+"_max", func(l *Limits) **float64 { return &l.Most }))
		}
	}
	return list
}

func (a attribute) limitParameter(name string, limit func(*Limits) **float64) parameter {
	return parameter{
		name: name,
		value: func(q KeywordQuery) string {
			limits := q.Between[a.column.Name]
			return decimal(*limit(&limits))
		},
		read: func(q *KeywordQuery, value string) error {
			n, err := strconv.ParseFloat(value, 64)
			whole := a.column.Kind == bigint
			switch {
			case whole && (err != nil || n < 0 || n > a.most || n != math.Trunc(n)):
				return fault.New(fault.Invalid, "The filter %s is a whole number from 0, not %q.", name, value)
			case err != nil || !(n >= 0 && n <= a.most):
				return fault.New(fault.Invalid, "The filter %s is a number from 0 to %s, not %q.", name, decimal(&a.most), value)
			}
			if q.Between == nil {
				q.Between = map[string]Limits{}
			}
			limits := q.Between[a.column.Name]
			*limit(&limits) = &n
			q.Between[a.column.Name] = limits
			return nil
		},
	}
}

// parameters are the filters and the order of a list of keywords, under the names that addresses and the API have for them.
var parameters = slices.Concat([]parameter{
	textParameter("q", func(q *KeywordQuery) *string { return &q.Q }),
	flagParameter("match", "words", func(q *KeywordQuery) *bool { return &q.WholeWords }),
	textParameter("state", func(q *KeywordQuery) *KeywordState { return &q.State }),
	textParameter("intent", func(q *KeywordQuery) *string { return &q.Intent }),
	textParameter("intent_by", func(q *KeywordQuery) *string { return &q.IntentBy }),
	textParameter("evidence", func(q *KeywordQuery) *string { return &q.Evidence }),
	textParameter("cluster_id", func(q *KeywordQuery) *string { return &q.ClusterID }),
	textParameter("import_id", func(q *KeywordQuery) *string { return &q.ImportID }),
	flagParameter("question", "yes", func(q *KeywordQuery) *bool { return &q.Question }),
	choiceParameter("weak", func(q *KeywordQuery) **bool { return &q.Weak }),
	choiceParameter("pinned", func(q *KeywordQuery) **bool { return &q.Pinned }),
	flagParameter("volume", Unknown, func(q *KeywordQuery) *bool { return &q.NoVolume }),
}, limitParameters(), []parameter{
	textParameter("sort", func(q *KeywordQuery) *string { return &q.Sort }),
})

// KeywordQueryOf is the query that parameters of an address ask for; value is "" for one that is not there. Values that can
// be none are refused as invalid.
func KeywordQueryOf(sectorID string, value func(name string) string) (KeywordQuery, error) {
	q := KeywordQuery{SectorID: sectorID}
	for _, p := range parameters {
		if v := strings.TrimSpace(value(p.name)); v != "" {
			if err := p.read(&q, v); err != nil {
				return KeywordQuery{}, err
			}
		}
	}
	return q, nil
}

// Parameters returns the query as parameters of an address, without sector, page and what does not filter.
func (q KeywordQuery) Parameters() url.Values {
	list := url.Values{}
	for _, p := range parameters {
		if v := p.value(q); v != "" {
			list.Set(p.name, v)
		}
	}
	return list
}

// Filtered says whether the query may leave keywords of the sector out.
func (q KeywordQuery) Filtered() bool {
	list := q.Parameters()
	list.Del("sort")
	list.Del("match")
	return len(list) > 0
}

// KeywordSorts returns what a list of keywords can be sorted by, with - for falling.
func KeywordSorts() []string { return bothWays(slices.Sorted(maps.Keys(sorts))) }

func bothWays(names []string) []string {
	var list []string
	for _, name := range names {
		list = append(list, name, "-"+name)
	}
	return list
}

// sorts are the orders of a list of keywords.
var sorts = func() map[string]sorting {
	all := map[string]sorting{"keyword": {database.Order{Column: "key", Kind: database.Text}, func(k Keyword) any { return k.Key }}}
	for _, a := range attributes {
		if a.sort != nil {
			all[a.sort.Column] = sorting{*a.sort, func(k Keyword) any { return bare(a.cell(k)) }}
		}
	}
	return all
}()

// sorting is an order of keywords, with the place of a keyword in it.
type sorting struct {
	order    database.Order
	position func(Keyword) any
}

// bare returns the number behind a pointer, nil (without a type) when there is none.
func bare(cell any) any {
	switch n := cell.(type) {
	case *int64:
		return known(n)
	case *float64:
		return known(n)
	}
	return cell
}

// known returns the value behind the pointer, nil (without a type) when there is none.
func known[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

// Keywords returns one page of the sector's keywords.
func (s *Service) Keywords(ctx context.Context, q KeywordQuery) (database.Page[Keyword], error) {
	none := database.Page[Keyword]{}
	if _, err := s.sites.Sector(ctx, q.SectorID); err != nil {
		return none, err
	}
	if q.Sort == "" {
		q.Sort = "-volume"
	}
	sort, ok := sorts[strings.TrimPrefix(q.Sort, "-")]
	if !ok {
		return none, fault.New(fault.Invalid, "Keywords are sorted by %s, not by %q.", strings.Join(slices.Sorted(maps.Keys(sorts)), ", "), q.Sort)
	}
	sort.order.Falling = strings.HasPrefix(q.Sort, "-")
	sort.order.Filtered = q.Filtered() && !q.loose()
	query, err := matching(s.db.Read(ctx), q)
	if err != nil {
		return none, err
	}
	if sort.order.Filtered {
		query = byFacets(query, q)
	}
	return database.List(query, sort.order, q.Limit, q.Cursor, func(k Keyword) database.Position {
		return database.Position{Value: sort.position(k), ID: k.ID}
	})
}

// readAtOnce is how many keywords EachKeyword has in memory.
const readAtOnce = 2000

// EachKeyword calls fn with every keyword that the query matches, in the order of their keys, until fn fails. Order and page
// of the query do not count. The keywords come without their sources.
func (s *Service) EachKeyword(ctx context.Context, q KeywordQuery, fn func(Keyword) error) error {
	for after := ""; ; {
		query, err := matching(s.db.Read(ctx), q)
		if err != nil {
			return err
		}
		var list []Keyword
		if err := query.Omit("sources").Where("key > ?", after).Order("key").Limit(readAtOnce).Find(&list).Error; err != nil {
			return fmt.Errorf("load keywords: %w", err)
		}
		for _, k := range list {
			if err := fn(k); err != nil {
				return err
			}
		}
		if len(list) < readAtOnce {
			return nil
		}
		after = list[len(list)-1].Key
	}
}

// CountKeywords returns how many keywords of the sector the query matches, on all its pages.
func (s *Service) CountKeywords(ctx context.Context, q KeywordQuery) (int64, error) {
	if _, err := s.sites.Sector(ctx, q.SectorID); err != nil {
		return 0, err
	}
	query, err := matching(s.db.Read(ctx), q)
	if err != nil {
		return 0, err
	}
	var count int64
	if err := byFacets(query, q).Model(&Keyword{}).Count(&count).Error; err != nil {
		return 0, fmt.Errorf("count keywords: %w", err)
	}
	return count, nil
}

// HasKeywords says whether the query matches any keyword of the sector.
func (s *Service) HasKeywords(ctx context.Context, q KeywordQuery) (bool, error) {
	if _, err := s.sites.Sector(ctx, q.SectorID); err != nil {
		return false, err
	}
	query, err := matching(s.db.Read(ctx), q)
	if err != nil {
		return false, err
	}
	var ids []string
	if err := query.Model(&Keyword{}).Limit(1).Pluck("id", &ids).Error; err != nil {
		return false, fmt.Errorf("look for keywords: %w", err)
	}
	return len(ids) > 0, nil
}

// byFacets leads SQLite to the index that has what is filtered by, by saying that keys are not empty, which none is.
func byFacets(query *gorm.DB, q KeywordQuery) *gorm.DB {
	if q.ClusterID != "" {
		return query
	}
	return query.Where("key > ''")
}

// matching returns the query's keywords, in no order.
func matching(tx *gorm.DB, q KeywordQuery) (*gorm.DB, error) {
	query, err := inside(tx, q)
	if err != nil {
		return nil, err
	}
	if query, err = withText(query, q); err != nil {
		return nil, err
	}
	if query, err = withIntent(query, q); err != nil {
		return nil, err
	}
	if q.State != "" {
		if !slices.Contains(KeywordStates(), q.State) {
			return nil, fault.New(fault.Invalid, "The state of a keyword is new, clustered or excluded, not %q.", q.State)
		}
		query = query.Where("state = ?", q.State)
	}
	if q.ImportID != "" {
		if err := knowsImport(tx, q.ImportID); err != nil {
			return nil, err
		}
		query = query.Where("import_id = ?", q.ImportID)
	}
	query = withNumbers(query, q)
	if q.Evidence != "" {
		return withEvidence(query, q.Evidence)
	}
	return query, nil
}

// knowsImport refuses an import that there is not. Imports stand above: only their table is known here.
func knowsImport(tx *gorm.DB, id string) error {
	var found []string
	if !text.Printable(id) {
		return fault.Missing("import")
	}
	const query = "SELECT id FROM keyword_imports WHERE account_id = @account AND id = @id"
	if err := tenancy.SQL(tx, query, map[string]any{"id": id}).Scan(&found).Error; err != nil {
		return fmt.Errorf("look for the import: %w", err)
	}
	if len(found) == 0 {
		return fault.Missing("import")
	}
	return nil
}

func withText(query *gorm.DB, q KeywordQuery) (*gorm.DB, error) {
	if !text.Printable(q.Q) {
		return nil, fault.New(fault.Invalid, "The search has characters that no keyword has. Remove them.")
	}
	if text := language.Key(q.Q); q.WholeWords {
		for word := range strings.FieldsSeq(text) {
			part := database.EscapeLike(word) // looked for as a part first, which is cheaper and rarely true
			query = query.Where(`key LIKE ? ESCAPE '\' AND (' ' || key || ' ') LIKE ? ESCAPE '\'`, "%"+part+"%", "% "+part+" %")
		}
	} else if text != "" {
		query = query.Where(`key LIKE ? ESCAPE '\'`, "%"+database.EscapeLike(text)+"%")
	}
	if q.Question {
		query = query.Where("question = ?", true)
	}
	return query, nil
}

func withIntent(query *gorm.DB, q KeywordQuery) (*gorm.DB, error) {
	switch {
	case q.Intent == Unknown:
		query = query.Where("intent = ''")
	case slices.Contains(language.Intents, q.Intent):
		query = query.Where("intent IN ?", language.ListsWithIntent(q.Intent))
	case q.Intent != "":
		return nil, fault.New(fault.Invalid, "The intent is informational, commercial, transactional, navigational or unknown, not %q.", q.Intent)
	}
	if q.IntentBy == "" {
		return query, nil
	}
	if !slices.Contains(trust[1:], q.IntentBy) {
		return nil, fault.New(fault.Invalid, "An intent is said by file, rules or hand, not by %q.", q.IntentBy)
	}
	return query.Where("intent_by = ?", q.IntentBy), nil
}

func withNumbers(query *gorm.DB, q KeywordQuery) *gorm.DB {
	if q.Weak != nil {
		query = query.Where("weak = ?", *q.Weak)
	}
	if q.Pinned != nil {
		query = query.Where("pinned = ?", *q.Pinned)
	}
	if q.NoVolume {
		query = query.Where("volume IS NULL")
	}
	for _, a := range attributes {
		limits := q.Between[a.column.Name]
		if limits.Least != nil {
			query = query.Where(a.column.Name+" >= ?", a.bound(*limits.Least))
		}
		if limits.Most != nil {
			query = query.Where(a.column.Name+" <= ?", a.bound(*limits.Most))
		}
	}
	return query
}

// inside returns the keywords of the query's sector, or of its cluster. Of a cluster in the sector the sector is not asked
// for again: it would lead SQLite away from the index of the clusters.
func inside(tx *gorm.DB, q KeywordQuery) (*gorm.DB, error) {
	if q.ClusterID == "" {
		return tx.Where("sector_id = ?", q.SectorID), nil
	}
	cluster, err := database.One[Cluster](tx, "cluster", q.ClusterID)
	if err != nil {
		return nil, err
	}
	query := tx.Where("cluster_id = ?", cluster.ID)
	if cluster.Level != LevelPage {
		query = tx.Where("cluster_id IN (?)", leaves(tx, cluster))
	}
	if cluster.SectorID != q.SectorID {
		query = query.Where("sector_id = ?", q.SectorID)
	}
	return query, nil
}

func whole(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func decimal(n *float64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}
