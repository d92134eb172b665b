package web_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/blocks"
	"igny8/app/database/dbtest"
	"igny8/app/logs"
	"igny8/app/writer"
)

// mostBlocks is how many blocks a page or an answer shows, and mostSaved how many packed bytes the answer to a saved block has.
const (
	mostBlocks = 50
	mostSaved  = 20 << 10
)

// longDraft replaces the text of the content by a thousand paragraphs, b0 to b999.
func (d writerScreens) longDraft() writer.Content {
	d.Helper()
	doc := make(blocks.Document, 1000)
	for i := range doc {
		doc[i] = blocks.Block{ID: fmt.Sprintf("b%d", i), Type: blocks.TypeParagraph, Text: strings.Repeat(fmt.Sprintf("Words of block %d, <strong>some</strong> of them strong. ", i), 6)}
	}
	c, err := d.w.Writer.Save(d.w.Ctx(accountstest.Owner), d.things.Content, writer.Change{Revision: d.content().Revision, Blocks: &doc})
	if err != nil {
		d.Fatal(err)
	}
	return c
}

// shows fails unless the answer shows the blocks from the first to the last and no others.
func (d writerScreens) shows(what, body string, first, last int) {
	d.Helper()
	if n := strings.Count(body, `id="block-b`); n != last-first+1 {
		d.Errorf("%s shows %d blocks, want %d to %d", what, n, first, last)
	}
	for _, i := range []int{first, last} {
		if !strings.Contains(body, fmt.Sprintf(`id="block-b%d"`, i)) {
			d.Errorf("%s does not show block %d", what, i)
		}
	}
}

func TestLongDraftShowsFiftyBlocksAtATime(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	c := d.longDraft()
	more := func(part string, from, to int) string {
		return fmt.Sprintf("%s?from=%d&part=%s&revision=%d&to=%d", d.path, from, part, c.Revision, to)
	}
	d.wants("more of no revision", d.editor.Get(d.path+"?part=after&from=50", "HX-Request", "true"), http.StatusNotFound)
	d.wants("more of another revision", d.editor.Get(d.path+"?part=after&from=50&revision=99", "HX-Request", "true"), http.StatusNotFound)

	for _, page := range []struct {
		query       string
		first, last int
		words       []string
	}{
		{"", 0, 49, []string{"Blocks 51 to 100 of 1,000", "part=after"}},
		{"?from=50", 50, 99, []string{"Blocks 1 to 50 of", "Blocks 101 to 150"}},
		{"?from=2000", 950, 999, nil},
		{"?at=b500", 475, 524, []string{"Blocks 426 to 475", "Blocks 526 to 575"}},
		{"?at=b999", 950, 999, []string{"Add at the end"}},
		{"?at=gone", 0, 49, nil},
		{"?block=b700", 675, 724, []string{`name="text"`, "typing=1"}},
		{"?choose=b300", 275, 324, []string{`id="choose"`}},
		{"?add=paragraph&after=b999", 950, 999, []string{`id="typing"`}},
	} {
		got := d.editor.Get(d.path + page.query)
		d.wants(page.query, got, http.StatusOK, page.words...)
		if page.query != "?from=2000" {
			d.shows(page.query, got.Body, page.first, page.last)
		}
		if packed := packedSize(t, got.Body); packed > mostBytes {
			t.Errorf("%s weighs %d bytes packed", page.query, packed)
		}
	}

	// The rest comes part by part, with what comes next in it.
	next := d.editor.Get(more("after", 50, 100), "HX-Request", "true")
	d.wants("the next blocks", next, http.StatusOK, "Blocks 101 to 150", `id="edit-b50"`)
	d.shows("the next blocks", next.Body, 50, 99)
	before := d.editor.Get(more("before", 425, 475), "HX-Request", "true")
	d.wants("the blocks before", before, http.StatusOK, "Blocks 376 to 425")
	d.shows("the blocks before", before.Body, 425, 474)
	last := d.editor.Get(more("after", 950, 1000), "HX-Request", "true")
	d.wants("the last blocks", last, http.StatusOK, "Add at the end")
	d.shows("the last blocks", last.Body, 950, 999)
	typing := d.editor.Get(more("after", 50, 100)+"&typing=1", "HX-Request", "true")
	if strings.Contains(typing.Body, `id="edit-b`) {
		t.Error("blocks that come while one is typed have buttons, which would lose what is typed")
	}
	if seen := d.viewer.Get(more("after", 50, 100), "HX-Request", "true"); strings.Contains(seen.Body, `id="edit-b`) {
		t.Error("a viewer gets buttons")
	}

	// What the browser has is of one revision, also when somebody else has saved another since.
	d.wants("another's removal", d.publisher.Post(d.path+"/blocks/b60/remove", "revision", fmt.Sprint(c.Revision)), http.StatusSeeOther)
	d.shows("the blocks of the revision that was seen", d.editor.Get(more("after", 50, 100), "HX-Request", "true").Body, 50, 99)
	d.wants("the other account", d.w.Browse(accountstest.Stranger).Get(more("after", 50, 100), "HX-Request", "true"), http.StatusNotFound)
}

