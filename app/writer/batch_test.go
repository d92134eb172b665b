package writer_test

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"igny8/app/accounts/accountstest"
	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/apptest"
	"igny8/app/config"
	"igny8/app/fault"
	"igny8/app/runs"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

// copies writes the same page whatever it is asked for.
func copies(c aitest.Call) aitest.Answer { return page(c, words("")) }

// originals writes each page with words of its own.
func originals(c aitest.Call) aitest.Answer { return page(c, words(c.Subject)) }

func page(c aitest.Call, text string) aitest.Answer {
	switch c.Schema {
	case "generate_content_opening":
		return aitest.Says(fmt.Sprintf(`{"title":%q,"description":"What it holds.","intro":[%q]}`, c.Subject, text))
	case "generate_content_section":
		return aitest.Says(fmt.Sprintf(`{"paragraphs":[%q],"points":[]}`, text))
	}
	return aitest.Says(`{"questions":[]}`)
}

// words returns a paragraph, the same for the same seed.
func words(seed string) string {
	hash := fnv.New64a()
	_, _ = hash.Write([]byte(seed))
	random := rand.New(rand.NewPCG(hash.Sum64(), 1))
	list := make([]string, 150)
	for i := range list {
		list[i] = fmt.Sprint("word", random.IntN(5000))
	}
	return strings.Join(list, " ")
}

// deskOf is a desk whose account has the model's server, and tasks with briefs that are approved.
func deskOf(t *testing.T, script aitest.Script, tasks int) (*desk, []string) {
	t.Helper()
	model := aitest.New(t, script).About(titleInPrompt)
	w := apptest.NewTuned(t, func(o *ai.Options) { o.Backoff = time.Millisecond }, func(c *config.Config) { c.AllowPrivateHosts = true })
	d := &desk{World: w, TB: t, ctx: w.Ctx(accountstest.Publisher), things: w.Furnish()}
	var ids []string
	for _, task := range d.tasksOfShelf(tasks) {
		ids = append(ids, task.ID)
	}
	_, err := w.Integrations.Add(w.Ctx(accountstest.Owner), ai.Connection{Kind: ai.OpenAI, BaseURL: model.URL, Key: "of-the-account", Model: "copyist"}.Entered())
	d.must(err)
	return d, ids
}

// rests waits until nothing of the batch is at work.
func (d *desk) rests(id string) drafting.BatchView {
	d.Helper()
	for range 4000 {
		b, err := d.Drafting.Batch(d.ctx, id)
		d.must(err)
		if b.Running == 0 && (b.Waiting == 0 || b.State == runs.BatchPaused) {
			return b
		}
		time.Sleep(5 * time.Millisecond)
	}
	d.Fatal("the batch does not come to rest")
	return drafting.BatchView{}
}

func TestBatchesAreRefused(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	unread, err := d.Writer.AcceptIdeas(d.ctx, d.things.Site, d.ideas()[:3])
	d.must(err)
	many := make([]string, writer.MaxTasks+1)
	for i := range many {
		many[i] = fmt.Sprint("task", i)
	}
	done, err := d.Writer.Tasks(d.ctx, d.things.Site, "")
	d.must(err)
	ids := []string{unread[0].ID, unread[1].ID}
	for name, c := range map[string]struct {
		tasks   []string
		approve bool
		most    *int64
		kind    fault.Kind
	}{
		"none":                          {nil, true, nil, fault.Invalid},
		"too many":                      {many, true, nil, fault.Invalid},
		"no task":                       {append([]string{d.things.Idea}, ids...), true, nil, fault.NotFound},
		"a NUL":                         {[]string{"\x00"}, true, nil, fault.NotFound},
		"a brief that nobody approved":  {ids, false, nil, fault.Conflict},
		"one that has a draft":          {[]string{ids[0], done[len(done)-1].ID}, true, nil, fault.Conflict},
		"at a price that has gone up":   {ids, true, p[int64](1), fault.Conflict},
		"of a site that has other ones": {ids, true, nil, fault.NotFound},
	} {
		site := d.things.Site
		if strings.HasPrefix(name, "of a site") {
			site = d.OtherSite
		}
		_, err := d.Drafting.StartBatch(d.ctx, site, c.tasks, c.approve, c.most)
		d.refused(name, err, c.kind)
	}
	if task, err := d.Writer.Task(d.ctx, ids[0]); err != nil || task.BriefApprovedAt != nil {
		t.Errorf("a refusal approved a brief, %v", err)
	}
	quote, err := d.Drafting.QuoteBatch(d.ctx, d.things.Site, ids)
	d.must(err)
	batch, err := d.Drafting.StartBatch(d.ctx, d.things.Site, ids, true, &quote.UpperBound)
	d.must(err)
	_, err = d.Drafting.StartBatch(d.ctx, d.things.Site, ids, true, nil)
	d.refused("the same again", err, fault.Conflict)
	if end := d.rests(batch.ID); end.Done != 2 || end.Charged != quote.Credits || end.Braked || end.Runs[0].ContentID == "" || end.Runs[0].Page.Title == "" {
		t.Errorf("ended %+v", end)
	}
	if open, err := d.Drafting.OpenBatch(d.ctx, d.things.Site); err != nil || open != nil {
		t.Errorf("what has ended is still open: %+v, %v", open, err)
	}
}

