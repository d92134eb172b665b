package writer_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/prose"
	"igny8/app/publish"
	"igny8/app/writer"
)

// fresh is the content of the desk as the built-in engine drafted it.
func fresh(t *testing.T) (*desk, writer.Content) {
	t.Helper()
	d := newDesk(t)
	return d, d.unwrite()
}

// unwrite leaves a slot in the place of each paragraph of the content.
func (d *desk) unwrite() writer.Content {
	d.Helper()
	c := d.content()
	doc := slices.Clone(c.Blocks)
	for i, b := range doc {
		if b.Type == blocks.TypeParagraph {
			doc[i] = blocks.Block{ID: b.ID, Type: blocks.TypeSlot, Prompt: "What is it, in one sentence?"}
		}
	}
	return d.saved(c, doc)
}

func (d *desk) saved(c writer.Content, doc blocks.Document) writer.Content {
	d.Helper()
	c, err := d.Writer.Save(d.ctx, c.ID, writer.Change{Revision: c.Revision, Blocks: &doc})
	d.must(err)
	return c
}

// unwritten is the refusal to approve the content.
func (d *desk) unwritten(c writer.Content) *writer.Unwritten {
	d.Helper()
	_, err := d.Writer.Approve(d.ctx, c.ID, c.Revision)
	var unwritten *writer.Unwritten
	if !errors.As(err, &unwritten) || fault.KindOf(err) != fault.Conflict {
		d.Fatalf("approving gave %v, want a list of what is unwritten", err)
	}
	if now := d.content(); now.State != writer.ContentDraft {
		d.Errorf("the refused content is %s", now.State)
	}
	return unwritten
}

func slots(doc blocks.Document) (ids []string) {
	for _, b := range doc {
		if b.Unwritten() {
			ids = append(ids, b.ID)
		}
	}
	return ids
}

func TestOutlineIsNotApprovedUntilTheLastSlotIsWritten(t *testing.T) {
	t.Parallel()
	d, c := fresh(t)
	ids := slots(c.Blocks)
	if len(ids) < 3 || int(c.Unwritten) != len(ids) {
		t.Fatalf("%d slots and %d gaps in %+v", len(ids), c.Unwritten, c.Blocks)
	}
	refusal := d.unwritten(c)
	closed, ok := gates.ClosedOf(refusal)
	if !ok || len(closed.Gate.Checks) != len(ids) {
		t.Fatalf("refused with %+v, want a check for each of %d slots", closed, len(ids))
	}
	for i, check := range closed.Gate.Checks {
		if check.OK || check.CanWaive || check.Reason == "" || check.Where != (gates.Where{Site: c.SiteID, Screen: gates.WriterContent, ID: c.ID, Block: ids[i]}) {
			t.Errorf("check %d is %+v", i, check)
		}
	}
	if _, err := d.Writer.ApproveWithout(d.ctx, c.ID, c.Revision); !errors.As(err, new(*writer.Unwritten)) {
		t.Errorf("approving without suggestions gave %v", err)
	}
	written := apptest.Written(c.Blocks)
	for i, id := range ids {
		doc := make(blocks.Document, len(c.Blocks))
		copy(doc, c.Blocks)
		for at := range doc {
			if doc[at].ID == id {
				doc[at] = written[at]
			}
		}
		c = d.saved(c, doc)
		if left := len(ids) - i - 1; int(c.Unwritten) != left {
			t.Fatalf("%d gaps after %d of %d were written", c.Unwritten, i+1, len(ids))
		} else if left > 0 {
			d.unwritten(c)
		}
	}
	if c, err := d.Writer.Approve(d.ctx, c.ID, c.Revision); err != nil || c.State != writer.ContentApproved {
		t.Errorf("the written page is %s, %v", c.State, err)
	}
	if _, err := d.Writer.Approve(d.Foreign, c.ID, c.Revision); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the other account got %v", err)
	}
}