func TestSavingABlockOfALongDraftSendsLittle(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	c := d.longDraft()
	d.editor.Get(d.path)
	revision := func() string { return fmt.Sprint(d.content().Revision) }
	statements := dbtest.Watch(t, d.w.DB, func(ctx context.Context) bool { return logs.Request(ctx) != "" })
	for _, block := range []string{"b0", "b500", "b999"} {
		got := d.editor.Swap(d.path+"/blocks/"+block, "revision", revision(), "type", "paragraph", "text", "Three new words")
		d.wants(block, got, http.StatusOK, "Three new words", `id="edit-`+block+`"`)
		if n := strings.Count(got.Body, `id="block-b`); n > mostBlocks {
			t.Errorf("%s: the answer has %d blocks", block, n)
		}
		if packed := packedSize(t, got.Body); packed > mostSaved {
			t.Errorf("%s: the answer weighs %d bytes packed, want %d at most", block, packed, mostSaved)
		}
		if n := len(statements()); n > 40 {
			t.Errorf("%s: %d statements", block, n)
		}
	}
	saved := d.content()
	if want := c.Words + 3*(3-c.Words/1000); saved.Words != want || int64(saved.Blocks.Words()) != want {
		t.Errorf("%d words are counted of %d, want %d", saved.Words, saved.Blocks.Words(), want)
	}
	after := d.editor.Post(d.path+"/blocks/b500", "revision", revision(), "type", "paragraph", "text", "Without JavaScript")
	if want := "?at=b500#block-b500"; after.Status != http.StatusSeeOther || !strings.HasSuffix(after.Header.Get("Location"), want) {
		t.Errorf("%d, to %s, want %s", after.Status, after.Header.Get("Location"), want)
	}
}

func TestPagesOfALongDraftWeighLittle(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	c := d.longDraft()
	ctx := d.w.Ctx(accountstest.Owner)
	var last writer.Thread
	for n := range 60 {
		var err error
		if last, err = d.w.Writer.BeginThread(ctx, c.ID, fmt.Sprintf("b%d", n*5), writer.Remark{Text: fmt.Sprintf("Remark %d.", n)}); err != nil {
			t.Fatal(err)
		}
		if c, err = d.w.Writer.EditBlocks(ctx, c.ID, c.Revision, blocks.MoveDown(fmt.Sprintf("b%d", n*3))); err != nil {
			t.Fatal(err)
		}
	}
	for _, page := range []struct {
		path string
		row  string // what begins each of the rows that are counted
		most int
		says string
	}{
		{"/comments", `class="thread stack`, 50, "?shown=100"},
		{"/comments?shown=100", `class="thread stack`, 60, ""},
		{"/comments?thread=" + last.ID, `class="thread stack`, 60, ""},
		{"/comments?reply=" + last.ID, `id="send`, 1, `id="field-text` + last.ID},
		{"/claims", `id="claim-`, 50, "?shown=100"},
		{"/claims?shown=100", `id="claim-`, 100, "?shown=150"},
		{"/rewrite", `id="block-b`, 50, ""},
		{"/keywords", `id="block-b`, 50, ""},
		{"/questions", `id="block-b`, 50, ""},
		{"/links", `id="block-b`, 50, ""},
		{"/images", `id="block-b`, 50, ""},
		{"/search-result", `id="block-b`, 50, ""},
		{"/readability", `id="block-b`, 50, ""},
		{"/revisions", `scope="row"`, 50, "?before="},
		{"/revisions?before=5", `scope="row"`, 4, "Revision 1"},
		{"/revisions/5", `id="block-b`, 50, "?begin=50"},
		{"/revisions/5?begin=950", `id="block-b`, 50, ""},
		{"/compare?from=2&to=50", `id="block-b`, 50, "begin=50"},
		{"/compare?from=2&to=50&begin=5000", `id="block-b`, 0, ""},
	} {
		got := d.editor.Get(d.path + page.path)
		d.wants(page.path, got, http.StatusOK, page.says)
		if n := strings.Count(got.Body, page.row); n != page.most {
			t.Errorf("%s shows %d rows, want %d", page.path, n, page.most)
		}
		if packed := packedSize(t, got.Body); packed > mostBytes/3 {
			t.Errorf("%s weighs %d bytes packed", page.path, packed)
		}
	}
	part := d.editor.Get(d.path+"/revisions/5?begin=50", "HX-Request", "true")
	d.wants("the next blocks of a revision", part, http.StatusOK, "begin=100")
	d.shows("the next blocks of a revision", part.Body, 50, 99)
	part = d.editor.Get(d.path+"/compare?from=2&to=50&begin=950", "HX-Request", "true")
	d.shows("the last blocks of a comparison", part.Body, 950, 999)
	d.wants("revisions before none", d.editor.Get(d.path+"/revisions?before=x"), http.StatusNotFound)
}
