package writer

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"igny8/app/ai"
)

// localDraft is the built-in engine. It knows nothing about the world, so it invents nothing: every sentence comes from the
// brief, the searches with their numbers, and the facts of the business. What it makes is a page with the right
// structure, honest sentences and a place for each answer.
func localDraft(_ context.Context, a assignment, progress ai.Progress) (draft, error) {
	w := wordsOf(a.Language)
	d := draft{Title: a.Title, Description: w.describe(a), Intro: w.introduce(a)}
	outline := a.Brief.Outline
	if len(outline) < 2 {
		outline = append(outline, w.plain...)
	}
	used := map[string]bool{}
	for i, heading := range outline {
		progress(float64(i)/float64(len(outline)), fmt.Sprintf("Writing %q", heading))
		d.Sections = append(d.Sections, w.section(a, i, heading, used))
	}
	for _, q := range a.Brief.Questions {
		if len(d.Questions) == 3 {
			break
		}
		d.Questions = append(d.Questions, question{Question: headline(strings.TrimSuffix(q, "?")) + "?", Answer: w.answer(a, q)})
	}
	return d, nil
}

// closest are the searches that share the most words with the heading, those not used yet first; at most n.
func closest(searches []search, heading string, used map[string]bool, n int) []search {
	var found []search
	wanted := wordSet(heading)
	for want := len(wanted); want >= 1 && len(found) < n; want-- {
		for _, s := range searches {
			if len(found) < n && !used[s.Phrase] && shared(wanted, s.Phrase) == want {
				used[s.Phrase] = true
				found = append(found, s)
			}
		}
	}
	return found
}

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		set[word] = true
	}
	return set
}

func shared(words map[string]bool, phrase string) int {
	n := 0
	for word := range wordSet(phrase) {
		if words[word] {
			n++
		}
	}
	return n
}

// questionWords begin a question, in the languages the built-in engine writes.
var questionWords = map[string]bool{
	"how": true, "what": true, "why": true, "when": true, "where": true, "which": true, "who": true, "can": true, "is": true, "are": true, "does": true, "do": true, "should": true,
	"wie": true, "was": true, "warum": true, "wann": true, "wo": true, "welche": true, "welcher": true, "wer": true, "kann": true,
	"comment": true, "pourquoi": true, "quand": true, "quel": true, "quelle": true, "combien": true, "où": true,
	"cómo": true, "como": true, "qué": true, "cuándo": true, "cuál": true, "dónde": true, "quién": true,
}

// questions are the phrases that ask something.
func questions(phrases []string) []string {
	var asked []string
	for _, p := range phrases {
		first, _, _ := strings.Cut(strings.ToLower(p), " ")
		if questionWords[first] || strings.HasSuffix(p, "?") {
			asked = append(asked, p)
		}
	}
	return asked
}

func headline(phrase string) string {
	runes := []rune(strings.TrimSpace(phrase))
	if len(runes) == 0 {
		return ""
	}
	return string(unicode.ToUpper(runes[0])) + string(runes[1:])
}

func volume(searches []search) (total int64, known bool) {
	for _, s := range searches {
		if s.Volume != nil {
			total, known = total+*s.Volume, true
		}
	}
	return total, known
}
