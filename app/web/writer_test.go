package web_test

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

// writerScreens is a content in the browsers of an editor, a publisher and a viewer.
type writerScreens struct {
	*testing.T
	w                         *apptest.World
	things                    apptest.Things
	editor, publisher, viewer *apptest.Browser
	path                      string
}

func newWriterScreens(t *testing.T) writerScreens {
	w := apptest.New(t)
	things := w.Furnish()
	return writerScreens{
		T: t, w: w, things: things, editor: w.Browse(accountstest.Editor), publisher: w.Browse(accountstest.Publisher),
		viewer: w.Browse(accountstest.Viewer),
		path:   "/app/sites/" + things.Site + "/writer/contents/" + things.Content,
	}
}

func (d writerScreens) content() writer.Content {
	d.Helper()
	c, err := d.w.Writer.Content(d.w.Ctx(accountstest.Owner), d.things.Content)
	if err != nil {
		d.Fatal(err)
	}
	return c
}

// wants fails unless the answer has the status and contains the words.
func (d writerScreens) wants(what string, got apptest.Reply, status int, words ...string) {
	d.Helper()
	if got.Status != status {
		d.Fatalf("%s: %d, want %d: %s", what, got.Status, status, got.Body)
	}
	for _, word := range words {
		if !strings.Contains(got.Body, word) {
			d.Errorf("%s: the page does not say %q", what, word)
		}
	}
}

// paragraph sends the form of a paragraph.
func (d writerScreens) paragraph(b *apptest.Browser, path string, revision int64, text string, more ...string) apptest.Reply {
	return b.Post(d.path+path, append([]string{"type", "paragraph", "revision", fmt.Sprint(revision), "text", text}, more...)...)
}

