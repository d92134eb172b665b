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

// sessionStep is the person's last step on a content, which they can undo.
const sessionStep = "step"

type keptStep struct {
	ID string
	writer.Step
}

// undoPath keeps the step that made the content what it is, and returns the address that undoes it; empty where nothing was done.
func (x handler) undoPath(c writer.Content) string {
	step, done := c.Step()
	if !done {
		return ""
	}
	kept := keptStep{database.NewID(), step}
	data, err := json.Marshal(kept)
	if err != nil {
		return ""
	}
	x.Sessions.Put(x.Context(), sessionStep, string(data))
	return address.With(address.ContentAction(x.Site.ID, c.ID, "undo"), "step", kept.ID)
}

// undoStep undoes the person's last step. An older one is not undone by its message, which may still be on another screen.
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
	return x.answer(c, "", exchange.Flash{Kind: "good", Text: "Undone."})
}

// notUndone shows the content as it is now, with the reason.
func (x handler) notUndone(id string, problem error) error {
	c, err := x.Writer.Content(x.Context(), id)
	if err != nil {
		return err
	}
	return x.showEditor(views.Editor{Content: c}, problem)
}
