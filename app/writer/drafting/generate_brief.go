package drafting

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/builtin"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/prose"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/text"
	"igny8/app/writer"
)

// GenerateBrief is the name of the function that completes briefs.
const GenerateBrief = "generate_brief"

// MaxBriefs is how many briefs one run completes.
const MaxBriefs = 50

type briefPayload struct {
	TaskIDs []string `json:"task_ids" doc:"The open writing tasks, all of one site."`
}

// briefing is what a brief is made from: the task, and the pages that the new one may link to.
type briefing struct {
	Assignment assignment `json:"assignment"`
	Pages      []linkable `json:"pages"`
}

// linkable is a page of the site.
type linkable struct {
	Path  string `json:"path"`
	Title string `json:"title"`
}

const briefPrompt = `Write the brief for the page that the data describes, in the language of its assignment. An editor will approve it, and a writer will write the page from it and from nothing else.

audience: who reads the page and what they know already, one sentence.
angle: what makes this page worth reading beside the ones that exist, one or two sentences.
outline: the headings of the sections in order, four to nine, each saying what its section answers.
questions: what readers ask that the page must answer, up to eight.
terms: words of the trade that belong on the page, up to twelve.
links: paths of pages of this site that the page should lead to, only such as the data has, up to five.
facts: statements about the business that the data holds and that belong on this page, word for word. None if there are none.
out_of_scope: what other pages of this site say and this one must not repeat, up to five.
length: about how many words, 400 to 2500.

{{data "briefing" .}}`

var briefSchema = json.RawMessage(`{
  "type": "object", "additionalProperties": false,
  "required": ["audience", "angle", "outline", "questions", "terms", "links", "facts", "out_of_scope", "length"],
  "properties": {
    "audience": {"type": "string"}, "angle": {"type": "string"},
    "outline": {"type": "array", "items": {"type": "string"}},
    "questions": {"type": "array", "items": {"type": "string"}},
    "terms": {"type": "array", "items": {"type": "string"}},
    "links": {"type": "array", "items": {"type": "string"}},
    "facts": {"type": "array", "items": {"type": "string"}},
    "out_of_scope": {"type": "array", "items": {"type": "string"}},
    "length": {"type": "integer"}
  }
}`)

// generateBrief is the function that completes the brief of each task. It does not change what a person wrote into it.
func (s *Service) generateBrief() ai.Definition {
	return ai.Define(ai.Function[briefPayload, briefing, writer.Brief]{
		Name: GenerateBrief, Title: "Complete briefs", Per: "page", PerSite: true, Price: ai.Price{Remote: 1},
		Prompt: briefPrompt, Schema: briefSchema,
		Subjects: func(r runs.Input[briefPayload]) []string { return r.Payload.TaskIDs },
		Narrow:   func(_ briefPayload, ids []string) briefPayload { return briefPayload{ids} },
		Admit:    s.admitBriefs, Units: s.countBriefs, Prepare: s.prepareBriefs, Local: localBrief, Parse: checkBrief, Save: saveBriefs,
	})
}

// StartBriefs asks the engine to complete the briefs of open tasks.
func (s *Service) StartBriefs(ctx context.Context, siteID string, taskIDs []string) (runs.Run, error) {
	return s.engine.RunAITask(ctx, GenerateBrief, briefPayload{taskIDs}.request(siteID))
}

// QuoteBriefs returns what StartBriefs would cost, and refuses what it would refuse.
func (s *Service) QuoteBriefs(ctx context.Context, siteID string, taskIDs []string) (runs.Quote, error) {
	return s.engine.Quote(ctx, GenerateBrief, briefPayload{taskIDs}.request(siteID))
}

func (p briefPayload) request(siteID string) runs.Request {
	payload, _ := json.Marshal(p)
	return runs.Request{SiteID: siteID, Payload: payload}
}

// admitBriefs refuses tasks whose brief stays as it is: an approved one is what somebody has read and wants.
func (s *Service) admitBriefs(ctx context.Context, r runs.Input[briefPayload]) error {
	tasks, err := s.writer.TasksOfSite(ctx, r.SiteID, r.Payload.TaskIDs, MaxBriefs)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(tasks, func(t writer.Task) bool { return t.State != writer.TaskOpen }) {
		return fault.New(fault.Conflict, "A task among them has a draft already: its brief is what that was written from. Choose open tasks.")
	}
	var approved []string
	for _, t := range tasks {
		if t.BriefApprovedAt != nil {
			approved = append(approved, t.PageID)
		}
	}
	if len(approved) == 0 {
		return nil
	}
	titles, err := s.pages.Titles(ctx, approved)
	if err != nil {
		return err
	}
	refusal := "The brief of %s is approved and stays as it is. Nothing was started; leave it out, or take its approval back first."
	if len(approved) > 1 {
		refusal = "The briefs of %s are approved and stay as they are. Nothing was started; leave them out, or take their approval back first."
	}
	return fault.New(fault.Conflict, refusal, text.List(slices.Sorted(maps.Values(titles)), mostNames))
}

// mostNames is how many pages a refusal names.
const mostNames = 10

