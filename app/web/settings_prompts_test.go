package web_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

// TestPromptIsEdited edits the prompt of a site: a refusal, a preview, a save, a conflict with another person's save, and the
// return to the default.
func TestPromptIsEdited(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	w.Furnish()
	path := "/app/sites/" + w.Site + "/prompts/generate_ideas"
	admin := w.Browse(accountstest.Admin)
	says := func(what string, r apptest.Reply, status int, wants ...string) {
		t.Helper()
		for _, want := range wants {
			if r.Status != status || !strings.Contains(r.Body, want) {
				t.Errorf("%s: %d, want %d and %q", what, r.Status, status, want)
			}
		}
	}
	says("the default", admin.Get(path), http.StatusOK, "Default", "You plan one page of a website.", "the greatest demand first", "{{range .Keywords}}")
	says("a field that is not there", admin.Post(path, "seen", "0", "text", "Plan {{.Nope}}."), http.StatusUnprocessableEntity, "Plan {{.Nope}}.", "there is no {{.Nope}} here. There are {{.Cluster}}")
	says("a preview", admin.Post(path+"/preview", "seen", "0", "text", "Plan a page for {{.Cluster}}."), http.StatusOK, "Plan a page for &lt;data&gt;", "With the data of the last run on this site", "What differs from the default")
	if r := admin.Post(path, "seen", "0", "text", "Plan a page\r\nfor {{.Cluster}}."); r.Status != http.StatusSeeOther {
		t.Fatalf("saving: %d", r.Status)
	}
	says("the version", admin.Get(path), http.StatusOK, "Site, version 1", "Restore the default", "ADMIN")
	says("somebody was faster", w.Browse(accountstest.Owner).Post(path, "seen", "0", "text", "Mine."), http.StatusConflict, "Somebody saved version 1", "Mine.", "Theirs against yours")
	says("another site", admin.Get("/app/sites/"+w.OtherSite+"/prompts/generate_ideas"), http.StatusOK, "Default")
	if r := admin.Post(path+"/restore", "seen", "1", "number", "0"); r.Status != http.StatusSeeOther {
		t.Fatalf("restoring: %d", r.Status)
	}
	says("the default again", admin.Get(path), http.StatusOK, "The default is in force now.", "restored the default")
	says("no such prompt", admin.Get("/app/settings/prompts/no_such"), http.StatusNotFound, "There is no such prompt.")
	account := "/app/settings/prompts/generate_content.section"
	says("the preview of the account", admin.Post(account+"/preview", "on", w.Site, "text", "Write."), http.StatusOK, "Write.", "Nothing was asked.")
	if r := w.Browse(accountstest.Stranger).Post(account+"/preview", "on", w.Site, "text", "Write."); r.Status != http.StatusNotFound {
		t.Errorf("a preview with the data of another account: %d", r.Status)
	}
}

// TestFactsAndVoiceAreSaved changes a fact that a text states, and describes the voice of the site.
func TestFactsAndVoiceAreSaved(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	path := "/app/sites/" + w.Site + "/facts"
	admin, viewer := w.Browse(accountstest.Admin), w.Browse(accountstest.Viewer)
	post := func(status int, address string, form ...string) string {
		t.Helper()
		r := admin.Post(address, form...)
		if r.Status != status {
			t.Fatalf("POST %s: %d, want %d", address, r.Status, status)
		}
		return r.Body
	}
	if page := post(http.StatusUnprocessableEntity, path, "name", "Warranty", "value", "36 months"); !strings.Contains(page, "a fact named &#34;Warranty&#34; already") || !strings.Contains(page, "36 months") {
		t.Error("a second fact of one name")
	}
	post(http.StatusSeeOther, path+"/"+things.Fact, "value", "36 months")
	post(http.StatusSeeOther, "/app/sites/"+w.Site+"/voice", "revision", "0", "never_say", "hose = pipe\r\ncompost", "names", "Alpha\r\nBeta", "samples", "One.", "samples", "Two.")
	page := viewer.Get(path).Body
	for _, want := range []string{"36 months", "24 months", "12 months", "No text states it.", "hose = pipe", "Alpha, Beta", "The site says “pipe” instead.", "/writer/contents/"} {
		if !strings.Contains(page, want) {
			t.Errorf("a viewer does not see %q", want)
		}
	}
	if strings.Contains(page, "<textarea") || strings.Contains(page, "Stop looking") {
		t.Error("a viewer gets forms")
	}
	if again := post(http.StatusConflict, "/app/sites/"+w.Site+"/voice", "revision", "0", "tone", "Mine."); !strings.Contains(again, "Mine.") {
		t.Error("what was typed is lost")
	}
}
