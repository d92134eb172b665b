package writer_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"
	"pgregory.net/rapid"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/pages"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

// desk is a site with published contents and more ideas that wait.
type desk struct {
	*apptest.World
	testing.TB
	ctx    context.Context
	things apptest.Things
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	w := apptest.New(t)
	return &desk{World: w, TB: t, ctx: w.Ctx(accountstest.Publisher), things: w.Furnish()}
}

func (d *desk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desk) refused(what string, err error, kind fault.Kind) {
	d.Helper()
	if fault.KindOf(err) != kind {
		d.Errorf("%s: got %v (%s), want %s", what, err, fault.KindOf(err), kind)
	}
}

func (d *desk) content() writer.Content {
	d.Helper()
	c, err := d.Writer.Content(d.ctx, d.things.Content)
	d.must(err)
	return c
}

// ideas are ideas that wait for a decision.
func (d *desk) ideas() []string {
	d.Helper()
	run, err := d.Ideas.StartIdeas(d.ctx, d.things.Sector, nil)
	d.must(err)
	d.await(run)
	list, err := d.Ideas.Ideas(d.ctx, ideas.IdeaQuery{SiteID: d.things.Site, State: ideas.IdeaProposed})
	d.must(err)
	var ids []string
	for _, idea := range list.Items {
		ids = append(ids, idea.ID)
	}
	if len(ids) < 3 {
		d.Fatalf("%d ideas wait, want some", len(ids))
	}
	return ids
}

func (d *desk) await(run runs.Run) runs.Run {
	d.Helper()
	run, err := d.Engine.Wait(d.ctx, run.ID)
	d.must(err)
	return run
}

// fresh are tasks without a draft, their briefs approved.
func (d *desk) fresh(n int) []string {
	d.Helper()
	tasks := d.unapproved(n)
	d.must(d.Writer.ApproveBriefs(d.ctx, d.things.Site, tasks))
	return tasks
}

// unapproved are tasks whose briefs wait for an approval.
func (d *desk) unapproved(n int) (tasks []string) {
	d.Helper()
	accepted, err := d.Writer.AcceptIdeas(d.ctx, d.things.Site, d.ideas()[:n])
	d.must(err)
	for _, t := range accepted {
		tasks = append(tasks, t.ID)
	}
	return tasks
}

// quote asks the engine what drafts of the tasks cost, their briefs approved.
func (d *desk) quote(ctx context.Context, tasks []string) (runs.Quote, error) {
	payload, err := json.Marshal(map[string]any{"task_ids": tasks, "approve_briefs": true})
	d.must(err)
	return d.Engine.Quote(ctx, drafting.GenerateContent, runs.Request{SiteID: d.things.Site, Payload: payload})
}

func p[T any](v T) *T { return &v }

func text(words string) *blocks.Document {
	if words == "" {
		return &blocks.Document{}
	}
	return &blocks.Document{{ID: "p1", Type: blocks.TypeParagraph, Text: words}}
}

