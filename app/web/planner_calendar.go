package web

import (
	"time"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/app/publish"
	"igny8/app/writer"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/planner"
)

func (x *exchange) calendar() error { return x.showCalendar(nil) }

func (x *exchange) showCalendar(problem error) error {
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
	if v.Calendar, err = x.Publish.Calendar(x.ctx(), x.site.ID, month); err != nil {
		return err
	}
	c := x.staged("Calendar", gates.Planner)
	page, part := views.CalendarPage(c, v), views.CalendarPart(c, v)
	if problem != nil {
		return x.again(problem, page, part)
	}
	return x.show(page, part)
}

// moveEntry gives an idea or a task of the site another day, or none.
func (x *exchange) moveEntry() error {
	id, day := x.value("id"), x.value("day")
	var err error
	switch x.value("kind") {
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
	x.say("good", "Moved.")
	return x.to(p.At(address.Calendar(p.SiteID), "month", x.Query("month")))
}

func (x *exchange) moveIdea(id, day string) error {
	idea, err := x.Planner.Idea(x.ctx(), id)
	if err == nil && idea.SiteID != x.site.ID {
		err = fault.Missing("idea")
	}
	if err != nil {
		return err
	}
	_, err = x.Planner.UpdateIdea(x.ctx(), id, planner.IdeaChange{PlannedOn: &day})
	return err
}

func (x *exchange) moveTask(id, day string) error {
	task, err := x.Writer.Task(x.ctx(), id)
	if err == nil && task.SiteID != x.site.ID {
		err = fault.Missing("task")
	}
	if err != nil {
		return err
	}
	_, err = x.Writer.UpdateTask(x.ctx(), id, writer.TaskChange{PlannedOn: &day})
	return err
}
