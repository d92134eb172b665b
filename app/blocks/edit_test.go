package blocks_test

import (
	"slices"
	"testing"

	"igny8/app/blocks"
)

func TestEdits(t *testing.T) {
	t.Parallel()
	doc := blocks.Document{{ID: "a"}, {ID: "b"}, {ID: "c"}}
	x := blocks.Document{{ID: "x"}, {ID: "y"}}
	for name, c := range map[string]struct {
		edit blocks.Edit
		want []string
	}{
		"replace":                    {blocks.Put(blocks.Place{Block: "b"}, x), []string{"a", "x", "y", "c"}},
		"replace one that is gone":   {blocks.Put(blocks.Place{Block: "gone"}, x), []string{"a", "b", "c", "x", "y"}},
		"add first":                  {blocks.Put(blocks.Place{}, x), []string{"x", "y", "a", "b", "c"}},
		"add":                        {blocks.Put(blocks.Place{After: "a"}, x), []string{"a", "x", "y", "b", "c"}},
		"add after one that is gone": {blocks.Put(blocks.Place{After: "gone"}, x), []string{"a", "b", "c", "x", "y"}},
		"move up":                    {blocks.MoveUp("b"), []string{"b", "a", "c"}},
		"move the first up":          {blocks.MoveUp("a"), []string{"a", "b", "c"}},
		"move down":                  {blocks.MoveDown("b"), []string{"a", "c", "b"}},
		"move the last down":         {blocks.MoveDown("c"), []string{"a", "b", "c"}},
		"move one that is gone":      {blocks.MoveDown("gone"), []string{"a", "b", "c"}},
		"move before":                {blocks.MoveBefore("c", "a"), []string{"c", "a", "b"}},
		"move before the next":       {blocks.MoveBefore("a", "b"), []string{"a", "b", "c"}},
		"move to the end":            {blocks.MoveBefore("a", "end"), []string{"b", "c", "a"}},
		"move before itself":         {blocks.MoveBefore("b", "b"), []string{"a", "b", "c"}},
		"remove":                     {blocks.Remove("b"), []string{"a", "c"}},
		"remove one that is gone":    {blocks.Remove("gone"), []string{"a", "b", "c"}},
	} {
		if got := blockIDs(c.edit(doc)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		if got := blockIDs(doc); !slices.Equal(got, []string{"a", "b", "c"}) {
			t.Fatalf("%s changed the document that it was given: %v", name, got)
		}
	}
}

func blockIDs(doc blocks.Document) []string {
	list := make([]string, len(doc))
	for i, b := range doc {
		list[i] = b.ID
	}
	return list
}
