package writer

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/blocks"
	"igny8/app/builtin"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/language"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/text"
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

// assignment is everything that the writer of one page may use. Nothing else is fact.
type assignment struct {
	Language string               `json:"language"`
	Site     string               `json:"site"`
	Business sitebuilder.Business `json:"business"`
	Title    string               `json:"title"`
	Brief    Brief                `json:"brief"`
	Searches []search             `json:"searches" about:"the largest volume first"`
	Related  []string             `json:"neighbouring_pages" about:"other pages of the same hub, which this one must not repeat"`
	Contact  string               `json:"contact_page" about:"its address, empty when the site has none"`
}

type search struct {
	Phrase string `json:"phrase"`
	Volume *int64 `json:"monthly_searches"`
	Intent string `json:"intent"`
}

// page is the assignment as the built-in engine outlines it.
func (a assignment) page() builtin.Page {
	p := builtin.Page{Language: a.Language, Title: a.Title, Headings: a.Brief.Outline, Questions: a.Brief.Questions, Words: a.Brief.sectionWords()}
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

// generateContent is the function: a draft for each of the tasks.
func (s *Service) generateContent() ai.Definition {
	return ai.Define(ai.Function[draftPayload, assignment, draft]{
		Name: GenerateContent, Title: "Draft pages", Per: "page", PerSite: true, Price: ai.Price{Remote: 5, Local: 1},
		Steps: []ai.Step{outlineStep, openingStep, sectionStep, answersStep}, Compose: composeDraft,
		Subjects: func(p draftPayload) []string { return p.TaskIDs },
		Units:    s.countDrafts, Prepare: s.prepareDrafts, Local: localDraft, Parse: checkDraft, Texts: (*draft).texts, Save: s.saveDrafts,
		Summary: func(results []ai.Result[assignment, draft]) string {
			if len(results) > 0 && results[0].BuiltIn {
				return text.Count(len(results), "outline is", "outlines are") + " ready to be written."
			}
			return text.Count(len(results), "draft is", "drafts are") + " ready to be reviewed."
		},
	})
}

// texts are all that readers will see of the draft.
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

// requested are the tasks of the payload, all of this site.
func (s *Service) requested(ctx context.Context, r runs.Input[draftPayload]) ([]Task, error) {
	return s.tasksOfSite(ctx, r.SiteID, r.Payload.TaskIDs, MaxDrafts)
}

// tasksOfSite are the named tasks of the site, the oldest first.
func (s *Service) tasksOfSite(ctx context.Context, siteID string, taskIDs []string, most int) ([]Task, error) {
	ids := slices.Compact(slices.Sorted(slices.Values(taskIDs)))
	var f fault.Fields
	f.Check(len(ids) > 0, "payload.task_ids", "Choose at least one task.")
	f.Check(len(ids) <= most, "payload.task_ids", "At most %d tasks at once.", most)
	if err := f.Err(); err != nil {
		return nil, err
	}
	var tasks []Task
	if err := s.db.Read(ctx).Where("site_id = ? AND id IN ?", siteID, ids).Order("created_at").Order("id").Find(&tasks).Error; err != nil {
		return nil, fmt.Errorf("load tasks: %w", err)
	}
	if len(tasks) != len(ids) {
		return nil, fault.Missing("task")
	}
	return tasks, nil
}

func (s *Service) countDrafts(ctx context.Context, r runs.Input[draftPayload]) (int64, error) {
	tasks, err := s.requested(ctx, r)
	if err != nil {
		return 0, err
	}
	for _, t := range tasks {
		if t.State != TaskOpen {
			return 0, fault.New(fault.Conflict, "A task among them has a draft already. Edit the draft instead; a new one would replace what people wrote.")
		}
	}
	if r.Payload.ApproveBriefs {
		return int64(len(tasks)), nil
	}
	return int64(len(tasks)), unapproved(tasks)
}

func (s *Service) prepareDrafts(ctx context.Context, r runs.Input[draftPayload]) ([]ai.Item[assignment], error) {
	tasks, err := s.requested(ctx, r)
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
	return items, nil
}

// maxSearches is how many phrases of a cluster the writer of its page is told.
const maxSearches = 30

func (s *Service) assign(ctx context.Context, plan sitebuilder.Plan, t Task) (assignment, error) {
	page, err := s.pages.Get(ctx, t.PageID)
	if err != nil {
		return assignment{}, err
	}
	a := assignment{Language: plan.Site.Language, Site: plan.Site.Name, Business: plan.Business, Brief: t.Brief, Title: page.Title, Related: []string{}, Searches: []search{}}
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

// saveDrafts writes the first revision of each content. A page that got content in the meantime keeps it.
func (s *Service) saveDrafts(_ context.Context, tx *gorm.DB, run runs.Run, results []ai.Result[assignment, draft]) error {
	tasks, standing, err := heldTasks(tx, results)
	if err != nil {
		return err
	}
	for _, r := range results {
		task, exists := tasks[r.Item.Key]
		if !exists {
			continue // deleted while the run was at work
		}
		if err := saveDraft(tx, run, r, task, standing[task.PageID]); err != nil {
			return fmt.Errorf("save draft %s: %w", r.Item.Key, err)
		}
		if err := s.brake(tx, run, r.Item.Key); err != nil {
			return fmt.Errorf("compare draft %s: %w", r.Item.Key, err)
		}
	}
	return s.setStage(tx, run.SiteID)
}

// heldTasks loads and locks the pages of the drafts and then their tasks, by id.
func heldTasks(tx *gorm.DB, results []ai.Result[assignment, draft]) (map[string]Task, map[string]pages.Page, error) {
	ids := make([]string, len(results))
	for i, r := range results {
		ids[i] = r.Item.Key
	}
	var pageIDs []string
	if err := tx.Model(&Task{}).Where("id IN ?", ids).Pluck("page_id", &pageIDs).Error; err != nil {
		return nil, nil, fmt.Errorf("look for pages of tasks: %w", err)
	}
	standing, err := pages.LockedByID(tx, pageIDs...)
	if err != nil {
		return nil, nil, err
	}
	tasks, err := lockedTasks(tx, ids)
	return tasks, standing, err
}

func saveDraft(tx *gorm.DB, run runs.Run, r ai.Result[assignment, draft], task Task, page pages.Page) error {
	var existing int64
	if err := tx.Model(&Content{}).Where("page_id = ?", task.PageID).Count(&existing).Error; err != nil || existing > 0 {
		return err
	}
	title, err := titleOf(tx, task, page, r)
	if err != nil {
		return err
	}
	document, err := r.Out.document(tx.Statement.Context, r.Item.In)
	if err != nil {
		return err
	}
	c := Content{
		ID: database.NewID(), SiteID: task.SiteID, SectorID: task.SectorID, PageID: page.ID, TaskID: &task.ID,
		Title: title, Slug: page.Slug, Description: cmp.Or(text.Clean(r.Out.Description, maxDescription), page.Description),
		Blocks: document, State: ContentDraft, Revision: 1, BuiltIn: r.BuiltIn, Words: int64(document.Words()),
	}
	if err := countClaims(tx, &c); err != nil {
		return err
	}
	if err := countGaps(tx, &c); err != nil {
		return err
	}
	if err := tx.Create(&c).Error; err != nil {
		return err
	}
	if err := record(tx, c, "drafted", &run.ID); err != nil {
		return err
	}
	if err := carry(tx, &c); err != nil {
		return err
	}
	if err := pages.Advance(tx, page.ID, pages.Drafted); err != nil {
		return err
	}
	if task.BriefApprovedAt == nil {
		task.BriefApprovedAt, task.BriefApprovedBy = &run.CreatedAt, run.UserID
	}
	task.State = TaskDrafted
	return task.write(tx, "state", "brief_approved_at", "brief_approved_by")
}

// titleOf is the title that was drafted, unless a person chose the one that the page has.
func titleOf(tx *gorm.DB, task Task, page pages.Page, r ai.Result[assignment, draft]) (string, error) {
	chosen := task.IdeaID == nil || page.Title != r.Item.In.Title
	if !chosen {
		var idea ideas.Idea
		if err := tx.Select("id", "edited").Take(&idea, "id = ?", *task.IdeaID).Error; err != nil {
			return "", fmt.Errorf("load idea of task: %w", err)
		}
		chosen = idea.Edited
	}
	if chosen {
		return text.Clean(page.Title, maxTitle), nil
	}
	return text.Clean(r.Out.Title, maxTitle), nil
}

// document makes blocks of the draft: headings, paragraphs, lists, slots, questions and the business's offer.
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
