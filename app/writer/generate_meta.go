package writer

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/ai"
	"igny8/app/builtin"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/prose"
	"igny8/app/runs"
	"igny8/app/text"
)

// GenerateMeta is the name of the function that proposes the title and the description of a page.
const GenerateMeta = "generate_meta"

// MetaProposal is a title and a description that wait for a decision. A content has at most one.
type MetaProposal struct {
	ID          string
	AccountID   string `gorm:"<-:create"`
	SiteID      string `gorm:"<-:create"`
	ContentID   string
	RunID       string
	Title       string
	Description string
	CreatedAt   time.Time
}

// Snippets are the proposal as searchers would show it.
func (p MetaProposal) Snippets() []prose.Snippet { return prose.Snippets(p.Title, p.Description) }

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
		Subjects: func(p metaPayload) []string { return []string{p.ContentID} },
		Units:    s.countMeta, Prepare: s.prepareMeta, Local: localMeta, Parse: checkMeta, Save: saveMeta,
		Texts: func(m *meta) []*string { return []*string{&m.Title, &m.Description} },
		Summary: func([]ai.Result[metaInput, meta]) string {
			return "A title and a description are proposed. They wait for your decision."
		},
	})
}

func (p metaPayload) request(siteID string) runs.Request {
	payload, _ := json.Marshal(p)
	return runs.Request{SiteID: siteID, Payload: payload}
}

// StartMeta asks the engine for a title and a description of the content. It returns the run that proposes them already, if there is one.
func (s *Service) StartMeta(ctx context.Context, contentID string) (runs.Run, error) {
	c, err := s.Content(ctx, contentID)
	if err != nil {
		return runs.Run{}, err
	}
	return runs.Joined(s.engine.RunAITask(ctx, GenerateMeta, metaPayload{c.ID}.request(c.SiteID)))
}

// QuoteMeta says what StartMeta would cost.
func (s *Service) QuoteMeta(ctx context.Context, contentID string) (runs.Quote, error) {
	c, err := s.Content(ctx, contentID)
	if err != nil {
		return runs.Quote{}, err
	}
	return s.engine.Quote(ctx, GenerateMeta, metaPayload{c.ID}.request(c.SiteID))
}

func (s *Service) described(ctx context.Context, r runs.Input[metaPayload]) (Content, error) {
	if r.Payload.ContentID == "" {
		return Content{}, fault.Fields{{Name: "payload", Message: "The payload is {content_id: ...}."}}.Err()
	}
	c, err := s.Content(ctx, r.Payload.ContentID)
	if err == nil && c.SiteID != r.SiteID {
		return c, fault.Missing("content")
	}
	return c, err
}

func (s *Service) countMeta(ctx context.Context, r runs.Input[metaPayload]) (int64, error) {
	c, err := s.described(ctx, r)
	if err == nil && len(c.Blocks) == 0 {
		return 0, fault.New(fault.Conflict, "This content is empty. Write something first: title and description are made from the text.")
	}
	return 1, err
}

// longestExcerpt is how much of a page a model reads for two lines, in characters.
const longestExcerpt = 6000

func (s *Service) prepareMeta(ctx context.Context, r runs.Input[metaPayload]) ([]ai.Item[metaInput], error) {
	c, err := s.described(ctx, r)
	if err != nil {
		return nil, err
	}
	v, err := s.viewOf(ctx, c.ID)
	if err != nil {
		return nil, err
	}
	in := metaInput{Language: v.site.Language, Site: v.site.Name, Title: c.Title, Description: c.Description, Keywords: v.targets()}
	text := []rune(c.Blocks.PlainText())
	in.Text = string(text[:min(len(text), longestExcerpt)])
	in.Keywords = in.Keywords[:min(len(in.Keywords), 10)]
	return []ai.Item[metaInput]{{Key: c.ID, Label: c.Title, In: in}}, nil
}

// checkMeta refuses what a search result would cut, and numbers that are not on the page.
func checkMeta(in metaInput, m meta) (meta, error) {
	m.Title, m.Description = text.Clean(m.Title, maxTitle), text.Clean(m.Description, maxDescription)
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

func saveMeta(_ context.Context, tx *gorm.DB, run runs.Run, results []ai.Result[metaInput, meta]) error {
	for _, r := range results {
		var c Content
		err := tx.Select("id", "site_id").Take(&c, "id = ?", r.Item.Key).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			continue // deleted while the run was at work
		}
		if err != nil {
			return fmt.Errorf("load content: %w", err)
		}
		proposal := MetaProposal{ID: database.NewID(), SiteID: c.SiteID, ContentID: c.ID, RunID: run.ID, Title: r.Out.Title, Description: r.Out.Description}
		known := clause.OnConflict{
			Columns:   []clause.Column{{Name: "account_id"}, {Name: "content_id"}},
			DoUpdates: clause.AssignmentColumns([]string{"run_id", "title", "description", "created_at"}),
		}
		if err := tx.Clauses(known).Create(&proposal).Error; err != nil {
			return fmt.Errorf("save proposal: %w", err)
		}
	}
	return nil
}

func (s *Service) metaProposal(ctx context.Context, contentID string) (*MetaProposal, error) {
	var p MetaProposal
	err := s.db.Read(ctx).Where("content_id = ?", contentID).Take(&p).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("load proposal: %w", err)
	}
	return &p, nil
}

// AcceptMeta saves what is proposed, as a person may have changed it, as the next revision of the content. A revision that is not
// the newest is a *Stale, and keeps the proposal.
func (s *Service) AcceptMeta(ctx context.Context, contentID string, seen int64, title, description string) (Content, error) {
	saved, err := s.save(ctx, contentID, Change{Revision: seen, Title: &title, Description: &description}, "took the proposed title and description")
	if err != nil {
		return saved, err
	}
	return saved, s.dropMeta(ctx, contentID)
}

// RejectMeta drops what is proposed.
func (s *Service) RejectMeta(ctx context.Context, contentID string) error {
	if _, err := s.Content(ctx, contentID); err != nil {
		return err
	}
	return s.dropMeta(ctx, contentID)
}

func (s *Service) dropMeta(ctx context.Context, contentID string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Where("content_id = ?", contentID).Delete(&MetaProposal{}).Error; err != nil {
			return fmt.Errorf("drop proposal: %w", err)
		}
		return nil
	})
}