// toBrief returns the tasks whose briefs are to be completed, and the others as items that are left out.
func (s *Service) toBrief(ctx context.Context, r runs.Input[briefPayload]) ([]writer.Task, []ai.Item[briefing], error) {
	return openTasks[briefing](ctx, s, r.SiteID, r.Payload.TaskIDs, func(t writer.Task) string {
		switch {
		case t.State != writer.TaskOpen:
			return writer.PageWritten
		case t.BriefApprovedAt != nil:
			return writer.BriefApproved
		}
		return ""
	})
}

func (s *Service) countBriefs(ctx context.Context, r runs.Input[briefPayload]) (int64, error) {
	tasks, _, err := s.toBrief(ctx, r)
	return int64(len(tasks)), err
}

// maxLinkable is how many pages of the site a brief may choose its links from.
const maxLinkable = 60

func (s *Service) prepareBriefs(ctx context.Context, r runs.Input[briefPayload]) ([]ai.Item[briefing], error) {
	tasks, left, err := s.toBrief(ctx, r)
	if err != nil {
		return nil, err
	}
	plan, err := s.builder.Plan(ctx, r.SiteID)
	if err != nil {
		return nil, err
	}
	items := make([]ai.Item[briefing], len(tasks))
	for i, t := range tasks {
		a, err := s.assign(ctx, plan, t)
		if err != nil {
			return nil, err
		}
		items[i] = ai.Item[briefing]{Key: t.ID, Label: a.Title, In: briefing{a, linkables(plan, t.PageID)}}
	}
	return append(items, left...), nil
}

// linkables returns the pages that the page may link to: its hub and its neighbours first.
func linkables(plan sitebuilder.Plan, pageID string) []linkable {
	at := slices.IndexFunc(plan.Pages, func(p pages.Page) bool { return p.ID == pageID })
	far := func(p pages.Page) int {
		switch {
		case at < 0:
			return 0
		case plan.Pages[at].ParentID != nil && p.ID == *plan.Pages[at].ParentID:
			return 0
		case plan.Pages[at].ParentID != nil && p.ParentID != nil && *p.ParentID == *plan.Pages[at].ParentID:
			return 1
		}
		return 2
	}
	list := slices.DeleteFunc(slices.Clone(plan.Pages), func(p pages.Page) bool { return p.ID == pageID || p.Kind == pages.Home })
	slices.SortStableFunc(list, func(a, b pages.Page) int { return cmp.Or(cmp.Compare(far(a), far(b)), cmp.Compare(a.Path, b.Path)) })
	found := []linkable{}
	for _, p := range list[:min(len(list), maxLinkable)] {
		found = append(found, linkable{p.Path, p.Title})
	}
	return found
}

// checkBrief takes out of a model's brief what is not of this site, and refuses what cannot be used.
func checkBrief(in briefing, b writer.Brief) (writer.Brief, error) {
	b.Clean()
	b.Links = slices.DeleteFunc(b.Links, func(path string) bool {
		return !slices.ContainsFunc(in.Pages, func(p linkable) bool { return p.Path == path })
	})
	b.Intent, b.Keywords = in.Assignment.Brief.Intent, in.Assignment.Brief.Keywords
	if len(b.Outline) < 2 {
		return b, fmt.Errorf("the outline has %d headings; it needs at least 2", len(b.Outline))
	}
	return b, nil
}

func saveBriefs(_ context.Context, tx *gorm.DB, _ runs.Run, results []ai.Result[briefing, writer.Brief]) (saved runs.Saved, _ error) {
	briefs := map[string]writer.Brief{}
	for _, r := range results {
		briefs[r.Item.Key] = r.Out
	}
	left, err := writer.CompleteBriefs(tx, briefs)
	if err != nil {
		return saved, err
	}
	saved.Failed = failures(results, left)
	saved.Units = int64(len(results) - len(saved.Failed))
	saved.Summary = text.Count(saved.Units, "brief is", "briefs are") + " ready to be approved."
	return saved, nil
}

// The sizes of a built-in brief.
const (
	maxLinks        = 4
	maxQuestions    = 8
	wordsPerSection = 150
)

// localBrief is the built-in engine. It invents no angle and no facts.
func localBrief(_ context.Context, in briefing, _ runs.Progress) (writer.Brief, error) {
	a := in.Assignment
	b := a.Brief
	phrases := make([]string, len(a.Searches))
	for i, s := range a.Searches {
		phrases[i] = s.Phrase
	}
	var links []string
	for _, p := range in.Pages[:min(len(in.Pages), maxLinks)] {
		links = append(links, p.Path)
	}
	if len(b.Outline) < 2 {
		b.Outline = builtin.Headings(a.page())
	}
	asked := prose.QuestionsAmong(phrases)
	b.Fill(writer.Brief{
		Audience: a.Business.Audience, Questions: asked[:min(len(asked), maxQuestions)], Terms: builtin.Terms(phrases, a.Title),
		Links: links, OutOfScope: slices.Clone(a.Related), Length: wordsPerSection * max(4, len(b.Outline)),
	})
	return b, nil
}
