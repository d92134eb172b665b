package writer_test

import (
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
	"igny8/app/runs"
	"igny8/app/writer"
)

func TestDraftNeedsAnApprovedBrief(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	tasks := d.unapproved(3)
	site := d.things.Site
	_, err := d.Drafting.StartDrafts(d.ctx, site, tasks, false)
	d.refused("three briefs that wait", err, fault.Conflict)
	if !strings.Contains(err.Error(), "3 briefs wait") {
		t.Errorf("the refusal is %v", err)
	}
	d.refused("a task of nobody", d.Writer.ApproveBriefs(d.ctx, site, []string{tasks[0], d.things.Idea}), fault.NotFound)
	d.refused("the tasks of another account", d.Writer.ApproveBriefs(d.Ctx(accountstest.Stranger), site, tasks), fault.NotFound)
	if first := d.task(tasks[0]); first.BriefApprovedAt != nil {
		t.Error("a refused approval approved a brief")
	}

	approved, err := d.Writer.ApproveBrief(d.ctx, tasks[0], d.task(tasks[0]).Brief.Mark())
	d.must(err)
	if approved.BriefApprovedAt == nil || approved.BriefApprovedBy != d.Member(accountstest.Publisher).UserID {
		t.Errorf("approved at %v by %q", approved.BriefApprovedAt, approved.BriefApprovedBy)
	}
	d.must(d.Writer.ApproveBriefs(d.Ctx(accountstest.Owner), site, tasks[:1]))
	if again := d.task(tasks[0]); again.BriefApprovedBy != approved.BriefApprovedBy ||
		!again.BriefApprovedAt.Equal(*approved.BriefApprovedAt) {
		t.Error("approving twice changed who approved")
	}
	same := approved.Brief
	kept, err := d.Writer.UpdateTask(d.ctx, tasks[0], writer.TaskChange{Brief: &same, PlannedOn: p("2027-03-01")})
	d.must(err)
	if kept.BriefApprovedAt == nil || kept.BriefEdited {
		t.Error("saving the same brief took its approval")
	}
	changed := approved.Brief
	changed.Facts = []string{"We have mended kettles since 1971."}
	lost, err := d.Writer.UpdateTask(d.ctx, tasks[0], writer.TaskChange{Brief: &changed})
	d.must(err)
	if stored := d.task(tasks[0]); lost.BriefApprovedAt != nil || stored.BriefApprovedAt != nil || !stored.BriefEdited ||
		stored.Brief.Facts[0] != changed.Facts[0] {
		t.Errorf("after a change the brief is %+v", stored)
	}

	quote, err := d.quote(d.ctx, tasks)
	d.must(err)
	run, err := d.Drafting.StartDrafts(d.ctx, site, tasks, true)
	d.must(err)
	if run = d.await(run); run.Phase != runs.PhaseDone || run.CreditsCharged != quote.Credits {
		t.Errorf("the run ended %s: %s, for %d credits of %d", run.Phase, run.Message, run.CreditsCharged, quote.Credits)
	}
	for _, id := range tasks {
		if task := d.task(id); task.State != writer.TaskDrafted || task.BriefApprovedAt == nil ||
			task.BriefApprovedBy != d.Member(accountstest.Publisher).UserID {
			t.Errorf("drafted, the task is %s, approved by %q", task.State, task.BriefApprovedBy)
		}
	}
}

func TestUpdateTaskRefusesBriefsThatAreTooLong(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	task := d.task(d.unapproved(1)[0])
	for name, change := range map[string]func(*writer.Brief){
		"a long angle":        func(b *writer.Brief) { b.Angle = strings.Repeat("x", 2001) },
		"many headings":       func(b *writer.Brief) { b.Outline = slices.Repeat([]string{"x"}, 51) },
		"a long fact":         func(b *writer.Brief) { b.Facts = []string{strings.Repeat("x", 201)} },
		"a NUL":               func(b *writer.Brief) { b.Terms = []string{"a\x00b"} },
		"a length of a tweet": func(b *writer.Brief) { b.Length = 20 },
		"a length of a book":  func(b *writer.Brief) { b.Length = 100_000 },
		"a negative length":   func(b *writer.Brief) { b.Length = -400 },
	} {
		b := task.Brief
		change(&b)
		_, err := d.Writer.UpdateTask(d.ctx, task.ID, writer.TaskChange{Brief: &b})
		d.refused(name, err, fault.Invalid)
	}
}

