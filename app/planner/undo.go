package planner

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// Undo takes back the named change of the sector, or with an empty id the latest that can be. All of it comes back or nothing: it is refused when one of
// its rows has been changed since, by a later change that stands or by a run, and when what it would bring back has lost its place.
func (s *Service) Undo(ctx context.Context, sectorID, changeID string) (Change, error) {
	var undone Change
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := lockSector(tx, sectorID); err != nil {
			return err
		}
		var err error
		if undone, err = undoable(tx, sectorID, changeID); err != nil {
			return err
		}
		u, err := s.undoing(tx, undone)
		if err != nil {
			return err
		}
		if err := u.run(); err != nil {
			return err
		}
		if err := tx.Where("change_id = ?", undone.ID).Delete(&ChangeRow{}).Error; err != nil {
			return fmt.Errorf("forget undone rows: %w", err)
		}
		now := database.Now()
		undone.UndoneAt, undone.UndoneBy = &now, tenancy.User(ctx)
		if err := tx.Model(&undone).Select("undone_at", "undone_by").Updates(&undone).Error; err != nil {
			return fmt.Errorf("write undone change: %w", err)
		}
		return nil
	})
	return undone, err
}

// undoable is the change that is to be undone.
func undoable(tx *gorm.DB, sectorID, id string) (Change, error) {
	var c Change
	if id == "" {
		err := tx.Where("sector_id = ? AND undone_at IS NULL AND rows > 0", sectorID).Order("created_at DESC, id DESC").Take(&c).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return c, fault.New(fault.Conflict, "There is nothing to undo.")
		}
		if err != nil {
			return c, fmt.Errorf("load latest change: %w", err)
		}
		return c, nil
	}
	c, err := database.One[Change](tx, "change", id)
	switch {
	case err != nil:
		return c, err
	case c.SectorID != sectorID:
		return c, fault.Missing("change")
	case c.UndoneAt != nil:
		return c, fault.New(fault.Conflict, "This has been undone already.")
	case c.Rows == 0:
		return c, fault.New(fault.Conflict, "This changed nothing: there is nothing to undo.")
	}
	return c, nil
}

// undoing is one change on its way back.
type undoing struct {
	tx        *gorm.DB
	change    Change
	clusters  kept
	keywords  kept
	followers []kept
}

func (s *Service) undoing(tx *gorm.DB, c Change) (undoing, error) {
	u := undoing{tx: tx, change: c}
	var err error
	if u.clusters, err = tableOf(tx, &Cluster{}); err != nil {
		return u, err
	}
	if u.keywords, err = tableOf(tx, &Keyword{}); err != nil {
		return u, err
	}
	for _, model := range s.following() {
		t, err := tableOf(tx, model)
		if err != nil {
			return u, err
		}
		u.followers = append(u.followers, t)
	}
	return u, nil
}

// tables are all tables, in the order in which rows can come back: what is referred to comes first.
func (u undoing) tables() []kept { return append([]kept{u.clusters, u.keywords}, u.followers...) }

func (u undoing) run() error {
	if err := u.checkLater(); err != nil {
		return err
	}
	touched, err := u.touched()
	if err != nil {
		return err
	}
	tables := u.tables()
	moved, err := u.wholly()
	if err != nil {
		return err
	}
	for i := range tables {
		t := &tables[i]
		if t.decided, err = u.changed(*t); err != nil {
			return err
		}
		moved = moved || slices.ContainsFunc(t.decided, func(c column) bool { return c.name == "cluster_id" || c.name == "parent_id" })
		if err := u.checkSame(*t); err != nil {
			return err
		}
	}
	if err := u.checkKeys(); err != nil {
		return err
	}
	for _, t := range tables {
		if err := u.restore(t); err != nil {
			return err
		}
	}
	if moved {
		again, err := u.touched()
		if err != nil {
			return err
		}
		touched = append(touched, again...)
		if err := u.unmake(); err != nil {
			return err
		}
	}
	if err := u.checkPlaces(); err != nil {
		return err
	}
	return recount(u.tx, u.change.SectorID, touched...)
}

// wholly says whether the change made rows or deleted some.
func (u undoing) wholly() (bool, error) {
	row, err := u.first(u.keywords, `
SELECT r.row_id FROM planner_change_rows AS r WHERE r.account_id = @account AND r.change_id = @change AND (r.before IS NULL OR r.after IS NULL)`)
	return row != "", err
}

// changedRows joins the rows of the change, as r, with the tables they are of, as t.
const changedRows = ` FROM planner_change_rows AS r %s JOIN %s AS t ON t.account_id = @account AND t.id = r.row_id
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = @noun `

// first is the first text that the query over the rows of the table answers, empty when it answers none.
func (u undoing) first(t kept, query string) (string, error) {
	found, err := u.texts(t, query+" LIMIT 1")
	if err != nil || len(found) == 0 {
		return "", err
	}
	return found[0], nil
}

