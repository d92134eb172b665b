package web

import (
	"errors"
	"fmt"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/writer"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/writer"
)

var reviewRoutes = []route{
	{get, "/app/sites/:site/writer/contents/:id/panels", accounts.See, within[writer.Content]("content"), (*exchange).panels},
	{get, "/app/sites/:site/writer/contents/:id/rewrite", accounts.See, within[writer.Content]("content"), (*exchange).rewriteForm},
	{post, "/app/sites/:site/writer/contents/:id/rewrite", accounts.Work, within[writer.Content]("content"), (*exchange).rewrite},
	{post, "/app/sites/:site/writer/contents/:id/suggestions", accounts.Work, within[writer.Content]("content"), (*exchange).decideSuggestions},
	{post, "/app/sites/:site/writer/suggestions/:id/accept", accounts.Work, within[writer.Suggestion]("suggestion"), (*exchange).acceptSuggestion},
	{post, "/app/sites/:site/writer/suggestions/:id/reject", accounts.Work, within[writer.Suggestion]("suggestion"), (*exchange).rejectSuggestion},

	{get, "/app/sites/:site/writer/contents/:id/comments", accounts.See, within[writer.Content]("content"), (*exchange).comments},
	{post, "/app/sites/:site/writer/contents/:id/comments", accounts.Work, within[writer.Content]("content"), (*exchange).beginThread},
	{post, "/app/sites/:site/writer/threads/:id/comments", accounts.Work, within[writer.Thread]("thread"), (*exchange).reply},
	{post, "/app/sites/:site/writer/threads/:id/resolve", accounts.Work, within[writer.Thread]("thread"), (*exchange).resolveThread},
	{post, "/app/sites/:site/writer/threads/:id/reopen", accounts.Work, within[writer.Thread]("thread"), (*exchange).reopenThread},
	{post, "/app/mentions", accounts.See, nil, (*exchange).putAside},
}

// reviewOf is what waits for a decision in the content.
func (x *exchange) reviewOf(c writer.Content) (r views.Review, err error) {
	if r.Suggestions, err = x.Writer.Suggestions(x.ctx(), c.ID); err != nil {
		return r, err
	}
	r.Threads, err = x.Writer.OpenThreads(x.ctx(), c.ID)
	return r, err
}

// panelOf is the frame beside the text, with what waits in each panel.
func (x *exchange) panelOf(c writer.Content, r views.Review, open string) views.Panel {
	threads := 0
	for _, n := range r.Threads {
		threads += n
	}
	tabs := []views.PanelTab{
		{Key: "comments", Label: "Comments", Count: threads},
		{Key: "rewrite", Label: "Rewrite", Count: len(r.Suggestions)},
		{Key: "keywords", Label: "Keywords"},
		{Key: "questions", Label: "Questions"},
		{Key: "claims", Label: "Claims", Count: int(c.OpenClaims)},
		{Key: "links", Label: "Links"},
		{Key: "images", Label: "Images"},
		{Key: "search-result", Label: "Search result"},
		{Key: "readability", Label: "Readability"},
	}
	for i, t := range tabs {
		tabs[i].Href = address.Panel(x.site.ID, c.ID, t.Key)
	}
	return views.Panel{Path: address.Panels(x.site.ID, c.ID), Current: open, Tabs: tabs}
}

