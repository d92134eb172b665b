package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/database"
	"igny8/app/runs"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

// The lists of roles that may do something, from product.md. A role that is on none of these lists is refused.
var (
	everybody = accountstest.People()[:8]
	seers     = []accountstest.Person{
		accountstest.Staff, accountstest.Owner, accountstest.Admin, accountstest.Publisher,
		accountstest.Editor, accountstest.Viewer,
	}
	workers    = seers[:5]
	publishers = seers[:4]
	managers   = seers[:3]
	owners     = seers[:2]
	developers = seers[:1]
)

// mayCall lists the roles that may call each page. Every route must be in it, or in public.
var mayCall = map[string][]accountstest.Person{
	"GET /app": everybody, "POST /app/switch": everybody, "GET /app/settings/prices": everybody,
	"GET /app/profile": everybody, "POST /app/profile": everybody, "GET /app/profile/email": everybody, "POST /app/profile/email": everybody,
	"POST /app/profile/email/withdraw": everybody, "GET /app/profile/password": everybody, "POST /app/profile/password": everybody,
	"POST /app/profile/sessions/end-others": everybody, "POST /app/profile/sessions/:id/end": everybody,
	"GET /app/settings/members": managers, "GET /app/settings/members/:id": managers, "POST /app/settings/members/:id": managers,
	"POST /app/settings/members/:id/remove": managers, "POST /app/settings/members/:id/owner": owners,
	"POST /app/settings/invitations": managers, "POST /app/settings/invitations/:id/withdraw": managers, "POST /app/settings/invitations/:id/renew": managers,
	"GET /app/settings/integrations": managers, "POST /app/settings/integrations": managers, "GET /app/settings/integrations/:id": managers, "POST /app/settings/integrations/:id": managers,
	"POST /app/settings/integrations/:id/try": managers, "POST /app/settings/integrations/:id/remove": managers,
	"GET /app/settings/account": managers, "POST /app/settings/account": managers, "GET /app/credits": managers,
	"GET /admin": developers, "GET /admin/mailbox": developers, "GET /app/kit": developers,

	"POST /app/sample": managers, "GET /app/sites/new": managers, "POST /app/sites": managers, "GET /app/sites/:site": seers,
	"GET /app/sites/:site/settings": seers, "POST /app/sites/:site/settings": managers, "POST /app/sites/:site/sectors": managers,
	"GET /app/sites/:site/delete": managers, "POST /app/sites/:site/delete": managers, "POST /app/sites/:site/gates/:gate/waivers": managers,
	"GET /app/sites/:site/facts": seers, "POST /app/sites/:site/facts": managers, "POST /app/sites/:site/facts/:id": managers,
	"POST /app/sites/:site/facts/:id/remove": managers, "POST /app/sites/:site/facts/former/:id/forget": managers, "POST /app/sites/:site/voice": managers,
	"GET /app/settings/prompts": managers, "GET /app/settings/prompts/:prompt": managers, "POST /app/settings/prompts/:prompt": managers,
	"POST /app/settings/prompts/:prompt/preview": managers, "POST /app/settings/prompts/:prompt/restore": managers,
	"GET /app/sites/:site/prompts": managers, "GET /app/sites/:site/prompts/:prompt": managers, "POST /app/sites/:site/prompts/:prompt": managers,
	"POST /app/sites/:site/prompts/:prompt/preview": managers, "POST /app/sites/:site/prompts/:prompt/restore": managers,
	"GET /app/runs/:id": seers, "POST /app/runs/:id/cancel": workers, "POST /app/runs/:id/retry": workers, "GET /app/runs": everybody,
	"POST /app/runs/:id/again": workers, "POST /app/runs/:id/reuse": workers, "POST /app/runs/:id/replay": workers,
	"POST /app/runs/:id/approve": managers, "POST /app/runs/:id/decline": managers,
	"GET /app/settings/usage": managers, "GET /app/settings/usage.csv": managers, "GET /app/settings/limits": managers, "POST /app/settings/limits": managers,

	"GET /app/sites/:site/planner": seers, "GET /app/sites/:site/planner/import": seers, "POST /app/sites/:site/planner/import": workers, "GET /app/sites/:site/planner/import/queue": seers,
	"GET /app/sites/:site/planner/imports/:id": seers, "POST /app/sites/:site/planner/imports/:id": workers, "GET /app/sites/:site/planner/group": seers, "POST /app/sites/:site/planner/group": workers,
	"GET /app/sites/:site/planner/ideas": seers, "POST /app/sites/:site/planner/ideas": workers,
	"GET /app/sites/:site/planner/keywords": seers, "POST /app/sites/:site/planner/keywords": workers, "GET /app/sites/:site/planner/keywords/:id": seers, "POST /app/sites/:site/planner/keywords/:id": workers, "GET /app/sites/:site/planner/export": seers,
	"POST /app/sites/:site/planner/views": workers, "POST /app/sites/:site/planner/views/:id": workers,
	"GET /app/sites/:site/planner/calendar": seers, "POST /app/sites/:site/planner/calendar": workers,
	"GET /app/sites/:site/planner/coverage": seers, "POST /app/sites/:site/planner/coverage": workers,
	"GET /app/sites/:site/planner/clusters": seers, "GET /app/sites/:site/planner/clusters/options": seers, "POST /app/sites/:site/planner/approve": workers,
	"GET /app/sites/:site/planner/clusters/:id": seers, "POST /app/sites/:site/planner/clusters/:id": workers,

	"POST /app/sites/:site/planner/clusters": workers, "GET /app/sites/:site/planner/approve": seers,
	"GET /app/sites/:site/planner/clusters/:id/divide": seers, "GET /app/sites/:site/planner/changes": seers, "POST /app/sites/:site/planner/changes/:id": workers,

	"GET /app/sites/:site/builder": seers, "GET /app/sites/:site/builder/:step": seers, "POST /app/sites/:site/builder/business": workers,
	"POST /app/sites/:site/builder/type": workers, "POST /app/sites/:site/builder/clusters": workers, "POST /app/sites/:site/builder/taxonomies": workers,
	"POST /app/sites/:site/builder/propose": workers, "POST /app/sites/:site/builder/pages": workers, "POST /app/sites/:site/builder/page": workers,
	"POST /app/sites/:site/builder/approve": publishers,

	"GET /app/sites/:site/writer": seers, "POST /app/sites/:site/writer/quote": workers, "POST /app/sites/:site/writer/drafts": workers,
	"GET /app/sites/:site/writer/batches/:id": seers, "POST /app/sites/:site/writer/batches/:id/pause": workers, "POST /app/sites/:site/writer/batches/:id/resume": workers,
	"POST /app/sites/:site/writer/batches/:id/cancel": workers, "POST /app/sites/:site/writer/batches/:id/retry": workers, "POST /app/sites/:site/writer/tasks": workers,
	"GET /app/sites/:site/writer/tasks/:id": seers, "POST /app/sites/:site/writer/tasks/:id": workers, "POST /app/sites/:site/writer/tasks/:id/approve": workers, "POST /app/sites/:site/writer/tasks/:id/withdraw": workers,
	"GET /app/sites/:site/writer/briefs": workers, "POST /app/sites/:site/writer/briefs": workers,
	"GET /app/sites/:site/writer/ideas": seers, "POST /app/sites/:site/writer/ideas": workers,
	"GET /app/sites/:site/writer/ideas/:id": seers, "POST /app/sites/:site/writer/ideas/:id": workers, "POST /app/sites/:site/writer/ideas/:id/accept": workers,
	"POST /app/sites/:site/writer/ideas/:id/conflicts": workers, "POST /app/sites/:site/writer/ideas/:id/reject": workers, "POST /app/sites/:site/writer/ideas/:id/propose": workers, "POST /app/sites/:site/writer/ideas/undo": workers,
	"GET /app/sites/:site/writer/contents/:id": seers, "POST /app/sites/:site/writer/contents/:id/head": workers,
	"POST /app/sites/:site/writer/contents/:id/blocks": workers, "POST /app/sites/:site/writer/contents/:id/blocks/:block": workers,
	"POST /app/sites/:site/writer/contents/:id/blocks/:block/move": workers, "POST /app/sites/:site/writer/contents/:id/blocks/:block/remove": workers,
	"POST /app/sites/:site/writer/contents/:id/submit": workers, "POST /app/sites/:site/writer/contents/:id/approve": publishers,
	"POST /app/sites/:site/writer/contents/:id/undo": workers, "POST /app/sites/:site/writer/contents/:id/return": publishers, "GET /app/sites/:site/writer/contents/:id/revisions": seers,
	"GET /app/sites/:site/writer/contents/:id/keywords": seers, "GET /app/sites/:site/writer/contents/:id/questions": seers, "GET /app/sites/:site/writer/contents/:id/links": seers,
	"GET /app/sites/:site/writer/contents/:id/claims": seers, "POST /app/sites/:site/writer/contents/:id/claims": workers, "GET /app/sites/:site/writer/contents/:id/readability": seers,
	"GET /app/sites/:site/writer/contents/:id/search-result": seers, "POST /app/sites/:site/writer/contents/:id/search-result": workers,
	"POST /app/sites/:site/writer/contents/:id/search-result/accept": workers, "POST /app/sites/:site/writer/contents/:id/search-result/reject": workers,
	"GET /app/sites/:site/writer/contents/:id/revisions/:number": seers, "POST /app/sites/:site/writer/contents/:id/revisions/:number/restore": workers,
	"POST /app/sites/:site/writer/contents/:id/revisions/:number/blocks/:block": workers, "GET /app/sites/:site/writer/contents/:id/compare": seers, "POST /app/sites/:site/writer/contents/:id/paste": workers,

	"GET /app/sites/:site/writer/contents/:id/panels": seers, "GET /app/sites/:site/writer/contents/:id/rewrite": seers,
	"POST /app/sites/:site/writer/contents/:id/rewrite": workers, "POST /app/sites/:site/writer/contents/:id/suggestions": workers,
	"POST /app/sites/:site/writer/suggestions/:id/accept": workers, "POST /app/sites/:site/writer/suggestions/:id/reject": workers,
	"GET /app/sites/:site/writer/contents/:id/comments": seers, "POST /app/sites/:site/writer/contents/:id/comments": workers,
	"POST /app/sites/:site/writer/threads/:id/comments": workers, "POST /app/sites/:site/writer/threads/:id/resolve": workers,
	"POST /app/sites/:site/writer/threads/:id/reopen": workers, "POST /app/mentions": everybody,

	"GET /app/sites/:site/images": seers, "GET /app/sites/:site/images/:id": seers, "POST /app/sites/:site/images/:id": workers, "POST /app/sites/:site/images/:id/make": workers,
	"POST /app/sites/:site/images/:id/choose": workers, "POST /app/sites/:site/images/:id/cut": workers, "POST /app/sites/:site/images/:id/upload": workers,
	"POST /app/sites/:site/images/:id/remove": workers, "GET /app/sites/:site/images/:id/files/:file": seers,
	"GET /app/sites/:site/writer/contents/:id/images": seers, "POST /app/sites/:site/writer/contents/:id/images": workers, "POST /app/sites/:site/writer/contents/:id/images/think": workers,
	"POST /app/sites/:site/writer/contents/:id/images/make": workers, "POST /app/sites/:site/writer/contents/:id/images/place": workers,

	"GET /app/sites/:site/publish": seers, "POST /app/sites/:site/publish": publishers,
	"GET /app/sites/:site/publish/releases/:id/preview": seers, "POST /app/sites/:site/publish/releases/:id/activate": publishers,
}

