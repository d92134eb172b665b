package api

import "igny8/app/database"

// List is one page of a list.
type List[T any] struct {
	Body struct {
		Items []T     `json:"items"`
		Next  *string `json:"next_cursor" doc:"The cursor of the next page, null on the last."`
	}
}

// Paging holds the parameters that read a list in pages.
type Paging struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
	Cursor string `query:"cursor" maxLength:"2000"`
}

// Within names the object whose list is read, with the parameters of the page.
type Within struct {
	ByID
	Paging
}

// ByID names an object.
type ByID struct {
	ID string `path:"id"`
}

// Answer is an answer with one object.
type Answer[T any] struct{ Body T }

func answer[T any](value T, err error) (*Answer[T], error) {
	if err != nil {
		return nil, err
	}
	return &Answer[T]{Body: value}, nil
}

// listed returns one page of rows as the API shows them.
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

// whole returns all rows as a list of one page.
func whole[R, T any](rows []R, shape func(R) T) *List[T] {
	out := &List[T]{}
	out.Body.Items = make([]T, len(rows))
	for i, r := range rows {
		out.Body.Items[i] = shape(r)
	}
	return out
}
