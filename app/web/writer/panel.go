package writer

import (
	"errors"
	"slices"

	"github.com/a-h/templ"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/prose"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/writer"
)

// panelRoutes are the routes of the panels beside a text. Each panel is a page and a part.
var panelRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/keywords", accounts.See, exchange.Within[writer.Content]("content"), handler.keywordsPanel),
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/questions", accounts.See, exchange.Within[writer.Content]("content"), handler.questionsPanel),
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/claims", accounts.See, exchange.Within[writer.Content]("content"), handler.claimsPanel),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/claims", accounts.Work, exchange.Within[writer.Content]("content"), handler.decideClaims),
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/links", accounts.See, exchange.Within[writer.Content]("content"), handler.linksPanel),
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/search-result", accounts.See, exchange.Within[writer.Content]("content"), handler.searchPanel),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/search-result", accounts.Work, exchange.Within[writer.Content]("content"), handler.startMeta),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/search-result/accept", accounts.Work, exchange.Within[writer.Content]("content"), handler.acceptMeta),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/search-result/reject", accounts.Work, exchange.Within[writer.Content]("content"), handler.rejectMeta),
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/readability", accounts.See, exchange.Within[writer.Content]("content"), handler.readabilityPanel),
}

func (x handler) beside(c writer.Content) views.Beside {
	return views.Beside{SiteID: x.Site.ID, Rights: x.writerRights(), Content: c}
}

// showBeside shows a panel about the whole text. After a refused form it also shows what is wrong. waiting is the number of
// open items in the panel.
func (x handler) showBeside(v views.Beside, key string, waiting int, body templ.Component, problem error) error {
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
	editor.Panel.Content = views.Watching(address.Panel(x.Site.ID, x.Params("id"), key), body)
	return x.showPanel(editor, problem)
}

func (x handler) keywordsPanel() error {
	p, err := x.Writer.Placements(x.Context(), x.Params("id"))
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

func (x handler) questionsPanel() error {
	q, err := x.Writer.Questions(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	v := x.beside(q.Content)
	return x.showBeside(v, "questions", q.Missing(), views.QuestionsPanel(v, q), nil)
}

func (x handler) claimsPanel() error {
	l, err := x.Writer.Claims(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showClaims(views.ClaimsPanel{Ledger: l, Shown: x.QueryInt("shown")}, nil)
}

func (x handler) showClaims(v views.ClaimsPanel, problem error) error {
	v.Beside, v.Problems = x.beside(v.Ledger.Content), form.Of(problem)
	return x.showBeside(v.Beside, "claims", len(v.Ledger.Open()), views.ClaimsBody(x.Staged(v.Content.Title, gates.Writer), v), problem)
}

// decideClaims stores the verdict on claims, with its source.
func (x handler) decideClaims() error {
	verdict := writer.ClaimVerdict{Marks: x.Values("mark"), Verdict: writer.Verdict(x.Value("verdict")), Source: x.Value("source")}
	l, problem := x.Writer.DecideClaims(x.Context(), x.Params("id"), verdict)
	if problem != nil {
		var err error
		if l, err = x.Writer.Claims(x.Context(), x.Params("id")); err != nil {
			return err
		}
		v := views.ClaimsPanel{Ledger: l, Source: verdict.Source}
		if len(verdict.Marks) == 1 {
			v.Mark = verdict.Marks[0]
		}
		return x.showClaims(v, problem)
	}
	if x.Partial() {
		return x.showClaims(views.ClaimsPanel{Ledger: l}, nil)
	}
	return x.To(address.Panel(x.Site.ID, x.Params("id"), "claims"))
}

func (x handler) linksPanel() error {
	l, err := x.Writer.Links(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	v := x.beside(l.Content)
	return x.showBeside(v, "links", l.Problems(), views.LinksPanel(v, l), nil)
}

func (x handler) readabilityPanel() error {
	r, err := x.Writer.Readability(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	v := x.beside(r.Content)
	return x.showBeside(v, "readability", 0, views.ReadabilityPanel(v, r), nil)
}

func (x handler) searchPanel() error { return x.showSearch(nil, nil) }

// showSearch shows the page as search engines show it. After a refused form it also shows the typed proposal.
func (x handler) showSearch(typed *views.HeadForm, problem error) error {
	p, err := x.Writer.SearchPreview(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	v := views.SearchPanel{Preview: p, Typed: typed, Problems: form.Of(problem)}
	run, active, err := x.Engine.About(x.Context(), drafting.GenerateMeta, p.Content.ID)
	if err != nil {
		return err
	}
	if active {
		v.Run = new(x.RunView(run))
	} else if v.Run, err = x.Trouble(p.Content.SiteID, drafting.GenerateMeta, p.Content.ID); err != nil {
		return err
	}
	if v.Model, err = x.Engine.Asks(x.Context(), drafting.GenerateMeta); err != nil {
		return err
	}
	if v.Quote, err = x.Drafting.QuoteMeta(x.Context(), p.Content.ID); err != nil && fault.KindOf(err) != fault.Conflict {
		return err
	}
	cut := slices.ContainsFunc(p.Snippets, func(s prose.Snippet) bool { return !s.Title.Fits() || !s.Description.Fits() })
	waiting := 0
	if cut || p.Proposal != nil {
		waiting = 1
	}
	v.Beside = x.beside(p.Content)
	return x.showBeside(v.Beside, "search-result", waiting, views.SearchBody(x.Staged(p.Content.Title, gates.Writer), v), problem)
}

// startMeta starts a run that proposes a title and a description. A second request returns the run of the first.
func (x handler) startMeta() error {
	if _, err := x.Drafting.StartMeta(x.Context(), x.Params("id")); err != nil {
		return err
	}
	return x.searchDone()
}

func (x handler) acceptMeta() error {
	typed := views.HeadForm{Title: x.Value("title"), Description: x.Value("description")}
	c, err := x.Writer.AcceptMeta(x.Context(), x.Params("id"), x.postedRevision(), typed.Title, typed.Description)
	var stale *writer.Stale
	if errors.As(err, &stale) || fault.KindOf(err) == fault.Invalid {
		return x.showSearch(&typed, err)
	}
	if err != nil {
		return err
	}
	x.Keep(exchange.Flash{Kind: "good", Text: "Title and description are taken over.", Undo: x.undoPath(c, "head")})
	return x.To(address.Content(x.Site.ID, x.Params("id")))
}

func (x handler) rejectMeta() error {
	if err := x.Writer.RejectMeta(x.Context(), x.Params("id")); err != nil {
		return err
	}
	return x.searchDone()
}

// searchDone shows the panel after a change in it.
func (x handler) searchDone() error {
	if x.Partial() {
		return x.showSearch(nil, nil)
	}
	return x.To(address.Panel(x.Site.ID, x.Params("id"), "search-result"))
}
