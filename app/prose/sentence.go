package prose

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"igny8/app/blocks"
	"igny8/app/language"
)

// Sentence is one sentence of a document.
type Sentence struct {
	BlockID string
	Text    string
	Links   []string // the addresses of the links that begin in it
}

// Asks reports whether the sentence is a question.
func (s Sentence) Asks() bool {
	return strings.HasSuffix(strings.TrimRight(s.Text, "»”\"’) "), "?")
}

var anchored = regexp.MustCompile(`(?s)<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>`)

// linkMark stands before the words of a link while a text is cut into sentences. Unicode reserves it for programs: no text has it.
const linkMark = "\uFDD0"

// Sentences returns the sentences of a block in the language of the tag. Headings, code and buttons have none.
func Sentences(b blocks.Block, tag string) []Sentence {
	var found []Sentence
	for _, inline := range inlineTexts(b) {
		marked, addresses := markLinks(inline)
		for paragraph := range strings.SplitSeq(blocks.Block{Type: blocks.TypeHTML, Text: marked}.PlainText(), "\n") {
			words, begun := unmarked(paragraph)
			for from, to := range splitWords(words, tag) {
				s := Sentence{BlockID: b.ID, Text: strings.Join(words[from:to], " ")}
				for _, n := range begun[from:to] {
					s.Links, addresses = append(s.Links, addresses[:n]...), addresses[n:]
				}
				found = append(found, s)
			}
		}
	}
	return found
}

// unmarked returns the words of a paragraph without the marks of links, and how many links begin in each word.
func unmarked(paragraph string) (words []string, begun []int) {
	pending := 0
	for _, word := range strings.Fields(paragraph) {
		pending += strings.Count(word, linkMark)
		if word = strings.ReplaceAll(word, linkMark, ""); word != "" {
			words, begun, pending = append(words, word), append(begun, pending), 0
		}
	}
	return words, begun
}

// markLinks puts a mark before the words of each link, and returns the addresses of the links in their order.
func markLinks(inline string) (marked string, addresses []string) {
	var out strings.Builder
	inline = strings.ReplaceAll(inline, linkMark, "")
	at := 0
	for _, link := range anchored.FindAllStringSubmatchIndex(inline, -1) {
		words := inline[link[4]:link[5]]
		if blocks.Text(words) == "" {
			continue
		}
		out.WriteString(inline[at:link[0]] + linkMark + words)
		at = link[1]
		addresses = append(addresses, blocks.Text(inline[link[2]:link[3]]))
	}
	return out.String() + inline[at:], addresses
}

// inlineTexts returns the inline texts of the block that state or ask something.
func inlineTexts(b blocks.Block) []string {
	switch b.Type {
	case blocks.TypeHeading, blocks.TypeCode:
		return nil
	case blocks.TypeFAQ:
		var all []string
		for _, q := range b.Questions {
			all = append(all, q.Question, q.Answer)
		}
		return all
	case blocks.TypeTable:
		all := []string{b.Caption}
		for _, row := range b.Rows {
			all = append(all, strings.Join(row, " "))
		}
		return all
	}
	return append([]string{b.Text, b.Cite, b.Caption}, b.Items...)
}

// shortForms are abbreviations: their dot ends no sentence.
var shortForms = strings.Fields("e.g. i.e. etc. approx. vs. no. nr. ca. z. b. d. h. u. a. bzw. usw. ggf. inkl. max. min. mr. mrs. ms. dr. prof. st. p. ex. env. av. apr. sra. sr. aprox. núm. fig. abb. tel. str. mio. mrd.")

// SplitParagraph cuts a paragraph into its sentences by the rules of the language of the tag.
func SplitParagraph(paragraph, tag string) []string {
	var list []string
	words := strings.Fields(paragraph)
	for from, to := range splitWords(words, tag) {
		list = append(list, strings.Join(words[from:to], " "))
	}
	return list
}

// splitWords cuts words after the dots, question and exclamation marks that end a sentence. It yields the first word of each sentence and
// the one after its last.
func splitWords(words []string, tag string) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		from := 0
		for i, word := range words {
			if i < len(words)-1 && !endsSentence(word, words[i+1], tag) {
				continue
			}
			if !yield(from, i+1) {
				return
			}
			from = i + 1
		}
	}
}

func endsSentence(word, following, tag string) bool {
	bare := strings.TrimRight(word, "»”“\"’')]")
	if bare == "" || !strings.ContainsRune(".!?…。！？", lastRune(bare)) {
		return false
	}
	if !strings.HasSuffix(bare, ".") {
		return true
	}
	stem := strings.TrimSuffix(bare, ".")
	ordinal := language.Of(tag).OrdinalDot && stem != "" && strings.Trim(stem, "0123456789") == ""
	if ordinal || slices.Contains(shortForms, strings.ToLower(strings.TrimLeft(bare, "(„“"))) {
		return false
	}
	first, size := utf8.DecodeRuneInString(strings.TrimLeft(following, "„“”«\"'‘(¿¡"))
	return size == 0 || !unicode.IsLower(first)
}

func lastRune(s string) rune {
	last, _ := utf8.DecodeLastRuneInString(s)
	return last
}
