package api_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/config"
	"igny8/app/database"
)

const owner = accountstest.Owner

func TestWrongRequestsAreRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	cases := []struct {
		name, method, path string
		body               any
		status             int
		says               string
	}{
		{"unknown address", "GET", "/nothing", nil, 404, "no such address"},
		{"no JSON", "POST", "/sites", "just text", 422, ""},
		{"unknown property", "POST", "/sites", map[string]any{"name": "x", "colour": "red"}, 422, "body.colour"},
		{"empty name", "POST", "/sites", map[string]any{"name": " "}, 422, "name"},
		{"wrong limit", "GET", "/sectors/" + things.Sector + "/keywords?limit=201", nil, 422, "limit"},
		{"wrong cursor", "GET", "/sectors/" + things.Sector + "/keywords?cursor=abc", nil, 422, "cursor"},
		{"wrong sort", "GET", "/sectors/" + things.Sector + "/keywords?sort=price", nil, 422, "sort"},
		{"id that is none", "GET", "/sites/none", nil, 404, "site"},
		{"id with a NUL", "GET", "/contents/%00", nil, 404, "content"},
		{"unknown function", "POST", "/ai-tasks", map[string]any{"function": "make_coffee", "sector_id": things.Sector}, 422, ""},
		{"wrong granularity", "POST", "/ai-tasks", map[string]any{"function": "auto_cluster", "sector_id": things.Sector, "payload": map[string]any{"granularity": "huge"}}, 422, "granularity"},
		{"given clusters of no tool", "POST", "/ai-tasks/quote", map[string]any{"function": "auto_cluster", "sector_id": things.Sector, "payload": map[string]any{"given": true}}, 422, "given"},
		{"stale revision", "PATCH", "/contents/" + things.Content, map[string]any{"revision": 0, "title": "Mine"}, 409, "newer"},
		{"unknown block", "PATCH", "/contents/" + things.Content, map[string]any{"revision": 1, "blocks": []any{map[string]any{"type": "marquee"}}}, 422, "blocks[0]"},
		{"return without a reason", "POST", "/contents/" + things.Content + "/return", map[string]any{"reason": " "}, 422, "reason"},
		{"merge into itself", "POST", "/clusters/" + things.Cluster + "/merge", map[string]any{"into": things.Cluster}, 422, ""},
		{"waive what cannot be", "POST", "/sites/" + things.Site + "/gates/planner/waivers", map[string]any{"check": "imported", "reason": "x"}, 409, "cannot be waived"},
		{"retry of a run that is done", "POST", "/ai-tasks/" + things.Run + "/retry", nil, 409, ""},
	}
	for _, c := range cases {
		reply := w.API(owner, c.method, c.path, c.body)
		if reply.Status != c.status || !strings.Contains(reply.Body, c.says) {
			t.Errorf("%s: %d %s; want %d with %q", c.name, reply.Status, reply.Body, c.status, c.says)
		}
		if kind := reply.Header.Get("Content-Type"); kind != "application/problem+json" {
			t.Errorf("%s: content type %q", c.name, kind)
		}
	}
}

func TestClosedGateAnswersConflictWithItsChecks(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	for _, c := range []struct{ method, path string }{
		{"PUT", "/sites/" + w.Site + "/blueprint"}, {"POST", "/sites/" + w.Site + "/blueprint/approve"}, {"POST", "/sites/" + w.Site + "/releases"},
	} {
		reply := w.API(owner, c.method, c.path, map[string]any{})
		if c.method == "POST" {
			reply = w.API(owner, c.method, c.path, nil)
		}
		checks, _ := reply.JSON(t)["checks"].([]any)
		if reply.Status != http.StatusConflict || len(checks) == 0 {
			t.Errorf("%s %s: %d with %d checks, want 409 with some", c.method, c.path, reply.Status, len(checks))
		}
	}
}

func TestTokensAreIssuedAndRefreshedOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	wrong := w.API("", "POST", "/auth/token", map[string]any{"email": accountstest.Email(owner), "password": "not this one"})
	if wrong.Status != http.StatusUnauthorized {
		t.Fatalf("a wrong password: %d", wrong.Status)
	}
	pair := w.API("", "POST", "/auth/token", map[string]any{"email": accountstest.Email(owner), "password": accountstest.Password}).JSON(t)
	if pair["token_type"] != "Bearer" || pair["expires_in"] != 900.0 {
		t.Errorf("pair = %v", pair)
	}
	first := pair["refresh_token"]
	next := w.API("", "POST", "/auth/refresh", map[string]any{"refresh_token": first})
	if next.Status != http.StatusOK {
		t.Fatalf("refresh: %d %s", next.Status, next.Body)
	}
	if again := w.API("", "POST", "/auth/refresh", map[string]any{"refresh_token": first}); again.Status != http.StatusUnauthorized {
		t.Errorf("a spent token: %d, want 401", again.Status)
	}
	if family := w.API("", "POST", "/auth/refresh", map[string]any{"refresh_token": next.JSON(t)["refresh_token"]}); family.Status != http.StatusUnauthorized {
		t.Errorf("the family after reuse: %d, want 401", family.Status)
	}
	r := request(t, "GET", "/api/v1/me")
	r.Header.Set("Authorization", "Bearer nonsense")
	if got := w.Send(r).Status; got != http.StatusUnauthorized {
		t.Errorf("a bad token: %d", got)
	}
	cookies := request(t, "GET", "/api/v1/me")
	cookies.AddCookie(&http.Cookie{Name: "igny8_session", Value: "x"})
	if got := w.Send(cookies).Status; got != http.StatusUnauthorized {
		t.Errorf("a cookie: %d, want 401", got)
	}
}