// public lists the pages that need no sign-in.
var public = []string{
	"GET /", "GET /signup", "POST /signup", "GET /signup/sent", "POST /signup/sent", "GET /signup/confirm", "POST /signup/confirm", "GET /login", "POST /login", "POST /logout", "GET /password/forgot", "POST /password/forgot",
	"GET /password/reset", "POST /password/reset", "GET /invitations/:token", "POST /invitations/:token",
	"GET /email/confirm", "POST /email/confirm",
	"GET /static/*", "GET /favicon.ico", "GET /sites/allowed", "GET /preview/*", "GET /healthz", "GET /readyz", "GET /metrics",
}

// destructive lists the pages that would remove objects which other cases need. Only roles that may not call them are tried.
var destructive = []string{
	"POST /app/switch", "POST /app/settings/members/:id/remove", "POST /app/settings/members/:id/owner", "POST /app/sites/:site/delete", "POST /app/sample",
	"POST /app/settings/invitations/:id/withdraw", "POST /app/sites/:site/facts/:id/remove", "POST /app/sites/:site/facts/former/:id/forget",
	"POST /app/settings/integrations/:id/remove", "POST /app/sites/:site/images/:id/remove", "POST /app/profile/sessions/:id/end",
}

// routes returns the routes of the server that need a sign-in. It reports those that are missing in mayCall.
func routes(t *testing.T, w *apptest.World) []string {
	t.Helper()
	var list []string
	for _, r := range w.Server.GetRoutes(true) {
		name := r.Method + " " + r.Path
		if r.Method == http.MethodHead || strings.HasPrefix(r.Path, "/api") || slices.Contains(public, name) || slices.Contains(list, name) {
			continue
		}
		if mayCall[name] == nil {
			t.Errorf("%s is not in the table of this test: who may call it?", name)
		}
		list = append(list, name)
	}
	return list
}