func TestBatchPausesOnNearDuplicates(t *testing.T) {
	t.Parallel()
	d, tasks := deskOf(t, copies, 8)
	before, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	batch, err := d.Drafting.StartBatch(d.ctx, d.things.Site, tasks, false, nil)
	d.must(err)
	stopped := d.rests(batch.ID)
	if stopped.State != runs.BatchPaused || stopped.Done > 3 || stopped.Waiting < 5 || stopped.Charged != 5*stopped.Done {
		t.Fatalf("of copies %d were drafted for %d credits, %d wait, the batch is %s", stopped.Done, stopped.Charged, stopped.Waiting, stopped.State)
	}
	l := stopped.Duplicate
	if l == nil || l.Percent < 35 || l.ContentID == l.OtherID || len(l.Passages) == 0 || !strings.Contains(stopped.Reason, l.Title) ||
		!strings.Contains(stopped.Reason, l.OtherTitle) {
		t.Errorf("the reason is %q, the evidence %+v", stopped.Reason, l)
	}
	if open, err := d.Drafting.OpenBatch(d.ctx, d.things.Site); err != nil || open == nil || open.ID != batch.ID {
		t.Errorf("nobody is shown that it waits: %v", err)
	}
	d.must(d.Writer.DeleteContent(d.ctx, l.OtherID)) // what is in the trash is compared with nothing
	_, err = d.Engine.ResumeBatch(d.ctx, batch.ID, true)
	d.must(err)
	if again := d.rests(batch.ID); again.State != runs.BatchPaused || again.Done <= stopped.Done || again.Waiting == 0 || again.Failed > 0 {
		t.Errorf("with its brake it went on to %d drafts, %d wait, %d failed", again.Done, again.Waiting, again.Failed)
	}
	_, err = d.Engine.ResumeBatch(d.ctx, batch.ID, false)
	d.must(err)
	after := d.rests(batch.ID)
	wallet, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	if after.Done != 8 || before.Balance-wallet.Balance != 40 || wallet.Held != 0 {
		t.Errorf("in the end %d are drafted for %d credits, %d are held", after.Done, before.Balance-wallet.Balance, wallet.Held)
	}
}

func TestBatchGoesOnWithDifferentDrafts(t *testing.T) {
	t.Parallel()
	d, tasks := deskOf(t, originals, 6)
	batch, err := d.Drafting.StartBatch(d.ctx, d.things.Site, tasks, false, nil)
	d.must(err)
	if end := d.rests(batch.ID); end.Done != 6 || end.State != runs.BatchGoing || !end.Braked {
		t.Errorf("it stands at %+v: %s", end.Tally, end.Reason)
	}
}

