package database

import "gorm.io/gorm"

// ListKept is List of the rows that keep returns, for a filter that the database cannot express: it reads on until the page
// is full.
func ListKept[T any](query *gorm.DB, keep func([]T) ([]T, error), o Order, limit int, cursor string,
	position func(T) Position,
) (Page[T], error) {
	limit, query = limited(limit), query.Session(&gorm.Session{})
	var kept []T
	for {
		page, err := List(query, o, MaxLimit, cursor, position)
		if err != nil {
			return Page[T]{}, err
		}
		some, err := keep(page.Items)
		if err != nil {
			return Page[T]{}, err
		}
		if kept = append(kept, some...); len(kept) > limit {
			kept = kept[:limit]
			return Page[T]{Items: kept, Next: encode(position(kept[limit-1]))}, nil
		}
		if cursor = page.Next; cursor == "" {
			return Page[T]{Items: kept}, nil
		}
	}
}
