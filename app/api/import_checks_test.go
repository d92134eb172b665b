package api_test

import (
	"net/http"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

type object = map[string]any

// caller returns a function that sends a request of the editor and fails unless it has the wanted status.
func caller(t *testing.T, w *apptest.World) func(what, method, path string, body any, status int) object {
	return func(what, method, path string, body any, status int) object {
		t.Helper()
		got := w.API(accountstest.Editor, method, path, body)
		if got.Status != status {
			t.Fatalf("%s: %d, want %d: %s", what, got.Status, status, got.Body)
		}
		if status == http.StatusNoContent {
			return nil
		}
		return got.JSON(t)
	}
}

func TestImportIsCheckedMappedAndStarted(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	send := caller(t, w)
	upload(t, w, "", map[string]string{"old.csv": "Keyword,Volume,Intent\nrain barrel,880,\nwater butt,90,\n"})
	checked := upload(t, w, "?check=true", map[string]string{"own.csv": "Wort,Menge\nrain barrel,990\nhose guide,5\n"}).JSON(t)
	path := "/keyword-imports/" + checked["id"].(string)
	table := checked["files"].([]any)[0].(object)["tables"].([]any)[0].(object)
	if checked["state"] != "checked" || len(table["header"].([]any)) != 2 {
		t.Fatalf("the check is %v", checked)
	}
	send("start what could not be read", http.MethodPost, path+"/start", nil, http.StatusUnprocessableEntity)
	send("columns of another table", http.MethodPut, path+"/columns", object{"header_key": "x", "fields": []string{"keyword", "volume"}}, http.StatusNotFound)
	send("a field that is none", http.MethodPut, path+"/columns", object{"header_key": table["header_key"], "fields": []string{"keyword", "mood"}}, http.StatusUnprocessableEntity)
	read := send("the columns", http.MethodPut, path+"/columns", object{"header_key": table["header_key"], "fields": []string{"keyword", "volume"}}, http.StatusOK)
	if counts := read["change_counts"].(object); counts["new"] != 1.0 || counts["changed"] != 1.0 {
		t.Fatalf("read again it would do %v", counts)
	}

	send("changes of no kind", http.MethodGet, path+"/changes?kind=gone", nil, http.StatusUnprocessableEntity)
	changed := send("what changes", http.MethodGet, path+"/changes?kind=changed", nil, http.StatusOK)["items"].([]any)
	row := changed[0].(object)
	if len(changed) != 1 || row["keyword"] != "rain barrel" || row["accepted"] != true || row["differences"].([]any)[0].(object)["after"] != "990" {
		t.Fatalf("changes = %v", changed)
	}
	send("a change of another", http.MethodPost, path+"/changes", object{"kind": "changed", "ids": []string{checked["id"].(string)}, "accepted": false}, http.StatusNotFound)
	counts := send("leave it out", http.MethodPost, path+"/changes", object{"kind": "changed", "ids": []any{row["id"]}, "accepted": false}, http.StatusOK)["items"].([]any)
	if left := counts[1].(object); left["kind"] != "changed" || left["count"] != 1.0 || left["accepted"] != 0.0 {
		t.Fatalf("counts = %v", counts)
	}

	run := send("start", http.MethodPost, path+"/start", nil, http.StatusAccepted)
	if again := send("start once more", http.MethodPost, path+"/start", nil, http.StatusAccepted); again["id"] != run["id"] {
		t.Errorf("a second run %v beside %v", again["id"], run["id"])
	}
	ended, err := w.Engine.Wait(w.Ctx(accountstest.Editor), run["id"].(string))
	if err != nil || ended.Phase != "DONE" {
		t.Fatalf("the run ended %s: %v", ended.Phase, err)
	}
	if done := send("the report", http.MethodGet, path, nil, http.StatusOK); done["state"] != "done" || done["imported"] != 1.0 || done["updated"] != 0.0 {
		t.Errorf("the report is %v", done)
	}
	send("discard what is done", http.MethodDelete, path, nil, http.StatusConflict)
	other := upload(t, w, "?check=true", map[string]string{"next.csv": "Wort,Menge\nspade,7\n"}).JSON(t)
	if other["imported"] != 1.0 {
		t.Errorf("the next file with the header is read as %v", other)
	}
	send("discard", http.MethodDelete, "/keyword-imports/"+other["id"].(string), nil, http.StatusNoContent)
	send("the discarded", http.MethodGet, "/keyword-imports/"+other["id"].(string), nil, http.StatusNotFound)
}

func TestColumnsAreMappedBeforeAnyFile(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	send := caller(t, w)
	header := []string{"Wort", "Menge"}
	for name, body := range map[string]object{
		"no header": {"header": []string{}, "fields": []string{"keyword"}}, "too few": {"header": header, "fields": []string{"keyword"}},
		"no keyword": {"header": header, "fields": []string{"volume", "ignored"}}, "a name that cannot be shown": {"header": []string{"a\x00"}, "fields": []string{"keyword"}},
	} {
		send(name, http.MethodPut, "/column-mappings", body, http.StatusUnprocessableEntity)
	}
	send("a mapping", http.MethodPut, "/column-mappings", object{"header": header, "fields": []string{"keyword", "volume"}}, http.StatusNoContent)
	list := send("the list", http.MethodGet, "/column-mappings", nil, http.StatusOK)["items"].([]any)
	if len(list) != 1 || list[0].(object)["header"].([]any)[1] != "Menge" || list[0].(object)["fields"].([]any)[1] != "volume" {
		t.Fatalf("mappings = %v", list)
	}
	if others := w.API(accountstest.Stranger, http.MethodGet, "/column-mappings", nil).JSON(t)["items"].([]any); len(others) != 0 {
		t.Errorf("the other account sees %v", others)
	}
	file := map[string]string{"own.csv": "Wort,Menge\nHarke,70\n"}
	if read := upload(t, w, "?dry_run=true", file).JSON(t); read["imported"] != 1.0 {
		t.Errorf("a file with the header is read as %v", read)
	}
	send("forget", http.MethodPut, "/column-mappings", object{"header": header}, http.StatusNoContent)
	if reply := upload(t, w, "?dry_run=true", file); reply.Status != http.StatusUnprocessableEntity {
		t.Errorf("forgotten, and read all the same: %s", reply.Body)
	}
}

func TestViewsAreSavedChangedAndDeletedByTheAPI(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	send := caller(t, w)
	views := "/sites/" + w.Site + "/views"
	for name, body := range map[string]object{
		"no name": {"list": "keywords", "name": ""}, "a built-in name": {"list": "keywords", "name": "questions"},
		"a list that is none": {"list": "dreams", "name": "A"}, "no filters": {"list": "keywords", "name": "A", "query": "%zz"},
	} {
		send(name, http.MethodPost, views, body, http.StatusUnprocessableEntity)
	}
	made := send("save", http.MethodPost, views, object{"list": "keywords", "name": "Easy", "query": "difficulty_max=10&cursor=x"}, http.StatusCreated)
	if made["query"] != "difficulty_max=10" {
		t.Errorf("saved: %v", made)
	}
	path := "/views/" + made["id"].(string)
	send("the name once more", http.MethodPost, views, object{"list": "keywords", "name": "EASY"}, http.StatusUnprocessableEntity)
	if changed := send("change", http.MethodPatch, path, object{"name": "Easiest", "query": "difficulty_max=5"}, http.StatusOK); changed["name"] != "Easiest" || changed["query"] != "difficulty_max=5" {
		t.Errorf("changed: %v", changed)
	}
	list := send("the list", http.MethodGet, views, nil, http.StatusOK)["items"].([]any)
	if first, last := list[0].(object), list[len(list)-1].(object); first["id"] != nil || last["name"] != "Easiest" {
		t.Errorf("views = %v", list)
	}
	send("delete", http.MethodDelete, path, nil, http.StatusNoContent)
	send("the deleted", http.MethodPatch, path, object{"name": "A"}, http.StatusNotFound)
}
