package planner

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/language"
	"igny8/app/text"
)

// The levels of the tree, from the top. Only page clusters hold keywords.
const (
	LevelPillar = "pillar"
	LevelTopic  = "topic"
	LevelPage   = "page"
)

// The roles of a cluster.
const (
	Hub        = "hub"
	Supporting = "supporting"
	Attribute  = "attribute"
)

// ClusterState is what people decided about a cluster.
type ClusterState string

// The states of a cluster. The state of a topic or pillar follows from what is under it.
const (
	ClusterProposed ClusterState = "proposed"
	ClusterApproved ClusterState = "approved"
	ClusterExcluded ClusterState = "excluded" // with its keywords
)

// ClusterStates returns the states of a cluster.
func ClusterStates() []ClusterState {
	return []ClusterState{ClusterProposed, ClusterApproved, ClusterExcluded}
}

// mayBecome reports whether a cluster in the state may be moved to the next one: each to each other. What is approved can be
// approved again, as it may have come to hold what is not.
func (s ClusterState) mayBecome(next ClusterState) bool {
	return slices.Contains(ClusterStates(), next) && (s != next || next == ClusterApproved)
}

// Roles returns the roles of a cluster, in the order of their weight.
func Roles() []string { return []string{Hub, Supporting, Attribute} }

// above is the level of a cluster's parent.
var above = map[string]string{LevelPage: LevelTopic, LevelTopic: LevelPillar}

// Cluster is a node of a sector's tree. Its numbers are those of the keywords under it that are not excluded; a nil number
// means that none of them is known.
type Cluster struct {
	ID           string
	AccountID    string `gorm:"<-:create"`
	SiteID       string `gorm:"<-:create"`
	SectorID     string `gorm:"<-:create"`
	ParentID     *string
	Level        string
	Role         string
	Name         string
	NameKey      string
	State        ClusterState
	Locked       bool // no run changes it or its members
	Renamed      bool // a person gave it its name
	Placed       bool // a person gave it its parent
	KeywordCount int64
	Volume       *int64
	Demand       *int64
	Difficulty   *float64 // the mean of the known ones, weighed by demand
	Opportunity  *int64   // of its keywords; what its pages cover is not taken off, see Opportunities
	RunID        *string
	CreatedAt    time.Time
	UpdatedAt    time.Time
	DeletedAt    *time.Time // in the trash since
}

func (c Cluster) sector() string { return c.SectorID }

// ClustersByID returns those of the named clusters that can be seen.
func (s *Service) ClustersByID(ctx context.Context, ids []string) (map[string]Cluster, error) {
	found := map[string]Cluster{}
	if len(ids) == 0 || !text.Printable(strings.Join(ids, "")) {
		return found, nil
	}
	for part := range slices.Chunk(database.Distinct(ids), batch) {
		var list []Cluster
		if err := s.db.Read(ctx).Where("id IN ?", part).Find(&list).Error; err != nil {
			return nil, fmt.Errorf("load clusters: %w", err)
		}
		for _, c := range list {
			found[c.ID] = c
		}
	}
	return found, nil
}

// ClustersNamed returns the sector's clusters of the level with one of the names, however they are written, that are not excluded.
func (s *Service) ClustersNamed(ctx context.Context, sectorID, level string, names ...string) ([]Cluster, error) {
	query, err := s.clusters(ctx, ClusterQuery{SectorID: sectorID, Level: level})
	if err != nil {
		return nil, err
	}
	keys := make([]string, len(names))
	for i, name := range names {
		keys[i] = language.Key(name)
	}
	if !text.Printable(strings.Join(keys, "")) {
		return nil, nil
	}
	var list []Cluster
	if err := query.Where("name_key IN ? AND state <> ?", keys, ClusterExcluded).Order("id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("look for clusters: %w", err)
	}
	return list, nil
}

// Cluster returns the cluster with the id.
func (s *Service) Cluster(ctx context.Context, id string) (Cluster, error) {
	return database.One[Cluster](s.db.Read(ctx), "cluster", id)
}

// Parent returns the id of the cluster above, "" for a pillar.
func (c Cluster) Parent() string { return str(c.ParentID) }

