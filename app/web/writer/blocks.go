package writer

import (
	"context"
	"errors"
	"net/url"

	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	views "igny8/views/writer"
)

// edit is one change of a text, and the form that it came from, if there is one.
type edit struct {
	blocks blocks.Edit
	moves  []string // the blocks that it moves
	typed  *views.BlockForm
	anchor func(blocks.Document) string // the anchor in the saved document to show next
	said   string
}

// change saves the edit as the next revision. It keeps what somebody else has saved in other blocks; if both changed the
// same block, it shows the edit again beside the newer text. A form that is sent twice changes nothing the second time.
func (x handler) change(e edit) error {
	current, err := x.Writer.Content(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	saved, err := x.Writer.EditBlocks(x.Context(), current.ID, x.postedRevision(), e.blocks, e.moves...)
	var stale *writer.Stale
	if errors.As(err, &stale) {
		return x.showEditor(views.Editor{Content: stale.Newer, Block: e.typed, Conflict: conflictOf(x.Context(), e.typed, stale)}, stale)
	}
	if err != nil {
		return x.showEditor(views.Editor{Content: current, Block: e.typed}, err)
	}
	said, err := x.outcome(e, current, saved)
	if err != nil {
		return err
	}
	return x.done(saved, e.anchor(saved.Blocks), said)
}

// outcome returns the message about the saved edit.
func (x handler) outcome(e edit, before, saved writer.Content) (string, error) {
	seen, changed := x.postedRevision(), saved.Revision != before.Revision
	switch {
	case seen == before.Revision && !changed:
		return "Nothing was changed.", nil
	case seen == before.Revision || !changed:
		return e.said, nil
	}
	base, err := x.Writer.Revision(x.Context(), before.ID, seen)
	if err != nil {
		return "", err
	}
	if blocks.Undoes(base.Blocks, before.Blocks, saved.Blocks) {
		return e.said + " Somebody else had moved blocks in the meantime. Where both orders cannot stand, yours does.", nil
	}
	return e.said + " What somebody else saved in the meantime is kept beside it.", nil
}

// conflictOf returns the conflict between the typed block and the block that others have saved.
func conflictOf(ctx context.Context, typed *views.BlockForm, stale *writer.Stale) *views.Conflict {
	c := &views.Conflict{}
	if typed == nil || typed.Block == "" {
		return c
	}
	c.Block = find(stale.Newer.Blocks, typed.Block)
	if mine, err := typed.Blocks(ctx); err == nil && c.Block != nil {
		c.Words = blocks.DiffText(c.Block.PlainText(), mine.PlainText())
	}
	return c
}

func find(doc blocks.Document, id string) *blocks.Block {
	if i := doc.Index(id); i >= 0 {
		return &doc[i]
	}
	return nil
}

func (x handler) blockParam() string {
	id, err := url.PathUnescape(x.Params("block"))
	if err != nil {
		return x.Params("block")
	}
	return id
}

// typedBlock returns the block's form as it was sent.
func (x handler) typedBlock() views.BlockForm {
	f := views.BlockForm{
		Type: blocks.Type(x.Value("type")), Level: x.Value("level"), Text: exchange.Plain(x.FormValue("text")), HTML: x.FormValue("html"), Cite: x.Value("cite"), Ordered: x.Checked("ordered"),
		Headed: x.Checked("headed"), Caption: x.Value("caption"), ImageID: x.Value("image_id"), Alt: x.Value("alt"), Label: x.Value("label"), Href: x.Value("href"),
	}
	answers := x.Values("answer")
	for i, question := range x.Values("question") {
		q := views.Question{Question: question}
		if i < len(answers) {
			q.Answer = answers[i]
		}
		if q != (views.Question{}) {
			f.Questions = append(f.Questions, q)
		}
	}
	return f
}

func (x handler) addBlock() error {
	typed := x.typedBlock()
	typed.After = x.Value("after")
	return x.typeBlock(typed)
}

func (x handler) saveBlock() error {
	typed := x.typedBlock()
	typed.Block = x.blockParam()
	return x.typeBlock(typed)
}

func (x handler) typeBlock(typed views.BlockForm) error {
	list, err := typed.Blocks(x.Context())
	if err != nil {
		return x.refuseBlock(typed, err)
	}
	at := 0
	put := func(doc blocks.Document) blocks.Document {
		at = typed.Place().In(doc)
		return blocks.Put(typed.Place(), list)(doc)
	}
	return x.change(edit{typed: &typed, said: "Saved.", blocks: put, anchor: func(doc blocks.Document) string { return anchorAt(doc, at) }})
}

// refuseBlock shows the form of a block as it was typed, with its errors.
func (x handler) refuseBlock(typed views.BlockForm, problem error) error {
	c, err := x.Writer.Content(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showEditor(views.Editor{Content: c, Block: &typed}, problem)
}

func anchorAt(doc blocks.Document, at int) string {
	if at < 0 || at >= len(doc) {
		return "head"
	}
	return views.Anchor(doc[at].ID)
}

// paste answers pasted HTML from another program as HTML that the editor accepts.
func (x handler) paste() error {
	doc, err := views.Pasted(x.Context(), x.FormValue("html"))
	if err != nil {
		return err
	}
	clean, err := doc.Clean(x.Context())
	var unclean *blocks.Error
	if errors.As(err, &unclean) {
		return fault.Wrap(err, fault.Invalid, "What you pasted was not taken: %s Nothing was changed; paste it in parts, or as plain text.", unclean.Fields[0].Message)
	}
	if err != nil {
		return err
	}
	x.Type("html", "utf-8")
	return x.SendString(clean.HTML(blocks.HTMLOptions{}))
}

// moveBlock moves a block one place up or down, or before another one; "end" means the end of the text.
func (x handler) moveBlock() error {
	id, before := x.blockParam(), x.Value("before")
	move := blocks.MoveDown(id)
	switch {
	case before != "" && before != id:
		move = blocks.MoveBefore(id, before)
	case x.Value("way") == "up":
		move = blocks.MoveUp(id)
	}
	return x.change(edit{blocks: move, moves: []string{id}, said: "Moved.", anchor: func(blocks.Document) string { return views.Anchor(id) }})
}

func (x handler) removeBlock() error {
	id, at := x.blockParam(), 0
	remove := func(doc blocks.Document) blocks.Document {
		at = max(doc.Index(id)-1, 0)
		return blocks.Remove(id)(doc)
	}
	return x.change(edit{
		blocks: remove, said: "Removed. The revision before still has it.",
		anchor: func(doc blocks.Document) string { return anchorAt(doc, at) },
	})
}
