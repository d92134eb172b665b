package writer_test

import (
	"strings"
	"testing"
	"time"

	"igny8/app/accounts/accountstest"
	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/config"
	"igny8/app/fault"
	"igny8/app/runs"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

// authored is a desk with tasks whose briefs wait for an approval, and then an account that has brought the model's server.
func authored(t *testing.T, tasks int, script aitest.Script) (*desk, []string, *aitest.Server) {
	t.Helper()
	model := aitest.New(t, script).About(titleInPrompt)
	w := apptest.NewTuned(t, func(o *ai.Options) { o.Backoff = time.Millisecond }, func(c *config.Config) { c.AllowPrivateHosts = true })
	d := &desk{World: w, TB: t, ctx: w.Ctx(accountstest.Publisher), things: w.Furnish()}
	ids := d.unapproved(tasks)
	_, err := w.Integrations.Add(w.Ctx(accountstest.Owner), ai.Connection{Kind: ai.OpenAI, BaseURL: model.URL, Key: "of-the-account", Model: "author"}.Entered())
	d.must(err)
	return d, ids, model
}

// asked waits until the model has the question.
func (d *desk) asked(model *aitest.Server, questions int) {
	d.Helper()
	for range 4000 {
		if model.Open() == questions {
			return
		}
		time.Sleep(time.Millisecond)
	}
	d.Fatal("the model is not asked")
}

func (d *desk) titleOf(taskID string) string {
	d.Helper()
	page, err := d.Pages.Get(d.ctx, d.task(taskID).PageID)
	d.must(err)
	return page.Title
}

// left fails unless the run is done, charged so many credits, and has failed for the labelled item alone.
func (d *desk) left(run runs.Run, credits int64, label, reason string) {
	d.Helper()
	if run.Phase != runs.PhaseDone || run.CreditsCharged != credits || len(run.Failed) != 1 ||
		run.Failed[0].Label != label || run.Failed[0].Reason != reason {
		d.Errorf("%s %q: %d credits, failed %+v; want %d credits, and %q: %q", run.Phase, run.Message, run.CreditsCharged, run.Failed, credits, label, reason)
	}
}

func completesBriefs(aitest.Call) aitest.Answer {
	return aitest.Says(`{"audience":"Of a model","angle":"Of a model","outline":["One","Two"],"questions":[],"terms":[],"links":[],"facts":[],"out_of_scope":[],"length":800}`)
}

// TestApprovedBriefsAreKept completes briefs of which somebody has approved one before, one before the run begins, and one while it works.
func TestApprovedBriefsAreKept(t *testing.T) {
	t.Parallel()
	d, tasks, model := authored(t, 3, completesBriefs)
	d.must(d.Writer.ApproveBriefs(d.ctx, d.things.Site, tasks[:1]))
	for what, ask := range map[string]func() error{
		"a run":   func() error { _, err := d.Drafting.StartBriefs(d.ctx, d.things.Site, tasks); return err },
		"a quote": func() error { _, err := d.Drafting.QuoteBriefs(d.ctx, d.things.Site, tasks); return err },
	} {
		err := ask()
		d.refused(what, err, fault.Conflict)
		if err == nil || !strings.Contains(fault.Sentence(err), "“"+d.titleOf(tasks[0])+"” is approved") {
			t.Errorf("%s: %v", what, err)
		}
	}
	release := model.Hold()
	run, err := d.Drafting.StartBriefs(d.ctx, d.things.Site, tasks[1:])
	d.must(err)
	d.asked(model, 2)
	d.must(d.Writer.ApproveBriefs(d.ctx, d.things.Site, tasks[1:2]))
	release()
	d.left(d.await(run), 1, d.titleOf(tasks[1]), "Its brief was approved in the meantime. It stays as it is.")
	if kept := d.task(tasks[1]); kept.Brief.Audience == "Of a model" || kept.BriefApprovedAt == nil {
		t.Errorf("the approved brief is %+v", kept)
	}
	if made := d.task(tasks[2]); made.Brief.Audience != "Of a model" || made.BriefApprovedAt != nil {
		t.Errorf("the other brief is %+v", made)
	}
	if w, err := d.Billing.Wallet(d.ctx); err != nil || w.Held != 0 {
		t.Errorf("%d credits are held, %v", w.Held, err)
	}
}

// TestBriefOfAPersonIsNotCharged completes a brief in which a person has left no gap.
func TestBriefOfAPersonIsNotCharged(t *testing.T) {
	t.Parallel()
	d, tasks, _ := authored(t, 1, completesBriefs)
	list := []string{"Mine"}
	full := writer.Brief{
		Audience: "Mine", Angle: "Mine", Intent: "informational", Outline: []string{"One", "Two"}, Keywords: list, Questions: list, Terms: list, Links: list, Facts: list,
		OutOfScope: list, Length: 900,
	}
	_, err := d.Writer.UpdateTask(d.ctx, tasks[0], writer.TaskChange{Brief: &full})
	d.must(err)
	run, err := d.Drafting.StartBriefs(d.ctx, d.things.Site, tasks)
	d.must(err)
	if run = d.await(run); run.Phase != runs.PhaseFailed || run.CreditsCharged != 0 || !strings.Contains(run.Message, "A person has written all of its brief.") {
		t.Errorf("%s %q: %d credits", run.Phase, run.Message, run.CreditsCharged)
	}
	if kept := d.task(tasks[0]); kept.Brief.Angle != "Mine" {
		t.Errorf("the brief is %+v", kept.Brief)
	}
}

// TestDraftKeepsTheTitleOfItsIdea has a model write under another title: that waits for a person.
func TestDraftKeepsTheTitleOfItsIdea(t *testing.T) {
	t.Parallel()
	d, tasks, _ := authored(t, 1, goodDraft)
	accepted := d.titleOf(tasks[0])
	run, err := d.Drafting.StartDrafts(d.ctx, d.things.Site, tasks, true)
	d.must(err)
	if run = d.await(run); run.Phase != runs.PhaseDone {
		t.Fatalf("%s: %s", run.Phase, run.Message)
	}
	c, _ := d.contentOf(d.task(tasks[0]))
	if c.Title != accepted || d.titleOf(tasks[0]) != accepted {
		t.Errorf("the idea %q was drafted as %q, its page is %q", accepted, c.Title, d.titleOf(tasks[0]))
	}
	var proposed []writer.MetaProposal
	d.must(d.DB.Read(d.ctx).Find(&proposed, "content_id = ?", c.ID).Error)
	if len(proposed) != 1 || proposed[0].Title != "Written: "+accepted || proposed[0].Description != c.Description {
		t.Errorf("proposed is %+v", proposed)
	}
	d.must(d.DB.Read(d.Foreign).Find(&proposed, "content_id = ?", c.ID).Error)
	if len(proposed) != 0 {
		t.Errorf("the other account sees %+v", proposed)
	}
}

// TestDraftOfADeletedPageIsNotCharged deletes one of two pages while they are drafted.
func TestDraftOfADeletedPageIsNotCharged(t *testing.T) {
	t.Parallel()
	d, tasks, model := authored(t, 2, goodDraft)
	title, page := d.titleOf(tasks[0]), d.task(tasks[0]).PageID
	release := model.Hold()
	run, err := d.Drafting.StartDrafts(d.ctx, d.things.Site, tasks, true)
	d.must(err)
	d.asked(model, 2)
	_, err = d.Builder.DeletePage(d.Ctx(accountstest.Owner), d.things.Site, page)
	d.must(err)
	release()
	d.left(d.await(run), 5, title, writer.PageGone)
	if _, drafted := d.contentOf(d.task(tasks[1])); !drafted {
		t.Error("the other page is not drafted")
	}
}

// TestRewritingOfARemovedBlockIsNotCharged removes one of two blocks while a model rewrites them, and then the other.
func TestRewritingOfARemovedBlockIsNotCharged(t *testing.T) {
	t.Parallel()
	d, model := modelled(t)
	model.Follow(aitest.Always(aitest.Says(`{"texts": ["Short."]}`)))
	d.save(
		blocks.Block{ID: "a", Type: blocks.TypeParagraph, Text: "A hose carries water into the garden."},
		blocks.Block{ID: "b", Type: blocks.TypeParagraph, Text: "A hose carries water out of the garden."},
	)
	rewrite := func(remaining ...blocks.Block) runs.Run {
		t.Helper()
		release := model.Hold()
		ids := []string{}
		for _, b := range d.content().Blocks {
			ids = append(ids, b.ID)
		}
		run, err := d.Drafting.StartRewrite(d.ctx, drafting.Rewriting{ContentID: d.things.Content, Blocks: ids, How: drafting.Shorter})
		d.must(err)
		d.asked(model, len(ids))
		d.save(remaining...)
		release()
		return d.await(run)
	}
	d.left(rewrite(d.block("b")), 1, "Block 1", "The block was removed from the text in the meantime.")
	if open := d.suggestions(); len(open) != 1 || open[0].BlockID != "b" {
		t.Errorf("suggested are %+v", open)
	}
	none := rewrite(blocks.Block{ID: "c", Type: blocks.TypeParagraph, Text: "Another text."})
	if none.Phase != runs.PhaseFailed || none.CreditsCharged != 0 || !strings.Contains(none.Message, "Nothing was saved and nothing was charged.") {
		t.Errorf("%s %q: %d credits", none.Phase, none.Message, none.CreditsCharged)
	}
}