// furnishedWorld is a world with one object of each kind, and with the addresses of these objects.
type furnishedWorld struct {
	*apptest.World
	things apptest.Things

	block, suggestion, thread, batch, session string
}

func newFurnishedWorld(t *testing.T) furnishedWorld {
	t.Helper()
	w := apptest.New(t)
	s := furnishedWorld{World: w, things: w.Furnish()}
	content, err := w.Writer.Content(w.Ctx(accountstest.Owner), s.things.Content)
	if err != nil {
		t.Fatal(err)
	}
	invitation, err := w.Services.Accounts.Invite(w.Ctx(accountstest.Owner), accounts.Invite{Email: "invited@igny8.test", Role: accounts.Viewer})
	if err != nil {
		t.Fatal(err)
	}
	s.block, s.things.Invitation = content.Blocks[0].ID, invitation.ID
	s.suggestion = suggest(t, w, content, "Hoses are, of course, wet.")
	thread, err := w.Writer.BeginThread(w.Ctx(accountstest.Editor), content.ID, s.block, writer.Remark{Text: "Is it?"})
	if err != nil {
		t.Fatal(err)
	}
	s.thread = thread.ID
	batch := runs.Batch{ID: database.NewID(), SiteID: s.things.Site, Function: drafting.GenerateContent, State: runs.BatchGoing}
	if err := w.DB.Tx(w.Ctx(accountstest.Editor), func(tx *gorm.DB) error { return tx.Create(&batch).Error }); err != nil {
		t.Fatal(err)
	}
	s.batch = batch.ID
	s.things.Integration = w.Integrate()
	w.Browse(accountstest.Owner)
	sessions, err := w.Services.Accounts.ActiveSessions(w.Ctx(accountstest.Owner), "")
	if err != nil || len(sessions) == 0 {
		t.Fatalf("%d sessions, %v", len(sessions), err)
	}
	s.session = sessions[0].ID
	return s
}