func TestGapsAreListed(t *testing.T) {
	t.Parallel()
	d, c := fresh(t)
	said := blocks.Block{Type: blocks.TypeParagraph, Text: "We garden here."}
	heading := func(level int, text string) blocks.Block {
		return blocks.Block{Type: blocks.TypeHeading, Level: level, Text: text}
	}
	for name, doc := range map[string]struct {
		blocks blocks.Document
		tells  string // empty: there is no gap
	}{
		"a heading at the end":            {blocks.Document{said, heading(2, "Prices")}, "“Prices”"},
		"a heading before the next":       {blocks.Document{heading(2, "Prices"), heading(2, "Sizes"), said}, "“Prices”"},
		"a heading over empty text":       {blocks.Document{said, heading(2, "Prices"), {Type: blocks.TypeParagraph}}, "“Prices”"},
		"a heading over what is left out": {blocks.Document{said, heading(2, "Prices"), {Type: blocks.TypeSlot, LeftOut: "We sell none."}}, "“Prices”"},
		"a heading of dots":               {blocks.Document{said, heading(2, "…"), said}, "has no words"},
		"a question without an answer":    {blocks.Document{said, {Type: blocks.TypeFAQ, Questions: []blocks.QA{{Question: "Can it freeze?"}}}}, "“Can it freeze?”"},
		"a slot of searches alone":        {blocks.Document{said, {Type: blocks.TypeSlot, Keywords: []string{"hose reel"}}}, "hose reel"},
		"a heading over a heading":        {blocks.Document{heading(2, "Prices"), heading(3, "In spring"), said}, ""},
		"a slot that is left out":         {blocks.Document{said, {Type: blocks.TypeSlot, LeftOut: "We sell none."}}, ""},
		"an answered question":            {blocks.Document{{Type: blocks.TypeFAQ, Questions: []blocks.QA{{Question: "Can it freeze?", Answer: "It can."}}}}, ""},
		"no heading at all":               {blocks.Document{said}, ""},
	} {
		c = d.saved(c, doc.blocks)
		gaps, err := d.Writer.Gaps(d.ctx, c)
		d.must(err)
		if int(c.Unwritten) != len(gaps) {
			t.Errorf("%s: %d gaps are counted and %d told", name, c.Unwritten, len(gaps))
		}
		if doc.tells == "" && len(gaps) == 0 {
			continue
		}
		if doc.tells == "" || len(gaps) != 1 || !strings.Contains(gaps[0].Missing, doc.tells) || gaps[0].BlockID == "" {
			t.Errorf("%s: the gaps are %+v, want one with %q", name, gaps, doc.tells)
			continue
		}
		if got := d.unwritten(c); len(got.Gaps) != 1 {
			t.Errorf("%s: refused with %+v", name, got.Gaps)
		}
	}
}

func TestSlotsCountAsNoText(t *testing.T) {
	t.Parallel()
	d, c := fresh(t)
	c = d.saved(c, blocks.Document{
		{Type: blocks.TypeHeading, Level: 2, Text: "The best of 2025"},
		{Type: blocks.TypeSlot, Prompt: "What is the best hose of 2025 that costs $20?", Keywords: []string{"garden hose"}},
	})
	ledger, err := d.Writer.Claims(d.ctx, c.ID)
	d.must(err)
	read, err := d.Writer.Readability(d.ctx, c.ID)
	d.must(err)
	asked, err := d.Writer.Questions(d.ctx, c.ID)
	d.must(err)
	found, err := d.Writer.Placements(d.ctx, c.ID)
	d.must(err)
	if len(ledger.Claims) > 0 || read.Sentences > 0 || asked.Missing() != len(asked.Asked) || c.Words != 4 {
		t.Errorf("claims %+v, %d sentences, %d of %d questions open, %d words", ledger.Claims, read.Sentences, asked.Missing(), len(asked.Asked), c.Words)
	}
	for _, p := range append(found.Targets, found.Others...) {
		if p.In(prose.InText) != "" {
			t.Errorf("%q stands in a text that nobody wrote", p.Phrase)
		}
	}
}

