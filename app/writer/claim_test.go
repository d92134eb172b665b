package writer_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/prose"
	"igny8/app/sites"
	"igny8/app/writer"
)

// write replaces the text of the content by paragraphs of inline HTML.
func (d *desk) write(paragraphs ...string) writer.Content {
	d.Helper()
	var doc blocks.Document
	for _, text := range paragraphs {
		doc = append(doc, blocks.Block{Type: blocks.TypeParagraph, Text: text})
	}
	saved, err := d.Writer.Save(d.ctx, d.things.Content, writer.Change{Revision: d.content().Revision, Blocks: &doc})
	d.must(err)
	return saved
}

func (d *desk) ledger() writer.Ledger {
	d.Helper()
	l, err := d.Writer.Claims(d.ctx, d.things.Content)
	d.must(err)
	return l
}

// verdicts are the verdicts of the ledger in the order of reading.
func verdicts(l writer.Ledger) string {
	var all []string
	for _, c := range l.Claims {
		all = append(all, string(c.Verdict))
	}
	return strings.Join(all, " ")
}

// Two who decide about claims at the same moment: the count of the open ones, which holds the gate, is that of the ledger.
func TestOpenClaimsAreCountedUnderConcurrentDecisions(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.write("Our hose weighs 3 kg.", "The reel weighs 9 kg.")
	for i := range 20 {
		verdict := []writer.Verdict{writer.ClaimOpinion, writer.ClaimOpen}[i%2]
		var both sync.WaitGroup
		for _, claim := range d.ledger().Claims {
			both.Go(func() {
				if _, err := d.Writer.DecideClaims(d.ctx, c.ID,
					writer.ClaimVerdict{Marks: []string{claim.Mark}, Verdict: verdict}); err != nil {
					t.Error(err)
				}
			})
		}
		both.Wait()
		if got, want := d.content().OpenClaims, int64(2*(i%2)); got != want {
			t.Fatalf("%d claims are counted as open, want %d", got, want)
		}
	}
}

func TestOpenClaimsBlockApproval(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	if l := d.ledger(); len(l.Claims) > 0 {
		t.Fatalf("the outline of the built-in engine claims %+v", l.Claims)
	}
	c := d.write("Our hose weighs 3 kg. Is it 5 m long? It feels good in the hand.", "The warranty runs 24 months.", `The <a href="https://example.org/study">study of 2021</a> says so.`, "We sell the cheapest reel.")
	l := d.ledger()
	if got := verdicts(l); got != "open open sourced open" || c.OpenClaims != 3 || l.Claims[2].Source != "https://example.org/study" || !l.Claims[2].Linked {
		t.Fatalf("%s, %d counted: %+v", got, c.OpenClaims, l.Claims)
	}
	if l.Claims[1].Fact != "Warranty: 24 months" || l.Claims[0].Fact != "" {
		t.Errorf("the facts that are recognised are %q and %q", l.Claims[0].Fact, l.Claims[1].Fact)
	}
	_, err := d.Writer.Approve(d.ctx, c.ID, c.Revision)
	d.refused("approve with open claims", err, fault.Conflict)
	if open := (*writer.OpenClaims)(nil); !errors.As(err, &open) || len(open.Claims) != 3 || !strings.Contains(err.Error(), "Our hose weighs 3 kg.") {
		t.Errorf("the refusal is %v", err)
	}
	held := func() gates.Check {
		g, err := d.Writer.Gate(d.ctx, d.things.Site)
		d.must(err)
		return g.Checks[slices.IndexFunc(g.Checks, func(c gates.Check) bool { return c.Key == "claims" })]
	}
	if check := held(); check.OK || !check.CanWaive || check.Where.Screen != gates.WriterClaims || check.Where.ID != c.ID || check.Reason != "3 claims in 1 text nobody has settled." {
		t.Errorf("the gate says %+v", check)
	}

	first, last := l.Claims[0].Mark, l.Claims[3].Mark
	for name, v := range map[string]writer.ClaimVerdict{
		"no sentence":       {Verdict: writer.ClaimOpinion},
		"no such verdict":   {Marks: []string{first}, Verdict: "true"},
		"no source":         {Marks: []string{first}, Verdict: writer.ClaimSourced},
		"a script":          {Marks: []string{first}, Verdict: writer.ClaimSourced, Source: "javascript:alert(1)"},
		"an address inside": {Marks: []string{first}, Verdict: writer.ClaimSourced, Source: "/about/"},
	} {
		_, err := d.Writer.DecideClaims(d.ctx, c.ID, v)
		d.refused(name, err, fault.Invalid)
	}
	_, err = d.Writer.DecideClaims(d.ctx, c.ID, writer.ClaimVerdict{Marks: []string{first, "gone"}, Verdict: writer.ClaimOpinion})
	d.refused("a sentence that is gone", err, fault.Conflict)
	if d.ledger().Claims[0].Verdict != writer.ClaimOpen {
		t.Error("a refused decision decided")
	}

	decide := func(verdict writer.Verdict, source string, marks ...string) writer.Ledger {
		t.Helper()
		l, err := d.Writer.DecideClaims(d.ctx, c.ID, writer.ClaimVerdict{Marks: marks, Verdict: verdict, Source: source})
		d.must(err)
		return l
	}
	decide(writer.ClaimSourced, "https://example.org/scale", first)
	decide(writer.ClaimOwnFact, "", l.Claims[1].Mark)
	if got := decide(writer.ClaimOpinion, "", last); verdicts(got) != "sourced own_fact sourced opinion" || got.Claims[0].Source != "https://example.org/scale" || !held().OK {
		t.Errorf("decided: %s, the gate %+v", verdicts(got), held())
	}
	_, err = d.Writer.Approve(d.ctx, c.ID, c.Revision)
	d.must(err)

	d.write("A new beginning.", "We sell the cheapest reel.", "Our hose weighs 4 kg.", "The warranty runs  24 months.")
	if got := d.ledger(); verdicts(got) != "opinion open own_fact" {
		t.Errorf("after an edit elsewhere, a move and another number: %s", verdicts(got))
	}
	if got := decide(writer.ClaimOpen, "", last); verdicts(got) != "open open own_fact" || d.content().OpenClaims != 2 {
		t.Errorf("taken back: %s", verdicts(got))
	}
	_, err = d.Writer.Approve(d.ctx, c.ID, writer.Latest)
	d.refused("approve what is open again", err, fault.Conflict)
	g, err := d.Writer.Gate(d.ctx, d.things.Site)
	d.must(err)
	d.must(d.Services.Sites.Waive(d.Ctx(accountstest.Owner), d.things.Site, g, "claims", "We check them in the office."))
	if l := d.ledger(); !l.Waived {
		t.Error("the ledger does not say that the check is waived")
	}
	_, err = d.Writer.Approve(d.ctx, c.ID, writer.Latest)
	d.must(err)
}

