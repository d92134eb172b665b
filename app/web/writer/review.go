package writer

import (
	"errors"
	"fmt"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/writer"
)

var reviewRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/panels", accounts.See, exchange.Within[writer.Content]("content"), handler.panels),
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/rewrite", accounts.See, exchange.Within[writer.Content]("content"), handler.rewriteForm),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/rewrite", accounts.Work, exchange.Within[writer.Content]("content"), handler.rewrite),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/suggestions", accounts.Work, exchange.Within[writer.Content]("content"), handler.decideSuggestions),
	exchange.At(exchange.Post, "/app/sites/:site/writer/suggestions/:id/accept", accounts.Work, exchange.Within[writer.Suggestion]("suggestion"), handler.acceptSuggestion),
	exchange.At(exchange.Post, "/app/sites/:site/writer/suggestions/:id/reject", accounts.Work, exchange.Within[writer.Suggestion]("suggestion"), handler.rejectSuggestion),

	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/comments", accounts.See, exchange.Within[writer.Content]("content"), handler.comments),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/comments", accounts.Work, exchange.Within[writer.Content]("content"), handler.beginThread),
	exchange.At(exchange.Post, "/app/sites/:site/writer/threads/:id/comments", accounts.Work, exchange.Within[writer.Thread]("thread"), handler.reply),
	exchange.At(exchange.Post, "/app/sites/:site/writer/threads/:id/resolve", accounts.Work, exchange.Within[writer.Thread]("thread"), handler.resolveThread),
	exchange.At(exchange.Post, "/app/sites/:site/writer/threads/:id/reopen", accounts.Work, exchange.Within[writer.Thread]("thread"), handler.reopenThread),
	exchange.At(exchange.Post, "/app/mentions", accounts.See, nil, handler.putAside),
}

// reviewOf returns what waits for a decision in the content.
func (x handler) reviewOf(c writer.Content) (r views.Review, err error) {
	if r.Suggestions, err = x.Writer.Suggestions(x.Context(), c.ID); err != nil {
		return r, err
	}
	r.Threads, err = x.Writer.OpenThreads(x.Context(), c.ID)
	return r, err
}

// panelOf returns the frame beside the text, with the number of open items in each panel.
func (x handler) panelOf(c writer.Content, r views.Review, open string) views.Panel {
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
		tabs[i].Href = address.Panel(x.Site.ID, c.ID, t.Key)
	}
	return views.Panel{Path: address.Panels(x.Site.ID, c.ID), Current: open, Tabs: tabs}
}

