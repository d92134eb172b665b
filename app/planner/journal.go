package planner

import (
	"context"
	"fmt"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/schema"

	"igny8/app/database"
	"igny8/app/pages"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// journal keeps what the rows of one change were, so that Undo can bring them back. The rows go from table to table inside the database: a change of
// 100,000 keywords passes through no memory of ours.
type journal struct {
	tx     *gorm.DB
	change Change
	tables []kept
}

// kept is a table whose rows a journal keeps.
type kept struct {
	name    string
	columns []column // what a row is made of again, without what is counted
	decided []column // those that change by a person's decision
	label   string   // the column that names a row for people
	dated   bool     // it has updated_at
}

// decidedOfKeywords are the columns of a keyword that a person's decision changes; the others are what files say of it.
var decidedOfKeywords = []string{"cluster_id", "state", "pinned", "intent", "intent_by", "evidence", "evidence_bits", "strength", "weak"}

// countedColumns are the columns of clusters that recount fills.
var countedColumns = []string{"keyword_count", "volume", "demand", "difficulty", "opportunity"}

// record runs fn in a transaction that no other change of the sector meets, and writes down under the sentence it returns what the rows that it kept
// were before.
func (s *Service) record(ctx context.Context, sectorID string, fn func(j *journal) (said string, err error)) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		sector, err := lockSector(tx, sectorID)
		if err != nil {
			return err
		}
		j := &journal{tx: tx, change: Change{
			ID: database.NewID(), SiteID: sector.SiteID, SectorID: sector.ID, UserID: tenancy.User(ctx), CreatedAt: database.Now(),
		}}
		if err := tx.Create(&j.change).Error; err != nil {
			return fmt.Errorf("write change: %w", err)
		}
		said, err := fn(j)
		if err != nil {
			return err
		}
		return j.close(said)
	})
}

// decide is record for the row with the id and its sector.
func decide[T interface{ sector() string }](ctx context.Context, s *Service, noun, id string, fn func(j *journal, row T) (said string, err error)) error {
	row, err := database.One[T](s.db.Read(ctx), noun, id)
	if err != nil {
		return err
	}
	return s.record(ctx, row.sector(), func(j *journal) (string, error) {
		row, err := database.One[T](j.tx, noun, id)
		if err != nil {
			return "", err
		}
		return fn(j, row)
	})
}

// keep writes down what the rows of the model are that the query finds. It is called before they change.
func (j *journal) keep(model any, rows *gorm.DB) error { return j.write(model, rows, false) }

// keepWhole is keep for rows that are about to be deleted.
func (j *journal) keepWhole(model any, rows *gorm.DB) error { return j.write(model, rows, true) }

func (j *journal) write(model any, rows *gorm.DB, whole bool) error {
	t, err := j.table(model)
	if err != nil {
		return err
	}
	columns := t.decided
	if whole {
		columns = t.columns
	}
	statement := fmt.Sprintf(`
INSERT INTO planner_change_rows (account_id, change_id, noun, row_id, before)
SELECT @account, @change, @noun, t.id, %s FROM %s AS t WHERE t.account_id = @account AND t.id IN (@rows)
ON CONFLICT DO NOTHING`, asJSON(j.tx, columns), t.name)
	if _, err := tenancy.Run(j.tx, statement, j.values(t, map[string]any{"rows": rows.Model(model).Select("id")})); err != nil {
		return fmt.Errorf("keep rows: %w", err)
	}
	return nil
}

