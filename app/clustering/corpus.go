package clustering

import (
	"context"
	"encoding/binary"
	"slices"
	"strings"

	"igny8/app/language"
)

// corpus is the import prepared for the graph: words reduced to stems, keywords grouped into phrases.
type corpus struct {
	entries  []entry
	language *language.Language
	stems    []string // by term
	shown    []string // the most frequent word of each stem, for evidence
	phrases  []phrase
	phraseOf []int32   // by entry
	headness []float64 // by term
}

// phrase stands for all keywords with the same content words, whatever their order and function words. It is a node of the
// graph.
type phrase struct {
	words     []int32 // terms, in the order of the first keyword
	modifiers []int32 // terms of function words and years
	entries   []int32
}

func newCorpus(ctx context.Context, entries []entry, tag string) *corpus {
	texts := make([][]string, len(entries))
	for i, e := range entries {
		if ended(ctx, i) {
			break
		}
		texts[i] = language.Tokens(e.key)
	}
	frequency := map[string]int{}
	for _, text := range texts {
		for _, w := range text {
			frequency[w]++
		}
	}
	c := &corpus{entries: entries, language: languageOf(tag, frequency), phraseOf: make([]int32, len(entries))}
	v := newVocabulary(ctx, c.language, frequency)
	known := map[string]int32{}
	for i, text := range texts {
		if ended(ctx, i) {
			break
		}
		words, modifiers := v.read(text)
		if len(words) == 0 {
			words, modifiers = modifiers, nil
		}
		id := termSetKey(words)
		if len(words) == 0 {
			id = entries[i].key
		}
		at, ok := known[id]
		if !ok {
			at = int32(len(c.phrases))
			known[id] = at
			c.phrases = append(c.phrases, phrase{words: words})
		}
		p := &c.phrases[at]
		p.entries = append(p.entries, int32(i))
		p.modifiers = append(p.modifiers, modifiers...)
		c.phraseOf[i] = at
	}
	for i := range c.phrases {
		p := &c.phrases[i]
		slices.Sort(p.modifiers)
		p.modifiers = slices.Compact(p.modifiers)
	}
	c.stems, c.shown = v.stems, v.shown
	return c
}

// termSetKey returns the same key for the same set of terms in any order.
func termSetKey(words []int32) string {
	sorted := slices.Clone(words)
	slices.Sort(sorted)
	var b []byte
	for _, w := range slices.Compact(sorted) {
		b = binary.BigEndian.AppendUint32(b, uint32(w))
	}
	return string(b)
}

// vocabulary turns words into terms: it corrects misspellings, joins split compounds, stems, and removes accents.
type vocabulary struct {
	language  *language.Language
	right     map[string]string // correct spelling of misspelt words
	frequency map[string]int    // of words, to recognise compounds
	terms     map[string]int32  // by stem
	ofWord    map[string]int32
	stems     []string
	shown     []string
}

func newVocabulary(ctx context.Context, l *language.Language, frequency map[string]int) *vocabulary {
	return &vocabulary{
		language: l, frequency: frequency, right: typos(ctx, frequency), terms: map[string]int32{}, ofWord: map[string]int32{},
	}
}

// read returns the terms of a text: its content words, and its function words and years.
func (v *vocabulary) read(text []string) (words, modifiers []int32) {
	for i := 0; i < len(text); i++ {
		w := text[i]
		if v.language.FunctionWords[w] {
			modifiers = append(modifiers, v.term(w))
			continue
		}
		if i+1 < len(text) && v.compound(w, text[i+1]) {
			w += text[i+1]
			i++
		}
		if year(w) {
			modifiers = append(modifiers, v.term(w))
			continue
		}
		words = append(words, v.term(w))
	}
	return words, modifiers
}

// compound reports whether the import also spells the two words as one.
func (v *vocabulary) compound(a, b string) bool {
	return len(a)+len(b) >= typoLetters && !v.language.FunctionWords[b] && !strings.ContainsAny(a, "0123456789.") &&
		!hasDigit(b) && v.frequency[a+b] > 0
}

func (v *vocabulary) term(word string) int32 {
	if t, ok := v.ofWord[word]; ok {
		return t
	}
	spelt := word
	if right, ok := v.right[word]; ok {
		spelt = right
	}
	stem := spelt
	if !v.language.FunctionWords[spelt] && !hasDigit(spelt) {
		stem = language.Plain(v.language.Stem(spelt))
	}
	t, ok := v.terms[stem]
	if !ok {
		t = int32(len(v.stems))
		v.terms[stem] = t
		v.stems, v.shown = append(v.stems, stem), append(v.shown, spelt)
	} else if v.frequency[spelt] > v.frequency[v.shown[t]] {
		v.shown[t] = spelt
	}
	v.ofWord[word] = t
	return t
}

// languageOf returns the language of the tag. Without a tag it returns the language whose function words are found most
// often, or English if there are none.
func languageOf(tag string, frequency map[string]int) *language.Language {
	if tag == "" {
		tag = language.DetectWords(frequency).Code
	}
	return language.Of(tag)
}
