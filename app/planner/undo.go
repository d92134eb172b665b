package planner

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/pages"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// hooks returns the Planner's part in what it can undo.
func (s *Service) hooks() history.Hooks {
	return history.Hooks{
		Lock: func(tx *gorm.DB, sectorID string) (string, error) {
			sector, err := LockSector(tx, sectorID)
			if err != nil {
				return "", err
			}
			return sector.SiteID, s.SetStage(tx, sector.SiteID)
		},
		Tables: s.tables,
		Undo:   s.undo,
	}
}

// decidedOfKeywords are the columns of a keyword that a person's decision changes; the others are what files say of it.
var decidedOfKeywords = []string{"cluster_id", "state", "pinned", "intent", "intent_by", "evidence", "evidence_bits", "strength", "weak"}

// countedColumns are the columns of clusters that recount fills.
var countedColumns = []string{"keyword_count", "volume", "demand", "difficulty", "opportunity"}

// tables returns the tables whose rows a change may touch. The state of a topic or pillar follows from what is under it.
func (s *Service) tables() []history.Table {
	return append([]history.Table{
		{Model: &Cluster{}, Label: "name", Counted: countedColumns, Derived: "a.key = 'state' AND t.level <> 'page'"},
		{Model: &Keyword{}, Label: "text", Decided: decidedOfKeywords},
	}, s.following()...)
}

// following returns the tables that refer to clusters and change with them.
func (s *Service) following() []history.Table {
	tables := []history.Table{{Model: &pages.Page{}, Label: "title"}}
	for _, f := range s.followers() {
		tables = append(tables, f.Following())
	}
	return tables
}

// Change returns what a person did, by its id.
func (s *Service) Change(ctx context.Context, id string) (history.Change, error) {
	return s.log.Change(ctx, id)
}

// LastChange returns what the person of the context did last in the sector; ok is false when that is nothing.
func (s *Service) LastChange(ctx context.Context, sectorID string) (last history.Change, ok bool, err error) {
	return s.log.LastChange(ctx, sectorID)
}

// Changes returns one page of what people did in the sector, the latest first, without what changed nothing.
func (s *Service) Changes(ctx context.Context, sectorID string, limit int, cursor string) (database.Page[history.Change], error) {
	if _, err := s.sites.Sector(ctx, sectorID); err != nil {
		return database.Page[history.Change]{}, err
	}
	return s.log.Changes(ctx, sectorID, limit, cursor)
}

// Undo takes back the named change of the sector, or with an empty id the latest that can be, see history.Log.
func (s *Service) Undo(ctx context.Context, sectorID, changeID string) (history.Change, error) {
	return s.log.Undo(ctx, sectorID, changeID)
}

// undo refuses what no change could have brought about, and counts the clusters again that rows leave and come to.
func (s *Service) undo(u *history.Undoing, restore func() error) error {
	touched, err := touchedBy(u)
	if err != nil {
		return err
	}
	moved, err := u.Whole()
	if err != nil {
		return err
	}
	moved = moved || u.Changes("cluster_id", "parent_id")
	if err := checkKeys(u); err != nil {
		return err
	}
	if err := checkParents(u); err != nil {
		return err
	}
	if err := restore(); err != nil {
		return err
	}
	if moved {
		again, err := touchedBy(u)
		if err != nil {
			return err
		}
		touched = append(touched, again...)
		if err := unmake(u); err != nil {
			return err
		}
	}
	if err := checkPlaces(u); err != nil {
		return err
	}
	return Recount(u.Tx, u.Change.SectorID, touched...)
}

// checkKeys refuses to bring back a keyword that was imported again.
func checkKeys(u *history.Undoing) error {
	again, err := u.First(`
SELECT k.text FROM change_rows AS r JOIN keywords AS k ON k.account_id = @account AND k.sector_id = @sector AND k.key = r.before->>'key'
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = 'keywords' AND r.after IS NULL`, nil)
	if err != nil || again == "" {
		return err
	}
	return fault.New(fault.Conflict, "The keyword %s has been imported again since. Nothing was changed.", text.Quote(again))
}

// checkParents refuses to bring back what stood in or under a cluster that is gone and does not come back itself.
func checkParents(u *history.Undoing) error {
	homeless, err := u.First(`
SELECT r.row_id FROM (
	SELECT row_id, CASE noun WHEN 'clusters' THEN before->>'parent_id' ELSE before->>'cluster_id' END AS parent
	FROM change_rows WHERE account_id = @account AND change_id = @change
) AS r
WHERE r.parent IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clusters AS c WHERE c.account_id = @account AND c.id = r.parent AND c.deleted_at IS NULL) AND NOT EXISTS (
	SELECT 1 FROM change_rows AS o WHERE o.account_id = @account AND o.change_id = @change AND o.noun = 'clusters' AND o.row_id = r.parent)`, nil)
	if err != nil || homeless == "" {
		return err
	}
	return fault.New(fault.Conflict, "The cluster it was in is no longer there: it was merged or grouped anew since. Nothing was changed.")
}

