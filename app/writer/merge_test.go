package writer_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/writer"
)

// lines are a document of paragraphs, each named by its first letter.
func lines(texts ...string) *blocks.Document {
	doc := make(blocks.Document, len(texts))
	for i, text := range texts {
		doc[i] = blocks.Block{ID: text[:1], Type: blocks.TypeParagraph, Text: text}
	}
	return &doc
}

func texts(doc blocks.Document) string {
	var list []string
	for _, b := range doc {
		list = append(list, b.Text)
	}
	return strings.Join(list, "|")
}

func TestStaleSavesAreJoined(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	start, err := d.Writer.Save(d.ctx, d.content().ID, writer.Change{Revision: 1, Title: p("Title"), Blocks: lines("a", "b", "c")})
	d.must(err)
	for _, c := range []struct {
		name         string
		theirs, mine writer.Change
		want         string // empty: a conflict
		title        string
	}{
		{"other blocks", writer.Change{Blocks: lines("a of them", "b", "c")}, writer.Change{Blocks: lines("a", "b", "c of mine")}, "a of them|b|c of mine", "Title"},
		{"a new block beside a removed one", writer.Change{Blocks: lines("a", "c")}, writer.Change{Blocks: lines("a", "b", "n", "c")}, "a|n|c", "Title"},
		{"moved by one, changed by the other", writer.Change{Blocks: lines("c", "a", "b")}, writer.Change{Blocks: lines("a", "b of mine", "c")}, "c|a|b of mine", "Title"},
		{"the title beside the text", writer.Change{Title: p("Their title")}, writer.Change{Blocks: lines("a of mine", "b", "c")}, "a of mine|b|c", "Their title"},
		{"the same twice", writer.Change{Blocks: lines("a both", "b", "c")}, writer.Change{Blocks: lines("a both", "b", "c")}, "a both|b|c", "Title"},
		{"one block", writer.Change{Blocks: lines("a of them", "b", "c")}, writer.Change{Blocks: lines("a of mine", "b", "c")}, "", ""},
		{"removed by one, changed by the other", writer.Change{Blocks: lines("b", "c")}, writer.Change{Blocks: lines("a of mine", "b", "c")}, "", ""},
		{"two titles", writer.Change{Title: p("Their title")}, writer.Change{Title: p("My title")}, "", ""},
	} {
		now, err := d.Writer.Restore(d.ctx, start.ID, 2, d.content().Revision)
		d.must(err)
		c.theirs.Revision, c.mine.Revision = now.Revision, now.Revision
		theirs, err := d.Writer.Join(d.Ctx(accountstest.Owner), start.ID, c.theirs)
		d.must(err)
		mine, err := d.Writer.Join(d.ctx, start.ID, c.mine)
		if c.want == "" {
			var stale *writer.Stale
			if !errors.As(err, &stale) || fault.KindOf(err) != fault.Conflict || stale.Newer.Revision != theirs.Revision ||
				(c.mine.Blocks != nil) != (len(stale.Conflicts) == 1) {
				t.Errorf("%s: %v", c.name, err)
			}
			if got := d.content(); got.Revision != theirs.Revision {
				t.Errorf("%s: something was saved", c.name)
			}
			continue
		}
		d.must(err)
		if texts(mine.Blocks) != c.want || mine.Title != c.title {
			t.Errorf("%s: %q, %s; want %s", c.name, mine.Title, texts(mine.Blocks), c.want)
		}
		if r, err := d.Writer.Revision(d.ctx, start.ID, mine.Revision); err != nil || mine.Revision > theirs.Revision && r.Note != fmt.Sprintf("edited, and joined with revision %d", theirs.Revision) {
			t.Errorf("%s: noted %q, %v", c.name, r.Note, err)
		}
	}
	_, err = d.Writer.Join(d.ctx, start.ID, writer.Change{Revision: 99, Blocks: lines("x")})
	d.refused("a revision that never was", err, fault.Conflict)
	_, err = d.Writer.Join(d.Ctx(accountstest.Stranger), start.ID, writer.Change{Revision: 1})
	d.refused("the content of another account", err, fault.NotFound)
}

