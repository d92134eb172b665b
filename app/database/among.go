package database

import (
	"cmp"
	"slices"

	"gorm.io/gorm"
)

// ListAmong is List of the rows of the query and more: rows whose position in the order the database does not know. The
// column of the order must be a number.
func ListAmong[T any](query *gorm.DB, more []T, o Order, limit int, cursor string, position func(T) Position) (Page[T], error) {
	page, err := List(query, o, limit, cursor, position)
	if err != nil {
		return page, err
	}
	rows := page.Items
	for _, row := range more {
		if cursor == "" {
			rows = append(rows, row)
			continue
		}
		after, err := decode(cursor, o)
		if err != nil {
			return page, err
		}
		if o.compare(position(row), after) > 0 {
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b T) int { return o.compare(position(a), position(b)) })
	if limit = limited(limit); len(rows) > limit || page.Next != "" {
		rows = rows[:limit]
		return Page[T]{Items: rows, Next: encode(position(rows[limit-1]))}, nil
	}
	return Page[T]{Items: rows}, nil
}

// compare orders the positions of numbers as the database does.
func (o Order) compare(a, b Position) int {
	if (a.Value == nil) != (b.Value == nil) {
		if a.Value == nil {
			return 1
		}
		return -1
	}
	direction := 1
	if o.Falling {
		direction = -1
	}
	x, _ := a.Value.(int64)
	y, _ := b.Value.(int64)
	return direction * cmp.Or(cmp.Compare(x, y), cmp.Compare(a.ID, b.ID))
}
