package api_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

// The lists of roles that may do something, from product.md. A role that is on none of these lists is refused.
var (
	seers = []accountstest.Person{
		accountstest.Staff, accountstest.Owner, accountstest.Admin, accountstest.Publisher,
		accountstest.Editor, accountstest.Viewer,
	}
	workers    = seers[:5]
	publishers = seers[:4]
	managers   = seers[:3]
)

// mayCall lists the roles that may call each operation of the document. Every operation must be in it; nil means every member.
var mayCall = map[string][]accountstest.Person{
	"GET /me": nil, "PATCH /me": nil, "POST /auth/password-change": nil, "GET /accounts": nil, "GET /sites": nil, "GET /credits": nil,
	"GET /credits/transactions": managers, "GET /members": managers, "POST /members": managers, "POST /invitations": managers, "POST /invitations/{id}/link": managers,
	"GET /integrations": managers, "POST /integrations": managers, "PUT /integrations/{id}": managers, "POST /integrations/{id}/try": managers, "DELETE /integrations/{id}": managers,
	"PATCH /members/{id}": managers, "DELETE /members/{id}": managers,
	"POST /sites": managers, "GET /sites/{id}": seers, "PATCH /sites/{id}": managers, "DELETE /sites/{id}": managers,
	"GET /sites/{id}/sectors": seers, "POST /sites/{id}/sectors": managers,
	"GET /sectors/{id}/coverage": seers, "POST /sectors/{id}/keyword-imports": workers, "GET /sectors/{id}/keyword-imports": seers, "GET /keyword-imports/{id}": seers,
	"GET /keyword-imports/{id}/changes": seers, "POST /keyword-imports/{id}/changes": workers, "PUT /keyword-imports/{id}/columns": workers, "POST /keyword-imports/{id}/start": workers, "DELETE /keyword-imports/{id}": workers,
	"GET /column-mappings": workers, "PUT /column-mappings": workers,
	"GET /sites/{id}/views": seers, "POST /sites/{id}/views": workers, "PATCH /views/{id}": workers, "DELETE /views/{id}": workers,
	"GET /sectors/{id}/keywords": seers, "GET /sectors/{id}/export": seers, "PATCH /keywords/{id}": workers, "DELETE /keywords/{id}": workers,
	"GET /sectors/{id}/clusters": seers, "PATCH /clusters/{id}": workers, "POST /clusters/{id}/merge": workers, "POST /clusters/{id}/split": workers, "POST /clusters/{id}/approve": workers,
	"POST /sectors/{id}/clusters/decide": workers, "GET /clusters/{id}/division": seers, "POST /clusters/{id}/divide": workers,
	"GET /sectors/{id}/changes": seers, "POST /sectors/{id}/changes/{change}/undo": workers,
	"POST /ai-tasks/quote": workers, "POST /ai-tasks": workers, "GET /ai-tasks/{id}": seers, "POST /ai-tasks/{id}/cancel": workers, "POST /ai-tasks/{id}/retry": workers,
	"POST /ai-tasks/{id}/again": workers, "POST /ai-tasks/{id}/reuse": workers, "POST /ai-tasks/{id}/replay": workers, "POST /ai-tasks/{id}/approve": managers, "POST /ai-tasks/{id}/decline": managers,
	"GET /runs": nil, "GET /runs/{id}": seers, "POST /runs/{id}/cancel": workers, "POST /runs/{id}/retry": workers,
	"GET /limits": managers, "PUT /limits": managers, "GET /usage": managers,
	"GET /sectors/{id}/ideas": seers, "PATCH /ideas/{id}": workers, "POST /ideas/{id}/accept": workers, "GET /ideas/{id}/conflicts": seers, "POST /ideas/{id}/conflicts/{page}": workers, "GET /sectors/{id}/tasks": seers, "PATCH /tasks/{id}": workers, "POST /tasks/{id}/approve-brief": workers,
	"GET /sites/{id}/contents": seers, "GET /contents/{id}": seers, "PATCH /contents/{id}": workers, "POST /contents/{id}/submit": workers,
	"GET /contents/{id}/suggestions": seers, "POST /contents/{id}/suggestions": workers, "GET /contents/{id}/claims": seers, "POST /contents/{id}/claims": workers,
	"GET /sites/{id}/images": seers, "POST /contents/{id}/images": workers, "GET /images/{id}": seers, "PATCH /images/{id}": workers, "DELETE /images/{id}": workers, "GET /images/{id}/files/{file}": seers,
	"POST /contents/{id}/approve": publishers, "POST /contents/{id}/return": publishers,
	"GET /sites/{id}/blueprint": seers, "PUT /sites/{id}/blueprint": workers, "POST /sites/{id}/blueprint/approve": publishers,
	"DELETE /sites/{id}/pages/{page}": workers, "DELETE /contents/{id}": workers, "DELETE /ideas/{id}": workers, "DELETE /clusters/{id}": workers,
	"GET /trash": nil, "POST /trash/{kind}/{id}/restore": workers,
	"GET /sites/{id}/gates": seers, "POST /sites/{id}/gates/{gate}/waivers": managers,
	"GET /sites/{id}/facts": seers, "POST /sites/{id}/facts": managers, "PATCH /sites/{id}/facts/{fact}": managers, "DELETE /sites/{id}/facts/{fact}": managers,
	"GET /sites/{id}/outdated-facts": seers, "GET /sites/{id}/voice": seers, "PUT /sites/{id}/voice": managers,
	"GET /prompts": managers, "PUT /prompts/{name}": managers, "POST /prompts/{name}/restore": managers,
	"POST /sites/{id}/releases": publishers, "GET /sites/{id}/releases": seers, "POST /releases/{id}/activate": publishers,
}