func TestEditIsMadeOfTheTextThatWasSeen(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	_, err := d.Writer.EditBlocks(d.ctx, d.content().ID, 99, blocks.Remove("a"))
	d.refused("a revision that never was", err, fault.Conflict)
	_, err = d.Writer.EditBlocks(d.Ctx(accountstest.Stranger), d.content().ID, 1, blocks.Remove("a"))
	d.refused("the content of another account", err, fault.NotFound)

	start, err := d.Writer.Save(d.ctx, d.content().ID, writer.Change{Revision: 1, Blocks: lines("a", "b", "c")})
	d.must(err)
	_, err = d.Writer.EditBlocks(d.Ctx(accountstest.Owner), start.ID, start.Revision, blocks.Put(blocks.Place{Block: "b"}, *lines("b of them")))
	d.must(err)
	_, err = d.Writer.EditBlocks(d.ctx, start.ID, start.Revision, blocks.Put(blocks.Place{Block: "b"}, *lines("b of mine")))
	d.refused("a block that somebody else has changed", err, fault.Conflict)
	moved, err := d.Writer.EditBlocks(d.ctx, start.ID, start.Revision, blocks.MoveUp("c"))
	d.must(err)
	if texts(moved.Blocks) != "a|c|b of them" {
		t.Errorf("moved to %s", texts(moved.Blocks))
	}
	_, err = d.Writer.EditBlocks(d.Ctx(accountstest.Owner), start.ID, moved.Revision, blocks.MoveBefore("b", "a"), "b")
	d.must(err)
	moved, err = d.Writer.EditBlocks(d.ctx, start.ID, moved.Revision, blocks.MoveDown("a"), "a")
	d.must(err)
	if texts(moved.Blocks) != "b of them|c|a" {
		t.Errorf("of both moves came %s", texts(moved.Blocks))
	}
}

// Two who save at the same moment, each in blocks of their own, are joined whichever is first: neither is refused.
func TestSavesAtOnceAreJoined(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	start, err := d.Writer.Save(d.ctx, d.content().ID, writer.Change{Revision: 1, Blocks: lines("a", "b", "c")})
	d.must(err)
	for range 20 {
		now, err := d.Writer.Restore(d.ctx, start.ID, 2, d.content().Revision)
		d.must(err)
		var both sync.WaitGroup
		for _, mine := range []*blocks.Document{lines("a of one", "b", "c"), lines("a", "b", "c of another")} {
			both.Go(func() {
				if _, err := d.Writer.Join(d.ctx, start.ID, writer.Change{Revision: now.Revision, Blocks: mine}); err != nil {
					t.Error(err)
				}
			})
		}
		both.Wait()
		if got := texts(d.content().Blocks); got != "a of one|b|c of another" {
			t.Fatalf("%q came of both", got)
		}
	}
}

func TestBlocksAreRestored(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	old, err := d.Writer.Save(d.ctx, d.content().ID, writer.Change{Revision: 1, Blocks: lines("a", "b", "c")})
	d.must(err)
	_, err = d.Writer.Save(d.ctx, old.ID, writer.Change{Revision: 2, Blocks: lines("c", "a new", "n")})
	d.must(err)
	for _, c := range []struct{ block, want string }{{"a", "c|a|n"}, {"b", "c|a|b|n"}, {"n", "c|a|b"}} {
		now, err := d.Writer.RestoreBlock(d.ctx, old.ID, 2, c.block, d.content().Revision)
		d.must(err)
		if texts(now.Blocks) != c.want || now.State != writer.ContentDraft {
			t.Errorf("with %s restored: %s, want %s", c.block, texts(now.Blocks), c.want)
		}
	}
	last := d.content().Revision
	for name, call := range map[string]func() (writer.Content, error){
		"no such block":    func() (writer.Content, error) { return d.Writer.RestoreBlock(d.ctx, old.ID, 2, "x", last) },
		"no such revision": func() (writer.Content, error) { return d.Writer.RestoreBlock(d.ctx, old.ID, 99, "a", last) },
		"somebody else's": func() (writer.Content, error) {
			return d.Writer.RestoreBlock(d.Ctx(accountstest.Stranger), old.ID, 2, "a", last)
		},
	} {
		_, err := call()
		d.refused(name, err, fault.NotFound)
	}
	_, err = d.Writer.RestoreBlock(d.ctx, old.ID, 2, "a", last-1)
	d.refused("from an older screen", err, fault.Conflict)
	if !slices.EqualFunc(d.content().Blocks, *lines("c", "a", "b"), blocks.Block.Equal) {
		t.Error("a refusal changed the text")
	}
}
