package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/planner/ideas"
	"igny8/app/writer"
)

// undoOf returns the address that undoes the change, from the toast of the reply; empty if the toast has no undo.
func undoOf(t *testing.T, r apptest.Reply) string {
	t.Helper()
	var trigger struct {
		Toast struct{ Text, Undo string }
	}
	if err := json.Unmarshal([]byte(r.Header.Get("HX-Trigger")), &trigger); err != nil {
		t.Fatalf("%d, HX-Trigger %q: %v", r.Status, r.Header.Get("HX-Trigger"), err)
	}
	return trigger.Toast.Undo
}

func TestWriterUndoesOnlyTheLastStep(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	before := d.content()
	first := before.Blocks[0].ID
	d.wants("nothing to undo", d.editor.Post(d.path+"/undo?step=x"), http.StatusConflict, "not your last one")
	d.wants("a viewer", d.viewer.Post(d.path+"/undo?step=x"), http.StatusForbidden)
	d.wants("the other account", d.w.Browse(accountstest.Stranger).Post(d.path+"/undo?step=x"), http.StatusNotFound)

	older := undoOf(t, d.editor.Swap(d.path+"/blocks/"+first+"/remove", "revision", "1"))
	if len(d.content().Blocks) != len(before.Blocks)-1 {
		t.Fatal("nothing was removed")
	}
	newer := undoOf(t, d.editor.Swap(d.path+"/blocks/"+before.Blocks[1].ID+"/remove", "revision", "2"))
	d.wants("a step before the last", d.editor.Post(older), http.StatusConflict, "not your last one")
	d.wants("somebody else's step", d.publisher.Post(newer), http.StatusConflict)
	d.wants("the last step", d.editor.Post(newer), http.StatusSeeOther)
	d.wants("what it did", d.editor.Get(d.path), http.StatusOK, "Undone.")
	if c := d.content(); len(c.Blocks) != len(before.Blocks)-1 || c.Blocks[0].ID != before.Blocks[1].ID {
		t.Errorf("undone: %d blocks", len(c.Blocks))
	}
	d.wants("undone twice", d.editor.Post(newer), http.StatusConflict, "Nothing was changed")

	revision := fmt.Sprint(d.content().Revision)
	asked := undoOf(t, d.editor.Swap(d.path+"/submit", "revision", revision))
	d.wants("the request for a review", d.editor.Post(asked), http.StatusSeeOther)
	if d.content().State != writer.ContentDraft {
		t.Errorf("undone, the content is %s", d.content().State)
	}
	approved := d.publisher.Swap(d.path+"/approve", "revision", revision)
	if got := d.content(); approved.Status == http.StatusOK && got.State != writer.ContentApproved {
		t.Fatalf("approved: %s", got.State)
	}
	d.wants("the approval", d.publisher.Post(undoOf(t, approved)), http.StatusSeeOther)
	if got := d.content(); got.State != writer.ContentDraft || *got.ApprovedRevision != *before.ApprovedRevision {
		t.Errorf("undone, the content is %s, revision %d approved", got.State, *got.ApprovedRevision)
	}
	plain := d.publisher.Post(d.path+"/approve", "revision", revision)
	d.wants("an approval without scripts", plain, http.StatusSeeOther)
	d.wants("its undo", d.publisher.Get(d.path), http.StatusOK, "/undo?step=", "data-undo")
}

// A click into another block, while one is being edited, saves the edited block and opens the other one.
func TestSaveOpensTheNextBlock(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	first, second := d.content().Blocks[0].ID, d.content().Blocks[1].ID
	saved := d.editor.Swap(d.path+"/blocks/"+first, "type", "paragraph", "revision", "1", "html", "<p>Say I would</p>", "next", second)
	d.wants("a save", saved, http.StatusOK, "Say I would", `id="block-`+second+`"`, "data-typed")
	if undoOf(t, saved) != "" {
		t.Error("an undo is offered that would take away what is typed now")
	}
	saved = d.editor.Swap(d.path+"/blocks/"+second, "type", "paragraph", "revision", "2", "html", "<p>x approve</p>", "next", "head")
	d.wants("a save", saved, http.StatusOK, `name="description"`)
	saved = d.editor.Swap(d.path+"/blocks/"+first, "type", "paragraph", "revision", "3", "html", "<p>No</p>", "next", "gone")
	d.wants("a save before a block that is gone", saved, http.StatusOK)
	if strings.Contains(saved.Body, "data-typed") {
		t.Error("a block that is gone is typed")
	}
	if c := d.content(); c.Blocks[0].Text != "No" || c.Blocks[1].Text != "x approve" || c.Revision != 4 {
		t.Errorf("saved %+v", c.Blocks[:2])
	}
}

func TestHeadingIsSavedAsTyped(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	added := d.editor.Post(d.path+"/blocks", "type", "heading", "level", "3", "revision", "1", "html", "<h2>Which <em>hose</em></h2><p>lasts</p>")
	d.wants("a heading", added, http.StatusSeeOther)
	c := d.content()
	if c.Blocks[0].Type != blocks.TypeHeading || c.Blocks[0].Level != 3 || c.Blocks[0].Text != "Which <em>hose</em>" || c.Blocks[1].Text != "lasts" {
		t.Errorf("saved %+v", c.Blocks[:2])
	}
	d.wants("the place to type", d.editor.Get(d.path+"?block="+c.Blocks[0].ID), http.StatusOK, "data-typed", "<h2>Which <em>hose</em></h2>")
	d.wants("nothing typed", d.editor.Post(d.path+"/blocks/"+c.Blocks[0].ID, "type", "heading", "level", "3", "revision", "2", "html", "<h2><br></h2>"), http.StatusUnprocessableEntity, "Write something", "data-unsaved")
}

