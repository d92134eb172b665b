package writer

import (
	"encoding/json"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	"igny8/views/address"
	views "igny8/views/writer"
)

// sessionStep is the session key for the person's last step on a content, which they can undo.
const sessionStep = "step"

type keptStep struct {
	ID     string
	Anchor string // where the text was changed
	writer.Step
}

// undoPath stores the last step on the content and returns the address that undoes it, or an empty string if there is none.
func (x handler) undoPath(c writer.Content, anchor string) string {
	step, done := c.Step()
	if !done {
		return ""
	}
	kept := keptStep{database.NewID(), anchor, step}
	data, err := json.Marshal(kept)
	if err != nil {
		return ""
	}
	x.Sessions.Put(x.Context(), sessionStep, string(data))
	return address.With(address.ContentAction(x.Site.ID, c.ID, "undo"), "step", kept.ID)
}

// undoStep undoes the person's last step. It refuses an older step, whose message may still be on another screen.
func (x handler) undoStep() error {
	id := x.Params("id")
	var kept keptStep
	if err := json.Unmarshal([]byte(x.Sessions.GetString(x.Context(), sessionStep)), &kept); err != nil || kept.ID != x.Query("step") || kept.ContentID != id {
		return x.notUndone(id, fault.New(fault.Conflict, "That step is not your last one, or it is undone already. Nothing was changed. Earlier texts are among the revisions."))
	}
	if kept.Decides() && !x.writerRights().Publish {
		return fault.New(fault.Forbidden, "Only somebody who may publish can undo an approval. Nothing was changed.")
	}
	c, err := x.Writer.Undo(x.Context(), kept.Step)
	if err != nil {
		return x.notUndone(id, err)
	}
	x.Sessions.Remove(x.Context(), sessionStep)
	return x.answer(c, kept.Anchor, exchange.Flash{Kind: "good", Text: "Undone."})
}

// notUndone shows the current content with the reason why nothing was undone.
func (x handler) notUndone(id string, problem error) error {
	c, err := x.Writer.Content(x.Context(), id)
	if err != nil {
		return err
	}
	return x.showEditor(views.Editor{Content: c}, problem)
}
