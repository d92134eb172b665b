package api_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

func TestUnknownQueryNamesAreRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	things.Integration, things.Invitation = w.Integrate(), w.Invited()
	for _, o := range walkedOperations(t, w) {
		address := o.address(things)
		if slices.Contains(open, o.name()) {
			reply := w.API("", o.method, address+"?statee=new", map[string]any{})
			if reply.Status != http.StatusUnprocessableEntity || !strings.Contains(reply.Body, "statee") {
				t.Errorf("%s?statee=new: %d %s", o.name(), reply.Status, reply.Body)
			}
			continue
		}
		if got := w.API("", o.method, address+"?statee=new", nil).Status; got != http.StatusUnauthorized {
			t.Errorf("%s?statee=new without a token: %d, want 401 first", o.name(), got)
		}
		reply := w.API(owner, o.method, address+"?statee=new", nil)
		if reply.Status != http.StatusUnprocessableEntity || !strings.Contains(reply.Body, `"query.statee"`) {
			t.Errorf("%s?statee=new: %d %s", o.name(), reply.Status, reply.Body)
		}
		for _, p := range o.Parameters {
			if p.In == "query" && !strings.Contains(reply.Body, p.Name) {
				t.Errorf("%s?statee=new does not name %s: %s", o.name(), p.Name, reply.Body)
			}
		}
		if strings.Contains(o.path, "{id}") {
			if got := w.API(accountstest.Stranger, o.method, address+"?statee=new", nil).Status; got != http.StatusNotFound {
				t.Errorf("%s?statee=new by the other account: %d, want 404 first", o.name(), got)
			}
		}
	}
}

func TestKnownPathsAnswerOtherMethodsWith405(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	things.Integration, things.Invitation = w.Integrate(), w.Invited()
	allowed := map[string][]string{"/api/docs": {"GET", "HEAD"}, "/api/openapi.json": {"GET"}}
	for _, o := range walkedOperations(t, w) {
		path := "/api/v1" + o.address(things)
		allowed[path] = append(allowed[path], o.method)
		if o.method == http.MethodGet {
			allowed[path] = append(allowed[path], http.MethodHead)
		}
	}
	// An id may be any text, also the name of another call.
	quote := "/api/v1/ai-tasks/quote"
	allowed[quote] = append(allowed[quote], "GET", "HEAD")
	for path, methods := range allowed {
		for _, method := range []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"} {
			if slices.Contains(methods, method) {
				continue
			}
			reply := w.Send(request(t, method, path))
			want := http.StatusMethodNotAllowed
			if method == http.MethodOptions {
				want = http.StatusNoContent
			}
			if reply.Status != want {
				t.Errorf("%s %s: %d %s, want %d", method, path, reply.Status, reply.Body, want)
			}
			got := strings.Split(reply.Header.Get("Allow"), ", ")
			slices.Sort(got)
			slices.Sort(methods)
			if !slices.Equal(got, methods) {
				t.Errorf("%s %s: Allow %q, want %q", method, path, got, methods)
			}
			if kind := reply.Header.Get("Content-Type"); method == "POST" && kind != "application/problem+json" {
				t.Errorf("%s %s: content type %q", method, path, kind)
			}
		}
	}
	if got := w.Send(request(t, "POST", "/api/v1/nothing")).Status; got != http.StatusNotFound {
		t.Errorf("an unknown path: %d, want 404", got)
	}
}

func TestHEADAnswersLikeGETWithoutABody(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	for _, c := range []struct {
		person accountstest.Person
		path   string
		status int
	}{
		{"", "/sites", 401},
		{accountstest.Stranger, "/sites/" + things.Site, 404},
		{owner, "/sites", 200},
		{owner, "/sites/" + things.Site, 200},
		{owner, "/sites?statee=new", 422},
		{owner, "/sectors/" + things.Sector + "/export", 200},
		{owner, "/images/" + things.Image + "/files/" + things.ImageFile, 200},
	} {
		reply := w.API(c.person, http.MethodHead, c.path, nil)
		if reply.Status != c.status || reply.Body != "" {
			t.Errorf("HEAD %s by %q: %d with %d bytes, want %d without any", c.path, c.person, reply.Status, len(reply.Body), c.status)
		}
	}
}

func TestUnauthorizedAnswersNameTheScheme(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	for _, c := range []struct{ name, method, path, authorization, want string }{
		{"without a token", "GET", "/me", "", `Bearer`},
		{"with a token that is no good", "GET", "/me", "Bearer abc", `Bearer error="invalid_token"`},
		{"with another scheme", "GET", "/me", "Basic YTpi", `Bearer`},
		{"with a wrong password", "POST", "/auth/token", "", `Bearer`},
		{"with a refresh token that is no good", "POST", "/auth/refresh", "", `Bearer`},
	} {
		r := httptest.NewRequest(c.method, "/api/v1"+c.path, strings.NewReader(`{"email":"nobody@igny8.test","password":"not this one"}`))
		if c.path == "/auth/refresh" {
			r = httptest.NewRequest(c.method, "/api/v1"+c.path, strings.NewReader(`{"refresh_token":"abc"}`))
		}
		r.Header.Set("Content-Type", "application/json")
		if c.authorization != "" {
			r.Header.Set("Authorization", c.authorization)
		}
		reply := w.Send(r)
		if got := reply.Header.Get("WWW-Authenticate"); reply.Status != http.StatusUnauthorized || got != c.want {
			t.Errorf("%s: %d, WWW-Authenticate %q, want 401 and %q", c.name, reply.Status, got, c.want)
		}
	}
}

