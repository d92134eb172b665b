package api_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

// atLeast says how many items each list has at least in the world of stockedWorld. A list of the document that is not here may be
// empty.
var atLeast = map[string]int{
	"/accounts": 1, "/sites": 3, "/sites/{id}/sectors": 3, "/members": 3, "/credits/transactions": 1, "/prompts": 3, "/column-mappings": 2,
	"/sites/{id}/facts": 3, "/sites/{id}/outdated-facts": 1, "/sites/{id}/views": 7, "/sites/{id}/contents": 2, "/sites/{id}/releases": 2,
	"/sectors/{id}/keyword-imports": 3, "/sectors/{id}/keywords": 10, "/sectors/{id}/clusters": 3, "/sectors/{id}/ideas": 2, "/sectors/{id}/tasks": 2,
	"/sectors/{id}/changes": 1, "/integrations": 1, "/runs": 3,
}

// stockedWorld returns a world whose lists have several items, so that they have several pages.
func stockedWorld(t *testing.T) (*apptest.World, apptest.Things) {
	t.Helper()
	w := apptest.New(t)
	things := w.Furnish()
	things.Integration, things.Invitation = w.Integrate(), w.Invited()
	send := func(method, path string, bodies ...map[string]any) {
		t.Helper()
		for _, body := range bodies {
			if reply := w.API(owner, method, path, body); reply.Status >= 300 {
				t.Fatalf("%s %s: %d %s", method, path, reply.Status, reply.Body)
			}
		}
	}
	send("POST", "/sites", map[string]any{"name": "Second"}, map[string]any{"name": "Third"})
	send("POST", "/sites/"+things.Site+"/sectors", map[string]any{"name": "Tools"}, map[string]any{"name": "Ponds"})
	send("POST", "/sites/"+things.Site+"/facts", map[string]any{"name": "Founded", "value": "1998"}, map[string]any{"name": "Returns", "value": "30 days"})
	send("POST", "/sites/"+things.Site+"/views", map[string]any{"list": "keywords", "name": "Bins", "query": "q=bin"})
	for _, header := range []string{"Suchbegriff", "Zoekwoord"} {
		send("PUT", "/column-mappings", map[string]any{"header": []string{header, "X"}, "fields": []string{"keyword", "volume"}})
	}
	for _, name := range []string{"ponds.csv", "sheds.csv"} {
		if reply := upload(t, w, "", map[string]string{name: "Keyword,Volume\n" + name + " idea,10\n"}); reply.Status != http.StatusCreated {
			t.Fatalf("import: %d %s", reply.Status, reply.Body)
		}
	}
	send("PATCH", "/sites/"+things.Site, map[string]any{"domain": "garden.example"})
	reply := w.API(owner, "POST", "/sites/"+things.Site+"/releases", nil)
	if reply.Status != http.StatusAccepted {
		t.Fatalf("release: %d %s", reply.Status, reply.Body)
	}
	if _, err := w.Runs.Wait(w.Ctx(owner), reply.JSON(t)["id"].(string)); err != nil {
		t.Fatal(err)
	}
	return w, things
}

// lists returns the paths of the document that answer with a list.
func lists(t *testing.T, w *apptest.World) []string {
	t.Helper()
	var found []string
	for _, o := range walkedOperations(t, w) {
		if o.method == http.MethodGet && o.isList() {
			found = append(found, o.path)
		}
	}
	slices.Sort(found)
	return found
}

func TestEveryListIsReadInPages(t *testing.T) {
	t.Parallel()
	w, things := stockedWorld(t)
	all := lists(t, w)
	for path := range atLeast {
		if !slices.Contains(all, path) {
			t.Errorf("%s is no list of the document", path)
		}
	}
	for _, path := range all {
		address := strings.ReplaceAll(path, "{id}", idIn(things, path))
		for _, wrong := range []string{"limit=0", "limit=201", "limit=x", "cursor=abc"} {
			if got := w.API(owner, "GET", address+"?"+wrong, nil).Status; got != http.StatusUnprocessableEntity {
				t.Errorf("GET %s?%s: %d, want 422", path, wrong, got)
			}
		}
		whole, next := page(t, w, address, 200, "")
		if next != "" {
			t.Errorf("%s: %d items are not all", path, len(whole))
		}
		if len(whole) < atLeast[path] {
			t.Errorf("%s: %d items, want at least %d", path, len(whole), atLeast[path])
		}
		for limit := 1; limit <= 2; limit++ {
			var got []string
			cursor := ""
			for range len(whole) + 1 {
				items, next := page(t, w, address, limit, cursor)
				got = append(got, items...)
				if cursor = next; cursor == "" {
					break
				}
			}
			if !slices.Equal(got, whole) {
				t.Errorf("%s in pages of %d: %d items, want the %d in their order\n%s\n%s", path, limit, len(got), len(whole), got, whole)
			}
		}
		if !strings.Contains(path, "{id}") {
			continue
		}
		if got := w.API(accountstest.Stranger, "GET", address+"?limit=1", nil).Status; got != http.StatusNotFound {
			t.Errorf("GET %s by the other account: %d, want 404", path, got)
		}
	}
}

// page reads a page of a list. It returns each item as JSON, and the next cursor.
func page(t *testing.T, w *apptest.World, address string, limit int, cursor string) (items []string, next string) {
	t.Helper()
	query := "?limit=" + strconv.Itoa(limit)
	if cursor != "" {
		query += "&cursor=" + cursor
	}
	reply := w.API(owner, "GET", address+query, nil)
	var body struct {
		Items []json.RawMessage `json:"items"`
		Next  *string           `json:"next_cursor"`
	}
	if err := json.Unmarshal([]byte(reply.Body), &body); err != nil || reply.Status != http.StatusOK {
		t.Fatalf("GET %s%s: %d %s", address, query, reply.Status, reply.Body)
	}
	if len(body.Items) > limit {
		t.Fatalf("GET %s%s: %d items", address, query, len(body.Items))
	}
	for _, item := range body.Items {
		items = append(items, string(item))
	}
	if body.Next != nil {
		next = *body.Next
	}
	return items, next
}
