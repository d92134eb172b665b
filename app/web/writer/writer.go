// Package writer has the screens of the Writer. A handler reads the form, calls one service method and shows a page or its part.
package writer

import (
	"igny8/app/accounts"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	views "igny8/views/writer"
)

// handler answers the requests of this package.
type handler struct{ *exchange.Exchange }

// Routes returns the routes of the package.
func Routes() []exchange.Route[*exchange.Exchange] {
	return exchange.Table(func(x *exchange.Exchange) handler { return handler{x} }, reviewRoutes, panelRoutes, writerRoutes,
		pageImageRoutes)
}

var writerRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/sites/:site/writer", accounts.See, exchange.InSite, handler.writerStage),
	exchange.At(exchange.Post, "/app/sites/:site/writer/quote", accounts.Work, exchange.InSite, handler.quoteDrafts),
	exchange.At(exchange.Post, "/app/sites/:site/writer/drafts", accounts.Work, exchange.InSite, handler.startDrafts),
	exchange.At(exchange.Get, "/app/sites/:site/writer/batches/:id", accounts.See, exchange.Within[runs.Batch]("batch"), handler.batch),
	exchange.At(exchange.Post, "/app/sites/:site/writer/batches/:id/pause", accounts.Work, exchange.Within[runs.Batch]("batch"), handler.pauseBatch),
	exchange.At(exchange.Post, "/app/sites/:site/writer/batches/:id/resume", accounts.Work, exchange.Within[runs.Batch]("batch"), handler.resumeBatch),
	exchange.At(exchange.Post, "/app/sites/:site/writer/batches/:id/cancel", accounts.Work, exchange.Within[runs.Batch]("batch"), handler.cancelBatch),
	exchange.At(exchange.Post, "/app/sites/:site/writer/batches/:id/retry", accounts.Work, exchange.Within[runs.Batch]("batch"), handler.retryBatch),
	exchange.At(exchange.Post, "/app/sites/:site/writer/tasks", accounts.Work, exchange.InSite, handler.changeTasks),
	exchange.At(exchange.Get, "/app/sites/:site/writer/tasks/:id", accounts.See, exchange.Within[writer.Task]("task"), handler.task),
	exchange.At(exchange.Post, "/app/sites/:site/writer/tasks/:id", accounts.Work, exchange.Within[writer.Task]("task"), handler.saveTask),
	exchange.At(exchange.Post, "/app/sites/:site/writer/tasks/:id/approve", accounts.Work, exchange.Within[writer.Task]("task"), handler.approveBrief),
	exchange.At(exchange.Post, "/app/sites/:site/writer/tasks/:id/withdraw", accounts.Work, exchange.Within[writer.Task]("task"), handler.withdrawBrief),
	exchange.At(exchange.Get, "/app/sites/:site/writer/briefs", accounts.Work, exchange.InSite, handler.quoteBriefs),
	exchange.At(exchange.Post, "/app/sites/:site/writer/briefs", accounts.Work, exchange.InSite, handler.startBriefs),

	exchange.At(exchange.Get, "/app/sites/:site/writer/ideas", accounts.See, exchange.InSite, handler.ideas),
	exchange.At(exchange.Post, "/app/sites/:site/writer/ideas", accounts.Work, exchange.InSite, handler.decideIdeas),
	exchange.At(exchange.Post, "/app/sites/:site/writer/ideas/undo", accounts.Work, exchange.InSite, handler.undoReject),
	exchange.At(exchange.Get, "/app/sites/:site/writer/ideas/:id", accounts.See, exchange.Within[ideas.Idea]("idea"), handler.idea),
	exchange.At(exchange.Post, "/app/sites/:site/writer/ideas/:id", accounts.Work, exchange.Within[ideas.Idea]("idea"), handler.saveIdea),
	exchange.At(exchange.Post, "/app/sites/:site/writer/ideas/:id/accept", accounts.Work, exchange.Within[ideas.Idea]("idea"), handler.acceptIdea),
	exchange.At(exchange.Post, "/app/sites/:site/writer/ideas/:id/reject", accounts.Work, exchange.Within[ideas.Idea]("idea"), handler.rejectIdea),
	exchange.At(exchange.Post, "/app/sites/:site/writer/ideas/:id/conflicts", accounts.Work, exchange.Within[ideas.Idea]("idea"), handler.resolveIdea),
	exchange.At(exchange.Post, "/app/sites/:site/writer/ideas/:id/propose", accounts.Work, exchange.Within[ideas.Idea]("idea"), handler.proposeIdea),

	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id", accounts.See, exchange.Within[writer.Content]("content"), handler.content),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/head", accounts.Work, exchange.Within[writer.Content]("content"), handler.saveHead),
	exchange.At(exchange.Save, "/app/sites/:site/writer/contents/:id/blocks", accounts.Work, exchange.Within[writer.Content]("content"), handler.addBlock),
	exchange.At(exchange.Save, "/app/sites/:site/writer/contents/:id/blocks/:block", accounts.Work, exchange.Within[writer.Content]("content"), handler.saveBlock),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/blocks/:block/move", accounts.Work, exchange.Within[writer.Content]("content"), handler.moveBlock),
	exchange.At(exchange.Save, "/app/sites/:site/writer/contents/:id/paste", accounts.Work, exchange.Within[writer.Content]("content"), handler.paste),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/blocks/:block/remove", accounts.Work, exchange.Within[writer.Content]("content"), handler.removeBlock),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/submit", accounts.Work, exchange.Within[writer.Content]("content"), handler.submitContent),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/approve", accounts.Publish, exchange.Within[writer.Content]("content"), handler.approveContent),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/undo", accounts.Work, exchange.Within[writer.Content]("content"), handler.undoStep),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/return", accounts.Publish, exchange.Within[writer.Content]("content"), handler.returnContent),
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/revisions", accounts.See, exchange.Within[writer.Content]("content"), handler.revisions),
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/revisions/:number", accounts.See, exchange.Within[writer.Content]("content"), handler.revision),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/revisions/:number/restore", accounts.Work, exchange.Within[writer.Content]("content"), handler.restoreRevision),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/revisions/:number/blocks/:block", accounts.Work, exchange.Within[writer.Content]("content"), handler.restoreBlock),
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/compare", accounts.See, exchange.Within[writer.Content]("content"), handler.compare),
}

func (x handler) writerRights() views.Rights {
	may := func(p accounts.Permission) bool { return x.Member.May(p, x.Site.ID) }
	return views.Rights{Work: may(accounts.Work), Publish: may(accounts.Publish), Manage: may(accounts.Manage)}
}
