package writer_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"igny8/app/accounts/accountstest"
	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/config"
	"igny8/app/planner/grouping"
	"igny8/app/planner/imports"
	"igny8/app/runs"
	"igny8/app/writer"
)

// misfortune is what befalls the questions about one page.
type misfortune struct {
	name   string
	failed string // words of the run's end; empty: the draft is complete
	calls  func(n int) bool
	answer aitest.Answer // to these calls; the others get a good one
}

// on chooses the numbered calls.
func on(calls ...int) func(int) bool {
	return func(n int) bool { return slices.Contains(calls, n) }
}

func later(n int) bool { return n > 2 }

var misfortunes = []misfortune{
	{name: "none", calls: on()},
	{name: "429 with Retry-After", calls: on(2), answer: aitest.Fails(429, "Retry-After", "0.01")},
	{name: "429 without", calls: on(1, 2), answer: aitest.Fails(429)},
	{name: "429 for two days", calls: later, answer: aitest.Fails(429, "Retry-After", "172800"), failed: "no capacity"},
	{name: "500 twice", calls: on(3, 4), answer: aitest.Fails(500)},
	{name: "503 for ever", calls: later, answer: aitest.Fails(503), failed: "does not answer properly"},
	{name: "a cut stream", calls: on(2), answer: aitest.CutStream()},
	{name: "no reason for the end", calls: on(2), answer: aitest.SaysAndEnds(`{"paragraphs":["x"],"points":[]}`, "")},
	{name: "cut off at its length", calls: later, answer: aitest.SaysAndEnds(`{"paragraphs":["x`, "length"), failed: "cut off at its length limit"},
	{name: "a refusal", calls: later, answer: aitest.Refuses(), failed: "refused to answer"},
	{name: "not JSON once", calls: on(2), answer: aitest.Says("Sure! Here it is.")},
	{name: "not JSON twice", calls: later, answer: aitest.Says("Sure! Here it is."), failed: "answered twice"},
	{name: "the wrong schema once", calls: on(3), answer: aitest.Says(`{"text":"x"}`)},
	{name: "the wrong schema twice", calls: later, answer: aitest.Says(`{"text":"x"}`), failed: "answered twice"},
	{name: "a NUL twice", calls: later, answer: aitest.Says(`{"paragraphs":["a\u0000b"],"points":[]}`), failed: "answered twice"},
	{name: "a refused key", calls: later, answer: aitest.Fails(401), failed: "refuses the key of this account"},
	{name: "silence once", calls: on(2), answer: aitest.Silent()},
}

var titleInPrompt = regexp.MustCompile(`"title": "([^"]+)"`)

// goodDraft answers the questions that a draft asks.
func goodDraft(c aitest.Call) aitest.Answer {
	switch c.Schema {
	case "generate_content_opening":
		return aitest.Says(`{"title":"Written: ` + c.Subject + `","description":"What it holds.","intro":["It begins."]}`)
	case "generate_content_section":
		return aitest.Says(fmt.Sprintf(`{"paragraphs":["Paragraph of call %d."],"points":["One","Two"]}`, c.N))
	case "generate_content_answers":
		return aitest.Says(`{"questions":[{"question":"Why?","answer":"Because."},{"question":" ","answer":"left out"}]}`)
	}
	return aitest.Says(`{"headings":["First","Second"]}`)
}

// shelf are enough keywords for a page each.
var shelf = []string{
	"kettle descaler", "teapot warmer", "saucepan lid", "bread knife", "cheese grater", "garlic press", "rolling pin", "salad spinner", "pepper mill",
	"butter dish", "egg timer", "apron pocket", "oven glove", "sugar tongs", "toast rack", "fish kettle", "jam funnel", "cake stand",
}

// tasksOfShelf are tasks with approved briefs, one for each keyword.
func (d *desk) tasksOfShelf(n int) []writer.Task {
	d.Helper()
	lines := []string{"Keyword,Country,Difficulty,Volume,CPC,Parent Keyword"}
	for _, text := range shelf {
		lines = append(lines, text+",us,10,100,,"+text)
	}
	sector := d.things.Sector
	_, err := d.Imports.ImportFiles(d.ctx, sector, []imports.File{imports.TextFile("shelf.csv", strings.Join(lines, "\n"))}, false)
	d.must(err)
	run, err := d.Grouping.StartGrouping(d.ctx, sector, grouping.Choice{Given: true})
	d.must(err)
	d.await(run)
	d.must(d.Planner.ApproveAll(d.ctx, sector))
	ideas := d.ideas()
	var tasks []writer.Task
	for _, id := range ideas[:n] {
		task, err := d.Writer.AcceptIdea(d.ctx, id)
		d.must(err)
		task, err = d.Writer.ApproveBrief(d.ctx, task.ID, task.Brief.Mark())
		d.must(err)
		tasks = append(tasks, task)
	}
	return tasks
}

