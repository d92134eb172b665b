package drafting

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/blocks"
	"igny8/app/builtin"
	"igny8/app/fault"
	"igny8/app/language"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/text"
	"igny8/app/writer"
)

// GenerateContent is the name of the function that drafts pages.
const GenerateContent = "generate_content"

// MaxDrafts is how many pages one run drafts.
const MaxDrafts = 50

// draftPayload is what the function is asked: tasks of one site.
type draftPayload struct {
	TaskIDs       []string `json:"task_ids" doc:"The writing tasks, all of one site."`
	ApproveBriefs bool     `json:"approve_briefs,omitempty" doc:"The briefs are approved as they are."`
}

func (p draftPayload) request(siteID string) runs.Request {
	payload, _ := json.Marshal(p)
	return runs.Request{SiteID: siteID, Payload: payload}
}

// assignment is everything that a draft may use. A draft may state nothing else as a fact.
type assignment struct {
	Language string               `json:"language"`
	Site     string               `json:"site"`
	Business sitebuilder.Business `json:"business"`
	Title    string               `json:"title"`
	Brief    writer.Brief         `json:"brief"`
	Searches []search             `json:"searches" about:"the largest volume first"`
	Related  []string             `json:"neighbouring_pages" about:"other pages of the same hub, which this one must not repeat"`
	Contact  string               `json:"contact_page" about:"its address, empty when the site has none"`
}

type search struct {
	Phrase string `json:"phrase"`
	Volume *int64 `json:"monthly_searches"`
	Intent string `json:"intent"`
}

// page returns the assignment as the built-in engine outlines it.
func (a assignment) page() builtin.Page {
	p := builtin.Page{
		Language: a.Language, Title: a.Title, Headings: a.Brief.Outline, Questions: a.Brief.Questions,
		Words: sectionWords(a.Brief),
	}
	for _, s := range a.Searches {
		p.Searches = append(p.Searches, s.Phrase)
	}
	p.Searches = append(p.Searches, a.Brief.Keywords...)
	return p
}

// draft is a page as it comes from a model or from the built-in engine, before it is blocks.
type draft struct {
	Title       string        `json:"title"`
	Description string        `json:"description"`
	Opening     *builtin.Slot `json:"opening,omitempty"` // in place of an introduction
	Intro       []string      `json:"intro"`
	Sections    []section     `json:"sections"`
	Questions   []question    `json:"questions"`
}

type section struct {
	Heading    string        `json:"heading"`
	Paragraphs []string      `json:"paragraphs"`
	Points     []string      `json:"points"`
	Slot       *builtin.Slot `json:"slot,omitempty"` // in place of a text
}

type question struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
}

// generateContent is the function that drafts the page of each task.
func (s *Service) generateContent() ai.Definition {
	return ai.Define(ai.Function[draftPayload, assignment, draft]{
		Name: GenerateContent, Title: "Draft pages", Per: "page", PerSite: true, Price: ai.Price{Remote: 5, Local: 1},
		Steps: []ai.Step{outlineStep, openingStep, sectionStep, answersStep}, Compose: composeDraft,
		Subjects: func(r runs.Input[draftPayload]) []string { return r.Payload.TaskIDs },
		Narrow:   func(p draftPayload, ids []string) draftPayload { p.TaskIDs = ids; return p },
		Admit:    s.admitDrafts, Units: s.countDrafts,
		Prepare: s.prepareDrafts, Local: localDraft, Parse: checkDraft, Texts: (*draft).texts, Save: s.saveDrafts,
	})
}

// StartDrafts asks the engine for a draft of each task. Tasks that have a draft, or that a run is about to draft, are refused. So are tasks
// whose brief nobody has approved, unless approve approves the briefs as they are.
func (s *Service) StartDrafts(ctx context.Context, siteID string, taskIDs []string, approve bool) (runs.Run, error) {
	return s.engine.RunAITask(ctx, GenerateContent, draftPayload{TaskIDs: taskIDs, ApproveBriefs: approve}.request(siteID))
}

// WithdrawBrief takes the approval of a brief back, so that nothing is drafted from it. It is refused once a draft is made or on its way.
func (s *Service) WithdrawBrief(ctx context.Context, taskID string) (writer.Task, error) {
	t, err := s.writer.Task(ctx, taskID)
	if err != nil {
		return t, err
	}
	if err := s.engine.CheckSubjects(ctx, GenerateContent, taskID); err != nil {
		return t, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		t, err = writer.WithdrawBrief(tx, taskID)
		return err
	})
	return t, err
}

