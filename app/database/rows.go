package database

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/tenancy"
)

// rowsAtOnce is the number of rows of one statement: many enough that the number of statements does not matter, few enough
// for the memory.
const rowsAtOnce = 5000

// Column is a column that rows have values for: its name, the field of the rows with the value, and its type on PostgreSQL.
type Column struct{ Name, Field, Kind string }

// Columns are columns in the order in which a statement names them.
type Columns []Column

// List joins the results of part for all columns with commas.
func (c Columns) List(part func(Column) string) string {
	parts := make([]string, len(c))
	for i, column := range c {
		parts[i] = part(column)
	}
	return strings.Join(parts, ", ")
}

// Names lists the columns' names, each after the prefix.
func (c Columns) Names(prefix string) string {
	return c.List(func(c Column) string { return prefix + c.Name })
}

// Values lists the columns of the table r of WriteRows.
func (c Columns) Values() string {
	return c.List(func(c Column) string { return `r."` + c.Field + `"` })
}

// Assignments assigns the columns of the table r of WriteRows.
func (c Columns) Assignments() string {
	return c.List(func(c Column) string { return c.Name + ` = r."` + c.Field + `"` })
}

// WriteRows runs a statement over many rows. The statement sees them as the table r with a column for each field; @now is
// the time. The rows are passed as one JSON text: binding each value takes longer than all the work of the database.
func WriteRows[T any](tx *gorm.DB, statement string, columns Columns, rows []T) error {
	for part := range slices.Chunk(rows, rowsAtOnce) {
		text, bound, err := overRows(tx, statement, columns, part, nil)
		if err != nil {
			return err
		}
		if _, err := tenancy.Run(tx, text, bound); err != nil {
			return fmt.Errorf("write rows: %w", err)
		}
	}
	return nil
}

// ReadRows returns the result of a query over rows, see WriteRows. values are its other parameters.
func ReadRows[Result, T any](tx *gorm.DB, query string, columns Columns, rows []T, values map[string]any) ([]Result, error) {
	var all []Result
	for part := range slices.Chunk(rows, rowsAtOnce) {
		text, bound, err := overRows(tx, query, columns, part, values)
		if err != nil {
			return nil, err
		}
		var found []Result
		if err := tenancy.SQL(tx, text, bound).Scan(&found).Error; err != nil {
			return nil, fmt.Errorf("read rows: %w", err)
		}
		all = append(all, found...)
	}
	return all, nil
}

// overRows puts the rows before the statement, materialised: otherwise SQLite parses the JSON again for each row of a table
// that it is joined with.
func overRows[T any](tx *gorm.DB, statement string, columns Columns, rows []T, values map[string]any) (string, map[string]any, error) {
	data, err := json.Marshal(rows)
	if err != nil {
		return "", nil, fmt.Errorf("encode rows: %w", err)
	}
	bound := map[string]any{"rows": string(data), "now": Now()}
	maps.Copy(bound, values)
	return "WITH r AS MATERIALIZED (" + decoded(tx.Name() == "postgres", columns) + ") " + statement, bound, nil
}

// decoded returns the query that reads the rows from their JSON.
func decoded(postgres bool, columns Columns) string {
	if postgres {
		fields := columns.List(func(c Column) string { return `"` + c.Field + `" ` + c.Kind })
		return "SELECT * FROM jsonb_to_recordset(CAST(@rows AS JSONB)) AS listed(" + fields + ")"
	}
	return "SELECT " + columns.List(func(c Column) string { return `value->>'$.` + c.Field + `' AS "` + c.Field + `"` }) + " FROM json_each(@rows)"
}
