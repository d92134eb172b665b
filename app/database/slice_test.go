package database_test

import (
	"slices"
	"testing"

	"igny8/app/database"
	"igny8/app/fault"
)

func TestPageOfRefusesACursorThatItDidNotGive(t *testing.T) {
	t.Parallel()
	for _, cursor := range []string{"x", "!!", "WyJhIl0", "WyJhIiwtMV0", "WzEsIjIiXQ", "bnVsbA", "WyJ6IiwwXQ"} {
		_, err := database.PageOf([]string{"a", "b"}, 1, cursor, same)
		if fault.KindOf(err) != fault.Invalid {
			t.Errorf("cursor %q: %v, want it refused as invalid", cursor, err)
		}
	}
}

func TestPageOfGivesEveryItemOnce(t *testing.T) {
	t.Parallel()
	items := []string{"a", "b", "b", "c", "d"}
	for limit := 1; limit <= 6; limit++ {
		if got := walk(t, items, limit); !slices.Equal(got, items) {
			t.Errorf("pages of %d: %v, want %v", limit, got, items)
		}
	}
	if got := walk(t, nil, 2); len(got) != 0 {
		t.Errorf("an empty list gave %v", got)
	}
}

func TestPageOfGoesOnBehindItsItemWhenTheListChanges(t *testing.T) {
	t.Parallel()
	first, err := database.PageOf([]string{"a", "b", "c"}, 2, "", same)
	if err != nil {
		t.Fatal(err)
	}
	next, err := database.PageOf([]string{"b", "c"}, 2, first.Next, same)
	if err != nil || !slices.Equal(next.Items, []string{"c"}) {
		t.Errorf("after b: %v %v, want c", next.Items, err)
	}
}

func walk(t *testing.T, items []string, limit int) (all []string) {
	t.Helper()
	cursor := ""
	for range len(items) + 1 {
		page, err := database.PageOf(items, limit, cursor, same)
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Items) > limit {
			t.Fatalf("%d items on a page of %d", len(page.Items), limit)
		}
		all = append(all, page.Items...)
		if cursor = page.Next; cursor == "" {
			return all
		}
	}
	t.Fatalf("pages of %d do not end", limit)
	return nil
}

func same(s string) string { return s }
