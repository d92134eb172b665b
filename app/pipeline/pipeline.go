// Package pipeline runs all stages in one call, from keyword files to a site that can be published. `igny8 pipeline` and the
// sample site use it. It acts as the person in its context, approvals included, and uses only what pages and API use.
package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"igny8/app/ai"
	"igny8/app/blocks"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/language"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/grouping"
	"igny8/app/planner/ideas"
	"igny8/app/planner/imports"
	"igny8/app/publish/site"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/text"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

// Service runs pipelines.
type Service struct {
	sites    *sites.Service
	planner  *planner.Service
	imports  *imports.Service
	grouping *grouping.Service
	ideas    *ideas.Service
	builder  *sitebuilder.Service
	writer   *writer.Service
	drafting *drafting.Service
	releases *site.Service
	engine   *ai.Engine
}

// Needs are the modules that a pipeline uses.
type Needs struct {
	Sites    *sites.Service
	Planner  *planner.Service
	Imports  *imports.Service
	Grouping *grouping.Service
	Ideas    *ideas.Service
	Builder  *sitebuilder.Service
	Writer   *writer.Service
	Drafting *drafting.Service
	Releases *site.Service
	Engine   *ai.Engine
}

// New makes the Service.
func New(n Needs) *Service {
	return &Service{
		sites: n.Sites, planner: n.Planner, imports: n.Imports, grouping: n.Grouping, ideas: n.Ideas, builder: n.Builder,
		writer: n.Writer, drafting: n.Drafting, releases: n.Releases, engine: n.Engine,
	}
}

// Request says what to make a site of.
type Request struct {
	SiteID   string // empty: a new site
	SectorID string // of that site
	Files    []imports.File
	Name     string // empty: that of the page cluster with the greatest demand
	Domain   string
	Type     string
	Language string // empty: that of the keywords
	Market   string
	Pages    int // how many articles; home, hub, category and other pages are added
	Sample   bool
	Texts    []Text // finished texts; each replaces the draft of its page, and its author is responsible for its claims
	Business sitebuilder.Business
	Progress func(Step) // may be nil
}

// Text is a finished text of a page.
type Text struct {
	Search      string // a search that the page is for
	Title       string
	Description string
	Markdown    string
}

// Step is the progress of the pipeline.
type Step struct {
	Stage   string // Import, Group, Plan, Ideas, Drafts, Approve
	Message string
	Percent int
}

// Summary says what a pipeline made.
type Summary struct {
	SiteID   string         `json:"site_id"`
	SectorID string         `json:"sector_id"`
	Name     string         `json:"name"`
	Language string         `json:"language"`
	Import   imports.Import `json:"-"`
	Rows     int            `json:"rows"`
	Keywords int            `json:"keywords"`
	Pillars  int            `json:"pillars"`
	Topics   int            `json:"topics"`
	Clusters int            `json:"page_clusters"`
	Ideas    int            `json:"ideas"`
	Articles int            `json:"articles"` // pages with a draft
	Written  int            `json:"written"`  // of those, pages that were approved
	Held     []Held         `json:"held"`     // pages with a text that could not be approved
	Words    int64          `json:"words"`    // of the written ones
	Credits  int64          `json:"credits"`
	BuiltIn  bool           `json:"built_in"` // the drafts are by the built-in engine
}

// Held is a page with a text that could not be approved.
type Held struct {
	Title  string `json:"title"`
	Reason string `json:"reason"`
}

// pipeline is the state of one request.
type pipeline struct {
	*Service
	Request
	site sites.Site
	made Summary
}

// Run imports, groups, plans, drafts and approves what is written. With an error it returns the summary of what was made so
// far.
func (s *Service) Run(ctx context.Context, r Request) (Summary, error) {
	p := &pipeline{Service: s, Request: r, made: Summary{Held: []Held{}}}
	for _, step := range []func(context.Context) error{p.begin, p.importFiles, p.group, p.introduce, p.plan, p.write} {
		if err := step(ctx); err != nil {
			return p.made, err
		}
	}
	return p.made, nil
}

func (p *pipeline) say(stage string, percent int, format string, args ...any) {
	if p.Progress != nil {
		p.Progress(Step{Stage: stage, Percent: percent, Message: fmt.Sprintf(format, args...)})
	}
}