func str(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

// ClusterChange is a person's change of a cluster; nil keeps what is there.
type ClusterChange struct {
	Name     *string
	Role     *string
	State    *ClusterState // approved and excluded go for the subtree; excluding excludes its keywords, anything else takes them back
	Locked   *bool
	ParentID *string
}

// UpdateCluster changes a cluster.
func (s *Service) UpdateCluster(ctx context.Context, id string, c ClusterChange) (Cluster, error) {
	var changed Cluster
	err := decide(ctx, s, "cluster", id, func(j *history.Journal, cluster Cluster) (string, error) {
		was := cluster
		if err := keepClusters(j, c.State != nil, id); err != nil {
			return "", err
		}
		if c.ParentID != nil {
			if !text.Printable(*c.ParentID) {
				return "", fault.Missing("cluster")
			}
			if err := keepEmpty(j, *c.ParentID); err != nil {
				return "", err
			}
		}
		if err := edit(j.Tx, &cluster, c); err != nil {
			return "", err
		}
		done := j.Tx.Model(&cluster).Select("name", "name_key", "renamed", "role", "locked", "parent_id", "placed").Updates(&cluster)
		if done.Error != nil {
			return "", fmt.Errorf("update cluster: %w", done.Error)
		}
		var err error
		changed, err = database.One[Cluster](j.Tx, "cluster", id)
		return c.said(was), err
	})
	return changed, err
}

// said returns the change as a sentence.
func (c ClusterChange) said(was Cluster) string {
	var parts []string
	if c.Name != nil {
		parts = append(parts, "renamed to "+text.Quote(*c.Name))
	}
	if c.ParentID != nil {
		parts = append(parts, "moved")
	}
	parts = append(parts, Decision{State: c.State, Role: c.Role, Locked: c.Locked}.verbs()...)
	return text.Quote(was.Name) + ": " + strings.Join(parts, ", ") + "."
}

func edit(tx *gorm.DB, cluster *Cluster, c ClusterChange) error {
	from := cluster.ParentID
	if c.ParentID != nil && *c.ParentID != str(cluster.ParentID) {
		if err := reparent(tx, cluster, *c.ParentID); err != nil {
			return err
		}
	}
	if c.Name != nil {
		cluster.Name, cluster.Renamed = strings.Join(strings.Fields(*c.Name), " "), true
	}
	if c.Name != nil || c.ParentID != nil {
		if err := checkName(tx, cluster); err != nil {
			return err
		}
	}
	if c.Role != nil {
		if err := checkRole(*c.Role); err != nil {
			return err
		}
		cluster.Role = *c.Role
	}
	if c.Locked != nil {
		cluster.Locked = *c.Locked
	}
	if c.State != nil {
		if err := setSubtrees(tx, cluster.SectorID, []Cluster{*cluster}, *c.State); err != nil {
			return err
		}
	}
	if str(from) == str(cluster.ParentID) {
		return nil
	}
	if err := tx.Model(cluster).Select("parent_id").Updates(cluster).Error; err != nil {
		return fmt.Errorf("move cluster: %w", err)
	}
	return Recount(tx, cluster.SectorID, pointed(from, cluster.ParentID)...)
}

func reparent(tx *gorm.DB, c *Cluster, parentID string) error {
	level := above[c.Level]
	if level == "" {
		return fault.New(fault.Invalid, "%q is a pillar: nothing stands above it.", c.Name)
	}
	parent, err := database.One[Cluster](tx, "cluster", parentID)
	if err != nil {
		return err
	}
	if parent.Level != level || parent.SectorID != c.SectorID {
		return fault.New(fault.Invalid, "A %s stands under a %s of its sector; %q is none.", c.Level, level, parent.Name)
	}
	c.ParentID, c.Placed = &parentID, true
	return nil
}

func checkRole(role string) error {
	if !slices.Contains(Roles(), role) {
		return fault.New(fault.Invalid, "The role of a cluster is hub, supporting or attribute, not %q.", role)
	}
	return nil
}

// maxName is the length of a cluster's name in characters, that of the longest keyword.
const maxName = 1000

// checkName refuses a name that is empty, too long or that a sibling has.
func checkName(tx *gorm.DB, c *Cluster) error {
	if c.Name == "" || utf8.RuneCountInString(c.Name) > maxName || !text.Printable(c.Name) {
		return fault.Fields{{Name: "name", Message: fmt.Sprintf("A cluster's name has 1 to %d characters that can be shown.", maxName)}}.Err()
	}
	c.NameKey = language.Key(c.Name)
	taken, err := nameTaken(tx, c)
	if err != nil {
		return err
	}
	if taken {
		return fault.Fields{{Name: "name", Message: fmt.Sprintf("There is already a %s %q here. Choose another name, or merge the two.", c.Level, c.Name)}}.Err()
	}
	return nil
}

// nameTaken reports whether a sibling of the cluster has its name.
func nameTaken(tx *gorm.DB, c *Cluster) (bool, error) {
	query := tx.Model(&Cluster{}).Where("sector_id = ? AND level = ? AND name_key = ? AND id <> ?", c.SectorID, c.Level, c.NameKey, c.ID)
	if c.ParentID != nil {
		query = query.Where("parent_id = ?", *c.ParentID)
	}
	var same int64
	if err := query.Count(&same).Error; err != nil {
		return false, fmt.Errorf("look for the name: %w", err)
	}
	return same > 0, nil
}

// Approve approves the cluster and everything under it that is not excluded.
func (s *Service) Approve(ctx context.Context, id string) (Cluster, error) {
	state := ClusterApproved
	return s.UpdateCluster(ctx, id, ClusterChange{State: &state})
}

// ApproveAll approves every cluster of the sector that is not excluded.
func (s *Service) ApproveAll(ctx context.Context, sectorID string) error {
	return s.log.Record(ctx, sectorID, func(j *history.Journal) (string, error) {
		approved, err := j.Set(&Cluster{}, j.Tx.Where("sector_id = ? AND state = ?", sectorID, ClusterProposed), "state", ClusterApproved)
		return text.Count(approved, "cluster", "clusters") + " approved: all that waited.", err
	})
}
