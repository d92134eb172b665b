package web_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

// TestDailyApprovalLimitIsShownByPageAndAPI lets an editor group twice, with a limit that covers one run a day. The page and the API
// must both say so.
func TestDailyApprovalLimitIsShownByPageAndAPI(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	type object = map[string]any
	body := object{"function": "auto_cluster", "sector_id": things.Sector, "payload": object{"words_only": true}}
	send := func(p accountstest.Person, method, path string, body any, status int) object {
		t.Helper()
		got := w.API(p, method, path, body)
		if got.Status != status {
			t.Fatalf("%s %s: %d, want %d: %s", method, path, got.Status, status, got.Body)
		}
		return got.JSON(t)
	}
	send(accountstest.Editor, http.MethodPut, "/limits", object{"approval_above": 1, "sites": []any{}}, http.StatusForbidden)
	send(accountstest.Owner, http.MethodPut, "/limits", object{"approval_above": 1, "sites": []any{}}, http.StatusOK)
	send(accountstest.Stranger, http.MethodPost, "/ai-tasks/quote", body, http.StatusNotFound)
	if q := send(accountstest.Editor, http.MethodPost, "/ai-tasks/quote", body, http.StatusOK); q["needs_approval"] != false || q["credits"] != 1.0 || q["started_within_a_day"] != 0.0 {
		t.Errorf("the first quote %v", q)
	}
	run := send(accountstest.Editor, http.MethodPost, "/ai-tasks", body, http.StatusAccepted)
	if run["approval"] != "" {
		t.Errorf("the first run %v", run)
	}
	if ended, err := w.Engine.Wait(w.Ctx(accountstest.Owner), run["id"].(string)); err != nil || ended.CreditsCharged != 1 {
		t.Fatalf("the first run %+v, %v", ended, err)
	}
	if q := send(accountstest.Editor, http.MethodPost, "/ai-tasks/quote", body, http.StatusOK); q["needs_approval"] != true || q["started_within_a_day"] != 1.0 {
		t.Errorf("the second quote %v", q)
	}
	if q := send(accountstest.Owner, http.MethodPost, "/ai-tasks/quote", body, http.StatusOK); q["needs_approval"] != false {
		t.Errorf("the owner's quote %v", q)
	}
	page := w.Browse(accountstest.Editor).Get("/app/sites/" + things.Site + "/planner/group")
	if want := "a person may start 1 credit within 24 hours in this account, and you have started 1."; page.Status != http.StatusOK || !strings.Contains(page.Body, want) {
		t.Errorf("the page says nothing of %q: %d %s", want, page.Status, page.Body)
	}
	if run = send(accountstest.Editor, http.MethodPost, "/ai-tasks", body, http.StatusAccepted); run["approval"] != "waiting" || !strings.Contains(run["message"].(string), "after 1 that were started before") {
		t.Errorf("the second run %v", run)
	}
	if form := w.Browse(accountstest.Owner).Get("/app/settings/limits"); !strings.Contains(form.Body, "What a person may start within 24 hours without an admin&#39;s approval") {
		t.Errorf("the form does not say that a day is counted: %d", form.Status)
	}
}