func (p *pipeline) begin(ctx context.Context) (err error) {
	if p.Request.SiteID != "" {
		p.made.SiteID, p.made.SectorID = p.Request.SiteID, p.Request.SectorID
		p.site, err = p.sites.Get(ctx, p.Request.SiteID)
		return err
	}
	site, sector, err := p.sites.Create(ctx, sites.NewSite{
		Name: cmp.Or(p.Name, "New site"), Domain: p.Domain, Type: p.Type, Language: p.Language, Market: p.Market, Sample: p.Request.Sample, Sector: "Main",
	})
	p.site, p.made.SiteID, p.made.SectorID = site, site.ID, sector.ID
	return err
}

func (p *pipeline) importFiles(ctx context.Context) error {
	p.say("Import", 0, "Reading %d %s", len(p.Files), text.Noun(len(p.Files), "file", "files"))
	report, err := p.imports.ImportFiles(ctx, p.made.SectorID, p.Files, false)
	if err != nil {
		return err
	}
	p.made.Import, p.made.Rows, p.made.Keywords = report, report.Rows, report.Imported
	if report.Imported == 0 {
		return nothingIn(report)
	}
	p.say("Import", 100, "%d %s read, %d %s kept", report.Rows, text.Noun(report.Rows, "row", "rows"), report.Imported, text.Noun(report.Imported, "keyword", "keywords"))
	return nil
}

// nothingIn returns why the files gave no new keyword.
func nothingIn(report imports.Import) error {
	for _, f := range report.Files {
		if len(f.Rejected) > 0 {
			return fault.New(fault.Invalid, "%s has no keyword: row %d was rejected (%s).", f.Name, f.Rejected[0].Row, strings.TrimSuffix(f.Rejected[0].Reason, "."))
		}
	}
	return fault.New(fault.Invalid, "There is no new keyword in %s.", report.Files[0].Name)
}

func (p *pipeline) group(ctx context.Context) error {
	run, err := p.grouping.StartClustering(ctx, p.made.SectorID, "normal")
	if err != nil {
		return err
	}
	if err := p.await(ctx, "Group", run); err != nil {
		return err
	}
	for level, count := range map[string]*int{
		planner.LevelPillar: &p.made.Pillars, planner.LevelTopic: &p.made.Topics,
		planner.LevelPage: &p.made.Clusters,
	} {
		clusters, err := p.planner.Clusters(ctx, p.made.SectorID, level)
		if err != nil {
			return err
		}
		*count = len(clusters)
	}
	return p.planner.ApproveAll(ctx, p.made.SectorID)
}

// introduce sets the name, language and market of a new site where the request leaves them open.
func (p *pipeline) introduce(ctx context.Context) error {
	if p.Request.SiteID == "" {
		change, err := p.findings(ctx)
		if err != nil {
			return err
		}
		if p.site, err = p.sites.Update(ctx, p.made.SiteID, change); err != nil {
			return err
		}
	}
	p.made.Name, p.made.Language = p.site.Name, p.site.Language
	return nil
}

func (p *pipeline) findings(ctx context.Context) (c sites.Change, err error) {
	if p.Name == "" {
		wanted, err := p.planner.ClusterPage(ctx, planner.ClusterQuery{SectorID: p.made.SectorID, Level: planner.LevelPage, Limit: 1})
		if err != nil {
			return c, err
		}
		name := text.Headline(wanted.Items[0].Name)
		c.Name = &name
	}
	if p.Language == "" {
		keywords, err := p.telling(ctx)
		if err != nil {
			return c, err
		}
		tag := language.Detect(keywords).Code
		c.Language = &tag
	}
	if market := p.made.Import.Files[0].Market; p.Market == "" {
		c.Market = &market
	}
	return c, nil
}

// enough is the number of keywords that identify a language.
const enough = 1000

// telling returns the keywords with the greatest volume, to detect the language.
func (p *pipeline) telling(ctx context.Context) (texts []string, err error) {
	query := planner.KeywordQuery{SectorID: p.made.SectorID, Limit: database.MaxLimit, Sort: "-volume"}
	for len(texts) < enough {
		page, err := p.planner.Keywords(ctx, query)
		if err != nil {
			return nil, err
		}
		for _, k := range page.Items {
			texts = append(texts, k.Text)
		}
		if query.Cursor = page.Next; query.Cursor == "" {
			break
		}
	}
	return texts, nil
}

