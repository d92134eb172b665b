package drafting

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/builtin"
	"igny8/app/fault"
	"igny8/app/prose"
	"igny8/app/runs"
	"igny8/app/text"
	"igny8/app/writer"
)

// GenerateMeta is the name of the function that proposes the title and the description of a page.
const GenerateMeta = "generate_meta"

type metaPayload struct {
	ContentID string `json:"content_id"`
}

// metaInput is what a title and a description are made of.
type metaInput struct {
	Language    string   `json:"language"`
	Site        string   `json:"site"`
	Title       string   `json:"title"` // as it is
	Description string   `json:"description"`
	Keywords    []string `json:"keywords"`
	Text        string   `json:"text"` // of the page, its beginning
}

type meta struct {
	Title       string `json:"title"`
	Description string `json:"description"`
}

const metaPrompt = `Write the title and the description with which the page below stands in search results, in the language {{.Language}}.

title: says what the page gives, with the first of the keywords near its beginning where that reads well. At most 580 pixels wide, which is about 55 characters. Without the name of the site.
description: one or two sentences that say what a reader finds on the page and why it is worth opening, 70 to 150 characters. State nothing that the text does not say, and no number that does not stand in it.

{{data "page" .}}`

var metaSchema = json.RawMessage(`{
  "type": "object", "additionalProperties": false, "required": ["title", "description"],
  "properties": {"title": {"type": "string"}, "description": {"type": "string"}}
}`)

func (s *Service) generateMeta() ai.Definition {
	return ai.Define(ai.Function[metaPayload, metaInput, meta]{
		Name: GenerateMeta, Title: "Propose title and description", Per: "page", PerSite: true, Price: ai.Price{Remote: 1},
		Prompt: metaPrompt, Schema: metaSchema, MaxTokens: 500,
		Subjects: func(r runs.Input[metaPayload]) []string { return []string{r.Payload.ContentID} },
		Units:    s.countMeta, Prepare: s.prepareMeta, Local: localMeta, Parse: checkMeta, Save: saveMeta,
		Texts: func(m *meta) []*string { return []*string{&m.Title, &m.Description} },
	})
}

func (p metaPayload) request(siteID string) runs.Request {
	payload, _ := json.Marshal(p)
	return runs.Request{SiteID: siteID, Payload: payload}
}

// StartMeta asks the engine for a title and a description of the content. It returns the run that proposes them already, if there is one.
func (s *Service) StartMeta(ctx context.Context, contentID string) (runs.Run, error) {
	c, err := s.writer.Content(ctx, contentID)
	if err != nil {
		return runs.Run{}, err
	}
	return runs.Joined(s.engine.RunAITask(ctx, GenerateMeta, metaPayload{c.ID}.request(c.SiteID)))
}

// QuoteMeta returns what StartMeta would cost.
func (s *Service) QuoteMeta(ctx context.Context, contentID string) (runs.Quote, error) {
	c, err := s.writer.Content(ctx, contentID)
	if err != nil {
		return runs.Quote{}, err
	}
	return s.engine.Quote(ctx, GenerateMeta, metaPayload{c.ID}.request(c.SiteID))
}

func (s *Service) contentOf(ctx context.Context, r runs.Input[metaPayload]) (writer.Content, error) {
	if r.Payload.ContentID == "" {
		return writer.Content{}, fault.Fields{{Name: "payload", Message: "The payload is {content_id: ...}."}}.Err()
	}
	c, err := s.writer.Content(ctx, r.Payload.ContentID)
	if err == nil && c.SiteID != r.SiteID {
		return c, fault.Missing("content")
	}
	return c, err
}

func (s *Service) countMeta(ctx context.Context, r runs.Input[metaPayload]) (int64, error) {
	c, err := s.contentOf(ctx, r)
	if err == nil && len(c.Blocks) == 0 {
		return 0, fault.New(fault.Conflict, "This content is empty. Write something first: title and description are made from the text.")
	}
	return 1, err
}

// longestExcerpt is how much of a page a model reads for two lines, in characters.
const longestExcerpt = 6000

func (s *Service) prepareMeta(ctx context.Context, r runs.Input[metaPayload]) ([]ai.Item[metaInput], error) {
	c, err := s.contentOf(ctx, r)
	if err != nil {
		return nil, err
	}
	site, err := s.sites.Get(ctx, c.SiteID)
	if err != nil {
		return nil, err
	}
	in := metaInput{Language: site.Language, Site: site.Name, Title: c.Title, Description: c.Description}
	if in.Keywords, err = s.writer.Targets(ctx, c); err != nil {
		return nil, err
	}
	text := []rune(c.Blocks.PlainText())
	in.Text = string(text[:min(len(text), longestExcerpt)])
	in.Keywords = in.Keywords[:min(len(in.Keywords), 10)]
	return []ai.Item[metaInput]{{Key: c.ID, Label: c.Title, In: in}}, nil
}

// checkMeta refuses what a search result would cut, and numbers that are not on the page.
func checkMeta(in metaInput, m meta) (meta, error) {
	m.Title, m.Description = text.Clean(m.Title, writer.MaxTitle), text.Clean(m.Description, writer.MaxDescription)
	desktop := prose.Snippets(m.Title, m.Description)[0]
	switch {
	case m.Title == "" || m.Description == "":
		return m, fmt.Errorf("the title or the description is empty")
	case !desktop.Title.Fits():
		return m, fmt.Errorf("the title is %d pixels wide; %d are shown", desktop.Title.Width, desktop.Title.Limit)
	case !desktop.Description.Fits():
		return m, fmt.Errorf("the description is %d pixels wide; %d are shown", desktop.Description.Width, desktop.Description.Limit)
	}
	stated := prose.Tokens(in.Title + " " + in.Description + " " + in.Text + " " + strings.Join(in.Keywords, " "))
	for _, word := range prose.Tokens(m.Title + " " + m.Description) {
		if strings.ContainsAny(word, "0123456789") && !slices.Contains(stated, word) {
			return m, fmt.Errorf("the number %s does not stand in the text", word)
		}
	}
	return m, nil
}

// localMeta is the built-in engine.
func localMeta(_ context.Context, in metaInput, _ runs.Progress) (m meta, err error) {
	m.Title, m.Description = builtin.Meta(in.Title, in.Text, in.Language)
	return m, nil
}

func saveMeta(_ context.Context, tx *gorm.DB, run runs.Run, results []ai.Result[metaInput, meta]) (saved runs.Saved, _ error) {
	for _, r := range results {
		err := writer.ProposeMeta(tx, writer.MetaProposal{
			ContentID: r.Item.Key, RunID: run.ID, Title: r.Out.Title,
			Description: r.Out.Description,
		})
		if fault.KindOf(err) == fault.NotFound {
			saved.Failed = append(saved.Failed, r.Failed("The text was deleted in the meantime."))
			continue
		}
		if err != nil {
			return saved, err
		}
		saved.Units++
	}
	saved.Summary = "A title and a description are proposed. They wait for your decision."
	return saved, nil
}
