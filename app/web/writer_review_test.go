package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

// TestReviewAllowsOnlyItsRoles tries every action of a review as every role, and checks the state after it. The roles are those of
// the table in product.md.
func TestReviewAllowsOnlyItsRoles(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	people := map[accountstest.Person]*apptest.Browser{}
	for _, p := range accountstest.People() {
		people[p] = d.w.Browse(p)
	}
	first := d.content().Blocks[0].ID
	owner := d.w.Ctx(accountstest.Owner)
	thread, err := d.w.Writer.BeginThread(owner, d.things.Content, first, writer.Remark{Text: "Is it?"})
	if err != nil {
		t.Fatal(err)
	}
	// state brings the content into the wanted state.
	state := func(wanted writer.ContentState) {
		t.Helper()
		c := d.content()
		words := "Hoses are, of course, wet" + strings.Repeat(" and wet", int(c.Revision)) + "."
		doc := blocks.Document{{ID: first, Type: blocks.TypeParagraph, Text: words}}
		c, err := d.w.Writer.Save(owner, c.ID, writer.Change{Revision: c.Revision, Blocks: &doc})
		if err == nil && wanted == writer.ContentInReview {
			_, err = d.w.Writer.Submit(owner, c.ID, c.Revision)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	site := "/app/sites/" + d.things.Site + "/writer"
	for _, action := range []struct {
		name, path string
		from, to   writer.ContentState
		may        []accountstest.Person
		fields     []string
	}{
		{"submit", d.path + "/submit", writer.ContentDraft, writer.ContentInReview, workers, nil},
		{"approve a draft", d.path + "/approve", writer.ContentDraft, writer.ContentApproved, publishers, nil},
		{"approve", d.path + "/approve", writer.ContentInReview, writer.ContentApproved, publishers, nil},
		{"return", d.path + "/return", writer.ContentInReview, writer.ContentDraft, publishers, []string{"reason", "Shorter"}},
		{"rewrite", d.path + "/rewrite", writer.ContentDraft, writer.ContentDraft, workers, []string{"blocks", first, "how", drafting.Shorter}},
		{"comment", d.path + "/comments", writer.ContentDraft, writer.ContentDraft, workers, []string{"block", first, "text", "Why?"}},
		{"reply", site + "/threads/" + thread.ID + "/comments", writer.ContentDraft, writer.ContentDraft, workers, []string{"text", "Because."}},
		{"resolve", site + "/threads/" + thread.ID + "/resolve", writer.ContentDraft, writer.ContentDraft, workers, nil},
		{"reopen", site + "/threads/" + thread.ID + "/reopen", writer.ContentDraft, writer.ContentDraft, workers, nil},
	} {
		for person, browser := range people {
			state(action.from)
			revision := fmt.Sprint(d.content().Revision)
			got := browser.Post(action.path, append(action.fields, "revision", revision)...)
			want, after := http.StatusSeeOther, action.to
			switch {
			case slices.Contains(action.may, person):
			case slices.Contains(seers, person):
				want, after = http.StatusForbidden, action.from
			default:
				want, after = http.StatusNotFound, action.from
			}
			if got.Status != want || d.content().State != after {
				t.Errorf("%s by %s: %d and %s, want %d and %s", action.name, person, got.Status, d.content().State, want, after)
			}
			d.settle()
		}
	}
}

// settle waits for the runs and rejects their suggestions.
func (d writerScreens) settle() {
	d.Helper()
	ctx := d.w.Ctx(accountstest.Owner)
	runs, err := d.w.Drafting.Rewrites(ctx, d.content())
	for _, run := range runs {
		if err == nil {
			_, err = d.w.Engine.Wait(ctx, run.ID)
		}
	}
	if err == nil {
		_, _, err = d.w.Writer.RejectSuggestions(ctx, d.things.Content)
	}
	if err != nil {
		d.Fatal(err)
	}
}

func TestSuggestionIsShownAndDecided(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	id := suggest(t, d.w, d.content(), "Hoses are, of course, <b>wet</b> & <script>old.")
	block := d.content().Blocks[0].ID
	suggestion := "/app/sites/" + d.things.Site + "/writer/suggestions/" + id
	foreign := d.w.Browse(accountstest.Stranger)

	d.wants("a viewer", d.viewer.Get(d.path), http.StatusOK, "<del>", "Suggested: shorter")
	if got := d.viewer.Get(d.path); strings.Contains(got.Body, "/accept") {
		t.Error("a viewer is offered a decision")
	}
	d.wants("a viewer's acceptance", d.viewer.Post(suggestion+"/accept"), http.StatusForbidden)
	d.wants("the other account's", foreign.Post(suggestion+"/accept"), http.StatusNotFound)
	d.wants("an approval that overlooks it", d.publisher.Post(d.path+"/approve", "revision", "2"), http.StatusConflict, "Before you approve: 1 suggestion is open", "Approve without them")
	d.wants("no decision", d.editor.Post(d.path+"/suggestions", "do", "shrug"), http.StatusUnprocessableEntity)
	d.wants("the price", d.editor.Get(d.path+"/rewrite?block="+url.QueryEscape(block)), http.StatusOK, "This costs nothing", "Takes an AI model", "1 suggestion waits")
	d.wants("a tone", d.editor.Post(d.path+"/rewrite", "blocks", block, "how", "tone", "wish", "dry"), http.StatusServiceUnavailable, "takes an AI model")
	d.wants("no way", d.editor.Post(d.path+"/rewrite", "blocks", block, "how", "louder"), http.StatusUnprocessableEntity, "Choose one of")

	d.wants("a save of another text", d.paragraph(d.editor, "/blocks/"+block, 2, "Hoses are, of course, dry."), http.StatusSeeOther)
	d.wants("a suggestion for an older text", d.editor.Get(d.path), http.StatusOK, "was changed since this was suggested", "Ask again")
	d.wants("its acceptance", d.editor.Post(suggestion+"/accept"), http.StatusConflict, "The block was changed since")
	d.wants("its rejection", d.editor.Post(suggestion+"/reject"), http.StatusSeeOther)

	id = suggest(t, d.w, d.content(), "Hoses are, of course, green.")
	suggestion = "/app/sites/" + d.things.Site + "/writer/suggestions/" + id
	for range 2 {
		d.wants("an acceptance", d.editor.Post(suggestion+"/accept"), http.StatusSeeOther)
	}
	if c := d.content(); blocks.Text(c.Blocks[0].Text) != "Hoses are green." || c.Revision != 5 {
		t.Errorf("accepted: %q as revision %d", c.Blocks[0].Text, c.Revision)
	}
	suggest(t, d.w, d.content(), "Hoses are, of course, blue.")
	d.wants("an approval without", d.publisher.Post(d.path+"/approve", "revision", "6", "without", "1"), http.StatusSeeOther)
	if c := d.content(); c.State != writer.ContentApproved || c.Blocks[0].Text != "Hoses are, of course, blue." {
		t.Errorf("approved without: %s, %q", c.State, c.Blocks[0].Text)
	}
	part := d.editor.Get(d.path+"/comments", "HX-Request", "true")
	d.wants("the panel alone", part, http.StatusOK, "No comments yet")
	if strings.Contains(part.Body, "<html") {
		t.Error("the panel brings a whole page")
	}
}

func TestCommentsAreWrittenAndResolved(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	block := d.content().Blocks[0].ID
	me := d.w.Member(accountstest.Editor).UserID
	say := func(b *apptest.Browser, text string, more ...string) apptest.Reply {
		return b.Post(d.path+"/comments", append([]string{"block", block, "text", text}, more...)...)
	}
	d.wants("nothing said", say(d.editor, " "), http.StatusUnprocessableEntity, "Write what you want to say")
	d.wants("a mention of nobody", say(d.editor, "Keep me", "mention", "x"), http.StatusUnprocessableEntity, "Keep me", "sees this site")
	for range 2 {
		d.wants("a comment", say(d.publisher, "<b>Look</b>", "mention", me), http.StatusSeeOther)
	}
	threads, err := d.w.Writer.Threads(d.w.Ctx(accountstest.Owner), d.things.Content)
	if err != nil || len(threads) != 1 {
		t.Fatalf("%d threads, %v", len(threads), err)
	}
	thread := "/app/sites/" + d.things.Site + "/writer/threads/" + threads[0].ID
	d.wants("the panel", d.viewer.Get(d.path+"/comments"), http.StatusOK, "&lt;b&gt;Look&lt;/b&gt;", "PUBLISHER", "1 comment")
	d.wants("the first page", d.editor.Get("/app"), http.StatusOK, "Somebody asks you", "&lt;b&gt;Look&lt;/b&gt;", "/comments?thread="+threads[0].ID+"#thread-"+threads[0].ID)
	d.wants("a mention that is not there", d.publisher.Post("/app/mentions", "id", "x"), http.StatusSeeOther)
	waiting, err := d.w.Writer.Waiting(d.w.Ctx(accountstest.Editor))
	if err != nil || len(waiting) != 1 {
		t.Fatalf("%d mentions, %v", len(waiting), err)
	}
	d.wants("put aside", d.editor.Post("/app/mentions", "id", waiting[0].ID), http.StatusSeeOther)
	if got := d.editor.Get("/app"); strings.Contains(got.Body, "Somebody asks you") {
		t.Error("what was put aside is still on the first page")
	}
	d.wants("an empty answer", d.editor.Post(thread+"/comments"), http.StatusUnprocessableEntity, "Write what you want to say")
	d.wants("an answer", d.editor.Post(thread+"/comments", "text", "I see"), http.StatusSeeOther)
	d.wants("resolved", d.editor.Post(thread+"/resolve"), http.StatusSeeOther)
	d.wants("the panel", d.viewer.Get(d.path+"/comments"), http.StatusOK, "1 resolved thread", "Resolved by EDITOR")
	d.wants("reopened", d.editor.Post(thread+"/reopen"), http.StatusSeeOther)
	d.wants("the block goes", d.editor.Post(d.path+"/blocks/"+block+"/remove", "revision", "1"), http.StatusSeeOther)
	d.wants("the thread stays", d.viewer.Get(d.path+"/comments"), http.StatusOK, "On blocks that were removed", "I see")
	d.wants("about a removed block", say(d.editor, "Too late"), http.StatusConflict, "not in the text any more")
}
