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
	"igny8/app/runs"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

func TestSuggestionIsDecided(t *testing.T) {
	t.Parallel()
	d := editing(t)
	_, open := d.rewrite(drafting.Shorter, "", "p", "l", "q")
	p, l, q := open[0], open[1], open[2]
	before := d.content()
	submitted, err := d.Writer.Submit(d.ctx, before.ID, before.Revision)
	d.must(err)

	_, err = d.Writer.AcceptSuggestion(d.ctx, d.things.Task)
	d.refused("no such suggestion", err, fault.NotFound)
	_, err = d.Writer.RejectSuggestion(d.ctx, d.things.Task)
	d.refused("no such suggestion", err, fault.NotFound)
	_, err = d.Writer.Approve(d.ctx, before.ID, submitted.Revision)
	d.refused("an approval that overlooks suggestions", err, fault.Conflict)
	var undecided *writer.Undecided
	if !errors.As(err, &undecided) || len(undecided.Open) != 3 {
		t.Errorf("the refusal shows %v", err)
	}

	for range 2 {
		after, err := d.Writer.AcceptSuggestion(d.ctx, p.ID)
		d.must(err)
		if after.Revision != before.Revision+1 || after.State != writer.ContentDraft || d.block("p").Text != p.After.Text || len(after.Blocks) != len(before.Blocks) {
			t.Fatalf("accepted: revision %d, %s, %q", after.Revision, after.State, d.block("p").Text)
		}
	}
	_, err = d.Writer.RejectSuggestion(d.ctx, p.ID)
	d.refused("rejecting what was accepted", err, fault.Conflict)
	revisions, err := d.Writer.Revisions(d.ctx, before.ID)
	if err != nil || revisions[0].Note != "accepted 1 suggestion" || revisions[0].AuthorID != d.Member(accountstest.Publisher).UserID {
		t.Errorf("the revision says %+v, %v", revisions[0], err)
	}

	for range 2 {
		_, err = d.Writer.RejectSuggestion(d.ctx, l.ID)
		d.must(err)
	}
	_, err = d.Writer.AcceptSuggestion(d.ctx, l.ID)
	d.refused("accepting what was rejected", err, fault.Conflict)
	if kept := d.block("l"); kept.Items[0] != "A hose, basically" {
		t.Errorf("a rejection changed the text: %q", kept.Items)
	}

	_, open = d.rewrite(drafting.Simpler, "", "p")
	if len(open) != 2 || open[0].ID != q.ID {
		t.Fatalf("%d open suggestions", len(open))
	}
	mine := d.content().Blocks
	mine = slices.Clone(mine)
	mine[1].Text = "Mine"
	_, err = d.Writer.Save(d.ctx, before.ID, writer.Change{Revision: d.content().Revision, Blocks: &mine})
	d.must(err)
	_, err = d.Writer.AcceptSuggestion(d.ctx, open[1].ID)
	d.refused("a block that was changed since", err, fault.Conflict)
	after, accepted, err := d.Writer.AcceptSuggestions(d.ctx, before.ID)
	if err != nil || accepted != 1 || d.block("p").Text != "Mine" || d.block("q").Questions[0].Answer != q.After.Questions[0].Answer {
		t.Errorf("accepted %d: %+v, %v", accepted, after.Blocks, err)
	}
	if again, accepted, err := d.Writer.AcceptSuggestions(d.ctx, before.ID); err != nil || accepted != 0 ||
		again.Revision != after.Revision {
		t.Errorf("accepted %d again as revision %d, %v", accepted, again.Revision, err)
	}
	d.save(blocks.Block{ID: "h", Type: blocks.TypeHeading, Level: 2, Text: "Hoses"}, blocks.Block{ID: "t", Type: blocks.TypeParagraph, Text: "We like them."})
	_, err = d.Writer.AcceptSuggestion(d.ctx, open[1].ID)
	d.refused("a block that is gone", err, fault.Conflict)

	approved, err := d.Writer.ApproveWithout(d.ctx, before.ID, d.content().Revision)
	if err != nil || approved.State != writer.ContentApproved || len(d.suggestions()) != 0 {
		t.Errorf("approved without: %s, %d open, %v", approved.State, len(d.suggestions()), err)
	}
	if _, rejected, err := d.Writer.RejectSuggestions(d.ctx, before.ID); err != nil || rejected != 0 {
		t.Errorf("rejected %d, %v", rejected, err)
	}
}