// open lists the operations that need no token.
var open = []string{
	"POST /auth/signup", "POST /auth/token", "POST /auth/refresh", "POST /auth/revoke",
	"POST /auth/password-reset", "POST /auth/password", "POST /auth/invitation", "POST /auth/confirmation",
}

// operations returns the method and the path of every operation in the API's own document.
func operations(t *testing.T, w *apptest.World) []string {
	t.Helper()
	reply := w.Send(request(t, http.MethodGet, "/api/openapi.json"))
	var document struct {
		OpenAPI string
		Paths   map[string]map[string]json.RawMessage
	}
	if err := json.Unmarshal([]byte(reply.Body), &document); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(document.OpenAPI, "3.1") {
		t.Errorf("the document is OpenAPI %q", document.OpenAPI)
	}
	var all []string
	for path, methods := range document.Paths {
		for method := range methods {
			all = append(all, strings.ToUpper(method)+" "+strings.TrimPrefix(path, "/api/v1"))
		}
	}
	return all
}

func request(t *testing.T, method, path string) *http.Request {
	t.Helper()
	return httptest.NewRequestWithContext(t.Context(), method, path, nil)
}

// idIn returns the id of the object that {id} in the path stands for.
func idIn(things apptest.Things, path string) string {
	for prefix, id := range map[string]string{
		"/sites/": things.Site, "/sectors/": things.Sector, "/keywords/": things.Keyword, "/clusters/": things.Cluster, "/ai-tasks/": things.Run, "/runs/": things.Run, "/tasks/": things.Task,
		"/ideas/": things.Idea, "/contents/": things.Content, "/releases/": things.Release, "/members/": things.Member, "/invitations/": things.Invitation, "/integrations/": things.Integration, "/keyword-imports/": things.Import, "/views/": things.View, "/images/": things.Image, "/trash/": things.Image,
	} {
		if strings.HasPrefix(path, prefix) {
			return id
		}
	}
	return ""
}

func TestOperationsAllowOnlyTheirRoles(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	things.Integration, things.Invitation = w.Integrate(), w.Invited()
	for _, operation := range operations(t, w) {
		method, path, _ := strings.Cut(operation, " ")
		if contains(open, operation) {
			continue
		}
		allowed, listed := mayCall[operation]
		if !listed {
			t.Errorf("%s is not in the table of this test: who may call it?", operation)
			continue
		}
		address := strings.NewReplacer("{id}", idIn(things, path), "{gate}", "planner", "{kind}", "image", "{change}", things.Change, "{fact}", things.Fact, "{name}", "generate_ideas", "{file}", things.ImageFile).Replace(path)
		if got := call(w, "", method, address).Status; got != http.StatusUnauthorized {
			t.Errorf("%s without a token: %d, want 401", operation, got)
		}
		if method == http.MethodDelete {
			continue // a deletion would remove objects that later cases need; the next test checks its refusal
		}
		for _, person := range accountstest.People() {
			if person == accountstest.Stranger {
				continue
			}
			got := call(w, person, method, address).Status
			if want, ok := expected(person, allowed, listed && allowed == nil, strings.Contains(path, "{id}") && !strings.HasPrefix(path, "/members") && !strings.HasPrefix(path, "/invitations") && !strings.HasPrefix(path, "/integrations")); !ok(got) {
				t.Errorf("%s by %s: %d, want %s", operation, person, got, want)
			}
		}
	}
}

