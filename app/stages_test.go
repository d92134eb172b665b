package app_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/app/planner/imports"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/writer"
)

// siteHistory is a site on which random actions happen one after the other.
type siteHistory struct {
	*apptest.World
	t            *testing.T
	ctx          context.Context
	random       *rand.Rand
	site, sector string
}

// action is one thing that people do. It returns the run that it started, if any.
type action struct {
	name string
	do   func(h *siteHistory) (runs.Run, error)
}

// noRun drops the first result of an action and returns its error.
func noRun[T any](_ T, err error) (runs.Run, error) { return runs.Run{}, err }

// pick returns the id of a random row, or an id that does not exist.
func pick[T any](h *siteHistory, rows []T, id func(T) string) string {
	if len(rows) == 0 {
		return "none"
	}
	return id(rows[h.random.IntN(len(rows))])
}

func (h *siteHistory) clusters() []planner.Cluster {
	list, err := h.Planner.Clusters(h.ctx, h.sector, planner.LevelPage)
	h.must(err)
	return list
}

func (h *siteHistory) cluster() string {
	return pick(h, h.clusters(), func(c planner.Cluster) string { return c.ID })
}

func (h *siteHistory) keywords(share float64) planner.Selection {
	page, err := h.Planner.Keywords(h.ctx, planner.KeywordQuery{SectorID: h.sector, Limit: 100})
	h.must(err)
	var chosen planner.Selection
	for _, k := range page.Items {
		if h.random.Float64() < share {
			chosen.IDs = append(chosen.IDs, k.ID)
		}
	}
	return chosen
}

func (h *siteHistory) ideas() []string {
	page, err := h.Ideas.Ideas(h.ctx, ideas.IdeaQuery{SectorID: h.sector, Limit: 100})
	h.must(err)
	var ids []string
	for _, i := range page.Items {
		if h.random.IntN(3) > 0 {
			ids = append(ids, i.ID)
		}
	}
	return ids
}

func (h *siteHistory) content() writer.Content {
	list, err := h.Writer.Contents(h.ctx, h.site)
	h.must(err)
	if len(list) == 0 {
		return writer.Content{ID: "none"}
	}
	c, err := h.Writer.Content(h.ctx, list[h.random.IntN(len(list))].ID)
	h.must(err)
	return c
}

func (h *siteHistory) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

var things = []string{"hose", "bench", "compost", "rake", "spade", "pond", "shed", "fence"}

