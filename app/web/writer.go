package web

import (
	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/app/runs"
	"igny8/app/writer"
	runviews "igny8/views/runs"
	views "igny8/views/writer"
)

var writerRoutes = []route{
	{get, "/app/sites/:site/writer", accounts.See, inSite, (*exchange).writerStage},
	{post, "/app/sites/:site/writer/quote", accounts.Work, inSite, (*exchange).quoteDrafts},
	{post, "/app/sites/:site/writer/drafts", accounts.Work, inSite, (*exchange).startDrafts},
	{get, "/app/sites/:site/writer/batches/:id", accounts.See, within[runs.Batch]("batch"), (*exchange).batch},
	{post, "/app/sites/:site/writer/batches/:id/pause", accounts.Work, within[runs.Batch]("batch"), (*exchange).pauseBatch},
	{post, "/app/sites/:site/writer/batches/:id/resume", accounts.Work, within[runs.Batch]("batch"), (*exchange).resumeBatch},
	{post, "/app/sites/:site/writer/batches/:id/cancel", accounts.Work, within[runs.Batch]("batch"), (*exchange).cancelBatch},
	{post, "/app/sites/:site/writer/batches/:id/retry", accounts.Work, within[runs.Batch]("batch"), (*exchange).retryBatch},
	{post, "/app/sites/:site/writer/tasks", accounts.Work, inSite, (*exchange).changeTasks},
	{get, "/app/sites/:site/writer/tasks/:id", accounts.See, within[writer.Task]("task"), (*exchange).task},
	{post, "/app/sites/:site/writer/tasks/:id", accounts.Work, within[writer.Task]("task"), (*exchange).saveTask},
	{post, "/app/sites/:site/writer/tasks/:id/approve", accounts.Work, within[writer.Task]("task"), (*exchange).approveBrief},
	{post, "/app/sites/:site/writer/tasks/:id/withdraw", accounts.Work, within[writer.Task]("task"), (*exchange).withdrawBrief},
	{get, "/app/sites/:site/writer/briefs", accounts.Work, inSite, (*exchange).quoteBriefs},
	{post, "/app/sites/:site/writer/briefs", accounts.Work, inSite, (*exchange).startBriefs},

	{get, "/app/sites/:site/writer/ideas", accounts.See, inSite, (*exchange).ideas},
	{post, "/app/sites/:site/writer/ideas", accounts.Work, inSite, (*exchange).decideIdeas},
	{post, "/app/sites/:site/writer/ideas/undo", accounts.Work, inSite, (*exchange).undoReject},
	{get, "/app/sites/:site/writer/ideas/:id", accounts.See, within[planner.Idea]("idea"), (*exchange).idea},
	{post, "/app/sites/:site/writer/ideas/:id", accounts.Work, within[planner.Idea]("idea"), (*exchange).saveIdea},
	{post, "/app/sites/:site/writer/ideas/:id/accept", accounts.Work, within[planner.Idea]("idea"), (*exchange).acceptIdea},
	{post, "/app/sites/:site/writer/ideas/:id/reject", accounts.Work, within[planner.Idea]("idea"), (*exchange).rejectIdea},
	{post, "/app/sites/:site/writer/ideas/:id/conflicts", accounts.Work, within[planner.Idea]("idea"), (*exchange).resolveIdea},
	{post, "/app/sites/:site/writer/ideas/:id/propose", accounts.Work, within[planner.Idea]("idea"), (*exchange).proposeIdea},

	{get, "/app/sites/:site/writer/contents/:id", accounts.See, within[writer.Content]("content"), (*exchange).content},
	{post, "/app/sites/:site/writer/contents/:id/head", accounts.Work, within[writer.Content]("content"), (*exchange).saveHead},
	{save, "/app/sites/:site/writer/contents/:id/blocks", accounts.Work, within[writer.Content]("content"), (*exchange).addBlock},
	{save, "/app/sites/:site/writer/contents/:id/blocks/:block", accounts.Work, within[writer.Content]("content"), (*exchange).saveBlock},
	{post, "/app/sites/:site/writer/contents/:id/blocks/:block/move", accounts.Work, within[writer.Content]("content"), (*exchange).moveBlock},
	{save, "/app/sites/:site/writer/contents/:id/paste", accounts.Work, within[writer.Content]("content"), (*exchange).paste},
	{post, "/app/sites/:site/writer/contents/:id/blocks/:block/remove", accounts.Work, within[writer.Content]("content"), (*exchange).removeBlock},
	{post, "/app/sites/:site/writer/contents/:id/submit", accounts.Work, within[writer.Content]("content"), (*exchange).submitContent},
	{post, "/app/sites/:site/writer/contents/:id/approve", accounts.Publish, within[writer.Content]("content"), (*exchange).approveContent},
	{post, "/app/sites/:site/writer/contents/:id/undo", accounts.Work, within[writer.Content]("content"), (*exchange).undoStep},
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

func (x *exchange) writerRights() views.Rights {
	may := func(p accounts.Permission) bool { return x.member.May(p, x.site.ID) }
	return views.Rights{Work: may(accounts.Work), Publish: may(accounts.Publish), Manage: may(accounts.Manage)}
}

// draftRun is the run that drafts now, or the last one if it failed and nobody has started another since.
func (x *exchange) draftRun() (*runviews.View, error) {
	run, shown, err := x.Engine.Active(x.ctx(), x.site.ID, writer.GenerateContent)
	if err != nil {
		return nil, err
	}
	if !shown {
		last, err := x.Engine.List(x.ctx(), runs.Filter{SiteID: x.site.ID, Function: writer.GenerateContent, Limit: 1})
		if err != nil {
			return nil, err
		}
		if len(last.Items) == 0 || last.Items[0].Phase != runs.PhaseFailed {
			return nil, nil
		}
		run = last.Items[0]
	}
	v := x.runView(run)
	return &v, nil
}
