package web

import (
	"cmp"
	"strings"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/app/writer"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/ui"
	views "igny8/views/writer"
)

// ideaQuery is the filter in the address or the form: what waits for a decision unless said otherwise.
func (x *exchange) ideaQuery(value func(string) string) planner.IdeaQuery {
	q := planner.IdeaQuery{
		SiteID: x.site.ID, SectorID: value("sector"), State: cmp.Or(value("state"), planner.IdeaProposed),
		Conflict: value("conflict"), Planned: value("planned"), From: value("from"), Till: value("till"),
	}
	if q.State == "all" {
		q.State = ""
	}
	return q
}

func (x *exchange) ideas() error {
	q := x.ideaQuery(func(name string) string { return x.Query(name) })
	q.Cursor = x.Query("cursor")
	v := views.Ideas{SiteID: x.site.ID, Rights: x.writerRights(), Query: q}
	var err error
	if v.Sectors, err = x.Sites.Sectors(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if v.Entry, err = x.Builder.Gate(x.ctx(), x.site.ID); err != nil {
		return err
	}
	list, err := x.ideasOf(q)
	if err != nil {
		return err
	}
	v.List, v.Next = list.Items, list.Next
	if v.Conflicts, err = x.Planner.Conflicts(x.ctx(), x.site.ID, list.Items); err != nil {
		return err
	}
	if q.State == planner.IdeaProposed && q.SectorID == "" && !v.Filtered() {
		sum, err := x.Planner.Summary(x.ctx(), x.site.ID)
		if err != nil {
			return err
		}
		v.Total = sum.Ideas - sum.AcceptedIdeas
	}
	c := x.staged("Ideas", gates.Writer)
	return x.show(views.IdeasPage(c, v), views.IdeasPart(c, v))
}

// ideasOf is a page of ideas; a sector has to be one of the site's.
func (x *exchange) ideasOf(q planner.IdeaQuery) (database.Page[planner.Idea], error) {
	if q.SectorID != "" {
		sector, err := x.Sites.Sector(x.ctx(), q.SectorID)
		if err == nil && sector.SiteID != x.site.ID {
			err = fault.Missing("sector")
		}
		if err != nil {
			return database.Page[planner.Idea]{}, err
		}
	}
	return x.Planner.Ideas(x.ctx(), q)
}

// chosenIdeas are the ids of the ideas that were selected, or of all that match the filters and wait for a decision.
func (x *exchange) chosenIdeas() ([]string, error) {
	if !x.checked("all") {
		return x.values("ids"), nil
	}
	var chosen []string
	q := x.ideaQuery(x.value)
	q.Limit = database.MaxLimit
	for {
		list, err := x.ideasOf(q)
		if err != nil {
			return nil, err
		}
		for _, idea := range list.Items {
			if idea.State != planner.IdeaAccepted {
				chosen = append(chosen, idea.ID)
			}
		}
		if q.Cursor = list.Next; q.Cursor == "" {
			return chosen, nil
		}
	}
}

// decideIdeas accepts or rejects several ideas, all or none. What is accepted already stays so.
func (x *exchange) decideIdeas() error {
	ids, err := x.chosenIdeas()
	if err != nil {
		return err
	}
	n, word, undo := 0, "rejected", ""
	var held []writer.Held
	switch x.value("do") {
	case "accept":
		var tasks []writer.Task
		tasks, held, err = x.Writer.AcceptClear(x.ctx(), x.site.ID, ids)
		n, word = len(tasks), "accepted"
	case "draft":
		return x.draftIdeas(ids)
	case "reject":
		var rejected int64
		rejected, err = x.Planner.RejectIdeas(x.ctx(), x.site.ID, ids)
		if n = int(rejected); err == nil && n == len(ids) && n <= mostUndone {
			undo = x.keepRejected(ids)
		}
	case "plan":
		n, err = x.Planner.PlanIdeas(x.ctx(), x.site.ID, ids, planner.Pace{Begin: x.value("begin"), PerWeek: x.value("per_week")})
		word = "planned"
	default:
		err = fault.New(fault.Invalid, "Ideas are accepted, drafted, rejected or planned.")
	}
	if err != nil {
		return err
	}
	kind, text := decided(n, word, len(held))
	x.keep(flash{Kind: kind, Text: text, Undo: undo})
	return x.back(address.Ideas(x.site.ID))
}

const (
	sessionRejected = "rejected"
	mostUndone      = 500 // ideas that one undo puts back: a session holds their ids
)

// keepRejected keeps which ideas the person has rejected last, and returns the address that puts them back.
func (x *exchange) keepRejected(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	x.sessions.Put(x.ctx(), sessionRejected, strings.Join(ids, " "))
	return address.With(address.UndoReject(x.site.ID), "last", ids[len(ids)-1])
}

// undoReject puts back the ideas that the person has rejected last.
func (x *exchange) undoReject() error {
	ids := strings.Fields(x.sessions.PopString(x.ctx(), sessionRejected))
	if len(ids) == 0 || ids[len(ids)-1] != x.Query("last") {
		x.say("warn", "This was undone already, or it is not the last thing that you have rejected. Rejected ideas can be put back one by one.")
		return x.back(address.Ideas(x.site.ID))
	}
	n, err := x.Planner.ProposeIdeas(x.ctx(), x.site.ID, ids)
	if err != nil {
		return err
	}
	x.say("good", "Undone. "+ui.Plural(int(n), "idea waits", "ideas wait")+" for a decision again.")
	return x.back(address.Ideas(x.site.ID))
}

// draftIdeas accepts the ideas that meet no other page, and says what their drafts cost together.
func (x *exchange) draftIdeas(ids []string) error {
	accepted, held, err := x.Writer.AcceptClear(x.ctx(), x.site.ID, ids[:min(len(ids), writer.MaxBatch)])
	if err != nil {
		return err
	}
	var open []string
	for _, t := range accepted {
		if t.State == writer.TaskOpen {
			open = append(open, t.ID)
		}
	}
	if len(open) == 0 {
		x.say(decided(len(accepted), "accepted", len(held)))
		return x.back(address.Ideas(x.site.ID))
	}
	tasks, err := x.Writer.TasksByID(x.ctx(), x.site.ID, open)
	if err != nil {
		return err
	}
	return x.showQuote(tasks, len(ids)-len(open))
}

// decided says what became of the chosen ideas.
func decided(n int, word string, held int) (kind, text string) {
	kind, text = "good", ui.Plural(n, "idea is ", "ideas are ")+word+"."
	if n == 0 {
		kind, text = "info", "No idea was selected that could be "+word+"."
	}
	if held > 0 {
		kind, text = "warn", text+" "+ui.Plural(held, "is", "are")+" held back: another page is there for the same searches. Decide on each what becomes of the two."
	}
	return kind, text
}

func (x *exchange) accept(id string) error {
	_, err := x.Writer.AcceptIdea(x.ctx(), id)
	return err
}

func (x *exchange) reject(id string) error { return x.setIdea(id, planner.IdeaRejected) }

func (x *exchange) setIdea(id, state string) error {
	_, err := x.Planner.UpdateIdea(x.ctx(), id, planner.IdeaChange{State: &state})
	return err
}

func (x *exchange) acceptIdea() error {
	if err := x.accept(x.Params("id")); err != nil {
		return err
	}
	x.say("good", "Accepted: its page is a task now. Its brief waits for your approval.")
	return x.back(address.Ideas(x.site.ID))
}

func (x *exchange) rejectIdea() error {
	if err := x.reject(x.Params("id")); err != nil {
		return err
	}
	x.keep(flash{Kind: "good", Text: "Rejected. It stays among the rejected ideas.", Undo: address.IdeaAction(x.site.ID, x.Params("id"), "propose")})
	return x.back(address.Ideas(x.site.ID))
}

func (x *exchange) proposeIdea() error {
	if err := x.setIdea(x.Params("id"), planner.IdeaProposed); err != nil {
		return err
	}
	return x.back(address.Ideas(x.site.ID))
}

func (x *exchange) idea() error {
	idea, err := x.Planner.Idea(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showIdea(idea, nil)
}

func (x *exchange) showIdea(idea planner.Idea, problem error) error {
	v := views.Idea{SiteID: x.site.ID, Rights: x.writerRights(), Idea: idea, Problems: form.Of(problem)}
	var err error
	if v.Entry, err = x.Builder.Gate(x.ctx(), x.site.ID); err != nil {
		return err
	}
	found, err := x.Planner.Conflicts(x.ctx(), x.site.ID, []planner.Idea{idea})
	if err != nil {
		return err
	}
	v.Conflicts = found[idea.ID]
	if idea.State == planner.IdeaAccepted {
		if v.TaskID, err = x.taskOf(idea); err != nil {
			return err
		}
	}
	c := x.staged(idea.Title, gates.Writer)
	page, part := views.IdeaPage(c, v), views.IdeaPart(c, v)
	if problem != nil {
		return x.again(problem, page, part)
	}
	return x.show(page, part)
}

func (x *exchange) taskOf(idea planner.Idea) (string, error) {
	tasks, err := x.Writer.Tasks(x.ctx(), x.site.ID, idea.SectorID)
	for _, t := range tasks {
		if t.PageID == idea.PageID {
			return t.ID, nil
		}
	}
	return "", err
}

func (x *exchange) saveIdea() error {
	idea, err := x.Planner.Idea(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	idea.Title, idea.Angle, idea.Intent = x.value("title"), x.value("angle"), strings.ToLower(x.value("intent"))
	idea.PlannedOn = x.value("planned_on")
	idea.Outline, idea.TargetKeywords = typedLines(x.value("outline")), typedLines(x.value("target_keywords"))
	_, err = x.Planner.UpdateIdea(x.ctx(), idea.ID, planner.IdeaChange{
		Title: &idea.Title, Angle: &idea.Angle, Intent: &idea.Intent, Outline: &idea.Outline, TargetKeywords: &idea.TargetKeywords, PlannedOn: &idea.PlannedOn,
	})
	if err != nil {
		return x.showIdea(idea, err)
	}
	x.say("good", "The idea is saved.")
	return x.to(address.Idea(x.site.ID, idea.ID))
}

// resolveIdea decides what becomes of an idea and a page that it meets.
func (x *exchange) resolveIdea() error {
	idea, err := x.Planner.Idea(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	said := "Both may stand. The reason is kept."
	if x.value("do") == "extend" {
		_, err = x.Planner.ExtendPage(x.ctx(), idea.ID, x.value("page"))
		said = "The idea is closed. Its keywords are the page's now. If that is still to be drafted, its brief has them too and is approved anew."
	} else {
		_, err = x.Planner.WaiveConflict(x.ctx(), idea.ID, x.value("page"), x.value("reason"))
	}
	if err != nil {
		return x.showIdea(idea, err)
	}
	x.say("good", said)
	return x.to(address.Idea(x.site.ID, idea.ID))
}
