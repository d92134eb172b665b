package writer_test

import (
	"fmt"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/app/writer"
)

// TestStatementsFindOutdatedFacts writes a text for each way in which an old fact may be stated, or only seem to be.
func TestStatementsFindOutdatedFacts(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	manager, content := d.Ctx(accountstest.Admin), d.content()
	replace := func(name, before, now string) {
		t.Helper()
		f, err := d.Services.Sites.AddFact(manager, d.things.Site, name, before)
		d.must(err)
		if now == "" {
			d.must(d.Services.Sites.RemoveFact(manager, d.things.Site, f.ID))
			return
		}
		_, err = d.Services.Sites.ChangeFact(manager, d.things.Site, f.ID, sites.FactChange{Value: &now})
		d.must(err)
	}
	replace("Delivery time", "3 days", "3 days on weekdays")
	replace("Customers", "1,200 customers", "1,500 customers")
	replace("Founding year", "1998", "1997")
	replace("Repairs", "free of charge", "")
	texts := []struct {
		text, states string
	}{
		{"We give 12 months of warranty.", "Warranty"},
		{"We give <strong>12</strong> months.", "Warranty"},
		{"Twelve months, or 112 months, or 12 monthly payments.", ""},
		{"Delivered in 3 days.", "Delivery time"},
		{"Delivered in 3 days on weekdays.", ""},
		{"Delivered in 3 days on weekdays, or 3 days on Sundays.", "Delivery time"},
		{"1200 customers, 1.200 customers and 1 200 customers.", "Customers"},
		{"Our founding year is 1998.", "Founding year"},
		{"In 1998 there were 1998 hoses.", ""},
		{"Repairs are FREE of\u00a0charge.", "Repairs"},
	}
	var doc blocks.Document
	for i, c := range texts {
		doc = append(doc, blocks.Block{ID: fmt.Sprint("b", i), Type: blocks.TypeParagraph, Text: c.text})
	}
	_, err := d.Writer.Save(d.ctx, content.ID, writer.Change{Revision: content.Revision, Blocks: &doc, Description: p("Repaired free of charge.")})
	d.must(err)
	outdated, unsaid, err := d.Writer.Statements(d.ctx, d.things.Site)
	d.must(err)
	stated := map[string]string{}
	today := map[string]string{"Warranty": "24 months", "Delivery time": "3 days on weekdays", "Customers": "1,500 customers", "Founding year": "1997"}
	for _, o := range outdated {
		for _, where := range o.Where {
			if where.ContentID != content.ID {
				t.Errorf("%s stands in another text: %+v", o.Former.Name, where)
			}
			stated[where.BlockID] += o.Former.Name
		}
		if want := today[o.Former.Name]; o.Now != want {
			t.Errorf("%s says %q today, want %q", o.Former.Name, o.Now, want)
		}
	}
	for i, c := range texts {
		if got := stated[fmt.Sprint("b", i)]; got != c.states {
			t.Errorf("%q states %q, want %q", c.text, got, c.states)
		}
	}
	if stated[""] != "Repairs" || len(unsaid) != 0 {
		t.Errorf("the description states %q, unsaid %v", stated[""], unsaid)
	}
	_, _, err = d.Writer.Statements(d.Foreign, d.things.Site)
	d.refused("for the other account", err, fault.NotFound)
}

// TestBuiltInDraftAvoidsUnwantedWords has a word that is in the keywords be one that the site never says.
func TestBuiltInDraftAvoidsUnwantedWords(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	_, err := d.Services.Sites.SetVoice(d.Ctx(accountstest.Owner), sites.Voice{
		SiteID: d.things.Site, NeverSay: []sites.Word{{Word: "garden", Instead: "yard"}, {Word: "hose"}, {Word: "compost"}},
	})
	d.must(err)
	_, unsaid, err := d.Writer.Statements(d.ctx, d.things.Site)
	d.must(err)
	if len(unsaid) == 0 || len(unsaid[0].Where) == 0 {
		t.Fatal("no text says the words of its keywords: this test shows nothing")
	}
	run, err := d.Drafting.StartDrafts(d.ctx, d.things.Site, d.fresh(2), true)
	d.must(err)
	if run = d.await(run); run.Message == "" || !run.Ended() {
		t.Fatalf("run %+v", run)
	}
	contents, err := d.Writer.Contents(d.ctx, d.things.Site)
	d.must(err)
	checked := 0
	for _, c := range contents {
		c, err := d.Writer.Content(d.ctx, c.ID)
		d.must(err)
		if c.CreatedAt.Before(run.CreatedAt) {
			continue
		}
		checked++
		for _, b := range c.Blocks {
			for _, word := range []string{"garden", "hose", "compost"} {
				if strings.Contains(" "+strings.ToLower(b.PlainText())+" ", " "+word+" ") && b.PlainText() != word {
					t.Errorf("%s says %q: %s", c.Title, word, b.PlainText())
				}
			}
		}
	}
	if checked != 2 {
		t.Errorf("%d drafts were made, want 2", checked)
	}
}
