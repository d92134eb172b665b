package planner

import (
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/web/exchange"
	"igny8/views/address"
	views "igny8/views/planner"
)

// changesListed is how many changes the list shows.
const changesListed = 50

func (x handler) changes() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	v := views.Changes{Place: p, Cursor: x.Query("cursor"), People: map[string]string{}}
	page, err := x.Planner.Changes(x.Context(), p.Sector.ID, changesListed, v.Cursor)
	if err != nil {
		return err
	}
	v.List, v.Next = page.Items, page.Next
	members, err := x.Accounts.Members(x.Context())
	if err != nil {
		return err
	}
	for _, m := range members {
		v.People[m.UserID] = m.Name
	}
	c := x.Staged("Changes", gates.Planner)
	return x.Show(views.ChangesPage(c, v), views.ChangesPart(c, v))
}

// undoChange undoes a change and returns to the same screen, which says why if the change cannot be undone.
func (x handler) undoChange() error {
	change, err := x.Planner.Change(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	p, err := x.placeAt(change.SectorID)
	if err != nil {
		return err
	}
	undone, err := x.Planner.Undo(x.Context(), change.SectorID, change.ID)
	switch {
	case fault.KindOf(err) == fault.Conflict:
		x.Say("warn", fault.Sentence(err))
	case err != nil:
		return err
	default:
		x.Say("good", "Undone: "+undone.Text)
	}
	return x.Back(p.At(address.Changes(p.SiteID)))
}

// sayChange stores a message about the person's last action in the sector, with a button that undoes it.
func (x handler) sayChange(p views.Place) error {
	last, ok, err := x.Planner.LastChange(x.Context(), p.Sector.ID)
	if err != nil {
		return err
	}
	if !ok || !last.Undoable() {
		x.Say("info", "It was so already: nothing had to be changed.")
		return nil
	}
	x.Keep(exchange.Flash{Kind: "good", Text: last.Text, Undo: p.At(address.UndoChange(p.SiteID, last.ID))})
	return nil
}