func TestBlockIsEditedInPlace(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	before := d.content()
	first, second := before.Blocks[0], before.Blocks[1]
	d.wants("a viewer's page", d.viewer.Get(d.path+"?block="+first.ID), http.StatusOK, before.Title)
	if got := d.viewer.Get(d.path + "?block=" + first.ID); strings.Contains(got.Body, "<textarea") {
		t.Error("a viewer is offered a form")
	}
	d.wants("a viewer's save", d.paragraph(d.viewer, "/blocks/"+first.ID, before.Revision, "x"), http.StatusForbidden)
	d.wants("the form", d.editor.Get(d.path+"?block="+first.ID), http.StatusOK, "<textarea", `name="revision" value="1"`)
	d.wants("the types of a new block", d.editor.Get(d.path+"?choose="+first.ID), http.StatusOK, `id="choose"`, "?add=table&amp;after="+first.ID)
	d.wants("nothing typed", d.paragraph(d.editor, "/blocks/"+first.ID, 1, " "), http.StatusUnprocessableEntity, "Write something")

	d.wants("a save", d.paragraph(d.editor, "/blocks/"+first.ID, 1, "Hoses **last** <script>\n\nSecond"), http.StatusSeeOther)
	d.wants("sent twice", d.paragraph(d.editor, "/blocks/"+first.ID, 1, "Hoses **last** <script>\n\nSecond"), http.StatusSeeOther)
	after := d.content()
	if after.Revision != 2 || after.State != writer.ContentDraft || after.Blocks[0].Text != "Hoses <strong>last</strong> &lt;script&gt;" || after.Blocks[1].Text != "Second" || after.Blocks[0].ID != first.ID {
		t.Fatalf("saved as revision %d, %s: %+v", after.Revision, after.State, after.Blocks[:2])
	}

	stale := d.paragraph(d.publisher, "/blocks/"+first.ID, 1, "Words of mine")
	d.wants("a stale save", stale, http.StatusConflict, "Words of mine", "They changed this block", "Hoses <strong>last</strong>", `name="revision" value="2"`)
	d.wants("a save of no revision", d.paragraph(d.publisher, "/blocks/"+second.ID, 9, "Mine, too"), http.StatusConflict, "Mine, too")
	if got := d.content().Revision; got != 2 {
		t.Errorf("stale saves made revision %d", got)
	}

	step := func(what string, revision int, pairs ...string) int {
		return d.editor.Post(d.path+"/blocks/"+first.ID+what, append(pairs, "revision", fmt.Sprint(revision))...).Status
	}
	for range 2 {
		if got := step("/move", 2, "way", "down"); got != http.StatusSeeOther {
			t.Fatalf("move: %d", got)
		}
		if c := d.content(); c.Revision != 3 || c.Blocks[1].ID != first.ID {
			t.Fatalf("moved twice: revision %d", c.Revision)
		}
	}
	if got := step("/remove", 1); got != http.StatusConflict {
		t.Errorf("a removal of a block that was changed: %d", got)
	}
	for range 2 {
		if got := step("/remove", 3); got != http.StatusSeeOther {
			t.Fatalf("remove: %d", got)
		}
	}
	d.wants("restore", d.editor.Post(d.path+"/revisions/1/restore", "revision", "4"), http.StatusSeeOther)
	if c := d.content(); c.Revision != 5 || len(c.Blocks) != len(before.Blocks) {
		t.Errorf("restored as revision %d with %d blocks, want 5 with %d", c.Revision, len(c.Blocks), len(before.Blocks))
	}
	d.wants("the comparison", d.viewer.Get(d.path+"/compare?from=2&to=5"), http.StatusOK, "<del>", "Removed")
	d.wants("any two", d.viewer.Get(d.path+"/compare?from=4&to=1"), http.StatusOK, "Revision 4 and 1")
	d.wants("the choice of two", d.viewer.Get(d.path+"/revisions"), http.StatusOK, `name="from"`, `name="to"`)
	block := d.path + "/revisions/2/blocks/" + first.ID
	d.wants("a viewer restores", d.viewer.Post(block, "revision", "5"), http.StatusForbidden)
	d.wants("a block of no revision", d.editor.Post(d.path+"/revisions/2/blocks/nothing", "revision", "5"), http.StatusNotFound)
	d.wants("from an older screen", d.editor.Post(block, "revision", "4"), http.StatusConflict)
	d.wants("one block", d.editor.Post(block, "revision", "5"), http.StatusSeeOther)
	if c := d.content(); c.Revision != 6 || c.Blocks[0].Text != after.Blocks[0].Text || len(c.Blocks) != len(before.Blocks) {
		t.Errorf("restored a block as revision %d: %q", c.Revision, c.Blocks[0].Text)
	}
	for _, number := range []string{"99", "x", "-1"} {
		d.wants("compare "+number, d.viewer.Get(d.path+"/compare?from="+number), http.StatusNotFound)
		d.wants("revision "+number, d.viewer.Get(d.path+"/revisions/"+number), http.StatusNotFound)
	}
}

func TestTwoEditorsLoseNoText(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	first, second := d.content().Blocks[0], d.content().Blocks[1]
	d.wants("one", d.paragraph(d.editor, "/blocks/"+first.ID, 1, "Of the one"), http.StatusSeeOther)
	d.wants("the other, elsewhere", d.paragraph(d.publisher, "/blocks/"+second.ID, 1, "Of the other"), http.StatusSeeOther)
	d.wants("a new block", d.paragraph(d.publisher, "/blocks", 1, "Quite new"), http.StatusSeeOther)
	d.wants("the head", d.editor.Post(d.path+"/head", "revision", "1", "title", "Their hoses", "slug", "hoses"), http.StatusSeeOther)
	d.wants("both the same", d.paragraph(d.publisher, "/blocks/"+first.ID, 1, "Of the other, too"), http.StatusConflict, "Of the one", "Of the other, too")
	c := d.content()
	text := c.Blocks.PlainText()
	for _, words := range []string{"Of the one", "Of the other", "Quite new"} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is lost: %s", words, text)
		}
	}
	if c.Title != "Their hoses" || c.Revision != 5 || strings.Contains(text, "Of the other, too") {
		t.Errorf("revision %d, %q", c.Revision, c.Title)
	}
}

