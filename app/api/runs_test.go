package api_test

import (
	"fmt"
	"net/http"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/ai/provider/openai"
	"igny8/app/apptest"
	"igny8/app/planner/imports"
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

// TestFailedItemsAreTriedAgainByTheAPI has the model refuse one of the ideas.
func TestFailedItemsAreTriedAgainByTheAPI(t *testing.T) {
	t.Parallel()
	idea := aitest.Says(`{"title": "Coffee at home", "angle": "For beginners.", "intent": "informational", "outline": ["Beans"], "target_keywords": []}`)
	model := aitest.New(t, aitest.Always(idea)).About(regexp.MustCompile(`"cluster": "(.*?)"`))
	w := apptest.NewTuned(t, func(o *ai.Options) { o.Provider = openai.New(openai.Server{BaseURL: model.URL, Model: "small"}) })
	type object = map[string]any
	send := func(method, path string, body any, status int) object {
		t.Helper()
		got := w.API(owner, method, path, body)
		if got.Status != status {
			t.Fatalf("%s %s: %d, want %d: %s", method, path, got.Status, status, got.Body)
		}
		return got.JSON(t)
	}
	ended := func(run object) object {
		t.Helper()
		if _, err := w.Engine.Wait(w.Ctx(owner), run["id"].(string)); err != nil {
			t.Fatal(err)
		}
		return send(http.MethodGet, "/runs/"+run["id"].(string), nil, http.StatusOK)
	}
	lines := "Keyword,Volume\ngarden hose,8100\nbest garden hose,5400\ncompost bin,9900\nhow to make compost,6600\nraised garden bed,12100\n"
	if _, err := w.Imports.ImportFiles(w.Ctx(owner), w.Sector, []imports.File{imports.TextFile("garden.csv", lines)}, false); err != nil {
		t.Fatal(err)
	}
	ended(send(http.MethodPost, "/ai-tasks", object{"function": "auto_cluster", "sector_id": w.Sector, "payload": object{"words_only": true}}, http.StatusAccepted))
	var named []any
	var refused object
	for _, c := range send(http.MethodGet, "/sectors/"+w.Sector+"/clusters?level=page", nil, http.StatusOK)["items"].([]any)[:3] {
		refused = c.(object)
		named = append(named, refused["id"])
	}
	send(http.MethodPost, "/sectors/"+w.Sector+"/clusters/decide", object{"cluster_ids": named, "state": "approved"}, http.StatusOK)
	model.Follow(func(c aitest.Call) aitest.Answer {
		if c.Subject == refused["name"] {
			return aitest.SaysAndEnds("", "content_filter")
		}
		return idea
	})
	ask := object{"function": "generate_ideas", "sector_id": w.Sector, "payload": object{"cluster_ids": named}}
	run := ended(send(http.MethodPost, "/ai-tasks", ask, http.StatusAccepted))
	failed := []any{object{"subject": refused["id"], "label": refused["name"], "reason": fmt.Sprintf("The AI model refused to answer for %q.", refused["name"])}}
	if run["phase"] != "DONE" || run["credits_charged"] != 2.0 || !reflect.DeepEqual(run["failed"], failed) || run["retry_of"] != nil {
		t.Errorf("the run: %v, want failed %v", run, failed)
	}

	path := "/ai-tasks/" + run["id"].(string) + "/retry"
	if got := w.API(accountstest.Stranger, http.MethodPost, path, nil); got.Status != http.StatusNotFound {
		t.Errorf("retry by the other account: %d %s", got.Status, got.Body)
	}
	model.Follow(aitest.Always(idea))
	again := ended(send(http.MethodPost, path, nil, http.StatusAccepted))
	if again["id"] == run["id"] || again["retry_of"] != run["id"] || again["phase"] != "DONE" || again["credits_charged"] != 1.0 || len(again["failed"].([]any)) != 0 {
		t.Errorf("the retry: %v", again)
	}
	send(http.MethodPost, path, nil, http.StatusConflict)
	if same := send(http.MethodGet, "/runs/"+run["id"].(string), nil, http.StatusOK); !reflect.DeepEqual(same, run) {
		t.Errorf("the first run has changed: %v", same)
	}
}