// actions are the actions that may happen.
var actions = []action{
	{"import", func(h *siteHistory) (runs.Run, error) {
		thing := things[h.random.IntN(len(things))]
		file := imports.TextFile("k.txt", fmt.Sprintf("%[1]s %[2]d\nbest %[1]s %[2]d\nrepair %[1]s\n", thing, h.random.IntN(4)))
		return noRun(h.Imports.ImportFiles(h.ctx, h.sector, []imports.File{file}, false))
	}},
	{"group", func(h *siteHistory) (runs.Run, error) { return h.Grouping.StartClustering(h.ctx, h.sector, "fine") }},
	{"approve all clusters", func(h *siteHistory) (runs.Run, error) { return runs.Run{}, h.Planner.ApproveAll(h.ctx, h.sector) }},
	{"approve a cluster", func(h *siteHistory) (runs.Run, error) { return noRun(h.Planner.Approve(h.ctx, h.cluster())) }},
	{"change the state of a cluster", func(h *siteHistory) (runs.Run, error) {
		state := []planner.ClusterState{planner.ClusterExcluded, planner.ClusterProposed}[h.random.IntN(2)]
		return noRun(h.Planner.UpdateCluster(h.ctx, h.cluster(), planner.ClusterChange{State: &state}))
	}},
	{"rename a cluster", func(h *siteHistory) (runs.Run, error) {
		name := fmt.Sprintf("cluster %d", h.random.IntN(100))
		return noRun(h.Planner.UpdateCluster(h.ctx, h.cluster(), planner.ClusterChange{Name: &name}))
	}},
	{"merge clusters", func(h *siteHistory) (runs.Run, error) {
		into := h.cluster()
		others := slices.DeleteFunc(h.clusters(), func(c planner.Cluster) bool { return c.ID == into })
		return noRun(h.Planner.Merge(h.ctx, pick(h, others, func(c planner.Cluster) string { return c.ID }), into))
	}},
	{"exclude keywords", func(h *siteHistory) (runs.Run, error) {
		return noRun(h.Planner.ExcludeKeywords(h.ctx, h.sector, h.keywords(0.4)))
	}},
	{"include keywords", func(h *siteHistory) (runs.Run, error) {
		return noRun(h.Planner.IncludeKeywords(h.ctx, h.sector, h.keywords(1)))
	}},
	{"move keywords", func(h *siteHistory) (runs.Run, error) {
		return noRun(h.Planner.MoveKeywords(h.ctx, h.keywords(0.3), h.cluster()))
	}},
	{"delete a keyword", func(h *siteHistory) (runs.Run, error) {
		return runs.Run{}, h.Planner.DeleteKeyword(h.ctx, pick(h, h.keywords(1).IDs, func(id string) string { return id }))
	}},
	{"undo a change of the Planner", func(h *siteHistory) (runs.Run, error) { return noRun(h.Planner.Undo(h.ctx, h.sector, "")) }},
	{"waive", func(h *siteHistory) (runs.Run, error) {
		name := gates.Names()[h.random.IntN(3)]
		checks := map[string][]string{gates.Planner: {"approved"}, gates.Builder: {"covered"}, gates.Writer: {"reviewed", "claims"}}[name]
		key := checks[h.random.IntN(len(checks))]
		gate := gates.Of(name, false, nil, gates.Check{Key: key, CanWaive: true})
		return runs.Run{}, h.Services.Sites.Waive(h.ctx, h.site, gate, key, "It can wait.")
	}},
	{"describe the business", func(h *siteHistory) (runs.Run, error) {
		return noRun(h.Builder.Save(h.ctx, h.site, sitebuilder.Change{Business: &sitebuilder.Business{Name: "Garden", Description: "We garden."}}))
	}},
	{"attach clusters", func(h *siteHistory) (runs.Run, error) {
		list, err := h.Builder.SuggestClusters(h.ctx, h.site, 1+h.random.IntN(4))
		h.must(err)
		return noRun(h.Builder.Save(h.ctx, h.site, sitebuilder.Change{Clusters: &list}))
	}},
	{"propose pages", func(h *siteHistory) (runs.Run, error) { return noRun(h.Builder.ProposePages(h.ctx, h.site)) }},
	{"add a page", func(h *siteHistory) (runs.Run, error) {
		return noRun(h.Builder.AddPage(h.ctx, h.site, sitebuilder.PagePlan{Title: "Visit us", NoClusterReason: "People ask for it."}))
	}},
	{"take pages out of the plan", func(h *siteHistory) (runs.Run, error) {
		none := []sitebuilder.PagePlan{{Kind: "home", Title: "Home", NoClusterReason: "It is the home page."}}
		return noRun(h.Builder.Save(h.ctx, h.site, sitebuilder.Change{Pages: &none}))
	}},
	{"approve the blueprint", func(h *siteHistory) (runs.Run, error) { return noRun(h.Builder.Approve(h.ctx, h.site)) }},
	{"generate ideas", func(h *siteHistory) (runs.Run, error) {
		return h.Ideas.StartIdeas(h.ctx, h.sector, []string{h.cluster()})
	}},
	{"reject ideas", func(h *siteHistory) (runs.Run, error) { return noRun(h.Ideas.RejectIdeas(h.ctx, h.site, h.ideas())) }},
	{"accept ideas", func(h *siteHistory) (runs.Run, error) {
		_, _, err := h.Writer.AcceptClear(h.ctx, h.site, h.ideas())
		return runs.Run{}, err
	}},
	{"draft", func(h *siteHistory) (runs.Run, error) {
		list, err := h.Writer.Tasks(h.ctx, h.site, "")
		h.must(err)
		list = slices.DeleteFunc(list, func(l writer.Listed) bool { return l.ContentID != "" })
		return h.Drafting.StartDrafts(h.ctx, h.site, []string{pick(h, list, func(l writer.Listed) string { return l.ID })}, true)
	}},
	{"write", func(h *siteHistory) (runs.Run, error) {
		c := h.content()
		text := apptest.Written(c.Blocks)
		if h.random.IntN(2) == 0 && len(text) > 0 {
			i := slices.IndexFunc(text, func(b blocks.Block) bool { return b.Type == blocks.TypeParagraph })
			text[i].Text = "Studies show that 40 % of all hoses leak."
		}
		title := fmt.Sprintf("Title %d", h.random.IntN(1000))
		return noRun(h.Writer.Save(h.ctx, c.ID, writer.Change{Revision: c.Revision, Title: &title, Blocks: &text}))
	}},
	{"settle claims", func(h *siteHistory) (runs.Run, error) {
		c := h.content()
		ledger, err := h.Writer.Claims(h.ctx, c.ID)
		if err != nil {
			return runs.Run{}, err
		}
		verdict := writer.ClaimVerdict{Verdict: []writer.Verdict{writer.ClaimOwnFact, writer.ClaimOpen}[h.random.IntN(2)]}
		for _, claim := range ledger.Claims {
			verdict.Marks = append(verdict.Marks, claim.Mark)
		}
		return noRun(h.Writer.DecideClaims(h.ctx, c.ID, verdict))
	}},
	{"submit", func(h *siteHistory) (runs.Run, error) {
		return noRun(h.Writer.Submit(h.ctx, h.content().ID, writer.Latest))
	}},
	{"approve a text", func(h *siteHistory) (runs.Run, error) {
		return noRun(h.Writer.Approve(h.ctx, h.content().ID, writer.Latest))
	}},
	{"return a text", func(h *siteHistory) (runs.Run, error) {
		return noRun(h.Writer.Return(h.ctx, h.content().ID, writer.Latest, "Shorter."))
	}},
	{"undo a step of the Writer", func(h *siteHistory) (runs.Run, error) {
		c := h.content()
		saved, err := h.Writer.Submit(h.ctx, c.ID, writer.Latest)
		step, changed := saved.Step()
		if err != nil || !changed {
			return runs.Run{}, err
		}
		return noRun(h.Writer.Undo(h.ctx, step))
	}},
	{"delete a text", func(h *siteHistory) (runs.Run, error) {
		return runs.Run{}, h.Writer.DeleteContent(h.ctx, h.content().ID)
	}},
	{"delete a page", func(h *siteHistory) (runs.Run, error) {
		plan, err := h.Builder.Plan(h.ctx, h.site)
		h.must(err)
		return noRun(h.Builder.DeletePage(h.ctx, h.site, pick(h, plan.Pages, func(p pages.Page) string { return p.ID })))
	}},
	{"delete an idea", func(h *siteHistory) (runs.Run, error) {
		page, err := h.Ideas.Ideas(h.ctx, ideas.IdeaQuery{SectorID: h.sector, State: ideas.IdeaProposed})
		h.must(err)
		return runs.Run{}, h.Ideas.Delete(h.ctx, pick(h, page.Items, func(i ideas.Idea) string { return i.ID }))
	}},
	{"delete a cluster", func(h *siteHistory) (runs.Run, error) {
		var err error
		for _, c := range h.clusters() {
			if err = h.Planner.DeleteCluster(h.ctx, c.ID); fault.KindOf(err) != fault.Conflict {
				break // a cluster that a page uses stays
			}
		}
		return runs.Run{}, err
	}},
	{"restore", func(h *siteHistory) (runs.Run, error) {
		page, err := h.Services.Trash.Items(h.ctx, "", 1, "")
		h.must(err)
		if len(page.Items) == 0 {
			return runs.Run{}, fault.New(fault.NotFound, "The trash is empty.")
		}
		return noRun(h.Services.Trash.Restore(h.ctx, page.Items[0].Noun, page.Items[0].RowID))
	}},
	{"publish", func(h *siteHistory) (runs.Run, error) { return h.Releases.StartPublish(h.ctx, h.site) }},
	{"build", func(h *siteHistory) (runs.Run, error) { return h.Releases.StartBuild(h.ctx, h.site) }},
}