// leaks lists words that only the source of the program uses.
var leaks = []string{
	"json:", "Go ", "struct", "strconv", "int64", "float64", "parsing", "reflect", "pq:", "sql", "SQL", "unmarshal", "nil", "multipart:", "mime:", "%!", "invalid character", "e+",
}

func TestErrorsContainNoTermsOfTheProgram(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	things.Integration, things.Invitation = w.Integrate(), w.Invited()
	token := w.Token(owner)
	wrong := []string{`null`, `""`, `"x"`, `"2026-13-45"`, `-1`, `1.5`, `1e2`, `1e30`, `1e999`, `9223372036854775808`, `9007199254740993`, `true`, `[]`, `[1]`, `["x"]`, `[null]`, `{}`, `{"x":1}`, `"\u0000"`}
	for _, o := range walkedOperations(t, w) {
		if o.RequestBody == nil {
			continue
		}
		bodies := []string{``, `{`, `[`, `x`, `null`, `[]`, `"text"`, `1`, `{"a":}`, "\x00", `{"a":1}{"b":2}`, `{"a":1e999}`}
		for name := range o.properties(o.body()) {
			for _, value := range wrong {
				bodies = append(bodies, o.exampleWith(t, name, value))
			}
		}
		for _, body := range bodies {
			for _, kind := range []string{"application/json", "text/plain", ";;"} {
				if kind != "application/json" && body != `{` && body != `` {
					continue
				}
				assertPlain(t, w, token, o, o.address(things), kind, body)
			}
		}
	}
}

func TestParameterErrorsContainNoTermsOfTheProgram(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	things.Integration, things.Invitation = w.Integrate(), w.Invited()
	token := w.Token(owner)
	for _, o := range walkedOperations(t, w) {
		for _, p := range o.Parameters {
			if p.In != "query" {
				continue
			}
			for _, value := range []string{"x", "1e999", "9223372036854775808", "-1", "1.5", "%00", "%FF", "2026-13-45", "true", "%7B%7D"} {
				assertPlain(t, w, token, o, o.address(things)+"?"+p.Name+"="+value, "application/json", "{}")
			}
		}
	}
}

func assertPlain(t *testing.T, w *apptest.World, token string, o walkedOperation, address, kind, body string) {
	t.Helper()
	r := httptest.NewRequest(o.method, "/api/v1"+address, strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	if !slices.Contains(open, o.name()) {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	reply := w.Send(r)
	if reply.Status >= 500 && reply.Status != http.StatusServiceUnavailable {
		t.Errorf("%s with %s: %d %s", o.name(), body, reply.Status, reply.Body)
	}
	if reply.Status < 400 {
		return
	}
	if got := reply.Header.Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("%s with %s: content type %q", o.name(), body, got)
	}
	var problem struct {
		Detail string
		Errors []struct{ Location, Message string }
	}
	if err := json.Unmarshal([]byte(reply.Body), &problem); err != nil || problem.Detail == "" {
		t.Errorf("%s with %s: %s", o.name(), body, reply.Body)
	}
	said := problem.Detail
	for _, e := range problem.Errors {
		if e.Location == "" {
			t.Errorf("%s with %s: an error without a place: %s", o.name(), body, reply.Body)
		}
		said += " | " + e.Message
	}
	for _, word := range leaks {
		if strings.Contains(said, word) {
			t.Errorf("%s with %s %s says %q: %s", o.name(), kind, body, word, said)
		}
	}
}

func TestProblemsNameTheWrongField(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	for _, c := range []struct{ method, path, body, location string }{
		{"PUT", "/limits", `{"approval_above":9223372036854775808,"sites":[]}`, "body.approval_above"},
		{"PUT", "/limits", `{"approval_above":1,"sites":[{"site_id":"x","monthly_credits":1e30}]}`, "body.sites[0].monthly_credits"},
		{"PUT", "/limits", `{"approval_above":"1","sites":[]}`, "body.approval_above"},
		{"POST", "/sites", `{"name":1}`, "body.name"},
		{"POST", "/sites", `{"name":"x","type":"shop"}`, "body.type"},
		{"GET", "/sites?limit=many", ``, "query.limit"},
	} {
		r := httptest.NewRequest(c.method, "/api/v1"+c.path, strings.NewReader(c.body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer "+w.Token(owner))
		reply := w.Send(r)
		if reply.Status != http.StatusUnprocessableEntity || !strings.Contains(reply.Body, `"`+c.location+`"`) {
			t.Errorf("%s %s %s: %d %s, want 422 at %s", c.method, c.path, c.body, reply.Status, reply.Body, c.location)
		}
	}
}
