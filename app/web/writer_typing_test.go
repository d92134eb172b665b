package web_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"igny8/app/blocks"
)

// HTML that Word and Google Docs put on the clipboard, reduced to what only they write.
const (
	fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head><body lang=EN-GB>
<!--StartFragment--><h2 style='mso-list:l0'><span style='mso-fareast-language:EN'>Choosing a hose<o:p></o:p></span></h2>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Bold</b> and <i>slanted</i> words<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Length<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Width<o:p></o:p></p>
<img src="file:///C:/picture.png"><script>alert(1)</script><!--EndFragment--></body></html>`
	fromDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400">Plain and </span><span style="font-size:11pt;font-weight:700">bold</span><span style="font-style:italic"> and slanted</span></p><br><ul><li dir="ltr"><p dir="ltr"><span>One</span></p></li></ul></b>`
)

func TestPastedTextIsCleaned(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	for name, c := range map[string]struct {
		html  string
		words []string
	}{
		"Word":        {fromWord, []string{">Choosing a hose</h2>", "<p><strong>Bold</strong> and <em>slanted</em> words</p>", "<li>Length</li>", "<li>Width</li>"}},
		"Google Docs": {fromDocs, []string{"<p>Plain and <strong>bold</strong><em> and slanted</em></p>", "<li>One</li>"}},
	} {
		got := d.editor.Post(d.path+"/paste", "html", c.html)
		d.wants(name, got, http.StatusOK, c.words...)
		for _, never := range []string{"mso", "<o:p", "<script", "<img", "style=", "docs-internal"} {
			if strings.Contains(got.Body, never) {
				t.Errorf("%s: %q is left in %s", name, never, got.Body)
			}
		}
	}
	for name, c := range map[string]struct{ html, says string }{
		"80,000 paragraphs": {strings.Repeat("<p>hello</p>", 80_000), "2000 paragraphs"},
		"more than 1 MB":    {strings.Repeat("word ", 300_000), "at most 1 MB"},
		"600 levels":        {strings.Repeat("<div>", 600) + "deep", "100 levels"},
	} {
		d.wants(name, d.editor.Post(d.path+"/paste", "html", c.html), http.StatusRequestEntityTooLarge, c.says, "Nothing was changed")
		form := []string{"type", "paragraph", "revision", "1", "html", c.html}
		d.wants(name+" typed in place", d.editor.Post(d.path+"/blocks", form...), http.StatusRequestEntityTooLarge, c.says)
	}
	d.wants("a viewer pastes", d.viewer.Post(d.path+"/paste", "html", "x"), http.StatusForbidden)
}

func TestBlockIsSavedAsTyped(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	first := d.content().Blocks[0]
	d.wants("the place to type", d.editor.Get(d.path+"?block="+first.ID), http.StatusOK, `contenteditable="true"`, `data-paste="`)
	post := func(revision, html string) {
		t.Helper()
		d.wants("a save", d.editor.Post(d.path+"/blocks/"+first.ID, "type", "paragraph", "revision", revision, "text", "not this", "html", html), http.StatusSeeOther)
	}
	post("1", `<div>Typed <b>bold</b><script>alert(1)</script></div><p onclick="x()">Second <a href="javascript:x()">link</a></p><ul><li>Item</li></ul>`)
	c := d.content()
	if c.Blocks[0].ID != first.ID || c.Blocks[0].Text != "Typed <strong>bold</strong>" || c.Blocks[1].Text != "Second link" || c.Blocks[2].Type != blocks.TypeList {
		t.Errorf("saved %+v", c.Blocks[:3])
	}
	d.wants("nothing typed", d.editor.Post(d.path+"/blocks/"+first.ID, "type", "paragraph", "revision", "2", "html", "<p><br></p>"), http.StatusUnprocessableEntity, "Write something")
	d.wants("a quote", d.editor.Post(d.path+"/blocks", "type", "quote", "revision", "2", "cite", "Me", "html", "<p>One</p><p>Two</p>"), http.StatusSeeOther)
	d.wants("a list", d.editor.Post(d.path+"/blocks", "type", "list", "revision", "3", "ordered", "1", "html", "<ol><li>One</li><li>Two</li></ol><p>Three</p>"), http.StatusSeeOther)
	c = d.content()
	if c.Blocks[1].Type != blocks.TypeQuote || c.Blocks[1].Text != "One<br>Two" || len(c.Blocks[0].Items) != 3 || !c.Blocks[0].Ordered {
		t.Errorf("saved %+v", c.Blocks[:2])
	}
}

// Two people drag blocks of one revision: both moves stand, and of one block the later. The words say which.
func TestBlocksAreDraggedByTwo(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	before := d.content().Blocks
	first, third, last := before[0].ID, before[2].ID, len(before)-1
	move := func(id, to string, revision int) {
		t.Helper()
		d.wants("moved", d.editor.Post(d.path+"/blocks/"+id+"/move", "revision", strconv.Itoa(revision), "before", to), http.StatusSeeOther)
	}
	move(first, "end", 1)
	move(third, first, 1)
	d.wants("both stand", d.editor.Get(d.path), http.StatusOK, "Moved. What somebody else saved in the meantime is kept beside it.")
	if c := d.content(); c.Blocks[0].ID != third || c.Blocks[last].ID != first {
		t.Errorf("dragged to %+v", c.Blocks)
	}
	move(first, before[3].ID, 1)
	d.wants("the later stands", d.editor.Get(d.path), http.StatusOK, "Where both orders cannot stand, yours does.")
	if c := d.content(); c.Blocks[2].ID != first || c.Blocks[3].ID != before[3].ID {
		t.Errorf("dragged to %+v", c.Blocks)
	}
}

func TestBlockIsDragged(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	before := d.content().Blocks
	first, third := before[0].ID, before[2].ID
	d.wants("before the third", d.editor.Post(d.path+"/blocks/"+first+"/move", "revision", "1", "before", third), http.StatusSeeOther)
	if c := d.content(); c.Blocks[1].ID != first || c.Blocks[2].ID != third || len(c.Blocks) != len(before) {
		t.Errorf("dragged to %+v", c.Blocks[:3])
	}
	d.wants("to the end", d.editor.Post(d.path+"/blocks/"+first+"/move", "revision", "2", "before", "end"), http.StatusSeeOther)
	if c := d.content(); c.Blocks[len(c.Blocks)-1].ID != first {
		t.Error("the block is not at the end")
	}
	d.wants("onto itself", d.editor.Post(d.path+"/blocks/"+first+"/move", "revision", "3", "before", first, "way", "none"), http.StatusSeeOther)
}