// order is the normal way through the site, so that a history reaches its end. Random actions happen between its steps.
var order = []string{
	"import", "import", "group", "merge clusters", "move keywords", "exclude keywords", "approve all clusters", "describe the business", "attach clusters", "propose pages", "take pages out of the plan", "propose pages", "approve the blueprint",
	"generate ideas", "reject ideas", "generate ideas", "generate ideas", "delete an idea", "restore", "delete a cluster", "restore", "accept ideas", "draft", "write", "undo a step of the Writer", "submit", "return a text", "draft", "write", "settle claims",
	"approve a text", "waive", "build", "publish", "delete a text", "restore", "delete a page", "restore", "write", "settle claims", "submit", "approve a text", "build", "publish",
}

func TestStagesMatchTheirGates(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	ctx := w.Ctx(accountstest.Owner)
	done := map[string]int{}
	for seed := range uint64(8) {
		site, sector, err := w.Services.Sites.Create(ctx, sites.NewSite{Name: fmt.Sprintf("Site %d", seed), Sector: "Main"})
		if err != nil {
			t.Fatal(err)
		}
		h := &siteHistory{World: w, t: t, ctx: ctx, random: rand.New(rand.NewPCG(seed, 1)), site: site.ID, sector: sector.ID}
		var told []string
		for i, next := range order {
			for seed > 0 && i > 2 && h.random.IntN(3) == 0 { // the first history goes to its end
				told = append(told, actions[h.random.IntN(len(actions))].name)
			}
			told = append(told, next)
		}
		for i, name := range told {
			if h.act(name) {
				done[name]++
			}
			if problem := h.compare(); problem != "" {
				t.Fatalf("seed %d, after %s: %s\nthe history: %s", seed, name, problem, strings.Join(told[:i+1], ", "))
			}
		}
	}
	for _, a := range actions {
		if done[a.name] == 0 {
			t.Errorf("%q was refused in every history: this test no longer sees what it does to the stages", a.name)
		}
	}
}