// unmake deletes the clusters that the change made, unless something has come into them.
func unmake(u *history.Undoing) error {
	const made = "SELECT row_id FROM change_rows WHERE account_id = @account AND change_id = @change AND noun = 'clusters' AND before IS NULL"
	for _, table := range u.Tables() {
		at := "cluster_id"
		if table == "clusters" {
			at = "parent_id"
		}
		used, err := u.First("SELECT c.name FROM "+table+" AS t JOIN clusters AS c ON c.account_id = @account AND c.id = t."+at+
			" WHERE t.account_id = @account AND t."+at+" IN ("+made+")", nil)
		if err != nil {
			return err
		}
		if used != "" {
			return fault.New(fault.Conflict, "The cluster %s, which was made then, has got something new since. Move that first. Nothing was changed.", text.Quote(used))
		}
	}
	_, err := tenancy.Run(u.Tx, "DELETE FROM clusters WHERE account_id = @account AND id IN ("+made+")", map[string]any{"change": u.Change.ID})
	if err != nil {
		return fmt.Errorf("delete clusters that were made: %w", err)
	}
	return nil
}

// changedKeywords and changedClusters join the rows of the change with the keywords and clusters that they are of, as t.
const (
	changedKeywords = ` FROM change_rows AS r JOIN keywords AS t ON t.account_id = @account AND t.id = r.row_id
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = 'keywords' `
	changedClusters = ` FROM change_rows AS r JOIN clusters AS t ON t.account_id = @account AND t.id = r.row_id
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = 'clusters' `
)

// checkPlaces refuses what no change could have brought about: keywords in no cluster or an excluded one, and siblings of one name.
func checkPlaces(u *history.Undoing) error {
	lost, err := u.First("SELECT t.text"+changedKeywords+`AND t.state = 'clustered' AND NOT EXISTS (
	SELECT 1 FROM clusters AS c WHERE c.account_id = @account AND c.id = t.cluster_id AND c.state <> 'excluded' AND c.deleted_at IS NULL)`, nil)
	if err != nil {
		return err
	}
	if lost != "" {
		return fault.New(fault.Conflict, "The cluster that %s was in is gone or excluded since. Nothing was changed.", text.Quote(lost))
	}
	twin, err := u.First("SELECT t.name"+changedClusters+`AND EXISTS (
	SELECT 1 FROM clusters AS c WHERE c.account_id = @account AND c.sector_id = @sector AND c.level = t.level AND c.name_key = t.name_key AND c.id <> t.id AND c.deleted_at IS NULL
		AND c.parent_id IS NOT DISTINCT FROM t.parent_id)`, nil)
	if err != nil || twin == "" {
		return err
	}
	return fault.New(fault.Conflict, "There is another cluster %s in its place since. Rename that first. Nothing was changed.", text.Quote(twin))
}

// touchedBy returns the clusters whose numbers the rows of the change count in, as they are now.
func touchedBy(u *history.Undoing) ([]string, error) {
	ids, err := u.Texts("SELECT t.id"+changedClusters+"UNION SELECT t.parent_id"+changedClusters+"AND t.parent_id IS NOT NULL", nil)
	if err != nil {
		return nil, err
	}
	more, err := u.Texts("SELECT DISTINCT t.cluster_id"+changedKeywords+"AND t.cluster_id IS NOT NULL", nil)
	return append(ids, more...), err
}

// keepClusters keeps the clusters, and where their state changes also what is under them and their keywords.
func keepClusters(j *history.Journal, state bool, ids ...string) error {
	if !state {
		return j.Keep(&Cluster{}, j.Tx.Where("id IN ?", ids))
	}
	if err := j.Keep(&Cluster{}, j.Tx.Where("id IN (?)", subtree(j.Tx, ids...))); err != nil {
		return err
	}
	return j.Keep(&Keyword{}, membersOf(j.Tx, j.SectorID(), ids))
}

// keepEmpty keeps the topic or pillar if nothing is under it. Its state is its own then, and is lost as soon as something comes under it.
func keepEmpty(j *history.Journal, id string) error {
	under := j.Tx.Session(&gorm.Session{NewDB: true}).Model(&Cluster{}).Select("parent_id").Where("parent_id = ?", id)
	return j.Keep(&Cluster{}, j.Tx.Where("id = ? AND id NOT IN (?)", id, under))
}

// keepFollowing keeps what handOver changes.
func (s *Service) keepFollowing(j *history.Journal, clusters ...string) error {
	for _, table := range s.following() {
		if err := j.KeepWhole(table.Model, j.Tx.Where("cluster_id IN ?", clusters)); err != nil {
			return err
		}
	}
	return nil
}

// decide records fn's change of the row with the id, under its sector.
func decide[T interface{ sector() string }](ctx context.Context, s *Service, noun, id string,
	fn func(j *history.Journal, row T) (said string, err error),
) error {
	row, err := database.One[T](s.db.Read(ctx), noun, id)
	if err != nil {
		return err
	}
	return s.log.Record(ctx, row.sector(), func(j *history.Journal) (string, error) {
		row, err := database.One[T](j.Tx, noun, id)
		if err != nil {
			return "", err
		}
		return fn(j, row)
	})
}