func TestBriefsAreCompleted(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	tasks := d.unapproved(3)
	mine := d.task(tasks[0]).Brief
	mine.Questions, mine.Length = []string{"Does it hurt?"}, 700
	_, err := d.Writer.UpdateTask(d.ctx, tasks[0], writer.TaskChange{Brief: &mine})
	d.must(err)
	d.must(d.Writer.ApproveBriefs(d.ctx, d.things.Site, tasks[:1]))

	for name, c := range map[string]struct {
		tasks []string
		kind  fault.Kind
	}{
		"none": {nil, fault.Invalid}, "no task": {[]string{d.things.Idea}, fault.NotFound}, "one that is written": {[]string{tasks[0], d.things.Task}, fault.Conflict},
		"one whose brief is approved": {tasks, fault.Conflict},
	} {
		_, err := d.Drafting.StartBriefs(d.ctx, d.things.Site, c.tasks)
		d.refused(name, err, c.kind)
		_, err = d.Drafting.QuoteBriefs(d.ctx, d.things.Site, c.tasks)
		d.refused("a quote for "+name, err, c.kind)
	}
	_, err = d.Drafting.WithdrawBrief(d.ctx, tasks[0])
	d.must(err)
	run, err := d.Drafting.StartBriefs(d.ctx, d.things.Site, tasks)
	d.must(err)
	if run = d.await(run); run.Phase != runs.PhaseDone || run.CreditsCharged != 0 || run.Message != "3 briefs are ready to be approved." {
		t.Fatalf("the run ended %s: %s, for %d credits", run.Phase, run.Message, run.CreditsCharged)
	}
	for i, id := range tasks {
		b := d.task(id).Brief
		if len(b.Outline) < 2 || len(b.Keywords) == 0 || len(b.Links) == 0 || b.Length < 100 {
			t.Errorf("the brief %d is %+v", i, b)
		}
	}
	if first := d.task(tasks[0]); first.Brief.Questions[0] != "Does it hurt?" || len(first.Brief.Questions) != 1 || first.Brief.Length != 700 || !first.BriefEdited || first.BriefApprovedAt != nil {
		t.Errorf("what a person wrote became %+v", first)
	}
	_, err = d.Drafting.StartBriefs(d.Ctx(accountstest.Stranger), d.things.Site, tasks)
	d.refused("the tasks of another account", err, fault.NotFound)
}

func (d *desk) task(id string) writer.Task {
	d.Helper()
	task, err := d.Writer.Task(d.ctx, id)
	d.must(err)
	return task
}

func TestBriefIsApprovedOnlyAsItWasShown(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	accepted, err := d.Writer.AcceptIdea(d.ctx, d.ideas()[0])
	d.must(err)
	if accepted.BriefApprovedAt != nil || d.task(accepted.ID).BriefApprovedBy != "" {
		t.Error("accepting an idea approves its brief, which nobody was shown")
	}
	_, err = d.Drafting.StartDrafts(d.ctx, d.things.Site, []string{accepted.ID}, false)
	d.refused("a draft from a brief that nobody approved", err, fault.Conflict)

	shown := accepted.Brief.Mark()
	changed := accepted.Brief
	changed.Angle = "Another angle"
	_, err = d.Writer.UpdateTask(d.ctx, accepted.ID, writer.TaskChange{Brief: &changed})
	d.must(err)
	_, err = d.Writer.ApproveBrief(d.ctx, accepted.ID, shown)
	d.refused("a brief that was changed since it was shown", err, fault.Conflict)
	if d.task(accepted.ID).BriefApprovedAt != nil {
		t.Error("a brief was approved that was not shown")
	}
	_, err = d.Writer.ApproveBrief(d.Foreign, accepted.ID, changed.Mark())
	d.refused("the other account", err, fault.NotFound)
	_, err = d.Drafting.WithdrawBrief(d.Foreign, accepted.ID)
	d.refused("the other account", err, fault.NotFound)

	approved, err := d.Writer.ApproveBrief(d.ctx, accepted.ID, changed.Mark())
	d.must(err)
	if approved.BriefApprovedAt == nil {
		t.Error("the brief that was shown is not approved")
	}
	withdrawn, err := d.Drafting.WithdrawBrief(d.ctx, accepted.ID)
	d.must(err)
	if withdrawn.BriefApprovedAt != nil || d.task(accepted.ID).BriefApprovedAt != nil || d.task(accepted.ID).BriefApprovedBy != "" {
		t.Error("the approval was not withdrawn")
	}
	_, err = d.Writer.ApproveBrief(d.ctx, accepted.ID, "")
	d.must(err)
	run, err := d.Drafting.StartDrafts(d.ctx, d.things.Site, []string{accepted.ID}, false)
	d.must(err)
	d.await(run)
	_, err = d.Drafting.WithdrawBrief(d.ctx, accepted.ID)
	d.refused("an approval that was used", err, fault.Conflict)
}
