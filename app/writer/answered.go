package writer

import (
	"context"

	"igny8/app/blocks"
	"igny8/app/language"
)

// Asked is a question that the page is to answer.
type Asked struct {
	Question string
	Briefed  bool   // the brief asks it; else people search it
	BlockID  string // where the text answers it; empty: it does not yet
}

// Questions are the questions of a page, those of the brief first.
type Questions struct {
	Content Content
	Asked   []Asked
}

// Missing is how many the text does not answer.
func (q Questions) Missing() int {
	n := 0
	for _, a := range q.Asked {
		if a.BlockID == "" {
			n++
		}
	}
	return n
}

// enoughWords is how long an utterance is at least that answers something.
const enoughWords = 6

// Questions says which questions of the brief and of the cluster the content answers. An utterance answers a question when it states
// something and has all words of the question that are no function words, under its heading or in it. What only repeats the question
// answers nothing, and neither does what is still to be written.
func (s *Service) Questions(ctx context.Context, contentID string) (Questions, error) {
	v, err := s.viewOf(ctx, contentID)
	if err != nil {
		return Questions{}, err
	}
	q := Questions{Content: v.content}
	utterances := utterancesOf(v.written, v.language)
	seen := map[string]bool{}
	ask := func(question string, briefed bool) {
		if seen[key(question)] {
			return
		}
		seen[key(question)] = true
		a := Asked{Question: question, Briefed: briefed}
		topic := language.TopicStems(v.language, question)
		for _, p := range utterances {
			if hasAll(p.stems, topic) {
				a.BlockID = p.blockID
				break
			}
		}
		q.Asked = append(q.Asked, a)
	}
	for _, question := range v.brief.Questions {
		ask(question, true)
	}
	for _, k := range v.keywords {
		if k.Question {
			ask(k.Text, false)
		}
	}
	return q, nil
}

// utterance is what a heading and the statements under it say together, or an answered question.
type utterance struct {
	blockID string
	stems   []string
	words   int // of the statements
}

func utterancesOf(doc blocks.Document, tag string) []utterance {
	var list []utterance
	section := utterance{}
	close := func() {
		if section.words >= enoughWords {
			list = append(list, section)
		}
	}
	for _, b := range doc {
		switch b.Type {
		case blocks.TypeHeading:
			close()
			section = utterance{blockID: b.ID, stems: language.Stems(tag, b.PlainText())}
			continue
		case blocks.TypeFAQ:
			for _, item := range b.Questions {
				answer := blocks.Text(item.Answer)
				if words := len(language.Words(answer)); words >= enoughWords {
					list = append(list, utterance{b.ID, language.Stems(tag, blocks.Text(item.Question)+" "+answer), words})
				}
			}
			continue
		}
		if section.blockID == "" {
			section.blockID = b.ID
		}
		for _, s := range sentencesOf(b, tag) {
			if !s.asks() {
				section.stems = append(section.stems, language.Stems(tag, s.Text)...)
				section.words += len(language.Words(s.Text))
			}
		}
	}
	close()
	return list
}
