package database

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm"
)

// MaxLimit is the most rows that one page of a list holds.
const MaxLimit = 200

// Page is a part of a list and the cursor of the next, empty on the last.
type Page[T any] struct {
	Items []T
	Next  string
}

// Order is the column that a list is sorted by, and the direction. Rows with the same value follow by id, in the same
// direction; rows without a value come last in both.
type Order struct {
	Column   string // a column of the list's table, never a person's input
	Falling  bool
	Nullable bool
	Kind     Kind
	// Filtered says that the query may leave few of many rows. SQLite, which has no statistics, then sorts those, instead of
	// searching for them through the index of the order.
	Filtered bool
}

// Kind is what the column of an Order holds.
type Kind int

// The kinds of columns. The zero value is Number.
const (
	Number Kind = iota // integers
	Real
	Text
	Time
)

// SQL returns the order for ORDER BY, with ties in the order of the ids.
func (o Order) SQL() string {
	way := ""
	if o.Falling {
		way = " DESC"
	}
	terms := o.Column + way + ", id" + way
	if o.Nullable {
		return "CASE WHEN " + o.Column + " IS NULL THEN 1 ELSE 0 END, " + terms
	}
	return terms
}

// Position is the place of a row in an Order: its value (nil if unknown) and its id.
type Position struct {
	Value any
	ID    string
}

// List reads one page of the query in order. limit is limited to 1 to MaxLimit (0 means 50); position returns the place of a
// row. A cursor that List did not make is refused as invalid.
func List[T any](query *gorm.DB, o Order, limit int, cursor string, position func(T) Position) (Page[T], error) {
	limit = limited(limit)
	var after *Position
	if cursor != "" {
		at, err := decode(cursor, o)
		if err != nil {
			return Page[T]{}, err
		}
		after = &at
	}
	query = query.Session(&gorm.Session{})
	if o.Filtered = o.Filtered && query.Name() == "sqlite"; o.Filtered {
		o.Column = "+" + o.Column // the plus keeps SQLite from using an index
	}
	var rows []T
	for _, part := range o.parts(after) {
		var some []T
		wanted := o.sorted(part(query)).Limit(limit + 1 - len(rows))
		if o.Filtered {
			// First the ids, from an index that has every column of the condition: rows that do not match are not read.
			ids := wanted.Model(new(T)).Select("id")
			wanted = o.sorted(query.Session(&gorm.Session{NewDB: true}).Where("id IN (?)", ids))
		}
		if err := wanted.Find(&some).Error; err != nil {
			return Page[T]{}, fmt.Errorf("list: %w", err)
		}
		if rows = append(rows, some...); len(rows) > limit {
			rows = rows[:limit]
			return Page[T]{Items: rows, Next: encode(position(rows[limit-1]))}, nil
		}
	}
	return Page[T]{Items: rows}, nil
}

func limited(limit int) int {
	if limit <= 0 {
		limit = 50
	}
	return min(limit, MaxLimit)
}

// parts returns the queries for the rest of the list after a row: for a nullable column first the rows with a value, then
// those without. One query for both could not use an index for the falling order.
func (o Order) parts(after *Position) []func(*gorm.DB) *gorm.DB {
	beyond := " > "
	if o.Falling {
		beyond = " < "
	}
	all := func(query *gorm.DB) *gorm.DB { return query }
	rest := func(query *gorm.DB) *gorm.DB {
		return query.Where("("+o.Column+", id)"+beyond+"(?, ?)", after.Value, after.ID)
	}
	switch {
	case !o.Nullable && after == nil:
		return []func(*gorm.DB) *gorm.DB{all}
	case !o.Nullable:
		return []func(*gorm.DB) *gorm.DB{rest}
	}
	// PostgreSQL uses the index for this comparison, and not for IS TRUE or IS FALSE.
	known := func(query *gorm.DB) *gorm.DB { return query.Where("(" + o.Column + " IS NULL) < TRUE") }
	unknown := func(query *gorm.DB) *gorm.DB { return query.Where("(" + o.Column + " IS NULL) > FALSE") }
	switch {
	case after == nil && o.Filtered:
		return []func(*gorm.DB) *gorm.DB{all}
	case after == nil:
		return []func(*gorm.DB) *gorm.DB{known, unknown}
	case after.Value == nil:
		return []func(*gorm.DB) *gorm.DB{func(query *gorm.DB) *gorm.DB { return unknown(query).Where("id"+beyond+"?", after.ID) }}
	}
	return []func(*gorm.DB) *gorm.DB{func(query *gorm.DB) *gorm.DB { return rest(known(query)) }, unknown}
}

// sorted sorts one part in the order of the index (column IS NULL, column, id), or backwards.
func (o Order) sorted(query *gorm.DB) *gorm.DB {
	direction := ""
	if o.Falling {
		direction = " DESC"
	}
	switch {
	case o.Nullable && o.Filtered:
		query = query.Order("(" + o.Column + " IS NULL)")
	case o.Nullable:
		query = query.Order("(" + o.Column + " IS NULL)" + direction)
	}
	return query.Order(o.Column + direction).Order("id" + direction)
}

func encode(p Position) string {
	if t, ok := p.Value.(time.Time); ok {
		p.Value = t.UTC().Format(time.RFC3339Nano)
	}
	data, err := json.Marshal([]any{p.Value, p.ID})
	if err != nil {
		panic("database: a sort value that is no JSON: " + err.Error())
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

// decode returns the position of a cursor. It refuses what encode would not have written, so that the database never has to.
func decode(cursor string, o Order) (Position, error) {
	refusal := errCursor()
	data, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return Position{}, refusal
	}
	var parts []any
	reader := json.NewDecoder(bytes.NewReader(data))
	reader.UseNumber()
	if err := reader.Decode(&parts); err != nil || len(parts) != 2 {
		return Position{}, refusal
	}
	id, ok := parts[1].(string)
	if !ok || !storable(id) || (parts[0] == nil && !o.Nullable) {
		return Position{}, refusal
	}
	value, ok := o.Kind.value(parts[0])
	if !ok {
		return Position{}, refusal
	}
	at := Position{Value: value, ID: id}
	if encode(at) != cursor {
		return Position{}, refusal
	}
	return at, nil
}

// storable reports whether a text can be compared with a column: PostgreSQL has no NUL.
func storable(s string) bool { return !strings.ContainsRune(s, 0) }

// value returns the sort value in the type of the database; ok is false if it is not of the kind.
func (k Kind) value(v any) (value any, ok bool) {
	switch v := v.(type) {
	case nil:
		return nil, true
	case json.Number:
		if k == Real {
			f, err := v.Float64()
			return f, err == nil
		}
		n, err := v.Int64()
		return n, k == Number && err == nil
	case string:
		if k == Text {
			return v, storable(v)
		}
		at, err := time.Parse(time.RFC3339Nano, v)
		return at.UTC(), k == Time && err == nil
	}
	return nil, false
}