// outlined makes the content what the built-in engine drafted before it left slots.
func outlined(d *desk, approved bool) blocks.Document {
	d.Helper()
	doc := clean(d, blocks.Document{
		{Type: blocks.TypeParagraph, Text: "This page takes up hoses."},
		{Type: blocks.TypeHeading, Level: 2, Text: "Garden hose"},
		{Type: blocks.TypeList, Items: []string{"What is it, in one sentence?", "The best hose of 2025"}},
	})
	d.must(d.DB.Tx(d.ctx, func(tx *gorm.DB) error {
		if err := tx.Model(&writer.Revision{}).Where("content_id = ?", d.things.Content).UpdateColumn("blocks", doc).Error; err != nil {
			return err
		}
		columns := map[string]any{"blocks": doc, "outlined": true, "built_in": true, "unwritten": 1}
		if !approved {
			columns["state"], columns["approved_revision"], columns["approved_at"] = writer.ContentDraft, nil, nil
		}
		return tx.Model(&writer.Content{}).Where("id = ?", d.things.Content).UpdateColumns(columns).Error
	}))
	return doc
}

func clean(t testing.TB, doc blocks.Document) blocks.Document {
	t.Helper()
	doc, err := doc.Clean(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestOlderOutlineIsUnwrittenByItsText(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	doc := outlined(d, false)
	c := d.content()
	if got := d.unwritten(c); len(got.Gaps) != 2 {
		t.Errorf("refused with %+v, want the opening and the list", got.Gaps)
	}
	ledger, err := d.Writer.Claims(d.ctx, c.ID)
	if d.must(err); len(ledger.Claims) > 0 {
		t.Errorf("an outline states %+v", ledger.Claims)
	}
	doc[0].Text = "We have gardened here for a while."
	c = d.saved(c, doc)
	if got := d.unwritten(c); len(got.Gaps) != 1 {
		t.Errorf("after one sentence: %+v, want the list", got.Gaps)
	}
	doc[2].Items[0] = "A hose brings water to the bed."
	c = d.saved(c, doc)
	if got := d.unwritten(c); len(got.Gaps) != 1 || !strings.Contains(got.Gaps[0].Missing, "2025") {
		t.Errorf("after half of the list: %+v", got.Gaps)
	}
	doc[2].ID, doc[2].Items = "", []string{"A hose brings water to the bed."}
	c = d.saved(c, doc)
	if c, err := d.Writer.Approve(d.ctx, c.ID, c.Revision); err != nil || c.State != writer.ContentApproved {
		t.Errorf("the written page is %s, %v", c.State, err)
	}
}

// What was approved or live before is left out of the next release, and no release with it goes live again.
func TestApprovedOutlineIsNotPublished(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	owner := d.Ctx(accountstest.Owner)
	page, err := d.Pages.Get(owner, d.content().PageID)
	d.must(err)
	older, err := d.Releases.Get(owner, d.things.Release)
	d.must(err)
	outlined(d, true)
	publishable, err := d.Writer.Publishable(owner, d.things.Site)
	d.must(err)
	approved, err := d.Writer.ApprovedRevisions(owner, d.things.Site)
	d.must(err)
	for _, p := range publishable {
		if p.Content.ID == d.things.Content {
			t.Errorf("an outline is publishable: %+v", p.Content.Blocks)
		}
	}
	if _, there := approved[d.things.Content]; there || len(approved) != len(publishable) {
		t.Errorf("approved are %v, publishable %d", approved, len(publishable))
	}
	gate, err := d.Writer.Gate(owner, d.things.Site)
	d.must(err)
	if reviewed := gate.Checks[2]; !strings.Contains(reviewed.Reason, "parts that nobody has written") || reviewed.Where.ID != d.things.Content {
		t.Errorf("the gate says %+v", reviewed)
	}
	preflight, err := d.Releases.Preflight(owner, d.things.Site)
	d.must(err)
	if !strings.Contains(strings.Join(changes(preflight), " "), page.Path+" removed") {
		t.Errorf("the preflight says %v, want %s removed", changes(preflight), page.Path)
	}
	next := d.PublishSite(owner, d.things.Site)
	if next.ID == older.ID || len(next.Contents) != len(older.Contents)-1 {
		t.Errorf("the next release shows %+v", next.Contents)
	}
	if _, err := d.Releases.Activate(owner, older.ID); fault.KindOf(err) != fault.Conflict || !strings.Contains(fault.Sentence(err), "nobody has written") {
		t.Errorf("rolling back to the outline gave %v", err)
	}
}

func changes(p publish.Preflight) (list []string) {
	for _, c := range p.Changes {
		list = append(list, c.Path+" "+c.Kind)
	}
	return list
}
