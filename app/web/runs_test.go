package web_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/ai/provider/openai"
	"igny8/app/apptest"
	"igny8/app/planner"
	"igny8/app/runs"
	"igny8/views/address"
)

// TestScreensListWhatFailed has the model refuse one of the ideas. The Planner and the page of the run say so, and try it again.
func TestScreensListWhatFailed(t *testing.T) {
	t.Parallel()
	idea := aitest.Says(`{"title": "Hoses", "angle": "For beginners.", "intent": "informational", "outline": ["Kinds"], "target_keywords": []}`)
	model := aitest.New(t, aitest.Always(idea)).About(regexp.MustCompile(`"cluster": "(.*?)"`))
	w := apptest.NewTuned(t, func(o *ai.Options) { o.Provider = openai.New(openai.Server{BaseURL: model.URL, Model: "small"}) })
	b := plannerScreen{T: t, w: w, editor: w.Browse(accountstest.Editor), path: "/app/sites/" + w.Site + "/planner"}.grouped()
	if err := w.Planner.ApproveAll(w.Ctx(accountstest.Owner), w.Sector); err != nil {
		t.Fatal(err)
	}
	refused := b.clusters(planner.LevelPage)[0].Name
	model.Follow(func(c aitest.Call) aitest.Answer {
		if c.Subject == refused {
			return aitest.SaysAndEnds("", "content_filter")
		}
		return idea
	})
	b.wants("start", b.editor.Post(b.path+"/ideas"), http.StatusSeeOther)
	run := b.endedRuns()[0]
	price := "Try these again for at most 1 credit"
	shown := []string{"Partly done", "1 item could not be done.", refused, "The AI model refused to answer for", price}
	b.wants("Planner", b.editor.Get(b.path), http.StatusOK, shown...)
	b.wants("run", b.editor.Get(address.Run(run.ID)), http.StatusOK, shown...)
	b.wants("runs", b.editor.Get(address.Runs), http.StatusOK, "Partly done")
	page := w.Browse(accountstest.Viewer).Get(address.Run(run.ID)).Body
	if !strings.Contains(page, refused) || strings.Contains(page, price) {
		t.Error("a viewer does not see what failed, or may try it again")
	}
	retry := address.RunAction(run.ID, "retry")
	b.wants("retry by a viewer", w.Browse(accountstest.Viewer).Post(retry), http.StatusForbidden)
	b.wants("retry by a stranger", w.Browse(accountstest.Stranger).Post(retry), http.StatusNotFound)

	model.Follow(aitest.Always(idea))
	b.wants("retry", b.editor.Post(retry), http.StatusSeeOther)
	again, err := w.Engine.Get(w.Ctx(accountstest.Owner), b.endedRuns()[0].ID)
	if err != nil || again.RetryOf != run.ID || again.Phase != runs.PhaseDone || again.CreditsCharged != 1 {
		t.Errorf("the retry: %+v", again)
	}
	old := b.editor.Get(address.Run(run.ID))
	b.wants("the first run", old, http.StatusOK, "Look at how they were tried again", address.Run(again.ID))
	if strings.Contains(old.Body, price) {
		t.Error("what was tried again is offered once more")
	}
	b.wants("the retry", b.editor.Get(address.Run(again.ID)), http.StatusOK, "The run whose failed items this one asks for again", address.Run(run.ID))
}
