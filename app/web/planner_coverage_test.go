package web_test

import (
	"net/http"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
)

func TestCoverageGeneratesIdeasForGaps(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t)
	b.wants("nothing grouped", b.editor.Get(b.path+"/coverage"), http.StatusOK, "Nothing to cover yet")
	b.grouped()
	b.wants("nothing approved", b.editor.Get(b.path+"/coverage"), http.StatusOK, "Coverage by pillar", "or none is approved yet")
	b.wants("approve all", b.editor.Post(b.path+"/approve"), http.StatusSeeOther)
	page := b.editor.Get(b.path + "/coverage")
	leaves := b.clusters(planner.LevelPage)
	b.wants("gaps", page, http.StatusOK, leaves[0].Name, "Generate ideas", "1 credit each")
	b.wants("nothing chosen", b.editor.Post(b.path+"/coverage", "once", "x"), http.StatusUnprocessableEntity, "Choose the page clusters first")
	b.wants("no cluster", b.editor.Post(b.path+"/coverage", "once", "y", "ids", "z\x00"), http.StatusNotFound)
	before := len(b.endedRuns())
	for range 2 {
		b.wants("ideas", b.editor.Post(b.path+"/coverage", "once", hidden(t, page, "once"), "ids", leaves[0].ID), http.StatusSeeOther)
	}
	if got := len(b.endedRuns()); got != before+1 {
		t.Errorf("%d runs, want %d", got, before+1)
	}
	ideas, err := b.w.Ideas.Ideas(b.w.Ctx(accountstest.Owner), ideas.IdeaQuery{SectorID: b.w.Sector})
	if err != nil || len(ideas.Items) != 1 || ideas.Items[0].ClusterID != leaves[0].ID {
		t.Errorf("the ideas are %v, %v", ideas.Items, err)
	}
	b.wants("a viewer looks", b.w.Browse(accountstest.Viewer).Get(b.path+"/coverage"), http.StatusOK, "Coverage by pillar")
	b.wants("a viewer asks", b.w.Browse(accountstest.Viewer).Post(b.path+"/coverage", "ids", leaves[0].ID), http.StatusForbidden)
	b.wants("the other account", b.w.Browse(accountstest.Stranger).Get(b.path+"/coverage"), http.StatusNotFound)
}