func TestDraftIsCompleteOrFailsWithASentence(t *testing.T) {
	t.Parallel()
	fates := map[string]misfortune{}
	model := aitest.New(t, func(c aitest.Call) aitest.Answer {
		if fate := fates[c.Subject]; fate.calls(c.N) {
			return fate.answer
		}
		return goodDraft(c)
	}).About(titleInPrompt)
	hasty := func(o *ai.Options) { o.Backoff, o.CallTimeout = time.Millisecond, time.Second }
	w := apptest.NewTuned(t, hasty, func(c *config.Config) { c.AllowPrivateHosts = true })
	d := &desk{World: w, TB: t, ctx: w.Ctx(accountstest.Publisher), things: w.Furnish()}
	tasks := d.tasksOfShelf(len(misfortunes))
	_, err := w.Integrations.Add(w.Ctx(accountstest.Owner), ai.Connection{Kind: ai.OpenAI, BaseURL: model.URL, Key: "of-the-account", Model: "author"}.Entered())
	d.must(err)
	for i, task := range tasks {
		page, err := d.Pages.Get(d.ctx, task.PageID)
		d.must(err)
		fates[page.Title] = misfortunes[i]
	}
	if len(fates) != len(misfortunes) {
		t.Fatalf("%d titles for %d pages", len(fates), len(misfortunes))
	}
	before, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	complete := int64(0)
	for i, task := range tasks {
		fate := misfortunes[i]
		quote, err := d.quote(d.ctx, []string{task.ID})
		d.must(err)
		run, err := d.Drafting.StartDrafts(d.ctx, d.things.Site, []string{task.ID}, false)
		d.must(err)
		run, err = d.Engine.Wait(d.ctx, run.ID)
		d.must(err)
		content, drafted := d.contentOf(task)
		switch {
		case fate.failed == "":
			complete++
			if run.Phase != runs.PhaseDone || run.CreditsCharged != 5 || quote.UpperBound != 5 || !drafted {
				t.Errorf("%s: %s (%s), %d credits of %d, a draft: %v", fate.name, run.Phase, run.Message, run.CreditsCharged, quote.UpperBound, drafted)
				continue
			}
			d.whole(fate.name, task, content)
		case run.Phase != runs.PhaseFailed || !strings.Contains(run.Message, fate.failed) || run.CreditsCharged != 0 || drafted:
			t.Errorf("%s: %s, %q, %d credits, a draft: %v; want words like %q", fate.name, run.Phase, run.Message, run.CreditsCharged, drafted, fate.failed)
		}
	}
	after, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	if before.Balance-after.Balance != 5*complete || after.Held != 0 {
		t.Errorf("%d credits went for %d drafts, %d are held", before.Balance-after.Balance, complete, after.Held)
	}
}

// whole fails unless the content has everything that its brief asks for.
func (d *desk) whole(name string, task writer.Task, c writer.Content) {
	d.Helper()
	headings := 0
	for _, b := range c.Blocks {
		if b.Type == blocks.TypeHeading && b.Level == 2 {
			headings++
		}
	}
	if headings < len(task.Brief.Outline) || !strings.Contains(c.Blocks.PlainText(), "It begins.") || !strings.Contains(c.Blocks.PlainText(), "Paragraph of call") || c.BuiltIn {
		d.Errorf("%s: of %d sections the draft has %d: %s", name, len(task.Brief.Outline), headings, c.Blocks.PlainText())
	}
}

func (d *desk) contentOf(task writer.Task) (writer.Content, bool) {
	d.Helper()
	all, err := d.Writer.Contents(d.ctx, task.SiteID)
	d.must(err)
	for _, c := range all {
		if c.PageID == task.PageID {
			content, err := d.Writer.Content(d.ctx, c.ID)
			d.must(err)
			return content, true
		}
	}
	return writer.Content{}, false
}

func TestBuiltInEngineDraftsTenPages(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	tasks := d.tasksOfShelf(10)
	before, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	for _, task := range tasks {
		run, err := d.Drafting.StartDrafts(d.ctx, d.things.Site, []string{task.ID}, false)
		d.must(err)
		if run = d.await(run); run.Phase != runs.PhaseDone || run.CreditsCharged != 1 {
			t.Errorf("%s (%s), %d credits", run.Phase, run.Message, run.CreditsCharged)
		}
		if c, drafted := d.contentOf(task); !drafted || !c.BuiltIn || len(c.Blocks) < 2*len(task.Brief.Outline) {
			t.Errorf("the draft has %d blocks for %d headings", len(c.Blocks), len(task.Brief.Outline))
		}
	}
	after, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	if before.Balance-after.Balance != 10 || after.Held != 0 {
		t.Errorf("%d credits went for ten drafts, %d are held", before.Balance-after.Balance, after.Held)
	}
}