// suggest writes the text into the first block, and lets the built-in engine suggest a shorter text. It returns the suggestion's id.
func suggest(t *testing.T, w *apptest.World, c writer.Content, text string) string {
	t.Helper()
	ctx := w.Ctx(accountstest.Editor)
	c.Blocks[0] = blocks.Block{ID: c.Blocks[0].ID, Type: blocks.TypeParagraph, Text: text}
	_, err := w.Writer.Save(ctx, c.ID, writer.Change{Revision: c.Revision, Blocks: &c.Blocks})
	if err != nil {
		t.Fatal(err)
	}
	run, err := w.Drafting.StartRewrite(ctx, drafting.Rewriting{ContentID: c.ID, Blocks: []string{c.Blocks[0].ID}, How: drafting.Shorter})
	if err == nil {
		_, err = w.Engine.Wait(ctx, run.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	open, err := w.Writer.Suggestions(ctx, c.ID)
	if err != nil || len(open) != 1 {
		t.Fatalf("%d suggestions, %v", len(open), err)
	}
	return open[0].ID
}

func (s furnishedWorld) address(path string) string {
	id := ""
	for part, thing := range map[string]string{
		"/members/": s.things.Member, "/invitations/": s.things.Invitation, "/integrations/": s.things.Integration, "/runs/": s.things.Run, "/imports/": s.things.Import, "/changes/": s.things.Change, "/views/": s.things.View, "/keywords/": s.things.Keyword, "/clusters/": s.things.Cluster,
		"/tasks/": s.things.Task, "/ideas/": s.things.Idea, "/contents/": s.things.Content, "/images/": s.things.Image, "/suggestions/": s.suggestion, "/threads/": s.thread, "/batches/": s.batch, "/releases/": s.things.Release,
		"/facts/": s.things.Fact, "/former/": s.things.Former, "/sessions/": s.session,
	} {
		if strings.Contains(path, part+":id") {
			id = thing
		}
	}
	return strings.NewReplacer(":site", s.things.Site, ":id", id, ":block", s.block, ":file", s.things.ImageFile, ":number", "1", ":prompt", "generate_ideas", ":gate", "planner", ":step", "pages").Replace(path)
}

func TestPagesAllowOnlyTheirRoles(t *testing.T) {
	t.Parallel()
	s := newFurnishedWorld(t)
	all := routes(t, s.World)
	for name := range mayCall {
		if !slices.Contains(all, name) {
			t.Errorf("%s is in the table of this test, but no route", name)
		}
	}
	for _, person := range append(accountstest.People()[:8], "") {
		browser := s.Browse(person)
		for _, name := range all {
			method, path, _ := strings.Cut(name, " ")
			allowed := slices.Contains(mayCall[name], person)
			if allowed && slices.Contains(destructive, name) {
				continue
			}
			want := "let through"
			switch {
			case person == "" && method == http.MethodGet:
				want = "sign in first"
			case person == "":
				want = "401"
			case !allowed && !slices.Contains(seers, person) && (strings.Contains(path, ":site") || strings.Contains(path, "/runs/")):
				want = "404" // the site does not exist for them
			case !allowed:
				want = "403"
			}
			if got := outcome(call(browser, method, s.address(path))); got != want {
				t.Errorf("%s by %q: %s, want %s", name, person, got, want)
			}
		}
	}
}

func TestPagesAnswerNotFoundToTheOtherAccount(t *testing.T) {
	t.Parallel()
	s := newFurnishedWorld(t)
	stranger := s.Browse(accountstest.Stranger)
	for _, name := range routes(t, s.World) {
		method, path, _ := strings.Cut(name, " ")
		named := strings.HasPrefix(path, "/app/settings/prompts/") // every account has prompts of these names
		if !strings.Contains(path, ":") || strings.HasPrefix(path, "/admin") || named {
			continue
		}
		if got := call(stranger, method, s.address(path)); got.Status != http.StatusNotFound {
			t.Errorf("%s answers the other account with %d, want 404", name, got.Status)
		}
		if own := strings.ReplaceAll(s.address(path), s.things.Site, s.ForeignSite); strings.Contains(path, ":site") && strings.Contains(path, ":id") {
			if got := call(stranger, method, own); got.Status != http.StatusNotFound {
				t.Errorf("%s below a site of its own answers the other account with %d, want 404", name, got.Status)
			}
		}
	}
}

// TestPagesNeverFailOnInvalidText sends NUL characters, broken UTF-8 and garbage to every route: as ids in the address and in
// every field of the forms.
func TestPagesNeverFailOnInvalidText(t *testing.T) {
	t.Parallel()
	s := newFurnishedWorld(t)
	owner := s.Browse(accountstest.Owner)
	fields := []string{
		"ids", "id", "do", "name", "title", "text", "slug", "description", "revision", "q", "sector", "state", "reason", "assignee_is", "planned", "view", "credits", "check", "email", "role", "site", "into",
		"cluster", "granularity", "given", "type", "step", "assignee", "planned_on", "brief", "outline", "keywords", "questions", "audience", "angle", "domain", "language",
		"market", "once", "level", "href", "label", "cursor", "sort", "parent", "page", "kind", "taxonomy", "terms", "how", "wish", "blocks", "block", "mention",
	}
	const garbage, id = "\x00a\xff\u0007b", "\x00"
	var form []string
	for _, field := range fields {
		form = append(form, field, garbage)
	}
	spoil := strings.NewReplacer(":id", url.PathEscape(id), ":block", url.PathEscape(id), ":number", "99999999999999999999", ":step", "%00")
	for _, name := range routes(t, s.World) {
		method, path, _ := strings.Cut(name, " ")
		if slices.Contains(destructive, name) {
			continue
		}
		for _, address := range slices.Compact([]string{s.address(path), s.address(spoil.Replace(path))}) {
			var got apptest.Reply
			if method == http.MethodGet {
				got = owner.Get(address + "?q=%00&cursor=%ff&sector=%00&state=%00&sort=%00&level=%00&view=%00")
			} else {
				got = owner.Post(address, form...)
			}
			if got.Status >= 500 {
				t.Errorf("%s %s: %d", method, address, got.Status)
			}
		}
	}
}

func call(b *apptest.Browser, method, path string) apptest.Reply {
	if method == http.MethodGet {
		return b.Get(path)
	}
	return b.Post(path)
}

// outcome describes the answer: let through, refused with a status, or sent to sign in.
func outcome(r apptest.Reply) string {
	switch {
	case r.Status == http.StatusForbidden:
		return "403"
	case r.Status == http.StatusUnauthorized:
		return "401"
	case r.Status == http.StatusNotFound:
		return "404"
	case r.Status == http.StatusSeeOther && strings.HasPrefix(r.Header.Get("Location"), "/login"):
		return "sign in first"
	case r.Status < 500:
		return "let through"
	}
	return http.StatusText(r.Status)
}
