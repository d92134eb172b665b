package address

import (
	"net/url"
	"strconv"
)

// Writer returns the board of the Writer.
func Writer(site string) string { return Site(site) + "/writer" }

// Ideas returns the list of the ideas.
func Ideas(site string) string { return Writer(site) + "/ideas" }

// UndoReject puts back the ideas that were rejected last.
func UndoReject(site string) string { return Ideas(site) + "/undo" }

// Idea returns an idea with its form.
func Idea(site, id string) string { return Ideas(site) + "/" + id }

// IdeaAction decides about an idea: accept, reject or propose it again.
func IdeaAction(site, id, action string) string { return Idea(site, id) + "/" + action }

// IdeaConflicts decides what becomes of an idea and a page that it competes with.
func IdeaConflicts(site, id string) string { return Idea(site, id) + "/conflicts" }

// Tasks changes several tasks.
func Tasks(site string) string { return Writer(site) + "/tasks" }

// Task returns a task with its brief.
func Task(site, id string) string { return Tasks(site) + "/" + id }

// ApproveBrief approves the brief of a task.
func ApproveBrief(site, id string) string { return Task(site, id) + "/approve" }

// WithdrawBrief takes the approval of a brief back.
func WithdrawBrief(site, id string) string { return Task(site, id) + "/withdraw" }

// Briefs completes briefs.
func Briefs(site string) string { return Writer(site) + "/briefs" }

// QuoteDrafts says what drafts cost together.
func QuoteDrafts(site string) string { return Writer(site) + "/quote" }

// Drafts starts a batch of drafts.
func Drafts(site string) string { return Writer(site) + "/drafts" }

// Batch returns a batch of drafts.
func Batch(site, id string) string { return Writer(site) + "/batches/" + id }

// BatchAction holds a batch or lets it go on: pause, resume, cancel or retry.
func BatchAction(site, id, action string) string { return Batch(site, id) + "/" + action }

// Content returns the editor of a content.
func Content(site, id string) string { return Writer(site) + "/contents/" + id }

// ContentBlock returns the place of a block in the editor.
func ContentBlock(site, id, block string) string { return Content(site, id) + "#block-" + block }

// Head takes title, address and description.
func Head(site, id string) string { return Content(site, id) + "/head" }

// Blocks takes a new block.
func Blocks(site, id string) string { return Content(site, id) + "/blocks" }

// Block takes the text of a block.
func Block(site, id, block string) string { return Blocks(site, id) + "/" + url.PathEscape(block) }

// MoveBlock moves a block up or down.
func MoveBlock(site, id, block string) string { return Block(site, id, block) + "/move" }

// RemoveBlock takes a block out.
func RemoveBlock(site, id, block string) string { return Block(site, id, block) + "/remove" }

// Paste takes what was pasted into the text.
func Paste(site, id string) string { return Content(site, id) + "/paste" }

// ContentAction decides about a content: submit, approve or return it, or undo the last step.
func ContentAction(site, id, action string) string { return Content(site, id) + "/" + action }

// Panel returns a panel beside the text: comments, rewrite, keywords, questions, claims, links, images, search-result or
// readability. Those with a form take it.
func Panel(site, id, panel string) string { return Content(site, id) + "/" + panel }

// Panels returns the row of the panels' tabs.
func Panels(site, id string) string { return Content(site, id) + "/panels" }

// MetaAction decides about a proposed title and description: accept or reject.
func MetaAction(site, id, action string) string {
	return Panel(site, id, "search-result") + "/" + action
}

// ContentImages changes the pictures of a page: think, make or place.
func ContentImages(site, id, action string) string { return Panel(site, id, "images") + "/" + action }

// Suggestions decides about all suggestions of a content.
func Suggestions(site, id string) string { return Content(site, id) + "/suggestions" }

// Suggestion decides about a suggestion: accept or reject.
func Suggestion(site, id, action string) string {
	return Writer(site) + "/suggestions/" + id + "/" + action
}

// Thread returns a thread of comments beside its text.
func Thread(site, content, thread string) string {
	return Panel(site, content, "comments") + "#thread-" + thread
}

// ThreadAction answers in a thread or settles it: comments, resolve or reopen.
func ThreadAction(site, id, action string) string {
	return Writer(site) + "/threads/" + id + "/" + action
}

// Revisions returns the list of the revisions of a content.
func Revisions(site, id string) string { return Content(site, id) + "/revisions" }

// Revision returns a content as it once read.
func Revision(site, id string, number int64) string {
	return Revisions(site, id) + "/" + strconv.FormatInt(number, 10)
}

// RestoreRevision makes a revision the newest.
func RestoreRevision(site, id string, number int64) string {
	return Revision(site, id, number) + "/restore"
}

// RestoreBlock makes a block what it was in a revision.
func RestoreBlock(site, id string, number int64, block string) string {
	return Revision(site, id, number) + "/blocks/" + url.PathEscape(block)
}

// Compare asks which two revisions to compare.
func Compare(site, id string) string { return Content(site, id) + "/compare" }

// Comparison compares two revisions.
func Comparison(site, id string, from, to int64) string {
	return With(Compare(site, id), "from", strconv.FormatInt(from, 10), "to", strconv.FormatInt(to, 10))
}
