package planner

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// atOnce is how many rows one statement carries: enough that statements do not count, few enough that they stay in memory.
const atOnce = 5000

// column is a column that many rows have values for: its name, the field of the rows that has the value, and its type on PostgreSQL.
type column struct{ name, field, kind string }

// writeRows runs a statement over many rows, which stand in it as the table r with a column for each field. They travel as one JSON text: to bind each
// value by itself takes longer than all that the database does with it.
func writeRows[T any](tx *gorm.DB, statement string, columns []column, rows []T) error {
	for part := range slices.Chunk(rows, atOnce) {
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

// readRows is what a query over rows answers, see writeRows. values are its other parameters.
func readRows[Result, T any](tx *gorm.DB, query string, columns []column, rows []T, values map[string]any) ([]Result, error) {
	var all []Result
	for part := range slices.Chunk(rows, atOnce) {
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

// overRows puts the rows before the statement, materialised: else SQLite reads the JSON anew for each row of a table that it is joined with.
func overRows[T any](tx *gorm.DB, statement string, columns []column, rows []T, values map[string]any) (string, map[string]any, error) {
	data, err := json.Marshal(rows)
	if err != nil {
		return "", nil, fmt.Errorf("encode rows: %w", err)
	}
	bound := map[string]any{"rows": string(data), "now": database.Now()}
	maps.Copy(bound, values)
	return "WITH r AS MATERIALIZED (" + decoded(tx.Name() == "postgres", columns) + ") " + statement, bound, nil
}

// decoded is the query that reads the rows from their JSON.
func decoded(postgres bool, columns []column) string {
	if postgres {
		fields := list(columns, func(c column) string { return `"` + c.field + `" ` + c.kind })
		return "SELECT * FROM jsonb_to_recordset(CAST(@rows AS JSONB)) AS listed(" + fields + ")"
	}
	return "SELECT " + list(columns, func(c column) string { return `value->>'$.` + c.field + `' AS "` + c.field + `"` }) + " FROM json_each(@rows)"
}

func list(columns []column, part func(column) string) string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = part(c)
	}
	return strings.Join(parts, ", ")
}

// names are the columns, after a prefix.
func names(prefix string, columns []column) string {
	return list(columns, func(c column) string { return prefix + c.name })
}

// values are what r has for the columns.
func values(columns []column) string {
	return list(columns, func(c column) string { return `r."` + c.field + `"` })
}

// assignments set the columns to what r has for them.
func assignments(columns []column) string {
	return list(columns, func(c column) string { return c.name + ` = r."` + c.field + `"` })
}