func (u undoing) texts(t kept, query string) ([]string, error) {
	var found []string
	values := map[string]any{"change": u.change.ID, "noun": t.name, "sector": u.change.SectorID}
	if err := tenancy.SQL(u.tx, query, values).Scan(&found).Error; err != nil {
		return nil, fmt.Errorf("look at changed %s: %w", t.name, err)
	}
	return found, nil
}

// checkLater refuses when a later change that stands has touched a row of this one.
func (u undoing) checkLater() error {
	const query = `
SELECT c.text FROM planner_changes AS c
WHERE c.account_id = @account AND c.sector_id = @sector AND c.undone_at IS NULL AND c.rows > 0 AND c.id > @change AND EXISTS (
	SELECT 1 FROM planner_change_rows AS l JOIN planner_change_rows AS r ON r.account_id = @account AND r.change_id = @change AND r.noun = l.noun AND r.row_id = l.row_id
	WHERE l.account_id = @account AND l.change_id = c.id
)
ORDER BY c.id DESC`
	later, err := u.first(u.keywords, query)
	if err != nil || later == "" {
		return err
	}
	return fault.New(fault.Conflict, "A later change touches the same: “%s” Undo that first. Nothing was changed.", later)
}

// changed are the columns of the table that differ in some row: the others are not touched, nor are their indexes.
func (u undoing) changed(t kept) ([]column, error) {
	names, err := u.texts(t, "SELECT DISTINCT a.key FROM planner_change_rows AS r CROSS JOIN "+jsonOf(u.tx).each+`(r.after) AS a
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = @noun AND r.after IS NOT NULL`)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(t.decided), func(c column) bool { return !slices.Contains(names, c.name) }), nil
}

// checkSame refuses when rows are no longer what the change made of them. The state of a topic or pillar is not looked at: it follows from what is under it.
func (u undoing) checkSame(t kept) error {
	words := jsonOf(u.tx)
	derived := ""
	if t.name == u.clusters.name {
		derived = " AND (a.key <> 'state' OR t.level = 'page')"
	}
	other := fmt.Sprintf("AND r.after IS NOT NULL AND (t.id IS NULL OR EXISTS (SELECT 1 FROM %s(r.after) AS a WHERE a.value IS DISTINCT FROM %s %s a.key%s))",
		words.each, asJSON(u.tx, t.decided), words.at, derived)
	found, err := u.texts(t, "SELECT COALESCE(t."+t.label+", '')"+fmt.Sprintf(changedRows, "LEFT", t.name)+other+" ORDER BY 1 LIMIT 4")
	if err != nil || len(found) == 0 {
		return err
	}
	var named []string
	for _, name := range found[:min(3, len(found))] {
		if name != "" {
			named = append(named, quoted(name))
		}
	}
	what := strings.Join(named, ", ")
	switch {
	case what == "":
		what = "something that is no longer there"
	case len(found) > 3:
		what += " and more"
	}
	return fault.New(fault.Conflict, "Changed since by somebody else or a run: %s. Undoing would overwrite that; nothing was changed.", what)
}

// checkKeys refuses to bring back a keyword that was imported again.
func (u undoing) checkKeys() error {
	const query = `
SELECT k.text FROM planner_change_rows AS r JOIN keywords AS k ON k.account_id = @account AND k.sector_id = @sector AND k.key = r.before->>'key'
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = @noun AND r.after IS NULL`
	again, err := u.first(u.keywords, query)
	if err != nil || again == "" {
		return err
	}
	return fault.New(fault.Conflict, "The keyword %s has been imported again since. Nothing was changed.", quoted(again))
}

// restore brings back the rows of the table that were deleted or changed; decided are the columns that differ in some row.
func (u undoing) restore(t kept) error {
	updated, now, dated := "", "", ""
	if t.dated {
		updated, now, dated = ", updated_at", ", @now", ", updated_at = @now"
	}
	insert := fmt.Sprintf(`
INSERT INTO %s (%s%s) SELECT %s%s FROM planner_change_rows AS r
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = @noun AND r.after IS NULL`,
		t.name, names("", t.columns), updated, list(t.columns, u.was), now)
	set := list(t.decided, func(c column) string {
		return fmt.Sprintf("%[1]s = CASE WHEN r.before->'%[1]s' IS NOT NULL THEN %[2]s ELSE %[3]s.%[1]s END", c.name, u.was(c), t.name)
	})
	update := fmt.Sprintf(`
UPDATE %s SET %s FROM planner_change_rows AS r
WHERE %[1]s.account_id = @account AND %[1]s.id = r.row_id AND r.account_id = @account AND r.change_id = @change AND r.noun = @noun
	AND r.before IS NOT NULL AND r.after IS NOT NULL`, t.name, set+dated)
	if err := u.checkParents(t); err != nil {
		return err
	}
	statements := []string{insert}
	if len(t.decided) > 0 {
		statements = append(statements, update)
	}
	for _, statement := range statements {
		if _, err := tenancy.Run(u.tx, statement, map[string]any{"change": u.change.ID, "noun": t.name, "now": database.Now()}); err != nil {
			return fmt.Errorf("restore %s: %w", t.name, err)
		}
	}
	return nil
}

