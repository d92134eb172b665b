package blocks_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"igny8/app/blocks"
)

// fromLetters returns a document of one paragraph for each letter. "a:text" gives paragraph a another text.
func fromLetters(said string) blocks.Document {
	d := blocks.Document{}
	for _, word := range strings.Fields(said) {
		id, text, found := strings.Cut(word, ":")
		if !found {
			text = id
		}
		d = append(d, blocks.Block{ID: id, Type: blocks.TypeParagraph, Text: text})
	}
	return d
}

// toLetters is the inverse of fromLetters.
func toLetters(d blocks.Document) string {
	var out []string
	for _, b := range d {
		if b.Text == b.ID {
			out = append(out, b.ID)
			continue
		}
		out = append(out, b.ID+":"+b.Text)
	}
	return strings.Join(out, " ")
}

func TestDiff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"", "a", "added a"},
		{"a", "", "removed a"},
		{"a b c", "a b c", "same a, same b, same c"},
		{"a b c", "a c", "same a, removed b, same c"},
		{"a b c", "x b c", "removed a, added x, same b, same c"},
		{"a b c", "a b:B c", "same a, changed b, same c"},
		{"a b c d", "b c d a", "same b, same c, same d, moved a"},
		{"a b c d", "d a b c", "moved d, same a, same b, same c"},
		{"a b c", "c:C a", "changed c, same a, removed b"},
		{"a b c d e", "e x c", "removed a, removed b, moved e, added x, same c, removed d"},
	} {
		var got []string
		for _, change := range blocks.Diff(fromLetters(c.before), fromLetters(c.after)) {
			got = append(got, fmt.Sprint(change.Op, " ", change.ID))
		}
		if said := strings.Join(got, ", "); said != c.want {
			t.Errorf("%s -> %s\n got %s\nwant %s", c.before, c.after, said, c.want)
		}
	}
}

func TestDiffText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"", "new", "+[new]"},
		{"old", "", "-[old]"},
		{"one two", "one two three", "[one two]+[ three]"},
		{"the quick fox", "the slow brown fox", "[the]-[ quick]+[ slow brown][ fox]"},
		{"a b c d", "a c d e", "[a]-[ b][ c d]+[ e]"},
		{"one\ntwo", "one two", "[one]-[\ntwo]+[ two]"},
	} {
		var got strings.Builder
		for _, span := range blocks.DiffText(c.before, c.after) {
			got.WriteString(map[blocks.Op]string{blocks.Added: "+", blocks.Removed: "-"}[span.Op] + "[" + span.Text + "]")
		}
		if got.String() != c.want {
			t.Errorf("%q -> %q\n got %s\nwant %s", c.before, c.after, got.String(), c.want)
		}
	}
}

func TestDiffOfLongTextsStaysSmall(t *testing.T) {
	t.Parallel()
	spans := blocks.DiffText(strings.Repeat("a b ", 5_000), strings.Repeat("c d ", 5_000))
	if len(spans) != 3 {
		t.Errorf("got %d spans", len(spans))
	}
}

// drawPair draws two documents that share blocks.
func drawPair(t *rapid.T) (before, after blocks.Document) {
	draw := func(label string) blocks.Document {
		d, err := drawDocument(t, label).Clean(context.Background())
		if err != nil {
			t.Skip(err)
		}
		return d
	}
	before, after = draw("before"), draw("after")
	if rapid.Bool().Draw(t, "related") {
		after, _ = blocks.Merge(after, before, after)
	}
	return before, after
}

func TestDiffAppliedIsTheNewDocument(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		before, after := drawPair(t)
		olds, news := map[string]bool{}, blocks.Document{}
		for _, change := range blocks.Diff(before, after) {
			if change.Old != nil {
				olds[change.Old.ID] = true
			}
			if change.New != nil {
				news = append(news, *change.New)
			}
			checkSpans(t, change)
		}
		if !reflect.DeepEqual(news, after) || len(olds) != len(before) {
			t.Fatalf("applied %v, want %v; %d of %d old blocks", news, after, len(olds), len(before))
		}
	})
}

// compared returns the text of a block that Diff compares.
func compared(b *blocks.Block) string {
	if b.Type != blocks.TypeSlot {
		return b.PlainText()
	}
	return blocks.Text(strings.Join(append([]string{b.Prompt, b.LeftOut}, b.Keywords...), " "))
}

// checkSpans checks that the spans of a change make up both texts, and that its operation is correct.
func checkSpans(t *rapid.T, c blocks.Change) {
	var before, after strings.Builder
	for _, span := range c.Text {
		if span.Op != blocks.Added {
			before.WriteString(span.Text)
		}
		if span.Op != blocks.Removed {
			after.WriteString(span.Text)
		}
	}
	switch c.Op {
	case blocks.Added, blocks.Removed:
		if (c.Old == nil) == (c.New == nil) || (c.Op == blocks.Added) != (c.Old == nil) {
			t.Fatalf("%s with %v and %v", c.Op, c.Old, c.New)
		}
	case blocks.Changed:
		if c.Old.Equal(*c.New) || before.String() != compared(c.Old) || after.String() != compared(c.New) {
			t.Fatalf("%v and %v are compared as %v", c.Old, c.New, c.Text)
		}
	default:
		if !c.Old.Equal(*c.New) {
			t.Fatalf("%v and %v are %s", c.Old, c.New, c.Op)
		}
	}
}
