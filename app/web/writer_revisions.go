package web

import (
	"strconv"

	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/writer"
	"igny8/views/address"
	views "igny8/views/writer"
)

func (x *exchange) revisions() error {
	v := views.Revisions{SiteID: x.site.ID, Names: map[string]string{}}
	var err error
	if v.Content, err = x.Writer.Content(x.ctx(), x.Params("id")); err != nil {
		return err
	}
	if v.List, err = x.Writer.Revisions(x.ctx(), v.Content.ID); err != nil {
		return err
	}
	members, err := x.Accounts.Members(x.ctx())
	if err != nil {
		return err
	}
	for _, m := range members {
		v.Names[m.UserID] = m.Name
	}
	page := views.RevisionsPage(x.staged("Revisions of "+v.Content.Title, gates.Writer), v)
	return x.show(page, page)
}

func revisionNumber(text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, fault.Missing("revision")
	}
	return n, nil
}

func (x *exchange) revision() error {
	n, err := revisionNumber(x.Params("number"))
	if err != nil {
		return err
	}
	v := views.Revision{SiteID: x.site.ID, Rights: x.writerRights()}
	if v.Content, err = x.Writer.Content(x.ctx(), x.Params("id")); err != nil {
		return err
	}
	if v.Revision, err = x.Writer.Revision(x.ctx(), v.Content.ID, n); err != nil {
		return err
	}
	page := views.RevisionPage(x.staged("Revision "+x.Params("number")+" of "+v.Content.Title, gates.Writer), v)
	return x.show(page, page)
}

func (x *exchange) restoreRevision() error {
	n, err := revisionNumber(x.Params("number"))
	if err != nil {
		return err
	}
	c, err := x.Writer.Restore(x.ctx(), x.Params("id"), n, x.postedRevision())
	if err != nil {
		return err
	}
	return x.done(c, "", "Restored. What it replaced stays among the revisions.")
}

// compare shows two revisions of a text by block.
func (x *exchange) compare() error {
	v := views.Comparison{SiteID: x.site.ID, Rights: x.writerRights()}
	var err error
	if v.Content, err = x.Writer.Content(x.ctx(), x.Params("id")); err != nil {
		return err
	}
	last := v.Content.Revision
	if v.From, err = x.revisionNamed("from", max(1, last-1)); err != nil {
		return err
	}
	if v.To, err = x.revisionNamed("to", last); err != nil {
		return err
	}
	page := views.ComparisonPage(x.staged("Compare revisions of "+v.Content.Title, gates.Writer), v)
	return x.show(page, page)
}

// revisionNamed is the revision that the address names, else the given one.
func (x *exchange) revisionNamed(name string, number int64) (writer.Revision, error) {
	if named := x.Query(name); named != "" {
		var err error
		if number, err = revisionNumber(named); err != nil {
			return writer.Revision{}, err
		}
	}
	return x.Writer.Revision(x.ctx(), x.Params("id"), number)
}

// restoreBlock brings one block back to how it was in a revision.
func (x *exchange) restoreBlock() error {
	n, err := revisionNumber(x.Params("number"))
	if err != nil {
		return err
	}
	c, err := x.Writer.RestoreBlock(x.ctx(), x.Params("id"), n, x.blockParam(), x.postedRevision())
	if err != nil {
		return err
	}
	x.keep(flash{Kind: "good", Text: "The block is as it was. The revision before still has the other one.", Undo: x.undoPath(c)})
	return x.to(address.Comparison(x.site.ID, c.ID, n, c.Revision))
}