func TestClaimIsMatchedWithAFactOfTheBrief(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	task := d.task(*d.content().TaskID)
	task.Brief.Facts = []string{"We have mended hoses since 1971."}
	_, err := d.Writer.UpdateTask(d.ctx, task.ID, writer.TaskChange{Brief: &task.Brief})
	d.must(err)
	d.write("Since 1971 we have mended hoses of all kinds.", "Since 1981 we have mended pumps.")
	if l := d.ledger(); l.Claims[0].Fact != task.Brief.Facts[0] || l.Claims[1].Fact != "" {
		t.Errorf("recognised %q and %q", l.Claims[0].Fact, l.Claims[1].Fact)
	}
}

func TestPanelsOfAnotherAccountAreHidden(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.write("Our hose weighs 3 kg.")
	mark := d.ledger().Claims[0].Mark
	for _, person := range []accountstest.Person{accountstest.Stranger, accountstest.Newcomer} {
		ctx := d.Ctx(person)
		for name, call := range map[string]func() error{
			"Claims": func() error { _, err := d.Writer.Claims(ctx, c.ID); return err },
			"DecideClaims": func() error {
				_, err := d.Writer.DecideClaims(ctx, c.ID, writer.ClaimVerdict{Marks: []string{mark}, Verdict: writer.ClaimOpinion})
				return err
			},
			"Placements":    func() error { _, err := d.Writer.Placements(ctx, c.ID); return err },
			"Questions":     func() error { _, err := d.Writer.Questions(ctx, c.ID); return err },
			"Links":         func() error { _, err := d.Writer.Links(ctx, c.ID); return err },
			"SearchPreview": func() error { _, err := d.Writer.SearchPreview(ctx, c.ID); return err },
			"Readability":   func() error { _, err := d.Writer.Readability(ctx, c.ID); return err },
			"StartMeta":     func() error { _, err := d.Drafting.StartMeta(ctx, c.ID); return err },
			"QuoteMeta":     func() error { _, err := d.Drafting.QuoteMeta(ctx, c.ID); return err },
			"AcceptMeta":    func() error { _, err := d.Writer.AcceptMeta(ctx, c.ID, c.Revision, "mine", "mine"); return err },
			"RejectMeta":    func() error { return d.Writer.RejectMeta(ctx, c.ID) },
		} {
			d.refused(name+" by "+string(person), call(), fault.NotFound)
		}
	}
	if got := d.ledger(); got.Claims[0].Verdict != writer.ClaimOpen || d.content().Title != c.Title {
		t.Error("a stranger decided")
	}
}

