package blocks

import (
	"slices"
	"strings"
)

// Op is what happened to a block or to a piece of text between two documents.
type Op string

// The operations. A span of text is never Moved or Changed.
const (
	Same    Op = "same"
	Added   Op = "added"
	Removed Op = "removed"
	Changed Op = "changed" // the content differs; the place may differ, too
	Moved   Op = "moved"   // the content is the same, at another place among the blocks that did not move
)

// Change is one block of a comparison.
type Change struct {
	Op   Op
	ID   string
	Old  *Block // nil if Added
	New  *Block // nil if Removed
	Text []Span // if Changed: the words of PlainText; for a slot, the words of its prompt and searches
}

// Span is a run of words. The spans that are not Added make up the old text; those that are not Removed make up the new one.
type Span struct {
	Op   Op
	Text string
}

// Diff compares two cleaned documents by the ids of their blocks. The changes that are not Removed are the new document in
// order. A removed block follows the block that it followed in the old document.
func Diff(before, after Document) []Change {
	before, after = before.withIDs(), after.withIDs()
	were, are := before.byID(), after.byID()
	still := unmoved(before, after, rising)
	var changes []Change
	gone := func(from int) int {
		for ; from < len(before) && are[before[from].ID] == nil; from++ {
			changes = append(changes, Change{Op: Removed, ID: before[from].ID, Old: &before[from]})
		}
		return from
	}
	next := gone(0)
	pairs := maxPairs
	for i := range after {
		b := &after[i]
		change := compareBlocks(were[b.ID], b, still[b.ID])
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

// compareBlocks returns the change between two versions of a block. still is false if it has moved.
func compareBlocks(was, is *Block, still bool) Change {
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

// editorText returns the text that a person sees when editing the block.
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

// unmoved returns the ids of the largest set of blocks that both documents have in the same order. All others have moved. If there are
// several such sets, largest decides.
func unmoved(before, after Document, largest func([]int) []int) map[string]bool {
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
	for _, at := range largest(places) {
		still[before[at].ID] = true
	}
	return still
}

// rising returns the longest rising subsequence, by patience sorting; of several that with the smallest numbers.
func rising(numbers []int) []int {
	piles := make([]int, 0, len(numbers)) // index of the top of each pile
	below := make([]int, len(numbers))    // index of the top of the pile before, when the number was added
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

// risingFromTheEnd returns the longest rising subsequence; of several that with the greatest numbers, in falling order.
func risingFromTheEnd(numbers []int) []int {
	mirrored := make([]int, len(numbers))
	for i, n := range numbers {
		mirrored[len(numbers)-1-i] = -n
	}
	found := rising(mirrored)
	for i := range found {
		found[i] = -found[i]
	}
	return found
}

// DiffText compares two plain texts word by word.
func DiffText(before, after string) []Span {
	spans, _ := diffText(before, after, maxPairs)
	return spans
}

// diffText is DiffText with a limit on the pairs of words that it compares. It returns how many pairs are left.
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

// wordRun is a number of words of one of the two texts with their operation.
type wordRun struct {
	op    Op
	words []string
}

// spanner collects words with their operations. Consecutive words with the same operation become one span.
type spanner struct{ runs []wordRun }

func (s *spanner) add(op Op, words ...string) {
	if len(words) == 0 {
		return
	}
	if last := len(s.runs) - 1; last >= 0 && s.runs[last].op == op {
		s.runs[last].words = append(s.runs[last].words, words...)
		return
	}
	s.runs = append(s.runs, wordRun{op, slices.Clone(words)})
}

func (s *spanner) spans() []Span {
	var all []Span
	for _, r := range s.runs {
		all = append(all, Span{Op: r.op, Text: strings.Join(r.words, "")})
	}
	return all
}

// maxPairs is the number of pairs of words that one comparison looks at.
const maxPairs = 4_000_000

// middle compares what lies between the common beginning and end by the longest common subsequence. Texts that differ by
// thousands of words are shown as one replacement, and so are the later ones of many: they would take too long. It returns
// how many pairs of words are left.
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
