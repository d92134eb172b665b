package planner

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/clustering"
	"igny8/app/database"
	"igny8/app/fault"
)

// The states of a keyword.
const (
	KeywordNew       = "new"       // in no cluster yet
	KeywordClustered = "clustered" // in a page cluster
	KeywordExcluded  = "excluded"  // not wanted; counts nowhere
)

// Intents are what a searcher may want.
var Intents = []string{"informational", "commercial", "transactional", "navigational"}

// Keyword is a search phrase of a sector with what is known about it. A nil number is unknown, never 0.
type Keyword struct {
	ID                    string
	AccountID             string `gorm:"<-:create"`
	SiteID                string `gorm:"<-:create"`
	SectorID              string `gorm:"<-:create"`
	ImportID              *string
	Text                  string
	Key                   string // the identity of the phrase within its sector, see clustering.Key
	Volume                *int64 // searches a month
	VolumeLow, VolumeHigh *int64
	Estimated             bool     // the volume is an estimate, or only its range is known
	Difficulty            *float64 // 0 to 100
	CPC                   *float64 `gorm:"column:cpc"`
	Currency              string
	Intent                string // one or more of Intents, separated by a comma
	IntentBy              string // who said so: IntentByFile, IntentByRules or IntentByHand; empty without an intent
	Country               string
	Impressions, Clicks   *int64
	Position              *float64
	Demand                *int64 // exact volume, else an estimate, else impressions
	Opportunity           *int64 `gorm:"->"` // see KeywordOpportunity; the database computes it
	ParentKeyword         string
	URLs                  []string `gorm:"column:urls;serializer:json"`
	GivenGroup            string   // the page cluster that a tool gave
	GivenTopic            string   // and the topic above it
	Sources               []Source `gorm:"serializer:json"` // what each file said
	State                 string
	ClusterID             *string
	Evidence              []Evidence `gorm:"serializer:json"` // why it is in its cluster
	Strength              *float64
	Weak                  bool
	Pinned                bool // a person put it where it is: no run moves it
	CreatedAt             time.Time
	UpdatedAt             time.Time
}

func (k Keyword) sector() string { return k.SectorID }

// KeywordQuery is a page of a sector's keywords.
type KeywordQuery struct {
	SectorID  string
	Q         string // part of the keyword
	ClusterID string // with its subtree
	Intent    string
	State     string
	Evidence  string // one of EvidenceKinds
	Sort      string // volume, difficulty, opportunity or keyword, with - before it for falling; empty is -volume
	Limit     int
	Cursor    string
}

func (q KeywordQuery) filtered() bool {
	return q.Q != "" || q.ClusterID != "" || q.Intent != "" || q.State != "" || q.Evidence != ""
}

// sorts are the orders of a list of keywords.
var sorts = map[string]struct {
	order    database.Order
	position func(Keyword) any
}{
	"volume":      {database.Order{Column: "volume", Nullable: true}, func(k Keyword) any { return known(k.Volume) }},
	"difficulty":  {database.Order{Column: "difficulty", Nullable: true, Kind: database.Real}, func(k Keyword) any { return known(k.Difficulty) }},
	"opportunity": {database.Order{Column: "opportunity", Nullable: true}, func(k Keyword) any { return known(k.Opportunity) }},
	"keyword":     {database.Order{Column: "key", Kind: database.Text}, func(k Keyword) any { return k.Key }},
}

// known is the value behind the pointer, nil (without a type) when there is none.
func known[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

// Keywords is one page of the sector's keywords.
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
		return none, fault.New(fault.Invalid, "Keywords are sorted by volume, difficulty, opportunity or keyword, not by %q.", q.Sort)
	}
	sort.order.Falling = strings.HasPrefix(q.Sort, "-")
	sort.order.Filtered = q.filtered()
	query, err := matching(s.db.Read(ctx), q)
	if err != nil {
		return none, err
	}
	return database.List(query, sort.order, q.Limit, q.Cursor, func(k Keyword) database.Position {
		return database.Position{Value: sort.position(k), ID: k.ID}
	})
}

