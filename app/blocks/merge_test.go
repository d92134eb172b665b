package blocks_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"igny8/app/blocks"
)

func TestMerge(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ base, mine, theirs, want, conflicts string }{
		"nothing":                         {"", "", "", "", ""},
		"both changed one block":          {"a b", "a:X b", "a:Y b", "a:X b", "a X/Y"},
		"I removed what they changed":     {"a b c", "a c", "a b:Y c", "a b:Y c", "b -/Y"},
		"they removed what I changed":     {"a b c", "a b:X c", "a c", "a b:X c", "b X/-"},
		"both added one id":               {"a", "a n:X", "n:Y a", "a n:X", "n X/Y"},
		"both changed it alike":           {"a b", "a:X b", "a:X b", "a:X b", ""},
		"both removed it":                 {"a b", "b", "b", "b", ""},
		"different blocks":                {"a b c", "a:X b c", "a b c:Y", "a:X b c:Y", ""},
		"I changed, they removed another": {"a b c", "a:X b c", "a b", "a:X b", ""},
		"both added":                      {"a b", "a m b", "a b t", "a m b t", ""},
		"both added at one place":         {"a b", "a m b", "a t b", "a t m b", ""},
		"both began anew":                 {"", "m n", "t u", "t u m n", ""},
		"they moved, I changed":           {"a b c", "a:X b c", "c a b", "c a:X b", ""},
		"I moved, they added":             {"a b c", "c a b", "a b t c", "c a b t", ""},
		"they moved, I added":             {"a b c", "a m b c", "b c a", "b c a m", ""},
		"both moved a block up":           {"a b c", "b a c", "a c b", "c b a", ""},
		"both moved a block down":         {"a b c", "a c b", "b a c", "c b a", ""},
		"to the front and to the end":     {"a b c d e f g h", "h a b c d e f g", "a c d e f g h b", "h a c d e f g b", ""},
		"to the end and to the front":     {"a b c d e f g h", "a c d e f g h b", "h a b c d e f g", "h a c d e f g b", ""},
		"beside the other that moved":     {"a b c d e f", "a b c f d e", "d a b c e f", "d a b c f e", ""},
		"both moved to one place":         {"a b c d e", "a d b c e", "a c b d e", "a d c b e", ""},
		"both moved one block":            {"a b c d e", "c a b d e", "a b d e c", "c a b d e", ""},
		"both moved one block alike":      {"a b c d e", "c a b d e", "c a b d e", "c a b d e", ""},
		"I moved, they removed":           {"a b c", "c a b", "a b", "a b", ""},
		"I moved, they changed it":        {"a b c", "c a b", "a b c:Y", "c:Y a b", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			merged, conflicts := blocks.Merge(fromLetters(c.base), fromLetters(c.mine), fromLetters(c.theirs))
			var said []string
			for _, conflict := range conflicts {
				said = append(said, fmt.Sprintf("%s %s/%s", conflict.ID, side(conflict.Mine), side(conflict.Theirs)))
			}
			if toLetters(merged) != c.want || strings.Join(said, ", ") != c.conflicts {
				t.Errorf("got %q with %q, want %q with %q", toLetters(merged), said, c.want, c.conflicts)
			}
		})
	}
}

func side(b *blocks.Block) string {
	if b == nil {
		return "-"
	}
	return b.Text
}

func TestMergeWithOneIdleSide(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		base, changed := drawPair(t)
		if merged, conflicts := blocks.Merge(base, base, changed); !reflect.DeepEqual(merged, changed) || len(conflicts) > 0 {
			t.Fatalf("they alone changed: %v, conflicts %v, want %v", merged, conflicts, changed)
		}
		if merged, conflicts := blocks.Merge(base, changed, base); !reflect.DeepEqual(merged, changed) || len(conflicts) > 0 {
			t.Fatalf("I alone changed: %v, conflicts %v, want %v", merged, conflicts, changed)
		}
		if merged, conflicts := blocks.Merge(base, changed, changed); !reflect.DeepEqual(merged, changed) || len(conflicts) > 0 {
			t.Fatalf("both changed alike: %v, conflicts %v, want %v", merged, conflicts, changed)
		}
	})
}

