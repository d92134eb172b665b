package history

import (
	"context"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// Journal records the rows of one change.
type Journal struct {
	Tx *gorm.DB

	change Change
	all    []table // of the log
	kept   []table // the tables whose rows were recorded
}

// Record runs fn in a transaction, while no other change of the sector runs. It stores the earlier values of the rows that fn recorded,
// under the sentence that fn returns.
func (l *Log) Record(ctx context.Context, sectorID string, fn func(j *Journal) (text string, err error)) error {
	return l.db.Tx(ctx, func(tx *gorm.DB) error {
		siteID, err := l.hooks.Lock(tx, sectorID)
		if err != nil {
			return err
		}
		j := &Journal{Tx: tx, change: Change{
			ID: database.NewID(), SiteID: siteID, SectorID: sectorID, UserID: tenancy.User(ctx), CreatedAt: database.Now(),
		}}
		if j.all, err = l.tables(tx); err != nil {
			return err
		}
		if err := tx.Create(&j.change).Error; err != nil {
			return fmt.Errorf("write change: %w", err)
		}
		text, err := fn(j)
		if err != nil {
			return err
		}
		return j.close(text)
	})
}

// SectorID returns the sector of the change.
func (j *Journal) SectorID() string { return j.change.SectorID }

// Keep records the rows of the model that the query finds. Call it before they change.
func (j *Journal) Keep(model any, rows *gorm.DB) error { return j.write(model, rows, false) }

// KeepWhole is Keep for rows that are about to be deleted.
func (j *Journal) KeepWhole(model any, rows *gorm.DB) error { return j.write(model, rows, true) }

func (j *Journal) write(model any, rows *gorm.DB, whole bool) error {
	t, err := j.note(model)
	if err != nil {
		return err
	}
	columns := t.decided
	if whole {
		columns = t.columns
	}
	statement := fmt.Sprintf(`
INSERT INTO change_rows (account_id, change_id, noun, row_id, before)
SELECT @account, @change, @noun, t.id, %s FROM %s AS t WHERE t.account_id = @account AND t.id IN (@rows)
ON CONFLICT DO NOTHING`, asJSON(j.Tx, columns), t.name)
	if _, err := tenancy.Run(j.Tx, statement, j.values(t, map[string]any{"rows": rows.Model(model).Select("id")})); err != nil {
		return fmt.Errorf("keep rows: %w", err)
	}
	return nil
}

// Set sets the column of the rows that the query finds to the value and returns how many had another value. For many rows it is faster
// than Keep followed by an update: the new value is known and is written at once.
func (j *Journal) Set(model any, rows *gorm.DB, name string, value any) (int64, error) {
	t, err := j.table(model)
	if err != nil {
		return 0, err
	}
	others := rows.Model(model).Where(name+" <> ?", value).Session(&gorm.Session{})
	c := t.decided[slices.IndexFunc(t.decided, func(c database.Column) bool { return c.Name == name })]
	statement := fmt.Sprintf(`
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after)
SELECT @account, @change, @noun, t.id, %s, %s('%s', CAST(@value AS %s)) FROM %s AS t WHERE t.account_id = @account AND t.id IN (@rows)`,
		asJSON(j.Tx, database.Columns{c}), jsonOf(j.Tx).object, c.Name, c.Kind, t.name)
	if _, err := tenancy.Run(j.Tx, statement, j.values(t, map[string]any{"value": value, "rows": others.Select("id")})); err != nil {
		return 0, fmt.Errorf("keep rows: %w", err)
	}
	done := others.Update(name, value)
	if done.Error != nil {
		return 0, fmt.Errorf("change rows: %w", done.Error)
	}
	return done.RowsAffected, nil
}

// Made records that the row was created.
func (j *Journal) Made(model any, id string) error {
	t, err := j.note(model)
	if err != nil {
		return err
	}
	const statement = "INSERT INTO change_rows (account_id, change_id, noun, row_id) VALUES (@account, @change, @noun, @id)"
	if _, err := tenancy.Run(j.Tx, statement, j.values(t, map[string]any{"id": id})); err != nil {
		return fmt.Errorf("keep new row: %w", err)
	}
	return nil
}

func (j *Journal) values(t table, more map[string]any) map[string]any {
	more["change"], more["noun"] = j.change.ID, t.name
	return more
}

// note returns the model's table and remembers that rows of it are recorded.
func (j *Journal) note(model any) (table, error) {
	t, err := j.table(model)
	if err == nil && !slices.ContainsFunc(j.kept, func(k table) bool { return k.name == t.name }) {
		j.kept = append(j.kept, t)
	}
	return t, err
}

func (j *Journal) table(model any) (table, error) {
	parsed, err := parse(j.Tx, model)
	if err != nil {
		return table{}, err
	}
	at := slices.IndexFunc(j.all, func(t table) bool { return t.name == parsed.Table })
	if at < 0 {
		return table{}, fmt.Errorf("the log does not keep rows of %s", parsed.Table)
	}
	return j.all[at], nil
}

// differing returns the SQL for the JSON object of a row of the table t without the columns whose values equal those in r.before. It
// removes these columns one by one: to go through the object's members takes three times as long.
func differing(tx *gorm.DB, object string, columns database.Columns) string {
	if tx.Name() == "postgres" {
		return "(" + object + " - ARRAY[" + columns.List(func(c database.Column) string {
			return fmt.Sprintf("CASE WHEN r.before->'%[1]s' IS NOT DISTINCT FROM COALESCE(to_jsonb(t.%[1]s), 'null') THEN '%[1]s' ELSE '' END", c.Name)
		}) + "])"
	}
	return "json_remove(" + object + ", " + columns.List(func(c database.Column) string {
		return fmt.Sprintf("CASE WHEN r.before->>'%[1]s' IS t.%[1]s THEN '$.%[1]s' ELSE '$.-' END", c.Name)
	}) + ")"
}

// closing reduces the recorded rows to the columns that have changed, before and after. The two %s are these objects, the third is the
// table. A deleted row has no after, and its before is whole; a new row has no before.
const closing = `
UPDATE change_rows AS r SET before = %s, after = %s FROM %s AS t
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = @noun AND r.after IS NULL AND t.account_id = @account AND t.id = r.row_id`

// close writes the change and deletes the recorded rows that have not changed.
func (j *Journal) close(text string) error {
	for _, t := range j.kept {
		statement := fmt.Sprintf(closing, differing(j.Tx, "r.before", t.decided), differing(j.Tx, asJSON(j.Tx, t.decided), t.decided), t.name)
		if _, err := tenancy.Run(j.Tx, statement, j.values(t, map[string]any{})); err != nil {
			return fmt.Errorf("close journal: %w", err)
		}
	}
	mine := func() *gorm.DB { return j.Tx.Model(&Row{}).Where("change_id = ?", j.change.ID) }
	if err := mine().Where("before = after").Delete(&Row{}).Error; err != nil {
		return fmt.Errorf("forget unchanged rows: %w", err)
	}
	if err := mine().Count(&j.change.Rows).Error; err != nil {
		return fmt.Errorf("count changed rows: %w", err)
	}
	j.change.Text = text
	if err := j.Tx.Model(&j.change).Select("text", "rows").Updates(&j.change).Error; err != nil {
		return fmt.Errorf("write change: %w", err)
	}
	return prune(j.Tx, j.change.SectorID)
}