// CountKeywords is how many keywords of the sector the query matches, on all its pages.
func (s *Service) CountKeywords(ctx context.Context, q KeywordQuery) (int64, error) {
	if _, err := s.sites.Sector(ctx, q.SectorID); err != nil {
		return 0, err
	}
	query, err := matching(s.db.Read(ctx), q)
	if err != nil {
		return 0, err
	}
	if q.ClusterID == "" {
		query = query.Where("key > ''") // as all are: it leads SQLite to the index in whose order the rows lie
	}
	var count int64
	if err := query.Model(&Keyword{}).Count(&count).Error; err != nil {
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

// matching is the query's keywords, in no order.
func matching(tx *gorm.DB, q KeywordQuery) (*gorm.DB, error) {
	query, err := inside(tx, q)
	if err != nil {
		return nil, err
	}
	if !printable(q.Q) {
		return nil, fault.New(fault.Invalid, "The search has characters that no keyword has. Remove them.")
	}
	if text := clustering.Key(q.Q); text != "" {
		query = query.Where(`key LIKE ? ESCAPE '\'`, "%"+escapeLike(text)+"%")
	}
	if q.Intent != "" {
		if !slices.Contains(Intents, q.Intent) {
			return nil, fault.New(fault.Invalid, "The intent is informational, commercial, transactional or navigational, not %q.", q.Intent)
		}
		query = query.Where("(',' || intent || ',') LIKE ? ESCAPE '\\'", "%,"+q.Intent+",%")
	}
	if q.State != "" {
		if !slices.Contains([]string{KeywordNew, KeywordClustered, KeywordExcluded}, q.State) {
			return nil, fault.New(fault.Invalid, "The state of a keyword is new, clustered or excluded, not %q.", q.State)
		}
		query = query.Where("state = ?", q.State)
	}
	if q.Evidence != "" {
		return withEvidence(query, q.Evidence)
	}
	return query, nil
}

// inside is the keywords of the query's sector, or of its cluster. Of a cluster in the sector the sector is not asked for again: it would lead SQLite
// away from the index of the clusters.
func inside(tx *gorm.DB, q KeywordQuery) (*gorm.DB, error) {
	if q.ClusterID == "" {
		return tx.Where("sector_id = ?", q.SectorID), nil
	}
	cluster, err := load[Cluster](tx, "cluster", q.ClusterID)
	if err != nil {
		return nil, err
	}
	query := tx.Where("cluster_id = ?", cluster.ID)
	if cluster.Level != Page {
		query = tx.Where("cluster_id IN (?)", leaves(tx, cluster))
	}
	if cluster.SectorID != q.SectorID {
		query = query.Where("sector_id = ?", q.SectorID)
	}
	return query, nil
}

func escapeLike(s string) string {
	return strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(s)
}

// Keyword is the keyword with the id.
func (s *Service) Keyword(ctx context.Context, id string) (Keyword, error) {
	return load[Keyword](s.db.Read(ctx), "keyword", id)
}

// KeywordChange is a person's change of a keyword; nil keeps what is there.
type KeywordChange struct {
	ClusterID *string // a page cluster of the same sector; empty takes the keyword out of its cluster
	State     *string
	Pinned    *bool
	Intent    *string
}

// UpdateKeyword changes a keyword. One that is moved to a cluster is pinned there; one that is taken out is new again and no longer
// pinned. Excluded keywords remember their cluster and go back there with the state clustered.
func (s *Service) UpdateKeyword(ctx context.Context, id string, c KeywordChange) (Keyword, error) {
	var changed Keyword
	err := change(ctx, s, "keyword", id, func(tx *gorm.DB, k Keyword) error {
		before := k.ClusterID
		if err := apply(tx, &k, c); err != nil {
			return err
		}
		changed = k
		done := tx.Model(&k).Select("cluster_id", "state", "pinned", "intent", "evidence", "strength", "weak").Updates(&k)
		if done.Error != nil {
			return fmt.Errorf("update keyword: %w", done.Error)
		}
		return recount(tx, k.SectorID, pointed(before, k.ClusterID)...)
	})
	return changed, err
}

func apply(tx *gorm.DB, k *Keyword, c KeywordChange) error {
	if c.Intent != nil {
		intent, err := intents(*c.Intent)
		if err != nil {
			return err
		}
		k.Intent = intent
	}
	if c.ClusterID != nil {
		if err := move(tx, k, *c.ClusterID); err != nil {
			return err
		}
	}
	if c.State != nil {
		if err := setState(tx, k, *c.State); err != nil {
			return err
		}
	}
	if c.Pinned != nil {
		if *c.Pinned && k.State == KeywordNew {
			return fault.New(fault.Invalid, "Only a keyword in a cluster can be pinned. Move it to one first.")
		}
		k.Pinned = *c.Pinned
	}
	return nil
}

func move(tx *gorm.DB, k *Keyword, clusterID string) error {
	if clusterID == "" {
		k.ClusterID, k.State, k.Pinned = nil, KeywordNew, false
		k.Evidence, k.Strength, k.Weak = []Evidence{}, nil, false
		return nil
	}
	if k.ClusterID != nil && *k.ClusterID == clusterID && k.State == KeywordClustered {
		k.Pinned = true
		return nil
	}
	if _, err := target(tx, clusterID, k.SectorID); err != nil {
		return err
	}
	k.ClusterID, k.State, k.Pinned = &clusterID, KeywordClustered, true
	k.Evidence, k.Strength, k.Weak = byHand, nil, false
	return nil
}

// target is the page cluster that keywords of the sector may be moved to.
func target(tx *gorm.DB, clusterID, sectorID string) (Cluster, error) {
	to, err := load[Cluster](tx, "cluster", clusterID)
	if err != nil {
		return to, err
	}
	if to.SectorID != sectorID {
		return to, fault.New(fault.Invalid, "The cluster %q belongs to another sector.", to.Name)
	}
	if to.Level != Page {
		return to, fault.New(fault.Invalid, "%q is a %s. Only page clusters hold keywords: choose one under it.", to.Name, to.Level)
	}
	if to.State == Excluded {
		return to, fault.New(fault.Invalid, "The cluster %q is excluded. Take it back first.", to.Name)
	}
	return to, nil
}

func setState(tx *gorm.DB, k *Keyword, state string) error {
	switch state {
	case k.State:
		return nil
	case KeywordExcluded:
		k.State = KeywordExcluded
		return nil
	case KeywordNew:
		return move(tx, k, "")
	case KeywordClustered:
		if k.ClusterID == nil {
			return fault.New(fault.Invalid, "The keyword %q is in no cluster. Move it to one instead.", k.Text)
		}
		if _, err := target(tx, *k.ClusterID, k.SectorID); err != nil {
			return err
		}
		k.State = KeywordClustered
		return nil
	}
	return fault.New(fault.Invalid, "The state of a keyword is new, clustered or excluded, not %q.", state)
}

// intents checks and orders what a person typed as intent.
func intents(text string) (string, error) {
	var found []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ',' || r == ' ' }) {
		if !slices.Contains(Intents, word) {
			return "", fault.New(fault.Invalid, "The intent is informational, commercial, transactional or navigational, not %q.", word)
		}
		if !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	return strings.Join(found, ","), nil
}

// DeleteKeyword deletes the keyword; a later import may bring it back as new.
func (s *Service) DeleteKeyword(ctx context.Context, id string) error {
	return change(ctx, s, "keyword", id, func(tx *gorm.DB, k Keyword) error {
		if err := tx.Delete(&k).Error; err != nil {
			return fmt.Errorf("delete keyword: %w", err)
		}
		return recount(tx, k.SectorID, pointed(k.ClusterID)...)
	})
}

func pointed(ids ...*string) []string {
	var list []string
	for _, id := range ids {
		if id != nil && !slices.Contains(list, *id) {
			list = append(list, *id)
		}
	}
	return list
}