// panels answers with the current tabs only.
func (x handler) panels() error {
	c, err := x.Writer.Content(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	r, err := x.reviewOf(c)
	if err != nil {
		return err
	}
	if !x.Partial() {
		return x.To(address.Content(x.Site.ID, c.ID))
	}
	return x.Show(nil, views.PanelTabs(x.panelOf(c, r, x.Query("open"))))
}

// showPanel answers with the panel, or with the text and the panel beside it.
func (x handler) showPanel(v views.Editor, problem error) error {
	c := x.Staged(v.Content.Title, gates.Writer)
	page, part := views.EditorPage(c, v), views.PanelPart(v.Panel)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

// undecided shows the open suggestions that an approval would ignore.
func (x handler) undecided(refused *writer.Undecided) error {
	c, err := x.Writer.Content(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showEditor(views.Editor{Content: c, Review: views.Review{Undecided: true}}, refused)
}

func (x handler) acceptSuggestion() error {
	c, err := x.Writer.AcceptSuggestion(x.Context(), x.Params("id"))
	if err != nil {
		return x.suggestionRefused(err)
	}
	return x.done(c, "", "The suggestion is in the text.")
}

func (x handler) rejectSuggestion() error {
	c, err := x.Writer.RejectSuggestion(x.Context(), x.Params("id"))
	if err != nil {
		return x.suggestionRefused(err)
	}
	return x.done(c, "", "Rejected. The text stays as it is.")
}

// suggestionRefused shows the current text with the error.
func (x handler) suggestionRefused(problem error) error {
	if fault.KindOf(problem) != fault.Conflict {
		return problem
	}
	one, err := x.Writer.Suggestion(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	c, err := x.Writer.Content(x.Context(), one.ContentID)
	if err != nil {
		return err
	}
	return x.showEditor(views.Editor{Content: c}, problem)
}

// decideSuggestions accepts or rejects all open suggestions.
func (x handler) decideSuggestions() error {
	id := x.Params("id")
	switch x.Value("do") {
	case "accept":
		c, n, err := x.Writer.AcceptSuggestions(x.Context(), id)
		if err != nil {
			return err
		}
		return x.done(c, "", fmt.Sprintf("Accepted: %d. What no longer fits its block stays open.", n))
	case "reject":
		c, n, err := x.Writer.RejectSuggestions(x.Context(), id)
		if err != nil {
			return err
		}
		return x.done(c, "", fmt.Sprintf("Rejected: %d. The text stays as it is.", n))
	}
	return fault.New(fault.Invalid, "Say whether to accept or to reject them. Nothing was changed.")
}

func (x handler) rewriteForm() error {
	return x.showRewrite(drafting.Rewriting{ContentID: x.Params("id"), How: drafting.Shorter, Blocks: filled(x.Query("block"))}, nil)
}

func filled(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}

// showRewrite shows which blocks a rewrite would change and what it would cost. Without blocks it takes all that have words.
func (x handler) showRewrite(r drafting.Rewriting, problem error) error {
	c, err := x.Writer.Content(x.Context(), r.ContentID)
	if err != nil {
		return err
	}
	v := views.Rewrite{Whole: len(r.Blocks) == 0, How: r.How, Wish: r.Wish, Problems: form.Of(problem)}
	if v.Editor, err = x.editor(views.Editor{Content: c}); err != nil {
		return err
	}
	for _, b := range c.Blocks {
		if wanted := v.Whole && drafting.Rewritable(b) && len(v.Blocks) < drafting.MaxRewrites; wanted || includes(r.Blocks, b.ID) {
			v.Blocks = append(v.Blocks, b)
		}
	}
	if err := x.priceRewrite(&v); err != nil {
		return err
	}
	runs, err := x.Drafting.Rewrites(x.Context(), c)
	if err != nil {
		return err
	}
	if len(runs) > 0 {
		shown := x.RunView(runs[0])
		shown.Result = ""
		v.Run = &shown
	}
	for _, one := range v.Review.Suggestions {
		if c.Blocks.Index(one.BlockID) < 0 {
			v.Gone = append(v.Gone, one)
		}
	}
	v.Editor.Panel = x.panelOf(c, v.Review, "rewrite")
	v.Editor.Panel.Content = views.RewritePanel(x.Staged(c.Title, gates.Writer), v)
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

// priceRewrite loads the model and the price of a rewrite, or the sentence that says why nothing can be rewritten.
func (x handler) priceRewrite(v *views.Rewrite) error {
	answerer, err := x.Engine.Answerer(x.Context())
	if err != nil {
		return err
	}
	v.Model = answerer.Model
	ids := make([]string, len(v.Blocks))
	for i, b := range v.Blocks {
		ids[i] = b.ID
	}
	v.Quote, err = x.Drafting.QuoteRewrite(x.Context(), drafting.Rewriting{ContentID: v.Content.ID, Blocks: ids, How: drafting.Shorter})
	if kind := fault.KindOf(err); kind == fault.Conflict || kind == fault.Invalid {
		v.Refused, err = fault.Sentence(err), nil
	}
	return err
}

func (x handler) rewrite() error {
	r := drafting.Rewriting{ContentID: x.Params("id"), Blocks: x.Values("blocks"), How: x.Value("how"), Wish: x.Value("wish")}
	if _, err := x.Drafting.StartRewrite(x.Context(), r); err != nil {
		return x.showRewrite(r, err)
	}
	if x.Partial() {
		return x.showRewrite(r, nil)
	}
	return x.To(address.Panel(x.Site.ID, x.Params("id"), "rewrite"))
}

// approveContent approves the text. The person can confirm that open suggestions are ignored.
func (x handler) approveContent() error {
	approve := x.Writer.Approve
	if x.Checked("without") {
		approve = x.Writer.ApproveWithout
	}
	c, err := approve(x.Context(), x.Params("id"), x.postedRevision())
	var open *writer.Undecided
	if errors.As(err, &open) {
		return x.undecided(open)
	}
	return x.decided(c, err, "Approved. It goes live with the next publish.")
}

// putAside removes a mention from the dashboard of the person. If it is not there any more, nothing changes.
func (x handler) putAside() error {
	if err := x.Writer.PutAside(x.Context(), x.Value("id")); err != nil && fault.KindOf(err) != fault.NotFound {
		return err
	}
	return x.To(address.Dashboard)
}