// expected returns the expected answer in words, and a function that reports whether a status fits it. With forAll every member may call.
func expected(person accountstest.Person, allowed []accountstest.Person, forAll, onSite bool) (string, func(int) bool) {
	switch {
	case forAll || contains(allowed, person):
		return "to be let through", func(status int) bool {
			return status != http.StatusUnauthorized && status != http.StatusForbidden && status != http.StatusNotFound && status < 500
		}
	case onSite && (person == accountstest.Newcomer || person == accountstest.Guest):
		return "404: the site does not exist for them", func(status int) bool { return status == http.StatusNotFound }
	}
	return "403", func(status int) bool { return status == http.StatusForbidden }
}

func TestOperationsAnswerNotFoundToTheOtherAccount(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	things.Integration, things.Invitation = w.Integrate(), w.Invited()
	before := snapshot(t, w, things)
	for _, operation := range operations(t, w) {
		method, path, _ := strings.Cut(operation, " ")
		if !strings.Contains(path, "{id}") {
			continue
		}
		address := strings.NewReplacer("{id}", idIn(things, path), "{gate}", "planner", "{kind}", "image", "{change}", things.Change, "{fact}", things.Fact, "{name}", "generate_ideas", "{file}", things.ImageFile).Replace(path)
		for _, body := range []any{nil, map[string]any{"name": "taken", "revision": 1, "reason": "x", "check": "approved", "into": things.Cluster, "keyword_ids": []string{things.Keyword}}} {
			got := w.API(accountstest.Stranger, method, address, body).Status
			if got != http.StatusNotFound {
				t.Errorf("%s answers the other account with %d, want 404", operation, got)
			}
		}
	}
	for _, body := range []map[string]any{
		{"function": "auto_cluster", "sector_id": things.Sector, "payload": map[string]any{}},
		{"function": "generate_content", "site_id": things.Site, "payload": map[string]any{"task_ids": []string{things.Task}}},
	} {
		for _, path := range []string{"/ai-tasks", "/ai-tasks/quote"} {
			if got := w.API(accountstest.Stranger, http.MethodPost, path, body).Status; got != http.StatusNotFound {
				t.Errorf("POST %s with foreign ids: %d, want 404", path, got)
			}
		}
	}
	if after := snapshot(t, w, things); after != before {
		t.Errorf("the other account changed something:\n%s\n%s", before, after)
	}
}

// snapshot returns everything that the owner of the account alpha sees.
func snapshot(t *testing.T, w *apptest.World, things apptest.Things) string {
	t.Helper()
	var all strings.Builder
	for _, path := range []string{
		"/sites", "/members", "/credits", "/integrations", "/prompts", "/sites/" + things.Site + "/facts", "/sites/" + things.Site + "/voice", "/sites/" + things.Site + "/gates", "/sites/" + things.Site + "/blueprint", "/sites/" + things.Site + "/contents",
		"/sites/" + things.Site + "/releases", "/sectors/" + things.Sector + "/keywords", "/sectors/" + things.Sector + "/clusters",
		"/sectors/" + things.Sector + "/ideas", "/sectors/" + things.Sector + "/tasks",
	} {
		reply := w.API(accountstest.Owner, http.MethodGet, path, nil)
		if reply.Status != http.StatusOK {
			t.Fatalf("GET %s: %d %s", path, reply.Status, reply.Body)
		}
		all.WriteString(reply.Body)
	}
	return all.String()
}

func call(w *apptest.World, person accountstest.Person, method, path string) apptest.Reply {
	if method == http.MethodGet {
		return w.API(person, method, path, nil)
	}
	body := map[string]any{}
	if strings.HasPrefix(path, "/ai-tasks") && strings.Count(path, "/") < 3 {
		body = map[string]any{"function": "auto_cluster", "sector_id": w.Sector, "payload": map[string]any{}}
	}
	return w.API(person, method, path, body)
}

func contains[T comparable](list []T, item T) bool {
	for _, other := range list {
		if other == item {
			return true
		}
	}
	return false
}
