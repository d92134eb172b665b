// Package history records what people do to the rows of a module, each action as one change, and takes changes back. It knows no table by
// name: a module passes the tables whose rows are recorded, and its own checks around an undo. A change is undone as a whole or not at
// all. Undo never overwrites a later change: it refuses, and never merges.
//
// The rows are copied from table to table inside the database, so that a change of 100,000 rows does not load them into memory. The
// package stands above the database and knows nothing of accounts or sites: a change belongs to a sector, which the module locks.
package history

import (
	"fmt"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/schema"

	"igny8/app/database"
)

// Table is a table whose rows are recorded.
type Table struct {
	Model   any
	Label   string   // the column that names a row for people; empty: its id
	Counted []string // columns computed from other rows: they are neither recorded nor compared
	Decided []string // columns that a person's decision changes; nil: all that are not counted
	Derived string   // SQL over row t and column name a.key: true where the value depends on other rows and may differ at an undo
}

// Hooks are what the owner of the tables adds to a log.
type Hooks struct {
	// Lock makes changes of one sector wait for each other and returns the site of the sector. It returns fault.NotFound when the sector
	// cannot be seen.
	Lock func(tx *gorm.DB, sectorID string) (siteID string, err error)
	// Tables returns the tables in the order in which rows can be restored: a table comes after those that it refers to.
	Tables func() []Table
	// Undo calls restore, which restores the rows, between the owner's own checks. It may refuse before or after that.
	Undo func(u *Undoing, restore func() error) error
}

// Log records the changes of one module's rows.
type Log struct {
	db    *database.DB
	hooks Hooks
}

// New returns a log of changes of the tables that the hooks name.
func New(db *database.DB, hooks Hooks) *Log { return &Log{db, hooks} }

// tables describes the tables of the log.
func (l *Log) tables(tx *gorm.DB) ([]table, error) {
	var all []table
	for _, t := range l.hooks.Tables() {
		described, err := t.describe(tx)
		if err != nil {
			return nil, err
		}
		all = append(all, described)
	}
	return all, nil
}

// table is a Table with its columns in the database.
type table struct {
	name    string
	columns database.Columns // the columns from which a row is restored
	decided database.Columns // columns that a person's decision changes
	label   string
	derived string
	dated   bool   // it has updated_at
	inSight string // the SQL condition on a row t that leaves out the trash
}

func (t Table) describe(tx *gorm.DB) (table, error) {
	model, err := parse(tx, t.Model)
	if err != nil {
		return table{}, err
	}
	described := table{name: model.Table, label: t.Label, derived: t.Derived}
	if t.Label == "" {
		described.label = "id"
	}
	for _, f := range model.Fields {
		switch {
		case f.DBName == "updated_at":
			described.dated = true
		case f.DBName == "deleted_at":
			described.inSight = " AND t.deleted_at IS NULL"
		case f.DBName == "" || !f.Creatable || slices.Contains(t.Counted, f.DBName):
		default:
			described.columns = append(described.columns, database.Column{Name: f.DBName, Field: f.DBName, Kind: kindOf(f)})
		}
	}
	described.decided = described.columns
	if t.Decided != nil {
		described.decided = slices.DeleteFunc(slices.Clone(described.columns),
			func(c database.Column) bool { return !slices.Contains(t.Decided, c.Name) })
	}
	return described, nil
}

func parse(tx *gorm.DB, model any) (*schema.Schema, error) {
	st := &gorm.Statement{DB: tx}
	if err := st.Parse(model); err != nil {
		return nil, fmt.Errorf("describe table: %w", err)
	}
	return st.Schema, nil
}

// kindOf returns the type of the field's column on PostgreSQL.
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

// dialect holds the names that PostgreSQL and SQLite use for the same functions.
type dialect struct{ object, each, at string }

func jsonOf(tx *gorm.DB) dialect {
	if tx.Name() == "postgres" {
		return dialect{"jsonb_build_object", "jsonb_each", "->"}
	}
	return dialect{"json_object", "json_each", "->>"}
}

// asJSON returns the columns of a row of the table t as one JSON object.
func asJSON(tx *gorm.DB, columns database.Columns) string {
	return jsonOf(tx).object + "(" + columns.List(func(c database.Column) string { return "'" + c.Name + "', t." + c.Name }) + ")"
}
