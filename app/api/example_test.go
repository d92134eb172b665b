package api_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

var record = flag.Bool("record", false, "write the examples of the document anew")

// recorder calls every operation of the document and checks the requests and the answers against the schemas of the document.
type recorder struct {
	t          *testing.T
	w          *apptest.World
	operations map[string]walkedOperation
	schemas    *jsonschema.Compiler
	examples   map[string]recordedExample
}

type recordedExample struct {
	Request  any `json:"request,omitempty"`
	Response any `json:"response,omitempty"`
}

func newRecorder(t *testing.T, w *apptest.World) *recorder {
	t.Helper()
	r := &recorder{
		t: t, w: w, operations: map[string]walkedOperation{}, schemas: jsonschema.NewCompiler(),
		examples: map[string]recordedExample{},
	}
	for _, o := range walkedOperations(t, w) {
		r.operations[o.ID] = o
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(w.Send(request(t, "GET", "/api/openapi.json")).Body))
	if err != nil {
		t.Fatal(err)
	}
	r.schemas.AssertFormat()
	if err := r.schemas.AddResource("openapi.json", document); err != nil {
		t.Fatal(err)
	}
	return r
}

// check validates a value against the schema at the pointer.
func (r *recorder) check(what string, value any, pointer ...string) {
	r.t.Helper()
	for i, part := range pointer {
		pointer[i] = strings.NewReplacer("~", "~0", "/", "~1").Replace(part)
	}
	s, err := r.schemas.Compile("openapi.json#/" + strings.Join(pointer, "/"))
	if err != nil {
		r.t.Fatalf("%s: %v", what, err)
	}
	if err := s.Validate(value); err != nil {
		r.t.Errorf("%s is not of its schema: %v", what, err)
	}
}

func (r *recorder) checkExample(o walkedOperation, e recordedExample) {
	r.t.Helper()
	method, status := strings.ToLower(o.method), ""
	if e.Request != nil {
		r.check("the request of "+o.ID, e.Request, "paths", "/api/v1"+o.path, method, "requestBody", "content", "application/json", "schema")
	}
	if e.Response != nil {
		status, _ = o.success()
		r.check("the answer of "+o.ID, e.Response, "paths", "/api/v1"+o.path, method, "responses", status, "content", "application/json", "schema")
	}
}

// as calls the operation as the person. parts are pairs of a name and its value in the path; an odd last part is the query.
func (r *recorder) as(person accountstest.Person, id string, body any, parts ...string) map[string]any {
	r.t.Helper()
	o := r.operation(id)
	path := o.path
	for i := 0; i+1 < len(parts); i += 2 {
		path = strings.ReplaceAll(path, "{"+parts[i]+"}", parts[i+1])
	}
	if len(parts)%2 == 1 {
		path += parts[len(parts)-1]
	}
	return r.recordCall(o, body, r.w.API(person, o.method, path, body))
}

func (r *recorder) do(id string, body any, parts ...string) map[string]any {
	r.t.Helper()
	return r.as(owner, id, body, parts...)
}

func (r *recorder) operation(id string) walkedOperation {
	r.t.Helper()
	o, ok := r.operations[id]
	if !ok {
		r.t.Fatalf("there is no operation %s", id)
	}
	return o
}

// recordCall records the call as the example of the operation, unless it has one.
func (r *recorder) recordCall(o walkedOperation, body any, reply apptest.Reply) map[string]any {
	r.t.Helper()
	status, answer := o.success()
	if strconv.Itoa(reply.Status) != status {
		r.t.Fatalf("%s: %d %s, want %s", o.ID, reply.Status, reply.Body, status)
	}
	e := recordedExample{}
	if body != nil {
		e.Request = decoded(r.t, body)
	}
	var out map[string]any
	if _, isJSON := answer.Content["application/json"]; isJSON {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(reply.Body))
		if err != nil {
			r.t.Fatalf("%s: %v", o.ID, err)
		}
		e.Response = value
		out = reply.JSON(r.t)
	}
	r.checkExample(o, e)
	if _, done := r.examples[o.ID]; !done {
		r.examples[o.ID] = e
	}
	return out
}

// recordLike records an example for an operation that this test does not call, with the answer of another operation.
func (r *recorder) recordLike(id, other string, body any) {
	r.t.Helper()
	e := recordedExample{Response: r.examples[other].Response}
	if body != nil {
		e.Request = decoded(r.t, body)
	}
	r.checkExample(r.operation(id), e)
	r.examples[id] = e
}