func TestPageHeadIsSaved(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	post := func(revision, title, slug string) apptest.Reply {
		return d.editor.Post(d.path+"/head", "revision", revision, "title", title, "slug", slug, "description", "About hoses")
	}
	d.wants("no title", post("1", "", "hoses"), http.StatusUnprocessableEntity, "About hoses")
	d.wants("a title", post("1", "Garden hoses", "all about hoses"), http.StatusSeeOther)
	d.wants("sent twice", post("1", "Garden hoses", "all-about-hoses"), http.StatusSeeOther)
	d.wants("a stale one", post("1", "My hoses", "hoses"), http.StatusConflict, "My hoses", "Garden hoses")
	if c := d.content(); c.Revision != 2 || c.Title != "Garden hoses" || c.Slug != "all-about-hoses" {
		t.Errorf("saved %q at %q as revision %d", c.Title, c.Slug, c.Revision)
	}
}

func TestContentIsReviewed(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	first := d.content().Blocks[0].ID
	d.wants("a save", d.paragraph(d.editor, "/blocks/"+first, 1, "New words"), http.StatusSeeOther)
	decide := func(b *apptest.Browser, what, revision string, pairs ...string) apptest.Reply {
		return b.Post(d.path+"/"+what, append(pairs, "revision", revision)...)
	}
	d.wants("an editor's approval", decide(d.editor, "approve", "2"), http.StatusForbidden)
	d.wants("an editor's return", decide(d.editor, "return", "2", "reason", "x"), http.StatusForbidden)
	d.wants("submit", decide(d.editor, "submit", "2"), http.StatusSeeOther)
	d.wants("a return for nothing", decide(d.publisher, "return", "2"), http.StatusUnprocessableEntity, "what is to be changed")
	d.wants("a return", decide(d.publisher, "return", "2", "reason", "Say <why>"), http.StatusSeeOther)
	d.wants("the reason", d.editor.Get(d.path), http.StatusOK, "Say &lt;why&gt;")
	d.wants("another save", d.paragraph(d.editor, "/blocks/"+first, 2, "Newer words"), http.StatusSeeOther)
	d.wants("an approval of what nobody saw", decide(d.publisher, "approve", "2"), http.StatusConflict, "Newer words")
	if got := d.content().State; got != writer.ContentDraft {
		t.Fatalf("approved unseen: %s", got)
	}
	for range 2 {
		d.wants("an approval", decide(d.publisher, "approve", "3"), http.StatusSeeOther)
	}

	publish := "/app/sites/" + d.things.Site + "/publish"
	d.wants("the preflight", d.viewer.Get(publish), http.StatusOK, "Pages: 0 new, ", ", 0 removed.", "Publish ")
	d.wants("an editor's publish", d.editor.Post(publish), http.StatusForbidden)
	for range 2 {
		d.wants("a publish", d.publisher.Post(publish), http.StatusSeeOther)
	}
	d.waitForPublish()
	releases, err := d.w.Releases.List(d.w.Ctx(accountstest.Owner), d.things.Site)
	if err != nil || len(releases) != 2 || !releases[0].Live {
		t.Fatalf("%d releases, %v", len(releases), err)
	}
	old := publish + "/releases/" + releases[1].ID
	preview := d.viewer.Get(old + "/preview")
	d.wants("a preview", preview, http.StatusSeeOther)
	d.wants("the previewed page", d.w.Browse("").Get(preview.Header.Get("Location")), http.StatusOK, "Alpha guide")
	d.wants("an editor's roll back", d.editor.Post(old+"/activate"), http.StatusForbidden)
	d.wants("a roll back", d.publisher.Post(old+"/activate"), http.StatusSeeOther)
	d.wants("the releases", d.publisher.Get(publish), http.StatusOK, "Go live", "Pages: 0 new, ")
}

// waitForPublish waits until the newest publish of the site is done.
func (d writerScreens) waitForPublish() {
	d.Helper()
	ctx := d.w.Ctx(accountstest.Owner)
	run, started, err := d.w.Publish.Latest(ctx, d.things.Site)
	if err == nil && started {
		run, err = d.w.Runs.Wait(ctx, run.ID)
	}
	if err != nil || run.Phase != runs.PhaseDone {
		d.Fatalf("the publish is %s (%s): %v", run.Phase, run.Message, err)
	}
}

