package planner

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/keywordfile"
	"igny8/app/language"
	"igny8/app/text"
)

// KeywordState is where a keyword stands.
type KeywordState string

// The states of a keyword.
const (
	KeywordNew       KeywordState = "new"       // in no cluster yet
	KeywordClustered KeywordState = "clustered" // in a page cluster
	KeywordExcluded  KeywordState = "excluded"  // not wanted; counts nowhere
)

// KeywordStates returns the states of a keyword.
func KeywordStates() []KeywordState {
	return []KeywordState{KeywordNew, KeywordClustered, KeywordExcluded}
}

// refuseState refuses a state that a person may not give the keyword: it is clustered only where it has a cluster.
func (k Keyword) refuseState(next KeywordState) error {
	switch {
	case !slices.Contains(KeywordStates(), next):
		return fault.New(fault.Invalid, "The state of a keyword is new, clustered or excluded, not %q.", next)
	case next == KeywordClustered && k.ClusterID == nil:
		return fault.New(fault.Invalid, "The keyword %q is in no cluster. Move it to one instead.", k.Text)
	}
	return nil
}

// Keyword is a search phrase of a sector with what is known about it. A nil number is unknown, never 0.
type Keyword struct {
	ID                 string
	AccountID          string `gorm:"<-:create"`
	SiteID             string `gorm:"<-:create"`
	SectorID           string `gorm:"<-:create"`
	ImportID           *string
	Text               string
	Key                string // the identity of the phrase within its sector, see language.Key
	keywordfile.Values        // a nil number is unknown
	Currency           string
	Intent             string // one or more of Intents in their order, separated by a comma
	IntentBy           string // who said so: IntentByFile, IntentByRules or IntentByHand; empty without an intent
	Question           bool   // it begins with a question word
	Country            string
	Demand             *int64 // exact volume, else an estimate, else impressions
	Opportunity        *int64 `gorm:"->"` // see KeywordOpportunity; the database computes it
	ParentKeyword      string
	URLs               []string `gorm:"column:urls;serializer:json"`
	GivenGroup         string   // the page cluster that a tool gave
	GivenTopic         string   // and the topic above it
	Sources            []Source `gorm:"serializer:json"` // what each file said
	State              KeywordState
	ClusterID          *string
	Evidence           []Evidence `gorm:"serializer:json"` // why it is in its cluster; set by because
	EvidenceBits       int64
	Strength           *float64
	Weak               bool
	Pinned             bool // a person put it where it is: no run moves it
	CreatedAt          time.Time
	UpdatedAt          time.Time
}

func (k Keyword) sector() string { return k.SectorID }

// PageCluster returns the id of the cluster that the keyword is in, "" for none.
func (k Keyword) PageCluster() string { return str(k.ClusterID) }

// Keyword returns the keyword with the id.
func (s *Service) Keyword(ctx context.Context, id string) (Keyword, error) {
	return database.One[Keyword](s.db.Read(ctx), "keyword", id)
}

// KeywordChange is a person's change of a keyword; nil keeps what is there.
type KeywordChange struct {
	ClusterID *string // a page cluster of the same sector; empty takes the keyword out of its cluster
	State     *KeywordState
	Pinned    *bool
	Intent    *string
}

// UpdateKeyword changes a keyword. One that is moved to a cluster is pinned there; one that is taken out is new again and no longer
// pinned. Excluded keywords remember their cluster and go back there with the state clustered.
func (s *Service) UpdateKeyword(ctx context.Context, id string, c KeywordChange) (Keyword, error) {
	var changed Keyword
	err := decide(ctx, s, "keyword", id, func(j *history.Journal, k Keyword) (string, error) {
		if err := j.Keep(&Keyword{}, j.Tx.Where("id = ?", id)); err != nil {
			return "", err
		}
		before := k.ClusterID
		if err := apply(j.Tx, &k, c); err != nil {
			return "", err
		}
		changed = k
		done := j.Tx.Model(&k).Select(decidedOfKeywords).Updates(&k)
		if done.Error != nil {
			return "", fmt.Errorf("update keyword: %w", done.Error)
		}
		return c.said(k), Recount(j.Tx, k.SectorID, pointed(before, k.ClusterID)...)
	})
	return changed, err
}

