package api

import "igny8/app/database"

// List is one page of a list.
type List[T any] struct {
	Body struct {
		Items []T     `json:"items"`
		Next  *string `json:"next_cursor" doc:"The cursor of the next page, null on the last."`
	}
}

// Paging is how a list is read on.
type Paging struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
	Cursor string `query:"cursor" maxLength:"2000"`
}

// Within names the object whose list is read, and how.
type Within struct {
	ByID
	Paging
}

// ByID names an object.
type ByID struct {
	ID string `path:"id"`
}

// Answer carries one object.
type Answer[T any] struct{ Body T }

func answer[T any](value T, err error) (*Answer[T], error) {
	if err != nil {
		return nil, err
	}
	return &Answer[T]{Body: value}, nil
}

// listed shapes a page of rows.
func listed[R, T any](rows database.Page[R], err error, shape func(R) T) (*List[T], error) {
	if err != nil {
		return nil, err
	}
	out := whole(rows.Items, shape)
	if rows.Next != "" {
		out.Body.Next = &rows.Next
	}
	return out, nil
}

// whole shapes rows that are a list in one page.
func whole[R, T any](rows []R, shape func(R) T) *List[T] {
	out := &List[T]{}
	out.Body.Items = make([]T, len(rows))
	for i, r := range rows {
		out.Body.Items[i] = shape(r)
	}
	return out
}