func TestPasswordGuessesFromOneAddressAreThrottled(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	guess := func(n int) int {
		r := httptest.NewRequest("POST", "/api/v1/auth/token", strings.NewReader(fmt.Sprintf(`{"email": "nobody%d@igny8.test", "password": "a guess"}`, n)))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("X-Forwarded-For", fmt.Sprintf("203.0.113.%d", n)) // the request does not come from a proxy, so this header is ignored
		return w.Send(r).Status
	}
	if status := guess(0); status != http.StatusUnauthorized {
		t.Fatalf("the first guess: %d, want 401", status)
	}
	var first accounts.SignInFailure
	if err := w.DB.Read(t.Context()).Take(&first).Error; err != nil {
		t.Fatal(err)
	}
	many := make([]accounts.SignInFailure, 98)
	for n := range many {
		many[n] = accounts.SignInFailure{ID: database.NewID(), EmailKey: fmt.Sprintf("many%d@igny8.test", n), Address: first.Address, FailedAt: database.Now()}
	}
	if err := w.DB.Tx(t.Context(), func(tx *gorm.DB) error { return tx.Create(&many).Error }); err != nil {
		t.Fatal(err)
	}
	for n, want := range []int{http.StatusUnauthorized, http.StatusTooManyRequests} {
		if status := guess(n + 1); status != want {
			t.Errorf("guess %d: %d, want %d", n+100, status, want)
		}
	}
}

