package database

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"slices"

	"igny8/app/fault"
)

// PageOf returns one page of a list that is computed as a whole. limit and cursor are those of List; key identifies an item.
// The cursor holds the key of the last item of the page and its index. If items came or went before it, the key decides; if
// the item itself is gone, the cursor is refused as invalid.
func PageOf[T any](items []T, limit int, cursor string, key func(T) string) (Page[T], error) {
	from := 0
	if cursor != "" {
		last, err := decodePlace(cursor)
		if err != nil {
			return Page[T]{}, err
		}
		at := last.at
		if at >= len(items) || key(items[at]) != last.key {
			at = slices.IndexFunc(items, func(item T) bool { return key(item) == last.key })
		}
		if at < 0 {
			return Page[T]{}, errCursor()
		}
		from = at + 1
	}
	to := min(from+limited(limit), len(items))
	page := Page[T]{Items: items[from:to]}
	if to < len(items) {
		page.Next = place{key(items[to-1]), to - 1}.encode()
	}
	return page, nil
}

// place is an item of a computed list: its key and its index.
type place struct {
	key string
	at  int
}

func (p place) encode() string {
	data, err := json.Marshal([]any{p.key, p.at})
	if err != nil {
		panic("database: a place that is no JSON: " + err.Error())
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

func decodePlace(cursor string) (place, error) {
	data, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return place{}, errCursor()
	}
	var p place
	parts := []any{&p.key, &p.at}
	reader := json.NewDecoder(bytes.NewReader(data))
	if err := reader.Decode(&parts); err != nil || len(parts) != 2 || p.at < 0 || p.encode() != cursor {
		return place{}, errCursor()
	}
	return p, nil
}

func errCursor() error {
	return fault.New(fault.Invalid, "The cursor is not one that this list gave. Begin again without it.")
}
