package database

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/pressly/goose/v3"
)

// ColumnType is what a column holds, on both databases.
type ColumnType string

// The types. Only PostgreSQL tells JSON from text.
const (
	TextColumn    ColumnType = "text"
	JSONColumn    ColumnType = "json"
	IntegerColumn ColumnType = "integer"
	RealColumn    ColumnType = "real"
	BooleanColumn ColumnType = "boolean"
	TimeColumn    ColumnType = "time"
	BytesColumn   ColumnType = "bytes"
)

// columnTypes are the types of the migrations, as the two databases report them.
var columnTypes = map[string]ColumnType{
	"text": TextColumn, "jsonb": JSONColumn, "bigint": IntegerColumn, "integer": IntegerColumn, "double precision": RealColumn,
	"boolean": BooleanColumn, "timestamp": TimeColumn, "timestamp with time zone": TimeColumn, "blob": BytesColumn, "bytea": BytesColumn,
}

// Table is a table as the database reports it.
type Table struct {
	Name    string        `json:"name"`
	Columns []TableColumn `json:"columns"` // without generated ones
}

// TableColumn is a column of a Table.
type TableColumn struct {
	Name string     `json:"name"`
	Type ColumnType `json:"type"`
}

// names lists the columns for a statement.
func (t Table) names() string {
	all := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		all[i] = quoted(c.Name)
	}
	return strings.Join(all, ", ")
}

// quoted quotes a name for both databases.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// querier is a pool or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

const (
	sqliteColumns = `SELECT t.name, c.name, c.type FROM pragma_table_list AS t JOIN pragma_table_xinfo(t.name) AS c
		WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND c.hidden = 0 ORDER BY t.name, c.cid`
	postgresColumns = `SELECT t.relname, c.attname, format_type(c.atttypid, NULL) FROM pg_class AS t JOIN pg_attribute AS c ON c.attrelid = t.oid
		WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind IN ('r', 'p') AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = ''
		ORDER BY t.relname COLLATE "C", c.attnum`
)

// tables returns the tables of the database in the order of their names, without the one in which goose counts the migrations.
func (db *DB) tables(ctx context.Context, q querier) ([]Table, error) {
	query := sqliteColumns
	if db.postgres {
		query = postgresColumns
	}
	var all []Table
	err := each(ctx, q, query, func(scan func(...any) error) error {
		var table, column, reported string
		if err := scan(&table, &column, &reported); err != nil || table == goose.DefaultTablename {
			return err
		}
		of, known := columnTypes[strings.ToLower(reported)]
		if !known {
			return fmt.Errorf("the column %s of %s has the unknown type %s", column, table, reported)
		}
		if n := len(all); n == 0 || all[n-1].Name != table {
			all = append(all, Table{Name: table})
		}
		last := &all[len(all)-1]
		last.Columns = append(last.Columns, TableColumn{Name: column, Type: of})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the schema: %w", err)
	}
	return all, nil
}

// each calls visit for every row of the query.
func each(ctx context.Context, q querier, query string, visit func(scan func(...any) error) error) error {
	rows, err := q.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := visit(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// version returns the number of the newest migration of the database, 0 without any.
func (db *DB) version(ctx context.Context, q querier) (int64, error) {
	exists := "SELECT COUNT(*) FROM sqlite_master WHERE name = '" + goose.DefaultTablename + "'"
	if db.postgres {
		exists = "SELECT COUNT(*) FROM pg_class WHERE relname = '" + goose.DefaultTablename + "' AND relnamespace = current_schema()::regnamespace"
	}
	n, err := number(ctx, q, exists)
	if err != nil || n == 0 {
		return 0, err
	}
	return number(ctx, q, "SELECT COALESCE(MAX(version_id), 0) FROM "+goose.DefaultTablename)
}

// number returns the one number that the query answers.
func number(ctx context.Context, q querier, query string) (n int64, err error) {
	err = each(ctx, q, query, func(scan func(...any) error) error { return scan(&n) })
	return n, err
}
