package backup

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"igny8/app/database"
	"igny8/app/fault"
)

// An entry of rows ends with the first row that reaches this number of bytes, so that an archive is written and read without a table in
// memory.
const rowsAtOnce = 1 << 20

// leftOut are the tables whose rows an archive does not hold: who is signed in, links by mail that are asked for again, and counts of the
// last hours. A session that was ended after the backup does not come back with it.
var leftOut = map[string]bool{
	"sessions": true, "token_families": true, "password_resets": true, "email_changes": true, "sign_in_failures": true, "throttles": true,
}

// addRows writes the rows of the table. Each is a line with a JSON array: times are RFC 3339, bytes base64.
func (w *writer) addRows(ctx context.Context, s *database.Snapshot, t database.Table) error {
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	encoder.SetEscapeHTML(false)
	entries, rows := 0, int64(0)
	flush := func() error {
		if lines.Len() == 0 {
			return nil
		}
		entries++
		defer lines.Reset()
		return w.add(fmt.Sprintf("%s/%s/%06d.jsonl", rowsDir, t.Name, entries), int64(lines.Len()), &lines)
	}
	err := s.Each(ctx, t, func(values []any) error {
		rows++
		if err := encoder.Encode(values); err != nil || lines.Len() < rowsAtOnce {
			return err
		}
		return flush()
	})
	if err := errors.Join(err, flush()); err != nil {
		return fmt.Errorf("archive %s: %w", t.Name, err)
	}
	if rows > 0 {
		w.parts[len(w.parts)-1].Rows = rows
	}
	return nil
}

// loading is how the rows of one table of the archive become those of the database.
type loading struct {
	archived, here database.Table
	postgres       bool
}

// newLoading finds the table in the database, whose schema is of the archive's migration.
func newLoading(name string, archived, here []database.Table, postgres bool) (loading, error) {
	from, known := tableNamed(archived, name)
	to, exists := tableNamed(here, name)
	if !known || !exists {
		return loading{}, fault.New(fault.Conflict, "The archive has a table %s, which the database of its version does not know.", name)
	}
	l := loading{archived: from, here: database.Table{Name: name}, postgres: postgres}
	for _, c := range from.Columns {
		column, ok := columnNamed(to, c.Name)
		if !ok || !alike(c.Type, column.Type) {
			return l, fault.New(fault.Conflict, "The archive has a column %s of %s (%s), which the database of its version does not know.", c.Name, name, c.Type)
		}
		l.here.Columns = append(l.here.Columns, column)
	}
	return l, nil
}

func tableNamed(all []database.Table, name string) (database.Table, bool) {
	for _, t := range all {
		if t.Name == name {
			return t, true
		}
	}
	return database.Table{}, false
}

func columnNamed(t database.Table, name string) (database.TableColumn, bool) {
	for _, c := range t.Columns {
		if c.Name == name {
			return c, true
		}
	}
	return database.TableColumn{}, false
}

// alike reports whether the values of one type fit the other: SQLite reports JSON as text.
func alike(a, b database.ColumnType) bool {
	text := func(t database.ColumnType) bool { return t == database.TextColumn || t == database.JSONColumn }
	return a == b || text(a) && text(b)
}

// load writes the lines of one entry into the database.
func (l loading) load(ctx context.Context, into *database.Loader, lines io.Reader) error {
	decoder := json.NewDecoder(lines)
	decoder.UseNumber()
	var rows [][]any
	for {
		var row []any
		err := decoder.Decode(&row)
		if errors.Is(err, io.EOF) {
			return into.Insert(ctx, l.here, rows)
		}
		if err == nil {
			err = l.values(row)
		}
		if err != nil {
			return fmt.Errorf("read a row of %s: %w", l.here.Name, err)
		}
		rows = append(rows, row)
	}
}

// values turns what was decoded into what the database takes.
func (l loading) values(row []any) (err error) {
	if len(row) != len(l.here.Columns) {
		return errors.New("it has another number of columns")
	}
	for i, c := range l.here.Columns {
		if row[i], err = l.value(c.Type, row[i]); err != nil {
			return fmt.Errorf("column %s: %w", c.Name, err)
		}
	}
	return nil
}

func (l loading) value(of database.ColumnType, decoded any) (any, error) {
	switch v := decoded.(type) {
	case nil:
		return nil, nil
	case bool:
		return v, expect(of == database.BooleanColumn)
	case json.Number:
		if of == database.RealColumn {
			return v.Float64()
		}
		if of == database.IntegerColumn {
			return v.Int64()
		}
	case string:
		switch of {
		case database.TimeColumn:
			return time.Parse(time.RFC3339Nano, v)
		case database.BytesColumn:
			return base64.StdEncoding.DecodeString(v)
		case database.TextColumn:
			return l.text(v), nil
		case database.JSONColumn:
			return l.json(v), nil
		}
	}
	return nil, expect(false)
}

func expect(ok bool) error {
	if ok {
		return nil
	}
	return errors.New("the value has another type")
}

// text replaces what PostgreSQL does not store and SQLite does.
func (l loading) text(v string) string {
	if !l.postgres {
		return v
	}
	return strings.ReplaceAll(v, "\x00", "\ufffd")
}

// escape finds the characters of a JSON text that are written as numbers and are NUL or the half of a character. What comes first, a
// backslash or a whole character, stays.
var escape = regexp.MustCompile(`\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u0000|\\u[dD][89a-fA-F][0-9a-fA-F]{2}`)

// json replaces what PostgreSQL does not store in JSON.
func (l loading) json(v string) string {
	if !l.postgres {
		return v
	}
	return escape.ReplaceAllStringFunc(v, func(found string) string {
		if len(found) == len(`\u0000`) {
			return `\ufffd`
		}
		return found
	})
}

// LeavesOut reports whether an archive does not hold the rows of the table.
func LeavesOut(table string) bool { return leftOut[table] }
