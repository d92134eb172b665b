package api_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

func TestClaimsAreListedAndDecidedByTheAPI(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	content := "/contents/" + w.Furnish().Content
	type object = map[string]any
	send := func(what string, p accountstest.Person, method, path string, body any, status int) map[string]any {
		t.Helper()
		got := w.API(p, method, path, body)
		if got.Status != status {
			t.Fatalf("%s: %d, want %d: %s", what, got.Status, status, got.Body)
		}
		return got.JSON(t)
	}
	send("the text", accountstest.Editor, http.MethodPatch, content, object{"revision": 1, "blocks": []object{{"id": "p", "type": "paragraph", "text": "It feels good. It weighs 3 kg."}}}, http.StatusOK)
	send("the other account's look", accountstest.Stranger, http.MethodGet, content+"/claims", nil, http.StatusNotFound)
	refusal := send("an approval that overlooks it", accountstest.Publisher, http.MethodPost, content+"/approve", nil, http.StatusConflict)
	if said, _ := refusal["detail"].(string); !strings.Contains(said, "It weighs 3 kg.") {
		t.Errorf("the refusal says %v", refusal)
	}
	list := send("the list", accountstest.Viewer, http.MethodGet, content+"/claims", nil, http.StatusOK)["items"].([]any)
	if len(list) != 1 || list[0].(object)["text"] != "It weighs 3 kg." || list[0].(object)["verdict"] != "open" {
		t.Fatalf("the list is %v", list)
	}
	marks := []any{list[0].(object)["mark"]}
	send("a verdict of no kind", accountstest.Editor, http.MethodPost, content+"/claims", object{"marks": marks, "verdict": "true"}, http.StatusUnprocessableEntity)
	send("a source that is none", accountstest.Editor, http.MethodPost, content+"/claims", object{"marks": marks, "verdict": "sourced", "source": "a friend"}, http.StatusUnprocessableEntity)
	send("a sentence that is gone", accountstest.Editor, http.MethodPost, content+"/claims", object{"marks": []string{"gone"}, "verdict": "opinion"}, http.StatusConflict)
	settled := send("a decision", accountstest.Editor, http.MethodPost, content+"/claims", object{"marks": marks, "verdict": "sourced", "source": "https://example.org/scale"}, http.StatusOK)
	if got := settled["items"].([]any)[0].(object); got["verdict"] != "sourced" || got["source"] != "https://example.org/scale" {
		t.Errorf("decided: %v", got)
	}
	send("an approval", accountstest.Publisher, http.MethodPost, content+"/approve", nil, http.StatusOK)
}