// refuseUnapproved refuses tasks whose brief waits for an approval.
func refuseUnapproved(tasks []writer.Task) error {
	waiting := 0
	for _, t := range tasks {
		if t.BriefApprovedAt == nil {
			waiting++
		}
	}
	if waiting == 0 {
		return nil
	}
	return fault.New(fault.Conflict, "%s for an approval. Look at what the writer is told, approve it, and draft then. Nothing was started.", text.Count(waiting, "brief waits", "briefs wait"))
}

// texts returns all texts of the draft that readers will see.
func (d *draft) texts() []*string {
	texts := []*string{&d.Title, &d.Description}
	add := func(list []string) {
		for i := range list {
			texts = append(texts, &list[i])
		}
	}
	add(d.Intro)
	for i := range d.Sections {
		texts = append(texts, &d.Sections[i].Heading)
		add(d.Sections[i].Paragraphs)
		add(d.Sections[i].Points)
	}
	for i := range d.Questions {
		texts = append(texts, &d.Questions[i].Question, &d.Questions[i].Answer)
	}
	return texts
}

// admitDrafts refuses tasks that have a draft, and those whose brief waits for an approval.
func (s *Service) admitDrafts(ctx context.Context, r runs.Input[draftPayload]) error {
	tasks, err := s.writer.TasksOfSite(ctx, r.SiteID, r.Payload.TaskIDs, MaxDrafts)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(tasks, func(t writer.Task) bool { return t.State != writer.TaskOpen }) {
		return fault.New(fault.Conflict, "A task among them has a draft already. Edit the draft instead; a new one would replace what people wrote.")
	}
	if r.Payload.ApproveBriefs {
		return nil
	}
	return refuseUnapproved(tasks)
}

// toDraft returns the tasks that are to be drafted, and the others as items that are left out.
func (s *Service) toDraft(ctx context.Context, r runs.Input[draftPayload]) ([]writer.Task, []ai.Item[assignment], error) {
	return openTasks[assignment](ctx, s, r.SiteID, r.Payload.TaskIDs, func(t writer.Task) string {
		switch {
		case t.State != writer.TaskOpen:
			return writer.PageWritten
		case t.BriefApprovedAt == nil && !r.Payload.ApproveBriefs:
			return writer.BriefUnapproved
		}
		return ""
	})
}

func (s *Service) countDrafts(ctx context.Context, r runs.Input[draftPayload]) (int64, error) {
	tasks, _, err := s.toDraft(ctx, r)
	return int64(len(tasks)), err
}

func (s *Service) prepareDrafts(ctx context.Context, r runs.Input[draftPayload]) ([]ai.Item[assignment], error) {
	tasks, left, err := s.toDraft(ctx, r)
	if err != nil {
		return nil, err
	}
	plan, err := s.builder.Plan(ctx, r.SiteID)
	if err != nil {
		return nil, err
	}
	items := make([]ai.Item[assignment], len(tasks))
	for i, t := range tasks {
		a, err := s.assign(ctx, plan, t)
		if err != nil {
			return nil, err
		}
		items[i] = ai.Item[assignment]{Key: t.ID, Label: a.Title, In: a}
	}
	return append(items, left...), nil
}

// maxSearches is how many phrases of a cluster an assignment has.
const maxSearches = 30

func (s *Service) assign(ctx context.Context, plan sitebuilder.Plan, t writer.Task) (assignment, error) {
	page, err := s.pages.Get(ctx, t.PageID)
	if err != nil {
		return assignment{}, err
	}
	a := assignment{
		Language: plan.Site.Language, Site: plan.Site.Name, Business: plan.Business, Brief: t.Brief, Title: page.Title,
		Related: []string{}, Searches: []search{},
	}
	for _, p := range plan.Pages {
		sibling := p.ID != page.ID && p.Kind == pages.Article && p.ParentID != nil && page.ParentID != nil && *p.ParentID == *page.ParentID
		if sibling && len(a.Related) < 5 {
			a.Related = append(a.Related, p.Title)
		}
		if p.Kind == pages.Contact && a.Contact == "" {
			a.Contact = p.Path
		}
	}
	if page.ClusterID == nil || t.SectorID == nil {
		return a, nil
	}
	keywords, err := s.planner.Keywords(ctx, planner.KeywordQuery{SectorID: *t.SectorID, ClusterID: *page.ClusterID, Sort: "-volume", Limit: maxSearches})
	if err != nil {
		return a, err
	}
	for _, k := range keywords.Items {
		a.Searches = append(a.Searches, search{k.Text, k.Volume, k.Intent})
	}
	return a, nil
}

