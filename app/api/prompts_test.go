package api_test

import (
	"net/http"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

// TestPromptAndVoiceAreReplaced replaces a prompt and the voice of a site.
func TestPromptAndVoiceAreReplaced(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	send := func(person accountstest.Person, method, path string, body any, status int) map[string]any {
		t.Helper()
		r := w.API(person, method, path, body)
		if r.Status != status {
			t.Fatalf("%s %s: %d, want %d: %s", method, path, r.Status, status, r.Body)
		}
		return r.JSON(t)
	}
	const admin, path = accountstest.Admin, "/prompts/generate_ideas"
	at := "?site_id=" + w.Site
	send(admin, http.MethodPut, path+at, map[string]any{"text": "{{.Nope}}", "seen": 0}, http.StatusUnprocessableEntity)
	if p := send(admin, http.MethodPut, path+at, map[string]any{"text": "Plan {{.Cluster}}.", "seen": 0}, http.StatusOK); p["source"] != "site" || p["version"] != 1.0 {
		t.Errorf("saved %v", p)
	}
	send(admin, http.MethodPut, path+at, map[string]any{"text": "Late.", "seen": 0}, http.StatusConflict)
	send(accountstest.Stranger, http.MethodPut, path+at, map[string]any{"text": "Mine.", "seen": 1}, http.StatusNotFound)
	send(accountstest.Stranger, http.MethodGet, "/prompts"+at, nil, http.StatusNotFound)
	if p := send(admin, http.MethodPost, path+"/restore"+at, map[string]any{"version": 0, "seen": 1}, http.StatusOK); p["source"] != "default" || p["version"] != nil || p["seen"] != 2.0 {
		t.Errorf("restored %v", p)
	}
	voice := map[string]any{"tone": "Calm.", "names": []string{}, "samples": []string{}, "never_say": []map[string]string{{"word": "cheap"}}, "revision": 0}
	if v := send(admin, http.MethodPut, "/sites/"+w.Site+"/voice", voice, http.StatusOK); v["revision"] != 1.0 {
		t.Errorf("voice %v", v)
	}
	send(admin, http.MethodPut, "/sites/"+w.Site+"/voice", voice, http.StatusConflict)
}
