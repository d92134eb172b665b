package web

import (
	"slices"
	"strconv"
	"strings"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/writer"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/writer"
)

func (x *exchange) task() error {
	t, err := x.Writer.Task(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showTask(t, t.Brief.Mark(), nil)
}

// showTask shows the task as it was typed; seen is the mark of the brief that is stored.
func (x *exchange) showTask(t writer.Task, seen string, problem error) error {
	v := views.Task{SiteID: x.site.ID, Rights: x.writerRights(), Task: t, Seen: seen, Problems: form.Of(problem)}
	var err error
	if v.Page, err = x.Pages.Get(x.ctx(), t.PageID); err != nil {
		return err
	}
	if v.Members, err = x.Accounts.Members(x.ctx()); err != nil {
		return err
	}
	contents, err := x.Writer.Contents(x.ctx(), x.site.ID)
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(contents, func(c writer.Content) bool { return c.PageID == t.PageID }); i >= 0 {
		v.ContentID = contents[i].ID
	}
	if err := x.priceTask(&v); err != nil {
		return err
	}
	c := x.staged(v.Page.Title, gates.Writer)
	page, part := views.TaskPage(c, v), views.TaskPart(c, v)
	if problem != nil {
		return x.again(problem, page, part)
	}
	return x.show(page, part)
}

// priceTask says what a draft from the approved brief costs. While one is on its way there is nothing to offer.
func (x *exchange) priceTask(v *views.Task) error {
	if v.Task.State != writer.TaskOpen || v.Task.BriefApprovedAt == nil || !v.Work {
		return nil
	}
	quote, err := x.Writer.QuoteBatch(x.ctx(), x.site.ID, []string{v.Task.ID})
	if fault.KindOf(err) == fault.Conflict {
		return nil
	}
	v.Quote, v.Once = &quote, database.NewID()
	return err
}

func (x *exchange) saveTask() error {
	t, err := x.Writer.Task(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	seen := t.Brief.Mark()
	t.AssigneeID, t.PlannedOn = x.value("assignee"), x.value("planned_on")
	length, problem := typedNumber(x.value("length"))
	t.Brief = writer.Brief{Audience: x.value("audience"), Angle: x.value("angle"), Intent: t.Brief.Intent, Length: length}
	for field, lines := range t.Brief.Lists() {
		*lines = typedLines(x.value(field))
	}
	if problem == nil {
		_, problem = x.Writer.UpdateTask(x.ctx(), t.ID, writer.TaskChange{AssigneeID: &t.AssigneeID, PlannedOn: &t.PlannedOn, Brief: &t.Brief, Seen: x.value("seen")})
	}
	if problem != nil {
		return x.showTask(t, seen, problem)
	}
	x.say("good", "The task is saved.")
	return x.to(address.Task(x.site.ID, t.ID))
}

// typedNumber is the length of a brief, 0 when nothing was typed.
func typedNumber(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, fault.Fields{{Name: "length", Message: "Write the length as a number of words."}}.Err()
	}
	return n, nil
}

func (x *exchange) approveBrief() error {
	t, err := x.Writer.ApproveBrief(x.ctx(), x.Params("id"), x.value("seen"))
	if fault.KindOf(err) == fault.Conflict {
		return x.showTask(t, t.Brief.Mark(), err)
	}
	if err != nil {
		return err
	}
	x.keep(flash{Kind: "good", Text: "The brief is approved. The page can be drafted.", Undo: address.WithdrawBrief(x.site.ID, t.ID)})
	return x.to(address.Task(x.site.ID, t.ID))
}

func (x *exchange) withdrawBrief() error {
	t, err := x.Writer.WithdrawBrief(x.ctx(), x.Params("id"))
	if fault.KindOf(err) == fault.Conflict {
		x.say("warn", fault.Sentence(err))
	} else if err != nil {
		return err
	} else {
		x.say("good", "Undone. The brief waits for an approval.")
	}
	return x.to(address.Task(x.site.ID, t.ID))
}

// unapproved are the open tasks whose brief waits for an approval, the oldest first, as many as one run completes; one task when it is named.
func (x *exchange) unapproved() ([]writer.Listed, error) {
	all, err := x.Writer.Tasks(x.ctx(), x.site.ID, "")
	if err != nil {
		return nil, err
	}
	slices.Reverse(all)
	only := x.value("task")
	waiting := slices.DeleteFunc(all, func(t writer.Listed) bool {
		return t.State != writer.TaskOpen || t.BriefApprovedAt != nil || only != "" && t.ID != only
	})
	return waiting[:min(len(waiting), writer.MaxBriefs)], nil
}

// quoteBriefs says what completing the briefs costs before anything is started.
func (x *exchange) quoteBriefs() error {
	v := views.Briefs{SiteID: x.site.ID, Once: database.NewID()}
	var err error
	if v.Tasks, err = x.unapproved(); err != nil {
		return err
	}
	if len(v.Tasks) > 0 {
		if v.Quote, err = x.Writer.QuoteBriefs(x.ctx(), x.site.ID, idsOf(v.Tasks)); err != nil {
			return err
		}
	}
	if v.Model, err = x.Engine.Asks(x.ctx(), writer.GenerateBrief); err != nil {
		return err
	}
	page := views.BriefsPage(x.staged("Complete briefs", gates.Writer), v)
	return x.show(page, page)
}

// startBriefs completes the briefs that were shown.
func (x *exchange) startBriefs() error {
	err := x.startOnce(writer.GenerateBrief, x.site.ID, func() error {
		_, err := x.Writer.StartBriefs(x.ctx(), x.site.ID, x.values("ids"))
		return err
	})
	if err != nil {
		return err
	}
	return x.to(address.Writer(x.site.ID))
}

// typedLines are the lines of a text area that say something.
func typedLines(text string) []string {
	list := []string{}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}