// Every order, walked in small steps, has every task once; the counts are of what the filters choose.
func TestTaskListSortsInEveryOrder(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	fresh := d.fresh(3)
	editor := d.Member(accountstest.Editor).UserID
	d.must(d.Writer.ChangeTasks(d.ctx, d.things.Site, fresh[:2], writer.TaskChange{AssigneeID: &editor, PlannedOn: p("2020-03-01")}))
	site := writer.TaskQuery{SiteID: d.things.Site}
	all, err := d.Writer.Tasks(d.ctx, d.things.Site, "")
	d.must(err)
	for _, sort := range []string{"", "state", "-state", "assignee", "-assignee", "planned", "-planned"} {
		q, seen := site, map[string]bool{}
		q.Sort, q.Limit = sort, 2
		var stages []int
		for {
			page, err := d.Writer.TaskList(d.ctx, q)
			d.must(err)
			for _, task := range page.Items {
				seen[task.ID] = true
				stages = append(stages, slices.Index(writer.Stages, task.Stage))
			}
			if q.Cursor = page.Next; q.Cursor == "" {
				break
			}
		}
		if sort == "-state" {
			slices.Reverse(stages)
		}
		if len(seen) != len(all) || len(stages) != len(all) || strings.HasSuffix(sort, "state") && !slices.IsSorted(stages) {
			t.Errorf("by %q: %d of %d tasks in %d rows, stages %v", sort, len(seen), len(all), len(stages), stages)
		}
	}
	for name, c := range map[string]struct {
		query writer.TaskQuery
		want  int
	}{
		"ready":         {writer.TaskQuery{Stage: writer.StageReady}, 3},
		"published":     {writer.TaskQuery{Stage: writer.StagePublished}, len(all) - 3},
		"an editor's":   {writer.TaskQuery{Assignee: editor}, 2},
		"nobody's":      {writer.TaskQuery{Assignee: writer.Nobody}, len(all) - 2},
		"overdue":       {writer.TaskQuery{Planned: writer.Overdue}, 2},
		"undated":       {writer.TaskQuery{Planned: writer.Undated}, len(all) - 2},
		"this week":     {writer.TaskQuery{Planned: writer.ThisWeek}, 0},
		"of the sector": {writer.TaskQuery{SectorID: d.things.Sector}, len(all)},
	} {
		c.query.SiteID = d.things.Site
		list, err := d.Writer.TaskList(d.ctx, c.query)
		d.must(err)
		counts, err := d.Writer.StageCounts(d.ctx, c.query)
		d.must(err)
		counted := counts[c.query.Stage]
		if c.query.Stage == "" {
			for _, n := range counts {
				counted += n
			}
		}
		if len(list.Items) != c.want || counted != int64(c.want) {
			t.Errorf("%s: %d tasks, counted %d, want %d", name, len(list.Items), counted, c.want)
		}
	}
	for name, err := range map[string]error{
		"nobody":     d.Writer.ChangeTasks(d.ctx, d.things.Site, fresh, writer.TaskChange{AssigneeID: p(d.Member(accountstest.Stranger).UserID)}),
		"no date":    d.Writer.ChangeTasks(d.ctx, d.things.Site, fresh, writer.TaskChange{PlannedOn: p("soon")}),
		"no change":  d.Writer.ChangeTasks(d.ctx, d.things.Site, fresh, writer.TaskChange{}),
		"no task":    d.Writer.ChangeTasks(d.ctx, d.things.Site, nil, writer.TaskChange{PlannedOn: p("")}),
		"bad order":  func() error { _, err := d.Writer.TaskList(d.ctx, writer.TaskQuery{Sort: "luck"}); return err }(),
		"bad state":  func() error { _, err := d.Writer.TaskList(d.ctx, writer.TaskQuery{Stage: "lost"}); return err }(),
		"bad cursor": func() error { _, err := d.Writer.TaskList(d.ctx, writer.TaskQuery{Cursor: "x"}); return err }(),
	} {
		d.refused(name, err, fault.Invalid)
	}
	err = d.Writer.ChangeTasks(d.ctx, d.things.Site, []string{fresh[2], d.things.Content}, writer.TaskChange{PlannedOn: p("2020-01-01")})
	d.refused("one that is no task", err, fault.NotFound)
	if task, err := d.Writer.Task(d.ctx, fresh[2]); err != nil || task.PlannedOn != "" {
		t.Errorf("a refused change was made: %q, %v", task.PlannedOn, err)
	}
}

func TestBatchesAndBoardOfAnotherAccountAreHidden(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	tasks := d.fresh(2)
	batch, err := d.Drafting.StartBatch(d.ctx, d.things.Site, tasks, false, nil)
	d.must(err)
	for name, call := range map[string]func() error{
		"see":   func() error { _, err := d.Drafting.Batch(d.Foreign, batch.ID); return err },
		"start": func() error { _, err := d.Drafting.StartBatch(d.Foreign, d.things.Site, tasks, true, nil); return err },
		"quote": func() error { _, err := d.Drafting.QuoteBatch(d.Foreign, d.ForeignSite, tasks); return err },
		"change": func() error {
			return d.Writer.ChangeTasks(d.Foreign, d.things.Site, tasks, writer.TaskChange{PlannedOn: p("")})
		},
		"choose": func() error { _, err := d.Writer.TasksByID(d.Foreign, d.things.Site, tasks); return err },
	} {
		d.refused(name, call(), fault.NotFound)
	}
	list, err := d.Writer.TaskList(d.Foreign, writer.TaskQuery{SiteID: d.things.Site})
	d.must(err)
	counts, err := d.Writer.StageCounts(d.Foreign, writer.TaskQuery{SiteID: d.things.Site})
	d.must(err)
	open, err := d.Drafting.OpenBatch(d.Foreign, d.things.Site)
	d.must(err)
	if len(list.Items)+len(counts) != 0 || open != nil {
		t.Errorf("it sees %d tasks, counts %v, the batch %v", len(list.Items), counts, open)
	}
}
