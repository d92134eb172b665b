package api_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

func TestRunsAreListedByTheAPI(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	const missing = "00000000-0000-7000-8000-000000000000"
	second := w.API(owner, http.MethodPost, "/sites", map[string]any{"name": "Second"}).JSON(t)["id"].(string)
	for _, refused := range []struct {
		name         string
		person       accountstest.Person
		method, path string
		status       int
	}{
		{"an unknown kind", owner, http.MethodGet, "/runs?kind=make_coffee", http.StatusUnprocessableEntity},
		{"a site that does not exist", owner, http.MethodGet, "/runs?site_id=" + missing, http.StatusNotFound},
		{"a run that does not exist", owner, http.MethodGet, "/runs/" + missing, http.StatusNotFound},
		{"cancel by a viewer", accountstest.Viewer, http.MethodPost, "/runs/" + things.Run + "/cancel", http.StatusForbidden},
		{"retry of a run that is done", owner, http.MethodPost, "/runs/" + things.Run + "/retry", http.StatusConflict},
		{"the site, by the other account", accountstest.Stranger, http.MethodGet, "/runs?site_id=" + things.Site, http.StatusNotFound},
		{"the site, by a member without access", accountstest.Guest, http.MethodGet, "/runs?site_id=" + things.Site, http.StatusNotFound},
		{"the run, by the other account", accountstest.Stranger, http.MethodGet, "/runs/" + things.Run, http.StatusNotFound},
		{"the run, by a member without access", accountstest.Guest, http.MethodGet, "/runs/" + things.Run, http.StatusNotFound},
	} {
		if got := w.API(refused.person, refused.method, refused.path, nil); got.Status != refused.status {
			t.Errorf("%s: %d, want %d: %s", refused.name, got.Status, refused.status, got.Body)
		}
	}

	type run = map[string]any
	list := func(p accountstest.Person, query string) (all []run) {
		t.Helper()
		got := w.API(p, http.MethodGet, "/runs"+query, nil)
		if got.Status != http.StatusOK {
			t.Fatalf("GET /runs%s by %s: %d %s", query, p, got.Status, got.Body)
		}
		for _, item := range got.JSON(t)["items"].([]any) {
			all = append(all, item.(run))
		}
		return all
	}
	all := list(accountstest.Viewer, "?site_id="+things.Site)
	if len(all) < 3 || !slices.IsSortedFunc(all, func(a, b run) int { return strings.Compare(b["created_at"].(string), a["created_at"].(string)) }) {
		t.Errorf("the runs are not listed newest first: %v", all)
	}
	kinds := map[any]int{}
	for _, r := range all {
		kinds[r["function"]]++
	}
	for _, kind := range []string{"auto_cluster", "publish_site"} {
		if found := list(owner, "?kind="+kind); kinds[kind] == 0 || len(found) != kinds[kind] {
			t.Errorf("%d runs of %s, want the %d of all runs", len(found), kind, kinds[kind])
		}
	}
	if everywhere, there := list(owner, ""), list(owner, "?site_id="+second); len(everywhere) != len(all) || len(there) != 0 {
		t.Errorf("%d runs on all sites and %d on the second one, want %d and none", len(everywhere), len(there), len(all))
	}
	shown, task := w.API(accountstest.Viewer, http.MethodGet, "/runs/"+things.Run, nil), w.API(owner, http.MethodGet, "/ai-tasks/"+things.Run, nil)
	if shown.Status != http.StatusOK || shown.Body != task.Body {
		t.Errorf("the run is %s, and as AI task %s", shown.Body, task.Body)
	}
	for _, p := range []accountstest.Person{accountstest.Stranger, accountstest.Guest, accountstest.Newcomer} {
		if seen := list(p, ""); len(seen) != 0 {
			t.Errorf("%s sees %v", p, seen)
		}
	}
}

// TestRunIsCancelledAndRetriedByTheAPI makes a run that waits for approval, so that no worker takes it.
func TestRunIsCancelledAndRetriedByTheAPI(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	send := func(p accountstest.Person, method, path string, body any, status int) map[string]any {
		t.Helper()
		got := w.API(p, method, path, body)
		if got.Status != status {
			t.Fatalf("%s %s: %d, want %d: %s", method, path, got.Status, status, got.Body)
		}
		return got.JSON(t)
	}
	type object = map[string]any
	send(owner, http.MethodPut, "/limits", object{"approval_above": 0, "sites": []any{}}, http.StatusOK)
	queued := send(accountstest.Editor, http.MethodPost, "/ai-tasks", object{"function": "auto_cluster", "sector_id": things.Sector}, http.StatusAccepted)
	path := "/runs/" + queued["id"].(string)
	send(accountstest.Stranger, http.MethodPost, path+"/cancel", nil, http.StatusNotFound)
	if cancelled := send(accountstest.Editor, http.MethodPost, path+"/cancel", nil, http.StatusOK); cancelled["phase"] != "CANCELLED" || cancelled["credits_held"] != 0.0 {
		t.Errorf("cancelled: %v", cancelled)
	}
	send(accountstest.Stranger, http.MethodPost, path+"/retry", nil, http.StatusNotFound)
	if again := send(owner, http.MethodPost, path+"/retry", nil, http.StatusAccepted); again["id"] != queued["id"] || again["phase"] == "CANCELLED" {
		t.Errorf("tried again: %v", again)
	}
}