// act does the named action and waits for its run. It reports whether the action succeeded.
func (h *siteHistory) act(name string) bool {
	h.t.Helper()
	i := slices.IndexFunc(actions, func(a action) bool { return a.name == name })
	run, err := actions[i].do(h)
	if err != nil && fault.KindOf(err) == fault.Internal {
		h.t.Fatalf("%s: %v", name, err)
	}
	if err == nil && run.ID != "" {
		run, err = h.Engine.Wait(h.ctx, run.ID)
		h.must(err)
	}
	return err == nil && (run.ID == "" || run.Phase == runs.PhaseDone)
}

// compare returns which stage differs from its gate.
func (h *siteHistory) compare() string {
	stored, err := h.Services.Sites.Stages(h.ctx, h.site)
	h.must(err)
	for i, compute := range []func(context.Context, string) (gates.Gate, error){
		h.Planner.Gate, h.Builder.Gate, h.Writer.Gate,
		h.Publish.Gate,
	} {
		g, err := compute(h.ctx, h.site)
		h.must(err)
		is := stored[h.site][i]
		if is.Gate != g.Name || (is.State == sites.StagePassed) != g.Passed || int(is.Percent) != g.Percent() || is.Reason != g.Missing() {
			return fmt.Sprintf("the stage of %s is %s, %d %%, %q; its gate is passed: %t, %d %%, %q", g.Name, is.State, is.Percent, is.Reason, g.Passed, g.Percent(), g.Missing())
		}
	}
	return ""
}