// was is what the column was before.
func (u undoing) was(c column) string {
	value := "r.before->>'" + c.name + "'"
	if u.tx.Name() != "postgres" || c.kind == "TEXT" {
		return value
	}
	return "CAST(" + value + " AS " + c.kind + ")"
}

// checkParents refuses to bring back what stood in or under a cluster that is gone. Clusters that come back themselves come before what is in them.
func (u undoing) checkParents(t kept) error {
	parent, returning := "cluster_id", ""
	if t.name == u.clusters.name {
		parent = "parent_id"
		returning = " AND NOT EXISTS (SELECT 1 FROM planner_change_rows AS o WHERE o.account_id = @account AND o.change_id = @change AND o.noun = @noun AND o.row_id = r.before->>'parent_id')"
	}
	query := fmt.Sprintf(`
SELECT r.row_id FROM planner_change_rows AS r
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = @noun AND r.before->>'%[1]s' IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM clusters AS c WHERE c.account_id = @account AND c.id = r.before->>'%[1]s')%[2]s`, parent, returning)
	homeless, err := u.first(t, query)
	if err != nil || homeless == "" {
		return err
	}
	return fault.New(fault.Conflict, "The cluster it was in is no longer there: it was merged or grouped anew since. Nothing was changed.")
}

// unmake deletes the clusters that the change made, unless something has come into them.
func (u undoing) unmake() error {
	const made = "SELECT row_id FROM planner_change_rows WHERE account_id = @account AND change_id = @change AND noun = 'clusters' AND before IS NULL"
	for _, t := range u.tables() {
		at := "cluster_id"
		if t.name == u.clusters.name {
			at = "parent_id"
		}
		query := "SELECT c.name FROM " + t.name + " AS t JOIN clusters AS c ON c.account_id = @account AND c.id = t." + at +
			" WHERE t.account_id = @account AND t." + at + " IN (" + made + ")"
		used, err := u.first(t, query)
		if err != nil {
			return err
		}
		if used != "" {
			return fault.New(fault.Conflict, "The cluster %s, which was made then, has got something new since. Move that first. Nothing was changed.", quoted(used))
		}
	}
	_, err := tenancy.Run(u.tx, "DELETE FROM clusters WHERE account_id = @account AND id IN ("+made+")", map[string]any{"change": u.change.ID})
	if err != nil {
		return fmt.Errorf("delete clusters that were made: %w", err)
	}
	return nil
}

// checkPlaces refuses what no change could have brought about: keywords in no cluster or an excluded one, and siblings of one name.
func (u undoing) checkPlaces() error {
	inside := fmt.Sprintf(changedRows, "", u.keywords.name)
	lost, err := u.first(u.keywords, "SELECT t.text"+inside+`AND t.state = 'clustered' AND NOT EXISTS (
	SELECT 1 FROM clusters AS c WHERE c.account_id = @account AND c.id = t.cluster_id AND c.state <> 'excluded')`)
	if err != nil {
		return err
	}
	if lost != "" {
		return fault.New(fault.Conflict, "The cluster that %s was in is gone or excluded since. Nothing was changed.", quoted(lost))
	}
	twin, err := u.first(u.clusters, "SELECT t.name"+fmt.Sprintf(changedRows, "", u.clusters.name)+`AND EXISTS (
	SELECT 1 FROM clusters AS c WHERE c.account_id = @account AND c.sector_id = @sector AND c.level = t.level AND c.name_key = t.name_key AND c.id <> t.id
		AND c.parent_id IS NOT DISTINCT FROM t.parent_id)`)
	if err != nil || twin == "" {
		return err
	}
	return fault.New(fault.Conflict, "There is another cluster %s in its place since. Rename that first. Nothing was changed.", quoted(twin))
}

// touched are the clusters whose numbers the rows of the change count in, as they are now.
func (u undoing) touched() ([]string, error) {
	clusters := fmt.Sprintf(changedRows, "", u.clusters.name)
	ids, err := u.texts(u.clusters, "SELECT t.id"+clusters+"UNION SELECT t.parent_id"+clusters+"AND t.parent_id IS NOT NULL")
	if err != nil {
		return nil, err
	}
	more, err := u.texts(u.keywords, "SELECT DISTINCT t.cluster_id"+fmt.Sprintf(changedRows, "", u.keywords.name)+"AND t.cluster_id IS NOT NULL")
	return append(ids, more...), err
}