func TestSavesAreRefusedOrMakeOneRevision(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	before := d.content()
	for name, c := range map[string]struct {
		id     string
		change writer.Change
		kind   fault.Kind
	}{
		"no such content":   {d.things.Task, writer.Change{Revision: 1, Title: p("x")}, fault.NotFound},
		"an older revision": {before.ID, writer.Change{Revision: 0, Title: p("x")}, fault.Conflict},
		"a later revision":  {before.ID, writer.Change{Revision: 2, Title: p("x")}, fault.Conflict},
		"no title":          {before.ID, writer.Change{Revision: 1, Title: p(" ")}, fault.Invalid},
		"a long title":      {before.ID, writer.Change{Revision: 1, Title: p(strings.Repeat("ä", 201))}, fault.Invalid},
		"a NUL":             {before.ID, writer.Change{Revision: 1, Title: p("a\x00b")}, fault.Invalid},
		"no UTF-8":          {before.ID, writer.Change{Revision: 1, Description: p("a\xffb")}, fault.Invalid},
		"a long summary":    {before.ID, writer.Change{Revision: 1, Description: p(strings.Repeat("x", 401))}, fault.Invalid},
		"no such block":     {before.ID, writer.Change{Revision: 1, Blocks: &blocks.Document{{Type: "song"}}}, fault.Invalid},
		"a level of 1":      {before.ID, writer.Change{Revision: 1, Blocks: &blocks.Document{{Type: blocks.TypeHeading, Level: 1}}}, fault.Invalid},
	} {
		_, err := d.Writer.Save(d.ctx, c.id, c.change)
		d.refused(name, err, c.kind)
	}
	same, err := d.Writer.Save(d.ctx, before.ID, writer.Change{
		Revision: 1, Title: &before.Title, Slug: &before.Slug,
		Blocks: &before.Blocks,
	})
	d.must(err)
	if same.Revision != 1 || same.State != before.State || same.BuiltIn != before.BuiltIn {
		t.Errorf("saving nothing made revision %d, %s", same.Revision, same.State)
	}

	list, err := d.Pages.List(d.ctx, d.things.Site)
	d.must(err)
	taken := list[slices.IndexFunc(list, func(p pages.Page) bool { return p.Kind == pages.Contact })]
	saved, err := d.Writer.Save(d.ctx, before.ID, writer.Change{Revision: 1, Title: p("  My \n title "), Slug: &taken.Slug, Blocks: text("Mine\x00 own")})
	d.must(err)
	revision, err := d.Writer.Revision(d.ctx, before.ID, 2)
	d.must(err)
	page, err := d.Pages.Get(d.ctx, before.PageID)
	d.must(err)
	if stored := d.content(); saved.Slug != "contact-2" || stored.Slug != saved.Slug || revision.Slug != saved.Slug || page.Slug != saved.Slug || page.Path != "/contact-2/" {
		t.Errorf("the slug is %q, stored %q, in the revision %q, of the page %q", saved.Slug, stored.Slug, revision.Slug, page.Slug)
	}
	if saved.Title != "My title" || page.Title != "My title" || saved.State != writer.ContentDraft || saved.BuiltIn || saved.Revision != 2 || strings.Contains(saved.Blocks[0].Text, "\x00") {
		t.Errorf("saved %+v", saved)
	}
	restored, err := d.Writer.Restore(d.ctx, before.ID, 1, 2)
	d.must(err)
	if last, err := d.Writer.Revision(d.ctx, before.ID, 3); err != nil || last.Note != "restored revision 1" || restored.Title != before.Title || restored.Slug != before.Slug {
		t.Errorf("restored %q at %q, noted %q, %v", restored.Title, restored.Slug, last.Note, err)
	}
	_, err = d.Writer.Restore(d.ctx, before.ID, 99, 3)
	d.refused("a revision that never was", err, fault.NotFound)
}

