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
		"both moved":                      {"a b c", "b a c", "a c b", "b a c", ""},
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
