package writer

import (
	"encoding/json"
	"errors"
	"strconv"

	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	"igny8/views/form"
	"igny8/views/layout"
	views "igny8/views/writer"
)

// content shows the editor: the text, and the form that the address opens.
func (x handler) content() error {
	c, err := x.Writer.Content(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	if x.Partial() && x.Query("part") != "" {
		return x.moreBlocks(c)
	}
	v := views.Editor{Content: c, At: x.Query("at")}
	if may := x.writerRights(); may.Work || may.Publish {
		x.openForm(&v, may)
	}
	return x.showEditor(v, nil)
}

func (x handler) openForm(v *views.Editor, may views.Rights) {
	kind := blocks.Type(x.Query("add"))
	switch {
	case may.Publish && x.Query("return") != "":
		v.Returning = v.Content.State == writer.ContentInReview || v.Content.State == writer.ContentApproved
	case !may.Work:
	case x.Query("head") != "":
		v.Head = headOf(v.Content)
	case x.Query("block") != "":
		if b := find(v.Content.Blocks, x.Query("block")); b != nil {
			typed := views.FormOf(*b)
			v.Block = &typed
		}
	case x.Query("choose") != "":
		v.Choosing = x.Query("choose")
	case views.Addable(kind):
		typed := views.NewBlock(kind, x.Query("after"))
		v.Block = &typed
	}
}

func headOf(c writer.Content) *views.HeadForm {
	return &views.HeadForm{Title: c.Title, Slug: c.Slug, Description: c.Description}
}

// showEditor shows the content. After a refused form it also shows what is wrong.
func (x handler) showEditor(v views.Editor, problem error) error {
	if v.Conflict == nil && !v.Review.Undecided {
		v.Problems = form.Of(problem)
	}
	v, err := x.editor(v)
	if err != nil {
		return err
	}
	c := x.Staged(v.Content.Title, gates.Writer)
	page, part := views.EditorPage(c, v), views.EditorPart(c, v)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

// editor returns v with the data that every view of the content shows.
func (x handler) editor(v views.Editor) (views.Editor, error) {
	v.SiteID, v.Rights = x.Site.ID, x.writerRights()
	var err error
	if v.Page, err = x.Pages.Get(x.Context(), v.Content.PageID); err != nil {
		return v, err
	}
	if v.Gaps, err = x.Writer.Gaps(x.Context(), v.Content); err != nil {
		return v, err
	}
	if v.Place(); x.Query("from") != "" && !x.Partial() {
		v.Show(x.QueryInt("from"))
	}
	if err := x.fillBlocks(&v); err != nil {
		return v, err
	}
	v.Panel = x.panelOf(v.Content, v.Review, "")
	if v.Content.State == writer.ContentApproved || v.Content.State == writer.ContentPublished {
		v.Next, err = x.Writer.NextToReview(x.Context(), x.Site.ID)
	}
	return v, err
}

// fillBlocks loads what the blocks that are shown need.
func (x handler) fillBlocks(v *views.Editor) (err error) {
	if v.Pictures, err = x.Images.Among(x.Context(), x.Site.ID, v.Content.Blocks[v.From:v.To].Images()); err != nil {
		return err
	}
	undecided := v.Review.Undecided
	v.Review, err = x.reviewOf(v.Content)
	v.Review.Undecided = undecided
	return err
}

// moreBlocks answers with more blocks of a long text, as of the revision of which the browser has the others.
func (x handler) moreBlocks(c writer.Content) error {
	seen, err := revisionNumber(x.Query("revision"))
	if err != nil {
		return err
	}
	if seen != c.Revision {
		r, err := x.Writer.Revision(x.Context(), c.ID, seen)
		if err != nil {
			return err
		}
		c.Blocks, c.Revision = r.Blocks, seen
	}
	v := views.Editor{SiteID: x.Site.ID, Rights: x.writerRights(), Content: c, Elsewhere: x.Query("typing") != ""}
	v.Show(x.QueryInt("from"))
	v.To = max(v.From, min(v.To, x.QueryInt("to", v.To)))
	if err := x.fillBlocks(&v); err != nil {
		return err
	}
	part := views.MoreAfter
	if x.Query("part") == "before" {
		part = views.MoreBefore
	}
	return x.Show(nil, part(layout.Chrome{CSRF: x.FormToken()}, v))
}

// postedRevision returns the revision that was on the screen when the form was sent, -1 if the form names none.
func (x handler) postedRevision() int64 {
	n, err := strconv.ParseInt(x.Value("revision"), 10, 64)
	if err != nil || n < 1 {
		return -1
	}
	return n
}

// toast sends the message in a header, for an answer that swaps a part of the page. The header also tells the panels that
// the text has changed.
func (x handler) toast(said exchange.Flash) error {
	trigger, err := json.Marshal(map[string]any{"toast": said, "text-changed": struct{}{}})
	if err != nil {
		return err
	}
	x.Set("HX-Trigger", string(trigger))
	return nil
}

// done shows the content after a change, with a button that undoes it: it swaps the editor, or redirects to the anchor.
func (x handler) done(c writer.Content, anchor, sentence string) error {
	if at := x.Value("at"); anchor == "" && at != "" {
		anchor = views.Anchor(at)
	}
	return x.answer(c, anchor, exchange.Flash{Kind: "good", Text: sentence, Undo: x.undoPath(c, anchor)})
}

func (x handler) answer(c writer.Content, anchor string, said exchange.Flash) error {
	if !x.Partial() {
		x.Keep(said)
		return x.To(views.AnchorPath(x.Site.ID, c, anchor))
	}
	v := views.Editor{Content: c, At: views.BlockAt(anchor)}
	if x.openNext(&v) {
		// An undo would discard what is being typed.
		said.Undo = ""
	}
	if err := x.toast(said); err != nil {
		return err
	}
	return x.showEditor(v, nil)
}

// openNext opens the block that the person clicked while another one was being typed.
func (x handler) openNext(v *views.Editor) bool {
	next := x.Value("next")
	if next == "head" {
		v.Head = headOf(v.Content)
		return true
	}
	b := find(v.Content.Blocks, next)
	if b == nil {
		return false
	}
	typed := views.FormOf(*b)
	v.Block = &typed
	return true
}

func (x handler) saveHead() error {
	typed := views.HeadForm{Title: x.Value("title"), Slug: x.Value("slug"), Description: x.Value("description")}
	current, err := x.Writer.Content(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	if typed.Slug == "" {
		typed.Slug = current.Slug
	}
	if typed == *headOf(current) {
		// Nothing was typed, or the form was sent twice.
		return x.done(current, "head", "Saved.")
	}
	saved, err := x.Writer.Join(x.Context(), current.ID,
		writer.Change{Revision: x.postedRevision(), Title: &typed.Title, Slug: &typed.Slug, Description: &typed.Description})
	var stale *writer.Stale
	if errors.As(err, &stale) {
		return x.showEditor(views.Editor{Content: stale.Newer, Head: &typed, Conflict: &views.Conflict{}}, err)
	}
	if err != nil {
		return x.showEditor(views.Editor{Content: current, Head: &typed}, err)
	}
	return x.done(saved, "head", "Saved.")
}

// decided shows the result of a decision about the text on the person's screen. If that text is not the newest, nothing was
// decided and the newest is shown.
func (x handler) decided(c writer.Content, err error, sentence string) error {
	var stale *writer.Stale
	if errors.As(err, &stale) {
		return x.showEditor(views.Editor{Content: stale.Newer, Conflict: &views.Conflict{}}, fault.New(fault.Conflict, "Somebody saved this page in the meantime."))
	}
	var open *writer.OpenClaims
	if errors.As(err, &open) {
		current, missing := x.Writer.Content(x.Context(), x.Params("id"))
		if missing != nil {
			return missing
		}
		return x.showEditor(views.Editor{Content: current, Unsettled: true}, err)
	}
	var unwritten *writer.Unwritten
	if errors.As(err, &unwritten) {
		current, missing := x.Writer.Content(x.Context(), x.Params("id"))
		if missing != nil {
			return missing
		}
		return x.showEditor(views.Editor{Content: current}, err)
	}
	if err != nil {
		return err
	}
	return x.done(c, "", sentence)
}

func (x handler) submitContent() error {
	c, err := x.Writer.Submit(x.Context(), x.Params("id"), x.postedRevision())
	return x.decided(c, err, "A review is asked for.")
}

func (x handler) returnContent() error {
	reason := x.Value("reason")
	returned, err := x.Writer.Return(x.Context(), x.Params("id"), x.postedRevision(), reason)
	if fault.KindOf(err) != fault.Invalid {
		return x.decided(returned, err, "Returned with your reason.")
	}
	c, missing := x.Writer.Content(x.Context(), x.Params("id"))
	if missing != nil {
		return missing
	}
	return x.showEditor(views.Editor{Content: c, Returning: true, Reason: reason}, err)
}
