package web_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/planner"
)

// uploadFiles sends files to the import page. pairs are names and contents, in turn.
func (b plannerScreen) uploadFiles(pairs ...string) apptest.Reply {
	b.Helper()
	var files []apptest.File
	for i := 0; i+1 < len(pairs); i += 2 {
		files = append(files, apptest.File{Field: "file", Name: pairs[i], Data: pairs[i+1]})
	}
	return b.editor.PostFiles(b.path+"/import", files)
}

// importFiles uploads files, starts the import on the page of the check, and returns the address of the report.
func (b plannerScreen) importFiles(pairs ...string) string {
	b.Helper()
	dropped := b.uploadFiles(pairs...)
	b.wants("drop", dropped, http.StatusSeeOther)
	address := dropped.Header.Get("Location")
	b.wants("import", b.editor.Post(address, "do", "import"), http.StatusSeeOther)
	b.endedRuns()
	return address
}

func TestImportIsCheckedAndReported(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t)
	b.wants("the empty stage", b.editor.Get(b.path), http.StatusOK, "Import keywords", "No keywords have been imported yet.")
	b.wants("nothing", b.uploadFiles(), http.StatusUnprocessableEntity, "Choose a keyword file.")
	const picture = "\x89PNG\r\n\x1a\n\x00\x00"
	b.wants("a picture", b.uploadFiles("logo.png", picture), http.StatusUnprocessableEntity, "logo.png")

	dropped := b.uploadFiles("garden.csv", gardening, "logo.png", picture, "long.csv", "Keyword\nrake\n"+strings.Repeat("x", 10000)+"\n")
	b.wants("a good and two bad files", dropped, http.StatusSeeOther)
	address := dropped.Header.Get("Location")
	b.wants("the check", b.editor.Get(address), http.StatusOK, "Nothing is written yet", "garden.csv", "This file was not read", "Rejected rows", "Import 8 keywords")
	if got := len(b.keywords("")); got != 0 {
		t.Fatalf("%d keywords before anybody said so", got)
	}
	b.wants("what nobody does", b.editor.Post(address, "do", "dance"), http.StatusUnprocessableEntity)
	for range 2 {
		b.wants("import", b.editor.Post(address, "do", "import"), http.StatusSeeOther)
	}
	if got := len(b.endedRuns()); got != 1 {
		t.Errorf("%d runs, want 1", got)
	}
	b.wants("the report", b.editor.Get(address), http.StatusOK, "What was read", "This file was not read", "Rejected rows", "Group keywords")
	b.wants("again", b.editor.Post(address, "do", "import"), http.StatusSeeOther)
	if got := len(b.keywords(planner.KeywordNew)); got != 8 {
		t.Fatalf("%d keywords, want the 8 good ones", got)
	}
	pasted := b.editor.Post(b.path+"/import", "text", "rake\nspade\n")
	b.wants("pasted", pasted, http.StatusSeeOther)
	b.wants("the check", b.editor.Get(pasted.Header.Get("Location")), http.StatusOK, "Pasted keywords", "Import 1 keyword")
	b.wants("discard", b.editor.Post(pasted.Header.Get("Location"), "do", "discard"), http.StatusSeeOther)
	b.wants("the discarded", b.editor.Get(pasted.Header.Get("Location")), http.StatusNotFound)
	list := b.editor.Get(b.path + "/keywords?q=compost+bin+plans")
	b.wants("the list", list, http.StatusOK, "compost bin plans", "—")
	download := b.editor.Get(b.path + "/export?what=keywords&format=csv")
	if disposition := download.Header.Get("Content-Disposition"); !strings.HasPrefix(disposition, "attachment") {
		t.Errorf("the download is shown: %q", disposition)
	}
	if !strings.Contains(download.Body, "'=sum(a1) garden") && !strings.Contains(download.Body, "'=SUM(A1) garden") {
		t.Error("a formula is not neutralised")
	}
}

