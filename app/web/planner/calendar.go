package planner

import (
	"time"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner/ideas"
	"igny8/app/publish"
	"igny8/app/writer"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/planner"
)

func (x handler) calendar() error { return x.showCalendar(nil) }

func (x handler) showCalendar(problem error) error {
	p, err := x.place()
	if err != nil {
		return err
	}
	month := database.Now()
	if typed := x.Query("month"); typed != "" {
		if month, err = time.Parse("2006-01", typed); err != nil {
			return fault.New(fault.Invalid, "A month is a year and a month, such as 2027-01.")
		}
	}
	v := views.Calendar{Place: p, Problems: form.Of(problem)}
	if v.Calendar, err = x.Publish.Calendar(x.Context(), x.Site.ID, month); err != nil {
		return err
	}
	c := x.Staged("Calendar", gates.Planner)
	page, part := views.CalendarPage(c, v), views.CalendarPart(c, v)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

// moveEntry changes or removes the day of an idea or a task of the site.
func (x handler) moveEntry() error {
	id, day := x.Value("id"), x.Value("day")
	var err error
	switch x.Value("kind") {
	case publish.EntryIdea:
		err = x.moveIdea(id, day)
	case publish.EntryTask:
		err = x.moveTask(id, day)
	default:
		err = fault.New(fault.Invalid, "Only ideas and tasks can be moved.")
	}
	if fault.KindOf(err) == fault.NotFound {
		return err
	}
	if err != nil {
		return x.showCalendar(err)
	}
	p, err := x.place()
	if err != nil {
		return err
	}
	x.Say("good", "Moved.")
	return x.To(p.At(address.Calendar(p.SiteID), "month", x.Query("month")))
}

func (x handler) moveIdea(id, day string) error {
	idea, err := x.Ideas.Idea(x.Context(), id)
	if err == nil && idea.SiteID != x.Site.ID {
		err = fault.Missing("idea")
	}
	if err != nil {
		return err
	}
	_, err = x.Ideas.UpdateIdea(x.Context(), id, ideas.IdeaChange{PlannedOn: &day})
	return err
}

func (x handler) moveTask(id, day string) error {
	task, err := x.Writer.Task(x.Context(), id)
	if err == nil && task.SiteID != x.Site.ID {
		err = fault.Missing("task")
	}
	if err != nil {
		return err
	}
	_, err = x.Writer.UpdateTask(x.Context(), id, writer.TaskChange{PlannedOn: &day})
	return err
}