// set gives the column of the rows that the query finds the value, and says how many had another. Where they are many it is quicker than to keep them and
// to change them then: what they become is known, and is written down at once.
func (j *journal) set(model any, rows *gorm.DB, name string, value any) (int64, error) {
	t, err := tableOf(j.tx, model)
	if err != nil {
		return 0, err
	}
	others := rows.Model(model).Where(name+" <> ?", value).Session(&gorm.Session{})
	c := t.decided[slices.IndexFunc(t.decided, func(c column) bool { return c.name == name })]
	statement := fmt.Sprintf(`
INSERT INTO planner_change_rows (account_id, change_id, noun, row_id, before, after)
SELECT @account, @change, @noun, t.id, %s, %s('%s', CAST(@value AS %s)) FROM %s AS t WHERE t.account_id = @account AND t.id IN (@rows)`,
		asJSON(j.tx, []column{c}), jsonOf(j.tx).object, c.name, c.kind, t.name)
	if _, err := tenancy.Run(j.tx, statement, j.values(t, map[string]any{"value": value, "rows": others.Select("id")})); err != nil {
		return 0, fmt.Errorf("keep rows: %w", err)
	}
	done := others.Update(name, value)
	if done.Error != nil {
		return 0, fmt.Errorf("change rows: %w", done.Error)
	}
	return done.RowsAffected, nil
}

// made writes down that the row is new.
func (j *journal) made(model any, id string) error {
	t, err := j.table(model)
	if err != nil {
		return err
	}
	const statement = "INSERT INTO planner_change_rows (account_id, change_id, noun, row_id) VALUES (@account, @change, @noun, @id)"
	if _, err := tenancy.Run(j.tx, statement, j.values(t, map[string]any{"id": id})); err != nil {
		return fmt.Errorf("keep new row: %w", err)
	}
	return nil
}

// keepClusters keeps the clusters, and where their state changes also what is under them and their keywords.
func (j *journal) keepClusters(state bool, ids ...string) error {
	if !state {
		return j.keep(&Cluster{}, j.tx.Where("id IN ?", ids))
	}
	if err := j.keep(&Cluster{}, j.tx.Where("id IN (?)", subtree(j.tx, ids...))); err != nil {
		return err
	}
	return j.keep(&Keyword{}, membersOf(j.tx, j.change.SectorID, ids))
}

// keepEmpty keeps the topic or pillar if nothing is under it. Its state is its own then, and is lost as soon as something comes under it.
func (j *journal) keepEmpty(id string) error {
	under := j.tx.Session(&gorm.Session{NewDB: true}).Model(&Cluster{}).Select("parent_id").Where("parent_id = ?", id)
	return j.keep(&Cluster{}, j.tx.Where("id = ? AND id NOT IN (?)", id, under))
}

// keepFollowing keeps what handOver changes.
func (j *journal) keepFollowing(s *Service, clusters ...string) error {
	for _, model := range s.following() {
		if err := j.keepWhole(model, j.tx.Where("cluster_id IN ?", clusters)); err != nil {
			return err
		}
	}
	return nil
}

// following are the models that refer to clusters and change with them.
func (s *Service) following() []any {
	models := []any{&Idea{}, &pages.Page{}}
	if s.follower != nil {
		models = append(models, s.follower.Following())
	}
	return models
}

func (j *journal) values(t kept, more map[string]any) map[string]any {
	more["change"], more["noun"] = j.change.ID, t.name
	return more
}

// table describes the model's table, and remembers that rows of it are kept.
func (j *journal) table(model any) (kept, error) {
	t, err := tableOf(j.tx, model)
	if err == nil && !slices.ContainsFunc(j.tables, func(k kept) bool { return k.name == t.name }) {
		j.tables = append(j.tables, t)
	}
	return t, err
}

func tableOf(tx *gorm.DB, model any) (kept, error) {
	st := &gorm.Statement{DB: tx}
	if err := st.Parse(model); err != nil {
		return kept{}, fmt.Errorf("describe table: %w", err)
	}
	t := kept{name: st.Schema.Table, label: "id"}
	for _, f := range st.Schema.Fields {
		switch {
		case f.DBName == "updated_at":
			t.dated = true
		case f.DBName == "" || !f.Creatable || (t.name == "clusters" && slices.Contains(countedColumns, f.DBName)):
		default:
			t.columns = append(t.columns, column{f.DBName, f.DBName, kindOf(f)})
		}
		if slices.Contains([]string{"text", "name", "title"}, f.DBName) {
			t.label = f.DBName
		}
	}
	t.decided = t.columns
	if t.name == "keywords" {
		t.decided = slices.DeleteFunc(slices.Clone(t.columns), func(c column) bool { return !slices.Contains(decidedOfKeywords, c.name) })
	}
	return t, nil
}