func TestReview(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	tasks := d.fresh(1)
	run, err := d.Drafting.StartDrafts(d.ctx, d.things.Site, tasks, false)
	d.must(err)
	d.await(run)
	contents, err := d.Writer.Contents(d.ctx, d.things.Site)
	d.must(err)
	id := contents[slices.IndexFunc(contents, func(c writer.Content) bool { return *c.TaskID == tasks[0] })].ID

	for name, call := range map[string]func() error{
		"submit":  func() error { _, err := d.Writer.Submit(d.ctx, id, 2); return err },
		"approve": func() error { _, err := d.Writer.Approve(d.ctx, id, 2); return err },
		"return":  func() error { _, err := d.Writer.Return(d.ctx, id, 2, "x"); return err },
	} {
		err := call()
		d.refused(name+" what nobody saw", err, fault.Conflict)
		if stale := (*writer.Stale)(nil); !errors.As(err, &stale) || stale.Newer.Revision != 1 {
			t.Errorf("%s: the newer revision is not told: %v", name, err)
		}
	}
	_, err = d.Writer.Return(d.ctx, id, 1, "not yet in review")
	d.refused("return a draft", err, fault.Conflict)
	for name, reason := range map[string]string{"no reason": " ", "a long reason": strings.Repeat("x", 2001), "a NUL": "a\x00"} {
		_, err = d.Writer.Return(d.ctx, id, 1, reason)
		d.refused(name, err, fault.Invalid)
	}
	stands := func(state pages.State) {
		t.Helper()
		content, err := d.Writer.Content(d.ctx, id)
		d.must(err)
		if page, err := d.Pages.Get(d.ctx, content.PageID); err != nil || page.State != state {
			t.Errorf("the page is %s, want %s: %v", page.State, state, err)
		}
	}
	stands(pages.Drafted)
	d.Fill(id)
	_, err = d.Writer.Submit(d.ctx, id, 1)
	d.must(err)
	stands(pages.InReview)
	_, err = d.Writer.Return(d.ctx, id, 1, "Shorter")
	d.must(err)
	stands(pages.Drafted)
	_, err = d.Writer.Submit(d.ctx, id, 1)
	d.must(err)
	_, err = d.Writer.Approve(d.ctx, id, 1)
	d.must(err)
	stands(pages.Approved)
	publishable := func() bool {
		list, err := d.Writer.Publishable(d.ctx, d.things.Site)
		d.must(err)
		return slices.ContainsFunc(list, func(p writer.Publishable) bool { return p.Content.ID == id && p.Page.ID == p.Content.PageID })
	}
	if !publishable() {
		t.Error("what is approved cannot be published")
	}
	returned, err := d.Writer.Return(d.ctx, id, 1, "Say\nwhy")
	d.must(err)
	page, err := d.Pages.Get(d.ctx, returned.PageID)
	d.must(err)
	task, err := d.Writer.Task(d.ctx, tasks[0])
	d.must(err)
	if returned.State != writer.ContentDraft || returned.ReturnReason != "Say\nwhy" || page.State != pages.Drafted || task.State != writer.TaskDrafted || publishable() {
		t.Errorf("returned %s, its page %s, its task %s, publishable %t", returned.State, page.State, task.State, publishable())
	}
	_, err = d.Writer.Save(d.ctx, id, writer.Change{Revision: 1, Blocks: text("")})
	d.must(err)
	_, err = d.Writer.Approve(d.ctx, id, 2)
	d.refused("approve nothing", err, fault.Conflict)
}

// Whoever decides at the same moment decides one after the other: content, page and task tell the same story afterwards.
func TestConcurrentDecisionsAreConsistent(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	tasks := d.fresh(1)
	run, err := d.Drafting.StartDrafts(d.ctx, d.things.Site, tasks, false)
	d.must(err)
	d.await(run)
	contents, err := d.Writer.Contents(d.ctx, d.things.Site)
	d.must(err)
	id := contents[slices.IndexFunc(contents, func(c writer.Content) bool { return *c.TaskID == tasks[0] })].ID
	decisions := []func() error{
		func() error { _, err := d.Writer.Submit(d.ctx, id, writer.Latest); return err },
		func() error { _, err := d.Writer.Approve(d.ctx, id, writer.Latest); return err },
		func() error { _, err := d.Writer.Return(d.ctx, id, writer.Latest, "Again"); return err },
	}
	for range 30 {
		var all sync.WaitGroup
		for _, decide := range slices.Concat(decisions, decisions) {
			all.Go(func() {
				if err := decide(); err != nil && fault.KindOf(err) != fault.Conflict {
					t.Error(err)
				}
			})
		}
		all.Wait()
		c, err := d.Writer.Content(d.ctx, id)
		d.must(err)
		page, err := d.Pages.Get(d.ctx, c.PageID)
		d.must(err)
		task, err := d.Writer.Task(d.ctx, tasks[0])
		d.must(err)
		approved := c.ApprovedRevision != nil
		got := fmt.Sprint(c.State, " ", page.State, " ", task.State, " ", approved)
		if want := map[writer.ContentState]string{
			writer.ContentDraft:    fmt.Sprint(writer.ContentDraft, " ", pages.Drafted, " ", writer.TaskDrafted, " ", false),
			writer.ContentInReview: fmt.Sprint(writer.ContentInReview, " ", pages.InReview, " ", writer.TaskDrafted, " ", false),
			writer.ContentApproved: fmt.Sprint(writer.ContentApproved, " ", pages.Approved, " ", writer.TaskDone, " ", true),
		}[c.State]; got != want {
			t.Fatalf("content, page and task are %s, want %s", got, want)
		}
	}
}

func TestAcceptIdeasIsAllOrNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ids := d.ideas()
	tasks := func() int {
		list, err := d.Writer.Tasks(d.ctx, d.things.Site, "")
		d.must(err)
		return len(list)
	}
	before := tasks()
	for name, bad := range map[string]string{"no idea": d.things.Task, "no id": "", "a NUL": "a\x00"} {
		_, err := d.Writer.AcceptIdeas(d.ctx, d.things.Site, []string{ids[0], bad})
		d.refused(name, err, fault.NotFound)
	}
	_, err := d.Writer.AcceptIdeas(d.Ctx(accountstest.Owner), d.OtherSite, ids[:1])
	if _, closed := gates.ClosedOf(err); !closed {
		t.Errorf("another site: %v", err)
	}
	if tasks() != before {
		t.Fatal("a refusal made a task")
	}
	var all sync.WaitGroup
	failed := make([]error, 4)
	for i := range failed {
		all.Go(func() {
			_, failed[i] = d.Writer.AcceptIdeas(d.ctx, d.things.Site, append(slices.Clone(ids[:2]), ids[0]))
		})
	}
	all.Wait()
	d.must(errors.Join(failed...))
	accepted, err := d.Writer.AcceptIdea(d.ctx, ids[0])
	d.must(err)
	idea, err := d.Ideas.Idea(d.ctx, ids[0])
	d.must(err)
	page, err := d.Pages.Get(d.ctx, idea.PageID)
	d.must(err)
	if tasks() != before+2 || idea.State != ideas.IdeaAccepted || page.State != pages.Briefed || page.Title != idea.Title ||
		*accepted.IdeaID != idea.ID {
		t.Errorf("%d tasks more, the idea is %s, its page %s", tasks()-before, idea.State, page.State)
	}
	_, err = d.Ideas.UpdateIdea(d.ctx, ids[0], ideas.IdeaChange{State: p(ideas.IdeaRejected)})
	d.refused("reject what is a task", err, fault.Conflict)
}

func TestAcceptClearHoldsBackCompetingIdeas(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ids := d.ideas()[:3]
	first, err := d.Ideas.Idea(d.ctx, ids[0])
	d.must(err)
	change := ideas.IdeaChange{TargetKeywords: &first.TargetKeywords, PlannedOn: p("2027-03-01")}
	second, err := d.Ideas.UpdateIdea(d.ctx, ids[1], change)
	d.must(err)
	_, err = d.Writer.AcceptIdeas(d.ctx, d.things.Site, ids)
	d.refused("two for the same searches", err, fault.Conflict)
	if words := fault.Sentence(err); !strings.Contains(words, second.Title) || !strings.Contains(words, first.Title) ||
		!strings.Contains(words, first.TargetKeywords[0]) {
		t.Errorf("the refusal says %q", words)
	}
	tasks, held, err := d.Writer.AcceptClear(d.ctx, d.things.Site, ids)
	d.must(err)
	if len(tasks) != 2 || len(held) != 1 || held[0].Idea.ID != second.ID || held[0].Conflicts[0].Page.ID != first.PageID {
		t.Fatalf("%d tasks, held back: %+v", len(tasks), held)
	}
	_, err = d.Writer.AcceptIdea(d.ctx, second.ID)
	d.refused("the one that was held back", err, fault.Conflict)
	_, err = d.Ideas.WaiveConflict(d.ctx, second.ID, first.PageID, "For beginners.")
	d.must(err)
	task, err := d.Writer.AcceptIdea(d.ctx, second.ID)
	d.must(err)
	if task.PlannedOn != "2027-03-01" {
		t.Errorf("the task is planned on %q", task.PlannedOn)
	}
}