// plan completes the Site Builder's wizard.
func (p *pipeline) plan(ctx context.Context) error {
	p.say("Plan", 0, "Planning the site")
	words, business, siteID := language.SiteOf(p.site.Language), p.Business, p.made.SiteID
	business.Name = cmp.Or(business.Name, p.site.Name)
	business.Description = cmp.Or(business.Description, words.Describe(business.Name))
	choice, err := p.choose(ctx)
	if err != nil {
		return err
	}
	taxonomies := []sitebuilder.TaxonomyPlan{{Name: words.Shelves[p.site.Type], Terms: choice.shelves}}
	plan, err := p.builder.Save(ctx, siteID, sitebuilder.Change{Business: &business, Clusters: &choice.attached, Taxonomies: &taxonomies})
	if err != nil {
		return err
	}
	for _, page := range standing(words, business.Name) {
		if slices.ContainsFunc(plan.Pages, func(p pages.Page) bool { return p.Kind == page.Kind }) {
			continue
		}
		if _, err := p.builder.AddPage(ctx, siteID, page); err != nil {
			return err
		}
	}
	if _, err := p.builder.ProposePages(ctx, siteID); err != nil {
		return err
	}
	if plan, err = p.builder.Approve(ctx, siteID); err == nil {
		p.say("Plan", 100, "%d pages planned", len(plan.Pages))
	}
	return err
}

// batch is the number of clusters or tasks of one run.
const batch = 50

func (p *pipeline) write(ctx context.Context) error {
	plan, err := p.builder.Plan(ctx, p.made.SiteID)
	if err != nil {
		return err
	}
	var clusters []string
	for _, a := range plan.Clusters {
		if a.Cluster.Level == planner.LevelPage {
			clusters = append(clusters, a.ClusterID)
		}
	}
	tasks, err := p.propose(ctx, clusters)
	if err != nil {
		return err
	}
	for begin := 0; begin < len(tasks); begin += batch {
		run, err := p.drafting.StartDrafts(ctx, p.made.SiteID, tasks[begin:min(begin+batch, len(tasks))], true)
		if err != nil {
			return err
		}
		if err := p.await(ctx, "Drafts", run); err != nil {
			return err
		}
		p.made.BuiltIn = p.made.BuiltIn || run.Provider == runs.BuiltIn
	}
	return p.approve(ctx)
}

// propose proposes pages for the clusters and accepts all of them.
func (p *pipeline) propose(ctx context.Context, clusters []string) (tasks []string, err error) {
	for begin := 0; begin < len(clusters); begin += batch {
		run, err := p.ideas.StartIdeas(ctx, p.made.SectorID, clusters[begin:min(begin+batch, len(clusters))])
		if err != nil {
			return nil, err
		}
		if err := p.await(ctx, "Ideas", run); err != nil {
			return nil, err
		}
	}
	for {
		// Accepted ideas leave the list, so that its first page is always the next one.
		proposed, err := p.ideas.Ideas(ctx, ideas.IdeaQuery{SectorID: p.made.SectorID, State: ideas.IdeaProposed})
		if err != nil || len(proposed.Items) == 0 {
			return tasks, err
		}
		ids := make([]string, len(proposed.Items))
		for i, idea := range proposed.Items {
			ids[i] = idea.ID
		}
		accepted, held, err := p.writer.AcceptClear(ctx, p.made.SiteID, ids)
		if err != nil {
			return nil, err
		}
		if err := p.drop(ctx, held); err != nil {
			return nil, err
		}
		for _, task := range accepted {
			tasks = append(tasks, task.ID)
		}
		p.made.Ideas += len(accepted)
	}
}

// drop rejects the ideas that compete with a page of more demand: each need gets one page.
func (p *pipeline) drop(ctx context.Context, held []writer.Held) error {
	ids := make([]string, len(held))
	for i, h := range held {
		ids[i] = h.Idea.ID
		p.say("Ideas", 100, "Left out %q: %s", h.Idea.Title, strings.Join(h.Conflicts[0].Evidence(), " "))
	}
	if len(ids) == 0 {
		return nil
	}
	_, err := p.ideas.RejectIdeas(ctx, p.made.SiteID, ids)
	return err
}

