package web

import (
	"errors"
	"net/http"
	"slices"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/app/writer"
	"igny8/views/runs"
	views "igny8/views/writer"
)

var writerRoutes = []route{
	{get, "/app/sites/:site/writer", accounts.See, inSite, (*exchange).writerStage},
	{post, "/app/sites/:site/writer/quote", accounts.Work, inSite, (*exchange).quoteDrafts},
	{post, "/app/sites/:site/writer/drafts", accounts.Work, inSite, (*exchange).startDrafts},
	{get, "/app/sites/:site/writer/tasks/:id", accounts.See, within[writer.Task]("task"), (*exchange).task},
	{post, "/app/sites/:site/writer/tasks/:id", accounts.Work, within[writer.Task]("task"), (*exchange).saveTask},
	{post, "/app/sites/:site/writer/tasks/:id/approve", accounts.Work, within[writer.Task]("task"), (*exchange).approveBrief},
	{get, "/app/sites/:site/writer/briefs", accounts.Work, inSite, (*exchange).quoteBriefs},
	{post, "/app/sites/:site/writer/briefs", accounts.Work, inSite, (*exchange).startBriefs},

	{get, "/app/sites/:site/writer/ideas", accounts.See, inSite, (*exchange).ideas},
	{post, "/app/sites/:site/writer/ideas", accounts.Work, inSite, (*exchange).decideIdeas},
	{get, "/app/sites/:site/writer/ideas/:id", accounts.See, within[planner.Idea]("idea"), (*exchange).idea},
	{post, "/app/sites/:site/writer/ideas/:id", accounts.Work, within[planner.Idea]("idea"), (*exchange).saveIdea},
	{post, "/app/sites/:site/writer/ideas/:id/accept", accounts.Work, within[planner.Idea]("idea"), (*exchange).acceptIdea},
	{post, "/app/sites/:site/writer/ideas/:id/reject", accounts.Work, within[planner.Idea]("idea"), (*exchange).rejectIdea},
	{post, "/app/sites/:site/writer/ideas/:id/conflicts", accounts.Work, within[planner.Idea]("idea"), (*exchange).resolveIdea},
	{post, "/app/sites/:site/writer/ideas/:id/propose", accounts.Work, within[planner.Idea]("idea"), (*exchange).proposeIdea},

	{get, "/app/sites/:site/writer/contents/:id", accounts.See, within[writer.Content]("content"), (*exchange).content},
	{post, "/app/sites/:site/writer/contents/:id/head", accounts.Work, within[writer.Content]("content"), (*exchange).saveHead},
	{post, "/app/sites/:site/writer/contents/:id/blocks", accounts.Work, within[writer.Content]("content"), (*exchange).addBlock},
	{post, "/app/sites/:site/writer/contents/:id/blocks/:block", accounts.Work, within[writer.Content]("content"), (*exchange).saveBlock},
	{post, "/app/sites/:site/writer/contents/:id/blocks/:block/move", accounts.Work, within[writer.Content]("content"), (*exchange).moveBlock},
	{post, "/app/sites/:site/writer/contents/:id/paste", accounts.Work, within[writer.Content]("content"), (*exchange).paste},
	{post, "/app/sites/:site/writer/contents/:id/blocks/:block/remove", accounts.Work, within[writer.Content]("content"), (*exchange).removeBlock},
	{post, "/app/sites/:site/writer/contents/:id/submit", accounts.Work, within[writer.Content]("content"), (*exchange).submitContent},
	{post, "/app/sites/:site/writer/contents/:id/approve", accounts.Publish, within[writer.Content]("content"), (*exchange).approveContent},
	{post, "/app/sites/:site/writer/contents/:id/return", accounts.Publish, within[writer.Content]("content"), (*exchange).returnContent},
	{get, "/app/sites/:site/writer/contents/:id/revisions", accounts.See, within[writer.Content]("content"), (*exchange).revisions},
	{get, "/app/sites/:site/writer/contents/:id/revisions/:number", accounts.See, within[writer.Content]("content"), (*exchange).revision},
	{post, "/app/sites/:site/writer/contents/:id/revisions/:number/restore", accounts.Work, within[writer.Content]("content"), (*exchange).restoreRevision},
	{post, "/app/sites/:site/writer/contents/:id/revisions/:number/blocks/:block", accounts.Work, within[writer.Content]("content"), (*exchange).restoreBlock},
	{get, "/app/sites/:site/writer/contents/:id/compare", accounts.See, within[writer.Content]("content"), (*exchange).compare},
}

// within finds the object that :id names, which has to be one of the site that :site names.
func within[T any](noun string) finder {
	find := of[T](noun)
	return func(x *exchange) (string, error) {
		id, err := find(x)
		if err == nil && id != x.Params("site") {
			return "", fault.Missing(noun)
		}
		return id, err
	}
}

func (x *exchange) writerPath(rest string) string {
	return "/app/sites/" + x.site.ID + "/writer" + rest
}

