package drafting

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"igny8/app/ai"
	"igny8/app/runs"
	"igny8/app/text"
	"igny8/app/writer"
)

// A model drafts a page by several questions: the opening, each section of the approved outline with what stands before it, the answers. A
// brief without an outline gets one first.
var (
	outlineStep = ai.Step{
		Name: "outline", In: assignment{},
		Prompt: `Give the page that the assignment describes an outline: four to nine headings in the language of the assignment, in the order of reading, each saying what its section answers. No introduction and no conclusion.

{{data "assignment" .}}`,
		Schema: json.RawMessage(`{"type": "object", "additionalProperties": false, "required": ["headings"], "properties": {"headings": {"type": "array", "items": {"type": "string"}}}}`),
	}
	openingStep = ai.Step{
		Name: "opening", In: assignment{},
		Prompt: `Write the opening of the page that the assignment describes, in its language: a title of at most 65 characters, a description of 70 to 155 characters for search results, and one or two paragraphs that answer at once what the searches ask and say what the page holds. Follow the angle and the audience of the brief. ` + ofAllText + `

{{data "assignment" .}}`,
		Schema: json.RawMessage(`{
  "type": "object", "additionalProperties": false, "required": ["title", "description", "intro"],
  "properties": {"title": {"type": "string"}, "description": {"type": "string"}, "intro": {"type": "array", "items": {"type": "string"}}}
}`),
	}
	sectionStep = ai.Step{
		Name: "section", In: partAsked{},
		Prompt: `Write one section of the page that the assignment describes, in its language: the one under the heading that is given. The outline is approved; other sections say what stands under the other headings, so say here only what belongs under this one, and do not repeat what has been written.
About as many words as words says. Paragraphs of two to five sentences; points only where a list reads better, else none. ` + ofAllText + `

{{data "heading" .Heading}}
{{data "words" .Words}}
{{data "written before" .Before}}
{{data "assignment" .Assignment}}`,
		Schema: json.RawMessage(`{
  "type": "object", "additionalProperties": false, "required": ["paragraphs", "points"],
  "properties": {"paragraphs": {"type": "array", "items": {"type": "string"}}, "points": {"type": "array", "items": {"type": "string"}}}
}`),
	}
	answersStep = ai.Step{
		Name: "answers", In: partAsked{},
		Prompt: `Answer the questions of the brief for the page that the assignment describes, in its language: each in one to three sentences that stand by themselves. Leave out a question that cannot be answered without facts that the data does not give, and one that the text answers already. ` + ofAllText + `

{{data "written before" .Before}}
{{data "assignment" .Assignment}}`,
		Schema: json.RawMessage(`{
  "type": "object", "additionalProperties": false, "required": ["questions"],
  "properties": {"questions": {"type": "array", "items": {
    "type": "object", "additionalProperties": false, "required": ["question", "answer"],
    "properties": {"question": {"type": "string"}, "answer": {"type": "string"}}}}}
}`),
	}
)

// ofAllText is how all text of a draft is written.
const ofAllText = `Use the terms of the brief where they fit and state as facts only what the data gives: where a number, price, date or name is not in it, write without. Plain text, without Markdown and without HTML.`

// partAsked is a part of the page that is asked for.
type partAsked struct {
	Heading    string     `json:"heading"`
	Words      int        `json:"words"`
	Before     []string   `json:"written_before" about:"headings and the last paragraphs"`
	Assignment assignment `json:"assignment"`
}

// The sizes of a section.
const (
	fewestWords = 80
	usualWords  = 150
)

// composeDraft asks a model for the page, section by section.
func composeDraft(ctx context.Context, a assignment, m *ai.Model, tell runs.Progress) (draft, error) {
	headings, err := headingsOf(ctx, a, m, tell)
	if err != nil {
		return draft{}, err
	}
	a.Brief.Outline = headings
	parts := float64(len(headings) + 2)
	tell(0, "Writing the opening.")
	d, err := ai.Ask(ctx, m, ai.Question{Step: openingStep.Name, Label: a.Title, In: a}, checkOpening)
	if err != nil {
		return d, err
	}
	for i, heading := range headings {
		tell(float64(i+1)/parts, fmt.Sprintf("Writing section %d of %d: %s", i+1, len(headings), heading))
		p := partAsked{Heading: heading, Words: sectionWords(a.Brief), Before: d.written(), Assignment: a}
		q := ai.Question{Step: sectionStep.Name, Key: strconv.Itoa(i), Label: fmt.Sprintf("Section %d of %d, %s", i+1, len(headings), heading), In: p}
		s, err := ai.Ask(ctx, m, q, checkSection)
		if err != nil {
			return d, err
		}
		s.Heading = heading
		d.Sections = append(d.Sections, s)
	}
	if len(a.Brief.Questions) == 0 {
		return d, nil
	}
	tell((parts-1)/parts, "Answering questions.")
	q := ai.Question{Step: answersStep.Name, Label: "Answers for " + a.Title, In: partAsked{Before: d.written(), Assignment: a}}
	answers, err := ai.Ask[draft](ctx, m, q, nil)
	d.Questions = slices.DeleteFunc(answers.Questions, func(q question) bool {
		return strings.TrimSpace(q.Question) == "" || strings.TrimSpace(q.Answer) == ""
	})
	return d, err
}

// headingsOf returns the headings of the brief, or those that the model proposes if it has none.
func headingsOf(ctx context.Context, a assignment, m *ai.Model, tell runs.Progress) ([]string, error) {
	if len(a.Brief.Outline) > 1 {
		return a.Brief.Outline, nil
	}
	tell(0, "Making an outline.")
	type outlined struct{ Headings []string }
	found, err := ai.Ask(ctx, m, ai.Question{Step: outlineStep.Name, Label: "Outline of " + a.Title, In: a}, func(o outlined) (outlined, error) {
		for i, heading := range o.Headings {
			o.Headings[i] = text.Clean(heading, writer.MaxTitle)
		}
		o.Headings = slices.DeleteFunc(o.Headings, func(heading string) bool { return heading == "" })
		if len(o.Headings) < 2 || len(o.Headings) > writer.MaxLines {
			return o, fmt.Errorf("the outline has %d headings; it needs 2 to %d", len(o.Headings), writer.MaxLines)
		}
		return o, nil
	})
	return found.Headings, err
}

// sectionWords returns about how many words each section takes.
func sectionWords(b writer.Brief) int {
	if b.Length == 0 {
		return usualWords
	}
	return max(fewestWords, b.Length/(len(b.Outline)+1))
}

// written returns what the model is told of the text so far: all headings, and the last section.
func (d draft) written() []string {
	list := slices.Clone(d.Intro)
	if n := len(d.Sections); n > 0 {
		list = []string{}
		for _, s := range d.Sections {
			list = append(list, s.Heading)
		}
		list = append(list, d.Sections[n-1].Paragraphs...)
	}
	return list
}

func checkOpening(d draft) (draft, error) {
	if strings.TrimSpace(d.Title) == "" {
		return d, errors.New("the title is empty")
	}
	if !slices.ContainsFunc(d.Intro, hasText) {
		return d, errors.New("the opening has no paragraph")
	}
	return d, nil
}

func checkSection(s section) (section, error) {
	if !slices.ContainsFunc(s.Paragraphs, hasText) && !slices.ContainsFunc(s.Points, hasText) {
		return s, errors.New("the section has no text")
	}
	return s, nil
}

func hasText(text string) bool { return strings.TrimSpace(text) != "" }
