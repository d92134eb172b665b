package writer

import (
	"context"
	"errors"
	"net/url"
	"slices"

	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	views "igny8/views/writer"
)

// edit is one change of a text: what it does to a document, and the form that it came from, if any.
type edit struct {
	apply  func(blocks.Document) (blocks.Document, error)
	typed  *views.BlockForm
	anchor func(blocks.Document) string // where the person goes on, in the saved document
	said   string
}

// change saves the edit as the next revision. What somebody else saved since in other blocks is kept beside it; where both
// changed the same block, the edit is shown again beside the newer text. A form that is sent twice changes nothing the
// second time.
func (x handler) change(e edit) error {
	current, err := x.Writer.Content(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	seen, known, err := x.seenText(current)
	if err != nil {
		return err
	}
	change := writer.Change{Revision: x.postedRevision()}
	if known {
		doc, err := e.apply(seen)
		if err != nil {
			return x.showEditor(views.Editor{Content: current, Block: e.typed}, err)
		}
		change.Blocks = &doc
	}
	saved, err := x.Writer.Join(x.Context(), current.ID, change)
	var stale *writer.Stale
	if errors.As(err, &stale) {
		return x.showEditor(views.Editor{Content: stale.Newer, Block: e.typed, Conflict: conflictOf(x.Context(), e.typed, stale)}, stale)
	}
	if err != nil {
		return x.showEditor(views.Editor{Content: current, Block: e.typed}, err)
	}
	return x.done(saved, e.anchor(saved.Blocks), e.outcome(current, saved, change.Revision))
}

// seenText returns the text that was on the screen when the form was sent; not known when there is no such revision.
func (x handler) seenText(current writer.Content) (doc blocks.Document, known bool, err error) {
	if x.postedRevision() == current.Revision {
		return current.Blocks, true, nil
	}
	r, err := x.Writer.Revision(x.Context(), current.ID, x.postedRevision())
	if fault.KindOf(err) == fault.NotFound {
		return nil, false, nil
	}
	return r.Blocks, err == nil, err
}

// outcome says what the edit came to.
func (e edit) outcome(before, saved writer.Content, seen int64) string {
	switch {
	case saved.Revision == before.Revision && seen == before.Revision:
		return "Nothing was changed."
	case seen != before.Revision && saved.Revision != before.Revision:
		return e.said + " What somebody else saved in the meantime is kept beside it."
	}
	return e.said
}

// conflictOf returns what the others made of the block that is being typed.
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
	if i := indexOf(doc, id); i >= 0 {
		return &doc[i]
	}
	return nil
}

func indexOf(doc blocks.Document, id string) int {
	return slices.IndexFunc(doc, func(b blocks.Block) bool { return b.ID == id })
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
	at := 0
	return x.change(edit{typed: &typed, said: "Saved.", apply: func(doc blocks.Document) (blocks.Document, error) {
		at = typed.At(doc)
		return typed.Put(x.Context(), doc)
	}, anchor: func(doc blocks.Document) string { return anchorAt(doc, at) }})
}

func anchorAt(doc blocks.Document, at int) string {
	if at < 0 || at >= len(doc) {
		return "head"
	}
	return "block-" + doc[at].ID
}

// paste is HTML from another program as the editor takes it.
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

// moveBlock puts a block one place up or down, or before another one, "end" for the end of the text.
func (x handler) moveBlock() error {
	id, step := x.blockParam(), 1
	if x.Value("way") == "up" {
		step = -1
	}
	return x.change(edit{said: "Moved.", anchor: func(blocks.Document) string { return "block-" + id }, apply: func(doc blocks.Document) (blocks.Document, error) {
		moved := slices.Clone(doc)
		at := indexOf(doc, id)
		if before := x.Value("before"); before != "" && before != id && at >= 0 {
			moved = slices.Delete(moved, at, at+1)
			to := indexOf(moved, before)
			if to < 0 {
				to = len(moved)
			}
			return slices.Insert(moved, to, doc[at]), nil
		}
		if to := at + step; at >= 0 && to >= 0 && to < len(doc) {
			moved[at], moved[to] = moved[to], moved[at]
		}
		return moved, nil
	}})
}

func (x handler) removeBlock() error {
	id, at := x.blockParam(), 0
	return x.change(edit{said: "Removed. The revision before still has it.", apply: func(doc blocks.Document) (blocks.Document, error) {
		at = max(indexOf(doc, id)-1, 0)
		return slices.DeleteFunc(slices.Clone(doc), func(b blocks.Block) bool { return b.ID == id }), nil
	}, anchor: func(doc blocks.Document) string { return anchorAt(doc, at) }})
}
