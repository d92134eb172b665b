package writer_test

import (
	"testing"

	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

func TestUndoRefuses(t *testing.T) {
	t.Parallel()
	d := editing(t)
	read := d.content()
	if _, done := read.Step(); done {
		t.Error("a content that was only read has a step")
	}
	same, err := d.Writer.Save(d.ctx, read.ID, writer.Change{Revision: read.Revision, Title: &read.Title})
	d.must(err)
	if _, done := same.Step(); done {
		t.Error("a save that changes nothing has a step")
	}
	title := "Hoses and taps"
	saved, err := d.Writer.Save(d.ctx, read.ID, writer.Change{Revision: read.Revision, Title: &title})
	d.must(err)
	step, _ := saved.Step()
	_, err = d.Writer.Undo(d.Foreign, step)
	d.refused("the other account", err, fault.NotFound)
	_, err = d.Writer.Submit(d.ctx, saved.ID, saved.Revision)
	d.must(err)
	_, err = d.Writer.Undo(d.ctx, step)
	d.refused("a step before the last", err, fault.Conflict)
	if now := d.content(); now.Title != title || now.State != writer.ContentInReview || now.Revision != saved.Revision {
		t.Errorf("a refused undo left %q, %s, revision %d", now.Title, now.State, now.Revision)
	}
}

// TestUndoRestoresTheStand undoes each step from each state that it can be done in.
func TestUndoRestoresTheStand(t *testing.T) {
	t.Parallel()
	type step = func(d *desk, c writer.Content) (writer.Content, error)
	submit := func(d *desk, c writer.Content) (writer.Content, error) {
		return d.Writer.Submit(d.ctx, c.ID, c.Revision)
	}
	approve := func(d *desk, c writer.Content) (writer.Content, error) {
		return d.Writer.Approve(d.ctx, c.ID, c.Revision)
	}
	without := func(d *desk, c writer.Content) (writer.Content, error) {
		return d.Writer.ApproveWithout(d.ctx, c.ID, c.Revision)
	}
	giveBack := func(d *desk, c writer.Content) (writer.Content, error) {
		return d.Writer.Return(d.ctx, c.ID, c.Revision, "Shorter")
	}
	remove := func(d *desk, c writer.Content) (writer.Content, error) {
		rest := c.Blocks[1:]
		return d.Writer.Join(d.ctx, c.ID, writer.Change{Revision: c.Revision, Blocks: &rest})
	}
	accept := func(d *desk, _ writer.Content) (writer.Content, error) {
		return d.Writer.AcceptSuggestion(d.ctx, d.suggestions()[0].ID)
	}
	reject := func(d *desk, _ writer.Content) (writer.Content, error) {
		return d.Writer.RejectSuggestion(d.ctx, d.suggestions()[0].ID)
	}
	for _, c := range []struct {
		name    string
		live    bool
		suggest bool
		before  []step
		do      step
	}{
		{"a removal in a draft", false, false, nil, remove},
		{"a removal in a text in review", false, false, []step{submit}, remove},
		{"a removal in an approved text", false, false, []step{approve}, remove},
		{"a request for a review", false, false, nil, submit},
		{"an approval of a draft", false, false, nil, approve},
		{"an approval after a review", false, false, []step{submit}, approve},
		{"an approval of a text that was approved before", false, false, []step{approve, remove}, approve},
		{"a return from a review", false, false, []step{submit}, giveBack},
		{"a return of an approved text", false, false, []step{approve}, giveBack},
		{"a removal in a text whose page is live", true, false, []step{approve}, remove},
		{"an approval of a text whose page is live", true, false, nil, approve},
		{"an acceptance", false, true, nil, accept},
		{"an acceptance in a review", false, true, []step{submit}, accept},
		{"a rejection", false, true, nil, reject},
		{"an approval without the suggestions", false, true, nil, without},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var d *desk
			if c.live {
				d = newDesk(t)
				d.words()
			} else {
				d = unpublished(t)
			}
			if c.suggest {
				d.rewrite(drafting.Shorter, "", "p")
			}
			for _, do := range c.before {
				_, err := do(d, d.content())
				d.must(err)
			}
			before := d.photograph()
			after, err := c.do(d, d.content())
			d.must(err)
			if d.photograph() == before {
				t.Fatal("the step changed nothing")
			}
			taken, done := after.Step()
			if !done {
				t.Fatal("there is no step to undo")
			}
			undone, err := d.Writer.Undo(d.ctx, taken)
			d.must(err)
			if got := d.photograph(); got != before {
				t.Errorf("undone:\n%+v\nbefore:\n%+v", got, before)
			}
			if undone.State != d.content().State || undone.Revision != d.content().Revision {
				t.Errorf("Undo returns revision %d, %s", undone.Revision, undone.State)
			}
			_, err = d.Writer.Undo(d.ctx, taken)
			if after.Revision != undone.Revision || after.State != undone.State {
				d.refused("undone twice", err, fault.Conflict)
			}
		})
	}
}

// unpublished is a desk whose content was never live.
func unpublished(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	task := d.fresh(1)[0]
	run, err := d.Drafting.StartDrafts(d.ctx, d.things.Site, []string{task}, false)
	d.must(err)
	d.await(run)
	c, _ := d.contentOf(d.task(task))
	d.things.Content = c.ID
	d.words()
	return d
}

// words saves a text that claims nothing and can be rewritten.
func (d *desk) words() {
	d.Helper()
	d.save(
		blocks.Block{ID: "h", Type: blocks.TypeHeading, Level: 2, Text: "Hoses"},
		blocks.Block{ID: "p", Type: blocks.TypeParagraph, Text: "Hoses are, of course, used in order to bring water (and sometimes more) to a garden. People like them."},
	)
}

// photo is all that a person can tell about a content, but for the number of its revision.
type photo struct {
	title, text, state, reason, page, task string
	approved                               int64
	open                                   int
}

func (d *desk) photograph() photo {
	d.Helper()
	c := d.content()
	page, err := d.Pages.Get(d.ctx, c.PageID)
	d.must(err)
	p := photo{
		title: c.Title, text: c.Blocks.PlainText(), state: string(c.State), reason: c.ReturnReason, page: string(page.State),
		open: len(d.suggestions()),
	}
	if c.TaskID != nil {
		p.task = string(d.task(*c.TaskID).State)
	}
	if c.ApprovedRevision != nil {
		p.approved = *c.ApprovedRevision
	}
	return p
}