// kindOf is the type of the field's column on PostgreSQL.
func kindOf(f *schema.Field) string {
	if f.Serializer != nil {
		return "JSONB"
	}
	kinds := map[schema.DataType]string{schema.Bool: "BOOLEAN", schema.Int: "BIGINT", schema.Uint: "BIGINT", schema.Float: "DOUBLE PRECISION", schema.Time: "TIMESTAMPTZ"}
	if kind, ok := kinds[f.DataType]; ok {
		return kind
	}
	return "TEXT"
}

// asJSON is the columns of a row of the table t as one JSON object.
func asJSON(tx *gorm.DB, columns []column) string {
	return jsonOf(tx).object + "(" + list(columns, func(c column) string { return "'" + c.name + "', t." + c.name }) + ")"
}

// dialect is what the two databases call the same things.
type dialect struct{ object, each, at string }

func jsonOf(tx *gorm.DB) dialect {
	if tx.Name() == "postgres" {
		return dialect{"jsonb_build_object", "jsonb_each", "->"}
	}
	return dialect{"json_object", "json_each", "->>"}
}

// differing is the JSON object, of a row of the table t, without the columns that are what r.before says. It removes the others one by one: to go through
// the object's members takes three times as long.
func differing(tx *gorm.DB, object string, columns []column) string {
	if tx.Name() == "postgres" {
		return "(" + object + " - ARRAY[" + list(columns, func(c column) string {
			return fmt.Sprintf("CASE WHEN r.before->'%[1]s' IS NOT DISTINCT FROM COALESCE(to_jsonb(t.%[1]s), 'null') THEN '%[1]s' ELSE '' END", c.name)
		}) + "])"
	}
	return "json_remove(" + object + ", " + list(columns, func(c column) string {
		return fmt.Sprintf("CASE WHEN r.before->>'%[1]s' IS t.%[1]s THEN '$.%[1]s' ELSE '$.-' END", c.name)
	}) + ")"
}

// closing leaves of the kept rows only the columns that have changed, before and after; %s are the two and the table. Of a deleted row there is no after,
// and before is whole; of a new one there is no before.
const closing = `
UPDATE planner_change_rows AS r SET before = %s, after = %s FROM %s AS t
WHERE r.account_id = @account AND r.change_id = @change AND r.noun = @noun AND r.after IS NULL AND t.account_id = @account AND t.id = r.row_id`

// close says what was done and forgets the kept rows that have not changed.
func (j *journal) close(said string) error {
	for _, t := range j.tables {
		statement := fmt.Sprintf(closing, differing(j.tx, "r.before", t.decided), differing(j.tx, asJSON(j.tx, t.decided), t.decided), t.name)
		if _, err := tenancy.Run(j.tx, statement, j.values(t, map[string]any{})); err != nil {
			return fmt.Errorf("close journal: %w", err)
		}
	}
	mine := func() *gorm.DB { return j.tx.Model(&ChangeRow{}).Where("change_id = ?", j.change.ID) }
	if err := mine().Where("before = after").Delete(&ChangeRow{}).Error; err != nil {
		return fmt.Errorf("forget unchanged rows: %w", err)
	}
	if err := mine().Count(&j.change.Rows).Error; err != nil {
		return fmt.Errorf("count changed rows: %w", err)
	}
	j.change.Text = said
	if err := j.tx.Model(&j.change).Select("text", "rows").Updates(&j.change).Error; err != nil {
		return fmt.Errorf("write change: %w", err)
	}
	return prune(j.tx, j.change.SectorID)
}

// quoted is a name in a sentence, cut where it is long.
func quoted(name string) string { return "“" + text.Cut(name, 80) + "”" }