func TestPlacementsFindKeywords(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	title, slug, none := "Kinked hoses, repaired", "kinked-hoses", ""
	task := d.task(*d.content().TaskID)
	task.Brief.Keywords = []string{"repair kinked hose", "kinked hose", "diving bell"}
	_, err := d.Writer.UpdateTask(d.ctx, task.ID, writer.TaskChange{Brief: &task.Brief})
	d.must(err)
	doc := blocks.Document{
		{ID: "h", Type: blocks.TypeHeading, Level: 2, Text: "A <em>kinked</em> hose"},
		{ID: "p", Type: blocks.TypeParagraph, Text: "You repair a hose that is kinked with warm water. A kinked   hose is no disaster."},
	}
	_, err = d.Writer.Save(d.ctx, d.things.Content,
		writer.Change{Revision: d.content().Revision, Title: &title, Slug: &slug, Description: &none, Blocks: &doc})
	d.must(err)
	found, err := d.Writer.Placements(d.ctx, d.things.Content)
	d.must(err)
	phrase := func(text string) prose.Placed {
		at := slices.IndexFunc(found.Targets, func(p prose.Placed) bool { return p.Phrase == text })
		if at < 0 {
			t.Fatalf("%q is not among the targets: %+v", text, found.Targets)
		}
		return found.Targets[at]
	}
	for _, c := range []struct{ phrase, part, how string }{
		{"kinked hose", prose.InTitle, prose.PlacedInflected},
		{"kinked hose", prose.InAddress, prose.PlacedInflected},
		{"kinked hose", prose.InDescription, ""},
		{"kinked hose", prose.InHeading, prose.PlacedExactly},
		{"kinked hose", prose.InText, prose.PlacedExactly},
		{"repair kinked hose", prose.InText, prose.PlacedApart},
		{"repair kinked hose", prose.InHeading, ""},
		{"diving bell", prose.InText, ""},
	} {
		if got := phrase(c.phrase).In(c.part); got != c.how {
			t.Errorf("%q stands in the %s %q, want %q", c.phrase, c.part, got, c.how)
		}
	}
	if places := phrase("kinked hose").Places; places[len(places)-1].BlockID != "p" {
		t.Errorf("its places are %+v", places)
	}
}

func TestQuestionsFindWhatTheTextDoesNotAnswer(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	task := d.task(*d.content().TaskID)
	task.Brief.Questions = []string{"How do you store a hose in winter?", "Can a hose freeze?", "Who invented the hose?"}
	_, err := d.Writer.UpdateTask(d.ctx, task.ID, writer.TaskChange{Brief: &task.Brief})
	d.must(err)
	d.unwrite()
	before, err := d.Writer.Questions(d.ctx, d.things.Content)
	d.must(err)
	if before.Missing() != len(before.Asked) || !before.Asked[0].Briefed {
		t.Errorf("an outline answers %+v", before.Asked)
	}
	doc := blocks.Document{
		{ID: "h", Type: blocks.TypeHeading, Level: 2, Text: "Storing it in winter"},
		{ID: "p", Type: blocks.TypeParagraph, Text: "Drain hoses, roll them up and hang them in the shed."},
		{ID: "i", Type: blocks.TypeHeading, Level: 2, Text: "Who invented the hose?"},
		{ID: "l", Type: blocks.TypeList, Items: []string{"Who invented the hose, and when was the hose invented first?"}},
		{ID: "f", Type: blocks.TypeFAQ, Questions: []blocks.QA{{Question: "Can a hose freeze?", Answer: "Yes, where water is left standing in it."}}},
	}
	_, err = d.Writer.Save(d.ctx, d.things.Content, writer.Change{Revision: d.content().Revision, Blocks: &doc})
	d.must(err)
	q, err := d.Writer.Questions(d.ctx, d.things.Content)
	d.must(err)
	for i, want := range []string{"h", "f", ""} {
		if got := q.Asked[i]; got.BlockID != want {
			t.Errorf("%q is answered in %q, want %q", got.Text, got.BlockID, want)
		}
	}
}

func TestLinksFindBrokenOnes(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	list, err := d.Pages.List(d.ctx, d.things.Site)
	d.must(err)
	task := d.task(*d.content().TaskID)
	task.Brief.Links = []string{"/contact/", "/hoses/"}
	_, err = d.Writer.UpdateTask(d.ctx, task.ID, writer.TaskChange{Brief: &task.Brief})
	d.must(err)
	domain := "garden.example"
	_, err = d.Services.Sites.Update(d.Ctx(accountstest.Owner), d.things.Site, sites.Change{Domain: &domain})
	d.must(err)
	d.write(`See <a href="` + list[0].Path + `">home</a>, <a href="/contact">us</a>, <a href="/nowhere/">nowhere</a>, <a href="#nothing">below</a>, <a href="https://www.garden.example/gone/">gone</a>,
		<a href="https://example.org/">others</a> and <a href="mailto:a@example.org">mail</a>.`)
	l, err := d.Writer.Links(d.ctx, d.things.Content)
	d.must(err)
	var got []string
	for _, link := range l.Links {
		got = append(got, link.Words+" "+link.Problem)
	}
	if want := "home , us , nowhere broken, below insert, gone broken, others , mail "; strings.Join(got, ", ") != want || l.Problems() != 3 || !l.Links[4].Internal || l.Links[5].Internal {
		t.Errorf("the links are %q, want %q", strings.Join(got, ", "), want)
	}
	if !slices.Equal(l.Missing, []string{"/hoses/"}) {
		t.Errorf("missing are %v", l.Missing)
	}
}
