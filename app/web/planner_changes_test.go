package web_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/planner"
)

// After a change, the page shows it with an Undo button. The list of changes shows it, too.
func TestPlannerChangeIsUndone(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t).grouped()
	b.wants("no changes", b.editor.Get(b.path+"/changes"), http.StatusOK, "Nothing has been changed yet")

	summary := b.editor.Get(b.path + "/approve")
	b.wants("the summary", summary, http.StatusOK, "Nothing is approved yet", "Keywords in them")
	b.wants("approve all", b.editor.Post(b.path+"/approve"), http.StatusSeeOther)
	said := b.editor.Get(b.path)
	b.wants("what was done", said, http.StatusOK, "approved: all that waited", "Undo")
	_, after, _ := strings.Cut(said.Body, `action="`+b.path+"/changes/")
	id, _, _ := strings.Cut(after, `"`)
	b.wants("the list", b.editor.Get(b.path+"/changes"), http.StatusOK, "approved: all that waited", b.w.Member(accountstest.Editor).Name)
	b.wants("undo", b.editor.Post(b.path+"/changes/"+id), http.StatusSeeOther)
	b.wants("it is undone", b.editor.Get(b.path+"/changes"), http.StatusOK, "Undone: ", "Undone by")
	for _, c := range b.clusters("") {
		if c.State != planner.ClusterProposed {
			t.Errorf("%s is %s after undoing", c.Name, c.State)
		}
	}
	b.wants("undo again", b.editor.Post(b.path+"/changes/"+id), http.StatusSeeOther)
	b.wants("it says why not", b.editor.Get(b.path+"/changes"), http.StatusOK, "undone already")
}

func TestClustersAreChangedInTheTable(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t).grouped()
	path := b.path + "/clusters"
	leaves := b.clusters(planner.LevelPage)
	first, second := leaves[0], leaves[1]
	b.wants("the table", b.editor.Get(path+"?view=table&sort=-keywords"), http.StatusOK, first.Name, second.Name, "Opportunity")
	b.wants("the table of topics", b.editor.Get(path+"?level=topic"), http.StatusOK, b.clusters(planner.LevelTopic)[0].Name)
	b.wants("nothing found", b.editor.Get(path+"?view=table&q=zzz"), http.StatusOK, "No cluster matches")
	pillar := b.clusters(planner.LevelPillar)[0]
	b.wants("the map", b.editor.Get(path+"?view=map"), http.StatusOK, "Pillars by demand", pillar.Name)
	b.wants("a pillar of the map", b.editor.Get(path+"?view=map&at="+pillar.ID), http.StatusOK, "Topics of "+pillar.Name)
	b.wants("by coverage", b.editor.Get(path+"?view=map&colour=coverage"), http.StatusOK, "0% live, 0% at least planned")
	b.wants("a page has no map", b.editor.Get(path+"?view=map&at="+first.ID), http.StatusNotFound)

	for name, form := range map[string][]string{
		"nothing chosen": {"do", "approve"},
		"nothing to do":  {"do", "dance", "ids", first.ID},
		"no such role":   {"do", "role", "new_role", "star", "ids", first.ID},
		"into nothing":   {"do", "merge", "into", "nowhere", "ids", first.ID},
		"into itself":    {"do", "merge", "into", first.Name, "ids", first.ID},
		"under nothing":  {"do", "place", "above", "nowhere", "ids", first.ID},
	} {
		b.wants(name, b.editor.Post(path, form...), http.StatusUnprocessableEntity)
	}
	b.wants("a role", b.editor.Post(path, "do", "role", "new_role", planner.Attribute, "ids", first.ID), http.StatusSeeOther)
	b.wants("lock all that match", b.editor.Post(path, "do", "lock", "all", "1", "level", planner.LevelPage), http.StatusSeeOther)
	for _, c := range b.clusters(planner.LevelPage) {
		if !c.Locked || (c.ID == first.ID) != (c.Role == planner.Attribute) {
			t.Errorf("%s is locked %v and %s", c.Name, c.Locked, c.Role)
		}
	}
	b.wants("merge", b.editor.Post(path, "do", "merge", "into", second.Name, "ids", first.ID), http.StatusSeeOther)
	b.wants("it is gone", b.editor.Get(path+"/"+first.ID), http.StatusNotFound)
	b.wants("how it could be divided", b.editor.Get(path+"/"+second.ID+"/divide"), http.StatusOK)
	b.wants("a pillar is not divided", b.editor.Get(path+"/"+pillar.ID+"/divide"), http.StatusUnprocessableEntity, "is a pillar")
}
