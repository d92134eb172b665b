package writer

import (
	"slices"
	"strconv"
	"strings"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/writer"
)

func (x handler) task() error {
	t, err := x.Writer.Task(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showTask(t, t.Brief.Mark(), nil)
}

// showTask shows the task as it was typed; seen identifies the version of the stored brief.
func (x handler) showTask(t writer.Task, seen string, problem error) error {
	v := views.Task{SiteID: x.Site.ID, Rights: x.writerRights(), Task: t, Seen: seen, Problems: form.Of(problem)}
	var err error
	if v.Page, err = x.Pages.Get(x.Context(), t.PageID); err != nil {
		return err
	}
	if v.Members, err = x.Accounts.Members(x.Context()); err != nil {
		return err
	}
	if v.ContentID, err = x.Writer.ContentOf(x.Context(), t.PageID); err != nil {
		return err
	}
	if err := x.priceTask(&v); err != nil {
		return err
	}
	c := x.Staged(v.Page.Title, gates.Writer)
	page, part := views.TaskPage(c, v), views.TaskPart(c, v)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

// priceTask loads the price of a draft from the approved brief. While a draft is under way it offers none.
func (x handler) priceTask(v *views.Task) error {
	if v.Task.State != writer.TaskOpen || v.Task.BriefApprovedAt == nil || !v.Work {
		return nil
	}
	quote, err := x.Drafting.QuoteBatch(x.Context(), x.Site.ID, []string{v.Task.ID})
	if fault.KindOf(err) == fault.Conflict {
		return nil
	}
	v.Quote, v.Once = &quote, database.NewID()
	return err
}

func (x handler) saveTask() error {
	t, err := x.Writer.Task(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	seen := t.Brief.Mark()
	t.AssigneeID, t.PlannedOn = x.Value("assignee"), x.Value("planned_on")
	length, problem := typedNumber(x.Value("length"))
	t.Brief = writer.Brief{Audience: x.Value("audience"), Angle: x.Value("angle"), Intent: t.Brief.Intent, Length: length}
	for field, lines := range t.Brief.Lists() {
		*lines = typedLines(x.Value(field))
	}
	if problem == nil {
		_, problem = x.Writer.UpdateTask(x.Context(), t.ID, writer.TaskChange{AssigneeID: &t.AssigneeID, PlannedOn: &t.PlannedOn, Brief: &t.Brief, Seen: x.Value("seen")})
	}
	if problem != nil {
		return x.showTask(t, seen, problem)
	}
	x.Say("good", "The task is saved.")
	return x.To(address.Task(x.Site.ID, t.ID))
}

// typedNumber returns the length that was typed, 0 for an empty field.
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

func (x handler) approveBrief() error {
	t, err := x.Writer.ApproveBrief(x.Context(), x.Params("id"), x.Value("seen"))
	if fault.KindOf(err) == fault.Conflict {
		return x.showTask(t, t.Brief.Mark(), err)
	}
	if err != nil {
		return err
	}
	x.Keep(exchange.Flash{Kind: "good", Text: "The brief is approved. The page can be drafted.", Undo: address.WithdrawBrief(x.Site.ID, t.ID)})
	return x.To(address.Task(x.Site.ID, t.ID))
}

func (x handler) withdrawBrief() error {
	t, err := x.Drafting.WithdrawBrief(x.Context(), x.Params("id"))
	if fault.KindOf(err) == fault.Conflict {
		x.Say("warn", fault.Sentence(err))
	} else if err != nil {
		return err
	} else {
		x.Say("good", "Undone. The brief waits for an approval.")
	}
	return x.To(address.Task(x.Site.ID, t.ID))
}

// unapproved returns the open tasks whose brief waits for approval, the oldest first, at most as many as one run completes.
// If the request names a task, it returns that one only.
func (x handler) unapproved() ([]writer.Listed, error) {
	all, err := x.Writer.Tasks(x.Context(), x.Site.ID, "")
	if err != nil {
		return nil, err
	}
	slices.Reverse(all)
	only := x.Value("task")
	waiting := slices.DeleteFunc(all, func(t writer.Listed) bool {
		return t.State != writer.TaskOpen || t.BriefApprovedAt != nil || only != "" && t.ID != only
	})
	return waiting[:min(len(waiting), drafting.MaxBriefs)], nil
}

// quoteBriefs shows the price of completing the briefs. It starts nothing.
func (x handler) quoteBriefs() error {
	v := views.Briefs{SiteID: x.Site.ID, Once: database.NewID()}
	var err error
	if v.Tasks, err = x.unapproved(); err != nil {
		return err
	}
	if len(v.Tasks) > 0 {
		if v.Quote, err = x.Drafting.QuoteBriefs(x.Context(), x.Site.ID, idsOf(v.Tasks)); err != nil {
			return err
		}
	}
	if v.Model, err = x.Engine.Asks(x.Context(), drafting.GenerateBrief); err != nil {
		return err
	}
	page := views.BriefsPage(x.Staged("Complete briefs", gates.Writer), v)
	return x.Show(page, page)
}

// startBriefs starts a run that completes the briefs that were shown.
func (x handler) startBriefs() error {
	err := x.StartOnce(drafting.GenerateBrief+" "+x.Site.ID, func() error {
		_, err := x.Drafting.StartBriefs(x.Context(), x.Site.ID, x.Values("ids"))
		return err
	})
	if fault.KindOf(err) == fault.Conflict {
		x.Say("warn", fault.Sentence(err))
		return x.To(address.Briefs(x.Site.ID))
	}
	if err != nil {
		return err
	}
	return x.To(address.Writer(x.Site.ID))
}

// typedLines returns the lines of a text area that are not empty.
func typedLines(text string) []string {
	list := []string{}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}
