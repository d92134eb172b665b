package writer_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/writer"
)

// TestSaveRefusesTextThatIsTooLong tries to save more than a content holds, and a text whose deadline has passed. Nothing changes.
func TestSaveRefusesTextThatIsTooLong(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	before := d.content()
	var long, many blocks.Document
	for range 30 {
		long = append(long, blocks.Block{Type: blocks.TypeCode, Text: strings.Repeat("x", 99<<10)})
	}
	for range blocks.MaxBlocks + 1 {
		many = append(many, blocks.Block{Type: blocks.TypeParagraph, Text: "x"})
	}
	saves := map[string]func(context.Context, string, writer.Change) (writer.Content, error){"save": d.Writer.Save, "join": d.Writer.Join}
	for how, save := range saves {
		for says, doc := range map[string]*blocks.Document{"at most 2 MB": &long, "at most 2000": &many} {
			_, err := save(d.ctx, before.ID, writer.Change{Revision: before.Revision, Blocks: doc})
			if d.refused(how, err, fault.Invalid); !strings.Contains(fault.Sentence(err), says) || !strings.Contains(fault.Sentence(err), "Nothing was changed") {
				t.Errorf("%s says %q", how, fault.Sentence(err))
			}
		}
		gone, leave := context.WithCancel(d.ctx)
		leave()
		if _, err := save(gone, before.ID, writer.Change{Revision: before.Revision, Blocks: lines("a")}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s of somebody who has gone: %v", how, err)
		}
	}
	if d.content().Revision != before.Revision {
		t.Error("a refusal changed the text")
	}
	_, err := d.Writer.Save(d.Ctx(accountstest.Stranger), before.ID, writer.Change{Revision: before.Revision, Blocks: lines("a")})
	d.refused("the content of another account", err, fault.NotFound)
}

func TestClaimRestsOnTheLinkInItsOwnSentence(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	const source = "https://source.example/weights"
	said := fmt.Sprintf(`It weighs 3 kg. The <a href=%q>reel of 900 g</a> is lighter. So is the hose of 4 kg: <a href="https://b.example/">see e.g. here</a>. 5 kg is too much.`, source)
	saved, err := d.Writer.Save(d.ctx, d.content().ID,
		writer.Change{Revision: 1, Blocks: &blocks.Document{{Type: blocks.TypeParagraph, Text: said}}})
	d.must(err)
	l, err := d.Writer.Claims(d.ctx, saved.ID)
	d.must(err)
	var got []string
	for _, c := range l.Claims {
		got = append(got, c.Text+" "+c.Source)
	}
	want := "It weighs 3 kg. |The reel of 900 g is lighter. " + source + "|So is the hose of 4 kg: see e.g. here. https://b.example/|5 kg is too much. "
	if strings.Join(got, "|") != want {
		t.Errorf("claims\n%q, want\n%q", strings.Join(got, "|"), want)
	}
}