// runSubject is what a run of package runs is about.
type runSubject struct {
	ID, AccountID, RunID, Function, Subject string
	CreatedAt                               time.Time
}

func TestDraftsAreStartedOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	tasks := d.fresh(2)
	many := make([]string, drafting.MaxDrafts+1)
	for i := range many {
		many[i] = strings.Repeat("x", i+1)
	}
	drafted, err := d.Writer.Tasks(d.ctx, d.things.Site, "")
	d.must(err)
	for name, c := range map[string]struct {
		tasks []string
		kind  fault.Kind
	}{
		"none": {nil, fault.Invalid}, "too many": {many, fault.Invalid}, "no task": {[]string{d.things.Idea}, fault.NotFound}, "a NUL": {[]string{"\x00"}, fault.Invalid},
		"one that is written": {[]string{tasks[0], drafted[len(drafted)-1].ID}, fault.Conflict},
	} {
		_, err := d.Drafting.StartDrafts(d.ctx, d.things.Site, c.tasks, false)
		d.refused(name, err, c.kind)
		_, err = d.quote(d.ctx, c.tasks)
		d.refused("a quote for "+name, err, c.kind)
	}
	before, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	var mutex sync.Mutex
	var started []runs.Run
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			run, err := d.Drafting.StartDrafts(d.ctx, d.things.Site, tasks, false)
			mutex.Lock()
			defer mutex.Unlock()
			if err == nil {
				started = append(started, run)
			} else {
				d.refused("the same again", err, fault.Conflict)
			}
		})
	}
	all.Wait()
	done := 0
	for _, run := range started {
		if d.await(run).Phase == runs.PhaseDone {
			done++
		}
	}
	after, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	if done != 1 || before.Balance-after.Balance != 2 || after.Held != 0 {
		t.Errorf("%d of %d runs are done, %d credits are paid and %d held; want 1 run and 2 credits", done, len(started), before.Balance-after.Balance, after.Held)
	}
	waiting := runs.Run{ID: d.things.Task, SiteID: d.things.Site, Function: drafting.GenerateContent, Lane: "a lane of its own", Phase: runs.PhaseCall, Payload: []byte(`{"task_ids":["` + tasks[1] + `"]}`)}
	d.must(d.DB.Tx(d.ctx, func(tx *gorm.DB) error {
		if err := tx.Create(&waiting).Error; err != nil {
			return err
		}
		return tx.Create(&runSubject{ID: database.NewID(), RunID: waiting.ID, Function: waiting.Function, Subject: tasks[1]}).Error
	}))
	_, err = d.Drafting.QuoteBatch(d.ctx, d.things.Site, tasks)
	if d.refused("what a run is drafting", err, fault.Conflict); !strings.Contains(fault.Sentence(err), "1 of these is on the way already") {
		t.Errorf("refused with %q", fault.Sentence(err))
	}
}

func TestTasksAreChanged(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	long := make([]string, 51)
	for name, change := range map[string]writer.TaskChange{
		"a stranger":     {AssigneeID: p(d.Member(accountstest.Stranger).UserID)},
		"nobody":         {AssigneeID: p("\x00")},
		"no date":        {PlannedOn: p("tomorrow")},
		"a long outline": {Brief: &writer.Brief{Outline: long}},
		"a NUL":          {Brief: &writer.Brief{Angle: "\x00"}},
	} {
		_, err := d.Writer.UpdateTask(d.ctx, d.things.Task, change)
		d.refused(name, err, fault.Invalid)
	}
	editor := d.Member(accountstest.Editor).UserID
	_, err := d.Writer.UpdateTask(d.ctx, d.things.Task, writer.TaskChange{AssigneeID: &editor, PlannedOn: p("2027-03-01"), Brief: &writer.Brief{Outline: []string{"One"}}})
	d.must(err)
	_, err = d.Writer.UpdateTask(d.ctx, d.things.Task, writer.TaskChange{PlannedOn: p("")})
	d.must(err)
	if task, err := d.Writer.Task(d.ctx, d.things.Task); err != nil || task.AssigneeID != editor || task.PlannedOn != "" || len(task.Brief.Outline) != 1 {
		t.Errorf("changed to %+v, %v", task, err)
	}
}