// panels answers with the tabs alone, as they stand after something was decided.
func (x *exchange) panels() error {
	c, err := x.Writer.Content(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	r, err := x.reviewOf(c)
	if err != nil {
		return err
	}
	if !x.partial() {
		return x.to(address.Content(x.site.ID, c.ID))
	}
	return x.show(nil, views.PanelTabs(x.panelOf(c, r, x.Query("open"))))
}

// showPanel answers with the panel, or with the text and the panel beside it.
func (x *exchange) showPanel(v views.Editor, problem error) error {
	c := x.staged(v.Content.Title, gates.Writer)
	page, part := views.EditorPage(c, v), views.PanelPart(v.Panel)
	if problem != nil {
		return x.again(problem, page, part)
	}
	return x.show(page, part)
}

// undecided shows the suggestions that an approval would pass over.
func (x *exchange) undecided(refused *writer.Undecided) error {
	c, err := x.Writer.Content(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showEditor(views.Editor{Content: c, Review: views.Review{Undecided: true}}, refused)
}

func (x *exchange) acceptSuggestion() error {
	c, err := x.Writer.AcceptSuggestion(x.ctx(), x.Params("id"))
	if err != nil {
		return x.suggestionRefused(err)
	}
	return x.done(c, "", "The suggestion is in the text.")
}

func (x *exchange) rejectSuggestion() error {
	c, err := x.Writer.RejectSuggestion(x.ctx(), x.Params("id"))
	if err != nil {
		return x.suggestionRefused(err)
	}
	return x.done(c, "", "Rejected. The text stays as it is.")
}

// suggestionRefused shows the text as it is now, with what was wrong.
func (x *exchange) suggestionRefused(problem error) error {
	if fault.KindOf(problem) != fault.Conflict {
		return problem
	}
	one, err := x.Writer.Suggestion(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	c, err := x.Writer.Content(x.ctx(), one.ContentID)
	if err != nil {
		return err
	}
	return x.showEditor(views.Editor{Content: c}, problem)
}

// decideSuggestions accepts or rejects all that are open.
func (x *exchange) decideSuggestions() error {
	id := x.Params("id")
	switch x.value("do") {
	case "accept":
		c, n, err := x.Writer.AcceptSuggestions(x.ctx(), id)
		if err != nil {
			return err
		}
		return x.done(c, "", fmt.Sprintf("Accepted: %d. What no longer fits its block stays open.", n))
	case "reject":
		c, n, err := x.Writer.RejectSuggestions(x.ctx(), id)
		if err != nil {
			return err
		}
		return x.done(c, "", fmt.Sprintf("Rejected: %d. The text stays as it is.", n))
	}
	return fault.New(fault.Invalid, "Say whether to accept or to reject them. Nothing was changed.")
}

func (x *exchange) rewriteForm() error {
	return x.showRewrite(writer.Rewriting{ContentID: x.Params("id"), How: writer.Shorter, Blocks: filled(x.Query("block"))}, nil)
}

func filled(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}

// showRewrite shows what a rewriting would take and cost. Without blocks it is about all that have words.
func (x *exchange) showRewrite(r writer.Rewriting, problem error) error {
	c, err := x.Writer.Content(x.ctx(), r.ContentID)
	if err != nil {
		return err
	}
	v := views.Rewrite{Whole: len(r.Blocks) == 0, How: r.How, Wish: r.Wish, Problems: form.Of(problem)}
	if v.Editor, err = x.editor(views.Editor{Content: c}); err != nil {
		return err
	}
	for _, b := range c.Blocks {
		if wanted := v.Whole && writer.Rewritable(b) && len(v.Blocks) < writer.MaxRewrites; wanted || includes(r.Blocks, b.ID) {
			v.Blocks = append(v.Blocks, b)
		}
	}
	if err := x.priceRewrite(&v); err != nil {
		return err
	}
	runs, err := x.Writer.Rewrites(x.ctx(), c)
	if err != nil {
		return err
	}
	if len(runs) > 0 {
		shown := x.runView(runs[0])
		shown.Result = ""
		v.Run = &shown
	}
	for _, one := range v.Review.Suggestions {
		if indexOf(c.Blocks, one.BlockID) < 0 {
			v.Gone = append(v.Gone, one)
		}
	}
	v.Editor.Panel = x.panelOf(c, v.Review, "rewrite")
	v.Editor.Panel.Content = views.RewritePanel(x.staged(c.Title, gates.Writer), v)
	return x.showPanel(v.Editor, problem)
}

func includes(list []string, id string) bool {
	for _, one := range list {
		if one == id {
			return true
		}
	}
	return false
}

// priceRewrite says who would rewrite and for how much. What cannot be rewritten is said in words.
func (x *exchange) priceRewrite(v *views.Rewrite) error {
	answerer, err := x.Engine.Answerer(x.ctx())
	if err != nil {
		return err
	}
	v.Model = answerer.Model
	ids := make([]string, len(v.Blocks))
	for i, b := range v.Blocks {
		ids[i] = b.ID
	}
	v.Quote, err = x.Writer.QuoteRewrite(x.ctx(), writer.Rewriting{ContentID: v.Content.ID, Blocks: ids, How: writer.Shorter})
	if kind := fault.KindOf(err); kind == fault.Conflict || kind == fault.Invalid {
		v.Refused, err = fault.Sentence(err), nil
	}
	return err
}

func (x *exchange) rewrite() error {
	r := writer.Rewriting{ContentID: x.Params("id"), Blocks: x.values("blocks"), How: x.value("how"), Wish: x.value("wish")}
	if _, err := x.Writer.StartRewrite(x.ctx(), r); err != nil {
		return x.showRewrite(r, err)
	}
	if x.partial() {
		return x.showRewrite(r, nil)
	}
	return x.to(address.Panel(x.site.ID, x.Params("id"), "rewrite"))
}

// approve approves the text, with the word of the person that open suggestions are passed over.
func (x *exchange) approveContent() error {
	approve := x.Writer.Approve
	if x.checked("without") {
		approve = x.Writer.ApproveWithout
	}
	c, err := approve(x.ctx(), x.Params("id"), x.postedRevision())
	var open *writer.Undecided
	if errors.As(err, &open) {
		return x.undecided(open)
	}
	return x.decided(c, err, "Approved. It goes live with the next publish.")
}

// putAside ends the waiting of a mention. One that does not wait any more is no matter.
func (x *exchange) putAside() error {
	if err := x.Writer.PutAside(x.ctx(), x.value("id")); err != nil && fault.KindOf(err) != fault.NotFound {
		return err
	}
	return x.to(address.Dashboard)
}