// TestMergeLosesNoWord checks that the text of both sides is in the merged document or in a conflict, and no block twice.
func TestMergeLosesNoWord(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		base, mine := drawPair(t)
		_, theirs := drawPair(t)
		merged, conflicts := blocks.Merge(base, mine, theirs)
		held := map[string]bool{}
		seen := map[string]bool{}
		for _, b := range merged {
			held[b.PlainText()] = true
			if seen[b.ID] {
				t.Fatalf("%s is there twice", b.ID)
			}
			seen[b.ID] = true
		}
		for _, c := range conflicts {
			for _, b := range []*blocks.Block{c.Mine, c.Theirs} {
				if b != nil {
					held[b.PlainText()] = true
				}
			}
		}
		was := map[string]string{}
		for _, b := range base {
			was[b.ID] = b.PlainText()
		}
		for _, b := range append(append(blocks.Document{}, mine...), theirs...) {
			if before, there := was[b.ID]; (!there || before != b.PlainText()) && !held[b.PlainText()] {
				t.Fatalf("%q of %s is lost", b.PlainText(), b.ID)
			}
		}
	})
}

// TestMergeKeepsBothMoves moves two different blocks of one document. Without the block of the one, the document is as the other left
// it, and the other way round: only where they stand to each other is open. Of two neighbours that change places, either was moved.
func TestMergeKeepsBothMoves(t *testing.T) {
	t.Parallel()
	rapid.Check(t, bothMoves)
}

func FuzzMergeKeepsBothMoves(f *testing.F) { f.Fuzz(rapid.MakeFuzz(bothMoves)) }

func bothMoves(t *rapid.T) {
	base := fromLetters(strings.Join(strings.Split("abcdefghij"[:rapid.IntRange(3, 10).Draw(t, "blocks")], ""), " "))
	block := rapid.SampledFrom(blockIDs(base))
	p, q := block.Draw(t, "mine"), block.Draw(t, "theirs")
	if p == q {
		t.Skip("one block")
	}
	place := rapid.SampledFrom(append(blockIDs(base), "end"))
	mine, theirs := blocks.MoveBefore(p, place.Draw(t, "my place"))(base), blocks.MoveBefore(q, place.Draw(t, "their place"))(base)
	changed := block.Draw(t, "changed")
	theirs[theirs.Index(changed)].Text = "changed"

	merged, conflicts := blocks.Merge(base, mine, theirs, p)
	if len(conflicts) > 0 || len(merged) != len(base) || merged[merged.Index(changed)].Text != "changed" {
		t.Fatalf("merged %v, conflicts %v", blockIDs(merged), conflicts)
	}
	without := func(doc blocks.Document, id string) string { return strings.Join(blockIDs(blocks.Remove(id)(doc)), "") }
	for _, q := range blockIDs(base) {
		moved := q != p && without(theirs, q) == without(base, q)
		if moved && without(merged, p) == without(theirs, p) && without(merged, q) == without(mine, q) {
			return
		}
	}
	t.Fatalf("I moved %s: %v; they moved %s: %v; merged: %v", p, blockIDs(mine), q, blockIDs(theirs), blockIDs(merged))
}

// TestUndoes says when a merge takes back what somebody had put before something else.
func TestUndoes(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		base, theirs, merged string
		want                 bool
	}{
		"nothing moved":             {"a b c", "a b c", "c a b", false},
		"both moves stand":          {"a b c d", "d a b c", "d a c b", false},
		"theirs is taken back":      {"a b c d", "d a b c", "a b c d", true},
		"it is back in part":        {"a b c d", "d a b c", "a d b c", true},
		"a block of theirs is gone": {"a b c d", "d a b c", "a b c", false},
	} {
		if got := blocks.Undoes(fromLetters(c.base), fromLetters(c.theirs), fromLetters(c.merged)); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
