package writer

import (
	"strconv"

	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	"igny8/views/address"
	views "igny8/views/writer"
)

// shownRevisions is how many revisions the list shows.
const shownRevisions = 50

func (x handler) revisions() error {
	v := views.Revisions{SiteID: x.Site.ID, Names: map[string]string{}}
	var err error
	if v.Content, err = x.Writer.Content(x.Context(), x.Params("id")); err != nil {
		return err
	}
	if v.Before, err = strconv.ParseInt(x.Query("before", "0"), 10, 64); err != nil || v.Before < 0 {
		return fault.Missing("revision")
	}
	if v.List, err = x.Writer.RevisionsBefore(x.Context(), v.Content.ID, v.Before, shownRevisions); err != nil {
		return err
	}
	members, err := x.Accounts.Members(x.Context())
	if err != nil {
		return err
	}
	for _, m := range members {
		v.Names[m.UserID] = m.Name
	}
	page := views.RevisionsPage(x.Staged("Revisions of "+v.Content.Title, gates.Writer), v)
	return x.Show(page, page)
}

func revisionNumber(text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, fault.Missing("revision")
	}
	return n, nil
}

func (x handler) revision() error {
	n, err := revisionNumber(x.Params("number"))
	if err != nil {
		return err
	}
	v := views.Revision{SiteID: x.Site.ID, Rights: x.writerRights(), Begin: max(0, x.QueryInt("begin"))}
	if v.Content, err = x.Writer.Content(x.Context(), x.Params("id")); err != nil {
		return err
	}
	if v.Revision, err = x.Writer.Revision(x.Context(), v.Content.ID, n); err != nil {
		return err
	}
	page := views.RevisionPage(x.Staged("Revision "+x.Params("number")+" of "+v.Content.Title, gates.Writer), v)
	return x.Show(page, views.RevisionBlocks(v))
}

func (x handler) restoreRevision() error {
	n, err := revisionNumber(x.Params("number"))
	if err != nil {
		return err
	}
	c, err := x.Writer.Restore(x.Context(), x.Params("id"), n, x.postedRevision())
	if err != nil {
		return err
	}
	return x.done(c, "", "Restored. What it replaced stays among the revisions.")
}

// compare shows two revisions of a text by block.
func (x handler) compare() error {
	v := views.Comparison{SiteID: x.Site.ID, Rights: x.writerRights(), Begin: max(0, x.QueryInt("begin"))}
	var err error
	if v.Content, err = x.Writer.Content(x.Context(), x.Params("id")); err != nil {
		return err
	}
	last := v.Content.Revision
	if v.From, err = x.revisionNamed("from", max(1, last-1)); err != nil {
		return err
	}
	if v.To, err = x.revisionNamed("to", last); err != nil {
		return err
	}
	c := x.Staged("Compare revisions of "+v.Content.Title, gates.Writer)
	return x.Show(views.ComparisonPage(c, v), views.ChangedBlocks(c, v, v.Changes()))
}

// revisionNamed returns the revision in the named parameter of the address, else the given one.
func (x handler) revisionNamed(name string, number int64) (writer.Revision, error) {
	if named := x.Query(name); named != "" {
		var err error
		if number, err = revisionNumber(named); err != nil {
			return writer.Revision{}, err
		}
	}
	return x.Writer.Revision(x.Context(), x.Params("id"), number)
}

// restoreBlock restores one block as it was in a revision.
func (x handler) restoreBlock() error {
	n, err := revisionNumber(x.Params("number"))
	if err != nil {
		return err
	}
	c, err := x.Writer.RestoreBlock(x.Context(), x.Params("id"), n, x.blockParam(), x.postedRevision())
	if err != nil {
		return err
	}
	x.Keep(exchange.Flash{Kind: "good", Text: "The block is as it was. The revision before still has the other one.", Undo: x.undoPath(c, "")})
	return x.To(address.Comparison(x.Site.ID, c.ID, n, c.Revision))
}
