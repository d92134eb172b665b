package writer

import (
	"cmp"
	"strings"

	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner/ideas"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/ui"
	views "igny8/views/writer"
)

// ideaQuery returns the filter in the address or the form; by default it finds ideas that wait for a decision.
func (x handler) ideaQuery(value func(string) string) ideas.IdeaQuery {
	q := ideas.IdeaQuery{
		SiteID: x.Site.ID, SectorID: value("sector"), State: cmp.Or(ideas.IdeaState(value("state")), ideas.IdeaProposed),
		Conflict: value("conflict"), Planned: value("planned"), From: value("from"), Till: value("till"),
	}
	if q.State == "all" {
		q.State = ""
	}
	return q
}

func (x handler) ideas() error {
	q := x.ideaQuery(func(name string) string { return x.Query(name) })
	q.Cursor = x.Query("cursor")
	v := views.Ideas{SiteID: x.Site.ID, Rights: x.writerRights(), Query: q}
	var err error
	if v.Sectors, err = x.Sites.Sectors(x.Context(), x.Site.ID); err != nil {
		return err
	}
	if v.Entry, err = x.Entry(gates.Builder); err != nil {
		return err
	}
	list, err := x.Ideas.Ideas(x.Context(), q)
	if err != nil {
		return err
	}
	v.List, v.Next = list.Items, list.Next
	if v.Conflicts, err = x.Ideas.Conflicts(x.Context(), x.Site.ID, list.Items); err != nil {
		return err
	}
	if q.State == ideas.IdeaProposed && q.SectorID == "" && !v.Filtered() {
		tally, err := x.Ideas.Tally(x.Context(), x.Site.ID)
		if err != nil {
			return err
		}
		v.Total = tally.Proposed
	}
	c := x.Staged("Ideas", gates.Writer)
	return x.Show(views.IdeasPage(c, v), views.IdeasPart(c, v))
}

// chosenIdeas returns the ids of the selected ideas, or of all that match the filters and wait for a decision.
func (x handler) chosenIdeas() ([]string, error) {
	chosen := ideas.Selection{IDs: x.Values("ids")}
	if x.Checked("all") {
		q := x.ideaQuery(x.Value)
		chosen.Matching = &q
	}
	return x.Ideas.Chosen(x.Context(), chosen)
}

// decideIdeas accepts or rejects several ideas, all or none. It does not change ideas that are accepted already.
func (x handler) decideIdeas() error {
	ids, err := x.chosenIdeas()
	if err != nil {
		return err
	}
	n, word, undo := 0, "rejected", ""
	var held []writer.Held
	switch x.Value("do") {
	case "accept":
		var tasks []writer.Task
		tasks, held, err = x.Writer.AcceptClear(x.Context(), x.Site.ID, ids)
		n, word = len(tasks), "accepted"
	case "draft":
		return x.draftIdeas(ids)
	case "reject":
		var rejected int64
		rejected, err = x.Ideas.RejectIdeas(x.Context(), x.Site.ID, ids)
		if n = int(rejected); err == nil && n == len(ids) && n <= mostUndone {
			undo = x.keepRejected(ids)
		}
	case "plan":
		n, err = x.Ideas.PlanIdeas(x.Context(), x.Site.ID, ids, ideas.Pace{Begin: x.Value("begin"), PerWeek: x.Value("per_week")})
		word = "planned"
	default:
		err = fault.New(fault.Invalid, "Ideas are accepted, drafted, rejected or planned.")
	}
	if err != nil {
		return err
	}
	kind, text := decided(n, word, len(held))
	x.Keep(exchange.Flash{Kind: kind, Text: text, Undo: undo})
	return x.Back(address.Ideas(x.Site.ID))
}

const (
	sessionRejected = "rejected"
	mostUndone      = 500 // ideas that one undo restores: the session holds their ids
)

// keepRejected stores the ids of the ideas that the person rejected last, and returns the address that restores them.
func (x handler) keepRejected(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	x.Sessions.Put(x.Context(), sessionRejected, strings.Join(ids, " "))
	return address.With(address.UndoReject(x.Site.ID), "last", ids[len(ids)-1])
}

// undoReject restores the ideas that the person rejected last.
func (x handler) undoReject() error {
	ids := strings.Fields(x.Sessions.PopString(x.Context(), sessionRejected))
	if len(ids) == 0 || ids[len(ids)-1] != x.Query("last") {
		x.Say("warn", "This was undone already, or it is not the last thing that you have rejected. Rejected ideas can be put back one by one.")
		return x.Back(address.Ideas(x.Site.ID))
	}
	n, err := x.Ideas.ProposeIdeas(x.Context(), x.Site.ID, ids)
	if err != nil {
		return err
	}
	x.Say("good", "Undone. "+ui.Plural(int(n), "idea waits", "ideas wait")+" for a decision again.")
	return x.Back(address.Ideas(x.Site.ID))
}