func (x *exchange) writerRights() views.Rights {
	may := func(p accounts.Permission) bool { return x.member.May(p, x.site.ID) }
	return views.Rights{Work: may(accounts.Work), Publish: may(accounts.Publish), Manage: may(accounts.Manage)}
}

func (x *exchange) writerStage() error {
	v := views.Stage{SiteID: x.site.ID, Rights: x.writerRights(), Sector: x.Query("sector"), State: x.Query("state")}
	if v.State != "" && !slices.Contains([]string{writer.Open, writer.Drafted, writer.Done}, v.State) {
		return fault.New(fault.Invalid, "The state of a task is open, drafted or done, not %q.", v.State)
	}
	var err error
	// The run comes first: one that ends from here on is seen to run, and its page loads again.
	if v.Run, err = x.draftRun(); err != nil {
		return err
	}
	if v.Entry, err = x.Builder.Gate(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if v.Gate, err = x.Writer.Gate(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if v.Sectors, err = x.Sites.Sectors(x.ctx(), x.site.ID); err != nil {
		return err
	}
	if v.Tasks, err = x.Writer.Tasks(x.ctx(), x.site.ID, v.Sector); err != nil {
		return err
	}
	sum, err := x.Planner.Summary(x.ctx(), x.site.ID)
	if err != nil {
		return err
	}
	v.Proposed = sum.Ideas - sum.AcceptedIdeas
	c := x.staged("Writer", gates.Writer)
	return x.show(views.Page(c, v), views.Part(c, v))
}

// draftRun is the run that drafts now, or the last one if it failed and nobody has started another since.
func (x *exchange) draftRun() (*runs.View, error) {
	run, shown, err := x.Engine.Active(x.ctx(), x.site.ID, writer.GenerateContent)
	if err != nil {
		return nil, err
	}
	if !shown {
		last, err := x.Engine.List(x.ctx(), ai.Filter{SiteID: x.site.ID, Function: writer.GenerateContent, Limit: 1})
		if err != nil {
			return nil, err
		}
		if len(last.Items) == 0 || last.Items[0].Phase != ai.PhaseFailed {
			return nil, nil
		}
		run = last.Items[0]
	}
	v := x.runView(run)
	return &v, nil
}

// chosenTasks are the open tasks that were selected, or all of them, oldest first; left is how many do not fit into a run.
func (x *exchange) chosenTasks() (chosen []writer.Listed, left int, err error) {
	all, err := x.Writer.Tasks(x.ctx(), x.site.ID, x.value("sector"))
	if err != nil {
		return nil, 0, err
	}
	slices.Reverse(all)
	ids := x.values("ids")
	for _, t := range all {
		if wanted := x.checked("all") && t.State == writer.Open || slices.Contains(ids, t.ID); wanted {
			chosen = append(chosen, t)
		}
	}
	if !x.checked("all") && len(chosen) != len(slices.Compact(slices.Sorted(slices.Values(ids)))) {
		return nil, 0, fault.Missing("task")
	}
	fits := min(len(chosen), writer.MaxDrafts)
	return chosen[:fits], len(chosen) - fits, nil
}

func idsOf(tasks []writer.Listed) []string {
	ids := make([]string, len(tasks))
	for i, t := range tasks {
		ids[i] = t.ID
	}
	return ids
}

// quoteDrafts says what the drafts cost before anything is started.
func (x *exchange) quoteDrafts() error {
	v := views.Drafts{SiteID: x.site.ID, Once: database.NewID()}
	var err error
	if v.Model, err = x.Engine.Asks(x.ctx(), writer.GenerateContent); err != nil {
		return err
	}
	if v.Tasks, v.Left, err = x.chosenTasks(); err != nil {
		return err
	}
	if v.Quote, err = x.Writer.QuoteDrafts(x.ctx(), x.site.ID, idsOf(v.Tasks)); err != nil {
		return err
	}
	if v.Wallet, err = x.Billing.Wallet(x.ctx()); err != nil {
		return err
	}
	page := views.DraftsPage(x.staged("Draft pages", gates.Writer), v)
	return x.show(page, page)
}

// startDrafts starts a run, unless one is under way or the form has started one already: what is sent twice is paid once.
func (x *exchange) startDrafts() error {
	_, active, err := x.Engine.Active(x.ctx(), x.site.ID, writer.GenerateContent)
	if err != nil {
		return err
	}
	if active {
		x.say("info", "Drafts are being written already. Start the next ones when that run has ended.")
		return x.to(x.writerPath(""))
	}
	key, request := "form "+x.value("once"), writer.GenerateContent+" "+x.site.ID
	started, err := x.Accounts.Remembered(x.ctx(), key, request)
	if err != nil {
		return err
	}
	if started != nil {
		return x.to(x.writerPath(""))
	}
	if _, err := x.Writer.StartDrafts(x.ctx(), x.site.ID, x.values("ids"), x.checked("approve")); err != nil {
		return errors.Join(err, x.Accounts.Forget(x.ctx(), key, request))
	}
	if err := x.Accounts.Remember(x.ctx(), key, request, accounts.Answer{Status: http.StatusSeeOther}); err != nil {
		return err
	}
	return x.to(x.writerPath(""))
}