// approve replaces drafts by the finished texts, and approves the contents that are complete.
func (p *pipeline) approve(ctx context.Context) error {
	drafts, err := p.writer.Drafts(ctx, p.made.SiteID)
	if err != nil {
		return err
	}
	p.made.Articles = len(drafts)
	for i, draft := range drafts {
		c, err := p.fill(ctx, draft)
		if err != nil {
			return err
		}
		if c.Unwritten > 0 {
			continue
		}
		if err := p.approveOne(ctx, c); err != nil {
			return err
		}
		p.say("Approve", 100*(i+1)/len(drafts), "Decided about %q as the owner", c.Title)
	}
	if p.made.Written == 0 {
		return nil
	}
	return p.goWithout(ctx)
}

// fill saves the finished text of the page, if there is one, instead of its draft.
func (p *pipeline) fill(ctx context.Context, draft writer.Publishable) (writer.Content, error) {
	at := slices.IndexFunc(p.Texts, func(t Text) bool {
		return slices.ContainsFunc(draft.Page.TargetKeywords, func(k string) bool { return language.Key(k) == language.Key(t.Search) })
	})
	if at < 0 {
		return draft.Content, nil
	}
	t := p.Texts[at]
	body, err := blocks.FromMarkdown(ctx, t.Markdown)
	if err != nil {
		return draft.Content, err
	}
	for _, b := range draft.Content.Blocks {
		if b.Type == blocks.TypeCTA {
			body = append(body, b)
		}
	}
	c, err := p.writer.Save(ctx, draft.Content.ID,
		writer.Change{Revision: draft.Content.Revision, Title: &t.Title, Description: &t.Description, Blocks: &body})
	if err != nil {
		return c, err
	}
	return c, p.answerFor(ctx, c)
}

// answerFor confirms each claim of a supplied text as a fact of its author.
func (p *pipeline) answerFor(ctx context.Context, c writer.Content) error {
	ledger, err := p.writer.Claims(ctx, c.ID)
	if err != nil || len(ledger.Open()) == 0 {
		return err
	}
	own := writer.ClaimVerdict{Verdict: writer.ClaimOwnFact}
	for _, claim := range ledger.Open() {
		own.Marks = append(own.Marks, claim.Mark)
	}
	_, err = p.writer.DecideClaims(ctx, c.ID, own)
	return err
}

// approveOne approves the content. One that cannot be approved yet is left out of the site, and the summary says why.
func (p *pipeline) approveOne(ctx context.Context, c writer.Content) error {
	_, err := p.writer.Approve(ctx, c.ID, c.Revision)
	if fault.KindOf(err) == fault.Conflict {
		p.made.Held = append(p.made.Held, Held{c.Title, fault.Sentence(err)})
		return nil
	}
	if err != nil {
		return err
	}
	p.made.Written++
	p.made.Words += c.Words
	return nil
}

// goWithout waives the checks that the remaining drafts fail, so that the written pages can be published without them.
func (p *pipeline) goWithout(ctx context.Context) error {
	gate, err := p.writer.Gate(ctx, p.made.SiteID)
	if err != nil {
		return err
	}
	for _, check := range gate.Checks {
		if check.OK || !check.CanWaive {
			continue
		}
		reason := "The site begins with the pages that are written. The others follow when they are."
		if err := p.sites.Waive(ctx, p.made.SiteID, gate, check.Key, reason); err != nil {
			return err
		}
	}
	return nil
}

// await waits for the end of the run and reports its progress.
func (p *pipeline) await(ctx context.Context, stage string, run runs.Run) error {
	for {
		p.say(stage, int(run.Percent), "%s", run.Message)
		if run.Phase == runs.PhaseDone {
			p.made.Credits += run.CreditsCharged
			return nil
		}
		if run.Ended() {
			return fault.New(fault.Unavailable, "%s", run.Message)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
		var err error
		if run, err = p.engine.Get(ctx, run.ID); err != nil {
			return err
		}
	}
}