// upload sends a file to the operation.
func (r *recorder) upload(id, path, name string, data []byte, fields ...string) map[string]any {
	r.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for i := 0; i+1 < len(fields); i += 2 {
		if err := form.WriteField(fields[i], fields[i+1]); err != nil {
			r.t.Fatal(err)
		}
	}
	part, err := form.CreateFormFile("file", name)
	if err != nil {
		r.t.Fatal(err)
	}
	if _, err := part.Write(data); err != nil {
		r.t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		r.t.Fatal(err)
	}
	call := httptest.NewRequest(http.MethodPost, "/api/v1"+path, &body)
	call.Header.Set("Content-Type", form.FormDataContentType())
	call.Header.Set("Authorization", "Bearer "+r.w.Token(owner))
	return r.recordCall(r.operation(id), nil, r.w.Send(call))
}

// ended waits until the run has ended.
func (r *recorder) ended(id string) {
	r.t.Helper()
	for range 600 {
		run := r.do("ai-task", nil, "id", id)
		switch run["phase"] {
		case "DONE":
			return
		case "FAILED", "CANCELLED":
			r.t.Fatalf("the run failed: %v", run)
		}
		time.Sleep(50 * time.Millisecond)
	}
	r.t.Fatalf("the run %s does not end", id)
}

