package address

import (
	"net/url"
	"strconv"
)

// Writer returns the address of the board of the Writer.
func Writer(site string) string { return Site(site) + "/writer" }

// Ideas returns the address of the list of the ideas.
func Ideas(site string) string { return Writer(site) + "/ideas" }

// UndoReject returns the address of the form that restores the ideas that were rejected last.
func UndoReject(site string) string { return Ideas(site) + "/undo" }

// Idea returns the address of an idea with its form.
func Idea(site, id string) string { return Ideas(site) + "/" + id }

// IdeaAction returns the address of an action on an idea: accept, reject or propose it again.
func IdeaAction(site, id, action string) string { return Idea(site, id) + "/" + action }

// IdeaConflicts returns the address of the form that resolves the conflict between an idea and a page that it competes with.
func IdeaConflicts(site, id string) string { return Idea(site, id) + "/conflicts" }

// Tasks returns the address of the form that changes several tasks.
func Tasks(site string) string { return Writer(site) + "/tasks" }

// Task returns the address of a task with its brief.
func Task(site, id string) string { return Tasks(site) + "/" + id }

// ApproveBrief returns the address of the form that approves the brief of a task.
func ApproveBrief(site, id string) string { return Task(site, id) + "/approve" }

// WithdrawBrief returns the address of the form that withdraws the approval of a brief.
func WithdrawBrief(site, id string) string { return Task(site, id) + "/withdraw" }

// Briefs returns the address of the form that completes briefs.
func Briefs(site string) string { return Writer(site) + "/briefs" }

// QuoteDrafts returns the address that shows the total price of drafts.
func QuoteDrafts(site string) string { return Writer(site) + "/quote" }

// Drafts returns the address of the form that starts a batch of drafts.
func Drafts(site string) string { return Writer(site) + "/drafts" }

// Batch returns the address of a batch of drafts.
func Batch(site, id string) string { return Writer(site) + "/batches/" + id }

// BatchAction returns the address of an action on a batch: pause, resume, cancel or retry.
func BatchAction(site, id, action string) string { return Batch(site, id) + "/" + action }

// Content returns the address of the editor of a content.
func Content(site, id string) string { return Writer(site) + "/contents/" + id }

// ContentBlock returns the address of a block in the editor.
func ContentBlock(site, id, block string) string {
	return With(Content(site, id), "at", block) + "#block-" + block
}

// Head returns the address of the form that saves title, address and description.
func Head(site, id string) string { return Content(site, id) + "/head" }

// Blocks returns the address of the form that adds a block.
func Blocks(site, id string) string { return Content(site, id) + "/blocks" }

// Block returns the address of the form that saves a block.
func Block(site, id, block string) string { return Blocks(site, id) + "/" + url.PathEscape(block) }

// MoveBlock returns the address of the form that moves a block up or down.
func MoveBlock(site, id, block string) string { return Block(site, id, block) + "/move" }

// RemoveBlock returns the address of the form that removes a block.
func RemoveBlock(site, id, block string) string { return Block(site, id, block) + "/remove" }

// Paste returns the address that converts pasted HTML for the editor.
func Paste(site, id string) string { return Content(site, id) + "/paste" }

// ContentAction returns the address of an action on a content: submit, approve or return it, or undo the last step.
func ContentAction(site, id, action string) string { return Content(site, id) + "/" + action }

// Panel returns the address of a panel beside the text and of its form, if it has one. Panels are comments, rewrite,
// keywords, questions, claims, links, images, search-result and readability.
func Panel(site, id, panel string) string { return Content(site, id) + "/" + panel }

// Panels returns the address of the row of the panels' tabs.
func Panels(site, id string) string { return Content(site, id) + "/panels" }

// MetaAction returns the address of a decision about a proposed title and description: accept or reject.
func MetaAction(site, id, action string) string {
	return Panel(site, id, "search-result") + "/" + action
}

// ContentImages returns the address of an action on the pictures of a page: think, make or place.
func ContentImages(site, id, action string) string { return Panel(site, id, "images") + "/" + action }

// Suggestions returns the address of a decision about all suggestions of a content.
func Suggestions(site, id string) string { return Content(site, id) + "/suggestions" }

// Suggestion returns the address of a decision about a suggestion: accept or reject.
func Suggestion(site, id, action string) string {
	return Writer(site) + "/suggestions/" + id + "/" + action
}

// Thread returns the address of a thread of comments beside its text.
func Thread(site, content, thread string) string {
	return With(Panel(site, content, "comments"), "thread", thread) + "#thread-" + thread
}

// ThreadAction returns the address of an action on a thread: comments (adds an answer), resolve or reopen.
func ThreadAction(site, id, action string) string {
	return Writer(site) + "/threads/" + id + "/" + action
}

// Revisions returns the address of the list of the revisions of a content.
func Revisions(site, id string) string { return Content(site, id) + "/revisions" }

// Revision returns the address of a revision of a content.
func Revision(site, id string, number int64) string {
	return Revisions(site, id) + "/" + strconv.FormatInt(number, 10)
}

// RestoreRevision returns the address of the form that saves a revision as the newest one.
func RestoreRevision(site, id string, number int64) string {
	return Revision(site, id, number) + "/restore"
}

// RestoreBlock returns the address of the form that restores a block as it was in a revision.
func RestoreBlock(site, id string, number int64, block string) string {
	return Revision(site, id, number) + "/blocks/" + url.PathEscape(block)
}

// Compare returns the address of the form that chooses two revisions to compare.
func Compare(site, id string) string { return Content(site, id) + "/compare" }

// Comparison returns the address of the comparison of two revisions.
func Comparison(site, id string, from, to int64) string {
	return With(Compare(site, id), "from", strconv.FormatInt(from, 10), "to", strconv.FormatInt(to, 10))
}