// localDraft is the built-in engine: the draft is an outline.
func localDraft(_ context.Context, a assignment, tell runs.Progress) (draft, error) {
	o := builtin.OutlinePage(a.page())
	d := draft{Title: a.Title, Opening: &o.Opening}
	for i, s := range o.Sections {
		tell(float64(i)/float64(len(o.Sections)), fmt.Sprintf("Outlining %q", s.Heading))
		d.Sections = append(d.Sections, section{Heading: s.Heading, Slot: &s.Slot})
	}
	return d, nil
}

// checkDraft refuses what no page can be made of.
func checkDraft(a assignment, d draft) (draft, error) {
	switch {
	case strings.TrimSpace(d.Title) == "":
		return d, fmt.Errorf("the title is empty")
	case len(d.Sections) < 2:
		return d, fmt.Errorf("the page has %d sections; it needs at least 2", len(d.Sections))
	}
	for i, s := range d.Sections {
		if strings.TrimSpace(s.Heading) == "" || len(s.Paragraphs)+len(s.Points) == 0 && s.Slot == nil {
			return d, fmt.Errorf("section %d has no heading or no text", i+1)
		}
	}
	_, err := d.document(context.Background(), a)
	return d, err
}

func (s *Service) saveDrafts(
	_ context.Context, tx *gorm.DB, run runs.Run, results []ai.Result[assignment, draft],
) (saved runs.Saved, _ error) {
	drafts := make([]writer.Draft, len(results))
	for i, r := range results {
		document, err := r.Out.document(tx.Statement.Context, r.Item.In)
		if err != nil {
			return saved, fmt.Errorf("save draft %s: %w", r.Item.Key, err)
		}
		drafts[i] = writer.Draft{
			TaskID: r.Item.Key, Title: r.Out.Title, Description: r.Out.Description, Blocks: document,
			BuiltIn: r.BuiltIn, RunID: run.ID, OrderedBy: run.UserID, OrderedAt: run.CreatedAt,
		}
	}
	contents, left, err := s.writer.SaveDrafts(tx, run.SiteID, drafts)
	if err != nil {
		return saved, err
	}
	saved.Units, saved.Failed = int64(len(contents)), failures(results, left)
	saved.Summary = text.Count(saved.Units, "draft is", "drafts are") + " ready to be reviewed."
	if len(results) > 0 && results[0].BuiltIn {
		saved.Summary = text.Count(saved.Units, "outline is", "outlines are") + " ready to be written."
	}
	return saved, s.pauseOnDuplicate(tx, run, contents)
}

// document returns the draft as blocks: headings, paragraphs, lists, slots, questions and the offer of the business.
func (d draft) document(ctx context.Context, a assignment) (blocks.Document, error) {
	var doc blocks.Document
	text := func(s string) string { return blocks.FromPlain(strings.TrimSpace(s)) }
	add := func(b blocks.Block) { doc = append(doc, b) }
	if d.Opening != nil {
		add(d.Opening.Block())
	}
	for _, p := range d.Intro {
		add(blocks.Block{Type: blocks.TypeParagraph, Text: text(p)})
	}
	for _, s := range d.Sections {
		add(blocks.Block{Type: blocks.TypeHeading, Level: 2, Text: text(s.Heading)})
		for _, p := range s.Paragraphs {
			add(blocks.Block{Type: blocks.TypeParagraph, Text: text(p)})
		}
		if len(s.Points) > 0 {
			points := make([]string, len(s.Points))
			for i, p := range s.Points {
				points[i] = text(p)
			}
			add(blocks.Block{Type: blocks.TypeList, Items: points})
		}
		if s.Slot != nil {
			add(s.Slot.Block())
		}
	}
	if len(d.Questions) > 0 {
		faq := blocks.Block{Type: blocks.TypeFAQ}
		for _, q := range d.Questions {
			faq.Questions = append(faq.Questions, blocks.QA{Question: text(q.Question), Answer: text(q.Answer)})
		}
		if words := language.Of(a.Language).Draft; words != nil {
			add(blocks.Block{Type: blocks.TypeHeading, Level: 2, Text: text(words.FAQ)})
		}
		add(faq)
	}
	if a.Business.Offer != "" && a.Contact != "" {
		add(blocks.Block{Type: blocks.TypeCTA, Label: text(a.Business.Offer), Href: a.Contact})
	}
	return doc.Clean(ctx)
}