func decoded(t *testing.T, v any) any {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func TestExamplesMatchTheirSchemas(t *testing.T) {
	t.Parallel()
	w, things := stockedWorld(t)
	r := newRecorder(t, w)
	r.entries()
	r.people()
	r.places(things)
	r.servers(things) // the server's address is refused; once the server is removed, the built-in engine answers
	r.imports(things)
	r.plan(things)
	r.runs(things)
	r.writing(things)
	r.building(things)
	for _, id := range slices.Sorted(maps.Keys(r.operations)) {
		if _, done := r.examples[id]; !done {
			t.Errorf("%s is not called by this test", id)
		}
	}
	if *record {
		r.write()
		return
	}
	r.checkDocument()
}

// checkDocument checks the examples of the document against its schemas.
func (r *recorder) checkDocument() {
	r.t.Helper()
	for id, o := range r.operations {
		e := recordedExample{}
		if o.RequestBody != nil {
			if media, takes := o.RequestBody.Content["application/json"]; takes {
				if e.Request = r.read(media.Example); e.Request == nil && o.RequestBody.Required {
					r.t.Errorf("%s has no example of its request", id)
				}
			}
		}
		_, answer := o.success()
		if media, gives := answer.Content["application/json"]; gives {
			if e.Response = r.read(media.Example); e.Response == nil {
				r.t.Errorf("%s has no example of its answer", id)
			}
		}
		r.checkExample(o, e)
	}
}

func (r *recorder) read(example json.RawMessage) any {
	r.t.Helper()
	if len(example) == 0 {
		return nil
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(example))
	if err != nil {
		r.t.Fatal(err)
	}
	return value
}

// write writes the examples to examples.json, shortened and without secrets.
func (r *recorder) write() {
	r.t.Helper()
	for id, e := range r.examples {
		r.examples[id] = recordedExample{Request: short(e.Request), Response: short(e.Response)}
	}
	data, err := json.MarshalIndent(r.examples, "", " ")
	if err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile("examples.json", append(data, '\n'), 0o600); err != nil {
		r.t.Fatal(err)
	}
}

func short(value any) any {
	switch v := value.(type) {
	case []any:
		v = slices.Clone(v[:min(len(v), 2)])
		for i := range v {
			v[i] = short(v[i])
		}
		return v
	case map[string]any:
		out := map[string]any{}
		for name, inner := range v {
			out[name] = short(inner)
			if strings.HasSuffix(name, "_token") || name == "token" {
				out[name] = "eyJhbGciOi..."
			}
		}
		return out
	case string:
		if runes := []rune(v); len(runes) > 160 {
			return string(runes[:160]) + "..."
		}
	}
	return value
}

func (r *recorder) entries() {
	w := r.w
	r.as("", "signup", object{"account_name": "Gamma", "name": "Gina", "email": "gina@igny8.test", "password": accountstest.Password})
	pair := r.as("", "token", object{"email": accountstest.Email(owner), "password": accountstest.Password})
	pair = r.as("", "refresh", object{"refresh_token": pair["refresh_token"]})
	r.as("", "revoke", object{"refresh_token": pair["refresh_token"]})
	r.as("", "request-password-reset", object{"email": accountstest.Email(accountstest.Viewer)})
	if err := w.Cast.Accounts.RequestReset(r.t.Context(), accountstest.Email(accountstest.Viewer), ""); err != nil {
		r.t.Fatal(err)
	}
	r.as("", "reset-password", object{"token": w.MailedToken(accountstest.Email(accountstest.Viewer)), "password": "another long sentence"})
	if _, err := w.Cast.Accounts.Invite(w.Ctx(owner), accounts.Invite{Email: "new@igny8.test", Role: accounts.Admin}); err != nil {
		r.t.Fatal(err)
	}
	r.as("", "accept-invitation", object{"token": w.Mails.Token("new@igny8.test"), "name": "Nora", "password": "a sentence of my own"})
	r.recordLike("confirm-signup", "accept-invitation", object{"token": "K7QZ2M5VTN4X6H3JPW8R", "password": accountstest.Password})
	r.do("me", nil)
	r.as(accountstest.Admin, "rename-me", object{"name": "Ada Admin"})
	r.as(accountstest.Admin, "change-password", object{"current_password": accountstest.Password, "password": "yet another sentence"})
	r.do("accounts", nil)
}

func (r *recorder) people() {
	r.do("members", nil)
	r.do("add-member", object{"email": "ann@igny8.test", "role": "admin"})
	invitation := r.do("invite", object{"email": "bob@igny8.test", "role": "admin"})
	r.do("renew-invitation", nil, "id", invitation["id"].(string))
	member := r.w.Member(accountstest.Guest).MembershipID
	r.do("update-member", object{"role": "viewer", "access": []any{object{"site_id": r.w.Site, "can_publish": false, "monthly_credits": 100}}}, "id", member)
	r.do("remove-member", nil, "id", member)
}

func (r *recorder) places(things apptest.Things) {
	site := r.do("create-site", object{"name": "Balcony", "language": "en", "market": "US", "type": "blog"})["id"].(string)
	r.do("update-site", object{"name": "Balconies"}, "id", site)
	r.do("sites", nil)
	r.do("site", nil, "id", things.Site)
	r.do("delete-site", nil, "id", site)
	r.do("create-sector", object{"name": "Lawns"}, "id", things.Site)
	r.do("sectors", nil, "id", things.Site)
	r.do("facts", nil, "id", things.Site)
	fact := r.do("add-fact", object{"name": "Delivery", "value": "2 days"}, "id", things.Site)["id"].(string)
	r.do("change-fact", object{"value": "3 days"}, "id", things.Site, "fact", fact)
	r.do("remove-fact", nil, "id", things.Site, "fact", fact)
	r.do("outdated-facts", nil, "id", things.Site)
	r.do("set-voice", object{"tone": "Calm and short.", "names": []any{"IGNY8"}, "never_say": []any{object{"word": "cheap", "instead": "affordable"}}, "samples": []any{}, "revision": 0}, "id", things.Site)
	r.do("voice", nil, "id", things.Site)
	r.do("views", nil, "id", things.Site)
	view := r.do("save-view", object{"list": "keywords", "name": "Compost", "query": "q=compost"}, "id", things.Site)["id"].(string)
	r.do("change-view", object{"name": "All compost"}, "id", view)
	r.do("delete-view", nil, "id", view)
}

func (r *recorder) imports(things apptest.Things) {
	path := "/sectors/" + things.Sector + "/keyword-imports"
	made := r.upload("import-keywords", path, "barrels.csv", []byte("Keyword,Volume\nrain barrel,880\nrain barrel stand,90\n"))
	r.do("imports", nil, "id", things.Sector)
	r.do("import", nil, "id", made["id"].(string))
	r.do("column-mappings", nil)
	r.do("map-header", object{"header": []any{"Term", "Searches"}, "fields": []any{"keyword", "volume"}})
	checked := r.upload("import-keywords", path+"?check=true", "more.csv", []byte("Keyword,Volume,Notes\nwater butt,720,x\nrain barrel,990,y\n"))
	id := checked["id"].(string)
	r.do("import-changes", nil, "id", id)
	r.do("accept-import-changes", object{"kind": "new", "accepted": true}, "id", id)
	table := checked["files"].([]any)[0].(object)["tables"].([]any)[0].(object)
	r.do("map-import-columns", object{"header_key": table["header_key"], "fields": []any{"keyword", "volume", "ignored"}}, "id", id)
	run := r.do("start-import", nil, "id", id)
	r.ended(run["id"].(string))
	checked = r.upload("import-keywords", path+"?check=true", "again.csv", []byte("Keyword,Volume\nwater tank,720\n"))
	r.do("discard-import", nil, "id", checked["id"].(string))
}

func (r *recorder) plan(things apptest.Things) {
	keywords := r.do("keywords", nil, "id", things.Sector, "?limit=20")["items"].([]any)
	r.do("export", nil, "id", things.Sector)
	last := keywords[len(keywords)-1].(object)["id"].(string)
	r.do("update-keyword", object{"pinned": true}, "id", things.Keyword)
	r.do("delete-keyword", nil, "id", last)
	r.do("changes", nil, "id", things.Sector)
	clusters := r.do("clusters", nil, "id", things.Sector, "?level=page")["items"].([]any)
	page := func(i int) string { return clusters[i].(object)["id"].(string) }
	r.do("update-cluster", object{"name": "Garden hoses"}, "id", page(0))
	latest := r.do("changes", nil, "id", things.Sector)["items"].([]any)[0].(object)["id"].(string)
	r.do("undo-change", nil, "id", things.Sector, "change", latest)
	r.do("decide-clusters", object{"cluster_ids": []any{page(0)}, "role": "supporting"}, "id", things.Sector)
	r.do("approve-cluster", nil, "id", page(0))
	of := r.do("keywords", nil, "id", things.Sector, "?cluster_id="+page(0))["items"].([]any)
	apart := r.do("split-cluster", object{"keyword_ids": []any{of[0].(object)["id"]}, "name": "A page of its own"}, "id", page(0))["id"].(string)
	r.do("merge-cluster", object{"into": page(0)}, "id", page(1))
	r.do("cluster-division", nil, "id", page(0))
	r.recordLike("divide-cluster", "decide-clusters", object{"cluster_ids": []any{page(0)}})
	r.do("coverage", nil, "id", things.Sector)
	r.do("delete-cluster", nil, "id", apart)
	r.do("restore", nil, "kind", "cluster", "id", apart)
}

func (r *recorder) runs(things apptest.Things) {
	ask := object{"function": "auto_cluster", "sector_id": things.Sector, "payload": object{"granularity": "normal"}}
	r.do("quote-ai-task", ask)
	run := r.do("start-ai-task", ask)["id"].(string)
	r.ended(run)
	r.ended(r.do("repeat-ai-task", nil, "id", run)["id"].(string))
	r.do("runs", nil, "?site_id="+things.Site+"&kind=auto_cluster")
	r.do("run", nil, "id", run)
	for _, id := range []string{"reuse-ai-task", "replay-ai-task", "cancel-ai-task", "retry-ai-task", "approve-ai-task", "cancel-run", "retry-run"} {
		r.recordLike(id, "start-ai-task", nil)
	}
	r.recordLike("decline-ai-task", "start-ai-task", object{"reason": "Too much for this month."})
	r.do("credits", nil)
	r.do("transactions", nil)
	r.do("set-limits", object{"approval_above": 50, "sites": []any{object{"site_id": things.Site, "monthly_credits": 500}}})
	r.do("limits", nil)
	r.do("usage", nil)
}

func (r *recorder) writing(things apptest.Things) {
	var pages []any
	for _, c := range r.do("clusters", nil, "id", things.Sector, "?level=page")["items"].([]any) {
		pages = append(pages, c.(object)["id"])
	}
	r.do("decide-clusters", object{"cluster_ids": pages, "state": "approved"}, "id", things.Sector)
	r.ended(r.do("start-ai-task", object{"function": "generate_ideas", "sector_id": things.Sector})["id"].(string))
	ideas := r.do("ideas", nil, "id", things.Sector, "?state=proposed&conflict=held")["items"].([]any)
	idea := ideas[0].(object)["id"].(string)
	r.do("update-idea", object{"angle": "What lasts longest."}, "id", idea)
	for _, conflict := range r.do("idea-conflicts", nil, "id", idea)["items"].([]any) {
		waiver := object{"decision": "waive", "reason": "They answer different questions."}
		r.do("decide-conflict", waiver, "id", idea, "page", conflict.(object)["page_id"].(string))
	}
	r.do("accept-idea", nil, "id", idea)
	r.do("tasks", nil, "id", things.Sector)
	r.do("update-task", object{"planned_on": "2027-03-01"}, "id", things.Task)
	r.do("approve-brief", nil, "id", things.Task)
	r.do("contents", nil, "id", things.Site)
	content := r.do("content", nil, "id", things.Content)
	r.do("claims", nil, "id", things.Content)
	r.do("suggestions", nil, "id", things.Content)
	r.do("decide-suggestions", object{"do": "reject"}, "id", things.Content)
	saved := r.do("save-content", object{
		"revision": content["revision"], "title": "Garden hoses", "metadata": object{"description": "Which hose lasts."},
		"blocks": []any{object{"type": "paragraph", "text": "A hose costs 40 dollars and lasts for ten years."}},
	}, "id", things.Content)
	claims := r.do("claims", nil, "id", things.Content)["items"].([]any)
	r.examples["claims"] = recordedExample{Response: decoded(r.t, object{"items": claims, "next_cursor": nil})}
	var marks []any
	for _, claim := range claims {
		marks = append(marks, claim.(object)["mark"])
	}
	r.do("decide-claims", object{"marks": marks, "verdict": "own_fact"}, "id", things.Content)
	r.do("submit-content", object{"revision": saved["revision"]}, "id", things.Content)
	r.do("return-content", object{"reason": "Say how long it lasts in the sun."}, "id", things.Content)
	r.do("submit-content", nil, "id", things.Content)
	r.do("approve-content", object{"revision": saved["revision"]}, "id", things.Content)
	r.do("images", nil, "id", things.Site)
	image := r.upload("upload-image", "/contents/"+things.Content+"/images", "hose.png", apptest.Picture(60, 40), "alt", "A hose")["id"].(string)
	r.do("image", nil, "id", image)
	r.do("change-image", object{"alt": "A green hose", "cut": object{"x": 5, "y": 5, "width": 30, "height": 20}}, "id", image)
	r.do("image-file", nil, "id", things.Image, "file", things.ImageFile)
	r.do("remove-image", nil, "id", image)
	r.do("trash", nil, "?kind=image")
	r.do("restore", nil, "kind", "image", "id", image)
	spare := r.do("ideas", nil, "id", things.Sector, "?state=proposed")["items"].([]any)
	r.do("delete-idea", nil, "id", spare[0].(object)["id"].(string))
	r.do("delete-content", nil, "id", things.Content)
	r.do("restore", nil, "kind", "content", "id", things.Content)
}

func (r *recorder) building(things apptest.Things) {
	r.do("blueprint", nil, "id", things.Site)
	r.do("save-blueprint", object{"business": object{"name": "Garden guide", "description": "We test garden tools."}}, "id", things.Site)
	page := r.do("blueprint", nil, "id", things.Site)["pages"].([]any)[0].(object)["id"].(string)
	r.do("delete-page", nil, "id", things.Site, "page", page)
	r.do("restore", nil, "kind", "page", "id", page)
	r.do("approve-blueprint", nil, "id", things.Site)
	gates := r.do("gates", nil, "id", things.Site)
	r.waive(things, gates)
	releases := r.do("releases", nil, "id", things.Site)["items"].([]any)
	run := r.do("build-release", nil, "id", things.Site)
	if _, err := r.w.Runs.Wait(r.w.Ctx(owner), run["id"].(string)); err != nil {
		r.t.Fatal(err)
	}
	r.do("activate-release", nil, "id", releases[0].(object)["id"].(string))
}

// waive waives the first open check that can be waived. If there is none, it records a made-up example.
func (r *recorder) waive(things apptest.Things, gates map[string]any) {
	for name, gate := range gates {
		for _, c := range gate.(object)["checks"].([]any) {
			if check := c.(object); check["can_waive"] == true && check["ok"] == false && check["waived"] == false {
				r.do("waive-check", object{"check": check["key"], "reason": "It is done elsewhere."}, "id", things.Site, "gate", name)
				return
			}
		}
	}
	e := recordedExample{Request: decoded(r.t, object{"check": "claims", "reason": "It is done elsewhere."}), Response: decoded(r.t, gates["writer"])}
	r.checkExample(r.operation("waive-check"), e)
	r.examples["waive-check"] = e
}

func (r *recorder) servers(things apptest.Things) {
	r.do("integrations", nil)
	r.do("prompts", nil)
	prompt := r.do("prompts", nil)["items"].([]any)[0].(object)
	saved := r.do("save-prompt", object{"text": prompt["text"], "seen": prompt["seen"]}, "name", prompt["name"].(string))
	r.do("restore-prompt", object{"version": 0, "seen": saved["seen"]}, "name", prompt["name"].(string))
	r.do("change-integration", object{"model": "large", "base_url": "https://ai.example/v1", "key": "sk-0123456789abcdef"}, "id", things.Integration)
	r.do("add-integration", object{"kind": "runware", "key": "0123456789abcdef", "image_model": "runware:100@1"})
	r.recordLike("try-integration", "change-integration", nil)
	r.do("remove-integration", nil, "id", things.Integration)
}
