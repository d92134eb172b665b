package web

import (
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/views/address"
	views "igny8/views/planner"
)

// changesListed is how many changes the list shows.
const changesListed = 50

func (x *exchange) changes() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	v := views.Changes{Place: p, Cursor: x.Query("cursor"), People: map[string]string{}}
	page, err := x.Planner.Changes(x.ctx(), p.Sector.ID, changesListed, v.Cursor)
	if err != nil {
		return err
	}
	v.List, v.Next = page.Items, page.Next
	members, err := x.Accounts.Members(x.ctx())
	if err != nil {
		return err
	}
	for _, m := range members {
		v.People[m.UserID] = m.Name
	}
	c := x.staged("Changes", gates.Planner)
	return x.show(views.ChangesPage(c, v), views.ChangesPart(c, v))
}

// undoChange takes a change back and stays where the person is. What cannot be undone is said there.
func (x *exchange) undoChange() error {
	change, err := x.Planner.Change(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	p, err := x.placeAt(change.SectorID)
	if err != nil {
		return err
	}
	undone, err := x.Planner.Undo(x.ctx(), change.SectorID, change.ID)
	switch {
	case fault.KindOf(err) == fault.Conflict:
		x.say("warn", fault.Sentence(err))
	case err != nil:
		return err
	default:
		x.say("good", "Undone: "+undone.Text)
	}
	return x.back(p.At(address.Changes(p.SiteID)))
}

// sayChange says what the person's last action in the sector did, with a button that undoes it.
func (x *exchange) sayChange(p views.Place) error {
	last, ok, err := x.Planner.LastChange(x.ctx(), p.Sector.ID)
	if err != nil {
		return err
	}
	if !ok || !last.Undoable() {
		x.say("info", "It was so already: nothing had to be changed.")
		return nil
	}
	x.keep(flash{Kind: "good", Text: last.Text, Undo: p.At(address.UndoChange(p.SiteID, last.ID))})
	return nil
}
