package api_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

func TestSuggestionsAreListedAndAcceptedByTheAPI(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	content := "/contents/" + things.Content
	send := func(what string, p accountstest.Person, method, path string, body any, status int) map[string]any {
		t.Helper()
		got := w.API(p, method, path, body)
		if got.Status != status {
			t.Fatalf("%s: %d, want %d: %s", what, got.Status, status, got.Body)
		}
		return got.JSON(t)
	}
	type object = map[string]any
	send("the text", accountstest.Editor, http.MethodPatch, content, object{"revision": 1, "blocks": []object{{"id": "p", "type": "paragraph", "text": "Hoses are, of course, wet."}}}, http.StatusOK)
	task := object{"function": "rewrite_block", "site_id": things.Site, "payload": object{"content_id": things.Content, "block_ids": []string{"p"}, "how": "shorter"}}
	quote := send("the price", accountstest.Editor, http.MethodPost, "/ai-tasks/quote", task, http.StatusOK)
	if quote["credits"] != 0.0 {
		t.Errorf("the price is %v", quote)
	}
	run := send("the run", accountstest.Editor, http.MethodPost, "/ai-tasks", task, http.StatusAccepted)
	if _, err := w.Engine.Wait(w.Ctx(accountstest.Editor), run["id"].(string)); err != nil {
		t.Fatal(err)
	}
	send("the other account's look", accountstest.Stranger, http.MethodGet, content+"/suggestions", nil, http.StatusNotFound)
	send("no decision", accountstest.Editor, http.MethodPost, content+"/suggestions", object{"do": "shrug"}, http.StatusUnprocessableEntity)
	list := send("the list", accountstest.Viewer, http.MethodGet, content+"/suggestions", nil, http.StatusOK)["items"].([]any)
	if len(list) != 1 || list[0].(object)["after"] != "Hoses are wet." || list[0].(object)["how"] != "shorter" {
		t.Fatalf("the list is %v", list)
	}
	refusal := send("an approval that overlooks it", accountstest.Publisher, http.MethodPost, content+"/approve", nil, http.StatusConflict)
	if said, _ := refusal["detail"].(string); !strings.Contains(said, "1 suggestion waits") {
		t.Errorf("the refusal says %v", refusal)
	}
	accepted := send("an acceptance", accountstest.Editor, http.MethodPost, content+"/suggestions", object{"do": "accept"}, http.StatusOK)
	if accepted["revision"] != 3.0 {
		t.Errorf("accepted as revision %v", accepted["revision"])
	}
	send("an approval", accountstest.Publisher, http.MethodPost, content+"/approve", object{"revision": 3, "without_suggestions": true}, http.StatusOK)
}