// draftIdeas accepts the ideas that compete with no other page, and shows the total price of their drafts.
func (x handler) draftIdeas(ids []string) error {
	accepted, held, err := x.Writer.AcceptClear(x.Context(), x.Site.ID, ids[:min(len(ids), writer.MaxTasks)])
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
		x.Say(decided(len(accepted), "accepted", len(held)))
		return x.Back(address.Ideas(x.Site.ID))
	}
	tasks, err := x.Writer.TasksByID(x.Context(), x.Site.ID, open)
	if err != nil {
		return err
	}
	return x.showQuote(tasks, len(ids)-len(open))
}

// decided returns the message about a decision on n ideas, of which held were left out.
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

func (x handler) accept(id string) error {
	_, err := x.Writer.AcceptIdea(x.Context(), id)
	return err
}

func (x handler) reject(id string) error { return x.setIdea(id, ideas.IdeaRejected) }

func (x handler) setIdea(id string, state ideas.IdeaState) error {
	_, err := x.Ideas.UpdateIdea(x.Context(), id, ideas.IdeaChange{State: &state})
	return err
}

func (x handler) acceptIdea() error {
	if err := x.accept(x.Params("id")); err != nil {
		return err
	}
	x.Say("good", "Accepted: its page is a task now. Its brief waits for your approval.")
	return x.Back(address.Ideas(x.Site.ID))
}

func (x handler) rejectIdea() error {
	if err := x.reject(x.Params("id")); err != nil {
		return err
	}
	x.Keep(exchange.Flash{Kind: "good", Text: "Rejected. It stays among the rejected ideas.", Undo: address.IdeaAction(x.Site.ID, x.Params("id"), "propose")})
	return x.Back(address.Ideas(x.Site.ID))
}

func (x handler) proposeIdea() error {
	if err := x.setIdea(x.Params("id"), ideas.IdeaProposed); err != nil {
		return err
	}
	return x.Back(address.Ideas(x.Site.ID))
}

func (x handler) idea() error {
	idea, err := x.Ideas.Idea(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	if x.Partial() && x.Query("part") == "outline" {
		return x.Show(nil, views.Outline(idea))
	}
	return x.showIdea(idea, nil)
}

func (x handler) showIdea(idea ideas.Idea, problem error) error {
	v := views.Idea{SiteID: x.Site.ID, Rights: x.writerRights(), Idea: idea, Problems: form.Of(problem)}
	var err error
	if v.Entry, err = x.Entry(gates.Builder); err != nil {
		return err
	}
	found, err := x.Ideas.Conflicts(x.Context(), x.Site.ID, []ideas.Idea{idea})
	if err != nil {
		return err
	}
	v.Conflicts = found[idea.ID]
	if idea.State == ideas.IdeaAccepted {
		if v.TaskID, err = x.Writer.TaskOf(x.Context(), idea.PageID); err != nil {
			return err
		}
	}
	c := x.Staged(idea.Title, gates.Writer)
	page, part := views.IdeaPage(c, v), views.IdeaPart(c, v)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

func (x handler) saveIdea() error {
	idea, err := x.Ideas.Idea(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	idea.Title, idea.Angle, idea.Intent = x.Value("title"), x.Value("angle"), strings.ToLower(x.Value("intent"))
	idea.PlannedOn = x.Value("planned_on")
	idea.Outline, idea.TargetKeywords = typedLines(x.Value("outline")), typedLines(x.Value("target_keywords"))
	_, err = x.Ideas.UpdateIdea(x.Context(), idea.ID, ideas.IdeaChange{
		Title: &idea.Title, Angle: &idea.Angle, Intent: &idea.Intent, Outline: &idea.Outline, TargetKeywords: &idea.TargetKeywords,
		PlannedOn: &idea.PlannedOn,
	})
	if err != nil {
		return x.showIdea(idea, err)
	}
	x.Say("good", "The idea is saved.")
	return x.To(address.Idea(x.Site.ID, idea.ID))
}

// resolveIdea resolves the conflict between an idea and a page that it competes with.
func (x handler) resolveIdea() error {
	idea, err := x.Ideas.Idea(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	said := "Both may stand. The reason is kept."
	if x.Value("do") == "extend" {
		_, err = x.Ideas.ExtendPage(x.Context(), idea.ID, x.Value("page"))
		said = "The idea is closed. Its keywords are the page's now. If that is still to be drafted, its brief has them too and is approved anew."
	} else {
		_, err = x.Ideas.WaiveConflict(x.Context(), idea.ID, x.Value("page"), x.Value("reason"))
	}
	if err != nil {
		return x.showIdea(idea, err)
	}
	x.Say("good", said)
	return x.To(address.Idea(x.Site.ID, idea.ID))
}