func TestColumnsAreMappedByHand(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t)
	dropped := b.uploadFiles("own.csv", "Wort,Menge\nHarke,70\nSpaten,5\n")
	b.wants("a table nobody knows", dropped, http.StatusSeeOther)
	address := dropped.Header.Get("Location")
	page := b.editor.Get(address)
	b.wants("the check", page, http.StatusOK, "Nothing could be read yet", "Harke · Spaten", "or say which it is")
	header := hidden(t, page, "header")
	b.wants("import what was not read", b.editor.Post(address, "do", "import"), http.StatusUnprocessableEntity, "no column of keywords")
	for name, form := range map[string][]string{
		"no column":      {"do", "map", "header", header},
		"no keyword":     {"do", "map", "header", header, "column_0", "ignored", "column_1", "volume"},
		"too few":        {"do", "map", "header", header, "column_0", "keyword"},
		"no field":       {"do", "map", "header", header, "column_0", "keyword", "column_1", "x\x00"},
		"the same twice": {"do", "map", "header", header, "column_0", "keyword", "column_1", "keyword"},
	} {
		b.wants(name, b.editor.Post(address, form...), http.StatusUnprocessableEntity)
	}
	b.wants("another header", b.editor.Post(address, "do", "map", "header", "x", "column_0", "keyword"), http.StatusNotFound)
	b.wants("map", b.editor.Post(address, "do", "map", "header", header, "column_0", "keyword", "column_1", "volume"), http.StatusSeeOther)
	b.wants("read so", b.editor.Get(address), http.StatusOK, "Import 2 keywords", "as you said")
	again := b.uploadFiles("next.csv", "Wort,Menge\nGabel,7\n")
	b.wants("the next file", b.editor.Get(again.Header.Get("Location")), http.StatusOK, "Import 1 keyword", "as you said")
	b.wants("forget", b.editor.Post(address, "do", "forget", "header", header), http.StatusSeeOther)
	b.wants("forgotten", b.editor.Get(address), http.StatusOK, "Nothing could be read yet")
}

func TestReimportShowsItsChanges(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t)
	b.importFiles("garden.csv", gardening)
	other := strings.Replace(gardening, "compost bin,9900", "compost bin,8800", 1) + "rain barrel,700,Commercial\n"
	other = strings.Replace(other, "compost tumbler,3600,Commercial\n", "", 1)
	address := b.uploadFiles("garden.csv", other).Header.Get("Location")
	b.wants("new", b.editor.Get(address), http.StatusOK, "rain barrel", "Apply 2 changes")
	b.wants("changed", b.editor.Get(address+"?kind=changed"), http.StatusOK, "<del>9900</del>", "<ins>8800</ins>")
	b.wants("vanished", b.editor.Get(address+"?kind=vanished"), http.StatusOK, "compost tumbler", "0 of 1 will be excluded")
	b.wants("a kind of none", b.editor.Get(address+"?kind=dance"), http.StatusOK, "rain barrel")
	b.wants("nothing chosen", b.editor.Post(address, "do", "accept", "kind", "vanished"), http.StatusUnprocessableEntity, "Choose the keywords first")
	b.wants("not there", b.editor.Post(address, "do", "accept", "kind", "vanished", "ids", "x"), http.StatusNotFound)
	b.wants("exclude", b.editor.Post(address, "do", "accept", "kind", "vanished", "all", "1"), http.StatusSeeOther)
	b.wants("leave out", b.editor.Post(address, "do", "decline", "kind", "changed", "all", "1"), http.StatusSeeOther)
	b.wants("import", b.editor.Post(address, "do", "import"), http.StatusSeeOther)
	b.endedRuns()
	b.wants("the report", b.editor.Get(address), http.StatusOK, "1 left out by you", "1 vanished keyword is excluded")
	if gone := b.keywords(planner.KeywordExcluded); len(gone) != 1 || gone[0].Text != "compost tumbler" {
		t.Errorf("excluded: %v", gone)
	}
	stranger := b.w.Browse(accountstest.Stranger)
	b.wants("the other account", stranger.Get(address), http.StatusNotFound)
	b.wants("the other account discards", stranger.Post(address, "do", "discard"), http.StatusNotFound)
	var none apptest.Reply
	if none = b.editor.Get(b.path + "/imports/nobody"); none.Status != http.StatusNotFound {
		t.Errorf("an import that is not there: %d", none.Status)
	}
}

func TestImportPageReloadsTheQueue(t *testing.T) {
	t.Parallel()
	b := newPlannerScreen(t)
	b.wants("the page", b.editor.Get(b.path+"/import"), http.StatusOK, `id="import-queue"`, b.path+"/import/queue", "every 2s")
	queue := b.editor.Get(b.path + "/import/queue")
	b.wants("the queue", queue, http.StatusOK, `id="import-queue"`)
	if strings.Contains(queue.Body, "is being read") || strings.Contains(queue.Body, "<html") {
		t.Errorf("nothing is read, but the queue is %q", queue.Body)
	}
}