func TestViewerCannotEditBlocks(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	d.wants("an editor", d.editor.Get(d.path), http.StatusOK, `data-edit="rich"`)
	if strings.Contains(d.viewer.Get(d.path).Body, "data-edit") {
		t.Error("a click of a viewer begins to edit")
	}
}

func TestIdeaRejectionIsUndone(t *testing.T) {
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
	list, err := d.w.Ideas.Ideas(ctx, ideas.IdeaQuery{SiteID: d.things.Site, State: ideas.IdeaProposed})
	if err != nil || len(list.Items) < 3 {
		t.Fatalf("%d ideas, %v", len(list.Items), err)
	}
	one, two := list.Items[0].ID, list.Items[1].ID
	path := "/app/sites/" + d.things.Site + "/writer/ideas"
	state := func(id string) ideas.IdeaState {
		idea, err := d.w.Ideas.Idea(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		return idea.State
	}
	d.wants("nothing rejected", d.editor.Post(path+"/undo?last="+one), http.StatusSeeOther)
	d.wants("which is said", d.editor.Get(path), http.StatusOK, "undone already")
	d.wants("two rejected", d.editor.Post(path, "do", "reject", "ids", one, "ids", two), http.StatusSeeOther)
	d.wants("their undo", d.editor.Get(path), http.StatusOK, path+"/undo?last="+two)
	d.wants("the other account", d.w.Browse(accountstest.Stranger).Post(path+"/undo?last="+two), http.StatusNotFound)
	d.wants("another one's", d.publisher.Post(path+"/undo?last="+two), http.StatusSeeOther)
	if state(one) != ideas.IdeaRejected {
		t.Error("somebody else's rejection was undone")
	}
	d.wants("undone", d.editor.Post(path+"/undo?last="+two), http.StatusSeeOther)
	if state(one) != ideas.IdeaProposed || state(two) != ideas.IdeaProposed {
		t.Errorf("undone: %s and %s", state(one), state(two))
	}
	d.wants("one rejected", d.editor.Post(path+"/"+one+"/reject"), http.StatusSeeOther)
	d.wants("its undo", d.editor.Get(path), http.StatusOK, path+"/"+one+"/propose", "data-undo")
}

func TestBriefPageApprovesOnlyTheBriefItShows(t *testing.T) {
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
	list, err := d.w.Ideas.Ideas(ctx, ideas.IdeaQuery{SiteID: d.things.Site, State: ideas.IdeaProposed})
	if err != nil || len(list.Items) == 0 {
		t.Fatalf("no idea, %v", err)
	}
	stage := "/app/sites/" + d.things.Site + "/writer"
	d.wants("accept", d.editor.Post(stage+"/ideas/"+list.Items[0].ID+"/accept"), http.StatusSeeOther)
	tasks, err := d.w.Writer.Tasks(ctx, d.things.Site, "")
	if err != nil || tasks[0].BriefApprovedAt != nil {
		t.Fatalf("one click on Accept approved the brief: %+v, %v", tasks[0].Task, err)
	}
	brief := stage + "/tasks/" + tasks[0].ID
	shown := d.editor.Get(brief)
	d.wants("the brief", shown, http.StatusOK, "waits for an approval")
	if strings.Contains(shown.Body, "Draft this page") {
		t.Error("a draft is offered from a brief that nobody approved")
	}
	mark := seenBrief.FindStringSubmatch(shown.Body)[1]
	d.wants("changed meanwhile", d.publisher.Post(brief, "angle", "Another"), http.StatusSeeOther)
	d.wants("what was shown", d.editor.Post(brief+"/approve", "seen", mark), http.StatusConflict, "changed since you were shown it", "Another")
	mark = seenBrief.FindStringSubmatch(d.editor.Get(brief).Body)[1]
	d.wants("what is shown now", d.editor.Post(brief+"/approve", "seen", mark), http.StatusSeeOther)
	page := d.editor.Get(brief)
	d.wants("its next step", page, http.StatusOK, "Draft this page for 1 credit", brief+"/withdraw", "data-undo")
	d.wants("undone", d.editor.Post(brief+"/withdraw"), http.StatusSeeOther)
	d.wants("which is said", d.editor.Get(brief), http.StatusOK, "Undone. The brief waits for an approval.", "Approve the brief")
	d.wants("approved again", d.editor.Post(brief+"/approve", "seen", mark), http.StatusSeeOther)
	d.wants("the draft", d.editor.Post(stage+"/drafts", "once", "1", "credits", "1", "ids", tasks[0].ID), http.StatusSeeOther)
	d.endedBatch()
	d.wants("an approval that was used", d.editor.Post(brief+"/withdraw"), http.StatusSeeOther)
	d.wants("which is said", d.editor.Get(brief), http.StatusOK, "drafted already")
}
