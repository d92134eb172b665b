// Package minhash measures how similar texts are. A text is the set of its shingles, the runs of a few consecutive words,
// and the resemblance of two texts is the share of shingles that both have among those that either has (Broder, "On the
// resemblance and containment of documents", 1997). A Sketch holds the least of many hashes over the shingles: the share of
// places where two sketches agree estimates the resemblance without the texts. It imports nothing of the application.
package minhash

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"unicode"
)

const (
	// run is the number of words of a shingle: with fewer, common phrases of a language count; with more, one changed word
	// hides too much.
	run = 4
	// places is the number of hashes of a sketch. The standard error of the estimate is at most 1/(2*sqrt(places)), here
	// 0.044.
	places = 128
)

// Text is a text prepared for comparison.
type Text struct {
	words    []string
	shingles map[uint64]bool
}

// Of returns the text of the words: letters and digits, ignoring case. Scripts without spaces count by letters.
func Of(text string) Text {
	t := Text{words: words(text), shingles: map[uint64]bool{}}
	for i := 0; i+run <= len(t.words); i++ {
		t.shingles[hash(t.words[i:i+run])] = true
	}
	return t
}

func words(text string) []string {
	var list []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			list = append(list, word.String())
			word.Reset()
		}
	}
	for _, r := range strings.ToLower(text) {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			end()
			list = append(list, string(r))
		case unicode.In(r, unicode.L, unicode.M, unicode.Nd):
			word.WriteRune(r)
		default:
			end()
		}
	}
	end()
	return list
}

func hash(words []string) uint64 {
	h := fnv.New64a()
	for _, w := range words {
		_, _ = h.Write([]byte(w))
		_, _ = h.Write([]byte{0})
	}
	return h.Sum64()
}

// Resemblance returns the share of shingles that both texts have, from 0 to 1. A text without a shingle resembles nothing.
func Resemblance(a, b Text) float64 {
	both := 0
	for shingle := range a.shingles {
		if b.shingles[shingle] {
			both++
		}
	}
	if either := len(a.shingles) + len(b.shingles) - both; either > 0 {
		return float64(both) / float64(either)
	}
	return 0
}

// Passage is a run of words that two texts share.
type Passage struct {
	Words string // in lower case, without punctuation
	Count int
}

// Passages returns the longest runs of words of a that b has, too: at most so many, the longest first, none shorter
// than a shingle.
func Passages(a, b Text, most int) []Passage {
	var found []Passage
	for begin := 0; begin+run <= len(a.words); begin++ {
		end := begin
		for end+run <= len(a.words) && b.shingles[hash(a.words[end:end+run])] {
			end++
		}
		if end > begin {
			passage := a.words[begin : end+run-1]
			found = append(found, Passage{strings.Join(passage, " "), len(passage)})
			begin = end
		}
	}
	slices.SortStableFunc(found, func(p, q Passage) int { return q.Count - p.Count })
	return found[:min(len(found), most)]
}

// Sketch is what is stored of a text to compare it. The zero Sketch is that of a text without shingles.
type Sketch [places]uint32

// empty is a place without any hash.
const empty = math.MaxUint32

// Sketch returns the sketch of the text. The same words give the same sketch on every machine.
func (t Text) Sketch() Sketch {
	if len(t.shingles) == 0 {
		return Sketch{}
	}
	var s Sketch
	for i := range s {
		s[i] = empty
	}
	for shingle := range t.shingles {
		for i := range s {
			s[i] = min(s[i], uint32(mix(shingle^seeds[i])>>32))
		}
	}
	return s
}

// seeds distinguish the hashes of the places. They are the results of mix for the numbers from 1.
var seeds = func() (s [places]uint64) {
	for i := range s {
		s[i] = mix(uint64(i + 1))
	}
	return s
}()

// mix returns the finalizer of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Alike estimates the resemblance of the texts of two sketches, from 0 to 1.
func (s Sketch) Alike(other Sketch) float64 {
	if s == (Sketch{}) || other == (Sketch{}) {
		return 0
	}
	agree := 0
	for i := range s {
		if s[i] == other[i] {
			agree++
		}
	}
	return float64(agree) / places
}

// Bytes returns the sketch in the form in which it is stored.
func (s Sketch) Bytes() []byte {
	data := make([]byte, 0, 4*places)
	for _, n := range s {
		data = binary.BigEndian.AppendUint32(data, n)
	}
	return data
}

// Parse returns the sketch from its stored form.
func Parse(data []byte) (s Sketch, err error) {
	if len(data) != 4*places {
		return s, fmt.Errorf("a sketch has %d bytes, not %d", 4*places, len(data))
	}
	for i := range s {
		s[i] = binary.BigEndian.Uint32(data[4*i:])
	}
	return s, nil
}
