package writer

import (
	"strconv"

	"github.com/gofiber/fiber/v2"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/runs"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
	"igny8/views/address"
	"igny8/views/ui"
	views "igny8/views/writer"
)

// quoteDrafts shows the total price of the drafts of the selected tasks. It starts nothing.
func (x handler) quoteDrafts() error {
	tasks, left, err := x.chosenTasks()
	if err != nil {
		return err
	}
	return x.showQuote(tasks, left)
}

func (x handler) showQuote(tasks []writer.Listed, left int) error {
	v := views.Drafts{SiteID: x.Site.ID, Once: database.NewID(), Tasks: tasks, Left: left}
	var err error
	if v.Model, err = x.Engine.Asks(x.Context(), drafting.GenerateContent); err != nil {
		return err
	}
	if v.Quote, err = x.Drafting.QuoteBatch(x.Context(), x.Site.ID, idsOf(v.Tasks)); err != nil {
		return err
	}
	page := views.DraftsPage(x.Staged("Draft pages", gates.Writer), v)
	return x.Show(page, page)
}

// startDrafts starts a batch, unless the same form has started one already: a form that is sent twice is paid once.
func (x handler) startDrafts() error {
	most, err := x.shownPrice()
	if err != nil {
		return err
	}
	err = x.Once(drafting.GenerateContent+" "+x.Site.ID, func() error {
		_, err := x.Drafting.StartBatch(x.Context(), x.Site.ID, x.Values("ids"), x.Checked("approve"), most)
		return err
	})
	if err != nil {
		return err
	}
	return x.To(address.Writer(x.Site.ID))
}

// shownPrice returns the price that the form showed; nil if the form has none.
func (x handler) shownPrice() (*int64, error) {
	text := x.Value("credits")
	if text == "" {
		return nil, nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil, fault.New(fault.Invalid, "The form names a price that is no number. Open the page again.")
	}
	return &n, nil
}

// batch shows the current state of a batch: a page, or the part that the page polls while the batch runs.
func (x handler) batch() error {
	b, err := x.Drafting.Batch(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	v := views.Batch{View: b, Rights: x.writerRights(), CSRF: x.FormToken(), Card: x.Query("card") != ""}
	if !x.Partial() {
		return x.Show(views.BatchPage(x.Staged(v.Title(), gates.Writer), v), nil)
	}
	x.Set("HX-PTag", v.Tag())
	if x.Get("HX-PTag") == v.Tag() {
		return x.SendStatus(fiber.StatusNotModified)
	}
	if v.Still() {
		x.Set("HX-Trigger", "run-ended")
	}
	if v.Card {
		return x.Show(nil, views.BatchCard(v))
	}
	return x.Show(nil, views.BatchPart(v))
}

func (x handler) afterBatch(_ any, err error) error {
	if err != nil {
		return err
	}
	return x.Back(address.Batch(x.Site.ID, x.Params("id")))
}

func (x handler) pauseBatch() error {
	return x.afterBatch(x.Engine.PauseBatch(x.Context(), x.Params("id")))
}

func (x handler) resumeBatch() error {
	return x.afterBatch(x.Engine.ResumeBatch(x.Context(), x.Params("id"), !x.Checked("unbraked")))
}

func (x handler) cancelBatch() error {
	n, err := x.Engine.CancelBatch(x.Context(), x.Params("id"))
	if err == nil {
		x.Say("info", ui.Plural(n, "draft is", "drafts are")+" cancelled. What was drafted before stays.")
	}
	return x.afterBatch(runs.Batch{}, err)
}

func (x handler) retryBatch() error {
	most, err := x.shownPrice()
	if err != nil {
		return err
	}
	n, err := x.Engine.RetryBatch(x.Context(), x.Params("id"), most)
	if err == nil {
		x.Say("good", ui.Plural(n, "draft is", "drafts are")+" tried again.")
	}
	return x.afterBatch(runs.Batch{}, err)
}
