package web_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/planner"
)

func TestIntentsAreChangedInTheList(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t)
	b.importFiles("garden.csv", gardening)
	list := b.path + "/keywords"
	k := b.keywords("")[0]
	row := list + "/" + k.ID
	b.wants("the list", b.editor.Get(list), http.StatusOK, "High opportunity", `href="`+row+`"`)
	b.wants("the keyword", b.editor.Get(row), http.StatusOK, "What each file said", "counts as 50", "Move to the cluster")
	b.wants("no such filter", b.editor.Get(list+"?weak=perhaps"), http.StatusUnprocessableEntity, "yes or no")

	b.wants("no such intent", b.editor.Post(row, "do", "intent", "to_intent", "curious"), http.StatusUnprocessableEntity, "curious")
	b.wants("no such cluster", b.editor.Post(row, "do", "move", "cluster", "nowhere"), http.StatusUnprocessableEntity, "nowhere")
	b.wants("set", b.editor.Post(row, "do", "intent", "to_intent", "informational", "to_intent", "transactional"), http.StatusSeeOther)
	b.wants("mixed", b.editor.Get(list+"?intent_by=hand"), http.StatusOK, "Informational + transactional", "by hand", "1 of 1 keyword")
	b.wants("forget", b.editor.Post(list, "do", "forget_intent", "all", "1", "intent_by", "hand"), http.StatusSeeOther)
	b.wants("forgotten", b.editor.Get(list+"?intent_by=hand"), http.StatusOK, "No keyword matches")
	b.wants("none by hand", b.editor.Post(list, "do", "intent", "ids", k.ID), http.StatusSeeOther)
	b.wants("said by a person", b.editor.Get(list+"?intent_by=hand"), http.StatusOK, "by hand")
}

func TestViewsAreSavedRenamedAndDeleted(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t)
	b.importFiles("garden.csv", gardening)
	views := b.path + "/views"
	for name, form := range map[string][]string{
		"no name":  {"do", "save", "list", planner.KeywordList, "query", "state=new"},
		"built in": {"do", "save", "list", planner.KeywordList, "query", "state=new", "name", "Not grouped"},
		"no list":  {"do", "save", "list", "dreams", "query", "state=new", "name", "Mine"},
	} {
		b.wants(name, b.editor.Post(views, form...), http.StatusSeeOther)
	}
	if page := b.editor.Get(b.path + "/keywords"); strings.Contains(page.Body, ">Mine") {
		t.Error("a view was saved that should not be")
	}
	saved := b.editor.Post(views, "do", "save", "list", planner.KeywordList, "query", "q=compost&state=new&cursor=abc", "name", "Mine")
	b.wants("save", saved, http.StatusSeeOther)
	page := b.editor.Get(b.path + "/keywords?q=compost&state=new")
	b.wants("shown", page, http.StatusOK, "Mine", "Change this view")
	_, rest, _ := strings.Cut(page.Body, `action="`+views+"/")
	id, _, _ := strings.Cut(rest, `"`)
	b.wants("nothing", b.editor.Post(views+"/"+id, "list", planner.KeywordList), http.StatusUnprocessableEntity, "renamed or deleted")
	b.wants("rename", b.editor.Post(views+"/"+id, "do", "rename", "list", planner.KeywordList, "name", "Of compost"), http.StatusSeeOther)
	b.wants("renamed", b.editor.Get(b.path+"/keywords"), http.StatusOK, "Of compost")
	b.wants("delete", b.editor.Post(views+"/"+id, "do", "delete", "list", planner.KeywordList), http.StatusSeeOther)
	b.wants("gone", b.editor.Post(views+"/"+id, "do", "delete", "list", planner.KeywordList), http.StatusNotFound)
}

func TestExportsAreDownloads(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t)
	b.importFiles("garden.csv", gardening)
	for _, wrong := range []string{"", "?what=keywords", "?what=keywords&format=pdf", "?what=all&format=csv", "?what=keywords&format=csv&weak=perhaps"} {
		b.wants("export"+wrong, b.editor.Get(b.path+"/export"+wrong), http.StatusUnprocessableEntity)
	}
	book := b.editor.Get(b.path + "/export?what=all&format=xlsx")
	b.wants("the workbook", book, http.StatusOK)
	if kind := book.Header.Get("Content-Type"); !strings.Contains(kind, "spreadsheetml") || !strings.Contains(book.Header.Get("Content-Disposition"), `attachment; filename="planner.xlsx"`) {
		t.Errorf("the workbook comes as %s, %s", kind, book.Header.Get("Content-Disposition"))
	}
	some := b.editor.Get(b.path + "/export?what=keywords&format=csv&q=compost")
	if lines := strings.Count(some.Body, "\n"); lines != 4 {
		t.Errorf("%d lines with compost, want the header and 3", lines)
	}
}