func TestIdeasBecomeDrafts(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	ctx := d.w.Ctx(accountstest.Owner)
	run, err := d.w.Ideas.StartIdeas(ctx, d.things.Sector, nil)
	if err == nil {
		_, err = d.w.Engine.Wait(ctx, run.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	proposed, err := d.w.Ideas.Ideas(ctx, ideas.IdeaQuery{SiteID: d.things.Site, State: ideas.IdeaProposed})
	if err != nil || len(proposed.Items) < 3 {
		t.Fatalf("%d proposed ideas, %v", len(proposed.Items), err)
	}
	stage := "/app/sites/" + d.things.Site + "/writer"
	one, two, three := proposed.Items[0].ID, proposed.Items[1].ID, proposed.Items[2].ID
	d.wants("a viewer's choice", d.viewer.Post(stage+"/ideas/"+one+"/accept"), http.StatusForbidden)
	d.wants("a bad change", d.editor.Post(stage+"/ideas/"+one, "title", "", "angle", "My angle", "intent", "curious"), http.StatusUnprocessableEntity, "My angle", "curious")
	d.wants("a change", d.editor.Post(stage+"/ideas/"+one, "title", "My title", "angle", "My angle", "intent", "Commercial", "outline", "A\r\n\r\nB"), http.StatusSeeOther)
	for range 2 {
		d.wants("an acceptance", d.editor.Post(stage+"/ideas/"+one+"/accept"), http.StatusSeeOther)
	}
	d.wants("several", d.editor.Post(stage+"/ideas", "do", "accept", "ids", one, "ids", two), http.StatusSeeOther)
	d.wants("somebody else's", d.editor.Post(stage+"/ideas", "do", "reject", "ids", three, "ids", d.things.Content), http.StatusNotFound)
	d.wants("the rest", d.editor.Post(stage+"/ideas", "do", "reject", "all", "1", "state", "proposed"), http.StatusSeeOther)
	d.wants("an empty list", d.editor.Get(stage+"/ideas"), http.StatusOK, "No idea here")
	d.wants("a rejected one", d.editor.Get(stage+"/ideas?state=rejected"), http.StatusOK, proposed.Items[2].Title, "Put back")

	d.wants("the stage", d.editor.Get(stage), http.StatusOK, "Draft 2 open pages", "My title")
	d.wants("a price", d.editor.Post(stage+"/quote", "all", "1"), http.StatusOK, "2 pages for 2 credits", "Approve 2 briefs and draft", "Complete the briefs first")
	d.wants("a price for nothing", d.editor.Post(stage+"/quote"), http.StatusUnprocessableEntity)
	d.wants("a task of elsewhere", d.editor.Post(stage+"/quote", "ids", one), http.StatusNotFound)
	tasks, err := d.w.Writer.Tasks(ctx, d.things.Site, "")
	if err != nil || tasks[0].State != writer.TaskOpen || tasks[1].State != writer.TaskOpen {
		t.Fatalf("%v %v", tasks, err)
	}
	d.wants("a brief that waits", d.editor.Post(stage+"/drafts", "once", "0", "ids", tasks[0].ID, "ids", tasks[1].ID), http.StatusConflict, "2 briefs wait for an approval")
	d.wants("briefs to complete", d.editor.Get(stage+"/briefs"), http.StatusOK, "Complete 2 briefs", "costs nothing")
	d.wants("completing", d.editor.Post(stage+"/briefs", "once", "2", "ids", tasks[0].ID, "ids", tasks[1].ID), http.StatusSeeOther)
	if briefing, ok, err := d.w.Engine.Active(ctx, d.things.Site, drafting.GenerateBrief); err == nil && ok {
		_, err = d.w.Engine.Wait(ctx, briefing.ID)
		if err != nil {
			t.Fatal(err)
		}
	}
	brief := stage + "/tasks/" + tasks[0].ID
	d.wants("a brief", d.editor.Get(brief), http.StatusOK, "Approve the brief", "Out of scope", "Length in words")
	d.wants("a length in letters", d.editor.Post(brief, "length", "long"), http.StatusUnprocessableEntity, "number of words")
	d.wants("an approval", d.editor.Post(brief+"/approve"), http.StatusSeeOther)
	d.wants("an approved brief", d.editor.Get(brief), http.StatusOK, "The brief was approved by ")
	d.wants("completing an approved one", d.editor.Post(stage+"/briefs", "once", "5", "ids", tasks[0].ID, "ids", tasks[1].ID), http.StatusSeeOther)
	d.wants("which is refused", d.editor.Get(stage+"/briefs"), http.StatusOK, "is approved and stays as it is", "Complete 1 brief")
	line := []string{"Mine"}
	full := writer.Brief{Audience: "Mine", Angle: "Mine", Intent: "commercial", Outline: []string{"One", "Two"}, Keywords: line, Questions: line, Terms: line, Links: line, Facts: line, OutOfScope: line, Length: 900}
	if _, err := d.w.Writer.UpdateTask(ctx, tasks[1].ID, writer.TaskChange{Brief: &full}); err != nil {
		t.Fatal(err)
	}
	d.wants("completing a full one", d.editor.Post(stage+"/briefs", "once", "6", "ids", tasks[1].ID), http.StatusSeeOther)
	if briefing, ok, err := d.w.Engine.Active(ctx, d.things.Site, drafting.GenerateBrief); err == nil && ok {
		_, _ = d.w.Engine.Wait(ctx, briefing.ID)
	}
	d.wants("why that failed", d.editor.Get(stage), http.StatusOK, "A person has written all of its brief.", "Nothing was saved and nothing was charged.")
	d.wants("more than was shown", d.editor.Post(stage+"/drafts", "approve", "1", "once", "4", "credits", "1", "ids", tasks[0].ID, "ids", tasks[1].ID), http.StatusConflict, "2 credits now")
	d.wants("the batch", d.editor.Post(stage+"/drafts", "credits", "2", "approve", "1", "once", "1", "ids", tasks[0].ID, "ids", tasks[1].ID), http.StatusSeeOther)
	batch := d.endedBatch()
	page := stage + "/batches/" + batch.ID
	d.wants("the batch", d.viewer.Get(page), http.StatusOK, "2 of 2 pages are drafted", "2 credits charged of 2", "My title")
	d.wants("its card", d.viewer.Get(page+"?card=1", "HX-Request", "true"), http.StatusOK, "2 of 2 pages are drafted")
	d.wants("a viewer's pause", d.viewer.Post(page+"/pause"), http.StatusForbidden)
	d.wants("a retry of nothing", d.editor.Post(page+"/retry"), http.StatusConflict)
	d.wants("a batch of elsewhere", d.editor.Get(stage+"/batches/"+d.things.Task), http.StatusNotFound)
	d.wants("the run, sent again", d.editor.Post(stage+"/drafts", "once", "1", "ids", tasks[0].ID, "ids", tasks[1].ID), http.StatusSeeOther)
	d.wants("the drafts", d.editor.Get(stage+"?state=draft"), http.StatusOK, "Review the next draft")
	d.wants("drafts of what is drafted", d.editor.Post(stage+"/drafts", "once", "2", "ids", tasks[0].ID), http.StatusConflict)
}

// endedBatch returns the newest batch of the site after all its runs have ended.
func (d *writerScreens) endedBatch() runs.Batch {
	d.Helper()
	ctx := d.w.Ctx(accountstest.Owner)
	list, err := d.w.Engine.Batches(ctx, d.things.Site, 1, "")
	if err != nil || len(list.Items) != 1 {
		d.Fatalf("%d batches, %v", len(list.Items), err)
	}
	runs, err := d.w.Engine.Runs(ctx, list.Items[0].ID)
	for _, run := range runs {
		if err == nil {
			_, err = d.w.Engine.Wait(ctx, run.ID)
		}
	}
	if err != nil {
		d.Fatal(err)
	}
	return list.Items[0]
}

// Two people change a brief at the same time. The second sees a conflict with the text that they typed; saving again replaces the first.
func TestBriefChangeDetectsConflicts(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	path := "/app/sites/" + d.things.Site + "/writer/tasks/" + d.things.Task
	opened := seenBrief.FindStringSubmatch(d.editor.Get(path).Body)
	if opened == nil {
		t.Fatal("the form does not say which brief it shows")
	}
	d.wants("the first", d.editor.Post(path, "seen", opened[1], "angle", "What theirs says"), http.StatusSeeOther)
	second := d.editor.Post(path, "seen", opened[1], "angle", "What mine says")
	d.wants("the second", second, http.StatusConflict, "changed in the meantime", "What mine says")
	d.wants("what stands", d.editor.Get(path), http.StatusOK, "What theirs says")
	d.wants("saved again", d.editor.Post(path, "seen", seenBrief.FindStringSubmatch(second.Body)[1], "angle", "What mine says"), http.StatusSeeOther)
	d.wants("what stands then", d.editor.Get(path), http.StatusOK, "What mine says")
	d.wants("the same words twice", d.editor.Post(path, "seen", opened[1], "angle", "What mine says"), http.StatusSeeOther)
}

var seenBrief = regexp.MustCompile(`name="seen" value="([0-9a-f]+)"`)

func TestTasksAreFilteredSortedAndAssigned(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	stage := "/app/sites/" + d.things.Site + "/writer"
	editor := d.w.Member(accountstest.Editor)
	d.wants("no such state", d.editor.Get(stage+"?state=lost"), http.StatusUnprocessableEntity)
	d.wants("no such order", d.editor.Get(stage+"?sort=luck"), http.StatusUnprocessableEntity)
	d.wants("a sector of elsewhere", d.editor.Get(stage+"?sector="+d.things.Task), http.StatusNotFound)
	d.wants("a viewer's assignment", d.viewer.Post(stage+"/tasks", "ids", d.things.Task, "assignee", editor.UserID), http.StatusForbidden)
	d.wants("nothing said", d.editor.Post(stage+"/tasks", "ids", d.things.Task), http.StatusSeeOther)
	d.wants("why nothing was done", d.editor.Get(stage), http.StatusOK, "Nothing was changed. Say who writes them, or when.")
	d.wants("an assignment", d.editor.Post(stage+"/tasks", "ids", d.things.Task, "assignee", editor.UserID, "planned_on", "2027-03-01"), http.StatusSeeOther)
	d.wants("what it did", d.editor.Get(stage+"?assignee_is=me"), http.StatusOK, "1 task is changed.", editor.Name, "2027-03-01")
	d.wants("in order", d.editor.Get(stage+"?sort=-planned"), http.StatusOK, "2027-03-01")
	d.wants("nobody's, as a board", d.editor.Get(stage+"?assignee_is=nobody&view=board"), http.StatusOK, "Published", "Nobody yet, no date")
	d.wants("nothing this week", d.editor.Get(stage+"?planned=week"), http.StatusOK, "No task matches these filters")
}

// Objects of another site, of another account or of another kind are not found.
func TestWriterAndPublishSeparateSites(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	site := "/app/sites/" + d.things.Site
	paths := []string{
		"/writer", "/writer/ideas", "/writer/ideas/" + d.things.Idea, "/writer/tasks/" + d.things.Task, "/writer/contents/" + d.things.Content,
		"/writer/contents/" + d.things.Content + "/revisions", "/writer/contents/" + d.things.Content + "/revisions/1",
		"/publish", "/publish/releases/" + d.things.Release + "/preview",
	}
	stranger, newcomer, owner := d.w.Browse(accountstest.Stranger), d.w.Browse(accountstest.Newcomer), d.w.Browse(accountstest.Owner)
	for _, path := range paths {
		if got := d.viewer.Get(site + path).Status; got != http.StatusOK && got != http.StatusSeeOther {
			t.Errorf("%s for a viewer: %d", path, got)
		}
		d.wants(path+" for a stranger", stranger.Get(site+path), http.StatusNotFound)
		d.wants(path+" for somebody without the site", newcomer.Get(site+path), http.StatusNotFound)
		if strings.Count(path, "/") > 2 {
			d.wants(path+" below another site", owner.Get("/app/sites/"+d.things.Task+path), http.StatusNotFound)
		}
	}
	d.wants("a task as a content", owner.Get(site+"/writer/contents/"+d.things.Task), http.StatusNotFound)
}