// model is what a content should be after any sequence of saves and decisions.
type model struct {
	state    writer.ContentState
	approved int64
	texts    []blocks.Document // by revision
}

func (m *model) save(doc blocks.Document) {
	if !same(doc, m.texts[len(m.texts)-1]) {
		m.texts, m.state = append(m.texts, doc), writer.ContentDraft
	}
}

func same(a, b blocks.Document) bool { return slices.EqualFunc(a, b, blocks.Block.Equal) }

// A stale change changes nothing, revisions are dense, and states move only as the stages allow.
func TestRevisionsAndStates(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.content()
	m := &model{state: c.State, approved: *c.ApprovedRevision, texts: []blocks.Document{c.Blocks}}
	words := []string{"", "One", "Two", "Three"}
	rapid.Check(t, func(r *rapid.T) {
		for _, op := range rapid.SliceOfN(rapid.SampledFrom([]string{"save", "restore", "submit", "approve", "return"}), 1, 6).Draw(r, "operations") {
			seen := int64(len(m.texts))
			stale := rapid.IntRange(0, 3).Draw(r, "stale") == 0
			if stale {
				seen += rapid.SampledFrom([]int64{-1, 1}).Draw(r, "by")
				seen = max(seen, -1)
				if seen == writer.Latest {
					seen = -1
				}
			}
			var err error
			after, allowed := *m, true
			switch op {
			case "save":
				doc := text(rapid.SampledFrom(words).Draw(r, "text"))
				_, err = d.Writer.Save(d.ctx, c.ID, writer.Change{Revision: seen, Blocks: doc})
				after.save(*doc)
			case "restore":
				n := rapid.IntRange(1, len(m.texts)).Draw(r, "number")
				_, err = d.Writer.Restore(d.ctx, c.ID, int64(n), seen)
				after.save(m.texts[n-1])
			case "submit":
				_, err = d.Writer.Submit(d.ctx, c.ID, seen)
				allowed, after.state = m.state == writer.ContentDraft || m.state == writer.ContentInReview, writer.ContentInReview
			case "approve":
				_, err = d.Writer.Approve(d.ctx, c.ID, seen)
				if m.state == writer.ContentDraft || m.state == writer.ContentInReview {
					allowed = len(m.texts[len(m.texts)-1]) > 0
					after.state, after.approved = writer.ContentApproved, int64(len(m.texts))
				}
			case "return":
				_, err = d.Writer.Return(d.ctx, c.ID, seen, "Again")
				allowed, after.state = m.state == writer.ContentInReview, writer.ContentDraft // the page is live
			}
			if stale || !allowed {
				if fault.KindOf(err) != fault.Conflict {
					r.Fatalf("%s in %s at %d of %d: %v, want a conflict", op, m.state, seen, len(m.texts), err)
				}
			} else if *m = after; err != nil {
				r.Fatalf("%s: %v", op, err)
			}
			d.agrees(r, m)
		}
	})
}

