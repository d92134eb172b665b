package web_test

import (
	"net/http"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/planner/ideas"
)

func TestIdeasThatCompeteWithAPageAreDecided(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	w, things, editor, ctx := d.w, d.things, d.editor, d.w.Ctx(accountstest.Owner)
	run, err := w.Ideas.StartIdeas(ctx, things.Sector, nil)
	if err == nil {
		_, err = w.Engine.Wait(ctx, run.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	list, err := w.Ideas.Ideas(ctx, ideas.IdeaQuery{SiteID: things.Site, State: ideas.IdeaProposed})
	if err != nil || len(list.Items) < 3 {
		t.Fatalf("%d ideas, %v", len(list.Items), err)
	}
	first, second, third := list.Items[0], list.Items[1], list.Items[2]
	for _, idea := range []ideas.Idea{second, third} {
		if _, err := w.Ideas.UpdateIdea(ctx, idea.ID, ideas.IdeaChange{TargetKeywords: &first.TargetKeywords}); err != nil {
			t.Fatal(err)
		}
	}
	path := "/app/sites/" + things.Site + "/writer/ideas"
	d.wants("no date", editor.Post(path, "do", "plan", "ids", second.ID), http.StatusUnprocessableEntity)
	d.wants("plan", editor.Post(path, "do", "plan", "ids", second.ID, "ids", third.ID, "begin", "2027-02-26", "per_week", "2"), http.StatusSeeOther)
	d.wants("the dates", editor.Get(path), http.StatusOK, "Planned for 2027-02-26", "Planned for 2027-03-01")
	d.wants("accept all three", editor.Post(path, "do", "accept", "ids", first.ID, "ids", second.ID, "ids", third.ID), http.StatusSeeOther)
	d.wants("what was held back", editor.Get(path), http.StatusOK, "1 idea is accepted. 2 are held back", "Meets another page", first.Title)
	d.wants("what waits for a decision", editor.Get(path+"?conflict=held"), http.StatusOK, second.Title, third.Title, "Clear")
	d.wants("the last days of February", editor.Get(path+"?from=2027-02-20&till=2027-02-28"), http.StatusOK, second.Title)
	d.wants("nothing so late", editor.Get(path+"?from=2029-01-01"), http.StatusOK, "No idea matches")
	d.wants("no day", editor.Get(path+"?from=soon"), http.StatusUnprocessableEntity)
	d.wants("reject all that is held of one day", editor.Post(path, "do", "reject", "all", "on", "conflict", "held", "from", "2029-01-01"), http.StatusSeeOther)
	d.wants("which are none", editor.Get(path+"?conflict=held"), http.StatusOK, second.Title, third.Title)
	d.wants("accept one that meets", editor.Post(path+"/"+second.ID+"/accept"), http.StatusConflict)
	d.wants("its page", editor.Get(path+"/"+second.ID), http.StatusOK, "Already on the site", "Merge into that page", "Both are meant for")
	decide := path + "/" + second.ID + "/conflicts"
	d.wants("no reason", editor.Post(decide, "do", "waive", "page", first.PageID), http.StatusUnprocessableEntity, "why both pages may stand")
	d.wants("no page", editor.Post(decide, "do", "extend", "page", "x\x00"), http.StatusNotFound)
	d.wants("waive", editor.Post(decide, "do", "waive", "page", first.PageID, "reason", "For <b>beginners</b>."), http.StatusSeeOther)
	d.wants("the reason", editor.Get(path+"/"+second.ID), http.StatusOK, "Both may stand: For &lt;b&gt;beginners")
	d.wants("accept it now", editor.Post(path+"/"+second.ID+"/accept"), http.StatusSeeOther)
	d.wants("merge", editor.Post(path+"/"+third.ID+"/conflicts", "do", "extend", "page", first.PageID), http.StatusSeeOther)
	closed, err := w.Ideas.Idea(ctx, third.ID)
	if err != nil || closed.State != ideas.IdeaRejected || *closed.ExtendsPageID != first.PageID {
		t.Errorf("the merged idea is %+v, %v", closed, err)
	}
	d.wants("the other account", w.Browse(accountstest.Stranger).Post(decide, "do", "waive", "page", first.PageID, "reason", "x"), http.StatusNotFound)
}
