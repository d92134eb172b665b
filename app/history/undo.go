package history

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
	"igny8/app/text"
)

// Undo takes back the change of the sector with the id; an empty id means the latest change that can be undone. It restores all rows or
// none. It refuses when one of the rows was changed since, by a later change that was not undone or by a run, and when a row can no
// longer be placed.
func (l *Log) Undo(ctx context.Context, sectorID, changeID string) (Change, error) {
	var undone Change
	err := l.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := l.hooks.Lock(tx, sectorID); err != nil {
			return err
		}
		tables, err := l.tables(tx)
		if err != nil {
			return err
		}
		if undone, err = undoable(tx, sectorID, changeID); err != nil {
			return err
		}
		u := &Undoing{Tx: tx, Change: undone, tables: tables}
		if err := u.check(); err != nil {
			return err
		}
		if err := l.hooks.Undo(u, u.restore); err != nil {
			return err
		}
		if err := tx.Where("change_id = ?", undone.ID).Delete(&Row{}).Error; err != nil {
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

// undoable returns the change to undo.
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

// Undoing is the undo of one change. In queries of the owner, @change is the change, @sector its sector, and change_rows has its rows.
type Undoing struct {
	Tx     *gorm.DB
	Change Change

	tables []table // decided holds the columns that differ in some row
}

// Tables returns the names of the log's tables, in the order in which rows are restored.
func (u *Undoing) Tables() []string {
	names := make([]string, len(u.tables))
	for i, t := range u.tables {
		names[i] = t.name
	}
	return names
}

// First returns the first text that the query returns, or "" if it returns none.
func (u *Undoing) First(query string, values map[string]any) (string, error) {
	found, err := u.Texts(query+" LIMIT 1", values)
	if err != nil || len(found) == 0 {
		return "", err
	}
	return found[0], nil
}

// Texts returns the texts that the query returns. values are its parameters in addition to @change and @sector.
func (u *Undoing) Texts(query string, values map[string]any) ([]string, error) {
	bound := map[string]any{"change": u.Change.ID, "sector": u.Change.SectorID}
	for name, value := range values {
		bound[name] = value
	}
	var found []string
	if err := tenancy.SQL(u.Tx, query, bound).Scan(&found).Error; err != nil {
		return nil, fmt.Errorf("look at changed rows: %w", err)
	}
	return found, nil
}

// Whole reports whether the change created or deleted rows.
func (u *Undoing) Whole() (bool, error) {
	row, err := u.First(`
SELECT r.row_id FROM change_rows AS r WHERE r.account_id = @account AND r.change_id = @change AND (r.before IS NULL OR r.after IS NULL)`, nil)
	return row != "", err
}

// Changes reports whether the change gave one of the columns another value in some row.
func (u *Undoing) Changes(columns ...string) bool {
	return slices.ContainsFunc(u.tables, func(t table) bool {
		return slices.ContainsFunc(t.decided, func(c database.Column) bool { return slices.Contains(columns, c.Name) })
	})
}

// check makes the checks that every log needs.
func (u *Undoing) check() error {
	if err := u.checkLater(); err != nil {
		return err
	}
	for i := range u.tables {
		t := &u.tables[i]
		var err error
		if t.decided, err = u.changed(*t); err != nil {
			return err
		}
		if err := u.checkSame(*t); err != nil {
			return err
		}
	}
	return nil
}

// checkLater refuses when a later change that was not undone has changed a row of this one.
func (u *Undoing) checkLater() error {
	const query = `
SELECT c.text FROM changes AS c
WHERE c.account_id = @account AND c.sector_id = @sector AND c.undone_at IS NULL AND c.rows > 0 AND c.id > @change AND EXISTS (
	SELECT 1 FROM change_rows AS l JOIN change_rows AS r ON r.account_id = @account AND r.change_id = @change AND r.noun = l.noun AND r.row_id = l.row_id
	WHERE l.account_id = @account AND l.change_id = c.id
)
ORDER BY c.id DESC`
	later, err := u.First(query, nil)
	if err != nil || later == "" {
		return err
	}
	return fault.New(fault.Conflict, "A later change touches the same: “%s” Undo that first. Nothing was changed.", later)
}

// changed returns the columns of the table that differ in some row. The others, and their indexes, stay untouched.
func (u *Undoing) changed(t table) (database.Columns, error) {
	names, err := u.Texts("SELECT DISTINCT a.key FROM change_rows AS r CROSS JOIN "+jsonOf(u.Tx).each+`(r.after) AS a
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = @noun AND r.after IS NOT NULL`, map[string]any{"noun": t.name})
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(t.decided), func(c database.Column) bool { return !slices.Contains(names, c.Name) }), nil
}

// checkSame refuses when rows no longer have the values that the change gave them.
func (u *Undoing) checkSame(t table) error {
	words := jsonOf(u.Tx)
	query := "SELECT COALESCE(t." + t.label + ", '') FROM change_rows AS r LEFT JOIN " + t.name + ` AS t ON t.account_id = @account AND t.id = r.row_id` + t.inSight + `
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = @noun AND r.after IS NOT NULL
	AND (t.id IS NULL OR EXISTS (SELECT 1 FROM ` + words.each + "(r.after) AS a WHERE a.value IS DISTINCT FROM " + asJSON(u.Tx, t.decided) + " " + words.at + " a.key"
	if t.derived != "" {
		query += " AND NOT (" + t.derived + ")"
	}
	found, err := u.Texts(query+")) ORDER BY 1 LIMIT 4", map[string]any{"noun": t.name})
	if err != nil || len(found) == 0 {
		return err
	}
	var named []string
	for _, name := range found[:min(3, len(found))] {
		if name != "" {
			named = append(named, text.Quote(name))
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

// restore restores the rows that were deleted or changed.
func (u *Undoing) restore() error {
	for _, t := range u.tables {
		statements := []string{u.inserting(t)}
		if len(t.decided) > 0 {
			statements = append(statements, u.updating(t))
		}
		for _, statement := range statements {
			if _, err := tenancy.Run(u.Tx, statement, map[string]any{"change": u.Change.ID, "noun": t.name, "now": database.Now()}); err != nil {
				return fmt.Errorf("restore %s: %w", t.name, err)
			}
		}
	}
	return nil
}

// inserting returns the SQL that inserts the deleted rows of the table again.
func (u *Undoing) inserting(t table) string {
	updated, now := "", ""
	if t.dated {
		updated, now = ", updated_at", ", @now"
	}
	return fmt.Sprintf(`
INSERT INTO %s (%s%s) SELECT %s%s FROM change_rows AS r
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = @noun AND r.after IS NULL`,
		t.name, t.columns.Names(""), updated, t.columns.List(u.was), now)
}

// updating returns the SQL that gives the changed rows of the table their earlier values.
func (u *Undoing) updating(t table) string {
	set := t.decided.List(func(c database.Column) string {
		return fmt.Sprintf("%[1]s = CASE WHEN r.before->'%[1]s' IS NOT NULL THEN %[2]s ELSE %[3]s.%[1]s END", c.Name, u.was(c), t.name)
	})
	if t.dated {
		set += ", updated_at = @now"
	}
	return fmt.Sprintf(`
UPDATE %s SET %s FROM change_rows AS r
WHERE %[1]s.account_id = @account AND %[1]s.id = r.row_id AND r.account_id = @account AND r.change_id = @change AND r.noun = @noun
	AND r.before IS NOT NULL AND r.after IS NOT NULL`, t.name, set)
}

// was returns the SQL for the value of the column before the change.
func (u *Undoing) was(c database.Column) string {
	value := "r.before->>'" + c.Name + "'"
	if u.Tx.Name() != "postgres" || c.Kind == "TEXT" {
		return value
	}
	return "CAST(" + value + " AS " + c.Kind + ")"
}