func (d *desk) agrees(r *rapid.T, m *model) {
	c, err := d.Writer.Content(d.ctx, d.things.Content)
	if err != nil {
		r.Fatal(err)
	}
	if c.Revision != int64(len(m.texts)) || c.State != m.state || *c.ApprovedRevision != m.approved ||
		!same(c.Blocks, m.texts[len(m.texts)-1]) {
		r.Fatalf("revision %d, %s, approved %d: %v; want %d, %s, %d", c.Revision, c.State, *c.ApprovedRevision, c.Blocks, len(m.texts), m.state, m.approved)
	}
	list, err := d.Writer.Revisions(d.ctx, c.ID)
	if err != nil || len(list) != len(m.texts) {
		r.Fatalf("%d revisions, %v; want %d", len(list), err, len(m.texts))
	}
	for i, revision := range list {
		if revision.Number != int64(len(list)-i) {
			r.Fatalf("revision %d stands at place %d of %d", revision.Number, i, len(list))
		}
	}
	last, err := d.Writer.Revision(d.ctx, c.ID, c.Revision)
	if err != nil || !same(last.Blocks, c.Blocks) || last.Title != c.Title || last.Slug != c.Slug {
		r.Fatalf("the last revision %+v is not the content %+v, %v", last, c, err)
	}
}

func TestTheOtherAccountSeesNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	before := d.content()
	for _, person := range []accountstest.Person{accountstest.Stranger, accountstest.Newcomer} {
		ctx, site, id := d.Ctx(person), d.things.Site, d.things.Content
		for name, call := range map[string]func() error{
			"Content":     func() error { _, err := d.Writer.Content(ctx, id); return err },
			"ContentPage": func() error { _, err := d.Writer.ContentPage(ctx, site, 10, ""); return err },
			"Save": func() error {
				_, err := d.Writer.Save(ctx, id, writer.Change{Revision: 1, Title: p("mine")})
				return err
			},
			"Restore":     func() error { _, err := d.Writer.Restore(ctx, id, 1, 1); return err },
			"Revisions":   func() error { _, err := d.Writer.Revisions(ctx, id); return err },
			"Revision":    func() error { _, err := d.Writer.Revision(ctx, id, 1); return err },
			"Submit":      func() error { _, err := d.Writer.Submit(ctx, id, writer.Latest); return err },
			"Approve":     func() error { _, err := d.Writer.Approve(ctx, id, writer.Latest); return err },
			"Return":      func() error { _, err := d.Writer.Return(ctx, id, writer.Latest, "x"); return err },
			"AcceptIdea":  func() error { _, err := d.Writer.AcceptIdea(ctx, d.things.Idea); return err },
			"AcceptIdeas": func() error { _, err := d.Writer.AcceptIdeas(ctx, site, []string{d.things.Idea}); return err },
			"Task":        func() error { _, err := d.Writer.Task(ctx, d.things.Task); return err },
			"TaskPage":    func() error { _, err := d.Writer.TaskPage(ctx, d.things.Sector, 10, ""); return err },
			"UpdateTask": func() error {
				_, err := d.Writer.UpdateTask(ctx, d.things.Task, writer.TaskChange{PlannedOn: p("")})
				return err
			},
			"StartDrafts": func() error { _, err := d.Drafting.StartDrafts(ctx, site, []string{d.things.Task}, false); return err },
			"QuoteDrafts": func() error { _, err := d.quote(ctx, []string{d.things.Task}); return err },
			"Gate":        func() error { _, err := d.Writer.Gate(ctx, site); return err },
			"foreign task": func() error {
				_, err := d.Drafting.StartDrafts(d.Foreign, d.ForeignSite, []string{d.things.Task}, false)
				return err
			},
		} {
			if err := call(); fault.KindOf(err) != fault.NotFound {
				t.Errorf("%s by %s: got %v, want not found", name, person, err)
			}
		}
		contents, err := d.Writer.Contents(ctx, site)
		d.must(err)
		tasks, err := d.Writer.Tasks(ctx, site, "")
		d.must(err)
		publishable, err := d.Writer.Publishable(ctx, site)
		d.must(err)
		approved, err := d.Writer.ApprovedRevisions(ctx, site)
		d.must(err)
		if len(contents)+len(tasks)+len(publishable)+len(approved) > 0 {
			t.Errorf("%s sees %v %v %v %v", person, contents, tasks, publishable, approved)
		}
	}
	if after := d.content(); after.Revision != before.Revision || after.State != before.State || after.Title != before.Title {
		t.Errorf("a stranger changed the content: %+v", after)
	}
}