// said returns the change as a sentence.
func (c KeywordChange) said(k Keyword) string {
	var parts []string
	if c.ClusterID != nil && k.ClusterID != nil {
		parts = append(parts, "moved")
	}
	if c.ClusterID != nil && k.ClusterID == nil {
		parts = append(parts, "taken out of its cluster")
	}
	if c.State != nil {
		parts = append(parts, map[KeywordState]string{KeywordExcluded: "excluded", KeywordClustered: "included", KeywordNew: "new again"}[k.State])
	}
	if c.Pinned != nil {
		parts = append(parts, map[bool]string{true: "pinned", false: "unpinned"}[k.Pinned])
	}
	if c.Intent != nil {
		parts = append(parts, "intent "+cmp.Or(strings.ReplaceAll(k.Intent, ",", ", "), "unknown"))
	}
	return text.Quote(k.Text) + ": " + strings.Join(parts, ", ") + "."
}

func apply(tx *gorm.DB, k *Keyword, c KeywordChange) error {
	if c.Intent != nil {
		intent, err := ParseIntents(*c.Intent)
		if err != nil {
			return err
		}
		k.Intent, k.IntentBy = intent, IntentByHand
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
		k.because([]Evidence{}, nil, false)
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
	k.because(byHand, nil, false)
	return nil
}

// target returns the page cluster that keywords of the sector may be moved to.
func target(tx *gorm.DB, clusterID, sectorID string) (Cluster, error) {
	to, err := database.One[Cluster](tx, "cluster", clusterID)
	if err != nil {
		return to, err
	}
	if to.SectorID != sectorID {
		return to, fault.New(fault.Invalid, "The cluster %q belongs to another sector.", to.Name)
	}
	if to.Level != LevelPage {
		return to, fault.New(fault.Invalid, "%q is a %s. Only page clusters hold keywords: choose one under it.", to.Name, to.Level)
	}
	if to.State == ClusterExcluded {
		return to, fault.New(fault.Invalid, "The cluster %q is excluded. Take it back first.", to.Name)
	}
	return to, nil
}

func setState(tx *gorm.DB, k *Keyword, state KeywordState) error {
	if state == k.State {
		return nil
	}
	if err := k.refuseState(state); err != nil {
		return err
	}
	switch state {
	case KeywordNew:
		return move(tx, k, "")
	case KeywordClustered:
		if _, err := target(tx, *k.ClusterID, k.SectorID); err != nil {
			return err
		}
	}
	k.State = state
	return nil
}

// ParseIntents checks and orders what a person typed as intent.
func ParseIntents(text string) (string, error) {
	var found []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ',' || r == ' ' }) {
		if !slices.Contains(language.Intents, word) {
			return "", fault.Fields{{Name: "intent", Message: fmt.Sprintf("The intent is informational, commercial, transactional or navigational, not %q.", word)}}.Err()
		}
		if !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	return language.IntentSetOf(strings.Join(found, ",")).String(), nil
}

// DeleteKeyword deletes the keyword; a later import may bring it back as new.
func (s *Service) DeleteKeyword(ctx context.Context, id string) error {
	return decide(ctx, s, "keyword", id, func(j *history.Journal, k Keyword) (string, error) {
		if err := j.KeepWhole(&Keyword{}, j.Tx.Where("id = ?", id)); err != nil {
			return "", err
		}
		if err := j.Tx.Delete(&k).Error; err != nil {
			return "", fmt.Errorf("delete keyword: %w", err)
		}
		return text.Quote(k.Text) + " is deleted.", Recount(j.Tx, k.SectorID, pointed(k.ClusterID)...)
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
