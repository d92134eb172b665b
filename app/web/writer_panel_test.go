package web_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/blocks"
	"igny8/app/writer"
)

// write replaces the text of the content by paragraphs.
func (d writerScreens) write(paragraphs ...string) writer.Content {
	d.Helper()
	var doc blocks.Document
	for _, text := range paragraphs {
		doc = append(doc, blocks.Block{Type: blocks.TypeParagraph, Text: text})
	}
	c, err := d.w.Writer.Save(d.w.Ctx(accountstest.Owner), d.things.Content, writer.Change{Revision: d.content().Revision, Blocks: &doc})
	if err != nil {
		d.Fatal(err)
	}
	return c
}

func TestPanelsAreShownBesideTheText(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	d.write(`A hose weighs 3 kg &amp; bends, see <a href="/nowhere/">there</a>.`)
	d.wants("the editor", d.viewer.Get(d.path), http.StatusOK, `id="panel"`, d.path+"/keywords")
	for panel, word := range map[string]string{
		"keywords": "a month", "questions": "Questions", "claims": "A hose weighs 3 kg &amp; bends", "links": "No page of this site has the address", "search-result": "of 580 px", "readability": "Flesch Reading Ease",
	} {
		d.wants("the page of "+panel, d.viewer.Get(d.path+"/"+panel), http.StatusOK, "<html", "<aside", word)
		part := d.viewer.Get(d.path+"/"+panel, "HX-Request", "true")
		d.wants("the part of "+panel, part, http.StatusOK, `id="panel"`, word)
		if strings.Contains(part.Body, "<html") {
			t.Errorf("the part of %s is a page", panel)
		}
	}
	if body := d.viewer.Get(d.path + "/claims").Body; strings.Contains(body, "<form method=\"post\" action=\""+d.path) {
		t.Error("a viewer is offered a decision")
	}
}

func TestClaimsAreSettledBeforeAnApproval(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	c := d.write("A hose weighs 3 kg.", "A reel costs $20.")
	l, err := d.w.Writer.Claims(d.w.Ctx(accountstest.Owner), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	first, second := l.Claims[0].Mark, l.Claims[1].Mark
	revision := fmt.Sprint(c.Revision)
	d.wants("an approval", d.publisher.Post(d.path+"/approve", "revision", revision), http.StatusConflict, "2 claims are not settled", d.path+"/claims", "A hose weighs 3 kg.")
	d.wants("the Writer", d.publisher.Get("/app/sites/"+d.things.Site+"/writer"), http.StatusOK, "2 claims in 1 text nobody has settled.")
	d.wants("a viewer's decision", d.viewer.Post(d.path+"/claims", "mark", first, "verdict", "opinion"), http.StatusForbidden)
	d.wants("no source", d.editor.Post(d.path+"/claims", "mark", first, "verdict", "sourced", "source", "javascript:x"), http.StatusUnprocessableEntity, "Give the address of the source", "javascript:x")
	d.wants("no verdict", d.editor.Post(d.path+"/claims", "mark", first), http.StatusUnprocessableEntity)
	d.wants("another sentence", d.editor.Post(d.path+"/claims", "mark", "gone", "verdict", "opinion"), http.StatusConflict, "was changed in the meantime")

	d.wants("a source", d.editor.Post(d.path+"/claims", "mark", first, "verdict", "sourced", "source", "https://example.org/a?b=<c>"), http.StatusSeeOther)
	d.wants("the ledger", d.editor.Get(d.path+"/claims"), http.StatusOK, "1 claim is open", "Settled (1)", "https://example.org/a?b=&lt;c&gt;")
	d.wants("an opinion", d.editor.Post(d.path+"/claims", "mark", second, "verdict", "opinion"), http.StatusSeeOther)
	d.wants("the approval", d.publisher.Post(d.path+"/approve", "revision", revision), http.StatusSeeOther)
	d.wants("the other account", d.w.Browse(accountstest.Stranger).Post(d.path+"/claims", "mark", second, "verdict", "open"), http.StatusNotFound)
}

func TestProposedTitleIsAccepted(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	c := d.write("A garden hose carries water to where the plants need it most of all.")
	d.wants("the offer", d.editor.Get(d.path+"/search-result"), http.StatusOK, "Propose title and description")
	d.wants("a viewer's wish", d.viewer.Post(d.path+"/search-result"), http.StatusForbidden)
	d.wants("the wish", d.editor.Post(d.path+"/search-result"), http.StatusSeeOther)
	ctx := d.w.Ctx(accountstest.Owner)
	run, err := d.w.Drafting.StartMeta(ctx, c.ID)
	if err == nil {
		run, err = d.w.Engine.Wait(ctx, run.ID)
	}
	if err != nil || run.CreditsCharged != 0 || run.Phase != "DONE" {
		t.Fatalf("the run ended %s: %s, %v", run.Phase, run.Message, err)
	}
	d.wants("the proposal", d.editor.Get(d.path+"/search-result"), http.StatusOK, "Proposed", "A garden hose carries water to where the plants need it most of all.</textarea>")
	if got := d.content(); got.Revision != c.Revision || got.Description == "A garden hose carries water to where the plants need it most of all." {
		t.Error("a proposal changed the content")
	}
	d.wants("no title", d.editor.Post(d.path+"/search-result/accept", "revision", fmt.Sprint(c.Revision), "title", " ", "description", "Mine"), http.StatusUnprocessableEntity, "Give the page a title", "Mine</textarea>")
	d.wants("a stale one", d.editor.Post(d.path+"/search-result/accept", "revision", "1", "title", "Hoses", "description", "Mine"), http.StatusConflict, "Mine</textarea>")
	d.wants("a viewer", d.viewer.Post(d.path+"/search-result/reject"), http.StatusForbidden)
	d.wants("taken", d.editor.Post(d.path+"/search-result/accept", "revision", fmt.Sprint(c.Revision), "title", "Hoses", "description", "Mine & yours"), http.StatusSeeOther)
	if got := d.content(); got.Revision != c.Revision+1 || got.Title != "Hoses" || got.Description != "Mine & yours" {
		t.Errorf("taken over as %q, %q", got.Title, got.Description)
	}
	if body := d.editor.Get(d.path + "/search-result").Body; strings.Contains(body, "Proposed") {
		t.Error("what was taken is still proposed")
	}
	d.wants("dropped", d.editor.Post(d.path+"/search-result/reject"), http.StatusSeeOther)
}
