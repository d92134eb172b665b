package prose

import (
	"slices"
	"strings"

	"igny8/app/blocks"
	"igny8/app/language"
)

// Question is a question that a page is to answer.
type Question struct {
	Text    string
	Briefed bool   // the brief asks it; otherwise people search for it
	BlockID string // where the text answers it; empty: it does not
}

// minAnswer is how many words a statement needs at least to answer something.
const minAnswer = 6

// FindAnswers finds which of the questions the document answers, each question once. A section, or an entry of a list of questions, answers
// a question when it states something and has all words of the question, in its heading or in its text; function words do not count. A
// sentence that only repeats the question answers nothing.
func FindAnswers(doc blocks.Document, tag string, questions []Question) []Question {
	var asked []Question
	statements := statementsOf(doc, tag)
	seen := map[string]bool{}
	for _, q := range questions {
		if seen[Phrase(q.Text)] {
			continue
		}
		seen[Phrase(q.Text)] = true
		topic := language.TopicStems(tag, q.Text)
		if at := slices.IndexFunc(statements, func(s statement) bool { return hasAll(s.stems, topic) }); at >= 0 {
			q.BlockID = statements[at].blockID
		}
		asked = append(asked, q)
	}
	return asked
}

// QuestionsAmong returns those of the phrases that ask something, in any language that the application knows.
func QuestionsAmong(phrases []string) []string {
	var asked []string
	for _, p := range phrases {
		asks := func(l *language.Language) bool { return l.Draft != nil && l.Draft.Asks(p) }
		if strings.HasSuffix(p, "?") || slices.ContainsFunc(language.All(), asks) {
			asked = append(asked, p)
		}
	}
	return asked
}

// statement is what a heading and the sentences under it state together, or a question with its answer.
type statement struct {
	blockID string
	stems   []string
	words   int // of the sentences and answers
}

func statementsOf(doc blocks.Document, tag string) []statement {
	var list []statement
	section := statement{}
	end := func() {
		if section.words >= minAnswer {
			list = append(list, section)
		}
	}
	for _, b := range doc {
		switch b.Type {
		case blocks.TypeHeading:
			end()
			section = statement{blockID: b.ID, stems: language.Stems(tag, b.PlainText())}
			continue
		case blocks.TypeFAQ:
			for _, item := range b.Questions {
				answer := blocks.Text(item.Answer)
				if words := len(language.Words(answer)); words >= minAnswer {
					list = append(list, statement{b.ID, language.Stems(tag, blocks.Text(item.Question)+" "+answer), words})
				}
			}
			continue
		}
		if section.blockID == "" {
			section.blockID = b.ID
		}
		for _, s := range Sentences(b, tag) {
			if !s.Asks() {
				section.stems = append(section.stems, language.Stems(tag, s.Text)...)
				section.words += len(language.Words(s.Text))
			}
		}
	}
	end()
	return list
}
