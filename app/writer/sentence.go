package writer

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"igny8/app/blocks"
)

// sentence is one sentence of a text, where it stands, and the addresses that its words lead to.
type sentence struct {
	BlockID string
	Text    string
	Links   []string
}

// asks says whether it is a question.
func (s sentence) asks() bool {
	return strings.HasSuffix(strings.TrimRight(s.Text, "»”\"’) "), "?")
}

var anchored = regexp.MustCompile(`(?s)<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>`)

// sentencesOf are the sentences of the block that state or ask something. Headings, code and buttons are none.
func sentencesOf(b blocks.Block, language string) []sentence {
	var found []sentence
	for _, inline := range prose(b) {
		links := anchored.FindAllStringSubmatch(inline, -1)
		for _, paragraph := range strings.Split(blocks.Block{Type: blocks.TypeHTML, Text: inline}.PlainText(), "\n") {
			for _, text := range sentencesIn(paragraph, language) {
				s := sentence{BlockID: b.ID, Text: text}
				for _, link := range links {
					if words := blocks.Text(link[2]); words != "" && strings.Contains(text, words) {
						s.Links = append(s.Links, blocks.Text(link[1]))
					}
				}
				found = append(found, s)
			}
		}
	}
	return found
}

// prose are the inline texts of the block that state or ask something.
func prose(b blocks.Block) []string {
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

// shortForms end in a dot that ends no sentence.
var shortForms = strings.Fields("e.g. i.e. etc. approx. vs. no. nr. ca. z. b. d. h. u. a. bzw. usw. ggf. inkl. max. min. mr. mrs. ms. dr. prof. st. p. ex. env. av. apr. sra. sr. aprox. núm. fig. abb. tel. str. mio. mrd.")

// sentencesIn cuts a paragraph after the dots, question and exclamation marks that end one.
func sentencesIn(paragraph, language string) []string {
	var list []string
	words := strings.Fields(paragraph)
	from := 0
	for i, word := range words {
		if i == len(words)-1 || endsSentence(word, words[i+1], language) {
			list = append(list, strings.Join(words[from:i+1], " "))
			from = i + 1
		}
	}
	return list
}

func endsSentence(word, following, language string) bool {
	bare := strings.TrimRight(word, "»”“\"’')]")
	if bare == "" || !strings.ContainsRune(".!?…。！？", lastRune(bare)) {
		return false
	}
	if !strings.HasSuffix(bare, ".") {
		return true
	}
	stem := strings.TrimSuffix(bare, ".")
	ordinal := strings.HasPrefix(language, "de") && stem != "" && strings.Trim(stem, "0123456789") == ""
	if ordinal || slices.Contains(shortForms, strings.ToLower(strings.TrimLeft(bare, "(„“"))) {
		return false
	}
	first := []rune(strings.TrimLeft(following, "„“”«\"'‘(¿¡"))
	return len(first) == 0 || !unicode.IsLower(first[0])
}

func lastRune(s string) rune {
	runes := []rune(s)
	return runes[len(runes)-1]
}