func TestSuggestionReplacesAnOlderOne(t *testing.T) {
	t.Parallel()
	d := editing(t)
	_, first := d.rewrite(drafting.Shorter, "", "p")
	_, second := d.rewrite(drafting.Simpler, "", "p")
	if len(second) != 1 || second[0].ID == first[0].ID || second[0].How != drafting.Simpler {
		t.Fatalf("open: %+v", second)
	}
	_, err := d.Writer.AcceptSuggestion(d.ctx, first[0].ID)
	d.refused("accepting what was replaced", err, fault.Conflict)
	if _, rejected, err := d.Writer.RejectSuggestions(d.ctx, d.things.Content); err != nil || rejected != 1 {
		t.Errorf("rejected %d, %v", rejected, err)
	}
}

func TestSuggestionTakesOneOfTwoDecisions(t *testing.T) {
	t.Parallel()
	d := editing(t)
	_, open := d.rewrite(drafting.Shorter, "", "p")
	before := d.content().Revision
	var both sync.WaitGroup
	answers := make([]error, 2)
	both.Go(func() { _, answers[0] = d.Writer.AcceptSuggestion(d.ctx, open[0].ID) })
	both.Go(func() { _, answers[1] = d.Writer.RejectSuggestion(d.ctx, open[0].ID) })
	both.Wait()
	if (answers[0] == nil) == (answers[1] == nil) {
		t.Errorf("accepted: %v, rejected: %v", answers[0], answers[1])
	}
	changed := d.block("p").Text == open[0].After.Text
	if changed != (answers[0] == nil) || (d.content().Revision == before+1) != changed {
		t.Errorf("accepted: %v, but the text is %q as revision %d", answers[0], d.block("p").Text, d.content().Revision)
	}
}

func TestSuggestionForARemovedBlockIsDropped(t *testing.T) {
	t.Parallel()
	d, model := modelled(t)
	model.Follow(says(`{"texts":["Late"]}`, `{"texts":["Later"]}`))
	release := model.Hold()
	run, err := d.Drafting.StartRewrite(d.ctx, drafting.Rewriting{ContentID: d.things.Content, Blocks: []string{"h", "p"}, How: drafting.Own, Wish: "x"})
	d.must(err)
	for run.Phase != runs.PhaseCall {
		run, err = d.Engine.Get(d.ctx, run.ID)
		d.must(err)
	}
	d.save(blocks.Block{ID: "p", Type: blocks.TypeParagraph, Text: "Changed meanwhile"})
	release()
	if run = d.await(run); run.Phase != runs.PhaseDone {
		t.Fatalf("%s: %s", run.Phase, run.Message)
	}
	open := d.suggestions()
	if len(open) != 1 || open[0].BlockID != "p" || open[0].Fits(d.content().Blocks) || !strings.HasPrefix(open[0].After.Text, "Late") {
		t.Errorf("suggested: %+v", open)
	}
}

func TestSuggestionsOfAnotherAccountAreHidden(t *testing.T) {
	t.Parallel()
	d := editing(t)
	_, open := d.rewrite(drafting.Shorter, "", "p")
	if list, err := d.Writer.Suggestions(d.Foreign, d.things.Content); err != nil || len(list) != 0 {
		t.Errorf("it sees %d, %v", len(list), err)
	}
	_, err := d.Writer.Suggestion(d.Foreign, open[0].ID)
	d.refused("look", err, fault.NotFound)
	_, err = d.Writer.AcceptSuggestion(d.Foreign, open[0].ID)
	d.refused("accept", err, fault.NotFound)
	_, err = d.Writer.RejectSuggestion(d.Foreign, open[0].ID)
	d.refused("reject", err, fault.NotFound)
	_, _, err = d.Writer.AcceptSuggestions(d.Foreign, d.things.Content)
	d.refused("accept all", err, fault.NotFound)
	_, _, err = d.Writer.RejectSuggestions(d.Foreign, d.things.Content)
	d.refused("reject all", err, fault.NotFound)
	_, err = d.Writer.ApproveWithout(d.Foreign, d.things.Content, writer.Latest)
	d.refused("approve", err, fault.NotFound)
	_, err = d.Writer.AcceptSuggestion(d.Ctx(accountstest.Newcomer), open[0].ID)
	d.refused("an editor without the site", err, fault.NotFound)
	if len(d.suggestions()) != 1 {
		t.Error("its suggestion is gone")
	}
}
