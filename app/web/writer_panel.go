package web

import (
	"errors"
	"slices"

	"github.com/a-h/templ"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/writer"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/writer"
)

// panelRoutes are the panels beside a text, each a page and a part.
var panelRoutes = []route{
	{get, "/app/sites/:site/writer/contents/:id/keywords", accounts.See, within[writer.Content]("content"), (*exchange).keywordsPanel},
	{get, "/app/sites/:site/writer/contents/:id/questions", accounts.See, within[writer.Content]("content"), (*exchange).questionsPanel},
	{get, "/app/sites/:site/writer/contents/:id/claims", accounts.See, within[writer.Content]("content"), (*exchange).claimsPanel},
	{post, "/app/sites/:site/writer/contents/:id/claims", accounts.Work, within[writer.Content]("content"), (*exchange).decideClaims},
	{get, "/app/sites/:site/writer/contents/:id/links", accounts.See, within[writer.Content]("content"), (*exchange).linksPanel},
	{get, "/app/sites/:site/writer/contents/:id/search-result", accounts.See, within[writer.Content]("content"), (*exchange).searchPanel},
	{post, "/app/sites/:site/writer/contents/:id/search-result", accounts.Work, within[writer.Content]("content"), (*exchange).startMeta},
	{post, "/app/sites/:site/writer/contents/:id/search-result/accept", accounts.Work, within[writer.Content]("content"), (*exchange).acceptMeta},
	{post, "/app/sites/:site/writer/contents/:id/search-result/reject", accounts.Work, within[writer.Content]("content"), (*exchange).rejectMeta},
	{get, "/app/sites/:site/writer/contents/:id/readability", accounts.See, within[writer.Content]("content"), (*exchange).readabilityPanel},
}

func (x *exchange) beside(c writer.Content) views.Beside {
	return views.Beside{SiteID: x.site.ID, Rights: x.writerRights(), Content: c}
}

// showBeside shows a panel that looks at the whole text, as the answer to a refused form with what is wrong. waiting is what waits in it.
func (x *exchange) showBeside(v views.Beside, key string, waiting int, body templ.Component, problem error) error {
	editor, err := x.editor(views.Editor{Content: v.Content})
	if err != nil {
		return err
	}
	editor.Panel = x.panelOf(v.Content, editor.Review, key)
	for i := range editor.Panel.Tabs {
		if editor.Panel.Tabs[i].Key == key {
			editor.Panel.Tabs[i].Count = waiting
		}
	}
	editor.Panel.Content = views.Watching(address.Panel(x.site.ID, x.Params("id"), key), body)
	return x.showPanel(editor, problem)
}

func (x *exchange) keywordsPanel() error {
	p, err := x.Writer.Placements(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	nowhere := 0
	for _, k := range p.Targets {
		if len(k.Places) == 0 {
			nowhere++
		}
	}
	v := x.beside(p.Content)
	return x.showBeside(v, "keywords", nowhere, views.KeywordsPanel(v, p), nil)
}

func (x *exchange) questionsPanel() error {
	q, err := x.Writer.Questions(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	v := x.beside(q.Content)
	return x.showBeside(v, "questions", q.Missing(), views.QuestionsPanel(v, q), nil)
}

func (x *exchange) claimsPanel() error {
	l, err := x.Writer.Claims(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showClaims(views.ClaimsPanel{Ledger: l}, nil)
}

func (x *exchange) showClaims(v views.ClaimsPanel, problem error) error {
	v.Beside, v.Problems = x.beside(v.Ledger.Content), form.Of(problem)
	return x.showBeside(v.Beside, "claims", len(v.Ledger.Open()), views.ClaimsBody(x.staged(v.Content.Title, gates.Writer), v), problem)
}

// decideClaims says what sentences rest on.
func (x *exchange) decideClaims() error {
	verdict := writer.ClaimVerdict{Marks: x.values("mark"), Verdict: x.value("verdict"), Source: x.value("source")}
	l, problem := x.Writer.DecideClaims(x.ctx(), x.Params("id"), verdict)
	if problem != nil {
		var err error
		if l, err = x.Writer.Claims(x.ctx(), x.Params("id")); err != nil {
			return err
		}
		v := views.ClaimsPanel{Ledger: l, Source: verdict.Source}
		if len(verdict.Marks) == 1 {
			v.Mark = verdict.Marks[0]
		}
		return x.showClaims(v, problem)
	}
	if x.partial() {
		return x.showClaims(views.ClaimsPanel{Ledger: l}, nil)
	}
	return x.to(address.Panel(x.site.ID, x.Params("id"), "claims"))
}

func (x *exchange) linksPanel() error {
	l, err := x.Writer.Links(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	v := x.beside(l.Content)
	return x.showBeside(v, "links", l.Problems(), views.LinksPanel(v, l), nil)
}

func (x *exchange) readabilityPanel() error {
	r, err := x.Writer.Readability(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	v := x.beside(r.Content)
	return x.showBeside(v, "readability", 0, views.ReadabilityPanel(v, r), nil)
}

func (x *exchange) searchPanel() error { return x.showSearch(nil, nil) }

// showSearch shows the page as searchers do, with a proposal as it was typed where that was refused.
func (x *exchange) showSearch(typed *views.HeadForm, problem error) error {
	p, err := x.Writer.SearchPreview(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	v := views.SearchPanel{Preview: p, Typed: typed, Problems: form.Of(problem)}
	run, active, err := x.Engine.About(x.ctx(), writer.GenerateMeta, p.Content.ID)
	if err != nil {
		return err
	}
	if active {
		v.Run = new(x.runView(run))
	}
	if v.Model, err = x.Engine.Asks(x.ctx(), writer.GenerateMeta); err != nil {
		return err
	}
	if v.Quote, err = x.Writer.QuoteMeta(x.ctx(), p.Content.ID); err != nil && fault.KindOf(err) != fault.Conflict {
		return err
	}
	cut := slices.ContainsFunc(p.Snippets, func(s writer.Snippet) bool { return !s.Title.Fits() || !s.Description.Fits() })
	waiting := 0
	if cut || p.Proposal != nil {
		waiting = 1
	}
	v.Beside = x.beside(p.Content)
	return x.showBeside(v.Beside, "search-result", waiting, views.SearchBody(x.staged(p.Content.Title, gates.Writer), v), problem)
}

// startMeta has a title and a description proposed. Sent twice, it finds the run of the first.
func (x *exchange) startMeta() error {
	if _, err := x.Writer.StartMeta(x.ctx(), x.Params("id")); err != nil {
		return err
	}
	return x.searchDone()
}

func (x *exchange) acceptMeta() error {
	typed := views.HeadForm{Title: x.value("title"), Description: x.value("description")}
	c, err := x.Writer.AcceptMeta(x.ctx(), x.Params("id"), x.postedRevision(), typed.Title, typed.Description)
	var stale *writer.Stale
	if errors.As(err, &stale) || fault.KindOf(err) == fault.Invalid {
		return x.showSearch(&typed, err)
	}
	if err != nil {
		return err
	}
	x.keep(flash{Kind: "good", Text: "Title and description are taken over.", Undo: x.undoPath(c)})
	return x.to(address.Content(x.site.ID, x.Params("id")))
}

func (x *exchange) rejectMeta() error {
	if err := x.Writer.RejectMeta(x.ctx(), x.Params("id")); err != nil {
		return err
	}
	return x.searchDone()
}

// searchDone shows the panel after something was done in it.
func (x *exchange) searchDone() error {
	if x.partial() {
		return x.showSearch(nil, nil)
	}
	return x.to(address.Panel(x.site.ID, x.Params("id"), "search-result"))
}