func upload(t *testing.T, w *apptest.World, query string, files map[string]string) apptest.Reply {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for name, content := range files {
		part, err := form.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest("POST", "/api/v1/sectors/"+w.Sector+"/keyword-imports"+query, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Authorization", "Bearer "+w.Token(owner))
	return w.Send(r)
}

func TestImportReportsWhatItRead(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	csv := "Keyword,Volume,Intent\nrain barrel,880,Commercial\n=HYPERLINK(1),,\n" + strings.Repeat("x", 10000) + ",5,\nRain  Barrel,880,Commercial\n"
	for name, content := range map[string]string{"photo.png": "\x89PNG\r\n\x1a\n\x00\x00", "empty.csv": "", "book.xlsx": "PK\x03\x04rest", "wrong.csv": "Colour,Size\nred,5\n"} {
		if reply := upload(t, w, "", map[string]string{name: content}); reply.Status != http.StatusUnprocessableEntity || !strings.Contains(reply.Body, name) {
			t.Errorf("%s: %d %s; want 422 with the name of the file", name, reply.Status, reply.Body)
		}
	}
	dry := upload(t, w, "?dry_run=true", map[string]string{"hoses.csv": csv}).JSON(t)
	if dry["id"] != nil || dry["imported"] != 2.0 {
		t.Errorf("dry run = %v, want 2 to be imported and no id", dry)
	}
	made := upload(t, w, "", map[string]string{"hoses.csv": csv}).JSON(t)
	if made["rows"] != 4.0 || made["imported"] != 2.0 || made["duplicates"] != 1.0 || made["rejected_count"] != 1.0 {
		t.Errorf("import = %v, want 4 rows = 2 imported + 1 duplicate + 1 rejected", made)
	}
	again := upload(t, w, "", map[string]string{"hoses.csv": csv}).JSON(t)
	if again["imported"] != 0.0 || again["rows"] != again["updated"].(float64)+again["duplicates"].(float64)+again["rejected_count"].(float64) {
		t.Errorf("second import = %v, want nothing new and rows that add up", again)
	}
	zipped := upload(t, w, "?dry_run=true", map[string]string{"export.zip": packed(t, map[string]string{
		"Queries.csv": "Top queries,Clicks,Impressions\nrain barrel,1,20\nwater butt,2,30\n", "Pages.csv": "Top pages,Clicks,Impressions\nhttps://a.example/,1,20\n",
	})}).JSON(t)
	parts := zipped["files"].([]any)[0].(map[string]any)["parts"].([]any)
	if zipped["imported"] != 1.0 || len(parts) != 2 || (parts[0].(map[string]any)["skipped"] == nil) == (parts[1].(map[string]any)["skipped"] == nil) {
		t.Errorf("a zip = %v, want 1 new keyword of 2, from 1 of 2 files", zipped)
	}
	diff := upload(t, w, "?dry_run=true", map[string]string{"hoses.csv": "Keyword,Volume,Intent\nrain barrel,990,Commercial\nwater butt,5,\n"}).JSON(t)
	counts := diff["change_counts"].(map[string]any)
	if counts["new"] != 1.0 || counts["changed"] != 1.0 || counts["vanished"] != 1.0 || counts["moved"] != 0.0 || len(diff["changes"].([]any)) != 3 {
		t.Errorf("a dry run of a re-import = %v, want one new, one changed and one vanished", diff)
	}
	if reports := w.API(owner, "GET", "/sectors/"+w.Sector+"/keyword-imports", nil).JSON(t)["items"].([]any); len(reports) != 2 || reports[1].(map[string]any)["id"] != made["id"] {
		t.Errorf("the reports = %v, want the two that were written", reports)
	}
	if report := w.API(owner, "GET", "/keyword-imports/"+made["id"].(string), nil).JSON(t); report["rows"] != 4.0 {
		t.Errorf("the report = %v", report)
	}
	list := w.API(owner, "GET", "/sectors/"+w.Sector+"/keywords?sort=-volume", nil).JSON(t)
	items := list["items"].([]any)
	if len(items) != 2 || items[0].(map[string]any)["keyword"] != "rain barrel" || items[1].(map[string]any)["keyword"] != "=HYPERLINK(1)" || items[1].(map[string]any)["volume"] != nil {
		t.Errorf("keywords = %v", items)
	}
}

func packed(t *testing.T, files map[string]string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, content := range files {
		file, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(file, content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestDeletedSiteGoesOffline(t *testing.T) {
	t.Parallel()
	dir := ""
	w := apptest.New(t, func(c *config.Config) { dir = c.SitesDir })
	things := w.Furnish()
	home := filepath.Join(dir, things.Site, "live", "index.html")
	if _, err := os.Stat(home); err != nil {
		t.Fatal(err)
	}
	if reply := w.API(owner, "DELETE", "/sites/"+things.Site, nil); reply.Status != http.StatusNoContent {
		t.Fatalf("delete: %d %s", reply.Status, reply.Body)
	}
	if _, err := os.Stat(home); !os.IsNotExist(err) {
		t.Errorf("the page of a deleted site is still there: %v", err)
	}
}

func TestRepeatedRequestHasNoSecondEffect(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	send := func(key, name string) apptest.Reply {
		r := httptest.NewRequest("POST", "/api/v1/sites", strings.NewReader(`{"name":"`+name+`"}`))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer "+w.Token(owner))
		r.Header.Set("Idempotency-Key", key)
		return w.Send(r)
	}
	first, second := send("k1", "Once"), send("k1", "Once")
	if first.Status != http.StatusCreated || second.Body != first.Body || second.Status != first.Status {
		t.Errorf("first %d %s, second %d %s", first.Status, first.Body, second.Status, second.Body)
	}
	if other := send("k1", "Another"); other.Status != http.StatusConflict {
		t.Errorf("the key with another request: %d, want 409", other.Status)
	}
	sites := w.API(owner, "GET", "/sites", nil)
	if n := strings.Count(sites.Body, `"name":"Once"`); n != 1 {
		t.Errorf("%d sites were made, want 1", n)
	}
}

func TestReferencePageLoadsNothingFromOutside(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	page := w.Send(request(t, "GET", "/api/docs"))
	if page.Status != http.StatusOK || !strings.Contains(page.Body, "/sectors/{id}/keyword-imports") {
		t.Fatalf("docs: %d", page.Status)
	}
	if csp := page.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
		t.Errorf("policy = %q", csp)
	}
	for _, outside := range []string{"unpkg.com", "cdn.", `src="http`, `href="http`} {
		if strings.Contains(page.Body, outside) {
			t.Errorf("the page loads %s", outside)
		}
	}
}

func TestReferencePageShowsValuesNestedFieldsAndExamples(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	page := w.Send(request(t, "GET", "/api/docs")).Body
	for what, want := range map[string]string{
		"the values of a field":    "one of pillar, topic, page",
		"a field within a field":   "files[].columns[].field",
		"the functions":            "auto_cluster",
		"an example":               "&#34;granularity&#34;: &#34;normal&#34;",
		"the shape of an error":    "errors[].location",
		"the way to a token":       "/api/v1/auth/token",
		"the key of a write":       "Idempotency-Key",
		"what a status stands for": "The account has too few credits.",
		"the field of an upload":   "list of string (binary)",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not show %s: %q", what, want)
		}
	}
}
