package blocks

import (
	"slices"
	"strings"
)

// Op is what happened to a block or to a piece of text between two documents.
type Op string

// What can happen. Texts are never Moved or Changed.
const (
	Same    Op = "same"
	Added   Op = "added"
	Removed Op = "removed"
	Changed Op = "changed" // the content differs; the place may, too
	Moved   Op = "moved"   // the same content at another place among the blocks that stayed
)

// Change is one block of a comparison.
type Change struct {
	Op   Op
	ID   string
	Old  *Block // nil if Added
	New  *Block // nil if Removed
	Text []Span // words of PlainText, of a slot those of its prompt and searches; if Changed
}

// Span is a run of words. The spans that are not Added spell the old text, those that are not Removed the new one.
type Span struct {
	Op   Op
	Text string
}

// Diff compares two cleaned documents by the ids of their blocks. The changes that are not Removed are the new document in
// order; a removed block stands after what stood before it.
func Diff(before, after Document) []Change {
	before, after = before.identified(), after.identified()
	were, are := before.byID(), after.byID()
	still := stayed(before, after)
	var changes []Change
	gone := func(from int) int {
		for ; from < len(before) && are[before[from].ID] == nil; from++ {
			changes = append(changes, Change{Op: Removed, ID: before[from].ID, Old: &before[from]})
		}
		return from
	}
	next := gone(0)
	pairs := enough
	for i := range after {
		b := &after[i]
		change := compare(were[b.ID], b, still[b.ID])
		if change.Op == Changed {
			change.Text, pairs = diffText(change.Old.editorText(), b.editorText(), pairs)
		}
		changes = append(changes, change)
		if still[b.ID] {
			for next < len(before) && before[next].ID != b.ID {
				next = gone(next + 1)
			}
			next = gone(next + 1)
		}
	}
	for next < len(before) {
		next = gone(next + 1)
	}
	return changes
}

// compare says what happened to a block.
func compare(was, is *Block, still bool) Change {
	change := Change{Op: Same, ID: is.ID, Old: was, New: is}
	switch {
	case was == nil:
		change.Op = Added
	case !was.Equal(*is):
		change.Op = Changed
	case !still:
		change.Op = Moved
	}
	return change
}

// editorText is what a person who edits the block reads.
func (b Block) editorText() string {
	if b.Type != TypeSlot {
		return b.PlainText()
	}
	return Text(strings.Join(append([]string{b.Prompt, b.LeftOut}, b.Keywords...), " "))
}

func (d Document) byID() map[string]*Block {
	index := make(map[string]*Block, len(d))
	for i := range d {
		index[d[i].ID] = &d[i]
	}
	return index
}

// stayed are the ids of the largest set of blocks that both documents have in the same order; the others have moved.
func stayed(before, after Document) map[string]bool {
	place := make(map[string]int, len(before))
	for i, b := range before {
		place[b.ID] = i
	}
	var places []int
	for _, b := range after {
		if at, ok := place[b.ID]; ok {
			places = append(places, at)
		}
	}
	still := make(map[string]bool, len(places))
	for _, at := range rising(places) {
		still[before[at].ID] = true
	}
	return still
}

// rising is the longest rising subsequence, by patience sorting.
func rising(numbers []int) []int {
	piles := make([]int, 0, len(numbers)) // index of the top of each pile
	below := make([]int, len(numbers))    // index of the top of the pile before, when the number was laid down
	for i, n := range numbers {
		low, high := 0, len(piles)
		for low < high {
			if middle := (low + high) / 2; numbers[piles[middle]] < n {
				low = middle + 1
			} else {
				high = middle
			}
		}
		below[i] = -1
		if low > 0 {
			below[i] = piles[low-1]
		}
		if low == len(piles) {
			piles = append(piles, i)
		}
		piles[low] = i
	}
	found := make([]int, len(piles))
	if len(piles) == 0 {
		return found
	}
	for i, at := len(piles)-1, piles[len(piles)-1]; i >= 0; i, at = i-1, below[at] {
		found[i] = numbers[at]
	}
	return found
}

// DiffText compares two plain texts word by word.
func DiffText(before, after string) []Span {
	spans, _ := diffText(before, after, enough)
	return spans
}

// diffText is DiffText that looks at a number of pairs of words at most, and returns what is left of them.
func diffText(before, after string, pairs int) (spans []Span, left int) {
	old, new := split(before), split(after)
	var s spanner
	start := 0
	for start < min(len(old), len(new)) && old[start] == new[start] {
		start++
	}
	end := 0
	for end < min(len(old), len(new))-start && old[len(old)-1-end] == new[len(new)-1-end] {
		end++
	}
	s.add(Same, old[:start]...)
	left = s.middle(old[start:len(old)-end], new[start:len(new)-end], pairs)
	s.add(Same, old[len(old)-end:]...)
	return s.spans(), left
}

// split cuts a text into words, each with the white space before it.
func split(text string) []string {
	var words []string
	start, space := 0, true
	for i, r := range text {
		blank := r == ' ' || r == '\n' || r == '\t'
		if blank && !space {
			words = append(words, text[start:i])
			start = i
		}
		space = blank
	}
	if start < len(text) {
		words = append(words, text[start:])
	}
	return words
}

// run is a number of words of one of the two texts with what happened to them.
type run struct {
	op    Op
	words []string
}

// spanner collects what happened to words. Those of one kind that follow each other are one span.
type spanner struct{ runs []run }

func (s *spanner) add(op Op, words ...string) {
	if len(words) == 0 {
		return
	}
	if last := len(s.runs) - 1; last >= 0 && s.runs[last].op == op {
		s.runs[last].words = append(s.runs[last].words, words...)
		return
	}
	s.runs = append(s.runs, run{op, slices.Clone(words)})
}

func (s *spanner) spans() []Span {
	var all []Span
	for _, r := range s.runs {
		all = append(all, Span{Op: r.op, Text: strings.Join(r.words, "")})
	}
	return all
}

// enough is how many pairs of words of a comparison are looked at.
const enough = 4_000_000

// middle compares what lies between the common beginning and end by their longest common subsequence. Texts that have grown
// apart over thousands of words are not worth the work, nor are many of them together: they are shown as one replacement. It returns
// what is left of the pairs of words that may be looked at.
func (s *spanner) middle(old, new []string, pairs int) (left int) {
	if len(old)*len(new) > pairs {
		s.add(Removed, old...)
		s.add(Added, new...)
		return pairs
	}
	common := make([][]int32, len(old)+1)
	for i := range common {
		common[i] = make([]int32, len(new)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(new) - 1; j >= 0; j-- {
			if old[i] == new[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(old) && j < len(new) {
		switch {
		case old[i] == new[j]:
			s.add(Same, old[i])
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			s.add(Removed, old[i])
			i++
		default:
			s.add(Added, new[j])
			j++
		}
	}
	s.add(Removed, old[i:]...)
	s.add(Added, new[j:]...)
	return pairs - len(old)*len(new)
}
